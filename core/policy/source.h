/* Which law the tools speak of: that in force in the office of --db or of the
 * configuration; where there is none, or with --folder, the texts of the folder. */
#ifndef STEWARD_SOURCE_H
#define STEWARD_SOURCE_H

#include "host/app.h"
#include "rule/rulebook.h"

struct source {
	struct rulebook *book;
	/* --date, otherwise the business day; without a database a day that cases are
	 * readable on, so that the texts are tried alike in every office */
	int32_t day;
	bool is_folder;
};

/* The book in force today, which also knows of the days before, or that of --date when
 * the day is still to come; is_of_day: always that of the day.  job: the login when --as
 * is not given. */
bool source_read(struct app *app, const char *job, bool is_of_day, struct source *s,
		 struct err *e);

/* The book of that day, whatever --date says; DATE_NONE the usual one. */
bool source_of_day(struct app *app, const char *job, int32_t day, struct source *s,
		   struct err *e);

#endif
