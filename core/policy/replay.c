/* steward rules replay: stored decisions judged again. */
#include <stdio.h>

#include "base/text.h"
#include "host/app.h"
#include "host/config.h"
#include "host/out.h"
#include "host/texts.h"
#include "decisions/replay.h"
#include "decisions/replay_sql.h"
#include "rules.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = REPLAY_DIFFERENCES_PERSON_ID, .title = N_("Person") },
	{ .col = REPLAY_DIFFERENCES_RULE_ID, .title = N_("Rule") },
	{ .col = REPLAY_DIFFERENCES_CAUSE, .title = N_("Cause") },
	{ .col = REPLAY_DIFFERENCES_WHAT, .title = N_("Difference"),
	  .kind = COLUMN_LABEL },
	{ .col = REPLAY_DIFFERENCES_STORED, .title = N_("Stored"), .kind = COLUMN_SAY },
	{ .col = REPLAY_DIFFERENCES_AGAIN, .title = N_("Again"), .kind = COLUMN_SAY },
	{ 0 }
};

static void tell_failed(void *ctx, const char *what, int64_t person_id,
			const char *message)
{
	(void)person_id;
	fprintf(stderr, "%s: %s\n", what, texts_fault(ctx, message));
}

bool rules_replay(struct app *app, struct err *e)
{
	struct replay_options o = {
		.modules = app->modules, .worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config),
		.most = app_number(app, "sample"), .is_now = app_flag(app, "now"),
		.failed = tell_failed, .stop = &app_interrupted, .ctx = app,
	};
	struct db *db = app_connect(app, "auditor", e);
	struct replayed r;	/* the office's facts are known now */
	struct table t = { 0 };
	bool ok;

	o.modules = app->modules;
	ok = db && replay_run(db, app->arena, &o, &r, e);

	db_close(db);
	if (!ok)
		return false;
	table_copy(&t, app->arena, o.is_now ? &REPLAY_NEWS : &REPLAY_DIFFERENCES,
		   &r.rows);
	if (t.n || app->format != OUT_TEXT)
		out_table(app, &t, columns, NULL);
	fprintf(stderr,
		_("%lld decisions replayed with %lld books and days: %d differences\n"),
		(long long)r.decisions, (long long)r.books, t.n);
	return t.n == 0 || o.is_now ||
	       ERR(e, ERR_STALE, _("%d decisions do not come out as they were decided"),
		   t.n);
}
