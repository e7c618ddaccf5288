/* steward rules rehearse: a draft that passes the checker is tried on everyone, by its
 * author and once more by whoever adopts it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adopt.h"
#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "differ.h"
#include "findings.h"
#include "host/app.h"
#include "know.h"
#include "host/config.h"
#include "host/out.h"
#include "host/progress.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "judge/adoption_sql.h"
#include "judge/rehearse_sql.h"
#include "office/lookup.h"
#include "say/tr.h"
#include "screens/views.h"

static const struct column person_columns[] = {
	{ .col = REHEARSE_PERSONS_CHANGE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = REHEARSE_PERSONS_NAME, .title = N_("Name") },
	{ .col = REHEARSE_PERSONS_REGION, .title = N_("Area") },
	{ .col = REHEARSE_PERSONS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = REHEARSE_PERSONS_BEFORE, .title = N_("In force"), .kind = COLUMN_SAY },
	{ .col = REHEARSE_PERSONS_AFTER, .title = N_("Draft"), .kind = COLUMN_SAY },
	{ .col = REHEARSE_PERSONS_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static void show(void *ctx, const char *step, int64_t done, int64_t total)
{
	struct rehearsing *r = ctx;

	if (r->progress.is_terminal)
		progress_show(&r->progress, step, done, total);
}

static void tell_failed(void *ctx, const char *what, int64_t person_id,
			const char *message)
{
	struct rehearsing *r = ctx;

	progress_end(&r->progress);
	fprintf(stderr, "%s: %s\n", what, texts_fault(r->app, message));
	if (person_id)
		fprintf(stderr, _("  at person %lld\n"), (long long)person_id);
}

static struct rulebook *nothing_changed(struct app *app, struct err *e)
{
	ERR(e, ERR_USAGE, _("nothing is other than what is in force"));
	err_hint(e, _("Change a text in %s, or name a draft."),
		 config_rules(app->config));
	return NULL;
}

bool rules_is_news(struct app *app, struct db *db, const struct rule_file *f,
		   int32_t day, struct err *e)
{
	const char *params[] = { f->path, f->hash,
				 day == DATE_NONE ? NULL : param_day(app->arena, day) };
	struct rows rows;

	if (!db_run(db, app->arena, &ADOPTION_SINCE, params, &rows, e))
		return false;
	if (rows.n == 0)
		return true;
	if (row_text(&rows, 0, ADOPTION_SINCE_IS_LATER)[0] == 't')
		ERR(e, ERR_USAGE, _("%s is scheduled for %s as it is"), f->path,
		    row_text(&rows, 0, ADOPTION_SINCE_DAY));
	else
		ERR(e, ERR_USAGE, _("%s is in force since %s as it is"), f->path,
		    row_text(&rows, 0, ADOPTION_SINCE_DAY));
	return err_hint(e, _("steward rules history %s lists its versions."), f->path);
}

/* Who names a draft that is law already is told since when. */
static struct rulebook *same_already(struct app *app, struct db *db,
				     const struct rules_texts *texts, int32_t day,
				     struct err *e)
{
	for (int i = 0; i < texts->book->n; i++)
		if (texts->is_named[i] &&
		    !rules_is_news(app, db, &texts->book->files[i], day, e))
			return NULL;
	return nothing_changed(app, e);
}

/* The files named, or all of the folder: those that are other than what is in force. */
struct rulebook *rules_read_draft(struct app *app, struct db *db, int first, int32_t day,
				  struct err *e)
{
	struct rulebook *draft = rulebook_new(app->arena), *active;
	struct source s = { .is_folder = app->nargs == first, .day = day };
	struct rules_texts t;

	active = adoption_book(db, app->arena, day,
			       lookup_module_names(app->arena, app->modules), e);
	s.book = s.is_folder && active ? texts_read(app, e) : active;
	if (!s.book || !rules_lay(app, &s, first, &t, e))
		return NULL;
	for (int i = 0; i < t.book->n; i++) {
		const struct rule_file *f = &t.book->files[i],
				       *is = rulebook_find(active, f->path);

		if ((app->nargs == first || t.is_named[i]) &&
		    (!is || strcmp(is->hash, f->hash) != 0))
			rulebook_put(draft, f);
	}
	rulebook_seal(draft);
	if (draft->n)
		return draft;
	return s.is_folder ? nothing_changed(app, e) : same_already(app, db, &t, day, e);
}

static const char *yuan(struct app *app, int64_t fen)
{
	char text[MONEY_TEXT];

	return arena_strdup(app->arena, money_format(fen, text));
}

static void tell_day(struct app *app, const struct rehearsed *r)
{
	fprintf(stderr, _("%s: %lld persons judged by both; %lld touched: %lld tasks "
			  "arise, %lld vanish, %lld change\n"), r->day,
		(long long)r->persons, (long long)r->touched, (long long)r->arises,
		(long long)r->vanishes, (long long)r->changes);
	fprintf(stderr, _("benefits a month: %s in force, %s if every task were carried "
			  "out: %s; %lld persons gain, %lld lose\n"),
		yuan(app, r->budget_fen), yuan(app, r->budget_fen + r->monthly_fen),
		yuan(app, r->monthly_fen), (long long)r->gains, (long long)r->loses);
}

static void tell_rehearsed(struct app *app, const struct tried *t)
{
	const struct rehearsed *r = t->days;

	if (r->unjudged)
		fprintf(stderr, _("%lld persons have news that is not judged yet: run "
				  "steward judge, then rehearse again\n"),
			(long long)r->unjudged);
	for (int i = 0; i < t->ndays; i++)
		if (t->days[i].id)
			tell_day(app, &t->days[i]);
	fprintf(stderr, _("rehearsal %lld: result %.12s, %.1f s\n"), (long long)r->id,
		r->result_hash, r->ms / 1e3);
}

static bool print_day(struct app *app, struct db *db, const struct rehearsed *r,
		      bool is_only, struct err *e)
{
	const char *params[] = { param_int(app->arena, r->id), app_option(app, "limit") };
	struct table t;

	if (!table_run(&t, db, app->arena, &REHEARSE_GROUPS, params, e))
		return false;
	out_table(app, &t, view_rehearse_groups,
		  is_only ? _("Groups")
			  : arena_printf(app->arena, "%s, %s", _("Groups"), r->day));
	if (!table_run(&t, db, app->arena, &REHEARSE_PERSONS, params, e))
		return false;
	out_table(app, &t, person_columns,
		  is_only ? _("Persons")
			  : arena_printf(app->arena, "%s, %s", _("Persons"), r->day));
	if (t.n < r->touched && app_number(app, "limit") > 0)
		fprintf(stderr,
			_("%d of %lld persons are listed; --limit N lists more\n"), t.n,
			(long long)r->touched);
	return true;
}

bool rules_print_rehearsed(struct app *app, struct db *db, const struct tried *t,
			   struct err *e)
{
	for (int i = 0; i < t->ndays; i++)
		if (t->days[i].id &&
		    !print_day(app, db, &t->days[i], t->ndays == 1, e))
			return false;
	return true;
}

/* A file with one entry in the place of one with many takes the others out of force. */
static bool takes_nothing(struct app *app, const struct difference *d, struct err *e)
{
	for (int i = 0; i < d->ngone; i++)
		fprintf(stderr, _("the draft takes away %s\n"),
			text_clean(app->arena, d->gone[i]));
	if (d->ngone == 0 || app_flag(app, "remove"))
		return true;
	ERR(e, ERR_RULE, _("the draft takes %d names or places away"), d->ngone);
	return err_hint(e, "%s",
			_("Keep them in the file, or give what is new a file name "
			  "of its own; --remove takes them away on purpose."));
}

/* Why nobody is touched: there is nobody, or all come out as before. */
static bool tell_places(struct app *app, struct db *db, const struct tried *t,
			const struct difference *d, struct err *e)
{
	struct rows rows;
	int64_t touched = 0;

	for (int i = 0; i < t->ndays; i++)
		touched += t->days[i].touched;
	for (int i = 0; i < d->nplaces; i++) {
		if (!db_run(db, app->arena, &REHEARSE_PLACE, &d->places[i], &rows, e))
			return false;
		if (row_int(&rows, 0, 0) == 0)
			fprintf(stderr, _("no person belongs to %s\n"), d->places[i]);
		else if (touched == 0)
			fprintf(stderr, _("%s: asked for %lld persons, other outcome for "
					  "0\n"),
				d->places[i], (long long)row_int(&rows, 0, 0));
	}
	return true;
}

/* Between its own day and that of the draft the old value holds, against its text. */
static void tell_late(const struct difference *d, int32_t today)
{
	char since[DATE_TEXT], first[DATE_TEXT];

	if (d->since_name && d->since > today)
		fprintf(stderr,
			_("%s is another one from %s on, but the draft begins on "
			  "%s: until then the texts in force hold\n"),
			d->since_name, date_format(d->since, since),
			date_format(d->days[0], first));
}

static bool is_packed(struct app *app, const char *fact)
{
	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct fact_set *s = (*m)->facts; s && s->subject; s++)
			for (const struct fact_column *c = s->columns; c && c->name; c++)
				if (strcmp(c->name, fact) == 0)
					return true;
	return false;
}

/* Everybody is judged by the facts that the last judge has made, which a fact declared by
 * the same draft, or not judged by yet, is none of. */
static bool has_facts(struct app *app, const struct rulebook *draft,
		      const struct declared *d, struct err *e)
{
	for (int i = 0; i < d->n; i++) {
		const char *quoted =
		    arena_printf(app->arena, "\"%s\"", d->list[i].name);

		for (int k = 0; k < draft->n && !is_packed(app, d->list[i].name); k++) {
			const struct rule_file *f = &draft->files[k];

			if (f->kind != 'r' || !f->hash[0] || !strstr(f->text, quoted))
				continue;
			ERR(e, ERR_RULE, _("%s reads %s, which nobody has yet"), f->path,
			    d->list[i].name);
			return err_hint(e, _("Have the text that declares it adopted "
					     "first; the next judge makes it for "
					     "everybody, then the rule can be "
					     "rehearsed."));
		}
	}
	return true;
}

/* May it come before everyone, and on which days is it felt? */
static bool examine(struct app *app, struct db *db, struct tried *t, struct difference *d,
		    struct err *e)
{
	const char *const *modules = lookup_module_names(app->arena, app->modules);
	const struct rulebook *active, *book;
	struct declared *declared = arena_alloc(app->arena, sizeof(*declared));
	int32_t today;

	if (!adoption_today(db, app->arena, &today, e))
		return false;
	if (t->day == DATE_NONE)
		t->day = today;
	active = adoption_book(db, app->arena, t->day, modules, e);
	if (!active)
		return false;
	book = rulebook_drafted(app->arena, active, t->draft);
	if (!rules_know(app, book, t->day, declared, e) ||
	    !rules_pass(app, active, book, t->draft, t->day, e) ||
	    !differ_books(app, active, book, t->day, d, e) ||
	    (!t->is_withdrawal && !takes_nothing(app, d, e)))
		return false;
	tell_late(d, today);
	t->ndays = d->ndays;
	return declared_join(db, app->arena, &app->modules, e) &&
	       has_facts(app, t->draft, declared, e);
}

bool rules_prepare(struct app *app, struct db *db, struct tried *t,
		   struct rehearsing *ctx, struct rehearse_options *o,
		   struct difference *d, struct err *e)
{
	if (!examine(app, db, t, d, e))
		return false;
	*ctx = (struct rehearsing){ .app = app };
	*o = (struct rehearse_options){
		.modules = app->modules,
		.worker = config_worker(app->config),
		.draft = t->draft,
		.jurisdiction = config_jurisdiction(app->config),
		.days = d->days,
		.ndays = d->ndays,
		.checks = t->checks,
		.is_withdrawal = t->is_withdrawal,
		.region = t->region,
		.progress = show,
		.failed = tell_failed,
		.stop = &app_interrupted,
		.ctx = ctx,
	};
	progress_init(&ctx->progress);
	return true;
}

bool rules_rehearse_draft(struct app *app, struct db *db, struct tried *t, struct err *e)
{
	struct rehearsing ctx;
	struct rehearse_options o;
	struct difference d;
	bool ok;

	if (!rules_prepare(app, db, t, &ctx, &o, &d, e))
		return false;
	ok = rehearse_run(db, &o, t->days, e);
	progress_end(&ctx.progress);
	if (!ok)
		return false;
	tell_rehearsed(app, t);
	return tell_places(app, db, t, &d, e);
}
