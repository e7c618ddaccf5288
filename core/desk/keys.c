/* Commands by name and keys bound to them.  Help, the bottom line and the command list
 * are printed from these tables and those of the modules; nothing is written twice. */
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"

static void next_task(struct desk *d)
{
	follow_next(d, NULL);
}

static void open_board(struct desk *d)
{
	desk_open(d, "board", NULL, 0);
}

static void open_tasks(struct desk *d)
{
	desk_open(d, "queue", NULL, 0);
}

static void open_search(struct desk *d)
{
	desk_open(d, "search", NULL, 0);
}

static void open_rules(struct desk *d)
{
	desk_open(d, "rules", NULL, 0);
}

static void open_palette(struct desk *d)
{
	desk_open(d, "palette", NULL, 0);
}

static void open_macros(struct desk *d)
{
	desk_open(d, "macros", NULL, 0);
}

static void open_help(struct desk *d)
{
	if (!d->top->kind->is_aside)
		desk_open(d, "help", NULL, 0);
}

static void go_home(struct desk *d)
{
	desk_open(d, "home", NULL, 0);
}

/* Only what has changed goes over the line; who works by lines is told all again. */
static void refresh_view(struct desk *d)
{
	if (d->is_lines)
		terminal_repaint(d->terminal);
	if (d->db)
		view_ask(d->top);
	else
		desk_link_want(d);
	d->is_dirty = true;
}

/* Something else has written on the terminal. */
static void repaint_screen(struct desk *d)
{
	terminal_repaint(d->terminal);
	d->is_dirty = true;
}

static void turn_lean(struct desk *d)
{
	d->is_lean = !d->is_lean;
	desk_say(d, STYLE_PLAIN, "%s",
		 d->is_lean ? _("for a slow line: the selected row has a sign, no light")
			    : _("the selected row is lit again"));
}

static void leave(struct desk *d)
{
	d->is_over = true;
}

/* Commands without a function are the view's own. */
static const struct own {
	struct command command;
	const char *brief;
	void (*run)(struct desk *d);
	enum motion motion;
} own[] = {
	{ { "task.next", N_("the most urgent task you may act on") },
	  N_("next"),
	  next_task },
	{ { "row.open", N_("open the selected row") }, N_("show") },
	{ { "person.open", N_("the person of this task") }, N_("person") },
	{ { "law.open",
	    N_("the text of the rule as people read it: words, article, values") },
	  N_("law") },
	{ { "why.open", N_("why the rule said so: facts, parameters, steps") },
	  N_("why") },
	{ { "screen.back", N_("back to the screen before") }, N_("back"), view_pop },
	{ { "screen.help", N_("keys and commands of this screen") },
	  N_("help"),
	  open_help },
	{ { "screen.search", N_("find a person by name or number") },
	  N_("search"),
	  open_search },
	{ { "screen.board", N_("the figures of the agency") }, N_("board"), open_board },
	{ { "screen.tasks", N_("all tasks by urgency") }, N_("queue"), open_tasks },
	{ { "screen.rules", N_("the policy texts, their versions and rehearsals") },
	  NULL,
	  open_rules },
	{ { "text.print", N_("print this text on the terminal's printer") },
	  N_("print") },
	{ { "palette.open", N_("give a command by name") }, N_("command"), open_palette },
	{ { "screen.home", N_("back to the first screen") }, NULL, go_home },
	{ { "screen.refresh", N_("read the rows again") }, NULL, refresh_view },
	{ { "screen.repaint", N_("paint the screen anew") }, NULL, repaint_screen },
	{ { "screen.lean", N_("fewer bytes for a slow line, and all of them again"),
	    .code = "ln" },
	  NULL,
	  turn_lean },
	{ { "desk.leave", N_("leave the workbench") }, N_("leave"), leave },
	{ { "keys.record", N_("record keys, and end it"), .code = "rk" },
	  NULL,
	  macro_toggle },
	{ { "keys.recorded", N_("the recorded keys: press them again, remove them"),
	    .code = "mk" },
	  NULL,
	  open_macros },
	{ { "line.down", N_("next line") }, .motion = GO_DOWN },
	{ { "line.up", N_("line before") }, .motion = GO_UP },
	{ { "page.down", N_("a page down") }, .motion = GO_PAGE_DOWN },
	{ { "page.up", N_("a page up") }, .motion = GO_PAGE_UP },
	{ { "line.first", N_("first line") }, .motion = GO_FIRST },
	{ { "line.last", N_("last line") }, .motion = GO_LAST },
	{ { "value.others", N_("the other record's value is right") },
	  .motion = GO_RIGHT },
	{ { "value.mine", N_("this record's value is right") }, .motion = GO_LEFT },
	{ { "cell.right", N_("figure to the right") }, .motion = GO_RIGHT },
	{ { "cell.left", N_("figure to the left") }, .motion = GO_LEFT },
};

#define OWN_COUNT ((int)(sizeof(own) / sizeof(*own)))

const struct key desk_keys[] = {
	{ "n", "task.next", NULL },
	{ "p", "person.open", "task" },
	{ "w", "why.open", "task" }, { "w", "why.open", "person" },
	{ "L", "law.open", "task" }, { "p", "text.print", "law" },
	{ "p", "text.print", "amount" }, { "p", "text.print", "why" },
	{ "b", "screen.board", NULL },
	{ "t", "screen.tasks", NULL },
	{ "/", "screen.search", NULL },
	{ "F2", "screen.rules", NULL },
	{ "enter", "row.open", NULL },
	{ "esc", "screen.back", NULL }, { "F12", "screen.back", NULL },
	{ "q", "screen.back", NULL },
	{ "?", "screen.help", NULL }, { "F1", "screen.help", NULL },
	{ ":", "palette.open", NULL }, { "F9", "palette.open", NULL },
	{ "F5", "screen.refresh", NULL }, { "ctrl-l", "screen.repaint", NULL },
	{ "F3", "desk.leave", NULL }, { "ctrl-q", "desk.leave", NULL },
	{ "down", "line.down", NULL }, { "j", "line.down", NULL },
	{ "up", "line.up", NULL }, { "k", "line.up", NULL },
	{ "pgdn", "page.down", NULL }, { " ", "page.down", NULL },
	{ "pgup", "page.up", NULL },
	{ "home", "line.first", NULL }, { "g", "line.first", NULL },
	{ "end", "line.last", NULL }, { "G", "line.last", NULL },
	{ "right", "value.others", "task" }, { "left", "value.mine", "task" },
	{ "right", "cell.right", "board" }, { "l", "cell.right", "board" },
	{ "left", "cell.left", "board" }, { "h", "cell.left", "board" },
	{ 0 }
};

bool desk_has_command(const char *name)
{
	for (int i = 0; i < OWN_COUNT; i++)
		if (strcmp(own[i].command.name, name) == 0)
			return true;
	return false;
}

bool desk_command_at(const struct desk *d, int i, struct desk_command *c)
{
	if (i < OWN_COUNT) {
		*c = (struct desk_command){ &own[i].command, own[i].brief, own[i].motion,
					    own[i].run };
		return true;
	}
	i -= OWN_COUNT;
	for (int m = 0; d->app->modules[m]; m++) {
		const struct command *at = d->app->modules[m]->commands;

		for (; at && at->name; at++)
			if (i-- == 0) {
				*c = (struct desk_command){ .command = at };
				return true;
			}
	}
	*c = (struct desk_command){ .command = macro_at(d, i) };
	return c->command != NULL;
}

const struct key *desk_key_at(const struct desk *d, const char *screen, int i)
{
	for (const struct key *k = d->keymap; k->key; k++)
		if ((!k->screen || strcmp(k->screen, screen) == 0) && i-- == 0)
			return k;
	return NULL;
}

static int count(const char *const *args)
{
	int n = 0;

	while (args && args[n])
		n++;
	return n;
}

static void run_module(struct desk *d, const struct command *c)
{
	if (!desk_has_job(d, c->job))
		desk_say(d, STYLE_WATCH, _("* \"%s\" needs a %s"), c->name,
			 tr_label(c->job));
	else if (c->opens)
		desk_open(d, c->opens, c->args, count(c->args));
	else if (c->runs)
		errand_send(d, c->runs, c->args, tr_label(c->help), NULL);
	else
		d->plan->start_step(d, c->sends);
}

/* Help is closed by what leads on from it: esc goes back to work, not to the help about
 * it. */
static void close_help(struct desk *d, const char *name)
{
	if (d->top->kind->is_aside && strcmp(name, "screen.back") != 0 &&
	    strcmp(name, "screen.help") != 0)
		view_drop(d);
}

static bool find_command(const struct desk *d, const char *name, struct desk_command *c)
{
	for (int i = 0; desk_command_at(d, i, c); i++)
		if (strcmp(c->command->name, name) == 0)
			return true;
	return false;
}

/* What the view itself makes of a command. */
static enum pressed run_in_view(struct view *v, const struct desk_command *c)
{
	const struct view_command *own_of = v->kind->commands;

	for (; own_of && own_of->name; own_of++)
		if (strcmp(own_of->name, c->command->name) == 0) {
			own_of->run(v);
			return PRESS_TAKEN;
		}
	return c->motion && v->kind->move ? v->kind->move(v, c->motion) : PRESS_OTHER;
}

static enum pressed run(struct desk *d, const char *name)
{
	struct desk_command c;
	enum pressed taken;

	if (!find_command(d, name, &c))
		return PRESS_OTHER;
	taken = run_in_view(d->top, &c);
	if (taken == PRESS_OTHER && d->top->kind->is_aside) {
		close_help(d, name);
		taken = run_in_view(d->top, &c);
	}
	if (taken != PRESS_OTHER)
		return taken;
	if (c.run)
		c.run(d);
	else if (c.command->opens || c.command->runs || c.command->sends)
		run_module(d, c.command);
	else if (strncmp(name, "macro.", 6) == 0)
		macro_play(d, name);
	else
		desk_say(d, STYLE_PLAIN, _("\"%s\" does nothing on this screen"), name);
	return PRESS_TAKEN;
}

void desk_run(struct desk *d, const char *command)
{
	run(d, command);
}

static const struct key *find_key(const struct desk *d, const struct press *p)
{
	const struct key *k;

	for (int i = 0; (k = desk_key_at(d, d->top->screen->name, i)); i++)
		if (strcmp(k->key, p->name) == 0)
			return k;
	return NULL;
}

/* The key of one screen opens another with what the first is about. */
static enum pressed run_key(struct desk *d, const struct key *k)
{
	const struct view *v = d->top;
	struct desk_command c;

	if (!k->screen || !find_command(d, k->command, &c) || !c.command->opens ||
	    c.command->args)
		return run(d, k->command);
	desk_open(d, c.command->opens, v->args, v->nargs);
	return PRESS_TAKEN;
}

static void clear_message(struct desk *d)
{
	if (d->message[0])
		d->is_dirty = true;
	d->message[0] = '\0';
	d->follow.has_decided = false;
	d->is_asking = false;
	d->is_paste_refused = false;
}

static const char *key_for(const struct desk *d, const char *command)
{
	const struct key *k;
	bool is_text = d->top->kind->is_text;

	for (int i = 0; (k = desk_key_at(d, d->top->screen->name, i)); i++)
		if (strcmp(k->command, command) == 0 && (!is_text || k->key[1]))
			return k->key;
	return NULL;
}

/* A key nobody knows beeps; what an input method commits is no key and is passed over. */
static void unknown_key(struct desk *d, const struct press *p)
{
	const char *help = key_for(d, "screen.help");

	if (p->rune >= 0x80)
		return;
	macro_forget(d);	/* what was recorded behind it meant another screen */
	terminal_beep(d->terminal);
	desk_say(d, STYLE_PLAIN, _("key %s does nothing here; %s shows what does"),
		 p->name, help ? help : "F1");
}

/* Pasted text is never a command; one beep for all of its characters. */
static void refuse_paste(struct desk *d)
{
	if (!d->is_paste_refused)
		terminal_beep(d->terminal);
	desk_say(d, STYLE_WATCH, "%s",
		 _("* pasted text goes into a field; none is open here"));
	d->is_paste_refused = true;
}

bool desk_press(struct desk *d, const struct press *p)
{
	struct view *v = d->top;
	struct press folded = *p;
	const struct key *k;
	enum pressed taken;

	if (p->is_pasted && !(v->kind->takes_text && v->kind->takes_text(v))) {
		refuse_paste(d);
		return true;
	}
	clear_message(d);
	macro_record(d, p);
	coach_key(d, p);
	d->is_replayed = p->is_replayed;
	taken = v->kind->press ? v->kind->press(v, p) : PRESS_OTHER;
	if (taken == PRESS_OTHER) {
		key_fold(&folded);
		k = find_key(d, &folded);
		taken = k ? run_key(d, k) : PRESS_OTHER;
		if (taken == PRESS_OTHER)
			unknown_key(d, &folded);
	}
	if (taken == PRESS_LATER)
		macro_unrecord(d);
	return taken != PRESS_LATER;
}

/* In a field a key types, and moves what the view knows. */
bool desk_only_looks(const struct desk *d, const struct press *p)
{
	struct press folded = *p;
	struct desk_command c;
	const struct key *k;

	if (p->is_pasted || p->is_replayed)
		return false;
	key_fold(&folded);
	k = find_key(d, &folded);
	if (!k || !find_command(d, k->command, &c) || (p->rune && d->top->kind->is_text))
		return false;
	return c.run == open_help ||
	       (c.motion && !d->top->kind->is_text && d->top->kind->move);
}

int desk_brief(const char *label)
{
	const char *wide = strstr(label, "：");
	size_t n = strcspn(label, ":"), most;
	int used;

	if (wide && (size_t)(wide - label) < n)
		n = (size_t)(wide - label);
	most = text_clip(label, 30, &used);
	return (int)(n < most ? n : most);
}

/* What does not fit any more is left out whole. */
static const char *with_key(struct arena *a, const char *line, const char *key,
			    const char *brief, int cols)
{
	const char *more =
	    arena_printf(a, "%s%s%s %s", line, line[0] ? "  " : "", key, brief);

	return text_width(more, strlen(more)) > cols ? line : more;
}

/* The hints at the end go first: what is cut in the middle tells nothing. */
static const char *shortened(struct arena *a, const char *line, int most)
{
	char *out = arena_strdup(a, line);

	while (*out && text_width(out, strlen(out)) > most) {
		char *last = out;

		for (char *at = out; (at = strstr(at, "  ")); at += 2)
			last = at;
		*last = '\0';
	}
	return out;
}

/* The way back and help have their place on every screen. */
static bool is_way_out(const struct desk *d, int i)
{
	const char *name = own[i].command.name;

	return strcmp(name, "screen.help") == 0 ||
	       (d->top->below && strcmp(name, "screen.back") == 0);
}

/* The key of a command that the bottom line shows, or NULL. */
static const char *shown_key(const struct desk *d, int i)
{
	const char *name = own[i].command.name;
	const char *key = own[i].brief ? key_for(d, name) : NULL;

	/* What Enter does where text is typed is said by the view. */
	if (!key || (d->top->kind->is_text && strcmp(key, "enter") == 0))
		return NULL;
	if (strcmp(name, "row.open") == 0 && view_only_reads(d->top))
		return NULL;
	return d->top->below || strcmp(name, "screen.back") != 0 ? key : NULL;
}

static int hint_width(const struct desk *d, struct arena *a, int i)
{
	const char *key = shown_key(d, i);
	const char *hint =
	    key ? arena_printf(a, "  %s %s", key, tr_label(own[i].brief)) : "";

	return text_width(hint, strlen(hint));
}

const char *desk_bottom_line(const struct desk *d, struct arena *a, int cols)
{
	const struct view *v = d->top;
	const char *out, *key;
	int kept = 0;

	for (int i = 0; i < OWN_COUNT; i++)
		kept += is_way_out(d, i) ? hint_width(d, a, i) : 0;
	out = shortened(a, v->kind->keys ? v->kind->keys(v, a) : "", cols - kept);
	for (int i = 0; i < OWN_COUNT; i++) {
		kept -= is_way_out(d, i) ? hint_width(d, a, i) : 0;
		key = shown_key(d, i);
		if (key)
			out = with_key(a, out, key, tr_label(own[i].brief), cols - kept);
	}
	return text_clean(a, out);
}
