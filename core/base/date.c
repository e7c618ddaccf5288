#include "date.h"

#include <stdio.h>

/* Day count of 2000-01-01 when 0000-03-01 is day 0. */
#define EPOCH_SHIFT 730425
#define DATE_LEAST (-730119)	/* 0001-01-01 */
#define DATE_MOST 2921939	/* 9999-12-31 */

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool date_is_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in_month(year, month);
}

/* Years start in March here, so that the leap day is the last day of a year. */
int32_t date_from_civil(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int m = month <= 2 ? month + 9 : month - 3;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * m + 2) / 5 + day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - EPOCH_SHIFT;
}

struct civil date_to_civil(int32_t day)
{
	int z = day + EPOCH_SHIFT;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	struct civil c;

	c.day = doy - (153 * mp + 2) / 5 + 1;
	c.month = mp < 10 ? mp + 3 : mp - 9;
	c.year = yoe + era * 400 + (c.month <= 2);
	return c;
}

static bool digits(const char *s, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + s[i] - '0';
	}
	return true;
}

bool date_parse(const char *s, size_t n, int32_t *day)
{
	int y, m, d;

	if (n != 10 || s[4] != '-' || s[7] != '-')
		return false;
	if (!digits(s, 4, &y) || !digits(s + 5, 2, &m) || !digits(s + 8, 2, &d))
		return false;
	if (!date_is_valid(y, m, d))
		return false;
	*day = date_from_civil(y, m, d);
	return true;
}

bool date_is_in_range(int64_t day)
{
	return day >= DATE_LEAST && day <= DATE_MOST;
}

char *date_format(int32_t day, char out[DATE_TEXT])
{
	struct civil c = date_to_civil(day);

	snprintf(out, DATE_TEXT, "%04u-%02u-%02u", (unsigned)c.year % 10000u,
		 (unsigned)c.month % 100u, (unsigned)c.day % 100u);
	return out;
}

int32_t date_add_months(int32_t day, int months)
{
	struct civil c = date_to_civil(day);
	int total = c.year * 12 + c.month - 1 + months;
	int year = total / 12 - (total % 12 < 0), month = total - year * 12 + 1;
	int last = days_in_month(year, month);

	return date_from_civil(year, month, c.day < last ? c.day : last);
}

int date_months_between(int32_t a, int32_t b)
{
	struct civil x = date_to_civil(a), y = date_to_civil(b);
	int months = (y.year - x.year) * 12 + y.month - x.month;

	if (b >= a && y.day < x.day)
		months--;
	else if (b < a && y.day > x.day)
		months++;
	return months;
}
