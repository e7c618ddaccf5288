/* A workbench that nobody sits at.  Its screen is blank, drafts stay, and it comes back
 * to who proves to be who had logged in: the server asks for the password again, on a
 * session of its own.  Where it asks for none (peer, ident, a certificate) nothing can
 * be proved here, and the workbench ends instead. */
#include "lock.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "desk.h"
#include "host/config.h"
#include "host/connect.h"
#include "say/tr.h"

#define TRIES 5

static int idle_minutes(const struct desk *d)
{
	return d->app->config ? config_idle_minutes(d->app->config) : 0;
}

/* Minutes without a key after which it ends; 0: it does not. */
static int end_minutes(const struct desk *d)
{
	int end = d->app->config ? config_idle_end_minutes(d->app->config) : 0;
	bool can_return = d->lock.has_password && !d->is_lines;

	return end || can_return ? end : idle_minutes(d);
}

/* Lines cannot hide what is typed: there it ends. */
static bool can_shut(const struct desk *d)
{
	int end = end_minutes(d), idle = idle_minutes(d);

	return idle && !d->is_lines && (!end || end > idle);
}

static int until(const struct desk *d, int minutes)
{
	double left = d->lock.key_ms + minutes * 60e3 - clock_ms();

	return left > 0 ? (int)left + 1 : 0;
}

static int ends_in(const struct desk *d)
{
	int end = end_minutes(d);

	return !end || desk_is_sending(d) ? -1 : until(d, end);
}

static int shuts_in(const struct desk *d)
{
	return d->lock.is_shut || !can_shut(d) || desk_is_sending(d)
		       ? -1 : until(d, idle_minutes(d));
}

static int sooner(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

int lock_patience(const struct desk *d)
{
	int proof = d->lock.proof ? db_patience(d->lock.proof) : -1;

	return sooner(proof, sooner(ends_in(d), shuts_in(d)));
}

void lock_poll(const struct desk *d, struct pollfd *p)
{
	const struct db *db = d->lock.proof;

	*p = (struct pollfd){ .fd = db ? db_fd(db) : -1,
			      .events = db ? db_events(db) : 0 };
}

/* What was shut for want of a password is not opened by a server that asks for none. */
void lock_learn(struct desk *d)
{
	d->lock.has_password = db_used_password(d->db) ||
			       (d->lock.is_shut && d->lock.has_password);
}

void lock_touched(struct desk *d)
{
	if (!d->lock.is_shut)
		d->lock.key_ms = clock_ms();
}

static void tell_time(char *out, size_t size, int minutes)
{
	time_t at = time(NULL) + minutes * 60;
	struct tm tm;

	if (localtime_r(&at, &tm))
		strftime(out, size, "%H:%M", &tm);
}

/* What was typed ahead was typed by who has left. */
static void shut(struct desk *d)
{
	struct lock *l = &d->lock;

	l->is_shut = true;
	l->tries = 0;
	l->why = NULL;
	d->nkeys = 0;
	tell_time(l->since, sizeof(l->since), 0);
	tell_time(l->until, sizeof(l->until), end_minutes(d) - idle_minutes(d));
	d->is_dirty = true;
}

static void open_again(struct desk *d)
{
	d->lock.is_shut = false;
	lock_touched(d);
	desk_say(d, STYLE_PLAIN, _("locked at %s; the rows are read again"),
		 d->lock.since);
	rest_wake(d);
	d->is_waking = false;	/* the rows are read again */
	if (d->db)
		view_ask(d->top);
}

static void wipe(struct lock *l)
{
	explicit_bzero(l->field.text, sizeof(l->field.text));
	entry_set(&l->field, "");
}

static void refuse(struct desk *d, const char *why)
{
	struct lock *l = &d->lock;

	l->why = why;
	d->is_dirty = true;
	terminal_beep(d->terminal);
	if (++l->tries == TRIES)
		d->is_over = true;
}

/* The server's word: it asked, and took what was typed.  A session for which it did not
 * ask proves nothing. */
static void proof_ended(struct desk *d)
{
	struct lock *l = &d->lock;
	bool was_asked = db_used_password(l->proof), is_open = !db_is_lost(l->proof);

	db_close(l->proof);
	l->proof = NULL;
	if (is_open && was_asked)
		open_again(d);
	else if (was_asked)
		refuse(d, N_("* this password is not accepted"));
	else if (is_open)
		refuse(d, N_("* the server asked for no password: nothing is proved"));
	else
		l->why = N_("* no answer from the server: try again");
	d->is_dirty = true;
}

static void prove(struct desk *d)
{
	struct lock *l = &d->lock;
	const char *target = connect_target(d->app);
	struct err e = { 0 };

	if (l->field.len == 0)
		return;
	l->why = NULL;
	l->proof = db_start_with(connect_info(d->app, target, "clerk"), l->field.text,
				 DB_QUESTIONS, &e);
	wipe(l);
	if (!l->proof)
		l->why = N_("* no answer from the server: try again");
}

void lock_press(struct desk *d, const struct press *p)
{
	struct lock *l = &d->lock;

	d->is_dirty = true;
	if (strcmp(p->name, "F3") == 0 || strcmp(p->name, "ctrl-q") == 0)
		d->is_over = true;
	else if (!l->has_password)
		open_again(d);
	else if (l->proof)
		return;
	else if (strcmp(p->name, "enter") == 0)
		prove(d);
	else
		entry_key(&l->field, p);
}

void lock_step(struct desk *d)
{
	struct lock *l = &d->lock;

	if (l->proof)
		db_pump(l->proof);
	if (l->proof && !db_is_connecting(l->proof))
		proof_ended(d);
	if (ends_in(d) == 0)
		d->is_idle = d->is_over = true;
	else if (shuts_in(d) == 0)
		shut(d);
}

static const char *state_of(const struct desk *d)
{
	const struct lock *l = &d->lock;

	if (!l->has_password)
		return _("This login has no password that could prove who comes back.");
	return l->proof ? _("waiting for the database") : l->why ? _(l->why) : "";
}

/* Nothing of a person, and none of the screens below. */
void lock_draw(const struct desk *d, struct grid *g)
{
	const struct lock *l = &d->lock;
	struct arena *a = arena_new();
	int row = g->rows / 3;
	char stars[ENTRY_BYTES];

	g->cursor_row = g->cursor_col = 0;
	if (g->rows < 10) {
		grid_text(g, 0, 0, g->cols, STYLE_KEY, _("locked"));
		arena_free(a);
		return;
	}
	grid_text(g, row, 2, g->cols - 2, STYLE_KEY,
		  arena_printf(a, _("locked since %s: %s"), l->since, d->login));
	grid_text(g, row + 3, 2, g->cols - 2, STYLE_WATCH, state_of(d));
	g->cursor_row = row + 2;
	g->cursor_col = 2;
	if (l->has_password) {
		struct entry hidden = { .most = 40 };

		memset(stars, '*', sizeof(stars));
		stars[l->field.len < 40 ? l->field.len : 40] = '\0';
		entry_set(&hidden, stars);
		grid_text(g, row + 2, 2, 10, STYLE_DISABLED, _("Password"));
		entry_draw(&hidden, g, row + 2, 13, 20);
	} else {
		grid_text(g, row + 4, 2, g->cols - 2, STYLE_PLAIN,
			  arena_printf(a, _("A key shows the screen again until %s, then "
					    "the workbench ends."), l->until));
	}
	grid_text(g, g->rows - 1, 0, g->cols, STYLE_KEY,
		  l->has_password ? arena_printf(a, "enter %s  F3 %s", _("unlock"),
						 _("leave"))
				  : arena_printf(a, "F3 %s", _("leave")));
	arena_free(a);
}

const char *lock_last_word(const struct desk *d)
{
	if (d->lock.tries == TRIES)
		return _("The workbench has ended: its lock got no right password.\n");
	return d->is_idle ? _("The workbench has ended: nobody had touched a key for "
			      "long.\n") : NULL;
}

void lock_end(struct desk *d)
{
	wipe(&d->lock);
	db_close(d->lock.proof);
	d->lock.proof = NULL;
}
