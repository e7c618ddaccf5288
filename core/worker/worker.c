/* steward-worker: the process that runs rules.  It has a pipe to read, a pipe to write,
 * memory, and nothing else: no files, no network, no database, no new processes. */
#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/core_file.h"
#include "base/text.h"
#include "book/book.h"
#include "rule/wire.h"
#include "sandbox/jail.h"
#include "sandbox/safelib.h"
#include "toolbox/toolbox.h"
#include "worker.h"

#define MEMORY_MOST (96u << 20)
#define TICK_MS 20

static const char *status_name(enum run_status s)
{
	return s == RUN_LIMIT ? "limit" : "error";
}

static void on_settings(struct worker *w, struct cursor *c)
{
	int32_t today = (int32_t)get_u32(c);
	char *places = get_string(c), *subject = get_string(c), *taken = get_string(c);
	char *modules = get_string(c), *name, *type;
	uint32_t n = get_u32(c);

	if (book_settings(w->book, today, places, subject, taken, modules) !=
	    RUN_OK)
		_exit(3);
	for (uint32_t i = 0; i < n; i++) {
		name = get_string(c);
		type = get_string(c);
		if (!book_add_fact(w->book, name, type))
			_exit(3);
		free(name);
		free(type);
	}
	free(places);
	free(subject);
	free(taken);
	free(modules);
	done(w);
}

static void on_file(struct worker *w, struct cursor *c)
{
	char kind = (char)get_u32(c);
	char *path = get_string(c), *hash = get_string(c);
	size_t n;
	const char *text = get_text(c, &n);
	enum run_status s;

	text = toolbox_text(w->toolbox, path, text, &n);
	s = book_file(w->book, kind, path, hash, text, n);
	if (s == RUN_OK)
		done(w);
	else
		refuse(w, status_name(s));
	free(path);
	free(hash);
}

static void on_link(struct worker *w)
{
	buf_u32(&w->answer, (uint32_t)book_next_edge(w->book));
	buf_u32(&w->answer, (uint32_t)w->book->nrules);
	for (int i = 0; i < w->book->nrules; i++) {
		add_string(&w->answer, w->book->rules[i].id);
		add_string(&w->answer, w->book->rules[i].type);
		add_string(&w->answer, w->book->rules[i].hash);
	}
	done(w);
}

static void on_persons(struct worker *w, const char *rows, size_t n)
{
	struct buf *parts[] = { &w->judged.checked, &w->judged.found,
				&w->judged.failures };

	for (int i = 0; i < 3; i++)
		buf_clear(parts[i]);
	if (!book_judge(w->book, rows, n, w->flight, &w->judged))
		_exit(3);
	for (int i = 0; i < 3; i++)
		add_text(&w->answer, parts[i]->len ? parts[i]->data : "", parts[i]->len);
	send_frame(FRAME_JUDGED, &w->answer);
}

static void on_explain(struct worker *w, struct cursor *c)
{
	char *rule = get_string(c);
	size_t n;
	const char *row = get_text(c, &n);
	bool ok = book_explain(w->book, rule, row, n, w->flight);

	free(rule);
	if (!ok) {
		refuse(w, "error");
		return;
	}
	add_trace(w);
	send_frame(FRAME_VALUES, &w->answer);
	lua_settop(sandbox_lua(w->book->sandbox), 0);
}

/* The value on the top as text, or why it is none that can be stored or shown. */
static const char *value_fault(lua_State *L, const char **text, size_t *n)
{
	double number;

	if (lua_isnil(L, -1))
		return "no value was returned";
	if (lua_isboolean(L, -1)) {
		*text = lua_toboolean(L, -1) ? "true" : "false";
		*n = strlen(*text);
		return NULL;
	}
	if (lua_type(L, -1) != LUA_TSTRING && lua_type(L, -1) != LUA_TNUMBER)
		return "the value is neither text nor number";
	number = lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : 0;
	if (isnan(number) || isinf(number))
		return "the number is not finite";
	*text = lua_tolstring(L, -1, n);
	if (*n > TEXT_MOST)
		return "the text is too long";
	return text_has_unsafe(*text, *n) ? "the text has control characters" : NULL;
}

static enum run_status run_body(struct worker *w, const char *path, const char *text,
				size_t n)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	enum run_status s;

	sandbox_push_env(w->book->sandbox);
	s = sandbox_load(w->book->sandbox, path, text, n);
	if (s == RUN_OK)
		s = sandbox_call(w->book->sandbox, 0, 1);
	if (s == RUN_OK && lua_gettop(L) == 0)
		lua_pushnil(L);
	return s;
}

static void on_try(struct worker *w, struct cursor *c)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	char *path = get_string(c);
	size_t n, len;
	const char *body = get_text(c, &n), *text, *fault;
	enum run_status s = run_body(w, path, body, n);

	free(path);
	if (s != RUN_OK) {
		refuse(w, status_name(s));
		return;
	}
	fault = value_fault(L, &text, &len);
	if (fault) {
		lua_pushstring(L, fault);
		refuse(w, "badvalue");
		return;
	}
	add_text(&w->answer, text, len);
	send_frame(FRAME_VALUES, &w->answer);
	lua_settop(L, 0);
}

/* A table parameter as key and value texts, in order; nested ones with their keys
 * joined. */
static void add_pairs(struct worker *w, const char *prefix)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	char key[200];

	if (!lua_istable(L, -1)) {
		add_string(&w->answer, prefix);
		add_string(&w->answer, safelib_text(L, -1, NULL));
		lua_pop(L, 1);
		return;
	}
	book_push(w->book, "sorted");
	lua_pushvalue(L, -2);
	if (sandbox_call(w->book->sandbox, 1, 1) != RUN_OK)
		_exit(3);
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
		luaL_checkstack(L, 10, NULL);
		snprintf(key, sizeof(key), "%s%s%s", prefix, *prefix ? "." : "",
			 safelib_text(L, -1, NULL));
		lua_pop(L, 1);
		lua_gettable(L, -3);
		add_pairs(w, key);
		lua_pop(L, 1);
	}
	lua_pop(L, 2);
}

static void on_parameter(struct worker *w, struct cursor *c)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	char *name = get_string(c);

	/* "=calendar" and the like are worked out of parameters, none by themselves. */
	book_push(w->book, name[0] == '=' ? name + 1 : "param");
	lua_pushstring(L, name);
	free(name);
	if (sandbox_call(w->book->sandbox, 1, 1) != RUN_OK) {
		refuse(w, "error");
		return;
	}
	add_pairs(w, "");
	send_frame(FRAME_VALUES, &w->answer);
	lua_settop(L, 0);
}

static void on_tool(struct worker *w, const char *question, size_t n)
{
	lua_State *L = sandbox_lua(w->book->sandbox);
	const char *s;

	if (toolbox_ask(w->toolbox, question, n) != RUN_OK) {
		refuse(w, "error");
		return;
	}
	s = lua_tolstring(L, -1, &n);
	buf_add(&w->answer, s, n);
	send_frame(FRAME_VALUES, &w->answer);
	lua_settop(L, 0);
}

static void serve(struct worker *w, const struct frame *f, const char *payload)
{
	struct cursor c = { payload, payload + f->len };

	buf_clear(&w->answer);
	switch (f->type) {
	case FRAME_SETTINGS:
		on_settings(w, &c);
		break;
	case FRAME_FILE:
		on_file(w, &c);
		break;
	case FRAME_LINK:
		on_link(w);
		break;
	case FRAME_ROWS:
		on_persons(w, payload, f->len);
		break;
	case FRAME_CALCULATE:
		on_calculate(w, &c);
		break;
	case FRAME_TRY:
		on_try(w, &c);
		break;
	case FRAME_PARAMETER:
		on_parameter(w, &c);
		break;
	case FRAME_SET:
		on_set(w, &c);
		break;
	case FRAME_DESCRIBE:
		on_describe(w);
		break;
	case FRAME_EXPLAIN:
		on_explain(w, &c);
		break;
	case FRAME_TOOL:
		on_tool(w, payload, f->len);
		break;
	default:
		_exit(3);
	}
}

/* --alone: without the jail, for measuring what it costs; nobody starts it so to
 * judge. */
int main(int argc, char **argv)
{
	bool is_alone = argc == 2 && strcmp(argv[1], "--alone") == 0;
	struct worker w = { 0 };
	struct frame f;
	char *payload = malloc(FRAME_MOST);

	core_file_none();
	w.flight = mmap(NULL, sizeof(*w.flight), PROT_READ | PROT_WRITE, MAP_SHARED,
			WORKER_SHARED, 0);
	if (!payload || w.flight == MAP_FAILED)
		return 3;
	buf_init(&w.answer, 3 * FRAME_MOST);
	buf_init(&w.judged.checked, FRAME_MOST);
	buf_init(&w.judged.found, FRAME_MOST);
	buf_init(&w.judged.failures, FRAME_MOST);
	w.book = book_new(MEMORY_MOST);
	w.toolbox = toolbox_new(w.book, w.flight);
	if (!sandbox_start_clock(TICK_MS) || (!is_alone && !jail_enter()))
		return 4;
	while (take_frame(&f, payload))
		serve(&w, &f, payload);
	return 3;
}
