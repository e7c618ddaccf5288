/* Calculations for the command line: rows of texts in, rows of texts out. */
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "worker.h"

#define KEPT_MOST 150000
#define KEPT_BYTES (24u << 20)
#define KEY_MOST 300
/* Rows by which it is seen whether they come again, and how few of them must. */
#define TRIED 20000u
#define KNOWN_OF 50u
/* Of the sandbox's clock: an answer must come before the deadline. */
#define TICKS_MOST 25
#define OUTPUT_MOST (4u << 20)

/* Another name, or enough kept: from the beginning. */
static void start_answers(struct worker *w, const char *name, uint32_t how)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	struct answers *a = &w->answers;

	if (strcmp(a->name, name) == 0 && a->how == how && a->n < KEPT_MOST &&
	    a->bytes < KEPT_BYTES)
		return;
	if (a->name[0])
		luaL_unref(L, LUA_REGISTRYINDEX, a->table);
	*a = (struct answers){ .how = how };
	snprintf(a->name, sizeof(a->name), "%s", name);
	lua_newtable(L);
	a->table = luaL_ref(L, LUA_REGISTRYINDEX);
}

/* True when the answer to these bytes is known and was added. */
static bool recall(struct worker *w, const char *row, size_t n)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	const char *s;
	size_t len;

	if (n > KEY_MOST || w->answers.is_off)
		return false;
	w->answers.asked++;
	lua_rawgeti(L, LUA_REGISTRYINDEX, w->answers.table);
	lua_pushlstring(L, row, n);
	lua_rawget(L, -2);
	s = lua_tolstring(L, -1, &len);
	if (s) {
		buf_add(&w->answer, s, len);
		w->answers.known++;
	}
	lua_pop(L, 2);
	return s != NULL;
}

/* Lists are hardly ever the same twice: keeping them costs more than it saves. */
static void forget_answers(struct worker *w)
{
	lua_State *L = sandbox_lua(w->book->sandbox);

	lua_newtable(L);
	lua_rawseti(L, LUA_REGISTRYINDEX, w->answers.table);
	w->answers.is_off = true;
}

static void keep(struct worker *w, const char *row, size_t n, size_t from)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	struct answers *a = &w->answers;

	if (n > KEY_MOST || w->answer.full || a->is_off)
		return;
	if (a->asked >= TRIED && a->known < a->asked / KNOWN_OF) {
		forget_answers(w);
		return;
	}
	lua_rawgeti(L, LUA_REGISTRYINDEX, a->table);
	lua_pushlstring(L, row, n);
	lua_pushlstring(L, w->answer.data + from, w->answer.len - from);
	lua_rawset(L, -3);
	lua_pop(L, 1);
	a->n++;
	a->bytes += n + w->answer.len - from;
}

/* The texts of the list on the top; false when one of them is longer than a text may
 * be. */
static bool add_list(struct worker *w)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
	bool fits = true;

	buf_u32(&w->answer, (uint32_t)n);
	for (lua_Integer i = 1; i <= n; i++) {
		size_t len = 0;
		const char *s = (lua_rawgeti(L, -1, i), lua_tolstring(L, -1, &len));

		fits = fits && len <= OUTPUT_MOST;
		add_text(&w->answer, s ? s : "", fits ? len : 0);
		lua_pop(L, 1);
	}
	return fits;
}

/* What a row gives, or in its place that it is too much. */
static void add_outputs(struct worker *w)
{
	size_t begin = w->answer.len;

	buf_u32(&w->answer, 0);
	if (add_list(w))
		return;
	w->answer.len = begin;
	add_string(&w->answer, "gives more than a row may give");
	buf_u32(&w->answer, 0);
}

/* What was asked, found and worked out on the way, also of a row that failed. */
void add_trace(struct worker *w)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	lua_Integer n;

	book_push(w->book, "trace_lines");
	if (sandbox_call(w->book->sandbox, 0, 1) != RUN_OK || !lua_istable(L, -1)) {
		buf_u32(&w->answer, 0);
		return;
	}
	n = (lua_Integer)lua_rawlen(L, -1);
	buf_u32(&w->answer, (uint32_t)n);
	for (lua_Integer i = 1; i <= n; i++) {
		lua_rawgeti(L, -1, i);
		for (int k = 1; k <= WIRE_LINE; k++) {
			size_t len = 0;
			const char *s =
			    (lua_rawgeti(L, -1, k), lua_tolstring(L, -1, &len));

			add_text(&w->answer, s ? s : "", s && len <= TEXT_MOST ? len : 0);
			lua_pop(L, 1);
		}
		lua_pop(L, 1);
	}
}

/* The first line of what is on the stack: where in a text it happened is for those who
 * write it. */
static void add_message(struct worker *w, enum run_status status)
{
	const char *s = lua_tostring(sandbox_lua(w->book->sandbox), -1);
	const char *stopped = s && status == RUN_LIMIT ? strstr(s, "stopped") : NULL;
	size_t n;

	s = stopped ? stopped : s && *s && *s != '\n' ? s : "failed without a message";
	n = strcspn(s, "\n");
	add_text(&w->answer, s, n > TEXT_MOST ? TEXT_MOST : n);
	buf_u32(&w->answer, 0);
}

/* The rows of a question. */
struct asking { const char *name; uint32_t inputs, how; };

static void push_text(lua_State *L, struct cursor *c)
{
	size_t n;
	const char *s = get_text(c, &n);

	lua_pushlstring(L, s, n);
}

/* The place, the inputs and the day of a row, after the function that wants them. */
static void push_row(struct worker *w, struct cursor *c, const struct asking *q)
{
	lua_State *L = sandbox_lua(w->book->sandbox);

	if (q->how & CALCULATE_DATED)
		push_text(L, c);
	else
		lua_pushnil(L);
	push_text(L, c);
	lua_createtable(L, (int)q->inputs, 0);
	for (uint32_t i = 1; i <= q->inputs; i++) {
		push_text(L, c);
		lua_rawseti(L, -2, i);
	}
	lua_rotate(L, -3, -1);
}

static void skip_row(struct cursor *c, const struct asking *q)
{
	uint32_t texts = q->inputs + 1 + (q->how & CALCULATE_DATED ? 1 : 0);
	size_t n;

	for (uint32_t i = 0; i < texts; i++)
		get_text(c, &n);
}

static enum run_status calculate_row(struct worker *w, struct cursor *c,
				     const struct asking *q)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	bool is_explained = q->how & CALCULATE_EXPLAINED;
	enum run_status status;

	if (is_explained) {
		book_push(w->book, "trace_start");
		sandbox_call(w->book->sandbox, 0, 0);
	}
	book_push(w->book, "calculate");
	lua_pushstring(L, q->name);
	push_row(w, c, q);
	status = sandbox_call(w->book->sandbox, 4, 1);
	if (status == RUN_OK)
		add_outputs(w);
	else
		add_message(w, status);
	if (is_explained)
		add_trace(w);
	lua_settop(L, 0);
	return status;
}

/* After a row that was stopped, a while, or much text the rest has to be asked for again:
 * so the answer is there before anybody takes this process for hung. */
void on_calculate(struct worker *w, struct cursor *c)
{
	char *name = get_string(c);
	uint32_t inputs = get_u32(c), how = get_u32(c);
	const struct asking q = { name, inputs, how };
	bool is_explained = how & CALCULATE_EXPLAINED;
	enum run_status status = RUN_OK;
	int begin = sandbox_ticks();

	start_answers(w, name, how);
	for (uint64_t i = 0;
	     c->at < c->end && status != RUN_LIMIT && w->answer.len < FRAME_MOST &&
	     sandbox_ticks() - begin < TICKS_MOST;
	     i++) {
		struct cursor row = *c;
		size_t from = w->answer.len;

		w->flight->person_id = i;
		skip_row(c, &q);
		if (!is_explained && recall(w, row.at, (size_t)(c->at - row.at)))
			continue;
		status = calculate_row(w, &(struct cursor){ row.at, row.end }, &q);
		if (status == RUN_OK && !is_explained)
			keep(w, row.at, (size_t)(c->at - row.at), from);
	}
	book_push(w->book, "leave");
	sandbox_call(w->book->sandbox, 0, 0);
	lua_settop(sandbox_lua(w->book->sandbox), 0);
	free(name);
	send_frame(FRAME_VALUES, &w->answer);
}

void on_set(struct worker *w, struct cursor *c)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	size_t n;
	const char *s;

	w->answers.name[0] = '\0';
	book_push(w->book, "set");
	for (int i = 0; i < 2; i++) {
		s = get_text(c, &n);
		lua_pushlstring(L, s, n);
	}
	if (sandbox_call(w->book->sandbox, 2, 0) == RUN_OK)
		done(w);
	else
		refuse(w, "error");
}

void on_describe(struct worker *w)
{
	lua_State *L = sandbox_lua(w->book->sandbox);

	book_push(w->book, "describe");
	if (sandbox_call(w->book->sandbox, 0, 1) != RUN_OK) {
		refuse(w, "error");
		return;
	}
	add_list(w);
	send_frame(FRAME_VALUES, &w->answer);
	lua_settop(L, 0);
}
