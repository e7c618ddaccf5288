#include "place.h"

#include <stdio.h>
#include <string.h>

#define CODE_MOST 20

/* Two capitals; then, after a hyphen, letters and digits. */
static bool is_code(const char *s, size_t n)
{
	if (n < 2 || n == 3 || n > CODE_MOST || (n > 3 && s[2] != '-'))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool is_capital = s[i] >= 'A' && s[i] <= 'Z',
		     is_digit = s[i] >= '0' && s[i] <= '9';

		if (i != 2 && !is_capital && (i < 2 || !is_digit))
			return false;
	}
	return true;
}

/* Length of the code of the next larger place; 0 when there is none but the country. */
static size_t larger(const char *s, size_t n)
{
	static const size_t steps[] = { 12, 9, 6, 4, 2 };

	if (strncmp(s, "CN-", 3) != 0)
		return 0;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (n - 3 > steps[i])
			return steps[i] + 3;
	return 0;
}

bool place_chain(const char *s, size_t n, char out[PLACE_CHAIN])
{
	const char *blank = memchr(s, ' ', n);
	size_t used = 0;

	if (blank)
		n = (size_t)(blank - s);
	out[0] = '\0';
	if (!is_code(s, n))
		return false;
	for (size_t len = n; len > 2; len = larger(s, len))
		used += (size_t)snprintf(out + used, PLACE_CHAIN - used, "%.*s ",
					 (int)len, s);
	snprintf(out + used, PLACE_CHAIN - used, "%.2s", s);
	return true;
}
