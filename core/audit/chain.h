/* Whether an audit is as it was sealed: rows in their order against seals, neither of
 * which needs a database. */
#ifndef STEWARD_CHAIN_H
#define STEWARD_CHAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"

struct chain;

/* What is wrong with a block: rows as they were sealed, and as they are. */
enum chain_fault { CHAIN_CHANGED, CHAIN_FEWER, CHAIN_MORE, CHAIN_MISSING, CHAIN_UNKNOWN };
typedef void (*chain_fault_fn)(void *ctx, int64_t seal, enum chain_fault what,
			       int64_t sealed, int64_t found);

/* fault is called for each block that is not as it was sealed, in order. */
struct chain *chain_new(chain_fault_fn fault, void *ctx);
void chain_free(struct chain *c);

/* Lines "SEAL ROWS DIGEST CHAIN AT", from the first on; false and why where one is no
 * seal or does not stand on the one before. */
bool chain_seals(struct chain *c, FILE *in, struct err *e);
bool chain_seal(struct chain *c, int64_t seal, int64_t rows, const char *digest,
		const char *chained, struct err *e);

/* Lines "SEAL<tab>ROW", in the order of the seals; any pieces of them. */
bool chain_rows(struct chain *c, const char *data, size_t n, struct err *e);

/* After the last row; true when every block is as it was sealed. */
bool chain_end(struct chain *c, int64_t *seals, int64_t *rows);

#endif
