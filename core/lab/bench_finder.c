#include "bench_finder.h"

#include "base/clock.h"
#include "lab/bench_sql.h"

bool bench_copy_out(struct db *db, const char *copy, double *ms, struct err *e)
{
	double start = clock_ms();
	char *data;
	size_t n;

	if (!db_copy_start(db, copy, e))
		return false;
	do {
		if (!db_copy_read(db, &data, &n, e))
			return false;
		db_copy_done(data);
	} while (n);
	*ms = clock_ms() - start;
	return true;
}

bool bench_finder(struct app *app, struct db *db, struct bench_finder *out, struct err *e)
{
	const char *day = "2026-12-31";
	struct rows rows;
	double start;

	*out = (struct bench_finder){ 0 };
	if (!db_run(db, app->arena, &BENCH_LINES, NULL, &rows, e))
		return false;
	out->lines = rows.touched;
	if (!db_script(db,
		       "create index on bench_line (person_id, item_code, given_on);"
		       "analyze bench_line",
		       e) ||
	    !bench_copy_out(db, "copy bench_line to stdout (format binary)",
			    &out->copy_ms, e))
		return false;
	start = clock_ms();
	if (!db_run(db, app->arena, &BENCH_PAIRS, &day, &rows, e))
		return false;
	out->ms = clock_ms() - start;
	out->found = row_int(&rows, 0, 0);
	return true;
}
