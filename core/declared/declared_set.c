/* The one place where declared facts become SQL.  What stands in it are names that the
 * modules have, numbers, and codes of small letters and digits. */
#include <string.h>

#include "base/buf.h"
#include "declared.h"

#define SQL_MOST (1u << 18)

/* The column as the fact's type: a text that does not say such a value says nothing. */
static void add_value(struct buf *b, const struct declared_fact *d)
{
	const char *c = d->is.name;

	if (d->is.field->kind != FIELD_TEXT || strcmp(d->type, "text") == 0)
		buf_printf(b, "t.%s", c);
	else if (strcmp(d->type, "date") == 0)
		buf_printf(b, "case when t.%s ~ "
			   "'^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$' then t.%s::date end",
			   c, c);
	else if (strcmp(d->type, "boolean") == 0)
		buf_printf(b, "case when t.%s in ('yes', '是') then true when t.%s in "
			   "('no', '否') then false end", c, c);
	else if (strcmp(d->unit, "fen") == 0)
		buf_printf(b, "case when t.%s ~ '^[0-9]{1,12}([.][0-9]{1,2})?$' then "
			   "(t.%s::numeric * 100)::%s end", c, c, d->type);
	else
		buf_printf(b, "case when t.%s ~ '^[0-9]{1,9}$' then t.%s::%s end", c, c,
			   d->type);
}

/* A month begins on its first day. */
static void add_day(struct buf *b, const struct declared_fact *d)
{
	bool is_month = d->by_day.field->kind == FIELD_PERIOD;

	buf_printf(b, "%st.%s%s", is_month ? "to_date(" : "", d->by_day.name,
		   is_month ? "::text, 'YYYYMM')" : "");
}

/* Rows that count on the day: not those to come, nor those that are too old. */
static void add_in(struct buf *b, const struct declared_fact *d)
{
	if (!d->by_day.field) {
		buf_text(b, "true");
		return;
	}
	add_day(b, d);
	buf_text(b, " <= todo.day");
	if (!d->months)
		return;
	buf_text(b, " and ");
	add_day(b, d);
	buf_printf(b, " > (todo.day - make_interval(months => %d))::date", d->months);
}

static void add_picked(struct buf *b, const struct declared_fact *d)
{
	const char *pick = d->pick;

	if (strcmp(pick, "count") == 0 || strcmp(pick, "any") == 0) {
		buf_text(b, "nullif(count(*) filter (where ");
		add_in(b, d);
		buf_text(b, *pick == 'c' ? "), 0)::int" : ") > 0, false)");
		return;
	}
	buf_text(b, strcmp(pick, "sum") == 0 ? "sum(" : "(array_agg(");
	add_value(b, d);
	if (strcmp(pick, "sum") != 0 && d->by_day.field)
		buf_printf(b, " order by t.%s desc, t.batch_id desc, t.line desc",
			   d->by_day.name);
	else if (strcmp(pick, "sum") != 0)
		buf_text(b, " order by t.batch_id desc, t.line desc");
	buf_text(b, ") filter (where ");
	add_in(b, d);
	buf_text(b, " and (");
	add_value(b, d);
	buf_text(b, strcmp(pick, "sum") == 0 ? ") is not null)::bigint"
					     : ") is not null))[1]");
}

/* The next day on which another row counts, or one no more. */
static void add_until(struct buf *b, const struct declared_fact *d)
{
	if (!d->by_day.field) {
		buf_text(b, "null::date");
		return;
	}
	buf_text(b, "least(min(");
	add_day(b, d);
	buf_text(b, ") filter (where ");
	add_day(b, d);
	buf_text(b, " > todo.day)");
	if (d->months) {
		buf_text(b, ", min((");
		add_day(b, d);
		buf_printf(b, " + make_interval(months => %d))::date) filter (where ",
			   d->months);
		add_in(b, d);
		buf_text(b, ")");
	}
	buf_text(b, ")");
}

/* One fact's rows, beside nulls for the others. */
static void add_part(struct buf *b, const struct declared *all, int number)
{
	const struct declared_fact *d = &all->list[number];

	buf_text(b, " union all select t.person_id");
	for (int i = 0; i < all->n; i++) {
		buf_text(b, ", ");
		if (i == number)
			add_picked(b, d);
		else
			buf_printf(b, "null::%s", all->list[i].type);
		buf_printf(b, " as %s", all->list[i].name);
	}
	buf_text(b, ", ");
	add_until(b, d);
	buf_printf(b, " as until_day from %s t {todo} where %s%s%s%s%s group by "
		   "t.person_id, todo.day", d->is.table, d->of.field ? "t." : "true",
		   d->of.field ? d->of.name : "", d->of.field ? " = '" : "",
		   d->of.field ? d->of_value : "", d->of.field ? "'" : "");
}

const char *declared_sql(struct arena *a, const struct declared *d)
{
	struct buf b;
	const char *out;

	buf_init(&b, SQL_MOST);
	buf_text(&b, "select x.person_id");
	for (int i = 0; i < d->n; i++)
		buf_printf(&b, ", (array_agg(x.%s) filter (where x.%s is not null))[1]",
			   d->list[i].name, d->list[i].name);
	buf_text(&b, ", min(x.until_day) from (select p.person_id");
	for (int i = 0; i < d->n; i++)
		buf_printf(&b, ", null::%s as %s", d->list[i].type, d->list[i].name);
	buf_text(&b, ", null::date as until_day from person p where false");
	for (int i = 0; i < d->n; i++)
		if (!d->list[i].is_withdrawn)
			add_part(&b, d, i);
	buf_text(&b, ") x group by x.person_id");
	out = b.full ? NULL : arena_strdup(a, b.data);
	buf_done(&b);
	return out;
}
