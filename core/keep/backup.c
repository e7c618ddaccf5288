/* steward backup: a copy of a private cluster while people work in it. */
#include <ftw.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "audit/audit_sql.h"
#include "audit/backup_sql.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "host/progress.h"
#include "journal.h"
#include "keeper.h"
#include "say/tr.h"

#define SEAL_ROWS  "100000"
#define LOOK_EVERY 10 /* calls of go_on */

struct copying {
	struct progress progress;
	const char *data; /* the folder that grows */
	int64_t total;
	int calls;
};

/* nftw takes no context. */
static int64_t bytes_seen;

static int add_bytes(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)path;
	(void)where;
	if (kind == FTW_F)
		bytes_seen += st->st_size;
	return 0;
}

static bool go_on(void *ctx)
{
	struct copying *c = ctx;

	if (c->calls++ % LOOK_EVERY == 0) {
		bytes_seen = 0;
		nftw(c->data, add_bytes, 16, FTW_PHYS);
		progress_show(&c->progress, _("copying"), bytes_seen, c->total);
	}
	return !app_interrupted;
}

static bool copy_cluster(struct app *app, const char *cluster, const char *to,
			 int64_t bytes, struct err *e)
{
	struct copying c = { .data = arena_printf(app->arena, "%s/pgdata", to),
			     .total = bytes };
	char *argv[] = { NULL,
			 "--checkpoint=fast",
			 "--wal-method=stream",
			 "--manifest-checksums=SHA256",
			 "--no-password",
			 "-D",
			 arena_strdup(app->arena, c.data),
			 "-d",
			 arena_printf(app->arena,
				      "host='%s/run' port=5432 user=keeper "
				      "application_name=steward",
				      cluster),
			 NULL };
	const struct cluster_watch watch = { go_on, &c };
	bool ok;

	progress_init(&c.progress);
	ok = cluster_long_tool(to, "pg_basebackup", argv, &watch, e);
	progress_end(&c.progress);
	if (!ok && app_interrupted)
		ERR(e, ERR_CANCELLED, _("interrupted"));
	return ok;
}

/* What is sealed before is in it. */
static bool seal_all(struct app *app, struct db *db, struct err *e)
{
	const char *most = SEAL_ROWS;
	struct rows r;

	return db_run(db, app->arena, &AUDIT_MAKE, &most, &r, e);
}

static bool ask_facts(struct app *app, struct db *db, struct manifest *m, int64_t *bytes,
		      struct err *e)
{
	const struct passwd *me = getpwuid(geteuid());
	struct rows r;

	if (!db_run(db, app->arena, &BACKUP_FACTS, NULL, &r, e))
		return false;
	m->values[MANIFEST_PROGRAM] = PACKAGE_VERSION;
	m->values[MANIFEST_SERVER] = row_text(&r, 0, BACKUP_FACTS_SERVER);
	m->values[MANIFEST_MADE] = row_text(&r, 0, BACKUP_FACTS_MADE);
	m->values[MANIFEST_USER] = me ? me->pw_name : "-";
	m->values[MANIFEST_SEAL] =
	    arena_printf(app->arena, "%s %s", row_text(&r, 0, BACKUP_FACTS_SEAL),
			 row_text(&r, 0, BACKUP_FACTS_CHAIN));
	*bytes = row_int(&r, 0, BACKUP_FACTS_BYTES);
	return true;
}

/* Of one that was not finished nothing is left but the reason. */
static void drop(const char *to)
{
	struct err ignored = { 0 };

	cluster_long_shell(to,
			   app_interrupted
			       ? "cd \"$0\" && rm -rf pgdata steward.begun setup.log"
			       : "cd \"$0\" && rm -rf pgdata steward.begun",
			   NULL, NULL, &ignored);
	if (app_interrupted && rmdir(to) != 0)
		fprintf(stderr, _("could not remove the folder \"%s\"\n"), to);
}

static bool take_folder(const char *to, struct err *e)
{
	if (access(to, F_OK) == 0 && !cluster_folder_is_empty(to)) {
		ERR(e, ERR_USAGE, _("the folder \"%s\" is not empty"), to);
		return err_hint(e, _("Each backup has a folder of its own; name one that "
				     "is not there yet."));
	}
	return cluster_make_folder(to, e);
}

static bool make(struct app *app, struct db *db, const char *cluster, const char *to,
		 struct manifest *m, struct err *e)
{
	char files[DIGEST_TEXT];
	int64_t bytes;

	char journal[DIGEST_TEXT];
	const char *length;

	if (!journal_mark(app, &length, journal, e))
		return false;
	m->values[MANIFEST_JOURNAL] = arena_printf(app->arena, "%s %s", length, journal);
	if (!seal_all(app, db, e) || !ask_facts(app, db, m, &bytes, e) ||
	    !copy_cluster(app, cluster, to, bytes, e) ||
	    !manifest_files(app->arena, to, files, e))
		return false;
	m->values[MANIFEST_FILES] = files;
	return manifest_write(app->arena, to, m, e);
}

static bool is_private(const char *target, struct err *e)
{
	if (connect_is_folder(target))
		return true;
	ERR(e, ERR_USAGE, _("this database is not in a folder of steward's own"));
	return err_hint(e, _("Its server's administrator keeps it, by pg_basebackup or "
			     "pg_dump."));
}

bool cmd_backup(struct app *app, struct err *e)
{
	const char *cluster = connect_target(app), *given = app_option(app, "to");
	const char *to = given ? connect_folder(app, given) : NULL, *note[2];
	struct manifest m;
	struct db *db;
	bool ok;

	if (!to)
		return ERR(e, ERR_USAGE, _("--to names the folder of the backup"));
	if (!is_private(cluster, e) || !(db = app_connect(app, "batch", e)))
		return false;
	ok = take_folder(to, e);
	if (ok && !make(app, db, cluster, to, &m, e)) {
		drop(to);
		ok = false;
	}
	note[0] = m.digest;
	note[1] = ok ? m.values[MANIFEST_SEAL] : NULL;
	ok = ok && db_run(db, app->arena, &BACKUP_NOTE, note, NULL, e);
	if (ok)
		printf(_("backup %s of %s, seal %s\n"), m.digest, m.values[MANIFEST_MADE],
		       m.values[MANIFEST_SEAL]);
	db_close(db);
	return ok;
}

bool cmd_backup_verify(struct app *app, struct err *e)
{
	struct manifest m;

	if (!keeper_verify(app, connect_folder(app, app->args[1]), &m, e))
		return false;
	printf(_("backup %s of %s, seal %s\n"), m.digest, m.values[MANIFEST_MADE],
	       m.values[MANIFEST_SEAL]);
	return true;
}
