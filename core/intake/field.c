#include "field.h"

#include <string.h>

#include "base/date.h"
#include "base/idno.h"
#include "base/money.h"
#include "base/text.h"

#define COUNT_MOST 999999999LL

static bool complain(struct complaint *c, const char *reason, const char *detail)
{
	c->reason = reason;
	c->detail = detail;
	return false;
}

static void put_text(struct buf *out, const char *s, size_t n)
{
	buf_u32(out, (uint32_t)n);
	buf_add(out, s, n);
}

static void put_int64(struct buf *out, int64_t v)
{
	buf_u32(out, 8);
	buf_u64(out, (uint64_t)v);
}

static void put_int32(struct buf *out, int32_t v)
{
	buf_u32(out, 4);
	buf_u32(out, (uint32_t)v);
}

/* Characters of a checked text; 0 with a complaint when it is not to be let in. */
static bool check_text(const char *s, size_t n, size_t *characters, struct complaint *c)
{
	uint32_t rune;
	size_t len;

	*characters = 0;
	for (size_t i = 0; i < n; i += len, (*characters)++) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0)
			return complain(c, "encoding",
					"is not UTF-8; declare --encoding");
		if (text_is_unsafe(rune))
			return complain(c, "control",
					"has a control or format character");
	}
	return true;
}

static bool read_name(const char *s, size_t n, size_t least, size_t most, struct buf *out,
		      struct complaint *c)
{
	size_t characters;

	if (!check_text(s, n, &characters, c))
		return false;
	if (characters < least || characters > most)
		return complain(c, "name", characters ? "is too long" : "is empty");
	put_text(out, s, n);
	return true;
}

static bool read_id(const char *s, size_t n, bool is_strict, struct row_state *row,
		    struct buf *out, struct complaint *c)
{
	enum idno_fault fault = idno_check(s, n, &row->birth);

	for (size_t i = 0; i < n && !is_strict; i++)
		if (!((s[i] >= '0' && s[i] <= '9') || (s[i] >= 'A' && s[i] <= 'Z')))
			return complain(c, "id", "has a character that no number has");
	if (!is_strict && (n < 15 || n > 18))
		return complain(c, "id", "is no identity number");
	if (is_strict && fault != IDNO_GOOD)
		return complain(c, "id", idno_reason(fault));
	put_text(out, s, n);
	return true;
}

static bool read_code(const struct field *f, const char *s, size_t n, struct buf *out,
		      struct complaint *c)
{
	for (const char *p = f->codes; *p; p += strspn(p, " ")) {
		size_t len = strcspn(p, " ");

		if (len == n && memcmp(p, s, n) == 0) {
			put_text(out, s, n);
			return true;
		}
		p += len;
	}
	return complain(c, "code", "is none of the codes allowed here");
}

static int32_t limit(const char *text, int32_t today, int32_t otherwise)
{
	int32_t day;

	if (!text)
		return otherwise;
	return strcmp(text, "today") == 0 ? today :
	       date_parse(text, strlen(text), &day) ? day : otherwise;
}

static bool read_day(const struct field *f, const char *s, size_t n,
		     struct row_state *row, struct buf *out, struct complaint *c)
{
	int32_t day;

	if (!date_parse(s, n, &day))
		return complain(c, "date", "is no day of the form YYYY-MM-DD");
	if (day < limit(f->least, row->today, date_from_civil(1850, 1, 1)) ||
	    day > limit(f->most, row->today, date_from_civil(2100, 12, 31)))
		return complain(c, "date", "is outside the days allowed here");
	if (f->birth_of && row->birth != DATE_NONE && row->birth != day)
		return complain(c, "id", "is not the birth day that the number says");
	put_int32(out, day);
	return true;
}

static bool read_period(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	char text[11] = "0000-00-01";
	struct civil civil;
	int32_t day;

	if (n != 7)
		return complain(c, "period", "is no month of the form YYYY-MM");
	memcpy(text, s, 7);
	if (!date_parse(text, 10, &day))
		return complain(c, "period", "is no month of the form YYYY-MM");
	civil = date_to_civil(day);
	if (civil.year < 1850 || civil.year > 2100)
		return complain(c, "period", "is outside the months allowed here");
	put_int32(out, civil.year * 100 + civil.month);
	return true;
}

static bool read_money(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	int64_t fen;

	if (!money_parse(s, n, &fen))
		return complain(c, "amount",
				"is no amount like 1234.56, up to 9999999999.99");
	put_int64(out, fen);
	return true;
}

static bool read_count(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	int64_t v = 0;

	if (n == 0 || n > 9)
		return complain(c, "number", "is no whole number up to 999999999");
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return complain(c, "number", "is no whole number");
		v = v * 10 + s[i] - '0';
	}
	put_int64(out, v);
	return true;
}

bool field_read(const struct field *f, const char *s, size_t n, struct row_state *row,
		struct buf *out, struct complaint *c)
{
	if (n == 0 && f->optional) {
		buf_u32(out, UINT32_MAX);
		return true;
	}
	switch (f->kind) {
	case FIELD_ID:
	case FIELD_ID_GIVEN:
		return read_id(s, n, f->kind == FIELD_ID, row, out, c);
	case FIELD_NAME:
		return read_name(s, n, 1, 100, out, c);
	case FIELD_TEXT:
		return read_name(s, n, 0, 200, out, c);
	case FIELD_CODE:
		return read_code(f, s, n, out, c);
	case FIELD_DAY:
		return read_day(f, s, n, row, out, c);
	case FIELD_PERIOD:
		return read_period(s, n, out, c);
	case FIELD_MONEY:
		return read_money(s, n, out, c);
	case FIELD_COUNT:
		return read_count(s, n, out, c);
	}
	return complain(c, "number", "is of an unknown kind");
}
