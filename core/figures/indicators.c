#include "indicators.h"

#include <string.h>

#include "base/buf.h"

#define SQL_MOST 65536

/* The filter with the business day put in: $today is the pass's own parameter. */
static void add_condition(struct buf *b, const char *condition)
{
	const char *p;

	while ((p = strstr(condition, "$today"))) {
		buf_add(b, condition, (size_t)(p - condition));
		buf_text(b, "$1::date");
		condition = p + strlen("$today");
	}
	buf_text(b, condition);
}

static void add_value(struct buf *b, const struct indicator *i, const char *condition)
{
	buf_printf(b, "coalesce(%s(%s) filter (where ", i->sum ? "sum" : "count",
		   i->sum ? i->sum : "*");
	add_condition(b, condition);
	buf_text(b, "), 0)::numeric");
}

static void add_total(struct buf *b, const struct indicator *i)
{
	if (!i->per) {
		buf_text(b, "null::numeric");
		return;
	}
	buf_text(b, "count(*) filter (where ");
	add_condition(b, i->per);
	buf_text(b, ")::numeric");
}

/* Three arrays, one entry a figure: ids, counted, of_total. */
static int add_arrays(struct buf *b, const struct module *const *modules,
		      enum indicator_of of, int which)
{
	int n = 0;

	for (; *modules; modules++)
		for (const struct indicator *i = (*modules)->indicators; i && i->id;
		     i++) {
			if (i->of != of)
				continue;
			buf_text(b, n++ ? ", " : "");
			if (which == 0)
				buf_printf(b, "'%s'", i->id);
			else if (which == 1)
				add_value(b, i, i->filter);
			else
				add_total(b, i);
		}
	return n;
}

const char *indicators_sql(struct arena *a, const struct module *const *modules,
			   enum indicator_of of)
{
	struct buf b;
	const char *sql;
	int n;

	buf_init(&b, SQL_MOST);
	buf_text(&b,
		 "insert into indicator_value (region_code, indicator, business_day, "
		 "counted, "
		 "of_total) select region_code, unnest(array[");
	n = add_arrays(&b, modules, of, 0);
	buf_text(&b,
		 "]), $1::date, unnest(v), unnest(w) from (select region_code, array[");
	add_arrays(&b, modules, of, 1);
	buf_text(&b, "] as v, array[");
	add_arrays(&b, modules, of, 2);
	buf_printf(&b,
		   "] as w from %s group by region_code) x on conflict (region_code, "
		   "indicator, business_day) do update set counted = excluded.counted, "
		   "of_total = "
		   "excluded.of_total, as_of = now()",
		   of == INDICATOR_PERSONS ? "person_fact f" : "task t");
	sql = n ? arena_strdup(a, b.data) : NULL;
	buf_done(&b);
	return sql;
}

/* Areas that had a figure today and have no row behind it any more go back to nothing. */
static const struct stmt clear_today = {
	.name = "indicators_clear", .nparams = 1,
	.text = "delete from indicator_value where business_day = $1::date",
};
/* The office as a whole, area 0: the board reads this row instead of one an area. */
static const struct stmt add_up = {
	.name = "indicators_total",
	.nparams = 1,
	.text =
	    "insert into indicator_value (region_code, indicator, business_day, counted, "
	    "of_total) "
	    "select 0, indicator, business_day, sum(counted), sum(of_total) from "
	    "indicator_value "
	    "where business_day = $1::date group by indicator, business_day "
	    "on conflict (region_code, indicator, business_day) do update "
	    "set counted = excluded.counted, of_total = excluded.of_total, as_of = now()",
};
static const struct stmt business_day = {
	.name = "business_day",
	.text = "select value from setting where name = 'business_day'",
};

static bool run_passes(struct db *db, struct arena *a,
		       const struct module *const *modules, int64_t *n, struct err *e)
{
	struct rows rows;
	const char *day;

	if (!db_run(db, a, &business_day, NULL, &rows, e))
		return false;
	day = rows.n ? row_text(&rows, 0, 0) : "";
	if (!db_run(db, a, &clear_today, &day, NULL, e))
		return false;
	for (int of = INDICATOR_PERSONS; of <= INDICATOR_TASKS; of++) {
		struct stmt s = { .name = "indicators",
				  .nparams = 1,
				  .text =
				      indicators_sql(a, modules, (enum indicator_of)of) };

		if (s.text && !db_run(db, a, &s, &day, &rows, e))
			return false;
		*n += s.text ? rows.touched : 0;
	}
	return db_run(db, a, &add_up, &day, NULL, e);
}

bool indicators_refresh(struct db *db, const struct module *const *modules, int64_t *n,
			struct err *e)
{
	struct arena *a = arena_new();
	bool ok;

	*n = 0;
	ok = db_begin(db, e);
	if (ok) {
		ok = run_passes(db, a, modules, n, e) && db_commit(db, e);
		if (!ok)
			db_rollback(db);
	}
	arena_free(a);
	return ok;
}
