/* What rehearsing and adopting share. */
#ifndef STEWARD_RULES_ADOPT_H
#define STEWARD_RULES_ADOPT_H

#include "judge/rehearse.h"
#include "rules.h"

/* The files named from the given argument on, or all of the folder: those that are other
 * than what is in force on the day (DATE_NONE: the business day).  NULL with e when none
 * is. */
struct rulebook *rules_read_draft(struct app *app, struct db *db, int first, int32_t day,
				  struct err *e);

/* Checks the draft, tries it on everyone of the region (NULL: of all) and tells the
 * totals; checks: the rehearsal that this one repeats, or 0. */
bool rules_rehearse_draft(struct app *app, struct db *db, const struct rulebook *draft,
			  int32_t day, const char *region, int64_t checks,
			  struct rehearsed *r, struct err *e);

#endif
