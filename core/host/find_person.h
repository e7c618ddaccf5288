/* Which person a command means: an identity number, or else a person_id; 0 where a task
 * is about no person. */
#ifndef STEWARD_FIND_PERSON_H
#define STEWARD_FIND_PERSON_H

#include "db/db.h"

bool find_person(struct db *db, const char *text, int64_t *person, struct err *e);

#endif
