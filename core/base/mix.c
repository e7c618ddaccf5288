#include "digest.h"

#include <string.h>

uint64_t digest_mix(uint64_t h, const char *p, size_t n)
{
	uint64_t v = 0;

	for (; n >= 8; n -= 8, p += 8) {
		memcpy(&v, p, 8);
		h = (h ^ v) * 0x9e3779b97f4a7c15ull;
		h ^= h >> 29;
	}
	v = n;
	if (n)	/* p may be NULL */
		memcpy(&v, p, n);
	h = (h ^ v ^ (uint64_t)n << 56) * 0x9e3779b97f4a7c15ull;
	return h ^ (h >> 32);
}
