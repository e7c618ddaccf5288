/* The subjects that rules judge, over core and the loaded modules. */
#ifndef STEWARD_SUBJECT_H
#define STEWARD_SUBJECT_H

#include "base/arena.h"
#include "steward.h"

#define SUBJECT_PERSON "person"

/* The i-th subject, core's person first; NULL after the last. */
const struct subject *subject_at(const struct module *const *modules, int i);

/* NULL when no loaded module has it. */
const struct subject *subject_find(const struct module *const *modules, const char *name);

/* The statement with the subject's name in place of every {s}, and the table in which all
 * of them stand in place of {b}: "{s}_pack" is person_pack.  It lives as long as the
 * arena. */
const struct stmt *subject_stmt(struct arena *a, const struct stmt *s,
				const struct subject *subject);

/* The same for a piece of SQL. */
const char *subject_sql(struct arena *a, const char *sql, const struct subject *subject);

#endif
