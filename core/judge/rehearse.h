/* A draft tried on everyone beside the book in force, in one pass for each day on which
 * something of it begins or ends: which tasks would arise, vanish or read otherwise,
 * whose money would change.  The answer is kept with the hashes of the draft, the book,
 * the facts and itself; adoption asks for exactly these. */
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

#define REHEARSE_DAYS 16

struct rehearse_options {
	const struct module *const *modules;
	/* Only the texts that are new or other than those in force; its hash is what is
	 * adopted.  A file whose hash is "" takes its path's text away. */
	const struct rulebook *draft;
	const char *worker, *jurisdiction;
	/* The day it comes into force, then those after it on which the books differ. */
	const int32_t *days;
	int ndays;
	/* the rehearsal that this one repeats before it is adopted, or 0 */
	int64_t checks;
	/* of a withdrawal: no draft that waits to be adopted, it checks itself */
	bool is_withdrawal;
	const char *region;	/* only persons of this area and below; NULL: everyone */
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	const volatile sig_atomic_t *stop;
	void *ctx;
};

struct rehearsed {
	/* persons: judged by both; id 0: the day was left out, as another text has taken
	 * the draft's place by then */
	int64_t id, persons;
	int64_t unjudged;	/* whose facts have news that no judge has seen */
	int64_t touched, arises, vanishes, changes, gains, loses, monthly_fen, budget_fen;
	char day[16], draft_hash[DIGEST_TEXT], result_hash[DIGEST_TEXT];
	double ms;
};

/* All or nothing; false also when a text of the draft is refused or fails at someone.
 * out: one for each day. */
bool rehearse_run(struct db *db, const struct rehearse_options *o, struct rehearsed *out,
		  struct err *e);

/* The book in force on a day, and the same with the draft's texts in their places;
 * *first: that of the first day asked for, by which it is known which of the draft's
 * texts another one has taken the place of since; NULL before the first call. */
bool rehearse_books(struct db *db, struct arena *a, const struct rehearse_options *o,
		    int32_t day, const struct rulebook **first, struct rulebook **books,
		    struct err *e);

#endif
