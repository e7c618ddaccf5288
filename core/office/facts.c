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

static void list_columns(struct arena *a, struct facts *f, const struct module *const *modules)
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

/* ", m1 (person_id, c1, c2, facts_until)": the module's select under the declared names. */
static void add_source(struct buf *b, const struct module *m, int number)
{
	buf_printf(b, " left join (%s) m%d (person_id", m->fact_select, number);
	for (int i = 0; i < count_columns(m); i++)
		buf_printf(b, ", %s", m->facts[i].name);
	buf_printf(b, ", until%d) using (person_id)", number);
}

/* "m0.birth_date, m0.sex, m1.died_on": each column from the select that makes it. */
static void add_columns(struct buf *b, const struct module *const *modules)
{
	for (int number = 0, n = 0; modules[number]; number++)
		for (int i = 0; i < count_columns(modules[number]); i++)
			buf_printf(b, "%sm%d.%s", n++ ? ", " : "", number,
				   modules[number]->facts[i].name);
}

static const char *refresh_sql(struct arena *a, const struct facts *f,
			       const struct module *const *modules)
{
	int number = 0, first = 1;
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_printf(&b, "insert into person_fact as f (person_id, region_code, %s, facts_until) "
		   "select p.person_id, p.region_code, ", f->columns);
	add_columns(&b, modules);
	buf_text(&b, ", least(");
	for (const struct module *const *m = modules; *m; m++, number++)
		if ((*m)->fact_select) {
			buf_printf(&b, "%suntil%d", first ? "" : ", ", number);
			first = 0;
		}
	buf_text(&b, ") from todo t join person p using (person_id)");
	number = 0;
	for (const struct module *const *m = modules; *m; m++, number++)
		if ((*m)->fact_select)
			add_source(&b, *m, number);
	buf_printf(&b, " on conflict (person_id) do update set (region_code, %s, facts_until) = "
		   "(excluded.region_code, %s, excluded.facts_until)", f->columns,
		   join_names(a, f, "excluded."));
	/* A row that comes out as it was is not written again. */
	buf_printf(&b, " where (f.region_code, %s, f.facts_until) is distinct from "
		   "(excluded.region_code, %s, excluded.facts_until)", join_names(a, f, "f."),
		   join_names(a, f, "excluded."));
	return take(a, &b);
}

/* Length in two bytes and the value as the server sends it; \xffff where there is none.  Written out
 * by type, because a record of record_send's would be three times as long. */
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

static const char *pack_sql(struct arena *a, const struct facts *f)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_text(&b, "insert into person_pack as k (person_id, region_code, body) "
		 "select f.person_id, f.region_code, ");
	for (int i = 0; i < f->n; i++) {
		buf_text(&b, i ? " || " : "");
		add_packed(&b, f->names[i], f->types[i]);
	}
	buf_text(&b, " from todo join person_fact f using (person_id) on conflict (person_id) "
		 "do update set region_code = excluded.region_code, body = excluded.body "
		 "where k.body <> excluded.body");
	return take(a, &b);
}

struct facts *facts_of(struct arena *a, const struct module *const *modules)
{
	struct facts *f = arena_alloc(a, sizeof(*f));

	list_columns(a, f, modules);
	f->columns = join_names(a, f, "");
	f->refresh = refresh_sql(a, f, modules);
	f->pack = pack_sql(a, f);
	return f;
}

bool facts_add_columns(struct db *db, struct arena *a, const struct facts *f, struct err *e)
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

bool facts_refresh(struct db *db, struct arena *a, const struct facts *f, int64_t *n,
		   struct err *e)
{
	struct stmt refresh = { .name = "facts_refresh", .text = f->refresh };
	struct stmt pack = { .name = "facts_pack", .text = f->pack };
	struct rows rows;

	if (!db_run(db, a, &refresh, NULL, &rows, e))
		return false;
	*n = rows.touched;
	return db_run(db, a, &pack, NULL, NULL, e);
}

const char *facts_source_view(struct arena *a, const struct module *const *modules)
{
	struct buf b;

	buf_init(&b, SQL_MOST);
	buf_text(&b, "create or replace view fact_source as select * from fact_source_core");
	for (; *modules; modules++)
		if ((*modules)->fact_sources)
			buf_printf(&b, " union all (%s)", (*modules)->fact_sources);
	return take(a, &b);
}
