/* Facts made anew for the touched and for those whose window has moved.  A person whose
 * facts cannot be made (a number beyond all bounds) is named and keeps the old ones; the
 * others go on. */
#ifndef STEWARD_REFRESH_H
#define STEWARD_REFRESH_H

#include "office/facts.h"

struct refresh {
	struct db *db;
	struct arena *a;
	const struct facts *facts;
	const char *day; /* text of the day judged */
	bool rebuilds;	 /* everyone's facts, whoever was touched */
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	void *ctx;
	int64_t n; /* how many rows came out otherwise than before */
	int nfailed;
};

/* Reads the session's table taken (what was touched) and leaves todo behind (whose facts
 * are new), both without the persons that failed: those stay touched.  Part of the
 * caller's transaction. */
bool refresh_facts(struct refresh *r, struct err *e);

#endif
