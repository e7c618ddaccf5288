#include "hostlib.h"

#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "sandbox/hostvalue.h"

/* The worker judges one person at a time; these belong to that person's call. */
static int32_t the_day = DATE_NONE;
static int32_t earliest = DATE_NONE;
static void (*told)(lua_State *L, int32_t day, bool is_reached);

void hostlib_set_today(int32_t today)
{
	the_day = today;
}

void hostlib_tell_reached(void (*fn)(lua_State *L, int32_t day, bool is_reached))
{
	told = fn;
}

void hostlib_start_tracking(void)
{
	earliest = DATE_NONE;
}

int32_t hostlib_next_check(void)
{
	return earliest;
}

void hostlib_note(int32_t day)
{
	if (day != DATE_NONE && (earliest == DATE_NONE || day < earliest))
		earliest = day;
}

static int32_t check_day(lua_State *L, int arg)
{
	lua_Integer day = luaL_checkinteger(L, arg);

	luaL_argcheck(L, date_is_in_range(day), arg, "is not a date");
	return (int32_t)day;
}

/* True from that day on; the answer before it is remembered as the day to look again. */
static int l_reached(lua_State *L)
{
	int32_t day = check_day(L, 1);
	bool is_reached = the_day != DATE_NONE && day <= the_day;

	if (the_day == DATE_NONE)
		return luaL_error(L, "a calculation cannot ask what day it is");
	if (!is_reached)
		hostlib_note(day);
	if (told)
		told(L, day, is_reached);
	lua_pushboolean(L, is_reached);
	return 1;
}

static int l_date(lua_State *L)
{
	size_t n;
	const char *s = luaL_checklstring(L, 1, &n);
	int32_t day;

	if (!date_parse(s, n, &day))
		return luaL_error(L, "\"%s\" is not a date", s);
	lua_pushinteger(L, day);
	return 1;
}

static int l_date_or_nil(lua_State *L)
{
	size_t n;
	const char *s = lua_tolstring(L, 1, &n);
	int32_t day;

	if (s && date_parse(s, n, &day))
		lua_pushinteger(L, day);
	else
		lua_pushnil(L);
	return 1;
}

static int l_day(lua_State *L)
{
	char text[DATE_TEXT];

	lua_pushstring(L, date_format(check_day(L, 1), text));
	return 1;
}

static int l_yuan(lua_State *L)
{
	char text[MONEY_TEXT];

	lua_pushstring(L, money_format(luaL_checkinteger(L, 1), text));
	return 1;
}

static int l_month(lua_State *L)
{
	lua_Integer period = luaL_checkinteger(L, 1);
	char text[16];

	luaL_argcheck(L, period > 0 && period < 999999, 1, "is not a month");
	snprintf(text, sizeof(text), "%04d-%02d", (int)(period / 100),
		 (int)(period % 100));
	lua_pushstring(L, text);
	return 1;
}

static int l_add_months(lua_State *L)
{
	lua_Integer months = luaL_checkinteger(L, 2);

	luaL_argcheck(L, months > -24000 && months < 24000, 2, "is too many months");
	lua_pushinteger(L, date_add_months(check_day(L, 1), (int)months));
	return 1;
}

static int l_add_days(lua_State *L)
{
	lua_Integer days = luaL_checkinteger(L, 2);

	luaL_argcheck(L, days > -4000000 && days < 4000000, 2, "is too many days");
	lua_pushinteger(L, check_day(L, 1) + days);
	return 1;
}

static int l_months_between(lua_State *L)
{
	lua_pushinteger(L, date_months_between(check_day(L, 1), check_day(L, 2)));
	return 1;
}

static int l_year_month_day(lua_State *L)
{
	struct civil c = date_to_civil(check_day(L, 1));

	lua_pushinteger(L, c.year);
	lua_pushinteger(L, c.month);
	lua_pushinteger(L, c.day);
	return 3;
}

static int l_make_date(lua_State *L)
{
	lua_Integer part[3];

	for (int i = 0; i < 3; i++) {
		part[i] = luaL_checkinteger(L, i + 1);
		luaL_argcheck(L, part[i] > 0 && part[i] < 10000, i + 1,
			      "is part of no day");
	}
	if (!date_is_valid((int)part[0], (int)part[1], (int)part[2]))
		return luaL_error(L, "there is no day %I-%I-%I", part[0], part[1],
				  part[2]);
	lua_pushinteger(L, date_from_civil((int)part[0], (int)part[1], (int)part[2]));
	return 1;
}

/* The month a day is in, as a period: 202511. */
static int l_period(lua_State *L)
{
	struct civil c = date_to_civil(check_day(L, 1));

	lua_pushinteger(L, c.year * 100 + c.month);
	return 1;
}

static void add_json(luaL_Buffer *b, const char *s, size_t n)
{
	char escape[8];

	luaL_addchar(b, '"');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\') {
			luaL_addchar(b, '\\');
			luaL_addchar(b, s[i]);
		} else if ((unsigned char)s[i] < 0x20) {
			snprintf(escape, sizeof(escape), "\\u%04x", s[i]);
			luaL_addstring(b, escape);
		} else
			luaL_addchar(b, s[i]);
	}
	luaL_addchar(b, '"');
}

/* T("died %s", day(d)): the sentence and its values apart, so that it can be
 * translated. */
static int l_text(lua_State *L)
{
	int n = lua_gettop(L);
	luaL_Buffer b;
	size_t len;

	luaL_checkstring(L, 1);
	for (int i = 2; i <= n; i++)
		luaL_checkstring(L, i);
	luaL_buffinit(L, &b);
	for (int i = 1; i <= n; i++) {
		const char *s = lua_tolstring(L, i, &len);

		luaL_addchar(&b, i == 1 ? '[' : ',');
		add_json(&b, s, len);
	}
	luaL_addchar(&b, ']');
	luaL_pushresult(&b);
	return 1;
}

static int l_task(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	return 1;
}

/* What stands for "is there" and "is missing" in a rule's when. */
static char present_mark, absent_mark;

static void push_present(lua_State *L)
{
	lua_pushlightuserdata(L, &present_mark);
}

static void push_absent(lua_State *L)
{
	lua_pushlightuserdata(L, &absent_mark);
}

enum direction { HALF, UP, DOWN, EVEN };

/* 2.675 is a little less in binary, and ten tenths a little less than one: the last bits
 * must not decide. */
static double rounded(double v, enum direction how)
{
	double little = fabs(v) * 1e-12 + 1e-9;

	if (how == DOWN)
		return floor(v + little);
	if (how == UP)
		return ceil(v - little);
	if (how == EVEN && fabs(fabs(v - trunc(v)) - 0.5) <= little)
		return 2 * round(v / 2);
	return v < 0 ? ceil(v - little - 0.5) : floor(v + little + 0.5);
}

/* round(x, n, how): to n decimals of a decimal number, exact for amounts below 10^11;
 * half away from zero, or as the article says.  -1 are tens. */
static int l_round(lua_State *L)
{
	static const char *const ways[] = { "half", "up", "down", "even", NULL };
	double x = luaL_checknumber(L, 1);
	lua_Integer n = luaL_optinteger(L, 2, 0);
	enum direction how = luaL_checkoption(L, 3, "half", ways);
	double scale = pow(10, fabs((double)n));

	lua_pushnumber(L, n < 0 ? rounded(x / scale, how) * scale
				: rounded(x * scale, how) / scale);
	return 1;
}

/* L"base": a text to be translated by whoever shows it; here it is what it is. */
static int l_label(lua_State *L)
{
	luaL_checkstring(L, 1);
	lua_settop(L, 1);
	return 1;
}

static const luaL_Reg rule_functions[] = {
	{ "reached", l_reached },
	{ "date", l_date },
	{ "day", l_day },
	{ "yuan", l_yuan },
	{ "month", l_month },
	{ "add_months", l_add_months },
	{ "add_days", l_add_days },
	{ "months_between", l_months_between },
	{ "civil", l_year_month_day },
	{ "make_date", l_make_date },
	{ "period", l_period },
	{ "T", l_text },
	{ "L", l_label },
	{ "task", l_task },
	{ "round", l_round },
	{ NULL, NULL }
};

void hostlib_add(struct sandbox *s)
{
	lua_State *L = sandbox_lua(s);

	for (const luaL_Reg *f = rule_functions; f->name; f++) {
		lua_pushcfunction(L, f->func);
		sandbox_add(s, f->name);
	}
	push_present(L);
	sandbox_add(s, "present");
	push_absent(L);
	sandbox_add(s, "absent");
}

static int l_is_judging(lua_State *L)
{
	lua_pushboolean(L, the_day != DATE_NONE);
	return 1;
}

void hostlib_push_host(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "date_or_nil", l_date_or_nil }, { "day", l_day }, { "T", l_text },
		{ "add_months", l_add_months }, { "is_judging", l_is_judging },
		{ NULL, NULL }
	};

	luaL_newlib(L, functions);
	hostvalue_add(L);
	push_present(L);
	lua_setfield(L, -2, "present");
	push_absent(L);
	lua_setfield(L, -2, "absent");
}
