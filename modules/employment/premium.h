/* Contributions that the fund pays while unemployment benefit is drawn: decided by two,
 * sent to the collecting office by a list a month. */
#ifndef EMPLOYMENT_PREMIUM_H
#define EMPLOYMENT_PREMIUM_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column premium_facts[];
extern const char premium_select[];
extern const struct move premium_moves[], premium_twice_moves[];
extern const struct field premium_answer_fields[];
extern const struct keep premium_answer_keeps[];
extern const struct stmt *const premium_answer_before[];
extern const struct column premium_of_columns[];
extern const struct section premium_list_sections[], premium_row_sections[];
extern const struct action premium_list_actions[];
extern const struct remit premium_remits[];

/* Verbs; they stand in the table of jobs_verbs.c. */
bool premium_make(const struct verb_call *c);
bool premium_lists(const struct verb_call *c);
extern const struct option_def premium_make_options[];

#endif
