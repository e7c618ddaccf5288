/* Fact rows made anew, and in one piece.  Where everyone's are, nothing of the session
 * stands among what is read, so that the server may use all its processors; what is
 * written is only what came out otherwise. */
#include <string.h>

#include "facts_private.h"
#include "subject.h"

/* "(person_id, c1, c2, until1)": what a set's select is called by. */
static void add_names(struct buf *b, const struct fact_set *set, const char *head,
		      int number)
{
	buf_printf(b, "(%s", head);
	for (const struct fact_column *c = set->columns; c && c->name; c++)
		buf_printf(b, ", %s", c->name);
	buf_printf(b, ", until%d)", number);
}

/* Columns of a row beside the facts: whose they are. */
static const char *keys_of(struct arena *a, const struct facts *f, const char *prefix)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);

	return facts_is_person(f)
		   ? arena_printf(a, "%s%s, %sregion_code", prefix, id, prefix)
		   : arena_printf(a, "%s%s, %sperson_id, %sregion_code", prefix, id,
				  prefix, prefix);
}

/* A set's select with what restricts it in place of {todo}: a join with the session's
 * todo, or for all of them nothing but the day. */
static const char *select_sql(struct arena *a, const struct facts *f,
			      const struct fact_set *set, const struct facts_round *r)
{
	const char *todo =
	    r->everyone
		? arena_printf(a, "cross join (select '%.10s'::date as day) todo", r->day)
		: subject_sql(a, "join todo using ({s}_id)", f->subject);
	const char *text = set->select, *out = "", *mark;

	for (; (mark = strstr(text, "{todo}")); text = mark + strlen("{todo}"))
		out = arena_printf(a, "%s%.*s%s", out, (int)(mark - text), text, todo);
	return arena_printf(a, "%s%s", out, text);
}

/* A table with statistics, because the planner would take what stands on it for a
 * multitude. */
static const char *base_sql(struct arena *a, const struct facts *f,
			    const struct fact_set *base, const struct facts_round *r)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);
	struct buf b;

	buf_init(&b, FACTS_SQL);
	buf_printf(&b, "create temp table base on commit drop as select * from (%s) b ",
		   select_sql(a, f, base, r));
	add_names(&b, base, arena_printf(a, "%s, day", keys_of(a, f, "")), 0);
	buf_printf(&b, "; analyze base (%s)", id);
	return facts_take(a, &b);
}

static void add_sets(struct buf *b, struct arena *a, const struct facts *f,
		     const struct module *const *modules, const struct facts_round *r)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);
	const struct fact_set *set;

	buf_text(b, ", least(until0");
	for (int i = 1; facts_set_at(modules, f->subject, i); i++)
		buf_printf(b, ", until%d", i);
	buf_text(b, ") as facts_until from base");
	for (int i = 1; (set = facts_set_at(modules, f->subject, i)); i++) {
		buf_printf(b, " left join (%s) m%d ", select_sql(a, f, set, r), i);
		add_names(b, set, id, i);
		buf_printf(b, " using (%s)", id);
	}
}

/* The rows as they are.  Of some subjects by way of base, whose size is known: the
 * planner takes what the sets come to for a multitude, and would read everybody's. */
static const char *known_sql(struct arena *a, const struct facts *f,
			     const struct facts_round *r)
{
	return subject_sql(a,
			   r->everyone ? "{s}_fact"
				       : "(select x.* from {s}_fact x"
					 " join base b on b.{s}_id = x.{s}_id)",
			   f->subject);
}

/* Rows that are new or came out otherwise. */
static const char *fresh_sql(struct arena *a, const struct facts *f,
			     const struct module *const *modules,
			     const struct facts_round *r)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);
	struct buf b;

	buf_init(&b, FACTS_SQL);
	buf_printf(&b, "create temp table fresh on commit drop as select n.* from "
		   "(select %s, %s", keys_of(a, f, "base."), f->columns);
	add_sets(&b, a, f, modules, r);
	buf_printf(&b, ") n left join %s f using (%s) where f.%s is null or (%s, "
		   "%s, f.facts_until) is distinct from (%s, %s, n.facts_until); analyze "
		   "fresh (%s)", known_sql(a, f, r), id, id, keys_of(a, f, "f."),
		   facts_names(a, f, "f."), keys_of(a, f, "n."), facts_names(a, f, "n."),
		   id);
	return facts_take(a, &b);
}

static const char *update_sql(struct arena *a, const struct facts *f)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);

	return arena_printf(a, "update %s_fact f set (%s, %s, facts_until) = (%s, %s,"
			    " n.facts_until) from fresh n where f.%s = n.%s",
			    f->subject->name, keys_of(a, f, ""), f->columns,
			    keys_of(a, f, "n."), facts_names(a, f, "n."), id, id);
}

static const char *insert_sql(struct arena *a, const struct facts *f)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);

	return arena_printf(a, "insert into %1$s_fact (%2$s, %3$s, facts_until) select "
			    "%2$s, %3$s, facts_until from fresh n where not exists "
			    "(select from %1$s_fact f where f.%4$s = n.%4$s) order by "
			    "%4$s", f->subject->name, keys_of(a, f, ""), f->columns, id);
}

/* from: the rows that may be packed otherwise than they are. */
static const char *pack_sql(struct arena *a, const struct facts *f, const char *from)
{
	const char *id = subject_sql(a, "{s}_id", f->subject);

	return arena_printf(a, "select n.* from (select f.%s as subject_id, "
			    "f.region_code, %s as body from %s f) n left join %s_pack k "
			    "on k.%s = n.subject_id where k.%s is null or "
			    "(k.region_code, k.body) is distinct from (n.region_code, "
			    "n.body)", id, f->body, from, f->subject->name, id, id);
}

static bool run(struct db *db, struct arena *a, const char *name, const char *sql,
		int64_t *n, struct err *e)
{
	const struct stmt s = { .name = name, .text = sql };
	struct rows rows;

	if (!sql)
		return ERR(e, ERR_INPUT, "a subject has too many facts");
	if (!db_run(db, a, &s, NULL, &rows, e))
		return false;
	*n += rows.touched;
	return true;
}

static bool write_facts(struct db *db, struct arena *a, const struct facts *f, int64_t *n,
			struct err *e)
{
	return run(db, a, "facts_update", update_sql(a, f), n, e) &&
	       run(db, a, "facts_insert", insert_sql(a, f), n, e);
}

/* Those of todo whose piece may differ though the row does not.  All of them by way of a
 * table, since an insert alone is never done by several processors. */
static bool repack(struct db *db, struct arena *a, const struct facts *f, bool everyone,
		   struct err *e)
{
	const char *from = everyone ? subject_sql(a, "{s}_fact", f->subject)
				    : subject_sql(a,
						  "(select x.* from {s}_fact x"
						  " join todo using ({s}_id))",
						  f->subject);

	return db_script(db,
			 arena_printf(a,
				      "create temp table repacked on commit drop as %s",
				      pack_sql(a, f, from)),
			 e) &&
	       db_script(db,
			 "insert into packing (subject_id, region_code, body)"
			 " select * from repacked; drop table repacked",
			 e);
}

static bool pack(struct db *db, struct arena *a, const struct facts *f, struct err *e)
{
	int64_t n = 0;

	return run(db, a, "facts_pack",
		   arena_printf(a,
				"insert into packing (subject_id, region_code, body) %s",
				pack_sql(a, f, "fresh")),
		   &n, e);
}

bool facts_refresh(struct db *db, struct arena *a, const struct facts *f,
		   const struct module *const *modules, struct facts_round *r,
		   struct err *e)
{
	const char *base = base_sql(a, f, facts_set_at(modules, f->subject, 0), r);
	const char *fresh = fresh_sql(a, f, modules, r);

	if (!base || !fresh)
		return ERR(e, ERR_INPUT, "a subject has too many facts");
	return db_script(db, base, e) && db_script(db, fresh, e) &&
	       write_facts(db, a, f, &r->n, e) &&
	       (r->repacks ? repack(db, a, f, r->everyone, e) : pack(db, a, f, e)) &&
	       db_script(db, "drop table base, fresh", e);
}

const char *facts_stream(struct arena *a, const struct facts *f, bool has_news,
			 bool of_who)
{
	static const char all[] =
		"select k.{s}_id, k.judged, k.body, k.region_code from {s}_pack k";
	static const char with_news[] =
		"select coalesce(k.{s}_id, p.subject_id), k.judged,"
		" coalesce(p.body, k.body), coalesce(p.region_code, k.region_code)"
		" from {s}_pack k full join packing p on p.subject_id = k.{s}_id";
	/* Joined from them: a full join would read everybody for a few. */
	static const char of_some[] =
		"select w.id, k.judged, coalesce(p.body, k.body),"
		" coalesce(p.region_code, k.region_code) from who w"
		" left join {s}_pack k on k.{s}_id = w.id"
		" left join packing p on p.subject_id = w.id"
		" where k.{s}_id is not null or p.subject_id is not null";

	return subject_sql(a, of_who ? of_some : has_news ? with_news : all, f->subject);
}
