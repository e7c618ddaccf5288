/* steward rules checkout: the whole book in force as a folder, to be read, searched and
 * started from. */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "draft_file.h"
#include "host/app.h"
#include "host/cluster.h"
#include "rules.h"
#include "say/tr.h"
#include "source.h"

/* What lies there already would be taken for law. */
static bool make_folder(const char *folder, struct err *e)
{
	if (mkdir(folder, 0777) == 0)
		return true;
	if (errno != EEXIST)
		return err_errno(e, _("could not make \"%s\""), folder);
	if (cluster_folder_is_empty(folder))
		return true;
	ERR(e, ERR_USAGE, _("\"%s\" is not an empty folder"), folder);
	return err_hint(e, "%s", _("Name a new folder; nothing was written."));
}

bool rules_checkout(struct app *app, struct err *e)
{
	const char *folder = app->args[1];
	struct source s;

	if (!source_read(app, "policy", true, &s, e) || !make_folder(folder, e))
		return false;
	for (int i = 0; i < s.book->n; i++)
		if (!draft_file(app->arena, folder, s.book->files[i].path,
				s.book->files[i].text, NULL, e))
			return false;
	fprintf(stderr, _("%d texts written to %s\n"), s.book->n, folder);
	return true;
}
