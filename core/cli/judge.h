/* A run of the judge that somebody watches. */
#ifndef STEWARD_CLI_JUDGE_H
#define STEWARD_CLI_JUDGE_H

#include "host/app.h"
#include "judge/judge.h"

/* Its progress and the failed rules are told on stderr. */
bool judge_told(struct app *app, struct db *db, int32_t day, bool is_full, bool rebuilds,
		struct judge_counts *n, struct err *e);

#endif
