/* A file of a payment run for one channel: ISO 20022 pain.001.001.09, or CSV in the
 * channel's own columns and encoding.  The same run gives the same bytes. */
#ifndef STEWARD_PAYFILE_H
#define STEWARD_PAYFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/err.h"

/* What all files of a run have in common. */
struct payfile_run {
	const char *run, *period, *created, *day, *office;
	int nth;
};

struct payfile_channel {
	const char *channel, *format, *encoding, *agent, *debtor, *columns;
	int64_t lines, fen;
};

struct payfile_row {
	int64_t payee_id, fen;
	const char *number, *payee, *id_no;
};

struct payfile;

/* Opens FOLDER/PERIOD-NTH-CHANNEL.xml.tmp, or .csv.tmp, and writes its head. */
struct payfile *payfile_open(struct arena *a, const char *folder,
			     const struct payfile_run *r,
			     const struct payfile_channel *c, struct err *e);
bool payfile_row(struct payfile *f, const struct payfile_row *row, struct err *e);

/* Writes what follows the last row, and all of it to the disk; false too when the rows
 * were not what the head says. */
bool payfile_end(struct payfile *f, char digest[DIGEST_TEXT], struct err *e);

/* Gives it its name; or leaves nothing behind.  Either closes it. */
bool payfile_publish(struct payfile *f, struct err *e);
void payfile_drop(struct payfile *f);

const char *payfile_name(const struct payfile *f);
const struct payfile_channel *payfile_of(const struct payfile *f);

#endif
