/* Which person a command means: an identity number, or else a person_id; 0 where a task
 * is about no person. */
#ifndef STEWARD_FIND_PERSON_H
#define STEWARD_FIND_PERSON_H

#include "db/db.h"

/* Parameters before those of paging. */
#define WANTED_NAME_PARAMS 3
#define WANTED_WORDS_PARAMS 6

/* What somebody looks for: a number or a name, or how one begins, however it was typed.
 * A number is the statement's first parameter, a name its first three; after them come
 * the columns of its order, to go on after a row, and how many rows at most. */
struct wanted {
	const struct stmt *stmt;
	const char *params[WANTED_WORDS_PARAMS];
};

/* False when nothing was typed but blanks. */
bool find_wanted(struct wanted *w, struct arena *a, const char *typed);

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e);

#endif
