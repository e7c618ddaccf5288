#include "map.h"

#include <stdio.h>
#include <string.h>

#include "map_forms.h"

bool map_item(const char **list, const char **item, size_t *len)
{
	if (!*list)
		return false;
	*item = *list;
	*len = strcspn(*list, "|");
	*list = (*list)[*len] ? *list + *len + 1 : NULL;
	return true;
}

struct lines_shape map_shape(const struct feed_map *m)
{
	return m ? (struct lines_shape){ m->sheet, m->head, m->columns, m->count,
					 m->encoding }
		 : (struct lines_shape){ NULL };
}

enum map_days map_days(const struct lines_made *made)
{
	return made->form != LINES_SHEET ? MAP_DAYS_WRITTEN
	       : made->is_1904		 ? MAP_DAYS_1904
					 : MAP_DAYS_1900;
}

static size_t blank_at(const char *s, size_t n)
{
	if (n && (*s == ' ' || *s == '\t'))
		return 1;
	return n >= 3 && memcmp(s, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t blank_before(const char *end, size_t n)
{
	size_t one = n ? blank_at(end - 1, 1) : 0;

	return one ? one : n >= 3 ? blank_at(end - 3, 3) == 3 ? 3 : 0 : 0;
}

void map_trim(const char **s, size_t *n)
{
	for (size_t k; (k = blank_at(*s, *n)) > 0; *n -= k)
		*s += k;
	for (size_t k; (k = blank_before(*s + *n, *n)) > 0;)
		*n -= k;
}

int map_width(const struct csv_row *row, int least)
{
	int n = row->n;

	while (n > least && n <= CSV_FIELDS && row->fields[n - 1].len == 0)
		n--;
	return n;
}

#define NAMED_MOST 160

/* A heading for a message. */
static const char *named(char out[NAMED_MOST], const char *s, size_t n)
{
	snprintf(out, NAMED_MOST, "%.*s", (int)n, s);
	return out;
}

static bool is_heading(const struct csv_field *f, const char *name, size_t len)
{
	const char *s = f->text;
	size_t n = f->len;

	map_trim(&s, &n);
	return n == len && memcmp(s, name, len) == 0;
}

static bool find_heading(const struct csv_row *head, const char *name, size_t len,
			 int *place, struct err *e)
{
	char text[NAMED_MOST];

	*place = -1;
	for (int i = 0; i < head->n && i < CSV_FIELDS; i++) {
		if (!is_heading(&head->fields[i], name, len))
			continue;
		if (*place >= 0)
			return ERR(e, ERR_INPUT,
				   "column \"%s\" appears more than once in the header",
				   named(text, name, len));
		*place = i;
	}
	return *place >= 0 || ERR(e, ERR_INPUT, "column \"%s\" is missing in the header",
				  named(text, name, len));
}

/* The columns of one field; taken notes which headings have found a use. */
static bool place_field(const struct map_source *s, int i, const struct csv_row *head,
			struct map_plan *p, bool *taken, struct err *e)
{
	const char *list = s->from, *name;
	size_t len;

	for (p->parts[i] = 0; map_item(&list, &name, &len); p->parts[i]++) {
		int *place = &p->places[i][p->parts[i]];

		if (p->parts[i] == MAP_PARTS)
			return ERR(e, ERR_RULE, "more than %d columns make one field",
				   MAP_PARTS);
		if (!find_heading(head, name, len, place, e))
			return false;
		taken[*place] = true;
	}
	return true;
}

static bool is_ignored(const struct feed_map *m, const struct csv_field *f)
{
	const char *list = m->ignore, *name;
	size_t len;

	while (map_item(&list, &name, &len))
		if (is_heading(f, name, len))
			return true;
	return false;
}

bool map_header(const struct feed_map *m, const struct feed *feed,
		const struct csv_row *head, struct map_plan *p, struct err *e)
{
	bool taken[CSV_FIELDS] = { false };
	char text[NAMED_MOST];

	for (int i = 0; feed->fields[i].name; i++)
		if (!place_field(&m->sources[i], i, head, p, taken, e))
			return false;
	p->columns = map_width(head, 1);
	for (int i = 0; i < p->columns && i < CSV_FIELDS; i++)
		if (!taken[i] && !is_ignored(m, &head->fields[i]))
			return ERR(e, ERR_INPUT, "column \"%s\" is not in the map of %s",
				   named(text, head->fields[i].text, head->fields[i].len),
				   feed->name);
	return p->columns <= CSV_FIELDS ||
	       ERR(e, ERR_INPUT, "the file has more than %d columns", CSV_FIELDS);
}

/* What the columns say, one behind the other; nothing when all are empty. */
static void join_parts(const struct map_source *s, const struct map_plan *p, int i,
		       const struct csv_row *row, struct buf *b)
{
	bool any = false;

	for (int k = 0; k < p->parts[i]; k++)
		any |= row->fields[p->places[i][k]].len > 0;
	for (int k = 0; any && k < p->parts[i]; k++) {
		const struct csv_field *f = &row->fields[p->places[i][k]];
		const char *text = f->text;
		size_t n = f->len;

		map_trim(&text, &n);
		if (k && s->join)
			buf_text(b, s->join);
		buf_add(b, text, n);
	}
}

/* Their word for ours, in place; one that is not told of stays, for its reader to
 * complain of. */
static bool take_code(const struct map_source *s, struct buf *b, size_t start)
{
	const char *list = s->codes, *item;
	size_t len;

	while (map_item(&list, &item, &len)) {
		const char *equals = memchr(item, '=', len);
		size_t n = equals ? (size_t)(equals - item) : len;

		if (!equals || n != b->len - start ||
		    memcmp(item, b->data + start, n) != 0)
			continue;
		b->len = start;
		buf_add(b, equals + 1, len - n - 1);
		return true;
	}
	return false;
}

void map_row(const struct feed_map *m, const struct feed *feed, const struct map_plan *p,
	     struct csv_row *row, struct buf *texts)
{
	size_t ends[FEED_FIELDS_MOST];
	int n = 0;

	if (row->fault != CSV_GOOD)
		return;
	if (map_width(row, p->columns) != p->columns) {
		row->fault = CSV_COLUMNS;
		return;
	}
	buf_clear(texts);
	for (; feed->fields[n].name; n++) {
		const struct map_source *s = &m->sources[n];
		size_t start = texts->len;

		if (s->constant)
			buf_text(texts, s->constant);
		join_parts(s, p, n, row, texts);
		if (!take_code(s, texts, start))
			map_form(feed->fields[n].kind, p->days, texts, start);
		ends[n] = texts->len;
	}
	for (int i = 0; i < n; i++) {
		size_t start = i ? ends[i - 1] : 0;

		row->fields[i] =
		    (struct csv_field){ texts->data + start, ends[i] - start };
	}
	row->n = n;
}
