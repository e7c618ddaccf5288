/* steward restore reconcile: what had left the house since the backup, told by the
 * journal that was kept elsewhere. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/backup_sql.h"
#include "base/buf.h"
#include "base/file.h"
#include "journal.h"
#include "say/tr.h"

#define LINE_MOST  (1 << 20)
#define PIECE_MOST (4 << 20)

struct telling {
	struct app *app;
	struct db *db;
	const char *folder;
	struct buf piece; /* lines that the server has not been told yet */
	int64_t first, n;
};

static bool flush(struct telling *t, struct err *e)
{
	const char *params[2];

	if (t->piece.len == 0)
		return true;
	params[0] = param_int(t->app->arena, t->first);
	params[1] = t->piece.data;
	if (!db_run(t->db, t->app->arena, &JOURNAL_TAKE, params, NULL, e))
		return false;
	t->first += t->n;
	t->n = 0;
	buf_clear(&t->piece);
	return true;
}

static bool add(struct telling *t, const char *line, struct err *e)
{
	buf_text(&t->piece, line);
	t->n++;
	return t->piece.len < PIECE_MOST / 2 || flush(t, e);
}

static bool each_line(struct telling *t, FILE *in,
		      bool (*take)(struct telling *t, const char *line, struct err *e),
		      struct err *e)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool ok = true;

	while (ok && (n = getline(&line, &room, in)) > 0)
		ok = (n < LINE_MOST && line[n - 1] == '\n')
			 ? take(t, line, e)
			 : ERR(e, ERR_INPUT, _("the journal is cut short"));
	free(line);
	return ok;
}

/* The run's own file, as it was when it was told. */
static bool add_run(struct telling *t, const char *run, const char *sha256, struct err *e)
{
	const char *path =
	    arena_printf(t->app->arena, "%s/run-%s-%s", t->folder, run, sha256);
	char digest[DIGEST_TEXT];
	int fd = file_open(path, e);
	FILE *in;
	bool ok;

	if (fd < 0)
		return false;
	ok = digest_descriptor(fd, digest, e);
	if (ok && strcmp(digest, sha256) != 0)
		ok = ERR(e, ERR_INPUT, _("\"%s\" is not as it was written"), path);
	in = fdopen(fd, "r");
	ok = ok && each_line(t, in, add, e);
	fclose(in);
	return ok;
}

/* In the place of an export stands all that was exported. */
static bool take_line(struct telling *t, const char *line, struct err *e)
{
	char run[32], sha256[DIGEST_TEXT];

	if (sscanf(line, "{\"export\": \"%31[0-9]\", \"sha256\": \"%64[0-9a-f]\"}", run,
		   sha256) == 2)
		return add_run(t, run, sha256, e);
	return add(t, line, e);
}

/* It begins as it was when the backup was made. */
static bool is_its_begin(FILE *in, int64_t bytes, const char *wanted, struct err *e)
{
	static char piece[1 << 16];
	struct digest *d = digest_new();
	char got[DIGEST_TEXT];
	size_t n = 1;

	for (; bytes > 0 && n > 0; bytes -= (int64_t)n) {
		n = fread(piece, 1,
			  bytes < (int64_t)sizeof(piece) ? (size_t)bytes : sizeof(piece),
			  in);
		digest_add(d, piece, n);
	}
	digest_end(d, got);
	digest_free(d);
	if (strcmp(got, wanted) == 0)
		return true;
	ERR(e, ERR_INPUT, _("this is not the journal of the office that was backed up"));
	return err_hint(e, _("It begins otherwise than when the backup was made."));
}

static bool tell(struct telling *t, FILE *in, struct err *e)
{
	bool ok;

	buf_init(&t->piece, PIECE_MOST);
	ok = add(t, "{}\n", e) && each_line(t, in, take_line, e) && flush(t, e);
	buf_done(&t->piece);
	return ok;
}

static bool finish(struct telling *t, int fd, struct err *e)
{
	const char *params[] = { NULL, app_flag(t->app, "force") ? "t" : "f" };
	char digest[DIGEST_TEXT];
	struct rows r;

	params[0] = digest;
	if (lseek(fd, 0, SEEK_SET) != 0 || !digest_descriptor(fd, digest, e) ||
	    !db_run(t->db, t->app->arena, &OFFICE_RECONCILE, params, &r, e))
		return false;
	printf(_("%s messages and %s payment runs had left since the backup; %s persons "
		 "of the journal are not here\n"),
	       row_text(&r, 0, OFFICE_RECONCILE_MESSAGES),
	       row_text(&r, 0, OFFICE_RECONCILE_RUNS),
	       row_text(&r, 0, OFFICE_RECONCILE_STRANGERS));
	return true;
}

bool restore_reconcile(struct app *app, struct db *db, struct err *e)
{
	struct telling t = { .app = app, .db = db, .folder = app->args[1], .first = 1 };
	const char *path = arena_printf(app->arena, "%s/sent", t.folder);
	struct rows r;
	FILE *in;
	int fd;
	bool ok;

	if (!db_run(db, app->arena, &RESTORED_OPEN, NULL, &r, e))
		return false;
	if (r.n == 0)
		return ERR(e, ERR_STALE, _("there is nothing to reconcile"));
	fd = file_open(path, e);
	if (fd < 0)
		return false;
	in = fdopen(fd, "r");
	ok = is_its_begin(in, row_int(&r, 0, RESTORED_OPEN_BYTES),
			  row_text(&r, 0, RESTORED_OPEN_DIGEST), e) &&
	     db_begin(db, e) && tell(&t, in, e) && finish(&t, fd, e) && db_commit(db, e);
	fclose(in);
	return ok;
}
