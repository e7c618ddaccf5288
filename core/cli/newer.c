#include "newer.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "host/config.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "office/lookup.h"
#include "office/schema_sql.h"
#include "say/tr.h"

#define NAMED 8		/* more names than that are no message any more */

static bool is_among(const struct rows *own, const char *path)
{
	for (int i = 0; i < own->n; i++)
		if (strcmp(row_text(own, i, OFFICE_OWN_TEXTS_PATH), path) == 0)
			return true;
	return false;
}

/* Those that the office has adopted itself, or those that it has from a program. */
static const char *names_of(struct arena *a, const struct rulebook *folder,
			    const struct rulebook *active, const struct rows *own,
			    bool is_own, int *n)
{
	const char *names = "";

	*n = 0;
	for (int i = 0; i < folder->n; i++) {
		const struct rule_file *f = &folder->files[i],
				       *is = rulebook_find(active, f->path);

		if (!is || strcmp(is->hash, f->hash) == 0 ||
		    is_among(own, f->path) != is_own || ++*n > NAMED)
			continue;
		names = arena_printf(a, "%s%s%s", names, *names ? ", " : "", f->path);
	}
	return *n > NAMED ? arena_printf(a, "%s ...", names) : names;
}

bool newer_tell(struct app *app, struct db *db, FILE *out, struct err *e)
{
	struct arena *a = app->arena;
	const struct rulebook *folder = texts_read(app, e), *active;
	struct rows own;
	const char *names;
	int n, all;

	active = folder ? adoption_book(db, a, DATE_NONE,
					lookup_module_names(a, app->modules), e)
			: NULL;
	if (!active || !db_run(db, a, &OFFICE_OWN_TEXTS, NULL, &own, e))
		return false;
	names = names_of(a, folder, active, &own, false, &n);
	if (n)
		fprintf(out, _("note %d texts of %s are newer than those in force: %s\n"),
			n, config_rules(app->config), text_clean(a, names));
	all = n;
	names = names_of(a, folder, active, &own, true, &n);
	if (n)
		fprintf(out, _("note %d texts in force are this office's own, and "
			       "otherwise in %s: %s\n"), n, config_rules(app->config),
			text_clean(a, names));
	if (all + n)
		fprintf(out, "     %s\n",
			_("A policy officer sees whom they would touch: steward rules "
			  "rehearse FILE..."));
	return true;
}
