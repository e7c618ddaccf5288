#define _XOPEN_SOURCE 700
#include "text.h"

#include <string.h>
#include <wchar.h>

#include "buf.h"

#define MAX_MARKS 3

size_t text_decode(const char *s, size_t n, uint32_t *rune)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *u = (const unsigned char *)s;
	size_t len;
	uint32_t r;

	if (n == 0)
		return 0;
	if (u[0] < 0x80) {
		*rune = u[0];
		return 1;
	}
	len = u[0] >= 0xf0 && u[0] < 0xf8 ? 4 : u[0] >= 0xe0 && u[0] < 0xf0 ? 3 :
	      u[0] >= 0xc2 && u[0] < 0xe0 ? 2 : 0;
	if (len == 0 || len > n)
		return 0;
	r = u[0] & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 0;
		r = r << 6 | (u[i] & 0x3f);
	}
	if (r < least[len] || r > 0x10ffff || (r >= 0xd800 && r <= 0xdfff))
		return 0;
	*rune = r;
	return len;
}

bool text_is_utf8(const char *s, size_t n)
{
	uint32_t rune;
	size_t len;

	for (size_t i = 0; i < n; i += len)
		if ((len = text_decode(s + i, n - i, &rune)) == 0)
			return false;
	return true;
}

/* Sorted ranges: C0, DEL and C1; soft hyphen; Arabic format signs; Mongolian separator;
 * zero width and bidirectional signs; line separators; invisible operators; fillers;
 * variation selectors; byte order mark; interlinear; private use; shorthand; musical;
 * tags and planes 15 and 16; and the noncharacters inside them. */
bool text_is_unsafe(uint32_t r)
{
	static const uint32_t ranges[][2] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad }, { 0x34f, 0x34f },
		{ 0x600, 0x605 }, { 0x61c, 0x61c }, { 0x6dd, 0x6dd }, { 0x70f, 0x70f },
		{ 0x8e2, 0x8e2 }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
		{ 0x180b, 0x180f }, { 0x200b, 0x200f }, { 0x2028, 0x202e },
		{ 0x2060, 0x206f }, { 0x3164, 0x3164 }, { 0xd800, 0xf8ff },
		{ 0xfdd0, 0xfdef }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff },
		{ 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb }, { 0xfffe, 0xffff },
		{ 0x110bd, 0x110bd }, { 0x110cd, 0x110cd }, { 0x13430, 0x1343f },
		{ 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0x10ffff },
	};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges) && ranges[i][0] <= r; i++)
		if (r <= ranges[i][1])
			return true;
	return false;
}

bool text_has_unsafe(const char *s, size_t n)
{
	uint32_t rune;
	size_t len;

	for (size_t i = 0; i < n; i += len) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0 || text_is_unsafe(rune))
			return true;
	}
	return false;
}

static void add_stand_in(struct buf *b, uint32_t rune)
{
	if (rune < 0x20)
		buf_add(b, (char[]){ '\xe2', '\x90', (char)(0x80 + rune) }, 3);
	else if (rune == 0x7f)
		buf_text(b, "\xe2\x90\xa1");
	else
		buf_text(b, "\xef\xbf\xbd");
}

/* A mark needs a base: a text that starts with one would join the cell to its left. */
static bool mark_fits(int *marks, int width)
{
	if (width != 0) {
		*marks = 0;
		return true;
	}
	return (*marks)++ < MAX_MARKS;
}

char *text_clean(struct arena *a, const char *s)
{
	size_t n = strlen(s), len;
	int marks = MAX_MARKS;
	struct buf b;
	uint32_t rune;
	char *out;

	buf_init(&b, n * 3 + 1);
	for (size_t i = 0; i < n; i += len ? len : 1) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0 || text_is_unsafe(rune) || wcwidth((wchar_t)rune) < 0) {
			add_stand_in(&b, len ? rune : 0xfffd);
			marks = 0;
		} else if (mark_fits(&marks, wcwidth((wchar_t)rune))) {
			buf_add(&b, s + i, len);
		}
	}
	out = arena_strndup(a, b.data ? b.data : "", b.len);
	buf_done(&b);
	return out;
}

static size_t next_cell(const char *s, size_t n, int *width)
{
	uint32_t rune;
	size_t len = text_decode(s, n, &rune);

	*width = len ? wcwidth((wchar_t)rune) : 1;
	if (*width < 0)
		*width = 1;
	return len ? len : 1;
}

int text_width(const char *s, size_t n)
{
	int total = 0, width;

	for (size_t i = 0; i < n; total += width)
		i += next_cell(s + i, n - i, &width);
	return total;
}

size_t text_clip(const char *s, int cols, int *used)
{
	size_t n = strlen(s), i = 0, len;
	int width;

	*used = 0;
	while (i < n) {
		len = next_cell(s + i, n - i, &width);
		if (*used + width > cols)
			break;
		*used += width;
		i += len;
	}
	return i;
}

char *text_guard_formula(struct arena *a, const char *s)
{
	return s[0] && strchr("=+-@\t\r", s[0]) ? arena_printf(a, "'%s", s) :
						  arena_strdup(a, s);
}
