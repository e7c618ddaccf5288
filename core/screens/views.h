/* The core's own screens, and the columns they share with the command line. */
#ifndef STEWARD_VIEWS_H
#define STEWARD_VIEWS_H

#include "steward.h"

/* Arguments of the task screen: person_id, rule_id, cause; of the person screen:
 * person_id; of the rule screen: path; of the rehearsal screen: rehearsal_id. */
extern const struct screen view_home, view_queue, view_task, view_decide, view_person,
    view_search, view_board, view_rows, view_rules, view_rule, view_rehearsal, view_why,
    view_diff;

extern const struct column view_queue_columns[];
extern const struct column view_board_columns[];
extern const struct column view_search_columns[];
extern const struct column view_rehearse_groups[];

/* Sections of a screen in order: those of the screen, and for the person the modules'
 * too. NULL after the last. */
const struct section *view_section(const struct module *const *modules,
				   const struct screen *s, int n);

#endif
