/* Styles have names that say what they mean; a theme says how they look.  No meaning
 * stands on a colour alone: alarm rows carry "!", watch rows "*", and the cursor is on
 * the selected row. */
#ifndef STEWARD_THEME_H
#define STEWARD_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum style {
	STYLE_PLAIN,
	STYLE_TITLE,
	STYLE_KEY,
	STYLE_VALUE,
	STYLE_ALARM,
	STYLE_WATCH,
	STYLE_FOCUS,
	STYLE_DISABLED,
	STYLE_HELD,
	STYLE_COUNT
};

#define COLOUR_OWN (-1)		/* the terminal's own */
/* One of the terminal's sixteen: few bytes, the user's shade. */
#define COLOUR_NAMED 0x1000000

struct look {
	int32_t fore, back;	/* 0xRRGGBB, COLOUR_NAMED + 0 to 15, or COLOUR_OWN */
	bool bold, underline, reverse, dim;
};

struct theme {
	struct look looks[STYLE_COUNT];
	const char *bar;	/* a column of a bar, UTF-8 */
};

/* Attributes only: what is used without a theme file. */
void theme_mono(struct theme *t);

bool theme_style(const char *name, enum style *style);

/* The sign of bars called "ascii", "blocks" or "braille"; NULL: there is no such. */
const char *theme_bar(const char *name);

/* A column of a chart, from 0 to 7 high, in the signs that go with that one. */
const char *theme_level(const char *bar, int level);

/* Reads "own", "red", "bright-red" ... or "#rrggbb". */
bool theme_colour(const char *text, int32_t *colour);

/* The nearest of the terminal's first n colours (8, 16 or 256). */
int theme_nearest(int32_t colour, int n);

#endif
