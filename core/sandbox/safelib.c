#include "safelib.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

const char *safelib_text(lua_State *L, int at, size_t *n)
{
	if (lua_type(L, at) <= LUA_TSTRING && lua_type(L, at) != LUA_TLIGHTUSERDATA)
		return luaL_tolstring(L, at, n);
	lua_pushstring(L, luaL_typename(L, at));
	return lua_tolstring(L, -1, n);
}

static int safe_tostring(lua_State *L)
{
	luaL_checkany(L, 1);
	safelib_text(L, 1, NULL);
	return 1;
}

/* %p in any width, also behind a NUL: "%-20p" too would show where a text lies. */
static bool asks_for_address(const char *format, size_t n)
{
	const char *end = format + n;

	for (const char *p = format; (p = memchr(p, '%', (size_t)(end - p))); p++) {
		do
			p++;
		while (p < end && strchr("-+ #0123456789.", *p) && *p);
		if (p == end)
			return false;
		if (*p == 'p')
			return true;
	}
	return false;
}

/* string.format without addresses; upvalue 1 is the original. */
static int safe_format(lua_State *L)
{
	int n = lua_gettop(L);
	size_t len;
	const char *format = luaL_checklstring(L, 1, &len);

	if (asks_for_address(format, len))
		return luaL_error(L, "format %%p is not allowed in rules");
	for (int i = 2; i <= n; i++)
		if (lua_type(L, i) > LUA_TSTRING || lua_type(L, i) == LUA_TLIGHTUSERDATA)
			return luaL_error(L, "argument %d of format is a %s", i,
					  luaL_typename(L, i));
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_insert(L, 1);
	lua_call(L, n, 1);
	return 1;
}

static int sorted_next(lua_State *L)
{
	lua_Integer i = lua_tointeger(L, lua_upvalueindex(3)) + 1;

	lua_pushinteger(L, i);
	lua_replace(L, lua_upvalueindex(3));
	if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL)
		return 1;
	lua_pushvalue(L, -1);
	lua_gettable(L, lua_upvalueindex(1));
	return 2;
}

/* upvalue 1: sort function of the prelude, which gives the sorted keys of a table. */
static int sorted_pairs(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_pushvalue(L, 1);
	lua_call(L, 1, 1);
	lua_pushvalue(L, 1);
	lua_insert(L, -2);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, sorted_next, 3);
	return 1;
}

/* Lua's own sort asks the processor's clock for a pivot where a list is long and begins
 * badly: no order of a rule may hang on that, and the jail ends who asks.  This one keeps
 * what is alike in its order. */
static const char stable_sort[] =
	"local type, error, min = type, error, math.min\n"
	"local function is_less(a, b) return a < b end\n"
	"function table.sort(list, before)\n"
	"  if type(list) ~= 'table' then\n"
	"    error('sort wants a table, not a ' .. type(list), 2) end\n"
	"  local n, run, one, two = #list, 1, {}, {}\n"
	"  before = before or is_less\n"
	"  for i = 1, n do one[i] = list[i] end\n"
	"  while run < n do\n"
	"    for from = 1, n, 2 * run do\n"
	"      local a, middle = from, min(from + run, n + 1)\n"
	"      local b, last = middle, min(from + 2 * run, n + 1)\n"
	"      for at = from, last - 1 do\n"
	"        if a < middle and (b >= last or not before(one[b], one[a])) then\n"
	"          two[at], a = one[a], a + 1\n"
	"        else\n"
	"          two[at], b = one[b], b + 1\n"
	"        end\n"
	"      end\n"
	"    end\n"
	"    one, two, run = two, one, 2 * run\n"
	"  end\n"
	"  for i = 1, n > 1 and n or 0 do list[i] = one[i] end\n"
	"end\n";

static const char sort_keys[] =
	"local next, sort, type, getmetatable = next, table.sort, type, getmetatable\n"
	"return function(t)\n"
	"  local keys, n, meta = {}, 0, getmetatable(t)\n"
	"  t = meta and meta.frozen or t\n"
	"  for k in next, t do\n"
	"    if type(k) ~= 'number' and type(k) ~= 'string' then\n"
	"      error('cannot iterate over a ' .. type(k) .. ' key', 3) end\n"
	"    n = n + 1; keys[n] = k\n"
	"  end\n"
	"  sort(keys, function(a, b)\n"
	"    if type(a) == type(b) then return a < b end\n"
	"    return type(a) == 'number'\n"
	"  end)\n"
	"  return keys\n"
	"end\n";

/* Copies the named functions of the global table lib (NULL: the globals) into the table
 * on top. */
static void copy_names(lua_State *L, const char *lib, const char *const *names)
{
	lua_pushglobaltable(L);
	if (lib)
		lua_getfield(L, -1, lib);
	for (; *names; names++) {
		lua_getfield(L, -1, *names);
		lua_setfield(L, lib ? -4 : -3, *names);
	}
	lua_pop(L, lib ? 2 : 1);
}

static const char *const base_names[] = {
	"assert", "error", "ipairs", "select", "tonumber", "type", NULL
};
static const char *const string_names[] = {
	"byte", "char", "find", "gmatch", "gsub", "len", "lower", "match", "rep",
	"reverse", "sub", "upper", NULL
};
static const char *const table_names[] = {
	"concat", "insert", "pack", "remove", "sort", "unpack", NULL
};
static const char *const math_names[] = {
	"abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger",
	"modf", "sqrt", "tointeger", "type", NULL
};
static const char *const utf8_names[] = { "char", "codepoint", "len", "offset", NULL };

static void add_library(lua_State *L, const char *name, const char *const *names)
{
	lua_newtable(L);
	copy_names(L, name, names);
	lua_setfield(L, -2, name);
}

void safelib_push(lua_State *L)
{
	lua_newtable(L);
	copy_names(L, NULL, base_names);
	lua_pushcfunction(L, safe_tostring);
	lua_pushvalue(L, -1);
	lua_setglobal(L, "tostring");	/* our own texts tell what they were given */
	lua_setfield(L, -2, "tostring");
	if (luaL_dostring(L, stable_sort) != LUA_OK ||
	    luaL_dostring(L, sort_keys) != LUA_OK)
		abort();
	lua_pushcclosure(L, sorted_pairs, 1);
	lua_setfield(L, -2, "pairs");
	add_library(L, "string", string_names);
	add_library(L, "table", table_names);
	add_library(L, "math", math_names);
	add_library(L, "utf8", utf8_names);
	lua_getfield(L, -1, "string");
	lua_getglobal(L, "string");
	lua_getfield(L, -1, "format");
	lua_pushcclosure(L, safe_format, 1);
	lua_setfield(L, -3, "format");
	lua_pop(L, 2);
}

void safelib_guard_texts(lua_State *L)
{
	lua_pushliteral(L, "");
	lua_getmetatable(L, -1);
	lua_getfield(L, -3, "string");
	lua_newtable(L);
	lua_pushnil(L);
	while (lua_next(L, -3)) {
		lua_pushvalue(L, -2);
		lua_insert(L, -2);
		lua_settable(L, -4);
	}
	lua_setfield(L, -3, "__index");
	lua_pop(L, 3);
}
