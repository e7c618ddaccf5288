/* Dispatch: the nurses that a request's task offers, plans of a day as files, absences,
 * and the module's verbs. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "plan_sql.h"
#include "request.h"
#include "visits.h"

static const struct column offer_columns[] = {
	{ .col = PLAN_OFFERS_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = PLAN_OFFERS_NURSE, .title = N_("Nurse"), .width = 10 },
	{ .col = PLAN_OFFERS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
const struct section plan_task_sections[] = {
	{ .name = "care_offers", .title = N_("Who can go"), .stmt = &PLAN_OFFERS,
	  .columns = offer_columns },
	{ 0 }
};
static const int offer_args[] = { PLAN_OFFERS_PERSON_ID, PLAN_OFFERS_CAUSE,
				  PLAN_OFFERS_LICENCE, -1 };
const struct action plan_task_actions[] = {
	{ "enter", N_("dispatch"), "clerk", "care_offers", offer_args,
	  .runs = &PLAN_TAKE },
	{ 0 }
};

static const struct column candidate_columns[] = {
	{ .col = PLAN_CANDIDATES_NTH, .title = N_("No."), .kind = COLUMN_COUNT,
	  .width = 4 },
	{ .col = PLAN_CANDIDATES_LICENCE, .title = N_("Licence"), .width = 10 },
	{ .col = PLAN_CANDIDATES_NURSE, .title = N_("Nurse"), .width = 10 },
	{ .col = PLAN_CANDIDATES_POINTS, .title = N_("Points"), .width = 6 },
	{ .col = PLAN_CANDIDATES_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

/* Who could go, or why nobody can. */
static bool candidates(const struct verb_call *c)
{
	const char *person = request_person(c), *why;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &PLAN_REASON, params, &why))
		return false;
	if (*why)
		c->note(c, N_("nobody can go: %s"), c->say(c, why), "");
	return c->print(c, &PLAN_CANDIDATES, params, candidate_columns, NULL);
}

static bool take(const struct verb_call *c)
{
	const char *person = request_person(c), *state;
	const char *params[] = { person, c->args[1], c->nargs > 2 ? c->args[2] : NULL };

	if (!person || !c->run(c, &PLAN_TAKE, params, &state))
		return false;
	c->note(c, N_("request %s is planned"), c->args[1], "");
	return true;
}

static const struct column day_columns[] = {
	{ .col = PLAN_DAY_NURSE, .title = N_("Nurse"), .width = 10 },
	{ .col = PLAN_DAY_FROM_AT, .title = N_("From"), .width = 5 },
	{ .col = PLAN_DAY_TO_AT, .title = N_("To"), .width = 5 },
	{ .col = PLAN_DAY_NAME, .title = N_("Name"), .width = 10 },
	{ .col = PLAN_DAY_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL, .width = 8 },
	{ .col = PLAN_DAY_STAND, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9 },
	{ .col = PLAN_DAY_PLAN_NO, .title = N_("Plan"), .width = 10 },
	{ .col = PLAN_DAY_PHONE, .title = N_("Contact") },
	{ 0 }
};
static const struct option_def plan_options[] = {
	{ "out", 't', N_("folder for a file of each nurse") }, { 0 }
};

/* One nurse's file: FOLDER/DAY_LICENCE.csv. */
static bool put_nurse(const struct verb_call *c, const char *folder, const char *nurse)
{
	const char *params[] = { c->args[0], nurse }, *body, *licence;
	size_t most;
	char *path;

	if (!c->run(c, &PLAN_TEXT, params, &body) ||
	    !c->run(c, &PLAN_LICENCE, &nurse, &licence))
		return false;
	most = strlen(folder) + strlen(params[0]) + strlen(licence) + 7;
	path = c->room(c, most);
	snprintf(path, most, "%s/%s_%s.csv", folder, params[0], licence);
	return c->put(c, path, body);
}

static bool put_all(const struct verb_call *c, const char *folder, const char *nurses)
{
	char count[12], *all = c->room(c, strlen(nurses) + 1), *rest;
	int n = 0;

	memcpy(all, nurses, strlen(nurses) + 1);
	for (char *at = strtok_r(all, " ", &rest); at; at = strtok_r(NULL, " ", &rest)) {
		if (!put_nurse(c, folder, at))
			return false;
		n++;
	}
	snprintf(count, sizeof(count), "%d", n);
	c->note(c, N_("%s files written to %s"), count, folder);
	return true;
}

static bool plan(const struct verb_call *c)
{
	const char *params[] = { c->args[0], c->nargs > 1 ? c->args[1] : NULL };
	const char *out = c->option(c, "out"), *nurses;

	if (!out)
		return c->print(c, &PLAN_DAY, params, day_columns, NULL);
	return c->run(c, &PLAN_NURSES, params, &nurses) && put_all(c, out, nurses);
}

static bool back(const struct verb_call *c)
{
	const char *person = request_person(c), *n;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &PLAN_BACK, params, &n))
		return false;
	c->note(c, N_("plan %s is back in the queue"), c->args[1], "");
	return true;
}

static bool absent(const struct verb_call *c)
{
	const char *n;

	if (!c->run(c, &PLAN_ABSENT, c->args, &n))
		return false;
	c->note(c, N_("%s visits are back in the queue"), n, "");
	return true;
}

static bool present(const struct verb_call *c)
{
	const char *n;

	if (!c->run(c, &PLAN_PRESENT, c->args, &n))
		return false;
	c->note(c, N_("%s visits are planned again"), n, "");
	return true;
}

const struct module_verb plan_verbs[] = {
	{ "nursing settle", "YYYY-MM [STATE]",
	  N_("which visits of a month are payable, and which are held"), 1, 2, "clerk",
	  NULL, visits_settle },
	{ "nursing ask", "PERSON care|nursing|medicine DAY",
	  N_("note a request for a visit or a delivery"), 3, 3, "clerk",
	  request_ask_options, request_ask },
	{ "nursing withdraw", "PERSON REQUEST", N_("the person takes a request back"), 2,
	  2, "clerk", NULL, request_withdraw },
	{ "nursing requests", "", N_("requests for visits by all channels"), 0, 0,
	  "clerk", request_list_options, request_print },
	{ "nursing assess", "PERSON DAY DAILY MIND SENSES",
	  N_("note an assessment: 10, 4 and 3 numbers, blanks between"), 5, 5, "clerk",
	  level_assess_options, level_assess },
	{ "nursing items", "", N_("items of the assessment, and their points"), 0, 0,
	  "clerk", NULL, level_items },
	{ "nursing level", "PERSON",
	  N_("care level, and the hours of this month: granted, visited, planned, left"),
	  1, 1, "clerk", NULL, level_print },
	{ "nursing paid", "FORM COST DAYS",
	  N_("what the fund pays of care by its form, in a place"), 3, 3, "clerk",
	  packages_options, packages_paid },
	{ "nursing hours", "GRADE HOURS",
	  N_("hours of care that are paid of those done in a week, in a place"), 2, 2,
	  "clerk", packages_options, packages_hours },
	{ "nursing candidates", "PERSON REQUEST", N_("who could go, the best first"), 2,
	  2, "clerk", NULL, candidates },
	{ "nursing take", "PERSON REQUEST [LICENCE]",
	  N_("plan a request: the best nurse, or this one"), 2, 3, "clerk", NULL, take },
	{ "nursing plan", "DAY [LICENCE]",
	  N_("planned visits of a day; with --out a file for each nurse"), 1, 2, "clerk",
	  plan_options, plan },
	{ "nursing back", "PERSON PLAN", N_("a planned visit goes back to the queue"), 2,
	  2, "clerk", NULL, back },
	{ "nursing absent", "LICENCE DAY",
	  N_("a nurse does not come: all planned for that day go back to the queue"), 2,
	  2, "clerk", NULL, absent },
	{ "nursing present", "LICENCE DAY",
	  N_("the nurse comes after all: whoever still waits is planned again"), 2, 2,
	  "clerk", NULL, present },
	{ 0 }
};
