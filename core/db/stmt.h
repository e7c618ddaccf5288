/* A statement and what it takes and gives; made from a .sql file, or assembled from constants. */
#ifndef STEWARD_STMT_H
#define STEWARD_STMT_H

struct stmt {
	const char *name, *text;
	int nparams, ncolumns;
	const char *const *params;	/* "name type" each */
	const char *const *columns;	/* "name type" each */
};

#endif
