/* Shared by import.c (the transaction) and import_rows.c (the file). */
#ifndef STEWARD_IMPORT_PRIVATE_H
#define STEWARD_IMPORT_PRIVATE_H

#include <stdio.h>

#include "base/digest.h"
#include "import.h"

/* Reads the file into stage_in; rejects wait in a temporary file until the copy has
 * ended. */
struct reading {
	const struct import_options *o;
	struct db *db;
	int fd; /* of the file, opened once: another one in its place changes nothing */
	char digest[DIGEST_TEXT];
	int64_t batch_id, read, rejected, misencoded, blank;
	bool is_refused;	/* by us, for what stands in it: the session goes on */
	FILE *rejects;
};

/* False with is_refused when the file is read but not to be taken. */
bool import_rows(struct reading *r, struct err *e);

/* A reader at the begin of the file; close it with csv_close.  NULL with e. */
struct csv *import_reader(struct reading *r, struct err *e);

/* Moves the waiting rejects into the table reject. */
bool import_rejects_store(struct reading *r, struct err *e);

#endif
