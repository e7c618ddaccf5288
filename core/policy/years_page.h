/* A draft over several years for a browser: charts and tables. */
#ifndef STEWARD_YEARS_PAGE_H
#define STEWARD_YEARS_PAGE_H

#include "host/app.h"
#include "say/table.h"

/* head: what the numbers are and what they are not, NULL at the end; parts: what stands
 * above the rows of each part, "all" first, a NULL name at the end. */
struct years_part {
	const char *name, *title;
};

/* rows: an answer of OUTLOOK_ROWS for all parts. */
void years_page(const struct app *app, const char *const *head,
		const struct years_part *parts, const struct table *rows);

#endif
