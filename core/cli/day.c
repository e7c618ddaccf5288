/* steward day: the work of a day as one run.  Files of the drop folder, what waited,
 * verdicts, figures; missed days one by one.  Run twice it changes nothing. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "audit/audit_sql.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/text.h"
#include "figures/indicators.h"
#include "cli/judge.h"
#include "host/app.h"
#include "host/config.h"
#include "host/texts.h"
#include "intake/import.h"
#include "mapped.h"
#include "judge/judge.h"
#include "judge/judge_sql.h"
#include "decisions/replay.h"
#include "decisions/replay_sql.h"
#include "office/lookup.h"
#include "post/messages_sql.h"
#include "say/tr.h"

#define FILES_MOST 2000
#define DAYS_MOST 7	/* missed in a row; more may be a slip of the date */

struct chain {
	struct app *app;
	struct db *db;
	const char *folder;	/* one folder a day, YYYY-MM-DD; NULL: no files */
	bool is_bad;		/* somebody has to look at something */
};

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A sheet, a file of separators or one of fixed widths, whole: not the .part of one. */
static bool is_data(const char *name)
{
	static const char *const ends[] = { ".csv", ".xlsx", ".txt" };
	size_t len = strlen(name);

	for (int i = 0; i < 3 && name[0] != '.'; i++) {
		size_t n = strlen(ends[i]);

		if (len > n && strcasecmp(name + len - n, ends[i]) == 0)
			return true;
	}
	return false;
}

/* The files of a day by name: FEED.csv, or FEED and whatever follows a dot or dash. */
static int list_files(struct chain *c, const char *folder, const char **names)
{
	DIR *dir = opendir(folder);
	struct dirent *at;
	int n = 0;

	while (dir && (at = readdir(dir)) && n < FILES_MOST) {
		if (is_data(at->d_name))
			names[n++] = arena_strdup(c->app->arena, at->d_name);
	}
	if (dir)
		closedir(dir);
	qsort(names, (size_t)n, sizeof(*names), by_name);
	return n;
}

static const struct feed *feed_of(struct chain *c, const char *name)
{
	size_t n = strcspn(name, ".-");

	return lookup_feed(c->app->modules, arena_strndup(c->app->arena, name, n));
}

/* One file; what is wrong with it is told and ends nothing but itself. */
static void take_file(struct chain *c, const char *day, const char *name, int32_t on)
{
	struct import_options o = {
		.feed = feed_of(c, name), .modules = c->app->modules, .day = on,
		.path = arena_printf(c->app->arena, "%s/%s/%s", c->folder, day, name),
		.encoding = "UTF-8", .separator = ',', .shown = 1
	};
	struct import_counts n = { 0 };
	struct err e = { 0 };

	if (!o.feed)
		ERR(&e, ERR_USAGE, _("no feed is called as this file"));
	else if (mapped_take(c->app, c->db, &o, &e) &&
		 import_file(c->db, c->app->arena, &o, &n, &e) && n.is_known && !n.open)
		return;
	c->is_bad |= e.code != ERR_NONE || n.rejected > 0;
	if (e.code != ERR_NONE)
		printf("  ! %s: %s\n", text_clean(c->app->arena, name), e.message);
	else
		printf(_("  %s %s: %lld new, %lld same, %lld corrected, %lld "
			 "contradictory, %lld doubtful, %lld rejected (load %lld)\n"),
		       n.rejected ? "!" : " ", text_clean(c->app->arena, name),
		       (long long)n.fresh, (long long)n.same, (long long)n.corrected,
		       (long long)n.contradictory, (long long)n.doubtful,
		       (long long)n.rejected, (long long)n.batch_id);
}

static void take_files(struct chain *c, const char *day, int32_t on)
{
	const char **names = arena_alloc(c->app->arena, sizeof(*names) * FILES_MOST);
	const char *folder = arena_printf(c->app->arena, "%s/%s", c->folder, day);
	int n = list_files(c, folder, names);

	/* Areas and persons first: what else comes in names them. */
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < n; i++) {
			bool is_first = strncmp(names[i], "areas", 5) == 0 ||
					strncmp(names[i], "register", 8) == 0;

			if (is_first == (pass == 0))
				take_file(c, day, names[i], on);
		}
}

static void tell_failed(void *ctx, const char *what, int64_t person_id,
			const char *message)
{
	(void)person_id;
	printf("  ! %s: %s\n", what, texts_fault(ctx, message));
}

/* Each difference of the night's sample is a task of the check that reads them. */
static bool keep_differences(struct chain *c, const struct rows *rows, struct err *e)
{
	if (!db_run(c->db, c->app->arena, &REPLAY_CLEAR, NULL, NULL, e))
		return false;
	for (int i = 0; i < rows->n; i++) {
		const char *params[] = { row_text(rows, i, REPLAY_DIFFERENCES_PERSON_ID),
					 row_text(rows, i, REPLAY_DIFFERENCES_RULE_ID),
					 row_text(rows, i, REPLAY_DIFFERENCES_CAUSE),
					 row_text(rows, i, REPLAY_DIFFERENCES_WHAT) };

		if (!db_run(c->db, c->app->arena, &REPLAY_KEEP, params, NULL, e))
			return false;
	}
	return true;
}

/* A sample of what was decided, judged again: as it was known then, which must give the
 * same bytes, and as it is known now, which is news. */
static bool replay_night(struct chain *c, struct err *e)
{
	struct replay_options o = {
		.modules = c->app->modules, .worker = config_worker(c->app->config),
		.jurisdiction = config_jurisdiction(c->app->config),
		.most = app_number(c->app, "sample"), .failed = tell_failed,
		.stop = &app_interrupted, .ctx = c->app,
	};
	struct replayed then, now;

	if (o.most == 0)
		return true;
	if (!replay_run(c->db, c->app->arena, &o, &then, e))
		return false;
	o.is_now = true;
	if (!replay_run(c->db, c->app->arena, &o, &now, e) ||
	    !keep_differences(c, &then.rows, e))
		return false;
	c->is_bad |= then.rows.n > 0;
	printf(_("%s %lld decisions replayed: %d do not come out as they were decided, "
		 "%d would read otherwise by what is known now\n"),
	       then.rows.n ? "  !" : "   ", (long long)then.decisions, then.rows.n,
	       now.rows.n);
	return true;
}

/* What was done until now is sealed; the line is to be kept elsewhere. */
static bool seal(struct chain *c, struct err *e)
{
	const char *most = "100000";
	struct rows r;

	if (!db_run(c->db, c->app->arena, &AUDIT_MAKE, &most, &r, e))
		return false;
	for (int i = 0; i < r.n; i++)
		printf(_("  audit sealed: %s %s %s %s %s\n"),
		       row_text(&r, i, AUDIT_MAKE_SEAL), row_text(&r, i, AUDIT_MAKE_ROWS),
		       row_text(&r, i, AUDIT_MAKE_DIGEST),
		       row_text(&r, i, AUDIT_MAKE_CHAIN), row_text(&r, i, AUDIT_MAKE_AT));
	return true;
}

/* Messages leave by a timer of their own, in the hours in which a telephone may ring, and
 * runs by the cashier: the day tells what is still to go. */
static bool tell_outgoing(struct chain *c, struct err *e)
{
	struct rows r;

	if (!db_run(c->db, c->app->arena, &POST_OUTGOING, NULL, &r, e))
		return false;
	printf(_("%s outgoing: %s messages wait, %s failed or came back; %s payment runs "
		 "are not with the banks, %s months are late\n"),
	       row_int(&r, 0, POST_OUTGOING_LATE) ? "  !" : "   ",
	       row_text(&r, 0, POST_OUTGOING_WAITING),
	       row_text(&r, 0, POST_OUTGOING_FAILED), row_text(&r, 0, POST_OUTGOING_RUNS),
	       row_text(&r, 0, POST_OUTGOING_LATE));
	return true;
}

static bool run_day(struct chain *c, int32_t on, struct err *e)
{
	struct judge_options how = { .day = on, .is_night = true };
	struct judge_counts n;
	char day[DATE_TEXT];
	int64_t figures;

	date_format(on, day);
	printf("%s\n", day);
	if (c->folder)
		take_files(c, day, on);
	if (!replay_night(c, e) || !judge_told(c->app, c->db, &how, &n, e) ||
	    !night_work(c->app, c->db, e) ||
	    !indicators_refresh(c->db, c->app->modules, &figures, e) || !seal(c, e))
		return false;
	c->is_bad |= n.failed > 0;
	printf(_("  %lld persons judged, %lld changed, %lld settled by rule, %lld open "
		 "tasks, %lld figures\n"),
	       (long long)n.judged, (long long)n.changed, (long long)n.automatic,
	       (long long)n.open_tasks, (long long)figures);
	return true;
}

static bool setting_day(struct chain *c, const char *name, int32_t *day, struct err *e)
{
	struct rows rows;
	const char *text;

	*day = DATE_NONE;
	if (!db_run(c->db, c->app->arena, &JUDGE_SETTING, &name, &rows, e))
		return false;
	text = rows.n ? row_text(&rows, 0, 0) : "";
	date_parse(text, strlen(text), day);
	return true;
}

/* From the day after the last judged one to the day asked for; that one itself once more
 * where it was judged already. */
static bool run_days(struct chain *c, int32_t to, struct err *e)
{
	int32_t last, first;

	if (!setting_day(c, "last_judged", &last, e))
		return false;
	first = last == DATE_NONE || last >= to ? to : last + 1;
	if (last != DATE_NONE && to < last) {
		ERR(e, ERR_INPUT, _("that day is before the last judged one"));
		return err_hint(e, _("Give --date with the right day."));
	}
	if (to - first > DAYS_MOST && !app_flag(c->app, "force")) {
		ERR(e, ERR_INPUT, _("more than %d days were missed"), DAYS_MOST);
		return err_hint(e, _("Mend the date; if it is right, say so with "
				     "--force."));
	}
	for (int32_t day = first; day <= to; day++)
		if (!run_day(c, day, e))
			return false;
	return true;
}

/* A folder that is not there would be a day without files. */
static bool has_folder(struct chain *c, struct err *e)
{
	DIR *dir = c->folder ? opendir(c->folder) : NULL;

	if (dir)
		closedir(dir);
	return !c->folder || dir ||
	       err_errno(e, _("could not open the folder \"%s\""), c->folder);
}

bool cmd_day(struct app *app, struct err *e)
{
	struct chain c = { .app = app, .folder = app_option(app, "drop"),
			   .db = app_connect(app, "batch", e) };
	int32_t to = app_day(app, "date");
	bool ok = c.db != NULL;

	if (ok && to == DATE_NONE)
		to = clock_today();
	ok = ok && has_folder(&c, e) && run_days(&c, to, e) && tell_outgoing(&c, e);
	db_close(c.db);
	if (!ok || !c.is_bad)
		return ok;
	ERR(e, ERR_INPUT, _("some files or rules need somebody"));
	return err_hint(e, _("steward loads lists the files and their rows that wait."));
}

bool day_undo(struct app *app, struct db *db, struct err *e)
{
	int32_t day = app_day(app, "date");
	const char *params[] = { day == DATE_NONE ? NULL : param_day(app->arena, day),
				 app_option(app, "why") };
	struct rows r;

	if (!params[0])
		return ERR(e, ERR_USAGE, _("--date is missing"));
	if (!db_run(db, app->arena, &DAY_UNDO, params, &r, e))
		return false;
	printf(_("%s is the last judged day again: %s findings and %s tasks are as they "
		 "were, %s decisions of rules are undone\n"),
	       row_text(&r, 0, DAY_UNDO_DAY), row_text(&r, 0, DAY_UNDO_FINDINGS),
	       row_text(&r, 0, DAY_UNDO_TASKS),
	       row_text(&r, 0, DAY_UNDO_SETTLED));
	if (row_int(&r, 0, DAY_UNDO_STANDS))
		printf(_("%s tasks stand that somebody has worked on since\n"),
		       row_text(&r, 0, DAY_UNDO_STANDS));
	return true;
}
