/* One task: what it says, what it rests on, what can be done; and the way to the next
 * one. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

enum { PART_HEAD, PART_FIGURES, PART_DECISIONS, PART_HOLDS, PART_MOVES, PART_REASONS };

static const char *move_text(const struct view *v, int row, int col)
{
	return table_text(&v->parts[PART_MOVES].table, row, col);
}

static bool is_now(const struct view *v, int row)
{
	return move_text(v, row, TASK_MOVES_IS_NOW)[0] == 't';
}

/* Which condition fails, and who can do it. */
static const char *why_not(const struct view *v, int row, struct arena *a)
{
	const char *why = move_text(v, row, TASK_MOVES_WHY);
	const char *job = tr_label(move_text(v, row, TASK_MOVES_JOB));
	const char *label = tr_label(move_text(v, row, TASK_MOVES_LABEL));

	label = arena_strndup(a, label, (size_t)desk_brief(label));
	if (strcmp(why, "job") == 0)
		return arena_printf(a,
				    _("\"%s\" needs a %s; the task stays in the queue"),
				    label, job);
	if (strcmp(why, "self") == 0)
		return arena_printf(
		    a, _("\"%s\" needs a second person: you proposed it yourself"),
		    label);
	if (strcmp(why, "author") == 0)
		return arena_printf(a, _("\"%s\" is for the one who proposed it"), label);
	return arena_printf(
	    a, _("\"%s\" is for a %s, when the task is \"%s\"; it is \"%s\" now"), label,
	    job, tr_label(move_text(v, row, TASK_MOVES_FROM_STATE)),
	    tr_label(table_text(&v->parts[PART_HEAD].table, 0, TASK_HEAD_STATE)));
}

static const char *who_does(const struct view *v, int row)
{
	const char *why = move_text(v, row, TASK_MOVES_WHY);

	if (strcmp(why, "self") == 0)
		return arena_printf(v->layout, _("needs another %s: you proposed it"),
				    tr_label(move_text(v, row, TASK_MOVES_JOB)));
	if (strcmp(why, "author") == 0)
		return _("only who proposed it");
	if (strcmp(why, "job") == 0)
		return arena_printf(v->layout, _("needs a %s"),
				    tr_label(move_text(v, row, TASK_MOVES_JOB)));
	return tr_label(move_text(v, row, TASK_MOVES_JOB));
}

static void add_moves(struct view *v)
{
	const struct part *p = &v->parts[PART_MOVES];
	bool has_title = false;

	for (int row = 0; row < p->table.n; row++) {
		bool can = move_text(v, row, TASK_MOVES_WHY)[0] == '\0';

		if (!is_now(v, row))
			continue;
		if (!has_title)
			page_title(&v->page, v->layout, v->cols, _("What can be done"));
		has_title = true;
		page_line(&v->page, v->layout, PART_MOVES * PAGE_LINES + row);
		page_span(&v->page, v->layout, 2, 4, can ? STYLE_KEY : STYLE_DISABLED,
			  text_clean(v->layout, move_text(v, row, TASK_MOVES_KEY)));
		page_span(&v->page, v->layout, 6, 30, can ? STYLE_PLAIN : STYLE_DISABLED,
			  text_clean(v->layout,
				     tr_label(move_text(v, row, TASK_MOVES_LABEL))));
		page_span(&v->page, v->layout, 38, v->cols - 38, STYLE_DISABLED,
			  who_does(v, row));
	}
}

/* A task withdrawn or never there has no head row. */
static void task_build(struct view *v)
{
	const struct part *head = &v->parts[PART_HEAD];

	if (head->is_answered && head->table.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
			  _("there is no such task any more"));
		return;
	}
	page_add_section(v, head, 0);
	add_moves(v);
	for (int i = PART_FIGURES; i <= PART_HOLDS; i++)
		page_add_section(v, &v->parts[i], i * PAGE_LINES);
}

static void start_move(struct view *v, int row)
{
	struct arena *a = arena_new();

	if (move_text(v, row, TASK_MOVES_WHY)[0]) {
		desk_say(v->desk, STYLE_WATCH, "* %s", why_not(v, row, a));
		terminal_beep(v->desk->terminal);
	} else {
		decide_open(v, move_text(v, row, TASK_MOVES_EVENT),
			    move_text(v, row, TASK_MOVES_LABEL));
	}
	arena_free(a);
}

static bool is_key_of_all(const struct view *v, const char *key)
{
	const struct key *k;

	for (int i = 0; (k = desk_key_at(v->desk, "task", i)); i++)
		if (strcmp(k->key, key) == 0)
			return true;
	return false;
}

/* The move this key means: one of this state first; one of another state only to say why
 * not. */
static int move_of_key(const struct view *v, const char *key)
{
	int other = -1;

	for (int row = 0; row < v->parts[PART_MOVES].table.n; row++) {
		if (strcmp(move_text(v, row, TASK_MOVES_KEY), key) != 0)
			continue;
		if (is_now(v, row))
			return row;
		other = row;
	}
	return other >= 0 && !is_key_of_all(v, key) ? other : -1;
}

static enum pressed task_press(struct view *v, const struct press *p)
{
	struct press folded = *p;
	int row;

	key_fold(&folded);
	row = folded.rune ? move_of_key(v, folded.name) : -1;
	if (row < 0)
		return PRESS_OTHER;
	start_move(v, row);
	return PRESS_TAKEN;
}

static void queue_key(const struct view *v, const char **after)
{
	static const int key[] = { TASK_HEAD_DUE, TASK_HEAD_PRIORITY, TASK_HEAD_OPENED_ON,
				   TASK_HEAD_PERSON_ID, TASK_HEAD_RULE, TASK_HEAD_CAUSE };

	for (int i = 0; i < 6; i++)
		after[i] = table_text(&v->parts[PART_HEAD].table, 0, key[i]);
}

static void open_person(struct view *v)
{
	const char *person =
	    table_text(&v->parts[PART_HEAD].table, 0, TASK_HEAD_PERSON_ID);

	if (strcmp(person, "0") == 0)
		desk_say(v->desk, STYLE_WATCH, _("* this task is about no person"));
	else
		desk_open(v->desk, "person", &person, 1);
}

static enum pressed task_run(struct view *v, const char *command)
{
	const char *after[6];
	int id = page_selected(&v->page);

	if (strcmp(command, "view.open") == 0) {
		view_part(v, &TASK_MOVES, NULL);
		view_part(v, &TASK_REASONS, NULL);
	} else if (strcmp(command, "row.open") == 0 && id >= PART_MOVES * PAGE_LINES) {
		start_move(v, id - PART_MOVES * PAGE_LINES);
	} else if (strcmp(command, "person.open") == 0 ||
		   (strcmp(command, "row.open") == 0 && id >= 0 && id < PAGE_LINES)) {
		open_person(v);
	} else if (strcmp(command, "why.open") == 0) {
		desk_open(v->desk, "why", v->args, v->nargs);
	} else if (strcmp(command, "task.next") == 0 && v->parts[PART_HEAD].table.n) {
		queue_key(v, after);
		desk_next_task(v->desk, after);
	} else {
		return page_run(v, command);
	}
	return PRESS_TAKEN;
}

static const char *task_title(const struct view *v, struct arena *a)
{
	const struct table *t = &v->parts[PART_HEAD].table;
	const char *name = table_text(t, 0, TASK_HEAD_NAME);

	return arena_printf(a, "%s%s%s", tr_label(table_text(t, 0, TASK_HEAD_TITLE)),
			    *name ? ": " : "", text_clean(a, name));
}

static const char *task_keys(const struct view *v, struct arena *a)
{
	const char *out = "";

	for (int row = 0; row < v->parts[PART_MOVES].table.n; row++) {
		const char *label = tr_label(move_text(v, row, TASK_MOVES_LABEL));

		if (is_now(v, row) && !move_text(v, row, TASK_MOVES_WHY)[0])
			out = arena_printf(a, "%s%s%s %.*s", out, out[0] ? "  " : "",
					   move_text(v, row, TASK_MOVES_KEY),
					   desk_brief(label), label);
	}
	return text_clean(a, out);
}

const struct view_kind view_task_kind = {
	.name = "task", .build = task_build, .draw = view_draw_page, .press = task_press,
	.run = task_run, .title = task_title, .keys = task_keys,
};

static bool is_open_task(const struct desk *d, const char *const *args)
{
	const struct view *v = d->top;

	return v->kind == &view_task_kind && strcmp(v->args[0], args[0]) == 0 &&
	       strcmp(v->args[1], args[1]) == 0 && strcmp(v->args[2], args[2]) == 0;
}

static void say_no_more(struct desk *d)
{
	if (d->has_moved)
		desk_say(d, STYLE_PLAIN, "%s; %s", d->message,
			 _("no further task for you"));
	else
		desk_say(d, STYLE_PLAIN, "%s", _("no further task for you"));
	if (d->top->seen != d->changes)
		view_ask(d->top);
}

/* Going on replaces the task that is open, so that esc leads back to where the work
 * began. */
static void open_next(struct desk *d, const struct rows *rows)
{
	const char *args[3];

	if (rows->n == 0 && d->next.is_after) {
		desk_next_task(d, NULL); /* from the beginning: earlier ones were passed
					    by */
		return;
	}
	args[0] = rows->n ? row_text(rows, 0, TASK_AFTER_PERSON_ID) : "";
	args[1] = rows->n ? row_text(rows, 0, TASK_AFTER_RULE_ID) : "";
	args[2] = rows->n ? row_text(rows, 0, TASK_AFTER_CAUSE) : "";
	if (rows->n == 0 || is_open_task(d, args)) {
		say_no_more(d);
		return;
	}
	if (d->top->kind == &view_task_kind)
		view_drop(d);
	desk_open(d, "task", args, 3);
}

static void next_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct next *n = ctx;
	struct desk *d = n->desk;

	n->is_asked = false;
	d->is_dirty = true;
	if (rows)
		open_next(d, rows);
	else if (e->code == ERR_LOST)
		desk_lost(d);
	else
		desk_fail(d, e);
}

/* Who came here from the queue of one kind stays with that kind. */
static const char *kind_in_hand(const struct desk *d)
{
	for (const struct view *v = d->top; v; v = v->below)
		if (v->kind == &view_queue_kind)
			return v->args[0];
	return NULL;
}

void desk_next_task(struct desk *d, const char *const *after)
{
	const char *params[8] = { NULL };

	for (int i = 0; after && i < 6; i++)
		params[i] = after[i];
	params[6] = "1";
	params[7] = kind_in_hand(d);
	if (!d->db)
		return;
	d->next = (struct next){ .desk = d, .is_asked = true, .is_after = after != NULL };
	db_ask(d->db, &TASK_AFTER, params, next_answer, &d->next);
}

void desk_next_forget(struct desk *d)
{
	if (d->db)
		db_drop(d->db, &d->next);
	d->next.is_asked = false;
}
