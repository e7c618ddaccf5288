#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/place.h"
#include "eval.h"
#include "host/config.h"
#include "host/texts.h"
#include "policy/source.h"
#include "say/say.h"
#include "say/tr.h"

/* Rows are CSV unless something else is asked for; what people read is text. */
static void choose_format(struct app *app)
{
	if (app_option(app, "format"))
		return;
	app->format =
	    app_flag(app, "list") || app_flag(app, "describe") || app_flag(app, "explain")
		? OUT_TEXT
		: OUT_CSV;
}

static bool is_unknown(const struct err *e)
{
	return strstr(e->message, "no parameter named") != NULL;
}

static bool refuse(const struct eval *v, const struct err *refused, struct err *e)
{
	*e = *refused;
	if (e->message[0] == '[')
		ERR(e, e->code, "%s",
		    say_text(tr_reader(), v->app->arena,
			     arena_strdup(v->app->arena, refused->message)));
	return false;
}

/* In the law and in its draft; what one of them does not have is put in place in the
 * other, but a value that either has and refuses is none. */
static bool set_one(const struct eval *v, const char *name, const char *value,
		    struct err *e)
{
	struct err law = { 0 }, draft = { 0 };
	bool in_law = engine_set(v->engine, name, value, &law);
	bool in_draft = v->draft && engine_set(v->draft->engine, name, value, &draft);

	if (!in_law && !(in_draft && is_unknown(&law)))
		return refuse(v, &law, e);
	if (v->draft && !in_draft && !is_unknown(&draft))
		return refuse(v, &draft, e);
	return true;
}

/* NAME=VALUE, a line each. */
static bool set_parameters(const struct eval *v, struct err *e)
{
	const char *all = app_option(v->app, "set");
	char *rest = all ? arena_strdup(v->app->arena, all) : NULL, *line;

	while ((line = strsep(&rest, "\n"))) {
		char *equals = strchr(line, '=');

		if (!equals)
			return ERR(e, ERR_USAGE, _("--set \"%s\" is not PARAMETER=VALUE"),
				   line);
		*equals = '\0';
		if (!set_one(v, line, equals + 1, e))
			return false;
	}
	return true;
}

/* Of rows that name none: as given, else the calculation's own country, so that a table
 * of cases gives the same on every installation. */
static bool choose_place(struct eval *v, struct err *e)
{
	const char *given = app_option(v->app, "jurisdiction");
	char chain[PLACE_CHAIN];

	v->place = given ? given : v->c->jurisdiction;
	return place_chain(v->place, strlen(v->place), chain) ||
	       ERR(e, ERR_USAGE,
		   _("jurisdiction: invalid place \"%s\" (expected a code like CN-33)"),
		   v->place);
}

static bool open_rows(struct app *app, int *fd, struct err *e)
{
	const char *path = app->nargs > 1 ? app->args[1] : "-";

	*fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	return *fd >= 0 || err_errno(e, _("could not open \"%s\""), path);
}

/* Everything that the rows' results depend on beside the rows: a changed text has another
 * hash. */
static const char *rule_of(struct app *app, const struct calculation *c, const char *hash)
{
	return arena_printf(app->arena, "%s@%.12s%s", c->name, hash,
			    app_option(app, "set") ? "+set" : "");
}

static bool run_rows(struct eval *v, struct err *e)
{
	struct records *in;
	struct record r;
	int fd;
	bool ok;

	if (!open_rows(v->app, &fd, e))
		return false;
	in = records_new(fd);
	e->code = ERR_NONE;
	ok = records_next(in, &r, e);
	if (!ok && e->code == ERR_NONE)
		ERR(e, ERR_INPUT, "%s",
		    _("there is no row, not even one with the columns' names"));
	if (ok && r.fault != CSV_GOOD)
		ok = ERR(e, ERR_INPUT, "%s", _("the first row is not a list of columns"));
	ok = ok && eval_header(v, &r, e);
	ok = ok && (!v->draft || eval_header(v->draft, &r, e));
	if (ok && v->app->format == OUT_CSV && v->draft)
		eval_put_differing_header(v, r.raw, r.len);
	else if (ok && v->app->format == OUT_CSV)
		eval_put_header(v, r.raw, r.len);
	ok = ok && eval_rows(v, in, e);
	if (ok && v->bad)
		fprintf(stderr, _("%lld of %lld rows have an error\n"), (long long)v->bad,
			(long long)v->rows);
	if (ok && v->draft)
		fprintf(stderr, _("%lld of %lld rows differ, %lld values\n"),
			(long long)v->differing, (long long)v->rows,
			(long long)v->values);
	records_free(in);
	if (fd != STDIN_FILENO)
		close(fd);
	return ok;
}

/* What only the draft has is compared with nothing: there are its rows. */
static void take_draft(struct eval *v, struct err *e)
{
	*e = (struct err){ .code = ERR_NONE };
	engine_stop(v->engine);
	v->engine = v->draft->engine;
	v->c = v->draft->c;
	v->hash = v->draft->hash;
	v->draft = NULL;
	fprintf(stderr, _("%s is not in the law in force: by the draft alone\n"),
		v->c->name);
}

static bool run_named(struct app *app, const struct calculations *all, struct eval *v,
		      struct err *e)
{
	v->c = calculations_find(all, app->args[0], e);
	if (!v->c && v->draft)
		take_draft(v, e);
	if (!v->c || !choose_place(v, e))
		return false;
	if (app_flag(app, "describe")) {
		calculation_describe(app, v->c);
		return true;
	}
	v->rule = rule_of(app, v->c, v->hash);
	v->is_explained = app_flag(app, "explain");
	if (v->is_explained && app->format == OUT_CSV)
		return ERR(e, ERR_USAGE, "%s",
			   _("an explanation is text or json, not csv"));
	if (v->draft)
		v->draft->place = v->place;
	return run_rows(v, e);
}

bool cmd_eval(struct app *app, struct err *e)
{
	struct eval v = { .app = app };
	struct engine_options o, draft;
	struct source s;
	struct calculations all;
	bool ok;

	if (app_flag(app, "list")
		? app->nargs != 0
		: app->nargs < 1 || (app->nargs > 2 && !app_option(app, "draft"))) {
		ERR(e, ERR_USAGE, "%s",
		    _("eval needs the name of a calculation, or --list"));
		return err_hint(e, "%s", _("steward eval --list names them all."));
	}
	choose_format(app);
	if (!source_read(app, "clerk", false, &s, e))
		return false;
	/* Without an office there is no business day. */
	if (s.is_folder && !app_option(app, "date"))
		s.day = clock_today();
	v.day = date_format(s.day, arena_alloc(app->arena, DATE_TEXT));
	v.engine = texts_engine_of(app, s.book, s.day, &o, e);
	v.hash = v.engine ? o.book->hash : NULL;
	ok = v.engine && calculations_read(&all, app->arena, v.engine, e);
	if (ok && app_option(app, "draft") && app->nargs)
		ok = eval_draft_start(&v, &s, &draft, e);
	ok = ok && set_parameters(&v, e);
	if (ok && app_flag(app, "list"))
		calculations_list(app, &all);
	else if (ok)
		ok = run_named(app, &all, &v, e);
	engine_stop(v.draft ? v.draft->engine : NULL);
	engine_stop(v.engine);
	return ok;
}
