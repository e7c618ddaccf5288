#include "money.h"

#include <stdio.h>

bool money_parse(const char *s, size_t n, int64_t *fen)
{
	int64_t v = 0;
	size_t i = 0;
	int decimals = 0;

	for (; i < n && s[i] >= '0' && s[i] <= '9'; i++) {
		v = v * 10 + s[i] - '0';
		if (v > MONEY_MOST / 100)
			return false;
	}
	if (i == 0)
		return false;
	if (i < n) {
		if (s[i++] != '.' || i == n)
			return false;
		while (n - i > 2 && s[n - 1] == '0')
			n--;
		if (n - i > 2)
			return false;
		for (; i < n; i++, decimals++) {
			if (s[i] < '0' || s[i] > '9')
				return false;
			v = v * 10 + s[i] - '0';
		}
	}
	for (; decimals < 2; decimals++)
		v *= 10;
	*fen = v;
	return true;
}

char *money_format(int64_t fen, char out[MONEY_TEXT])
{
	uint64_t v = fen < 0 ? (uint64_t)0 - (uint64_t)fen : (uint64_t)fen;

	snprintf(out, MONEY_TEXT, "%s%llu.%02u", fen < 0 ? "-" : "",
		 (unsigned long long)(v / 100), (unsigned)(v % 100));
	return out;
}

bool money_add(int64_t a, int64_t b, int64_t *out)
{
	int64_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		return false;
	*out = sum;
	return true;
}

bool money_scale(int64_t a, int64_t num, int64_t den, int64_t *out)
{
	int64_t product;

	if (den <= 0 || __builtin_mul_overflow(a, num, &product))
		return false;
	if (product >= 0)
		*out = product / den + (product % den >= (den + 1) / 2);
	else
		*out = product / den - (-(product % den) >= (den + 1) / 2);
	return true;
}
