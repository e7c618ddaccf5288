#include "field.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "lines/lines.h"

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
		if (rune == 0xfffd)
			return complain(c, "encoding",
					"has a character that was lost on the way");
		if (text_is_unsafe(rune))
			return complain(c, "control",
					"has a control or format character");
	}
	return true;
}

static bool read_text(const char *s, size_t n, size_t least, size_t most, struct buf *out,
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

/* Names are kept in the form in which they are compared. */
static bool read_name(const char *s, size_t n, struct buf *out, struct complaint *c)
{
	struct arena *a;
	size_t characters;
	bool ok;

	if (text_is_folded(s, n))
		return read_text(s, n, 1, 100, out, c);
	/* As it came: what is folded ends at its first zero. */
	if (memchr(s, 0, n) && !check_text(s, n, &characters, c))
		return false;
	a = arena_new();
	s = text_fold(a, arena_strndup(a, s, n));
	ok = read_text(s, strlen(s), 1, 100, out, c);
	arena_free(a);
	return ok;
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

/* The last digit but one of a citizen's number. */
static char told_sex(const char *s, size_t n)
{
	return n != 18 || !is_digit(s[16]) ? 0 : (s[16] - '0') % 2 ? 'M' : 'F';
}

static bool read_id(const struct field_reader *r, int i, const char *s, size_t n,
		    struct row_state *row, struct buf *out, struct complaint *c)
{
	int32_t *birth = &row->days[i];
	const char *fault = r->ident->check(s, n, birth);

	if (*birth != DATE_NONE && *birth > row->today)
		fault = "tells a birth day that is still to come";
	row->sexes[i] = fault ? 0 : told_sex(s, n);
	if (row->born == DATE_NONE && !fault)
		row->born = *birth;

	if (r->field->kind == FIELD_ID && fault)
		return complain(c, "id", "%s", fault);
	if (r->field->kind == FIELD_ID_GIVEN && !check_given(s, n, c))
		return false;
	put_text(out, s, n);
	return true;
}

static bool read_code(const struct field_reader *r, const char *s, size_t n,
		      const struct row_state *row, struct buf *out, struct complaint *c)
{
	const struct field *f = r->field;
	char told = r->sex_of < 0 ? 0 : row->sexes[r->sex_of];

	if (told && n == 1 && *s != told && strchr("MF", *s))
		return complain(c, "id", "not the sex that the number tells");
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
	if (strncmp(text, "today", 5) == 0)
		return today + (int32_t)strtol(text + 5, NULL, 10);
	return date_parse(text, strlen(text), &day) ? day : otherwise;
}

static bool in_range(const struct field *f, const struct row_state *row, int32_t day,
		     const char *reason, struct complaint *c)
{
	int32_t least = limit(f->least, row->today, date_from_civil(1900, 1, 1));
	int32_t most = limit(f->most, row->today, date_from_civil(2100, 12, 31));
	char from[DATE_TEXT], to[DATE_TEXT];

	if (day >= least && day <= most)
		return true;
	return complain(c, reason, "%s out of range (expected %s to %s)",
			f->kind == FIELD_DAY ? "date" : "month", date_format(least, from),
			date_format(most, to));
}

static bool read_day(const struct field_reader *r, int i, const char *s, size_t n,
		     struct row_state *row, struct buf *out, struct complaint *c)
{
	int32_t told = r->birth_of < 0 ? DATE_NONE : row->days[r->birth_of], day;
	int32_t after = r->after < 0 ? DATE_NONE : row->days[r->after];
	char text[DATE_TEXT];

	if (!date_parse(s, n, &day))
		return complain(c, "date", "invalid date (expected YYYY-MM-DD)");
	if (!in_range(r->field, row, day, "date", c))
		return false;
	if (told != DATE_NONE && told != day)
		return complain(c, "id", "not the birth day that the number tells");
	if (row->born != DATE_NONE && told == DATE_NONE && !r->field->is_birth &&
	    day < row->born)
		return complain(c, "date", "before the person was born, %s",
				date_format(row->born, text));
	if (after != DATE_NONE && day < after)
		return complain(c, "date", "before %s, %s",
				r->field->after, date_format(after, text));
	if (r->field->is_birth)
		row->born = day;
	row->days[i] = day;
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

static bool read_period(const struct field_reader *r, const char *s, size_t n,
			const struct row_state *row, struct buf *out, struct complaint *c)
{
	char text[11] = "0000-00-01";
	struct civil civil, born = { .year = 0 };
	int32_t day;

	if (n == 7)
		memcpy(text, s, 7);
	if (n != 7 || !date_parse(text, 10, &day))
		return complain(c, "period", "invalid month (expected YYYY-MM)");
	if (!in_range(r->field, row, day, "period", c))
		return false;
	civil = date_to_civil(day);
	if (row->born != DATE_NONE)
		born = date_to_civil(row->born);
	if (civil.year * 12 + civil.month < born.year * 12 + born.month)
		return complain(c, "period", "before the person was born, %s",
				date_format(row->born, text));
	put_int32(out, civil.year * 100 + civil.month);
	return true;
}

static bool read_money(const struct field *f, const char *s, size_t n, struct buf *out,
		       struct complaint *c)
{
	int64_t fen;

	if (!money_parse(s, n, &fen))
		return complain(c, "amount",
				"invalid amount (expected 1234.56, up to 9999999999.99)");
	if (f->positive && fen == 0)
		return complain(c, "amount", "is 0 where the law needs an amount");
	put_int64(out, fen);
	return true;
}

/* Whole months from a birth to today, at most. */
static int64_t months_of_life(const struct row_state *row)
{
	struct civil born = date_to_civil(row->born), now = date_to_civil(row->today);

	return (now.year - born.year) * 12 + now.month - born.month;
}

static bool read_count(const struct field *f, const char *s, size_t n,
		       const struct row_state *row, struct buf *out, struct complaint *c)
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
	if (f->of_life && row->born != DATE_NONE && v > months_of_life(row))
		return complain(c, "number",
				"more months than the person has lived, %lld",
				(long long)months_of_life(row));
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
		if (!read_text(s + start, i - start, 1, ITEM_MOST, out, c))
			return false;
		start = i + 1;
	}
	return true;
}

/* What a spreadsheet has lost is no value, whatever its shape. */
static bool is_lost(enum field_kind kind, const char *s, size_t n, struct complaint *c)
{
	bool is_id = kind == FIELD_ID || kind == FIELD_ID_GIVEN;
	const char *fault = n > 4 && (s[0] == '#' || s[0] == '-' || is_digit(s[0]))
				? lines_fault(s, n)
				: NULL;

	return fault && !complain(c, is_id ? "id" : "sheet", "%s", fault);
}

static bool read_value(const struct field_reader *r, int i, const char *s, size_t n,
		       struct row_state *row, struct buf *out, struct complaint *c)
{
	switch (r->field->kind) {
	case FIELD_ID:
	case FIELD_ID_GIVEN:
		return read_id(r, i, s, n, row, out, c);
	case FIELD_NAME:
		return read_name(s, n, out, c);
	case FIELD_TEXT:
		return read_text(s, n, 0, 200, out, c);
	case FIELD_CODE:
		return read_code(r, s, n, row, out, c);
	case FIELD_REF:
		return read_text(s, n, 1, 100, out, c);
	case FIELD_DAY:
		return read_day(r, i, s, n, row, out, c);
	case FIELD_TIME:
		return read_time(s, n, out, c);
	case FIELD_PERIOD:
		return read_period(r, s, n, row, out, c);
	case FIELD_MONEY:
		return read_money(r->field, s, n, out, c);
	case FIELD_COUNT:
		return read_count(r->field, s, n, row, out, c);
	case FIELD_DECIMAL:
	case FIELD_QUANTITY:
		return read_decimal(r->field, s, n, out, c);
	case FIELD_LIST:
		return read_list(r->field, s, n, out, c);
	}
	return complain(c, "number", "of an unknown kind");
}

#define NARROW_MOST 200

static bool is_text(enum field_kind kind)
{
	return kind == FIELD_NAME || kind == FIELD_TEXT || kind == FIELD_LIST;
}

/* What is no text, in plain signs without blanks around; an x of a number is an X, and
 * the apostrophe by which a spreadsheet keeps it whole is none of it.
 * Anything else stays as it is, for its reader to complain of. */
static const char *narrow(enum field_kind kind, const char *s, size_t *n,
			  char out[NARROW_MOST])
{
	bool is_id = kind == FIELD_ID || kind == FIELD_ID_GIVEN;
	size_t len, used = 0, first = 0;
	uint32_t rune;

	for (size_t i = 0; i < *n; i += len) {
		len = text_decode(s + i, *n - i, &rune);
		if (len == 0 || used + 5 > NARROW_MOST)
			return s;
		rune = rune == 0x3000 || rune == 0xa0		? ' ' :
		       rune >= 0xff01 && rune <= 0xff5e ? rune - 0xff01 + '!' :
							  rune;
		if (is_id && rune >= 'a' && rune <= 'z')
			rune -= 'a' - 'A';
		if (rune < 0x80)
			out[used++] = (char)rune;
		else
			for (size_t k = 0; k < len; k++)
				out[used++] = s[i + k];
	}
	while (used && (out[used - 1] == ' ' || out[used - 1] == '\t'))
		used--;
	while (first < used && (out[first] == ' ' || out[first] == '\t'))
		first++;
	first += is_id && first < used && out[first] == '\'';
	*n = used - first;
	return out + first;
}

/* Most values are plain as they came. */
static bool is_plain(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_digit(s[i]) && s[i] != '-' && s[i] != '.' &&
		    !(s[i] >= 'A' && s[i] <= 'Z'))
			return false;
	return true;
}

bool field_read(const struct field_reader *readers, int i, const char *s, size_t n,
		struct row_state *row, struct buf *out, struct complaint *c)
{
	const struct field_reader *r = &readers[i];
	char plain[NARROW_MOST];

	row->days[i] = DATE_NONE;
	row->sexes[i] = 0;
	if (!is_text(r->field->kind) && !is_plain(s, n))
		s = narrow(r->field->kind, s, &n, plain);
	if (n == 0 && r->field->optional)
		put_null(out);
	else if (is_lost(r->field->kind, s, n, c) || !read_value(r, i, s, n, row, out, c))
		return false;
	if (!r->ident)
		return true;
	if (row->days[i] == DATE_NONE)
		put_null(out);
	else
		put_int32(out, row->days[i]);
	return true;
}
