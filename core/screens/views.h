/* The core's own screens, and the columns they share with the command line. */
#ifndef STEWARD_VIEWS_H
#define STEWARD_VIEWS_H

#include "steward.h"

/* What fits: arguments and parts of a screen, columns of a paging, filters, fields. */
#define VIEW_ARGS 8
#define VIEW_PARTS 128
#define VIEW_SECTIONS 96	/* the other parts are for what kinds ask beside them */
#define VIEW_KEYS 8
#define VIEW_FILTERS 8
#define VIEW_FIELDS 16

/* All of them, NULL at the end; help and palette have no declaration beyond the name. */
extern const struct screen *const view_all[];

/* Arguments of the task screen: person_id, rule_id, cause; of the person screen:
 * person_id; of the rule screen: path; of the rehearsal screen: rehearsal_id. */
extern const struct screen view_home, view_queue, view_task, view_decide, view_person,
	view_search, view_rows, view_rules, view_rule, view_rehearsal, view_runs,
	view_run, view_run_group, view_help, view_palette, view_batches, view_alike,
	view_batch, view_account_tests;

extern const struct column view_board_columns[];
extern const struct column view_search_columns[];
extern const struct column view_rehearse_groups[];

/* Sections of a screen in order: those of the screen, and for the person the modules'
 * too. NULL after the last. */
const struct section *view_section(const struct module *const *modules,
				   const struct screen *s, int n);

/* What an action is called on its screen: what it opens, sends or runs. */
const char *view_action_name(const struct action *a);

/* A figure through the days; in a shell, too. */
extern const struct screen view_trend;
extern const struct screen view_pyramid, view_months, view_waiting;
extern const struct column view_trend_columns[];

#endif
