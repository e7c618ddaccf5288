#include "sample.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
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

/* From the beginning of the open file, which stays open. */
static struct csv *reader(int fd, const struct sample *s, struct err *e)
{
	int own = fcntl(fd, F_DUPFD_CLOEXEC, 0);

	if (own >= 0 && lseek(own, 0, SEEK_SET) == 0)
		return csv_open_descriptor(own, s->encoding, s->separator, e);
	err_errno(e, "could not read the file");
	if (own >= 0)
		close(own);
	return NULL;
}

/* Whether the bytes of all rows are what the encoding says. */
static bool read_as(struct arena *a, int fd, struct sample *s, bool *is_good,
		    struct err *e)
{
	struct csv *csv = reader(fd, s, e);
	struct csv_row row;

	s->rows = s->columns = 0;
	*is_good = true;
	while (csv && s->rows < SAMPLE_ROWS && csv_next(csv, &row, e)) {
		int n = row.n < CSV_FIELDS ? row.n : CSV_FIELDS;

		for (int i = 0; i < n; i++)
			*is_good &= text_is_utf8(row.fields[i].text, row.fields[i].len);
		if (!s->columns && row.fault == CSV_BLANK)
			continue;
		if (!s->columns) {
			s->columns = map_width(&row, 1);
			s->columns = s->columns < CSV_FIELDS ? s->columns : CSV_FIELDS;
			s->headings = keep_cells(a, &row, s->columns);
		} else if (row.fault == CSV_GOOD &&
			   map_width(&row, s->columns) == s->columns) {
			s->lines[s->rows] = row.line + s->made.shift;
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

static bool find_encoding(struct arena *a, int fd, struct sample *s, struct err *e)
{
	bool is_good;

	s->encoding = "UTF-8";
	if (!read_as(a, fd, s, &is_good, e) || is_good)
		return e->code == ERR_NONE;
	s->encoding = "GB18030";
	if (!read_as(a, fd, s, &is_good, e))
		return false;
	return is_good || ERR(e, ERR_INPUT, "the file is neither UTF-8 nor GB18030");
}

/* The sign that parts the header into most columns. */
static bool find_separator(struct arena *a, int fd, struct sample *s, struct err *e)
{
	static const char signs[] = ",;\t";
	char best = ',';
	bool is_good;
	int most = 0;

	for (const char *sign = signs; *sign; sign++) {
		s->separator = *sign;
		if (!read_as(a, fd, s, &is_good, e))
			return false;
		if (s->columns > most)
			best = *sign;
		most = s->columns > most ? s->columns : most;
	}
	s->separator = best;
	return true;
}

/* How its columns are told apart, where no line has to be made of it. */
static bool find_form(struct arena *a, int fd, const struct sample_said *said,
		      struct sample *s, struct err *e)
{
	bool is_good;

	s->separator = said->separator ? said->separator : ',';
	s->encoding = said->encoding;
	if (!s->encoding && !find_encoding(a, fd, s, e))
		return false;
	s->count = said->count				       ? said->count
		   : strcmp(s->encoding, "GB18030") == 0 ? "bytes"
								 : "characters";
	s->places = said->columns;
	if (s->places || said->separator)
		return true;
	if (!find_separator(a, fd, s, e) || !read_as(a, fd, s, &is_good, e))
		return false;
	if (s->columns == 1)
		s->places = lines_columns(a, fd, s->encoding, s->count);
	return true;
}

static bool read_made(struct arena *a, int fd, struct sample *s, struct err *e)
{
	bool is_good;

	return read_as(a, fd, s, &is_good, e) &&
	       (is_good || ERR(e, ERR_INPUT, "the file is not %s", s->encoding)) &&
	       may_be_named(s, e);
}

static bool read_open(struct arena *a, int fd, const struct sample_said *said,
		      struct sample *s, struct err *e)
{
	struct lines_shape shape = { .sheet = said->sheet, .head = said->head };
	bool ok;

	if (!lines_make(a, fd, &shape, SAMPLE_ROWS, &s->made, e))
		return false;
	if (s->made.form == LINES_SHEET) {
		s->encoding = "UTF-8";
		s->separator = ',';
	} else if (!find_form(a, fd, said, s, e)) {
		return false;
	}
	shape.encoding = s->encoding;
	shape.columns = s->places;
	shape.count = s->count;
	if (s->places && !lines_make(a, fd, &shape, SAMPLE_ROWS, &s->made, e))
		return false;
	if (s->places)
		s->separator = ',';
	ok = read_made(a, s->made.fd < 0 ? fd : s->made.fd, s, e);
	if (s->made.fd >= 0)
		close(s->made.fd);
	return ok;
}

bool sample_read(struct arena *a, const char *path, const struct sample_said *said,
		 struct sample *s, struct err *e)
{
	int fd = file_open(path, e);
	bool ok;

	if (fd < 0)
		return false;
	*s = (struct sample){ .made = { .fd = -1 } };
	ok = read_open(a, fd, said, s, e);
	close(fd);
	return ok;
}
