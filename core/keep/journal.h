/* What leaves the house, told in a folder beside the database and not in it: an office
 * that is restored to an earlier point learns from it what was sent since.  The file
 * "sent" has a line of JSON each, the files run-NUMBER have payment runs whole. */
#ifndef STEWARD_JOURNAL_H
#define STEWARD_JOURNAL_H

#include "base/digest.h"
#include "db/db.h"
#include "host/app.h"

struct journal {
	const char *folder; /* NULL: none is kept */
	int fd;
};

/* The setting "journal"; without one, beside a private cluster, or none. */
bool journal_open(struct app *app, struct journal *j, struct err *e);
void journal_close(struct journal *j);

/* On the disk when it returns. */
bool journal_line(struct journal *j, const char *line, struct err *e);

/* All of a run that is about to leave. */
bool journal_run(struct app *app, struct db *db, struct journal *j, const char *run,
		 struct err *e);

/* What became of a run: "confirmed" or "taken_back". */
bool journal_step(struct app *app, const char *what, const char *run, struct err *e);

/* How much there is of it now, and the digest of that. */
bool journal_mark(struct app *app, const char **bytes, char digest[DIGEST_TEXT],
		  struct err *e);

#endif
