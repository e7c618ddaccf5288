/* Who lives here.  People come one by one, household after household, while pools of ages
 * empty themselves: the city as a whole has the pyramid it should have, and no list of it
 * is kept. */
#ifndef STEWARD_PEOPLE_H
#define STEWARD_PEOPLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "names.h"
#include "rng.h"

#define PEOPLE_ID 19
#define PEOPLE_AGES 106

enum scheme { SCHEME_NONE, SCHEME_EMPLOYEE, SCHEME_RESIDENT };
enum category { CATEGORY_NONE, CATEGORY_MALE60, CATEGORY_FEMALE55, CATEGORY_FEMALE50,
		CATEGORY_RESIDENT };
enum status { STATUS_NONE, STATUS_CONTRIBUTING, STATUS_UNEMPLOYED, STATUS_LAPSED,
	      STATUS_RETIRED };

/* Days are DATE_NONE where there is none. */
struct person {
	int64_t index, household;
	char id[PEOPLE_ID], sex, name[NAMES_SIZE];
	int age, region;
	int32_t birth;

	enum scheme scheme;		/* from here on: careers.c */
	enum category category;
	enum status status;
	int32_t start, unemployed_since, first_paid;
	int32_t retire_on;		/* the statutory day, past or to come */
	int months, index_milli;	/* contributed; average index in thousandths */
	int64_t base_fen, account_fen, pension_fen;

	int32_t certified_on;	/* decided with the person's life, events.c or plant.c */
};

struct people {
	uint64_t seed;
	int32_t day, first_birth;
	uint16_t *used[2];	/* numbers given out, by sex and day of birth */
	int64_t pool[2][PEOPLE_AGES];	/* persons still to come, by sex and age */
	int64_t adults, children;	/* left in the pools */
	int64_t next, households;

	struct rng house;		/* the household being filled */
	int left, member, region, family, head_age;
	char head_sex;
	bool is_awkward;
};

void people_init(struct people *pp, struct arena *a, uint64_t seed, int64_t persons,
		 int32_t day);

/* Fills everything down to the birth date.  Call it as often as there are persons. */
void people_next(struct people *pp, struct person *p);

/* A valid number of that birth day that nobody has and nobody will get; false when the
 * day is full. */
bool people_number(struct people *pp, int32_t birth, char sex, char id[PEOPLE_ID]);

#endif
