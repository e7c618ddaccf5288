/* Facts, verdicts, tasks: one run of the judge, in one transaction. */
#ifndef STEWARD_JUDGE_H
#define STEWARD_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"
#include "rule/rulebook.h"
#include "steward.h"

struct judge_options {
	/* the core's own first; NULL at the end */
	const struct module *const *modules;
	const char *worker, *jurisdiction;
	int32_t day;		/* DATE_NONE: the business day */
	bool is_forced;	/* the day may be more than a week past the last judged one */
	bool is_full;		/* everyone, not only the touched and the due */
	bool rebuilds;		/* all fact rows anew first */
	bool is_night;		/* finders of the night, too */
	/* Called when a step begins and now and then in it; may be NULL. */
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	/* Called once for each rule or file that failed; the others went on. */
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	void *ctx;
};

struct judge_counts {
	int32_t day;
	bool was_full;
	int64_t refreshed, judged, changed, automatic, open_tasks;
	int64_t others;		/* judged subjects that are no persons */
	int64_t findings;	/* counted by a full run only */
	int failed;
	double facts_ms, judge_ms, tasks_ms;	/* of all rounds */
};

/* False for a day that cannot be judged: before the last judged one, or far past it. */
bool judge_may(struct db *db, struct arena *a, const struct judge_options *o,
	       struct err *e);

/* False for a day that cannot be judged, and when anything but a rule fails. */
bool judge_run(struct db *db, const struct judge_options *o, struct judge_counts *n,
	       struct err *e);

#endif
