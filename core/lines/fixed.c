/* A file of fixed widths as lines: its columns by the places that a map tells, counted in
 * characters, or in bytes as older systems do with GB18030. */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/csv.h"
#include "private.h"

struct place { const char *name; size_t from, to; };

struct fixed {
	struct place places[CSV_FIELDS];
	int n, last; /* which one ends last */
	bool in_bytes, is_gb;
	size_t starts[CSV_LINE_MAX + 1]; /* of the line's units, and its end */
	char line[CSV_LINE_MAX];
};

/* NAME:FROM-TO or FROM-TO, which is its own name. */
static bool take_place(struct arena *a, const char *item, size_t len, struct place *p)
{
	const char *text = arena_strndup(a, item, len), *colon = strrchr(text, ':');
	const char *places = colon ? colon + 1 : text;
	char *rest;

	p->name = colon ? arena_strndup(a, text, (size_t)(colon - text)) : text;
	p->from = strtoul(places, &rest, 10);
	if (rest == places || *rest++ != '-')
		return false;
	p->to = strtoul(rest, &rest, 10);
	return !*rest && *p->name && p->from > 0 && p->from <= p->to &&
	       p->to < CSV_LINE_MAX;
}

static bool read_places(struct arena *a, struct fixed *f, const char *columns,
			struct err *e)
{
	for (const char *item = columns; item;) {
		size_t len = strcspn(item, "|");
		struct place *p = &f->places[f->n];

		if (f->n == CSV_FIELDS || !take_place(a, item, len, p)) {
			ERR(e, ERR_USAGE, "\"%s\" tells no columns of fixed widths",
			    columns);
			return err_hint(e, "NAME:FROM-TO with | between, from 1 on; at "
					   "most %d.",
					CSV_FIELDS);
		}
		if (p->to > f->places[f->last].to)
			f->last = f->n;
		f->n++;
		item = item[len] ? item + len + 1 : NULL;
	}
	return f->n > 1 || ERR(e, ERR_USAGE, "a file of fixed widths has two columns at "
					     "least");
}

/* Bytes of the character at s, of which n are left. */
static size_t character(const struct fixed *f, const char *s, size_t n)
{
	unsigned char c = (unsigned char)s[0], next = n > 1 ? (unsigned char)s[1] : 0;
	size_t len = 1;

	if (f->is_gb)
		len = c < 0x81 ? 1 : next >= '0' && next <= '9' ? 4 : 2;
	else if (c >= 0xc2)
		len = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
	return len <= n ? len : 1;
}

/* Where each unit of the line begins; how many there are. */
static size_t count_units(struct fixed *f, size_t n)
{
	size_t units = 0;

	for (size_t i = 0; i < n;
	     i += f->in_bytes ? 1 : character(f, f->line + i, n - i))
		f->starts[units++] = i;
	f->starts[units] = n;
	return units;
}

/* A line without its end; its length, or -1 behind the last.  *is_long: it went on, and
 * what was behind is gone. */
static ssize_t next_line(FILE *in, char *line, bool *is_long)
{
	ssize_t n = 0;
	int c;

	*is_long = false;
	while ((c = getc_unlocked(in)) != EOF && c != '\n') {
		if (n + 1 < CSV_LINE_MAX)
			line[n++] = (char)c;
		else
			*is_long = true;
	}
	if (c == EOF && n == 0)
		return -1;
	return n && line[n - 1] == '\r' ? n - 1 : n;
}

static bool is_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ')
			return false;
	return true;
}

/* One that is too short, or whose places a tab has moved, stays one value: so it is
 * refused, as it came.  What stands behind the last column is a value too many. */
static void put_line(struct fixed *f, size_t n, bool is_long, FILE *out)
{
	size_t units = count_units(f, n), end = f->places[f->last].to;

	if (is_long) {
		fwrite(f->line, 1, n, out);
		fputs("...", out); /* long enough to be refused for it */
	} else if (!is_blank(f->line, n) &&
		   (memchr(f->line, '\t', n) || units < f->places[f->last].from)) {
		put_field(out, f->line, n);
	} else if (!is_blank(f->line, n)) {
		for (int i = 0; i < f->n; i++) {
			const struct place *p = &f->places[i];
			size_t to = p->to < units ? p->to : units, at = p->from - 1;
			size_t from = f->starts[at < to ? at : to];

			if (i)
				putc_unlocked(',', out);
			put_field(out, f->line + from, f->starts[to] - from);
		}
		if (units > end) {
			const char *rest = f->line + f->starts[end];

			n -= f->starts[end];
			fputs(is_blank(rest, n) ? "" : ",", out);
			put_field(out, rest, is_blank(rest, n) ? 0 : n);
		}
	}
	putc_unlocked('\n', out);
}

/* The names are the map's; their line is of the file's encoding as the others. */
static void put_names(const struct fixed *f, FILE *out)
{
	for (int i = 0; i < f->n; i++) {
		char name[1024], *to = name, *from = (char *)f->places[i].name;
		size_t left = strlen(from), room = sizeof(name);
		iconv_t gb = f->is_gb ? iconv_open("GB18030", "UTF-8") : (iconv_t)-1;

		if (i)
			putc_unlocked(',', out);
		if (gb != (iconv_t)-1 && iconv(gb, &from, &left, &to, &room) == 0)
			put_field(out, name, (size_t)(to - name));
		else
			put_field(out, f->places[i].name, strlen(f->places[i].name));
		if (gb != (iconv_t)-1)
			iconv_close(gb);
	}
	putc_unlocked('\n', out);
}

static void put_lines(struct fixed *f, FILE *in, int64_t head, int64_t most, FILE *out)
{
	int64_t line = 0, rows = 0;
	bool is_long;
	ssize_t n;

	if (!head)
		put_names(f, out);
	while ((!most || rows < most) && (n = next_line(in, f->line, &is_long)) >= 0) {
		if (++line == 1 && n >= 3 && memcmp(f->line, "\xef\xbb\xbf", 3) == 0)
			memmove(f->line, f->line + 3, (size_t)(n -= 3));
		if (line < head) {
			putc_unlocked('\n', out);
		} else if (line == head) {
			put_names(f, out);
		} else {
			put_line(f, (size_t)n, is_long, out);
			rows++;
		}
	}
}

/* The open file from its beginning; what is wrong with that is rare. */
static FILE *opened(int fd)
{
	int own = dup(fd);
	FILE *in = own >= 0 && lseek(own, 0, SEEK_SET) == 0 ? fdopen(own, "r") : NULL;

	if (!in && own >= 0)
		close(own);
	return in;
}

static struct fixed *new_fixed(struct arena *a, const char *encoding, const char *count)
{
	struct fixed *f = arena_alloc(a, sizeof(*f));

	memset(f, 0, sizeof(*f));
	f->is_gb = encoding && strcasecmp(encoding, "GB18030") == 0;
	f->in_bytes = count && strcmp(count, "bytes") == 0;
	return f;
}

bool fixed_lines(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		 FILE *out, struct lines_made *m, struct err *e)
{
	struct fixed *f = new_fixed(a, shape->encoding, shape->count);
	int64_t first, last;
	FILE *in;

	if (!head_rows(shape->head, &first, &last, e) ||
	    !read_places(a, f, shape->columns, e))
		return false;
	in = opened(fd);
	if (!in)
		return err_errno(e, "could not read the file");
	put_lines(f, in, last, most, out);
	fclose(in);
	m->shift = last ? 0 : -1;
	m->head = shape->head;
	return true;
}

#define LOOKED_AT 200

/* Which of the first lines' places are blank in all of them. */
static size_t look(struct fixed *f, FILE *in, bool *taken)
{
	size_t most = 0;
	bool is_long;
	ssize_t n;

	for (int i = 0; i < LOOKED_AT && (n = next_line(in, f->line, &is_long)) >= 0;
	     i++) {
		size_t units = count_units(f, (size_t)n);

		for (size_t k = 0; k < units; k++)
			taken[k] |= f->line[f->starts[k]] != ' ';
		most = units > most ? units : most;
	}
	return most;
}

const char *lines_columns(struct arena *a, int fd, const char *encoding,
			  const char *count)
{
	struct fixed *f = new_fixed(a, encoding, count);
	bool *taken = memset(arena_alloc(a, CSV_LINE_MAX + 1), 0, CSV_LINE_MAX + 1);
	FILE *in = opened(fd);
	const char *list = NULL;
	size_t most = in ? look(f, in, taken) : 0;
	int columns = 0;

	if (in)
		fclose(in);
	/* The blanks behind a value are its own. */
	for (size_t from = 0, to; from < most && columns < CSV_FIELDS; from = to) {
		for (to = from; to < most && taken[to];)
			to++;
		while (to < most && !taken[to])
			to++;
		list = arena_printf(a, "%s%s%zu-%zu", list ? list : "", list ? "|" : "",
				    from + 1, to);
		columns++;
	}
	return columns > 1 ? list : NULL;
}
