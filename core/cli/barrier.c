/* steward barrier: who is hidden from whom; and who has looked at a person. */
#include "cli/barrier.h"

#include <stdio.h>
#include <string.h>

#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "say/tr.h"
#include "scope/scope_sql.h"

static const struct column columns[] = {
	{ .col = BARRIER_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = BARRIER_LIST_TITLE, .title = N_("Barrier"), .kind = COLUMN_LABEL },
	{ .col = BARRIER_LIST_HARD, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = BARRIER_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = BARRIER_LIST_FROM_DAY, .title = N_("From") },
	{ .col = BARRIER_LIST_TO_DAY, .title = N_("To") },
	{ .col = BARRIER_LIST_AUTHOR, .title = N_("Who") },
	{ .col = BARRIER_LIST_PERSON_ID, .title = N_("Person") },
	{ .col = BARRIER_LIST_WHY, .title = N_("Why") },
	{ 0 }
};

static const struct column waiver_columns[] = {
	{ .col = BARRIER_WAIVERS_LOGIN, .title = N_("Login") },
	{ .col = BARRIER_WAIVERS_WAIVED, .title = N_("Waived") },
	{ .col = BARRIER_WAIVERS_STANDING, .title = N_("Standing") },
	{ .col = BARRIER_WAIVERS_LAST_AT, .title = N_("Last") },
	{ 0 }
};

static const struct column looked_columns[] = {
	{ .col = PERSON_LOOKED_AT_DAY, .title = N_("Day") },
	{ .col = PERSON_LOOKED_AT_WHO, .title = N_("Who"), .width = 10 },
	{ .col = PERSON_LOOKED_AT_WHAT, .title = N_("What"), .kind = COLUMN_LABEL },
	{ .col = PERSON_LOOKED_AT_PURPOSE, .title = N_("For"), .kind = COLUMN_LABEL },
	{ .col = PERSON_LOOKED_AT_TIMES, .title = N_("Times") },
	{ 0 }
};

static bool show(struct app *app, struct db *db, const struct stmt *s,
		 const char *const *params, const struct column *c, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, params, e))
		return false;
	out_table(app, &t, c, NULL);
	return true;
}

bool barrier_list(struct app *app, struct db *db, struct err *e)
{
	return show(app, db, &BARRIER_LIST, NULL, columns, e);
}

bool barrier_waivers(struct app *app, struct db *db, struct err *e)
{
	return show(app, db, &BARRIER_WAIVERS, NULL, waiver_columns, e);
}

/* The person of the typed number, as a parameter. */
static bool take_person(struct app *app, struct db *db, const char *typed,
			const char **id, struct err *e)
{
	int64_t person;

	if (!find_person(db, typed, &person, e))
		return false;
	*id = param_int(app->arena, person);
	return true;
}

/* Whoever has put it sees the person no more, so that it is said at once. */
bool barrier_put(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app->args[2], app_option(app, "reason"),
				 app_option(app, "from"), app_option(app, "to") };

	if (!take_person(app, db, app->args[1], &params[0], e) ||
	    !db_run(db, app->arena, &BARRIER_PUT, params, NULL, e))
		return false;
	puts(_("the barrier stands: the special unit looks after the person"));
	return true;
}

static void print_state(const struct rows *r)
{
	static const struct {
		const char *state, *text;
	} states[] = { { "ending", N_("a second person of the special unit ends it: "
				      "steward barrier approve") },
		       { "ended", N_("the barrier has ended") },
		       { "on", N_("the barrier stands") } };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (r->n && strcmp(states[i].state, row_text(r, 0, 0)) == 0)
			puts(_(states[i].text));
}

bool barrier_end(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app->args[2], app_option(app, "reason") };
	struct rows r;

	if (!take_person(app, db, app->args[1], &params[0], e) ||
	    !db_run(db, app->arena, &BARRIER_END, params, &r, e))
		return false;
	print_state(&r);
	return true;
}

bool barrier_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app->args[2], app->args[0] };
	struct rows r;

	if (!take_person(app, db, app->args[1], &params[0], e) ||
	    !db_run(db, app->arena, &BARRIER_SETTLE, params, &r, e))
		return false;
	print_state(&r);
	return true;
}

/* The number goes as it was typed: who it is the clerk may not see yet. */
bool barrier_waive(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "reason"),
				 app_option(app, "until") };

	if (!db_run(db, app->arena, &BARRIER_WAIVE, params, NULL, e))
		return false;
	printf(_("the barrier is waived for you until %s\n"), params[2]);
	return true;
}

bool barrier_kin(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], NULL,
				 app_option(app, "own") ? "own" : "told" };

	return take_person(app, db, app->args[2], &params[1], e) &&
	       db_run(db, app->arena, app_option(app, "end") ? &KIN_END : &KIN_PUT,
		      params, NULL, e);
}

bool barrier_special(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "end") ? "f" : "t" };

	return db_run(db, app->arena, &STAFF_SPECIAL, params, NULL, e) &&
	       staff_list(app, db, e);
}

bool barrier_looked(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL };

	return take_person(app, db, app->args[1], &params[0], e) &&
	       show(app, db, &PERSON_LOOKED_AT, params, looked_columns, e);
}
