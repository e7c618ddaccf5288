#include "sample.h"

#include <string.h>

#include "base/text.h"
#include "map.h"

static const char **keep_cells(struct arena *a, const struct csv_row *row, int n)
{
	const char **cells = arena_alloc(a, sizeof(*cells) * (size_t)(n + 1));

	for (int i = 0; i < n; i++) {
		const char *text = row->fields[i].text;
		size_t len = row->fields[i].len;

		map_trim(&text, &len);
		cells[i] = arena_strndup(a, text, len);
	}
	return cells;
}

/* Whether the bytes of all rows are what the encoding says. */
static bool read_as(struct arena *a, const char *path, struct sample *s, bool *is_good,
		    struct err *e)
{
	struct csv *csv = csv_open(path, s->encoding, s->separator, e);
	struct csv_row row;

	s->rows = s->columns = 0;
	*is_good = true;
	while (csv && s->rows < SAMPLE_ROWS && csv_next(csv, &row, e)) {
		int n = row.n < CSV_FIELDS ? row.n : CSV_FIELDS;

		for (int i = 0; i < n; i++)
			*is_good &= text_is_utf8(row.fields[i].text, row.fields[i].len);
		if (!s->columns) {
			s->columns = map_width(&row, 1);
			s->columns = s->columns < CSV_FIELDS ? s->columns : CSV_FIELDS;
			s->headings = keep_cells(a, &row, s->columns);
		} else if (row.fault == CSV_GOOD &&
			   map_width(&row, s->columns) == s->columns) {
			s->lines[s->rows] = row.line;
			s->cells[s->rows++] = keep_cells(a, &row, s->columns);
		}
	}
	csv_close(csv);
	if (csv && e->code == ERR_NONE && !s->columns)
		ERR(e, ERR_INPUT, "the file is empty");
	return csv && e->code == ERR_NONE;
}

/* A map names headings, with | between. */
static bool may_be_named(const struct sample *s, struct err *e)
{
	for (int i = 0; i < s->columns; i++)
		if (strchr(s->headings[i], '|') ||
		    text_has_unsafe(s->headings[i], strlen(s->headings[i])))
			return ERR(e, ERR_INPUT,
				   "heading %d has a sign that no map can "
				   "name",
				   i + 1);
	return true;
}

static bool find_encoding(struct arena *a, const char *path, struct sample *s,
			  struct err *e)
{
	bool is_good;

	s->encoding = "UTF-8";
	if (!read_as(a, path, s, &is_good, e) || is_good)
		return e->code == ERR_NONE;
	s->encoding = "GB18030";
	if (!read_as(a, path, s, &is_good, e))
		return false;
	return is_good || ERR(e, ERR_INPUT, "the file is neither UTF-8 nor GB18030");
}

bool sample_read(struct arena *a, const char *path, const char *encoding, char separator,
		 struct sample *s, struct err *e)
{
	static const char signs[] = ",;\t";
	char best = ',';
	bool is_good;
	int most = 0;

	s->separator = separator ? separator : ',';
	if (encoding)
		s->encoding = encoding;
	else if (!find_encoding(a, path, s, e))
		return false;
	for (const char *sign = signs; !separator && *sign; sign++) {
		s->separator = *sign;
		if (!read_as(a, path, s, &is_good, e))
			return false;
		if (s->columns > most)
			best = *sign;
		most = s->columns > most ? s->columns : most;
	}
	s->separator = separator ? separator : best;
	return read_as(a, path, s, &is_good, e) &&
	       (is_good || ERR(e, ERR_INPUT, "the file is not %s", s->encoding)) &&
	       may_be_named(s, e);
}
