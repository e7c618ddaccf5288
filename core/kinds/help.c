/* Help and the command line of the desk, both printed from the tables of keys and
 * commands. */
#include <string.h>

#include "base/text.h"
#include "kinds.h"
#include "say/tr.h"

/* Columns of help: keys, name, text.  A narrow one leaves out names of what has a key. */
#define HELP_NAME 14
#define HELP_TEXT 34
#define HELP_WIDE 70

/* In front of words that are looked for in the texts of the law. */
#define LAW_SIGN '?'

struct palette {
	struct entry field;
};

static const char *keys_of(const struct view *v, const char *screen, const char *command)
{
	bool is_text = v->below->kind->is_text;	/* there letters are no commands */
	const struct key *k;
	const char *out = "";

	for (int i = 0; (k = desk_key_at(v->desk, screen, i)); i++)
		if (strcmp(k->command, command) == 0 && (!is_text || k->key[1]))
			out = arena_printf(v->layout, "%s%s%s", out, out[0] ? " " : "",
					   strcmp(k->key, " ") == 0 ? "space" : k->key);
	return out;
}

static void add_command(struct view *v, const struct desk_command *c, const char *screen,
			int id)
{
	const char *keys = keys_of(v, screen, c->command->name);
	int help = v->cols < HELP_WIDE && keys[0] ? HELP_NAME : HELP_TEXT;

	page_line(&v->page, v->layout, id);
	page_span(&v->page, v->layout, 2, HELP_NAME - 3, STYLE_KEY, keys);
	if (help > HELP_NAME)
		page_span(&v->page, v->layout, HELP_NAME, help - HELP_NAME - 1,
			  STYLE_DISABLED, c->command->name);
	page_span(&v->page, v->layout, help, v->cols - help, STYLE_PLAIN,
		  tr_label(c->command->help));
}

/* What the keys of the view itself do is what its bottom line says. */
static void add_own_keys(struct view *v)
{
	const struct view *of = v->below;
	const char *keys = of->kind->keys ? of->kind->keys(of, v->layout) : "";

	if (keys[0])
		page_wrapped(&v->page, v->layout, -1, 2, NULL, 2, v->cols - 4, STYLE_KEY,
			     keys);
}

/* What the signs in front of its rows mean. */
static void add_marks(struct view *v)
{
	const struct mark *m = v->below->screen->marks;

	if (m)
		page_title(&v->page, v->layout, v->cols, _("Signs"));
	for (; m && m->sign; m++) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, 2, STYLE_KEY, m->sign);
		page_span(&v->page, v->layout, HELP_NAME, v->cols - HELP_NAME,
			  STYLE_PLAIN, tr_label(m->meaning));
	}
}

static bool has_actions(const struct view *of)
{
	return of->kind == &view_list_kind || of->kind->press == actions_press;
}

/* What cannot be done on this screen now: under which condition, and by whom it can. */
static void add_not_now(struct view *v)
{
	const struct view *of = v->below;
	const char *why, *key;

	for (int i = 0; has_actions(of); i++) {
		key = actions_not_now(of, i, v->layout, &why);
		if (!key)
			return;
		if (i == 0)
			page_title(&v->page, v->layout, v->cols, _("Not now"));
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, HELP_NAME - 3, STYLE_DISABLED, key);
		page_span(&v->page, v->layout, HELP_NAME, v->cols - HELP_NAME,
			  STYLE_DISABLED, why + strspn(why, "* "));
	}
}

static bool name_at(const struct view *of, int n, struct named_key *out)
{
	if (of->kind == &view_task_kind)
		return task_name(of, n, out);
	return has_actions(of) && actions_name(of, n, out);
}

/* A step stands once, though several states of the task have it. */
static bool came_before(const struct view *of, int n, const char *name)
{
	struct named_key k;

	for (int i = 0; i < n && name_at(of, i, &k); i++)
		if (strcmp(k.name, name) == 0)
			return true;
	return false;
}

static const char *all_keys(struct view *v, const struct named_key *k)
{
	const char *screen = v->below->screen->name, *key, *out = "";

	for (int i = 0; (key = desk_action_key(v->desk, screen, k->name, k->own, i)); i++)
		out = arena_printf(v->layout, "%s%s%s", out, out[0] ? " " : "", key);
	return out;
}

static const char *full_name(struct view *v, const struct named_key *k)
{
	return text_clean(v->layout, arena_printf(v->layout, "%s.%s",
						  v->below->screen->name, k->name));
}

static int widest_name(struct view *v)
{
	struct named_key k;
	int width = 0;

	for (int i = 0; name_at(v->below, i, &k); i++) {
		const char *name = full_name(v, &k);
		int n = text_width(name, strlen(name));

		width = n > width ? n : width;
	}
	return width;
}

/* Under which name the configuration gives what the screen does another key. */
static void add_names(struct view *v)
{
	int width = widest_name(v), label = HELP_NAME + width + 2;
	struct named_key k;

	for (int i = 0; name_at(v->below, i, &k); i++) {
		if (i == 0)
			page_title(&v->page, v->layout, v->cols,
				   _("Names of what is done here (for other keys)"));
		if (came_before(v->below, i, k.name))
			continue;
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, HELP_NAME - 3, STYLE_KEY,
			  text_clean(v->layout, all_keys(v, &k)));
		page_span(&v->page, v->layout, HELP_NAME, width, STYLE_DISABLED,
			  full_name(v, &k));
		page_span(&v->page, v->layout, label, v->cols - label, STYLE_PLAIN,
			  text_clean(v->layout, k.label));
	}
}

/* Keys that work here first, then the commands without one. */
static void help_build(struct view *v)
{
	const char *screen = v->below->screen->name;
	struct desk_command c;

	for (int with_key = 1; with_key >= 0; with_key--) {
		page_title(&v->page, v->layout, v->cols,
			   with_key ? _("Keys here")
				    : _("Commands without a key here (: name)"));
		if (with_key)
			add_own_keys(v);
		for (int i = 0; desk_command_at(v->desk, i, &c); i++)
			if ((keys_of(v, screen, c.command->name)[0] != '\0') == with_key)
				add_command(v, &c, screen, i);
		if (with_key) {
			add_not_now(v);
			add_names(v);
			add_marks(v);
		}
	}
}

static const char *help_title(const struct view *v, struct arena *a)
{
	return arena_printf(a, "%s: %s", _("Help"), v->below->kind->title ?
			    v->below->kind->title(v->below, a) : "");
}

const struct view_kind view_help_kind = {
	.is_aside = true, .commands = view_page_commands, .move = view_move,
	.build = help_build, .draw = view_draw_page, .title = help_title,
};

/* How well a name goes with what was typed: what is done before where, moving about last,
 * for that has keys.  "d" and Enter shall not leave the desk. */
enum { FIT_CODE, FIT_LAST_WORD, FIT_NAME, FIT_MOVE, FIT_NONE };

static int fit_of(const struct command *c, const char *text)
{
	const char *name = c->name;
	const char *dot = strchr(name, '.'), *word = dot ? dot + 1 : name;
	size_t n = strlen(text);
	bool is_word = strncmp(word, text, n) == 0;

	if (c->code && strcmp(c->code, text) == 0)
		return FIT_CODE;
	if (!is_word && strncmp(name, text, n) != 0)
		return FIT_NONE;
	if (strncmp(name, "line.", 5) == 0 || strncmp(name, "page.", 5) == 0 ||
	    strncmp(name, "cell.", 5) == 0)
		return FIT_MOVE;
	return is_word ? FIT_LAST_WORD : FIT_NAME;
}

static const char *name_and_code(struct view *v, const struct desk_command *c)
{
	const struct command *of = c->command;

	return of->code ? arena_printf(v->layout, "%s (%s)", of->name, of->code)
			: of->name;
}

static void add_fitting(struct view *v, const char *text, int fit)
{
	struct desk_command c;

	for (int i = 0; desk_command_at(v->desk, i, &c); i++) {
		if (fit_of(c.command, text) != fit ||
		    !desk_has_job(v->desk, c.command->job))
			continue;
		page_line(&v->page, v->layout, i);
		page_span(&v->page, v->layout, 2, 20, STYLE_KEY, name_and_code(v, &c));
		page_span(&v->page, v->layout, 24, v->cols - 24, STYLE_PLAIN,
			  tr_label(c.command->help));
	}
}

static void palette_build(struct view *v)
{
	const struct palette *s = v->state;

	for (int fit = FIT_CODE; fit < FIT_NONE; fit++)
		add_fitting(v, s->field.text, fit);
	if (v->page.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
			  s->field.text[0] == LAW_SIGN
				  ? _("Enter searches the texts of the law for these "
				      "words")
				  : _("no such command; Enter searches for a person of "
				      "that name or number"));
	}
}

static void palette_draw(const struct view *v, struct grid *g, int row, int rows)
{
	const struct palette *s = v->state;

	view_draw_page(v, g, row, rows);
	grid_text(g, row, 0, 2, STYLE_KEY, ":");
	entry_draw(&s->field, g, row, 2, g->cols - 3);
}

static void search_law(struct desk *d, const char *words)
{
	if (words[strspn(words, " ")])
		desk_open(d, "law.search", &words, 1);
}

static void palette_enter(struct view *v)
{
	struct desk *d = v->desk;
	const struct palette *s = v->state;
	int id = page_selected(&v->page);
	char text[ENTRY_BYTES];
	struct desk_command c;
	const char *arg = text;

	memcpy(text, s->field.text, sizeof(text));
	view_drop(d);
	if (id >= 0 && desk_command_at(d, id, &c))
		desk_run(d, c.command->name);
	else if (text[0] == LAW_SIGN)
		search_law(d, text + 1);
	else if (text[0])
		desk_open(d, "search", &arg, 1);
}

static enum pressed palette_press(struct view *v, const struct press *p)
{
	struct palette *s = v->state;
	struct press folded = *p;

	v->desk->is_dirty = true;
	key_fold(&folded);
	if (strcmp(p->name, "enter") == 0)
		palette_enter(v);
	else if (strcmp(p->name, "down") == 0 || strcmp(p->name, "tab") == 0)
		view_move(v, GO_DOWN);
	else if (strcmp(p->name, "up") == 0)
		view_move(v, GO_UP);
	else if (entry_key(&s->field, &folded)) {
		v->page.n = 0;		/* what is selected starts again at the first */
		v->page.selected = -1;
		view_build(v);
	} else {
		return PRESS_OTHER;
	}
	return PRESS_TAKEN;
}

static void palette_opened(struct view *v)
{
	v->state = arena_alloc(v->arena, sizeof(struct palette));
	v->head = 2;
}

static const char *palette_title(const struct view *v, struct arena *a)
{
	(void)v;
	(void)a;
	return _("Command");
}

static const char *palette_keys(const struct view *v, struct arena *a)
{
	(void)v;
	return arena_printf(a, "enter %s  %c %s", _("do it"), LAW_SIGN,
			    _("words of the law"));
}

static bool palette_takes_text(const struct view *v)
{
	(void)v;
	return true;
}

const struct view_kind view_palette_kind = {
	.build = palette_build,
	.draw = palette_draw,
	.press = palette_press,
	.open = palette_opened,
	.title = palette_title,
	.keys = palette_keys,
	.takes_text = palette_takes_text,
	.is_text = true,
};
