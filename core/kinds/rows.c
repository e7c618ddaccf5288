/* The rows behind a figure: a list whose statement comes from the indicator. */
#include "base/text.h"
#include "figures/behind.h"
#include "list.h"
#include "say/tr.h"

struct rows_view {
	struct list list;
	struct section section;	/* how Enter opens one */
};

static const struct column person_columns[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 16 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18 },
	{ .col = BEHIND_DAY, .title = N_("Born"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 2 },
	{ .col = BEHIND_WHERE, .title = N_("Area"), .gives_way = 1 },
	{ 0 }
};

static const struct column task_columns[] = {
	{ .col = BEHIND_DAY, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 10 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = BEHIND_WHERE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9,
	  .gives_way = 1 },
	{ 0 }
};

static const int person_args[] = { BEHIND_PERSON, -1 };
static const int task_args[] = { BEHIND_PERSON, BEHIND_RULE, BEHIND_CAUSE, -1 };

static const struct section sections[] = {
	[INDICATOR_PERSONS] = { .name = "rows", .columns = person_columns,
				.opens = "person", .args = person_args },
	[INDICATOR_TASKS] = { .name = "rows", .columns = task_columns, .opens = "task",
			      .args = task_args },
};

static void rows_open(struct view *v)
{
	const struct indicator *n = behind_indicator(v->desk->app->modules, v->args[0]);
	struct rows_view *r = v->state = arena_alloc(v->arena, sizeof(*r));
	struct behind b;

	r->list.none = n ? N_("no row is counted today")
			 : N_("this figure has no rows to open");
	if (!n)
		return;
	b = behind_figure(v->arena, n);
	r->section = sections[n->of];
	r->section.stmt = b.rows;
	list_begin(v, view_part(v, "rows", b.rows, &r->section), r->section.columns,
		   b.paging);
	view_part(v, "total", b.total, NULL);
}

static const char *rows_title(const struct view *v, struct arena *a)
{
	const struct part *total = view_find(v, "total");
	const char *title = text_clean(a, tr_label(v->args[1]));

	return total ? arena_printf(a, "%s  %s", title, table_text(&total->table, 0, 0))
		     : title;
}

const struct view_kind view_rows_kind = {
	.open = rows_open, .commands = view_page_commands, .move = list_move,
	.build = list_build, .draw = view_draw_page, .asking = list_asking,
	.answered = list_answered, .place = list_place, .closed = list_closed,
	.title = rows_title,
};
