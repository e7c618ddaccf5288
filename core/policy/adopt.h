/* What rehearsing and adopting share. */
#ifndef STEWARD_RULES_ADOPT_H
#define STEWARD_RULES_ADOPT_H

#include "differ.h"
#include "host/progress.h"
#include "judge/rehearse.h"
#include "rules.h"

/* The files named from the given argument on, or all of the folder: those that are other
 * than what is in force on the day (DATE_NONE: the business day).  NULL with e when none
 * is. */
struct rulebook *rules_read_draft(struct app *app, struct db *db, int first, int32_t day,
				  struct err *e);

/* False, and e says since when, when a text is already in force on the day (DATE_NONE:
 * the business day) as it is. */
bool rules_is_news(struct app *app, struct db *db, const struct rule_file *f,
		   int32_t day, struct err *e);

/* A draft on its way before everyone. */
struct tried {
	const struct rulebook *draft;
	int32_t day;			/* DATE_NONE: the business day */
	const char *region;		/* only persons of this area; NULL: all */
	int64_t checks;			/* the rehearsal that this one repeats, or 0 */
	bool is_withdrawal;
	/* what came of it, for each day; the first is that of coming into force */
	struct rehearsed days[REHEARSE_DAYS];
	int ndays;
};

/* What is shown while one runs. */
struct rehearsing { struct app *app; struct progress progress; };

/* Checks the draft and fills in what it is run with, for the days on which it is felt; o
 * and d are the caller's and ctx must live as long as it runs, then progress_end. */
bool rules_prepare(struct app *app, struct db *db, struct tried *t,
		   struct rehearsing *ctx, struct rehearse_options *o,
		   struct difference *d, struct err *e);

/* Checks the draft, tries it on everyone and tells the totals of each day on which it is
 * felt.  A draft that takes names or places away is refused unless --remove is given. */
bool rules_rehearse_draft(struct app *app, struct db *db, struct tried *t, struct err *e);

/* Groups and persons of each day. */
bool rules_print_rehearsed(struct app *app, struct db *db, const struct tried *t,
			   struct err *e);

#endif
