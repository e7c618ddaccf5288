/* The promises of the rule worker, seen from the program that feeds it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "rule/engine.h"

#define TODAY 9000	/* 2024-08-22 */

#define RULE(id, body)                                                                   \
	"return { id = \"" id "\", jurisdiction = \"CN\", from = \"2000-01-01\","        \
	" basis = \"a test\", type = \"notice\", reads = { \"day_one\", \"code\" },"     \
	" judge = function(p) " body " end }"

static const char *const fact_names[] = { "day_one", "code", "other" };
static const char *const fact_types[] = { "date", "text", "bigint" };

struct run {
	struct rulebook book;
	struct rule_file files[8];
	struct engine_options options;
	struct engine *engine;
	struct engine_results out;
	struct buf rows;
	struct arena *arena;
	char failures[4000];
	int nfailures;
};

static void on_failed(void *ctx, const char *what, int64_t person, const char *message)
{
	struct run *r = ctx;
	size_t n = strlen(r->failures);

	snprintf(r->failures + n, sizeof(r->failures) - n, "%s at %lld: %s\n", what,
		 (long long)person, message);
	r->nfailures++;
}

static void add_rule(struct run *r, const char *path, const char *text)
{
	struct rule_file *f = &r->files[r->book.n++];

	f->kind = 'r';
	f->path = path;
	f->text = text;
	f->n = strlen(text);
	digest_bytes(text, f->n, f->hash);
}

static void start(struct run *r)
{
	struct err e;

	r->arena = arena_new();
	r->book.files = r->files;
	r->options = (struct engine_options){
		.worker = arena_printf(r->arena, "%s/lib/steward/steward-worker",
				       getenv("builddir")),
		.book = &r->book,
		.today = TODAY,
		.jurisdiction = "CN",
		.nfacts = 3,
		.fact_names = fact_names,
		.fact_types = fact_types,
		.failed = on_failed,
		.ctx = r,
	};
	r->out = (struct engine_results){ tmpfile(), tmpfile() };
	buf_init(&r->rows, 1 << 24);
	r->engine = engine_start(&r->options, &e);
	assert_non_null(r->engine);
}

/* One person; day DATE_NONE and code NULL are missing facts. */
static void add_person(struct run *r, int64_t id, int32_t day, const char *code)
{
	struct buf body;

	buf_init(&body, 1000);
	buf_add(&body, "\1", 1);
	buf_add(&body, day == DATE_NONE ? "\0" : "\1", 1);
	if (day != DATE_NONE)
		buf_u32(&body, (uint32_t)day);
	buf_add(&body, (char[]){ code ? (char)(strlen(code) + 1) : 0 }, 1);
	if (code)
		buf_text(&body, code);
	while (body.len && !body.data[body.len - 1])
		body.len--;
	buf_u16(&r->rows, 3);
	buf_u32(&r->rows, 8);
	buf_u64(&r->rows, (uint64_t)id);
	buf_u32(&r->rows, UINT32_MAX);
	buf_u32(&r->rows, (uint32_t)body.len);
	buf_add(&r->rows, body.data, body.len);
	buf_done(&body);
}

static void judge(struct run *r)
{
	struct err e;

	assert_true(engine_persons(r->engine, r->rows.data, r->rows.len, &r->out, &e));
	assert_true(engine_finish(r->engine, &r->out, &e));
	buf_clear(&r->rows);
}

/* How often a text stands in the rows that came back. */
static int count_found(struct run *r, const char *text)
{
	static char all[1 << 22];
	size_t n, len = strlen(text);
	int found = 0;

	rewind(r->out.found);
	n = fread(all, 1, sizeof(all), r->out.found);
	for (size_t i = 0; i + len <= n; i++)
		found += memcmp(all + i, text, len) == 0;
	return found;
}

static int64_t word(const unsigned char *p, int n)
{
	uint64_t v = 0;

	for (int i = 0; i < n; i++)
		v = v << 8 | p[i];
	return (int64_t)v;
}

/* The next check of the first person that came back; DATE_NONE is never. */
static int32_t first_next_check(struct run *r)
{
	unsigned char row[40];

	rewind(r->out.checked);
	assert_true(fread(row, 1, 22, r->out.checked) == 22);
	return word(row + 14, 4) == 4 ? (int32_t)word(row + 18, 4) : DATE_NONE;
}

static void stop(struct run *r)
{
	engine_stop(r->engine);
	fclose(r->out.checked);
	fclose(r->out.found);
	buf_done(&r->rows);
	arena_free(r->arena);
}

static void reached_remembers_the_earliest_day(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "a.lua",
		 RULE("a.one", "reached(p.day_one + 50) reached(p.day_one + 10)"
			       " reached(p.day_one - 900)"));
	start(&r);
	add_person(&r, 1, TODAY, NULL);
	judge(&r);
	assert_int_equal(first_next_check(&r), TODAY + 10);
	stop(&r);
}

static void the_same_facts_get_the_same_answer_each(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "a.lua",
		 RULE("a.same", "if p.code == 'x' then return task { cause = p.code,"
				" say = T('found %s', p.code) } end"));
	start(&r);
	for (int i = 0; i < 1000; i++)
		add_person(&r, i, i, i % 2 ? "x" : "y");
	judge(&r);
	assert_int_equal(count_found(&r, "found %s"), 500);
	stop(&r);
}

/* Answers are kept under the facts looked at; a fact looked at on one path only must
 * still count. */
static void paths_do_not_mix(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "a.lua",
		 RULE("a.path", "if p.code == 'deep' and p.day_one == 5 then"
				" return task { cause = 'deep', say = T('deep') } end"));
	start(&r);
	add_person(&r, 1, 4, "deep");
	add_person(&r, 2, 5, "deep");
	add_person(&r, 3, 5, "flat");
	add_person(&r, 4, 4, "deep");
	add_person(&r, 5, 5, "deep");
	judge(&r);
	assert_int_equal(count_found(&r, "[\"deep\"]"), 2);
	stop(&r);
}

/* Zeros at the end of a packed row are left out, those of a value like those of what is
 * not there. */
static void a_value_keeps_its_zeros(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "a.lua",
		 RULE("a.zeros", "return task { cause = 'on ' .. tostring(p.day_one),"
				   " say = T('a day') }"));
	start(&r);
	add_person(&r, 1, 0, NULL);
	add_person(&r, 2, 512, NULL);
	add_person(&r, 3, DATE_NONE, NULL);
	judge(&r);
	assert_int_equal(r.nfailures, 0);
	assert_int_equal(count_found(&r, "on 0"), 1);
	assert_int_equal(count_found(&r, "on 512"), 1);
	assert_int_equal(count_found(&r, "on nil"), 1);
	stop(&r);
}

static void fails(const char *body, const char *word_in_message)
{
	struct run r = { 0 };

	add_rule(&r, "a.lua", body);
	add_rule(&r, "b.lua",
		 RULE("b.good", "return task { cause = 'c', say = T('good') }"));
	start(&r);
	for (int i = 0; i < 10; i++)
		add_person(&r, i, i, "x");
	judge(&r);
	assert_int_equal(r.nfailures, 1);
	assert_non_null(strstr(r.failures, "a.bad at 0"));
	if (!strstr(r.failures, word_in_message))
		print_error("%s", r.failures);
	assert_non_null(strstr(r.failures, word_in_message));
	assert_int_equal(count_found(&r, "[\"good\"]"), 10);
	stop(&r);
}

static void a_rule_that_fails_is_named_once_and_stops_no_other(void **state)
{
	(void)state;
	fails(RULE("a.bad", "local x = nil; return x.y"), "a.lua:1");
	fails(RULE("a.bad", "return p.other"), "declare");
	fails(RULE("a.bad", "p.code = 'y'"), "cannot change the facts");
	fails(RULE("a.bad", "leaked = 1"), "global");
	fails(RULE("a.bad", "return 7"), "task");
	fails(RULE("a.bad", "return task { say = T('no cause') }"), "cause");
	fails(RULE("a.bad", "return task { cause = 'c\\27[2J', say = T('x') }"), "cause");
	fails(RULE("a.bad", "return task { cause = 'c', say = T('x'), due = 1.5 }"),
	      "due");
	fails(RULE("a.bad",
		   "return task { cause = 'c', say = T('x'), due = 2100000000 }"),
	      "due must be a day");
	fails(RULE("a.bad",
		   "return task { cause = 'c', say = T('x'), due = -2147483648 }"),
	      "due must be a day");
	fails(RULE("a.bad",
		   "return task { cause = 'c', say = T('x'), due = 4294967296 }"),
	      "due must be a day");
	fails(RULE("a.bad", "return task { cause = 'c', say = T('x'), due = '5' }"),
	      "due must be a day");
	fails(RULE("a.bad",
		   "return task { cause = 'c', say = T('x'), monthly = math.maxinteger "
		   "}"),
	      "whole fen");
	fails(RULE("a.bad", "return task { cause = 'c', say = T('x'), monthly = 0/0 }"),
	      "whole fen");
	fails(RULE("a.bad", "return task { cause = 'c', say = T('x'), monthly = 0.5 }"),
	      "whole fen");
}

static void an_endless_rule_is_stopped(void **state)
{
	(void)state;
	fails(RULE("a.bad", "while true do end"), "time");
	fails(RULE("a.bad", "while true do pcall(function() while true do end end) end"),
	      "time");
	fails(RULE("a.bad", "local s = 'x' while true do s = s .. s end"), "memory");
}

/* Inside one C call no hook runs: the worker is ended and another goes on without the
 * rule. */
static void a_rule_that_hangs_in_c_is_left_out(void **state)
{
	(void)state;
	fails(RULE("a.bad",
		   "return string.find(string.rep('a', 40), string.rep('a?', 40) .."
		   " string.rep('a', 40))"),
	      "hung");
}

static void a_rule_that_reads_an_unknown_fact_is_refused(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "a.lua",
		 "return { id = 'a.x', jurisdiction = 'CN', from = '2000-01-01', basis = "
		 "'b',"
		 " type = 'notice', reads = { 'nobody' }, judge = function() end }");
	add_rule(
	    &r, "b.lua",
	    "return { id = 'b.x', jurisdiction = 'CN', from = '2000-01-01', basis = 'b',"
	    " type = 'notice', reads = {}, when = { code = 7 }, judge = function() end "
	    "}");
	start(&r);
	assert_int_equal(r.nfailures, 2);
	assert_non_null(strstr(r.failures, "nobody"));
	stop(&r);
}

static void guards_keep_lua_out(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(
	    &r, "a.lua",
	    "return { id = 'a.g', jurisdiction = 'CN', from = '2000-01-01', basis = 'b',"
	    " type = 'notice', reads = { 'code' }, when = { code = { 'x', 'y' }, day_one "
	    "= absent },"
	    " judge = function(p) return task { cause = p.code, say = T('guarded') } end "
	    "}");
	start(&r);
	add_person(&r, 1, DATE_NONE, "x");
	add_person(&r, 2, DATE_NONE, "z");
	add_person(&r, 3, 5, "x");
	add_person(&r, 4, DATE_NONE, NULL);
	add_person(&r, 5, DATE_NONE, "y");
	judge(&r);
	assert_int_equal(count_found(&r, "guarded"), 2);
	stop(&r);
}

/* Kinds and names or values of the lines, with blanks between them. */
static const char *explain(struct run *r, const char *rule, int32_t day, const char *code)
{
	struct buf question, reply;
	const char *out = "", *at, *end;
	uint32_t type, n;
	struct err e;

	buf_init(&question, 10000);
	buf_init(&reply, 1 << 20);
	buf_clear(&r->rows);
	add_person(r, 1, day, code);
	wire_string(&question, rule);
	wire_text(&question, r->rows.data, r->rows.len);
	buf_clear(&r->rows);
	if (!engine_ask(r->engine, FRAME_EXPLAIN, &question, &type, &reply, &e))
		return engine_was_killed(r->engine) ? "killed" : "lost";
	at = reply.data;
	end = at + reply.len;
	if (type == FRAME_REFUSED)
		return "refused";
	n = wire_take_u32(&at, end);
	for (uint32_t i = 0; i < n * WIRE_LINE; i++) {
		size_t len;
		const char *s = wire_take(&at, end, &len);
		int k = (int)(i % WIRE_LINE);

		assert_non_null(s);
		if (k == LINE_KIND || (len && (k == LINE_NAME || k == LINE_VALUE)))
			out = arena_printf(r->arena, "%s%s%.*s", out,
					   k == LINE_KIND ? "|" : " ", (int)len, s);
	}
	buf_done(&question);
	buf_done(&reply);
	return out;
}

static void a_rule_is_explained_in_the_order_it_went(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(
	    &r, "a.lua",
	    "return { id = 'a.g', jurisdiction = 'CN', from = '2000-01-01', basis = 'b',"
	    " type = 'notice', reads = { 'code', 'day_one' }, when = { code = { 'x', 'y' "
	    "} },"
	    " judge = function(p) if not reached(p.day_one) then return nothing end"
	    " local twice = p.day_one return task { cause = p.code, say = T('s'), due = "
	    "twice,"
	    " monthly = -5 } end }");
	add_rule(&r, "b.lua",
		 RULE("a.bad", "local c = p.code reached(p.day_one) error('no ' .. c)"));
	add_rule(&r, "c.lua", RULE("a.hangs", "return string.find(string.rep('a', 40),"
				   " string.rep('a?', 40) .. string.rep('a', 40))"));
	start(&r);
	assert_string_equal(explain(&r, "a.g", 9000, "x"),
			    "|rule a.g|when code x|fact day_one 2024-08-22"
			    "|reached 2024-08-22 yes|fact code x|found cause x|found say "
			    "[\"s\"]"
			    "|found due 2024-08-22|found monthly -5");
	assert_string_equal(explain(&r, "a.g", 9001, "y"),
			    "|rule a.g|when code y|fact day_one 2024-08-23"
			    "|reached 2024-08-23 no|nothing");
	assert_string_equal(explain(&r, "a.g", 9001, "z"),
			    "|rule a.g|unmet code z|nothing");
	assert_non_null(
	    strstr(explain(&r, "a.bad", 9000, "x"),
		   "|fact code x|fact day_one 2024-08-22|reached 2024-08-22 yes|failed"));
	assert_string_equal(explain(&r, "a.none", 9000, "x"), "refused");
	assert_string_equal(explain(&r, "a.hangs", 9000, "x"), "killed");
	assert_string_equal(explain(&r, "a.g", 9001, "z"),
			    "|rule a.g|unmet code z|nothing");
	stop(&r);
}

/* What was explained changes nothing for those who are judged after it. */
static void explaining_leaves_judging_as_it_was(void **state)
{
	struct run r = { 0 };

	(void)state;
	add_rule(&r, "b.lua",
		 RULE("a.bad", "if p.code == 'bad' then error('no') end"
			       " if reached(p.day_one) then return task { cause = p.code,"
			       " say = T('judged') } end"));
	start(&r);
	assert_non_null(strstr(explain(&r, "a.bad", 9000, "bad"), "|failed"));
	assert_non_null(strstr(explain(&r, "a.bad", 9000, "x"), "|found cause x"));
	for (int i = 1; i <= 3; i++)
		add_person(&r, i, 9000, "x");
	judge(&r);
	assert_int_equal(count_found(&r, "judged"), 3);
	assert_int_equal(r.nfailures, 0);
	stop(&r);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(reached_remembers_the_earliest_day),
		cmocka_unit_test(the_same_facts_get_the_same_answer_each),
		cmocka_unit_test(paths_do_not_mix),
		cmocka_unit_test(a_value_keeps_its_zeros),
		cmocka_unit_test(guards_keep_lua_out),
		cmocka_unit_test(a_rule_that_fails_is_named_once_and_stops_no_other),
		cmocka_unit_test(an_endless_rule_is_stopped),
		cmocka_unit_test(a_rule_that_hangs_in_c_is_left_out),
		cmocka_unit_test(a_rule_that_reads_an_unknown_fact_is_refused),
		cmocka_unit_test(a_rule_is_explained_in_the_order_it_went),
		cmocka_unit_test(explaining_leaves_judging_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
