/* The cases that stand in the texts of lua/, judged and calculated by the real worker. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <dlfcn.h>
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/money.h"
#include "office/core_module.h"
#include "rule/engine.h"
#include "steward.h"

#define FACTS_MOST 256
#define DAY_OF_CASES "2025-11-10"

static struct arena *arena;
static struct rulebook *book;
static const char *names[FACTS_MOST], *types[FACTS_MOST], *modules[64];
static int nfacts, nmodules, cases;

static const char *path_of(const char *variable, const char *below)
{
	assert_non_null(getenv(variable));
	return arena_printf(arena, "%s/%s", getenv(variable), below);
}

static void add_facts(const struct module *m)
{
	for (const struct fact_column *f = m->facts; f && f->name; f++) {
		assert_in_range(nfacts, 0, FACTS_MOST - 1);
		names[nfacts] = f->name;
		types[nfacts++] = f->type;
	}
}

/* Whatever modules were built: the test does not name them. */
static void load_modules(void)
{
	const char *folder = path_of("builddir", "lib/steward/modules");
	DIR *d = opendir(folder);
	struct dirent *entry;

	add_facts(&core_module);
	while (d && (entry = readdir(d))) {
		const char *end = strrchr(entry->d_name, '.');
		const struct module *m;
		void *handle;

		if (!end || strcmp(end, ".so") != 0)
			continue;
		handle = dlopen(arena_printf(arena, "%s/%s", folder, entry->d_name), RTLD_NOW);
		assert_non_null(handle);
		m = dlsym(handle, "steward_module");
		assert_non_null(m);
		assert_in_range(nmodules, 0, 62);
		modules[nmodules++] = m->name;
		add_facts(m);
	}
	if (d)
		closedir(d);
}

static int setup(void **state)
{
	struct err e;

	(void)state;
	arena = arena_new();
	load_modules();
	book = rulebook_read(arena, path_of("srcdir", "lua"), modules, &e);
	assert_non_null(book);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* The texts are read a second time here, for their cases alone: what they call is not called. */

static int l_date(lua_State *L)
{
	size_t n;
	const char *s = luaL_checklstring(L, 1, &n);
	int32_t day;

	if (!date_parse(s, n, &day))
		return luaL_error(L, "%s is no day", s);
	lua_pushinteger(L, day);
	return 1;
}

static int l_nothing(lua_State *L)
{
	(void)L;
	return 0;
}

static int l_missing(lua_State *L)
{
	const char *name = luaL_checkstring(L, 2);

	if (strcmp(name, "nothing") == 0)
		return 0;
	lua_pushcfunction(L, l_nothing);
	return 1;
}

static lua_State *read_text(const struct rule_file *f)
{
	lua_State *L = luaL_newstate();

	luaL_openlibs(L);
	lua_pushglobaltable(L);
	lua_newtable(L);
	lua_pushcfunction(L, l_missing);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
	lua_register(L, "date", l_date);
	if (luaL_loadbuffer(L, f->text, f->n, f->path) || lua_pcall(L, 0, 1, 0))
		fail_msg("%s: %s", f->path, lua_tostring(L, -1));
	return L;
}

/* Field of the table on the top as text, or otherwise. */
static const char *field(lua_State *L, const char *name, const char *otherwise)
{
	const char *s;

	lua_getfield(L, -1, name);
	s = lua_isnil(L, -1) ? otherwise : arena_strdup(arena, luaL_tolstring(L, -1, NULL));
	lua_settop(L, lua_isnil(L, -1) ? -2 : -3);
	return s;
}

static const char *name_of(lua_State *L)
{
	const char *s;

	lua_rawgeti(L, -1, 1);
	s = arena_strdup(arena, lua_tostring(L, -1));
	lua_pop(L, 1);
	return s;
}

static void on_failed(void *ctx, const char *what, int64_t person, const char *message)
{
	(void)person;
	fail_msg("%s: %s: %s", (const char *)ctx, what, message);
}

/* An engine with one rule, or none; on is its day. */
static struct engine *start(struct engine_options *o, const struct rule_file *rule, const char *on,
			    const char *name)
{
	struct rulebook *few = arena_alloc(arena, sizeof(*few));
	struct engine *en;
	struct err e;

	*few = *book;
	few->files = arena_alloc(arena, sizeof(*few->files) * (size_t)book->n);
	few->n = 0;
	for (int i = 0; i < book->n; i++)
		if (book->files[i].kind != 'r' || &book->files[i] == rule)
			few->files[few->n++] = book->files[i];
	*o = (struct engine_options){
		.worker = path_of("builddir", "lib/steward/steward-worker"), .book = few,
		.jurisdiction = "CN-330681", .nfacts = nfacts,
		.fact_names = names, .fact_types = types, .failed = on_failed, .ctx = (void *)name,
	};
	assert_true(date_parse(on, strlen(on), &o->today));
	en = engine_start(o, &e);
	assert_non_null(en);
	return en;
}

static void add_fact(struct buf *b, const char *type, const char *text)
{
	int32_t day;

	if (strcmp(type, "date") == 0) {
		assert_true(date_parse(text, strlen(text), &day));
		buf_u16(b, 4);
		buf_u32(b, (uint32_t)day);
	} else if (strcmp(type, "int") == 0) {
		buf_u16(b, 4);
		buf_u32(b, (uint32_t)strtol(text, NULL, 10));
	} else if (strcmp(type, "bigint") == 0) {
		buf_u16(b, 8);
		buf_u64(b, (uint64_t)strtoll(text, NULL, 10));
	} else if (strcmp(type, "boolean") == 0) {
		buf_u16(b, 1);
		buf_add(b, strcmp(text, "true") == 0 ? "\1" : "\0", 1);
	} else {
		buf_u16(b, (uint16_t)strlen(text));
		buf_text(b, text);
	}
}

/* The facts of the case on the top as one person's row; all of them must be facts. */
static void add_person(lua_State *L, const char *name, struct buf *rows)
{
	int given = 0, used = 0;
	struct buf body;

	lua_getfield(L, -1, "facts");
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
		given++;
	buf_init(&body, 1 << 16);
	for (int i = 0; i < nfacts; i++) {
		const char *text = field(L, names[i], NULL);

		used += text != NULL;
		if (text)
			add_fact(&body, types[i], text);
		else
			buf_u16(&body, UINT16_MAX);
	}
	lua_pop(L, 1);
	if (given != used)
		fail_msg("%s: a fact of this case is none", name);
	buf_u16(rows, 3);
	buf_u32(rows, 8);
	buf_u64(rows, 1);
	buf_u32(rows, UINT32_MAX);
	wire_text(rows, body.data, body.len);
	buf_done(&body);
}

/* The cause of the first finding, "nothing" without one. */
static const char *first_cause(FILE *found)
{
	static char row[1 << 16];
	size_t n, len;
	const char *at, *cause;

	rewind(found);
	n = fread(row, 1, sizeof(row), found);
	if (n == 0)
		return "nothing";
	at = row + 2 + 4 + 8;
	assert_non_null(wire_take(&at, row + n, &len));
	cause = wire_take(&at, row + n, &len);
	assert_non_null(cause);
	return arena_strndup(arena, cause, len);
}

static void judge_case(lua_State *L, const struct rule_file *f)
{
	const char *name = arena_printf(arena, "%s, \"%s\"", f->path, name_of(L));
	const char *gives = field(L, "gives", "nothing"), *cause;
	struct engine_results out = { tmpfile(), tmpfile() };
	struct engine_options o;
	struct engine *en = start(&o, f, field(L, "on", DAY_OF_CASES), name);
	struct buf rows;
	struct err e;

	buf_init(&rows, 1 << 20);
	add_person(L, name, &rows);
	assert_true(engine_persons(en, rows.data, rows.len, &out, &e));
	assert_true(engine_finish(en, &out, &e));
	cause = first_cause(out.found);
	if (strcmp(gives, "task") == 0 ? strcmp(cause, "nothing") == 0 : strcmp(cause, gives) != 0)
		fail_msg("%s gives %s instead of %s", name, cause, gives);
	cases++;
	buf_done(&rows);
	engine_stop(en);
	fclose(out.checked);
	fclose(out.found);
}

static void every_case_of_every_rule_comes_out(void **state)
{
	(void)state;
	cases = 0;
	for (int i = 0; i < book->n; i++) {
		lua_State *L;
		int before = cases;

		if (book->files[i].kind != 'r')
			continue;
		L = read_text(&book->files[i]);
		lua_getfield(L, -1, "cases");
		for (int k = 1; lua_istable(L, -1) && lua_rawgeti(L, -1, k) == LUA_TTABLE; k++) {
			judge_case(L, &book->files[i]);
			lua_pop(L, 1);
		}
		if (cases < before + 2)
			fail_msg("%s has fewer than two cases", book->files[i].path);
		lua_close(L);
	}
	print_message("%d cases of rules\n", cases);
	assert_in_range(cases, nmodules * 2, 10000);
}

/* As the command line would have it: amounts in yuan, days as texts. */
static const char *as_text(const char *value, const char *type)
{
	char money[MONEY_TEXT], day[DATE_TEXT];

	if (!value)
		return "";
	if (strcmp(type, "yuan") == 0)
		return arena_strdup(arena, money_format(strtoll(value, NULL, 10), money));
	if (strcmp(type, "day") == 0 && !strchr(value, '-'))
		return arena_strdup(arena, date_format((int32_t)strtol(value, NULL, 10), day));
	return value;
}

/* Names and types of the calculation's inputs or outputs, into at most 16. */
static int list_ports(lua_State *L, const char *which, const char *port[16][2])
{
	int n = 0;

	lua_getfield(L, -1, which);
	while (n < 16 && lua_rawgeti(L, -1, n + 1) == LUA_TTABLE) {
		for (int k = 0; k < 2; k++) {
			lua_rawgeti(L, -1, k + 1);
			port[n][k] = arena_strdup(arena, lua_tostring(L, -1));
			lua_pop(L, 1);
		}
		lua_pop(L, 1);
		n++;
	}
	lua_settop(L, n == 16 ? -2 : -3);
	return n;
}

static bool is_same(const char *want, const char *got, const char *type)
{
	if (*want && strcmp(type, "number") == 0)
		return strtod(want, NULL) == strtod(got, NULL);
	return strcmp(want, got) == 0;
}

/* The outputs against the table gives on the top; a case that gives nothing wants them empty. */
static void compare_outputs(lua_State *L, const char *name, const struct buf *reply,
			    const char *port[16][2], int n)
{
	const char *at = reply->data, *end = at + reply->len;
	bool is_empty;
	size_t len;
	const char *message = wire_take(&at, end, &len);

	if (len)
		fail_msg("%s: %.*s", name, (int)len, message);
	assert_int_equal(wire_take_u32(&at, end), n);
	lua_pushnil(L);
	is_empty = !lua_next(L, -2);
	lua_pop(L, is_empty ? 0 : 2);
	for (int i = 0; i < n; i++) {
		const char *got = wire_take(&at, end, &len);
		const char *want = field(L, port[i][0], is_empty ? "" : NULL);

		assert_non_null(got);
		got = arena_strndup(arena, got, len);
		if (want && !is_same(as_text(*want ? want : NULL, port[i][1]), got, port[i][1]))
			fail_msg("%s: %s is %s instead of %s", name, port[i][0], got, want);
	}
}

static void calculate_case(lua_State *L, const char *calculation, const char *home,
			   const char *in[16][2], int nin, const char *out[16][2], int nout)
{
	const char *name = arena_printf(arena, "%s, \"%s\"", calculation, name_of(L));
	const char *place = field(L, "place", home);
	struct engine_options o;
	struct engine *en = start(&o, NULL, field(L, "on", DAY_OF_CASES), name);
	struct buf question, reply;
	uint32_t type;
	struct err e;

	buf_init(&question, 1 << 20);
	buf_init(&reply, 1 << 20);
	wire_string(&question, calculation);
	buf_u32(&question, (uint32_t)nin);
	buf_u32(&question, false);
	wire_string(&question, place);
	lua_getfield(L, -1, "given");
	for (int i = 0; i < nin; i++)
		wire_string(&question, strcmp(in[i][0], "jurisdiction") == 0 ? place :
			    as_text(field(L, in[i][0], NULL), in[i][1]));
	lua_pop(L, 1);
	assert_true(engine_ask(en, FRAME_CALCULATE, &question, &type, &reply, &e));
	lua_getfield(L, -1, "gives");
	compare_outputs(L, name, &reply, out, nout);
	lua_pop(L, 1);
	cases++;
	buf_done(&question);
	buf_done(&reply);
	engine_stop(en);
}

static void calculate_cases(lua_State *L)
{
	const char *in[16][2], *out[16][2], *name = field(L, "name", "");
	const char *home = field(L, "jurisdiction", "CN");
	int nin = list_ports(L, "inputs", in), nout = list_ports(L, "outputs", out);
	int before = cases;

	lua_getfield(L, -1, "cases");
	for (int k = 1; lua_istable(L, -1) && lua_rawgeti(L, -1, k) == LUA_TTABLE; k++) {
		calculate_case(L, name, strcmp(home, "CN") == 0 ? "CN-330681" : home, in, nin, out,
			       nout);
		lua_pop(L, 1);
	}
	lua_pop(L, 2);
	if (cases == before)
		fail_msg("%s has no cases", name);
}

static void every_case_of_every_calculation_comes_out(void **state)
{
	(void)state;
	cases = 0;
	for (int i = 0; i < book->n; i++) {
		lua_State *L;

		if (book->files[i].kind != 'c')
			continue;
		L = read_text(&book->files[i]);
		for (int k = 1; lua_rawgeti(L, 1, k) == LUA_TTABLE; k++) {
			calculate_cases(L);
			lua_settop(L, 1);
		}
		lua_close(L);
	}
	print_message("%d cases of calculations\n", cases);
	assert_in_range(cases, 10, 10000);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_of_every_rule_comes_out),
		cmocka_unit_test(every_case_of_every_calculation_comes_out),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
