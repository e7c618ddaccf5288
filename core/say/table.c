#include "table.h"

#include <stdlib.h>
#include <string.h>

static const char *copy_cell(struct arena *a, const struct rows *rows, int row, int col)
{
	return row_is_null(rows, row, col) ? NULL
					   : arena_strdup(a, row_text(rows, row, col));
}

void table_append(struct table *t, struct arena *a, const struct rows *more)
{
	size_t old = (size_t)(t->n * t->ncols), add = (size_t)(more->n * t->ncols);
	const char **cells = arena_alloc(a, sizeof(*cells) * (old + add + 1));

	if (old)
		memcpy(cells, t->cells, sizeof(*cells) * old);
	for (int row = 0; row < more->n; row++)
		for (int col = 0; col < t->ncols; col++)
			cells[old++] = copy_cell(a, more, row, col);
	t->cells = cells;
	t->n += more->n;
}

void table_copy(struct table *t, struct arena *a, const struct stmt *s,
		const struct rows *rows)
{
	*t = (struct table){ .stmt = s, .ncols = s->ncolumns };
	table_append(t, a, rows);
}

bool table_run(struct table *t, struct db *db, struct arena *a, const struct stmt *s,
	       const char *const *params, struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, s, params, &rows, e))
		return false;
	table_copy(t, a, s, &rows);
	return true;
}

bool table_is_full(const struct table *t)
{
	static const char word[] = "limit ";
	/* Rows that were never read, because the question failed, are not full. */
	const char *last = NULL, *at = t->stmt ? t->stmt->text : NULL;
	char *end;
	long most;

	for (; at && (at = strstr(at, word)); at += strlen(word))
		last = at + strlen(word);
	most = last ? strtol(last, &end, 10) : 0;
	return most > 1 && t->n >= most && !end[strspn(end, " \t\n;")];
}

bool table_is_null(const struct table *t, int row, int col)
{
	return row < 0 || row >= t->n || col < 0 || col >= t->ncols ||
	       !t->cells[row * t->ncols + col];
}

const char *table_text(const struct table *t, int row, int col)
{
	return table_is_null(t, row, col) ? "" : t->cells[row * t->ncols + col];
}

int table_column(const struct stmt *s, const char *name)
{
	size_t n = strlen(name);

	for (int i = 0; i < s->ncolumns; i++)
		if (strncmp(s->columns[i], name, n) == 0 && s->columns[i][n] == ' ')
			return i;
	return -1;
}

const char *stmt_column_name(struct arena *a, const struct stmt *s, int col)
{
	return arena_strndup(a, s->columns[col], strcspn(s->columns[col], " "));
}

const char *stmt_column_type(const struct stmt *s, int col)
{
	const char *blank = strchr(s->columns[col], ' ');

	return blank ? blank + 1 : "text";
}
