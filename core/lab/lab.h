/* The verbs of the laboratory, a library that an installed program may lack. */
#ifndef STEWARD_LAB_H
#define STEWARD_LAB_H

#include "host/app.h"

bool cmd_demo(struct app *app, struct err *e);
bool cmd_generate(struct app *app, struct err *e);
bool cmd_bench(struct app *app, struct err *e);

#endif
