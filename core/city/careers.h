/* What people did until the business day: scheme, contributions, retirement. */
#ifndef STEWARD_CAREERS_H
#define STEWARD_CAREERS_H

#include "city.h"
#include "people.h"

/* Months from birth to the statutory age, by the decision of 2024-09-13. */
int career_retirement_months(enum category category, int32_t birth);

int32_t career_retirement_day(enum category category, int32_t birth);

void career_fill(struct person *p, uint64_t seed, int32_t day);

/* What an employee's pension is worked out from; the caller stores the answer. */
struct city_pension career_pension(const struct person *p);

/* The first day of the month that day lies in. */
int32_t career_month(int32_t day);

#endif
