/* steward practice: journeys of a clerk's day on a demo's people, with a coach.  It works
 * on a folder that the demo made, and on nothing else. */
#include <stdio.h>
#include <string.h>

#include "desk/desk.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "lab.h"
#include "lab/practice_sql.h"
#include "say/tr.h"

/* Best ways, and half as much again as good enough. */
static const struct coach journeys[] = {
	{ .name = "J1", .task = N_("the most urgent task"), .path = "{task.next}",
	  .keys = 1, .most_keys = 2, .screen = "task" },
	{ .name = "J2", .task = N_("propose in the next task"),
	  .path = "{task.next} {task.propose} 1 enter",
	  .keys = 4, .most_keys = 6, .stored = "decide_send" },
	{ .name = "J3", .task = N_("a report that is wrong"), .path = "n d 1 enter",
	  .keys = 4, .most_keys = 6, .stored = "decide_send" },
	{ .name = "J4", .task = N_("visits for the not certified"),
	  .path = N_("{palette.open}ce enter * {certificates.visit_assign}"),
	  .keys = 6, .most_keys = 8, .stored = "visit_assign" },
	{ .name = "J5", .task = N_("somebody at the counter"),
	  .path = N_("{screen.search} 4 digits enter"),
	  .keys = 2, .data = 4, .most_keys = 3, .most_data = 6, .screen = "person" },
	{ .name = "J7", .task = N_("why is it this amount"),
	  .path = N_("{screen.search} 4 digits enter {person.amount}"),
	  .keys = 3, .data = 4, .most_keys = 4, .most_data = 6, .screen = "amount" },
	{ .name = "J13", .task = N_("fill a vacancy"),
	  .path = N_(":va enter enter space {vacancy.jobs_refer}"),
	  .keys = 7, .most_keys = 10, .stored = "jobs_refer" },
};
#define COUNT ((int)(sizeof(journeys) / sizeof(*journeys)))

static bool list(struct app *app, struct err *e)
{
	struct desk d = { .app = app, .arena = app->arena };

	if (!desk_bind(&d, e))
		return false;
	for (int i = 0; i < COUNT; i++)
		if (printf("%s  %s: %s\n", journeys[i].name, tr_label(journeys[i].task),
			   coach_way(&d, tr_label(journeys[i].path), app->arena)) < 0)
			return err_errno(e, "could not write");
	return true;
}

static bool take(struct app *app, struct coach *to, struct err *e)
{
	for (int i = 0; i < COUNT; i++)
		if (strcmp(journeys[i].name, app->args[0]) == 0) {
			*to = journeys[i];
			return true;
		}
	ERR(e, ERR_USAGE, "there is no journey \"%s\" to practise", app->args[0]);
	return err_hint(e, "steward practice lists them.");
}

static bool add_persons(struct app *app, struct coach *to, struct err *e)
{
	struct db *db;
	struct rows rows;
	bool ok;

	if (!to->data)
		return true;
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && db_run(db, app->arena, &PRACTICE_PERSONS, NULL, &rows, e);
	for (int i = 0; ok && i < rows.n && i < COACH_PERSONS; i++, to->n++) {
		to->persons[i].who = row_text(&rows, i, PRACTICE_PERSONS_WHO);
		to->persons[i].arg = row_text(&rows, i, PRACTICE_PERSONS_PERSON_ID);
	}
	db_close(db);
	return ok;
}

/* An office is never practised on, whatever is asked or configured. */
static bool take_demo(struct app *app, struct err *e)
{
	const char *folder;

	if (app_option(app, "db")) {
		ERR(e, ERR_USAGE, "practice takes no --db: never on an office");
		return err_hint(e, "--dir names the folder of a demo.");
	}
	folder = demo_folder(app, e);
	if (!folder)
		return false;
	if (!cluster_is_demo(folder)) {
		ERR(e, ERR_USAGE, "there is no demo in \"%s\" to practise on", folder);
		return err_hint(e, "Make one: steward demo --dir FOLDER --batch");
	}
	demo_use(app, folder);
	return true;
}

bool cmd_practice(struct app *app, struct err *e)
{
	struct coach coach;
	bool ok;

	if (!app->nargs)
		return list(app, e);
	if (!take(app, &coach, e) || !take_demo(app, e) || !add_persons(app, &coach, e))
		return false;
	app->nargs = 0;
	app->coach = &coach;
	ok = cmd_desk(app, e);
	app->coach = NULL;
	return ok;
}
