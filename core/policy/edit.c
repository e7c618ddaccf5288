/* steward rules edit: the text in force as a file of one's own, in one's own editor.  The
 * workbench never starts an editor: what a clerk's screen shows cannot be changed from
 * there. */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "draft_file.h"
#include "host/app.h"
#include "judge/adoption_sql.h"
#include "rules.h"
#include "say/tr.h"

static bool read_text(struct app *app, struct db *db, const char **text, struct err *e)
{
	const char *params[] = { app->args[1], NULL };
	struct rows rows;

	if (!db_run(db, app->arena, &ADOPTION_TEXT, params, &rows, e))
		return false;
	if (rows.n != 1) {
		ERR(e, ERR_USAGE, _("no text \"%s\" is in force"), params[0]);
		return err_hint(e, "%s", _("steward rules history lists the texts and "
					   "their versions."));
	}
	*text = row_text(&rows, 0, ADOPTION_TEXT_BODY);
	return true;
}

/* The editor may be words with options, as in other programs: the shell takes them
 * apart. */
static bool run_editor(struct app *app, const char *name, struct err *e)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
	const char *words = visual && *visual	? visual
			    : editor && *editor ? editor
						: "vi";
	char *argv[] = { (char *)"sh",
			 (char *)"-c",
			 arena_printf(app->arena, "exec %s \"$1\"", words),
			 (char *)"sh",
			 arena_printf(app->arena, "./%s", name),
			 NULL };
	extern char **environ;
	int status = -1;
	pid_t pid;

	errno = posix_spawnp(&pid, "sh", NULL, NULL, argv, environ);
	if (errno != 0)
		return err_errno(e, _("could not run \"%s\""), words);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
	       ERR(e, ERR_SYSTEM,
		   _("the editor \"%s\" ended with a failure; the draft stays"), words);
}

bool rules_edit(struct app *app, struct err *e)
{
	const char *name = app->args[1], *text = NULL;
	struct db *db;
	bool ok, was_there;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		ERR(e, ERR_USAGE, "%s", _("an editor needs a terminal"));
		return err_hint(e, "%s", _("steward rules diff shows a text, a draft is "
					   "any file."));
	}
	db = app_connect(app, "policy", e);
	/* A draft that is there already is gone on with, whatever it says. */
	ok = db && read_text(app, db, &text, e) &&
	     draft_file(app->arena, ".", name, text, &was_there, e);
	db_close(db);
	if (!ok || !run_editor(app, name, e))
		return false;
	fprintf(stderr, _("%s is your draft: steward rules check, test, rehearse %s\n"),
		text_clean(app->arena, name), text_clean(app->arena, name));
	return true;
}
