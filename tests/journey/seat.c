#include "seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/clock.h"

struct seat seat;

bool seat_take(int argc, char **argv, const char *rest)
{
	int words = *rest ? 5 : 4;

	for (const char *at = rest; (at = strchr(at, ' ')); at++)
		words++;
	if (argc != words || !getenv("steward")) {
		fprintf(stderr, "usage: steward=PROGRAM %s CONNECTION NUMBER NAME %s\n",
			argv[0], rest);
		return false;
	}
	seat.connection = argv[1];
	seat.number = argv[2];
	seat.name = argv[3];
	setvbuf(stdout, NULL, _IOLBF, 0);
	return true;
}

struct pty *seat_start_in(const char *login, const char *const *env, int rows, int cols)
{
	const char *const argv[] = {
		getenv("steward"), "--db", seat.connection, "--as", login, NULL
	};

	return pty_start(argv, env, rows, cols);
}

struct pty *seat_start(const char *login)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE", "NO_COLOR",
		"ACCESSIBLE",	       "ESCDELAY",	 NULL
	};
	struct pty *p = seat_start_in(login, env, 24, 80);

	pty_wait(p, "Tasks by kind");
	pty_wait(p, "stop a pension");
	pty_wait_gone(p, "waiting for the database");	/* for the other parts */
	return p;
}

struct pty *seat_start_as(const char *login, const char *config)
{
	const char *const argv[] = { getenv("steward"), "--db", seat.connection, "--as",
				     login, "--config", config, NULL };
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
					   "LANGUAGE", "ACCESSIBLE", NULL };
	struct pty *p = pty_start(argv, env, 24, 80);

	pty_wait(p, "Next for you");
	return p;
}

void seat_open_stop(struct pty *p)
{
	pty_key(p, "enter");
	pty_wait(p, "Tasks: stop a pension");
	pty_key(p, "f");
	pty_wait(p, "Tasks: stop a pension, open");
	pty_key(p, "enter");
	pty_wait(p, "What it rests on");
	pty_key(p, "s");
	pty_wait(p, "enter send");
}

void seat_leave(struct pty *p)
{
	pty_key(p, "F3");
	assert_int_equal(pty_end(p), 0);
	assert_true(pty_is_restored(p));
	pty_free(p);
}

const char *seat_titled(const char *title, const char *of)
{
	return arena_printf(seat.memory, "%s: %s", title, of);
}

bool seat_matches(const char *text, const char *pattern)
{
	regex_t r;
	bool is;

	assert_int_equal(regcomp(&r, pattern, REG_EXTENDED | REG_NOSUB), 0);
	is = regexec(&r, text, 0, NULL, 0) == 0;
	regfree(&r);
	return is;
}

const char *seat_run(const char *words, int *status, double *took)
{
	double begin = clock_ms();
	FILE *f = popen(arena_printf(seat.memory, "LC_ALL=C.UTF-8 LANGUAGE= %s %s 2>&1",
				     getenv("steward"), words),
			"r");
	char text[2000];
	size_t n;

	assert_non_null(f);
	n = fread(text, 1, sizeof(text) - 1, f);
	text[n] = '\0';
	*status = WEXITSTATUS(pclose(f));
	*took = clock_ms() - begin;
	return arena_strdup(seat.memory, text);
}

const char *seat_row(const char *question)
{
	FILE *f = popen(arena_printf(seat.memory,
				     "psql -X -At -F ' ' \"%s user=postgres\" -c \"%s\"",
				     seat.connection, question),
			"r");
	char line[300] = "";

	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	pclose(f);
	line[strcspn(line, "\n")] = '\0';
	return arena_strdup(seat.memory, line);
}

void seat_hold(const char *table, int seconds)
{
	const char *command =
	    arena_printf(seat.memory,
			 "psql -X -q \"%s user=postgres\" -c 'set role steward_owner' "
			 "-c 'begin; lock table steward.%s; select pg_sleep(%d); "
			 "commit' "
			 ">/dev/null 2>&1 &",
			 seat.connection, table, seconds);
	const char *is_held =
	    arena_printf(seat.memory,
			 "psql -X -At \"%s user=postgres\" -c \"select 1 from pg_locks "
			 "where relation = 'steward.%s'::regclass "
			 "and mode = 'AccessExclusiveLock' and granted\" | grep -q 1",
			 seat.connection, table);
	double end = clock_ms() + 10000;

	assert_int_equal(system(command), 0);
	while (system(is_held) != 0)
		assert_true(clock_ms() < end);
}

void seat_let_go(void)
{
	const char *command =
	    arena_printf(seat.memory,
			 "psql -X -At \"%s user=postgres\" -c \"select "
			 "pg_terminate_backend(pid) from pg_stat_activity where query "
			 "like "
			 "'%%pg_sleep%%' and pid <> pg_backend_pid()\" >/dev/null",
			 seat.connection);

	assert_int_equal(system(command), 0);
}

int seat_setup(void **state)
{
	(void)state;
	seat.memory = arena_new();
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int seat_teardown(void **state)
{
	(void)state;
	arena_free(seat.memory);
	return 0;
}
