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

void wire_strings(struct buf *b, const char *const *texts)
{
	for (; *texts; texts++)
		wire_string(b, *texts);
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
	if ((size_t)(end - *at) < *n) {
		*n = 0;
		*at = end;
		return NULL;
	}
	s = *at;
	*at += *n;
	return s;
}

bool wire_fits(uint32_t n, size_t each, const char *at, const char *end)
{
	return n <= (size_t)(end - at) / each;
}

/* A length and a value; -1 is no value. */
static bool skip_value(const char **at, const char *end, int length)
{
	uint32_t n;

	if (end - *at < 4)
		return false;
	n = wire_take_u32(at, end);
	if (n == UINT32_MAX)
		return true;
	if ((length && n != (uint32_t)length) || n > (size_t)(end - *at))
		return false;
	*at += n;
	return true;
}

bool wire_are_rows(const char *at, size_t n, const int *lengths, int columns)
{
	const char *end = at + n;

	while (at < end) {
		if (end - at < 2 ||
		    ((unsigned char)at[0] << 8 | (unsigned char)at[1]) != columns)
			return false;
		at += 2;
		for (int i = 0; i < columns; i++)
			if (!skip_value(&at, end, lengths[i]))
				return false;
	}
	return true;
}
