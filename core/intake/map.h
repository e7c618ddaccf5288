/* An office's own file of a feed: which of its columns is which field, in whose words.  A
 * row that was mapped stands in the feed's own order and form, so that what reads, keeps
 * and tries it again needs to know of no map. */
#ifndef STEWARD_MAP_H
#define STEWARD_MAP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/err.h"
#include "lines/lines.h"
#include "steward.h"

#define MAP_PARTS 8 /* columns that make one field */

/* Where a field comes from: columns or a constant; nothing of both: it stays empty. */
struct map_source {
	const char *from;     /* headings with | between */
	const char *join;     /* what stands between several; NULL nothing */
	const char *codes;    /* their=ours with | between; NULL: taken as they are */
	const char *constant; /* in the feed's own form */
};

struct feed_map {
	const char *encoding; /* "UTF-8" or "GB18030" */
	char separator;
	const char *ignore; /* headings left out, with | between; NULL none */
	/* Of a spreadsheet and of a file of fixed widths, as struct lines_shape; NULL. */
	const char *sheet, *head, *columns, *count;
	struct map_source sources[FEED_FIELDS_MOST]; /* in the order of the fields */
};

/* How a day may be written in it beside the usual forms: as a sheet counts it. */
enum map_days { MAP_DAYS_WRITTEN, MAP_DAYS_1900, MAP_DAYS_1904 };

/* Where they stand in one file. */
struct map_plan {
	int columns;
	enum map_days days;
	int parts[FEED_FIELDS_MOST];
	int places[FEED_FIELDS_MOST][MAP_PARTS];
};

/* Each heading of the map is there once, and no other; false with e. */
bool map_header(const struct feed_map *m, const struct feed *feed,
		const struct csv_row *head, struct map_plan *p, struct err *e);

/* The row in the feed's order and form; its texts live in *texts until the next one.  One
 * with another number of columns gets CSV_COLUMNS and stays as it came. */
void map_row(const struct feed_map *m, const struct feed *feed, const struct map_plan *p,
	     struct csv_row *row, struct buf *texts);

/* The n-th item of a list with | between; false behind the last.  *list moves on. */
bool map_item(const char **list, const char **item, size_t *len);

/* What the map, NULL for none, says of the file's shape. */
struct lines_shape map_shape(const struct feed_map *m);

/* How days may be counted in what was made of a file. */
enum map_days map_days(const struct lines_made *made);

/* Without the blanks around it, also those of full width. */
void map_trim(const char **s, size_t *n);

/* Columns without the empty ones that a spreadsheet leaves behind the last of least. */
int map_width(const struct csv_row *row, int least);

#endif
