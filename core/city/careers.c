#include "careers.h"

#include "base/date.h"
#include "base/money.h"
#include "tables.h"

#define RESIDENT_SCHEME_BEGAN date_from_civil(2010, 1, 1)
#define ACCOUNTS_BEGAN date_from_civil(1998, 1, 1)
#define MONTHS_MIN 180
#define RESIDENT_BASE_FEN 25000
#define RESIDENT_DIVISOR 139

/* Annex tables of the State Council measures of 2024-09-13, as their rule: from a birth
 * month on, one month later for every so many months, up to a cap. */
static const struct { int years, first_year, step, cap; } ages[] = {
	[CATEGORY_MALE60] = { 60, 1965, 4, 36 },
	[CATEGORY_FEMALE55] = { 55, 1970, 4, 36 },
	[CATEGORY_FEMALE50] = { 50, 1975, 2, 60 },
	[CATEGORY_RESIDENT] = { 60, 9999, 1, 0 }
};

int career_retirement_months(enum category category, int32_t birth)
{
	struct civil c = date_to_civil(birth);
	int since = (c.year - ages[category].first_year) * 12 + c.month - 1;
	int delay = since < 0 ? 0 : since / ages[category].step + 1;

	return ages[category].years * 12 +
	       (delay > ages[category].cap ? ages[category].cap : delay);
}

int32_t career_retirement_day(enum category category, int32_t birth)
{
	return date_add_months(birth, career_retirement_months(category, birth));
}

int32_t career_month(int32_t day)
{
	return day - date_to_civil(day).day + 1;
}

static enum scheme choose_scheme(const struct person *p, struct rng *r)
{
	uint32_t at = rng_below(r, 1000);

	if (p->age < 17)
		return SCHEME_NONE;
	if (p->age < 25)
		return at < (uint32_t)(p->age - 16) * 80 ? SCHEME_EMPLOYEE : SCHEME_NONE;
	if (at < (p->sex == 'F' && p->age >= 50 ? 780 : 650))
		return SCHEME_EMPLOYEE;
	return at < 970 ? SCHEME_RESIDENT : SCHEME_NONE;
}

static int32_t clamp(int32_t day, int32_t low, int32_t high)
{
	return day > high ? high : day < low ? low : day;
}

/* What the person pays until, and what became of it; end is set to the last day that
 * counts. */
static void choose_status(struct person *p, struct rng *r, int32_t day, uint32_t paying,
			  int32_t *end)
{
	uint32_t at = rng_below(r, 1000);

	*end = p->retire_on < day ? p->retire_on : day;
	p->status = STATUS_CONTRIBUTING;
	if (p->retire_on < career_month(day)) {
		p->status = STATUS_RETIRED;
	} else if (at < 50 && p->scheme == SCHEME_EMPLOYEE) {
		p->status = STATUS_UNEMPLOYED;
		*end = p->unemployed_since =
			clamp(day - rng_between(r, 5, 730), p->start + 1, *end);
	} else if (at >= paying + 50) {
		p->status = STATUS_LAPSED;
		*end = rng_between(r, p->start, *end);
	}
}

static void retire(struct person *p, int32_t base_year_day)
{
	p->first_paid = date_add_months(career_month(p->retire_on), 1);
	p->base_fen = tables_base(date_to_civil(base_year_day).year);
}

/* Eight percent of the wage in the middle of the time since accounts exist, with a fifth
 * more for the interest. */
static int64_t employee_account(const struct person *p, int32_t end)
{
	int32_t from = p->start > ACCOUNTS_BEGAN ? p->start : ACCOUNTS_BEGAN;
	int months = end > from ? date_months_between(from, end) : 0;
	int64_t wage = tables_base(date_to_civil(from + (end - from) / 2).year) *
		       p->index_milli / 1000;

	if (months > p->months)
		months = p->months;
	return wage * 8 / 100 * months * 12 / 10;
}

static void employee(struct person *p, struct rng *r, int32_t day)
{
	int32_t grown = date_add_months(p->birth, 16 * 12), end;
	int years = rng_between(r, 1, 8);

	if (rng_permille(r, 150))
		years += rng_between(r, 0, 11);
	p->category = p->sex == 'M' ? CATEGORY_MALE60 : CATEGORY_FEMALE50;
	if (p->sex == 'F' && rng_permille(r, 220))
		p->category = CATEGORY_FEMALE55;
	p->retire_on = career_retirement_day(p->category, p->birth);
	p->start = grown + years * 365 + rng_between(r, 0, 364);
	if (p->start >= day)
		p->start = rng_between(r, grown, day - 1);
	p->index_milli = rng_between(r, 600, 1000);
	if (rng_permille(r, 400))
		p->index_milli += rng_between(r, 0, 1200);
	choose_status(p, r, day, 860, &end);
	p->months = date_months_between(p->start, end) * rng_between(r, 78, 100) / 100;
	p->account_fen = employee_account(p, end);
	if (p->status == STATUS_RETIRED && p->months < MONTHS_MIN)
		p->status = STATUS_LAPSED;
	if (p->status == STATUS_RETIRED)
		retire(p, p->retire_on);
}

/* Whole years from 2010 on; who was past 60 by then is paid without contributions. */
static void resident(struct person *p, struct rng *r, int32_t day)
{
	static const int yearly_yuan[] = { 160, 360, 560, 1060, 2060 };
	int32_t grown = date_add_months(p->birth, 16 * 12), sixty, end;

	p->category = CATEGORY_RESIDENT;
	sixty = career_retirement_day(p->category, p->birth);
	if (grown < RESIDENT_SCHEME_BEGAN)
		grown = RESIDENT_SCHEME_BEGAN;
	p->start = clamp(grown + rng_between(r, 0, 700), RESIDENT_SCHEME_BEGAN, day - 30);
	if (p->start > sixty)
		p->start = grown;
	p->retire_on = sixty > p->start ? sixty : p->start;
	choose_status(p, r, day, 780, &end);
	p->months = (date_to_civil(end).year - date_to_civil(p->start).year) * 12;
	p->account_fen = p->months / 12 * yearly_yuan[rng_below(r, 5)] * (int64_t)100;
	if (p->status != STATUS_RETIRED)
		return;
	retire(p, p->retire_on);
	money_scale(p->account_fen, 1, RESIDENT_DIVISOR, &p->pension_fen);
	p->pension_fen += RESIDENT_BASE_FEN;
}

void career_fill(struct person *p, uint64_t seed, int32_t day)
{
	struct rng r = rng_for(seed, RNG_CAREER, p->index);

	p->start = p->unemployed_since = p->first_paid = DATE_NONE;
	p->retire_on = p->certified_on = DATE_NONE;
	p->scheme = choose_scheme(p, &r);
	if (p->scheme == SCHEME_EMPLOYEE)
		employee(p, &r, day);
	else if (p->scheme == SCHEME_RESIDENT)
		resident(p, &r, day);
}

struct city_pension career_pension(const struct person *p)
{
	int months = career_retirement_months(p->category, p->birth);

	return (struct city_pension){
		.day = p->retire_on,
		.base_fen = p->base_fen,
		.account_fen = p->account_fen,
		.avg_index = p->index_milli / 1000.0,
		.total_years = p->months / 12.0,
		.age_years = months / 12,
		.age_months = months % 12,
	};
}
