/* steward restore: an office out of a backup, on whatever machine. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "audit/backup_sql.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "keeper.h"
#include "say/tr.h"

/* It counts as a cluster when all is done. */
static const char copy_script[] =
    "umask 077; read -r from && cp -R -- \"$from/pgdata\" \"$0/pgdata.part\" && "
    "cd \"$0\" && rm -f pgdata.part/steward.ready && chmod 700 pgdata.part && "
    "mv pgdata.part pgdata && sync";

static bool is_wanted(void *ctx)
{
	(void)ctx;
	return !app_interrupted;
}

static bool take_folder(const char *to, struct err *e)
{
	if (access(to, F_OK) == 0 && !cluster_folder_is_empty(to)) {
		ERR(e, ERR_USAGE, _("the folder \"%s\" is not empty"), to);
		return err_hint(e,
				_("A backup is restored into a folder of its own; name "
				  "one that is not there yet."));
	}
	return cluster_make_folder(to, e);
}

static bool copy_backup(struct app *app, const char *from, const char *to, struct err *e)
{
	const struct cluster_watch watch = { is_wanted, NULL };

	if (cluster_long_shell(to, copy_script, arena_printf(app->arena, "%s\n", from),
			       &watch, e))
		return true;
	if (app_interrupted)
		return ERR(e, ERR_CANCELLED, _("interrupted"));
	return false;
}

/* With its server, if that runs already. */
static void drop(const char *to)
{
	static const char script[] =
	    "cd \"$0\" || exit; server=$(head -n 1 pgdata/postmaster.pid 2>/dev/null) && "
	    "kill -QUIT \"$server\" && for i in 1 2 3 4 5 6 7 8 9; do "
	    "kill -0 \"$server\" || break; sleep 0.2; done; "
	    "rm -rf pgdata pgdata.part run setup";
	struct err ignored = { 0 };

	cluster_long_shell(to, script, NULL, NULL, &ignored);
}

/* From its first moment on it knows that it was restored. */
static bool mark(struct app *app, const char *to, const struct manifest *m, struct err *e)
{
	const char *journal = m->values[MANIFEST_JOURNAL];
	size_t n = strcspn(journal, " ");
	const char *params[] = { m->values[MANIFEST_MADE], m->digest,
				 m->values[MANIFEST_SEAL],
				 arena_strndup(app->arena, journal, n),
				 journal[n] ? journal + n + 1 : "" };
	struct db *db = cluster_open_owner(to, e);
	bool ok = db && db_script(db, "set role steward_owner", e) &&
		  db_run(db, app->arena, &RESTORED_MARK, params, NULL, e);

	return cluster_close_owner(to, db, e) && ok;
}

static bool make(struct app *app, const char *from, const char *to,
		 const struct manifest *m, struct err *e)
{
	return copy_backup(app, from, to, e) &&
	       cluster_adopt(to, m->values[MANIFEST_USER], e) && mark(app, to, m, e) &&
	       cluster_is_ready(to, e);
}

bool cmd_restore(struct app *app, struct err *e)
{
	const char *given = app_option(app, "from"), *db = app_option(app, "db");
	const char *from = given ? connect_folder(app, given) : NULL, *to;
	struct manifest m;

	if (!from || !db || !connect_is_folder(db))
		return ERR(e, ERR_USAGE,
			   _("--from names the backup, --db the new folder"));
	to = connect_folder(app, db);
	if (!keeper_verify(app, from, &m, e) || !take_folder(to, e))
		return false;
	if (!make(app, from, to, &m, e)) {
		drop(to);
		return false;
	}
	printf(_("restored: backup %s of %s, seal %s\n"), m.digest,
	       m.values[MANIFEST_MADE], m.values[MANIFEST_SEAL]);
	return true;
}
