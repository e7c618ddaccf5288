/* The fact row: which columns there are, and how they are made anew for the persons in
 * the session's table todo.  Put together from the constants of core and the loaded
 * modules. */
#ifndef STEWARD_FACTS_H
#define STEWARD_FACTS_H

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

struct facts {
	int n;
	const char **names, **types;		/* in the order of the modules */
	const char *base; /* SQL: the core's facts of everyone in todo, as a table of the
			     session */
	const char
	    *refresh; /* SQL: upserts person_fact from base and the modules' selects */
	const char *pack, *repack; /* SQL: rows in one piece, into person_pack: those that
				    * came out anew; everyone's in todo */
	const char *columns;	/* "birth_date, sex, ..." */
	const char *body;	/* SQL: the row "f" in one piece */
};

/* modules ends with NULL; the first one is the core's own. */
struct facts *facts_of(struct arena *a, const struct module *const *modules);

/* Adds the columns that are missing; the caller owns the schema. */
bool facts_add_columns(struct db *db, struct arena *a, const struct facts *f,
		       struct err *e);

/* What the judge reads: person_id, judged, the facts in one piece, the area. */
#define FACTS_STREAM                                                                     \
	"select k.person_id, k.judged, k.body, k.region_code from person_pack k"

/* Makes the rows of everyone in todo anew; n: how many came out otherwise than before.
 * rebuilds: the columns may be others, so that rows which are the same are packed anew
 * too. */
bool facts_refresh(struct db *db, struct arena *a, const struct facts *f, bool rebuilds,
		   int64_t *n, struct err *e);

/* SQL of the view that says where each fact came from, over all modules. */
const char *facts_source_view(struct arena *a, const struct module *const *modules);

#endif
