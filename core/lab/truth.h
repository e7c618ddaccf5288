/* What the office found, held against what the generator knows. */
#ifndef STEWARD_DEMO_TRUTH_H
#define STEWARD_DEMO_TRUTH_H

#include "host/app.h"

/* Prints, for each kind of planted cause, how many were planted and found (recall), how
 * many tasks of the rule there are (precision), and who of the innocent was touched. */
bool demo_truth(struct app *app, const char *path, struct err *e);

#endif
