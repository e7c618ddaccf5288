/* The fact row of a subject: which columns there are, and how they are made anew for
 * those in the session's todo.  Put together from the constants of core and the loaded
 * modules. */
#ifndef STEWARD_FACTS_H
#define STEWARD_FACTS_H

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"
#include "steward.h"

struct facts {
	const struct subject *subject;	/* NULL: all of them */
	int n;
	const char **names, **types;	/* in the order of the modules */
	const char *columns;	/* "birth_date, sex, ..." */
	const char *body;	/* SQL: the row "f" in one piece */
	const char *taken;	/* names that no rule may have: blanks between */
	const char *modules;	/* the loaded ones: blanks between */
};

/* modules ends with NULL; the first one is the core's own. */
struct facts *facts_of(struct arena *a, const struct module *const *modules,
		       const struct subject *s);

/* The facts of all subjects side by side, for engines that try texts: one that two
 * subjects have has one type. */
struct facts *facts_of_all(struct arena *a, const struct module *const *modules);

/* Tells an engine which subject it judges, and by which facts. */
void facts_tell(const struct facts *f, struct engine_options *o);

/* The subject's tables and the columns that are missing; the caller owns the schema. */
bool facts_make_tables(struct db *db, struct arena *a, const struct facts *f,
		       struct err *e);

/* What the judge reads of all of a subject: number, judged, the facts in one piece, the
 * area; of those in the session's table packing the new ones, where there are some.
 * of_who: only those in the session's table who. */
const char *facts_stream(struct arena *a, const struct facts *f, bool has_news,
			 bool of_who);

/* Makes the rows of those in the session's todo anew, or of all of them.  What is to be
 * judged otherwise lies in the session's table packing afterwards. */
struct facts_round {
	bool everyone;		/* all of the subject: there is no todo */
	const char *day;	/* the day judged; that of todo */
	/* the columns may be others: rows that are the same are packed, too */
	bool repacks;
	int64_t n;		/* how many came out otherwise than before */
};
bool facts_refresh(struct db *db, struct arena *a, const struct facts *f,
		   const struct module *const *modules, struct facts_round *r,
		   struct err *e);

/* SQL of the view that says where each fact came from, over all modules and subjects. */
const char *facts_source_view(struct arena *a, const struct module *const *modules);

#endif
