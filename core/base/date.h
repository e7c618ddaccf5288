/* Civil days.  A day is the number of days since 2000-01-01, as PostgreSQL counts them on
 * the wire, so that nothing is converted between table, rule and screen.  No time zone,
 * no time_t. */
#ifndef STEWARD_DATE_H
#define STEWARD_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATE_NONE INT32_MIN
#define DATE_TEXT 11			/* "2025-11-21" and its NUL */

struct civil { int year, month, day; };

bool date_is_valid(int year, int month, int day);
bool date_is_in_range(int64_t day);	/* of the years 1 to 9999, which can be written */
int32_t date_from_civil(int year, int month, int day);
struct civil date_to_civil(int32_t day);

/* Reads exactly YYYY-MM-DD of n bytes; false when it is anything else or no such day. */
bool date_parse(const char *s, size_t n, int32_t *day);

/* Writes YYYY-MM-DD into out and returns out. */
char *date_format(int32_t day, char out[DATE_TEXT]);

/* The same day of another month, cut to that month's last day: 31 January + 1 is 28
 * February. */
int32_t date_add_months(int32_t day, int months);

/* Whole months from a to b, negative when b is earlier; 31 January to 28 February is
 * 0. */
int date_months_between(int32_t a, int32_t b);

#endif
