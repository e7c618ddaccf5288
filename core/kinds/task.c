/* One task: what it says, what it rests on, what can be done. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "decisions/decide_sql.h"
#include "kinds.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

static const struct table *head_of(const struct view *v)
{
	return &view_named(v, "head")->table;
}

static const char *move_text(const struct view *v, int row, int col)
{
	return table_text(&view_named(v, "moves")->table, row, col);
}

/* The key that is told for a step: the first one. */
static const char *move_key(const struct view *v, int row)
{
	return desk_action_key(v->desk, v->screen->name,
			       move_text(v, row, TASK_MOVES_EVENT),
			       move_text(v, row, TASK_MOVES_KEY), 0);
}

static bool is_now(const struct view *v, int row)
{
	return move_text(v, row, TASK_MOVES_IS_NOW)[0] == 't';
}

/* Which condition fails, and who can do it. */
static const char *why_not(const struct view *v, int row, struct arena *a)
{
	const char *why = move_text(v, row, TASK_MOVES_WHY);
	const char *job = tr_label(move_text(v, row, TASK_MOVES_JOB));
	const char *label = tr_label(move_text(v, row, TASK_MOVES_LABEL));

	label = arena_strndup(a, label, (size_t)desk_brief(label));
	if (strcmp(why, "job") == 0)
		return arena_printf(a,
				    _("\"%s\" needs a %s; the task stays in the queue"),
				    label, job);
	if (strcmp(why, "self") == 0)
		return arena_printf(a, _("\"%s\" needs a second person: you proposed it "
					 "yourself"), label);
	if (strcmp(why, "author") == 0)
		return arena_printf(a, _("\"%s\" is for the one who proposed it"), label);
	return arena_printf(a, _("\"%s\" is for a %s, when the task is \"%s\"; it is "
				 "\"%s\" now"), label, job,
			    tr_label(move_text(v, row, TASK_MOVES_FROM_STATE)),
			    tr_label(table_text(head_of(v), 0, TASK_HEAD_STATE)));
}

static const char *who_does(const struct view *v, int row)
{
	const char *why = move_text(v, row, TASK_MOVES_WHY);

	if (strcmp(why, "self") == 0)
		return arena_printf(v->layout, _("needs another %s: you proposed it"),
				    tr_label(move_text(v, row, TASK_MOVES_JOB)));
	if (strcmp(why, "author") == 0)
		return _("only who proposed it");
	if (strcmp(why, "job") == 0)
		return arena_printf(v->layout, _("needs a %s"),
				    tr_label(move_text(v, row, TASK_MOVES_JOB)));
	return tr_label(move_text(v, row, TASK_MOVES_JOB));
}

static void add_moves(struct view *v)
{
	const struct part *p = view_named(v, "moves");
	bool has_title = false;

	for (int row = 0; row < p->table.n; row++) {
		bool can = move_text(v, row, TASK_MOVES_WHY)[0] == '\0';

		if (!is_now(v, row))
			continue;
		if (!has_title)
			page_title(&v->page, v->layout, v->cols, _("What can be done"));
		has_title = true;
		page_line(&v->page, v->layout, part_line(p, row));
		page_span(&v->page, v->layout, 2, 4, can ? STYLE_KEY : STYLE_DISABLED,
			  text_clean(v->layout, move_key(v, row)));
		page_span(&v->page, v->layout, 6, 30, can ? STYLE_PLAIN : STYLE_DISABLED,
			  text_clean(v->layout,
				     tr_label(move_text(v, row, TASK_MOVES_LABEL))));
		page_span(&v->page, v->layout, 38, v->cols - 38, STYLE_DISABLED,
			  who_does(v, row));
	}
}

/* What Enter does with the rows of a part that a module brought; NULL: nothing. */
static const struct action *choice_of(const struct view *v, const struct part *p)
{
	const struct module *const *m = v->desk->app->modules;

	for (; p && p->name && m && *m; m++)
		for (const struct action *a = (*m)->task_actions; a && a->key; a++)
			if (a->runs && a->section && strcmp(a->section, p->name) == 0)
				return a;
	return NULL;
}

/* The first choice that a row of this task offers; part NULL: there is none. */
static struct spot first_choice(const struct view *v)
{
	for (int i = 0; i < v->nparts; i++)
		if (v->parts[i].table.n && choice_of(v, &v->parts[i]))
			return (struct spot){ &v->parts[i], 0 };
	return (struct spot){ 0 };
}

/* Sections that modules bring stand above the steps; who has not moved yet stands on the
 * first choice. */
static void add_modules(struct view *v)
{
	struct spot first = first_choice(v);
	const struct section *s;

	for (int i = 0; i < v->nparts; i++)
		for (int k = 0; v->desk->app->modules[k]; k++)
			for (s = v->desk->app->modules[k]->task_sections; s && s->stmt;
			     s++)
				if (v->parts[i].section == s)
					page_add_section(v, &v->parts[i]);
	if (first.part && !v->is_moved)
		page_select(&v->page, part_line(first.part, 0));
}

/* A task withdrawn or never there has no head row. */
static void task_build(struct view *v)
{
	const struct part *head = view_named(v, "head");
	const struct part *differs = view_named(v, "differs");

	if (head->is_answered && head->table.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
			  _("there is no such task any more"));
		return;
	}
	page_add_section(v, head);
	page_add_section(v, differs);
	if (differs->table.n && !v->is_moved)
		page_select(&v->page, part_line(differs, 0));
	page_add_section(v, view_named(v, "against"));
	add_modules(v);
	add_moves(v);
	page_add_section(v, view_named(v, "reported"));
	page_add_section(v, view_named(v, "load"));
	page_add_section(v, view_named(v, "sample"));
	page_add_section(v, view_named(v, "figures"));
	page_add_section(v, view_named(v, "decisions"));
	page_add_section(v, view_named(v, "holds"));
}

static void start_move(struct view *v, int row)
{
	struct arena *a = arena_new();

	if (move_text(v, row, TASK_MOVES_WHY)[0]) {
		desk_say(v->desk, STYLE_WATCH, "* %s", why_not(v, row, a));
		terminal_beep(v->desk->terminal);
	} else {
		const char *args[] = { v->args[0], v->args[1], v->args[2],
				       move_text(v, row, TASK_MOVES_EVENT),
				       table_text(head_of(v), 0, TASK_HEAD_VER) };

		desk_open(v->desk, "decide", args, 5);
	}
	arena_free(a);
}

void task_start(struct desk *d, const char *event)
{
	struct view *v = d->top;

	if (v->kind != &view_task_kind) {
		desk_say(d, STYLE_PLAIN, "%s", _("open a task first"));
		return;
	}
	for (int row = 0; row < view_named(v, "moves")->table.n; row++)
		if (is_now(v, row) &&
		    strcmp(move_text(v, row, TASK_MOVES_EVENT), event) == 0) {
			start_move(v, row);
			return;
		}
	desk_say(d, STYLE_PLAIN, "%s", _("this task has no such step now"));
}

static bool is_key_of_all(const struct view *v, const char *key)
{
	const struct key *k;

	for (int i = 0; (k = desk_key_at(v->desk, "task", i)); i++)
		if (strcmp(k->key, key) == 0)
			return true;
	return false;
}

/* The move this key means: one of this state first; one of another state only to say why
 * not. */
static int move_of_key(const struct view *v, const char *key)
{
	int other = -1;

	for (int row = 0; row < view_named(v, "moves")->table.n; row++) {
		if (!desk_is_action_key(v->desk, v->screen->name,
					move_text(v, row, TASK_MOVES_EVENT),
					move_text(v, row, TASK_MOVES_KEY), key))
			continue;
		if (is_now(v, row))
			return row;
		other = row;
	}
	return other >= 0 && !is_key_of_all(v, key) ? other : -1;
}

static void choose(struct view *v, const struct action *at, struct spot row)
{
	const char *args[VIEW_ARGS];
	int n = 0;

	for (const int *c = at->args; c && *c >= 0 && n < VIEW_ARGS; c++)
		args[n++] = table_text(&row.part->table, row.row, *c);
	if (desk_has_job(v->desk, at->job))
		errand_send(v->desk, at->runs, args, tr_label(at->label), NULL);
	else
		desk_say(v->desk, STYLE_WATCH, _("* \"%s\" needs a %s"),
			 tr_label(at->label), tr_label(at->job));
}

/* A digit selects a choice; nothing is done by it. */
static bool select_choice(struct view *v, const char *key)
{
	struct spot first = first_choice(v);
	int row = key[0] - '1';

	if (!first.part || key[1] || row < 0 || row > 8 || row >= first.part->table.n)
		return false;
	v->is_moved = true;
	v->desk->is_dirty = true;
	page_select(&v->page, part_line(first.part, row));
	return true;
}

static enum pressed task_press(struct view *v, const struct press *p)
{
	struct press folded = *p;
	int row;

	key_fold(&folded);
	if (folded.rune && select_choice(v, folded.name))
		return PRESS_TAKEN;
	row = move_of_key(v, folded.name);
	if (row < 0)
		return PRESS_OTHER;
	start_move(v, row);
	return PRESS_TAKEN;
}

static void choose_value(struct view *v, const struct part *p, int row, bool is_others)
{
	const char *args[] = { v->args[0],
			       table_text(&p->table, row, MERGE_DIFFERS_OTHER_ID),
			       table_text(&p->table, row, MERGE_DIFFERS_FIELD),
			       is_others ? "true" : "false" };

	errand_send(v->desk, &MERGE_CHOOSE, args, tr_label(args[2]), NULL);
	view_move(v, GO_DOWN);
}

/* An arrow says whose value of the selected row is right, and goes on to the next. */
static enum pressed task_move(struct view *v, enum motion to)
{
	struct spot at = view_selected(v);

	if (to != GO_LEFT && to != GO_RIGHT)
		return view_move(v, to);
	if (view_is_waiting(v))
		return PRESS_LATER;
	if (at.part && at.part == view_named(v, "differs"))
		choose_value(v, at.part, at.row, to == GO_RIGHT);
	else
		desk_say(v->desk, STYLE_PLAIN, "%s",
			 _("there is nothing to choose here"));
	return PRESS_TAKEN;
}

static void queue_key(const struct view *v, const char **after)
{
	static const int key[] = { TASK_HEAD_DUE, TASK_HEAD_PRIORITY, TASK_HEAD_OPENED_ON,
				   TASK_HEAD_PERSON_ID, TASK_HEAD_RULE, TASK_HEAD_CAUSE };

	for (int i = 0; i < 6; i++)
		after[i] = table_text(head_of(v), 0, key[i]);
}

static void open_person(struct view *v)
{
	const char *person =
	    table_text(head_of(v), 0, TASK_HEAD_PERSON_ID);

	struct part *load = view_named(v, "load");

	if (strcmp(person, "0") != 0)
		desk_open(v->desk, "person", &person, 1);
	else if (load && load->table.n)
		page_open_spot(v, (struct spot){ load, 0 });
	else
		desk_say(v->desk, STYLE_WATCH, _("* this task is about no person"));
}

/* The page of the rule that found it; what a statement finds has none, and it says so. */
static void open_law(struct view *v)
{
	desk_open(v->desk, "law", v->args + 1, 1);
}

static void open_why(struct view *v)
{
	desk_open(v->desk, "why", v->args, v->nargs);
}

static void open_next(struct view *v)
{
	const char *after[6];

	queue_key(v, after);
	follow_next(v->desk, head_of(v)->n ? after : NULL);
}

/* What the task is about, where its kind says so. */
static const char *screen_of(const struct view *v)
{
	const char *kind = table_text(head_of(v), 0, TASK_HEAD_TASK_TYPE);
	const struct module *const *m = v->desk->app->modules;

	for (; m && *m; m++)
		for (const struct task_type *t = (*m)->task_types; t && t->name; t++)
			if (strcmp(t->name, kind) == 0)
				return t->screen;
	return NULL;
}

static void open_head(struct view *v)
{
	const char *screen = screen_of(v);

	if (screen)
		desk_open(v->desk, screen, (const char *[]){ v->args[0], v->args[2] }, 2);
	else
		open_person(v);
}

/* Enter does what the selected line offers: a step, the person or file above. */
static void open_row(struct view *v)
{
	struct spot at = view_selected(v);
	const struct action *choice = choice_of(v, at.part);

	if (choice)
		choose(v, choice, at);
	else if (at.part && at.part == view_named(v, "moves"))
		start_move(v, at.row);
	else if (at.part && at.part == view_named(v, "head"))
		open_head(v);
	else
		page_open_row(v);
}

/* Whoever opens it has it in hand, unless somebody else has. */
static void task_open(struct view *v)
{
	view_part(v, "moves", &TASK_MOVES, NULL);
	view_part(v, "claim", &TASK_CLAIM_TAKE, NULL);
	v->desk->claimed_ms = clock_ms();
}

static void task_answered(struct view *v, struct part *p)
{
	const char *login = table_text(&p->table, 0, TASK_CLAIM_TAKE_LOGIN);

	if (p == view_named(v, "claim") && *login && strcmp(login, v->desk->login) != 0)
		desk_say(v->desk, STYLE_WATCH, _("* %s has this task in hand"), login);
}

static const char *task_title(const struct view *v, struct arena *a)
{
	const struct table *t = head_of(v);
	const char *name = table_text(t, 0, TASK_HEAD_NAME);

	return arena_printf(a, "%s%s%s", tr_label(table_text(t, 0, TASK_HEAD_TITLE)),
			    *name ? ": " : "", text_clean(a, name));
}

static const char *task_keys(const struct view *v, struct arena *a)
{
	const struct spot first = first_choice(v);
	const struct action *choice = choice_of(v, first.part);
	const char *out = choice ? arena_printf(a, "enter %s  1-9 %s",
						tr_label(choice->label), _("another"))
				 : "";

	for (int row = 0; row < view_named(v, "moves")->table.n; row++) {
		const char *label = tr_label(move_text(v, row, TASK_MOVES_LABEL));

		if (is_now(v, row) && !move_text(v, row, TASK_MOVES_WHY)[0])
			out = arena_printf(a, "%s%s%s %.*s", out, out[0] ? "  " : "",
					   move_key(v, row), desk_brief(label), label);
	}
	return text_clean(a, out);
}

bool task_name(const struct view *v, int n, struct named_key *out)
{
	if (n >= view_named(v, "moves")->table.n)
		return false;
	*out = (struct named_key){ move_text(v, n, TASK_MOVES_EVENT),
				   tr_label(move_text(v, n, TASK_MOVES_LABEL)),
				   move_text(v, n, TASK_MOVES_KEY) };
	return true;
}

static const struct view_command commands[] = {
	{ "row.open", open_row },
	{ "person.open", open_person },
	{ "why.open", open_why },
	{ "law.open", open_law },
	{ "task.next", open_next },
	{ 0 }
};

const struct view_kind view_task_kind = {
	.open = task_open,
	.commands = commands,
	.move = task_move,
	.build = task_build,
	.draw = view_draw_page,
	.press = task_press,
	.answered = task_answered,
	.closed = claim_leave,
	.title = task_title,
	.keys = task_keys,
};
