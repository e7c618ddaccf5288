/* Workbenches that nobody sits at: one whose login has a password, two whose login has
 * none, one that has one limit alone.  Started by lock.sh with: connection, number and
 * name of somebody on the screen, a configuration with a first limit of one minute and a
 * second of two, one with the first alone, and a folder for the first of the servers in
 * the connection, which stays silent.  All wait at once.  The second minute is waited for
 * with LOCK_WHOLE=1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "seat.h"

static const char *config, *one_limit, *mute;

/* Takes a line and says nothing. */
static int stay_mute(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	mkdir(mute, 0755);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/.s.PGSQL.5432", mute);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 50), 0);
	return fd;
}

static struct pty *sit(const char *login, const char *conf, const char *locale)
{
	const char *const argv[] = { getenv("steward"), "--db", seat.connection, "--as",
				     login, "--config", conf, NULL };
	const char *const env[] = {
		"TERM=xterm-256color", locale, "PGPASSWORD=an old secret", "LC_MESSAGES",
		strstr(locale, "zh") ? "LANGUAGE=zh_CN" : "LANGUAGE", "ACCESSIBLE", NULL
	};

	return pty_start(argv, env, 24, 80);
}

/* On the person's page, half a reason typed into a form. */
static void open_person(struct pty *p)
{
	pty_wait(p, "F3");
	pty_key(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, seat.name);
	pty_settle(p, 500);
}

/* Whoever typed it did not see that it was locked. */
static void proves_himself(struct pty *p)
{
	pty_wait(p, "locked since");
	pty_settle(p, 200);
	assert_false(pty_shows(p, seat.name));
	assert_false(pty_shows(p, seat.number));
	assert_int_equal(pty_row_of(p, "steward"), -1);
	pty_type(p, "a wrong one");
	assert_false(pty_shows(p, "a wrong one"));
	pty_key(p, "enter");
	pty_wait(p, "this password is not accepted");
	assert_false(pty_shows(p, seat.name));
	pty_key(p, "enter");	/* none at all is no try */
	pty_type(p, "an old secret");
	pty_key(p, "enter");
	pty_wait(p, seat.name);
	pty_wait(p, "locked at");
	pty_key(p, "esc");
	seat_leave(p);
}

static void a_lock_and_what_opens_it(void **state)
{
	time_t began = time(NULL), sat;
	bool ran_on = false;
	int silent = stay_mute();
	struct pty *own = sit("lock_clerk", config, "LC_ALL=C.UTF-8");
	struct pty *chinese = sit("lock_clerk", config, "LC_ALL=zh_CN.UTF-8");
	struct pty *peer = sit("clerk", config, "LC_ALL=C.UTF-8");
	struct pty *left = sit("clerk", config, "LC_ALL=C.UTF-8");
	struct pty *alone;

	(void)state;
	open_person(own);
	open_person(chinese);
	open_person(peer);
	open_person(left);
	alone = sit("clerk", one_limit, "LC_ALL=C.UTF-8");
	pty_wait(alone, "Next for you");
	sat = time(NULL);
	pty_settle(alone, 4000);
	pty_key(alone, "t");	/* from here on the minute counts */
	while (time(NULL) < sat + 64 || time(NULL) < began + 66) {
		pty_settle(own, 400);
		pty_settle(peer, 100);
		ran_on |= time(NULL) >= sat + 61 && pty_runs(alone);
	}
	assert_true(ran_on);
	pty_wait(alone, "nobody had touched a key");
	assert_int_equal(pty_end(alone), 0);
	assert_true(pty_is_restored(alone));
	pty_free(alone);
	proves_himself(own);
	pty_wait(chinese, "已锁定");
	pty_settle(chinese, 200);
	assert_false(pty_shows(chinese, seat.name));
	for (int i = 0; i < 5; i++) {
		pty_type(chinese, "x");
		pty_key(chinese, "enter");
		pty_wait(chinese, "等待数据库");
		pty_wait(chinese, i < 4 ? "密码不正确" : "工作台已退出");
		pty_rest(chinese, 300);
	}
	assert_int_equal(pty_end(chinese), 0);
	pty_free(chinese);
	pty_wait(peer, "has no password");
	pty_settle(peer, 200);
	assert_false(pty_shows(peer, seat.name));
	pty_key(peer, "t");
	pty_wait(peer, seat.name);	/* the key does nothing else */
	pty_key(peer, "esc");
	seat_leave(peer);
	pty_wait(left, "has no password");
	close(silent);
	if (!getenv("LOCK_WHOLE")) {
		pty_key(left, "t");
		pty_wait(left, seat.name);
		pty_key(left, "esc");
		seat_leave(left);
		return;
	}
	while (time(NULL) < began + 122)
		pty_rest(left, 500);
	pty_wait(left, "nobody had touched a key");
	assert_int_equal(pty_end(left), 0);
	assert_true(pty_is_restored(left));
	pty_free(left);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lock_and_what_opens_it),
	};

	if (!seat_take(argc, argv, "CONFIG ONE_LIMIT MUTE"))
		return 2;
	config = argv[4];
	one_limit = argv[5];
	mute = argv[6];
	return cmocka_run_group_tests(tests, seat_setup, seat_teardown);
}
