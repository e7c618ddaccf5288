#include "map_forms.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"

#define TEXT_MOST 40

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* From least to most digits as a number; false leaves *s where it was. */
static bool take_number(const char **s, int least, int most, int *v)
{
	int n = 0;

	for (*v = 0; n < most && is_digit((*s)[n]); n++)
		*v = *v * 10 + (*s)[n] - '0';
	if (n < least)
		return false;
	*s += n;
	return true;
}

static bool take_word(const char **s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*s, word, n) != 0)
		return false;
	*s += n;
	return true;
}

/* 2025-11-05, 2025/11/5, 2025.11.5, 20251105, 2025年11月5日; without the day where
 * day is NULL. */
static bool read_day(const char *s, int *year, int *month, int *day)
{
	static const char *const signs[] = { "-", "/", "." };
	const char *sign = NULL;

	if (!take_number(&s, 4, 4, year))
		return false;
	if (is_digit(*s))
		return take_number(&s, 2, 2, month) &&
		       (!day || take_number(&s, 2, 2, day)) && !*s;
	if (take_word(&s, "年"))
		return take_number(&s, 1, 2, month) && take_word(&s, "月") &&
		       (!day || (take_number(&s, 1, 2, day) && take_word(&s, "日"))) &&
		       !*s;
	for (int i = 0; i < 3 && !sign; i++)
		if (take_word(&s, signs[i]))
			sign = signs[i];
	return sign && take_number(&s, 1, 2, month) &&
	       (!day || (take_word(&s, sign) && take_number(&s, 1, 2, day))) && !*s;
}

/* Groups of three behind the first, each with a comma before it. */
static bool drop_commas(const char *s, char out[TEXT_MOST])
{
	size_t n = strspn(s + (*s == '-'), "0123456789") + (*s == '-'), used = n;

	if (n == (size_t)(*s == '-') || n - (*s == '-') > 3 || s[n] != ',')
		return false;
	memcpy(out, s, n);
	for (s += n; *s == ','; s += 4) {
		if (strspn(s + 1, "0123456789") != 3 || used + 4 > TEXT_MOST)
			return false;
		memcpy(out + used, s + 1, 3);
		used += 3;
	}
	if ((*s && *s != '.') || used + strlen(s) + 1 > TEXT_MOST)
		return false;
	memcpy(out + used, s, strlen(s) + 1);
	return true;
}

static bool is_number(enum field_kind kind)
{
	return kind == FIELD_MONEY || kind == FIELD_COUNT || kind == FIELD_DECIMAL ||
	       kind == FIELD_QUANTITY;
}

/* 45966 of a sheet whose cells have no form; the first of a month where a month was
 * typed. */
static bool read_sheet(enum field_kind kind, enum map_days days, const char *text,
		       char out[TEXT_MOST])
{
	char day[DATE_TEXT];
	size_t n = strlen(text);

	if (days == MAP_DAYS_WRITTEN || (kind != FIELD_DAY && kind != FIELD_PERIOD))
		return false;
	if (lines_day(text, n, days == MAP_DAYS_1904, day))
		text = day;
	else if (n != 10 || text[4] != '-' || text[7] != '-')
		return false;
	if (kind == FIELD_PERIOD && strcmp(text + 8, "01") != 0)
		return false;
	snprintf(out, TEXT_MOST, "%.*s", kind == FIELD_DAY ? 10 : 7, text);
	return true;
}

void map_form(enum field_kind kind, enum map_days days, struct buf *b, size_t start)
{
	char text[TEXT_MOST] = "", out[TEXT_MOST] = "";
	int year, month, day;
	size_t n = b->len - start;

	if (n == 0 || n >= sizeof(text))
		return;
	memcpy(text, b->data + start, n);
	if (strlen(text) != n)
		return;
	if (read_sheet(kind, days, text, out))
		;
	else if (kind == FIELD_DAY && read_day(text, &year, &month, &day))
		snprintf(out, sizeof(out), "%04d-%02d-%02d", year, month, day);
	else if (kind == FIELD_PERIOD && read_day(text, &year, &month, NULL))
		snprintf(out, sizeof(out), "%04d-%02d", year, month);
	else if (!is_number(kind) || !drop_commas(text, out))
		return;
	b->len = start;
	buf_text(b, out);
}
