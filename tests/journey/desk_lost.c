/* The line is cut while the server stores what was decided: who asked is told what became
 * of it.  And a slow line.  Started by tests/crash/silent.sh with: connection, number and
 * name of a person, the folder of the cluster. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "relay.h"
#include "seat.h"

static const char *folder;

static pid_t relay_to(const char *word, int delay_ms, const char **connection)
{
	const char *dir = arena_printf(seat.memory, "%s/relay", folder);
	const char *server = arena_printf(seat.memory, "%s/run/.s.PGSQL.5432", folder);

	*connection =
	    arena_printf(seat.memory, "host='%s' port=5432 dbname=steward", dir);
	return relay_start(dir, server, word, delay_ms);
}

/* The line is cut when the server has the decision, which it can only store a moment
 * later. */
static pid_t relay_to_cut_line(const char *word, const char **connection)
{
	const char *hold =
	    arena_printf(seat.memory,
			 "psql -X -q \"%s user=postgres\" -c 'set role steward_owner' "
			 "-c 'begin; lock table steward.audit_log in exclusive mode; "
			 "select "
			 "pg_sleep(2); commit' >/dev/null 2>&1 &",
			 seat.connection);

	assert_int_equal(system(hold), 0);
	return relay_to(word, 0, connection);
}

static void relay_stop(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

/* Person, rule and cause of a pension that may be stopped. */
static const char *a_task(void)
{
	return seat_row(
	    "select i.id_no, rule_id, cause from steward.task t join "
	    "steward.person_ident i using (person_id) where task_type = 'suspend' and "
	    "state = 'open' order by due desc limit 1");
}

static void command_knows_what_became_of_it(void **state)
{
	const char *connection, *task = a_task(), *text;
	pid_t relay = relay_to_cut_line("from decide(", &connection);
	double took;
	int status;

	(void)state;
	text =
	    seat_run(arena_printf(seat.memory,
				  "decide %s propose --reason confirmed --as clerk "
				  "--format csv "
				  "--db \"%s\"",
				  task, connection),
		     &status, &took);
	relay_stop(relay);
	if (status != 0 || !strstr(text, ",proposed,2,true"))
		fail_msg("status %d: %s", status, text);
}

/* The first of the pensions that may be stopped, from the first screen on. */
static void propose_first(struct pty *p)
{
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_keys(p, "f enter");
	pty_wait(p, "What can be done");
	pty_keys(p, "s 1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"proposed\"");
}

static void desk_knows_what_became_of_it(void **state)
{
	const char *before = seat.connection, *connection;
	pid_t relay;
	struct pty *p;

	(void)state;
	relay = relay_to_cut_line("from decide(", &connection);
	seat.connection = connection;
	p = seat_start("clerk");
	seat.connection = before;
	propose_first(p);
	assert_false(pty_wrote(p, "was not stored"));
	seat_leave(p);
	relay_stop(relay);
}

/* Who sees that it is stored, while the next task is still asked for, means that task by
 * the way back: the queue comes, and not what is below it. */
static void way_back_means_the_next_task(void **state)
{
	const char *before = seat.connection, *connection;
	pid_t relay = relay_to(NULL, 60, &connection);
	struct pty *p;

	(void)state;
	seat.connection = connection;
	p = seat_start("clerk");
	seat.connection = before;
	propose_first(p);
	pty_key(p, "F12");
	pty_wait(p, "Tasks: stop a pension");
	pty_settle(p, 200);
	assert_true(pty_shows(p, "Tasks: stop a pension"));
	seat_leave(p);
	relay_stop(relay);
}

/* A batch by these words, whose answer is lost at "word", is told as "becomes" it. */
static void batch_is_known(const char *words, const char *word, const char *becomes)
{
	const char *connection, *text;
	pid_t relay = relay_to_cut_line(word, &connection);
	double took;
	int status;

	text = seat_run(arena_printf(seat.memory,
				     "batch %s --format csv --db \"%s\"", words,
				     connection),
			&status, &took);
	relay_stop(relay);
	if (status != 0 || !strstr(text, becomes))
		fail_msg("status %d: %s", status, text);
}

static void batch_knows_what_became_of_it(void **state)
{
	(void)state;
	batch_is_known("propose suspend --reason confirmed --as clerk", "batch_propose(",
		       ",proposed,");
}

static void settled_batch_knows_what_became_of_it(void **state)
{
	const char *batch = seat_row("select batch_id from steward.decision_batch where "
				   "outcome = 'proposed' limit 1");
	const char *sign = seat_row("select digest from steward.decision_batch where "
				  "outcome = 'proposed' limit 1");

	(void)state;
	batch_is_known(arena_printf(seat.memory,
				    "approve %s --signature %s --reason checked "
				    "--as reviewer", batch, sign),
		       "batch_settle(", ",approved,");
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(command_knows_what_became_of_it),
		cmocka_unit_test(desk_knows_what_became_of_it),
		cmocka_unit_test(way_back_means_the_next_task),
		cmocka_unit_test(batch_knows_what_became_of_it),
		cmocka_unit_test(settled_batch_knows_what_became_of_it),
	};

	if (!seat_take(argc, argv, "FOLDER"))
		return 2;
	folder = argv[4];
	return cmocka_run_group_tests_name("desk_lost", tests, seat_setup, seat_teardown);
}
