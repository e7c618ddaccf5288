/* Every screen of the workbench, painted by the real desk without terminal or server:
 * the keys of tests/desk/keys.txt, the answers of tests/desk/rows.txt, and the pictures
 * in tests/desk/screens, a file a screen, in two sizes and two languages.  BLESS=1 writes
 * them anew; read their differences like code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "host/app.h"
#include "agency/core_module.h"
#include "say/tr.h"
#include "settings/keys.h"
#include "script.h"

#define SCREENS_MOST 120
#define REBOUND "@keys "	/* before the keys: an office has given others */

static struct arena *memory;
static struct { char name[40], keys[200]; } screens[SCREENS_MOST];
static int nscreens;

static const char *data_path(const char *name)
{
	const char *srcdir = getenv("srcdir");

	return arena_printf(memory, "%s/tests/desk/%s", srcdir ? srcdir : ".", name);
}

/* Lines "NAME KEYS"; others are remarks. */
static bool read_screens(void)
{
	FILE *f = fopen(data_path("keys.txt"), "r");
	char line[300];

	while (f && fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] < 'a' || line[0] > 'z')
			continue;
		if (nscreens == SCREENS_MOST)
			return false;	/* the last ones would be looked at by nobody */
		sscanf(line, "%39[a-z_] %199[^\n]", screens[nscreens].name,
		       screens[nscreens].keys);
		nscreens++;
	}
	return f && fclose(f) == 0;
}

/* Nothing ever comes from this standard input. */
static bool close_input(void)
{
	int ends[2];

	return pipe(ends) == 0 && dup2(ends[0], STDIN_FILENO) == STDIN_FILENO;
}

static int setup(void **state)
{
	(void)state;
	memory = arena_new();
	setenv("TERM", "xterm", 1);
	unsetenv("ACCESSIBLE");
	unsetenv("LANGUAGE");
	return read_screens() && close_input() &&
	       canned_read(memory, data_path("rows.txt")) ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	canned_forget();
	arena_free(memory);
	return 0;
}

static void speak(const char *locale)
{
	const char *builddir = getenv("builddir");

	setenv("LC_ALL", locale, 1);
	tr_start(memory, arena_printf(memory, "%s/po/locale", builddir ? builddir : "."));
}

static const struct module *const usual[] = { &core_module, &visits_module, NULL };
static const struct module *const *modules = usual;

/* Of an office: for a step of a task, actions of a list, a command. */
static const struct key_setting other_keys[] = {
	{ "task.propose", "V", 1 },	 { "visits.visit_new", "A", 2 },
	{ "visits.visit_new", "F8", 3 }, { "visits.propose", "ctrl-r", 4 },
	{ "screen.search", "S", 5 },	 { 0 }
};

static bool run(const char *keys, int rows, int cols, struct err *e)
{
	static const struct option_def options[] = { { "line", 'f', "" }, { 0 } };
	const char *values[] = { NULL };
	struct app app = { .arena = memory, .modules = modules, .options = options,
			   .values = values };

	/* The stub asks of a configuration only whether there is one. */
	if (given_keys)
		app.config = (const struct config *)&app;
	script_begin(memory, keys, rows, cols);
	return cmd_desk(&app, e);
}

static const char *picture(const char *keys, int rows, int cols)
{
	bool is_rebound = strncmp(keys, REBOUND, strlen(REBOUND)) == 0;
	struct err e = { 0 };
	bool ok;

	given_keys = is_rebound ? other_keys : NULL;
	ok = run(keys + (is_rebound ? strlen(REBOUND) : 0), rows, cols, &e);
	given_keys = NULL;
	if (!ok)
		fail_msg("the desk ended: %s", e.message);
	return script_picture();
}

/* What the start says to one key for this name. */
static void refused(const char *name, const char *key, const char *why, const char *hint)
{
	const struct key_setting one[] = { { name, key, 7 }, { 0 } };
	struct err e = { 0 };
	bool ok;

	given_keys = one;
	ok = run("", 24, 80, &e);
	given_keys = NULL;
	if (ok || !strstr(e.message, why) || !strstr(e.hint, hint))
		fail_msg("%s = %s: it said: %s %s; wanted: %s %s", name, key, e.message,
			 e.hint, why, hint);
}

static void wrong_keys_of_actions_refuse_the_start(void **state)
{
	(void)state;
	refused("visits.visit_old", "A",
		"steward.conf:7: keys: visits.visit_old is no command",
		"visits.visit_new, visits.propose");
	refused("visits.visit_new", "d",
		"steward.conf:7: keys: visits.visit_new: key \"d\" is that of "
		"visits.propose of the module visits, too",
		"Give visits.propose another key");
	refused("visits.visit_new", "f",
		"key \"f\" is that of \"filter\" of the screen visits of the module "
		"visits, too", "Take a key that F1 does not list");
	refused("visits.visit_new", "n", "key \"n\" is that of task.next, too",
		"Give task.next another key");
	refused("visits.visit_new", "down", "key \"down\" is that of line.down, too",
		"Give line.down another key");
	refused("task.propose", "d", "key \"d\" is that of task.dismiss, too",
		"Give task.dismiss another key");
	refused("task.propose", "L", "key \"L\" is that of law.open, too", "law.open");
	refused("visits.visit_close", "A",
		"steward.conf:7: keys: visits.visit_close is the name of two things",
		"module visits");
}

static void what_a_second_module_brings_is_minded(void **state)
{
	static const struct module *const two[] = { &core_module, &visits_module,
						    &twin_module, NULL };

	(void)state;
	modules = two;
	refused("visits.month", "A",
		"steward.conf:7: keys: visits.month is the name of two things",
		"the module visits");
	refused("marked.visit_close", " ",
		"key \" \" is that of \"mark\" of the screen marked of the module twin",
		"Take a key that F1 does not list");
	modules = usual;
}

/* Two that both have another key may meet as well; and one may take what another left. */
static void keys_of_actions_may_be_exchanged(void **state)
{
	static const struct key_setting meet[] = {
		{ "visits.visit_new", "A", 1 }, { "visits.propose", "A", 2 }, { 0 }
	}, exchanged[] = {
		{ "visits.visit_new", "d", 1 }, { "visits.propose", "a", 2 }, { 0 }
	};
	struct err e = { 0 };

	(void)state;
	given_keys = meet;
	assert_false(run("", 24, 80, &e));
	assert_non_null(strstr(e.message, "key \"A\" is that of visits.propose"));
	given_keys = exchanged;
	assert_true(run("F6 d", 24, 80, &e));
	given_keys = NULL;
	assert_non_null(strstr(script_picture(), "New visit"));
}

static const struct { const char *locale; int rows, cols; } views[] = {
	{ "C.UTF-8", 24, 80 }, { "C.UTF-8", 40, 120 },
	{ "zh_CN.UTF-8", 24, 80 }, { "zh_CN.UTF-8", 40, 120 },
};

static const char *all_pictures(const char *keys)
{
	const char *out = "";

	for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++) {
		speak(views[i].locale);
		out = arena_printf(memory, "%s%s %dx%d\n%s", out,
				   i < 2 ? "English" : "Chinese", views[i].cols,
				   views[i].rows,
				   picture(keys, views[i].rows, views[i].cols));
	}
	speak("C.UTF-8");
	return out;
}

static const char *read_whole(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = arena_alloc(memory, 1 << 20);

	if (!f)
		return "";
	text[fread(text, 1, (1 << 20) - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* Where two texts part: the first line that differs, of each. */
static void tell_difference(const char *name, const char *want, const char *got)
{
	int line = 1;

	while (*want && strcspn(want, "\n") == strcspn(got, "\n") &&
	       strncmp(want, got, strcspn(want, "\n")) == 0) {
		want += strcspn(want, "\n") + 1;
		got += strcspn(got, "\n") + 1;
		line++;
	}
	print_error("%s.txt:%d\n  wanted: %.*s\n  got:    %.*s\n", name, line,
		    (int)strcspn(want, "\n"), want, (int)strcspn(got, "\n"), got);
}

static bool is_as_before(const char *name, const char *keys)
{
	const char *path =
	    data_path(arena_printf(memory, "screens/%s.txt", name));
	const char *got = all_pictures(keys), *want;
	FILE *f = getenv("BLESS") ? fopen(path, "w") : NULL;

	if (f) {
		fputs(got, f);
		fclose(f);
	}
	want = read_whole(path);
	if (strcmp(want, got) == 0)
		return true;
	tell_difference(name, want, got);
	return false;
}

static void every_screen_is_as_it_was(void **state)
{
	int bad = 0;

	(void)state;
	for (int i = 0; i < nscreens; i++)
		bad += !is_as_before(screens[i].name, screens[i].keys);
	assert_int_equal(bad, 0);
	assert_true(nscreens >= 15);
}

/* Typed before, and while there was no line: kept when it is there again. */
static void a_draft_survives_a_lost_line(void **state)
{
	(void)state;
	canned_forget();
	picture("t enter s 2 tab \"called\" @cut \" again\" @mend", 24, 80);
	assert_string_equal(canned_last(memory, "draft_keep", 0), "decide");
	assert_string_equal(canned_last(memory, "draft_keep", 2),
			    "reason\tD2\nnote\tcalled again\n");
}

/* Sent, or thrown away, nothing of it is left. */
static void a_draft_ends_with_its_form(void **state)
{
	(void)state;
	canned_forget();
	picture("F6 a 1 tab tab \"30\" enter", 24, 80);
	assert_string_equal(canned_last(memory, "visit_add", 3), "30");
	assert_string_equal(canned_last(memory, "draft_keep", 2), "");
	canned_forget();
	picture("F6 a 1 ctrl-x", 24, 80);
	assert_string_equal(canned_last(memory, "draft_keep", 2), "");
}

/* What was recorded fills a form in and stops before it is sent; the key of a person
 * sends it. */
static void recorded_keys_decide_nothing(void **state)
{
	(void)state;
	canned_forget();
	picture(": \"macro.all\" enter", 24, 80);
	assert_null(canned_last(memory, "decide_send", 0));
	assert_string_equal(canned_last(memory, "draft_keep", 2), "reason\tD2\n");
	canned_forget();
	picture(": \"closes\" enter", 24, 80);
	assert_null(canned_last(memory, "visit_close", 0));
	canned_forget();
	picture(": \"macro.all\" enter enter", 24, 80);
	assert_non_null(canned_last(memory, "decide_send", 0));
}

static void every_question_had_an_answer(void **state)
{
	(void)state;
	assert_string_equal(canned_missing(), "");
}

/* The desk starts this program again for what a subcommand says. */
static int speak_as_child(const char *subcommand)
{
	memory = arena_new();
	fputs(read_whole(data_path(arena_printf(memory, "%s.txt", subcommand))), stdout);
	arena_free(memory);
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen_is_as_it_was),
		cmocka_unit_test(a_draft_survives_a_lost_line),
		cmocka_unit_test(a_draft_ends_with_its_form),
		cmocka_unit_test(recorded_keys_decide_nothing),
		cmocka_unit_test(wrong_keys_of_actions_refuse_the_start),
		cmocka_unit_test(what_a_second_module_brings_is_minded),
		cmocka_unit_test(keys_of_actions_may_be_exchanged),
		cmocka_unit_test(every_question_had_an_answer),
	};

	if (argc > 1)
		return speak_as_child(argv[1]);
	return cmocka_run_group_tests(tests, setup, teardown);
}
