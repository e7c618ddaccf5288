/* Which policy texts are in force: versions with a first day, adopted by a second
 * person, kept for ever by hash.  Every workstation judges by these, whatever lies in
 * its folder. */
#ifndef STEWARD_ADOPTION_H
#define STEWARD_ADOPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/rulebook.h"

/* The business day. */
bool adoption_today(struct db *db, struct arena *a, int32_t *day, struct err *e);

/* The book of a day (DATE_NONE: the business day) for the loaded modules (names, NULL at
 * the end). NULL with e when there is none, or when an archived text is not what its hash
 * says. */
struct rulebook *adoption_book(struct db *db, struct arena *a, int32_t day,
			       const char *const *modules, struct err *e);

/* The texts of a rehearsed draft, as they were kept; NULL with e when they are not what
 * its hash says. */
struct rulebook *adoption_draft(struct db *db, struct arena *a, const char *rehearsal_id,
				const char *draft_hash, const char *const *modules,
				struct err *e);

/* Texts that the office has no version of yet come into force; the owner of the schema
 * does this when the program is installed or brings new ones.  n: how many. */
bool adoption_install(struct db *db, const struct rulebook *book, int *n, struct err *e);

/* Keeps the texts of a book and the book itself, for replay. */
bool adoption_archive(struct db *db, struct arena *a, const struct rulebook *book,
		      const char *jurisdiction, int32_t day, struct err *e);

/* The book of a hash as it was kept: its texts, and the places and first day it judged
 * by. */
struct rulebook *adoption_kept(struct db *db, struct arena *a, const char *book_hash,
			       const char **jurisdiction, struct err *e);

#endif
