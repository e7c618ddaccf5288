/* Figures of the board over declared facts: a source and an indicator for each. */
#include <string.h>

#include "declared.h"
#include "say/tr.h"

static const char *figure_taken_by(const struct module *const *modules, const char *id)
{
	for (const struct module *const *m = modules; *m; m++)
		for (const struct indicator *i = (*m)->indicators; i && i->id; i++)
			if (strcmp(i->id, id) == 0 &&
			    strcmp((*m)->name, DECLARED_MODULE) != 0)
				return (*m)->name;
	return NULL;
}

/* A sum, a middle and limits are of numbers. */
const char *declared_figure_fault(struct arena *a, const struct module *const *modules,
				  const struct declared_fact *d)
{
	const char *owner = *d->figure ? figure_taken_by(modules, d->figure) : NULL;

	if (!*d->figure)
		return NULL;
	if (owner)
		return arena_printf(a, _("the figure %s is the module %s's"), d->figure,
				    owner);
	if (strcmp(d->type, "int") != 0 && strcmp(d->type, "bigint") != 0 &&
	    (strcmp(d->what, "count") != 0 || *d->least || *d->most))
		return arena_printf(a, _("%s is no number: its figure can only count"),
				    d->name);
	return NULL;
}

const char *declared_figure_twice(struct arena *a, const struct declared *d, int i)
{
	const char *id = d->list[i].figure;

	for (int k = 0; *id && k < i; k++)
		if (strcmp(d->list[k].figure, id) == 0)
			return arena_printf(a, _("the figure %s is that of %s, too"), id,
					    d->list[k].name);
	return NULL;
}

static const struct column figure_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Area"), .width = 16 },
	{ .col = BEHIND_SAY, .title = N_("Value") },
	{ 0 }
};
static const int figure_args[] = { BEHIND_PERSON, -1 };

/* Whom a figure counts, as a condition over the fact rows. */
static const char *figure_filter(struct arena *a, const struct declared_fact *d)
{
	if (strcmp(d->type, "boolean") == 0)
		return arena_printf(a, "f.%s", d->name);
	return arena_printf(a, "f.%s is not null%s%s%s%s", d->name,
			    *d->least ? arena_printf(a, " and f.%s >= ", d->name) : "",
			    d->least,
			    *d->most ? arena_printf(a, " and f.%s <= ", d->name) : "",
			    d->most);
}

/* A source each, so that its rows tell the value counted. */
static void add_figure(struct arena *a, const struct declared_fact *d,
		       struct figure_source *source, struct indicator *figure)
{
	const char *value = arena_printf(a, "f.%s", d->name);
	bool is_money = strcmp(d->unit, "fen") == 0;

	*source = (struct figure_source){
		arena_printf(a, "texts.%s", d->name), "person_fact f",
		"f.person_id bigint", "f.person_id",
		.say = is_money ? arena_printf(a, "yuan_text(%s)", value)
				: arena_printf(a, "%s::text", value),
		.columns = figure_rows, .opens = "person", .args = figure_args
	};
	*figure = (struct indicator){
		d->figure, d->title, d->title, source->name,
		.filter = figure_filter(a, d),
		.sum = strcmp(d->what, "sum") == 0 ? value : NULL,
		.median = strcmp(d->what, "middle") == 0 ? value : NULL,
		.unit = strcmp(d->what, "count") == 0 ? "persons" : d->unit,
		.owner = "manager"
	};
}

void declared_figures(struct arena *a, const struct declared *d, struct module *own)
{
	size_t most = DECLARED_MOST + 1;
	struct figure_source *sources = arena_alloc(a, sizeof(*sources) * most);
	struct indicator *figures = arena_alloc(a, sizeof(*figures) * most);
	int n = 0;

	memset(sources, 0, sizeof(*sources) * most);
	memset(figures, 0, sizeof(*figures) * most);
	for (int i = 0; i < d->n; i++)
		if (*d->list[i].figure && !d->list[i].is_withdrawn) {
			add_figure(a, &d->list[i], &sources[n], &figures[n]);
			n++;
		}
	own->figure_sources = sources;
	own->indicators = figures;
}
