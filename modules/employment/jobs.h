/* Who looks for work and which work there is: feeds, matching with its reasons, referrals
 * and what comes of them. */
#ifndef EMPLOYMENT_JOBS_H
#define EMPLOYMENT_JOBS_H

#include "steward.h"
#include "verb.h"

extern const struct field jobs_seeker_fields[], jobs_vacancy_fields[];
extern const struct match jobs_matches[];
extern const struct keep jobs_seeker_keeps[];
extern const struct section jobs_list_sections[], jobs_page_sections[];
extern const struct paging jobs_list_paging;
extern const struct filter jobs_list_filters[];
extern const struct action jobs_page_actions[];
extern const struct move jobs_referral_moves[];
extern const struct figure_source jobs_sources[];
extern const struct module_verb jobs_verbs[];

#endif
