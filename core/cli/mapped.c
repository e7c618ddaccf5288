#include "mapped.h"

#include <string.h>

#include "host/texts.h"
#include "judge/adoption.h"
#include "judge/work.h"
#include "office/feed.h"
#include "office/lookup.h"

#define PAIRS_MOST 4000

/* What the texts in force say; nothing at all where they have no map. */
static bool ask_maps(struct app *app, struct db *db, struct work_pair *pairs, int *n,
		     struct err *e)
{
	struct engine_options options;
	struct err none = { 0 };
	struct engine *engine;
	struct rulebook *book;
	int32_t today;

	*n = 0;
	if (!adoption_today(db, app->arena, &today, e))
		return false;
	book = adoption_book(db, app->arena, today,
			     lookup_module_names(app->arena, app->modules), e);
	engine = book ? texts_engine_of(app, book, today, &options, e) : NULL;
	if (!engine)
		return false;
	if (!work_ask(engine, app->arena, "work.maps", pairs, PAIRS_MOST, n, &none))
		*n = 0;
	engine_stop(engine);
	return true;
}

/* fields.sex.from: where its value stands in the map; NULL for what is none of it. */
static const char **part_of(struct feed_map *m, const struct feed *feed, char *entry)
{
	char *name = strrchr(entry, '.');
	const struct field *f;
	struct map_source *s;

	if (!name)
		return NULL;
	*name++ = 0;
	f = strncmp(entry, "fields.", 7) == 0 ? feed_field(feed, entry + 7) : NULL;
	if (!f)
		return NULL;
	s = &m->sources[f - feed->fields];
	return strcmp(name, "from") == 0       ? &s->from
	       : strcmp(name, "join") == 0     ? &s->join
	       : strcmp(name, "codes") == 0    ? &s->codes
	       : strcmp(name, "constant") == 0 ? &s->constant
					       : NULL;
}

static void take_pair(struct feed_map *m, const struct feed *feed, char *entry,
		      const char *value)
{
	const char **part;

	if (strcmp(entry, "encoding") == 0)
		m->encoding = value;
	else if (strcmp(entry, "separator") == 0)
		m->separator = strcmp(value, "tab") == 0 ? '\t' : value[0];
	else if (strcmp(entry, "ignore") == 0)
		m->ignore = value;
	else if (strcmp(entry, "sheet") == 0)
		m->sheet = value;
	else if (strcmp(entry, "head") == 0)
		m->head = value;
	else if (strcmp(entry, "columns") == 0)
		m->columns = value;
	else if (strcmp(entry, "count") == 0)
		m->count = value;
	else if ((part = part_of(m, feed, entry)))
		*part = value;
}

/* register.fields.sex.from = 性别, ... */
static const struct feed_map *map_of(struct arena *a, const struct feed *feed,
				     const struct work_pair *pairs, int n)
{
	size_t len = strlen(feed->name);
	struct feed_map *m = NULL;

	for (int i = 0; i < n; i++) {
		if (strncmp(pairs[i].key, feed->name, len) != 0 ||
		    pairs[i].key[len] != '.')
			continue;
		if (!m) {
			m = memset(arena_alloc(a, sizeof(*m)), 0, sizeof(*m));
			m->encoding = "UTF-8";
			m->separator = ',';
		}
		take_pair(m, feed, pairs[i].key + len + 1, pairs[i].value);
	}
	return m;
}

bool mapped_take(struct app *app, struct db *db, struct import_options *o, struct err *e)
{
	struct work_pair *pairs;
	int n;

	if (import_is_own(o))
		return true;
	pairs = arena_alloc(app->arena, sizeof(*pairs) * PAIRS_MOST);
	if (!ask_maps(app, db, pairs, &n, e))
		return false;
	o->map = map_of(app->arena, o->feed, pairs, n);
	if (o->map) {
		o->encoding = o->map->encoding;
		o->separator = o->map->separator;
	}
	return true;
}

const char *mapped_heading(const struct import_options *o, const char *field)
{
	const struct field *f = feed_field(o->feed, field);
	const char *from = o->map && f ? o->map->sources[f - o->feed->fields].from : NULL;

	return from ? from : field;
}
