#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#undef lines
#undef columns

#include "escapes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KINDS_MOST 400
#define KIND_BYTES 16

/* Kinds of sequences: which function, which mode, which look; not which row or column. */
struct kinds {
	char name[KINDS_MOST][KIND_BYTES];
	int n;
};

static void add(struct kinds *k, const char *name)
{
	for (int i = 0; i < k->n; i++)
		if (strcmp(k->name[i], name) == 0)
			return;
	if (k->n < KINDS_MOST)
		snprintf(k->name[k->n++], KIND_BYTES, "%s", name);
}

static bool has(const struct kinds *k, const char *name)
{
	for (int i = 0; i < k->n; i++)
		if (strcmp(k->name[i], name) == 0)
			return true;
	return false;
}

/* A look by its number: 31 is one of the eight colours as 42 is, 38 begins one of many.
 */
static void add_look(struct kinds *k, long number)
{
	char name[KIND_BYTES];
	long tens = number / 10, ones = number % 10;

	if ((tens == 3 || tens == 4) && ones < 8)
		add(k, "colour of 8");
	else if ((tens == 9 || tens == 10) && ones < 8)
		add(k, "colour of 16");
	else if (number == 38 || number == 48)
		add(k, "colour of 256");
	else if (number == 39 || number == 49)
		add(k, "colour own");
	else if (snprintf(name, sizeof(name), "m%ld", number) > 0)
		add(k, name);
}

static void add_looks(struct kinds *k, const char *numbers)
{
	char *end;

	for (const char *s = numbers;; s = end + 1) {
		long number = strtol(s, &end, 10);

		add_look(k, number);
		if (number == 38 || number == 48 || *end != ';')
			return;
	}
}

/* What stands behind ESC [ up to its last byte; how many bytes of it there are. */
static size_t add_control(struct kinds *k, const char *s, size_t n)
{
	char numbers[64] = "", name[KIND_BYTES];
	size_t at = 0, used = 0;

	for (; at < n && (unsigned char)s[at] < 0x40; at++)
		if (used + 1 < sizeof(numbers))
			numbers[used++] = s[at];
	if (at == n)
		return n;
	if (s[at] == 'm' && numbers[0] != '>' && numbers[0] != '?') {
		add_looks(k, numbers);
	} else {
		/* A mode is one by its number, other things are by their letter. */
		bool is_mode = s[at] == 'h' || s[at] == 'l' || numbers[0] == '?';

		snprintf(name, sizeof(name), "[%.10s%c", is_mode ? numbers : "", s[at]);
		add(k, name);
	}
	return at + 1;
}

static void add_all(struct kinds *k, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char name[3] = { 0 };

		if (s[i] == '\033' && i + 1 < n && s[i + 1] == '[') {
			i += 1 + add_control(k, s + i + 2, n - i - 2);
			continue;
		}
		if (s[i] == '\033' && i + 1 < n) {
			name[0] = s[++i];
			if ((name[0] == '(' || name[0] == ')') && i + 1 < n)
				name[1] = s[++i];
			add(k, name);
		} else if ((unsigned char)s[i] < 0x20 && !strchr("\r\n\b\t", s[i])) {
			name[0] = '^';
			name[1] = (char)(s[i] + 0x40);
			add(k, name);
		}
	}
}

static void add_text(struct kinds *k, const char *s)
{
	if (s && s != (const char *)-1)
		add_all(k, s, strlen(s));
}

/* Those of a description with every number that matters; keys come from the terminal,
 * some take texts, and of the user's own strings only the question for the cursor's place
 * (u7) is sent to it. */
static void add_capability(struct kinds *k, const char *name)
{
	char *s = tigetstr((NCURSES_CONST char *)name);

	if (!s || s == (char *)-1 || name[0] == 'k' ||
	    (name[0] == 'u' && strcmp(name, "u7") != 0) ||
	    strncmp(name, "pf", 2) == 0 || strncmp(name, "pln", 3) == 0)
		return;
	add_text(k, tparm(s, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
	add_text(k, tparm(s, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L));
	if (strcmp(name, "setaf") == 0 || strcmp(name, "setab") == 0)
		for (long i = 0; i < tigetnum("colors") && i < 256; i++)
			add_text(k, tparm(s, i, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
}

/* What programs of today's terminals have added to the descriptions. */
static const char *const more[] = { "E3", "BE", "BD", "XM", "Ss", "Se", NULL };

int escapes_foreign(const char *term, bool may_be_window, const char *bytes, size_t n,
		    char *which, size_t size)
{
	static struct kinds own, sent;
	int foreign = 0, err;

	memset(&own, 0, sizeof(own));
	memset(&sent, 0, sizeof(sent));
	if (setupterm((NCURSES_CONST char *)term, STDERR_FILENO, &err) != OK)
		return -1;
	for (int i = 0; strnames[i]; i++)
		add_capability(&own, strnames[i]);
	for (int i = 0; more[i]; i++)
		add_capability(&own, more[i]);
	del_curterm(cur_term);
	if (may_be_window)
		add_all(&own, "\033[?2004h\033[?2004l", 16);
	add_all(&sent, bytes, n);
	for (int i = 0; i < sent.n; i++)
		if (!has(&own, sent.name[i]) && foreign++ == 0)
			snprintf(which, size, "%s", sent.name[i]);
	return foreign;
}

int escapes_colours(const char *bytes, size_t n)
{
	static struct kinds sent;
	int colours = 0;

	memset(&sent, 0, sizeof(sent));
	add_all(&sent, bytes, n);
	for (int i = 0; i < sent.n; i++)
		colours += strncmp(sent.name[i], "colour", 6) == 0 &&
			   strcmp(sent.name[i], "colour own") != 0;
	return colours;
}
