/* A configuration is taken whole or refused with file, line and setting. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/config.h"
#include "settings/theme_file.h"

#define REST "theme = \"t\";\nrules = \"r\";\nworker = \"w\";\nmodules_folder = \"m\";\n"

static struct config *read_text(struct arena *a, const char *text, mode_t mode,
				struct err *e)
{
	char path[] = "/tmp/steward-conf-XXXXXX";
	int fd = mkstemp(path);
	struct config *c;

	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	fchmod(fd, mode);
	close(fd);
	c = config_load(a, path, e);
	unlink(path);
	return c;
}

static void refused(const char *text, const char *line, const char *setting)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	assert_null(read_text(a, text, 0600, &e));
	assert_int_equal(e.code, ERR_USAGE);
	if (line)
		assert_non_null(strstr(e.message, line));
	if (setting)
		assert_non_null(strstr(e.message, setting));
	arena_free(a);
}

static void a_good_one_is_taken(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	struct config *c = read_text(a, REST "modules = ( \"risk\", \"claims\" );\n"
				     "idle_minutes = 15;\n"
				     "keys = { a = { b = [ \"N\", \"F24\" ]; };\n"
				     "c = \"space\"; };\n", 0644, &e);

	(void)state;
	assert_non_null(c);
	assert_string_equal(config_theme(c), "t");
	assert_string_equal(config_module_names(c)[1], "claims");
	assert_null(config_module_names(c)[2]);
	assert_string_equal(config_keys(c)[1].command, "a.b");
	assert_string_equal(config_keys(c)[1].key, "F24");
	assert_string_equal(config_keys(c)[2].key, " ");
	assert_int_equal(config_ambiguous_width(c), 0);
	assert_int_equal(config_keys(c)[2].line, 8);
	assert_null(config_keys(c)[3].command);
	arena_free(a);
}

static void wrong_ones_are_refused_by_line_and_name(void **state)
{
	(void)state;
	refused("", NULL, "empty");
	refused("# one\n# two\nidle_minutes = = 1;\n", ":3:", NULL);
	refused(REST "idle_minutes = \"15\";\n", ":5:", "idle_minutes");
	refused(REST "idle_minutes = 4294967297;\n", ":5:", "digits");
	refused("theme = \"x\\x1b]0;owned\\x07\";\n", ":1:", "theme");
	refused("@include \"self.cfg\"\nidle_minutes = 15;\n", ":1:", "@include");
	refused(REST "colour = \"red\";\n", ":5:", "colour");
	refused(REST "modules = ( \"risk\", \"risk\" );\n", ":5:", "twice");
	refused(REST "modules = ( \"../risk\" );\n", ":5:", "modules");
	refused(REST "ambiguous_width = \"three\";\n", ":1:", "ambiguous_width");
	refused(REST "lean = 1;\n", ":5:", "true or false");
	refused(REST "keys = { a = \"F25\"; };\n", ":5:", "a names no key");
	refused(REST "keys = {\na = { b = \"F1\"; }; };\n", ":6:", "a.b takes");
	refused("theme = \"t\";\n", NULL, "missing");
}

static void a_file_that_is_not_there_is_named(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	(void)state;
	assert_null(config_load(a, "/nowhere/steward.conf", &e));
	assert_non_null(strstr(e.message, "/nowhere/steward.conf"));
	assert_int_equal(e.code, ERR_USAGE);
	arena_free(a);
}

static void a_password_must_not_be_readable_by_others(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	static const char text[] = REST "db = \"host=x password=secret\";\n";

	(void)state;
	assert_null(read_text(a, text, 0644, &e));
	assert_non_null(strstr(e.message, "password"));
	assert_non_null(read_text(a, text, 0600, &e));
	arena_free(a);
}

/* A theme is read as the settings are. */
static bool theme_of(const char *text, struct err *e)
{
	char path[] = "/tmp/steward-theme-XXXXXX";
	int fd = mkstemp(path);
	struct theme theme;
	bool ok;

	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	ok = theme_read(&theme, path, e);
	unlink(path);
	return ok;
}

static void a_theme_is_looked_at_too(void **state)
{
	char pipe[] = "/tmp/steward-theme-XXXXXX";
	struct theme theme;
	struct err e = { 0 };

	(void)state;
	assert_true(theme_of("title: { bold = true; };\n", &e));
	assert_true(theme_of("bars = \"braille\";\n", &e));
	assert_false(theme_of("\nbars = \"stars\";\n", &e));
	assert_non_null(strstr(e.message, ":2: bars: "));
	assert_non_null(strstr(e.message, "\"blocks\""));
	assert_false(theme_of("# 5\" wide\n@include \"/tmp\"\n", &e));
	assert_non_null(strstr(e.message, ":2: @include"));
	assert_non_null(mkdtemp(pipe));
	assert_int_equal(rmdir(pipe), 0);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	alarm(20);	/* it does not wait for a writer */
	assert_false(theme_read(&theme, pipe, &e));
	alarm(0);
	assert_non_null(strstr(e.message, "is not a file"));
	unlink(pipe);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_one_is_taken),
		cmocka_unit_test(wrong_ones_are_refused_by_line_and_name),
		cmocka_unit_test(a_file_that_is_not_there_is_named),
		cmocka_unit_test(a_password_must_not_be_readable_by_others),
		cmocka_unit_test(a_theme_is_looked_at_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
