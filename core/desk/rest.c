/* A workbench whose keys rest needs no connection: each costs the server a process, and
 * most of a hundred clerks are at the telephone.  It is let go after a while and taken
 * back with the next key, which waits for it; nothing is told, and what stands on the
 * screen stays. */
#include "base/clock.h"
#include "desk.h"
#include "host/config.h"

static int rest_seconds(const struct desk *d)
{
	return d->app->config ? config_rest_seconds(d->app->config) : REST_SECONDS;
}

/* Something is under way, or waits for an answer. */
static bool is_at_work(const struct desk *d)
{
	return d->nkeys > 0 || desk_is_sending(d) || d->helper.pid > 0 ||
	       db_is_connecting(d->db) || db_is_busy(d->db);
}

int rest_patience(const struct desk *d)
{
	double left = d->lock.key_ms + rest_seconds(d) * 1e3 - clock_ms();

	if (!d->db || rest_seconds(d) == 0 || is_at_work(d))
		return -1;
	return left > 0 ? (int)left + 1 : 0;
}

void rest_wake(struct desk *d)
{
	if (!d->is_resting)
		return;
	d->is_resting = false;
	d->is_waking = true;
	desk_link_want(d);
}

void rest_step(struct desk *d)
{
	if (d->is_resting && d->nkeys > 0 && !d->lock.is_shut) {
		rest_wake(d);
		d->is_dirty = true;	/* what takes longer than a moment is said */
	}
	if (d->is_resting || rest_patience(d) != 0)
		return;
	desk_link_end(d);	/* nor is a better one looked for */
	db_close(d->db);
	d->db = NULL;
	d->is_resting = true;
}
