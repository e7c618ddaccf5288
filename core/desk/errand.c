/* A statement that changes something and is no decision: of an action, a command or a
 * form.  There is one at a time; its answer is said, and the rows are read again. */
#include <stdio.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"

static void stored(struct desk *d)
{
	struct errand *r = &d->errand;
	struct view *form = r->form;

	if (macro_is_one(r->stmt))
		macro_ask(d);
	coach_stored(d, r->stmt->name);
	d->follow.decided++;
	/* A form may have a sentence of its own for it. */
	if (form && form->screen->form && form->screen->form->done)
		desk_say(d, STYLE_PLAIN, "%s", tr_label(form->screen->form->done));
	else
		desk_say(d, STYLE_PLAIN, _("%s: done"), r->done);
	desk_stored_alone(d, r->done);
	if (form) {
		r->form = NULL;
		form->kind->sent(form);
	} else {
		view_ask(d->top);
	}
}

static void errand_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct errand *r = ctx;
	struct desk *d = r->desk;

	r->is_waiting = false;
	d->is_dirty = true;
	if (rows) {
		stored(d);
	} else if (e->code == ERR_LOST) {
		desk_lost(d);
		desk_say(d, STYLE_WATCH, _("* %s: not known whether it was stored; look "
					   "before sending it again"), r->done);
	} else {
		desk_fail(d, e);
	}
}

void errand_send(struct desk *d, const struct stmt *s, const char *const *params,
		 const char *done, struct view *form)
{
	struct errand *r = &d->errand;

	if (macro_holds(d))
		return;
	if (!d->db) {
		desk_say(d, STYLE_WATCH,
			 _("* no connection: nothing was sent; Enter tries again"));
		return;
	}
	r->form = form;
	r->stmt = s;
	r->is_waiting = true;
	snprintf(r->done, sizeof(r->done), "%s", done);
	db_ask(d->db, s, params, errand_answer, r);
}
