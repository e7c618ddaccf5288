/* The board for others than its own screen: a page for a browser, numbers for a program
 * that watches.  Both go to stdout; t is an answer of BOARD_ON, area its code or "". */
#ifndef STEWARD_BOARD_PAGE_H
#define STEWARD_BOARD_PAGE_H

#include "host/app.h"
#include "say/table.h"

/* One file that needs no other: no script, no address, its charts are SVG. */
void board_page(const struct app *app, const struct table *t, const char *area);

/* OpenMetrics 1.0: a gauge for each figure that has a value. */
void board_metrics(const struct app *app, const struct table *t, const char *area);

#endif
