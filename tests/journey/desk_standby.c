/* The server dies while a form is open; the second one is read, says so, and keeps what
 * was typed until it has taken the first one's place.  Started by tests/crash/standby.sh
 * with: connection to both, number and name of a person, the folder of both. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "seat.h"

static const char *folder;

static void kill_first(void)
{
	const char *path = arena_printf(seat.memory, "%s/one/pgdata/postmaster.pid",
					folder);
	FILE *f = fopen(path, "r");
	char line[32];
	int pid;

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	fclose(f);
	pid = (int)strtol(line, NULL, 10);
	assert_true(pid > 1);
	assert_int_equal(kill(pid, SIGKILL), 0);
}

static void what_was_typed_outlives_the_server(void **state)
{
	struct pty *p = seat_start("reviewer");

	(void)state;
	pty_key(p, "n");
	pty_wait(p, "What it rests on");
	pty_key(p, "a");
	pty_wait(p, "choose: reason");
	pty_key(p, "1");
	pty_wait(p, "> 1");
	kill_first();
	pty_wait(p, "this server only reads");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "nothing was stored");
	assert_true(pty_shows(p, "> 1"));
	pty_key(p, "F12");
	pty_wait(p, "What it rests on");
	pty_key(p, "down");
	pty_wait(p, "this server only reads");
	seat_row("select pg_promote()");
	pty_wait(p, "decisions are stored again");
	pty_key(p, "a");
	pty_wait(p, "> 1");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "now \"done\"");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_typed_outlives_the_server),
	};

	if (!seat_take(argc, argv, "FOLDER"))
		return 2;
	folder = argv[4];
	return cmocka_run_group_tests_name("desk_standby", tests, seat_setup,
					   seat_teardown);
}
