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
	page_add_table(v, &v->parts[0],
		       v->args[0] ? view_queue_of_one_columns : view_queue_columns, 0);
	if (v->parts[0].is_answered && v->parts[0].table.n == 0) {
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
	const struct table *t = &v->parts[0].table;
	int row = 0;

	if (!q->place[0] || view_is_waiting(v))
		return -1;
	while (row < t->n - 1 && is_before_place(q, t, row))
		row++;
	forget_place(q);
	return row;
}

static void ask_for(struct view *v, int rows)
{
	struct queue *q = v->state;

	q->asked = rows;
	snprintf(q->limit, sizeof(q->limit), "%d", rows);
	v->parts[0].params[8] = q->limit;
}

/* As many rows as there are, so that the place is among them. */
static void queue_asking(struct view *v)
{
	struct queue *q = v->state;
	struct part *p = &v->parts[0];
	int row = page_selected(&v->page);

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

	if (p == &v->parts[0])
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
	struct part *p = &v->parts[0];

	for (int i = 0; i < KEY_PARTS; i++)
		p->params[2 + i] = table_text(&p->table, p->table.n - 1, key_columns[i]);
	ask_for(v, rows);
	q->had = p->table.n;
	p->is_more = true;
	part_ask(p);
	for (int i = 0; i < KEY_PARTS; i++)
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
	const struct queue *q = v->state;
	bool is_last = strcmp(command, "line.last") == 0;
	int step = step_of(v, command), at = page_selected(&v->page);

	if (!q->has_more || !v->desk->db || (!step && !is_last))
		return false;
	if (!is_last && at + step <= v->parts[0].table.n - 1)
		return false;
	ask_more(v, is_last ? QUEUE_MORE : QUEUE_PAGE);
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
		return PRESS_LATER;
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
			    state ? ", " : "", tr_label(state),
			    table_text(t, 0, TASK_TOTAL_TOTAL),
			    table_text(t, 0, TASK_TOTAL_OVERDUE), _("overdue"));
}

const struct view_kind view_queue_kind = {
	.name = "queue", .build = queue_build, .draw = view_draw_page, .run = queue_run,
	.asking = queue_asking, .answered = queue_answered, .place = queue_place,
	.closed = queue_closed, .title = queue_title,
};
