#include "plant.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "tables.h"

typedef void (*role_fn)(struct plant *pl, struct events *ev, struct person *p,
			struct rng *r);

/* Early enough that a weekly file can still speak of a later day. */
static int32_t early_death(const struct events *ev, struct rng *r)
{
	return rng_between(r, ev->period.day + 1,
			   period_week(&ev->period, ev->period.weeks - 1) - 2);
}

/* A day after that one of which a weekly file speaks; *file_day gets the file's. */
static int32_t day_after(const struct events *ev, struct rng *r, int32_t day,
			 int32_t *file_day)
{
	int32_t last = period_week(&ev->period, ev->period.weeks - 1) - 1;
	int32_t seen = rng_between(r, day + 1, last);

	*file_day = period_week(&ev->period, period_week_after(&ev->period, seen));
	return seen;
}

static void tell(struct events *ev, const struct person *p, const char *kind,
		 const char *expects, int32_t day, const char *detail)
{
	char cause[DATE_TEXT];
	struct truth t = { kind, expects, date_format(day, cause), detail };

	row_truth(ev->files, p, &t);
}

/* Another person of this name and birthday died; this one goes to the doctor. */
static void namesake(struct plant *pl, struct events *ev, struct person *p, struct rng *r)
{
	int32_t died = early_death(ev, r), reported = events_reported(ev, r, died);
	int32_t file_day, seen;
	char id[PEOPLE_ID], day[DATE_TEXT], detail[200];
	struct truth alive = { "alive", "", day, detail };
	const char *where;
	bool is_free = people_number(pl->people, p->birth, p->sex, id);

	assert(is_free);	/* CITY_PERSONS_MAX fills about half of a day's */
	(void)is_free;
	row_death(ev->files, r, reported, id, p->name, p->birth, died);
	tell(ev, p, "namesake", "match", died, id);
	seen = day_after(ev, r, died, &file_day);
	where = row_sign(ev->files, r, CITY_MEDICAL, file_day, p, seen);
	snprintf(detail, sizeof(detail), "%s %s", where, date_format(seen, day));
	row_truth(ev->files, p, &alive);
}

/* Only the name is the same: another birthday, far enough not to be a slip of the pen. */
static void namesake_far(struct plant *pl, struct events *ev, struct person *p,
			 struct rng *r)
{
	int32_t died = rng_between(r, ev->period.day + 1, ev->period.last), birth;
	int32_t reported = events_reported(ev, r, died);
	char id[PEOPLE_ID];

	do {
		birth = p->birth + rng_between(r, 400, 4000);
	} while (!people_number(pl->people, birth, p->sex, id));
	row_death(ev->files, r, reported, id, p->name, birth, died);
	tell(ev, p, "namesake_far", "", died, id);
}

/* One wrong digit always fails the check character, so the number is nobody's. */
static void typo(struct plant *pl, struct events *ev, struct person *p, struct rng *r)
{
	int32_t died = rng_between(r, ev->period.day + 1, ev->period.last);
	int32_t reported = events_reported(ev, r, died);
	uint32_t at = 6 + rng_below(r, 11);
	char id[PEOPLE_ID];

	(void)pl;
	memcpy(id, p->id, PEOPLE_ID);
	id[at] = (char)('0' + (id[at] - '0' + 1 + (int)rng_below(r, 9)) % 10);
	row_death(ev->files, r, reported, id, p->name, p->birth, died);
	tell(ev, p, "typo", "match", died, id);
}

static void custody(struct plant *pl, struct events *ev, struct person *p, struct rng *r)
{
	int week = (int)rng_below(r, (uint32_t)ev->period.weeks);
	int32_t file_day = period_week(&ev->period, week), to = DATE_NONE;
	int32_t from = rng_between(r, file_day - 60, file_day - 1);
	const char *kind = rng_permille(r, 500) ? "prison" : "detained";

	(void)pl;
	if (rng_permille(r, kind[0] == 'p' ? 800 : 200))
		to = ev->period.last + rng_between(r, 30, 720);
	row_custody(ev->files, file_day, p, kind, from, to);
	tell(ev, p, "custody", "risk.paid_in_custody", from, kind);
}

/* A false report or somebody else's hand on the card: the office has to ask. */
static void sign_after_death(struct plant *pl, struct events *ev, struct person *p,
			     struct rng *r)
{
	int32_t died = early_death(ev, r), file_day;
	int32_t seen = day_after(ev, r, died, &file_day);
	enum city_feed feed = rng_permille(r, 500) ? CITY_MEDICAL : CITY_TRANSPORT;
	char detail[40], day[DATE_TEXT];

	(void)pl;
	events_death(ev, p, r, died);
	row_sign(ev->files, r, feed, file_day, p, seen);
	snprintf(detail, sizeof(detail), "%s %s",
		 feed == CITY_MEDICAL ? "medical" : "transport", date_format(seen, day));
	tell(ev, p, "sign_after_death", "risk.sign_after_death", died, detail);
}

static void claim_after_death(struct plant *pl, struct events *ev, struct person *p,
			      struct rng *r)
{
	int32_t died = early_death(ev, r), file_day;
	struct claim c = { .to = day_after(ev, r, died, &file_day),
			   .serial = ++ev->claims };
	char no[32], day[DATE_TEXT];
	struct truth t = { "claim_after_death", "claims.after_death", no, day };

	(void)pl;
	c.from = rng_between(r, died + 1, c.to);
	events_death(ev, p, r, died);
	row_claim(ev->files, r, file_day, p, &c, no);
	date_format(c.from, day);
	row_truth(ev->files, p, &t);
}

static void death(struct plant *pl, struct events *ev, struct person *p, struct rng *r)
{
	(void)pl;
	events_death(ev, p, r, rng_between(r, ev->period.day + 1, ev->period.last));
}

#define DOUBTFUL (COUNTY_DOUBTFUL / 3)	/* each way for a report to be doubtful */
#define CLAIMED 50

/* How many there are: one in so many persons, or of a county so many. */
static const struct { role_fn play; int64_t one_in, county; } roles[] = {
	{ namesake, 20000, DOUBTFUL },
	{ namesake_far, 20000, 50 },
	{ typo, 20000, DOUBTFUL },
	{ custody, 10000, 100 },
	{ sign_after_death, 20000, DOUBTFUL },
	{ claim_after_death, 20000, CLAIMED },
	{ death, 0, COUNTY_DEATHS - 2 * DOUBTFUL - CLAIMED },
};

#define ROLES (sizeof(roles) / sizeof(roles[0]))

static int64_t how_many(size_t role, const struct city_options *o)
{
	int64_t n;

	if (o->is_county)
		return tables_county(o->persons, roles[role].county);
	if (!roles[role].one_in)
		return 0;
	n = o->persons / roles[role].one_in;
	return n < 3 ? 3 : n;
}

/* The roles share nine tenths of the city evenly; the rest is room for those that had to
 * wait. */
static void next_due(struct plant *pl)
{
	int64_t stretch = pl->persons * 9 / 10 / pl->count;

	pl->due = pl->given * stretch + rng_below(&pl->luck, (uint32_t)stretch + 1);
}

void plant_init(struct plant *pl, struct arena *a, struct people *people,
		const struct city_options *o)
{
	int64_t n = 0;

	memset(pl, 0, sizeof(*pl));
	pl->people = people;
	pl->persons = o->persons;
	pl->luck = rng_for(o->seed, RNG_PLANT, 0);
	for (size_t i = 0; i < ROLES; i++)
		pl->count += how_many(i, o);
	pl->roles = arena_alloc(a, (size_t)pl->count);
	for (size_t i = 0; i < ROLES; i++)
		for (int64_t k = how_many(i, o); k > 0; k--)
			pl->roles[n++] = (unsigned char)i;
	for (n = pl->count - 1; n > 0; n--) {
		uint32_t other = rng_below(&pl->luck, (uint32_t)n + 1);
		unsigned char role = pl->roles[n];

		pl->roles[n] = pl->roles[other];
		pl->roles[other] = role;
	}
	next_due(pl);
}

bool plant_take(struct plant *pl, struct events *ev, struct person *p, struct rng *r)
{
	if (plant_is_done(pl) || p->index < pl->due || !events_is_settled(ev, p))
		return false;
	events_certify(ev, p, r);
	roles[pl->roles[pl->given]].play(pl, ev, p, r);
	pl->given++;
	next_due(pl);
	return true;
}

bool plant_is_done(const struct plant *pl)
{
	return pl->given == pl->count;
}
