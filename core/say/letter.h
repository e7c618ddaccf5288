/* The letter to the citizen: an explanation in plain words, and the office's own words
 * around it. */
#ifndef STEWARD_LETTER_H
#define STEWARD_LETTER_H

#include "base/buf.h"
#include "rule/explained.h"
#include "steward.h"
#include "tr.h"

#define LETTER_BYTES 60000 /* at most, as the table message takes it */

/* The parameter work.letters as in force: "suspend.en.subject" and what it says. */
struct letter_texts {
	int n;
	const char **keys, **values;
};

/* What one is about; texts as the server gave them, "" where there is nothing. */
struct letter {
	const struct language *in;
	const struct module *const *modules;
	const struct letter_texts *texts;
	const char *name, *number, *address, *region, *rule, *task_type, *state;
	bool is_dead;	   /* reported so: it goes to the family or the estate */
	const char *today; /* YYYY-MM-DD */
	bool is_account;   /* of how something was worked out: nothing was found */
	bool is_decision;  /* then the three below count */
	const char *decided_on, *reason, *approver_reason;
	const char *words;	/* a clerk's own; NULL or "" none */
	int reply_days;		/* an answer is awaited; 0: none */
	int n;
	const struct explained_line *lines;
};

/* The whole letter; ask whether the buffer is full. */
void letter_add(struct buf *b, const struct letter *l);

#endif
