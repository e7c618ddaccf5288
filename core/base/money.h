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

#define MONEY_CAPITAL 200
/* Writes the amount in capitals, as bank papers of China have it, "壹仟肆佰零玖元伍角整",
 * by the rules for filling in payment papers (支付结算办法, annex 1), and returns out. */
char *money_capital(int64_t fen, char out[MONEY_CAPITAL]);

/* False, and *out untouched, when the result does not fit. */
bool money_add(int64_t a, int64_t b, int64_t *out);

/* a * num / den, half away from zero to a whole fen; den is positive. */
bool money_scale(int64_t a, int64_t num, int64_t den, int64_t *out);

#endif
