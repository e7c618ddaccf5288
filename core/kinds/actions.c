/* Actions of declared screens: what a key does with the selected row. */
#include <string.h>

#include "base/text.h"
#include "kinds.h"
#include "say/tr.h"
#include "screens/views.h"

/* The screen's own, then what modules add to the person's page; NULL after the last. */
static const struct action *action_at(const struct view *v, int n)
{
	const struct module *const *modules = v->desk->app->modules;
	const struct action *at = v->actions;

	for (; at && at->key; at++)
		if (n-- == 0)
			return at;
	for (int i = 0; v->screen == &view_person && modules && modules[i]; i++)
		for (at = modules[i]->person_actions; at && at->key; at++)
			if (n-- == 0)
				return at;
	return NULL;
}

static const struct action *action_of(const struct view *v, const char *key)
{
	const struct action *at;

	for (int i = 0; (at = action_at(v, i)); i++)
		if (desk_is_action_key(v->desk, v->screen->name, view_action_name(at),
				       at->key, key))
			return at;
	return NULL;
}

/* The key that is told: the first one. */
static const char *key_of(const struct view *v, const struct action *at)
{
	return desk_action_key(v->desk, v->screen->name, view_action_name(at), at->key,
			       0);
}

/* The row an action is about: the selected one, when it lies in the right section. */
static struct spot row_of(const struct view *v, const struct action *at)
{
	struct spot spot = view_selected(v);
	const struct part *wanted = at->section ? view_named(v, at->section) :
				    &v->parts[0];

	/* What is shown as fields is one row. */
	if (wanted && wanted->section->is_fields && wanted->table.n)
		return (struct spot){ wanted, 0 };
	if (spot.part == wanted && spot.row < wanted->table.n)
		return spot;
	/* What only opens something takes the first row of its section. */
	return at->section && at->opens && wanted && wanted->table.n
		       ? (struct spot){ wanted, 0 } : (struct spot){ 0 };
}

/* Whether it is about a row: what takes no column of one can be done where there is
 * none. */
static bool needs_row(const struct action *at)
{
	return at->args && at->args[0] >= 0;
}

/* Of a section without a row, as unemployment of who draws a pension, there is nothing to
 * act on. */
static bool has_none(const struct view *v, const struct action *at)
{
	const struct part *part = at->section ? view_named(v, at->section) : NULL;

	return part && at->opens && needs_row(at) && part->table.n == 0;
}

static void act(struct view *v, const struct action *at, struct spot row)
{
	const char *args[VIEW_ARGS + 1];
	int n = 0;

	for (const int *c = at->args; c && *c >= 0 && n < VIEW_ARGS; c++)
		args[n++] = table_text(&row.part->table, row.row, *c);
	if (at->many && v->nmarks)
		args[at->many - 1] = marks_joined(v, v->layout);
	if (at->opens) {
		desk_open(v->desk, at->opens, args, n);
	} else if (at->sends) {
		args[n++] = at->sends;
		desk_open(v->desk, "decide", args, n);
	} else {
		errand_send(v->desk, at->runs, args, tr_label(at->label),
			    at->many ? v : NULL);
	}
}

/* The jobs of who sits here, as people call them. */
static const char *own_jobs(const struct desk *d, struct arena *a)
{
	const char *out = "", *at = d->jobs;

	while (*at) {
		size_t n = strcspn(at, " ");

		out = arena_printf(a, "%s%s%s", out, out[0] ? ", " : "",
				   tr_label(arena_strndup(a, at, n)));
		at += n + strspn(at + n, " ");
	}
	return out;
}

/* Why it cannot be done now, and by whom or with what it can; NULL: it can. */
static const char *why_not(const struct view *v, const struct action *at, struct arena *a)
{
	const struct part *part = at->section ? view_named(v, at->section) : NULL;
	const char *label = arena_strndup(a, tr_label(at->label),
					  (size_t)desk_brief(tr_label(at->label)));

	if (!desk_has_job(v->desk, at->job))
		return arena_printf(a, _("* \"%s\" needs a %s; you are: %s"), label,
				    tr_label(at->job), own_jobs(v->desk, a));
	if ((has_none(v, at) || (needs_row(at) && part && part->table.n == 0)) &&
	    part->section->title)
		return arena_printf(a, _("\"%s\" needs a row of \"%s\"; there is none"),
				    label, tr_label(part->section->title));
	if (has_none(v, at))
		return arena_printf(a, _("\"%s\" is for nothing that stands here"),
				    label);
	if (needs_row(at) && !row_of(v, at).part && part && part->section->title)
		return arena_printf(a, _("\"%s\": select a row of \"%s\" first"), label,
				    tr_label(part->section->title));
	return needs_row(at) && !row_of(v, at).part ? _("select a row first") : NULL;
}

enum pressed actions_press(struct view *v, const struct press *p)
{
	enum pressed marked = marks_press(v, p);
	struct press folded = *p;
	const struct action *at;
	const char *why;

	if (marked != PRESS_OTHER)
		return marked;
	key_fold(&folded);
	at = action_of(v, folded.name);
	if (!at)
		return PRESS_OTHER;
	why = why_not(v, at, v->layout);
	if (why)
		desk_say(v->desk, why[0] == '*' ? STYLE_WATCH : STYLE_PLAIN, "%s", why);
	else
		act(v, at, row_of(v, at));
	return PRESS_TAKEN;
}

const char *actions_not_now(const struct view *v, int n, struct arena *a,
			    const char **why)
{
	const struct action *at;

	for (int i = 0; (at = action_at(v, i)); i++) {
		*why = why_not(v, at, a);
		if (*why && n-- == 0)
			return key_of(v, at);
	}
	return NULL;
}

bool actions_name(const struct view *v, int n, struct named_key *out)
{
	const struct action *at = action_at(v, n);

	if (at)
		*out = (struct named_key){ view_action_name(at), tr_label(at->label),
					   at->key };
	return at != NULL;
}

const char *actions_keys(const struct view *v, struct arena *a)
{
	const struct action *at;
	const char *out = marks_action(v) ? arena_printf(a, "%s %s  * %s", _("space"),
							 _("mark"), _("all"))
					  : "";

	for (int i = 0; (at = action_at(v, i)); i++)
		if (desk_has_job(v->desk, at->job) && !has_none(v, at))
			out = arena_printf(a, "%s%s%s %s%s", out, out[0] ? "  " : "",
					   key_of(v, at), tr_label(at->label),
					   at->many && v->nmarks
						   ? arena_printf(a, " (%d)", v->nmarks)
						   : "");
	return text_clean(a, out);
}
