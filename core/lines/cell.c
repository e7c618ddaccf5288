#include "cell.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "lines.h"

#define EXACT 1e15 /* from here on a sheet has lost digits */
#define SECONDS 86400

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 12, -12, 12.50: as it stands, when a sheet keeps all its digits. */
static bool is_exact(const char *s)
{
	size_t whole, digits;

	s += *s == '-';
	digits = whole = strspn(s, "0123456789");
	s += whole;
	if (*s == '.') {
		size_t after = strspn(++s, "0123456789");

		if (after == 0)
			return false;
		digits += after;
		s += after;
	}
	return !*s && whole > 0 && digits <= 15;
}

void cell_number(const char *text, struct buf *out)
{
	char number[400], *rest;
	double v;
	size_t n;

	if (is_exact(text)) {
		buf_text(out, text);
		return;
	}
	v = strtod(text, &rest);
	if (rest == text || *rest || !isfinite(v)) {
		buf_text(out, text);
		return;
	}
	if (fabs(v) >= EXACT) {
		buf_printf(out, "%.14E", v);
		return;
	}
	snprintf(number, sizeof(number), "%.15g", v);
	if (strchr(number, 'e')) {
		snprintf(number, sizeof(number), "%.20f", v);
		n = strlen(number);
		while (n && number[n - 1] == '0')
			n--;
		number[n - (n && number[n - 1] == '.')] = '\0';
	}
	buf_text(out, number);
}

/* The count of days: 1 is 1 January 1900, and 60 a 29 February that never was; or 0 is
 * 1 January 1904. */
static bool day_of(int64_t serial, bool is_1904, char out[DATE_TEXT])
{
	int64_t day = is_1904 ? date_from_civil(1904, 1, 1) + serial
			      : date_from_civil(1899, 12, serial < 60 ? 31 : 30) + serial;

	if (serial < (is_1904 ? 0 : 1) || serial > 2958465 || (!is_1904 && serial == 60))
		return false;
	date_format((int32_t)day, out);
	return true;
}

void cell_day(const char *text, bool is_1904, struct buf *out)
{
	char *rest, day[DATE_TEXT];
	double v = strtod(text, &rest);
	int64_t whole, seconds;

	if (rest == text || *rest || !(v >= 0 && v < 3e6)) {
		cell_number(text, out);
		return;
	}
	whole = (int64_t)floor(v);
	seconds = (int64_t)llround((v - (double)whole) * SECONDS);
	if (seconds == SECONDS) {
		whole++;
		seconds = 0;
	}
	if (whole == 0 && seconds) {
		day[0] = '\0';
	} else if (!day_of(whole, is_1904, day)) {
		cell_number(text, out);
		return;
	}
	buf_text(out, day);
	if (seconds)
		buf_printf(out, "%s%02d:%02d:%02d", day[0] ? " " : "",
			   (int)(seconds / 3600), (int)(seconds / 60 % 60),
			   (int)(seconds % 60));
}

bool lines_day(const char *text, size_t n, bool is_1904, char out[DATE_TEXT])
{
	int64_t serial = 0;

	if (n == 0 || n > 7)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!is_digit(text[i]))
			return false;
		serial = serial * 10 + text[i] - '0';
	}
	return day_of(serial, is_1904, out);
}

/* Letters of a form outside of quotes, brackets and what follows a \ _ or *. */
static bool has_day_letter(const char *code)
{
	for (; *code; code++) {
		if (*code == '"' || *code == '[') {
			const char *end = strchr(code + 1, *code == '"' ? '"' : ']');

			if (!end)
				return false;
			code = end;
		} else if (strchr("\\_*", *code)) {
			if (code[1])
				code++;
		} else if (strchr("ymdhsYMDHS", *code)) {
			return true;
		}
	}
	return false;
}

bool cell_form_is_day(int number, const char *code)
{
	if (code)
		return has_day_letter(code) && strcmp(code, "General") != 0;
	return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
	       (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

/* 3.30106E+17: also as a sheet that was saved as CSV has it. */
static bool has_lost_digits(const char *s, size_t n)
{
	size_t i = n > 0 && s[0] == '-', after = 0;

	if (i + 2 > n || !is_digit(s[i]) || s[i + 1] != '.')
		return false;
	for (i += 2; i < n && is_digit(s[i]); i++)
		after++;
	if (after == 0 || i + 3 > n || s[i] != 'E' || s[i + 1] != '+')
		return false;
	for (i += 2; i < n; i++)
		if (!is_digit(s[i]))
			return false;
	return true;
}

const char *lines_fault(const char *text, size_t n)
{
	static const char *const words[] = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!",
					     "#NAME?", "#NULL!", "#NUM!", "#SPILL!",
					     "#CALC!", NULL };

	if (has_lost_digits(text, n))
		return "the spreadsheet has kept only the first 15 digits of this "
		       "number: format the column as text and enter it anew";
	for (const char *const *w = words; *w; w++)
		if (strlen(*w) == n && memcmp(*w, text, n) == 0)
			return "the cell has an error and no value: mend the formula";
	if (n == 8 && memcmp(text, "#FORMULA", 8) == 0)
		return "the cell has a formula without its result: open the file, save "
		       "it and send it again";
	return NULL;
}
