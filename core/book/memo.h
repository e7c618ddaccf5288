/* Same facts, same answer.  A rule's judgement depends on nothing but the facts it looked
 * at, so an answer is kept under the values of exactly those facts and Lua is entered
 * only for values not seen yet.  Which facts a rule looks at may differ from path to
 * path; each set of them has a table of its own. */
#ifndef STEWARD_MEMO_H
#define STEWARD_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct memo;	/* NULL: nothing is kept */

struct memo_answer {
	int32_t next_check;	/* DATE_NONE: never */
	int nfound;		/* findings in found, or 0 */
	const char *found;	/* bytes, owned by the memo until the next memo_put */
	size_t len;
};

struct memo *memo_new(void);
void memo_free(struct memo *m);

/* Writes the values of the facts in mask into key; the bytes used, or 0 when they do not
 * fit. */
typedef size_t (*memo_key_fn)(void *ctx, uint32_t mask, char *key, size_t size);

/* True with *a filled when an answer is known for the values that key gives. */
bool memo_get(struct memo *m, memo_key_fn key, void *ctx, struct memo_answer *a);

/* Keeps an answer under the values of the facts in mask. */
void memo_put(struct memo *m, uint32_t mask, memo_key_fn key, void *ctx,
	      const struct memo_answer *a);

#endif
