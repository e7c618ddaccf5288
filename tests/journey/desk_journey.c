/* What a clerk does with the workbench, counted in keys.  Started by journey.sh with: connection,
 * number and name of a person reported dead a moment ago, the figures as csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pty.h"

/* Command keys at most, by the journeys' names; data that only a human knows is not among them. */
#define J1_START_WORK 1
#define J2_PROPOSE_A_STOP 6
#define J2B_APPROVE 4
#define J5_AT_THE_COUNTER 2

/* Bytes at most, at 80x24 with the whole row highlighted. */
#define BYTES_OF_A_MOVE 160
#define BYTES_OF_A_PAGE 1600
#define BYTES_OF_100_MOVES 1600

static const char *connection, *number, *name, *board_file;
static struct arena *memory;

static struct pty *start_in(const char *login, const char *const *env, int rows, int cols)
{
	const char *const argv[] = { getenv("steward"), "--db", connection, "--as", login, NULL };

	return pty_start(argv, env, rows, cols);
}

static struct pty *start(const char *login)
{
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE",
					   "NO_COLOR", "ACCESSIBLE", "ESCDELAY", NULL };
	struct pty *p = start_in(login, env, 24, 80);

	pty_wait(p, "Tasks by kind");
	pty_wait(p, "stop a pension");
	return p;
}

static void leave(struct pty *p)
{
	pty_key(p, "F3");
	assert_int_equal(pty_end(p), 0);
	assert_true(pty_is_restored(p));
	pty_free(p);
}

static const char *titled(const char *title, const char *of)
{
	return arena_printf(memory, "%s: %s", title, of);
}

static bool matches(const char *text, const char *pattern)
{
	regex_t r;
	bool is;

	assert_int_equal(regcomp(&r, pattern, REG_EXTENDED | REG_NOSUB), 0);
	is = regexec(&r, text, 0, NULL, 0) == 0;
	regfree(&r);
	return is;
}

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
		all = arena_printf(memory, "%s%s", all, now);
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
	struct pty *p = start("clerk");

	(void)state;
	pty_wait(p, "Next for you");
	assert_true(number_after(p, "stop a pension") > 0);
	assert_true(pty_row_of(p, "stop a pension") < pty_row_of(p, "Next for you"));
	assert_true(matches(pty_row(p, pty_row_of(p, "Next for you") + 2), "20[0-9-]{8} "));
	assert_true(pty_shows(p, "n next"));
	leave(p);
}

static void most_urgent_task_in_one_key(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, "What it rests on");
	assert_true(pty_keys_sent(p) <= J1_START_WORK);
	leave(p);
}

/* The queue of its kind, its end, for what came last; the task; the move; the first reason. */
static void stop_is_proposed_in_six_keys(void **state)
{
	struct pty *p = start("clerk");
	const char *rows[20];
	int n;

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "G");
	pty_wait(p, name);
	pty_key(p, "enter");
	pty_wait(p, titled("stop a pension", name));
	pty_wait(p, "What it rests on");
	n = rows_under(p, "What it rests on", rows, 20);
	assert_true(n >= 3);
	for (int i = 0; i < n; i++)
		if (!matches(rows[i], "[^ ]/[a-z]+[.a-z]*~? +[0-9]+$"))
			fail_msg("no file and line: %s", rows[i]);
	pty_key(p, "s");
	pty_wait(p, "> 1");
	assert_false(pty_shows(p, "enter show"));
	pty_key(p, "enter");
	pty_wait(p, "now \"proposed\"");
	assert_true(pty_shows(p, name));
	printf("keys: J2 propose a stop %d of %d\n", pty_keys_sent(p), J2_PROPOSE_A_STOP);
	assert_true(pty_keys_sent(p) <= J2_PROPOSE_A_STOP);
	leave(p);
}

/* From the task and from the person's page: what the rule looked at, in its order. */
static void why_is_one_key_away(void **state)
{
	struct pty *p = start("clerk");
	const char *all;

	(void)state;
	pty_key(p, "/");
	pty_type(p, number);
	pty_keys(p, "enter w");
	pty_wait(p, "select one of the signals");
	while (!pty_shows(p, "Why: "))
		pty_keys(p, "down w");
	pty_wait(p, "condition");
	pty_key(p, "esc");
	pty_wait(p, titled("Person", name));
	pty_key(p, "enter");
	pty_wait(p, "What it rests on");
	pty_key(p, "?");
	pty_wait(p, "Keys here");
	assert_true(matches(pty_row(p, pty_row_of(p, "why.open")), "^ +w +why.open +[a-z]"));
	pty_keys(p, "esc w");
	pty_wait(p, "Why: risk.paid_after_death");
	pty_wait(p, "condition");
	all = read_through(p);
	assert_non_null(strstr(all, "is reached"));
	assert_true(matches(all, "from [^ ]*death\\.csv, line [0-9]+"));
	assert_true(strstr(all, "condition") < strstr(all, "found"));
	leave(p);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* While the archive of texts is locked no explanation comes, and every key still does what it does. */
static void why_never_holds_the_screen(void **state)
{
	struct pty *p = start("clerk");
	const char *lock = arena_printf(memory, "psql -X -q \"%s user=admin\" -c 'set role steward_owner' "
					"-c 'begin; lock table steward.rule_book; select pg_sleep(3); commit' "
					">/dev/null 2>&1 &", connection);
	double begin;

	(void)state;
	assert_int_equal(system(lock), 0);
	begin = seconds();
	pty_keys(p, "t enter");
	pty_wait(p, "What it rests on");
	pty_settle(p, 300);
	pty_key(p, "w");
	pty_wait(p, "the rule is asked");
	pty_key(p, "?");
	pty_wait(p, "Help: Why");
	pty_key(p, "esc");
	pty_wait(p, "the rule is asked");
	pty_settle(p, 40);
	pty_key(p, "esc");
	pty_wait(p, "What it rests on");
	assert_true(seconds() - begin < 2.9);
	pty_key(p, "w");
	pty_wait(p, "Why: ");
	leave(p);
}

static void policy_texts_and_their_versions(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_key(p, "F2");
	pty_wait(p, "Policy texts");
	pty_wait(p, "calculations/");
	assert_true(matches(pty_row(p, pty_row_of(p, "calculations/")), "in force +1900-01-01"));
	pty_key(p, "enter");
	pty_wait(p, "Versions");
	pty_wait(p, "In force");
	leave(p);
}

static void approve_key_of_a_clerk_says_who_can(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_keys(p, "enter f f enter");		/* filter: proposed ones */
	pty_wait(p, titled("stop a pension", name));
	pty_key(p, "a");
	pty_wait(p, "* \"approve\" needs a reviewer");
	assert_false(pty_shows(p, "> 1"));
	leave(p);
}

static void second_person_approves_in_four_keys(void **state)
{
	struct pty *p = start("reviewer");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, titled("stop a pension", name));
	pty_wait(p, "What it rests on");
	pty_key(p, "a");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"done\"");
	printf("keys: J2b approve %d of %d\n", pty_keys_sent(p), J2B_APPROVE);
	assert_true(pty_keys_sent(p) <= J2B_APPROVE);
	leave(p);
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
			.id = arena_strdup(memory, field[1]),
			.title = arena_strdup(memory, field[2]),
			.unit = arena_strdup(memory, field[5]),
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
	struct pty *p = start("manager");
	struct figure figures[60];
	int n = read_figures(figures, 60), opened = 0;

	(void)state;
	pty_key(p, "b");
	pty_wait(p, titled(arena_printf(memory, "%s  %s", figures[0].id, figures[0].title), ""));
	assert_true(n >= 8);
	for (int i = 0; i < n; i++, pty_key(p, "down")) {
		const struct figure *f = &figures[i];

		pty_wait(p, arena_printf(memory, "%s  %s: ", f->id, f->title));
		/* The whole label, in its own cell, and the mark of the selected one on it. */
		assert_true(pty_row_of(p, f->title) < pty_rows(p) - 5);
		if (!has_rows(f))
			continue;
		assert_int_equal(number_after(p, arena_printf(memory, "%s  %s: ", f->id,
							      f->title)), f->counted);
		pty_key(p, "enter");
		if (f->counted)
			pty_wait(p, arena_printf(memory, " of %ld shown", f->counted));
		else
			pty_wait(p, "no row is counted today");
		pty_key(p, "esc");
		pty_wait(p, "steward  Board");
		opened++;
	}
	assert_true(opened >= 8);
	leave(p);
}

static void person_is_found_by_name(void **state)
{
	struct pty *p = start("clerk");
	const char *all;

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_type(p, name);
	pty_keys(p, "enter enter");
	pty_wait(p, titled("Person", name));
	all = read_through(p);
	assert_non_null(strstr(all, number));
	assert_non_null(strstr(all, "Born"));
	assert_non_null(strstr(all, "Signals and tasks"));
	assert_non_null(strstr(all, "Payments"));
	assert_non_null(strstr(all, "Schemes"));
	assert_non_null(strstr(all, "Evidence"));
	assert_true(matches(all, "death.* death\\.csv|death.*/death\\.csv +[0-9]+"));
	leave(p);
}

static void person_at_the_counter_in_two_keys(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "/");
	pty_type(p, number);
	pty_key(p, "enter");
	pty_wait(p, titled("Person", name));
	printf("keys: J5 at the counter %d of %d, data %d\n", pty_keys_sent(p),
	       J5_AT_THE_COUNTER, pty_data_sent(p));
	assert_true(pty_keys_sent(p) <= J5_AT_THE_COUNTER);
	leave(p);
}

static void help_lists_the_keys_of_the_screen(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_key(p, "?");
	pty_wait(p, "Help: Start");
	assert_true(matches(pty_row(p, pty_row_of(p, "task.next")), "^ +n +task.next +[a-z]"));
	assert_false(pty_shows(p, "person.open"));
	pty_keys(p, "esc n");
	pty_wait(p, "What it rests on");
	pty_key(p, "F1");
	pty_wait(p, "Keys here");
	assert_true(pty_shows(p, "finish") || pty_shows(p, "propose"));
	assert_true(matches(pty_row(p, pty_row_of(p, "person.open")), "^ +p +person.open +[a-z]"));
	/* From help to another screen and back: not by way of help. */
	pty_key(p, "b");
	pty_wait(p, "steward  Board");
	pty_key(p, "esc");
	pty_wait(p, "What it rests on");
	/* Where text is typed a letter is no command. */
	pty_keys(p, "/ F1");
	pty_wait(p, "Help: Search");
	assert_true(matches(pty_row(p, pty_row_of(p, "screen.help")), "^ +F1 +screen.help"));
	assert_false(matches(pty_screen(p), "\n +n +task.next"));
	leave(p);
}

/* Whatever is open, one key closes it, and the last one stays. */
static void esc_and_f12_lead_back_from_everywhere(void **state)
{
	static const char *const ways[] = { "n", "t", "b", "/", ":", "?", "F4", "F6", "F7", "F8",
					    "n p", "t enter p", "b enter", "F2", "F2 enter",
					    "t enter w" };
	struct pty *p = start("clerk");

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		for (int is_f12 = 0; is_f12 < 2; is_f12++) {
			pty_keys(p, ways[i]);
			pty_wait_gone(p, "steward  Start");
			for (const char *s = ways[i]; s; s = strchr(s + 1, ' ')) {
				pty_settle(p, 40);	/* esc begins many keys */
				pty_key(p, is_f12 ? "F12" : "esc");
			}
			pty_wait(p, "steward  Start");
		}
	pty_key(p, "esc");
	pty_wait(p, "this is the first screen");
	leave(p);
}

static void small_terminals_are_served_or_told(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_resize(p, 10, 40);
	pty_wait_gone(p, "F3 leave");
	pty_wait(p, "Tasks by kind");
	pty_key(p, "n");
	pty_wait(p, "Number");
	pty_key(p, "b");
	pty_wait(p, "Open tasks");
	pty_keys(p, "F12 ?");
	pty_wait(p, "the most urgent");
	pty_keys(p, "F12 F12");
	pty_wait(p, "steward  Start");
	pty_resize(p, 5, 20);
	pty_wait(p, "too small: need 40");
	pty_resize(p, 1, 1);
	pty_settle(p, 40);
	pty_resize(p, 24, 80);
	pty_wait(p, "Next for you");
	assert_true(pty_shows(p, "F3 leave"));
	assert_false(pty_shows(p, "too small"));
	leave(p);
}

static void signals_end_it_and_leave_nothing_behind(void **state)
{
	static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		struct pty *p = start("clerk");

		pty_signal(p, numbers[i]);
		assert_int_equal(pty_end(p), 128 + numbers[i]);
		assert_true(pty_is_restored(p));
		pty_free(p);
	}
}

/* The look at the line can see what is wrong. */
static void killed_program_leaves_the_screen_on(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_signal(p, SIGKILL);
	assert_int_equal(pty_end(p), 128 + SIGKILL);
	assert_false(pty_is_restored(p));
	pty_free(p);
}

static void interrupt_key_ends_it(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_key(p, "n");
	pty_wait(p, "What it rests on");
	pty_key(p, "ctrl-c");
	assert_int_equal(pty_end(p), 128 + SIGINT);
	assert_true(pty_is_restored(p));
	pty_free(p);
}

static void cut_line_ends_it(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_hang_up(p);
	assert_int_equal(pty_end(p), 128 + SIGHUP);
	pty_free(p);
}

/* Walks through every screen, changes nothing. */
static const char walk[] =
	"t down down enter down p down F12 F12 b right down enter down enter F12 F12 n n down "
	"? pgdn F12 / 王 enter down down enter pgdn F12 F12 G g pgdn down : b o a r d enter l l j "
	"F12 home end F4 down enter F12 F12 t f down enter F12 f f pgup k k ";

#define MANY_KEYS 500

static int walk_keys(const char **keys, int most)
{
	char *rest = arena_strdup(memory, walk), *key;
	int n = 0, first;

	while ((key = strsep(&rest, " ")) && n < most)
		if (key[0])
			keys[n++] = key;
	for (first = n; n < most; n++)
		keys[n] = keys[n % first];
	return n;
}

static const char *final_screen(struct pty *p)
{
	int row, col;

	pty_key(p, "x");	/* what it says can only be said when all before is done */
	pty_wait(p, "key x does nothing here");
	pty_cursor(p, &row, &col);
	return arena_printf(memory, "%scursor %d %d\n", pty_screen(p), row, col);
}

static void typed_ahead_ends_where_slow_typing_does(void **state)
{
	const char *keys[MANY_KEYS], *fast, *slow;
	int n = walk_keys(keys, MANY_KEYS);
	struct pty *p = start("auditor");

	(void)state;
	for (int i = 0; i < n; i++) {
		pty_key(p, keys[i]);
		pty_settle(p, 3);
	}
	slow = final_screen(p);
	leave(p);
	p = start("auditor");
	pty_burst(p, keys, n);
	fast = final_screen(p);
	assert_string_equal(fast, slow);
	leave(p);
}

static void odd_names_keep_the_columns(void **state)
{
	static const char *const numbers[] = { "99900001", "99900002", "99900003", "99900004" };
	struct pty *p = start("clerk");
	int col;

	(void)state;
	pty_key(p, "/");
	pty_type(p, "测");
	pty_key(p, "enter");
	pty_wait(p, "4 found");
	col = pty_col_of(p, pty_row_of(p, numbers[0]), numbers[0]);
	assert_true(col > 10);
	for (int i = 1; i < 4; i++)
		assert_int_equal(pty_col_of(p, pty_row_of(p, numbers[i]), numbers[i]), col);
	assert_true(pty_shows(p, "测Zoe\u0308 Ne\u0301meth"));
	assert_true(matches(pty_row(p, pty_row_of(p, numbers[2])), "^ *测长名字.*~ +9"));
	leave(p);
}

static void planted_escapes_never_reach_the_terminal(void **state)
{
	struct pty *p = start("clerk");

	(void)state;
	pty_key(p, "/");
	pty_type(p, "99900004");
	pty_key(p, "enter");
	pty_wait(p, "Person: 测\u241b]0;owned\u2407\u241b[2J");
	pty_keys(p, "F12 backspace enter");
	pty_wait(p, "4 found");
	assert_true(pty_shows(p, "\u241b]0;owned\u2407"));
	assert_false(pty_wrote(p, "\033]0;"));
	assert_false(pty_wrote(p, "\007"));
	leave(p);
}

static void keys_cost_few_bytes(void **state)
{
	const char *keys[100];
	struct pty *p = start("clerk");
	size_t move, page, many;

	(void)state;
	pty_key(p, "t");
	pty_wait(p, "Tasks: all kinds");
	pty_key(p, "down");
	pty_settle(p, 40);
	pty_mark(p);
	pty_key(p, "down");
	pty_settle(p, 40);
	move = pty_bytes(p);
	pty_mark(p);
	pty_key(p, "pgdn");
	pty_settle(p, 40);
	page = pty_bytes(p);
	for (int i = 0; i < 100; i++)
		keys[i] = i % 4 ? "down" : "up";
	pty_key(p, "home");
	pty_settle(p, 40);
	pty_mark(p);
	pty_burst(p, keys, 100);
	pty_settle(p, 40);
	many = pty_bytes(p);
	printf("bytes: a move %zu, a page %zu, 100 moves at once %zu\n", move, page, many);
	assert_true(move <= BYTES_OF_A_MOVE);
	assert_true(page <= BYTES_OF_A_PAGE);
	assert_true(many <= BYTES_OF_100_MOVES);
	pty_mark(p);
	pty_settle(p, 500);
	assert_int_equal(pty_bytes(p), 0);
	leave(p);
}

static void plain_c_locale_still_shows_names(void **state)
{
	static const char *const env[] = { "TERM=xterm", "LC_ALL=C", "LANGUAGE", "ACCESSIBLE",
					   NULL };
	struct pty *p = start_in("clerk", env, 24, 80);

	(void)state;
	pty_wait(p, "Next for you");
	pty_key(p, "/");
	pty_type(p, number);
	pty_key(p, "enter");
	pty_wait(p, titled("Person", name));
	leave(p);
}

/* Also on a server where no Chinese locale is installed. */
static void chinese_titles(void **state)
{
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL", "LC_MESSAGES",
					   "LANG=zh_CN.UTF-8", "LANGUAGE=zh_CN", "ACCESSIBLE",
					   NULL };
	const char *catalogue = arena_printf(memory, "%s/po/locale/zh_CN/LC_MESSAGES/steward.mo",
					     getenv("builddir"));
	struct pty *p;

	(void)state;
	if (access(catalogue, R_OK) != 0)
		return;
	p = start_in("clerk", env, 24, 80);
	pty_wait(p, "首页");
	leave(p);
}

static void lines_of_text_where_no_screen_can_be(void **state)
{
	static const char *const dumb[] = { "TERM=dumb", "LC_ALL=C.UTF-8", "LANGUAGE", "ACCESSIBLE",
					    NULL };
	struct pty *p = start_in("clerk", dumb, 200, 160);

	(void)state;
	assert_int_equal(pty_end(p), 0);
	assert_true(pty_shows(p, "Open tasks"));
	assert_true(pty_shows(p, "stop a pension"));
	assert_false(pty_wrote(p, "\033"));
	pty_free(p);
}

static int setup(void **state)
{
	(void)state;
	memory = arena_new();
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(memory);
	return 0;
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
		cmocka_unit_test(policy_texts_and_their_versions),
		cmocka_unit_test(approve_key_of_a_clerk_says_who_can),
		cmocka_unit_test(second_person_approves_in_four_keys),
		cmocka_unit_test(person_is_found_by_name),
		cmocka_unit_test(person_at_the_counter_in_two_keys),
		cmocka_unit_test(help_lists_the_keys_of_the_screen),
		cmocka_unit_test(esc_and_f12_lead_back_from_everywhere),
		cmocka_unit_test(small_terminals_are_served_or_told),
		cmocka_unit_test(signals_end_it_and_leave_nothing_behind),
		cmocka_unit_test(killed_program_leaves_the_screen_on),
		cmocka_unit_test(interrupt_key_ends_it),
		cmocka_unit_test(cut_line_ends_it),
		cmocka_unit_test(typed_ahead_ends_where_slow_typing_does),
		cmocka_unit_test(odd_names_keep_the_columns),
		cmocka_unit_test(planted_escapes_never_reach_the_terminal),
		cmocka_unit_test(keys_cost_few_bytes),
		cmocka_unit_test(plain_c_locale_still_shows_names),
		cmocka_unit_test(chinese_titles),
		cmocka_unit_test(lines_of_text_where_no_screen_can_be),
	};

	if (argc != 5 || !getenv("steward")) {
		fprintf(stderr, "usage: steward=PROGRAM %s CONNECTION NUMBER NAME BOARD.csv\n",
			argv[0]);
		return 2;
	}
	connection = argv[1];
	number = argv[2];
	name = argv[3];
	board_file = argv[4];
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("desk_journey", tests, setup, teardown);
}
