/* Search: a name or a number, or how it begins; Enter looks, Enter again opens. */
#include <string.h>

#include "base/text.h"
#include "host/find_person.h"
#include "list.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

struct search {
	struct list list;
	struct entry field;
	char asked[ENTRY_BYTES];	/* what the rows are the answer to */
	struct arena *words;		/* of the parameters that it became */
	bool in_list;
};

static const struct paging by_number = {
	(const int[]){ SEARCH_NUMBER_ID_NO, SEARCH_NUMBER_PERSON_ID, -1 }, 1
};
static const struct paging by_name = { (const int[]){ SEARCH_NAME_NAME,
						      SEARCH_NAME_BIRTH_DATE,
						      SEARCH_NAME_PERSON_ID, -1 },
				       WANTED_NAME_PARAMS };

static const struct paging by_words = {
	(const int[]){ SEARCH_WORDS_FAR, SEARCH_WORDS_NAME, SEARCH_WORDS_BIRTH_DATE,
		       SEARCH_WORDS_PERSON_ID, -1 },
	WANTED_WORDS_PARAMS
};

static struct part *found(const struct view *v)
{
	return ((const struct search *)v->state)->list.rows;
}

static void search_build(struct view *v)
{
	if (found(v)->is_answered)
		list_build(v);
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
	const char *person = table_text(&found(v)->table, row, SEARCH_NAME_PERSON_ID);

	if (person[0])
		desk_open(v->desk, "person", &person, 1);
}

static void look(struct view *v)
{
	struct search *s = v->state;
	struct arena *words = arena_new();
	struct wanted w;

	if (!find_wanted(&w, words, s->field.text)) {
		arena_free(words);
		return;
	}
	arena_free(s->words);
	s->words = words;
	memcpy(s->asked, s->field.text, sizeof(s->asked));
	found(v)->stmt = w.stmt;
	memcpy(found(v)->params, w.params, sizeof(w.params));
	list_begin(v, found(v), view_search_columns,
		   w.stmt == &SEARCH_NUMBER  ? &by_number
		   : w.stmt == &SEARCH_WORDS ? &by_words
					     : &by_name);
	v->page.selected = -1;
	list_asking(v);
	found(v)->is_more = false;
	part_ask(found(v));
}

/* One person found is the one that was meant. */
static void search_answered(struct view *v, struct part *p)
{
	struct search *s = v->state;

	list_answered(v, p);
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

/* The first arrow only leaves the field. */
static enum pressed move(struct view *v, const char *key)
{
	static const struct { const char *key; enum motion to; } moves[] = {
		{ "down", GO_DOWN }, { "up", GO_UP }, { "pgdn", GO_PAGE_DOWN },
		{ "pgup", GO_PAGE_UP },
	};
	struct search *s = v->state;
	bool was_in_list = s->in_list;

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (strcmp(moves[i].key, key) == 0 && found(v)->table.n) {
			s->in_list = true;
			return was_in_list ? list_move(v, moves[i].to) : PRESS_TAKEN;
		}
	return PRESS_OTHER;
}

static enum pressed search_press(struct view *v, const struct press *p)
{
	struct search *s = v->state;
	struct press folded = *p;
	enum pressed moved = move(v, p->name);

	v->desk->is_dirty = true;
	key_fold(&folded);
	if (moved != PRESS_OTHER)
		return moved;
	if (strcmp(p->name, "enter") == 0) {
		enter(v);
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
	s->list.none = N_(
	    "nobody found: a name or its sound, the end of a number, a year beside it");
	list_begin(v, view_part(v, "found", &SEARCH_NAME, NULL), view_search_columns,
		   &by_name);
	found(v)->is_manual = true;
	if (v->nargs)
		look(v);
}

static void search_closed(struct view *v)
{
	list_closed(v);
	arena_free(((struct search *)v->state)->words);
}

static const char *search_title(const struct view *v, struct arena *a)
{
	int n = found(v)->table.n;
	bool has_more = ((const struct search *)v->state)->list.has_more;

	return n ? arena_printf(a, _("Search: %d found%s"), n,
				has_more ? _(", the first ones") : "")
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
	.build = search_build,
	.draw = search_draw,
	.press = search_press,
	.open = search_open,
	.answered = search_answered,
	.place = list_place,
	.closed = search_closed,
	.title = search_title,
	.keys = search_keys,
	.takes_text = search_takes_text,
	.is_text = true,
};
