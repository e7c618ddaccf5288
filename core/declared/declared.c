#include "declared.h"

#include <stdlib.h>
#include <string.h>

#include "facts/facts.h"
#include "facts/subject.h"
#include "judge/work.h"
#include "office/feed.h"
#include "say/tr.h"

#define PAIRS_MOST (DECLARED_MOST * 12)

static const char parameter[] = "work.facts";

static bool is_named(const struct rulebook *book)
{
	for (int i = 0; i < book->n; i++)
		if (book->files[i].kind == 'p' && strstr(book->files[i].text, parameter))
			return true;
	return false;
}

/* The fact of the name; a new one when it is none yet. */
static struct declared_fact *fact_of(struct declared *d, const char *name)
{
	struct declared_fact *f;

	for (int i = 0; i < d->n; i++)
		if (strcmp(d->list[i].name, name) == 0)
			return &d->list[i];
	if (d->n == DECLARED_MOST)
		return NULL;
	f = &d->list[d->n++];
	*f = (struct declared_fact){ .name = name, .type = "", .unit = "", .title = "",
				     .feed = "", .column = "", .day = "", .pick = "last",
				     .of_column = "", .of_value = "", .figure = "",
				     .what = "count", .least = "", .most = "" };
	return f;
}

/* rent_fen.feed, rent_fen.of.what and the like. */
static void take(struct arena *a, struct declared *d, const struct work_pair *p)
{
	const char *dot = strchr(p->key, '.');
	struct declared_fact *f =
	    dot ? fact_of(d, arena_strndup(a, p->key, (size_t)(dot - p->key))) : NULL;
	const struct { const char *key; const char **to; } texts[] = {
		{ "type", &f->type }, { "unit", &f->unit }, { "title", &f->title },
		{ "feed", &f->feed }, { "column", &f->column }, { "day", &f->day },
		{ "pick", &f->pick }, { "figure.id", &f->figure },
		{ "figure.what", &f->what }, { "figure.least", &f->least },
		{ "figure.most", &f->most },
	};

	if (!f)
		return;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (strcmp(dot + 1, texts[i].key) == 0)
			*texts[i].to = p->value;
	if (strcmp(dot + 1, "months") == 0)
		f->months = (int)strtol(p->value, NULL, 10);
	if (strncmp(dot + 1, "of.", 3) == 0) {
		f->of_column = dot + 4;
		f->of_value = p->value;
	}
}

static int by_name(const void *a, const void *b)
{
	const struct declared_fact *x = a, *y = b;

	return strcmp(x->name, y->name);
}

bool declared_read(struct arena *a, const struct declared_reader *r,
		   const struct rulebook *book, const struct module *const *modules,
		   struct declared *out, struct err *e)
{
	struct engine_options o = { .worker = r->worker, .book = book, .today = r->day,
				    .jurisdiction = r->jurisdiction };
	struct work_pair *pairs = arena_alloc(a, sizeof(*pairs) * PAIRS_MOST);
	struct engine *en;
	struct err none;
	int n = 0;

	out->n = 0;
	if (!is_named(book))
		return true;
	facts_tell(facts_of(a, modules, subject_at(modules, 0)), &o);
	en = engine_start(&o, e);
	if (!en)
		return false;
	if (work_ask(en, a, parameter, pairs, PAIRS_MOST, &n, &none))
		for (int i = 0; i < n; i++)
			take(a, out, &pairs[i]);
	engine_stop(en);
	qsort(out->list, (size_t)out->n, sizeof(*out->list), by_name);
	return true;
}

/* The column of the name where the feed, or a module that adds to it, keeps a field as it
 * came. */
static bool find_kept(const struct keep *keeps, const struct feed *feed, const char *name,
		      struct declared_column *out)
{
	for (; keeps && keeps->table; keeps++)
		for (const struct kept_column *c = keeps->columns; c && c->name; c++) {
			if (strcmp(c->name, name) != 0)
				continue;
			out->table = keeps->table;
			out->name = c->name;
			out->field = feed_field(feed, c->from ? c->from : c->name);
			return out->field != NULL;
		}
	return false;
}

static bool find_column(const struct module *const *modules, const struct feed *feed,
			const char *name, struct declared_column *out)
{
	bool found = find_kept(feed->keeps, feed, name, out);

	for (const struct module *const *m = modules; !found && *m; m++)
		for (const struct feed_step *s = (*m)->feed_steps; !found && s && s->feed;
		     s++)
			found = strcmp(s->feed, feed->name) == 0 &&
				find_kept(s->keeps, feed, name, out);
	return found;
}

static const struct feed *find_feed(const struct module *const *modules, const char *name)
{
	for (const struct module *const *m = modules; *m; m++)
		for (const struct feed *f = (*m)->feeds; f && f->name; f++)
			if (strcmp(f->name, name) == 0 && feed_main(f))
				return f;
	return NULL;
}

/* What a field is as a fact. */
static const char *type_of(const struct field *f)
{
	switch (f->kind) {
	case FIELD_DAY:
		return "date";
	case FIELD_PERIOD:
		return "int";
	case FIELD_MONEY:
	case FIELD_COUNT:
		return "bigint";
	case FIELD_TEXT:
	case FIELD_CODE:
	case FIELD_REF:
		return "text";
	default:
		return NULL;
	}
}

static const char *type_picked(const struct declared_fact *d)
{
	const char *own = type_of(d->is.field);

	if (strcmp(d->pick, "count") == 0)
		return "int";
	if (strcmp(d->pick, "any") == 0)
		return "boolean";
	/* A text may hold what the declaration says. */
	if (d->is.field->kind == FIELD_TEXT && *d->type)
		return d->type;
	return own;
}

static bool is_one_of(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; n && (at = strstr(at, word)); at += n)
		if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}

/* Which units a type may have. */
static const char *units_of(const char *type)
{
	return strcmp(type, "date") == 0      ? "day"
	       : strcmp(type, "boolean") == 0 ? "yes/no"
	       : strcmp(type, "text") == 0    ? "code text"
					      : "fen count months years days period";
}

static const char *taken_by(const struct module *const *modules, const char *name)
{
	for (const struct module *const *m = modules; *m; m++)
		for (const struct fact_set *s = (*m)->facts; s && s->subject; s++)
			for (const struct fact_column *c = s->columns; c && c->name; c++)
				if (strcmp(c->name, name) == 0 &&
				    strcmp((*m)->name, DECLARED_MODULE) != 0)
					return (*m)->name;
	return NULL;
}

static const char *no_column(struct arena *a, const struct feed *feed, const char *name)
{
	return arena_printf(a, _("the feed %s keeps no column \"%s\""), feed->name, name);
}

/* Where the column, the day and the code stand, all in one table. */
static const char *find_columns(struct arena *a, const struct module *const *modules,
				const struct feed *feed, struct declared_fact *d)
{
	struct declared_column *by = &d->by_day, *of = &d->of;

	by->field = of->field = NULL;
	if (!find_column(modules, feed, d->column, &d->is) || !type_of(d->is.field))
		return no_column(a, feed, d->column);
	if (*d->day &&
	    (!find_column(modules, feed, d->day, by) || by->table != d->is.table ||
	     (by->field->kind != FIELD_DAY && by->field->kind != FIELD_PERIOD)))
		return arena_printf(a, _("\"%s\" is no day that the feed %s keeps"),
				    d->day, feed->name);
	if (*d->of_column && (!find_column(modules, feed, d->of_column, of) ||
			      of->table != d->is.table))
		return no_column(a, feed, d->of_column);
	return NULL;
}

const char *declared_check(struct arena *a, const struct module *const *modules,
			   struct declared_fact *d)
{
	const struct feed *feed = find_feed(modules, d->feed);
	const char *owner = taken_by(modules, d->name), *fault, *type;

	if (d->is_withdrawn)
		return owner;
	if (owner)
		return arena_printf(a, _("the fact %s is the module %s's"), d->name,
				    owner);
	if (!feed)
		return arena_printf(a, _("no feed about persons named \"%s\""), d->feed);
	fault = find_columns(a, modules, feed, d);
	if (fault)
		return fault;
	type = type_picked(d);
	if (*d->type && strcmp(d->type, type) != 0)
		return arena_printf(a, _("%s is of the type %s, not %s"), d->name, type,
				    d->type);
	d->type = type;
	if (strcmp(d->pick, "sum") == 0 && strcmp(type, "bigint") != 0)
		return arena_printf(a, _("%s is no amount or count that could be summed"),
				    d->column);
	if (!is_one_of(units_of(type), d->unit))
		return arena_printf(a, _("the unit of %s must be one of %s"), d->name,
				    units_of(type));
	if (d->months && !d->by_day.field)
		return arena_printf(a, _("%s counts months and names no day"), d->name);
	return declared_figure_fault(a, modules, d);
}

/* Those of the field that brings it. */
static const char *codes_of(const struct declared_fact *d)
{
	return strcmp(d->unit, "code") == 0 && d->is.field ? d->is.field->codes : NULL;
}

const struct module *const *declared_with(struct arena *a,
					  const struct module *const *modules,
					  struct declared *d)
{
	struct fact_column *columns =
	    arena_alloc(a, sizeof(*columns) * (DECLARED_MOST + 1));
	struct fact_set *sets = arena_alloc(a, sizeof(*sets) * 2);
	struct module *own = arena_alloc(a, sizeof(*own));
	const struct module **list;
	int n = 0, used = 0;

	while (modules[n])
		n++;
	list = arena_alloc(a, sizeof(const struct module *) * (size_t)(n + 2));
	for (int i = 0; i < n; i++)
		if (strcmp(modules[i]->name, DECLARED_MODULE) != 0)
			list[used++] = modules[i];
	for (int i = n = 0; i < d->n; i++)
		if (!declared_check(a, list, &d->list[i]) &&
		    !declared_figure_twice(a, d, i))
			d->list[n++] = d->list[i];
	d->n = n;
	for (int i = 0; i < n; i++)
		columns[i] = (struct fact_column){ d->list[i].name, d->list[i].type,
						   d->list[i].unit, d->list[i].title,
						   codes_of(&d->list[i]) };
	if (n == 0)
		return list;
	sets[0] = (struct fact_set){ SUBJECT_PERSON, columns, declared_sql(a, d), NULL };
	*own = (struct module){ STEWARD_INTERFACE, sizeof(*own), DECLARED_MODULE,
				N_("facts of texts"), .facts = sets };
	declared_figures(a, d, own);
	list[used] = own;
	return list;
}
