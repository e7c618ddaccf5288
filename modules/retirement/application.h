/* Applications for a pension: facts, steps, screens and verbs. */
#ifndef RETIREMENT_APPLICATION_H
#define RETIREMENT_APPLICATION_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column application_facts[];
extern const char application_select[];
extern const struct task_state application_states[];
extern const struct move application_moves[];
extern const struct column application_calendar[], application_list[];
extern const struct section application_form_sections[];
extern const struct form application_form;
extern const struct action application_person_actions[];
extern const struct module_verb application_verbs[];

#endif
