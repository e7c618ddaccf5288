/* steward batch: many tasks of one kind proposed by one person and settled by another, as
 * one. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"
#include "decisions/batch_sql.h"
#include "decisions/decide.h"

#define LIST_MOST 4000000	/* bytes of a file of numbers */

static const struct column batch_columns[] = {
	{ .col = BATCH_LIST_BATCH_ID, .title = N_("Batch") },
	{ .col = BATCH_LIST_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT },
	{ .col = BATCH_LIST_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_LIST_OUTCOME, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = BATCH_LIST_AUTHOR, .title = N_("Author") },
	{ .col = BATCH_LIST_APPROVER, .title = N_("Approver") },
	{ .col = BATCH_LIST_DIGEST, .title = N_("Signature") },
	{ 0 }
};

static const struct column task_columns[] = {
	{ .col = BATCH_ROWS_NAME, .title = N_("Name") },
	{ .col = BATCH_ROWS_REGION, .title = N_("Area") },
	{ .col = BATCH_ROWS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_ROWS_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = BATCH_ROWS_RESULT, .title = N_("Waits because"), .kind = COLUMN_LABEL },
	{ .col = BATCH_ROWS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = BATCH_ROWS_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static const struct column sum_columns[] = {
	{ .col = BATCH_SUM_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT },
	{ .col = BATCH_SUM_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_SUM_LEAST_FEN, .title = N_("Least"), .kind = COLUMN_MONEY },
	{ .col = BATCH_SUM_MOST_FEN, .title = N_("Most"), .kind = COLUMN_MONEY },
	{ .col = BATCH_SUM_AREAS, .title = N_("Areas"), .kind = COLUMN_COUNT },
	{ 0 }
};

static const struct column sample_columns[] = {
	{ .col = BATCH_SAMPLE_NAME, .title = N_("Name") },
	{ .col = BATCH_SAMPLE_REGION, .title = N_("Area") },
	{ .col = BATCH_SAMPLE_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_SAMPLE_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = BATCH_SAMPLE_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static const struct column apart_columns[] = {
	{ .col = BATCH_APART_ROWS_NAME, .title = N_("Name") },
	{ .col = BATCH_APART_ROWS_REGION, .title = N_("Area") },
	{ .col = BATCH_APART_ROWS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_APART_ROWS_APART, .title = N_("Why alone"),
	  .kind = COLUMN_LABEL },
	{ .col = BATCH_APART_ROWS_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static bool print(struct app *app, struct db *db, const struct stmt *s,
		  const char *const *params, const struct column *columns,
		  const char *section, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, params, e))
		return false;
	out_table(app, &t, columns, section);
	return true;
}

/* After a lost answer the same once more, on a new connection: what a batch became is
 * told under its own key.  Two tries, for the first may come while the tasks are being
 * proposed and be refused for it. */
static bool change(struct app *app, struct db *db, const char *job, const struct stmt *s,
		   const char *const *params, struct err *e)
{
	struct db *other = NULL;
	bool ok = print(app, db, s, params, batch_columns, NULL, e);

	if (!ok && e->code == ERR_LOST) {
		other = app_connect(app, job, e);
		ok = other && print(app, other, s, params, batch_columns, NULL, e);
		if (!ok && other && e->code != ERR_LOST)
			ok = print(app, other, s, params, batch_columns, NULL, e);
		if (!ok && (!other || e->code == ERR_LOST || e->code == ERR_BUSY)) {
			ERR(e, ERR_LOST, _("not known yet whether the batch was stored"));
			err_hint(e, _("steward batch show %s tells it."), params[0]);
		}
		db_close(other);
	}
	return ok;
}

/* The key of a new batch: the one given, or another. */
static bool request_key(struct app *app, const char **out, struct err *e)
{
	struct order key;

	*out = app_option(app, "request");
	if (*out)
		return order_key_is_valid(*out) ||
		       ERR(e, ERR_USAGE, _("--request takes a UUID"));
	if (!order_key(&key, e))
		return false;
	*out = arena_strdup(app->arena, key.request);
	return true;
}

/* Numbers of persons, blanks or line ends between, as an array; NULL: no list is given.
 */
static bool read_list(struct app *app, const char **out, struct err *e)
{
	const char *path = app_option(app, "list"), *text;
	struct buf b;
	size_t all;

	*out = NULL;
	if (!path)
		return true;
	text = file_text(app->arena, file_open(path, e), path, LIST_MOST, &all, e);
	if (!text)
		return false;
	buf_init(&b, 1024);
	for (size_t n; *(text += strspn(text, " \t\r\n,")); text += n) {
		n = strcspn(text, " \t\r\n,");
		if (n > 40 ||
		    strspn(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij"
				 "klmnopqrstuvwxyz-") < n) {
			buf_done(&b);
			return ERR(e, ERR_INPUT, _("\"%s\" holds something that is no "
						   "number of a person"), path);
		}
		buf_printf(&b, "%s%.*s", b.len ? "," : "", (int)n, text);
	}
	*out = arena_printf(app->arena, "{%s}", b.len ? b.data : "");
	buf_done(&b);
	return true;
}

bool batch_propose(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app->args[1], app_option(app, "reason"),
				 app_option(app, "note"), app_option(app, "rule"),
				 app_option(app, "region"), NULL };

	return request_key(app, params, e) && read_list(app, params + 6, e) &&
	       change(app, db, "clerk", &BATCH_PROPOSE, params, e);
}

bool batch_try(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "reason"),
				 app_option(app, "rule"), app_option(app, "region"),
				 NULL };

	return read_list(app, params + 4, e) &&
	       print(app, db, &BATCH_SUM, params, sum_columns, _("Batch"), e) &&
	       print(app, db, &BATCH_APART_ROWS, params, apart_columns,
		     _("Alone: not in the batch"), e) &&
	       print(app, db, &BATCH_SAMPLE, params, sample_columns, _("Sample"), e);
}

static bool is_batch(struct app *app, struct err *e)
{
	return order_key_is_valid(app->args[1]) ||
	       ERR(e, ERR_USAGE, _("\"%s\" is not a batch"), app->args[1]);
}

bool batch_undo(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app->args[1], app_option(app, "reason"),
				 app_option(app, "note") };

	return is_batch(app, e) && request_key(app, params, e) &&
	       change(app, db, "clerk", &BATCH_UNDO, params, e);
}

bool batch_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "signature"), app->args[0],
				 app_option(app, "reason") };

	if (!is_batch(app, e))
		return false;
	if (!params[1]) {
		ERR(e, ERR_USAGE, _("--signature is missing"));
		return err_hint(e, _("steward batch show %s prints it with every row it "
				     "stands for."), params[0]);
	}
	return change(app, db, "reviewer", &BATCH_SETTLE, params, e);
}

bool batch_show(struct app *app, struct db *db, struct err *e)
{
	const char *id = app->nargs > 1 ? app->args[1] : NULL;

	return (!id || is_batch(app, e)) &&
	       print(app, db, &BATCH_LIST, &id, batch_columns, id ? _("Batch") : NULL,
		     e) &&
	       (!id || print(app, db, &BATCH_ROWS, &id, task_columns, _("Tasks"), e));
}
