/* Shared by import.c (the transaction) and import_rows.c (the file). */
#ifndef STEWARD_IMPORT_PRIVATE_H
#define STEWARD_IMPORT_PRIVATE_H

#include <stdio.h>

#include "import.h"

/* Reads the file into stage_in; rejects wait in a temporary file until the copy has ended. */
struct reading {
	const struct import_options *o;
	struct db *db;
	int64_t batch_id, read, rejected, misencoded;
	FILE *rejects;
};

bool import_rows(struct reading *r, struct err *e);

/* Moves the waiting rejects into the table reject. */
bool import_rejects_store(struct reading *r, struct err *e);

#endif
