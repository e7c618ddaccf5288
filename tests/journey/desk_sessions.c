/* Many workbenches on one server, most of them idle: how long a key takes, and what they
 * cost.  Started by rest.sh with: connection, number and name of somebody to look for, a
 * configuration, how many logins there are (seat1, seat2, ...), how many sit idle, how
 * many work, for how many seconds, and the server's process. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "seat.h"
#include "times.h"

static const char *config;
static int logins, idle, working, seconds;
static long server;

static struct pty *sit(int nth)
{
	const char *login = arena_printf(seat.memory, "seat%d", nth % logins + 1);

	return seat_start_as(login, config);
}

/* From the key to what it is to show. */
static void timed(struct pty *p, const char *key, const char *shows, struct times *t)
{
	double begin = clock_ms();

	pty_key(p, key);
	pty_wait(p, shows);
	times_note(t, clock_ms() - begin);
}

/* Somebody is looked for, looked at, and left again. */
static void look_up(struct pty *p, struct times *t)
{
	timed(p, "/", "Name or number", t);
	pty_type(p, seat.number);
	pty_rest(p, 100 + rand() % 400);
	timed(p, "enter", "Household", t);
	pty_rest(p, 100 + rand() % 400);
	timed(p, "esc", "Name or number", t);
	timed(p, "esc", "Next for you", t);
	pty_rest(p, 100 + rand() % 900);
}

/* Nobody's office comes to work within a second: the next ones come when those before
 * begin to rest. */
static void let_them_rest(int nth)
{
	while (nth % 20 == 19 &&
	       atoi(seat_row("select count(*) from pg_stat_activity where usename like "
			     "'seat%'")) > 60)
		;
}

/* In a process of its own, for others work at the same moment. */
static int work(int nth, double until, FILE *out)
{
	struct times t = { 0 };
	struct pty *p;

	srand((unsigned)nth);
	p = sit(nth);
	while (clock_ms() < until)
		look_up(p, &t);
	seat_leave(p);
	for (int i = 0; i < t.n; i++)
		fprintf(out, "%f\n", t.ms[i]);
	return fflush(out) == 0 ? 0 : 1;
}

static pid_t hire(int nth, double until, FILE *out)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		_exit(work(nth, until, out));
	return pid;
}

static long number_in(const char *path, const char *name)
{
	char line[200];
	FILE *f = fopen(path, "re");
	long n = 0;

	while (f && fgets(line, sizeof(line), f))
		if (strncmp(line, name, strlen(name)) == 0)
			n += strtol(line + strlen(name), NULL, 10);
	if (f)
		fclose(f);
	return n;
}

/* What the server's processes hold for themselves, in MB, and how many there are. */
static void server_memory(long *mb, int *processes)
{
	DIR *d = opendir("/proc");
	struct dirent *entry;
	long kb = 0;

	assert_non_null(d);
	*processes = 0;
	while ((entry = readdir(d))) {
		long pid = strtol(entry->d_name, NULL, 10);
		char path[300];

		snprintf(path, sizeof(path), "/proc/%s/status", entry->d_name);
		if (pid <= 0 || (pid != server && number_in(path, "PPid:") != server))
			continue;
		snprintf(path, sizeof(path), "/proc/%s/smaps_rollup", entry->d_name);
		kb += number_in(path, "Private_Clean:") +
		      number_in(path, "Private_Dirty:");
		++*processes;
	}
	closedir(d);
	*mb = kb / 1024;
}

/* One after the other of those who were idle presses a key, until the end. */
static void wake_some(struct pty **p, double until, struct times *t, long *most_mb,
		      int *processes)
{
	for (int i = 0; clock_ms() < until; i++) {
		long mb;

		timed(p[i % idle], "/", "Name or number", t);
		timed(p[i % idle], "esc", "Next for you", t);
		server_memory(&mb, processes);
		*most_mb = mb > *most_mb ? mb : *most_mb;
		pty_rest(p[i % idle], 300);
	}
}

static void read_times(FILE *f, struct times *t)
{
	double ms;

	rewind(f);
	while (fscanf(f, "%lf", &ms) == 1)
		times_note(t, ms);
}

static void many_sit_and_few_work(void **state)
{
	struct pty **p = calloc((size_t)idle, sizeof(*p));
	pid_t *pids = calloc((size_t)working, sizeof(*pids));
	struct times keys = { 0 }, woken = { 0 };
	FILE *said = tmpfile();
	long kb = 0, mb = 0;
	int processes = 0, status;
	double until;

	(void)state;
	assert_true(p && pids && said);
	setvbuf(said, NULL, _IOFBF, 1 << 20);
	for (int i = 0; i < idle; i++) {
		p[i] = sit(i);
		let_them_rest(i);
	}
	until = clock_ms() + seconds * 1e3;
	for (int i = 0; i < working; i++)
		pids[i] = hire(idle + i, until, said);
	wake_some(p, until, &woken, &mb, &processes);
	for (int i = 0; i < working; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	for (int i = 0; i < idle; i++)
		kb = pty_memory(p[i]) > kb ? pty_memory(p[i]) : kb;
	read_times(said, &keys);
	assert_true(keys.n >= working * 4 && woken.n >= 2);
	printf("# %d sessions (%d idle, %d at work), %d s, %d keys\n", idle + working,
	       idle, working, seconds, keys.n + woken.n);
	printf("# a key at work: %.0f ms in the middle, p99 %.0f ms (goal 300)\n",
	       times_at(&keys, 50), times_at(&keys, 99));
	printf("# a key of one who was idle: %.0f ms in the middle, p99 %.0f ms\n",
	       times_at(&woken, 50), times_at(&woken, 99));
	printf("# memory of its own: a client %ld KB at most (goal 4096), the server %ld "
	       "MB at most (goal 2560), in %d processes at the end\n",
	       kb, mb, processes);
	assert_true(processes < idle);
	for (int i = 0; i < idle; i++)
		seat_leave(p[i]);
	times_free(&keys);
	times_free(&woken);
	free(p);
	free(pids);
	fclose(said);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(many_sit_and_few_work) };

	if (!seat_take(argc, argv, "CONFIG LOGINS IDLE WORKING SECONDS SERVER"))
		return 2;
	config = argv[4];
	logins = atoi(argv[5]);
	idle = atoi(argv[6]);
	working = atoi(argv[7]);
	seconds = atoi(argv[8]);
	server = atol(argv[9]);
	return cmocka_run_group_tests(tests, seat_setup, seat_teardown);
}
