#include "keeper.h"

#include <string.h>

#include "audit/backup_sql.h"
#include "host/cluster.h"
#include "say/tr.h"

bool keeper_prepare(struct app *app, struct db *db, const char *folder, struct err *e)
{
	return db_run(db, app->arena, &BACKUP_ROLE, NULL, NULL, e) &&
	       cluster_let_keep(folder, e);
}

static bool is_wanted(void *ctx)
{
	(void)ctx;
	return !app_interrupted;
}

/* The server's own list is the one that was noted; then each file by it. */
bool keeper_verify(struct app *app, const char *folder, struct manifest *m, struct err *e)
{
	char *argv[] = { NULL, "--exit-on-error", "--quiet",
			 arena_printf(app->arena, "%s/pgdata", folder), NULL };
	const struct cluster_watch watch = { is_wanted, NULL };
	char digest[DIGEST_TEXT];

	if (!manifest_read(app->arena, folder, m, e) ||
	    !manifest_files(app->arena, folder, digest, e))
		return false;
	if (strcmp(digest, m->values[MANIFEST_FILES]) != 0)
		return ERR(e, ERR_INPUT,
			   _("the list of files is not the one of this backup"));
	if (cluster_long_tool(folder, "pg_verifybackup", argv, &watch, e))
		return true;
	if (app_interrupted)
		return ERR(e, ERR_CANCELLED, _("interrupted"));
	ERR(e, ERR_INPUT, _("the backup is not as it was made"));
	return err_hint(e, _("%s/setup.log names the file."), folder);
}
