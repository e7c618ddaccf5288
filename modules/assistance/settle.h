/* The yearly settlement of what was granted by need against the income of the year: how
 * it is shown, what a clerk can do about it. */
#ifndef ASSISTANCE_SETTLE_H
#define ASSISTANCE_SETTLE_H

#include "steward.h"
#include "verb.h"

extern const struct move settle_moves[], settle_missing_moves[];
extern const struct section settle_sections[];
extern const struct option_def settle_list_options[];

/* The verbs settlements, settle YEAR, reply PERSON YEAR WORDS; false: an error was
 * told. */
bool settle_list(const struct verb_call *c);
bool settle_begin(const struct verb_call *c);
bool settle_reply(const struct verb_call *c);

#endif
