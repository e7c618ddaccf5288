#include "toolbox.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "book/hostlib.h"
#include "sandbox/lint.h"

extern const char core_grammar_syntax_text[], core_grammar_nearest_text[],
    core_grammar_units_text[],
    core_grammar_entries_text[], core_toolbox_check_text[], core_toolbox_flow_text[],
    core_toolbox_types_text[], core_toolbox_trial_text[], core_toolbox_search_text[],
    core_toolbox_searchlists_text[],
    core_grammar_calls_text[], core_toolbox_recording_text[], core_toolbox_inputs_text[],
    core_toolbox_paramfile_text[], core_toolbox_paramwrite_text[],
    core_toolbox_checkrest_text[], core_grammar_wording_text[],
    core_article_contents_text[], core_toolbox_checkports_text[],
    core_toolbox_checkscale_text[], core_toolbox_checktable_text[],
    core_toolbox_checkwords_text[], core_article_page_text[];

struct toolbox {
	struct book *book;
	struct in_flight *flight;
	struct judged judged;
	/* registry: the table of tools; LUA_NOREF before the first question */
	int tools;
	/* registry: what rewrites a text while testing; LUA_NOREF otherwise */
	int rewrite;
};

struct toolbox *toolbox_new(struct book *b, struct in_flight *flight)
{
	struct toolbox *t = calloc(1, sizeof(*t));

	if (!t)
		abort();
	t->book = b;
	t->flight = flight;
	t->tools = t->rewrite = LUA_NOREF;
	buf_init(&t->judged.checked, FRAME_MOST);
	buf_init(&t->judged.found, FRAME_MOST);
	buf_init(&t->judged.failures, FRAME_MOST);
	return t;
}

static struct toolbox *self(lua_State *L)
{
	return lua_touserdata(L, lua_upvalueindex(1));
}

/* lint(path, text): what the loader refuses before Lua reads the text, or nil. */
static int l_lint(lua_State *L)
{
	char message[300];
	size_t n;
	const char *path = luaL_checkstring(L, 1), *text = luaL_checklstring(L, 2, &n);

	if (lint_text(path, text, n, message, sizeof(message)))
		return 0;
	lua_pushstring(L, message);
	return 1;
}

/* environment(): what a text is given, to be looked at. */
static int l_environment(lua_State *L)
{
	sandbox_push_env(self(L)->book->sandbox);
	return 1;
}

/* add(name, value): into every environment made later. */
static int l_add(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1);

	lua_settop(L, 2);
	sandbox_add(self(L)->book->sandbox, name);
	return 0;
}

/* rewrite(f): f(path, text) gives the text that is loaded instead. */
static int l_rewrite(lua_State *L)
{
	struct toolbox *t = self(L);

	lua_settop(L, 1);
	luaL_unref(L, LUA_REGISTRYINDEX, t->rewrite);
	t->rewrite = luaL_ref(L, LUA_REGISTRYINDEX);
	return 0;
}

/* guarded(f, ...): "ok" and one result, or "error" or "limit" and the message. */
static int l_guarded(lua_State *L)
{
	enum run_status s = sandbox_call(self(L)->book->sandbox, lua_gettop(L) - 1, 1);

	lua_pushstring(L, s == RUN_OK ? "ok" : s == RUN_LIMIT ? "limit" : "error");
	lua_insert(L, -2);
	return 2;
}

/* One rule alone is in force, nothing of earlier judgements is known. */
static void single_out(struct book *b, const char *id, bool is_in_force)
{
	for (int i = 0; i < b->nrules; i++) {
		struct rule *r = &b->rules[i];

		memo_free(r->memo);
		r->memo = NULL;
		r->has_failed = false;
		r->in_force = is_in_force && strcmp(r->id, id) == 0;
	}
}

/* judge(id, is_in_force, day, row): the COPY rows of what was found, and what failed. */
static int l_judge(lua_State *L)
{
	struct toolbox *t = self(L);
	struct buf *parts[] = { &t->judged.checked, &t->judged.found,
				&t->judged.failures };
	const char *row;
	size_t n;

	single_out(t->book, luaL_checkstring(L, 1), lua_toboolean(L, 2));
	t->book->today = (int32_t)luaL_checkinteger(L, 3);
	row = luaL_checklstring(L, 4, &n);
	for (int i = 0; i < 3; i++)
		buf_clear(parts[i]);
	if (!book_judge(t->book, row, n, t->flight, &t->judged))
		return luaL_error(L, "the row does not fit the facts");
	for (int i = 1; i < 3; i++)
		lua_pushlstring(L, parts[i]->len ? parts[i]->data : "", parts[i]->len);
	return 2;
}

/* forget_places(): the settings' place is another one. */
static int l_forget_places(lua_State *L)
{
	struct book *b = self(L)->book;

	memset(b->areas, 0, sizeof(b->areas));
	b->nplaces = 0;
	b->has_entered = false;
	return 0;
}

static const luaL_Reg functions[] = { { "forget_places", l_forget_places },
				      { "lint", l_lint },
				      { "environment", l_environment },
				      { "add", l_add },
				      { "rewrite", l_rewrite },
				      { "guarded", l_guarded },
				      { "judge", l_judge },
				      { NULL, NULL } };

/* The facts that the program has declared, in order, as the tools see them. */
static void push_facts(lua_State *L, const struct book *b)
{
	static const char *const types[] = { "date", "int", "bigint", "text", "boolean" };

	lua_newtable(L);
	for (int i = 0; i < b->nfacts; i++) {
		lua_newtable(L);
		lua_pushstring(L, b->facts[i].name);
		lua_setfield(L, -2, "name");
		lua_pushstring(L, types[b->facts[i].type]);
		lua_setfield(L, -2, "type");
		lua_rawseti(L, -2, i + 1);
	}
}

static int l_facts(lua_State *L)
{
	push_facts(L, self(L)->book);
	return 1;
}

static void push_host(struct toolbox *t)
{
	lua_State *L = sandbox_lua(t->book->sandbox);

	hostlib_push_host(L);
	lua_pushlightuserdata(L, t);
	luaL_setfuncs(L, functions, 1);
	lua_pushlightuserdata(L, t);
	lua_pushcclosure(L, l_facts, 1);
	lua_setfield(L, -2, "facts");
	lua_pushinteger(L, FACTS_TOGETHER);
	lua_setfield(L, -2, "together");
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->book->prelude);
	lua_setfield(L, -2, "book");
}

/* Each text is given the host's functions and the table of tools, to which it adds its
 * own. */
static void load_tools(struct toolbox *t)
{
	static const struct { const char *name, *text;
	} texts[] = {
		{ "=syntax", core_grammar_syntax_text },
		{ "=wording", core_grammar_wording_text },
		{ "=entries", core_grammar_entries_text },
		{ "=units", core_grammar_units_text },
		{ "=nearest", core_grammar_nearest_text },
		{ "=calls", core_grammar_calls_text },
		{ "=flow", core_toolbox_flow_text },
		{ "=checkports", core_toolbox_checkports_text },
		{ "=checkwords", core_toolbox_checkwords_text },
		{ "=check", core_toolbox_check_text },
		{ "=checkscale", core_toolbox_checkscale_text },
		{ "=checktable", core_toolbox_checktable_text },
		{ "=checkrest", core_toolbox_checkrest_text },
		{ "=types", core_toolbox_types_text },
		{ "=recording", core_toolbox_recording_text },
		{ "=inputs", core_toolbox_inputs_text },
		{ "=trial", core_toolbox_trial_text },
		{ "=searchlists", core_toolbox_searchlists_text },
		{ "=search", core_toolbox_search_text },
		{ "=paramfile", core_toolbox_paramfile_text },
		{ "=paramwrite", core_toolbox_paramwrite_text },
		{ "=contents", core_article_contents_text },
		{ "=page", core_article_page_text },
	};
	lua_State *L = sandbox_lua(t->book->sandbox);

	lua_newtable(L);
	push_host(t);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		if (luaL_loadbufferx(L, texts[i].text, strlen(texts[i].text),
				     texts[i].name, "t"))
			abort();
		lua_pushvalue(L, -2);
		lua_pushvalue(L, -4);
		if (lua_pcall(L, 2, 0, 0) != LUA_OK)
			abort();
	}
	lua_pop(L, 1);
	t->tools = luaL_ref(L, LUA_REGISTRYINDEX);
}

static int traced(lua_State *L)
{
	luaL_traceback(L, L, lua_tostring(L, 1), 1);
	return 1;
}

enum run_status toolbox_ask(struct toolbox *t, const char *question, size_t n)
{
	lua_State *L = sandbox_lua(t->book->sandbox);

	if (t->tools == LUA_NOREF)
		load_tools(t);
	lua_pushcfunction(L, traced);
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->tools);
	lua_getfield(L, -1, "ask");
	lua_remove(L, -2);
	lua_pushlstring(L, question, n);
	return lua_pcall(L, 1, 1, -3) == LUA_OK ? RUN_OK : RUN_ERROR;
}

const char *toolbox_text(struct toolbox *t, const char *path, const char *text, size_t *n)
{
	lua_State *L = sandbox_lua(t->book->sandbox);

	if (t->rewrite == LUA_NOREF)
		return text;
	lua_rawgeti(L, LUA_REGISTRYINDEX, t->rewrite);
	lua_pushstring(L, path);
	lua_pushlstring(L, text, *n);
	if (lua_pcall(L, 2, 1, 0) != LUA_OK || !lua_isstring(L, -1)) {
		lua_pop(L, 1);
		return text;
	}
	return lua_tolstring(L, -1,
			     n); /* stays on the stack until the frame is answered */
}
