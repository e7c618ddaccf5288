#include "field.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"

#define WHOLE_MOST 12	/* digits before the point */
#define ITEM_MOST 200	/* characters of a value in a list */
#define TEXT_OID 25

__attribute__((format(printf, 3, 4))) static bool
complain(struct complaint *c, const char *reason, const char *detail, ...)
{
	va_list args;

	c->reason = reason;
	va_start(args, detail);
	vsnprintf(c->detail, sizeof(c->detail), detail, args);
	va_end(args);
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

static void put_null(struct buf *out)
{
	buf_u32(out, UINT32_MAX);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Characters of a checked text; false with a complaint when it is not to be let in. */
static bool check_text(const char *s, size_t n, size_t *characters, struct complaint *c)
{
	uint32_t rune;
	size_t len;

	*characters = 0;
	for (size_t i = 0; i < n; i += len, (*characters)++) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0)
			return complain(c, "encoding",
					"not UTF-8 (declare --encoding)");
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
	if (characters < least)
		return complain(c, "name", "is empty");
	if (characters > most)
		return complain(c, "name", "too long (%zu characters, at most %zu)",
				characters, most);
	put_text(out, s, n);
	return true;
}

/* Of a number as given only the shape is certain. */
static bool check_given(const char *s, size_t n, struct complaint *c)
{
	if (n < 5 || n > 32)
		return complain(c, "id", "invalid number (expected 5 to 32 characters)");
	for (size_t i = 0; i < n; i++)
		if (!is_digit(s[i]) && !(s[i] >= 'A' && s[i] <= 'Z'))
			return complain(c, "id", "invalid number (expected digits and "
					"capital letters)");
	return true;
}

static bool read_id(const struct field_reader *r, const char *s, size_t n, int32_t *birth,
		    struct buf *out, struct complaint *c)
{
	const char *fault = r->ident->check(s, n, birth);

	if (r->field->kind == FIELD_ID && fault)
		return complain(c, "id", "%s", fault);
	if (r->field->kind == FIELD_ID_GIVEN && !check_given(s, n, c))
		return false;
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
	return complain(c, "code", "unknown code (expected one of: %s)", f->codes);
}

static int32_t limit(const char *text, int32_t today, int32_t otherwise)
{
	int32_t day;

	if (!text)
		return otherwise;
	return strcmp(text, "today") == 0 ? today :
	       date_parse(text, strlen(text), &day) ? day : otherwise;
}

static bool read_day(const struct field_reader *r, const char *s, size_t n,
		     const struct row_state *row, struct buf *out, struct complaint *c)
{
	const struct field *f = r->field;
	int32_t least = limit(f->least, row->today, date_from_civil(1850, 1, 1));
	int32_t most = limit(f->most, row->today, date_from_civil(2100, 12, 31));
	int32_t birth = r->birth_of < 0 ? DATE_NONE : row->births[r->birth_of], day;
	char from[DATE_TEXT], to[DATE_TEXT];

	if (!date_parse(s, n, &day))
		return complain(c, "date", "invalid date (expected YYYY-MM-DD)");
	if (day < least || day > most)
		return complain(c, "date", "date out of range (expected %s to %s)",
				date_format(least, from), date_format(most, to));
	if (birth != DATE_NONE && birth != day)
		return complain(c, "id", "not the birth day that the number tells");
	put_int32(out, day);
	return true;
}

/* Two digits at s, below most; -1 for anything else. */
static int two_digits(const char *s, int most)
{
	int v = is_digit(s[0]) && is_digit(s[1]) ? (s[0] - '0') * 10 + s[1] - '0' : -1;

	return v < most ? v : -1;
}

/* Microseconds since midnight, as the server keeps a time of day. */
static bool read_time(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	bool is_shaped = (n == 5 || n == 8) && s[2] == ':' && (n == 5 || s[5] == ':');
	int hour = is_shaped ? two_digits(s, 24) : -1;
	int minute = is_shaped ? two_digits(s + 3, 60) : -1;
	int second = is_shaped && n == 8 ? two_digits(s + 6, 60) : 0;

	if (hour < 0 || minute < 0 || second < 0)
		return complain(c, "time",
				"invalid time (expected HH:MM or HH:MM:SS, to 23:59:59)");
	put_int64(out, ((hour * 60 + minute) * 60 + second) * INT64_C(1000000));
	return true;
}

static bool read_period(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	char text[11] = "0000-00-01";
	struct civil civil;
	int32_t day;

	if (n == 7)
		memcpy(text, s, 7);
	if (n != 7 || !date_parse(text, 10, &day))
		return complain(c, "period", "invalid month (expected YYYY-MM)");
	civil = date_to_civil(day);
	if (civil.year < 1850 || civil.year > 2100)
		return complain(c, "period",
				"month out of range (expected 1850-01 to 2100-12)");
	put_int32(out, civil.year * 100 + civil.month);
	return true;
}

static bool read_money(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	int64_t fen;

	if (!money_parse(s, n, &fen))
		return complain(c, "amount",
				"invalid amount (expected 1234.56, up to 9999999999.99)");
	put_int64(out, fen);
	return true;
}

static bool read_count(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	int64_t v = 0;
	bool is_whole = n > 0 && n <= 9;

	for (size_t i = 0; is_whole && i < n; i++) {
		is_whole = is_digit(s[i]);
		v = v * 10 + s[i] - '0';
	}
	if (!is_whole)
		return complain(c, "number", "invalid number (expected a whole number "
				"from 0 to 999999999)");
	put_int64(out, v);
	return true;
}

/* Digits of s from *i on, as a number; how many there were. */
static int take_digits(const char *s, size_t n, size_t *i, int64_t *v)
{
	int taken = 0;

	for (*v = 0; *i < n && is_digit(s[*i]) && taken <= WHOLE_MOST; ++*i, taken++)
		*v = *v * 10 + s[*i] - '0';
	return taken;
}

/* The server's numeric: digits to the base 10000, the first with the weight given, zeros
 * at both ends left out. */
static void put_numeric(struct buf *out, int64_t whole, int64_t fraction,
			bool is_negative, int scale)
{
	uint16_t digits[] = {
		(uint16_t)(whole / 100000000), (uint16_t)(whole / 10000 % 10000),
		(uint16_t)(whole % 10000), (uint16_t)(fraction / 10000),
		(uint16_t)(fraction % 10000)
	};
	int first = 0, end = 5;

	while (first < end && digits[first] == 0)
		first++;
	while (end > first && digits[end - 1] == 0)
		end--;
	buf_u32(out, (uint32_t)(8 + 2 * (end - first)));
	buf_u16(out, (uint16_t)(end - first));
	buf_u16(out, (uint16_t)(first < end ? 2 - first : 0));
	buf_u16(out, is_negative && first < end ? 0x4000 : 0);
	buf_u16(out, (uint16_t)scale);
	for (int i = first; i < end; i++)
		buf_u16(out, digits[i]);
}

static bool read_decimal(const struct field *f, const char *s, size_t n, struct buf *out,
			 struct complaint *c)
{
	bool is_signed = f->kind == FIELD_DECIMAL;
	bool is_negative = is_signed && n > 0 && s[0] == '-';
	size_t i = is_negative;
	int64_t whole, fraction = 0;
	int before = take_digits(s, n, &i, &whole), after = 0;

	if (i < n && s[i] == '.' && f->scale > 0) {
		i++;
		after = take_digits(s, n, &i, &fraction);
		if (after == 0)
			before = 0;
	}
	if (i < n || before == 0 || before > WHOLE_MOST || after > f->scale)
		return complain(c, "number",
				"invalid number (expected %s%d digits,"
				" at most %d after the point)",
				is_signed ? "" : "from 0, ", WHOLE_MOST, f->scale);
	for (; after < 8; after++)
		fraction *= 10;
	put_numeric(out, whole, fraction, is_negative, f->scale);
	return true;
}

/* The server's array of texts: one dimension, from 1 on. */
static void begin_list(struct buf *out, size_t items, size_t bytes)
{
	buf_u32(out, (uint32_t)(20 + 4 * items + bytes));
	buf_u32(out, 1);
	buf_u32(out, 0);
	buf_u32(out, TEXT_OID);
	buf_u32(out, (uint32_t)items);
	buf_u32(out, 1);
}

static bool read_list(const struct field *f, const char *s, size_t n, struct buf *out,
		      struct complaint *c)
{
	char separator = f->separator ? f->separator : ';';
	size_t items = 1, start = 0;

	for (size_t i = 0; i < n; i++)
		items += s[i] == separator;
	if (items > FIELD_LIST_MOST)
		return complain(c, "list", "too many values (%zu, at most %d)", items,
				FIELD_LIST_MOST);
	begin_list(out, items, n - (items - 1));
	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != separator)
			continue;
		if (!read_name(s + start, i - start, 1, ITEM_MOST, out, c))
			return false;
		start = i + 1;
	}
	return true;
}

static bool read_value(const struct field_reader *r, const char *s, size_t n,
		       struct row_state *row, int32_t *birth, struct buf *out,
		       struct complaint *c)
{
	switch (r->field->kind) {
	case FIELD_ID:
	case FIELD_ID_GIVEN:
		return read_id(r, s, n, birth, out, c);
	case FIELD_NAME:
		return read_name(s, n, 1, 100, out, c);
	case FIELD_TEXT:
		return read_name(s, n, 0, 200, out, c);
	case FIELD_CODE:
		return read_code(r->field, s, n, out, c);
	case FIELD_REF:
		return read_name(s, n, 1, 100, out, c);
	case FIELD_DAY:
		return read_day(r, s, n, row, out, c);
	case FIELD_TIME:
		return read_time(s, n, out, c);
	case FIELD_PERIOD:
		return read_period(s, n, out, c);
	case FIELD_MONEY:
		return read_money(s, n, out, c);
	case FIELD_COUNT:
		return read_count(s, n, out, c);
	case FIELD_DECIMAL:
	case FIELD_QUANTITY:
		return read_decimal(r->field, s, n, out, c);
	case FIELD_LIST:
		return read_list(r->field, s, n, out, c);
	}
	return complain(c, "number", "of an unknown kind");
}

bool field_read(const struct field_reader *readers, int i, const char *s, size_t n,
		struct row_state *row, struct buf *out, struct complaint *c)
{
	const struct field_reader *r = &readers[i];
	int32_t *birth = &row->births[i];

	*birth = DATE_NONE;
	if (n == 0 && r->field->optional)
		put_null(out);
	else if (!read_value(r, s, n, row, birth, out, c))
		return false;
	if (!r->ident)
		return true;
	if (*birth == DATE_NONE)
		put_null(out);
	else
		put_int32(out, *birth);
	return true;
}
