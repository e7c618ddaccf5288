#include "people.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/idno.h"
#include "tables.h"

/* City level: never issued to a person, so no number is a real one. */
#define AREA 330600

#define GROWN 20	/* the age from which somebody may head a household */
#define OLD_PERMILLE 230	/* Zhuji: 280,000 of 1,220,000 are past 60 */
#define MEMBERS_PAST_TWO 277	/* permille of persons who are third or later at home */

/* The 2020 pyramid moved on to age years later: who was there then and lived, or was born
 * since (births fell by about two fifths). */
static int64_t weight_at(int age, int sex, int years)
{
	char letter = sex ? 'F' : 'M';
	int64_t w;

	if (age < years)
		return tables_pyramid[0][sex] / 5 * 6 / 10;
	w = tables_pyramid[(age - years) / 5 > 20 ? 20 : (age - years) / 5][sex] / 5;
	for (int i = 0; i < years; i++)
		w -= w * tables_mortality(age - years + i, letter) / 1000000;
	return w;
}

/* Scales young and old apart so that the share of the old is the town's. */
static void fill_weights(int64_t w[2][PEOPLE_AGES], int years)
{
	int64_t sum[2] = { 0, 0 };

	for (int sex = 0; sex < 2; sex++)
		for (int age = 0; age < PEOPLE_AGES; age++) {
			w[sex][age] = weight_at(age, sex, years);
			sum[age >= 60] += w[sex][age];
		}
	for (int sex = 0; sex < 2; sex++)
		for (int age = 0; age < PEOPLE_AGES; age++) {
			int share = age >= 60 ? OLD_PERMILLE : 1000 - OLD_PERMILLE;

			w[sex][age] = w[sex][age] * share / (sum[age >= 60] / 1000000);
		}
}

/* Rounds the running sum, so that exactly that many persons come out. */
static void fill_pools(struct people *pp, int64_t persons)
{
	int years = (pp->day - date_from_civil(2020, 11, 1)) / 365;
	int64_t w[2][PEOPLE_AGES], total = 0, sum = 0, given = 0;

	fill_weights(w, years < 0 ? 0 : years > 20 ? 20 : years);
	for (int i = 0; i < 2 * PEOPLE_AGES; i++)
		total += w[i % 2][i / 2];
	for (int i = 0; i < 2 * PEOPLE_AGES; i++) {
		int64_t *pool = &pp->pool[i % 2][i / 2];

		sum += w[i % 2][i / 2];
		*pool = sum * persons / total - given;
		given += *pool;
		*(i / 2 < GROWN ? &pp->children : &pp->adults) += *pool;
	}
}

void people_init(struct people *pp, struct arena *a, uint64_t seed, int64_t persons,
		 int32_t day)
{
	memset(pp, 0, sizeof(*pp));
	pp->seed = seed;
	pp->day = day;
	pp->first_birth = date_add_months(day, -12 * (PEOPLE_AGES + 2));
	for (int sex = 0; sex < 2; sex++)
		pp->used[sex] = arena_alloc(a, sizeof(uint16_t) *
					       (size_t)(day - pp->first_birth + 1));
	fill_pools(pp, persons);
}

/* The numbers of a day are walked in a fixed scattered order: the step shares no factor
 * with the 500 odd or the 499 even ones (000 is not used). */
bool people_number(struct people *pp, int32_t birth, char sex, char id[PEOPLE_ID])
{
	bool woman = sex == 'F';
	uint32_t size = woman ? 499 : 500, at;
	uint16_t *used = &pp->used[woman][birth - pp->first_birth];
	struct rng r = rng_for(pp->seed, RNG_SEQUENCE, (int64_t)birth * 2 + woman);
	struct civil c = date_to_civil(birth);

	if (*used >= size)
		return false;
	at = (rng_below(&r, size) + (uint32_t)*used * 211) % size;
	(*used)++;
	snprintf(id, PEOPLE_ID, "%06d%04u%02u%02u%03u", AREA, (unsigned)c.year % 10000u,
		 (unsigned)c.month % 100u, (unsigned)c.day % 100u,
		 (2 * at + 1 + woman) % 1000u);
	id[17] = idno_check_character(id);
	id[18] = '\0';
	return true;
}

static int take(struct people *pp, int sex, int age)
{
	pp->pool[sex][age]--;
	(*(age < GROWN ? &pp->children : &pp->adults))--;
	return age;
}

/* Somebody of either sex from that part of the pools, each person left equally likely. */
static int draw(struct people *pp, bool adult, char *sex)
{
	int64_t left = adult ? pp->adults : pp->children;
	int64_t at = (int64_t)rng_below(&pp->house, (uint32_t)left);
	int age = adult ? GROWN : 0;

	for (;; age++)
		for (int s = 0; s < 2; s++) {
			at -= pp->pool[s][age];
			if (at < 0) {
				*sex = s ? 'F' : 'M';
				return take(pp, s, age);
			}
		}
}

/* The nearest age to want that is left, or -1. */
static int draw_near(struct people *pp, int want, char sex, int low, int high)
{
	int s = sex == 'F';

	for (int d = 0; d <= high - low; d++) {
		if (want - d >= low && want - d <= high && pp->pool[s][want - d])
			return take(pp, s, want - d);
		if (want + d >= low && want + d <= high && pp->pool[s][want + d])
			return take(pp, s, want + d);
	}
	return -1;
}

static void household_begin(struct people *pp)
{
	/* Permille with up to 1, 2, ... members; 2.35 on the average. */
	static const uint32_t size_up_to[] = { 300, 620, 820, 930, 980, 1000 };
	uint32_t at, town = 0;
	int weight = 0;

	pp->house = rng_for(pp->seed, RNG_HOUSEHOLD, ++pp->households);
	at = rng_below(&pp->house, 1000);
	for (pp->left = 1; size_up_to[pp->left - 1] <= at; )
		pp->left++;
	pp->member = 0;
	for (int i = 0; i < TABLES_TOWNS; i++)
		weight += tables_towns[i].weight;
	weight = (int)rng_below(&pp->house, (uint32_t)weight);
	while ((weight -= tables_towns[town].weight) >= 0)
		town++;
	pp->region = tables_towns[town].code;
	pp->family = names_family(&pp->house);
	pp->is_awkward = rng_permille(&pp->house, 2);
}

/* Children are asked for as often as the pools still hold them for the places past the
 * second, so neither pool runs dry before the other. */
static bool is_child(struct people *pp)
{
	int64_t places = (pp->adults + pp->children) * MEMBERS_PAST_TWO / 1000;

	if (!pp->adults || !pp->children)
		return !pp->adults;
	if (pp->member == 0)
		return false;
	if (pp->member == 1)
		return rng_permille(&pp->house, 60);
	return (int64_t)rng_below(&pp->house, 1000) * places < pp->children * 1000;
}

static int choose_age(struct people *pp, char *sex)
{
	struct rng *r = &pp->house;
	bool child = is_child(pp);
	int age = -1;

	if (child && pp->member > 0 && pp->head_age < 45) {
		*sex = rng_permille(r, 525) ? 'M' : 'F';
		age = draw_near(pp, pp->head_age - rng_between(r, 22, 32), *sex, 0,
				GROWN - 1);
	} else if (!child && pp->member == 1) {
		*sex = pp->head_sex == 'M' ? 'F' : 'M';
		age = pp->head_age + (*sex == 'F' ? -2 : 2) + rng_between(r, -3, 3);
		age = draw_near(pp, age, *sex, GROWN, PEOPLE_AGES - 1);
	}
	return age < 0 ? draw(pp, !child, sex) : age;
}

static void choose_name(struct people *pp, struct person *p, struct rng *r)
{
	/* Wives keep their fathers' names; children carry their father's. */
	bool is_own = rng_permille(r, p->sex == 'F' && p->age >= 24 ? 850 : 40);
	int family = is_own ? names_family(r) : pp->family;

	if (pp->is_awkward)
		names_awkward(r, family, p->sex, p->name);
	else
		names_usual(r, family, p->sex, date_to_civil(p->birth).year, p->name);
}

void people_next(struct people *pp, struct person *p)
{
	struct rng r = rng_for(pp->seed, RNG_PERSON, pp->next);
	int32_t oldest;

	if (pp->left == 0)
		household_begin(pp);
	memset(p, 0, sizeof(*p));
	p->index = pp->next++;
	p->household = pp->households;
	p->region = pp->region;
	p->age = choose_age(pp, &p->sex);
	if (pp->member++ == 0) {
		pp->head_age = p->age;
		pp->head_sex = p->sex;
	}
	pp->left--;
	oldest = date_add_months(pp->day, -12 * (p->age + 1)) + 1;
	p->birth = rng_between(&r, oldest, date_add_months(pp->day, -12 * p->age));
	while (!people_number(pp, p->birth, p->sex, p->id))
		p->birth--;
	choose_name(pp, p, &r);
}
