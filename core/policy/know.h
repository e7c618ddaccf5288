/* Facts that a book declares, for the tools that read its rules. */
#ifndef STEWARD_KNOW_H
#define STEWARD_KNOW_H

#include "declared/declared.h"
#include "host/app.h"
#include "rule/rulebook.h"

/* Puts the facts that the book declares among the program's modules; d, or NULL, gets all
 * of them, also those that are left out because they are not in order. */
bool rules_know(struct app *app, const struct rulebook *book, int32_t day,
		struct declared *d, struct err *e);

#endif
