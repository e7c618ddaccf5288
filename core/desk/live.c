/* Figures that somebody else has made anew: the server tells it (indicators.c), and what
 * the screen shows of them is asked for again, at most once in so many seconds.  No key
 * waits for the answer, and while nobody tells nothing is asked and nobody wakes. */
#include "base/clock.h"
#include "desk.h"
#include "figures/figures_sql.h"
#include "screens/views_sql.h"

#define LIVE_MS 2000

static bool is_live(const struct part *p)
{
	return p->stmt == &BOARD_FIGURES || p->stmt == &BOARD_AGE ||
	       p->stmt == &BOARD_COURSE || p->stmt == &HOME_ALERTS;
}

void live_listen(struct desk *d)
{
	db_ask(d->db, &FIGURES_LISTEN, NULL, desk_told, d);
}

int live_patience(const struct desk *d)
{
	double left = d->live_ms + LIVE_MS - clock_ms();

	/* Nothing is read aloud that nobody asked for. */
	if (!d->is_behind || !d->db || d->is_lines || d->lock.is_shut ||
	    desk_is_sending(d) || view_is_waiting(d->top))
		return -1;
	return left > 0 ? (int)left + 1 : 0;
}

/* What lies below asks when it comes up again. */
static void mark_below(struct view *v)
{
	for (v = v->below; v; v = v->below)
		for (int i = 0; i < v->nparts; i++)
			v->is_stale |= is_live(&v->parts[i]);
}

void live_step(struct desk *d)
{
	if (d->db && db_was_told(d->db))
		d->is_behind = true;
	if (live_patience(d) != 0)
		return;
	d->is_behind = false;
	d->live_ms = clock_ms();
	mark_below(d->top);
	for (int i = 0; i < d->top->nparts; i++) {
		struct part *p = &d->top->parts[i];

		if (!is_live(p) || p->is_asked)
			continue;
		p->is_ahead = true;
		part_ask(p);
	}
}
