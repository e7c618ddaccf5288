/* steward rules rehearse: a draft that passes the checker is tried on everyone, by its
 * author and once more by whoever adopts it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adopt.h"
#include "base/date.h"
#include "base/money.h"
#include "findings.h"
#include "host/app.h"
#include "host/config.h"
#include "host/out.h"
#include "host/progress.h"
#include "host/texts.h"
#include "judge/adoption.h"
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

struct rehearsing { struct app *app; struct progress progress; };

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
	ERR(e, ERR_USAGE, _("nothing is other than what is in force"));
	err_hint(e, _("Change a text in %s, or name a draft."),
		 config_rules(app->config));
	return NULL;
}

static const char *yuan(struct app *app, int64_t fen)
{
	char text[MONEY_TEXT];

	return arena_strdup(app->arena, money_format(fen, text));
}

static void tell_rehearsed(struct app *app, const struct rehearsed *r)
{
	if (r->unjudged)
		fprintf(stderr, _("%lld persons have news that is not judged yet: run "
				  "steward judge, then rehearse again\n"),
			(long long)r->unjudged);
	fprintf(stderr, _("%s: %lld persons judged by both; %lld touched: %lld tasks "
			  "arise, %lld vanish, %lld change\n"), r->day,
		(long long)r->persons, (long long)r->touched, (long long)r->arises,
		(long long)r->vanishes, (long long)r->changes);
	fprintf(stderr, _("benefits a month: %s in force, %s if every task were carried "
			  "out: %s; %lld persons gain, %lld lose\n"),
		yuan(app, r->budget_fen), yuan(app, r->budget_fen + r->monthly_fen),
		yuan(app, r->monthly_fen), (long long)r->gains, (long long)r->loses);
	fprintf(stderr, _("rehearsal %lld: result %.12s, %.1f s\n"), (long long)r->id,
		r->result_hash, r->ms / 1e3);
}

static bool print_rehearsed(struct app *app, struct db *db, const struct rehearsed *r,
			    struct err *e)
{
	const char *params[] = { param_int(app->arena, r->id), app_option(app, "limit") };
	struct table t;

	if (!table_run(&t, db, app->arena, &REHEARSE_GROUPS, params, e))
		return false;
	out_table(app, &t, view_rehearse_groups, _("Groups"));
	if (!table_run(&t, db, app->arena, &REHEARSE_PERSONS, params, e))
		return false;
	out_table(app, &t, person_columns, _("Persons"));
	if (t.n < r->touched && app_number(app, "limit") > 0)
		fprintf(stderr,
			_("%d of %lld persons are listed; --limit N lists more\n"), t.n,
			(long long)r->touched);
	return true;
}

bool rules_rehearse_draft(struct app *app, struct db *db, const struct rulebook *draft,
			  int32_t day, const char *region, int64_t checks,
			  struct rehearsed *r, struct err *e)
{
	const char *const *modules = lookup_module_names(app->arena, app->modules);
	struct rehearsing ctx = { .app = app };
	struct rehearse_options o = {
		.modules = app->modules,
		.worker = config_worker(app->config),
		.draft = draft,
		.jurisdiction = config_jurisdiction(app->config),
		.day = day,
		.checks = checks,
		.region = region,
		.progress = show,
		.failed = tell_failed,
		.stop = &app_interrupted,
		.ctx = &ctx,
	};
	const struct rulebook *active = adoption_book(db, app->arena, day, modules, e);
	bool ok;

	if (!active || (day == DATE_NONE && !adoption_today(db, app->arena, &day, e)) ||
	    !rules_pass(app, active, draft, day, e))
		return false;
	progress_init(&ctx.progress);
	ok = rehearse_run(db, &o, r, e);
	progress_end(&ctx.progress);
	if (ok)
		tell_rehearsed(app, r);
	return ok;
}

bool rules_rehearse(struct app *app, struct db *db, struct err *e)
{
	int32_t day = app_day(app, "from");
	const struct rulebook *draft = rules_read_draft(app, db, 1, day, e);
	struct rehearsed r;

	if (!draft || !rules_rehearse_draft(app, db, draft, day,
					    app_option(app, "region"), 0, &r, e))
		return false;
	fprintf(stderr,
		_("a second policy officer adopts it: steward rules adopt %s --from "
		  "%s\n"),
		r.draft_hash, r.day);
	return print_rehearsed(app, db, &r, e);
}
