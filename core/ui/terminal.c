#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
/* Functions instead of macros: those of curses need its ERR, and base/err.h has one of its own. */
#define NCURSES_NOMACROS 1
#include <curses.h>
#undef ERR

#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define NO_KEY (-1)

struct terminal {
	struct arena *arena;
	SCREEN *screen;
	struct termios before;
	attr_t attrs[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	bool is_held;		/* a key was read ahead */
	struct press held;
};

/* An unknown TERM is common: many programs bring their own and servers do not know it. */
static SCREEN *open_screen(struct err *e)
{
	const char *name = getenv("TERM");
	SCREEN *screen;

	if (name && strcmp(name, "dumb") == 0) {
		ERR(e, ERR_USAGE, "the workbench cannot be shown on a dumb terminal");
		return NULL;
	}
	if (name && name[0] && (screen = newterm(name, stdout, stdin)))
		return screen;
	fprintf(stderr, "steward: terminal \"%s\" is not known here, driving it as vt100\r\n",
		name ? name : "");
	screen = newterm("vt100", stdout, stdin);
	if (!screen)
		ERR(e, ERR_SYSTEM, "could not start the screen on this terminal");
	return screen;
}

static short colour_index(int32_t colour)
{
	return (short)(colour == COLOUR_OWN ? -1 : theme_nearest(colour, COLORS > 256 ? 256 :
							    COLORS));
}

static void take_look(struct terminal *t, int i, const struct look *look, bool has_colours)
{
	t->attrs[i] = (look->bold ? A_BOLD : 0) | (look->underline ? A_UNDERLINE : 0) |
		      (look->reverse ? A_REVERSE : 0) | (look->dim ? A_DIM : 0);
	/* Without colours the selected row must still be seen. */
	if (!has_colours && i == STYLE_FOCUS)
		t->attrs[i] |= A_REVERSE;
	if (!has_colours || (look->fore == COLOUR_OWN && look->back == COLOUR_OWN))
		return;
	if (init_pair((short)(i + 1), colour_index(look->fore), colour_index(look->back)) == OK)
		t->pairs[i] = (short)(i + 1);
}

static void take_theme(struct terminal *t, const struct theme *theme)
{
	const char *none = getenv("NO_COLOR");
	bool has_colours = !(none && none[0]) && has_colors() && start_color() == OK &&
			   COLORS >= 8 && use_default_colors() == OK;

	for (int i = 0; i < STYLE_COUNT; i++)
		take_look(t, i, &theme->looks[i], has_colours);
}

/* Signals stay keys of the terminal driver (Ctrl-C, Ctrl-Z); flow control does not, so that
 * Ctrl-Q and Ctrl-S are keys. */
static void take_keys(void)
{
	struct termios tio;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &tio) == 0) {
		tio.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
		tcsetattr(STDIN_FILENO, TCSADRAIN, &tio);
		def_prog_mode();
	}
}

static void take_screen(struct terminal *t, const struct theme *theme)
{
	const char *delay = getenv("ESCDELAY");

	take_keys();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	idlok(stdscr, TRUE);
	typeahead(-1);
	set_escdelay(delay && strtol(delay, NULL, 10) > 0 ? (int)strtol(delay, NULL, 10) : 25);
	take_theme(t, theme);
}

struct terminal *terminal_start(const struct theme *theme, struct err *e)
{
	struct termios before;
	struct terminal *t;
	struct arena *a;
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		ERR(e, ERR_USAGE, "the workbench needs a terminal");
		err_hint(e, "Use \"steward board\", \"steward tasks\" or \"steward person\".");
		return NULL;
	}
	tcgetattr(STDIN_FILENO, &before);
	screen = open_screen(e);
	if (!screen)
		return NULL;
	a = arena_new();
	t = arena_alloc(a, sizeof(*t));
	t->arena = a;
	t->before = before;
	t->screen = screen;
	take_screen(t, theme);
	return t;
}

void terminal_stop(struct terminal *t)
{
	if (!t)
		return;
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &t->before);
	delscreen(t->screen);
	arena_free(t->arena);
}

int terminal_rows(const struct terminal *t)
{
	(void)t;
	return LINES;
}

int terminal_cols(const struct terminal *t)
{
	(void)t;
	return COLS;
}

void terminal_resize(struct terminal *t)
{
	struct winsize size;

	(void)t;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
}

void terminal_leave(struct terminal *t)
{
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &t->before);
}

void terminal_enter(struct terminal *t)
{
	reset_prog_mode();
	terminal_resize(t);
	clearok(stdscr, TRUE);
	refresh();
}

void terminal_repaint(struct terminal *t)
{
	(void)t;
	clearok(stdscr, TRUE);
}

bool terminal_ready(int *bytes)
{
	return ioctl(STDIN_FILENO, FIONREAD, bytes) == 0;
}

void terminal_beep(struct terminal *t)
{
	(void)t;
	beep();
}

static void paint_row(struct terminal *t, const struct grid *g, int row)
{
	cchar_t line[512];
	int n = 0;

	for (int col = 0; col < g->cols && n < 511; col++) {
		const struct cell *c = grid_cell(g, row, col);

		if (c->width)
			setcchar(&line[n++], c->text, t->attrs[c->style], t->pairs[c->style],
				 NULL);
	}
	mvadd_wchnstr(row, 0, line, n);
}

void terminal_paint(struct terminal *t, const struct grid *g)
{
	for (int row = 0; row < g->rows && row < LINES; row++)
		paint_row(t, g, row);
	curs_set(g->cursor_row >= 0);
	move(g->cursor_row >= 0 ? g->cursor_row : 0, g->cursor_row >= 0 ? g->cursor_col : 0);
	refresh();
}

static const struct { int code; const char *name; } named[] = {
	{ KEY_UP, "up" }, { KEY_DOWN, "down" }, { KEY_LEFT, "left" }, { KEY_RIGHT, "right" },
	{ KEY_HOME, "home" }, { KEY_END, "end" }, { KEY_PPAGE, "pgup" }, { KEY_NPAGE, "pgdn" },
	{ KEY_FIND, "home" }, { KEY_SELECT, "end" }, { KEY_A1, "home" }, { KEY_C1, "end" },
	{ KEY_A3, "pgup" }, { KEY_C3, "pgdn" }, { KEY_ENTER, "enter" },
	{ KEY_BACKSPACE, "backspace" }, { KEY_DC, "delete" }, { KEY_IC, "insert" },
	{ KEY_BTAB, "backtab" },
};

static bool name_code(struct press *p, int code)
{
	if (code > KEY_F0 && code <= KEY_F(24)) {
		char name[16];

		snprintf(name, sizeof(name), "F%d", code - KEY_F0);
		key_named(p, name);
		return true;
	}
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (named[i].code == code) {
			key_named(p, named[i].name);
			return true;
		}
	return false;
}

/* Keys nobody knows are passed over, so that they cannot end the reading early. */
static bool read_key(struct press *p)
{
	wint_t c;

	for (;;) {
		int kind = get_wch(&c);

		if (kind == NO_KEY)
			return false;
		if (kind == KEY_CODE_YES && !name_code(p, (int)c))
			continue;
		if (kind != KEY_CODE_YES)
			key_of_rune(p, (uint32_t)c);
		return true;
	}
}

bool terminal_key(struct terminal *t, struct press *p)
{
	if (t->is_held) {
		*p = t->held;
		t->is_held = false;
		return true;
	}
	if (!read_key(p))
		return false;
	if (strcmp(p->name, "esc") != 0 || !read_key(&t->held))
		return true;
	if (t->held.rune >= '0' && t->held.rune <= '9') {
		char name[16];

		snprintf(name, sizeof(name), "F%d", t->held.rune == '0' ? 10 :
						    (int)(t->held.rune - '0'));
		key_named(p, name);
		return true;
	}
	t->is_held = true;
	return true;
}
