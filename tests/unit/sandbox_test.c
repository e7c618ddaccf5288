/* The time one call may take: a script that runs away ends, one that runs on a machine
 * that stood still does not, and what was stopped leaves the next call whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lauxlib.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#include "sandbox/sandbox.h"

#define MEMORY (64 << 20)

/* Ticks one upon the other, as after a time in which the machine stood still. */
static int burst(lua_State *L)
{
	for (lua_Integer n = luaL_checkinteger(L, 1); n > 0; n--)
		raise(SIGVTALRM);
	return 0;
}

static struct sandbox *s;

static int start(void **state)
{
	(void)state;
	s = sandbox_new(MEMORY);
	lua_pushcfunction(sandbox_lua(s), burst);
	sandbox_add(s, "burst");
	return sandbox_start_clock(20) ? 0 : 1;
}

static enum run_status run(const char *text)
{
	enum run_status status;

	sandbox_push_env(s);
	assert_int_equal(sandbox_load(s, "script", text, strlen(text)), RUN_OK);
	status = sandbox_call(s, 0, 0);
	lua_settop(sandbox_lua(s), 0);
	return status;
}

static void ticks_that_come_at_once_end_nothing(void **state)
{
	(void)state;
	assert_int_equal(run("for k = 1, 6 do burst(12) for i = 1, 200000 do end end"),
			 RUN_OK);
}

static void what_runs_away_is_stopped(void **state)
{
	clock_t begin = clock();

	(void)state;
	assert_int_equal(run("while true do end"), RUN_LIMIT);
	assert_true(clock() - begin < 3 * CLOCKS_PER_SEC);
}

static void what_runs_away_is_stopped_in_its_own_pcall(void **state)
{
	(void)state;
	assert_int_equal(run("while true do pcall(function() while true do end end) end"),
			 RUN_LIMIT);
}

static void the_next_call_is_whole(void **state)
{
	(void)state;
	assert_int_equal(run("while true do end"), RUN_LIMIT);
	assert_int_equal(run("for i = 1, 3000000 do end"), RUN_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ticks_that_come_at_once_end_nothing),
		cmocka_unit_test(what_runs_away_is_stopped),
		cmocka_unit_test(what_runs_away_is_stopped_in_its_own_pcall),
		cmocka_unit_test(the_next_call_is_whole),
	};

	return cmocka_run_group_tests_name("sandbox", tests, start, NULL);
}
