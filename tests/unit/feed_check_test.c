/* What is refused of a module's feeds before any SQL is made of them, each with the
 * reason: a feed that is good, with one thing wrong at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "agency/core_module.h"
#include "office/feed_check.h"

static const char *anything(const char *s, size_t n, int32_t *birth)
{
	(void)s;
	(void)n;
	(void)birth;
	return NULL;
}

static const struct migration migrations[] = {
	{ 1, "provider", "create table provider (licence text primary key);" }, { 0 }
};
static const struct stmt nothing = { .name = "nothing", .text = "select $1" };
static const struct stmt *const apply[] = { &nothing, NULL };

/* Copies of the good tables, for a case to spoil. */
struct tables {
	struct ident_kind kinds[2];
	struct field fields[FEED_FIELDS_MOST + 2];
	struct match matches[FEED_MATCHES_MOST + 2];
	struct feed feeds[3];
	struct module module;
};

static const struct tables good = {
	.kinds = { { "passport", "passport", anything } },
	.fields = { { "id_no", FIELD_ID },
		    { "name", FIELD_NAME },
		    { "birth_date", FIELD_DAY, .birth_of = "id_no" },
		    { "nurse_no", FIELD_ID, .id_kind = "passport" },
		    { "area", FIELD_REF, .table = "region", .column = "region_code" },
		    { "licence", FIELD_TEXT },
		    { "units", FIELD_QUANTITY, .scale = 2 } },
	.matches = { { "person_id", "person", "id_no", "name", "birth_date" },
		     { "nurse_id", "nurse", "nurse_no" },
		     { "provider_id", "provider", "licence", .table = "provider",
		       .key = "licence", .id = "provider_id" } },
	.feeds = { { "visit", "visits", NULL, NULL, apply, 7 } },
	.module = { .name = "visits", .title = "visits", .migrations = migrations },
};

typedef void (*spoil_fn)(struct tables *t);

static bool check(spoil_fn spoil, struct err *e)
{
	const struct module *const others[] = { &core_module, NULL };
	struct tables t = good;

	t.feeds[0].fields = t.fields;
	t.feeds[0].matches = t.matches;
	t.module.ident_kinds = t.kinds;
	t.module.feeds = t.feeds;
	memset(e, 0, sizeof(*e));
	if (spoil)
		spoil(&t);
	return feed_check(&t.module, others, e);
}

static void the_good_one_is_taken(void **state)
{
	const struct module *const none[] = { NULL };
	struct err e;

	(void)state;
	assert_true(check(NULL, &e));
	assert_true(feed_check(&core_module, none, &e));
}

static void name_of_function(struct tables *t)
{
	t->feeds[0].name = "Visit";
}

static void name_of_core(struct tables *t)
{
	t->feeds[0].name = "register";
}

static void twice(struct tables *t)
{
	t->feeds[1] = t->feeds[0];
}

static void no_apply(struct tables *t)
{
	t->feeds[0].apply = NULL;
}

static void injected(struct tables *t)
{
	t->fields[1].name = "name text); drop table person; --";
}

static void reserved(struct tables *t)
{
	t->fields[1].name = "line";
}

static void repeated(struct tables *t)
{
	t->fields[1].name = "id_no";
}

static void born_twice(struct tables *t)
{
	t->fields[2].name = "id_no_birth";
}

static void unknown_kind(struct tables *t)
{
	t->fields[1].kind = 99;
}

static void no_codes(struct tables *t)
{
	t->fields[1].kind = FIELD_CODE;
}

static void needed_and_missing(struct tables *t)
{
	t->fields[1].optional = false;
	t->fields[1].may_lack = true;
}

static void foreign_table(struct tables *t)
{
	t->fields[4].table = "claim";
}

static void too_fine(struct tables *t)
{
	t->fields[6].scale = 7;
}

static void unknown_number(struct tables *t)
{
	t->fields[3].id_kind = "visa";
}

static void birth_of_nothing(struct tables *t)
{
	t->fields[2].birth_of = "name";
}

static void birth_of_a_later_one(struct tables *t)
{
	t->fields[2].birth_of = "nurse_no";
}

static void too_many_fields(struct tables *t)
{
	static char names[FEED_FIELDS_MOST + 1][4];

	for (int i = 0; i <= FEED_FIELDS_MOST; i++) {
		names[i][0] = 'f';
		names[i][1] = (char)('a' + i / 26);
		names[i][2] = (char)('a' + i % 26);
		t->fields[i] = (struct field){ names[i], FIELD_TEXT };
	}
}

static void no_fields(struct tables *t)
{
	t->fields[0].name = NULL;
}

static void match_by_nothing(struct tables *t)
{
	t->matches[0].number = "number";
}

static void match_by_a_text(struct tables *t)
{
	t->matches[1].number = "name";
}

static void match_of_a_name_that_is_not_there(struct tables *t)
{
	t->matches[0].name = "surname";
}

static void match_gives_a_field(struct tables *t)
{
	t->matches[1].gives = "name";
}

static void match_gives_twice(struct tables *t)
{
	t->matches[1].gives = "person_id";
}

static void match_in_a_foreign_table(struct tables *t)
{
	t->matches[2].table = "claim";
}

static void match_without_key(struct tables *t)
{
	t->matches[2].key = NULL;
}

static void match_compares_nothing(struct tables *t)
{
	t->matches[2].name = "name";
}

static void new_without_area(struct tables *t)
{
	t->matches[0].is_new = true;
}

static void new_with_others(struct tables *t)
{
	t->matches[0].is_new = true;
	t->matches[0].region = "area";
}

static void new_with_any_area(struct tables *t)
{
	t->matches[0].is_new = true;
	t->matches[0].region = "name";
}

static void too_many_matches(struct tables *t)
{
	static char names[FEED_MATCHES_MOST + 1][2];

	for (int i = 0; i <= FEED_MATCHES_MOST; i++) {
		names[i][0] = (char)('a' + i);
		t->matches[i] = (struct match){ names[i], "nurse", "nurse_no" };
	}
}

static void kind_of_core(struct tables *t)
{
	t->kinds[0].name = "cn18";
}

static void kind_without_check(struct tables *t)
{
	t->kinds[0].check = NULL;
}

static void what_does_not_fit_is_refused(void **state)
{
	static const struct { spoil_fn spoil; const char *says; } cases[] = {
		{ name_of_function, "feed \"Visit\" has a name" },
		{ name_of_core, "feed \"register\" is also in module \"core\"" },
		{ twice, "two feeds \"visit\"" },
		{ no_apply, "neither keeps nor applies" },
		{ injected, "cannot be the name of a column" },
		{ reserved, "field \"line\" of feed \"visit\" cannot be" },
		{ repeated, "two columns \"id_no\"" },
		{ born_twice, "two columns \"id_no_birth\"" },
		{ unknown_kind, "has an unknown kind" },
		{ no_codes, "has no codes" },
		{ needed_and_missing, "is needed, and may be missing" },
		{ foreign_table, "refers to \"claim\"" },
		{ too_fine, "more than 6 decimals" },
		{ unknown_number, "unknown kind of number \"visa\"" },
		{ birth_of_nothing, "checked against \"name\"" },
		{ birth_of_a_later_one, "checked against \"nurse_no\"" },
		{ too_many_fields, "more than 60 fields" },
		{ no_fields, "has no fields" },
		{ match_by_nothing, "needs a field it has not: \"number\"" },
		{ match_by_a_text, "needs a field it has not: \"name\"" },
		{ match_of_a_name_that_is_not_there, "has not: \"surname\"" },
		{ match_gives_a_field, "a column that is taken" },
		{ match_gives_twice, "two columns \"person_id\"" },
		{ match_in_a_foreign_table, "needs a table of the module" },
		{ match_without_key, "needs a table of the module" },
		{ match_compares_nothing, "needs a table of the module" },
		{ new_without_area, "is not of a person with an area" },
		{ new_with_others, "names others beside" },
		{ new_with_any_area, "needs a field it has not: \"name\"" },
		{ too_many_matches, "more than 8 matches" },
		{ kind_of_core, "\"cn18\" is also in another module" },
		{ kind_without_check, "lacks name, title or check" },
	};
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_false(check(cases[i].spoil, &e));
		if (!strstr(e.message, cases[i].says))
			fail_msg("\"%s\" instead of \"%s\"", e.message, cases[i].says);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_good_one_is_taken),
		cmocka_unit_test(what_does_not_fit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
