#include "indicators.h"

#include <string.h>

#include "base/buf.h"
#include "figures/figures_sql.h"
#include "source.h"

#define SQL_MOST (1 << 20)
#define TODAY "$1::date"

static bool is_of(const struct indicator *i, const struct figure_source *s,
		  bool of_medians)
{
	return strcmp(i->of, s->name) == 0 && (i->median != NULL) == of_medians;
}

/* The values that a figure is the middle, the sum or the number of. */
static void add_value(struct buf *b, struct arena *a, const struct indicator *i)
{
	const char *filter = source_today(a, i->filter, TODAY);

	if (i->are_few)
		buf_text(b, "0::numeric");
	else if (i->median)
		buf_printf(b, "(percentile_cont(%d / 100.0) within group (order by "
			   "(%s)::float8) filter (where %s))::numeric",
			   i->percent ? i->percent : 50,
			   source_today(a, i->median, TODAY), filter);
	else
		buf_printf(b, "coalesce(%s(%s) filter (where %s), 0)::numeric",
			   i->sum ? "sum" : "count",
			   i->sum ? source_today(a, i->sum, TODAY) : "*", filter);
}

static void add_total(struct buf *b, struct arena *a, const struct indicator *i)
{
	if (i->per)
		buf_printf(b, "%s(%s) filter (where %s)::numeric",
			   i->per_sum ? "sum" : "count",
			   i->per_sum ? source_today(a, i->per_sum, TODAY) : "*",
			   source_today(a, i->per, TODAY));
	else
		buf_text(b, "null::numeric");
}

enum array { ARRAY_IDS, ARRAY_COUNTED, ARRAY_TOTALS };

/* Three arrays, one entry a figure. */
static int add_array(struct buf *b, struct arena *a, const struct module *const *modules,
		     const struct figure_source *s, bool of_medians, enum array which)
{
	int n = 0;

	for (; *modules; modules++)
		for (const struct indicator *i = (*modules)->indicators; i && i->id;
		     i++) {
			if (!is_of(i, s, of_medians))
				continue;
			buf_text(b, n++ ? ", " : "");
			if (which == ARRAY_IDS)
				buf_printf(b, "'%s'", i->id);
			else if (which == ARRAY_COUNTED)
				add_value(b, a, i);
			else
				add_total(b, a, i);
		}
	return n;
}

/* Numbers of areas add up; the median of a whole is none of its parts'. */
static const char *grouping(bool of_medians)
{
	return of_medians ? "group by grouping sets ((region_code), ()) "
			    "having grouping(region_code) = 1 or region_code <> 0"
			  : "group by region_code";
}

/* What no median is taken of need not be sorted. */
static void add_medians_where(struct buf *b, struct arena *a,
			      const struct module *const *modules,
			      const struct figure_source *s)
{
	int n = 0;

	for (; *modules; modules++)
		for (const struct indicator *i = (*modules)->indicators; i && i->id; i++)
			if (is_of(i, s, true))
				buf_printf(b, "%s (%s)", n++ ? " or" : "where",
					   source_today(a, i->filter, TODAY));
}

const char *indicators_sql(struct arena *a, const struct module *const *modules,
			   const struct figure_source *s, bool of_medians)
{
	struct buf b;
	const char *sql;
	int n;

	buf_init(&b, SQL_MOST);
	buf_text(&b, "insert into indicator_value (region_code, indicator, business_day, "
		 "counted, of_total, is_whole) select coalesce(region_code, 0), i, " TODAY
		 ", v, w, whole from (select region_code, unnest(array[");
	n = add_array(&b, a, modules, s, of_medians, ARRAY_IDS);
	buf_text(&b, "]) as i, unnest(v) as v, unnest(w) as w, whole from (select "
		 "region_code, array[");
	add_array(&b, a, modules, s, of_medians, ARRAY_COUNTED);
	buf_text(&b, "] as v, array[");
	add_array(&b, a, modules, s, of_medians, ARRAY_TOTALS);
	buf_printf(&b,
		   "] as w, %s as whole from %s ",
		   of_medians ? "grouping(region_code) = 1" : "false", s->from);
	if (of_medians)
		add_medians_where(&b, a, modules, s);
	buf_printf(&b,
		   " %s) x) y where v is not null on conflict "
		   "(region_code, indicator, business_day) do update set counted = "
		   "excluded.counted, of_total = excluded.of_total, is_whole = "
		   "excluded.is_whole, "
		   "as_of = now()",
		   grouping(of_medians));
	sql = n && !b.full ? arena_strdup(a, b.data) : NULL;
	buf_done(&b);
	return sql;
}

const char *indicators_few_sql(struct arena *a, const struct figure_source *s,
			       const struct indicator *i)
{
	return arena_printf(a,
			    "update indicator_value v set counted = x.n from (select "
			    "region_code, %s(%s)::numeric as n from %s where %s group by "
			    "region_code) x where v.business_day = " TODAY
			    " and v.indicator = '%s' and v.region_code = x.region_code",
			    i->sum ? "sum" : "count",
			    i->sum ? source_today(a, i->sum, TODAY) : "*", s->from,
			    source_today(a, i->filter, TODAY), i->id);
}

static bool run_few(struct db *db, struct arena *a, const struct module *const *modules,
		    const char *day, struct err *e)
{
	for (const struct module *const *m = modules; *m; m++)
		for (const struct indicator *i = (*m)->indicators; i && i->id; i++) {
			struct stmt few = { .name = "indicator_few", .nparams = 1 };

			if (!i->are_few)
				continue;
			few.text = indicators_few_sql(a, source_find(modules, i->of), i);
			if (!db_run(db, a, &few, &day, NULL, e))
				return false;
		}
	return true;
}

static bool run_passes(struct db *db, struct arena *a,
		       const struct module *const *modules, const char *day, int64_t *n,
		       struct err *e)
{
	const struct figure_source *s;
	struct rows rows;

	for (int i = 0; (s = source_at(modules, i)); i++)
		for (int of_medians = 0; of_medians < 2; of_medians++) {
			struct stmt pass = {
				.name = "indicators", .nparams = 1,
				.text = indicators_sql(a, modules, s, of_medians),
			};

			if (pass.text && !db_run(db, a, &pass, &day, &rows, e))
				return false;
			*n += pass.text ? rows.touched : 0;
		}
	return true;
}

static bool run_shares(struct db *db, struct arena *a,
		       const struct module *const *modules, const char *day,
		       struct err *e)
{
	for (; *modules; modules++)
		for (const struct indicator *i = (*modules)->indicators; i && i->id;
		     i++) {
			const char *params[] = { day, i->id, i->share_of };

			if (i->share_of &&
			    !db_run(db, a, &FIGURES_SHARE, params, NULL, e))
				return false;
		}
	return true;
}

static bool refresh(struct db *db, struct arena *a, const struct module *const *modules,
		    int64_t *n, struct err *e)
{
	struct rows rows;
	const char *day;

	if (!db_run(db, a, &FIGURES_DAY, NULL, &rows, e))
		return false;
	day = row_text(&rows, 0, 0);
	return db_run(db, a, &FIGURES_CLEAR, &day, NULL, e) &&
	       run_passes(db, a, modules, day, n, e) &&
	       run_few(db, a, modules, day, e) &&
	       db_run(db, a, &FIGURES_TOTAL, &day, NULL, e) &&
	       run_shares(db, a, modules, day, e) &&
	       db_run(db, a, &FIGURES_TELL, NULL, NULL, e);
}

bool indicators_refresh(struct db *db, const struct module *const *modules, int64_t *n,
			struct err *e)
{
	struct arena *a = arena_new();
	bool ok = db_begin(db, e);

	*n = 0;
	if (ok) {
		ok = refresh(db, a, modules, n, e) && db_commit(db, e);
		if (!ok)
			db_rollback(db);
	}
	arena_free(a);
	return ok;
}
