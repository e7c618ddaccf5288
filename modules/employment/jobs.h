/* Who looks for work and which work there is: feeds, matching with its reasons, referrals
 * and what comes of them. */
#ifndef EMPLOYMENT_JOBS_H
#define EMPLOYMENT_JOBS_H

#include "steward.h"

extern const struct field jobs_seeker_fields[], jobs_vacancy_fields[];
extern const struct match jobs_matches[];
extern const struct keep jobs_seeker_keeps[];

#endif
