/* Tasks in hand: a task's screen asks for its claim when it is opened and whenever its
 * rows are read again; while it stays open the claim is made longer from here. */
#include <poll.h>

#include "base/clock.h"
#include "decisions/decide_sql.h"
#include "desk.h"

#define RENEW_MS 300000		/* a third of the lease */
#define LEAVE_MS 300		/* nobody waits longer for the door */

/* Nothing else asks in the name of the list of views, so nothing drops this question. */
void claim_leave(struct view *v)
{
	struct desk *d = v->desk;

	if (d->db && v->nargs >= 3)
		db_ask(d->db, &TASK_CLAIM_LEAVE, v->args, desk_told, &d->claimed_ms);
}

static struct part *claim_of(struct view *v)
{
	return view_find(v, "claim");
}

int claim_patience(const struct desk *d)
{
	bool is_held = false;
	double rest = d->claimed_ms + RENEW_MS - clock_ms();

	for (struct view *v = d->top; v; v = v->below)
		is_held |= claim_of(v) != NULL;
	/* Nobody who is away keeps a task from the others. */
	if (!is_held || (!d->db && !d->is_resting) || d->lock.is_shut)
		return -1;
	return rest > 0 ? (int)rest + 1 : 0;
}

void claim_step(struct desk *d)
{
	if (claim_patience(d) != 0)
		return;
	rest_wake(d);
	if (!d->db)
		return;
	d->claimed_ms = clock_ms();
	for (struct view *v = d->top; v; v = v->below)
		if (claim_of(v))
			part_ask(claim_of(v));
}

/* The last screen is closed: what was said at the door is let through. */
void claim_end(struct desk *d)
{
	double until = clock_ms() + LEAVE_MS;
	struct pollfd p;

	while (d->db && db_is_busy(d->db) && !db_is_lost(d->db) && clock_ms() < until) {
		p = (struct pollfd){ .fd = db_fd(d->db), .events = db_events(d->db) };
		poll(&p, 1, 20);
		db_pump(d->db);
	}
}
