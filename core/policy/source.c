#include "source.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "host/cluster.h"
#include "host/config.h"
#include "host/connect.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "know.h"
#include "office/lookup.h"
#include "say/tr.h"

/* The demo's office alone makes no law: the texts may be tried where a server would have
 * to be started for it.  But whoever has one is told. */
static bool has_office(const struct app *app)
{
	const char *set = config_db(app->config);

	return app_option(app, "db") || (set && *set);
}

/* A person, that is: what a script reads is the same whether the machine has a demo or
 * none. */
static void tell_folder(struct app *app)
{
	if (!app_flag(app, "folder") && isatty(STDERR_FILENO) &&
	    cluster_exists(connect_target(app)))
		fprintf(stderr, _("the texts of %s, not those in force; --db %s has "
				  "those\n"), config_rules(app->config),
			connect_target(app));
}

static bool read_folder(struct app *app, int32_t asked, struct source *s, struct err *e)
{
	static const char usual[] = "2025-11-01";

	s->is_folder = true;
	s->day = asked;
	if (s->day == DATE_NONE)
		date_parse(usual, strlen(usual), &s->day);
	s->book = texts_read(app, e);
	return s->book && rules_know(app, s->book, s->day, NULL, e);
}

static bool read_office(struct app *app, struct db *db, int32_t asked, bool is_of_day,
			struct source *s, struct err *e)
{
	int32_t today;

	if (!adoption_today(db, app->arena, &today, e))
		return false;
	s->is_folder = false;
	s->day = asked == DATE_NONE ? today : asked;
	s->book = adoption_book(db, app->arena,
				is_of_day || s->day > today ? s->day : today,
				lookup_module_names(app->arena, app->modules), e);
	return s->book && rules_know(app, s->book, s->day, NULL, e);
}

static bool read_of(struct app *app, const char *job, int32_t asked, bool is_of_day,
		    struct source *s, struct err *e)
{
	struct db *db;
	bool ok;

	if (app_flag(app, "folder") || !has_office(app)) {
		tell_folder(app);
		return read_folder(app, asked, s, e);
	}
	db = app_connect(app, job, e);
	ok = db && read_office(app, db, asked, is_of_day, s, e);
	db_close(db);
	return ok;
}

bool source_read(struct app *app, const char *job, bool is_of_day, struct source *s,
		 struct err *e)
{
	return read_of(app, job, app_day(app, "date"), is_of_day, s, e);
}

bool source_of_day(struct app *app, const char *job, int32_t day, struct source *s,
		   struct err *e)
{
	return read_of(app, job, day, true, s, e);
}
