/* The truths a city tells of itself against its files: each has its rows, and nothing
 * else is in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/date.h"
#include "base/idno.h"
#include "written.h"

static bool is_true_of(const char *kind, const char *id)
{
	size_t at = 0;
	const struct row *row;

	while ((row = written_next(&written.truths, T_ID, id, &at)))
		if (strcmp(row->cell[T_KIND], kind) == 0)
			return true;
	return false;
}

static int n_signs(const char *id, enum city_feed feed, int32_t from, int32_t to,
		   bool is_first)
{
	size_t at = 0;
	int n = 0;
	const struct row *row;

	while ((row = written_next(&written.feeds[feed], S_ID, id, &at))) {
		int32_t seen = written_day(row->cell[S_SEEN]);

		n += seen >= from && seen <= to &&
		     (!is_first || row->file_day == written.today + 1);
	}
	return n;
}

static int n_any_sign(const char *id, int32_t from)
{
	return n_signs(id, CITY_MEDICAL, from, INT32_MAX, false) +
	       n_signs(id, CITY_TRANSPORT, from, INT32_MAX, false);
}

static void check_death(const struct row *t)
{
	const struct row *d =
	    written_find(&written.feeds[CITY_DEATH], D_ID, t->cell[T_ID]);

	assert_non_null(d);
	assert_string_equal(d->cell[D_DIED], t->cell[T_CAUSE]);
	assert_in_range(d->file_day - written_day(d->cell[D_DIED]), 0, 12);
	if (!is_true_of("sign_after_death", t->cell[T_ID]))
		assert_int_equal(n_any_sign(t->cell[T_ID],
					    written_day(t->cell[T_CAUSE]) + 1),
				 0);
}

static void check_sign_after_death(const struct row *t)
{
	assert_true(is_true_of("death", t->cell[T_ID]));
	assert_int_equal(n_any_sign(t->cell[T_ID], written_day(t->cell[T_CAUSE]) + 1), 1);
}

static void check_claim(const struct row *t)
{
	const struct row *c =
	    written_find(&written.feeds[CITY_CLAIM], 0, t->cell[T_CAUSE]);
	const struct row *d =
	    written_find(&written.feeds[CITY_DEATH], D_ID, t->cell[T_ID]);

	assert_non_null(c);
	assert_non_null(d);
	assert_string_equal(c->cell[1], t->cell[T_ID]);
	assert_true(written_day(c->cell[3]) > written_day(d->cell[D_DIED]));
	assert_true(written_day(c->cell[4]) < c->file_day);
}

/* The row is about somebody the register does not know, under a valid number or not. */
static void check_stranger(const struct row *t, bool is_valid, bool is_same_birthday)
{
	const struct row *d =
	    written_find(&written.feeds[CITY_DEATH], D_ID, t->cell[T_DETAIL]);
	const struct row *p = written_person(t->cell[T_ID]);
	int32_t birth;

	assert_non_null(d);
	assert_null(written_person(d->cell[D_ID]));
	assert_null(written_find(&written.feeds[CITY_DEATH], D_ID, t->cell[T_ID]));
	assert_string_equal(d->cell[D_NAME], t->cell[T_NAME]);
	assert_string_equal(d->cell[D_DIED], t->cell[T_CAUSE]);
	assert_int_equal(idno_check(d->cell[D_ID], 18, &birth) == IDNO_GOOD, is_valid);
	assert_int_equal(!strcmp(d->cell[D_BIRTH], p->cell[R_BIRTH]), is_same_birthday);
}

static void check_namesake(const struct row *t)
{
	check_stranger(t, true, true);
	assert_true(is_true_of("alive", t->cell[T_ID]));
}

static void check_namesake_far(const struct row *t)
{
	check_stranger(t, true, false);
}

static void check_typo(const struct row *t)
{
	int wrong = 0;

	check_stranger(t, false, true);
	for (int i = 0; i < 18; i++)
		wrong += t->cell[T_ID][i] != t->cell[T_DETAIL][i];
	assert_int_equal(wrong, 1);
	assert_int_equal(n_any_sign(t->cell[T_ID], written_day(t->cell[T_CAUSE]) + 1), 0);
}

static void check_alive(const struct row *t)
{
	const struct row *s =
	    written_find(&written.feeds[CITY_MEDICAL], S_ID, t->cell[T_ID]);

	assert_non_null(s);
	assert_string_equal(s->cell[S_SEEN], t->cell[T_CAUSE]);
	assert_non_null(strstr(t->cell[T_DETAIL], s->cell[S_WHERE]));
	assert_true(is_true_of("namesake", t->cell[T_ID]));
}

static void check_custody(const struct row *t)
{
	const struct row *c =
	    written_find(&written.feeds[CITY_CUSTODY], 0, t->cell[T_ID]);

	assert_non_null(c);
	assert_string_equal(c->cell[4], t->cell[T_CAUSE]);
	assert_true(!*c->cell[5] || written_day(c->cell[5]) > written.last);
}

static void check_overdue(const struct row *t)
{
	const struct row *p = written_person(t->cell[T_ID]);
	int32_t due = date_add_months(written_day(p->cell[R_CERTIFIED]), 12);

	assert_int_equal(due, written_day(t->cell[T_CAUSE]));
	assert_true(due < written.last);
	assert_int_equal(n_any_sign(t->cell[T_ID], INT32_MIN), 0);
	assert_null(written_find(&written.feeds[CITY_DEATH], D_ID, t->cell[T_ID]));
	assert_null(written_find(&written.feeds[CITY_CLAIM], 1, t->cell[T_ID]));
}

static void check_near_age(const struct row *t)
{
	int32_t day = written_day(t->cell[T_CAUSE]);

	assert_string_equal(written_person(t->cell[T_ID])->cell[R_STATUS],
			    "contributing");
	assert_true(day > written.last && day <= date_add_months(written.last, 3));
}

static const struct {
	const char *kind, *expects;
	bool is_pensioner;
	size_t at_least;
	void (*check)(const struct row *t);
} kinds[] = {
	{ "death", "risk.paid_after_death", true, 7, check_death },
	{ "namesake", "match", true, 3, check_namesake },
	{ "namesake_far", "", true, 3, check_namesake_far },
	{ "typo", "match", true, 3, check_typo },
	{ "custody", "risk.paid_in_custody", true, 3, check_custody },
	{ "overdue", "retirement.certification_overdue", true, 5, check_overdue },
	{ "sign_after_death", "risk.sign_after_death", true, 3, check_sign_after_death },
	{ "claim_after_death", "claims.after_death", true, 3, check_claim },
	{ "alive", "", true, 3, check_alive },
	{ "near_age", "retirement.age_reminder", false, 1, check_near_age },
};

static void every_truth_has_its_rows(void **state)
{
	size_t seen = 0;

	(void)state;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		size_t at = 0, n = 0;
		const struct row *t;

		for (; (t = written_next(&written.truths, T_KIND, kinds[k].kind, &at));
		     n++) {
			const struct row *p = written_person(t->cell[T_ID]);

			assert_non_null(p);
			assert_string_equal(p->cell[R_NAME], t->cell[T_NAME]);
			assert_string_equal(t->cell[T_EXPECTS], kinds[k].expects);
			assert_string_equal(p->cell[R_PAID],
					    kinds[k].is_pensioner ? "paid" : "");
			kinds[k].check(t);
		}
		assert_true(n >= kinds[k].at_least);
		seen += n;
	}
	assert_int_equal(seen, written.truths.n);
}

/* The other way round: what the files show and no truth names must not be there. */
static void nothing_happens_that_no_truth_tells(void **state)
{
	(void)state;
	for (size_t i = 0; i < written.feeds[CITY_DEATH].n; i++) {
		const struct row *p =
		    written_person(written.feeds[CITY_DEATH].rows[i].cell[D_ID]);

		if (p && *p->cell[R_PAID])
			assert_true(is_true_of("death", p->cell[R_ID]));
	}
	for (size_t i = 0; i < written.feeds[CITY_CUSTODY].n; i++) {
		const struct row *p =
		    written_person(written.feeds[CITY_CUSTODY].rows[i].cell[0]);

		if (*p->cell[R_PAID])
			assert_true(is_true_of("custody", p->cell[R_ID]));
	}
	for (size_t i = 0; i < written.feeds[CITY_CLAIM].n; i++) {
		char **c = (char **)written.feeds[CITY_CLAIM].rows[i].cell;
		const struct row *d =
		    written_find(&written.feeds[CITY_DEATH], D_ID, c[1]);

		if (d && written_day(c[4]) > written_day(d->cell[D_DIED]))
			assert_non_null(written_find(&written.truths, T_CAUSE, c[0]));
	}
}

static void who_is_not_overdue_is_certified_or_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < written.people.n; i++) {
		char **p = (char **)written.people.rows[i].cell;

		if (!*p[R_CERTIFIED] || is_true_of("overdue", p[R_ID]) ||
		    written_day(p[R_CERTIFIED]) > date_add_months(written.last, -10))
			continue;
		for (int f = CITY_MEDICAL; f <= CITY_TRANSPORT; f++) {
			enum city_feed feed = (enum city_feed)f;

			assert_true(n_signs(p[R_ID], feed, written.today - 29,
					    written.today, true) >= 1);
			if (!written_find(&written.feeds[CITY_DEATH], D_ID, p[R_ID]))
				assert_true(n_signs(p[R_ID], feed, written.today - 29,
						    written.last, false) >= 2);
		}
	}
}

static void who_nears_the_age_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < written.people.n; i++) {
		char **p = (char **)written.people.rows[i].cell;
		int32_t day;

		if (strcmp(p[R_STATUS], "contributing") != 0 ||
		    strcmp(p[R_SCHEME], "employee") != 0)
			continue;
		day = career_retirement_day(written_category(p[R_CATEGORY]),
					    written_day(p[R_BIRTH]));
		if (day > written.last && day <= date_add_months(written.last, 3) &&
		    !written_find(&written.feeds[CITY_DEATH], D_ID, p[R_ID]))
			assert_true(is_true_of("near_age", p[R_ID]));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_truth_has_its_rows),
		cmocka_unit_test(nothing_happens_that_no_truth_tells),
		cmocka_unit_test(who_is_not_overdue_is_certified_or_seen),
		cmocka_unit_test(who_nears_the_age_is_named),
	};

	return cmocka_run_group_tests_name("city_truth", tests, written_begin,
					   written_finish);
}
