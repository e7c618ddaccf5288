/* Which person a command means: an identity number, or else a person_id; 0 where a task
 * is about no person. */
#ifndef STEWARD_FIND_PERSON_H
#define STEWARD_FIND_PERSON_H

#include "db/db.h"

/* Is what somebody looks for a number, or how one begins?  Numbers of some kinds start
 * with letters; a name has no digit. */
bool is_number_of_person(const char *text);

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e);

#endif
