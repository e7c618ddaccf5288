/* Random bytes into every screen: keys of six terminals, cut characters, pastes, answers
 * that come late.  The program never ends but by its own keys, comes back to the first
 * screen, and nothing is decided but by an Enter typed on a form that stood on the
 * screen.  Started by journey.sh with: connection, number and name of a person, how many
 * strings.  The seed of each is its number, so that a failure can be looked at again:
 * BYTES_FROM=N begins there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "seat.h"

#define STRINGS_A_PROGRAM 50
#define MOST_WRITES 3

static int nstrings;

static const char *const screens[] = {
	"",
	"t",
	"t enter",
	"t enter p",
	"t enter w",
	"b",
	"b enter",
	"/",
	":",
	"?",
	"F2",
	"enter f enter s",
	"enter f enter s tab",
	"enter f enter s 1 tab",
	"n",
	"n d",
	"enter f enter",
	"enter f enter d",
};

static const char *const pieces[] = {
	/* keys that mean something: xterm, PuTTY, the Linux console, screen, rxvt, a
	   keypad */
	"\033[A",
	"\033OB",
	"\033[1~",
	"\033[4~",
	"\033[5~",
	"\033[6~",
	"\033[7~",
	"\033OF",
	"\033[11~",
	"\033[[A",
	"\033[15~",
	"\033[24~",
	"\033[Z",
	"\033Op",
	"\033Oq",
	"\033Or",
	"\033OM",
	"\033[3~",
	"\0335",
	"\t",
	/* and some that mean nothing */
	"\033[1;5C",
	"\033[1;2A",
	"\033OE",
	"\033Oa",
	"\033[23$",
	"\033[I",
	"\033[O",
	"\033[<0;9;9M",
	"\033[M !!",
	/* late answers, whole and cut */
	"\033[?64;1c",
	"\033[24;80R",
	"\033]11;rgb:1/2/3\033\\",
	"\033P>|t\033\\",
	"\033]0;n\rs\r1\r\007",
	"\033[1;",
	"\033O",
	"\033]n\r",
	"\033P",
	"\033[?",
	"\033",
	/* characters and halves of them */
	"王",
	"\347\216",
	"\213",
	"\360\240",
	"é",
	"\377",
	"\302\233",
	"\033\347",
	/* what is pasted */
	"\033[200~n\rs\r1\r\r\033[201~",
	"\033[200~Hi Anne,\r\nfine, confirmed.\r\nThanks\r\n\033[201~",
	"\033[200~1\r\r",
	"\033[201~",
	"\033[200~\033[A\003\r\033[201~",
	"\033[200~王\033[20",
	/* what decides when it is typed slowly */
	"n",
	"s",
	"a",
	"d",
	"r",
	"f",
	"1",
	"2",
	"\r",
	"\r",
	"\n",
	"enter",
	"t",
	"p",
	"w",
	"b",
	"/",
	"?",
	"j",
	"k",
};

/* Typed ahead in one go: a form, a reason, and what would send it. */
static const char *const ahead[] = {
	"1\r",	"s1\r",	     "s1\r\r",	"d2\r",	 "nd1\r", "j\r",
	"a1\r", "1\tseen\r", "2\033OM", "\0331", "1",
};

static const char *any(const char *const *list, size_t n, uint32_t r)
{
	return list[r % n];
}

#define ANY(list, r) any(list, sizeof(list) / sizeof(*(list)), r)

static uint32_t next(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static void make_string(struct buf *b, uint32_t *seed)
{
	uint32_t n = 1 + next(seed) % 9;

	while (n-- > 0) {
		uint32_t kind = next(seed) % 8, r = next(seed) >> 8;
		char byte = (char)r;

		if (kind == 0)
			buf_add(b, &byte, 1);
		else if (kind < 3)
			buf_text(b, ANY(ahead, r));
		else
			buf_text(b, ANY(pieces, r));
	}
}

/* All versions of all tasks: a decision makes one of them another. */
static long decided_so_far(void)
{
	FILE *f =
	    popen(arena_printf(seat.memory,
			       "psql -X -At \"%s user=admin\" -c 'select sum(ver) from "
			       "steward.task'",
			       seat.connection),
		  "r");
	char line[40] = "";

	assert_non_null(fgets(line, sizeof(line), f));
	pclose(f);
	return strtol(line, NULL, 10);
}

static bool has(const struct buf *b, const char *bytes)
{
	return memmem(b->data, b->len, bytes, strlen(bytes)) != NULL;
}

/* The keys that leave: F3 and its other selves, ctrl-q, ctrl-c, ctrl-\, and a command by
 * its name. */
static bool may_leave(const struct buf *b)
{
	static const char *const keys[] = {
		"\033OR", "\033[13~", "\033[[C", "\0333", "\021", "\003", "\034", ":",
		"\033[20~", "\0339"
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (has(b, keys[i]))
			return true;
	return false;
}

static bool is_form_ready(struct pty *p)
{
	if (!pty_shows(p, "enter send"))
		return false;
	for (int row = 0; row < pty_rows(p); row++)
		if (seat_matches(pty_row(p, row), "^ *> [1-9 ]"))
			return true;
	return false;
}

/* Among the bytes from "at" on; the Enter of a keypad may have begun before them. */
static bool has_enter(const struct buf *b, size_t at, size_t n)
{
	size_t from = at < 2 ? 0 : at - 2;

	return memchr(b->data + at, '\r', n) || memchr(b->data + at, '\n', n) ||
	       memmem(b->data + from, at + n - from, "\033OM", 3);
}

/* In a few writes cut anywhere; true when an Enter among them may have sent a form. */
static bool send_string(struct pty *p, const struct buf *b, uint32_t *seed)
{
	size_t at = 0;
	bool may_decide = false;

	for (int i = 1; i <= MOST_WRITES && at < b->len && pty_runs(p); i++) {
		size_t n =
		    i == MOST_WRITES ? b->len - at : 1 + next(seed) % (b->len - at);

		may_decide |= is_form_ready(p) && has_enter(b, at, n);
		pty_send(p, b->data + at, n);
		pty_rest(p, (int)(next(seed) % 40));
		at += n;
	}
	return may_decide;
}

/* Esc ends what was begun, pasted text too; F12 leads back.  An answer cut short takes
 * half a second.  What is just ending is not asked for its first screen. */
static void go_home(struct pty *p, int string)
{
	pty_send(p, "\033", 1);
	pty_rest(p, 50);
	for (int i = 0; i < 80 && pty_runs(p); i++) {
		if (pty_shows(p, "steward  Start"))
			return;
		pty_send(p, i % 2 ? "\033" : "\033[24~", i % 2 ? 1 : 5);
		pty_rest(p, i % 10 == 9 ? 600 : 50);
	}
	if (pty_runs(p))
		fail_msg("string %d: no way back to the first screen\n%s", string,
			 pty_screen(p));
}

static void print_string(const struct buf *b)
{
	for (size_t i = 0; i < b->len; i++)
		printf("%02x ", (unsigned char)b->data[i]);
	printf("\n");
}

static struct pty *again(struct pty *p)
{
	pty_free(p);
	return seat_start("clerk");
}

static struct pty *try_string(struct pty *p, int number, long *decided)
{
	uint32_t seed = 2654435761u * (uint32_t)(number + 1);
	bool may_decide;
	struct buf b;
	long now;

	buf_init(&b, 1 << 16);
	make_string(&b, &seed);
	pty_keys(p, ANY(screens, (uint32_t)number));
	pty_rest(p, 60);
	may_decide = send_string(p, &b, &seed);
	go_home(p, number);
	if (!pty_runs(p) && !may_leave(&b)) {
		print_string(&b);
		fail_msg("string %d ended it: %d", number, pty_end(p));
	}
	now = decided_so_far();
	if (now != *decided && !may_decide) {
		print_string(&b);
		fail_msg("string %d decided something", number);
	}
	*decided = now;
	buf_done(&b);
	return pty_runs(p) ? p : again(p);
}

static void random_bytes_end_nothing_and_decide_nothing(void **state)
{
	const char *from = getenv("BYTES_FROM");
	int first = from ? (int)strtol(from, NULL, 10) : 0;
	struct pty *p = seat_start("clerk");
	long decided = decided_so_far(), before = decided;

	(void)state;
	for (int i = first; i < first + nstrings; i++) {
		if (i % STRINGS_A_PROGRAM == STRINGS_A_PROGRAM - 1)
			p = again(p);
		p = try_string(p, i, &decided);
	}
	printf("strings: %d, decided by an Enter on a form: %ld\n", nstrings,
	       decided - before);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_bytes_end_nothing_and_decide_nothing),
	};

	if (!seat_take(argc, argv, "HOW_MANY"))
		return 2;
	nstrings = (int)strtol(argv[4], NULL, 10);
	return cmocka_run_group_tests_name("desk_bytes", tests, seat_setup,
					   seat_teardown);
}
