/* What stands beside the copy in a backup's folder, written last of all: a folder without
 * it is no backup. */
#ifndef STEWARD_MANIFEST_H
#define STEWARD_MANIFEST_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/err.h"

enum manifest_field {
	MANIFEST_PROGRAM,
	MANIFEST_SERVER,
	MANIFEST_MADE,	  /* UTC */
	MANIFEST_USER,	  /* who ran the server's programs */
	MANIFEST_SEAL,	  /* the last one that is in it, and its chain */
	MANIFEST_JOURNAL, /* how long the journal was, and its digest */
	MANIFEST_FILES, /* SHA-256 of the server's own list, which has one of each file */
	MANIFEST_FIELDS
};

struct manifest {
	const char *values[MANIFEST_FIELDS];
	char digest[DIGEST_TEXT]; /* of the manifest itself: to be kept elsewhere */
};

/* Whole or not at all. */
bool manifest_write(struct arena *a, const char *folder, struct manifest *m,
		    struct err *e);
bool manifest_read(struct arena *a, const char *folder, struct manifest *m,
		   struct err *e);

/* SHA-256 of the server's list of files in the folder. */
bool manifest_files(struct arena *a, const char *folder, char digest[DIGEST_TEXT],
		    struct err *e);

#endif
