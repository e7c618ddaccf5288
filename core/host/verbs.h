/* Finding a verb: the program's own, the laboratory's where it is installed, the modules'
 * when they are loaded. */
#ifndef STEWARD_VERBS_H
#define STEWARD_VERBS_H

#include "commands.h"

/* The i-th table of verbs that there is; NULL after the last. */
const struct verb *verbs_table(const struct app *app, int i);

/* The verb with the longest path among the words, which may have options between them; a
 * heading alone is one, with .run NULL.  NULL when the first word is none. */
const struct verb *verbs_find(const struct app *app, int argc, char **argv);

/* Words of its path beyond the first: so many of app->args are its name. */
int verbs_depth(const struct verb *v);

/* Whether a word is the first of one of the program's or the laboratory's: it tells what
 * kind of work it is and nothing else.  is_lab: of a laboratory that may be missing. */
bool verbs_has_word(const struct app *app, const char *word);
bool verbs_is_lab(const char *word);
bool verbs_asks_help(int argc, char **argv);

#endif
