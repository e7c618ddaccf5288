/* Drafts: what was typed into a form and not sent, kept with the server for the login,
 * the screen and what it is about. */
#include <string.h>

#include "form.h"
#include "say/tr.h"
#include "screens/views_sql.h"

/* The arguments of the screen, as one text. */
static const char *subject(const struct view *v, struct arena *a)
{
	const struct form_view *f = v->state;
	const char *out = "";

	for (int i = 0; i < v->nargs && i < f->subject_args; i++)
		out = arena_printf(a, "%s%s%s", out, i ? "\t" : "",
				   v->args[i] ? v->args[i] : "");
	return out;
}

bool draft_is_nothing(const struct view *v)
{
	const struct form_view *f = v->state;

	for (int i = 0; i < f->n; i++)
		if (strcmp(f->inputs[i].entry.text, f->inputs[i].first) != 0)
			return false;
	return true;
}

/* A line "NAME<tab>TEXT" for each field that says something. */
static const char *fields(const struct view *v, struct arena *a)
{
	const struct form_view *f = v->state;
	const char *out = "";

	if (f->is_over || draft_is_nothing(v))
		return out;
	for (int i = 0; i < f->n; i++)
		if (f->inputs[i].entry.len)
			out = arena_printf(a, "%s%s\t%s\n", out, f->inputs[i].field->name,
					   f->inputs[i].entry.text);
	return out;
}

void draft_ask(struct view *v)
{
	struct form_view *f = v->state;

	f->draft = view_part(v, "draft", &DRAFT_MINE, NULL);
	f->draft->params[0] = v->screen->name;
	f->draft->params[1] = subject(v, v->arena);
}

static void take_line(struct form_view *f, const char *line, size_t n, struct arena *a)
{
	const char *tab = memchr(line, '\t', n);

	for (int i = 0; tab && i < f->n; i++) {
		const char *name = f->inputs[i].field->name;

		size_t rest = (size_t)(line + n - tab) - 1;

		if (strlen(name) == (size_t)(tab - line) &&
		    strncmp(name, line, strlen(name)) == 0)
			entry_set(&f->inputs[i].entry, arena_strndup(a, tab + 1, rest));
	}
}

void draft_take(struct view *v)
{
	struct form_view *f = v->state;
	const char *at = table_text(&f->draft->table, 0, DRAFT_MINE_FIELDS);

	if (f->has_draft || !f->draft->is_answered)
		return;
	f->has_draft = true;
	f->draft->is_manual = true;	/* what is typed from now on is newer */
	f->is_kept = true;
	if (*at)
		desk_say(v->desk, STYLE_PLAIN, "%s",
			 _("as you left it; ctrl-x discards it"));
	for (; *at; at += strcspn(at, "\n"), at += *at == '\n')
		take_line(f, at, strcspn(at, "\n"), v->arena);
}

static void kept(void *ctx, const struct rows *rows, const struct err *e)
{
	struct draft_door *door = ctx;
	struct view *v = door->form, *next = door->next;

	if (e && e->code != ERR_LOST)
		desk_fail(door->desk, e);
	door->is_asked = false;
	door->form = door->next = NULL;
	if (v && !next)
		((struct form_view *)v->state)->is_kept = rows != NULL;
	if (next && rows)
		draft_keep(next);
}

static void send(struct view *v)
{
	struct draft_door *door = &v->desk->drafts;
	struct arena *a = arena_new();
	const char *params[] = { v->screen->name, subject(v, a), fields(v, a) };

	door->is_asked = true;
	door->form = v;
	db_ask(v->desk->db, &DRAFT_KEEP, params, kept, door);
	arena_free(a);
}

void draft_keep(struct view *v)
{
	struct form_view *f = v->state;
	struct draft_door *door = &v->desk->drafts;

	f->is_kept = false;
	if (!v->desk->db)
		return;
	if (door->is_asked)
		door->next = v;
	else
		send(v);
}

/* At once, for the form is about to be closed. */
void draft_drop(struct view *v)
{
	((struct form_view *)v->state)->is_over = true;
	if (v->desk->db)
		send(v);
}
