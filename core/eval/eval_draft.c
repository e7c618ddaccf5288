/* The same rows by a draft beside the law in force: what comes out differently. */
#include <stdio.h>
#include <string.h>

#include "eval.h"
#include "host/texts.h"
#include "policy/refused.h"
#include "say/tr.h"

/* The files of --draft, a line each, and those behind the file of rows. */
static void take_files(struct app *app, struct app *files)
{
	char *rest = arena_strdup(app->arena, app_option(app, "draft")), *line;
	int n = 0;

	*files = *app;
	files->args = arena_alloc(app->arena, sizeof(*files->args) *
						  (strlen(rest) + (size_t)app->nargs));
	while ((line = strsep(&rest, "\n")))
		files->args[n++] = line;
	for (int i = 2; i < app->nargs; i++)
		files->args[n++] = app->args[i];
	files->nargs = n;
}

/* Of the draft the loader may refuse a file, and then nothing is compared. */
static bool start(struct eval *d, const struct source *s, struct engine_options *o,
		  struct err *e)
{
	struct refused refused = { .app = d->app };
	struct rules_texts t;
	struct app files;

	take_files(d->app, &files);
	if (!rules_lay(&files, s, 0, &t, e))
		return false;
	d->engine =
	    rules_engine(d->app, t.book, s->day, NULL, refused_note, &refused, o, e);
	d->hash = d->engine ? o->book->hash : NULL;
	return d->engine &&
	       (!refused_tell(&refused, d->engine, t.book) ||
		ERR(e, ERR_RULE, _("the texts are not in order: steward rules check")));
}

bool eval_draft_start(struct eval *v, const struct source *s, struct engine_options *o,
		      struct err *e)
{
	struct eval *d = arena_alloc(v->app->arena, sizeof(*d));
	struct calculations all;

	*d = (struct eval){ .app = v->app, .day = v->day };
	v->draft = d;
	if (app_flag(v->app, "explain"))
		return ERR(e, ERR_USAGE, "%s",
			   _("--explain and --draft do not go together"));
	if (!start(d, s, o, e) || !calculations_read(&all, v->app->arena, d->engine, e))
		return false;
	d->c = calculations_find(&all, v->app->args[0], e);
	return d->c != NULL;
}

static struct piece output_of(const struct eval *v, const struct answer *a,
			      const char *name)
{
	for (int i = 0; i < v->c->nout && i < a->nout; i++)
		if (strcmp(v->c->outputs[i].name, name) == 0)
			return a->outputs[i];
	return (struct piece){ "", 0 };
}

static bool has_output(const struct eval *v, const char *name)
{
	for (int i = 0; i < v->c->nout; i++)
		if (strcmp(v->c->outputs[i].name, name) == 0)
			return true;
	return false;
}

static int add(const struct eval *v, struct difference *to, const struct port *p,
	       const struct answer *law, const struct answer *draft)
{
	struct piece was = output_of(v, law, p->name),
		     is = output_of(v->draft, draft, p->name);

	*to = (struct difference){ p->name, p->type, was, is };
	return was.n != is.n || memcmp(was.s, is.s, was.n) != 0;
}

int eval_differences(const struct eval *v, const struct answer *law,
		     const struct answer *draft, struct difference *list)
{
	const struct eval *d = v->draft;
	int n = 0;

	for (int i = 0; i < v->c->nout; i++)
		n += add(v, &list[n], &v->c->outputs[i], law, draft);
	for (int i = 0; i < d->c->nout; i++)
		if (!has_output(v, d->c->outputs[i].name))
			n += add(v, &list[n], &d->c->outputs[i], law, draft);
	if (strcmp(law->error, draft->error) != 0)
		list[n++] = (struct difference){ "error",
						 "text",
						 { law->error, strlen(law->error) },
						 { draft->error, strlen(draft->error) } };
	return n;
}
