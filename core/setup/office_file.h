/* What an office is to be, from one libconfig file: db, region, areas, staff. */
#ifndef STEWARD_OFFICE_FILE_H
#define STEWARD_OFFICE_FILE_H

#include "cli/admin.h"

#define OFFICE_STAFF_MOST 100

struct office_file {
	const char *db;	    /* folder of its private cluster */
	const char *region; /* code of the area it serves */
	const char *areas;  /* path of the file of areas; NULL */
	struct admin_login staff[OFFICE_STAFF_MOST + 2]; /* the last without a login */
};

/* False with line and setting where anything in it is wrong. */
bool office_file_read(struct arena *a, const char *path, struct office_file *f,
		      struct err *e);

#endif
