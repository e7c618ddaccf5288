/* Facts of a subject made anew for the touched and for those whose window has moved.  One
 * whose facts cannot be made (a number beyond all bounds) is named and keeps the old
 * ones; the others go on. */
#ifndef STEWARD_REFRESH_H
#define STEWARD_REFRESH_H

#include "facts/facts.h"

struct refresh {
	struct db *db;
	struct arena *a;
	const struct module *const *modules;
	const struct facts *facts;
	const char *day;	/* text of the day judged */
	bool everyone;	/* all facts, whatever was touched; set when a file said so */
	bool repacks;		/* rows that are the same are packed anew, too */
	void (*failed)(void *ctx, const char *what, int64_t id, const char *message);
	void *ctx;
	int64_t n;		/* how many rows came out otherwise than before */
	int nfailed;
};

/* Reads the session's table taken (what was touched).  What came out otherwise lies in
 * the table packing afterwards; todo has whose facts are new, unless they are
 * everyone's.  Those that failed are in neither and stay touched.  Part of the caller's
 * transaction. */
bool refresh_facts(struct refresh *r, struct err *e);

#endif
