/* Search: a name or a number, or how it begins; Enter looks, Enter again opens. */
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

struct search {
	struct part *found;
	struct entry field;
	char asked[ENTRY_BYTES];	/* what the rows are the answer to */
	bool in_list;
};

static void search_build(struct view *v)
{
	const struct part *p = ((const struct search *)v->state)->found;

	if (!p->is_answered)
		return;
	if (p->table.n) {
		page_add_table(v, p, view_search_columns);
		return;
	}
	page_line(&v->page, v->layout, -1);
	page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
		  _("nobody found; names are searched from their first character"));
}

static void search_draw(const struct view *v, struct grid *g, int row, int rows)
{
	const struct search *s = v->state;
	const char *label = _("Name or number");
	int width = text_width(label, strlen(label)) + 1;

	view_draw_page(v, g, row, rows);
	grid_text(g, row, 0, width, STYLE_DISABLED, label);
	if (!s->in_list) {
		entry_draw(&s->field, g, row, width, g->cols - width - 1);
		return;
	}
	grid_restyle(g, row, width, g->cols - width - 1, STYLE_VALUE);
	grid_text(g, row, width, g->cols - width - 1, STYLE_VALUE, s->field.text);
}

static void open_row(struct view *v, int row)
{
	const struct search *s = v->state;
	const char *person = table_text(&s->found->table, row, SEARCH_NAME_PERSON_ID);

	if (person[0])
		desk_open(v->desk, "person", &person, 1);
}

static void look(struct view *v)
{
	struct search *s = v->state;
	struct part *p = s->found;
	const char *text = s->field.text;

	memcpy(s->asked, text, sizeof(s->asked));
	p->stmt = strchr("0123456789", text[0]) ? &SEARCH_NUMBER : &SEARCH_NAME;
	p->params[0] = s->asked;
	v->page.selected = -1;
	part_ask(p);
}

/* One person found is the one that was meant. */
static void search_answered(struct view *v, struct part *p)
{
	struct search *s = v->state;

	s->in_list = p->table.n > 0;
	if (p->table.n == 1 && v->desk->top == v && v->seen == v->desk->follow.decided)
		open_row(v, 0);
}

static void enter(struct view *v)
{
	struct search *s = v->state;
	int row = view_selected(v).row;

	if (!s->field.text[0])
		return;
	if (strcmp(s->asked, s->field.text) != 0 || row < 0)
		look(v);
	else
		open_row(v, row);
}

static bool move(struct view *v, const char *key)
{
	static const struct { const char *key; enum motion to; } moves[] = {
		{ "down", MOVE_DOWN }, { "up", MOVE_UP }, { "pgdn", MOVE_PAGE_DOWN },
		{ "pgup", MOVE_PAGE_UP },
	};
	struct search *s = v->state;

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (strcmp(moves[i].key, key) == 0 && s->found->table.n) {
			/* The first arrow only leaves the field. */
			if (s->in_list)
				view_move(v, moves[i].to);
			s->in_list = true;
			return true;
		}
	return false;
}

static enum pressed search_press(struct view *v, const struct press *p)
{
	struct search *s = v->state;
	struct press folded = *p;

	v->desk->is_dirty = true;
	key_fold(&folded);
	if (strcmp(p->name, "enter") == 0) {
		enter(v);
	} else if (move(v, p->name)) {
		return PRESS_TAKEN;
	} else if (entry_key(&s->field, &folded)) {
		s->in_list = false;
		if (s->field.is_full)
			terminal_beep(v->desk->terminal);
	} else {
		return PRESS_OTHER;
	}
	return PRESS_TAKEN;
}

static void search_open(struct view *v)
{
	struct search *s = v->state = arena_alloc(v->arena, sizeof(*s));

	s->field.most = 120;
	v->head = 2;
	if (v->nargs)
		entry_set(&s->field, v->args[0]);
	s->found = view_part(v, "found", &SEARCH_NAME, NULL);
	s->found->is_manual = true;
	if (v->nargs)
		look(v);
}

static const char *search_title(const struct view *v, struct arena *a)
{
	int n = ((const struct search *)v->state)->found->table.n;

	return n ? arena_printf(a, _("Search: %d found%s"), n,
				n == 50 ? _(", the first ones") : "")
		 : _("Search");
}

static const char *search_keys(const struct view *v, struct arena *a)
{
	const struct search *s = v->state;

	return arena_printf(a, "enter %s", s->in_list ? _("show") : _("find"));
}

static bool search_takes_text(const struct view *v)
{
	(void)v;
	return true;
}

const struct view_kind view_search_kind = {
	.name = "search",
	.build = search_build,
	.draw = search_draw,
	.press = search_press,
	.open = search_open,
	.answered = search_answered,
	.title = search_title,
	.keys = search_keys,
	.takes_text = search_takes_text,
	.is_text = true,
};
