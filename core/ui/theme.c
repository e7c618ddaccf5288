#include "theme.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[STYLE_COUNT] = {
	[STYLE_PLAIN] = "plain", [STYLE_TITLE] = "title", [STYLE_KEY] = "key",
	[STYLE_VALUE] = "value", [STYLE_ALARM] = "alarm", [STYLE_WATCH] = "watch",
	[STYLE_FOCUS] = "focus", [STYLE_DISABLED] = "disabled", [STYLE_HELD] = "held",
};

void theme_mono(struct theme *t)
{
	memset(t, 0, sizeof(*t));
	for (int i = 0; i < STYLE_COUNT; i++)
		t->looks[i].fore = t->looks[i].back = COLOUR_OWN;
	t->bar = theme_bar("ascii");
	t->looks[STYLE_TITLE].bold = true;
	t->looks[STYLE_KEY].bold = true;
	t->looks[STYLE_ALARM].bold = true;
	t->looks[STYLE_HELD].underline = true;
	t->looks[STYLE_FOCUS].reverse = true;
}

bool theme_style(const char *name, enum style *style)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		if (strcmp(names[i], name) == 0) {
			*style = (enum style)i;
			return true;
		}
	return false;
}

const char *theme_bar(const char *name)
{
	static const struct {
		const char *name, *sign;
	} bars[] = { { "ascii", "#" },
		     { "blocks", "\xe2\x96\x88" },
		     { "braille", "\xe2\xa3\xbf" } };

	for (size_t i = 0; i < sizeof(bars) / sizeof(*bars); i++)
		if (strcmp(bars[i].name, name) == 0)
			return bars[i].sign;
	return NULL;
}

const char *theme_level(const char *bar, int level)
{
	static const char *const ascii[] = { ".", ":", "|", "#" };
	static const char *const blocks[] = {
		"\xe2\x96\x81", "\xe2\x96\x82", "\xe2\x96\x83", "\xe2\x96\x84",
		"\xe2\x96\x85", "\xe2\x96\x86", "\xe2\x96\x87", "\xe2\x96\x88"
	};
	static const char *const braille[] = { "\xe2\xa3\x80", "\xe2\xa3\xa4",
					       "\xe2\xa3\xb6", "\xe2\xa3\xbf" };

	level = level < 0 ? 0 : level > 7 ? 7 : level;
	if (strcmp(bar, theme_bar("blocks")) == 0)
		return blocks[level];
	return (strcmp(bar, theme_bar("braille")) == 0 ? braille : ascii)[level / 2];
}

static bool named_colour(const char *text, int32_t *colour)
{
	static const char *const known[8] = {
		"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
	};
	bool is_bright = strncmp(text, "bright-", 7) == 0;

	for (int i = 0; i < 8; i++)
		if (strcmp(text + (is_bright ? 7 : 0), known[i]) == 0) {
			*colour = COLOUR_NAMED + i + (is_bright ? 8 : 0);
			return true;
		}
	return false;
}

bool theme_colour(const char *text, int32_t *colour)
{
	if (named_colour(text, colour))
		return true;
	if (strcmp(text, "own") == 0) {
		*colour = COLOUR_OWN;
		return true;
	}
	if (text[0] != '#' || strlen(text) != 7 ||
	    strspn(text + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	*colour = (int32_t)strtol(text + 1, NULL, 16);
	return true;
}

/* xterm's values: 16 named ones, a cube of 6x6x6, a ramp of 24 greys. */
static int32_t colour_of(int i)
{
	static const int32_t first[16] = {
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
		0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
		0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	};
	static const int32_t level[6] = { 0, 0x5f, 0x87, 0xaf, 0xd7, 0xff };

	if (i < 16)
		return first[i];
	if (i < 232)
		return level[(i - 16) / 36] << 16 | level[(i - 16) / 6 % 6] << 8 |
		       level[(i - 16) % 6];
	return (8 + 10 * (i - 232)) * 0x010101;
}

static int distance(int32_t a, int32_t b)
{
	int sum = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int d = (int)(a >> shift & 0xff) - (int)(b >> shift & 0xff);

		sum += d * d;
	}
	return sum;
}

int theme_nearest(int32_t colour, int n)
{
	/* The first sixteen differ from terminal to terminal; with 256 the fixed ones are
	 * used. */
	int first = n >= 256 ? 16 : 0, best = first;

	if (colour >= COLOUR_NAMED)
		return (colour - COLOUR_NAMED) % (n < 16 ? 8 : 16);
	for (int i = first; i < (n > 256 ? 256 : n); i++)
		if (distance(colour, colour_of(i)) < distance(colour, colour_of(best)))
			best = i;
	return best;
}
