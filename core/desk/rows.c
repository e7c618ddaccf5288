/* The rows behind a figure.  The statement is put together from the indicator's own
 * constants, the same that count it, so that what opens is exactly what was counted. */
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"

enum {
	ROWS_MARK,
	ROWS_NAME,
	ROWS_NUMBER,
	ROWS_DAY,
	ROWS_WHERE,
	ROWS_SAY,
	ROWS_PERSON,
	ROWS_RULE,
	ROWS_CAUSE,
	ROWS_TOTAL
};

static const char *const row_columns_of[] = {
	"mark text", "name text", "id_no text", "day date", "place text", "say text",
	"person_id int8", "rule_id text", "cause text", "total int8",
};

#define IDENT \
	" left join lateral (select id_no from person_ident i" \
	" where i.person_id = x.person_id" \
	" order by id_kind, id_no limit 1) i on true"

static const char of_persons[] =
    "select '', p.name, coalesce(i.id_no, ''), p.birth_date,"
    " coalesce(g.name, p.region_code::text), '', x.person_id, '', '',"
    " (select count(*) from person_fact f where %s)"
    " from (select f.person_id from person_fact f where %s order by f.person_id limit "
    "500) x"
    " join person p on p.person_id = x.person_id"
    " left join region g on g.region_code = p.region_code" IDENT
    " order by x.person_id limit 500";

static const char of_tasks[] =
    "select case when x.due < business_day() then '!' else '' end, coalesce(p.name, ''),"
    " coalesce(i.id_no, ''), x.due, x.state, coalesce(d.say, ''), x.person_id, x.rule_id,"
    " x.cause, (select count(*) from task t where %s)"
    " from (select t.* from task t where %s order by t.due, t.person_id limit 500) x"
    " left join person p on p.person_id = x.person_id"
    " left join finding d on d.person_id = x.person_id and d.rule_id = x.rule_id"
    " and d.cause = x.cause" IDENT
    " order by x.due, x.person_id, x.rule_id, x.cause limit 500";

static const struct column person_columns[] = {
	{ .col = ROWS_NAME, .title = N_("Name"), .width = 16 },
	{ .col = ROWS_NUMBER, .title = N_("Number"), .width = 18 },
	{ .col = ROWS_DAY,
	  .title = N_("Born"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = ROWS_WHERE, .title = N_("Area"), .gives_way = 1 },
	{ 0 }
};

static const struct column task_columns[] = {
	{ .col = ROWS_DAY, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = ROWS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = ROWS_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = ROWS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = ROWS_WHERE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9,
	  .gives_way = 1 },
	{ 0 }
};

static const struct indicator *find_indicator(const struct app *app, const char *id)
{
	for (int i = 0; app->modules[i]; i++) {
		const struct indicator *n = app->modules[i]->indicators;

		for (; n && n->id; n++)
			if (strcmp(n->id, id) == 0)
				return n;
	}
	return NULL;
}

/* "$today" in a filter is the business day; what counts has it from the same function. */
static const char *with_today(struct arena *a, const char *filter)
{
	static const char mark[] = "$today";
	const char *at = strstr(filter, mark), *out = "";

	for (; at; filter = at + strlen(mark), at = strstr(filter, mark))
		out = arena_printf(a, "%s%.*s(steward.business_day())", out,
				   (int)(at - filter), filter);
	return arena_printf(a, "%s%s", out, filter);
}

static const struct stmt *rows_stmt(struct arena *a, const struct indicator *n)
{
	const char *filter = with_today(a, n->filter ? n->filter : "true");
	bool is_tasks = n->of == INDICATOR_TASKS;
	const char *pattern = is_tasks ? of_tasks : of_persons;
	const char *first = strstr(pattern, "%s"), *second = strstr(first + 2, "%s");
	struct stmt *s = arena_alloc(a, sizeof(*s));

	s->name = "indicator_rows";
	s->ncolumns = (int)(sizeof(row_columns_of) / sizeof(*row_columns_of));
	s->columns = row_columns_of;
	s->text =
	    arena_printf(a, "%.*s%s%.*s%s%s", (int)(first - pattern), pattern, filter,
			 (int)(second - first - 2), first + 2, filter, second + 2);
	return s;
}

static bool is_of_tasks(const struct view *v)
{
	const struct indicator *n = find_indicator(v->desk->app, v->args[0]);

	return n && n->of == INDICATOR_TASKS;
}

static void rows_build(struct view *v)
{
	if (v->nparts == 0 || (v->parts[0].is_answered && v->parts[0].table.n == 0)) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
			  v->nparts ? _("no row is counted today") :
				      _("this figure has no rows to open"));
		return;
	}
	page_add_table(v, &v->parts[0], is_of_tasks(v) ? task_columns : person_columns);
}

static void open_row(struct view *v)
{
	const struct table *t = &v->parts[0].table;
	int row = view_selected(v).row;
	const char *args[3] = { table_text(t, row, ROWS_PERSON),
				table_text(t, row, ROWS_RULE),
				table_text(t, row, ROWS_CAUSE) };

	if (row >= 0)
		desk_open(v->desk, is_of_tasks(v) ? "task" : "person", args,
			  is_of_tasks(v) ? 3 : 1);
}

static void rows_open(struct view *v)
{
	const struct indicator *n = find_indicator(v->desk->app, v->args[0]);

	if (n)
		view_part(v, "rows", rows_stmt(v->arena, n), NULL);
}

static const char *rows_title(const struct view *v, struct arena *a)
{
	const struct table *t = &v->parts[0].table;
	const char *title = text_clean(a, tr_label(v->args[1]));

	if (t->n == 0)
		return title;
	return arena_printf(a, _("%s: %d of %s shown"), title, t->n,
			    table_text(t, 0, ROWS_TOTAL));
}

static const struct view_command commands[] = { { "row.open", open_row }, { 0 } };

const struct view_kind view_rows_kind = {
	.name = "rows", .open = rows_open, .commands = commands, .move = view_move,
	.build = rows_build, .draw = view_draw_page, .title = rows_title,
};
