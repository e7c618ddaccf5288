#include <stdio.h>
#include <string.h>

#include "app.h"
#include "base/date.h"
#include "base/text.h"
#include "office/import.h"
#include "office/import_sql.h"
#include "office/judge_sql.h"
#include "office/lookup.h"
#include "progress.h"
#include "ui/tr.h"

static bool unknown_feed(const struct app *app, const char *name, struct err *e)
{
	char list[300] = "";
	size_t n = 0;

	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct feed *f = (*m)->feeds; f && f->name && n < sizeof(list); f++)
			n += (size_t)snprintf(list + n, sizeof(list) - n, " %s", f->name);
	ERR(e, ERR_USAGE, "there is no feed \"%s\"", name);
	return err_hint(e, "The loaded modules know:%s", list);
}

static void print_verdict(void *ctx, int64_t line, const char *reason, const char *detail)
{
	(void)ctx;
	printf("%lld,%s,%s%s%s\n", (long long)line, reason ? "reject" : "accept",
	       reason ? reason : "", detail && *detail ? ": " : "", detail ? detail : "");
}

static bool business_day(struct app *app, struct db *db, int32_t *day, struct err *e)
{
	const char *name = "business_day", *text;
	struct rows rows;

	*day = app_day(app, "date");
	if (*day != DATE_NONE)
		return true;
	if (!db_run(db, app->arena, &JUDGE_SETTING, &name, &rows, e))
		return false;
	text = rows.n ? row_text(&rows, 0, 0) : "";
	return date_parse(text, strlen(text), day) ||
	       ERR(e, ERR_DB, "the database has no business day");
}

/* The first rejected rows with line, column and reason; all of them are in the table reject. */
static void tell_rejects(struct app *app, struct db *db, const struct import_counts *n)
{
	const char *batch = param_int(app->arena, n->batch_id);
	int64_t most = app_number(app, "rejects");
	struct rows rows;
	struct err e;

	if (n->rejected == 0 || most == 0 ||
	    !db_run(db, app->arena, &IMPORT_REJECTS, &batch, &rows, &e))
		return;
	for (int i = 0; i < rows.n && i < most; i++)
		fprintf(stderr, _("  line %s: %s %s (%s)\n"), row_text(&rows, i, 0),
			row_text(&rows, i, 1), row_text(&rows, i, 3), row_text(&rows, i, 2));
	if (rows.n > most)
		fprintf(stderr, _("  and %lld more, in the table reject, batch %s\n"),
			(long long)(rows.n - most), batch);
}

static void tell_counts(struct app *app, struct db *db, const struct import_counts *n)
{
	if (n->is_known) {
		fprintf(stderr, _("this very file came in before, as batch %lld: nothing to add\n"),
			(long long)n->batch_id);
		return;
	}
	fprintf(stderr, _("%lld rows read = %lld accepted (%lld of them doubtful) + %lld "
			  "rejected%s\n"), (long long)n->read, (long long)n->accepted,
		(long long)n->doubtful, (long long)n->rejected,
		app_flag(app, "dry-run") ? _("; nothing was kept") : "");
	tell_rejects(app, db, n);
}

/* The last line of a report is about the file: line 0. */
static void end_report(struct app *app, bool ok, const struct err *e)
{
	if (app_option(app, "report"))
		printf("0,%s,%s\n", ok ? "accept" : "reject",
		       ok ? "" : text_clean(app->arena, e->message));
}

static bool import(struct app *app, struct db *db, struct import_options *o, struct err *e)
{
	struct progress progress;
	struct import_counts n;
	bool ok;

	if (!business_day(app, db, &o->day, e))
		return false;
	progress_init(&progress);
	o->ctx = &progress;
	if (progress.is_terminal)
		o->progress = progress_show;
	ok = import_file(db, o, &n, e);
	progress_end(&progress);
	if (ok)
		tell_counts(app, db, &n);
	end_report(app, ok, e);
	return ok;
}

bool cmd_import(struct app *app, struct err *e)
{
	const char *sep = app_option(app, "sep"), *report = app_option(app, "report");
	struct import_options o = { 0 };
	struct db *db;
	bool ok;

	if (app->nargs != 2)
		return ERR(e, ERR_USAGE, "import needs a feed and a file");
	if (strlen(sep) != 1 || strchr("\"\r\n", sep[0]))
		return ERR(e, ERR_USAGE, "--sep must be one character");
	if (report && strcmp(report, "csv") != 0)
		return ERR(e, ERR_USAGE, "--report must be csv");
	o.feed = lookup_feed(app->modules, app->args[0]);
	if (!o.feed)
		return unknown_feed(app, app->args[0], e);
	o.path = app->args[1];
	o.encoding = app_option(app, "encoding");
	o.separator = sep[0];
	o.is_dry = app_flag(app, "dry-run");
	o.is_forced = app_flag(app, "force");
	o.verdict = report ? print_verdict : NULL;
	db = app_connect(app, "batch", e);
	ok = db && import(app, db, &o, e);
	db_close(db);
	return ok;
}
