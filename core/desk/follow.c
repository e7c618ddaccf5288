/* What follows a decision, and "next": the search for a task to open. */
#include <string.h>

#include "decisions/decide_sql.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"

static bool is_open_task(const struct desk *d, const char *const *args)
{
	const struct view *v = d->top;

	return v->screen == &view_task && strcmp(v->args[0], args[0]) == 0 &&
	       strcmp(v->args[1], args[1]) == 0 && strcmp(v->args[2], args[2]) == 0;
}

static void say_no_more(struct desk *d)
{
	if (d->follow.has_decided)
		desk_say(d, STYLE_PLAIN, "%s; %s", d->message,
			 _("no further task for you"));
	else
		desk_say(d, STYLE_PLAIN, "%s", _("no further task for you"));
	if (d->top->seen != d->follow.decided)
		view_ask(d->top);
}

/* Going on replaces the task that is open, so that esc leads back to where the work
 * began. */
static void open_next(struct desk *d, const struct rows *rows, enum follow_state asked)
{
	const char *args[3];

	if (rows->n == 0 && asked == FOLLOW_ASKED_AFTER) {
		follow_next(d, NULL);	/* earlier ones were passed by */
		return;
	}
	args[0] = rows->n ? row_text(rows, 0, TASK_CLAIM_NEXT_PERSON_ID) : "";
	args[1] = rows->n ? row_text(rows, 0, TASK_CLAIM_NEXT_RULE_ID) : "";
	args[2] = rows->n ? row_text(rows, 0, TASK_CLAIM_NEXT_CAUSE) : "";
	if (rows->n == 0 || is_open_task(d, args)) {
		say_no_more(d);
		return;
	}
	if (d->top->screen == &view_task)
		view_drop(d);
	desk_open(d, "task", args, 3);
}

static void next_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct follow *f = ctx;
	struct desk *d = f->desk;
	enum follow_state asked = f->state;

	f->state = FOLLOW_AT_REST;
	d->is_dirty = true;
	if (rows)
		open_next(d, rows, asked);
	else if (e->code == ERR_LOST)
		desk_lost(d);
	else
		desk_fail(d, e);
}

/* A clerk who opened this task from the queue of one kind stays with that kind. */
static const char *kind_in_hand(const struct desk *d)
{
	for (const struct view *v = d->top; v; v = v->below)
		if (v->screen == &view_queue)
			return v->args[0];
	return NULL;
}

void follow_next(struct desk *d, const char *const *after)
{
	const char *params[7] = { NULL };

	for (int i = 0; after && i < 6; i++)
		params[i] = after[i];
	params[6] = kind_in_hand(d);
	if (!d->db)
		return;
	d->follow.state = after ? FOLLOW_ASKED_AFTER : FOLLOW_ASKED_FIRST;
	/* Nobody has seen this wait yet, however long the decision took. */
	d->wait_ms = 0;
	db_ask(d->db, &TASK_CLAIM_NEXT, params, next_answer, &d->follow);
}

static bool is_asked(const struct desk *d)
{
	return d->follow.state != FOLLOW_AT_REST;
}

void follow_forget(struct desk *d)
{
	if (d->db && is_asked(d))
		db_drop(d->db, &d->follow);
	d->follow.state = FOLLOW_AT_REST;
}

/* Something beyond the rows of a screen is under way. */
bool desk_is_sending(const struct desk *d)
{
	return d->sending.is_waiting || d->errand.is_waiting || is_asked(d);
}
