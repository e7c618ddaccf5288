/* A letter's text: the office's words in force, and an explanation among them. */
#ifndef STEWARD_APP_LETTER_TEXT_H
#define STEWARD_APP_LETTER_TEXT_H

#include "host/app.h"
#include "judge/explain.h"
#include "say/letter.h"

/* The words are those in force today, whatever day the letter is about. */
bool letter_texts_read(struct app *app, struct db *db, const char *today,
		       struct letter_texts *t, struct err *e);

/* A letter's parts from an explanation, whatever it came to. */
struct letter letter_of(struct app *app, const char *rule, const struct explained *x,
			const struct letter_texts *t, const struct rows *to);

/* What one explanation says to the person; to is the row of LETTER_TO.  False when it is
 * no letter: the rule does not come to what was decided, or the decision was changed. */
bool letter_about(struct letter *l, struct app *app, const char *rule,
		  const struct explained *x, const struct letter_texts *t,
		  const struct rows *to, struct err *e);

#endif
