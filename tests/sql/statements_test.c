/* Every statement of core and modules is prepared against the built schema, and what the
 * server says of its parameters and columns is compared with what the file says. */
#include <dlfcn.h>
#include <glob.h>
#include <libpq-fe.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "figures/behind.h"
#include "figures/indicators.h"
#include "figures/source.h"
#include "judge/askings.h"
#include "judge/finders.h"
#include "agency/core_module.h"
#include "facts/subject.h"
#include "office/feed.h"

/* Tables that exist only inside a run of the judge.  Those of an import are made by its
 * own steps. */
static const char session_tables[] =
    "create temp table bench_line (line_id int8, person_id int8, claim_no text,"
    "  item_code text, given_on date);"
    "create temp table truth (kind text, expects text, id_no text, name text, cause text,"
    " detail text);"
    "create temp table taken (subject_id bigint, person_id bigint, batch_id bigint,"
    " touched_id bigint);"
    "create temp table packing (subject_id bigint, region_code int, body bytea);"
    "create temp table scope (person_id bigint);"
    "create temp table asked (calculation text, person_id bigint, answer text);"
    "create temp table todo (person_id bigint, day date, claim_id bigint,"
    " homevisit_id bigint, household_id bigint, employer_id bigint);"
    "create temp table todo_whole (id bigint, day date);"
    "create temp table who (id bigint);"
    "create temp table reject_in (batch_id bigint, line bigint, column_name text,"
    " reason text, detail text, value text, raw text[]);"
    "create temp table checked (subject_id bigint, next_check date, judged bigint);"
    "create temp table found (subject_id bigint, rule_id text, cause text, task_type "
    "text,"
    " due date, say text, monthly_fen bigint, inputs text, rule_hash text, subject text,"
    " person_id bigint, region_code int);"
    "create temp table found_draft as select * from found;"
    "create temp table said (is_draft boolean, person_id bigint, rule_id text, cause "
    "text,"
    " subject text, subject_id bigint, region_code int, task_type text, due date, say "
    "text,"
    " monthly_fen bigint);"
    "create temp table changed as select person_id, rehearsal_id, rule_id, cause, "
    "subject, "
    "subject_id, region_code,"
    " change, sex, age, task_type, monthly_fen, before, after from rehearsal_change;"
    "create temp table sample as select 1::bigint as seq, d.*, true as is_sealed from "
    "decision d;"
    "create temp table unread (book_hash text, why text);"
    "create temp table found_auto as select person_id, rule_id, cause, 0 as region_code, "
    "say,"
    " inputs, rule_hash from found;"
    "create temp table outlook_year (at int, year int, day date, months int);"
    "create temp table outlook_due (id bigint);"
    "create temp table outlook_run (person_id bigint, from_at int, to_at int,"
    " monthly_fen bigint, once_fen bigint);"
    "create temp table outlook_row (year int, day date, months int, part text,"
    " part_at int, value text, value_at int, persons int8, gains int8, loses int8,"
    " monthly_fen int8, once_fen int8, year_fen int8);";

static struct db *db;
static int wrong;

static int connect_db(void **state)
{
	const char *cluster = getenv("cluster");
	char info[300];
	struct err e;

	(void)state;
	snprintf(info, sizeof(info),
		 "host='%s/run' port=5432 dbname=steward user=postgres", cluster);
	db = db_open(info, DB_WORK, NULL, &e);
	return db && db_script(db, "set role steward_owner", &e) &&
	       db_script(db, session_tables, &e) ? 0 : -1;
}

static int disconnect_db(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

/* "person_id int8" against the server's own short name of the type. */
static void compare(const struct stmt *s, const char *what, int n, const char *declared,
		    Oid type)
{
	struct arena *a = arena_new();
	const char *param = arena_printf(a, "%u", type);
	struct stmt name = { .name = "typname", .nparams = 1,
			     .text = "select typname from pg_type where oid = $1::oid" };
	struct rows rows;
	struct err e;
	const char *blank = declared ? strchr(declared, ' ') : NULL, *got;

	assert_true(db_run(db, a, &name, &param, &rows, &e));
	got = rows.n ? row_text(&rows, 0, 0) : "?";
	if (got[0] == '_')	/* text[] */
		got = arena_printf(a, "%s[]", got + 1);
	if (!blank || strcmp(blank + 1, got) != 0) {
		print_error("%s: %s %d is %s, the file says \"%s\"\n", s->name, what,
			    n + 1, got, declared ? declared : "(nothing)");
		wrong++;
	}
	arena_free(a);
}

static void check_columns(const struct stmt *s, PGresult *d)
{
	int n = PQnfields(d);

	if (n != s->ncolumns) {
		print_error("%s: %d columns, the file says %d\n", s->name, n,
			    s->ncolumns);
		wrong++;
	}
	for (int i = 0; i < n && i < s->ncolumns; i++)
		compare(s, "column", i, s->columns[i], PQftype(d, i));
}

static void check_params(const struct stmt *s, PGresult *d)
{
	int n = PQnparams(d);

	if (n != s->nparams) {
		print_error("%s: %d parameters, the file says %d\n", s->name, n,
			    s->nparams);
		wrong++;
	}
	for (int i = 0; i < n && i < s->nparams; i++)
		compare(s, "parameter", i, s->params[i], PQparamtype(d, i));
}

static void check_statement(const struct stmt *s)
{
	PGconn *conn = db_handle(db);
	PGresult *p = PQprepare(conn, s->name, s->text, 0, NULL), *d;

	if (PQresultStatus(p) != PGRES_COMMAND_OK) {
		print_error("%s: %s", s->name, PQerrorMessage(conn));
		wrong++;
		PQclear(p);
		return;
	}
	PQclear(p);
	d = PQdescribePrepared(conn, s->name);
	check_params(s, d);
	check_columns(s, d);
	PQclear(d);
	/* Two feeds may share one. */
	PQclear(PQexec(conn, "deallocate all"));
}

/* What a feed's statements see is made by the steps of an import, from the feed's own
 * fields and matches, of a file without rows. */
static void make_stage(const struct feed *f)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	if (!db_script(db,
		       arena_printf(a,
				    "begin; select stage_make('%s'); select "
				    "match_rows(0, '%s')",
				    f->name, f->name),
		       &e)) {
		print_error("feed %s: %s\n", f->name, e.message);
		wrong++;
	}
	arena_free(a);
}

static int check_list(const struct stmt *const *list)
{
	int n = 0;

	for (; list && list[n]; n++)
		check_statement(list[n]);
	return n;
}

/* A feed's own statements, and those that modules add to it. */
static int check_steps(const struct module *const *modules, const struct feed *feed)
{
	int n = check_list(feed->before) + check_list(feed->apply);

	for (; *modules; modules++)
		for (const struct feed_step *s = (*modules)->feed_steps; s && s->feed;
		     s++)
			if (strcmp(s->feed, feed->name) == 0)
				n += check_list(s->before) + check_list(s->apply);
	return n;
}

static int check_feeds(const struct module *const *modules, const struct module *m)
{
	struct err e;
	int n = 0;

	for (const struct feed *f = m->feeds; f && f->name; f++) {
		make_stage(f);
		n += check_steps(modules, f);
		assert_true(db_script(db, "rollback", &e));
	}
	return n;
}

static bool is_in(const struct stmt *const *list, const struct stmt *s)
{
	while (list && *list && *list != s)
		list++;
	return list && *list;
}

static bool is_of_feed(const struct module *m, const struct stmt *s)
{
	for (const struct feed *f = m->feeds; f && f->name; f++)
		if (is_in(f->before, s) || is_in(f->apply, s))
			return true;
	for (const struct feed_step *f = m->feed_steps; f && f->feed; f++)
		if (is_in(f->before, s) || is_in(f->apply, s))
			return true;
	return false;
}

/* The rows behind a figure, and the pass that counts it, are put together from tables. */
static int check_behind(const struct module *const *modules, const struct indicator *n)
{
	struct arena *a = arena_new();
	struct behind b = behind_figure(a, source_find(modules, n->of), n);
	struct stmt rows = *b.rows, total = *b.total;

	rows.name = arena_printf(a, "rows_%s", n->id);
	total.name = arena_printf(a, "total_%s", n->id);
	check_statement(&rows);
	check_statement(&total);
	arena_free(a);
	return 2;
}

static int check_passes(const struct module *const *modules)
{
	static const char *const day[] = { "day date", NULL };
	const struct figure_source *f;
	struct arena *a = arena_new();
	int n = 0;

	for (int i = 0; (f = source_at(modules, i)); i++)
		for (int of_medians = 0; of_medians < 2; of_medians++) {
			struct stmt s = {
				.name =
				    arena_printf(a, "pass_%s_%d", f->name, of_medians),
				.text = indicators_sql(a, modules, f, of_medians),
				.nparams = 1,
				.params = day,
			};

			if (s.text) {
				check_statement(&s);
				n++;
			}
		}
	for (const struct module *const *m = modules; *m; m++)
		for (const struct indicator *i = (*m)->indicators; i && i->id; i++) {
			struct stmt s = { .name = arena_printf(a, "few_%s", i->id),
					  .nparams = 1, .params = day };

			if (!i->are_few)
				continue;
			s.text = indicators_few_sql(a, source_find(modules, i->of), i);
			check_statement(&s);
			n++;
		}
	arena_free(a);
	return n;
}

static int check_about(const struct module *const *modules, const struct stmt *s)
{
	struct arena *a = arena_new();
	const struct subject *subject;
	int n = 0;

	if (!strstr(s->text, "{s}") && !strstr(s->text, "{b}")) {
		check_statement(s);
		arena_free(a);
		return 1;
	}
	for (; (subject = subject_at(modules, n)); n++)
		check_statement(subject_stmt(a, s, subject));
	arena_free(a);
	return n;
}

/* A finder over everyone, and over the touched alone. */
static int check_finders(const struct module *m)
{
	static const char *const day[] = { "day date", NULL };
	struct arena *a = arena_new();
	int n = 0;

	for (const struct finder *f = m->finders; f && f->rule; f++, n++)
		for (int scoped = 0; scoped < 2; scoped++) {
			struct stmt s = {
				.name = arena_printf(a, "finder_%s_%d", f->rule, scoped),
				.text = finders_sql(a, f, scoped),
				.nparams = 1,
				.params = day,
			};

			check_statement(&s);
		}
	arena_free(a);
	return n;
}

/* What is put to a calculation, likewise. */
static int check_askings(const struct module *m)
{
	struct arena *a = arena_new();
	int n = 0;

	for (const struct asking *k = m->askings; k && k->calculation; k++, n++)
		for (int scoped = 0; scoped < 2; scoped++) {
			struct stmt s = *k->stmt;

			s.name = arena_printf(a, "asking_%s_%d", s.name, scoped);
			s.text = askings_scoped(a, k->stmt, scoped);
			check_statement(&s);
			if (!k->keeps)
				continue;
			s = *k->keeps;
			s.name = arena_printf(a, "keeps_%s_%d", s.name, scoped);
			s.text = askings_scoped(a, k->keeps, scoped);
			check_statement(&s);
		}
	arena_free(a);
	return n;
}

static bool is_finders(const struct module *m, const struct stmt *s)
{
	for (const struct finder *f = m->finders; f && f->rule; f++)
		if (f->stmt == s)
			return true;
	for (const struct asking *k = m->askings; k && k->calculation; k++)
		if (k->stmt == s || k->keeps == s)
			return true;
	return false;
}

static int check_module(const struct module *const *modules, const struct module *m)
{
	int n = check_finders(m) + check_askings(m) + check_feeds(modules, m);

	for (const struct indicator *i = m->indicators; i && i->id; i++)
		n += check_behind(modules, i);
	for (int i = 0; m->statements && m->statements[i]; i++)
		for (const struct stmt *const *s = m->statements[i]; *s; s++)
			if (!is_finders(m, *s) && !is_of_feed(m, *s))
				n += check_about(modules, *s);
	return n;
}

extern const struct stmt *const core_lab_truth_statements[];
extern const struct stmt *const core_lab_bench_statements[];
extern const struct stmt *const core_lab_practice_statements[];

static void all_statements_prepare(void **state)
{
	const struct module *modules[20] = { &core_module };
	char pattern[300];
	glob_t found;
	int n = 0;

	(void)state;
	snprintf(pattern, sizeof(pattern), "%s/lib/steward/modules/*.so",
		 getenv("builddir"));
	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	assert_true(found.gl_pathc < 19);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		void *handle = dlopen(found.gl_pathv[i], RTLD_NOW);

		assert_non_null(handle);
		modules[i + 1] = dlsym(handle, "steward_module");
	}
	for (int i = 0; modules[i]; i++)
		n += check_module(modules, modules[i]);
	globfree(&found);
	n += check_list(core_lab_truth_statements) +
	     check_list(core_lab_bench_statements) +
	     check_list(core_lab_practice_statements);
	n += check_passes(modules);
	print_message("%d statements\n", n);
	assert_true(n > 60);
	assert_int_equal(wrong, 0);
}

/* The test itself must see what is wrong. */
static void a_wrong_header_is_seen(void **state)
{
	static const char *const columns[] = { "n int4", NULL };
	static const struct stmt lies = {
		.name = "lies", .text = "select count(*) from task", .ncolumns = 1,
		.columns = columns
	};
	static const struct stmt broken = {
		.name = "broken", .text = "select nothing from task"
	};
	struct err e;

	(void)state;
	wrong = 0;
	check_statement(&lies);
	assert_int_equal(wrong, 1);
	check_statement(&broken);
	assert_int_equal(wrong, 2);
	make_stage(&(const struct feed){ .name = "unheard_of" });
	assert_int_equal(wrong, 3);
	assert_true(db_script(db, "rollback", &e));
	wrong = 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_header_is_seen),
		cmocka_unit_test(all_statements_prepare),
	};

	return cmocka_run_group_tests(tests, connect_db, disconnect_db);
}
