/* What stands on the screen is what it shall be: hard text, planted sequences, other
 * encodings, no colours, keys that mean nothing. */
#include "goals_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "escapes.h"

#define INJECTIONS 15

static struct pty *search(struct pty *p, const char *name)
{
	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_type(p, name);
	pty_wait(p, arena_printf(seat.memory, "  %s", name));
	pty_key(p, "enter");
	pty_settle(p, 200);
	return p;
}

/* Rows whose number does not stand where the heading says. */
static int crooked_rows(struct pty *p)
{
	int wrong = 0, heading = -1;

	for (int row = 0; row < pty_rows(p); row++) {
		int col = pty_col_of(p, row, "998000");

		if (strstr(pty_row(p, row), "  Name  "))
			heading = pty_col_of(p, row, "Number");
		else if (col >= 0)
			wrong += col != heading;
	}
	assert_true(heading > 0);
	return wrong;
}

/* Many small changes must come to what one clean painting shows. */
static int rows_unlike_painted_anew(struct pty *p)
{
	const char **before = goals_rows(p);

	pty_resize(p, 25, 80);
	pty_settle(p, 100);
	pty_resize(p, 24, 80);
	pty_settle(p, 100);
	return goals_other_rows(p, before);
}

/* The shell has planted persons 难 with names that are hard to draw. */
static int drift_of(bool is_wide)
{
	struct pty *p = seat_start("clerk");
	int wrong;

	if (is_wide)
		pty_wide(p);
	search(p, "难");
	assert_true(is_wide || pty_shows(p, "难买·艾"));
	wrong = crooked_rows(p);
	for (int i = 0; i < 60; i++) {
		pty_key(p, i % 7 == 6 ? "pgdn" : i % 11 == 10 ? "home" : "down");
		pty_settle(p, 5);
	}
	pty_settle(p, 200);
	wrong += rows_unlike_painted_anew(p);
	for (int i = 0; i < 5; i++) {
		pty_keys(p, "up enter");
		pty_wait(p, "Person:");
		pty_wait_gone(p, "waiting for the database");
		pty_settle(p, 50);
		wrong += rows_unlike_painted_anew(p);
		pty_key(p, "F12");
		pty_wait(p, "Name or number");
	}
	seat_leave(p);
	return wrong;
}

void drift(void **state)
{
	(void)state;
	goal_seen(DRIFT_NARROW, drift_of(false));
	goal_seen(DRIFT_WIDE, drift_of(true));
}

/* As they stand in the names of the persons 注 that the shell has planted: a title, the
 * clipboard, a link, a reset, a colour, a cleared screen, the other screen left, a
 * question, a control of eight bits, a bell, another character set, text that runs
 * backwards, a device's own sequence, a line begun anew, and a cursor that moves up. */
static const char *const planted[INJECTIONS] = {
	"\033]0;owned", "\033]52;c;b3du",   "\033]8;;owned", "\033c",	 "\033[31mowned",
	"\033[2Jowned", "\033[?1049lowned", "\033[6nowned",  "\302\233", "\007",
	"\016owned",	"\342\200\256",	    "\033Powned",    "\rowned",	 "\033[Aowned",
};

static const char *program_says(const char *words)
{
	double took;
	int status;

	return seat_run(arena_printf(seat.memory, "%s --as clerk --db \"%s\"", words,
				     seat.connection),
			&status, &took);
}

static int planted_in(const char *text)
{
	int n = 0;

	for (int i = 0; i < INJECTIONS; i++)
		if (strstr(text, planted[i]) && ++n)
			printf("injected: %d\n", i + 1);
	return n;
}

void injection(void **state)
{
	static const char *const formats[] = { "text", "csv", "json" };
	struct pty *p = search(seat_start("clerk"), "注");
	int reached = 0, elsewhere = 0;

	(void)state;
	assert_true(pty_shows(p, "998000215"));
	for (int i = 0; i < INJECTIONS; i++) {
		pty_key(p, "enter");
		pty_wait(p, "Person:");
		pty_key(p, "F12");
		pty_wait(p, "Name or number");
		pty_key(p, "down");
	}
	for (int i = 0; i < INJECTIONS; i++)
		if (pty_wrote(p, planted[i]) && ++reached)
			printf("injected: %d\n", i + 1);
	seat_leave(p);
	for (int i = 0; i < 3; i++) {
		const char *text = program_says(
		    arena_printf(seat.memory, "search 注 --limit 20 --format %s",
				 formats[i]));

		assert_non_null(strstr(text, "99800021"));
		elsewhere += planted_in(text);
	}
	goal_seen(INJECTED, reached);
	goal_seen(INJECTED_ELSEWHERE, elsewhere);
}

static const char *in_encoding(const char *text, const char *encoding)
{
	char *out = arena_alloc(seat.memory, 200), *to = out, *from;
	size_t nfrom = strlen(text), nto = 199;
	iconv_t cd = iconv_open(encoding, "UTF-8");

	assert_true(cd != (iconv_t)-1);
	from = arena_strdup(seat.memory, text);
	assert_int_equal(iconv(cd, &from, &nfrom, &to, &nto), 0);
	iconv_close(cd);
	return out;
}

/* The name of a person who was looked for by the number, in the place's own bytes. */
static int is_wrong_in(const char *place, const char *encoding)
{
	const char *all = arena_printf(seat.memory, "LC_ALL=%s", place);
	const char *const env[] = { "TERM=xterm-256color", all, "LANGUAGE", "ACCESSIBLE",
				    NULL };
	struct pty *p = seat_start_in("clerk", env, 24, 80);
	bool is_right;

	pty_settle(p, 500);
	pty_key(p, "/");
	pty_settle(p, 200);
	pty_type(p, seat.number);
	pty_settle(p, 300);
	is_right = pty_wrote(p, in_encoding(seat.name, encoding));
	if (!is_right)
		printf("wrong: %s\n%s", place, pty_screen(p));
	seat_leave(p);
	return !is_right;
}

/* A machine that has no such place shows UTF-8 in it; the shell has made GB18030 if it
 * could. */
void locales(void **state)
{
	const char *made = arena_printf(seat.memory, "%s/zh_CN.GB18030/LC_CTYPE",
					getenv("LOCPATH") ? getenv("LOCPATH") : "");
	bool is_made = access(made, R_OK) == 0;
	int wrong = is_wrong_in("C.UTF-8", "UTF-8") + is_wrong_in("C", "UTF-8") +
		    is_wrong_in("zh_CN.UTF-8", "UTF-8") +
		    is_wrong_in("zh_CN.GB18030", is_made ? "GB18030" : "UTF-8");

	(void)state;
	if (!is_made)
		printf("# zh_CN.GB18030 is not here and could not be made\n");
	goal_seen(LOCALE_WRONG, wrong);
}

/* Colours sent by a run through the screens in this environment. */
static int colours_with(const char *more, const char *theme)
{
	const char *const argv[] = { getenv("steward"),
				     "--db",
				     seat.connection,
				     "--as",
				     "clerk",
				     "--config",
				     arena_printf(seat.memory, "%s/%s.conf",
						  getenv("work"), theme),
				     NULL };
	const char *const env[] = { "TERM=xterm-256color",
				    "LC_ALL=C.UTF-8",
				    "LANGUAGE",
				    "ACCESSIBLE",
				    more,
				    NULL };
	struct pty *p = pty_start(argv, env, 24, 80);
	const char *bytes;
	size_t n;
	int sent;

	pty_wait(p, "Next for you");
	pty_keys(p, "t down b");
	pty_wait(p, "Open tasks");
	pty_settle(p, 100);
	bytes = pty_raw(p, &n);
	sent = escapes_colours(bytes, n);
	seat_leave(p);
	return sent;
}

static bool is_sign(const char *row, size_t n)
{
	return memchr(row, '!', n) || memchr(row, '*', n);
}

/* Figures of the board in the colour of one that has a sign, without any. */
static int colours_alone(void)
{
	struct pty *p = seat_start("clerk");
	int alone = 0, signs = 0;

	pty_keys(p, "b down");
	pty_wait(p, "Open tasks");
	pty_settle(p, 200);
	for (int row = 2; row < 18; row++)
		for (int from = 0, to; from < 80; from = to) {
			unsigned colour = pty_colour(p, row, from);
			char text[81] = "";

			for (to = from; to < 80 && pty_colour(p, row, to) == colour; to++)
				text[to - from] = pty_letter(p, row, to);
			if (!colour)
				continue;
			signs += is_sign(text, strlen(text));
			alone += !is_sign(text, strlen(text)) && strspn(text, " ") < 80;
		}
	assert_true(signs > 0);
	seat_leave(p);
	return alone;
}

void colours(void **state)
{
	(void)state;
	assert_true(colours_with("NO_COLOR", "default") > 0);
	goal_seen(COLOUR_OBEYED, colours_with("NO_COLOR=1", "default") +
				     colours_with("NO_COLOR", "mono"));
	goal_seen(COLOUR_ALONE, colours_alone());
}

/* Keys as six terminals send them, that steward has no use for, and answers that come
 * late. */
static const char *const strange[] = {
	"\033[1;5C",
	"\033[1;2A",
	"\033[1;5P",
	"\033OE",
	"\033[E",
	"\033Oa",
	"\033[5^",
	"\033[23$",
	"\033[I",
	"\033[O",
	"\033[?64;1c",
	"\033[24;80R",
	"\033]11;rgb:0000/0000/0000\033\\",
	"\033P>|term\033\\",
	"\033[<0;3;3M",
	"\033[M !!",
	"\347",
	"\347\216",
	"\377",
	"\200",
	"\033[25~",
	"\033[34~",
	"\033[97;5u",
	"\033Op\033Oy",
	"\033[1;",
	"\033O",
	"\033]nd",
};

static bool is_alive(struct pty *p)
{
	pty_rest(p, 10);
	pty_send(p, "\033[15~", 5);
	pty_rest(p, 10);
	return pty_runs(p);
}

static int ended_on(const char *screen)
{
	struct pty *p = seat_start("clerk");
	int ended = 0;

	pty_keys(p, screen);
	for (size_t i = 0; i < sizeof(strange) / sizeof(*strange); i++) {
		pty_send(p, strange[i], strlen(strange[i]));
		if (is_alive(p))
			continue;
		printf("ended: key %zu on the screen of \"%s\"\n", i, screen);
		ended++;
		pty_free(p);
		p = seat_start("clerk");
		pty_keys(p, screen);
	}
	pty_rest(p, 100);
	ended += !pty_runs(p);
	pty_free(p);
	return ended;
}

void strange_keys(void **state)
{
	static const char *const screens[] = { "", "t", "t enter", "b", "/", "?", ":" };
	int ended = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++)
		ended += ended_on(screens[i]);
	goal_seen(KEYS_END, ended);
}
