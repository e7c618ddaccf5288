#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "host/app.h"
#include "host/progress.h"
#include "intake/import.h"
#include "intake/import_sql.h"
#include "judge/judge_sql.h"
#include "mapped.h"
#include "office/lookup.h"
#include "say/tr.h"

static bool unknown_feed(const struct app *app, const char *name, struct err *e)
{
	char list[300] = "";
	size_t n = 0;

	for (const struct module *const *m = app->modules; *m; m++)
		for (const struct feed *f = (*m)->feeds; f && f->name && n < sizeof(list);
		     f++)
			n += (size_t)snprintf(list + n, sizeof(list) - n, " %s", f->name);
	ERR(e, ERR_USAGE, "no feed named \"%s\"", name);
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

/* How often for which reason, and the first rows by line; where the file was kept all are
 * in the table reject. */
static void tell_rejects(const struct import_options *o, const struct import_counts *n,
			 bool is_kept)
{
	int64_t rest = n->rejected - n->first.n;

	for (int i = 0; i < n->reasons.n; i++)
		fprintf(stderr, _("  %s x %s, first in line %s\n"),
			row_text(&n->reasons, i, IMPORT_REASONS_ROWS),
			row_text(&n->reasons, i, IMPORT_REASONS_REASON),
			row_text(&n->reasons, i, IMPORT_REASONS_FIRST_LINE));
	for (int i = 0; i < n->first.n; i++) {
		const char *column = mapped_heading(
		    o, row_text(&n->first, i, IMPORT_REJECTS_COLUMN_NAME));

		fprintf(stderr, _("  line %s: %s%s%s (%s)\n"),
			row_text(&n->first, i, IMPORT_REJECTS_LINE), column,
			*column ? ": " : "",
			_(row_text(&n->first, i, IMPORT_REJECTS_DETAIL)),
			row_text(&n->first, i, IMPORT_REJECTS_REASON));
	}
	if (n->first.n && rest > 0 && is_kept)
		fprintf(stderr, _("  and %lld more: steward loads %lld\n"),
			(long long)rest, (long long)n->batch_id);
	else if (n->first.n && rest > 0)
		fprintf(stderr, _("  and %lld more\n"), (long long)rest);
}

static void tell_counts(struct app *app, const struct import_options *o,
			const struct import_counts *n)
{
	bool is_dry = app_flag(app, "dry-run");

	if (n->is_known && n->open == 0) {
		fprintf(stderr,
			_("this very file came in before, as load %lld: nothing to "
			  "add\n"),
			(long long)n->batch_id);
		return;
	}
	if (n->is_known)
		fprintf(stderr,
			_("this very file came in before, as load %lld; "
			  "%lld rows that were refused were tried again, %lld are "
			  "open\n"),
			(long long)n->batch_id, (long long)n->open,
			(long long)n->rejected);
	fprintf(stderr,
		_("%lld rows read = %lld accepted (%lld new, %lld same, "
		  "%lld corrected) + %lld contradictory + %lld doubtful + "
		  "%lld rejected%s\n"),
		(long long)(n->accepted + n->contradictory + n->doubtful + n->rejected),
		(long long)n->accepted, (long long)n->fresh, (long long)n->same,
		(long long)n->corrected, (long long)n->contradictory,
		(long long)n->doubtful, (long long)n->rejected,
		is_dry ? _("; nothing was kept") : "");
	if (n->blank)
		fprintf(stderr, _("%lld blank lines left out\n"), (long long)n->blank);
	tell_rejects(o, n, !is_dry);
}

/* The last line of a report is about the file: line 0. */
static void end_report(struct app *app, bool ok, const struct err *e)
{
	if (app_option(app, "report"))
		printf("0,%s,%s\n", ok ? "accept" : "reject",
		       ok ? "" : text_clean(app->arena, e->message));
}

static bool import(struct app *app, struct db *db, struct import_options *o,
		   struct err *e)
{
	struct progress progress;
	struct import_counts n;
	bool ok;

	if (!business_day(app, db, &o->day, e) || !mapped_take(app, db, o, e))
		return false;
	progress_init(&progress);
	o->ctx = &progress;
	if (progress.is_terminal)
		o->progress = progress_show;
	ok = import_file(db, app->arena, o, &n, e);
	progress_end(&progress);
	if (ok)
		tell_counts(app, o, &n);
	else
		tell_rejects(o, &n, false);
	end_report(app, ok, e);
	if (!ok || n.rejected == 0 || n.accepted + n.doubtful + n.contradictory > 0)
		return ok;
	ERR(e, ERR_INPUT, "none of the %lld rows is good", (long long)n.rejected);
	return o->is_dry ? false : err_hint(e,
			"They wait as load %lld and are tried again when this file comes "
			"again or what they name is there: steward loads %lld",
			(long long)n.batch_id, (long long)n.batch_id);
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
	o.modules = app->modules;
	o.path = app->args[1];
	o.encoding = app_option(app, "encoding");
	o.separator = sep[0];
	o.shown = app_number(app, "rejects");
	o.is_dry = app_flag(app, "dry-run");
	o.is_forced = app_flag(app, "force");
	o.counts_anew = true;
	o.verdict = report ? print_verdict : NULL;
	db = app_connect(app, "batch", e);
	ok = db && import(app, db, &o, e);
	db_close(db);
	return ok;
}
