/* One rule about one person once more, with everything said that it was told on the way:
 * conditions, facts as it looked at them, days it asked about, parameters and
 * calculations, and what it found. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "hostlib.h"
#include "row.h"

#define MESSAGE_MOST 2000

/* One process explains one rule at a time: whom the days it asks about are told to. */
static struct book *telling;

static void tell(struct book *b, const char *kind, const char *name, const char *value,
		 const char *unit, const char *text)
{
	lua_State *L = sandbox_lua(b->sandbox);
	const char *const texts[] = { kind, name, value, unit, text };

	lua_checkstack(L, 12);
	book_push(b, "trace_of_rule");
	for (int i = 0; i < 5; i++)
		lua_pushstring(L, texts[i]);
	if (lua_pcall(L, 5, 0, 0) != LUA_OK)
		lua_pop(L, 1);
}

/* A calculation cannot ask what day it is: whoever asks is the rule itself. */
static void tell_reached(lua_State *L, int32_t day, bool is_reached)
{
	char text[DATE_TEXT];

	(void)L;
	tell(telling, "reached", date_format(day, text), is_reached ? "yes" : "no", "",
	     "");
}

static void tell_fact(struct book *b, const char *kind, int fact, const struct row *row,
		      const char *text)
{
	static const char *const types[] = { "date", "int", "bigint", "text", "boolean" };
	struct buf value;

	buf_init(&value, 1 << 16);
	book_fact_text(b, fact, row, &value);
	tell(b, kind, b->facts[fact].name, value.len ? value.data : "",
	     types[b->facts[fact].type], text);
	buf_done(&value);
}

/* A fact is told when the rule looks at it for the first time. */
static int look_and_tell(lua_State *L)
{
	struct book *b = telling;
	uint32_t before = b->looking.mask, news;
	int n = book_look(L);

	news = b->looking.mask & ~before;
	if (news)
		tell_fact(b, "fact", b->looking.rule->reads[__builtin_ctz(news)],
			  b->looking.row, "");
	return n;
}

static void wanted_of(const struct guard *g, char *out, size_t size)
{
	size_t used = 0;

	snprintf(out, size, "%s", g->absent ? "absent" : g->present ? "present" : "");
	for (int i = 0; i < g->n && used < size; i++)
		used += (size_t)snprintf(out + used, size - used, "%s%s", i ? " " : "",
					 g->codes[i]);
}

/* The conditions in the order in which they are looked at; false at the first that does
 * not hold. */
static bool tell_guards(struct book *b, const struct rule *r, const struct row *row)
{
	for (int i = 0; i < r->nguards; i++) {
		bool holds = book_passes(&r->guards[i], row);
		char wanted[300];

		wanted_of(&r->guards[i], wanted, sizeof(wanted));
		tell_fact(b, holds ? "when" : "unmet", r->guards[i].fact, row, wanted);
		if (!holds)
			return false;
	}
	return true;
}

static void tell_value(struct book *b, const char *name, const struct value *v,
		       const char *unit)
{
	char number[32];
	uint64_t n = 0;

	if (v->len < 0)
		return;
	for (int i = 0; *unit && i < v->len; i++)
		n = n << 8 | (unsigned char)v->data[i];
	if (strcmp(unit, "day") == 0)
		tell(b, "found", name, date_format((int32_t)n, number), unit, "");
	else if (*unit)
		snprintf(number, sizeof(number), "%lld", (long long)n),
		tell(b, "found", name, number, unit, "");
	else {
		lua_State *L = sandbox_lua(b->sandbox);

		tell(b, "found", name, lua_pushlstring(L, v->data, (size_t)v->len), "",
		     "");
		lua_pop(L, 1);
	}
}

/* A finding is the first fields of a COPY row; see book.h. */
static void tell_finding(struct book *b, const char *at, const char *end)
{
	struct value v[7];
	struct reader r = { at + 2, end };

	for (int i = 0; i < 7; i++)
		if (!book_take_value(&r, &v[i]))
			return;
	tell_value(b, "cause", &v[2], "");
	tell_value(b, "say", &v[5], "");
	tell_value(b, "due", &v[4], "day");
	tell_value(b, "monthly", &v[6], "fen");
}

static void judge(struct book *b, struct rule *r, const struct row *row)
{
	struct findings f = { 0 };
	const char *fault;

	buf_init(&f.text, 1 << 20);
	fault = book_call_rule(b, r, row, &f);
	for (int i = 0; !fault && i < f.n; i++)
		tell_finding(b, f.text.data + f.each[i].start,
			     f.text.data + f.each[i].end);
	if (fault) {
		char message[MESSAGE_MOST];

		snprintf(message, sizeof(message), "%.*s", (int)strcspn(fault, "\n"),
			 fault);
		tell(b, "failed", "", message, "", "");
	} else if (f.n == 0) {
		tell(b, "nothing", "", "", "", "");
	}
	buf_done(&f.text);
}

static void explain(struct book *b, struct rule *r, int number, const struct row *row)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int kept = r->person;

	book_push(b, "trace_rule");
	lua_pushstring(L, r->id);
	if (lua_pcall(L, 1, 0, 0) != LUA_OK)
		lua_pop(L, 1);
	if (!r->in_force || !b->places[b->place].applies[number]) {
		tell(b, "nothing", "", "", "",
		     r->in_force ? "elsewhere" : "not in force");
		return;
	}
	if (!tell_guards(b, r, row)) {
		tell(b, "nothing", "", "", "", "");
		return;
	}
	b->looking = (struct looking){ .rule = r, .row = row, .place = b->place };
	r->person = book_person(b, r, look_and_tell);
	hostlib_tell_reached(tell_reached);
	judge(b, r, row);
	hostlib_tell_reached(NULL);
	luaL_unref(L, LUA_REGISTRYINDEX, r->person);
	r->person = kept;
}

static int find_rule(const struct book *b, const char *id)
{
	for (int i = 0; i < b->nrules; i++)
		if (strcmp(b->rules[i].id, id) == 0)
			return i;
	return -1;
}

bool book_explain(struct book *b, const char *rule, const char *bytes, size_t n,
		  struct in_flight *flight)
{
	lua_State *L = sandbox_lua(b->sandbox);
	struct reader r = { bytes, bytes + n };
	int number = find_rule(b, rule);
	struct row row;

	if (number < 0 || !book_take_row(b, &r, &row) || !row.is_whole) {
		lua_pushfstring(L,
				number < 0 ? "no rule named \"%s\" in this book"
					   : "no facts to judge by \"%s\"",
				rule);
		return false;
	}
	telling = b;
	flight->rule = (uint32_t)number;
	flight->person_id = (uint64_t)row.person_id;
	hostlib_set_today(b->today);
	hostlib_start_tracking();
	book_enter(b, row.region);
	explain(b, &b->rules[number], number, &row);
	flight->rule = UINT32_MAX;
	book_leave(b);
	hostlib_set_today(DATE_NONE);
	lua_settop(L, 0);
	return true;
}
