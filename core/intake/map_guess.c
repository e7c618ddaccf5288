#include "map_guess.h"

#include <string.h>

#include "base/text.h"
#include "map_words.h"
#include "office/feed.h"

/* One more item of a list with | between. */
static void add(struct arena *a, const char **list, const char *item)
{
	*list = *list ? arena_printf(a, "%s|%s", *list, item) : item;
}

static bool has(const char *list, const char *item)
{
	const char *one;
	size_t len;

	while (map_item(&list, &one, &len))
		if (strlen(item) == len && memcmp(one, item, len) == 0)
			return true;
	return false;
}

static int heading_at(const struct sample *s, const char *name, size_t len)
{
	for (int i = 0; i < s->columns; i++)
		if (strlen(s->headings[i]) == len &&
		    memcmp(s->headings[i], name, len) == 0)
			return i;
	return -1;
}

/* FIELD=VALUE lines into that part of each source. */
static bool take_said(struct arena *a, const struct feed *feed, struct feed_map *m,
		      const char *lines, size_t part, struct err *e)
{
	for (size_t len; lines && *lines; lines += len + (lines[len] == '\n')) {
		const char *line, *equals;
		const struct field *f;

		len = strcspn(lines, "\n");
		line = arena_strndup(a, lines, len);
		equals = strchr(line, '=');
		f = equals ? feed_field(feed,
					arena_strndup(a, line, (size_t)(equals - line)))
			   : NULL;
		if (!f)
			return ERR(e, ERR_USAGE, "%s has no field \"%s\"", feed->name,
				   arena_strndup(a, line, strcspn(line, "=")));
		*(const char **)((char *)&m->sources[f - feed->fields] + part) =
		    equals + 1;
	}
	return true;
}

/* Headings that a person named are there, and are nobody else's. */
static bool check_said(struct arena *a, const struct sample *s,
		       const struct map_source *source, bool *taken, struct err *e)
{
	const char *list = source->from, *name;
	size_t len;
	int i;

	while (map_item(&list, &name, &len)) {
		i = heading_at(s, name, len);
		if (i < 0)
			return ERR(e, ERR_USAGE, "the file has no column \"%s\"",
				   arena_strndup(a, name, len));
		taken[i] = true;
	}
	return true;
}

/* The word as it is where it is a code already. */
static bool is_code(const char *codes, const char *word)
{
	size_t n = strlen(word);

	for (; *codes; codes += strspn(codes, " ")) {
		size_t len = strcspn(codes, " ");

		if (len == n && memcmp(codes, word, n) == 0)
			return true;
		codes += len;
	}
	return false;
}

/* Is there a code for the word already? */
static bool has_code(const char *codes, const char *word)
{
	const char *one;
	size_t len, n = strlen(word);

	while (map_item(&codes, &one, &len))
		if (len > n && one[n] == '=' && memcmp(one, word, n) == 0)
			return true;
	return false;
}

/* What the column's words mean; those that mean nothing here are told of. */
static void guess_codes(struct arena *a, const struct sample *s, int column,
			const struct field *f, struct map_source *source,
			struct map_guess *g)
{
	const char *seen = NULL, *code;
	size_t len;

	for (int i = 0; i < s->rows; i++) {
		const char *word = s->cells[i][column];

		if (!*word || strpbrk(word, "|=") ||
		    text_has_unsafe(word, strlen(word)) || has(seen, word) ||
		    is_code(f->codes, word) || has_code(source->codes, word))
			continue;
		add(a, &seen, word);
		code = map_words_code(f->codes, word, &len);
		if (code)
			add(a, &source->codes,
			    arena_printf(a, "%s=%.*s", word, (int)len, code));
		else
			add(a, &g->words, arena_printf(a, "%s=%s", f->name, word));
	}
}

/* A column nobody has taken yet whose heading means the field. */
static void guess_field(const struct sample *s, const struct field *f,
			struct map_source *source, bool *taken)
{
	for (int i = 0; i < s->columns && !source->from && !source->constant; i++) {
		if (taken[i] || !map_words_heading(f->name, s->headings[i]))
			continue;
		source->from = s->headings[i];
		taken[i] = true;
	}
}

static void find_rest(struct arena *a, const struct feed *feed, const struct sample *s,
		      const bool *taken, struct map_guess *g)
{
	for (int i = 0; feed->fields[i].name; i++) {
		const struct field *f = &feed->fields[i];
		struct map_source *source = &g->map.sources[i];
		int column =
		    source->from ? heading_at(s, source->from, strlen(source->from)) : -1;

		if (!source->from && !source->constant && !f->optional)
			add(a, &g->lacking, f->name);
		if (f->kind == FIELD_CODE && column >= 0)
			guess_codes(a, s, column, f, source, g);
	}
	for (int i = 0; i < s->columns; i++)
		if (!taken[i])
			add(a, &g->unknown, s->headings[i]);
	g->map.ignore = g->unknown;
}

bool map_guess(struct arena *a, const struct feed *feed, const struct sample *s,
	       const struct map_said *said, struct map_guess *g, struct err *e)
{
	bool taken[CSV_FIELDS] = { false };
	struct feed_map *m = &g->map;

	*g = (struct map_guess){ .map = { s->encoding, s->separator } };
	g->map.sheet = s->made.sheet;
	g->map.head = s->made.head;
	g->map.columns = s->places;
	g->map.count = s->places ? s->count : NULL;
	if (!take_said(a, feed, m, said->from, offsetof(struct map_source, from), e) ||
	    !take_said(a, feed, m, said->constant, offsetof(struct map_source, constant),
		       e) ||
	    !take_said(a, feed, m, said->codes, offsetof(struct map_source, codes), e))
		return false;
	for (int i = 0; feed->fields[i].name; i++)
		if (!check_said(a, s, &m->sources[i], taken, e))
			return false;
	for (int i = 0; feed->fields[i].name; i++)
		guess_field(s, &feed->fields[i], &m->sources[i], taken);
	find_rest(a, feed, s, taken, g);
	return true;
}
