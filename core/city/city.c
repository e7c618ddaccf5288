#include "city.h"

#include "base/date.h"
#include "careers.h"
#include "offices.h"
#include "plant.h"
#include "tables.h"

#define BATCH	    1000
#define PAID_MONTHS 3

struct city {
	const struct city_options *o;
	struct files files;
	struct people people;
	struct events events;
	struct plant plant;
	struct city_counts counts;
	struct person batch[BATCH];
	struct city_pension asked[BATCH];
	int64_t answered[BATCH];
};

static bool options_are_good(const struct city_options *o, struct err *e)
{
	int32_t first = date_from_civil(2020, 11, 1);
	int32_t last = date_from_civil(2040, 12, 31);

	if (o->persons < CITY_PERSONS_MIN || o->persons > CITY_PERSONS_MAX)
		return ERR(e, ERR_USAGE, "a city has %d to %d persons", CITY_PERSONS_MIN,
			   CITY_PERSONS_MAX);
	if (o->days < CITY_DAYS_MIN || o->days > CITY_DAYS_MAX)
		return ERR(e, ERR_USAGE, "a city has files for %d to %d days",
			   CITY_DAYS_MIN, CITY_DAYS_MAX);
	if (o->day < first || o->day > last)
		return ERR(e, ERR_USAGE,
			   "the city's day must lie between 2020-11-01 and 2040-12-31");
	return true;
}

static bool is_whole(const struct city *c)
{
	int64_t persons = c->o->persons;

	return c->o->is_county ? c->counts.pensioners ==
					tables_county(persons, COUNTY_PENSIONERS)
			       : c->counts.persons == persons;
}

static void people_batch(struct city *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		people_next(&c->people, &c->batch[i]);
		career_fill(&c->batch[i], c->o->seed, c->o->day);
	}
}

static bool is_employee_pensioner(const struct person *p)
{
	return p->status == STATUS_RETIRED && p->scheme == SCHEME_EMPLOYEE;
}

static bool pension_batch(struct city *c, size_t n, city_pension_fn pension, void *ctx,
			  struct err *e)
{
	size_t asked = 0;

	for (size_t i = 0; i < n; i++)
		if (is_employee_pensioner(&c->batch[i]))
			c->asked[asked++] = career_pension(&c->batch[i]);
	if (asked > 0 && !pension(ctx, c->asked, asked, c->answered, e))
		return false;
	asked = 0;
	for (size_t i = 0; i < n; i++)
		if (is_employee_pensioner(&c->batch[i]))
			c->batch[i].pension_fen = c->answered[asked++];
	return true;
}

static void write_batch(struct city *c, size_t n)
{
	for (size_t i = 0; i < n && !is_whole(c); i++) {
		struct person *p = &c->batch[i];
		struct rng r = rng_for(c->o->seed, RNG_LIFE, p->index);

		if (!plant_take(&c->plant, &c->events, p, &r))
			events_live(&c->events, p, &r);
		offices_live(&c->files, c->o, p);
		row_register(&c->files, p);
		if (p->status == STATUS_RETIRED) {
			row_account(&c->files, p);
			row_payments(&c->files, p, PAID_MONTHS);
			if (is_employee_pensioner(p))
				row_award(&c->files, p);
			c->counts.pensioners++;
		}
		c->counts.persons++;
	}
}

static bool run(struct city *c, city_pension_fn pension, city_progress_fn progress,
		void *ctx, struct err *e)
{
	row_areas(&c->files);
	offices_start(&c->files, c->o);
	while (!is_whole(c)) {
		int64_t left = c->o->persons - c->counts.persons;
		size_t n = left < BATCH && !c->o->is_county ? (size_t)left : BATCH;

		people_batch(c, n);
		if (!pension_batch(c, n, pension, ctx, e))
			return false;
		write_batch(c, n);
		if (!files_are_good(&c->files, e))
			return false;
		if (progress && !progress(ctx, c->counts.persons, c->o->persons))
			return ERR(e, ERR_CANCELLED, "making the city was stopped");
	}
	c->counts.households = c->people.households;
	if (!plant_is_done(&c->plant))
		return ERR(e, ERR_USAGE,
			   "the city has too few pensioners for its planted cases");
	return files_commit(&c->files, &c->counts, e);
}

bool city_generate(const struct city_options *o, city_pension_fn pension,
		   city_progress_fn progress, void *ctx, struct city_counts *n,
		   struct err *e)
{
	struct arena *a;
	struct city *c;
	bool is_good;

	if (!options_are_good(o, e))
		return false;
	a = arena_new();
	c = arena_alloc(a, sizeof(*c));
	c->o = o;
	/* A county ends with its last pensioner, a few persons sooner or later. */
	people_init(&c->people, a, o->seed,
		    o->is_county ? o->persons + o->persons / 10 + BATCH : o->persons,
		    o->day);
	plant_init(&c->plant, a, &c->people, o);
	is_good = files_open(&c->files, a, o, e);
	events_init(&c->events, &c->files, o);
	is_good = is_good && run(c, pension, progress, ctx, e);
	if (!is_good)
		files_abandon(&c->files);
	else if (n)
		*n = c->counts;
	arena_free(a);
	return is_good;
}
