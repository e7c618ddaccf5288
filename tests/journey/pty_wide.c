/* A terminal that is set for Chinese: signs that are one column wide in other places are
 * two there.  libvterm has no such setting, so each becomes one that always is. */
#include <string.h>

#include "pty_private.h"

#define ALWAYS_WIDE "\u30fb"

/* Those of the character set GB2312 and of what programs draw with. */
static const struct {
	uint32_t from, to;
} unsure[] = {
	{ 0xa1, 0xa1 },	    { 0xa4, 0xa4 },	{ 0xa7, 0xa8 },	    { 0xaa, 0xaa },
	{ 0xad, 0xae },	    { 0xb0, 0xb4 },	{ 0xb6, 0xba },	    { 0xbc, 0xbf },
	{ 0xd7, 0xd8 },	    { 0xe0, 0xe1 },	{ 0xe8, 0xea },	    { 0xec, 0xed },
	{ 0xf2, 0xf3 },	    { 0xf7, 0xfa },	{ 0xfc, 0xfc },	    { 0x391, 0x3a9 },
	{ 0x3b1, 0x3c9 },   { 0x401, 0x401 },	{ 0x410, 0x451 },   { 0x2010, 0x2010 },
	{ 0x2013, 0x2016 }, { 0x2018, 0x2019 }, { 0x201c, 0x201d }, { 0x2020, 0x2022 },
	{ 0x2024, 0x2027 }, { 0x2030, 0x2030 }, { 0x2032, 0x2033 }, { 0x203b, 0x203b },
	{ 0x2103, 0x2103 }, { 0x2116, 0x2116 }, { 0x2160, 0x216b }, { 0x2170, 0x2179 },
	{ 0x2190, 0x2199 }, { 0x2460, 0x24e9 }, { 0x2500, 0x254b }, { 0x2550, 0x2573 },
	{ 0x2580, 0x258f }, { 0x2592, 0x2595 }, { 0x25a0, 0x25a1 }, { 0x25b2, 0x25b3 },
	{ 0x25c6, 0x25c7 }, { 0x25cb, 0x25cb }, { 0x25ce, 0x25cf }, { 0x2605, 0x2606 },
	{ 0xfffd, 0xfffd },
};

static uint32_t rune_of(const char *s, size_t n)
{
	uint32_t r = (unsigned char)s[0] & (0xffu >> (n + 1));

	for (size_t i = 1; i < n; i++)
		r = r << 6 | ((unsigned char)s[i] & 0x3f);
	return r;
}

static bool is_unsure(uint32_t r)
{
	for (size_t i = 0; i < sizeof(unsure) / sizeof(*unsure); i++)
		if (r >= unsure[i].from && r <= unsure[i].to)
			return true;
	return false;
}

static size_t length_of(unsigned char first)
{
	return first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* Characters may come in pieces. */
void pty_feed_wide(struct pty *p, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t whole;

		p->part[p->npart++] = bytes[i];
		whole = length_of((unsigned char)p->part[0]);
		if (p->npart < whole)
			continue;
		if (whole > 1 && is_unsure(rune_of(p->part, whole)))
			vterm_input_write(p->vt, ALWAYS_WIDE, strlen(ALWAYS_WIDE));
		else
			vterm_input_write(p->vt, p->part, whole);
		p->npart = 0;
	}
}

void pty_wide(struct pty *p)
{
	p->is_wide = true;
}
