#include "facts.h"

#include <string.h>

#include "base/buf.h"
#include "facts_private.h"
#include "subject.h"

/* Whoever brings the subject has its base. */
static bool is_base(const struct module *m, const struct subject *s)
{
	for (const struct subject *own = m->subjects; own && own->name; own++)
		if (own == s)
			return true;
	return false;
}

const struct fact_set *facts_set_at(const struct module *const *modules,
				    const struct subject *s, int i)
{
	for (int wants_base = 1; wants_base >= 0; wants_base--)
		for (const struct module *const *m = modules; *m; m++)
			for (const struct fact_set *f = (*m)->facts; f && f->subject; f++)
				if (is_base(*m, s) == wants_base &&
				    strcmp(f->subject, s->name) == 0 && i-- == 0)
					return f;
	return NULL;
}

char *facts_take(struct arena *a, struct buf *b)
{
	char *s = b->full ? NULL : arena_strdup(a, b->data ? b->data : "");

	buf_done(b);
	return s;
}

char *facts_names(struct arena *a, const struct facts *f, const char *prefix)
{
	struct buf b;

	buf_init(&b, FACTS_SQL);
	for (int i = 0; i < f->n; i++)
		buf_printf(&b, "%s%s%s", i ? ", " : "", prefix, f->names[i]);
	return facts_take(a, &b);
}

static void list_columns(struct arena *a, struct facts *f,
			 const struct module *const *modules)
{
	const struct fact_set *set;
	int total = 0;

	for (int i = 0; (set = facts_set_at(modules, f->subject, i)); i++)
		for (const struct fact_column *c = set->columns; c && c->name; c++)
			total++;
	f->names = arena_alloc(a, sizeof(*f->names) * (size_t)(total + 1));
	f->types = arena_alloc(a, sizeof(*f->types) * (size_t)(total + 1));
	for (int i = 0; (set = facts_set_at(modules, f->subject, i)); i++)
		for (const struct fact_column *c = set->columns; c && c->name; c++) {
			f->names[f->n] = c->name;
			f->types[f->n++] = c->type;
		}
}

/* \x01 and the value as the server sends it, a text after its length and one: a byte, or
 * \xff and four; \x00 where there is none.  Columns come in eights, a byte before them
 * says whether one of them is there.  Zeros at the end of the whole are left out.
 * Written out by type, because a record of record_send's would be three times as long. */
static void add_packed(struct buf *b, const char *name, const char *type)
{
	static const struct { const char *type, *form; } forms[] = {
		{ "date", "'\\x01'::bytea || date_send(f.%s)" },
		{ "int", "'\\x01'::bytea || int4send(f.%s)" },
		{ "bigint", "'\\x01'::bytea || int8send(f.%s)" },
		{ "boolean", "'\\x01'::bytea || boolsend(f.%s)" },
		{ "text", "case when octet_length(f.%1$s) < 254 then set_byte('\\x00', 0,"
			  " octet_length(f.%1$s) + 1) else '\\xff'::bytea ||"
			  " int4send(octet_length(f.%1$s)) end || textsend(f.%1$s)" },
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
		buf_printf(b, "%s, '\\x00'::bytea)", form);
	}
}

/* Eight columns, from first on. */
static void add_group(struct buf *b, const struct facts *f, int first)
{
	int end = first + FACTS_TOGETHER < f->n ? first + FACTS_TOGETHER : f->n;

	buf_printf(b, "%scase when num_nonnulls(", first ? " || " : "");
	for (int i = first; i < end; i++)
		buf_printf(b, "%sf.%s", i > first ? ", " : "", f->names[i]);
	buf_text(b, ") = 0 then '\\x00'::bytea else '\\x01'::bytea");
	for (int i = first; i < end; i++) {
		buf_text(b, " || ");
		add_packed(b, f->names[i], f->types[i]);
	}
	buf_text(b, " end");
}

static const char *body_sql(struct arena *a, const struct facts *f)
{
	struct buf b;

	buf_init(&b, FACTS_SQL);
	buf_text(&b, "rtrim(");
	for (int i = 0; i < f->n; i += FACTS_TOGETHER)
		add_group(&b, f, i);
	buf_text(&b, ", '\\x00'::bytea)");
	return facts_take(a, &b);
}

/* What finders find goes by their names, and its tasks are settled in their own way. */
static const char *taken_names(struct arena *a, const struct module *const *modules)
{
	const char *out = "";

	for (; *modules; modules++) {
		for (const struct finder *f = (*modules)->finders; f && f->rule; f++)
			out = arena_printf(a, "%s %s", out, f->rule);
		for (const struct task_type *t = (*modules)->task_types; t && t->name;
		     t++)
			if (t->finders_only)
				out = arena_printf(a, "%s %s", out, t->name);
	}
	return out;
}

static const char *module_names(struct arena *a, const struct module *const *modules)
{
	const char *out = "";

	for (; *modules; modules++)
		out = arena_printf(a, "%s %s", out, (*modules)->name);
	return out;
}

struct facts *facts_of(struct arena *a, const struct module *const *modules,
		       const struct subject *s)
{
	struct facts *f = arena_alloc(a, sizeof(*f));

	f->subject = s;
	list_columns(a, f, modules);
	f->columns = facts_names(a, f, "");
	f->body = body_sql(a, f);
	f->taken = taken_names(a, modules);
	f->modules = module_names(a, modules);
	return f;
}

static bool has_name(const struct facts *f, const char *name)
{
	for (int i = 0; i < f->n; i++)
		if (strcmp(f->names[i], name) == 0)
			return true;
	return false;
}

struct facts *facts_of_all(struct arena *a, const struct module *const *modules)
{
	struct facts *all = arena_alloc(a, sizeof(*all));
	const struct subject *s;
	int total = 0;

	for (int i = 0; (s = subject_at(modules, i)); i++)
		total += facts_of(a, modules, s)->n;
	all->names = arena_alloc(a, sizeof(*all->names) * (size_t)(total + 1));
	all->types = arena_alloc(a, sizeof(*all->types) * (size_t)(total + 1));
	for (int i = 0; (s = subject_at(modules, i)); i++) {
		const struct facts *f = facts_of(a, modules, s);

		for (int k = 0; k < f->n; k++) {
			if (has_name(all, f->names[k]))
				continue;
			all->names[all->n] = f->names[k];
			all->types[all->n++] = f->types[k];
		}
	}
	all->taken = taken_names(a, modules);
	all->modules = module_names(a, modules);
	return all;
}

void facts_tell(const struct facts *f, struct engine_options *o)
{
	o->subject = f->subject ? f->subject->name : "*";
	o->nfacts = f->n;
	o->fact_names = f->names;
	o->fact_types = f->types;
	o->taken = f->taken;
	o->modules = f->modules;
}

bool facts_is_person(const struct facts *f)
{
	return strcmp(f->subject->name, SUBJECT_PERSON) == 0;
}

/* Tables of a subject that core does not bring, with what every one of them has. */
static const char tables[] =
    "create table if not exists {s}_fact ({s}_id bigint primary key,"
    " person_id bigint not null, region_code int not null, facts_until date);"
    "create index if not exists {s}_fact_region on {s}_fact (region_code, {s}_id);"
    "create index if not exists {s}_fact_person on {s}_fact (person_id);"
    "create index if not exists {s}_fact_until on {s}_fact (facts_until);"
    "create table if not exists {s}_pack ({s}_id bigint primary key,"
    " region_code int not null, judged bigint, next_check date, body bytea not null);"
    "create index if not exists {s}_pack_region on {s}_pack (region_code, {s}_id);"
    "create index if not exists {s}_pack_due on {s}_pack (next_check);"
    "comment on table {s}_fact is '@dist {s}_id what rules and figures read of it';"
    "comment on table {s}_pack is '@dist {s}_id its fact row in one piece for the judge';"
    "grant insert, update, delete on {s}_fact to steward_batch;";

bool facts_make_tables(struct db *db, struct arena *a, const struct facts *f,
		       struct err *e)
{
	struct buf b;
	const char *sql;

	buf_init(&b, FACTS_SQL);
	if (!facts_is_person(f))
		buf_text(&b, subject_sql(a, tables, f->subject));
	for (int i = 0; i < f->n; i++)
		buf_printf(&b, "alter table %s_fact add column if not exists %s %s;",
			   f->subject->name, f->names[i], f->types[i]);
	sql = facts_take(a, &b);
	return sql ? db_script(db, sql, e)
		   : ERR(e, ERR_INPUT, "subject \"%s\" has too many facts",
			 f->subject->name);
}

static void add_sources(struct buf *b, const struct module *const *modules,
			const struct subject *s)
{
	const struct fact_set *set;

	for (int i = 0; (set = facts_set_at(modules, s, i)); i++)
		if (set->sources)
			buf_printf(b, "%s select '%s'::text, x.* from (%s) x",
				   b->len ? " union all" : "", s->name, set->sources);
}

const char *facts_source_view(struct arena *a, const struct module *const *modules)
{
	const struct subject *s;
	struct buf parts;
	const char *list;

	buf_init(&parts, FACTS_SQL);
	for (int i = 0; (s = subject_at(modules, i)); i++)
		add_sources(&parts, modules, s);
	list = facts_take(a, &parts);
	return arena_printf(a, "create or replace view fact_source (subject, subject_id, "
			    "fact, value, day, batch_id, line) as %s", list);
}
