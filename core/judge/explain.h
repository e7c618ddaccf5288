/* Why a rule said what it said about one person, told by the rule itself: judged once
 * more by the texts, facts and day of then, with every condition, fact, parameter and
 * step on the way. */
#ifndef STEWARD_EXPLAIN_H
#define STEWARD_EXPLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/explained.h"
#include "steward.h"

struct explain_options {
	const struct module *const *modules;
	const char *worker, *jurisdiction;
	int64_t person;
	const char *rule, *cause;
	/* by what is known and in force today, whatever was found or decided */
	bool is_now;
};

struct explained {
	struct rows head;		/* of EXPLAIN_HEAD; one row */
	bool is_decision, is_sealed,
	    is_found;			/* found: with this cause, by this explanation */
	const char *day, *book;		/* judged on, by the texts of this hash */
	int n;
	struct explained_line *lines;
};

/* False with e when there is nothing to explain.  What it gives lives as long as the
 * arena. */
bool explain_run(struct db *db, struct arena *a, const struct explain_options *o,
		 struct explained *out, struct err *e);

#endif
