#include "judge.h"

#include <stdio.h>

#include "base/date.h"
#include "declared/declared.h"
#include "figures/indicators.h"
#include "host/app.h"
#include "host/config.h"
#include "host/progress.h"
#include "host/texts.h"
#include "intake/import.h"
#include "judge/judge.h"
#include "say/tr.h"

/* Who is told how it goes. */
struct teller { struct app *app; struct progress progress; };

static void tell_failed(void *ctx, const char *what, int64_t person_id,
			const char *message)
{
	struct teller *s = ctx;

	progress_end(&s->progress);
	fprintf(stderr, _("rule %s failed: %s\n"), what, texts_fault(s->app, message));
	if (person_id)
		fprintf(stderr, _("  at person %lld; its findings stay as they were\n"),
			(long long)person_id);
}

static void show(void *ctx, const char *step, int64_t done, int64_t total)
{
	struct teller *s = ctx;

	if (s->progress.is_terminal)
		progress_show(&s->progress, step, done, total);
}

#define GATHER_FROM 3000	/* fact rows; fewer are read in no time */

/* Of tables that were filled within one transaction the server has counted nothing, or
 * nothing but the start of it: until it counts again it goes through them row by row. */
static bool gather(struct db *db, const struct judge_counts *n, struct err *e)
{
	if (!n->was_full || n->refreshed < GATHER_FROM || n->refreshed * 2 < n->judged)
		return true;
	return db_script(db, "select gather_statistics()", e);
}

bool judge_told(struct app *app, struct db *db, const struct judge_options *how,
		struct judge_counts *n, struct err *e)
{
	struct teller s = { .app = app };
	struct declared_reader reader = { config_worker(app->config),
					  config_jurisdiction(app->config), how->day };
	struct judge_options o = {
		.worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config),
		.day = how->day,
		.is_forced = app_flag(app, "force"),
		.is_full = how->is_full || how->rebuilds,
		.rebuilds = how->rebuilds,
		.is_night = how->is_night,
		.progress = show,
		.failed = tell_failed,
		.ctx = &s,
	};
	bool ok;

	progress_init(&s.progress);
	if (!judge_may(db, app->arena, &o, e) ||
	    !declared_renew(db, app->arena, &reader, &app->modules, e))
		return false;
	o.modules = app->modules;
	ok = import_retry(db, app->modules, how->day, e) &&
	     import_accepted(db, app->modules, e) && judge_run(db, &o, n, e) &&
	     gather(db, n, e);
	progress_end(&s.progress);
	return ok;
}

static void tell(const struct judge_counts *n)
{
	char day[DATE_TEXT];

	fprintf(stderr,
		_("%s: %lld fact rows made anew, %lld persons judged%s, %lld changed, "
		  "%lld settled by rule\n"),
		date_format(n->day, day), (long long)n->refreshed, (long long)n->judged,
		n->was_full ? _(" (everyone)") : "", (long long)n->changed,
		(long long)n->automatic);
	fprintf(stderr,
		_("%lld open tasks; facts %.0f ms, judge %.0f ms, tasks %.0f ms\n"),
		(long long)n->open_tasks, n->facts_ms, n->judge_ms, n->tasks_ms);
}

/* For scripts: one JSON object. */
static void print_json(const struct judge_counts *n)
{
	char day[DATE_TEXT];

	printf("{\"day\": \"%s\", \"full\": %s, \"refreshed\": %lld, \"judged\": %lld, "
	       "\"others\": %lld, \"changed\": %lld, \"automatic\": %lld,"
	       " \"findings\": %lld, \"open_tasks\": %lld, \"failed_rules\": %d,"
	       " \"facts_ms\": %.1f, \"judge_ms\": %.1f, \"tasks_ms\": %.1f}\n",
	       date_format(n->day, day), n->was_full ? "true" : "false",
	       (long long)n->refreshed, (long long)n->judged, (long long)n->others,
	       (long long)n->changed, (long long)n->automatic, (long long)n->findings,
	       (long long)n->open_tasks, n->failed, n->facts_ms, n->judge_ms,
	       n->tasks_ms);
}

bool cmd_judge(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "batch", e);
	struct judge_options how = { .day = app_day(app, "date"),
				     .is_full = app_flag(app, "all"),
				     .rebuilds = app_flag(app, "rebuild") };
	struct judge_counts n;
	bool ok = db && judge_told(app, db, &how, &n, e);

	db_close(db);
	if (!ok)
		return false;
	tell(&n);
	if (app->format == OUT_JSON)
		print_json(&n);
	return true;
}

bool cmd_refresh(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "batch", e);
	int64_t n;
	bool ok = db && indicators_refresh(db, app->modules, &n, e);

	db_close(db);
	if (ok)
		fprintf(stderr, _("%lld figures by area\n"), (long long)n);
	return ok;
}

bool night_work(struct app *app, struct db *db, struct err *e)
{
	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct stmt *const *s = (*m)->nightly; s && *s; s++)
			if (!db_run(db, app->arena, *s, NULL, NULL, e))
				return false;
	return true;
}
