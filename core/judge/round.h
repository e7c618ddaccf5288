/* One subject's turn in a run of the judge: facts, verdicts, tasks, until no rule settles
 * anything more by itself. */
#ifndef STEWARD_ROUND_H
#define STEWARD_ROUND_H

#include "base/buf.h"
#include "judge.h"
#include "facts/facts.h"

/* One run, as its parts see it. */
struct judging {
	const struct judge_options *o;
	struct judge_counts *n;
	struct db *db;
	struct arena *a;
	struct rulebook *book;	/* the texts in force on the day */
	struct buf failed;	/* names of failed rules as an array literal's inside */
	const char *day;
	bool all, rebuilds;	/* everyone is judged; all facts are made anew first */
	bool finds_all;		/* a round looked at everyone: finders do, too */
};

/* The engine that judges a subject by the book; NULL with e.  options live as long as
 * it. */
struct engine *round_engine(struct judging *r, const struct facts *f,
			    struct engine_options *options, struct err *e);

/* All rounds of a subject.  engine: the one that judges it, or NULL to start one when
 * there is something to judge. */
bool round_subject(struct judging *r, const struct facts *f, struct engine *engine,
		   struct err *e);

/* Tells of a step that begins. */
void run_step(const struct judging *r, const char *name);

#endif
