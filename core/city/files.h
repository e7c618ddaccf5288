/* The files of a city.  A sheet is one CSV file being written; the first failure sticks
 * and turns all later writing into nothing, so it is asked for once a batch.  Every file
 * carries the suffix .tmp until all of them are whole. */
#ifndef STEWARD_FILES_H
#define STEWARD_FILES_H

#include <stdio.h>

#include "base/arena.h"
#include "city.h"

struct sheet {
	FILE *f;		/* NULL before it is opened and after a failure */
	char *path, *tmp;
	int64_t rows;
	bool in_row;
};

struct files {
	struct arena *a;
	const char *dir;
	int32_t day;
	int days;
	struct sheet areas, registered, account, payment, award, truth;
	struct sheet *feed[CITY_FEEDS];	/* one a day, opened with its first row */
	bool is_failed;
	struct err err;
};

bool files_open(struct files *fs, struct arena *a, const struct city_options *o,
		struct err *e);

/* The feed's file of that day, in the folder inbox/YYYY-MM-DD. */
struct sheet *files_feed(struct files *fs, enum city_feed feed, int32_t day);

/* False once any write has failed. */
bool files_are_good(struct files *fs, struct err *e);

/* Closes all, then gives them their names, the register last. */
bool files_commit(struct files *fs, struct city_counts *n, struct err *e);

/* Removes what was written; does nothing to files that have their names. */
void files_abandon(struct files *fs);

void sheet_text(struct sheet *s, const char *text);
void sheet_number(struct sheet *s, int64_t n);
void sheet_money(struct sheet *s, int64_t fen);
void sheet_day(struct sheet *s, int32_t day);		/* DATE_NONE is empty */
void sheet_month(struct sheet *s, int32_t day);		/* YYYY-MM */
void sheet_end(struct sheet *s);

#endif
