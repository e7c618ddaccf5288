#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
/* Functions instead of macros: those of curses need its ERR, and base/err.h has one of
 * its own. */
#define NCURSES_NOMACROS 1
#include <curses.h>
#undef ERR

#include "terminal.h"

#include <langinfo.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/text.h"
#include "keyboard.h"
#include "line.h"

#define ROWS_MOST 512

/* Pasted text is told from keys by marks around it; other terminals pass over the
 * question. */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct terminal {
	struct line_terminal *line;	/* in place of all the rest */
	struct arena *arena;
	SCREEN *screen;
	struct termios before;
	attr_t attrs[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	const char *bar;
	struct keyboard *keyboard;
	bool marks_paste;
	bool is_asking;	/* how wide it draws what is unsure, at the next paint */
	bool has_told;
	uint64_t unsure[ROWS_MOST];	/* of each row with such cells, as it was drawn */
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
	fprintf(stderr,
		"steward: terminal \"%s\" is not known here, driving it as vt100\r\n",
		name ? name : "");
	screen = newterm("vt100", stdout, stdin);
	if (!screen)
		ERR(e, ERR_SYSTEM, "could not start the screen on this terminal");
	return screen;
}

static short colour_index(int32_t colour)
{
	return (short)(colour == COLOUR_OWN
			   ? -1
			   : theme_nearest(colour, COLORS > 256 ? 256 : COLORS));
}

static void take_look(struct terminal *t, int i, const struct look *look,
		      bool has_colours)
{
	t->attrs[i] = (look->bold ? A_BOLD : 0) | (look->underline ? A_UNDERLINE : 0) |
		      (look->reverse ? A_REVERSE : 0) | (look->dim ? A_DIM : 0);
	/* Without colours the selected row must still be seen. */
	if (!has_colours && i == STYLE_FOCUS)
		t->attrs[i] |= A_REVERSE;
	if (!has_colours || (look->fore == COLOUR_OWN && look->back == COLOUR_OWN))
		return;
	if (init_pair((short)(i + 1), colour_index(look->fore),
		      colour_index(look->back)) == OK)
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

/* All keys come to us, Ctrl-C and Ctrl-Z too: the driver would throw away what was typed
 * before, and a pasted one would act. */
static void take_keys(void)
{
	struct termios tio;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &tio) == 0) {
		tio.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
		tio.c_lflag &= ~(tcflag_t)(ISIG | IEXTEN);
		tcsetattr(STDIN_FILENO, TCSADRAIN, &tio);
		def_prog_mode();
	}
}

/* What the terminal's description says its keys send; steward's own table knows the usual
 * ones. */
static void learn_keys(struct keyboard *k)
{
	static const struct { const char *capability, *name;
	} keys[] = {
		{ "kcuu1", "up" },     { "kcud1", "down" },   { "kcub1", "left" },
		{ "kcuf1", "right" },  { "khome", "home" },   { "kend", "end" },
		{ "kfnd", "home" },    { "kslt", "end" },     { "kpp", "pgup" },
		{ "knp", "pgdn" },     { "kich1", "insert" }, { "kdch1", "delete" },
		{ "kcbt", "backtab" }, { "kent", "enter" },   { "kbs", "backspace" },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const char *seq = tigetstr(keys[i].capability);

		keyboard_learn(k, seq == (char *)-1 ? NULL : seq, keys[i].name);
	}
	for (int i = 1; i <= 24; i++) {
		char capability[8], name[8];
		const char *seq;

		snprintf(capability, sizeof(capability), "kf%d", i);
		snprintf(name, sizeof(name), "F%d", i);
		seq = tigetstr(capability);
		keyboard_learn(k, seq == (char *)-1 ? NULL : seq, name);
	}
}

/* Consoles without a window have nothing to paste with. */
static bool may_paste(void)
{
	const char *term = getenv("TERM");

	return term && strncmp(term, "vt", 2) != 0 && strncmp(term, "linux", 5) != 0 &&
	       strncmp(term, "ansi", 4) != 0;
}

static void say(const char *bytes)
{
	if (write(STDOUT_FILENO, bytes, strlen(bytes)) < 0)
		return;		/* a line that is cut is seen when reading */
}

static void mark_paste(const struct terminal *t, bool is_on)
{
	if (t->marks_paste)
		say(is_on ? PASTE_ON : PASTE_OFF);
}

/* The console of the kernel and old terminals have no such signs; where they are two
 * columns wide, a bar would be twice as long as what it stands for. */
static void take_bar(struct terminal *t, const struct theme *theme)
{
	const char *name = termname();
	wchar_t wide;

	if (theme->bar[1] && strcmp(name, "linux") != 0 && strncmp(name, "vt", 2) != 0 &&
	    mbtowc(&wide, theme->bar, strlen(theme->bar)) > 0 && wcwidth(wide) == 1)
		t->bar = theme->bar;
}

static void take_screen(struct terminal *t, const struct theme *theme)
{
	take_keys();
	idlok(stdscr, TRUE);
	typeahead(-1);
	t->marks_paste = may_paste();
	learn_keys(t->keyboard);
	take_theme(t, theme);
	take_bar(t, theme);
	mark_paste(t, true);
}

const char *terminal_bar(const struct terminal *t)
{
	return t->bar ? t->bar : "#";
}

/* Consoles, and whatever has another encoding, draw all of it one column wide. */
void terminal_take_unsure(struct terminal *t, int columns)
{
	text_take_unsure(columns ? columns : 1);
	t->is_asking = !t->line && columns == 0 && may_paste() &&
		       strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	if (columns == 2)
		t->bar = NULL;
}

bool terminal_has_told(struct terminal *t)
{
	bool has = !t->line && t->has_told;

	t->has_told = false;
	return has;
}

/* The answer, when it has come: behind a sign of one column it is the second. */
static void learn_width(struct terminal *t)
{
	if (keyboard_column(t->keyboard) != 3)
		return;
	text_take_unsure(2);
	t->bar = NULL;
	t->has_told = true;
}

/* A crash leaves a terminal that can be worked on; then it is the crash it was. */
static struct termios line_before;

static void on_crash(int number)
{
	say(PASTE_OFF "\033[?1049l\033[?25h\033[0m\r\n");
	tcsetattr(STDIN_FILENO, TCSANOW, &line_before);
	raise(number);
}

static void mind_crashes(const struct termios *before)
{
	static const int numbers[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };
	struct sigaction sa = { .sa_handler = on_crash,
				.sa_flags = (int)SA_RESETHAND | SA_NODEFER };

	line_before = *before;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		sigaction(numbers[i], &sa, NULL);
}

struct terminal *terminal_start(const struct theme *theme, struct err *e)
{
	struct termios before;
	struct terminal *t;
	struct arena *a;
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		ERR(e, ERR_USAGE, "the workbench needs a terminal");
		err_hint(e,
			 "Use \"steward board\","
			 " \"steward tasks\" or \"steward person\".");
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
	t->keyboard = keyboard_new(a);
	mind_crashes(&before);
	take_screen(t, theme);
	return t;
}

struct terminal *terminal_start_lines(const char *help, const char *early)
{
	struct arena *a = arena_new();
	struct terminal *t = arena_alloc(a, sizeof(*t));

	t->arena = a;
	t->line = line_start(help, early);
	return t;
}

void terminal_stop(struct terminal *t)
{
	struct arena *a = t ? t->arena : NULL;

	if (!t)
		return;
	if (t->line) {
		line_stop(t->line);
		arena_free(a);
		return;
	}
	mark_paste(t, false);
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &t->before);
	delscreen(t->screen);
	arena_free(a);
}

int terminal_rows(const struct terminal *t)
{
	return t->line ? LINE_ROWS : LINES;
}

int terminal_cols(const struct terminal *t)
{
	return t->line ? LINE_COLS : COLS;
}

static void anew(struct terminal *t)
{
	clearok(stdscr, TRUE);
	memset(t->unsure, 0, sizeof(t->unsure));
}

void terminal_resize(struct terminal *t)
{
	struct winsize size;

	if (!t->line && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	memset(t->unsure, 0, sizeof(t->unsure));
}

void terminal_leave(struct terminal *t)
{
	if (t->line)
		return;
	mark_paste(t, false);
	endwin();
	tcsetattr(STDIN_FILENO, TCSANOW, &t->before);
}

void terminal_enter(struct terminal *t)
{
	if (t->line)
		return line_repaint(t->line);
	reset_prog_mode();
	mark_paste(t, true);
	terminal_resize(t);
	anew(t);
	refresh();
}

void terminal_repaint(struct terminal *t)
{
	if (t->line)
		return line_repaint(t->line);
	anew(t);
}

bool terminal_print(struct terminal *t, const char *text, size_t n)
{
	char *copy = arena_strndup(t->arena, text, n);

	if (t->line || mcprint(copy, (int)n) < 0)
		return false;
	/* Many that call themselves xterm have no printer and show the text instead. */
	anew(t);
	return true;
}

void terminal_busy(struct terminal *t, bool is_busy)
{
	if (t->line)
		line_busy(t->line, is_busy);
}

void terminal_beep(struct terminal *t)
{
	if (!t->line)
		beep();
}

/* Of names and sentences: one column wide to curses, and two on a terminal that is set
 * for Chinese.  Whatever curses wrote right of one would stand a column further there. */
static bool is_unsure(const struct cell *c)
{
	return c->width && text_is_unsure((uint32_t)c->text[0]);
}

/* 0: no cell of the row is unsure. */
static uint64_t unsure_row(const struct grid *g, int row)
{
	uint64_t digest = 14695981039346656037U;
	bool is_any = false;

	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);

		is_any |= is_unsure(c);
		digest = (digest ^ (uint64_t)c->text[0]) * 1099511628211U;
		digest = (digest ^ c->style) * 1099511628211U;
	}
	return is_any ? digest | 1 : 0;
}

static void put_at(struct terminal *t, const struct grid *g, int row, int col)
{
	const struct cell *c = grid_cell(g, row, col);
	mbstate_t state = { 0 };
	char bytes[MB_LEN_MAX];

	putp(tparm(tigetstr("cup"), row, col));
	vid_puts(t->attrs[c->style], t->pairs[c->style], NULL, putchar);
	for (int i = 0; i < CELL_TEXT && c->text[i]; i++) {
		size_t n = wcrtomb(bytes, c->text[i], &state);

		if (n != (size_t)-1)
			fwrite(bytes, 1, n, stdout);
	}
}

/* Each by itself, at its place, and what stands right of it again at its own: where it
 * was two columns wide and nobody knew, it loses its half, and nothing moves. */
static void draw_unsure(struct terminal *t, const struct grid *g)
{
	const char *save = tigetstr("sc"), *restore = tigetstr("rc");
	bool is_begun = false;

	for (int row = 0; row < g->rows && row < LINES && row < ROWS_MOST; row++) {
		uint64_t now = unsure_row(g, row);
		bool is_drawn = now == t->unsure[row];

		t->unsure[row] = now;
		if (!now || is_drawn || !save || !restore)
			continue;
		if (!is_begun)
			putp(save);
		is_begun = true;
		for (int col = 0; col < g->cols; col++) {
			if (!is_unsure(grid_cell(g, row, col)))
				continue;
			put_at(t, g, row, col);
			if (grid_cell(g, row, col)->width == 1 && col + 1 < g->cols)
				put_at(t, g, row, col + 1);
		}
	}
	if (!is_begun)
		return;
	vid_puts(A_NORMAL, 0, NULL, putchar);
	putp(restore);
	fflush(stdout);
}

/* Two blanks at the beginning of a row, not the first one, where the answer would be a
 * key's; 0: there are none. */
static int find_blanks(const struct grid *g)
{
	for (int row = g->rows - 1; row > 0; row--) {
		const struct cell *a = grid_cell(g, row, 0), *b = grid_cell(g, row, 1);

		if (row < LINES && a->style == STYLE_PLAIN && b->style == STYLE_PLAIN &&
		    a->text[0] == L' ' && b->text[0] == L' ')
			return row;
	}
	return 0;
}

/* A dot, where the cursor is behind it (u7, by custom the question for its place), and
 * blanks over it, in one go: nobody sees it. */
static void ask_width(struct terminal *t, const struct grid *g)
{
	const char *save = tigetstr("sc"), *restore = tigetstr("rc");
	const char *ask = tigetstr("u7");
	int row = t->is_asking ? find_blanks(g) : 0;

	if (!row || !save || !restore || !ask || ask == (const char *)-1)
		return;
	putp(save);
	putp(tparm(tigetstr("cup"), row, 0));
	vid_puts(t->attrs[STYLE_PLAIN], t->pairs[STYLE_PLAIN], NULL, putchar);
	putp("\302\267");
	putp(ask);
	putp("\r  ");
	putp(restore);
	fflush(stdout);
	t->is_asking = false;
	keyboard_expect(t->keyboard);
}

static void paint_row(struct terminal *t, const struct grid *g, int row)
{
	static const wchar_t stand_in[] = L".", half[] = L" ";
	cchar_t line[512];
	int n = 0;

	for (int col = 0; col < g->cols && n < 510; col++) {
		const struct cell *c = grid_cell(g, row, col);

		if (c->width)
			setcchar(&line[n++], is_unsure(c) ? stand_in : c->text,
				 t->attrs[c->style], t->pairs[c->style], NULL);
		if (c->width == 2 && is_unsure(c))
			setcchar(&line[n++], half, t->attrs[c->style],
				 t->pairs[c->style], NULL);
	}
	mvadd_wchnstr(row, 0, line, n);
}

void terminal_paint(struct terminal *t, const struct grid *g)
{
	if (t->line)
		return line_paint(t->line, g);
	for (int row = 0; row < g->rows && row < LINES; row++)
		paint_row(t, g, row);
	curs_set(g->cursor_row >= 0);
	move(g->cursor_row >= 0 ? g->cursor_row : 0,
	     g->cursor_row >= 0 ? g->cursor_col : 0);
	refresh();
	draw_unsure(t, g);
	ask_width(t, g);
}

bool terminal_key(struct terminal *t, struct press *p)
{
	bool is_there;

	if (t->line)
		return line_key(t->line, p);
	is_there = keyboard_key(t->keyboard, p);
	learn_width(t);
	return is_there;
}

bool terminal_is_gone(const struct terminal *t)
{
	return t->line ? line_is_gone(t->line) : keyboard_is_gone(t->keyboard);
}

int terminal_fd(const struct terminal *t)
{
	return t->line && line_is_read(t->line) ? -1 : STDIN_FILENO;
}

int terminal_patience(const struct terminal *t)
{
	return t->line ? line_patience(t->line) : keyboard_patience(t->keyboard);
}
