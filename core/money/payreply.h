/* A bank's answer to a file of a payment run: ISO 20022 pain.002, or CSV in the channel's
 * own columns. */
#ifndef STEWARD_PAYREPLY_H
#define STEWARD_PAYREPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/err.h"

struct payreply {
	char message[64];	/* the file it answers, by the name in its head */
	char group[8];		/* state of all payments; "" where it tells none */
	int64_t count;		/* payments the file had; -1 where it tells none */
	char sum[32];		/* yuan the file had; "" where it tells none */
	/* ref, state, reason and amount of each, with tabs between, a line each */
	struct buf rows;
	char digest[DIGEST_TEXT];
};

void payreply_init(struct payreply *r);
void payreply_done(struct payreply *r);

bool payreply_read_pain(struct payreply *r, const char *path, struct err *e);

/* columns: "ref:heading status:heading ..."; what it answers is known by its refs. */
bool payreply_read_csv(struct payreply *r, const char *path, const char *channel,
		       const char *columns, const char *encoding, struct err *e);

#endif
