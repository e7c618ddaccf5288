/* The rows behind a figure: a list whose statement comes from the indicator. */
#include "base/text.h"
#include "figures/behind.h"
#include "figures/source.h"
#include "list.h"
#include "say/tr.h"

struct rows_view {
	struct list list;
	struct section section;	/* how Enter opens one */
};

static void rows_open(struct view *v)
{
	const struct module *const *modules = v->desk->app->modules;
	const struct indicator *n = source_indicator(modules, v->args[0]);
	const struct figure_source *s = n ? source_find(modules, n->of) : NULL;
	struct rows_view *r = v->state = arena_alloc(v->arena, sizeof(*r));
	struct behind b;

	r->list.none = s ? N_("no row is counted today")
			 : N_("this figure has no rows to open");
	if (!s)
		return;
	v->actions = n->actions;
	b = behind_figure(v->arena, s, n);
	r->section = (struct section){ .name = "rows",
				       .columns = s->columns,
				       .stmt = b.rows,
				       .opens = s->opens,
				       .args = s->args };
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
	.title = rows_title, .press = actions_press, .keys = actions_keys,
	.sent = marks_sent,
};
