/* Money is a whole number of fen (1/100 yuan) with checked arithmetic; never a float. */
#ifndef STEWARD_MONEY_H
#define STEWARD_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MONEY_TEXT 28
/* 9999999999.99 yuan: what one amount may be; the schema's bounds say the same. */
#define MONEY_MOST 999999999999LL

/* Reads "1234", "1234.5" or "1234.56" yuan of n bytes: digits and at most two decimals,
 * zeros after them at will, nothing else, and no more than MONEY_MOST. */
bool money_parse(const char *s, size_t n, int64_t *fen);

/* Writes "-1234.56" into out and returns out. */
char *money_format(int64_t fen, char out[MONEY_TEXT]);

/* False, and *out untouched, when the result does not fit. */
bool money_add(int64_t a, int64_t b, int64_t *out);

/* a * num / den, half away from zero to a whole fen; den is positive. */
bool money_scale(int64_t a, int64_t num, int64_t den, int64_t *out);

#endif
