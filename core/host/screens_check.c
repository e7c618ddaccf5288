#include "screens_check.h"

#include <string.h>

#include "base/text.h"
#include "screens/views.h"

static bool is_column(const struct stmt *s, int col)
{
	return col >= 0 && col < s->ncolumns;
}

static bool needs_another(enum column_kind kind)
{
	return kind == COLUMN_VALUE || kind == COLUMN_FIGURE;
}

static bool check_args(const char *screen, const struct stmt *s, const int *args,
		       struct err *e)
{
	int n = 0;

	for (; args && args[n] >= 0; n++) {
		if (n == VIEW_ARGS)
			return ERR(e, ERR_INPUT,
				   "screen \"%s\" gives more than %d arguments", screen,
				   VIEW_ARGS);
		if (!is_column(s, args[n]))
			return ERR(e, ERR_INPUT, "screen \"%s\" gives column %d of "
				   "\"%s\", which has %d", screen, args[n], s->name,
				   s->ncolumns);
	}
	return true;
}

static bool check_section(const char *screen, const struct section *s, struct err *e)
{
	for (const struct column *c = s->columns; c && c->title; c++)
		if (!is_column(s->stmt, c->col) ||
		    (needs_another(c->kind) && !is_column(s->stmt, c->by)))
			return ERR(e, ERR_INPUT, "screen \"%s\" shows column %d of "
				   "\"%s\", which has %d", screen, c->col, s->stmt->name,
				   s->stmt->ncolumns);
	if ((s->opens || s->has_why) && !s->args)
		return ERR(e, ERR_INPUT,
			   "a row of screen \"%s\" opens something without arguments",
			   screen);
	return check_args(screen, s->stmt, s->args, e);
}

static int count_sections(const struct section *s)
{
	int n = 0;

	while (s && s[n].stmt)
		n++;
	return n;
}

static bool check_sections(const char *screen, const struct section *s, struct err *e)
{
	if (count_sections(s) > VIEW_SECTIONS)
		return ERR(e, ERR_INPUT, "screen \"%s\" has more than %d sections",
			   screen, VIEW_SECTIONS);
	for (; s && s->stmt; s++)
		if (!check_section(screen, s, e))
			return false;
	return true;
}

static bool check_paging(const struct screen *s, struct err *e)
{
	const struct stmt *stmt = s->sections->stmt;
	int n = 0;

	while (s->paging && s->paging->key && s->paging->key[n] >= 0) {
		if (!is_column(stmt, s->paging->key[n]) || n == VIEW_KEYS)
			return ERR(e, ERR_INPUT, "the paging of screen \"%s\" names no "
				   "column, or more than %d", s->name, VIEW_KEYS);
		n++;
	}
	if (s->paging &&
	    (n == 0 || s->paging->first < 0 || s->paging->first + n >= stmt->nparams))
		return ERR(e, ERR_INPUT,
			   "\"%s\" has no parameters for the paging of screen \"%s\"",
			   stmt->name, s->name);
	return true;
}

static bool check_filters(const struct screen *s, struct err *e)
{
	int n = 0;

	for (const struct filter *f = s->filters; f && f->key; f++, n++)
		if (n == VIEW_FILTERS || !f->label || !f->choices || f->param < 0 ||
		    f->param >= s->sections->stmt->nparams)
			return ERR(e, ERR_INPUT,
				   "filter \"%s\" of screen \"%s\" lacks label, choices "
				   "or parameter, or there are more than %d",
				   f->key, s->name, VIEW_FILTERS);
	return true;
}

/* The section whose rows an action is about; NULL when there is none. */
static const struct section *section_of(const struct screen *s, const char *name)
{
	const struct section *at = s->sections;

	for (; at && at->stmt; at++)
		if (!name || (at->name && strcmp(at->name, name) == 0))
			return at;
	return NULL;
}

static int count_args(const int *args)
{
	int n = 0;

	while (args && args[n] >= 0)
		n++;
	return n;
}

static bool check_action(const struct screen *s, const struct action *a, struct err *e)
{
	const struct section *at = section_of(s, a->section);
	int does = !!a->opens + !!a->sends + !!a->runs;

	if (!at || !a->label || does != 1)
		return ERR(e, ERR_INPUT,
			   "action \"%s\" of screen \"%s\" lacks label or section, or "
			   "does not do one thing",
			   a->key, s->name);
	if (a->runs && a->runs->nparams != count_args(a->args))
		return ERR(e, ERR_INPUT,
			   "action \"%s\" of screen \"%s\" gives %d of %d parameters",
			   a->key, s->name, count_args(a->args), a->runs->nparams);
	if (a->many < 0 || a->many > (a->runs ? a->runs->nparams : 0))
		return ERR(e, ERR_INPUT,
			   "action \"%s\" of screen \"%s\" takes many rows by an "
			   "argument that it has not",
			   a->key, s->name);
	if (a->sends && count_args(a->args) != 3)
		return ERR(e, ERR_INPUT, "action \"%s\" of screen \"%s\" names no task: "
			   "person, rule and case", a->key, s->name);
	return check_args(s->name, at->stmt, a->args, e);
}

/* Two things of a screen on one key: the second would never be done. */
static bool check_keys_of(const struct screen *s, struct err *e)
{
	for (const struct action *a = s->actions; a && a->key; a++) {
		bool is_twice = false;

		for (const struct action *b = a + 1; b->key; b++)
			is_twice |= strcmp(a->key, b->key) == 0;
		for (const struct filter *f = s->filters; f && f->key; f++)
			is_twice |= strcmp(a->key, f->key) == 0;
		if (is_twice)
			return ERR(e, ERR_INPUT,
				   "key \"%s\" of screen \"%s\" does two things", a->key,
				   s->name);
		if (!check_action(s, a, e))
			return false;
	}
	return true;
}

static bool is_parameter(const struct stmt *s, const char *name)
{
	for (int i = 0; i < s->nparams; i++)
		if (strcspn(s->params[i], " ") == strlen(name) &&
		    strncmp(s->params[i], name, strlen(name)) == 0)
			return true;
	return false;
}

static bool check_form(const struct screen *s, struct err *e)
{
	const struct form *form = s->form;
	int n = 0;

	if (!form || !form->fields || !form->fields->name || !form->sends)
		return ERR(e, ERR_INPUT, "form \"%s\" lacks fields or a statement",
			   s->name);
	for (const struct form_field *f = form->fields; f->name; f++, n++)
		if (n == VIEW_FIELDS || !f->prompt ||
		    !is_parameter(form->sends, f->name) ||
		    (f->kind == ENTRY_CODE && !f->codes && !f->list))
			return ERR(e, ERR_INPUT,
				   "field \"%s\" of form \"%s\" lacks prompt, parameter "
				   "or codes, or there are more than %d",
				   f->name, s->name, VIEW_FIELDS);
	return true;
}

static bool check_kind(const struct screen *s, struct err *e)
{
	int n = count_sections(s->sections);

	if (s->kind == SCREEN_FORM)
		return check_form(s, e);
	if (s->kind == SCREEN_TEXT)
		return s->verb || ERR(e, ERR_INPUT, "screen \"%s\" has no verb", s->name);
	if (n == 0)
		return ERR(e, ERR_INPUT, "screen \"%s\" has no sections", s->name);
	if (s->kind == SCREEN_OWN && (!s->code))
		return ERR(e, ERR_INPUT, "screen \"%s\" has no code", s->name);
	if (s->kind > SCREEN_OWN)
		return ERR(e, ERR_INPUT, "screen \"%s\" is of no known kind", s->name);
	return s->kind == SCREEN_OWN || s->sections->columns ||
	       ERR(e, ERR_INPUT, "screen \"%s\" shows no column", s->name);
}

static bool check_screen(const struct screen *s, struct err *e)
{
	if (!s->title && !s->named_arg)
		return ERR(e, ERR_INPUT, "screen \"%s\" has no title", s->name);
	for (const struct mark *k = s->marks; k && k->sign; k++)
		if (text_width(k->sign, strlen(k->sign)) != 1 || !k->meaning)
			return ERR(e, ERR_INPUT, "mark \"%s\" of screen \"%s\" is not "
				   "one column, or has no meaning", k->sign, s->name);
	if (!check_kind(s, e) || !check_sections(s->name, s->sections, e))
		return false;
	if (count_sections(s->sections) == 0)
		return true;
	return check_paging(s, e) && check_filters(s, e) && check_keys_of(s, e);
}

static bool has_screen(const struct module *m, const char *name)
{
	for (const struct screen *s = m->screens; s && s->name; s++)
		if (strcmp(s->name, name) == 0)
			return true;
	return false;
}

/* A screen of this module or of the program; "MODULE:SCREEN" is another's, who may be
 * absent. */
static bool is_known(const struct module *m, const struct taken *taken, const char *name)
{
	for (int i = 0; taken->screens[i]; i++)
		if (strcmp(taken->screens[i]->name, name) == 0)
			return true;
	return strchr(name, ':') || has_screen(m, name);
}

static bool check_opens(const struct module *m, const struct taken *taken,
			const char *what, const char *opens, struct err *e)
{
	if (!opens || is_known(m, taken, opens))
		return true;
	ERR(e, ERR_INPUT, "\"%s\" opens \"%s\", which is not a screen of it", what,
	    opens);
	return err_hint(e, "Another module's screen is written MODULE:SCREEN.");
}

static bool check_targets(const struct module *m, const struct taken *taken,
			  struct err *e)
{
	for (const struct screen *s = m->screens; s && s->name; s++) {
		if (!check_opens(m, taken, s->name, s->line_opens, e))
			return false;
		for (const struct section *at = s->sections; at && at->stmt; at++)
			if (!check_opens(m, taken, s->name, at->opens, e))
				return false;
		for (const struct action *a = s->actions; a && a->key; a++)
			if (!check_opens(m, taken, s->name, a->opens, e))
				return false;
	}
	for (const struct task_type *t = m->task_types; t && t->name; t++)
		if (!check_opens(m, taken, t->name, t->screen, e))
			return false;
	for (const struct section *at = m->person_sections; at && at->stmt; at++)
		if (!check_opens(m, taken, "person", at->opens, e))
			return false;
	for (const struct action *a = m->person_actions; a && a->key; a++)
		if (!check_opens(m, taken, "person", a->opens, e))
			return false;
	return true;
}

static int count_texts(const char *const *texts)
{
	int n = 0;

	while (texts && texts[n])
		n++;
	return n;
}

static bool check_command(const struct module *m, const struct taken *taken,
			  const struct command *c, struct err *e)
{
	if (!c->help || !!c->opens + !!c->sends + !!c->runs != 1)
		return ERR(e, ERR_INPUT,
			   "command \"%s\" has no help, or does not do one thing",
			   c->name);
	if (taken->has_command(c->name))
		return ERR(e, ERR_INPUT, "command \"%s\" is the program's own", c->name);
	if (c->code && strlen(c->code) != 2)
		return ERR(e, ERR_INPUT, "the code of command \"%s\" is not two letters",
			   c->name);
	if (count_texts(c->args) > VIEW_ARGS ||
	    (c->runs && c->runs->nparams != count_texts(c->args)))
		return ERR(e, ERR_INPUT, "command \"%s\" gives %d arguments", c->name,
			   count_texts(c->args));
	return check_opens(m, taken, c->name, c->opens, e);
}

static bool has_command(const struct module *m, const char *name)
{
	for (const struct command *c = m->commands; c && c->name; c++)
		if (strcmp(c->name, name) == 0)
			return true;
	return false;
}

static const char *text_of(const char *s)
{
	return s ? s : "";
}

/* The same key where both would work. */
static const struct key *same_key(const struct key *list, const struct key *k)
{
	for (; list && list->key; list++)
		if (strcmp(list->key, k->key) == 0 &&
		    (!list->screen || !k->screen || strcmp(list->screen, k->screen) == 0))
			return list;
	return NULL;
}

static bool check_key(const struct module *m, const struct module *const *others,
		      const struct taken *taken, const struct key *k, struct err *e)
{
	if (!k->command || !has_command(m, k->command))
		return ERR(e, ERR_INPUT, "key \"%s\" names no command: \"%s\"", k->key,
			   text_of(k->command));
	if (same_key(taken->keys, k))
		return ERR(e, ERR_INPUT, "key \"%s\" is the program's own", k->key);
	if (same_key(k + 1, k))
		return ERR(e, ERR_INPUT, "key \"%s\" appears twice", k->key);
	for (; *others; others++)
		if (same_key((*others)->keys, k))
			return ERR(e, ERR_INPUT, "key \"%s\" is also in module \"%s\"",
				   k->key, (*others)->name);
	return true;
}

static bool has_code(const struct module *m, const char *code)
{
	for (const struct command *c = m->commands; c && c->name; c++)
		if (c->code && strcmp(c->code, code) == 0)
			return true;
	return false;
}

static bool check_codes(const struct module *m, const struct module *const *others,
			struct err *e)
{
	for (; *others; others++)
		for (const struct command *c = m->commands; c && c->name; c++)
			if (c->code && has_code(*others, c->code))
				return ERR(e, ERR_INPUT,
					   "code \"%s\" is also in module \"%s\"",
					   c->code, (*others)->name);
	return true;
}

static bool has_key(const struct action *list, const char *key)
{
	while (list && list->key && strcmp(list->key, key) != 0)
		list++;
	return list && list->key;
}

/* What a module adds is about its own sections, on keys that nobody else has there. */
static bool check_person_actions(const struct module *m,
				 const struct module *const *others, struct err *e)
{
	const struct screen own = { .name = "person",
				    .sections = m->person_sections,
				    .actions = m->person_actions };

	for (const struct action *a = m->person_actions; a && a->key; a++) {
		bool is_taken = has_key(view_person.actions, a->key);

		for (const struct module *const *o = others; *o; o++)
			is_taken |= has_key((*o)->person_actions, a->key);
		if (is_taken)
			return ERR(e, ERR_INPUT,
				   "key \"%s\" of screen \"%s\" does two things", a->key,
				   "person");
	}
	return check_keys_of(&own, e);
}

/* All modules' sections share these two pages. */
static bool check_shared(const struct module *m, const struct module *const *others,
			 struct err *e)
{
	int n = count_sections(view_task.sections) + count_sections(m->task_sections);
	int person = count_sections(view_person.sections);
	const struct screen task = { .name = "task", .sections = m->task_sections,
				     .actions = m->task_actions };

	person += count_sections(m->person_sections);
	for (const struct module *const *o = others; *o; o++) {
		person += count_sections((*o)->person_sections);
		n += count_sections((*o)->task_sections);
	}
	if (person > VIEW_SECTIONS || n > VIEW_SECTIONS)
		return ERR(e, ERR_INPUT, "screen \"%s\" has more than %d sections",
			   n > VIEW_SECTIONS ? "task" : "person", VIEW_SECTIONS);
	return check_sections("person", m->person_sections, e) &&
	       check_sections("task", m->task_sections, e) &&
	       check_person_actions(m, others, e) && check_keys_of(&task, e);
}

bool screens_check(const struct module *m, const struct module *const *others,
		   const struct taken *taken, struct err *e)
{
	for (const struct screen *s = m->screens; s && s->name; s++) {
		for (int i = 0; taken->screens[i]; i++)
			if (strcmp(taken->screens[i]->name, s->name) == 0)
				return ERR(e, ERR_INPUT,
					   "screen \"%s\" is the program's own", s->name);
		if (!check_screen(s, e))
			return false;
	}
	for (const struct command *c = m->commands; c && c->name; c++)
		if (!check_command(m, taken, c, e))
			return false;
	for (const struct key *k = m->keys; k && k->key; k++)
		if (!check_key(m, others, taken, k, e))
			return false;
	return check_targets(m, taken, e) && check_codes(m, others, e) &&
	       check_shared(m, others, e);
}
