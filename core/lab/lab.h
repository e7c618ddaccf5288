/* The verbs of the laboratory, a library that an installed program may lack. */
#ifndef STEWARD_LAB_H
#define STEWARD_LAB_H

#include "host/app.h"

bool cmd_demo(struct app *app, struct err *e);
bool cmd_generate(struct app *app, struct err *e);
bool cmd_practice(struct app *app, struct err *e);
/* The demo's folder, as asked for or its usual one, never an office's; NULL with e.  use:
 * what follows works on it. */
const char *demo_folder(struct app *app, struct err *e);
void demo_use(struct app *app, const char *folder);
bool cmd_bench(struct app *app, struct err *e);

#endif
