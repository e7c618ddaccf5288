/* The files of a payment run: written, and confirmed once the banks have them. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cashier/pay.h"
#include "host/out.h"
#include "keep/journal.h"
#include "money/pay_sql.h"
#include "money/payfile.h"
#include "money/runs.h"
#include "say/tr.h"

#define CHANNELS_MOST 64
#define PAGE	      "20000"

/* An export under way: a file for each channel. */
struct export
{
	struct app *app;
	struct db *db;
	const char *run, *folder;
	struct payfile_run head;
	struct journal journal;
	struct payfile *files[CHANNELS_MOST];
	int n;
};

static bool make_folder(const char *folder, struct err *e)
{
	return mkdir(folder, 0700) == 0 || errno == EEXIST ||
	       err_errno(e, "could not create the folder \"%s\"", folder);
}

static bool begin(struct export *x, struct err *e)
{
	struct table t;

	if (!table_run(&t, x->db, x->app->arena, &PAY_EXPORT, &x->run, e))
		return false;
	x->head = (struct payfile_run){
		.run = table_text(&t, 0, PAY_EXPORT_RUN),
		.period = table_text(&t, 0, PAY_EXPORT_PERIOD),
		.created = table_text(&t, 0, PAY_EXPORT_CREATED),
		.day = table_text(&t, 0, PAY_EXPORT_DAY),
		.office = table_text(&t, 0, PAY_EXPORT_OFFICE),
	};
	sscanf(table_text(&t, 0, PAY_EXPORT_NTH), "%d", &x->head.nth);
	return true;
}

static bool open_files(struct export *x, struct err *e)
{
	struct arena *a = x->app->arena;
	struct rows rows;

	if (!db_run(x->db, a, &PAY_FILE_CHANNELS, &x->run, &rows, e))
		return false;
	if (rows.n == 0)
		return ERR(e, ERR_STALE, _("the run pays nobody"));
	if (rows.n > CHANNELS_MOST)
		return ERR(e, ERR_INPUT, _("there are more channels than %d"),
			   CHANNELS_MOST);
	for (int i = 0; i < rows.n; i++) {
		struct payfile_channel c = {
			.channel = row_text(&rows, i, PAY_FILE_CHANNELS_CHANNEL),
			.format = row_text(&rows, i, PAY_FILE_CHANNELS_FORMAT),
			.encoding = row_text(&rows, i, PAY_FILE_CHANNELS_ENCODING),
			.agent = row_text(&rows, i, PAY_FILE_CHANNELS_AGENT),
			.debtor = row_text(&rows, i, PAY_FILE_CHANNELS_DEBTOR),
			.columns = row_text(&rows, i, PAY_FILE_CHANNELS_COLUMNS),
			.lines = row_int(&rows, i, PAY_FILE_CHANNELS_LINES),
			.fen = row_int(&rows, i, PAY_FILE_CHANNELS_FEN),
		};

		x->files[i] = payfile_open(a, x->folder, &x->head, &c, e);
		if (!x->files[i])
			return false;
		x->n = i + 1;
	}
	return true;
}

static struct payfile *file_of(struct export *x, const char *channel)
{
	for (int i = 0; i < x->n; i++)
		if (strcmp(payfile_of(x->files[i])->channel, channel) == 0)
			return x->files[i];
	return NULL;
}

static bool write_page(struct export *x, const struct rows *rows, struct err *e)
{
	for (int i = 0; i < rows->n; i++) {
		struct payfile *f = file_of(x, row_text(rows, i, PAY_FILE_ROWS_CHANNEL));
		struct payfile_row row = {
			.payee_id = row_int(rows, i, PAY_FILE_ROWS_PAYEE_ID),
			.fen = row_int(rows, i, PAY_FILE_ROWS_FEN),
			.number = row_text(rows, i, PAY_FILE_ROWS_NUMBER),
			.payee = row_text(rows, i, PAY_FILE_ROWS_PAYEE),
			.id_no = row_text(rows, i, PAY_FILE_ROWS_ID_NO),
		};

		if (!f)
			return ERR(e, ERR_DB, _("a line has a channel that pays nobody"));
		if (!payfile_row(f, &row, e))
			return false;
	}
	return true;
}

static bool write_rows(struct export *x, struct err *e)
{
	struct arena *a = arena_new();
	char after[24] = "0";
	const char *params[] = { after, PAGE };
	struct rows rows = { .n = 1 };
	bool ok = true;

	while (ok && rows.n > 0) {
		ok = db_run(x->db, a, &PAY_FILE_ROWS, params, &rows, e) &&
		     write_page(x, &rows, e);
		if (ok && rows.n > 0)
			snprintf(after, sizeof(after), "%s",
				 row_text(&rows, rows.n - 1, PAY_FILE_ROWS_PLACE));
		arena_free(a);
		a = arena_new();
	}
	arena_free(a);
	return ok;
}

static bool end_files(struct export *x, struct err *e)
{
	struct arena *a = x->app->arena;
	char digest[DIGEST_TEXT];

	for (int i = 0; i < x->n; i++) {
		const struct payfile_channel *c = payfile_of(x->files[i]);
		const char *params[] = { x->run,
					 c->channel,
					 payfile_name(x->files[i]),
					 digest,
					 param_int(a, c->lines),
					 param_int(a, c->fen) };

		if (!payfile_end(x->files[i], digest, e) ||
		    !db_run(x->db, a, &PAY_FILE_PUT, params, NULL, e))
			return false;
	}
	return true;
}

/* The files get their names when the run is stored as exported: one that died before left
 * nothing, one that dies after it is run again. */
static bool export(struct export *x, struct err *e)
{
	bool ok = db_begin(x->db, e);

	ok = ok && begin(x, e) && open_files(x, e) && write_rows(x, e) &&
	     end_files(x, e) && journal_run(x->app, x->db, &x->journal, x->run, e) &&
	     db_commit(x->db, e);
	for (int i = 0; i < x->n; i++) {
		if (ok)
			ok = payfile_publish(x->files[i], e);
		else
			payfile_drop(x->files[i]);
	}
	if (!ok)
		db_rollback(x->db);
	return ok;
}

static bool print_files(struct app *app, struct db *db, const char *run, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &PAY_FILES, &run, e))
		return false;
	out_table(app, &t, runs_files_columns, NULL);
	return true;
}

bool pay_export(struct app *app, struct db *db, struct err *e)
{
	struct export x = { .app = app, .db = db, .folder = app->args[2] };

	bool ok;

	if (!journal_open(app, &x.journal, e))
		return false;
	ok = pay_run_find(app, db, app->args[1], &x.run, e) &&
	     make_folder(x.folder, e) && export(&x, e) && print_files(app, db, x.run, e);
	journal_close(&x.journal);
	return ok;
}

/* {"name": "hash", ...} of the files as they lie in the folder now. */
static bool hash_files(struct app *app, const struct table *t, struct buf *json,
		       struct err *e)
{
	char digest[DIGEST_TEXT];

	for (int i = 0; i < t->n; i++) {
		const char *name = table_text(t, i, PAY_FILES_NAME);
		int fd =
		    file_open(arena_printf(app->arena, "%s/%s", app->args[2], name), e);
		bool ok = fd >= 0 && digest_descriptor(fd, digest, e);

		if (fd >= 0)
			close(fd);
		if (!ok)
			return false;
		buf_printf(json, "%s\"%s\": \"%s\"", i ? ", " : "{", name, digest);
	}
	buf_text(json, t->n ? "}" : "{}");
	return true;
}

bool pay_confirm(struct app *app, struct db *db, struct err *e)
{
	const char *params[3] = { NULL, NULL, app_option(app, "paid-on") };
	struct buf json;
	struct table t;
	bool ok;

	buf_init(&json, 1 << 16);
	ok = pay_run_find(app, db, app->args[1], &params[0], e) &&
	     table_run(&t, db, app->arena, &PAY_FILES, params, e) &&
	     hash_files(app, &t, &json, e);
	params[1] = json.data;
	ok = ok && db_run(db, app->arena, &PAY_SEND, params, NULL, e) &&
	     journal_step(app, "confirmed", params[0], e) &&
	     print_files(app, db, params[0], e);
	buf_done(&json);
	return ok;
}
