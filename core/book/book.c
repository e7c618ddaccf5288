#include "book.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "hostlib.h"
#include "sandbox/json.h"
#include "sandbox/safelib.h"

extern const char core_book_prelude_text[], core_book_context_text[],
    core_book_calendar_text[], core_book_endings_text[], core_book_work_text[],
    core_book_versions_text[], core_book_ports_text[], core_book_records_text[],
    core_book_scale_text[], core_book_decide_text[], core_book_article_text[],
    core_book_members_text[];

void book_push(struct book *b, const char *name)
{
	lua_State *L = sandbox_lua(b->sandbox);

	lua_rawgeti(L, LUA_REGISTRYINDEX, b->prelude);
	lua_getfield(L, -1, name);
	lua_remove(L, -2);
}

/* Names that no environment has are looked up among the calculations; a name that is
 * nowhere is nil.  book.param is one more function of the host. */
static void add_book_functions(struct book *b)
{
	static const char *const names[] = { "param",
					     "step",
					     "explained",
					     "today",
					     "convert",
					     "scale",
					     "by_birth",
					     "decide",
					     "member",
					     "members",
					     "add_working_days",
					     "working_days_between" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		book_push(b, names[i]);
		sandbox_add(b->sandbox, names[i]);
	}
}

/* Our own texts, which get the host's functions and, all but the first, the book. */
static void run_text(lua_State *L, const char *name, const char *text, int nargs)
{
	if (luaL_loadbufferx(L, text, strlen(text), name, "t") != LUA_OK)
		abort();
	lua_insert(L, -nargs - 1);
	if (lua_pcall(L, nargs, 1, 0) != LUA_OK)
		abort();
}

/* With host and book, the two on top, as its arguments. */
static void add_part(lua_State *L, const char *name, const char *text)
{
	lua_pushvalue(L, -2);
	lua_pushvalue(L, -2);
	run_text(L, name, text, 2);
	lua_pop(L, 1);
}

struct book *book_new(size_t memory)
{
	struct book *b = calloc(1, sizeof(*b));
	lua_State *L;

	if (!b)
		abort();
	b->today = DATE_NONE;
	b->sandbox = sandbox_new(memory);
	L = sandbox_lua(b->sandbox);
	hostlib_add(b->sandbox);
	hostlib_push_host(L);
	lua_pushvalue(L, -1);
	run_text(L, "=prelude", core_book_prelude_text, 1);
	lua_pushvalue(L, -1);
	lua_setfield(L, LUA_REGISTRYINDEX, JSON_BOOK);
	lua_pushvalue(L, -1);
	b->prelude = luaL_ref(L, LUA_REGISTRYINDEX);
	add_part(L, "=context", core_book_context_text);
	add_part(L, "=calendar", core_book_calendar_text);
	add_part(L, "=endings", core_book_endings_text);
	add_part(L, "=work", core_book_work_text);
	add_part(L, "=versions", core_book_versions_text);
	add_part(L, "=ports", core_book_ports_text);
	add_part(L, "=records", core_book_records_text);
	add_part(L, "=scale", core_book_scale_text);
	add_part(L, "=decide", core_book_decide_text);
	add_part(L, "=article", core_book_article_text);
	add_part(L, "=members", core_book_members_text);
	lua_settop(L, 0);
	add_book_functions(b);
	return b;
}

enum run_status book_settings(struct book *b, int32_t today, const char *place,
			      const char *subject, const char *taken, const char *modules)
{
	lua_State *L = sandbox_lua(b->sandbox);

	b->today = today;
	book_push(b, "settings");
	lua_pushinteger(L, today);
	lua_pushstring(L, place);
	lua_pushstring(L, subject);
	lua_pushstring(L, taken);
	lua_pushstring(L, modules);
	return sandbox_call(b->sandbox, 5, 0);
}

bool book_add_fact(struct book *b, const char *name, const char *type)
{
	static const char *const types[] = { "date", "int", "bigint", "text", "boolean" };
	struct fact *f = &b->facts[b->nfacts];

	if (b->nfacts == BOOK_FACTS || strlen(name) >= sizeof(f->name))
		return false;
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (strcmp(types[i], type) != 0)
			continue;
		snprintf(f->name, sizeof(f->name), "%s", name);
		f->type = (enum fact_type)i;
		b->nfacts++;
		return true;
	}
	return false;
}

int32_t book_next_edge(struct book *b)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int32_t edge;

	book_push(b, "next_edge");
	edge = lua_isnil(L, -1) ? DATE_NONE : (int32_t)lua_tointeger(L, -1);
	lua_pop(L, 1);
	return edge;
}

static int find_fact(const struct book *b, const char *name)
{
	for (int i = 0; i < b->nfacts; i++)
		if (strcmp(b->facts[i].name, name) == 0)
			return i;
	return -1;
}

/* Missing names are looked up among the calculations; prelude.lua locks what is there
 * then. */
static void set_env_meta(struct book *b)
{
	lua_State *L = sandbox_lua(b->sandbox);

	lua_newtable(L);
	book_push(b, "namespaces");
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
}

int book_look(lua_State *L)
{
	struct book *b = lua_touserdata(L, lua_upvalueindex(2));
	int read;

	lua_settop(L, 2);
	if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNUMBER)
		return luaL_error(L, "reads a fact that it does not declare in reads");
	read = (int)lua_tointeger(L, -1);
	b->looking.mask |= 1u << read;
	book_push_fact(L, b, read);
	return 1;
}

static int unwritable(lua_State *L)
{
	return luaL_error(L, "a rule cannot change the facts");
}

int book_person(struct book *b, const struct rule *r, lua_CFunction look)
{
	lua_State *L = sandbox_lua(b->sandbox);

	lua_newtable(L);
	lua_newtable(L);
	lua_newtable(L);
	for (int i = 0; i < r->nreads; i++) {
		lua_pushinteger(L, i);
		lua_setfield(L, -2, b->facts[r->reads[i]].name);
	}
	lua_pushlightuserdata(L, b);
	lua_pushcclosure(L, look, 2);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, unwritable);
	lua_setfield(L, -2, "__newindex");
	lua_setmetatable(L, -2);
	return luaL_ref(L, LUA_REGISTRYINDEX);
}

static enum run_status fail(struct book *b, const char *path, const char *what,
			    const char *name)
{
	lua_pushfstring(sandbox_lua(b->sandbox), "%s: %s \"%s\"", path, what, name);
	return RUN_ERROR;
}

static void copy_field(lua_State *L, const char *name, char *to, size_t size)
{
	lua_getfield(L, -1, name);
	snprintf(to, size, "%s", lua_tostring(L, -1) ? lua_tostring(L, -1) : "");
	lua_pop(L, 1);
}

static enum run_status read_reads(struct book *b, struct rule *r, const char *path)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int n;

	lua_getfield(L, -1, "reads");
	n = (int)lua_rawlen(L, -1);
	for (int i = 1; i <= n; i++) {
		char name[64];

		lua_rawgeti(L, -1, i);
		snprintf(name, sizeof(name), "%s", safelib_text(L, -1, NULL));
		lua_pop(L, 2);
		if (find_fact(b, name) < 0 || r->nreads == BOOK_READS)
			return fail(b, path, "reads a fact that no module has:", name);
		r->reads[r->nreads++] = find_fact(b, name);
	}
	lua_pop(L, 1);
	return RUN_OK;
}

static bool read_codes(lua_State *L, struct guard *g)
{
	lua_getfield(L, -1, "values");
	g->n = (int)lua_rawlen(L, -1);
	if (g->n > 8)
		return false;
	for (int i = 0; i < g->n; i++) {
		lua_rawgeti(L, -1, i + 1);
		snprintf(g->codes[i], sizeof(g->codes[i]), "%s", lua_tostring(L, -1));
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
	return true;
}

static enum run_status read_guards(struct book *b, struct rule *r, const char *path)
{
	lua_State *L = sandbox_lua(b->sandbox);
	int n;

	lua_getfield(L, -1, "guards");
	n = (int)lua_rawlen(L, -1);
	for (int i = 1; i <= n; i++) {
		struct guard *g;
		char name[64];

		lua_rawgeti(L, -1, i);
		copy_field(L, "field", name, sizeof(name));
		if (r->nguards == BOOK_GUARDS)
			return fail(b, path, "when has too many conditions, from", name);
		g = &r->guards[r->nguards++];
		g->fact = find_fact(b, name);
		if (g->fact < 0)
			return fail(b, path,
				    "when names a fact that no module has:", name);
		lua_getfield(L, -1, "present");
		g->present = lua_toboolean(L, -1);
		lua_getfield(L, -2, "absent");
		g->absent = lua_toboolean(L, -1);
		lua_pop(L, 2);
		if (!g->present && !g->absent &&
		    (b->facts[g->fact].type != FACT_TEXT || !read_codes(L, g)))
			return fail(b, path, "when can compare codes only, not", name);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
	return RUN_OK;
}

static bool is_shown(const struct rule *r, int fact)
{
	for (int i = 0; i < r->nshown; i++)
		if (r->shown[i] == fact)
			return true;
	return false;
}

/* What a rule reads, and what had to be there before it was asked: enough to ask it
 * again. */
static void choose_shown(struct rule *r)
{
	for (int i = 0; i < r->nreads; i++)
		r->shown[r->nshown++] = r->reads[i];
	for (int i = 0; i < r->nguards; i++)
		if (!r->guards[i].absent && !is_shown(r, r->guards[i].fact))
			r->shown[r->nshown++] = r->guards[i].fact;
}

static uint64_t fold(const char *s)
{
	uint64_t h = 14695981039346656037ull;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211ull;
	return h;
}

/* The normalised rule is on the stack; taken into the table of rules. */
static enum run_status link_rule(struct book *b, const char *path, const char *hash)
{
	lua_State *L = sandbox_lua(b->sandbox);
	struct rule *r = &b->rules[b->nrules];
	enum run_status status;

	if (b->nrules == BOOK_RULES)
		return fail(b, path, "is one rule too many:", path);
	memset(r, 0, sizeof(*r));
	copy_field(L, "id", r->id, sizeof(r->id));
	copy_field(L, "type", r->type, sizeof(r->type));
	copy_field(L, "jurisdiction", r->jurisdiction, sizeof(r->jurisdiction));
	snprintf(r->hash, sizeof(r->hash), "%s", hash);
	r->hash64 = fold(hash);
	for (int i = 0; i < b->nrules; i++)
		if (strcmp(b->rules[i].id, r->id) == 0)
			return fail(b, path, "another file has the rule", r->id);
	lua_getfield(L, -1, "in_force");
	r->in_force = lua_toboolean(L, -1);
	lua_pop(L, 1);
	if ((status = read_reads(b, r, path)) != RUN_OK ||
	    (status = read_guards(b, r, path)) != RUN_OK)
		return status;
	choose_shown(r);
	lua_getfield(L, -1, "judge");
	r->judge = luaL_ref(L, LUA_REGISTRYINDEX);
	r->person = book_person(b, r, book_look);
	r->memo = memo_new();
	b->nrules++;
	return RUN_OK;
}

/* Keeps only the value on the top of what was pushed since base. */
static void keep_top(lua_State *L, int base)
{
	lua_replace(L, base + 1);
	lua_settop(L, base + 1);
}

enum run_status book_file(struct book *b, char kind, const char *path, const char *hash,
			  const char *text, size_t n)
{
	const char *taker = kind == 'l'	  ? "add_library"
			    : kind == 'p' ? "add_parameters"
			    : kind == 'c' ? "add_calculations"
					  : "add_rule";
	lua_State *L = sandbox_lua(b->sandbox);
	int base = lua_gettop(L);
	enum run_status status;

	sandbox_push_env(b->sandbox);
	set_env_meta(b);
	lua_pushvalue(L, -1);
	status = sandbox_load(b->sandbox, path, text, n);
	if (status == RUN_OK)
		status = sandbox_call(b->sandbox, 0, 1);
	if (status == RUN_OK) {
		book_push(b, taker);
		lua_insert(L, -2);
		lua_pushstring(L, path);
		lua_pushvalue(L, base + 1);
		status = sandbox_call(b->sandbox, 3, 1);
	}
	/* A rule about another subject, or that needs a module which is not loaded, has
	 * been looked at, and is nothing here. */
	if (status == RUN_OK && kind == 'r' && lua_toboolean(L, -1))
		status = link_rule(b, path, hash);
	if (status == RUN_OK)
		lua_settop(L, base);
	else
		keep_top(L, base);
	return status;
}
