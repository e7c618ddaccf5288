/* A city that never was, with its truth written beside it: a register, payments, the
 * files of the days to come, and truth.csv saying what a correct office must find in
 * them.  The same options give the same bytes.  Nothing here asks the rules or the
 * policy: the truth must not depend on what it is used to test. */
#ifndef STEWARD_CITY_H
#define STEWARD_CITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define CITY_PERSONS_MIN 500
#define CITY_PERSONS_MAX 10000000
/* A second weekly file, so that a sign of life can follow a death. */
#define CITY_DAYS_MIN 8
#define CITY_DAYS_MAX 366

enum city_feed {
	CITY_DEATH,
	CITY_CUSTODY,
	CITY_MEDICAL,
	CITY_TRANSPORT,
	CITY_CONTRIBUTION,
	CITY_CLAIM,
	CITY_CHARGE,		/* from here on: offices.c */
	CITY_SEEKER,
	CITY_VACANCY,
	CITY_NURSE,
	CITY_NURSE_KIND,
	CITY_CARE,
	CITY_REQUEST,
	CITY_LOW_INCOME,
	CITY_DISABILITY,
	CITY_CHECK,
	CITY_FEEDS
};

struct city_options {
	uint64_t seed;
	int64_t persons;
	int32_t day;		/* the business day the register is true for */
	int days;		/* days of files to come after it */
	const char *dir;	/* created when missing; must not hold a city yet */
	/* Exactly so many pensioners, deaths and doubtful reports, some deaths told
	 * months late; persons is then only about how many there are. */
	bool is_county;
	bool has_offices;	/* files of the other business areas, too */
};

/* What an employee's pension is worked out from. */
struct city_pension {
	int32_t day;		/* of retirement */
	int64_t base_fen, account_fen;
	double avg_index, total_years;
	int age_years, age_months;
};

/* Fills fen[i] with the monthly pension for in[i]; called with at most 1000 at a time. */
typedef bool (*city_pension_fn)(void *ctx, const struct city_pension *in, size_t n,
				int64_t *fen, struct err *e);

/* Returns false to cancel: the run ends with ERR_CANCELLED and leaves no file. */
typedef bool (*city_progress_fn)(void *ctx, int64_t done, int64_t total);

struct city_counts {
	int64_t persons, households, pensioners, payments, truths, files;
	int64_t feed[CITY_FEEDS];	/* rows over all days */
};

/* progress and n may be NULL.  Files are whole or absent; register.csv is the last. */
bool city_generate(const struct city_options *o, city_pension_fn pension,
		   city_progress_fn progress, void *ctx, struct city_counts *n,
		   struct err *e);

#endif
