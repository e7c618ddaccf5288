/* The workbench: its loop, its stack of views, its keys.  What screens do is above, in
 * kinds/.  Input is drained, applied, painted once.  A key is applied only when the
 * screen it was meant for has its rows; until then it waits in the queue, so typing ahead
 * never goes astray. */
#ifndef STEWARD_DESK_H
#define STEWARD_DESK_H

#include <poll.h>
#include <sys/types.h>

#include "base/buf.h"
#include "coach.h"
#include "host/app.h"
#include "lock.h"
#include "say/table.h"
#include "screens/views.h"
#include "ui/entry.h"
#include "ui/page.h"
#include "ui/terminal.h"
#include "decisions/decide.h"


#define VIEW_MARKS 1000	/* rows marked at once */

struct desk;
struct view;

enum pressed {
	PRESS_OTHER,	/* not for this view: look in the key tables */
	PRESS_TAKEN,
	PRESS_LATER	/* for this view, but only when its rows are there */
};

/* Where to, within a view. */
enum motion {
	GO_NONE,
	GO_DOWN,
	GO_UP,
	GO_PAGE_DOWN,
	GO_PAGE_UP,
	GO_FIRST,
	GO_LAST,
	GO_RIGHT,
	GO_LEFT
};

/* One question of a view and its latest answer. */
struct part {
	struct view *view;
	const char *name;		/* as view_named finds it; NULL */
	const struct section *section;	/* NULL: not drawn as one */
	const struct stmt *stmt;
	const char *params[16];
	struct arena *arena;		/* of the table */
	struct table table;
	/* asked and no answer yet; answered at least once */
	bool is_asked, is_answered;
	bool is_more;	/* the answer is added to the rows that are there */
	bool is_manual;			/* asked by the view alone, not with the others */
	bool is_ahead;	/* asked before anybody wants it: no key waits for the answer */
};

/* A command that a kind carries out itself, in place of the desk. */
struct view_command {
	const char *name;	/* NULL ends the table */
	void (*run)(struct view *v);
};

struct view_kind {
	void (*open)(struct view *v);	/* once: its state, and parts of its own */
	const struct view_command *commands;
	/* NULL: nothing moves.  While rows are waited for it moves among those that are
	 * there, and does nothing else. */
	enum pressed (*move)(struct view *v, enum motion to);
	void (*build)(struct view *v);	/* rows to page, for the width the view has */
	void (*draw)(const struct view *v, struct grid *g, int row, int rows);
	enum pressed (*press)(struct view *v, const struct press *p);
	void (*asking)(struct view *v);		/* before all its parts are asked again */
	void (*answered)(struct view *v, struct part *p);
	/* line id to select after a build; -1: as it was */
	int (*place)(struct view *v);
	void (*closed)(struct view *v);
	const char *(*title)(const struct view *v, struct arena *a);
	/* keys of its own */
	const char *(*keys)(const struct view *v, struct arena *a);
	/* a field has the focus: NULL never */
	bool (*takes_text)(const struct view *v);
	void (*sent)(struct view *v);	/* what it sent as an errand is stored */
	bool is_text;		/* characters are typed, not commands */
	bool is_aside;		/* closed by what leads on from it: help */
};

/* What the room above brings, so that nothing here knows a screen from another. */
struct plan {
	const struct view_kind *const *kinds;	/* by enum screen_kind */
	/* Screens of the core with code of their own; a screen of NULL ends them. */
	const struct plan_screen {
		const struct screen *screen;
		const struct view_kind *kind;
	} *exceptions;
	void (*connected)(struct desk *d);	/* for the first time, or again */
	bool (*has_unsent)(const struct desk *d, bool *is_kept);
	void (*start_step)(struct desk *d, const char *event);	/* of the task on top */
	void (*read_helper)(struct desk *d);	/* what the child printed, and its end */
};

struct view {
	struct view *below;
	const struct view_kind *kind;
	struct desk *desk;
	struct arena *arena;		/* lives as long as the view */
	struct arena *layout;		/* of the page; new with every build */
	const struct screen *screen;
	const struct action *actions;	/* the screen's, or those of what it shows */
	const char *args[VIEW_ARGS];
	int nargs;
	struct part parts[VIEW_PARTS];
	int nparts;
	struct page page;
	int cols;			/* width the page was built for */
	int head;			/* rows above the page */
	int seen;	/* follow.decided when its rows were asked for */
	bool is_stale;			/* an answer did not come: rows are from before */
	bool is_moved;			/* somebody has moved in it */
	void *state;			/* of the kind */
	/* rows marked for an action that takes many, by what it takes of them */
	const char *marks[VIEW_MARKS];
	int nmarks;
};

/* A decision under way belongs to the desk, not to its form: the form may be gone when
 * the answer comes. */
struct sending {
	struct desk *desk;
	struct order order;
	struct arena *arena;
	char done_text[160];		/* "suspend: 王秀英" */
	bool is_waiting, is_unknown;
	/* where the task stood in the queue: the next one is after it */
	const char *after[6];
};

/* The one draft that is on its way to be kept, and what comes after it; see draft.c. */
struct draft_door {
	struct desk *desk;
	bool is_asked;
	struct view *form, *next;	/* NULL: none, or closed since */
};

/* A statement under way that is no decision; see errand.c. */
struct errand {
	struct desk *desk;
	struct view *form;	/* that it came from; NULL: none, or closed since */
	bool is_waiting;
	const struct stmt *stmt;
	char done[160];		/* what is said when it is stored */
};

/* What follows a decision, and "next" without one: the search for a task to open.
 *
 *	            "next", from an open task, or a decision stored
 *	  ┌─ AT_REST ────────────────────────────────────────────► ASKED_AFTER ─┐
 *	  │     ▲ ▲  "next", from elsewhere                             │       │ none
 *	  │     │ └──────── a task: it is opened; or the clerk ─────────┘       │ after it
 *	  │     │           went elsewhere: forgotten                           ▼
 *	  └─────┼─────────────────────────────────────────────────────► ASKED_FIRST
 *	        └── a task: it is opened; none: that is said, the rows below are asked
 *
 * has_decided holds from a decision stored until the next key: the message line tells of
 * it and what comes is added. */
enum follow_state { FOLLOW_AT_REST, FOLLOW_ASKED_AFTER, FOLLOW_ASKED_FIRST };

struct follow {
	struct desk *desk;
	enum follow_state state;
	bool has_decided;
	int decided;	/* decisions from here: a view that has seen fewer asks anew */
};

/* A child whose answer a view waits for; there is one at a time.  pid 0: none. */
struct helper { pid_t pid; int fd; struct view *view; };

/* The way to a connection: nothing of it is there while the desk has one. */
struct link {
	struct db *db;			/* being connected */
	pid_t pid;			/* of the child that starts the server; 0: none */
	int fd;
	bool is_wanted, is_failed, has_started;
	double retry_ms;
	struct err why;			/* the last failure */
};

/* Keys recorded before, and those being recorded; see macro.c. */
#define MACROS_MOST 100
struct macros {
	struct arena *arena;
	struct command commands[MACROS_MOST];
	const char *keys[MACROS_MOST];
	int n;
	char recorded[1600];
	int mark;	/* bytes of it before the key that may end it */
	bool is_recording;
	bool is_full;	/* ended by itself, and has no name yet */
};

struct desk {
	struct app *app;
	const struct plan *plan;
	struct link link;
	struct helper helper;
	struct draft_door drafts;
	struct db *db;			/* NULL while the connection is lost, or let go */
	struct terminal *terminal;
	struct arena *arena;
	struct view *top;
	const struct key *keymap;	/* see bind.c; a key of NULL ends it */
	const struct key_setting *given;	/* of the configuration; NULL: none */
	const struct uses *uses;	/* see bind_actions.c */
	struct press *keys;
	int nkeys, keys_room;
	int pressing;		/* which of them is being pressed */
	int tried;	/* so many at the front need rows that are waited for */
	bool is_replayed;	/* and was recorded before */
	struct macros macros;
	struct coaching coaching;
	struct sending sending;
	struct errand errand;
	char login[64], display[100], jobs[200], day[16], region[100];
	bool only_reads;	/* of several servers one that follows was taken */
	char since[8];	/* "14:02", when the connection was lost; else "" */
	char message[300];
	enum style message_style;
	struct follow follow;
	bool is_dirty, is_over;
	bool is_unfit;		/* the schema is another program's */
	bool is_resting;	/* the connection is let go; see rest.c */
	bool is_waking;		/* and is being taken back */
	int signal;			/* that ends it; 0 */
	unsigned shown;	/* paintings so far; a key knows how many it came after */
	bool is_behind;	/* figures are newer than what is shown */
	double live_ms;			/* when they were last asked for; see live.c */
	double claimed_ms;	/* when a task was last taken in hand; see claim.c */
	struct lock lock;
	bool is_idle;	/* ended because nobody touched a key */
	bool is_lean;	/* the line is slow: what only decorates is left out */
	bool is_lines;	/* no screen: see terminal_start_lines */
	double wait_ms;			/* when the keys began to wait; 0: they do not */
	bool is_begun;			/* the first screen has had all its rows */
	int interrupts;			/* Ctrl-C not yet acted upon */
	bool is_asking;	/* whether to leave although something was typed */
	bool is_stopping;		/* Ctrl-Z */
	bool is_paste_refused;		/* and said so */
};

/* view.c: views and their questions. */
struct view *view_push(struct desk *d, const struct screen *s,
		       const struct view_kind *kind, const char *const *args, int nargs);
void view_pop(struct desk *d);
void view_drop(struct desk *d);		/* pops without asking for what is below */
struct part *view_part(struct view *v, const char *name, const struct stmt *stmt,
		       const struct section *section);
/* The part of this name, which must be there; find: or NULL. */
struct part *view_named(const struct view *v, const char *name);
struct part *view_find(const struct view *v, const char *name);
/* A line of a page stands for a row of a part: its id, and back; part NULL: none is
 * selected, or one that stands for nothing. */
struct spot {
	const struct part *part;
	int row;
};
int part_line(const struct part *p, int row);
struct spot view_selected(const struct view *v);
enum pressed view_move(struct view *v, enum motion to);	/* within its page */
void view_sections(struct view *v);	/* a part for each section of its screen */
void view_free(struct view *v);
void view_ask(struct view *v);			/* all its parts again */
void part_ask(struct part *p);
bool view_is_waiting(const struct view *v);
/* All its questions were answered before: it is shown, whatever is asked again. */
bool view_is_whole(const struct view *v);
/* None of its rows opens anything: Enter is not offered. */
bool view_only_reads(const struct view *v);
void view_build(struct view *v);
int view_height(const struct view *v);		/* height of its page */
void view_draw_page(const struct view *v, struct grid *g, int row, int rows);

/* Says what happened in the message line; it stays until the next key. */
void desk_say(struct desk *d, enum style style, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void desk_fail(struct desk *d, const struct err *e);

/* screens.c: opens a screen by name; what it does not know, or for whom it is not, is
 * said. */
void desk_open_first(struct desk *d);
void desk_open(struct desk *d, const char *screen, const char *const *args, int nargs);
void desk_lost(struct desk *d);
/* After something was stored: whether a second server should have it and has not said so,
 * which is told. */
bool desk_stored_alone(struct desk *d, const char *what);
/* For what is told to the server and needs no answer. */
void desk_told(void *ctx, const struct rows *rows, const struct err *e);
/* Of several jobs ("clerk or window") one will do; NULL: everyone has it. */
bool desk_has_job(const struct desk *d, const char *job);

/* errand.c: params are copied; done is what is said when it is stored, form the view that
 * is closed then, or NULL. */
void errand_send(struct desk *d, const struct stmt *s, const char *const *params,
		 const char *done, struct view *form);

/* macro.c.  ask: what the login has kept.  at: the i-th as a command; NULL.  record: the
 * key that is about to work.  state: that it records, or NULL; in the arena. */
void macro_ask(struct desk *d);
bool macro_is_one(const struct stmt *s);	/* a statement that changes them */
const struct command *macro_at(const struct desk *d, int i);
void macro_record(struct desk *d, const struct press *p);
void macro_unrecord(struct desk *d);	/* it waits, and is recorded when it works */
void macro_toggle(struct desk *d);
const char *macro_state(const struct desk *d, struct arena *a);
void macro_play(struct desk *d, const char *name);	/* "macro.NAME" */
/* holds: a recorded key would commit something; that is said, and the rest is dropped, as
 * by forget without a word. */
bool macro_holds(struct desk *d);
void macro_forget(struct desk *d);

/* claim.c: tasks in hand.  patience: milliseconds to the next step, -1: none. */
void claim_leave(struct view *v);	/* the screen of a task is closed */
int claim_patience(const struct desk *d);
void claim_step(struct desk *d);
void claim_end(struct desk *d);

/* follow.c: after is the key of the task after which to look, six texts, or NULL: from
 * the first.  forget: the clerk went elsewhere. */
void follow_next(struct desk *d, const char *const *after);
void follow_forget(struct desk *d);
bool desk_is_sending(const struct desk *d);	/* what a clerk has sent, or that */

/* live.c: figures that others have made anew.  patience: milliseconds to the next
 * question; -1: none. */
void live_listen(struct desk *d);
int live_patience(const struct desk *d);
void live_step(struct desk *d);

/* rest.c: the connection is let go while no key comes, and taken back.  patience is when,
 * in milliseconds, or -1. */
#define REST_SECONDS 60		/* where no configuration says otherwise */
int rest_patience(const struct desk *d);
void rest_step(struct desk *d);
void rest_wake(struct desk *d);

/* link.c: connecting, without waiting.  poll gives what to wait for, and for how
 * long (-1); step goes on and is true when the desk has got its connection, or that has
 * become one that is written to. */
void desk_link_want(struct desk *d);		/* now, not after a while */
int desk_link_poll(const struct desk *d, struct pollfd *p);
bool desk_link_step(struct desk *d, bool is_ready);
void desk_link_end(struct desk *d);

/* keys.c: commands, keys, and what is printed from them. */
bool desk_press(struct desk *d, const struct press *p);	/* false: not yet */
/* It moves within what is shown, or asks for help: nothing is done by it. */
bool desk_only_looks(const struct desk *d, const struct press *p);
void desk_run(struct desk *d, const char *command);
/* Bytes of "approve" in "approve: the pension stops". */
int desk_brief(const char *label);
const char *desk_bottom_line(const struct desk *d, struct arena *a, int cols);

struct desk_command {
	const struct command *command;
	const char *brief;		/* for the bottom line; NULL: not there */
	enum motion motion;		/* what it moves; GO_NONE */
	void (*run)(struct desk *d);	/* what the desk does; NULL: the view's own */
};

/* The i-th command there is, of the core and the modules; false after the last. */
bool desk_command_at(const struct desk *d, int i, struct desk_command *c);

/* Keys and names that are the desk's own. */
extern const struct key desk_keys[];
bool desk_has_command(const char *name);

/* bind.c: the keys as they are here.  False, with file, line and the way out, when the
 * configuration gives a key to nothing there is, or one that something else has. */
bool desk_bind(struct desk *d, struct err *e);

/* bind_actions.c: "SCREEN.NAME" is what a screen does with its rows, and a step of a
 * task.  take, before anything else of it; check, when the keymap stands. */
void desk_take_actions(struct desk *d);
bool desk_check_actions(const struct desk *d, struct err *e);
/* Says of a setting that its name, of an action, is that of something else, too. */
bool desk_two_things(const struct desk *d, const struct key_setting *s, struct err *e);
bool desk_has_action(const struct desk *d, const char *full);
/* The names of the screens that begin like this one, up to its first point. */
const char *desk_action_names(const struct desk *d, const char *like);
/* The i-th key of an action, whose declaration has own; NULL after the last. */
const char *desk_action_key(const struct desk *d, const char *screen, const char *name,
			    const char *own, int i);
bool desk_is_action_key(const struct desk *d, const char *screen, const char *name,
			const char *own, const char *key);
/* The first key of a command or an action; NULL: it has none. */
const char *desk_key_named(const struct desk *d, const char *full);

/* The i-th key that works on a screen. */
const struct key *desk_key_at(const struct desk *d, const char *screen, int i);

/* Runs until the person leaves. */
bool desk_main(struct app *app, const struct plan *plan, struct err *e);

/* draw.c */
void desk_draw(const struct desk *d, struct grid *g);

#endif
