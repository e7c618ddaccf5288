/* Screens with code of a module's own (SCREEN_OWN): the program asks the rows of the
 * screen's sections, and the module lays them out. */
#ifndef STEWARD_CANVAS_H
#define STEWARD_CANVAS_H

enum canvas_look {
	CANVAS_PLAIN, CANVAS_KEY, CANVAS_VALUE, CANVAS_ALARM, CANVAS_WATCH,
	CANVAS_DIM
};

/* What is laid out on: lines below each other, scrolled by the program.  All functions
 * are the program's; texts are copied and cleaned, and need no translation twice. */
struct canvas {
	int cols;	/* width of the screen */
	/* Rows of the section of that name, and the text of one; "" past them. */
	int (*rows)(const struct canvas *c, const char *section);
	const char *(*text)(const struct canvas *c, const char *section, int row,
			    const char *column);
	/* a heading; translated */
	void (*title)(struct canvas *c, const char *text);
	/* A line that stands for a row: Enter and actions act on it.  NULL: for none. */
	void (*line)(struct canvas *c, const char *section, int row);
	/* Text on the last line, from column col on, clipped at cols columns. */
	void (*span)(struct canvas *c, int col, int cols, enum canvas_look look,
		     const char *text);
	void *owner;	/* the program's */
};

struct screen_code {
	/* Lays out all of it; called again when rows or the width have changed. */
	void (*build)(struct canvas *c);
};

#endif
