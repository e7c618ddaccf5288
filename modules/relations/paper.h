/* Lines of sentences as a text, for a paper. */
#ifndef STEWARD_RELATIONS_PAPER_H
#define STEWARD_RELATIONS_PAPER_H

#include "verb.h"

/* Takes the first line off; it lives as long as the verb. */
const char *said_line(const struct verb_call *c, const char **at);

/* Each line is a sentence with its values, said in the reader's language; an empty one
 * stays empty.  Lives as long as the verb. */
const char *said_text(const struct verb_call *c, const char *lines);

#endif
