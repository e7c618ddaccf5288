#include "wire.h"

#include <string.h>

void wire_text(struct buf *b, const char *s, size_t n)
{
	buf_u32(b, (uint32_t)n);
	buf_add(b, s, n);
}

void wire_string(struct buf *b, const char *s)
{
	wire_text(b, s, strlen(s));
}

uint32_t wire_take_u32(const char **at, const char *end)
{
	uint32_t v = 0;

	for (int i = 0; i < 4 && *at < end; i++)
		v = v << 8 | (unsigned char)*(*at)++;
	return v;
}

const char *wire_take(const char **at, const char *end, size_t *n)
{
	const char *s;

	*n = wire_take_u32(at, end);
	if ((size_t)(end - *at) < *n)
		return NULL;
	s = *at;
	*at += *n;
	return s;
}
