#include "document.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "say/tr.h"

#define BYTES_MOST (2000u << 20)
#define DEPTH_MOST 64
#define COMPARED_MOST                                                                    \
	64 /* members of an object that are looked at for being there twice */
#define NUMBER_MOST 64

struct reader {
	const char *begin, *at, *end;
	int64_t line;
	int depth;
	struct arena *arena;
	struct err *e;
};

/* The first thing that is wrong, by line and character. */
static bool wrong(struct reader *r, const char *what)
{
	const char *p = r->at < r->end ? r->at : r->end;
	long column = 1;

	while (p > r->begin && p[-1] != '\n')
		column += ((unsigned char)*--p & 0xc0) != 0x80;
	ERR(r->e, ERR_INPUT, _("invalid JSON, line %lld, character %ld: %s"),
	    (long long)r->line, column, what);
	return false;
}

static char peek(struct reader *r)
{
	for (; r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at; r->at++)
		r->line += *r->at == '\n';
	return r->at < r->end ? *r->at : '\0';
}

static bool take(struct reader *r, char c)
{
	bool is_there = peek(r) == c && r->at < r->end;

	r->at += is_there;
	return is_there;
}

static bool take_word(struct reader *r, const char *word, struct json *v,
		      enum json_kind kind)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
		return wrong(r, _("expected a value"));
	r->at += n;
	v->kind = kind;
	return true;
}

static size_t digits(const struct reader *r)
{
	size_t n = 0;

	while (r->at + n < r->end && r->at[n] >= '0' && r->at[n] <= '9')
		n++;
	return n;
}

static bool take_digits(struct reader *r)
{
	size_t n = digits(r);

	r->at += n;
	return n > 0;
}

static bool take_number(struct reader *r, struct json *v)
{
	const char *begin = r->at;
	bool ok;

	r->at += *r->at == '-';
	ok = r->at < r->end && *r->at == '0' ? (r->at++, true) : take_digits(r);
	if (ok && r->at < r->end && *r->at == '.')
		ok = (r->at++, take_digits(r));
	if (ok && r->at < r->end && (*r->at == 'e' || *r->at == 'E')) {
		r->at++;
		r->at += r->at < r->end && (*r->at == '-' || *r->at == '+');
		ok = take_digits(r);
	}
	if (!ok)
		return wrong(r, _("expected a value"));
	if (r->at - begin > NUMBER_MOST)
		return wrong(r, _("the number is too long"));
	v->kind = JSON_NUMBER;
	v->text = arena_strndup(r->arena, begin, (size_t)(r->at - begin));
	return true;
}

/* Four hexadecimal digits; UINT32_MAX when they are not. */
static uint32_t hex_at(const char *s, const char *end)
{
	uint32_t v = 0;

	if (end - s < 4)
		return UINT32_MAX;
	for (int i = 0; i < 4; i++) {
		const char *all = "0123456789abcdef0123456789ABCDEF";
		const char *at = s[i] ? strchr(all, s[i]) : NULL;

		if (!at)
			return UINT32_MAX;
		v = v * 16 + (uint32_t)((at - all) % 16);
	}
	return v;
}

static char *put_rune(char *to, uint32_t c)
{
	if (c < 0x80) {
		*to++ = (char)c;
		return to;
	}
	if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
	} else {
		if (c < 0x10000) {
			*to++ = (char)(0xe0 | c >> 12);
		} else {
			*to++ = (char)(0xf0 | c >> 18);
			*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		}
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
	}
	*to++ = (char)(0x80 | (c & 0x3f));
	return to;
}

/* After "\u": one half of a pair alone is no character, and NUL none that we keep. */
static bool take_unicode(struct reader *r, char **to)
{
	uint32_t c = hex_at(r->at, r->end), low;

	if (c == UINT32_MAX)
		return wrong(r, _("expected four hexadecimal digits"));
	r->at += 4;
	if (c >= 0xd800 && c < 0xdc00 && r->end - r->at >= 6 &&
	    memcmp(r->at, "\\u", 2) == 0) {
		low = hex_at(r->at + 2, r->end);
		if (low >= 0xdc00 && low < 0xe000) {
			r->at += 6;
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		}
	}
	if (c == 0 || (c >= 0xd800 && c < 0xe000))
		return wrong(r, _("is no character that can be kept"));
	*to = put_rune(*to, c);
	return true;
}

static bool take_escape(struct reader *r, char **to)
{
	static const char from[] = "\"\\/bfnrt", is[] = "\"\\/\b\f\n\r\t";
	const char *known;

	r->at++;
	if (r->at < r->end && *r->at == 'u') {
		r->at++;
		return take_unicode(r, to);
	}
	known = r->at < r->end && *r->at ? strchr(from, *r->at) : NULL;
	if (!known)
		return wrong(r, _("unknown escape"));
	*(*to)++ = is[known - from];
	r->at++;
	return true;
}

static bool take_character(struct reader *r, char **to)
{
	uint32_t rune;
	size_t n;

	if (*r->at == '\\')
		return take_escape(r, to);
	n = text_decode(r->at, (size_t)(r->end - r->at), &rune);
	if (n == 0)
		return wrong(r, _("is not UTF-8"));
	if (rune < 0x20)
		return wrong(r, _("a control character stands in a text"));
	memcpy(*to, r->at, n);
	*to += n;
	r->at += n;
	return true;
}

/* Where the text ends: no escape makes it longer than it stands. */
static size_t room_for(const struct reader *r)
{
	const char *p = r->at;

	while (p < r->end && *p != '"')
		p += 1 + (*p == '\\');
	return (size_t)(p - r->at) + 5;
}

static bool take_text(struct reader *r, const char **text)
{
	char *to;

	r->at++;
	to = arena_alloc(r->arena, room_for(r));
	*text = to;
	while (r->at < r->end && *r->at != '"')
		if (!take_character(r, &to))
			return false;
	*to = '\0';
	return take(r, '"') || wrong(r, _("the text does not end"));
}

static bool take_value(struct reader *r, struct json *v);

static struct json *new_value(struct reader *r, const struct json *in, int place)
{
	struct json *v = arena_alloc(r->arena, sizeof(*v));

	v->in = in;
	v->place = place;
	return v;
}

static bool is_twice(const struct json *object, const struct json *member)
{
	if (member->place < COMPARED_MOST)
		for (const struct json *m = object->first; m; m = m->next)
			if (m != member && strcmp(m->name, member->name) == 0)
				return true;
	return false;
}

static bool take_name(struct reader *r, struct json *v)
{
	if (peek(r) != '"')
		return wrong(r, _("expected a name in quotes"));
	if (!take_text(r, &v->name))
		return false;
	if (is_twice(v->in, v))
		return wrong(r, _("the name stands there twice"));
	return take(r, ':') || wrong(r, _("expected a colon"));
}

/* What stands between brackets; object: each with a name. */
static bool take_all(struct reader *r, struct json *v, bool is_object)
{
	const struct json **link = &v->first;
	char end = is_object ? '}' : ']';
	int n = 0;

	r->at++;
	if (take(r, end))
		return true;
	do {
		struct json *item = new_value(r, v, n++);

		if (is_object && !take_name(r, item))
			return false;
		*link = item;
		link = &item->next;
		if (!take_value(r, item))
			return false;
	} while (take(r, ','));
	return take(r, end) ||
	       wrong(r, is_object ? _("expected , or }") : _("expected , or ]"));
}

static bool take_value(struct reader *r, struct json *v)
{
	char c = peek(r);
	bool ok;

	v->line = r->line;
	if (++r->depth > DEPTH_MOST)
		return wrong(r, _("is too deep"));
	v->kind = c == '{' ? JSON_OBJECT : c == '[' ? JSON_LIST : JSON_TEXT;
	if (c == '{' || c == '[')
		ok = take_all(r, v, c == '{');
	else if (c == '"')
		ok = take_text(r, &v->text);
	else if (c == 't')
		ok = take_word(r, "true", v, JSON_TRUE);
	else if (c == 'f')
		ok = take_word(r, "false", v, JSON_FALSE);
	else if (c == 'n')
		ok = take_word(r, "null", v, JSON_NULL);
	else if (c == '-' || (c >= '0' && c <= '9'))
		ok = take_number(r, v);
	else
		ok = wrong(r, _("expected a value"));
	r->depth--;
	return ok;
}

/* One after the other, each in memory of its own; take NULL: they are only looked at. */
static bool each_element(struct reader *r, struct json *list, const struct json *head,
			 bool (*take_it)(void *ctx, const struct json *head,
					 const struct json *element),
			 void *ctx)
{
	struct arena *whole = r->arena;
	int n = 0;
	bool ok = true;

	r->at++;
	if (take(r, ']'))
		return true;
	do {
		struct json element = { .in = list, .place = n++ };

		r->arena = arena_new();
		ok =
		    take_value(r, &element) && (!take_it || take_it(ctx, head, &element));
		arena_free(r->arena);
	} while (ok && take(r, ','));
	r->arena = whole;
	return ok && (take(r, ']') || wrong(r, _("expected , or ]")));
}

/* The object but for its list, which begins at *elements; NULL: there is none. */
static bool take_head(struct reader *r, struct json *head, const char *list,
		      struct reader *elements)
{
	const struct json **link = &head->first;
	int n = 0;

	if (peek(r) != '{')
		return wrong(r, _("expected an object"));
	r->at++;
	if (take(r, '}'))
		return true;
	do {
		struct json *item = new_value(r, head, n++);

		if (!take_name(r, item))
			return false;
		*link = item;
		link = &item->next;
		if (strcmp(item->name, list) == 0 && peek(r) == '[') {
			item->kind = JSON_LIST;
			item->line = r->line;
			*elements = *r;
			if (!each_element(r, item, NULL, NULL, NULL))
				return false;
		} else if (!take_value(r, item)) {
			return false;
		}
	} while (take(r, ','));
	return take(r, '}') || wrong(r, _("expected , or }"));
}

static const struct json *member(const struct json *object, const char *name)
{
	const struct json *m = object->first;

	while (m && strcmp(m->name, name) != 0)
		m = m->next;
	return m;
}

static bool read_document(struct reader *r, const char *list,
			  bool (*take_it)(void *ctx, const struct json *head,
					  const struct json *element),
			  void *ctx)
{
	struct json head = { .kind = JSON_OBJECT, .line = 1 };
	struct reader elements = { 0 };
	const struct json *of;

	if (r->end - r->at >= 3 && memcmp(r->at, "\xef\xbb\xbf", 3) == 0)
		r->at += 3;
	if (!take_head(r, &head, list, &elements))
		return false;
	if (peek(r), r->at < r->end)
		return wrong(r, _("something follows the document"));
	of = member(&head, list);
	if (!of || of->kind != JSON_LIST)
		return ERR(r->e, ERR_INPUT, _("\"%s\" is missing, or is not a list"),
			   list);
	return each_element(&elements, (struct json *)of, &head, take_it, ctx);
}

static bool read_bytes(int fd, struct buf *all, struct err *e)
{
	char piece[65536];
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) > 0 && !all->full)
		buf_add(all, piece, (size_t)n);
	if (n < 0)
		return err_errno(e, _("could not read the document"));
	return !all->full || ERR(e, ERR_INPUT, _("the document is longer than %u MB"),
				 BYTES_MOST >> 20);
}

bool document_read(int fd, const char *list,
		   bool (*take_it)(void *ctx, const struct json *head,
				   const struct json *element),
		   void *ctx, struct err *e)
{
	struct buf all;
	struct reader r = { .line = 1, .arena = arena_new(), .e = e };
	bool ok;

	buf_init(&all, BYTES_MOST);
	ok = read_bytes(fd, &all, e);
	r.begin = r.at = all.data ? all.data : "";
	r.end = r.begin + all.len;
	ok = ok && read_document(&r, list, take_it, ctx);
	buf_done(&all);
	arena_free(r.arena);
	return ok;
}

/* The names and places that lead to a value, outermost first. */
static void add_path(struct buf *b, const struct json *at)
{
	if (!at->in)
		return;
	add_path(b, at->in);
	if (at->in->kind == JSON_LIST)
		buf_printf(b, "[%d]", at->place);
	else
		buf_printf(b, "%s%s", b->len ? "." : "", at->name);
}

bool document_reject(const struct json *at, const char *expected, struct err *e)
{
	struct arena *a = arena_new();
	struct buf path;

	buf_init(&path, 300);
	add_path(&path, at);
	ERR(e, ERR_INPUT, _("%s (line %lld): expected %s"),
	    text_clean(a, path.len ? path.data : ""), (long long)at->line, expected);
	buf_done(&path);
	arena_free(a);
	return false;
}
