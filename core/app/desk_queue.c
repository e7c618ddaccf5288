/* The list of tasks.  It reads a page at a time by key; going past what is there reads more. */
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "office/views_sql.h"
#include "ui/tr.h"
#include "views.h"

#define QUEUE_PAGE 100	/* as in the statement */

struct queue {
	bool has_more;
	int state;		/* of the filter: all, open, proposed */
};

static const char *const states[] = { NULL, "open", "proposed" };

static void queue_build(struct view *v)
{
	page_add_table(v, &v->parts[0],
		       v->args[0] ? view_queue_of_one_columns : view_queue_columns, 0);
	if (v->parts[0].is_answered && v->parts[0].table.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED, _("no task here"));
	}
}

static void queue_answered(struct view *v, struct part *p)
{
	struct queue *q = v->state;

	if (p == &v->parts[0])
		q->has_more = p->table.n > 0 && p->table.n % QUEUE_PAGE == 0;
}

/* The key of the last row is where the next page starts. */
static void ask_more(struct view *v)
{
	static const int key[] = { TASK_QUEUE_DUE, TASK_QUEUE_PRIORITY, TASK_QUEUE_OPENED_ON,
				   TASK_QUEUE_PERSON_ID, TASK_QUEUE_RULE_ID, TASK_QUEUE_CAUSE };
	struct part *p = &v->parts[0];

	for (int i = 0; i < 6; i++)
		p->params[2 + i] = table_text(&p->table, p->table.n - 1, key[i]);
	p->is_more = true;
	part_ask(p);
	for (int i = 0; i < 6; i++)
		p->params[2 + i] = NULL;
}

static int step_of(const struct view *v, const char *command)
{
	return strcmp(command, "line.down") == 0 ? 1 :
	       strcmp(command, "page.down") == 0 ? view_rows(v) : 0;
}

/* True when the key must wait for rows that are being read. */
static bool needs_more(struct view *v, const char *command)
{
	struct queue *q = v->state;
	int step = step_of(v, command), at = page_selected(&v->page);
	int last = v->parts[0].table.n - 1;

	if (!q->has_more || at + step <= last || (!step && strcmp(command, "line.last") != 0) ||
	    (!step && at < last))
		return false;
	if (!v->desk->db)
		return false;
	ask_more(v);
	return true;
}

static void open_task(struct view *v)
{
	const struct table *t = &v->parts[0].table;
	int row = page_selected(&v->page);
	const char *args[3] = { table_text(t, row, TASK_QUEUE_PERSON_ID),
				table_text(t, row, TASK_QUEUE_RULE_ID),
				table_text(t, row, TASK_QUEUE_CAUSE) };

	if (row >= 0)
		desk_open(v->desk, "task", args, 3);
}

static void next_filter(struct view *v)
{
	struct queue *q = v->state;

	q->state = (q->state + 1) % 3;
	for (int i = 0; i < v->nparts; i++)
		v->parts[i].params[1] = states[q->state];
	v->page.selected = -1;
	view_ask(v);
}

static enum pressed queue_run(struct view *v, const char *command)
{
	if (strcmp(command, "view.open") == 0) {
		v->state = arena_alloc(v->arena, sizeof(struct queue));
		view_part(v, &TASK_QUEUE, NULL)->params[1] = NULL;
		view_part(v, &TASK_TOTAL, NULL)->params[1] = NULL;
		return PRESS_TAKEN;
	}
	if (needs_more(v, command))
		return strcmp(command, "line.last") == 0 ? PRESS_TAKEN : PRESS_LATER;
	if (strcmp(command, "row.open") == 0)
		open_task(v);
	else if (strcmp(command, "queue.filter") == 0)
		next_filter(v);
	else
		return page_run(v, command);
	return PRESS_TAKEN;
}

static const char *type_title(const struct view *v)
{
	for (int i = 0; v->args[0] && v->desk->app->modules[i]; i++) {
		const struct task_type *t = v->desk->app->modules[i]->task_types;

		for (; t && t->name; t++)
			if (strcmp(t->name, v->args[0]) == 0)
				return tr_label(t->title);
	}
	return v->args[0] ? v->args[0] : _("all kinds");
}

static const char *queue_title(const struct view *v, struct arena *a)
{
	const struct queue *q = v->state;
	const struct table *t = &v->parts[1].table;
	const char *state = states[q->state];

	return arena_printf(a, "%s: %s%s%s  %s (%s %s)", _("Tasks"), type_title(v),
			    state ? ", " : "", tr_label(state), table_text(t, 0, TASK_TOTAL_TOTAL),
			    table_text(t, 0, TASK_TOTAL_OVERDUE), _("overdue"));
}

const struct view_kind view_queue_kind = {
	.name = "queue", .build = queue_build, .draw = view_draw_page, .run = queue_run,
	.answered = queue_answered, .title = queue_title,
};
