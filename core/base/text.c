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
 * tags and planes 15 and 16; and the noncharacters inside them and at the end of each
 * plane. */
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
	return (r & 0xfffe) == 0xfffe;
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

bool text_is_known(uint32_t rune)
{
	return wcwidth((wchar_t)rune) >= 0;
}

/* Of this process: it has one terminal. */
static int unsure_columns = 1;

bool text_is_unsure(uint32_t rune)
{
	return rune == 0xfffd || (rune >= 0xa1 && rune <= 0xff) ||
	       (rune >= 0x391 && rune <= 0x451) || (rune >= 0x2010 && rune <= 0x22ff) ||
	       (rune >= 0x2460 && rune <= 0x24ff) || (rune >= 0x25a0 && rune <= 0x26ff);
}

void text_take_unsure(int columns)
{
	unsure_columns = columns;
}

int text_columns(uint32_t rune)
{
	int width = wcwidth((wchar_t)rune);

	if (width == 1 && text_is_unsure(rune))
		return unsure_columns;
	return width < 0 ? 2 : width;
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
		if (len == 0 || text_is_unsafe(rune)) {
			add_stand_in(&b, len ? rune : 0xfffd);
			marks = 0;
		} else if (mark_fits(&marks, text_columns(rune))) {
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

	*width = len ? text_columns(rune) : 1;
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

/* Private-use characters of GB 18030-2000, sorted, and what GB 18030-2022 says they are:
 * vertical punctuation, one letter of pinyin, ideographs that Unicode did not have. */
static uint32_t not_private(uint32_t r)
{
	static const uint32_t pairs[][2] = {
		{ 0xe78d, 0xfe10 },  { 0xe78e, 0xfe12 },  { 0xe78f, 0xfe11 },
		{ 0xe790, 0xfe13 },  { 0xe791, 0xfe14 },  { 0xe792, 0xfe15 },
		{ 0xe793, 0xfe16 },  { 0xe794, 0xfe17 },  { 0xe795, 0xfe18 },
		{ 0xe796, 0xfe19 },  { 0xe7c7, 0x1e3f },  { 0xe816, 0x20087 },
		{ 0xe817, 0x20089 }, { 0xe818, 0x200cc }, { 0xe81e, 0x9fb4 },
		{ 0xe826, 0x9fb5 },  { 0xe82b, 0x9fb6 },  { 0xe82c, 0x9fb7 },
		{ 0xe831, 0x215d7 }, { 0xe832, 0x9fb8 },  { 0xe83b, 0x2298f },
		{ 0xe843, 0x9fb9 },  { 0xe854, 0x9fba },  { 0xe855, 0x241fe },
		{ 0xe864, 0x9fbb },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs) && pairs[i][0] <= r; i++)
		if (pairs[i][0] == r)
			return pairs[i][1];
	return r;
}

/* What is typed, printed or kept in place of the dot between the parts of a name. */
static bool is_dot(uint32_t r)
{
	static const uint32_t dots[] = { '.',	 0xb7,	 0x2d9,	 0x387,	 0x1427, 0x2022,
					 0x2024, 0x2027, 0x2219, 0x22c5, 0x25cf, 0x2e31,
					 0x3002, 0x30fb, 0xfe52, 0xff61, 0xff65 };

	for (size_t i = 0; i < sizeof(dots) / sizeof(*dots); i++)
		if (dots[i] == r)
			return true;
	return false;
}

static uint32_t folded(uint32_t r)
{
	r = not_private(r);
	if (r == 0x3000 || r == 0xa0)
		r = ' ';
	else if (r >= 0xff01 && r <= 0xff5e)
		r -= 0xff01 - '!';
	return is_dot(r) ? 0xb7 : r;
}

static void add_rune(struct buf *b, uint32_t r)
{
	static const uint32_t lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	int len = r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
	char bytes[4];

	for (int i = len - 1; i > 0; i--, r >>= 6)
		bytes[i] = (char)(0x80 | (r & 0x3f));
	bytes[0] = (char)(lead[len] | r);
	buf_add(b, bytes, (size_t)len);
}

static char *trimmed(struct arena *a, const char *s, size_t n)
{
	static const char blanks[] = " \t\r\n";

	for (; n && strchr(blanks, s[n - 1]); n--)
		;
	for (; n && strchr(blanks, *s); n--)
		s++;
	return arena_strndup(a, s, n);
}

bool text_is_folded(const char *s, size_t n)
{
	uint32_t rune;
	size_t len;

	if (n && (strchr(" \t\r\n", s[0]) || strchr(" \t\r\n", s[n - 1])))
		return false;
	for (size_t i = 0; i < n; i += len ? len : 1) {
		len = text_decode(s + i, n - i, &rune);
		if (len && folded(rune) != rune)
			return false;
		if (len && rune == 0xb7 &&
		    ((i && s[i - 1] == ' ') || (i + len < n && s[i + len] == ' ')))
			return false;
	}
	return true;
}

/* No blank stands beside the dot of a name. */
static void close_dots(char *s)
{
	static const char dot[] = "\u00b7";
	char *to = s;

	for (const char *at = s; *at;) {
		if (strncmp(at, dot, 2) == 0) {
			while (to > s && to[-1] == ' ')
				to--;
			*to++ = *at++;
			*to++ = *at++;
			at += strspn(at, " ");
		} else {
			*to++ = *at++;
		}
	}
	*to = '\0';
}

char *text_fold(struct arena *a, const char *s)
{
	size_t n = strlen(s), len;
	struct buf b;
	uint32_t rune;
	char *out;

	buf_init(&b, n * 2 + 1);
	for (size_t i = 0; i < n; i += len ? len : 1) {
		len = text_decode(s + i, n - i, &rune);
		if (len)
			add_rune(&b, folded(rune));
		else
			buf_add(&b, s + i, 1);
	}
	out = trimmed(a, b.data ? b.data : "", b.len);
	buf_done(&b);
	close_dots(out);
	return out;
}

char *text_guard_formula(struct arena *a, const char *s)
{
	return s[0] && s[1] && strchr("=+-@\t\r", s[0]) ? arena_printf(a, "'%s", s)
							: arena_strdup(a, s);
}
