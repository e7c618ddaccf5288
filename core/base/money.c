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

/* Four digits, zeros inside of them as one. */
static size_t capital_group(char *out, size_t size, int v)
{
	static const char *const digits[] = { "零", "壹", "贰", "叁", "肆",
					      "伍", "陆", "柒", "捌", "玖" };
	static const char *const units[] = { "仟", "佰", "拾", "" };
	bool is_gap = false;
	size_t n = 0;

	for (int i = 0, of = 1000; i < 4; i++, of /= 10) {
		int d = v / of % 10;

		if (d)
			n += (size_t)snprintf(out + n, size - n, "%s%s%s",
					      is_gap ? digits[0] : "", digits[d],
					      units[i]);
		is_gap = d == 0 && n > 0;
	}
	return n;
}

/* Whole yuan in groups of ten thousand. */
static size_t capital_yuan(char *out, size_t size, int64_t yuan)
{
	static const char *const units[] = { "万亿", "亿", "万", "" };
	static const int64_t of[] = { 1000000000000, 100000000, 10000, 1 };
	bool is_gap = false;
	size_t n = 0;

	for (int i = 0; i < 4; i++) {
		int v = (int)(yuan / of[i] % 10000);

		is_gap |= n > 0 && v < 1000;
		if (v == 0)
			continue;
		n += (size_t)snprintf(out + n, size - n, "%s", is_gap ? "零" : "");
		n += capital_group(out + n, size - n, v);
		n += (size_t)snprintf(out + n, size - n, "%s", units[i]);
		is_gap = false;
	}
	return n;
}

char *money_capital(int64_t fen, char out[MONEY_CAPITAL])
{
	char jiao[MONEY_CAPITAL] = "", cents[MONEY_CAPITAL] = "";
	int64_t size = fen < 0 ? -fen : fen, yuan = size / 100;
	int j = (int)(size / 10 % 10), c = (int)(size % 10);
	size_t n = (size_t)snprintf(out, MONEY_CAPITAL, "%s", fen < 0 ? "负" : "");

	capital_group(jiao, sizeof(jiao), j);
	capital_group(cents, sizeof(cents), c);
	n += capital_yuan(out + n, MONEY_CAPITAL - n, yuan);
	if (yuan || (!j && !c))
		n += (size_t)snprintf(out + n, MONEY_CAPITAL - n, "%s元",
				      yuan ? "" : "零");
	if (yuan && ((!j && c) || (j && yuan % 10 == 0)))
		n += (size_t)snprintf(out + n, MONEY_CAPITAL - n, "零");
	snprintf(out + n, MONEY_CAPITAL - n, "%s%s%s%s%s", jiao, j ? "角" : "", cents,
		 c ? "分" : "", c ? "" : "整");
	return out;
}
