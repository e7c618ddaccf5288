/* steward: the workbench.  One poll over keyboard, database and signals; no timer while
 * idle. */
#include "desk.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "declared/declared.h"
#include "declared/declared_sql.h"
#include "host/cluster.h"
#include "host/config.h"
#include "host/connect.h"
#include "settings/theme_file.h"
#include "office/schema.h"
#include "office/schema_sql.h"
#include "people/people_sql.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

#define MOST_KEYS 65536		/* typed ahead; more is no clerk */
#define REACTION_MS 50		/* sooner nobody answers to what the screen says */
#define HOLD_MS	    25 /* an answer this near is painted together with its question */

static const int signals[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP };

static void who_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct desk *d = ctx;

	(void)e;
	if (!rows || rows->n == 0)
		return;
	snprintf(d->login, sizeof(d->login), "%s", row_text(rows, 0, DESK_WHO_LOGIN));
	snprintf(d->display, sizeof(d->display), "%s",
		 tr_label(row_text(rows, 0, DESK_WHO_DISPLAY)));
	snprintf(d->jobs, sizeof(d->jobs), "%s", row_text(rows, 0, DESK_WHO_JOBS));
	snprintf(d->day, sizeof(d->day), "%s", row_text(rows, 0, DESK_WHO_BUSINESS_DAY));
	snprintf(d->region, sizeof(d->region), "%s", row_text(rows, 0, DESK_WHO_REGION));
	d->is_dirty = true;
}

/* Another program's schema is not worked on. */
static void schema_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct desk *d = ctx;

	(void)e;
	if (rows && !schema_is_of(rows, d->app->modules, &d->link.why))
		d->is_over = d->is_unfit = true;
}

static void declared_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct desk *d = ctx;

	(void)e;
	if (rows)
		declared_take(d->arena, rows, &d->app->modules);
}

static void connected(struct desk *d)
{
	bool only_reads = db_only_reads(d->db);

	if (d->only_reads && !only_reads)
		desk_say(d, STYLE_PLAIN, "%s",
			 _("the server that is written to is back: decisions are stored "
			   "again"));
	else if (d->since[0] && !only_reads)
		desk_say(d, STYLE_PLAIN, "%s",
			 _("the connection is back; the rows are read again"));
	d->only_reads = only_reads;
	d->since[0] = '\0';
	d->is_dirty = true;
	lock_learn(d);
	d->plan->connected(d);
	/* After a rest the rows are as good as those of who only looked at them. */
	if (!d->is_waking)
		view_ask(d->top);
	d->is_waking = false;
	macro_ask(d);
	db_ask(d->db, &DESK_WHO, NULL, who_answer, d);
	db_ask(d->db, &SCHEMA_APPLIED, NULL, schema_answer, d);
	db_ask(d->db, &DECLARED_ALL, NULL, declared_answer, d);
	db_ask(d->db, &PEOPLE_IN, NULL, desk_told, d);
	live_listen(d);
}

/* All questions have been answered with the loss by now. */
static void drop_connection(struct desk *d)
{
	if (!d->db || !db_is_lost(d->db))
		return;
	desk_lost(d);
	db_close(d->db);
	d->db = NULL;
	desk_link_want(d);
}

/* What the driver of the terminal would make signals of. */
static bool is_signal_key(struct desk *d, const struct press *p)
{
	if (strcmp(p->name, "ctrl-c") == 0)
		d->interrupts++;
	else if (strcmp(p->name, "ctrl-z") == 0)
		d->is_stopping = true;
	else if (strcmp(p->name, "ctrl-|") == 0)
		d->signal = SIGQUIT;
	else
		return false;
	return true;
}

static void queue_key(struct desk *d, const struct press *p)
{
	struct press *keys;

	if (d->nkeys == MOST_KEYS)
		return;
	if (d->nkeys == d->keys_room) {
		d->keys_room = d->keys_room ? d->keys_room * 2 : 256;
		keys = arena_alloc(d->arena, sizeof(*keys) * (size_t)d->keys_room);
		if (d->nkeys)
			memcpy(keys, d->keys, sizeof(*keys) * (size_t)d->nkeys);
		d->keys = keys;
	}
	d->keys[d->nkeys] = *p;
	d->keys[d->nkeys].shown = d->shown;
	d->keys[d->nkeys++].is_reaction = d->wait_ms > 0 && !d->is_dirty &&
					  clock_ms() - d->wait_ms > REACTION_MS;
}

static void read_keys(struct desk *d)
{
	struct press p;

	while (terminal_key(d->terminal, &p)) {
		lock_touched(d);
		if (!is_signal_key(d, &p))
			queue_key(d, &p);
	}
	if (terminal_has_told(d->terminal)) {
		d->is_dirty = true;
		view_build(d->top);
	}
	if (terminal_is_gone(d->terminal) && d->is_lines)
		d->is_over = true;
	else if (terminal_is_gone(d->terminal))
		d->signal = SIGHUP;
}

/* Whatever was typed until now was typed before this painting was seen. */
static void paint(struct desk *d)
{
	struct arena *a = arena_new();
	struct grid g;

	read_keys(d);
	grid_init(&g, a, terminal_rows(d->terminal), terminal_cols(d->terminal));
	g.is_lean = d->is_lean && !d->is_lines;
	if (d->lock.is_shut)
		lock_draw(d, &g);
	else
		desk_draw(d, &g);
	terminal_paint(d->terminal, &g);
	d->shown++;
	d->is_dirty = false;
	arena_free(a);
}

static bool is_waiting(const struct desk *d)
{
	return desk_is_sending(d) || view_is_waiting(d->top) ||
	       (!d->db && !d->since[0] && !d->is_resting);
}

/* Going back does not need the rows of what is left.  A decision under way belongs to the
 * desk, and who sees it wait may leave its form; typed ahead, the key means the screen
 * after it. */
static bool is_way_out(const struct desk *d, const struct press *p)
{
	if (p->is_pasted)
		return false;
	if (strcmp(p->name, "F3") == 0 || strcmp(p->name, "ctrl-q") == 0)
		return true;
	if (!d->top->below ||
	    (strcmp(p->name, "esc") != 0 && strcmp(p->name, "F12") != 0))
		return false;
	return p->is_reaction || !desk_is_sending(d);
}

static void forget_keys(struct desk *d, int n)
{
	d->nkeys -= n;
	d->tried = d->tried > n ? d->tried - n : 0;
	if (n && d->nkeys)
		memmove(d->keys, d->keys + n, sizeof(*d->keys) * (size_t)d->nkeys);
}

/* Who sees a screen wait and wants out of it does not want what was typed into it
 * before. */
static void let_out(struct desk *d)
{
	int i = 0;

	while (i < d->nkeys && !(d->keys[i].is_reaction && is_way_out(d, &d->keys[i])))
		i++;
	if (i == d->nkeys)
		return;
	forget_keys(d, i);
	follow_forget(d);
}

/* How many keys at the front only look, to the last one that was typed when the screen
 * had said that it waits. */
static int count_looks(const struct desk *d)
{
	int n = 0;

	if (desk_is_sending(d) || !view_is_whole(d->top))
		return 0;
	for (int i = 0; i < d->nkeys && desk_only_looks(d, &d->keys[i]); i++)
		if (d->keys[i].is_reaction)
			n = i + 1;
	return n;
}

/* Who sees a screen wait may look about in what it shows, and what was typed before goes
 * along.  A key that needs the rows that are waited for stays, unless a later one moved
 * on. */
static void look_about(struct desk *d)
{
	const struct view *v = d->top;
	int done = 0, n = count_looks(d);

	for (; d->tried < n && d->top == v; d->tried++) {
		d->pressing = d->tried;
		if (desk_press(d, &d->keys[d->tried]))
			done = d->tried + 1;
	}
	forget_keys(d, done);
}

static void apply_keys(struct desk *d)
{
	int done = 0, put_off = 0;

	for (; d->lock.is_shut && done < d->nkeys; done++)
		lock_press(d, &d->keys[done]);
	if (is_waiting(d))
		let_out(d);
	if (is_waiting(d))
		look_about(d);
	else if (d->top->is_stale)	/* the rows they need do not come */
		forget_keys(d, d->tried);
	for (; done < d->nkeys && !d->is_over; done++) {
		bool was_waiting = is_waiting(d);

		if (was_waiting && !is_way_out(d, &d->keys[done]))
			break;
		d->pressing = done;
		if (!desk_press(d, &d->keys[done])) {
			put_off = 1;
			break;
		}
		d->wait_ms = was_waiting ? d->wait_ms : 0;
	}
	forget_keys(d, done);
	d->tried = d->tried > put_off ? d->tried : put_off;
	if (!is_waiting(d)) {
		d->wait_ms = 0;
		d->tried = 0;
		d->is_begun = true;
	} else if (d->wait_ms <= 0) {
		d->wait_ms = clock_ms();
	}
}

static void resize(struct desk *d)
{
	terminal_resize(d->terminal);
	d->is_dirty = true;
	view_build(d->top);
}

/* Stops like any program; what the shell did to the screen meanwhile is painted over. */
static void stop(struct desk *d)
{
	sigset_t set, before;

	terminal_leave(d->terminal);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	signal(SIGTSTP, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &set, &before);
	raise(SIGTSTP);
	sigprocmask(SIG_SETMASK, &before, NULL);
	terminal_enter(d->terminal);
	d->is_stopping = false;
	resize(d);
}

/* Ctrl-C leaves, as in any program; where something was typed that would be lost it asks
 * first.  Keys that wait are dropped, as the driver of a terminal does. */
static void interrupt(struct desk *d)
{
	bool is_again = d->interrupts > 1 || d->is_asking, is_kept;

	d->interrupts = 0;
	forget_keys(d, d->nkeys);
	if (is_again || d->lock.is_shut || !d->plan->has_unsent(d, &is_kept)) {
		d->signal = SIGINT;
		return;
	}
	d->is_asking = true;
	desk_say(d, STYLE_WATCH, "%s",
		 is_kept ? _("* leave? what was typed is kept; ctrl-c again leaves")
			 : _("* leave and lose what was typed? ctrl-c again leaves"));
	terminal_beep(d->terminal);
}

static void take_signals(struct desk *d, int fd)
{
	struct signalfd_siginfo info;

	while (read(fd, &info, sizeof(info)) == (ssize_t)sizeof(info)) {
		int number = (int)info.ssi_signo;

		if (number == SIGWINCH)
			resize(d);
		else if (number == SIGTSTP)
			stop(d);
		else
			d->signal = number;
	}
}

static int open_signals(sigset_t *before)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		sigaddset(&set, signals[i]);
	sigprocmask(SIG_BLOCK, &set, before);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static int sooner(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* What is left of the moment in which an answer may come and be painted with its
 * question.  At the start nobody has asked yet, and each part is shown as it comes. */
static int hold_ms(const struct desk *d)
{
	double left = d->wait_ms + HOLD_MS - clock_ms();

	return d->is_begun && left > 0 ? (int)left + 1 : 0;
}

/* How long to sleep: for ever, unless a connection, a near answer or the rest of a key is
 * waited for. */
static int patience(const struct desk *d, int link_ms)
{
	int ms = sooner(terminal_patience(d->terminal), link_ms);

	if (d->nkeys && !is_waiting(d))
		return 0;
	if (d->db)
		ms = sooner(ms, db_patience(d->db));
	ms = sooner(sooner(ms, lock_patience(d)), claim_patience(d));
	ms = sooner(sooner(ms, rest_patience(d)), live_patience(d));
	return d->is_dirty && is_waiting(d) ? sooner(ms, hold_ms(d)) : ms;
}

enum { OF_KEYS, OF_SIGNALS, OF_DB, OF_CANCEL, OF_HELPER, OF_LINK, OF_PROOF, OF_COUNT };

static void wait_for_something(struct desk *d, int signal_fd, struct pollfd *p)
{
	int link_ms = desk_link_poll(d, &p[OF_LINK]);

	p[OF_KEYS] = (struct pollfd){ .fd = terminal_fd(d->terminal),
				    .events = POLLIN };
	p[OF_SIGNALS] = (struct pollfd){ .fd = signal_fd, .events = POLLIN };
	p[OF_DB] = (struct pollfd){ .fd = d->db ? db_fd(d->db) : -1,
				    .events = d->db ? db_events(d->db) : 0 };
	p[OF_CANCEL] =
	    (struct pollfd){ .fd = d->db ? db_cancel_fd(d->db) : -1, .events = POLLIN };
	p[OF_HELPER] = (struct pollfd){ .fd = d->helper.pid > 0 ? d->helper.fd : -1,
					.events = POLLIN };
	lock_poll(d, &p[OF_PROOF]);
	poll(p, OF_COUNT, patience(d, link_ms));
}

static void take_keys(struct desk *d)
{
	read_keys(d);
	if (d->is_stopping)
		stop(d);
	if (d->interrupts)
		interrupt(d);
}

static void turn(struct desk *d, int signal_fd)
{
	struct pollfd p[OF_COUNT];

	wait_for_something(d, signal_fd, p);
	if (p[OF_SIGNALS].revents)
		take_signals(d, signal_fd);
	take_keys(d);
	lock_step(d);
	if (d->db && (p[OF_DB].revents || db_is_busy(d->db)))
		db_pump(d->db);
	if (d->helper.pid > 0 && p[OF_HELPER].revents)
		d->plan->read_helper(d);
	drop_connection(d);
	if (desk_link_step(d, p[OF_LINK].revents != 0))
		connected(d);
	claim_step(d);
	rest_step(d);
	apply_keys(d);
	coach_step(d);
	live_step(d);
	if (d->is_dirty && (!is_waiting(d) || hold_ms(d) == 0))
		paint(d);
	terminal_busy(d->terminal, is_waiting(d) || d->nkeys > 0);
}

static bool run_desk(struct desk *d, struct err *e)
{
	sigset_t before;
	int fd;

	lock_touched(d);
	desk_open_first(d);
	paint(d);	/* before the database answers */
	d->is_dirty = true;
	fd = open_signals(&before);
	while (!d->is_over && !d->signal)
		turn(d, fd);
	close(fd);
	sigprocmask(SIG_SETMASK, &before, NULL);
	*e = d->link.why;
	return !d->is_unfit && (e->code == ERR_NONE || d->db || d->since[0]);
}

static void free_desk(struct desk *d)
{
	while (d->top && d->top->below)
		view_drop(d);
	/* What is answered from now on finds no screen. */
	if (d->db)
		db_drop(d->db, &d->follow);
	view_free(d->top);
	claim_end(d);
	lock_end(d);
	db_close(d->db);
	arena_free(d->sending.arena);
	arena_free(d->macros.arena);
}

/* A private server outlives the workbench; who started it by a look should know how to
 * end it. */
static void tell_of_server(struct app *app)
{
	const char *folder = connect_target(app);

	if (!connect_is_folder(folder))
		return;
	if (cluster_is_demo(folder))
		fprintf(stderr,
			_("The demo's server goes on. To stop it: steward demo --dir %s "
			  "--stop; to remove the demo after that: rm -r %s\n"),
			folder, folder);
	else
		fprintf(stderr, _("The database server goes on. To stop it: steward demo "
				  "--dir %s --stop\n"), folder);
}

/* Speech, scripts and terminals without a cursor get the same screens as lines. */
static bool wants_lines(const struct app *app)
{
	const char *term = getenv("TERM"), *accessible = getenv("ACCESSIBLE");

	return app_flag(app, "line") || (term && strcmp(term, "dumb") == 0) ||
	       (accessible && accessible[0] && strcmp(accessible, "0") != 0);
}

static const char lines_help[] =
    N_("A number chooses that row and acts; 12 s: s there; an empty line: Enter.\n"
       "=TEXT fills a field in, 12 =TEXT the field 12; a key has its name: F3, esc,\n"
       "pgdn, space. A full stop tells all again. The end of the input leaves.");

static bool open_desk(struct app *app, const struct plan *plan, struct err *e)
{
	struct arena *a = arena_new();
	struct desk *d = arena_alloc(a, sizeof(*d));
	const char *path = app->config ? config_theme(app->config) : NULL;
	struct theme theme;
	bool ok;
	int number;

	d->app = app;
	d->plan = plan;
	d->arena = a;
	d->sending.desk = d;
	d->follow.desk = d;
	d->errand.desk = d;
	d->drafts.desk = d;
	d->sending.arena = arena_new();
	theme_mono(&theme);
	ok = desk_bind(d, e) && (!path || theme_read(&theme, path, e));
	if (app->left_out)
		desk_say(d, STYLE_ALARM, _("module left out: %s"), app->left_out);
	connect_ahead(app);	/* the server begins while the screen does */
	desk_link_want(d);
	d->is_lean = app_flag(app, "lean") || (app->config && config_lean(app->config));
	d->is_lines = d->is_begun = wants_lines(app);	/* lines are told once */
	if (ok && d->is_lines)
		d->terminal = terminal_start_lines(
		    _(lines_help), _("what was typed before this was shown is left out"));
	else if (ok)
		d->terminal = terminal_start(&theme, e);
	if (d->terminal)
		terminal_take_unsure(d->terminal, app->config ?
				     config_ambiguous_width(app->config) : 0);
	ok = d->terminal && run_desk(d, e);
	terminal_stop(d->terminal);
	if (lock_last_word(d))
		fputs(lock_last_word(d), stderr);
	if (d->terminal)
		free_desk(d);
	desk_link_end(d);
	number = d->signal;
	arena_free(a);
	if (number)
		exit(128 + number);
	if (ok)
		tell_of_server(app);
	return ok;
}

bool desk_main(struct app *app, const struct plan *plan, struct err *e)
{
	if (app->nargs) {
		ERR(e, ERR_USAGE, _("the workbench takes no \"%s\""), app->args[0]);
		return err_hint(e,
				_("The subcommand comes first: steward %s --db FOLDER."),
				app->args[0]);
	}
	return open_desk(app, plan, e);
}
