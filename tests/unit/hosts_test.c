/* Which of several servers is taken, and who is not asked any more.  The servers are
 * children that speak as much of the protocol as a beginning needs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/db.h"

#define ASKS   "R\0\0\0\x08\0\0\0\x03"
#define TAKES  "R\0\0\0\x08\0\0\0\0"
#define REFUSES "E\0\0\0\x17SFATAL\0C28P01\0Mno\0\0"
#define FOLLOWS "S\0\0\0\x16in_hot_standby\0on\0"
#define READY  "Z\0\0\0\x05I"
#define SAY(fd, bytes) (write(fd, bytes, sizeof(bytes) - 1) < 0 ? _exit(1) : (void)0)

enum kind { MUTE, REFUSING, READING, WRITING };

#define MOST 8
static char folder[] = "/tmp/steward-hosts-XXXXXX";
static pid_t pids[MOST];
static int npids;

static void serve(int listening, enum kind kind)
{
	char in[4096];

	for (;;) {
		int fd = accept(listening, NULL, NULL);

		if (fd < 0 || read(fd, in, sizeof(in)) < 0)
			_exit(1);
		if (kind == REFUSING) {
			SAY(fd, ASKS);
			if (read(fd, in, sizeof(in)) > 0)
				SAY(fd, REFUSES);
			close(fd);
			continue;
		}
		SAY(fd, TAKES);
		if (kind == READING)
			SAY(fd, FOLLOWS);
		SAY(fd, READY);
	}
}

/* In the folder of this name; a mute one is there and says nothing. */
static void start(const char *name, enum kind kind)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	pid_t pid;

	snprintf(at.sun_path, sizeof(at.sun_path), "%s/%s", folder, name);
	mkdir(at.sun_path, 0700);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/%s/.s.PGSQL.5432", folder, name);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 20), 0);
	pid = fork();
	assert_true(pid >= 0 && npids < MOST);
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGPIPE, SIG_IGN);
		while (kind == MUTE)
			pause();
		serve(fd, kind);
	}
	close(fd);
	pids[npids++] = pid;
}

static int start_all(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	start("mute", MUTE);
	start("refusing", REFUSING);
	start("reading", READING);
	start("reading2", READING);
	start("writing", WRITING);
	return 0;
}

static int end_all(void **state)
{
	char command[100];

	(void)state;
	for (int i = 0; i < npids; i++) {
		kill(pids[i], SIGKILL);
		waitpid(pids[i], NULL, 0);
	}
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

/* Words with blanks between are folders of hosts; rest goes on with the string. */
static struct db *reach(const char *names, const char *rest, struct err *e)
{
	char info[1000] = "host=", *copy = strdup(names);

	for (char *at = strtok(copy, " "); at; at = strtok(NULL, " "))
		snprintf(info + strlen(info), sizeof(info) - strlen(info), "%s%s/%s",
			 info[5] ? "," : "", folder, at);
	free(copy);
	snprintf(info + strlen(info), sizeof(info) - strlen(info),
		 " user=u dbname=d connect_timeout=1 %s", rest);
	*e = (struct err){ 0 };
	return db_open(info, DB_QUESTIONS, NULL, e);
}

static void takes(const char *names, bool only_reads)
{
	struct err e;
	struct db *db = reach(names, "password=p", &e);

	assert_non_null(db);
	assert_int_equal(db_only_reads(db), only_reads);
	db_close(db);
}

static void the_one_that_writes(void **state)
{
	(void)state;
	takes("writing reading", false);
	takes("reading writing", false);
	takes("reading gone reading2 writing", false);
	takes("mute reading writing", false);
	takes("reading mute writing", false);
}

static void else_one_that_reads(void **state)
{
	(void)state;
	takes("reading reading2", true);
	takes("reading gone", true);
	takes("gone reading", true);
	takes("reading mute", true);
	takes("reading refusing", true);
	takes("mute reading gone", true);
}

/* The others have the same logins; what they say would hide what was wrong. */
static void who_is_refused_is_told(void **state)
{
	struct err e;

	(void)state;
	assert_null(reach("refusing gone", "password=p", &e));
	assert_non_null(strstr(e.message, "FATAL:  no"));
	assert_null(reach("refusing writing", "password=p", &e));
	assert_non_null(strstr(e.message, "FATAL:  no"));
}

static void lists_of_other_lengths_are_told(void **state)
{
	struct err e;

	(void)state;
	assert_null(reach("writing writing writing", "port=5432,5432", &e));
	assert_non_null(strstr(e.message, "could not match"));
	assert_null(reach("writing writing", "hostaddr=::1,::1,::1", &e));
	assert_non_null(strstr(e.message, "could not match"));
}

/* Where no better one can be found none is looked for. */
static void who_is_the_best_there_is(void **state)
{
	struct err e;
	struct db *db;

	(void)state;
	db = reach("reading gone", "", &e);
	assert_true(db_is_second_best(db));
	db_close(db);
	db = reach("reading", "options='-c a.b=c,d'", &e);
	assert_false(db_is_second_best(db));
	db_close(db);
	db = reach("reading gone", "target_session_attrs=prefer-standby", &e);
	assert_true(db_only_reads(db));
	assert_false(db_is_second_best(db));
	db_close(db);
	db = reach("reading writing", "", &e);
	assert_false(db_is_second_best(db));
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_one_that_writes),
		cmocka_unit_test(else_one_that_reads),
		cmocka_unit_test(who_is_refused_is_told),
		cmocka_unit_test(lists_of_other_lengths_are_told),
		cmocka_unit_test(who_is_the_best_there_is),
	};

	return cmocka_run_group_tests_name("hosts", tests, start_all, end_all);
}
