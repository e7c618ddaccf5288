/* A run of the judge that somebody watches. */
#ifndef STEWARD_CLI_JUDGE_H
#define STEWARD_CLI_JUDGE_H

#include "host/app.h"
#include "judge/judge.h"

/* Its progress and the failed rules are told on stderr.  Of how the day, what is judged
 * and whether it is night count. */
bool judge_told(struct app *app, struct db *db, const struct judge_options *how,
		struct judge_counts *n, struct err *e);

/* What modules do in the night with what was judged. */
bool night_work(struct app *app, struct db *db, struct err *e);

#endif
