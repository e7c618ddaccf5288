/* The language of the reader, from a catalogue that is read by ourselves and not
 * believed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "say/catalogue.h"
#include "say/tr.h"

static struct arena *memory;
static char folder[] = "/tmp/tr_test.XXXXXX";
static char path[PATH_MAX];

/* Sorted, as a catalogue is. */
static const char *const pairs[][2] = {
	{ "", "Content-Type: text/plain; charset=UTF-8\n" },
	{ "%d of %s", "%2$s 的 %1$d" },
	{ "%s and %s", "%s、%d" },
	{ "%s at %s", "%1$n%1$s %2$s" },
	{ "clerk", "经办员" },
	{ "manager", "负责人%n" },
	{ "more than 50 %", "超过 50 %" },
	{ "reviewer", "复核员" },
};
#define PAIRS (sizeof(pairs) / sizeof(*pairs))

static void put(unsigned char *to, uint32_t v, bool big)
{
	for (int i = 0; i < 4; i++)
		to[big ? 3 - i : i] = (unsigned char)(v >> (8 * i));
}

/* The catalogue of those pairs in as many bytes as it needs. */
static unsigned char *make(size_t *size, bool big)
{
	static unsigned char bytes[4096];
	size_t at = 28 + PAIRS * 16;

	memset(bytes, 0, sizeof(bytes));
	put(bytes, 0x950412deU, big);
	put(bytes + 8, PAIRS, big);
	put(bytes + 12, 28, big);
	put(bytes + 16, 28 + PAIRS * 8, big);
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < PAIRS; i++) {
			unsigned char *row = bytes + 28 + (side * PAIRS + i) * 8;

			put(row, (uint32_t)strlen(pairs[i][side]), big);
			put(row + 4, (uint32_t)at, big);
			strcpy((char *)bytes + at, pairs[i][side]);
			at += strlen(pairs[i][side]) + 1;
		}
	*size = at;
	return bytes;
}

/* What is found lies inside of the bytes, with its end; asked of a copy that has not a
 * byte more, so that a sanitizer sees what looks beyond it. */
static void ask_all(const unsigned char *bytes, size_t size)
{
	unsigned char *copy = malloc(size ? size : 1);
	struct catalogue c;

	memcpy(copy, bytes, size);
	for (size_t i = 0; catalogue_init(&c, copy, size) && i < PAIRS; i++) {
		const char *found = catalogue_find(&c, pairs[i][0]);

		if (!found)
			continue;
		assert_true((const unsigned char *)found >= copy);
		assert_true((const unsigned char *)found < copy + size);
		assert_non_null(memchr(found, 0, (size_t)((char *)copy + size - found)));
	}
	free(copy);
}

static void save(const void *bytes, size_t size)
{
	FILE *f = fopen(path, "we");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, size, f), size);
	assert_int_equal(fclose(f), 0);
}

static int setup(void **state)
{
	char at[PATH_MAX];

	(void)state;
	memory = arena_new();
	if (!mkdtemp(folder))
		return -1;
	snprintf(at, sizeof(at), "%s/zh_CN", folder);
	mkdir(at, 0700);
	snprintf(at, sizeof(at), "%s/zh_CN/LC_MESSAGES", folder);
	snprintf(path, sizeof(path), "%s/zh_CN/LC_MESSAGES/steward.mo", folder);
	return mkdir(at, 0700);
}

static int teardown(void **state)
{
	static const char *const below[] = {
		"zh_CN/LC_MESSAGES/steward.mo", "zh_CN/LC_MESSAGES", "zh_CN", ""
	};
	char at[PATH_MAX];

	(void)state;
	arena_free(memory);
	for (size_t i = 0; i < 4; i++) {
		snprintf(at, sizeof(at), "%s/%s", folder, below[i]);
		remove(at);
	}
	return 0;
}

static void set(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static bool starts_chinese(const char *all, const char *messages, const char *lang,
			   const char *language)
{
	set("LC_ALL", all);
	set("LC_MESSAGES", messages);
	set("LANG", lang);
	set("LANGUAGE", language);
	tr_start(memory, folder);
	assert_int_equal(strcmp(_("clerk"), "经办员") == 0, tr_reader() == tr_find("zh"));
	assert_int_equal(MB_CUR_MAX > 1, true);
	return tr_reader() == tr_find("zh");
}

/* None of these locales need be installed. */
static void the_environment_chooses_the_language(void **state)
{
	size_t size;
	unsigned char *bytes = make(&size, false);

	(void)state;
	save(bytes, size);
	assert_true(starts_chinese(NULL, NULL, "zh_CN.UTF-8", NULL));
	assert_true(starts_chinese("zh_CN.UTF-8", NULL, "en_US.UTF-8", NULL));
	assert_true(starts_chinese("", "zh_CN.UTF-8", "C.UTF-8", ""));
	assert_true(starts_chinese(NULL, NULL, "zh_SG.UTF-8", NULL));
	assert_true(starts_chinese(NULL, NULL, "en_US.UTF-8", "zh_CN:en"));
	assert_true(starts_chinese(NULL, NULL, "en_US.UTF-8", "tlh:zh_CN"));
	assert_false(starts_chinese(NULL, NULL, "zh_CN.UTF-8", "en:zh_CN"));
	assert_false(starts_chinese(NULL, NULL, NULL, NULL));
	assert_false(starts_chinese(NULL, NULL, "en_US.UTF-8", NULL));
	assert_false(starts_chinese("C.UTF-8", NULL, "zh_CN.UTF-8", "zh_CN"));
	assert_false(starts_chinese("C", NULL, NULL, "zh_CN"));
	assert_false(starts_chinese("POSIX", NULL, NULL, "zh_CN"));
	assert_false(starts_chinese("nonsense", NULL, NULL, NULL));
}

/* Both at once, whatever the reader's is: nothing is switched. */
static void a_language_is_an_argument(void **state)
{
	const struct language *en, *zh;
	size_t size;
	unsigned char *bytes = make(&size, false);

	(void)state;
	save(bytes, size);
	assert_false(starts_chinese("C.UTF-8", NULL, NULL, NULL));
	en = tr_find("en");
	zh = tr_find("zh");
	assert_string_equal(tr_in(zh, "clerk"), "经办员");
	assert_string_equal(tr_in(en, "clerk"), "clerk");
	assert_string_equal(_("clerk"), "clerk");
	assert_string_equal(tr_label_in(zh, NULL), "");
	assert_string_equal(tr_label_in(zh, ""), "");
	assert_string_equal(tr_in(zh, "nobody translated this"),
			    "nobody translated this");
	assert_null(tr_find("fr"));
	assert_string_equal(tr_code(zh), "zh");
	assert_string_equal(tr_codes(memory), "en zh");
}

static void no_catalogue_leaves_the_texts_as_they_are(void **state)
{
	(void)state;
	save("", 0);
	set("LC_ALL", "zh_CN.UTF-8");
	tr_start(memory, folder);
	assert_string_equal(_("clerk"), "clerk");
	remove(path);
	tr_start(memory, folder);
	assert_string_equal(_("clerk"), "clerk");
	assert_int_equal(mkfifo(path, 0600), 0);
	tr_start(memory, folder);
	assert_string_equal(_("clerk"), "clerk");
	remove(path);
}

static void both_orders_of_bytes_are_read(void **state)
{
	struct catalogue c;
	size_t size;

	(void)state;
	for (int big = 0; big < 2; big++) {
		unsigned char *bytes = make(&size, big);

		assert_true(catalogue_init(&c, bytes, size));
		assert_string_equal(catalogue_find(&c, "clerk"), "经办员");
		assert_string_equal(catalogue_find(&c, "reviewer"), "复核员");
		assert_null(catalogue_find(&c, "a"));
		assert_null(catalogue_find(&c, "z"));
	}
}

static void values_are_taken_as_the_text_gives_them(void **state)
{
	struct catalogue c;
	size_t size;
	unsigned char *bytes = make(&size, false);

	(void)state;
	assert_true(catalogue_init(&c, bytes, size));
	assert_string_equal(catalogue_find(&c, "%d of %s"), "%2$s 的 %1$d");
	assert_string_equal(catalogue_find(&c, "more than 50 %"), "超过 50 %");
	assert_null(catalogue_find(&c, "%s and %s"));
	assert_null(catalogue_find(&c, "%s at %s"));
	assert_null(catalogue_find(&c, "manager"));
}

static void one_that_is_cut_short_does_no_harm(void **state)
{
	size_t size;
	const unsigned char *bytes = make(&size, false);

	(void)state;
	for (size_t n = 0; n < size; n++)
		ask_all(bytes, n);
}

static void one_made_to_do_harm_does_none(void **state)
{
	static const uint32_t odd[] = {
		0, 1, 27, 28, 4000, 0x7fffffffU, 0x80000000U, 0xfffffff8U, 0xffffffffU
	};
	size_t size;

	(void)state;
	for (size_t at = 4; at < 28 + PAIRS * 16; at += 4)
		for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
			unsigned char *bytes = make(&size, false);

			put(bytes + at, odd[i], false);
			ask_all(bytes, size);
			ask_all(bytes, size - 1);	/* the last text has no end */
		}
}

/* Our own: every text that is in it can be found, with the values it takes. */
static void the_catalogue_of_the_program_is_whole(void **state)
{
	const char *build = getenv("builddir");
	const char *own =
	    arena_printf(memory, "%s/po/locale/zh_CN/LC_MESSAGES/steward.mo",
			 build ? build : ".");
	struct catalogue c;

	(void)state;
	if (access(own, R_OK) != 0)	/* no msgfmt here */
		return;
	assert_true(catalogue_read(&c, memory, own));
	assert_true(c.count > 1000 && !c.is_big_endian);
	for (uint32_t i = 1; i < c.count; i++) {
		const unsigned char *row = c.bytes + c.texts + i * 8;
		size_t at = row[4] | (size_t)row[5] << 8 | (size_t)row[6] << 16;

		if (!catalogue_find(&c, (const char *)c.bytes + at))
			fail_msg("not found: %s", (const char *)c.bytes + at);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_environment_chooses_the_language),
		cmocka_unit_test(a_language_is_an_argument),
		cmocka_unit_test(no_catalogue_leaves_the_texts_as_they_are),
		cmocka_unit_test(both_orders_of_bytes_are_read),
		cmocka_unit_test(values_are_taken_as_the_text_gives_them),
		cmocka_unit_test(one_that_is_cut_short_does_no_harm),
		cmocka_unit_test(one_made_to_do_harm_does_none),
		cmocka_unit_test(the_catalogue_of_the_program_is_whole),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
