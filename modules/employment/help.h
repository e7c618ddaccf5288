/* Difficulty in finding work and subsidies: who asks, what is decided, what is done. */
#ifndef EMPLOYMENT_HELP_H
#define EMPLOYMENT_HELP_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column help_difficulty_facts[], help_subsidy_facts[];
extern const char help_difficulty_select[], help_subsidy_select[];
extern const struct move help_difficulty_moves[], help_review_moves[],
    help_subsidy_moves[], help_back_moves[];
extern const struct field help_training_fields[];
extern const struct keep help_training_keeps[];
extern const struct column help_difficulty_columns[], help_subsidy_columns[],
    help_measure_columns[];
extern const struct section help_list_sections[], help_form_sections[];
extern const struct section help_subsidy_sections[];
extern const struct form help_form, help_own_form, help_employer_form;

/* Verbs; they stand in the table of jobs_verbs.c. */
bool help_difficulty(const struct verb_call *c);
bool help_withdraw(const struct verb_call *c);
bool help_list(const struct verb_call *c);
bool help_measure(const struct verb_call *c);
bool help_subsidy(const struct verb_call *c);
bool help_subsidy_withdraw(const struct verb_call *c);
bool help_subsidies(const struct verb_call *c);
bool help_hire(const struct verb_call *c);
bool help_staff(const struct verb_call *c);
extern const struct option_def help_difficulty_options[], help_measure_options[],
    help_subsidy_options[], help_hire_options[], help_staff_options[];

#endif
