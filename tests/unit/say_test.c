/* A finding's sentence, from its stored form to what is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>

#include "say/say.h"

static struct arena *memory;

static int setup(void **state)
{
	(void)state;
	memory = arena_new();
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(memory);
	return 0;
}

static void says(const char *stored, const char *read)
{
	assert_string_equal(say_text(tr_find("en"), memory, stored), read);
}

static void values_stand_where_the_format_says(void **state)
{
	(void)state;
	says("[\"died %s, still paid\", \"2025-10-15\"]", "died 2025-10-15, still paid");
	says("[\"%s and %s\",\"a\",\"b\"]", "a and b");
	says("[\"%2$s before %1$s\",\"a\",\"b\"]", "b before a");
	says("[\"nothing to fill\"]", "nothing to fill");
	says(" [ \"%s\" , 12 ] ", "12");
	says("[\"%s\",null]", "-");
	says("[\"%s\",true]", "true");
	says("[\"why: %s\",\"[\\\"%s; %s\\\",\\\"a\\\",\\\"b\\\"]\"]", "why: a; b");
}

static void odd_formats_do_no_harm(void **state)
{
	(void)state;
	says("[\"100%% of %s\",\"a\"]", "100% of a");
	says("[\"%s and %s\",\"a\"]", "a and ?");
	says("[\"%n %d %9$s\",\"a\"]", "%n %d ?");
	says("[\"%\",\"a\"]", "%");
	says("[\"%s\",\"%s\"]", "%s");
}

/* Of the tools: a value is a name, whatever it is in the reader's language, or a sentence
 * again. */
static void messages_keep_names_and_what_follows(void **state)
{
	(void)state;
	assert_string_equal(
	    say_message(tr_find("en"), memory,
			"[\"%s has no %s\",\"[\\\"the %s\\\",\\\"x\\\"]\",\"from\"]"),
	    "the x has no from");
	assert_string_equal(say_message(tr_find("en"), memory,
					"[\"%s is not a date\",\"on\"]\nstack"),
			    "on is not a date\nstack");
	assert_string_equal(say_message(tr_find("en"), memory, "[C]: in ?"), "[C]: in ?");
	assert_string_equal(say_message(tr_find("en"), memory, "[\"%s is cut"),
			    "[\"%s is cut");
	assert_string_equal(say_message(tr_find("en"), memory, ""), "");
}

/* Values of the server's messages come out as they went in, whatever they look like. */
static void messages_of_the_server_are_known_again(void **state)
{
	static const char *const same[] = {
		"\"approve\" is reserved for the role reviewer",
		"task is \"open\" at version 3 by now; \"approve\" cannot be done",
		"\"\" is not a reason for \"propose\"",
		"\"%s\" is not a reason for \"\"",
		"\"a\" is reserved for the role ",
		"no task \"correct\" is open",
		"something else",
		"",
		"%s",
		"\"x\" needs",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		assert_string_equal(say_server(tr_find("en"), memory, same[i]), same[i]);
}

static void escapes_are_read(void **state)
{
	(void)state;
	says("[\"\\u738b\\u79c0\\u82f1 \\\"x\\\" \\\\\"]", "王秀英 \"x\" \\");
	says("[\"\\ud842\\udfb7\"]", "𠮷");
	says("[\"a\\nb\"]", "a\u240ab");
	says("[\"a\\u0000b\"]", "a\ufffdb");
	says("[\"a\\ud800b\"]", "a\ufffdb");
}

static void what_is_no_array_is_shown_as_it_is(void **state)
{
	(void)state;
	says("plain words", "plain words");
	says("", "");
	says("[", "[");
	says("[]", "[]");
	says("[\"open", "[\"open");
	says("[\"a\",[\"b\"]]", "[\"a\",[\"b\"]]");
	says("[\"bad \\q\"]", "[\"bad \\q\"]");
	says("[\"bad \\u12\"]", "[\"bad \\u12\"]");
}

static void harmful_values_are_cleaned(void **state)
{
	(void)state;
	says("[\"%s\",\"\\u001b[2J\"]", "\u241b[2J");
	says("[\"%s\",\"a\xff\"]", "a\ufffd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_stand_where_the_format_says),
		cmocka_unit_test(odd_formats_do_no_harm),
		cmocka_unit_test(messages_keep_names_and_what_follows),
		cmocka_unit_test(messages_of_the_server_are_known_again),
		cmocka_unit_test(escapes_are_read),
		cmocka_unit_test(what_is_no_array_is_shown_as_it_is),
		cmocka_unit_test(harmful_values_are_cleaned),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
