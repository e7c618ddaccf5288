#include "writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "steward.h"

#define FEN_MOST 1e15

static void add(struct writer *w, const char *s, size_t n)
{
	if (w->n + n + 1 > w->size) {
		char *more;

		w->size = 2 * (w->n + n) + 1024;
		more = w->call->room(w->call, w->size);
		if (w->n)
			memcpy(more, w->text, w->n);
		w->text = more;
	}
	memcpy(w->text + w->n, s, n);
	w->n += n;
	w->text[w->n] = '\0';
}

static void add_text(struct writer *w, const char *s)
{
	add(w, s, strlen(s));
}

static void add_quoted(struct writer *w, const char *s)
{
	char escape[8];

	add_text(w, "\"");
	for (; *s; s++) {
		size_t n =
		    strcspn(s, "\"\\\1\2\3\4\5\6\7\b\t\n\v\f\r\16\17\20\21\22\23\24"
			       "\25\26\27\30\31\32\33\34\35\36\37");

		add(w, s, n);
		s += n;
		if (!*s)
			break;
		snprintf(escape, sizeof(escape), "\\u%04x", (unsigned char)*s);
		add_text(w, escape);
	}
	add_text(w, "\"");
}

const struct json *writer_find(const struct json *of, const char *name)
{
	const struct json *m = of->kind == JSON_OBJECT ? of->first : NULL;

	while (m && strcmp(m->name, name) != 0)
		m = m->next;
	return m && m->kind != JSON_NULL ? m : NULL;
}

static const char *cut(const struct writer *w, const char *s)
{
	size_t n;
	char *copy;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	if (n == 0 || !strchr(" \t\r\n", s[n - 1]))
		return s;
	while (n && strchr(" \t\r\n", s[n - 1]))
		n--;
	copy = w->call->room(w->call, n + 1);
	memcpy(copy, s, n);
	return copy;
}

const char *writer_member(const struct writer *w, const struct json *of, const char *name)
{
	const struct json *m = writer_find(of, name);

	if (!m)
		return "";
	if (m->kind == JSON_TEXT || m->kind == JSON_NUMBER)
		return cut(w, m->text);
	w->call->reject(w->call, m, N_("a text"));
	return NULL;
}

static bool add_member(struct writer *w, const struct json *of, const char *name)
{
	const char *s = writer_member(w, of, name);

	if (!s)
		return false;
	add_quoted(w, s);
	add_text(w, ",");
	return true;
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool writer_day(const char *s, int *day)
{
	static const int before[] = { 0,   31,	59,  90,  120, 151, 181,
				      212, 243, 273, 304, 334, 365 };
	int y, m, d, last;

	if (strlen(s) != 10 || strspn(s, "0123456789") != 4 || s[4] != '-' ||
	    strspn(s + 5, "0123456789") != 2 || s[7] != '-' ||
	    strspn(s + 8, "0123456789") != 2)
		return false;
	y = (int)strtol(s, NULL, 10);
	m = (int)strtol(s + 5, NULL, 10);
	d = (int)strtol(s + 8, NULL, 10);
	if (y < 1 || m < 1 || m > 12)
		return false;
	last = before[m] - before[m - 1] + (m == 2 && is_leap(y));
	if (d < 1 || d > last)
		return false;
	/* 730119 days before 2000-01-01 since the year 1 */
	y--;
	*day = y * 365 + y / 4 - y / 100 + y / 400 + before[m - 1] +
	       (m > 2 && is_leap(y + 1)) + d - 1 - 730119;
	return true;
}

static bool add_day(struct writer *w, const struct json *of, const char *name)
{
	const char *s = writer_member(w, of, name);
	char number[16];
	int day;

	if (!s)
		return false;
	if (*s && writer_day(s, &day)) {
		snprintf(number, sizeof(number), "%d,", day);
		add_text(w, number);
	} else {
		add_text(w, *s ? "false," : "null,");
	}
	return true;
}

/* Times scale, as a whole number where is_whole; null when nothing is told. */
static bool add_number(struct writer *w, const struct json *of, const char *name,
		       bool is_fen)
{
	const char *s = writer_member(w, of, name);
	char number[40], *end;
	double v;

	if (!s)
		return false;
	if (!*s) {
		add_text(w, "null,");
		return true;
	}
	v = strtod(s, &end) * (is_fen ? 100 : 1);
	if (*end || strspn(s, "+-.0123456789eE") != strlen(s) || !isfinite(v) ||
	    fabs(v) > FEN_MOST)
		return w->call->reject(w->call, writer_find(of, name), N_("a number"));
	snprintf(number, sizeof(number), is_fen ? "%.0f," : "%.15g,", v);
	add_text(w, number);
	return true;
}

/* HH:MM, perhaps with seconds, as minutes of the day; anything else is not told. */
static bool add_minute(struct writer *w, const struct json *of)
{
	const char *s = writer_member(w, of, "time");
	char number[24] = "null";
	char *end = NULL;
	long h, m;

	if (!s)
		return false;
	h = strtol(s, &end, 10);
	if (*s >= '0' && *s <= '9' && *end == ':' && strspn(end + 1, "0123456789") == 2) {
		m = strtol(end + 1, &end, 10);
		if (h < 24 && m < 60 && (*end == '\0' || *end == ':'))
			snprintf(number, sizeof(number), "%ld", h * 60 + m);
	}
	add_text(w, number);
	return true;
}

static bool add_line(struct writer *w, const struct json *line)
{
	if (line->kind != JSON_OBJECT)
		return w->call->reject(w->call, line, N_("an object"));
	add_text(w, line->place ? ",[" : "[");
	if (!add_day(w, line, "date") || !add_member(w, line, "item") ||
	    !add_member(w, line, "code") || !add_number(w, line, "qty", false) ||
	    !add_number(w, line, "unit_price", true) || !add_minute(w, line))
		return false;
	add_text(w, "]");
	return true;
}

static bool add_lines(struct writer *w, const struct json *claim)
{
	const struct json *lines = writer_find(claim, "lines");

	if (lines && lines->kind != JSON_LIST)
		return w->call->reject(w->call, lines, N_("a list"));
	add_text(w, "[");
	for (const struct json *l = lines ? lines->first : NULL; l; l = l->next)
		if (!add_line(w, l))
			return false;
	add_text(w, "]]");
	return true;
}

void writer_start(struct writer *w)
{
	w->n = 0;
	add_text(w, "[");
}

bool writer_claim(struct writer *w, const struct json *claim)
{
	static const char *const before[] = { "claim", "type", "provider", "tier" };

	add_text(w, w->n > 1 ? ",[" : "[");
	for (int i = 0; i < 4; i++)
		if (!add_member(w, claim, before[i]))
			return false;
	return add_day(w, claim, "admit") && add_day(w, claim, "discharge") &&
	       add_member(w, claim, "insurance") && add_member(w, claim, "diagnosis") &&
	       add_lines(w, claim);
}

const char *writer_end(struct writer *w)
{
	add_text(w, "]");
	return w->text;
}
