/* Deciding: a reason by one digit, a note if there is something to say, Enter sends.  No
 * reason is chosen for the clerk, and only an Enter that was typed after the form had
 * been shown as it is now sends it: what was typed ahead never decides.  The request key
 * is made before the first try; after a lost answer the same is sent again, and until its
 * answer the desk says that it is not known. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"
#include "work/decide_sql.h"

#define MOST_REASONS 30

struct reasons {
	const char *event, *label;
	int rows[MOST_REASONS], nreasons;	/* rows of the task's reasons */
	int reason;		/* -1: none chosen yet */
	bool in_note;
	struct entry note;
	unsigned changed;	/* paintings there were when it last became another */
};

/* The task view this form lies on, and its parts. */
static const struct table *task_table(const struct view *v, const char *part)
{
	return &view_named(v->below, part)->table;
}

void decide_open(struct view *task, const char *event, const char *label)
{
	struct view *v =
	    view_push(task->desk, &view_decide, &view_decide_kind, task->args,
		      task->nargs);
	struct reasons *f = arena_alloc(v->arena, sizeof(*f));
	const struct table *t = task_table(v, "reasons");

	f->event = arena_strdup(v->arena, event);
	f->label = text_clean(v->arena, tr_label(label));
	f->note.most = 200;
	f->reason = -1;
	f->changed = v->desk->shown;
	for (int row = 0; row < t->n && f->nreasons < MOST_REASONS; row++)
		if (strcmp(table_text(t, row, TASK_REASONS_EVENT), event) == 0)
			f->rows[f->nreasons++] = row;
	v->state = f;
	/* The answer to an earlier decision may still be out; its key must not be lost.
	 */
	if (!v->desk->sending.is_unknown)
		v->desk->sending.order.request[0] = '\0';
}

static const char *reason_text(const struct view *v, int i, int col)
{
	const struct reasons *f = v->state;

	return table_text(task_table(v, "reasons"), f->rows[i], col);
}

static void draw_reasons(const struct view *v, struct grid *g, int row, int rows,
			 struct arena *a)
{
	const struct reasons *f = v->state;
	int first = f->reason >= rows ? f->reason - rows + 1 : 0;

	for (int i = first; i < f->nreasons && i < first + rows; i++) {
		const char *text =
		    arena_printf(a, "%s %c  %s  (%s)", i == f->reason ? ">" : " ",
				 i < 9 ? '1' + i : ' ',
				 tr_label(reason_text(v, i, TASK_REASONS_LABEL)),
				 reason_text(v, i, TASK_REASONS_CODE));

		grid_text(g, row + i - first, 2, g->cols - 2, STYLE_PLAIN,
			  text_clean(a, text));
		if (i != f->reason)
			continue;
		if (!f->in_note) {
			grid_restyle(g, row + i - first, 0, g->cols, STYLE_FOCUS);
			g->cursor_row = row + i - first;
			g->cursor_col = 2;
		}
	}
	if (f->nreasons && f->reason < 0 && !f->in_note) {
		g->cursor_row = row;
		g->cursor_col = 2;
	}
	if (f->nreasons == 0)
		grid_text(g, row, 2, g->cols - 2, STYLE_ALARM,
			  _("! no reason is set up for this move; ask the policy staff"));
}

static void decide_draw(const struct view *v, struct grid *g, int row, int rows)
{
	const struct reasons *f = v->state;
	const struct table *head = task_table(v, "head");
	struct arena *a = arena_new();
	const char *title = _("Note");
	int width = text_width(title, strlen(title)) + 1, room = rows - 5;

	grid_text(g, row, 2, g->cols - 2, STYLE_KEY, f->label);
	if (f->nreasons && f->reason < 0)
		grid_right(g, row, g->cols / 2, g->cols - g->cols / 2, STYLE_WATCH,
			   _("choose a reason"));
	grid_text(g, row + 1, 2, g->cols - 2, STYLE_VALUE,
		  text_clean(a, arena_printf(a, "%s  %s",
					     table_text(head, 0, TASK_HEAD_NAME),
					     table_text(head, 0, TASK_HEAD_ID_NO))));
	draw_reasons(v, g, row + 3, room > 1 ? room : 1, a);
	row += 4 + (f->nreasons < room ? (f->nreasons ? f->nreasons : 1) : room);
	grid_text(g, row, 2, width, STYLE_DISABLED, title);
	if (f->in_note)
		entry_draw(&f->note, g, row, 2 + width, g->cols - 3 - width);
	else
		grid_text(g, row, 2 + width, g->cols - 3 - width, STYLE_VALUE,
			  f->note.text);
	arena_free(a);
}

static void keep_next(struct sending *s, const struct table *head)
{
	static const int key[] = { TASK_HEAD_DUE, TASK_HEAD_PRIORITY, TASK_HEAD_OPENED_ON,
				   TASK_HEAD_PERSON_ID, TASK_HEAD_RULE, TASK_HEAD_CAUSE };

	for (int i = 0; i < 6; i++)
		s->after[i] = arena_strdup(s->arena, table_text(head, 0, key[i]));
}

static bool take_order(struct view *v, struct err *e)
{
	struct sending *s = &v->desk->sending;
	const struct reasons *f = v->state;
	const struct table *head = task_table(v, "head");
	struct order *o = &s->order;
	char request[REQUEST_TEXT];

	memcpy(request, o->request, sizeof(request));
	arena_free(s->arena);
	s->arena = arena_new();
	*o = (struct order){
		.person = strtoll(v->args[0], NULL, 10),
		.rule = arena_strdup(s->arena, v->args[1]),
		.cause = arena_strdup(s->arena, v->args[2]),
		.event = arena_strdup(s->arena, f->event),
		.reason =
		    arena_strdup(s->arena, reason_text(v, f->reason, TASK_REASONS_CODE)),
		.note = arena_strdup(s->arena, f->note.text),
		.ver = (int)strtol(table_text(head, 0, TASK_HEAD_VER), NULL, 10),
	};
	snprintf(s->done_text, sizeof(s->done_text), "%.*s: %.90s", desk_brief(f->label),
		 f->label, table_text(head, 0, TASK_HEAD_NAME));
	keep_next(s, head);
	memcpy(o->request, request, sizeof(request));
	return request[0] || order_key(o, e);
}

static void send(struct view *v, const struct press *p)
{
	const struct reasons *f = v->state;
	struct desk *d = v->desk;
	struct err e = { 0 };

	if (d->sending.is_unknown) {
		desk_say(d, STYLE_WATCH,
			 _("* not known yet whether the last decision was stored"));
	} else if (f->nreasons == 0) {
		terminal_beep(d->terminal);
	} else if (f->reason < 0) {
		desk_say(d, STYLE_WATCH, "%s",
			 _("* choose a reason first, by its digit"));
		terminal_beep(d->terminal);
	} else if (p->shown <= f->changed) {
		desk_say(d, STYLE_WATCH, "%s",
			 _("* nothing was sent: look at it now, then Enter sends"));
		terminal_beep(d->terminal);
	} else if (!d->db) {
		desk_say(d, STYLE_WATCH,
			 _("* no connection: nothing was sent; Enter tries again"));
	} else if (!take_order(v, &e)) {
		desk_fail(d, &e);
	} else {
		desk_send(d);
	}
}

/* Keys that go from the reasons to the note and back, and those that choose. */
static bool choose(struct reasons *f, const struct press *p)
{
	bool is_free = !f->in_note;

	if (strcmp(p->name, "tab") == 0 || strcmp(p->name, "backtab") == 0) {
		f->in_note = !f->in_note;
	} else if (strcmp(p->name, "down") == 0 ||
		   (is_free && p->name[0] == 'j' && p->rune)) {
		f->in_note = f->reason + 1 >= f->nreasons;
		f->reason += !f->in_note;
	} else if (strcmp(p->name, "up") == 0 ||
		   (is_free && p->name[0] == 'k' && p->rune)) {
		f->reason -= !f->in_note && f->reason > 0;
		f->in_note = false;
	} else if (is_free && p->rune >= '1' && p->rune <= '9' &&
		   (int)(p->rune - '1') < f->nreasons) {
		f->reason = (int)(p->rune - '1');
	} else {
		return false;
	}
	return true;
}

static enum pressed decide_press(struct view *v, const struct press *p)
{
	struct reasons *f = v->state;
	struct press folded = *p;

	v->desk->is_dirty = true;
	key_fold(&folded);
	if (strcmp(p->name, "enter") == 0) {
		send(v, p);
		return PRESS_TAKEN;
	}
	if (f->in_note && entry_key(&f->note, p)) {
		if (f->note.is_full)
			terminal_beep(v->desk->terminal);
	} else if (!choose(f, &folded)) {
		return folded.rune ? PRESS_TAKEN : PRESS_OTHER;
	}
	f->changed = v->desk->shown;
	return PRESS_TAKEN;
}

static bool decide_takes_text(const struct view *v)
{
	const struct reasons *f = v->state;

	return f->in_note;
}

bool desk_has_note(const struct desk *d)
{
	for (const struct view *v = d->top; v; v = v->below)
		if (v->kind == &view_decide_kind &&
		    ((const struct reasons *)v->state)->note.len)
			return true;
	return false;
}

static const char *decide_title(const struct view *v, struct arena *a)
{
	return v->below->kind->title(v->below, a);
}

static const char *decide_keys(const struct view *v, struct arena *a)
{
	const struct reasons *f = v->state;

	if (f->in_note)
		return arena_printf(a, "enter %s  tab %s", _("send"), _("reason"));
	return arena_printf(a, "enter %s  1-%d %s  tab %s", _("send"),
			    f->nreasons < 9 ? f->nreasons : 9, _("reason"), _("note"));
}

const struct view_kind view_decide_kind = {
	.draw = decide_draw,
	.press = decide_press,
	.title = decide_title,
	.keys = decide_keys,
	.takes_text = decide_takes_text,
	.is_text = true,
};

static bool is_form_of(const struct view *v, const struct order *o)
{
	return v->kind == &view_decide_kind &&
	       strtoll(v->args[0], NULL, 10) == o->person &&
	       strcmp(v->args[1], o->rule) == 0 && strcmp(v->args[2], o->cause) == 0;
}

/* Stored: on to the next task, when the form is still what the clerk looks at. */
static void stored(struct desk *d, const struct decided *done)
{
	struct sending *s = &d->sending;

	d->follow.decided++;
	s->is_unknown = false;
	s->order.request[0] = '\0';
	desk_say(d, STYLE_PLAIN, _("%s: now \"%s\""), s->done_text,
		 tr_label(done->state));
	if (!is_form_of(d->top, &s->order)) {
		view_ask(d->top);
		return;
	}
	view_drop(d);
	view_drop(d);
	d->follow.has_decided = true;
	follow_next(d, s->after);
}

static void refused(struct desk *d, const struct err *e)
{
	struct sending *s = &d->sending;

	s->order.request[0] = '\0';
	if (e->code == ERR_STALE && is_form_of(d->top, &s->order)) {
		d->follow.decided++;
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

void desk_send(struct desk *d)
{
	struct sending *s = &d->sending;
	struct arena *a = arena_new();

	s->is_waiting = true;
	db_ask(d->db, &DECIDE_SEND, order_params(a, &s->order), send_answer, s);
	arena_free(a);
}

void desk_send_again(struct desk *d)
{
	struct arena *a = arena_new();

	if (d->sending.is_unknown && d->db)
		db_ask(d->db, &DECIDE_SEND, order_params(a, &d->sending.order),
		       again_answer, &d->sending);
	arena_free(a);
}
