/* Deciding: the form of one step of a task, and sending it.  The request key is made
 * before the first try; after a lost answer the same is sent again, and until its answer
 * the desk says that it is not known. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "form.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"
#include "decisions/decide_sql.h"

/* The form's arguments. */
enum { ARG_PERSON, ARG_RULE, ARG_CAUSE, ARG_EVENT, ARG_VERSION };
#define SUBJECT_ARGS ARG_VERSION	/* a draft outlives a new version */

static const struct table *head_of(const struct view *v)
{
	return &view_named(v, "head")->table;
}

static void keep_next(struct sending *s, const struct table *head)
{
	static const int key[] = { DECIDE_HEAD_DUE, DECIDE_HEAD_PRIORITY,
				   DECIDE_HEAD_OPENED_ON, DECIDE_HEAD_PERSON_ID,
				   DECIDE_HEAD_RULE_ID, DECIDE_HEAD_CAUSE };

	for (int i = 0; i < 6; i++)
		s->after[i] = arena_strdup(s->arena, table_text(head, 0, key[i]));
}

/* The version that was looked at: the task's screen says which, or the form itself. */
static const char *version_of(const struct view *v)
{
	return v->nargs > ARG_VERSION ? v->args[ARG_VERSION]
				      : table_text(head_of(v), 0, DECIDE_HEAD_VER);
}

static bool take_order(struct view *v, struct err *e)
{
	struct sending *s = &v->desk->sending;
	const struct form_view *f = v->state;
	const struct table *head = head_of(v);
	struct order *o = &s->order;
	char request[REQUEST_TEXT];

	memcpy(request, o->request, sizeof(request));
	arena_free(s->arena);
	s->arena = arena_new();
	*o = (struct order){
		.person = strtoll(v->args[ARG_PERSON], NULL, 10),
		.rule = arena_strdup(s->arena, v->args[ARG_RULE]),
		.cause = arena_strdup(s->arena, v->args[ARG_CAUSE]),
		.event = arena_strdup(s->arena, v->args[ARG_EVENT]),
		.reason = form_value(v, "reason", s->arena),
		.note = form_value(v, "note", s->arena),
		.ver = (int)strtol(version_of(v), NULL, 10),
	};
	snprintf(s->done_text, sizeof(s->done_text), "%.*s: %.90s", desk_brief(f->label),
		 f->label, table_text(head, 0, DECIDE_HEAD_NAME));
	keep_next(s, head);
	memcpy(o->request, request, sizeof(request));
	return request[0] || order_key(o, e);
}

static bool is_about(const struct view *v, const struct order *o)
{
	return v->nargs > ARG_CAUSE &&
	       strtoll(v->args[ARG_PERSON], NULL, 10) == o->person &&
	       strcmp(v->args[ARG_RULE], o->rule) == 0 &&
	       strcmp(v->args[ARG_CAUSE], o->cause) == 0;
}

static bool is_form_of(const struct view *v, const struct order *o)
{
	return v->kind == &view_decide_kind && is_about(v, o);
}

/* Stored: on to the next task, when the form is still what the clerk looks at. */
static void stored(struct desk *d, const struct decided *done)
{
	struct sending *s = &d->sending;

	d->follow.decided++;
	coach_stored(d, "decide_send");
	s->is_unknown = false;
	s->order.request[0] = '\0';
	if (!desk_stored_alone(d, s->done_text))
		desk_say(d, STYLE_PLAIN, _("%s: now \"%s\""), s->done_text,
			 tr_label(done->state));
	if (!is_form_of(d->top, &s->order)) {
		view_ask(d->top);
		return;
	}
	draft_drop(d->top);
	if (d->top->below->kind != &view_task_kind) {
		view_pop(d);	/* from a list: it goes on there */
		return;
	}
	view_drop(d);
	view_drop(d);
	d->follow.has_decided = true;
	follow_next(d, s->after);
}

/* The step was right for the task as it was seen: the message of the server names the
 * state that it is in by now.  One that changed and stays open is looked at again. */
static bool was_taken(const struct desk *d, const struct err *e)
{
	const struct view *task = d->top->below;
	struct arena *a = arena_new();
	const char *state, *still;
	bool is;

	state = task->kind == &view_task_kind
			? table_text(&view_named(task, "head")->table, 0, TASK_HEAD_STATE)
			: "";
	still = arena_printf(a, "task is \"%s\" at version ", state);
	is = *state && strncmp(e->message, "task is \"", 9) == 0 &&
	     strncmp(e->message, still, strlen(still)) != 0;
	arena_free(a);
	return is;
}

/* Who was slower goes on with the next task, and is told. */
static void go_on(struct desk *d)
{
	struct sending *s = &d->sending;

	desk_say(d, STYLE_WATCH,
		 _("* a colleague was faster with %s; this is the next task"),
		 table_text(head_of(d->top), 0, DECIDE_HEAD_NAME));
	draft_drop(d->top);
	view_drop(d);
	view_drop(d);
	terminal_beep(d->terminal);
	d->follow.has_decided = true;
	follow_next(d, s->after);
}

static void refused(struct desk *d, const struct err *e)
{
	struct sending *s = &d->sending;

	s->order.request[0] = '\0';
	if (e->code == ERR_STALE && is_form_of(d->top, &s->order)) {
		d->follow.decided++;
		if (was_taken(d, e)) {
			go_on(d);
			return;
		}
		view_pop(d);
	}
	desk_fail(d, e);
}

/* Sent again under its key a decision waits for its own first try and is carried out
 * once; so its answer is true whatever became of that.  While it cannot be had, nothing
 * is known. */
static void again_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct sending *s = ctx;
	struct desk *d = s->desk;
	struct decided done;

	d->is_dirty = true;
	if (rows && decided_read(&done, rows)) {
		stored(d, &done);
	} else if (e && e->code == ERR_LOST) {
		desk_lost(d);
	} else if (e && (e->code == ERR_BUSY || e->code == ERR_CANCELLED)) {
		desk_send_again(d);
	} else if (e) {
		s->is_unknown = false;
		refused(d, e);
	}
}

static void send_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct sending *s = ctx;
	struct desk *d = s->desk;
	struct decided done;

	s->is_waiting = false;
	d->is_dirty = true;
	if (rows && decided_read(&done, rows)) {
		stored(d, &done);
	} else if (e && e->code == ERR_LOST) {
		s->is_unknown = true;
		desk_lost(d);
		desk_say(d, STYLE_WATCH, _("* %s: not known yet whether it was stored"),
			 s->done_text);
	} else if (e) {
		refused(d, e);
	}
}

static void send(struct view *v)
{
	struct sending *s = &v->desk->sending;
	struct err e = { 0 };
	struct arena *a;

	if (!take_order(v, &e)) {
		desk_fail(v->desk, &e);
		return;
	}
	a = arena_new();
	s->is_waiting = true;
	db_ask(v->desk->db, &DECIDE_SEND, order_params(a, &s->order), send_answer, s);
	arena_free(a);
}

static const char *not_known(const struct view *v)
{
	return v->desk->sending.is_unknown
		       ? _("not known yet whether the last decision was stored")
		       : NULL;
}

static void decide_open(struct view *v)
{
	struct form_view *f = v->state = arena_alloc(v->arena, sizeof(*f));

	f->subject_args = SUBJECT_ARGS;
	f->check = not_known;
	form_open(v, v->screen->form, send);
	/* The answer to an earlier decision may still be out; its key must not be
	 * lost. */
	if (!v->desk->sending.is_unknown)
		v->desk->sending.order.request[0] = '\0';
}

static void decide_answered(struct view *v, struct part *p)
{
	struct form_view *f = v->state;

	if (p == view_named(v, "head") && p->table.n)
		f->label = text_clean(v->arena, tr_label(table_text(&p->table, 0,
							DECIDE_HEAD_LABEL)));
	form_answered(v, p);
}

static const char *decide_title(const struct view *v, struct arena *a)
{
	const struct table *t = head_of(v);
	const char *name = table_text(t, 0, DECIDE_HEAD_NAME);

	if (t->n == 0)
		return tr_label(v->screen->title);
	return arena_printf(a, "%s%s%s", tr_label(table_text(t, 0, DECIDE_HEAD_TITLE)),
			    *name ? ": " : "", text_clean(a, name));
}

const struct view_kind view_decide_kind = {
	.open = decide_open, .commands = form_commands, .draw = form_draw,
	.press = form_press, .answered = decide_answered, .closed = form_closed,
	.title = decide_title, .keys = form_keys, .takes_text = form_takes_text,
	.is_text = true,
};

void desk_send_again(struct desk *d)
{
	struct arena *a = arena_new();

	if (d->sending.is_unknown && d->db && !db_only_reads(d->db))
		db_ask(d->db, &DECIDE_SEND, order_params(a, &d->sending.order),
		       again_answer, &d->sending);
	arena_free(a);
}
