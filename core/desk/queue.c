/* The list of tasks.  It reads a page at a time by key; going past what is there reads
 * more.  One's place in it is a task, not a row: read again, the list stands on the same
 * task or, when that is gone, on the one that came after it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

#define QUEUE_PAGE 100
#define QUEUE_MORE 1000	/* at once on the way to the last row */
#define KEY_PARTS 6

struct queue {
	struct part *rows, *total;
	bool has_more;
	int state;		/* of the filter: all, open, proposed */
	int had, asked; /* rows that were there, and how many more were asked for */
	char limit[12];		/* that, as the parameter */
	struct arena *arena;	/* of the place */
	const char *place[KEY_PARTS];	/* the task that was selected; first NULL: none */
};

/* What the queue is ordered by; the task's own key is the end of it. */
static const int key_columns[KEY_PARTS] = {
	TASK_QUEUE_DUE, TASK_QUEUE_PRIORITY, TASK_QUEUE_OPENED_ON,
	TASK_QUEUE_PERSON_ID, TASK_QUEUE_RULE_ID, TASK_QUEUE_CAUSE,
};

static const char *const states[] = { NULL, "open", "proposed" };

static void queue_build(struct view *v)
{
	const struct part *p = ((const struct queue *)v->state)->rows;

	page_add_table(v, p,
		       v->args[0] ? view_queue_of_one_columns : view_queue_columns);
	if (p->is_answered && p->table.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
			  _("no task here"));
	}
}

/* Days compare as texts. */
static int compare_part(int part, const char *a, const char *b)
{
	long long x, y;

	if (key_columns[part] != TASK_QUEUE_PRIORITY &&
	    key_columns[part] != TASK_QUEUE_PERSON_ID)
		return strcmp(a, b);
	x = strtoll(a, NULL, 10);
	y = strtoll(b, NULL, 10);
	return x < y ? -1 : x > y;
}

static bool is_before_place(const struct queue *q, const struct table *t, int row)
{
	for (int i = 0; i < KEY_PARTS; i++) {
		int by = compare_part(i, table_text(t, row, key_columns[i]), q->place[i]);

		if (by)
			return by < 0;
	}
	return false;
}

static void forget_place(struct queue *q)
{
	arena_free(q->arena);
	q->arena = NULL;
	q->place[0] = NULL;
}

/* Once, when the rows stand: then keys move it. */
static int queue_place(struct view *v)
{
	struct queue *q = v->state;
	const struct table *t = &q->rows->table;
	int row = 0;

	if (!q->place[0] || view_is_waiting(v))
		return -1;
	while (row < t->n - 1 && is_before_place(q, t, row))
		row++;
	forget_place(q);
	return part_line(q->rows, row);
}

static void ask_for(struct view *v, int rows)
{
	struct queue *q = v->state;

	q->asked = rows;
	snprintf(q->limit, sizeof(q->limit), "%d", rows);
	q->rows->params[8] = q->limit;
}

/* As many rows as there are, so that the place is among them. */
static void queue_asking(struct view *v)
{
	struct queue *q = v->state;
	struct part *p = q->rows;
	int row = view_selected(v).row;

	forget_place(q);
	q->arena = arena_new();
	for (int i = 0; row >= 0 && i < KEY_PARTS; i++)
		q->place[i] =
		    arena_strdup(q->arena, table_text(&p->table, row, key_columns[i]));
	q->had = 0;
	ask_for(v, row >= 0 && p->table.n > QUEUE_PAGE ? p->table.n : QUEUE_PAGE);
}

static void queue_answered(struct view *v, struct part *p)
{
	struct queue *q = v->state;

	if (p == q->rows)
		q->has_more = p->table.n - q->had == q->asked;
}

static void queue_closed(struct view *v)
{
	forget_place(v->state);
}

/* The key of the last row is where the next page starts. */
static void ask_more(struct view *v, int rows)
{
	struct queue *q = v->state;
	struct part *p = q->rows;

	for (int i = 0; i < KEY_PARTS; i++)
		p->params[2 + i] = table_text(&p->table, p->table.n - 1, key_columns[i]);
	ask_for(v, rows);
	q->had = p->table.n;
	p->is_more = true;
	part_ask(p);
	for (int i = 0; i < KEY_PARTS; i++)
		p->params[2 + i] = NULL;
}

static int step_of(const struct view *v, enum motion to)
{
	return to == MOVE_DOWN ? 1 : to == MOVE_PAGE_DOWN ? view_rows(v) : 0;
}

/* Later, when the key must wait for rows that are being read. */
static enum pressed queue_move(struct view *v, enum motion to)
{
	const struct queue *q = v->state;
	int step = step_of(v, to), at = view_selected(v).row;

	if (!q->has_more || !v->desk->db || (!step && to != MOVE_LAST) ||
	    (step && at + step <= q->rows->table.n - 1))
		return view_move(v, to);
	ask_more(v, step ? QUEUE_PAGE : QUEUE_MORE);
	return PRESS_LATER;
}

static void open_task(struct view *v)
{
	const struct table *t = &((const struct queue *)v->state)->rows->table;
	int row = view_selected(v).row;
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
	q->rows->params[1] = q->total->params[1] = states[q->state];
	v->page.selected = -1;
	view_ask(v);
}

static void queue_open(struct view *v)
{
	struct queue *q = v->state = arena_alloc(v->arena, sizeof(*q));

	q->rows = view_part(v, "tasks", &TASK_QUEUE, NULL);
	q->total = view_part(v, "total", &TASK_TOTAL, NULL);
	q->rows->params[1] = q->total->params[1] = NULL;
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
	const struct table *t = &q->total->table;
	const char *state = states[q->state];

	return arena_printf(a, "%s: %s%s%s  %s (%s %s)", _("Tasks"), type_title(v),
			    state ? ", " : "", tr_label(state),
			    table_text(t, 0, TASK_TOTAL_TOTAL),
			    table_text(t, 0, TASK_TOTAL_OVERDUE), _("overdue"));
}

static const struct view_command commands[] = {
	{ "row.open", open_task }, { "queue.filter", next_filter }, { 0 }
};

const struct view_kind view_queue_kind = {
	.name = "queue", .open = queue_open, .commands = commands, .move = queue_move,
	.build = queue_build, .draw = view_draw_page, .asking = queue_asking,
	.answered = queue_answered, .place = queue_place, .closed = queue_closed,
	.title = queue_title,
};
