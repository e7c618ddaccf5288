#include "feed_write.h"

#include "feed.h"
#include "office/schema_sql.h"

static bool write_field(struct db *db, struct arena *a, const char *feed,
			const struct field *f, int *place, struct err *e)
{
	const char *params[] = { feed, param_int(a, (*place)++), f->name,
				 feed_type(a, f), f->table, f->column };
	const char *birth[] = { feed, NULL, arena_printf(a, "%s_birth", f->name), "date",
				NULL, NULL };

	if (!db_run(db, a, &SCHEMA_FIELD, params, NULL, e))
		return false;
	if (!feed_is_id(f))
		return true;
	birth[1] = param_int(a, (*place)++);
	return db_run(db, a, &SCHEMA_FIELD, birth, NULL, e);
}

/* A person is found like a row of any other table, by a number of one kind. */
static bool write_match(struct db *db, struct arena *a, const struct feed *feed,
			const struct match *m, int place, struct err *e)
{
	bool is_person = !m->table;
	const char *kind = is_person ? feed_id_kind(feed_field(feed, m->number)) : NULL;
	const char *birth = m->birth || !is_person ?
				    m->birth :
				    arena_printf(a, "%s_birth", m->number);
	const char *params[] = {
		feed->name, param_int(a, place), m->gives, m->title, m->number, m->name,
		birth, is_person ? "person_ident" : m->table,
		is_person ? "id_no" : m->key, is_person ? "person_id" : m->id,
		is_person ? "name" : m->named, kind,
		m->doubt == DOUBT_REJECT ? "t" : "f", m->is_new ? "t" : "f", m->region
	};

	return db_run(db, a, &SCHEMA_MATCH, params, NULL, e);
}

static bool write_feed(struct db *db, struct arena *a, const struct module *m,
		       const struct feed *feed, struct err *e)
{
	const char *params[] = { feed->name, feed->title, m->name,
				 param_int(a, feed->every_days), feed->subject };
	int place = 0;
	bool ok = db_run(db, a, &SCHEMA_FEED, params, NULL, e);

	for (const struct field *f = feed->fields; ok && f->name; f++)
		ok = write_field(db, a, feed->name, f, &place, e);
	place = 0;
	for (const struct match *k = feed->matches; ok && k && k->gives; k++)
		ok = write_match(db, a, feed, k, place++, e);
	return ok;
}

static bool write_module(struct db *db, struct arena *a, const struct module *m,
			 struct err *e)
{
	for (const struct ident_kind *k = m->ident_kinds; k && k->name; k++) {
		const char *params[] = { k->name, m->name, k->title };

		if (!db_run(db, a, &SCHEMA_IDENT_KIND, params, NULL, e))
			return false;
	}
	for (const struct feed *f = m->feeds; f && f->name; f++)
		if (!write_feed(db, a, m, f, e) ||
		    !db_run(db, a, &SCHEMA_FEED_TRY, &f->name, NULL, e))
			return false;
	return true;
}

bool feed_write(struct db *db, struct arena *a, const struct module *const *modules,
		struct err *e)
{
	bool ok = db_run(db, a, &SCHEMA_FIELDS_CLEAR, NULL, NULL, e) &&
		  db_run(db, a, &SCHEMA_MATCHES_CLEAR, NULL, NULL, e);

	for (; ok && *modules; modules++)
		ok = write_module(db, a, *modules, e);
	return ok;
}
