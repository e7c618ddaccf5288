/* A department's file on its way into the tables: read, checked, matched, applied,
 * counted; all of it or nothing.  Every row has one end: read = new + same + corrected +
 * contradictory + doubtful + rejected, always; blank lines are no rows. */
#ifndef STEWARD_IMPORT_H
#define STEWARD_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "map.h"
#include "steward.h"

/* Beyond these a file is a mistake as a whole: rejects are stored, and somebody has to
 * look at them. */
#define IMPORT_REJECTS_FIRST 10000	/* when no row before has been good */
#define IMPORT_REJECTS_MOST 1000000

struct import_options {
	const struct feed *feed;
	const struct module *const *modules;	/* whose kinds of numbers there are */
	const char *path;
	const char *encoding;	/* "UTF-8" or "GB18030" */
	char separator;
	const struct feed_map *map; /* NULL: the headings are the feed's own */
	int32_t day;		/* business day */
	bool is_dry;		/* everything but the commit */
	/* A file that came before is taken anew where others have replaced its rows. */
	bool counts_anew;
	bool is_forced;	/* the day may be more than a week past the last judged one */
	int64_t shown;		/* how many of the first rejects are wanted */
	/* Called now and then with bytes read; may be NULL. */
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	/* Called for each line in order after the file was judged; may be NULL. */
	void (*verdict)(void *ctx, int64_t line, const char *reason, const char *detail);
	void *ctx;
};

struct import_counts {
	/* accepted are new, same and corrected together */
	int64_t batch_id, read, accepted, fresh, same, corrected, contradictory, doubtful,
		rejected, blank;
	/* This very file came in before: the rows of it that were open then, if any, were
	 * tried again; read tells them, the others the whole file. */
	bool is_known;
	int64_t open;
	/* it was read to tell why, and not kept: its rows are not good enough */
	bool is_refused;
	/* of rejects, the most frequent first: IMPORT_REASONS_* */
	struct rows reasons;
	struct rows first;	/* rejects by line: IMPORT_REJECTS_* */
};

/* A refused file (no header, a column missing, no row in the declared encoding, too many
 * bad ones, changed while it was read) is false with e, leaves nothing and may come
 * again; n tells why rows were rejected all the same.  What n points at lives in a. */
bool import_file(struct db *db, struct arena *a, const struct import_options *o,
		 struct import_counts *n, struct err *e);

/* Has the file all the feed's own headings?  One that cannot be read has: import_file
 * says what is wrong with it. */
bool import_is_own(const struct import_options *o);

/* Tries the refused rows again whose cause has gone: the person is registered, the area
 * there.  day is the business day; DATE_NONE the office's own. */
bool import_retry(struct db *db, const struct module *const *modules, int32_t day,
		  struct err *e);

/* Applies the doubtful rows that a clerk has accepted since, in a transaction of its own:
 * before anybody is judged. */
bool import_accepted(struct db *db, const struct module *const *modules, struct err *e);

#endif
