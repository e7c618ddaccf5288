/* What the checker has to say of texts, sorted by place. */
#ifndef STEWARD_RULES_FINDINGS_H
#define STEWARD_RULES_FINDINGS_H

#include "rules.h"

/* text: what is wrong and what to do, in the reader's language.  A remark stops
 * nothing. */
struct finding {
	const char *path, *text;
	int line;
	bool is_remark;
};

struct findings {
	struct finding *list;	/* lives as long as the app's arena */
	int n, remarks;	/* remarks are among the n */
};

/* All texts of the book; false only when the worker could not be asked. */
bool rules_findings(struct app *app, const struct rules_texts *texts,
		    struct findings *out, struct err *e);

/* May a draft come before everyone?  What the checker finds in the book with the draft
 * that it does not find in the texts in force alone, and cases of the draft's texts that
 * do not come out, are told on the standard error; false then. */
bool rules_pass(struct app *app, const struct rulebook *active,
		const struct rulebook *book, const struct rulebook *draft, int32_t day,
		struct err *e);

#endif
