/* Declared facts of an office: in its rows, and joined to the modules. */
#include <string.h>

#include "base/buf.h"
#include "declared.h"
#include "declared/declared_sql.h"
#include "judge/adoption.h"
#include "office/lookup.h"

#define ROWS_MOST (1u << 18)

static struct declared_fact fact_at(struct arena *a, const struct rows *rows, int i)
{
#define TEXT(col) arena_strdup(a, row_text(rows, i, DECLARED_ALL_##col))
	return (struct declared_fact){
		.name = TEXT(NAME),
		.type = TEXT(TYPE),
		.unit = TEXT(UNIT),
		.title = TEXT(TITLE),
		.feed = TEXT(FEED),
		.column = TEXT(COLUMN_NAME),
		.day = TEXT(DAY_NAME),
		.pick = TEXT(PICK),
		.months = (int)row_int(rows, i, DECLARED_ALL_MONTHS),
		.of_column = TEXT(OF_COLUMN),
		.of_value = TEXT(OF_VALUE),
		.figure = TEXT(FIGURE),
		.what = TEXT(WHAT),
		.least = TEXT(LEAST),
		.most = TEXT(MOST),
		.is_withdrawn = row_text(rows, i, DECLARED_ALL_IS_WITHDRAWN)[0] == 't',
	};
#undef TEXT
}

static struct declared *new_list(struct arena *a)
{
	struct declared *d = arena_alloc(a, sizeof(*d));

	d->n = 0;
	return d;
}

void declared_take(struct arena *a, const struct rows *rows,
		   const struct module *const **modules)
{
	struct declared *d = new_list(a);

	for (int i = 0; i < rows->n && d->n < DECLARED_MOST; i++)
		if (row_text(rows, i, DECLARED_ALL_IS_PACKED)[0] == 't')
			d->list[d->n++] = fact_at(a, rows, i);
	*modules = declared_with(a, *modules, d);
}

bool declared_join(struct db *db, struct arena *a, const struct module *const **modules,
		   struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, &DECLARED_ALL, NULL, &rows, e))
		return false;
	declared_take(a, &rows, modules);
	return true;
}

static void add_text(struct buf *b, const char *key, const char *value)
{
	buf_printf(b, "\"%s\": \"", key);
	for (; *value; value++) {
		if (*value == '"' || *value == '\\')
			buf_text(b, "\\");
		buf_add(b, value, 1);
	}
	buf_text(b, "\", ");
}

static const char *rows_of(struct arena *a, const struct declared *d)
{
	struct buf b;
	const char *out;

	buf_init(&b, ROWS_MOST);
	buf_text(&b, "[");
	for (int i = 0; i < d->n; i++) {
		const struct declared_fact *f = &d->list[i];

		buf_text(&b, i ? ", {" : "{");
		add_text(&b, "name", f->name);
		add_text(&b, "type", f->type);
		add_text(&b, "unit", f->unit);
		add_text(&b, "title", f->title);
		add_text(&b, "feed", f->feed);
		add_text(&b, "column_name", f->column);
		add_text(&b, "day_name", f->day);
		add_text(&b, "pick", f->pick);
		add_text(&b, "of_column", f->of_column);
		add_text(&b, "of_value", f->of_value);
		add_text(&b, "figure", f->figure);
		add_text(&b, "what", f->what);
		add_text(&b, "least", f->least);
		add_text(&b, "most", f->most);
		buf_printf(&b, "\"months\": %d}", f->months);
	}
	buf_text(&b, "]");
	out = arena_strdup(a, b.data);
	buf_done(&b);
	return out;
}

static bool has(const struct declared *d, const char *name)
{
	for (int i = 0; i < d->n; i++)
		if (strcmp(d->list[i].name, name) == 0)
			return true;
	return false;
}

/* Those of before that the texts do not declare any more stay, without a value:
 * decisions rest on them. */
static void add_withdrawn(struct arena *a, struct declared *now, const struct rows *rows)
{
	for (int i = 0; i < rows->n && now->n < DECLARED_MOST; i++) {
		struct declared_fact f = fact_at(a, rows, i);

		f.is_withdrawn = true;
		if (!has(now, f.name))
			now->list[now->n++] = f;
	}
}

/* Nothing is written where the office has the same already. */
static bool put(struct db *db, struct arena *a, const struct declared *now,
		const struct rows *before, struct err *e)
{
	struct declared *old = new_list(a);
	const char *rows = rows_of(a, now);

	for (int i = 0; i < before->n && old->n < DECLARED_MOST; i++)
		if (row_text(before, i, DECLARED_ALL_IS_WITHDRAWN)[0] != 't')
			old->list[old->n++] = fact_at(a, before, i);
	return strcmp(rows, rows_of(a, old)) == 0 ||
	       db_run(db, a, &DECLARED_PUT, &rows, NULL, e);
}

bool declared_renew(struct db *db, struct arena *a, const struct declared_reader *r,
		    const struct module *const **modules, struct err *e)
{
	struct rulebook *book =
	    adoption_book(db, a, r->day, lookup_module_names(a, *modules), e);
	struct declared *now = new_list(a);
	struct rows rows;

	if (!book || !declared_read(a, r, book, *modules, now, e) ||
	    !db_run(db, a, &DECLARED_ALL, NULL, &rows, e))
		return false;
	declared_with(a, *modules, now);	/* leaves out what is not in order */
	if (!put(db, a, now, &rows, e))
		return false;
	add_withdrawn(a, now, &rows);
	*modules = declared_with(a, *modules, now);
	return true;
}
