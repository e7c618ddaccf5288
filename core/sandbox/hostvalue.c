#include "hostvalue.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/place.h"
#include "base/text.h"
#include "json.h"
#include "safelib.h"

#define JSON_MOST 100000
#define COUNT_MOST 1000000000
#define PLAIN_MOST 2000
#define AMOUNT_DIGITS 13
#define LIST(x) x, sizeof(x) / sizeof(*x)

/* A text being read; what is the name of the input, for the message. */
struct text { const char *s; size_t n; const char *what; };

/* The message can be translated, so it goes out with its values apart. */
static int refuse(lua_State *L, const struct text *t, const char *format)
{
	lua_getfield(L, lua_upvalueindex(1), "T");
	lua_pushstring(L, format);
	lua_pushstring(L, t->what);
	lua_pushlstring(L, t->s, t->n < 100 ? t->n : 100);
	lua_call(L, 3, 1);
	return lua_error(L);
}

static int read_code(lua_State *L, const struct text *t)
{
	lua_pushlstring(L, t->s, t->n);
	return 1;
}

static int read_day(lua_State *L, const struct text *t)
{
	int32_t day;

	if (!date_parse(t->s, t->n, &day))
		return refuse(L, t, "%s: invalid date \"%s\" (expected YYYY-MM-DD)");
	lua_pushinteger(L, day);
	return 1;
}

/* A day, or a month: its first day. */
static int read_month(lua_State *L, const struct text *t)
{
	char whole[DATE_TEXT] = "0000-00-01";
	int32_t day;

	if (t->n == 7)
		memcpy(whole, t->s, 7);
	if (!(t->n == 7 ? date_parse(whole, 10, &day) : date_parse(t->s, t->n, &day)))
		return refuse(L, t, "%s: invalid month \"%s\" (expected YYYY-MM)");
	lua_pushinteger(L, day);
	return 1;
}

static int read_number(lua_State *L, const struct text *t)
{
	if (!json_read_number(L, t->s, t->n))
		return refuse(L, t, "%s: invalid number \"%s\"");
	return 1;
}

static int read_count(lua_State *L, const struct text *t)
{
	if (!json_read_number(L, t->s, t->n) || !lua_isinteger(L, -1) ||
	    lua_tointeger(L, -1) < 0 || lua_tointeger(L, -1) > COUNT_MOST)
		return refuse(L, t,
			      "%s: invalid count \"%s\" (expected a whole number "
			      "from 0)");
	return 1;
}

static int read_yuan(lua_State *L, const struct text *t)
{
	int64_t fen;

	if (!money_parse(t->s, t->n, &fen))
		return refuse(L, t, "%s: invalid amount \"%s\" (expected 1234.56)");
	lua_pushinteger(L, fen);
	return 1;
}

static bool is_one_of(const struct text *t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == t->n && strncasecmp(words[i], t->s, t->n) == 0)
			return true;
	return false;
}

static int read_yes_no(lua_State *L, const struct text *t)
{
	static const char *const yes[] = { "yes", "y", "true", "1", "是" };
	static const char *const no[] = { "no", "n", "false", "0", "否", "" };
	bool is_yes = is_one_of(t, LIST(yes));

	if (!is_yes && !is_one_of(t, LIST(no)))
		return refuse(L, t, "%s: \"%s\" is neither yes nor no");
	lua_pushboolean(L, is_yes);
	return 1;
}

static int read_json(lua_State *L, const struct text *t)
{
	if (!json_read(L, t->s, t->n))
		return refuse(L, t, "%s: invalid JSON \"%s\"");
	return 1;
}

static const struct type {
	const char *name;
	int (*read)(lua_State *L, const struct text *t);
} types[] = {
	{ "code", read_code },	   { "day", read_day },	    { "month", read_month },
	{ "number", read_number }, { "count", read_count }, { "yuan", read_yuan },
	{ "yes/no", read_yes_no }, { "json", read_json },
};

/* Blanks around a value mean nothing, but in a text they may. */
static void trim(struct text *t)
{
	while (t->n && (*t->s == ' ' || *t->s == '\t'))
		t->s++, t->n--;
	while (t->n && strchr(" \t\r\n", t->s[t->n - 1]))
		t->n--;
}

/* read(type, text, name, may be empty).  An empty yes/no is no; anything else empty is
 * nil. */
static int l_read(lua_State *L)
{
	const char *type = luaL_checkstring(L, 1);
	struct text t = { .what = luaL_checkstring(L, 3) };

	t.s = luaL_optlstring(L, 2, "", &t.n);
	if (strcmp(type, "text") != 0)
		trim(&t);
	if (t.n == 0 && strcmp(type, "yes/no") != 0) {
		if (!lua_toboolean(L, 4))
			return refuse(L, &t, "%s is missing");
		lua_pushnil(L);
		return 1;
	}
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i].name, type) == 0)
			return types[i].read(L, &t);
	return read_code(L, &t);
}

/* False when the value is none of this type or unit: then it is shown as it is. */
static bool push_typed(lua_State *L, const char *type)
{
	char text[MONEY_TEXT];

	if (!lua_isinteger(L, 2))
		return false;
	if (strcmp(type, "yuan") == 0) {
		lua_pushstring(L, money_format(lua_tointeger(L, 2), text));
		return true;
	}
	if (strcmp(type, "day") != 0 && strcmp(type, "month") != 0)
		return false;
	if (!date_is_in_range(lua_tointeger(L, 2)))
		luaL_error(L, "%I is not a date", lua_tointeger(L, 2));
	date_format((int32_t)lua_tointeger(L, 2), text);
	lua_pushlstring(L, text, strcmp(type, "day") == 0 ? 10 : 7);
	return true;
}

static void push_json(lua_State *L)
{
	static struct buf b;
	bool ok;

	if (!b.ceiling)
		buf_init(&b, JSON_MOST);
	buf_clear(&b);
	ok = json_write(L, 2, &b) && !b.full;
	if (!ok)
		luaL_error(L, "the value cannot be shown as JSON");
	lua_pushlstring(L, b.data, b.len);
}

/* write(type or unit, value): amounts and days in their form, whole numbers without a
 * point. */
static int l_write(lua_State *L)
{
	const char *type = luaL_checkstring(L, 1);
	char number[JSON_NUMBER];

	lua_settop(L, 2);
	if (lua_isnil(L, 2))
		lua_pushliteral(L, "");
	else if (push_typed(L, type))
		return 1;
	else if (lua_isboolean(L, 2) && strcmp(type, "json") != 0)
		lua_pushstring(L, lua_toboolean(L, 2) ? "yes" : "no");
	else if (lua_istable(L, 2) || strcmp(type, "json") == 0)
		push_json(L);
	else if (lua_type(L, 2) != LUA_TNUMBER)
		safelib_text(L, 2, NULL);
	else if (lua_tonumber(L, 2) - lua_tonumber(L, 2) != 0)
		return luaL_error(L, "the number is not finite");
	else
		lua_pushstring(L, json_number(L, 2, number));
	return 1;
}

static size_t take_digits(const char *s, size_t most, lua_Integer *units)
{
	size_t n = 0;

	for (; n < most && s[n] >= '0' && s[n] <= '9'; n++)
		*units = *units * 10 + (s[n] - '0');
	return n;
}

/* amount(text, decimals): whole minor units; nil when it is no amount with at most so
 * many decimals. */
static int l_amount(lua_State *L)
{
	size_t n, whole, part = 0;
	const char *s = luaL_checklstring(L, 1, &n), *at = s + (*s == '-');
	size_t decimals = (size_t)luaL_checkinteger(L, 2);
	lua_Integer units = 0;

	whole = take_digits(at, AMOUNT_DIGITS, &units);
	at += whole;
	if (*at == '.') {
		part = take_digits(++at, decimals, &units);
		at += part;
	}
	if (at != s + n || whole == 0 || at[-1] == '.')
		return 0;
	for (; part < decimals; part++)
		units *= 10;
	lua_pushinteger(L, *s == '-' ? -units : units);
	return 1;
}

/* chain(place): the place and what it lies in, nearest first; nil when it is none. */
static int l_chain(lua_State *L)
{
	char chain[PLACE_CHAIN];
	size_t n;
	const char *s = luaL_checklstring(L, 1, &n);
	lua_Integer i = 0;

	if (!place_chain(s, n, chain))
		return 0;
	lua_newtable(L);
	for (char *rest = chain, *place; (place = strsep(&rest, " "));) {
		lua_pushstring(L, place);
		lua_rawseti(L, -2, ++i);
	}
	return 1;
}

/* parse(like, text): the text as a value of the same Lua type, nil when it is none. */
static int l_parse(lua_State *L)
{
	struct text t = { .what = "" };
	int type = lua_type(L, 1);
	bool ok = true;

	t.s = luaL_checklstring(L, 2, &t.n);
	if (type == LUA_TBOOLEAN)
		return read_yes_no(L, &t);
	if (type == LUA_TNUMBER)
		ok = json_read_number(L, t.s, t.n);
	else if (type == LUA_TTABLE)
		ok = json_read(L, t.s, t.n) && lua_istable(L, -1);
	else
		lua_pushvalue(L, 2);
	return ok ? 1 : 0;
}

/* is_plain(text): it can be stored and shown. */
static int l_is_plain(lua_State *L)
{
	size_t n;
	const char *s = luaL_checklstring(L, 1, &n);

	lua_pushboolean(L, n <= PLAIN_MOST && !text_has_unsafe(s, n));
	return 1;
}

/* shown(text): itself, or words in its place, for a message. */
static int l_shown(lua_State *L)
{
	size_t n;
	const char *s = luaL_checklstring(L, 1, &n);

	if (n > 100 || text_has_unsafe(s, n))
		lua_pushliteral(L, "a text that cannot be shown");
	return 1;
}

void hostvalue_add(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "read", l_read },   { "write", l_write },	  { "chain", l_chain },
		{ "amount", l_amount },
		{ "parse", l_parse }, { "is_plain", l_is_plain }, { "shown", l_shown },
		{ NULL, NULL }
	};

	lua_pushvalue(L, -1);
	luaL_setfuncs(L, functions, 1);
}
