/* The verbs of the command line and their options: one table, read by usage, help and
 * dispatch. */
#ifndef STEWARD_COMMANDS_H
#define STEWARD_COMMANDS_H

#include "app.h"

/* Taken by every verb. */
extern const struct option_def common_options[];

/* The program's own, table by table, ended by NULL; the first row of the first is the one
 * without a name on the command line. */
extern const struct verb *const own_verbs[];

/* What a library of verbs is called under the symbol lab_verbs. */
extern const struct verb lab_verbs[];

/* The verb's options and the common ones in one table; its own win. */
struct option_def *options_of(struct arena *a, const struct verb *v);

/* Words by app->options, into app->values and app->args; false with e for a word that is
 * none of them, or a value that will not do. */
bool options_take(struct app *app, int argc, char **argv, struct err *e);

/* The words among argv that are no options and no values of the options that verbs of the
 * table which begin with the first word know; at most n. */
int options_words(const struct verb *table, int argc, char **argv, const char **words,
		  int n);

#endif
