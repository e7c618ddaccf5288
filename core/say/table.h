/* Rows that stay after the answer they came with: copied into an arena of the one who
 * shows them. */
#ifndef STEWARD_TABLE_H
#define STEWARD_TABLE_H

#include "base/arena.h"
#include "db/db.h"

struct table {
	const struct stmt *stmt;
	int n, ncols;
	const char **cells;	/* as the server sent them, unchecked; NULL is null */
};

void table_copy(struct table *t, struct arena *a, const struct stmt *s,
		const struct rows *rows);

/* Asks and waits: for subcommands. */
bool table_run(struct table *t, struct db *db, struct arena *a, const struct stmt *s,
	       const char *const *params, struct err *e);

/* Adds the rows of more, which must be of the same statement. */
void table_append(struct table *t, struct arena *a, const struct rows *more);

/* As many rows as the statement gives at most by a number of its own: there may be
 * more. */
bool table_is_full(const struct table *t);

/* Never NULL; "" for null, and for rows and columns that are not there. */
const char *table_text(const struct table *t, int row, int col);
bool table_is_null(const struct table *t, int row, int col);

/* The column of this name; -1. */
int table_column(const struct stmt *s, const char *name);

/* Name and type of a column of a statement, as its header declares them. */
const char *stmt_column_name(struct arena *a, const struct stmt *s, int col);
const char *stmt_column_type(const struct stmt *s, int col);

#endif
