/* steward rules rehearse: a draft on everyone, or with --years what it would cost each
 * year, for whom. */
#include <stdio.h>
#include <string.h>

#include "adopt.h"
#include "base/date.h"
#include "base/money.h"
#include "host/out.h"
#include "outlook/outlook.h"
#include "outlook/outlook_sql.h"
#include "say/tr.h"
#include "years_page.h"

#define HEAD_MOST 8

static const struct column all_columns[] = {
	{ .col = OUTLOOK_ROWS_YEAR, .title = N_("Year") },
	{ .col = OUTLOOK_ROWS_DAY, .title = N_("Day judged"), .kind = COLUMN_DAY },
	{ .col = OUTLOOK_ROWS_MONTHS, .title = N_("Months"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_GAINS, .title = N_("Gain"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_LOSES, .title = N_("Lose"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_MONTHLY_FEN,
	  .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = OUTLOOK_ROWS_ONCE_FEN, .title = N_("Yuan once"), .kind = COLUMN_MONEY },
	{ .col = OUTLOOK_ROWS_YEAR_FEN,
	  .title = N_("Yuan in the year"),
	  .kind = COLUMN_MONEY },
	{ 0 }
};

static const struct column group_columns[] = {
	{ .col = OUTLOOK_ROWS_VALUE, .title = N_("Group"), .kind = COLUMN_LABEL },
	{ .col = OUTLOOK_ROWS_YEAR, .title = N_("Year") },
	{ .col = OUTLOOK_ROWS_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_GAINS, .title = N_("Gain"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_LOSES, .title = N_("Lose"), .kind = COLUMN_COUNT },
	{ .col = OUTLOOK_ROWS_MONTHLY_FEN,
	  .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = OUTLOOK_ROWS_ONCE_FEN, .title = N_("Yuan once"), .kind = COLUMN_MONEY },
	{ .col = OUTLOOK_ROWS_YEAR_FEN,
	  .title = N_("Yuan in the year"),
	  .kind = COLUMN_MONEY },
	{ 0 }
};

static const struct years_part parts[] = { { "all", N_("Each year") },
					   { "sex", N_("By sex") },
					   { "age", N_("By age") },
					   { "area", N_("By area") },
					   { "decile", N_("By decile of the pension") },
					   { 0 } };

static const char *yuan(struct app *app, int64_t fen)
{
	char text[MONEY_TEXT];

	return arena_strdup(app->arena, money_format(fen, text));
}

/* What the numbers are, and what can be said of the years to come and what not. */
static void fill_head(struct app *app, const struct tried *t, const struct outlook *out,
		      const char **head)
{
	char day[DATE_TEXT];
	int n = 0;

	date_format(t->day, day);
	head[n++] =
	    arena_printf(app->arena,
			 _("Draft %.12s beside the law in force, for %lld persons "
			   "as they are known now."),
			 t->draft->hash, (long long)out->persons);
	head[n++] = arena_printf(
	    app->arena,
	    _("Each year is judged on one day, the first of it (%s in the first year), "
	      "by the law that is adopted and scheduled for that day, and counts for all "
	      "its months; who reaches an age within a year counts from the next."),
	    day);
	head[n++] =
	    _("Persons grow older; all else stays as it is known now: nobody dies, "
	      "is born, moves, or begins to draw a pension; nothing is paid in, "
	      "certified or told anew, and wages and prices stay.");
	head[n++] = _("The money is what the tasks would change if all were carried out; "
		      "what is paid once counts in the first year in which it is found.");
	head[n++] =
	    arena_printf(app->arena,
			 _("Benefits in payment come to %s a month on %s. Deciles "
			   "are those of the pensions in payment now, the lowest "
			   "first."),
			 yuan(app, out->budget_fen), day);
	if (out->unjudged)
		head[n++] =
		    arena_printf(app->arena,
				 _("%lld persons have news that is not judged yet: "
				   "run steward judge, then rehearse again."),
				 (long long)out->unjudged);
	head[n] = NULL;
}

static void put_head(const struct app *app, const char *const *head)
{
	if (app->format == OUT_JSON) {
		fputs("{\"head\": [", stdout);
		for (int i = 0; head[i]; i++) {
			fputs(i ? ", " : "", stdout);
			out_json_string(head[i]);
		}
		puts("]}");
		return;
	}
	for (; *head; head++)
		fprintf(app->format == OUT_TEXT ? stdout : stderr, "%s\n", *head);
}

static bool print(struct app *app, struct db *db, const char *const *head, struct err *e)
{
	bool is_text = app->format == OUT_TEXT && !app_flag(app, "html");
	const char *part = NULL;
	struct table rows;

	if (!is_text && !table_run(&rows, db, app->arena, &OUTLOOK_ROWS, &part, e))
		return false;
	if (app_flag(app, "html")) {
		years_page(app, head, parts, &rows);
		return true;
	}
	put_head(app, head);
	if (!is_text)
		out_table(app, &rows, all_columns, NULL);
	for (int i = 0; is_text && parts[i].name; i++) {
		if (!table_run(&rows, db, app->arena, &OUTLOOK_ROWS, &parts[i].name, e))
			return false;
		if (rows.n)
			out_table(app, &rows, i ? group_columns : all_columns,
				  tr_label(parts[i].title));
	}
	return true;
}

static bool look(struct app *app, struct db *db, const struct tried *t,
		 const struct rehearse_options *o, struct rehearsing *ctx, struct err *e)
{
	const char *head[HEAD_MOST];
	struct outlook out;
	bool ok = db_script(db, "set transaction isolation level repeatable read", e) &&
		  outlook_run(db, app->arena, o, &out, e);

	progress_end(&ctx->progress);
	if (!ok)
		return false;
	fill_head(app, t, &out, head);
	ok = print(app, db, head, e);
	fflush(stdout);
	fprintf(stderr,
		_("%d rules can be reached by the draft, judged %lld times in all; "
		  "%.1f s; nothing was kept: what is adopted is rehearsed without "
		  "--years\n"),
		out.rules, (long long)out.looks, out.ms / 1e3);
	return ok;
}

static bool rehearse_years(struct app *app, struct db *db, struct tried *t, struct err *e)
{
	int32_t days[OUTLOOK_YEARS];
	struct rehearsing ctx;
	struct rehearse_options o;
	struct difference d;
	bool ok;

	if (!rules_prepare(app, db, t, &ctx, &o, &d, e))
		return false;
	o.ndays = (int)app_number(app, "years");
	outlook_days(t->day, o.ndays, days);
	o.days = days;
	if (!db_begin(db, e))
		return false;
	ok = look(app, db, t, &o, &ctx, e);
	db_rollback(db);
	return ok;
}

bool rules_rehearse(struct app *app, struct db *db, struct err *e)
{
	struct tried t = { .day = app_day(app, "from"),
			   .region = app_option(app, "region") };

	t.draft = rules_read_draft(app, db, 1, t.day, e);
	if (t.draft && app_number(app, "years") > 0)
		return rehearse_years(app, db, &t, e);
	if (!t.draft || !rules_rehearse_draft(app, db, &t, e))
		return false;
	fprintf(stderr,
		_("a second policy officer adopts it: steward rules adopt %s --from "
		  "%s\n"),
		t.days->draft_hash, t.days->day);
	return rules_print_rehearsed(app, db, &t, e);
}
