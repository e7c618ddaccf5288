#include "facts.h"

#include <string.h>

#include "base/buf.h"

#define SQL_MOST 65536

static int count_columns(const struct module *m)
{
	int n = 0;

	while (m->facts && m->facts[n].name)
		n++;
	return n;
}

static void list_columns(struct arena *a, struct facts *f,
			 const struct module *const *modules)
{
	int total = 0;

	for (const struct module *const *m = modules; *m; m++)
		total += count_columns(*m);
	f->names = arena_alloc(a, sizeof(*f->names) * (size_t)(total + 1));
	f->types = arena_alloc(a, sizeof(*f->types) * (size_t)(total + 1));
	for (const struct module *const *m = modules; *m; m++)
		for (int i = 0; i < count_columns(*m); i++) {
			f->names[f->n] = (*m)->facts[i].name;
			f->types[f->n++] = (*m)->facts[i].type;
		}
}

static const char *take(struct arena *a, struct buf *b)
{
	const char *s = arena_strdup(a, b->data ? b->data : "");

	buf_done(b);
	return s;
}

static const char *join_names(struct arena *a, const struct facts *f, const char *prefix)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	for (int i = 0; i < f->n; i++)
		buf_printf(&b, "%s%s%s", i ? ", " : "", prefix, f->names[i]);
	return take(a, &b);
}

/* "(person_id, c1, c2, until1)": what a module's select is called by. */
static void add_names(struct buf *b, const struct module *m, const char *head, int number)
{
	buf_printf(b, "(%s", head);
	for (int i = 0; i < count_columns(m); i++)
		buf_printf(b, ", %s", m->facts[i].name);
	buf_printf(b, ", until%d)", number);
}

/* "base.birth_date, m1.died_on": each column from the select that makes it. */
static void add_columns(struct buf *b, const struct module *const *modules)
{
	for (int number = 0; modules[number]; number++)
		for (int i = 0; i < count_columns(modules[number]); i++)
			number ? buf_printf(b, ", m%d.%s", number,
					    modules[number]->facts[i].name)
			       : buf_printf(b, ", base.%s", modules[0]->facts[i].name);
}

/* The core's facts first: a table of the session, with statistics, because the planner
 * would take what stands on it for a multitude. */
static const char *base_sql(struct arena *a, const struct module *core)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_printf(&b, "create temp table base on commit drop as select * from (%s) b ",
		   core->fact_select);
	add_names(&b, core, "person_id, region_code, day", 0);
	buf_text(&b, "; analyze base (person_id);"
		 "create temp table renewed (person_id bigint) on commit drop");
	return take(a, &b);
}

/* The modules' selects are joined to the core's facts. */
static void add_select(struct buf *b, const struct module *const *modules)
{
	buf_text(b, "select base.person_id, base.region_code");
	add_columns(b, modules);
	buf_text(b, ", least(until0");
	for (int number = 1; modules[number]; number++)
		if (modules[number]->fact_select)
			buf_printf(b, ", until%d", number);
	buf_text(b, ") as facts_until from base");
	for (int number = 1; modules[number]; number++)
		if (modules[number]->fact_select) {
			buf_printf(b, " left join (%s) m%d ",
				   modules[number]->fact_select, number);
			add_names(b, modules[number], "person_id", number);
			buf_text(b, " using (person_id)");
		}
}

/* A row that comes out as it was is found before the insert: it is neither locked nor
 * written.  Whose row was written is noted in "renewed". */
static const char *refresh_sql(struct arena *a, const struct facts *f,
			       const struct module *const *modules)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_printf(&b,
		   "with w as (insert into person_fact (person_id, region_code, %s, "
		   "facts_until) "
		   "select n.* from (",
		   f->columns);
	add_select(&b, modules);
	buf_printf(&b,
		   ") n left join person_fact f using (person_id) where f.person_id is "
		   "null or "
		   "(f.region_code, %s, f.facts_until) is distinct from "
		   "(n.region_code, %s, n.facts_until) on conflict (person_id) do update "
		   "set "
		   "(region_code, %s, facts_until) = ",
		   join_names(a, f, "f."), join_names(a, f, "n."), f->columns);
	buf_printf(&b,
		   "(excluded.region_code, %s, excluded.facts_until) returning "
		   "person_id) "
		   "insert into renewed select person_id from w",
		   join_names(a, f, "excluded."));
	return take(a, &b);
}

/* Length in two bytes and the value as the server sends it; \xffff where there is none.
 * Written out by type, because a record of record_send's would be three times as long. */
static void add_packed(struct buf *b, const char *name, const char *type)
{
	static const struct { const char *type, *form; } forms[] = {
		{ "date", "'\\x0004'::bytea || date_send(f.%s)" },
		{ "int", "'\\x0004'::bytea || int4send(f.%s)" },
		{ "bigint", "'\\x0008'::bytea || int8send(f.%s)" },
		{ "boolean", "'\\x0001'::bytea || boolsend(f.%s)" },
		{ "text", "int2send(octet_length(f.%1$s)::int2) || textsend(f.%1$s)" },
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		const char *form = forms[i].form, *mark;

		if (strcmp(forms[i].type, type) != 0)
			continue;
		buf_text(b, "coalesce(");
		while ((mark = strchr(form, '%'))) {
			buf_add(b, form, (size_t)(mark - form));
			buf_text(b, name);
			form = strchr(mark, 's') + 1;
		}
		buf_printf(b, "%s, '\\xffff'::bytea)", form);
	}
}

static const char *body_sql(struct arena *a, const struct facts *f)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	for (int i = 0; i < f->n; i++) {
		buf_text(&b, i ? " || " : "");
		add_packed(&b, f->names[i], f->types[i]);
	}
	return take(a, &b);
}

/* whose: the table of the session that says who is packed anew. */
static const char *pack_sql(struct arena *a, const struct facts *f, const char *whose)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_printf(&b,
		   "insert into person_pack (person_id, region_code, body) select n.* "
		   "from "
		   "(select f.person_id, f.region_code, %s as body from %s join "
		   "person_fact f "
		   "using (person_id)) n left join person_pack k using (person_id) "
		   "where k.body is distinct from n.body on conflict (person_id) "
		   "do update set region_code = excluded.region_code, body = "
		   "excluded.body",
		   f->body, whose);
	return take(a, &b);
}

struct facts *facts_of(struct arena *a, const struct module *const *modules)
{
	struct facts *f = arena_alloc(a, sizeof(*f));

	list_columns(a, f, modules);
	f->columns = join_names(a, f, "");
	f->base = base_sql(a, modules[0]);
	f->refresh = refresh_sql(a, f, modules);
	f->body = body_sql(a, f);
	f->pack = pack_sql(a, f, "renewed");
	f->repack = pack_sql(a, f, "todo");
	return f;
}

bool facts_add_columns(struct db *db, struct arena *a, const struct facts *f,
		       struct err *e)
{
	struct buf b;
	const char *sql;

	buf_init(&b, SQL_MOST);
	for (int i = 0; i < f->n; i++)
		buf_printf(&b, "alter table person_fact add column if not exists %s %s;",
			   f->names[i], f->types[i]);
	sql = take(a, &b);
	return db_script(db, sql, e);
}

bool facts_refresh(struct db *db, struct arena *a, const struct facts *f, bool rebuilds,
		   int64_t *n, struct err *e)
{
	struct stmt refresh = { .name = "facts_refresh", .text = f->refresh };
	struct stmt pack = { .name = "facts_pack",
			     .text = rebuilds ? f->repack : f->pack };
	struct rows rows;

	if (!db_script(db, f->base, e) || !db_run(db, a, &refresh, NULL, &rows, e))
		return false;
	*n = rows.touched;
	return db_run(db, a, &pack, NULL, NULL, e) &&
	       db_script(db, "drop table base; drop table renewed", e);
}

const char *facts_source_view(struct arena *a, const struct module *const *modules)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_text(&b,
		 "create or replace view fact_source as select * from fact_source_core");
	for (; *modules; modules++)
		if ((*modules)->fact_sources)
			buf_printf(&b, " union all (%s)", (*modules)->fact_sources);
	return take(a, &b);
}
