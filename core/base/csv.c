#include "csv.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"

#define CHUNK 262144
#define BROKEN_BYTE '\xff'	/* never occurs in UTF-8 */

struct csv {
	int fd;
	char separator;
	iconv_t converter;	/* (iconv_t)-1 for UTF-8 */
	char raw[CHUNK];	/* bytes of the file that are not converted yet */
	size_t raw_len;
	char *text;		/* UTF-8 waiting to be split */
	size_t start, len, size;
	int64_t line, position, total;
	bool at_end;
	struct digest *digest;	/* of the bytes read so far */
	char unquoted[CSV_LINE_MAX];
};

static bool is_utf8_name(const char *encoding)
{
	return strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0;
}

static bool open_converter(struct csv *c, const char *encoding, struct err *e)
{
	c->converter = (iconv_t)-1;
	if (is_utf8_name(encoding))
		return true;
	c->converter = iconv_open("UTF-8", encoding);
	if (c->converter != (iconv_t)-1)
		return true;
	ERR(e, ERR_USAGE, "encoding \"%s\" is not known", encoding);
	return err_hint(e, "Use UTF-8 or GB18030.");
}

struct csv *csv_open_descriptor(int fd, const char *encoding, char separator,
				struct err *e)
{
	struct csv *c = calloc(1, sizeof(*c));
	struct stat st;

	if (!c)
		abort();
	c->fd = fd;
	c->separator = separator;
	c->size = 2 * CHUNK + CSV_LINE_MAX;
	c->text = malloc(c->size);
	c->digest = digest_new();
	if (!c->text)
		abort();
	c->total = fstat(fd, &st) == 0 ? st.st_size : 0;
	if (open_converter(c, encoding, e))
		return c;
	csv_close(c);
	return NULL;
}

struct csv *csv_open(const char *path, const char *encoding, char separator,
		     struct err *e)
{
	int fd = file_open(path, e);

	return fd < 0 ? NULL : csv_open_descriptor(fd, encoding, separator, e);
}

void csv_close(struct csv *c)
{
	if (!c)
		return;
	if (c->converter != (iconv_t)-1)
		iconv_close(c->converter);
	close(c->fd);
	digest_free(c->digest);
	free(c->text);
	free(c);
}

void csv_digest(struct csv *c, char out[DIGEST_TEXT])
{
	digest_end(c->digest, out);
}

int64_t csv_position(const struct csv *c, int64_t *total)
{
	*total = c->total;
	return c->position;
}

static size_t text_room(const struct csv *c)
{
	return c->size - c->start - c->len;
}

/* Converts what is in raw; a wrong byte becomes one that no UTF-8 text has. */
static void convert(struct csv *c)
{
	char *in = c->raw, *out = c->text + c->start + c->len;
	size_t in_left = c->raw_len, out_left = text_room(c);

	while (in_left &&
	       iconv(c->converter, &in, &in_left, &out, &out_left) == (size_t)-1) {
		if (errno == E2BIG || (errno == EINVAL && !c->at_end))
			break;
		if (!out_left)
			break;
		*out++ = BROKEN_BYTE;
		out_left--;
		in++;
		in_left--;
	}
	c->len = (size_t)(out - c->text) - c->start;
	memmove(c->raw, in, in_left);
	c->raw_len = in_left;
}

static bool fill(struct csv *c, struct err *e)
{
	bool plain = c->converter == (iconv_t)-1;
	char *to;
	size_t room;
	ssize_t got;

	memmove(c->text, c->text + c->start, c->len);
	c->start = 0;
	to = plain ? c->text + c->len : c->raw + c->raw_len;
	room = plain ? text_room(c) : CHUNK - c->raw_len;
	do {
		got = read(c->fd, to, room);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_errno(e, "could not read the file");
	c->at_end = got == 0;
	c->position += got;
	digest_add(c->digest, to, (size_t)got);
	if (plain) {
		c->len += (size_t)got;
	} else {
		c->raw_len += (size_t)got;
		convert(c);
	}
	return true;
}

/* Finds the end of the current line, reading on while it is not there. */
static bool find_line(struct csv *c, size_t *len, bool *too_long, struct err *e)
{
	char *nl;

	*too_long = false;
	for (;;) {
		nl = memchr(c->text + c->start, '\n', c->len);
		if (nl) {
			*len = (size_t)(nl - c->text) - c->start;
			break;
		}
		if (c->len >= CSV_LINE_MAX) {
			/* Drop the part seen; the row is reported once, at its end. */
			*too_long = true;
			c->start += c->len;
			c->len = 0;
		}
		if (c->at_end && c->raw_len == 0) {
			*len = c->len;
			return c->len > 0 || *too_long;
		}
		if (!fill(c, e))
			return false;
	}
	*too_long |= *len >= CSV_LINE_MAX;
	return true;
}

static void add_field(struct csv_row *row, const char *text, size_t len)
{
	if (row->n < CSV_FIELDS)
		row->fields[row->n] = (struct csv_field){ text, len };
	row->n++;
}

/* A field in quotes, undoubled into out; gives the bytes taken from s, 0 when it never
 * closes. */
static size_t quoted_field(const char *s, size_t n, char *out, size_t *out_len)
{
	size_t i = 1;

	*out_len = 0;
	for (; i < n; i++) {
		if (s[i] == '"' && (i + 1 >= n || s[i + 1] != '"'))
			return i + 1;
		if (s[i] == '"')
			i++;
		out[(*out_len)++] = s[i];
	}
	return 0;
}

static void split(struct csv *c, const char *s, size_t n, struct csv_row *row)
{
	char *spare = c->unquoted;
	size_t i = 0, len;

	for (;;) {
		if (i < n && s[i] == '"') {
			size_t taken = quoted_field(s + i, n - i, spare, &len);

			i += taken;
			if (!taken || (i < n && s[i] != c->separator)) {
				row->fault = CSV_QUOTE;
				return;
			}
			add_field(row, spare, len);
			spare += len;
		} else {
			const char *end = memchr(s + i, c->separator, n - i);

			len = end ? (size_t)(end - s) - i : n - i;
			add_field(row, s + i, len);
			i += len;
		}
		if (i >= n)
			return;
		i++;
	}
}

static void skip_mark(struct csv *c)
{
	if (c->line == 0 && c->len >= 3 &&
	    memcmp(c->text + c->start, "\xef\xbb\xbf", 3) == 0) {
		c->start += 3;
		c->len -= 3;
	}
}

bool csv_next(struct csv *c, struct csv_row *row, struct err *e)
{
	bool too_long;
	size_t len, used;
	const char *s;

	e->code = ERR_NONE;
	if (c->line == 0 && c->len == 0 && !fill(c, e))
		return false;
	skip_mark(c);
	if (!find_line(c, &len, &too_long, e))
		return false;
	s = c->text + c->start;
	used = len < c->len ? len + 1 : len;
	c->start += used;
	c->len -= used;
	row->line = ++c->line;
	row->n = 0;
	row->fault = too_long ? CSV_TOO_LONG : CSV_GOOD;
	if (too_long)
		return true;
	if (len && s[len - 1] == '\r')
		len--;
	if (len == 0)
		row->fault = CSV_BLANK;
	else
		split(c, s, len, row);
	return true;
}

bool csv_head(struct csv *c, struct csv_row *row, struct err *e)
{
	while (csv_next(c, row, e))
		if (row->fault != CSV_BLANK)
			return true;
	return false;
}
