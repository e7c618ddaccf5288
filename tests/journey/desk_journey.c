/* What a clerk does with the workbench, counted in keys.  Started by journey.sh with:
 * connection, number and name of a person reported dead a moment ago, the figures as
 * csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "seat.h"

/* Command keys at most, by the journeys' names; data that only a human knows is not among
 * them. */
#define J1_START_WORK 1
#define J2_PROPOSE_A_STOP 6
#define J2B_APPROVE 4
#define J5_AT_THE_COUNTER 2
#define J15_REPAIR_A_FEED 6

#define FIGURES_MOST 200	/* of the board */

static const char *board_file;

/* The number after a text on its row. */
static long number_after(struct pty *p, const char *text)
{
	const char *row = pty_row(p, pty_row_of(p, text)), *at = strstr(row, text);

	if (!at)
		fail_msg("no \"%s\" on the screen", text);
	at += strlen(text);
	return strtol(at + strcspn(at, "0123456789"), NULL, 10);
}

/* All of a long page, screen by screen. */
static const char *read_through(struct pty *p)
{
	const char *all = "", *before = "", *now;

	pty_key(p, "home");
	for (int i = 0; i < 20; i++, pty_key(p, "pgdn")) {
		pty_settle(p, 40);
		now = pty_screen(p);
		if (strcmp(now, before) == 0)
			return all;
		all = arena_printf(seat.memory, "%s%s", all, now);
		before = now;
	}
	return all;
}

/* Rows of a table under its heading, each as a text; the header row is passed over. */
static int rows_under(struct pty *p, const char *heading, const char **rows, int most)
{
	int row = pty_row_of(p, heading), n = 0;

	assert_true(row >= 0);
	for (row += 2; row < pty_rows(p) - 2 && pty_row(p, row)[0] && n < most; row++)
		rows[n++] = pty_row(p, row);
	return n;
}

static void home_shows_what_waits(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_wait(p, "Next for you");
	assert_true(number_after(p, "stop a pension") > 0);
	assert_true(pty_row_of(p, "stop a pension") < pty_row_of(p, "Next for you"));
	assert_true(
	    seat_matches(pty_row(p, pty_row_of(p, "Next for you") + 2), "20[0-9-]{8} "));
	assert_true(pty_shows(p, "n next"));
	seat_leave(p);
}

static void most_urgent_task_in_one_key(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, "What it rests on");
	assert_true(pty_keys_sent(p) <= J1_START_WORK);
	seat_leave(p);
}

/* The queue of its kind, its end, for what came last; the task; the move; the first
 * reason. */
static void stop_is_proposed_in_six_keys(void **state)
{
	struct pty *p = seat_start("clerk");
	const char *rows[20];
	int n;

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "G");
	pty_wait(p, seat.name);
	pty_key(p, "enter");
	pty_wait(p, seat_titled("stop a pension", seat.name));
	pty_wait(p, "What it rests on");
	n = rows_under(p, "What it rests on", rows, 20);
	assert_true(n >= 3);
	for (int i = 0; i < n; i++)
		if (!seat_matches(rows[i], "[^ ]/[a-z]+[.a-z]*~? +[0-9]+$"))
			fail_msg("no file and line: %s", rows[i]);
	pty_key(p, "s");
	pty_wait(p, "choose: reason");
	assert_false(pty_shows(p, "enter show"));
	pty_key(p, "1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"proposed\"");
	assert_true(pty_shows(p, seat.name));
	printf("keys: J2 propose a stop %d of %d\n", pty_keys_sent(p), J2_PROPOSE_A_STOP);
	assert_true(pty_keys_sent(p) <= J2_PROPOSE_A_STOP);
	seat_leave(p);
}

/* From the task and from the person's page: what the rule looked at, in its order. */
static void why_is_one_key_away(void **state)
{
	struct pty *p = seat_start("clerk");
	const char *all;

	(void)state;
	pty_key(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, "Signals and tasks");
	pty_key(p, "w");
	pty_wait(p, "Why: ");
	pty_wait(p, "condition");
	pty_key(p, "esc");
	pty_wait(p, seat_titled("Person", seat.name));
	pty_key(p, "enter");
	pty_wait(p, "What it rests on");
	pty_key(p, "?");
	pty_wait(p, "Keys here");
	assert_true(
	    seat_matches(pty_row(p, pty_row_of(p, "why.open")), "^ +w +why.open +[a-z]"));
	pty_keys(p, "esc w");
	pty_wait(p, "Why: risk.paid_after_death");
	pty_wait(p, "condition");
	all = read_through(p);
	assert_non_null(strstr(all, "is reached"));
	assert_true(seat_matches(all, "from [^ ]*death\\.csv, line [0-9]+"));
	assert_true(strstr(all, "condition") < strstr(all, "found"));
	seat_leave(p);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* While the archive of texts is locked no explanation comes, and every key still does
 * what it does. */
static void why_never_holds_the_screen(void **state)
{
	struct pty *p = seat_start("clerk");
	const char *lock =
	    arena_printf(seat.memory,
			 "psql -X -q \"%s user=postgres\" -c 'set role steward_owner' "
			 "-c 'begin; lock table steward.rule_book; select pg_sleep(3); "
			 "commit' "
			 ">/dev/null 2>&1 &",
			 seat.connection);
	double begin;

	(void)state;
	assert_int_equal(system(lock), 0);
	begin = seconds();
	pty_key(p, "enter");	/* what a rule has found: the worker tells why */
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "enter");
	pty_wait(p, "What it rests on");
	pty_settle(p, 300);
	pty_key(p, "w");
	pty_wait(p, "waiting for the answer");
	pty_key(p, "?");
	pty_wait(p, "Help: Why");
	pty_key(p, "esc");
	pty_wait(p, "waiting for the answer");
	pty_settle(p, 40);
	pty_key(p, "esc");
	pty_wait(p, "What it rests on");
	assert_true(seconds() - begin < 2.9);
	pty_key(p, "w");
	pty_wait(p, "Why: ");
	seat_leave(p);
}

static void approve_key_of_a_clerk_says_who_can(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_keys(p, "enter f f enter");		/* filter: proposed ones */
	pty_wait(p, seat_titled("stop a pension", seat.name));
	pty_key(p, "a");
	pty_wait(p, "* \"approve\" needs a reviewer");
	assert_false(pty_shows(p, "> 1"));
	seat_leave(p);
}

static void second_person_approves_in_four_keys(void **state)
{
	struct pty *p = seat_start("reviewer");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, seat_titled("stop a pension", seat.name));
	pty_wait(p, "What it rests on");
	pty_key(p, "a");
	pty_wait(p, "choose: reason");
	pty_key(p, "1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"done\"");
	printf("keys: J2b approve %d of %d\n", pty_keys_sent(p), J2B_APPROVE);
	assert_true(pty_keys_sent(p) <= J2B_APPROVE);
	seat_leave(p);
}

/* Who proposed it may take it back, with a reason; the task is open again. */
static void own_proposal_is_taken_back(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_keys(p, "enter f enter");
	pty_wait(p, "What can be done");
	pty_keys(p, "s 1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"proposed\"");
	pty_keys(p, "F12 f");
	pty_wait(p, "Tasks: stop a pension, proposed");
	pty_key(p, "enter");
	pty_wait(p, "What can be done");
	pty_keys(p, "u 1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"open\"");
	seat_leave(p);
}

/* One line of the figures: fields without line breaks and quotes in them. */
static int csv_fields(char *line, char **fields, int most)
{
	int n = 0;

	line[strcspn(line, "\r\n")] = '\0';
	while (line && n < most) {
		bool is_quoted = *line == '"';
		char *end;

		fields[n++] = line += is_quoted;
		end = line + strcspn(line, is_quoted ? "\"" : ",");
		if (is_quoted && *end)
			*end++ = '\0';
		line = *end == ',' ? end + 1 : NULL;
		*end = '\0';
	}
	return n;
}

struct figure {
	const char *id, *title, *unit;
	long counted;
};

static int read_figures(struct figure *list, int most)
{
	FILE *f = fopen(board_file, "re");
	char line[2000], *field[20];
	int n = 0;

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	while (n < most && fgets(line, sizeof(line), f)) {
		int fields = csv_fields(line, field, 20);

		assert_true(fields > 10);
		list[n++] = (struct figure){
			.id = arena_strdup(seat.memory, field[1]),
			.title = arena_strdup(seat.memory, field[2]),
			.unit = arena_strdup(seat.memory, field[5]),
			.counted = strtol(field[10], NULL, 10),
		};
	}
	fclose(f);
	return n;
}

static bool has_rows(const struct figure *f)
{
	return strcmp(f->unit, "persons") == 0 || strcmp(f->unit, "tasks") == 0;
}

/* Behind each figure that counts: as many rows as it says. */
static void board_figures_open_their_rows(void **state)
{
	struct pty *p = seat_start("manager");
	struct figure figures[FIGURES_MOST];
	int n = read_figures(figures, FIGURES_MOST), opened = 0;

	(void)state;
	pty_key(p, "b");
	pty_wait(p, seat_titled(arena_printf(seat.memory, "%s  %s", figures[0].id,
					     figures[0].title),
				""));
	assert_true(n >= 8);
	for (int i = 0; i < n; i++, pty_key(p, "down")) {
		const struct figure *f = &figures[i];

		/* Of what there is nothing yet it says nothing. */
		pty_wait(p, arena_printf(seat.memory, "%s  %s:", f->id, f->title));
		/* The whole label, in its own cell, and the mark of the selected one on
		 * it. */
		assert_true(pty_row_of(p, f->title) < pty_rows(p) - 5);
		if (!has_rows(f))
			continue;
		assert_int_equal(number_after(p, arena_printf(seat.memory, "%s  %s: ",
							      f->id, f->title)),
				 f->counted);
		pty_key(p, "enter");
		if (f->counted)
			pty_wait(p, arena_printf(seat.memory, "steward  %s  %ld",
						 f->title, f->counted));
		else
			pty_wait(p, "no row is counted today");
		pty_key(p, "esc");
		pty_wait(p, "steward  Board");
		opened++;
	}
	assert_true(opened >= 8);
	seat_leave(p);
}

/* J4: from a figure to a visit for each of its rows, however many they are. */
static void visits_are_assigned_from_a_figure(void **state)
{
	struct pty *p = seat_start("clerk");
	struct figure figures[FIGURES_MOST];
	int n = read_figures(figures, FIGURES_MOST), at = 0;

	(void)state;
	while (at < n && strcmp(figures[at].id, "D4") != 0)
		at++;
	assert_true(at < n && figures[at].counted > 1);
	pty_key(p, "b");
	pty_wait(p, "steward  Board");
	for (int i = 0; i < at; i++)
		pty_key(p, "down");
	pty_wait(p, "D4  Certificate lapsed:");
	pty_count_from_here(p);
	pty_key(p, "enter");
	pty_wait(p, "steward  Certificate lapsed");
	pty_settle(p, 200);
	pty_key(p, "*");
	pty_wait(p, arena_printf(seat.memory, "assign visits (%ld)",
				 figures[at].counted));
	pty_key(p, "v");
	pty_wait(p, "assign visits: done");
	printf("keys: J4 visits for any number %d of 5\n", pty_keys_sent(p));
	assert_true(pty_keys_sent(p) <= 5);
	seat_leave(p);
}

static void person_is_found_by_name(void **state)
{
	struct pty *p = seat_start("clerk");
	const char *all;

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_type(p, seat.name);
	pty_key(p, "enter");
	pty_wait(p, seat_titled("Person", seat.name));
	pty_wait(p, seat.number);
	all = read_through(p);
	assert_non_null(strstr(all, seat.number));
	assert_non_null(strstr(all, "Born"));
	assert_non_null(strstr(all, "Signals and tasks"));
	assert_non_null(strstr(all, "Payments"));
	assert_non_null(strstr(all, "Schemes"));
	assert_non_null(strstr(all, "Evidence"));
	assert_true(seat_matches(all, "death.* death\\.csv|death.*/death\\.csv +[0-9]+"));
	seat_leave(p);
}

/* "Why is my pension this amount?": the figures, the parts, the articles, and the same on
 * paper; budget of the journey: two keys from the person's page. */
static void why_this_amount_is_two_keys_away(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, seat_titled("Person", seat.name));
	pty_count_from_here(p);
	pty_key(p, "x");
	pty_wait(p, "How this came about");
	pty_wait(p, "calculation base of the award");
	assert_false(pty_wrote(p, "\033[5i"));
	pty_key(p, "p");
	pty_wait(p, "sent to the terminal's printer");
	printf("keys: J7 why this amount, printed %d of 2\n", pty_keys_sent(p));
	assert_true(pty_keys_sent(p) <= 2);
	assert_true(pty_wrote(p, "\033[5i"));
	assert_true(pty_wrote(p, "\f\033[4i"));
	/* This terminal has none and shows what is printed: nothing of it stays. */
	assert_true(seat_matches(pty_row(p, 0), "^ *steward "));
	seat_leave(p);
}

static void person_at_the_counter_in_two_keys(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, seat_titled("Person", seat.name));
	printf("keys: J5 at the counter %d of %d, data %d\n", pty_keys_sent(p),
	       J5_AT_THE_COUNTER, pty_data_sent(p));
	assert_true(pty_keys_sent(p) <= J5_AT_THE_COUNTER);
	seat_leave(p);
}

/* The file of which half was refused; its rows by error; the right value for all alike;
 * again.  The value now and its column stand there already. */
static void feed_is_repaired_in_six_keys(void **state)
{
	struct pty *p = seat_start("admin");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, "rows are refused");
	pty_key(p, "enter");
	pty_wait(p, "First line");
	pty_key(p, "f");
	pty_wait(p, "Right value");
	assert_true(pty_shows(p, "Value now   2025-11-31"));
	pty_type(p, "2025-11-30");
	pty_wait(p, "Right value 2025-11-30");
	pty_settle(p, 40);
	pty_key(p, "enter");
	pty_wait(p, "mended");
	pty_key(p, "y");
	pty_wait(p, "try again: done");
	printf("keys: J15 repair a feed %d of %d\n", pty_keys_sent(p), J15_REPAIR_A_FEED);
	assert_true(pty_keys_sent(p) <= J15_REPAIR_A_FEED);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(home_shows_what_waits),
		cmocka_unit_test(most_urgent_task_in_one_key),
		cmocka_unit_test(board_figures_open_their_rows),
		cmocka_unit_test(stop_is_proposed_in_six_keys),
		cmocka_unit_test(why_is_one_key_away),
		cmocka_unit_test(why_never_holds_the_screen),
		cmocka_unit_test(approve_key_of_a_clerk_says_who_can),
		cmocka_unit_test(second_person_approves_in_four_keys),
		cmocka_unit_test(own_proposal_is_taken_back),
		cmocka_unit_test(visits_are_assigned_from_a_figure),
		cmocka_unit_test(person_is_found_by_name),
		cmocka_unit_test(why_this_amount_is_two_keys_away),
		cmocka_unit_test(person_at_the_counter_in_two_keys),
		cmocka_unit_test(feed_is_repaired_in_six_keys),
	};

	if (!seat_take(argc, argv, "BOARD.csv"))
		return 2;
	board_file = argv[4];
	return cmocka_run_group_tests_name("desk_journey", tests, seat_setup,
					   seat_teardown);
}
