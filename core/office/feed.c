#include "feed.h"

#include <string.h>

const struct field *feed_field(const struct feed *feed, const char *name)
{
	for (const struct field *f = feed->fields; name && f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

const struct match *feed_main(const struct feed *feed)
{
	for (const struct match *m = feed->matches; m && m->gives; m++)
		if (strcmp(m->gives, "person_id") == 0)
			return m;
	return NULL;
}

bool feed_is_id(const struct field *f)
{
	return f->kind == FIELD_ID || f->kind == FIELD_ID_GIVEN;
}

const char *feed_id_kind(const struct field *f)
{
	return f->id_kind ? f->id_kind : "cn18";
}

const char *feed_type(struct arena *a, const struct field *f)
{
	static const char *const types[] = {
		[FIELD_DAY] = "date",	  [FIELD_TIME] = "time",
		[FIELD_PERIOD] = "int",	  [FIELD_MONEY] = "bigint",
		[FIELD_COUNT] = "bigint", [FIELD_LIST] = "text[]",
	};

	if (f->kind == FIELD_DECIMAL || f->kind == FIELD_QUANTITY)
		return arena_printf(a, "numeric(%d, %d)", 12 + f->scale, f->scale);
	return f->kind <= FIELD_LIST && types[f->kind] ? types[f->kind] : "text";
}

const struct ident_kind *feed_ident_kind(const struct module *const *modules,
					 const char *name)
{
	for (; *modules; modules++)
		for (const struct ident_kind *k = (*modules)->ident_kinds; k && k->name;
		     k++)
			if (strcmp(k->name, name) == 0)
				return k;
	return NULL;
}
