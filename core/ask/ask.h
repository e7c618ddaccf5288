/* Questions of a verb: answered on the command line, otherwise by a line of the standard
 * input; a wrong answer is told, and a person is asked again. */
#ifndef STEWARD_ASK_H
#define STEWARD_ASK_H

#include "host/app.h"

struct question {
	const char *key;	/* --with KEY=ANSWER; NULL ends a list */
	const char *text;	/* N_() */
	const char *usual;	/* an empty line; NULL: there has to be an answer */
	/* NULL when the answer will do, otherwise why not, in the reader's language */
	const char *(*fault)(struct app *app, const char *answer);
};

/* Answers to all of a list, in its order; they live as long as the program.  False with
 * e: a wrong one on the command line, or the input has ended. */
bool ask_all(struct app *app, const struct question *list, const char **answers,
	     struct err *e);

/* What may be answered, for many questions. */
const char *ask_day(struct app *app, const char *answer);
const char *ask_words(struct app *app, const char *answer);	/* a short text */

/* A text in quotes, as Lua and libconfig have it. */
const char *ask_quoted(struct arena *a, const char *s);

#endif
