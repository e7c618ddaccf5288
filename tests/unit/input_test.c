/* Bytes to keys: the keys of six terminals, sequences cut in two, late answers, pasted
 * text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "ui/input.h"

static int setup(void **state)
{
	(void)state;
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

/* The names of the keys, a blank between them; a pasted one has "+" before it. */
static const char *feed_to(struct input *in, const char *bytes, size_t n)
{
	static char out[4000];
	struct press p[2];
	size_t at = 0;

	out[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		int keys = input_byte(in, (unsigned char)bytes[i], p);

		for (int k = 0; k < keys; k++)
			at += (size_t)snprintf(out + at, sizeof(out) - at, "%s%s%s",
					       at ? " " : "", p[k].is_pasted ? "+" : "",
					       p[k].name);
	}
	return out;
}

static const char *feed(const char *bytes)
{
	struct input in = { 0 };

	return feed_to(&in, bytes, strlen(bytes));
}

static void keys_of_six_terminals(void **state)
{
	static const struct { const char *bytes, *keys;
	} cases[] = {
		{ "\033[A\033OA\033[H\033[F", "up up home end" },
		{ "\033[1~\033[4~\033[7~\033[8~", "home end home end" },
		{ "\033[11~\033[12~\033[13~\033[14~", "F1 F2 F3 F4" },
		{ "\033[[A\033[[E\033OP\033[24~", "F1 F5 F1 F12" },
		{ "\033Op\033Oq\033Ow\033Oy", "0 1 7 9" },
		{ "\033OM\033Oj\033Ok\033Ol\033Om\033On\033Oo\033OX",
		  "enter * + , - . / =" },
		{ "\033[Z\033[2~\033[3~\033[5~\033[6~",
		  "backtab insert delete pgup pgdn" },
		{ "\0331\0330", "F1 F10" },
		{ "\rq\t\177\010", "enter q tab backspace backspace" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(feed(cases[i].bytes), cases[i].keys);
}

static void what_nobody_knows_vanishes_whole(void **state)
{
	static const char *const cases[] = {
		"\033[1;5C",
		"\033[1;2A",
		"\033[1;5P",
		"\033OE",
		"\033[I",
		"\033[O",
		"\033[?64;1c",
		"\033[?2004;1$y",
		"\033[23$",
		"\033[5^",
		"\033[<0;12;7M",
		"\033[<0;12;7m",
		"\033[M !!",
		"\033]11;rgb:0000/0000/0000\033\\",
		"\033]0;nd\007",
		"\033P>|term 1\033\\",
		"\033_nd\033\\",
		"\033[24;80R",
		"\033[97;5u",
		"\033Oa",
		"\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18A",
		"\302\233A",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char bytes[200];

		/* What comes next is a key again, also where "A" of the last is one. */
		snprintf(bytes, sizeof(bytes), "%sx", cases[i]);
		assert_string_equal(feed(bytes),
				    strcmp(cases[i], "\302\233A") == 0 ? "A x" : "x");
	}
}

static void characters_come_whole(void **state)
{
	struct input in = { 0 };

	(void)state;
	assert_string_equal(feed_to(&in, "\347", 1), "");
	assert_false(input_is_open(&in));
	assert_string_equal(feed_to(&in, "\216", 1), "");
	assert_string_equal(feed_to(&in, "\213", 1), "王");
	assert_string_equal(feed("é𠮷x"), "é 𠮷 x");
	/* Half of one, and what stands after it. */
	assert_string_equal(feed("\347\216q\200\377\355\240\200\300\257z"), "q z");
	assert_string_equal(feed("\347\033[B"), "down");
}

static void encoding_of_the_place_is_read(void **state)
{
	struct input in = { 0 };

	(void)state;
	if (!setlocale(LC_CTYPE, "zh_CN.GB18030")) {
		skip();
		return;
	}
	assert_string_equal(feed_to(&in, "\315\365" "a", 3), "王 a");
	setlocale(LC_CTYPE, "C.UTF-8");
}

static void lone_esc_acts_after_a_moment(void **state)
{
	struct input in = { 0 };
	struct press p;

	(void)state;
	assert_string_equal(feed_to(&in, "\033", 1), "");
	assert_true(input_is_esc(&in));
	assert_true(input_timeout(&in, &p));
	assert_string_equal(p.name, "esc");
	assert_false(input_is_open(&in));
	/* The rest of a sequence that was cut there is no text. */
	assert_string_equal(feed_to(&in, "[24~n", 5), "n");
	assert_string_equal(feed("\033n\033\033"), "esc n esc");
}

static void half_a_sequence_is_dropped_after_a_while(void **state)
{
	static const char *const halves[] = {
		"\033[", "\033[1;", "\033O", "\033]11;rgb", "\033P", "\033[M ", "\033[["
	};

	(void)state;
	for (size_t i = 0; i < sizeof(halves) / sizeof(*halves); i++) {
		struct input in = { 0 };
		struct press p;

		feed_to(&in, halves[i], strlen(halves[i]));
		assert_true(input_is_open(&in));
		assert_false(input_is_esc(&in));
		assert_false(input_timeout(&in, &p));
		assert_string_equal(feed_to(&in, "n", 1), "n");
	}
	assert_string_equal(feed("\033[1;\033[B"), "down");
}

static void pasted_text_is_marked(void **state)
{
	(void)state;
	assert_string_equal(feed("\033[200~ok\r\n\tn\033[201~n"), "+o +k +  +  +  +n n");
	assert_string_equal(feed("\033[200~\003\033\033[A\033[24~\033]0;x\007王\033[201~"
				 "q"), "+王 q");
	assert_string_equal(feed("\033[200~a\033\033[201~q"), "+a q");
}

/* A paste whose end was lost is left by Esc alone. */
static void esc_ends_a_paste_without_end(void **state)
{
	struct input in = { 0 };
	struct press p;

	(void)state;
	assert_string_equal(feed_to(&in, "\033[200~a\033", 8), "+a");
	assert_false(input_timeout(&in, &p));
	assert_string_equal(feed_to(&in, "[201~q", 6), "q");
}

static void description_of_the_terminal_counts_first(void **state)
{
	struct input in = { 0 };

	(void)state;
	input_learn(&in, "\033[1;2P", "F13");
	input_learn(&in, "\033A", "up");
	input_learn(&in, "\033[P", "delete");
	input_learn(&in, "\b", "left");
	input_learn(&in, NULL, "left");
	assert_string_equal(feed_to(&in, "\033[1;2P\033A\033[P\b", 12),
			    "F13 up delete backspace");
}

/* Whatever comes, it is read to an end: after a pause a key is a key. */
static void any_bytes_leave_it_ready(void **state)
{
	struct input in = { 0 };
	uint32_t seed = 20251126;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char bytes[40];
		struct press p;

		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (char)(seed >> (seed >> 30 ? 24 : 26));
		}
		feed_to(&in, bytes, sizeof(bytes));
		feed_to(&in, "\033", 1);
		while (input_is_open(&in) || in.is_paste) {
			input_timeout(&in, &p);
			if (in.is_paste)
				feed_to(&in, "\033", 1);
		}
		feed_to(&in, "x", 1);
		assert_string_equal(feed_to(&in, "n", 1), "n");
	}
}

/* Whole, or cut where nothing came for long: told once, and never a key. */
static void an_answer_is_no_key(void **state)
{
	static const char answer[] = "\033[22;3R";
	struct press p;

	(void)state;
	for (size_t cut = 1; cut < sizeof(answer); cut++) {
		struct input in = { .is_asked = true };

		assert_string_equal(feed_to(&in, answer, cut), "");
		if (cut > 2)	/* before, it may be a key as well */
			assert_false(input_is_open(&in) && input_timeout(&in, &p));
		assert_string_equal(feed_to(&in, answer + cut, sizeof(answer) - 1 - cut),
				    "");
		assert_int_equal(in.column, 3);
		assert_false(in.is_asked);
		assert_string_equal(feed_to(&in, "n", 1), "n");
	}
}

static void only_what_was_asked_is_an_answer(void **state)
{
	static const char *const others[] = { "\033[1;2R", "\033[22;3H", "\033[22R",
					      "\033[22;3;4R", "\033[?22;3R",
					      "\033[22222;3R" };
	struct input unasked = { 0 };

	(void)state;
	assert_string_equal(feed_to(&unasked, "\033[22;3R", 7), "");
	assert_int_equal(unasked.column, 0);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		struct input in = { .is_asked = true };

		assert_string_equal(feed_to(&in, others[i], strlen(others[i])), "");
		assert_true(in.is_asked);
		assert_int_equal(in.column, 0);
		assert_string_equal(feed_to(&in, "\033[A", 3), "up");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_six_terminals),
		cmocka_unit_test(what_nobody_knows_vanishes_whole),
		cmocka_unit_test(characters_come_whole),
		cmocka_unit_test(encoding_of_the_place_is_read),
		cmocka_unit_test(lone_esc_acts_after_a_moment),
		cmocka_unit_test(half_a_sequence_is_dropped_after_a_while),
		cmocka_unit_test(pasted_text_is_marked),
		cmocka_unit_test(esc_ends_a_paste_without_end),
		cmocka_unit_test(description_of_the_terminal_counts_first),
		cmocka_unit_test(an_answer_is_no_key),
		cmocka_unit_test(only_what_was_asked_is_an_answer),
		cmocka_unit_test(any_bytes_leave_it_ready),
	};

	return cmocka_run_group_tests_name("input", tests, setup, NULL);
}
