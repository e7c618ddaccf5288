/* A city written into a folder of its own and read back from its files as anybody
 * would. */
#ifndef STEWARD_WRITTEN_H
#define STEWARD_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "city/careers.h"
#include "city/city.h"

#define PERSONS 4000
#define DAYS 30
#define CELLS 17

/* Columns of the files, in their order. */
enum { R_ID, R_NAME, R_SEX, R_BIRTH, R_TOWN, R_HOUSE, R_SCHEME, R_CATEGORY, R_STATUS,
       R_START, R_MONTHS, R_ACCOUNT, R_PENSION, R_PAID, R_FIRST, R_CERTIFIED,
       R_UNEMPLOYED };
enum { T_KIND, T_EXPECTS, T_ID, T_NAME, T_CAUSE, T_DETAIL };
enum { D_ID, D_NAME, D_BIRTH, D_DIED, D_PLACE };
enum { S_ID, S_NAME, S_SEEN, S_WHERE };

struct row { const char *cell[CELLS]; int32_t file_day; };
struct table { struct row *rows; size_t n; };

/* From written_begin to written_finish; people are sorted by number, the rest stands as
 * in the files. */
struct written {
	struct arena *memory;
	int32_t today, last;
	struct table people, payments, truths, feeds[CITY_CHARGE];
	struct city_counts counts;	/* of the last city made */
};
extern struct written written;

/* For all tests together: makes the city "a" and reads it; removes every city made. */
int written_begin(void **state);
int written_finish(void **state);

/* A path in the folder. */
char *written_path(const char *name);

/* Another city of the same size. */
bool written_make(const char *name, uint64_t seed, city_progress_fn progress,
		  struct err *e);

/* Stands for the rules: a pension of any amount, for careers that are possible. */
bool written_pension(void *ctx, const struct city_pension *in, size_t n, int64_t *fen,
		     struct err *e);

/* The person of this number; NULL: not in the register. */
const struct row *written_person(const char *id);

/* The next row from *at on with that text in that column, and the first of all; NULL:
 * none. */
const struct row *written_next(const struct table *t, int column, const char *text,
			       size_t *at);
const struct row *written_find(const struct table *t, int column, const char *text);

/* Texts of the files: a day, DATE_NONE for none; the category of a career. */
int32_t written_day(const char *text);
enum category written_category(const char *word);

#endif
