#include "sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "lint.h"
#include "safelib.h"

#define TICKS_ALLOWED 10	/* whole ticks that one call may take */
#define STEPS_EACH    50000	/* of Lua, between two looks at the clock */
#define LOOKS_AFTER   40	/* that it may still take: see on_tick */
#define TICKS_SILENT  35 /* without such a look: it hangs in a C function */

struct sandbox {
	lua_State *L;
	size_t used, ceiling;
	bool out_of_memory;
	int host;		/* registry: what every environment gets a copy of */
};

/* Seen by the signal handler: the engine in a call, how long it has been there, how long
 * since it was seen to run Lua, whether it is to stop.  One engine runs at a time. */
static struct {
	lua_State *volatile running;
	volatile sig_atomic_t ticks, silent, looks, expired;
	volatile sig_atomic_t total;	/* of all calls */
} call_clock;

static void stop_call(lua_State *L, lua_Debug *ar)
{
	(void)ar;
	call_clock.expired = 1;
	lua_sethook(L, stop_call,
		    LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
	luaL_error(L, "stopped: the time for one call is used up");
}

static void look(lua_State *L, lua_Debug *ar)
{
	call_clock.silent = 0;
	if (call_clock.ticks > TICKS_ALLOWED && ++call_clock.looks > LOOKS_AFTER)
		stop_call(L, ar);
}

/* lua_sethook and _exit may be called from a signal handler; nothing else here may.  The
 * clock alone would blame a call for what a stalled machine took from it: all that time
 * is booked to whoever runs next, and its ticks come one upon the other.  So what counts
 * beside them is Lua's own steps, a moment to a script that runs away. */
static void on_tick(int sig)
{
	(void)sig;
	call_clock.total++;
	if (!call_clock.running)
		return;
	/* A pattern that backtracks for ever never comes back to Lua: the worker ends,
	 * and the engine, which knows what was in flight, starts another. */
	if (++call_clock.silent > TICKS_SILENT)
		_exit(5);
	if (++call_clock.ticks == 1)
		lua_sethook(call_clock.running, look, LUA_MASKCOUNT, STEPS_EACH);
}

bool sandbox_start_clock(int tick_ms)
{
	struct sigaction sa = { .sa_handler = on_tick, .sa_flags = SA_RESTART };
	struct itimerval every = { .it_interval.tv_usec = tick_ms * 1000,
				   .it_value.tv_usec = tick_ms * 1000 };

	return sigaction(SIGVTALRM, &sa, NULL) == 0 &&
	       setitimer(ITIMER_VIRTUAL, &every, NULL) == 0;
}

int sandbox_ticks(void)
{
	return call_clock.total;
}

static void *limited_alloc(void *ud, void *ptr, size_t old, size_t size)
{
	struct sandbox *s = ud;
	void *p;

	if (!ptr)
		old = 0;
	if (size == 0) {
		free(ptr);
		s->used -= old;
		return NULL;
	}
	if (size > old && s->used + size - old > s->ceiling)
		return NULL;
	p = realloc(ptr, size);
	if (p)
		s->used += size - old;
	return p;
}

static struct sandbox *self(lua_State *L)
{
	void *s;

	lua_getallocf(L, &s);
	return s;
}

/* pcall that does not hide a spent budget: time and memory pass through to the host. */
static int safe_pcall(lua_State *L)
{
	int status;

	luaL_checkany(L, 1);
	status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
	if (status == LUA_ERRMEM)
		self(L)->out_of_memory = true;
	if (call_clock.expired || self(L)->out_of_memory)
		return luaL_error(L, "stopped: the budget of this call is used up");
	if (status == LUA_OK) {
		lua_pushboolean(L, 1);
		lua_insert(L, 1);
		return lua_gettop(L);
	}
	lua_pushboolean(L, 0);
	lua_insert(L, -2);
	return 2;
}

struct sandbox *sandbox_new(size_t memory)
{
	struct sandbox *s = calloc(1, sizeof(*s));

	if (!s)
		abort();
	s->ceiling = memory;
	s->L = lua_newstate(limited_alloc, s);
	if (!s->L)
		abort();
	/* The texts stay: going through them less often saves a tenth of the time, and
	 * what a call may have of memory has its own end. */
	lua_gc(s->L, LUA_GCINC, 400, 400, 0);
	luaL_openlibs(s->L);
	safelib_push(s->L);
	lua_pushcfunction(s->L, safe_pcall);
	lua_setfield(s->L, -2, "pcall");
	safelib_guard_texts(s->L);
	s->host = luaL_ref(s->L, LUA_REGISTRYINDEX);
	return s;
}

lua_State *sandbox_lua(struct sandbox *s)
{
	return s->L;
}

void sandbox_add(struct sandbox *s, const char *name)
{
	lua_rawgeti(s->L, LUA_REGISTRYINDEX, s->host);
	lua_insert(s->L, -2);
	lua_setfield(s->L, -2, name);
	lua_pop(s->L, 1);
}

/* A copy two levels deep: a script that overwrites math.floor overwrites its own. */
static void push_copy(lua_State *L, int from, int depth)
{
	from = lua_absindex(L, from);
	luaL_checkstack(L, 8, NULL);
	lua_newtable(L);
	lua_pushnil(L);
	while (lua_next(L, from)) {
		lua_pushvalue(L, -2);
		if (depth > 0 && lua_istable(L, -2) && !lua_getmetatable(L, -2))
			push_copy(L, -2, depth - 1);
		else if (lua_istable(L, -2) && depth > 0) {
			lua_pop(L, 1);
			lua_pushvalue(L, -2);
		} else
			lua_pushvalue(L, -2);
		lua_rawset(L, -5);
		lua_pop(L, 1);
	}
}

void sandbox_push_env(struct sandbox *s)
{
	if (s->used > s->ceiling / 4)
		lua_gc(s->L, LUA_GCCOLLECT);
	lua_rawgeti(s->L, LUA_REGISTRYINDEX, s->host);
	push_copy(s->L, -1, 1);
	lua_remove(s->L, -2);
}

enum run_status sandbox_load(struct sandbox *s, const char *path, const char *text,
			     size_t n)
{
	char message[300], chunk[300];
	lua_State *L = s->L;

	if (!lint_text(path, text, n, message, sizeof(message))) {
		lua_pop(L, 1);
		lua_pushstring(L, message);
		return RUN_ERROR;
	}
	snprintf(chunk, sizeof(chunk), "@%s", path);
	if (luaL_loadbufferx(L, text, n, chunk, "t") != LUA_OK) {
		lua_remove(L, -2);
		return RUN_ERROR;
	}
	lua_insert(L, -2);
	if (!lua_setupvalue(L, -2, 1))
		lua_pop(L, 1);
	return RUN_OK;
}

/* The message as text, whatever was thrown, and where it happened.  Only our own message
 * gets a trace: a spent budget has none left to make one. */
static int add_trace(lua_State *L)
{
	if (call_clock.expired)
		lua_sethook(L, NULL, 0, 0);
	if (lua_type(L, 1) != LUA_TSTRING) {
		lua_pushfstring(L, "error with a %s instead of a text",
				luaL_typename(L, 1));
		lua_replace(L, 1);
	}
	luaL_traceback(L, L, lua_tostring(L, 1), 1);
	return 1;
}

enum run_status sandbox_call(struct sandbox *s, int nargs, int nresults)
{
	lua_State *L = s->L;
	int handler = lua_absindex(L, -nargs - 1), status;
	bool is_over;

	lua_pushcfunction(L, add_trace);
	lua_insert(L, handler);
	s->out_of_memory = false;
	call_clock.ticks = call_clock.silent = call_clock.looks = 0;
	call_clock.running = L;
	status = lua_pcall(L, nargs, nresults, handler);
	call_clock.running = NULL;
	is_over = call_clock.expired;
	if (call_clock.ticks)
		lua_sethook(L, NULL, 0, 0);
	call_clock.expired = 0;
	lua_remove(L, handler);
	if (status == LUA_OK)
		return RUN_OK;
	if (status == LUA_ERRMEM || s->out_of_memory) {
		lua_pop(L, 1);
		lua_pushliteral(L, "stopped: the memory for one call is used up");
	}
	if (!is_over && status != LUA_ERRMEM && !s->out_of_memory)
		return RUN_ERROR;
	/* What it left must not count against the next call: Lua's own buffers for long
	 * texts do not collect when they meet the ceiling. */
	lua_gc(L, LUA_GCCOLLECT);
	return RUN_LIMIT;
}
