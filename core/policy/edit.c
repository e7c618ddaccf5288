/* steward rules edit: the text in force as a file of one's own, in one's own editor.  The
 * workbench never starts an editor: what a clerk's screen shows cannot be changed from
 * there. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
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

static bool write_all(int fd, const char *s, size_t n)
{
	while (n) {
		ssize_t put = write(fd, s, n);

		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0) {
			s += put;
			n -= (size_t)put;
		}
	}
	return fsync(fd) == 0;
}

/* A draft that is there already is gone on with, whatever it says. */
static bool make_file(const char *name, const char *text, struct err *e)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	bool ok;

	if (fd < 0 && errno == EEXIST)
		return true;
	if (fd < 0)
		return err_errno(e, _("could not make \"%s\""), name);
	ok = write_all(fd, text, strlen(text)) ||
	     err_errno(e, _("could not write \"%s\""), name);
	close(fd);
	if (!ok)
		unlink(name);
	return ok;
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
	const char *slash, *name, *text = NULL;
	struct db *db;
	bool ok;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		ERR(e, ERR_USAGE, "%s", _("an editor needs a terminal"));
		return err_hint(e, "%s", _("steward rules diff shows a text, a draft is "
					   "any file."));
	}
	slash = strrchr(app->args[1], '/');
	name = slash ? slash + 1 : app->args[1];
	db = app_connect(app, "policy", e);
	ok = db && read_text(app, db, &text, e) && make_file(name, text, e);
	db_close(db);
	if (!ok || !run_editor(app, name, e))
		return false;
	fprintf(stderr, _("%s is your draft: steward rules check, test, rehearse %s\n"),
		text_clean(app->arena, name), text_clean(app->arena, name));
	return true;
}
