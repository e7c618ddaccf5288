/* Shared by the parts of an import: import.c is the transaction, import_header.c the
 * first line, import_rows.c the others, import_rejects.c what was wrong with them. */
#ifndef STEWARD_IMPORT_PRIVATE_H
#define STEWARD_IMPORT_PRIVATE_H

#include <stdio.h>

#include "base/csv.h"
#include "base/digest.h"
#include "field.h"
#include "import.h"

/* Reads the file into stage_in; rejects wait in a temporary file until the copy has
 * ended. */
struct reading {
	const struct import_options *o;
	struct db *db;
	int fd; /* of the file, opened once: another one in its place changes nothing */
	const char *encoding;
	char separator;
	struct lines_made made;	    /* of a sheet or a file of fixed widths */
	const struct feed_map *map; /* of the file's rows; NULL: the feed's own */
	struct buf mapped;	    /* texts of the row that was mapped last */
	char digest[DIGEST_TEXT];
	/* Rows of an earlier try, by lines of our own: where they stood in the file. */
	const struct rows *again;
	int64_t batch_id, read, rejected, misencoded, blank;
	bool is_refused; /* by us, for what stands in it: the session goes on */
	FILE *rejects;
};

/* How each declared field is read, and where it stands in this file's rows. */
struct layout {
	int n, columns;
	struct map_plan plan;	     /* where the rows are mapped */
	int ids;		     /* numbers of persons: each has a second column */
	int place[FEED_FIELDS_MOST]; /* -1: the file does without it */
	struct field_reader readers[FEED_FIELDS_MOST];
};

/* What a row has in a column; nothing where the file does without it. */
static inline const struct csv_field *layout_field(const struct layout *l,
						   const struct csv_row *row, int i)
{
	static const struct csv_field none = { "", 0 };

	return l->place[i] < 0 ? &none : &row->fields[l->place[i]];
}

/* A reader at the beginning of the file; close it with csv_close.  NULL with e. */
struct csv *import_reader(struct reading *r, struct err *e);

/* The columns of the feed, or of the office's own file, in any order, each once, and no
 * others; *l is empty before. */
bool import_header(struct csv *csv, struct reading *r, struct layout *l, struct err *e);

/* The next row in the feed's own words; as csv_next. */
bool import_next(struct csv *csv, struct reading *r, const struct layout *l,
		 struct csv_row *row, struct err *e);

/* The COPY that takes what field_read writes, in the order of the feed's fields. */
char *import_copy_command(struct arena *a, const struct feed *feed);

/* False with is_refused when the file is read but not to be taken. */
bool import_rows(struct reading *r, struct err *e);

/* The line of the department's file where a row stands. */
int64_t import_line(const struct reading *r, const struct csv_row *row);

/* Lets a reject wait, with the whole row: it is kept until it can be taken.  The message
 * says only where and why. */
void import_reject(struct reading *r, const struct csv_row *row, const struct layout *l,
		   const char *column, const struct complaint *c);

/* Moves the waiting rejects into the table reject. */
bool import_rejects_store(struct reading *r, struct err *e);

/* Looks up in the file what rows the tables have refused. */
bool import_rejects_fetch(struct reading *r, struct arena *a, struct err *e);

/* The rows of an earlier try as a file of the feed's own; its descriptor, -1 with e. */
int import_again_file(const struct feed *feed, const struct rows *rows, struct err *e);

/* Fills n with reasons and the first rejects, and calls the verdict of every row; while
 * the rows still stand in the table: a file that is not kept takes them with it. */
bool import_rejects_tell(struct reading *r, struct arena *a, struct import_counts *n,
			 struct err *e);

#endif
