#include "form.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "say/tr.h"
#include "say/value.h"

#define TEXT_BYTES 200	/* of a field that does not say */

static struct input *focused(const struct view *v)
{
	struct form_view *f = v->state;

	return &f->inputs[f->focus];
}

/* The value at first: an argument, a text, or the business day. */
static const char *first_value(const struct view *v, const struct form_field *field)
{
	if (field->from_arg > 0 && field->from_arg <= v->nargs)
		return v->args[field->from_arg - 1] ? v->args[field->from_arg - 1] : "";
	if (!field->value)
		return "";
	return strcmp(field->value, "today") == 0 ? v->desk->day : field->value;
}

static void add_input(struct view *v, const struct form_field *field)
{
	struct form_view *f = v->state;
	struct input *in = &f->inputs[f->n++];

	assert(f->n <= VIEW_FIELDS);
	in->field = field;
	in->entry.most = field->bytes ? (size_t)field->bytes : TEXT_BYTES;
	if (field->list)
		in->list = view_part(v, field->name, field->list, NULL);
	in->first = arena_strdup(v->arena, first_value(v, field));
	entry_set(&in->entry, in->first);
}

void form_open(struct view *v, const struct form *form, void (*send)(struct view *v))
{
	struct form_view *f = v->state;

	f->form = form;
	f->send = send;
	f->changed = v->desk->shown;
	f->is_kept = true;
	f->subject_args = f->subject_args ? f->subject_args : v->nargs;
	for (const struct form_field *field = form->fields; field->name; field++)
		add_input(v, field);
	/* What the row says already is passed by. */
	while (f->focus + 1 < f->n && f->inputs[f->focus].field->from_arg &&
	       f->inputs[f->focus].first[0])
		f->focus++;
	draft_ask(v);
}

/* Where there is one choice only, it is made. */
static void take_only(struct form_view *f, const struct part *p)
{
	for (int i = 0; i < f->n; i++)
		if (f->inputs[i].list == p && p->table.n == 1 &&
		    input_is_choice(&f->inputs[i]) &&
		    !f->inputs[i].field->optional && !f->inputs[i].entry.len)
			input_choose(&f->inputs[i], 0);
}

/* Something that may be chosen, where there is nothing to choose, is not asked. */
static bool is_hidden(const struct input *in)
{
	return input_is_choice(in) && in->list && in->field->optional &&
	       in->list->table.n == 0;
}

void form_answered(struct view *v, struct part *p)
{
	struct form_view *f = v->state;

	take_only(f, p);
	if (p == f->draft)
		draft_take(v);
	/* As soon as it is known that there is nothing. */
	while (is_hidden(&f->inputs[f->focus]) && f->inputs[f->focus].list->is_answered &&
	       f->focus + 1 < f->n)
		f->focus++;
}

/* Only the draft is left of it; what is on its way for it finds nobody. */
void form_closed(struct view *v)
{
	struct form_view *f = v->state;
	struct draft_door *door = &v->desk->drafts;

	if (door->next == v && !f->is_over && v->desk->db) {
		door->is_asked = false;
		draft_keep(v);
	}
	door->form = door->form == v ? NULL : door->form;
	door->next = door->next == v ? NULL : door->next;
}

static bool is_form(const struct view *v)
{
	return v->kind->draw == form_draw;
}

bool form_has_unsent(const struct desk *d, bool *is_kept)
{
	bool has = false;

	*is_kept = true;
	for (const struct view *v = d->top; v; v = v->below) {
		const struct form_view *f = v->state;

		if (!is_form(v) || draft_is_nothing(v))
			continue;
		has = true;
		/* With a line there it takes no longer than an answer. */
		*is_kept = *is_kept && (f->is_kept || d->db);
	}
	return has;
}

void form_keep_all(struct desk *d)
{
	for (struct view *v = d->top; v; v = v->below)
		if (is_form(v) && !((struct form_view *)v->state)->is_kept)
			draft_keep(v);
}

const char *form_value(const struct view *v, const char *field, struct arena *a)
{
	const struct form_view *f = v->state;

	for (int i = 0; i < f->n; i++)
		if (strcmp(f->inputs[i].field->name, field) == 0)
			return input_value(&f->inputs[i], a);
	return NULL;
}

/* What it is about: the row of the section "head", in one line. */
static const char *about(const struct view *v, struct arena *a)
{
	const struct part *p = view_find(v, "head");
	const char *out = "";

	if (!p || !p->section)
		return out;
	for (const struct column *c = p->section->columns; c->title; c++)
		out = arena_printf(a, "%s%s%s", out, out[0] ? "  " : "",
				   value_text(tr_reader(), v->desk->app->modules, a,
					      &p->table, c, 0));
	return out;
}

/* Choices beyond the first field stand under their prompt. */
static bool has_heading(const struct form_view *f, const struct input *in)
{
	return input_is_choice(in) && in != f->inputs;
}

static int rows_of(const struct form_view *f, const struct input *in, int room)
{
	int n = input_count(in);

	if (is_hidden(in))
		return 0;
	if (!input_is_choice(in))
		return 1;
	n = n ? n : 1;
	return has_heading(f, in) + (n < room ? n : room) + 1;
}

/* Choices get what the other fields leave, so that all of them are seen. */
static int room_for_choices(const struct form_view *f, int rows)
{
	int others = 0, choices = 0;

	for (int i = 0; i < f->n; i++)
		if (is_hidden(&f->inputs[i])) {
			continue;
		} else if (input_is_choice(&f->inputs[i])) {
			choices++;
			others += has_heading(f, &f->inputs[i]);
		} else {
			others++;
		}
	rows -= 3 + others + choices;
	rows = choices ? rows / choices : rows;
	return rows > 1 ? rows : 1;
}

static void draw_choices(const struct view *v, struct grid *g, int row, int room,
			 const struct input *in, struct arena *a)
{
	int n = input_count(in), chosen = input_chosen(in);
	int first = chosen >= room ? chosen - room + 1 : 0;
	bool is_focus = in == focused(v);

	for (int i = first; i < n && i < first + room; i++) {
		const char *text = arena_printf(a, "%s %c  %s", i == chosen ? ">" : " ",
						i < 9 ? '1' + i : ' ',
						input_label(in, i, a));

		grid_text(g, row + i - first, 2, g->cols - 2, STYLE_PLAIN,
			  text_clean(a, text));
		if (i == chosen && is_focus)
			grid_restyle(g, row + i - first, 0, g->cols, STYLE_FOCUS);
	}
	if (is_focus && n) {
		g->cursor_row = row + (chosen < 0 ? 0 : chosen - first);
		g->cursor_col = 2;
	}
	if (n == 0)
		grid_text(g, row, 2, g->cols - 2, STYLE_ALARM,
			  !view_is_waiting(v) && v->desk->db
				  ? _("! nothing to choose is set up; ask the policy "
				      "staff")
				  : "");
}

static void draw_typed(const struct view *v, struct grid *g, int row, int width,
		       const struct input *in)
{
	grid_text(g, row, 2, width, STYLE_DISABLED, tr_label(in->field->prompt));
	if (in == focused(v))
		entry_draw(&in->entry, g, row, 2 + width, g->cols - 3 - width);
	else
		grid_text(g, row, 2 + width, g->cols - 3 - width, STYLE_VALUE,
			  in->entry.text);
}

/* Prompts of typed fields stand in one column. */
static int prompt_width(const struct form_view *f)
{
	int width = 0;

	for (int i = 0; i < f->n; i++) {
		const char *prompt = tr_label(f->inputs[i].field->prompt);
		int w = input_is_choice(&f->inputs[i])
				? 0
				: text_width(prompt, strlen(prompt)) + 1;

		width = w > width ? w : width;
	}
	return width;
}

/* The first choice that is still to be made. */
static const struct input *unchosen(const struct form_view *f)
{
	for (int i = 0; i < f->n; i++)
		if (input_count(&f->inputs[i]) && !f->inputs[i].field->optional &&
		    input_chosen(&f->inputs[i]) < 0)
			return &f->inputs[i];
	return NULL;
}

static const char *choose_text(const struct input *in, struct arena *a)
{
	return arena_printf(a, _("choose: %s"), tr_label(in->field->prompt));
}

/* Fields that are seen, from one on and before another. */
static int shown_between(const struct form_view *f, int from, int before)
{
	int n = 0;

	for (int i = from; i < before; i++)
		n += !is_hidden(&f->inputs[i]);
	return n;
}

void form_draw(const struct view *v, struct grid *g, int row, int rows)
{
	const struct form_view *f = v->state;
	struct arena *a = arena_new();
	int room = room_for_choices(f, rows), width = prompt_width(f);
	int from_focus = -shown_between(f, 0, f->focus);
	const char *label = f->label ? f->label : tr_label(v->screen->title);

	grid_text(g, row, 2, g->cols - 2, STYLE_KEY, text_clean(a, label));
	if (unchosen(f))
		grid_right(g, row, g->cols / 2, g->cols - g->cols / 2, STYLE_WATCH,
			   choose_text(unchosen(f), a));
	grid_text(g, row + 1, 2, g->cols - 2, STYLE_VALUE, text_clean(a, about(v, a)));
	row += 3;
	g->is_form = true;
	for (int i = 0; i < f->n; i++) {
		const struct input *in = &f->inputs[i];

		if (is_hidden(in))
			continue;
		grid_choice(g, row, from_focus++);
		if (has_heading(f, in))
			grid_text(g, row, 2, g->cols - 2, STYLE_DISABLED,
				  tr_label(in->field->prompt));
		if (input_is_choice(in))
			draw_choices(v, g, row + has_heading(f, in), room, in, a);
		else
			draw_typed(v, g, row, width, in);
		row += rows_of(f, in, room);
	}
	arena_free(a);
}

static const char *first_wrong(const struct view *v, struct arena *a)
{
	const struct form_view *f = v->state;
	const char *wrong = NULL;

	for (int i = 0; i < f->n && !wrong; i++)
		wrong = input_wrong(&f->inputs[i], v->desk->day, a);
	return wrong;
}

static void refuse(struct view *v, const char *why)
{
	desk_say(v->desk, STYLE_WATCH, "* %s", why);
	terminal_beep(v->desk->terminal);
}

static void send(struct view *v, const struct press *p)
{
	const struct form_view *f = v->state;
	struct arena *a = arena_new();
	const char *wrong = f->check ? f->check(v) : NULL;

	if (wrong)
		refuse(v, wrong);
	else if (unchosen(f))
		refuse(v, arena_printf(a, _("%s, by its digit"),
				       choose_text(unchosen(f), a)));
	else if ((wrong = first_wrong(v, a)))
		refuse(v, wrong);
	else if (macro_holds(v->desk))
		v->desk->is_dirty = true;
	else if (p->shown <= f->changed)
		refuse(v, _("nothing was sent: look at it now, then Enter sends"));
	else if (!v->desk->db)
		refuse(v, _("no connection: nothing was sent; Enter tries again"));
	else
		f->send(v);
	arena_free(a);
}

/* From a field on, in the direction of the step: one that is asked. */
static int shown_from(const struct form_view *f, int field, int step)
{
	field = (field + f->n) % f->n;
	for (int i = 0; i < f->n && is_hidden(&f->inputs[field]); i++)
		field = (field + step + f->n) % f->n;
	return field;
}

static void go_to(struct form_view *f, int field)
{
	f->focus = shown_from(f, field, field < f->focus ? -1 : 1);
}

/* Down the choices, then on to the next field; up stops at the first of each. */
static bool choose(struct form_view *f, struct input *in, const struct press *p)
{
	int chosen = input_chosen(in), n = input_count(in);
	bool is_down = strcmp(p->name, "down") == 0 || (p->rune && p->name[0] == 'j');
	bool is_up = strcmp(p->name, "up") == 0 || (p->rune && p->name[0] == 'k');

	if (p->rune >= '1' && p->rune <= '9' && (int)(p->rune - '1') < n)
		input_choose(in, (int)(p->rune - '1'));
	else if (strcmp(p->name, "backspace") == 0 || strcmp(p->name, "delete") == 0 ||
		 strcmp(p->name, "ctrl-u") == 0)
		entry_set(&in->entry, "");
	else if (strcmp(p->name, "ctrl-e") == 0)
		return true;
	else if (is_down && chosen + 1 < n)
		input_choose(in, chosen + 1);
	else if (is_down)
		go_to(f, f->focus + 1);
	else if (is_up && chosen > 0)
		input_choose(in, chosen - 1);
	else if (is_up)
		go_to(f, f->focus ? f->focus - 1 : 0);
	else
		return false;
	return true;
}

static bool move(struct form_view *f, const struct press *p)
{
	if (strcmp(p->name, "tab") == 0)
		go_to(f, f->focus + 1);
	else if (strcmp(p->name, "backtab") == 0)
		go_to(f, f->focus - 1);
	else if (input_is_choice(&f->inputs[f->focus]))
		return choose(f, &f->inputs[f->focus], p);
	else if (strcmp(p->name, "up") == 0 && f->focus)
		go_to(f, f->focus - 1);
	else if (strcmp(p->name, "down") == 0 && f->focus + 1 < f->n)
		go_to(f, f->focus + 1);
	else
		return false;
	return true;
}

static void discard(struct view *v)
{
	draft_drop(v);
	desk_say(v->desk, STYLE_PLAIN, "%s", _("the draft was discarded"));
	view_pop(v->desk);
}

/* Going back keeps the draft, and says so. */
static void go_back(struct view *v)
{
	struct desk *d = v->desk;
	bool has_something = !draft_is_nothing(v);

	view_pop(d);
	if (has_something && d->db)
		desk_say(d, STYLE_PLAIN, "%s", _("kept as a draft"));
}

/* F4 in a text. */
static void offer(struct view *v, struct input *in)
{
	int n = input_offer(in, v->arena);

	if (!n)
		desk_say(v->desk, STYLE_PLAIN, "%s",
			 _("nothing is ready for this field; type it"));
	else if (in->offered)
		desk_say(v->desk, STYLE_PLAIN,
			 _("%d of %d: F4 the next; change it as you like"), in->offered,
			 n);
	else
		desk_say(v->desk, STYLE_PLAIN, "%s", _("as you had typed it"));
}

const struct view_command form_commands[] = { { "screen.back", go_back }, { 0 } };

enum pressed form_press(struct view *v, const struct press *p)
{
	struct form_view *f = v->state;
	struct input *in = focused(v);
	struct press folded = *p;

	v->desk->is_dirty = true;
	key_fold(&folded);
	if (strcmp(p->name, "enter") == 0) {
		send(v, p);
		return PRESS_TAKEN;
	}
	if (strcmp(p->name, "ctrl-x") == 0) {
		discard(v);
		return PRESS_TAKEN;
	}
	if (!input_is_choice(in) && strcmp(p->name, "F4") == 0) {
		offer(v, in);
	} else if (!input_is_choice(in) && entry_key(&in->entry, p)) {
		in->offered = 0;
		if (in->entry.is_full)
			terminal_beep(v->desk->terminal);
	} else if (!move(f, &folded)) {
		return folded.rune ? PRESS_TAKEN : PRESS_OTHER;
	}
	f->changed = v->desk->shown;
	draft_keep(v);
	return PRESS_TAKEN;
}

bool form_takes_text(const struct view *v)
{
	return !input_is_choice(focused(v));
}

const char *form_keys(const struct view *v, struct arena *a)
{
	const struct form_view *f = v->state;
	const struct input *in = focused(v);
	const struct input *next = &f->inputs[shown_from(f, f->focus + 1, 1)];
	int n = input_count(in) < 9 ? input_count(in) : 9;
	const char *out = arena_printf(a, "enter %s", _("send"));

	if (n)
		out = arena_printf(a, "%s  1-%d %s", out, n,
				   tr_label(in->field->prompt));
	if (!input_is_choice(in) && in->list && in->list->table.n)
		out = arena_printf(a, "%s  F4 %s", out, _("often said"));
	return next == in ? out : arena_printf(a, "%s  tab %s", out,
					       tr_label(next->field->prompt));
}

/* A parameter with the name of a field gets it, the others the arguments in order. */
static void send_statement(struct view *v)
{
	struct form_view *f = v->state;
	const struct stmt *s = f->form->sends;
	struct arena *a = arena_new();
	const char **params = arena_alloc(a, sizeof(*params) * (size_t)(s->nparams + 1));
	int arg = 0;

	for (int i = 0; i < s->nparams; i++) {
		const char *name =
		    arena_strndup(a, s->params[i], strcspn(s->params[i], " "));
		bool is_field = false;

		for (int k = 0; k < f->n && !is_field; k++)
			is_field = strcmp(f->inputs[k].field->name, name) == 0;
		params[i] = is_field ? form_value(v, name, a) :
			    arg < v->nargs ? v->args[arg++] : NULL;
	}
	errand_send(v->desk, s, params, tr_label(v->screen->title), v);
	arena_free(a);
}

static void sent(struct view *v)
{
	draft_drop(v);
	if (v == v->desk->top)
		view_pop(v->desk);
}

static void open(struct view *v)
{
	v->state = arena_alloc(v->arena, sizeof(struct form_view));
	form_open(v, v->screen->form, send_statement);
}

const struct view_kind view_form_kind = {
	.open = open, .commands = form_commands, .draw = form_draw, .press = form_press,
	.answered = form_answered, .closed = form_closed, .sent = sent,
	.title = page_title_of, .keys = form_keys,
	.takes_text = form_takes_text, .is_text = true,
};
