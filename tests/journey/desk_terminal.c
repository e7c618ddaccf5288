/* The workbench as a program on a terminal: help and ways back, small sizes, ends, odd
 * names, languages; what is measured on it is in desk_goals.  Nothing is decided.
 * Started by journey.sh with: connection, number and name of a person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "seat.h"

static void help_lists_the_keys_of_the_screen(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "?");
	pty_wait(p, "Help: Start");
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "task.next")),
				 "^ +n +task.next +[a-z]"));
	assert_false(pty_shows(p, "p           person.open"));
	pty_key(p, "esc");
	pty_wait(p, "steward  Start");
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "enter");
	pty_wait(p, "What can be done");
	pty_key(p, "F1");
	pty_wait(p, "Keys here");
	assert_true(pty_shows(p, "finish") || pty_shows(p, "propose"));
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "person.open")),
				 "^ +p +person.open +[a-z]"));
	/* From help to another screen and back: not by way of help. */
	pty_key(p, "b");
	pty_wait(p, "steward  Board");
	pty_key(p, "esc");
	pty_wait(p, "What it rests on");
	/* Where text is typed a letter is no command. */
	pty_keys(p, "/ F1");
	pty_wait(p, "Help: Search");
	assert_true(
	    seat_matches(pty_row(p, pty_row_of(p, "screen.help")), "^ +F1 +screen.help"));
	assert_false(seat_matches(pty_screen(p), "\n +n +task.next"));
	seat_leave(p);
}

/* Whatever is open, one key closes it, and the last one stays. */
static void esc_and_f12_lead_back_from_everywhere(void **state)
{
	static const char *const ways[] = {
		"n", "t", "b", "/", ":", "?", ": d e enter", ": c e enter", ": e m enter",
		"n p", "t enter p", "b enter", "F2", "F2 enter", "t enter w"
	};
	struct pty *p = seat_start("clerk");

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
	seat_leave(p);
}

static void small_terminals_are_served(void **state)
{
	struct pty *p = seat_start("clerk");

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
	pty_resize(p, 24, 80);
	pty_wait(p, "F3 leave");
	seat_leave(p);
}

/* The look at the line can see what is wrong. */
static void killed_program_leaves_the_screen_on(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_signal(p, SIGKILL);
	assert_int_equal(pty_end(p), 128 + SIGKILL);
	assert_false(pty_is_restored(p));
	pty_free(p);
}

static void interrupt_key_ends_it(void **state)
{
	struct pty *p = seat_start("clerk");

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
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_hang_up(p);
	assert_int_equal(pty_end(p), 128 + SIGHUP);
	pty_free(p);
}

static void odd_names_keep_the_columns(void **state)
{
	static const char *const numbers[] = {
		"99900001", "99900002", "99900003", "99900004"
	};
	struct pty *p = seat_start("clerk");
	int col;

	(void)state;
	pty_key(p, "/");
	pty_type(p, "测");
	pty_key(p, "enter");
	pty_wait(p, "4 found");
	col = pty_col_of(p, pty_row_of(p, numbers[0]), numbers[0]);
	assert_true(col > 10);
	for (int i = 1; i < 4; i++)
		assert_int_equal(pty_col_of(p, pty_row_of(p, numbers[i]), numbers[i]),
				 col);
	assert_true(pty_shows(p, "测Zoe\u0308 Ne\u0301meth"));
	assert_true(
	    seat_matches(pty_row(p, pty_row_of(p, numbers[2])), "^ *测长名字.*~ +9"));
	seat_leave(p);
}

static void planted_escapes_never_reach_the_terminal(void **state)
{
	struct pty *p = seat_start("clerk");

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
	seat_leave(p);
}

static void plain_c_locale_still_shows_names(void **state)
{
	static const char *const env[] = {
		"TERM=xterm", "LC_ALL=C", "LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	(void)state;
	pty_wait(p, "Next for you");
	pty_key(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, seat_titled("Person", seat.name));
	seat_leave(p);
}

/* Also on a server where no Chinese locale is installed. */
static void chinese_titles(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	const char *catalogue =
	    arena_printf(seat.memory, "%s/po/locale/zh_CN/LC_MESSAGES/steward.mo",
			 getenv("builddir"));
	struct pty *p;

	(void)state;
	if (access(catalogue, R_OK) != 0)
		return;
	p = seat_start_in("clerk", env, 24, 80);
	pty_wait(p, "首页");
	seat_leave(p);
}

/* The folder of the tests' own cluster, which counts as a demo's while a file says so. */
static void leave_private(const char *cluster, const char *const *told,
			  const char *not_told)
{
	const char *const argv[] = {
		getenv("steward"), "--db", cluster, "--as", "clerk", NULL
	};
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = pty_start(argv, env, 24, 160);

	pty_wait(p, "Next for you");
	pty_key(p, "F3");
	assert_int_equal(pty_end(p), 0);
	assert_true(pty_is_restored(p));
	for (; *told; told++)
		assert_true(pty_wrote(p, *told));
	assert_false(pty_wrote(p, not_told));
	pty_free(p);
}

static void who_leaves_a_private_server_is_told_that_it_goes_on(void **state)
{
	const char *cluster = getenv("cluster");
	const char *mark = arena_printf(seat.memory, "%s/demo.ready", cluster);
	const char *stop =
	    arena_printf(seat.memory, "steward demo --dir %s --stop", cluster);
	const char *const private[] = { "goes on", stop, NULL };
	const char *const demo[] = { "goes on", stop,
				     arena_printf(seat.memory, "rm -r %s", cluster),
				     NULL };
	FILE *f;

	(void)state;
	leave_private(cluster, private, "rm -r");
	f = fopen(mark, "we");
	assert_true(f && fclose(f) == 0);
	leave_private(cluster, demo, "there is nothing that must not be told");
	assert_int_equal(unlink(mark), 0);
}

static void lines_of_text_where_no_screen_can_be(void **state)
{
	static const char *const dumb[] = {
		"TERM=dumb", "LC_ALL=C.UTF-8", "LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = seat_start_in("clerk", dumb, 200, 160);

	(void)state;
	pty_wait(p, "Figures in alarm");
	assert_true(pty_shows(p, "  1   stop a pension"));
	pty_type(p, "b\n");
	pty_wait(p, "Open tasks");
	pty_type(p, "F3\n");
	assert_int_equal(pty_end(p), 0);
	assert_false(pty_wrote(p, "\033"));
	pty_free(p);
}

/* What stderr says before is under the screen until the end. */
static void module_left_out_is_said_on_the_screen(void **state)
{
	const char *config =
	    arena_printf(seat.memory, "%s/left_out.conf", getenv("work"));
	const char *const argv[] = {
		getenv("steward"), "--db",     seat.connection, "--as",
		"clerk",	   "--config", config,		NULL
	};
	const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8", NULL };
	const char *make =
	    arena_printf(seat.memory,
			 "sed 's/^modules = ( /&\"nowhere\", /' '%s/steward.conf' >'%s'",
			 getenv("builddir"), config);
	struct pty *p;

	(void)state;
	assert_int_equal(system(make), 0);
	p = pty_start(argv, env, 24, 80);
	pty_wait(p, "Next for you");
	assert_true(pty_shows(p, "module left out: nowhere"));
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(help_lists_the_keys_of_the_screen),
		cmocka_unit_test(esc_and_f12_lead_back_from_everywhere),
		cmocka_unit_test(small_terminals_are_served),
		cmocka_unit_test(killed_program_leaves_the_screen_on),
		cmocka_unit_test(interrupt_key_ends_it),
		cmocka_unit_test(cut_line_ends_it),
		cmocka_unit_test(odd_names_keep_the_columns),
		cmocka_unit_test(planted_escapes_never_reach_the_terminal),
		cmocka_unit_test(plain_c_locale_still_shows_names),
		cmocka_unit_test(chinese_titles),
		cmocka_unit_test(who_leaves_a_private_server_is_told_that_it_goes_on),
		cmocka_unit_test(lines_of_text_where_no_screen_can_be),
		cmocka_unit_test(module_left_out_is_said_on_the_screen),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_terminal", tests, seat_setup,
					   seat_teardown);
}
