/* The published figures the city is drawn from.  Whole numbers only, so that every
 * machine draws the same city. */
#ifndef STEWARD_TABLES_H
#define STEWARD_TABLES_H

#include <stdint.h>

#define TABLES_BANDS 21		/* 0-4, 5-9, ... 95-99, 100+ */
#define TABLES_TOWNS 23

#define TABLES_AREAS 3		/* in which the towns lie; the last is the city */

struct area { int code, parent; const char *name; };
struct town { int code, weight; const char *name; };

extern const int64_t tables_pyramid[TABLES_BANDS][2];	/* men, women in 2020 */
extern const struct area tables_areas[TABLES_AREAS];
extern const struct town tables_towns[TABLES_TOWNS];

/* Deaths a year in a million of that sex and age. */
int tables_mortality(int age, char sex);

/* The province's monthly calculation base in fen for pensions that begin in that year. */
int64_t tables_base(int year);

/* The county of Zhuji as it publishes itself: about so many persons, pensioners, deaths
 * among them in a year, and reports about them that are doubtful. */
#define COUNTY_PERSONS 1330000
#define COUNTY_PENSIONERS 362721
#define COUNTY_DEATHS 6902
#define COUNTY_DOUBTFUL 1224

/* n of the whole county, in one of so many persons; at least one. */
int64_t tables_county(int64_t persons, int64_t n);

#endif
