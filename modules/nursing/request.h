/* What comes before a visit: requests, care levels, plans; each in a file of its own. */
#ifndef NURSING_REQUEST_H
#define NURSING_REQUEST_H

#include "steward.h"
#include "verb.h"

extern const struct match request_matches[];	/* the person of a row */

/* request.c */
extern const struct field request_fields[];
extern const struct keep request_keeps[];
extern const struct stmt *const request_apply[];
extern const struct move request_moves[], request_missed_moves[];
extern const struct section request_list_sections[], request_form_sections[];
extern const struct paging request_list_paging;
extern const struct filter request_filters[];
extern const struct form request_form;
extern const struct column request_of_columns[];
extern const struct option_def request_ask_options[], request_list_options[];

/* level.c */
extern const struct field level_fields[];
extern const struct keep level_keeps[];
extern const struct stmt *const level_apply[];
extern const struct fact_column level_facts[];
extern const char level_select[];
extern const struct move level_moves[], level_renew_moves[];
extern const struct section level_form_sections[];
extern const struct form level_form;
extern const struct column level_package_columns[], level_history_columns[];
extern const int level_person_args[];
extern const struct option_def level_assess_options[];

/* plan.c */
extern const struct section plan_task_sections[];
extern const struct action plan_task_actions[];
extern const struct module_verb plan_verbs[];

/* The number of whom the first argument names; NULL: said that nobody is. */
const char *request_person(const struct verb_call *c);

/* Verbs; they stand in the table of plan.c. */
bool request_ask(const struct verb_call *c);
bool request_withdraw(const struct verb_call *c);
bool request_print(const struct verb_call *c);
bool level_assess(const struct verb_call *c);
bool level_print(const struct verb_call *c);
bool level_items(const struct verb_call *c);

/* packages.c */
extern const struct option_def packages_options[];
bool packages_paid(const struct verb_call *c);
bool packages_hours(const struct verb_call *c);

#endif
