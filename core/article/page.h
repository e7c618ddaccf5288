/* A page about a parameter, a calculation or a rule: what the worker's tool page.lua
 * gives of it, and how it is shown. */
#ifndef STEWARD_PAGE_H
#define STEWARD_PAGE_H

#include "host/app.h"

/* One line: section and group are headings, unit may be "". */
struct page_row { const char *section, *group, *key, *value, *unit; };

struct page { int n; struct page_row *rows; const char *called; };

enum page_format { PAGE_TEXT, PAGE_MARKDOWN, PAGE_HTML };

/* Prints it; of two pages side by side with what moved, b, which is otherwise NULL.
 * Texts of the pages are data: they go through the filter. */
void page_print(struct app *app, enum page_format format, const char *name,
		const struct page *a, const struct page *b);

bool rules_page(struct app *app, struct err *e);
bool rules_search(struct app *app, struct err *e);	/* search.c */
bool rules_new(struct app *app, struct err *e);	/* new.c */

#endif
