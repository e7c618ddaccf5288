/* The server dies while a decision is with it; the second one is read, says so, and the
 * decision is stored once when it has taken the first one's place.  Started by
 * tests/crash/standby.sh with: connection to both, number and name of a person, the
 * folder of both. */
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

static void decision_outlives_the_server(void **state)
{
	struct pty *p = seat_start("reviewer");

	(void)state;
	pty_key(p, "n");
	pty_wait(p, "What it rests on");
	pty_key(p, "a");
	pty_wait(p, "choose: reason");
	pty_key(p, "1");
	pty_wait(p, "> 1");
	seat_hold("steward.audit_log", 60);
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "waiting for the database");
	kill_first();
	pty_wait(p, "not known yet whether it was stored");
	pty_key(p, "F12");
	pty_wait(p, "What it rests on");
	pty_key(p, "down");
	pty_wait(p, "this server only reads");
	pty_key(p, "a");
	pty_wait(p, "> 1");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "not known yet whether the last decision was stored");
	seat_row("select pg_promote()");
	pty_key(p, "F5");	/* it learns of it before it has looked again */
	pty_wait(p, "now \"done\"");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decision_outlives_the_server),
	};

	if (!seat_take(argc, argv, "FOLDER"))
		return 2;
	folder = argv[4];
	return cmocka_run_group_tests_name("desk_standby", tests, seat_setup,
					   seat_teardown);
}
