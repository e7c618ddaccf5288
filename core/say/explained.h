/* What a judgement told, in words. */
#ifndef STEWARD_SAY_EXPLAINED_H
#define STEWARD_SAY_EXPLAINED_H

#include "base/buf.h"
#include "rule/explained.h"
#include "steward.h"
#include "tr.h"

bool explained_is(const struct explained_line *l, const char *kind);

/* Words of an article are in the language code, "" any; codes are all they are in, with
 * blanks between.  The reader's are shown to him, otherwise the first. */
bool explained_is_read(const struct language *in, const char *code, const char *codes);

/* A parameter's, input's or step's value with its unit: "12 months", "3201.50 yuan",
 * "yes". */
const char *explained_value(const struct language *in, struct arena *a, const char *value,
			    const char *unit);

/* One line and the rows its fact came from, as lines of text. */
void explained_add(struct buf *b, const struct language *in,
		   const struct module *const *modules, const struct explained_line *l);

#endif
