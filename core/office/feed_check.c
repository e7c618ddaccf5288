#include "feed_check.h"

#include <stdio.h>
#include <string.h>

#include "feed.h"

#define NAME_MOST 40

/* What stage has beside the fields. */
static const char *const reserved[] = { "line", "person_id", "region_code", NULL };

static bool is_name(const char *s)
{
	return s && s[0] >= 'a' && s[0] <= 'z' && strlen(s) <= NAME_MOST &&
	       s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static bool makes_table(const struct module *m, const char *table)
{
	char text[NAME_MOST + 20], view[NAME_MOST + 20];

	snprintf(text, sizeof(text), "create table %s (", table);
	snprintf(view, sizeof(view), "create view %s (", table);
	for (const struct migration *k = m->migrations; k && k->number; k++)
		if (strstr(k->sql, text) || strstr(k->sql, view))
			return true;
	return false;
}

/* Core's own tables and the module's: what another module has may go with it. */
static bool reaches_table(const struct module *m, const struct module *const *others,
			  const char *table)
{
	return is_name(table) &&
	       (makes_table(m, table) || (others[0] && makes_table(others[0], table)));
}

static bool has_ident_kind(const struct module *m, const struct module *const *others,
			   const char *name)
{
	const struct module *const own[] = { m, NULL };

	return feed_ident_kind(own, name) || feed_ident_kind(others, name);
}

/* The only field that may be called like a column of stage is the area of a new
 * person. */
static bool is_reserved(const struct feed *feed, const struct field *f)
{
	const struct match *m = feed->matches;

	for (const char *const *r = reserved; *r; r++)
		if (strcmp(f->name, *r) == 0)
			return !(m && m->gives && m->is_new && m->region &&
				 strcmp(m->region, *r) == 0);
	return false;
}

/* Is the name that of another field, or of the day of birth beside a number? */
static bool is_taken(const struct feed *feed, const struct field *f)
{
	for (const struct field *g = feed->fields; g->name; g++) {
		size_t n = strlen(g->name);

		if (g != f && strcmp(g->name, f->name) == 0)
			return true;
		if (feed_is_id(g) && strncmp(f->name, g->name, n) == 0 &&
		    strcmp(f->name + n, "_birth") == 0)
			return true;
	}
	return false;
}

/* What a field is compared with has been read by then. */
static bool is_before(const struct feed *feed, const struct field *f, const char *name,
		      enum field_kind kind, struct err *e)
{
	const struct field *other = feed_field(feed, name);

	return !name || (other && other < f && other->kind == kind) ||
	       ERR(e, ERR_INPUT,
		   "field \"%s\" of feed \"%s\" is checked against \"%s\", "
		   "which is not a field of that kind before it",
		   f->name, feed->name, name);
}

static bool check_kind(const struct module *m, const struct module *const *others,
		       const struct feed *feed, const struct field *f, struct err *e)
{
	const struct field *born_by = feed_field(feed, f->birth_of);

	if (f->kind > FIELD_LIST)
		return ERR(e, ERR_INPUT,
			   "field \"%s\" of feed \"%s\" has an unknown kind",
			   f->name, feed->name);
	if (f->kind == FIELD_CODE && (!f->codes || !*f->codes))
		return ERR(e, ERR_INPUT, "field \"%s\" of feed \"%s\" has no codes",
			   f->name, feed->name);
	if (f->kind == FIELD_REF &&
	    (!reaches_table(m, others, f->table) || !is_name(f->column)))
		return ERR(e, ERR_INPUT,
			   "field \"%s\" of feed \"%s\" refers to \"%s\", which is not a "
			   "table of the module or of core",
			   f->name, feed->name, f->table ? f->table : "");
	if (f->scale < 0 || f->scale > FIELD_SCALE_MOST)
		return ERR(e, ERR_INPUT,
			   "field \"%s\" of feed \"%s\" has more than %d decimals",
			   f->name, feed->name, FIELD_SCALE_MOST);
	if (feed_is_id(f) && !has_ident_kind(m, others, feed_id_kind(f)))
		return ERR(e, ERR_INPUT,
			   "field \"%s\" of feed \"%s\" has"
			   " the unknown kind of number \"%s\"",
			   f->name, feed->name, feed_id_kind(f));
	if (f->birth_of && (!born_by || !feed_is_id(born_by) || born_by > f))
		return ERR(e, ERR_INPUT,
			   "field \"%s\" of feed \"%s\" is checked against \"%s\", which "
			   "is not a number field before it",
			   f->name, feed->name, f->birth_of);
	return is_before(feed, f, f->after, FIELD_DAY, e) &&
	       is_before(feed, f, f->sex_of, FIELD_ID, e);
}

static bool check_fields(const struct module *m, const struct module *const *others,
			 const struct feed *feed, struct err *e)
{
	int n = 0;

	for (const struct field *f = feed->fields; f->name; f++, n++) {
		if (n == FEED_FIELDS_MOST)
			return ERR(e, ERR_INPUT, "feed \"%s\" has more than %d fields",
				   feed->name, FEED_FIELDS_MOST);
		if (!is_name(f->name) || is_reserved(feed, f))
			return ERR(e, ERR_INPUT, "field \"%s\" of feed \"%s\" cannot be "
				   "the name of a column", f->name, feed->name);
		if (is_taken(feed, f))
			return ERR(e, ERR_INPUT, "feed \"%s\" has two columns \"%s\"",
				   feed->name, f->name);
		if (f->may_lack && !f->optional)
			return ERR(e, ERR_INPUT, "column \"%s\" of feed \"%s\" is "
				   "needed, and may be missing", f->name, feed->name);
		if (!check_kind(m, others, feed, f, e))
			return false;
	}
	return n > 0 ||
	       ERR(e, ERR_INPUT, "feed \"%s\" has no fields", feed->name);
}

/* The name of the field that a match wants and the feed has not, or not of that kind;
 * NULL when all are there.  An area that is not looked up could be any. */
static const char *missing_field(const struct feed *feed, const struct match *m)
{
	const struct field *number = feed_field(feed, m->number);
	const struct field *birth = feed_field(feed, m->birth);
	const struct field *region = feed_field(feed, m->region);

	if (!number || (!m->table && !feed_is_id(number)))
		return m->number ? m->number : "";
	if (m->name && !feed_field(feed, m->name))
		return m->name;
	if (m->birth && (!birth || birth->kind != FIELD_DAY))
		return m->birth;
	if (m->region && (!region || region->kind != FIELD_REF || region->optional ||
			  strcmp(region->table, "region") != 0))
		return m->region;
	return NULL;
}

static bool check_target(const struct module *m, const struct module *const *others,
			 const struct feed *feed, const struct match *k, struct err *e)
{
	if (!k->table || (reaches_table(m, others, k->table) && is_name(k->key) &&
			  is_name(k->id) && !k->birth && !k->name == !k->named &&
			  (!k->named || is_name(k->named))))
		return true;
	return ERR(e, ERR_INPUT,
		   "match \"%s\" of feed \"%s\" needs a table of the module or of core "
		   "with key, id and, where a name is compared, named",
		   k->gives, feed->name);
}

static bool check_match(const struct module *m, const struct module *const *others,
			const struct feed *feed, const struct match *k, struct err *e)
{
	const char *missing = missing_field(feed, k);
	bool is_main = strcmp(k->gives, "person_id") == 0;

	if (!is_name(k->gives) || feed_field(feed, k->gives) || !k->title ||
	    strcmp(k->gives, "line") == 0 || strcmp(k->gives, "region_code") == 0)
		return ERR(e, ERR_INPUT, "match \"%s\" of feed \"%s\" has no title, or a "
			   "column that is taken", k->gives, feed->name);
	if (missing)
		return ERR(e, ERR_INPUT,
			   "match \"%s\" of feed \"%s\" needs a field it has not: \"%s\"",
			   k->gives, feed->name, missing);
	if ((is_main && k->table) || (k->is_new && (!is_main || !k->region)))
		return ERR(e, ERR_INPUT,
			   "match \"%s\" of feed \"%s\" is not of a person with an area",
			   k->gives, feed->name);
	return check_target(m, others, feed, k, e);
}

static bool check_matches(const struct module *m, const struct module *const *others,
			  const struct feed *feed, struct err *e)
{
	int n = 0;
	bool is_new = false;

	for (const struct match *k = feed->matches; k && k->gives; k++, n++) {
		if (n == FEED_MATCHES_MOST)
			return ERR(e, ERR_INPUT, "feed \"%s\" has more than %d matches",
				   feed->name, FEED_MATCHES_MOST);
		for (const struct match *o = feed->matches; o < k; o++)
			if (strcmp(o->gives, k->gives) == 0)
				return ERR(e, ERR_INPUT,
					   "feed \"%s\" has two columns \"%s\"",
					   feed->name, k->gives);
		if (!check_match(m, others, feed, k, e))
			return false;
		is_new |= k->is_new;
	}
	return !is_new || n == 1 ||
	       ERR(e, ERR_INPUT, "feed \"%s\" has new persons and names others beside",
		   feed->name);
}

static bool check_ident_kinds(const struct module *m, const struct module *const *others,
			      struct err *e)
{
	for (const struct ident_kind *k = m->ident_kinds; k && k->name; k++) {
		if (!is_name(k->name) || !k->title || !k->check)
			return ERR(e, ERR_INPUT,
				   "the kind of number \"%s\" lacks name, title or check",
				   k->name);
		if (feed_ident_kind(others, k->name))
			return ERR(e, ERR_INPUT,
				   "the kind of number \"%s\" is also in another module",
				   k->name);
	}
	return true;
}

static bool is_fed_elsewhere(const struct module *m, const struct module *const *others,
			     const struct feed *feed, struct err *e)
{
	for (const struct feed *f = m->feeds; f < feed; f++)
		if (strcmp(f->name, feed->name) == 0)
			return !ERR(e, ERR_INPUT, "the module has two feeds \"%s\"",
				    feed->name);
	for (; *others; others++)
		for (const struct feed *f = (*others)->feeds; f && f->name; f++)
			if (strcmp(f->name, feed->name) == 0)
				return !ERR(e, ERR_INPUT,
					    "feed \"%s\" is also in module \"%s\"",
					    feed->name, (*others)->name);
	return false;
}

/* Names that stand in statements as they are. */
static bool check_keeps(const char *feed, const struct keep *k,
			const struct stmt *const *apply, struct err *e)
{
	if (!(k && k->table) && !(apply && apply[0]))
		return ERR(e, ERR_INPUT, "feed \"%s\" neither keeps nor applies its rows",
			   feed);
	for (; k && k->table; k++) {
		bool is_good = is_name(k->table) && k->columns;

		for (const struct kept_column *c = k->columns; is_good && c->name; c++)
			is_good = is_name(c->name);
		if (!is_good)
			return ERR(e, ERR_INPUT,
				   "feed \"%s\" keeps a table or column without a name",
				   feed);
	}
	return true;
}

bool feed_check(const struct module *m, const struct module *const *others,
		struct err *e)
{
	if (!check_ident_kinds(m, others, e))
		return false;
	for (const struct feed_step *f = m->feed_steps; f && f->feed; f++)
		if (!check_keeps(f->feed, f->keeps, f->apply, e))
			return false;
	for (const struct feed *f = m->feeds; f && f->name; f++) {
		if (!is_name(f->name))
			return ERR(e, ERR_INPUT,
				   "feed \"%s\" has a name that a function cannot have",
				   f->name);
		if (!f->title || !f->fields)
			return ERR(e, ERR_INPUT, "feed \"%s\" lacks title or fields",
				   f->name);
		if (!check_keeps(f->name, f->keeps, f->apply, e) ||
		    is_fed_elsewhere(m, others, f, e) ||
		    !check_fields(m, others, f, e) || !check_matches(m, others, f, e))
			return false;
	}
	return true;
}
