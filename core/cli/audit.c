/* steward audit: who did what; sealed, written out, and looked at elsewhere. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/audit_sql.h"
#include "audit/chain.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "say/tr.h"

#define BLOCK "100000"
#define ROWS_COPY                                                                        \
	"copy (select a.seal_no, steward.audit_line(a) from steward.audit_log a where"   \
	" a.seal_no is not null order by a.seal_no, a.person_id, a.audit_id) to stdout"  \
	" (format csv, delimiter E'\\t', quote E'\\x01')"

static const struct column list_columns[] = {
	{ .col = AUDIT_LIST_AT, .title = N_("At"), .width = 19 },
	{ .col = AUDIT_LIST_WHO, .title = N_("Who"), .width = 10 },
	{ .col = AUDIT_LIST_OP, .title = N_("What"), .width = 18 },
	{ .col = AUDIT_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = AUDIT_LIST_BODY, .title = N_("With") },
	{ 0 }
};

bool audit_list(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app_option(app, "who"),  app_option(app, "op"), NULL,
				 app_option(app, "from"), app_option(app, "to"),
				 app_option(app, "limit") };
	const char *whom = app_option(app, "person");
	int64_t person;
	struct table t;

	if (whom && !find_person(db, whom, &person, e))
		return false;
	params[2] = whom ? param_int(app->arena, person) : NULL;
	if (!table_run(&t, db, app->arena, &AUDIT_LIST, params, e))
		return false;
	out_table(app, &t, list_columns, NULL);
	return true;
}

/* A seal is a line to be kept elsewhere. */
static void print_seals(const struct rows *r)
{
	for (int i = 0; i < r->n; i++)
		printf("%s %s %s %s %s\n", row_text(r, i, AUDIT_SEALS_SEAL),
		       row_text(r, i, AUDIT_SEALS_ROWS),
		       row_text(r, i, AUDIT_SEALS_DIGEST),
		       row_text(r, i, AUDIT_SEALS_CHAIN), row_text(r, i, AUDIT_SEALS_AT));
}

bool cmd_audit_seal(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "batch", e);
	const char *most = BLOCK;
	struct rows r;
	bool ok = db && db_run(db, app->arena, &AUDIT_MAKE, &most, &r, e);

	if (ok)
		print_seals(&r);
	db_close(db);
	return ok;
}

bool audit_seals(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app_option(app, "after"), NULL };
	struct rows r = { .n = 1 };

	while (r.n > 0) {
		if (!db_run(db, app->arena, &AUDIT_SEALS, params, &r, e))
			return false;
		print_seals(&r);
		if (r.n > 0)
			params[0] = row_text(&r, r.n - 1, AUDIT_SEALS_SEAL);
	}
	return true;
}

typedef bool (*piece_fn)(void *ctx, const char *data, size_t n, struct err *e);

static bool each_piece(struct db *db, piece_fn take, void *ctx, struct err *e)
{
	size_t n = 1;
	char *data;
	bool ok = db_copy_start(db, ROWS_COPY, e);

	while (ok && n > 0) {
		ok = db_copy_read(db, &data, &n, e) && (n == 0 || take(ctx, data, n, e));
		if (ok && n > 0)
			db_copy_done(data);
	}
	return ok;
}

static bool write_piece(void *ctx, const char *data, size_t n, struct err *e)
{
	return fwrite(data, 1, n, ctx) == n ||
	       err_errno(e, _("could not write the file"));
}

bool cmd_audit_export(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "auditor", e);
	FILE *out = db ? fopen(app->args[1], "wxe") : NULL;
	bool ok = out != NULL;

	if (db && !out)
		err_errno(e, _("could not open \"%s\""), app->args[1]);
	ok = ok && each_piece(db, write_piece, out, e);
	if (out && fclose(out) != 0 && ok)
		ok = err_errno(e, _("could not write the file"));
	db_close(db);
	return ok;
}

static void tell_fault(void *ctx, int64_t seal, enum chain_fault what, int64_t sealed,
		       int64_t found)
{
	static const char *const texts[] = {
		[CHAIN_CHANGED] = N_("a row is not as it was sealed"),
		[CHAIN_FEWER] = N_("rows are missing"),
		[CHAIN_MORE] = N_("rows were added"),
		[CHAIN_MISSING] = N_("the block is missing"),
		[CHAIN_UNKNOWN] = N_("nobody has sealed these rows"),
	};

	(void)ctx;
	printf(_("seal %lld: %s (%lld sealed, %lld found)\n"), (long long)seal,
	       _(texts[what]), (long long)sealed, (long long)found);
}

static bool take_piece(void *ctx, const char *data, size_t n, struct err *e)
{
	return chain_rows(ctx, data, n, e);
}

static bool read_file(struct chain *c, const char *path, struct err *e)
{
	static char piece[1 << 20];
	FILE *in = fopen(path, "re");
	bool ok = true;
	size_t n;

	if (!in)
		return err_errno(e, _("could not open \"%s\""), path);
	while (ok && (n = fread(piece, 1, sizeof(piece), in)) > 0)
		ok = chain_rows(c, piece, n, e);
	if (ferror(in) && ok)
		ok = err_errno(e, _("could not read \"%s\""), path);
	fclose(in);
	return ok;
}

static bool read_seals(struct chain *c, const char *path, struct err *e)
{
	FILE *in = fopen(path, "re");
	bool ok;

	if (!in)
		return err_errno(e, _("could not open \"%s\""), path);
	ok = chain_seals(c, in, e);
	fclose(in);
	return ok;
}

static bool ask_seals(struct app *app, struct chain *c, struct db *db, struct err *e)
{
	const char *params[] = { NULL, NULL };
	struct rows r = { .n = 1 };

	while (r.n > 0) {
		if (!db_run(db, app->arena, &AUDIT_SEALS, params, &r, e))
			return false;
		for (int i = 0; i < r.n; i++)
			if (!chain_seal(c, row_int(&r, i, AUDIT_SEALS_SEAL),
					row_int(&r, i, AUDIT_SEALS_ROWS),
					row_text(&r, i, AUDIT_SEALS_DIGEST),
					row_text(&r, i, AUDIT_SEALS_CHAIN), e))
				return false;
		if (r.n > 0)
			params[0] = row_text(&r, r.n - 1, AUDIT_SEALS_SEAL);
	}
	return true;
}

static bool finish(struct chain *c, struct err *e)
{
	int64_t seals, rows;

	if (!chain_end(c, &seals, &rows)) {
		ERR(e, ERR_INPUT, _("the audit is not as it was sealed"));
		return err_hint(e, _("The seals named above are the blocks; compare them "
				     "with an export made before."));
	}
	printf(_("%lld rows under %lld seals are as they were sealed\n"), (long long)rows,
	       (long long)seals);
	return true;
}

/* The rows of a file need no database; without a file those of the office, against seals
 * kept elsewhere where they are given. */
bool cmd_audit_verify(struct app *app, struct err *e)
{
	struct chain *c = chain_new(tell_fault, NULL);
	const char *seals = app_option(app, "seals");
	const char *file = app->nargs > 1 ? app->args[1] : NULL;
	struct db *db = NULL;
	bool ok = true;

	if (file && !seals)
		ok = ERR(e, ERR_USAGE, _("--seals names the file with the seals"));
	else if (!file)
		ok = (db = app_connect(app, "auditor", e)) != NULL;
	if (ok)
		ok = seals ? read_seals(c, seals, e) : ask_seals(app, c, db, e);
	if (ok)
		ok = file ? read_file(c, file, e) : each_piece(db, take_piece, c, e);
	ok = ok && finish(c, e);
	db_close(db);
	chain_free(c);
	return ok;
}
