/* Answers about the law: names, places, facts, the lines of a table. */
#ifndef STEWARD_ANSWERS_H
#define STEWARD_ANSWERS_H

#include "ask/ask.h"

/* What may be answered when a text of the law is made. */
const char *ask_name(struct app *app, const char *answer);	/* area.what */
const char *ask_place(struct app *app, const char *answer);	/* CN-33 */
const char *ask_value(struct app *app, const char *answer);	/* number, yes, text */
const char *ask_months(struct app *app, const char *answer);
const char *ask_task(struct app *app, const char *answer);	/* kind of task */
const char *ask_fact(struct app *app, const char *answer);	/* that is a day */
const char *ask_steps(struct app *app, const char *answer);	/* 0=5, 100=7.5 */

/* A text as Lua has it, in quotes; of a number or yes the value itself. */
const char *ask_lua(struct arena *a, const char *answer);

#endif
