/* A draft tried on everyone beside the book in force, in one pass: which tasks would
 * arise, vanish or read otherwise, whose money would change.  The answer is kept with
 * the hashes of the draft, the book, the facts and itself; adoption asks for exactly
 * these. */
#ifndef STEWARD_REHEARSE_H
#define STEWARD_REHEARSE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/rulebook.h"
#include "steward.h"

struct rehearse_options {
	const struct module *const *modules;
	/* Only the texts that are new or other than those in force; its hash is what is
	 * adopted. */
	const struct rulebook *draft;
	const char *worker, *jurisdiction;
	int32_t day;		/* the day judged; DATE_NONE: the business day */
	/* the rehearsal that this one repeats before it is adopted, or 0 */
	int64_t checks;
	const char *region;	/* only persons of this area and below; NULL: everyone */
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	const volatile sig_atomic_t *stop;
	void *ctx;
};

struct rehearsed {
	int64_t id, persons;	/* persons: judged by both */
	int64_t unjudged;	/* whose facts have news that no judge has seen */
	int64_t touched, arises, vanishes, changes, gains, loses, monthly_fen, budget_fen;
	char day[16], draft_hash[DIGEST_TEXT], result_hash[DIGEST_TEXT];
	double ms;
};

/* All or nothing; false also when a text of the draft is refused or fails at someone. */
bool rehearse_run(struct db *db, const struct rehearse_options *o, struct rehearsed *r,
		  struct err *e);

#endif
