/* Views and their questions: what is asked, when an answer counts, what happens without
 * one. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "desk.h"
#include "say/say.h"
#include "say/tr.h"
#include "screens/views_macros.h"
#include "screens/views.h"
#include "screens/views_sql.h"

#define PART_LINES (1 << 24)	/* rows of a part that can be told apart */

void desk_say(struct desk *d, enum style style, const char *fmt, ...)
{
	struct arena *a = arena_new();
	va_list ap;
	char *clean;
	int used;

	va_start(ap, fmt);
	clean = text_clean(a, arena_vprintf(a, fmt, ap));
	va_end(ap);
	/* By columns, so that no character is cut in two. */
	clean[text_clip(clean, 96, &used)] = '\0';
	snprintf(d->message, sizeof(d->message), "%s", clean);
	d->message_style = style;
	d->is_dirty = true;
	arena_free(a);
}

/* Is the word among words with blanks between? */
static bool has_word(const char *words, const char *word, size_t n)
{
	for (const char *at = words; *at; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");

		if (length == n && memcmp(at, word, n) == 0)
			return true;
		at += length;
	}
	return false;
}

bool desk_has_job(const struct desk *d, const char *job)
{
	for (const char *at = job; at && *at; at += strspn(at, " ")) {
		size_t n = strcspn(at, " ");

		if (has_word(d->jobs, at, n))
			return true;
		at += n;
	}
	return !job;
}

void desk_fail(struct desk *d, const struct err *e)
{
	struct arena *a = arena_new();
	const char *hint = say_server(tr_reader(), a, e->hint);

	desk_say(d, STYLE_ALARM, "! %s%s%s", say_server(tr_reader(), a, e->message),
		 hint[0] ? ". " : "", hint);
	terminal_beep(d->terminal);
	arena_free(a);
}

void desk_lost(struct desk *d)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!d->since[0] && localtime_r(&now, &tm))
		strftime(d->since, sizeof(d->since), "%H:%M", &tm);
	d->is_dirty = true;
}

bool desk_stored_alone(struct desk *d, const char *what)
{
	bool is_alone = db_stored_alone();

	if (is_alone)
		desk_say(d, STYLE_WATCH, _("* %s: stored, but the second server has not "
					   "answered for it"), what);
	return is_alone;
}

void desk_told(void *ctx, const struct rows *rows, const struct err *e)
{
	(void)ctx;
	(void)rows;
	(void)e;
}

struct view *view_push(struct desk *d, const struct screen *s,
		       const struct view_kind *kind, const char *const *args, int nargs)
{
	struct arena *a = arena_new();
	struct view *v = arena_alloc(a, sizeof(*v));

	v->arena = a;
	v->layout = arena_new();
	v->screen = s;
	v->actions = s->actions;
	v->kind = kind;
	v->desk = d;
	v->below = d->top;
	v->page.selected = -1;
	for (int i = 0; i < nargs && i < VIEW_ARGS; i++)
		v->args[v->nargs++] = args[i] ? arena_strdup(a, args[i]) : NULL;
	v->seen = d->follow.decided;
	d->top = v;
	d->is_dirty = true;
	return v;
}

static void part_forget(struct desk *d, struct part *p)
{
	if (d->db)
		db_drop(d->db, p);
	arena_free(p->arena);
	p->arena = NULL;
}

void view_free(struct view *v)
{
	if (v->kind->closed)
		v->kind->closed(v);
	if (v->desk->errand.form == v)
		v->desk->errand.form = NULL;
	for (int i = 0; i < v->nparts; i++)
		part_forget(v->desk, &v->parts[i]);
	arena_free(v->layout);
	arena_free(v->arena);
}

void view_drop(struct desk *d)
{
	struct view *v = d->top;

	if (!v->below)
		return;
	d->top = v->below;
	view_free(v);
	d->is_dirty = true;
}

/* The view that comes up again asks anew when a decision was made above it, or when it
 * was cut off from its rows. */
void view_pop(struct desk *d)
{
	view_drop(d);
	if (d->top->seen != d->follow.decided || d->top->is_stale)
		view_ask(d->top);
	else
		view_build(d->top);
}

/* The loader has refused what would be too many. */
struct part *view_part(struct view *v, const char *name, const struct stmt *stmt,
		       const struct section *section)
{
	struct part *p = &v->parts[v->nparts];

	assert(v->nparts < VIEW_PARTS);
	v->nparts++;
	*p = (struct part){ .view = v, .name = name, .stmt = stmt, .section = section };
	for (int i = 0; i < v->nargs && i < stmt->nparams; i++)
		p->params[i] = v->args[i];
	return p;
}

struct part *view_find(const struct view *v, const char *name)
{
	for (int i = 0; i < v->nparts; i++)
		if (v->parts[i].name && strcmp(v->parts[i].name, name) == 0)
			return (struct part *)&v->parts[i];
	return NULL;
}

struct part *view_named(const struct view *v, const char *name)
{
	struct part *p = view_find(v, name);

	assert(p);
	return p;
}

int part_line(const struct part *p, int row)
{
	return (int)(p - p->view->parts) * PART_LINES + row;
}

struct spot view_selected(const struct view *v)
{
	int id = page_selected(&v->page);

	if (id < 0 || id / PART_LINES >= v->nparts)
		return (struct spot){ NULL, -1 };
	return (struct spot){ &v->parts[id / PART_LINES], id % PART_LINES };
}

enum pressed view_move(struct view *v, enum motion to)
{
	int rows = view_height(v);

	v->desk->is_dirty = true;
	v->is_moved = true;
	switch (to) {
	case GO_DOWN: page_move(&v->page, 1, rows); break;
	case GO_UP: page_move(&v->page, -1, rows); break;
	case GO_PAGE_DOWN: page_move(&v->page, rows, rows); break;
	case GO_PAGE_UP: page_move(&v->page, -rows, rows); break;
	case GO_FIRST: page_first(&v->page); break;
	case GO_LAST: page_last(&v->page, rows); break;
	default: return PRESS_OTHER;
	}
	return PRESS_TAKEN;
}

static void take_rows(struct part *p, const struct rows *rows)
{
	if (p->is_more && p->arena) {
		table_append(&p->table, p->arena, rows);
		return;
	}
	arena_free(p->arena);
	p->arena = arena_new();
	table_copy(&p->table, p->arena, p->stmt, rows);
}

static void answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct part *p = ctx;
	struct view *v = p->view;

	p->is_asked = p->is_ahead = false;
	v->is_stale = !rows;
	if (rows) {
		take_rows(p, rows);
		p->is_answered = true;
	} else if (e->code == ERR_LOST) {
		desk_lost(v->desk);
	} else {
		desk_fail(v->desk, e);
	}
	if (v->kind->answered)
		v->kind->answered(v, p);
	if (view_is_whole(v) || !view_is_waiting(v) || !v->desk->is_begun)
		view_build(v);
	v->desk->is_dirty = true;
}

void part_ask(struct part *p)
{
	struct desk *d = p->view->desk;

	if (!d->db) {
		p->view->is_stale = true;
		return;
	}
	if (p->is_asked)
		db_drop(d->db, p);
	p->is_asked = true;
	db_ask(d->db, p->stmt, p->params, answer, p);
}

/* The day may have gone on since the session began. */
static void day_answer(void *ctx, const struct rows *rows, const struct err *e)
{
	struct desk *d = ctx;

	(void)e;
	if (!rows || rows->n == 0)
		return;
	snprintf(d->day, sizeof(d->day), "%s", row_text(rows, 0, DESK_DAY_BUSINESS_DAY));
	d->is_dirty = true;
}

void view_ask(struct view *v)
{
	if (v->desk->db)
		db_ask(v->desk->db, &DESK_DAY, NULL, day_answer, v->desk);
	v->seen = v->desk->follow.decided;
	if (v->kind->asking)
		v->kind->asking(v);
	for (int i = 0; i < v->nparts; i++) {
		v->parts[i].is_more = v->parts[i].is_ahead = false;
		if (!v->parts[i].is_manual)
			part_ask(&v->parts[i]);
	}
	if (!view_is_waiting(v))
		view_build(v);
}

bool view_is_waiting(const struct view *v)
{
	for (int i = 0; i < v->nparts; i++)
		if (v->parts[i].is_asked && !v->parts[i].is_ahead)
			return true;
	return false;
}

bool view_is_whole(const struct view *v)
{
	for (int i = 0; i < v->nparts; i++) {
		const struct part *p = &v->parts[i];

		if (!p->is_answered && (p->is_asked || !p->is_manual))
			return false;
	}
	return true;
}

/* Title, message line and bottom line are not the view's. */
int view_height(const struct view *v)
{
	return terminal_rows(v->desk->terminal) - 3 - coach_rows(v->desk) - v->head;
}

/* Keeps the selected line over a rebuild by its id; a page without one keeps its
 * place. */
void view_build(struct view *v)
{
	int id = page_selected(&v->page), top = v->page.top, place;
	bool has_page = v->page.n > 0;

	if (!v->kind->build)
		return;
	arena_free(v->layout);
	v->layout = arena_new();
	v->page = (struct page){ .selected = -1, .top = top };
	v->cols = terminal_cols(v->desk->terminal);
	v->kind->build(v);
	place = v->kind->place ? v->kind->place(v) : -1;
	id = place >= 0 ? place : id;
	if (has_page && id >= 0 && (v->is_moved || place >= 0))
		page_select(&v->page, id);
	page_settle(&v->page, view_height(v));
	v->desk->is_dirty = true;
}

void view_draw_page(const struct view *v, struct grid *g, int row, int rows)
{
	page_draw(&v->page, g, row + v->head, rows - v->head);
}

void view_sections(struct view *v)
{
	const struct section *s;

	for (int i = 0;; i++) {
		s = view_section(v->desk->app->modules, v->screen, i);
		if (!s)
			break;
		view_part(v, s->name, s->stmt, s);
	}
}

bool view_only_reads(const struct view *v)
{
	for (int i = 0; i < v->nparts; i++) {
		const struct section *s = v->parts[i].section;

		if (!s || (s->opens && !s->is_fields))
			return false;
	}
	return v->nparts > 0 && v->screen != &view_macros;
}
