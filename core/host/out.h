/* Rows for the command line, on stdout: aligned text, CSV (RFC 4180), one JSON object a
 * line, or a spreadsheet file. */
#ifndef STEWARD_OUT_H
#define STEWARD_OUT_H

#include "app.h"
#include "say/table.h"

/* text and xlsx show the declared columns; csv and json all that the statement gives,
 * under the names the statement gives them, so that scripts have keys to go on with.
 * section, when not NULL, names a part of a longer answer. */
void out_table(const struct app *app, const struct table *t, const struct column *columns,
	       const char *section);

/* One row as "title: value" lines in text; like out_table otherwise. */
void out_fields(const struct app *app, const struct table *t,
		const struct column *columns, const char *section);

/* One row of texts as CSV (with the names above the first one) or JSON; a name that
 * starts with # is a number's. */
void out_row(const struct app *app, const char *const *names, const char *const *values,
	     int n, bool is_first);

/* The names alone, as CSV has them above its rows. */
void out_names(const char *const *names, int n);

/* Before the first row: for a spreadsheet the mark by which it knows the encoding. */
void out_begin(const struct app *app);

/* The first rows of a table that has at most one more; that one is told on stderr, with
 * the option --limit. */
void out_some(const struct app *app, struct table *t, const struct column *columns,
	      int most);

/* A text in quotes, escaped, on stdout. */
void out_json_string(const char *s);

#endif
