/* Plain types for every room: a statement, and a migration. */
#ifndef STEWARD_STMT_H
#define STEWARD_STMT_H

/* A statement and what it takes and gives; made from a .sql file, or assembled from
 * constants. */
struct stmt {
	const char *name, *text;
	int nparams, ncolumns;
	const char *const *params;	/* "name type" each */
	const char *const *columns;	/* "name type" each */
};

/* SQL text run once, in order, by "steward migrate"; its checksum is kept.  The number is
 * unique in its module. */
struct migration {
	int number;
	const char *name;
	const char *sql;
};

#endif
