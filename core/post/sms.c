#include "sms.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { WIDE_ONE = 70, WIDE_PART = 67, GSM_ONE = 160, GSM_PART = 153 };

/* Beyond ASCII; of ASCII all but ` is in it, some as two places. */
static const uint32_t gsm[] = {
	0xa3,  0xa5,  0xe8,  0xe9,  0xf9,  0xec,  0xf2,	 0xc7,	0xd8,  0xf8,
	0xc5,  0xe5,  0x394, 0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3,
	0x398, 0x39e, 0xc6,  0xe6,  0xdf,  0xc9,  0xa4,	 0xa1,	0xc4,  0xd6,
	0xd1,  0xdc,  0xa7,  0xbf,  0xe4,  0xf6,  0xf1,	 0xfc,	0xe0,
};

/* Places of a character in the GSM alphabet; 0: it is not in it. */
static int gsm_places(uint32_t c)
{
	if (c == 0x20ac || (c < 0x80 && c && strchr("[]{}^~|\\", (int)c)))
		return 2;
	if (c < 0x80)
		return c == '`' || (c < ' ' && c != '\n' && c != '\r') ? 0 : 1;
	for (size_t i = 0; i < sizeof(gsm) / sizeof(*gsm); i++)
		if (gsm[i] == c)
			return 1;
	return 0;
}

static int wide_places(uint32_t c)
{
	return c > 0xffff ? 2 : 1;
}

/* A character of two places is not cut: the part before it stays one place short. */
static int count(const uint32_t *text, int n, int (*places)(uint32_t), int one, int part,
		 int *units)
{
	int parts = 1, used = 0;

	*units = 0;
	for (int i = 0; i < n; i++) {
		int k = places(text[i]);

		*units += k;
		if (used + k > part) {
			parts++;
			used = 0;
		}
		used += k;
	}
	return *units <= one ? 1 : parts;
}

int sms_parts(const char *text, int *units)
{
	enum { MOST = 10000 };
	static uint32_t points[MOST];
	const char *at = text, *end = text + strlen(text);
	bool is_gsm = true;
	int n = 0;

	*units = 0;
	while (at < end && n < MOST) {
		size_t len = text_decode(at, (size_t)(end - at), &points[n]);

		if (len == 0)
			return 0;
		is_gsm = is_gsm && gsm_places(points[n]) > 0;
		at += len;
		n++;
	}
	return is_gsm ? count(points, n, gsm_places, GSM_ONE, GSM_PART, units)
		      : count(points, n, wide_places, WIDE_ONE, WIDE_PART, units);
}
