#include "line.h"

#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/clock.h"

#define STILL_MS  80	/* after which nothing more is expected to change */
#define BUSY_MS	  2000	/* then it is said that something is waited for */
#define KEYS_MOST 512	/* of one line */
#define FIELDS_FROM 10	/* before the first field: digits are a form's keys */

struct line_terminal {
	struct arena *shown, *painted;
	char *rows[LINE_ROWS];		/* as they were printed */
	char *next[LINE_ROWS];		/* and as they were painted last */
	int steps[LINE_ROWS];		/* of grid_choice */
	bool is_form;			/* steps between fields, by tab */
	double painted_ms, busy_ms;
	bool is_due, is_busy, is_ended, is_prompted, is_tty;
	const char *help, *early;
	struct buf in;
	size_t at;
	struct press keys[KEYS_MOST];
	int nkeys, key;
};

struct line_terminal *line_start(const char *help, const char *early)
{
	struct line_terminal *t = calloc(1, sizeof(*t));

	if (!t)
		abort();
	t->shown = arena_new();
	t->painted = arena_new();
	t->help = help;
	t->early = early;
	t->is_tty = isatty(STDIN_FILENO);
	for (int row = 0; row < LINE_ROWS; row++)
		t->next[row] = (char *)"";
	t->is_due = t->is_busy = true;
	t->busy_ms = clock_ms();
	buf_init(&t->in, SIZE_MAX / 2);
	return t;
}

void line_stop(struct line_terminal *t)
{
	arena_free(t->shown);
	arena_free(t->painted);
	buf_done(&t->in);
	free(t);
}

static bool has_line(const struct line_terminal *t)
{
	return t->at < t->in.len &&
	       memchr(t->in.data + t->at, '\n', t->in.len - t->at) != NULL;
}

/* A row with its number before it; where it stands, ">" as well. */
static char *row_text(struct line_terminal *t, const struct grid *g, int row, int number)
{
	char *text = grid_row(g, row, t->painted);
	int steps = grid_steps(g, row);

	t->steps[row] = steps;
	if (steps == GRID_NO_CHOICE)
		return *text ? arena_printf(t->painted, "     %s", text) : text;
	return arena_printf(t->painted, "%c%3d %s", steps == 0 ? '>' : ' ', number, text);
}

void line_paint(struct line_terminal *t, const struct grid *g)
{
	int number = g->is_form ? FIELDS_FROM : 0;

	t->is_form = g->is_form;
	arena_free(t->painted);
	t->painted = arena_new();
	for (int row = 0; row < LINE_ROWS; row++) {
		number += row < g->rows && grid_steps(g, row) != GRID_NO_CHOICE;
		t->next[row] = row < g->rows ? row_text(t, g, row, number) : (char *)"";
	}
	t->painted_ms = clock_ms();
	t->is_due = true;
}

void line_busy(struct line_terminal *t, bool is_busy)
{
	if (is_busy && !t->is_busy)
		t->busy_ms = clock_ms();
	else if (!is_busy && t->is_busy)
		t->painted_ms = clock_ms();
	t->is_busy = is_busy;
}

void line_repaint(struct line_terminal *t)
{
	memset(t->rows, 0, sizeof(t->rows));
	t->is_due = true;
}

static void read_bytes(struct line_terminal *t)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	char bytes[4096];

	while (!t->is_ended && poll(&in, 1, 0) > 0) {
		ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));

		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			return;
		if (n > 0)
			buf_add(&t->in, bytes, (size_t)n);
		else
			t->is_ended = true;
	}
}

/* What somebody typed or pasted before this was shown was not meant for it; a script
 * waits for nothing. */
static void drop_early(struct line_terminal *t)
{
	if (!t->is_tty)
		return;
	read_bytes(t);
	if (t->at < t->in.len)
		puts(t->early);
	t->at = t->in.len;
}

/* Of another screen everything, of the same one what is other than before. */
static void print_rows(struct line_terminal *t)
{
	bool is_new = !t->rows[0] || strcmp(t->rows[0], t->next[0]) != 0;
	bool has_told = false;

	if (t->is_prompted)
		putchar('\n');
	for (int row = 0; row < LINE_ROWS; row++) {
		const char *text = t->next[row];

		if (*text && (is_new || strcmp(t->rows[row], text) != 0))
			has_told = puts(text) >= 0;
	}
	if (has_told && t->help)
		puts(t->help);
	drop_early(t);
	t->help = NULL;
	arena_free(t->shown);
	t->shown = arena_new();
	for (int row = 0; row < LINE_ROWS; row++)
		t->rows[row] = arena_strdup(t->shown, t->next[row]);
	fputs("> ", stdout);
	fflush(stdout);
	t->is_prompted = true;
	t->is_due = false;
}

/* Ms until what was painted is printed. */
static double still_ms(const struct line_terminal *t)
{
	double now = clock_ms();

	return t->is_busy ? t->busy_ms + BUSY_MS - now : t->painted_ms + STILL_MS - now;
}

static void add_key(struct line_terminal *t, const char *name)
{
	if (t->nkeys < KEYS_MOST)
		key_named(&t->keys[t->nkeys++], name);
}

static void add_text(struct line_terminal *t, const char *text)
{
	mbstate_t state = { 0 };
	wchar_t c;
	size_t n;

	while (t->nkeys < KEYS_MOST && (n = mbrtowc(&c, text, 8, &state)) > 0 &&
	       n < (size_t)-2) {
		key_of_rune(&t->keys[t->nkeys++], (uint32_t)c);
		text += n;
	}
}

/* To the row, or the field, of that number; false when there is none. */
static bool choose(struct line_terminal *t, long number)
{
	const char *back = t->is_form ? "backtab" : "up";
	const char *on = t->is_form ? "tab" : "down";

	number -= t->is_form ? FIELDS_FROM : 0;
	if (number <= 0)
		return false;
	for (int row = 0; row < LINE_ROWS; row++) {
		if (t->steps[row] == GRID_NO_CHOICE || --number > 0)
			continue;
		for (int i = abs(t->steps[row]); i > 0; i--)
			add_key(t, t->steps[row] < 0 ? back : on);
		return true;
	}
	return false;
}

static bool is_named(const char *word)
{
	static const char *const names[] = {
		"enter", "esc", "tab", "backtab", "up", "down", "left", "right", "home",
		"end", "pgup", "pgdn", "insert", "delete", "backspace"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], word) == 0)
			return true;
	return (word[0] == 'F' && isdigit((unsigned char)word[1])) ||
	       (strncmp(word, "ctrl-", 5) == 0 && word[5]);
}

/* What stood in the field goes; a form goes on to the next one. */
static void fill_in(struct line_terminal *t, const char *text)
{
	add_key(t, "ctrl-e");
	add_key(t, "ctrl-u");
	add_text(t, text);
	if (t->is_form)
		add_key(t, "tab");
}

/* 12: that row, and Enter; of a form that field.  12 s: that row, and s.  s, F3, esc: the
 * key.  =text: the field is that, and on to the next; 12 =text: that field.  :bd and
 * /zhang: typed, and Enter.  Nothing: Enter. */
static void take_line(struct line_terminal *t, char *line)
{
	char *rest = line;
	long number = strtol(line, &rest, 10);

	t->key = t->nkeys = 0;
	if (rest > line && number > 0 && choose(t, number)) {
		line = rest + strspn(rest, " ");
		if (!*line && !t->is_form)
			add_key(t, "enter");
		if (!*line)
			return;
	} else if (!*line)
		add_key(t, "enter");
	if (strcmp(line, ".") == 0)
		line_repaint(t);
	else if (*line == '=')
		fill_in(t, line + 1);
	else if (strcmp(line, "space") == 0)
		add_text(t, " ");
	else if (is_named(line))
		add_key(t, line);
	else if (*line) {
		add_text(t, line);
		if ((*line == ':' || *line == '/') && line[1])
			add_key(t, "enter");
	}
}

/* The next line, when all of the one before is done and seen. */
static bool next_line(struct line_terminal *t)
{
	char *line, *end;

	if (t->is_due || t->at >= t->in.len)
		return false;
	line = t->in.data + t->at;
	end = memchr(line, '\n', t->in.len - t->at);
	if (!end)
		return false;
	*end = '\0';
	t->at += (size_t)(end - line) + 1;
	line[strcspn(line, "\r")] = '\0';
	t->is_prompted = !t->is_tty;	/* who types has gone on to the next line */
	take_line(t, line);
	/* Where nothing changes there is a prompt all the same. */
	t->is_due = true;
	t->painted_ms = clock_ms();
	return true;
}

bool line_key(struct line_terminal *t, struct press *p)
{
	read_bytes(t);
	if (t->key == t->nkeys && t->is_due && still_ms(t) <= 0)
		print_rows(t);
	if (t->key == t->nkeys && !next_line(t))
		return false;
	if (t->key == t->nkeys)
		return false;
	*p = t->keys[t->key++];
	return true;
}

int line_patience(const struct line_terminal *t)
{
	double left = still_ms(t);

	if (!t->is_due)
		return t->is_ended || has_line(t) ? 0 : -1;
	return left > 0 ? (int)left + 1 : 0;
}

bool line_is_gone(const struct line_terminal *t)
{
	return t->is_ended && !t->is_due && t->key == t->nkeys && !has_line(t);
}

bool line_is_read(const struct line_terminal *t)
{
	return t->is_ended;
}
