/* Search: a name or a number, or how it begins.  Rows come while it is typed, one
 * question at a time, and before anything is typed those who were looked at last; Enter
 * goes to the rows of what was typed, Enter again opens. */
#include <string.h>

#include "base/text.h"
#include "search/find_person.h"
#include "list.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

struct search {
	struct list list;
	struct entry field;
	char asked[ENTRY_BYTES];	/* what the rows are the answer to */
	struct arena *words;		/* of the parameters that it became */
	bool in_list, has_asked;
	bool is_meant;	/* Enter: what is asked is what was wanted */
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

static bool is_by_number(const struct stmt *stmt)
{
	return stmt == &SEARCH_NUMBER || stmt == &SEARCH_WINDOW;
}

static void open_row(struct view *v, int row)
{
	const struct table *t = &found(v)->table;
	bool is_number = is_by_number(found(v)->stmt);
	const char *id = table_text(t, row, is_number ? SEARCH_NUMBER_SUBJECT_ID
						      : SEARCH_NAME_PERSON_ID);

	if (id[0])
		desk_open(v->desk, is_number ? table_text(t, row, SEARCH_NUMBER_SCREEN)
					     : "person", &id, 1);
}

/* Nothing typed: who was looked at last. */
static bool wanted(struct wanted *w, struct arena *a, const char *typed)
{
	if (typed[0])
		return find_wanted(w, a, typed);
	*w = (struct wanted){ &SEARCH_RECENT, { NULL } };
	return true;
}

/* At a partner's window the number that was typed whole says who stands there: asked in
 * one transaction and answered in the next, so that the asking stays. */
static void ask_at_window(struct view *v, struct wanted *w)
{
	w->stmt = &SEARCH_WINDOW;
	if (!v->desk->db)
		return;
	db_ask(v->desk->db, &WINDOW_ASKED, w->params, desk_told, v->desk);
	db_ask(v->desk->db, &PERSON_AT_WINDOW, w->params, desk_told, v->desk);
}

static void look(struct view *v, bool is_meant)
{
	struct search *s = v->state;
	struct arena *words = arena_new();
	struct wanted w;

	if (!wanted(&w, words, s->field.text)) {
		arena_free(words);
		return;
	}
	if (is_meant && w.stmt == &SEARCH_NUMBER && desk_has_job(v->desk, "window"))
		ask_at_window(v, &w);
	arena_free(s->words);
	s->words = words;
	s->is_meant = is_meant;
	s->has_asked = true;
	memcpy(s->asked, s->field.text, sizeof(s->asked));
	found(v)->stmt = w.stmt;
	memcpy(found(v)->params, w.params, sizeof(w.params));
	list_begin(v, found(v), view_search_columns,
		   w.stmt == &SEARCH_RECENT   ? NULL
		   : is_by_number(w.stmt)     ? &by_number
		   : w.stmt == &SEARCH_WORDS  ? &by_words
					      : &by_name);
	s->list.none = s->asked[0]
			   ? N_("nobody found: a name or its sound, the end of a number, "
				"a year beside it")
			   : N_("a name or its sound, the end of a number, a year "
				"beside it");
	v->page.selected = -1;
	list_asking(v);
	found(v)->is_more = false;
	found(v)->is_ahead = !is_meant;
	part_ask(found(v));
}

static bool is_of_text(const struct search *s)
{
	return s->has_asked && strcmp(s->asked, s->field.text) == 0;
}

/* What one character begins is everybody; of Chinese, one is a surname. */
static bool says_something(const char *typed)
{
	return text_width(typed, strlen(typed)) > 1;
}

/* Rows of something else than what stands in the field are shown to nobody. */
static void forget(struct view *v)
{
	struct search *s = v->state;

	found(v)->is_answered = false;
	found(v)->table.n = 0;
	s->has_asked = false;
	view_build(v);
}

/* One question at a time: what is typed meanwhile is asked when the answer is there. */
static void look_ahead(struct view *v)
{
	struct search *s = v->state;

	if (!v->desk->db || found(v)->is_asked || is_of_text(s))
		return;
	if (!s->field.text[0] || says_something(s->field.text))
		look(v, false);
	else
		forget(v);
}

/* One person found is the one that was meant. */
static void search_answered(struct view *v, struct part *p)
{
	struct search *s = v->state;

	list_answered(v, p);
	if (!s->is_meant) {
		look_ahead(v);
		return;
	}
	s->in_list = p->table.n > 0;
	if (p->table.n == 1 && s->asked[0] && v->desk->top == v &&
	    v->seen == v->desk->follow.decided)
		open_row(v, 0);
}

/* To the rows of what was typed: they may be there, on their way, or not asked yet. */
static void go_to_rows(struct view *v)
{
	struct search *s = v->state;

	if (is_of_text(s) && found(v)->is_asked) {
		s->is_meant = true;
		found(v)->is_ahead = false;
	} else if (is_of_text(s) && found(v)->is_answered && !v->is_stale) {
		s->is_meant = true;
		search_answered(v, found(v));
	} else {
		look(v, true);
	}
}

static void enter(struct view *v)
{
	struct search *s = v->state;
	int row = view_selected(v).row;

	if (s->in_list && is_of_text(s) && row >= 0)
		open_row(v, row);
	else
		go_to_rows(v);
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
		if (strcmp(moves[i].key, key) == 0) {
			if (was_in_list && is_of_text(s))
				return list_move(v, moves[i].to);
			go_to_rows(v);
			return PRESS_TAKEN;
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
		look_ahead(v);
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
	list_begin(v, view_part(v, "found", &SEARCH_NAME, NULL), view_search_columns,
		   &by_name);
	found(v)->is_manual = true;
	look(v, v->nargs > 0);
}

static void search_closed(struct view *v)
{
	list_closed(v);
	arena_free(((struct search *)v->state)->words);
}

static const char *search_title(const struct view *v, struct arena *a)
{
	const struct search *s = v->state;
	int n = found(v)->table.n;
	bool has_more = s->list.has_more;

	if (n && !s->asked[0])
		return _("Search: those you looked at last");
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
