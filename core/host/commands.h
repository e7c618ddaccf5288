/* The subcommands and their options, for main alone. */
#ifndef STEWARD_COMMANDS_H
#define STEWARD_COMMANDS_H

#include "app.h"

/* Taken by every subcommand. */
extern const struct option_def common_options[];

/* The first is the one without a name on the command line; a row without a name ends
 * them. */
extern const struct subcommand subcommands[];

/* The subcommand's options and the common ones in one table; its own win. */
struct option_def *options_of(struct arena *a, const struct subcommand *s);

/* Words after the subcommand, by app->options, into app->values and app->args; false with
 * e for a word that is none of them, or a value that will not do. */
bool options_take(struct app *app, int argc, char **argv, struct err *e);

#endif
