/* Steps of the street that more than one subcommand takes. */
#ifndef STEWARD_STREET_H
#define STEWARD_STREET_H

#include "app.h"
#include "office/judge.h"
#include "progress.h"
#include "rule/rulebook.h"

struct street { struct app *app; struct progress progress; };

/* The texts of core and the loaded modules in the folder, as they may be edited there;
 * what judges is what was adopted (office/adoption.h).  NULL with e. */
struct rulebook *street_rules(struct app *app, struct err *e);
struct rulebook *street_rules_in(struct app *app, const char *folder, struct err *e);

/* One run of the judge with its progress and the failed rules told on stderr. */
bool street_judge(struct app *app, struct db *db, int32_t day, bool is_full, bool rebuilds,
		  struct judge_counts *n, struct err *e);

/* What a rule failed of, for a line on stderr: without its trace, through the filter. */
const char *street_fault(struct app *app, const char *message);

/* An engine with the rule book and no facts: for calculations and parameters. */
struct engine *street_engine(struct app *app, int32_t day, struct engine_options *o,
			     struct err *e);

/* Writes a city into folder; pensions come from the calculation pension.amount.
 * in_cluster: the folder is one of a private cluster, whose rights count. */
bool street_generate(struct app *app, const char *folder, int64_t persons, int64_t seed, int days,
		     int32_t day, bool in_cluster, struct err *e);

#endif
