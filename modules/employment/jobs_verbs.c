/* The verbs of seekers and vacancies. */
#include <stddef.h>
#include <string.h>

#include "demand.h"
#include "help.h"
#include "jobless.h"
#include "jobs.h"
#include "jobs_sql.h"
#include "premium.h"
#include "told.h"
#include "verb.h"

static const struct column match_columns[] = {
	{ .col = JOBS_MATCH_VACANCY_NO, .title = N_("Vacancy"), .width = 12 },
	{ .col = JOBS_MATCH_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = JOBS_MATCH_PERSON_ID, .title = N_("Person"), .width = 10 },
	{ .col = JOBS_MATCH_NAME, .title = N_("Name"), .width = 10 },
	{ .col = JOBS_MATCH_POINTS, .title = N_("Points"), .width = 6 },
	{ .col = JOBS_MATCH_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct option_def match_options[] = {
	{ "most", 'n', N_("at most so many for each vacancy"), "10", 1, 10000 }, { 0 }
};

static bool match(const struct verb_call *c)
{
	const char *params[] = { c->nargs ? c->args[0] : NULL, c->option(c, "most") };

	return c->print(c, &JOBS_MATCH, params, match_columns, NULL);
}

/* A blank in a word would be two persons. */
static const char *persons_of(const struct verb_call *c)
{
	size_t n = 1;
	char *all;

	for (int i = 1; i < c->nargs; i++)
		n += strlen(c->args[i]) + 1;
	all = c->room(c, n);
	n = 0;
	for (int i = 1; i < c->nargs; i++) {
		size_t len = strlen(c->args[i]);

		if (!len || strcspn(c->args[i], " \t\r\n") != len)
			return NULL;
		if (n)
			all[n++] = ' ';
		memcpy(all + n, c->args[i], len);
		n += len;
	}
	return all;
}

static bool refer(const struct verb_call *c)
{
	const char *params[] = { c->args[0], persons_of(c) }, *n;

	if (!params[1])
		return c->fail(c, N_("a person is told by one word"),
			       N_("Give the citizen identity number, or the number on "
				  "the person's page."));
	if (!c->run(c, &JOBS_REFER, params, &n))
		return false;
	c->note(c, N_("%s referred to %s"), n, c->args[0]);
	return true;
}

static const struct option_def outcome_options[] = {
	{ "reason", 't', N_("code of the reason, where there are several"), "" }, { 0 }
};

static bool outcome(const struct verb_call *c)
{
	const char *params[] = { c->args[0], c->args[1], c->args[2],
				 c->option(c, "reason") };

	if (!c->run(c, &JOBS_OUTCOME, params, NULL))
		return false;
	c->note(c, N_("noted of %s: %s"), c->args[0], c->args[2]);
	return true;
}

static const struct column vacancy_columns[] = {
	{ .col = JOBS_VACANCIES_VACANCY_NO, .title = N_("Vacancy"), .width = 12 },
	{ .col = JOBS_VACANCIES_UNIT, .title = N_("Unit"), .width = 16 },
	{ .col = JOBS_VACANCIES_OPEN_POSTS,
	  .title = N_("Posts"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = JOBS_VACANCIES_EXPIRES_ON,
	  .title = N_("To"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBS_VACANCIES_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = JOBS_VACANCIES_OCCUPATION, .title = N_("Occupation") },
	{ 0 }
};
static const struct option_def vacancies_options[] = {
	{ "state", 't', N_("open, filled or expired"), "open" },
	{ "limit", 'n', N_("at most so many"), "100", 1, 100000 },
	{ 0 }
};

static bool vacancies(const struct verb_call *c)
{
	const char *params[] = { c->option(c, "state"), NULL, NULL,
				 c->option(c, "limit") };

	return c->print(c, &JOBS_VACANCIES, params, vacancy_columns, NULL);
}

static const struct column referral_columns[] = {
	{ .col = JOBS_REFERRALS_REFERRED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBS_REFERRALS_VACANCY_NO, .title = N_("Vacancy"), .width = 12 },
	{ .col = JOBS_REFERRALS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = JOBS_REFERRALS_STAND,
	  .title = N_("Outcome"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = JOBS_REFERRALS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

static bool referrals(const struct verb_call *c)
{
	const char *vacancy = c->nargs ? c->args[0] : NULL;

	return c->print(c, &JOBS_REFERRALS, &vacancy, referral_columns, NULL);
}

const struct module_verb jobs_verbs[] = {
	{ "employment match", "[VACANCY]", N_("who fits a vacancy, or each that is open"),
	  0, 1, "clerk", match_options, match },
	{ "employment refer", "VACANCY PERSON...", N_("refer persons to a vacancy"), 2,
	  -1, "clerk", NULL, refer },
	{ "employment outcome", "VACANCY PERSON OUTCOME",
	  N_("what came of it: placed, refused, not_taken or no_answer"), 3, 3, "clerk",
	  outcome_options, outcome },
	{ "employment vacancies", "", N_("vacancies of employers"), 0, 0, "clerk",
	  vacancies_options, vacancies },
	{ "employment demand", "[OCCUPATION]",
	  N_("posts and seekers by occupation, and the next months"), 0, 1, "clerk",
	  demand_options, demand_verb },
	{ "employment referrals", "[VACANCY]", N_("referrals and what came of them"), 0,
	  1, "clerk", NULL, referrals },
	{ "employment claim", "PERSON", N_("receive a claim for unemployment benefit"), 1,
	  1, "clerk", jobless_claim_options, jobless_claim },
	{ "employment withdraw", "PERSON", N_("the person takes the claim back"), 1, 1,
	  "clerk", NULL, jobless_withdraw },
	{ "employment claims", "[PERSON]",
	  N_("claims of a person, or all that wait for a decision"), 0, 1, "clerk", NULL,
	  jobless_claims },
	{ "employment told", "PERSON [army|abroad|work_refused|training_refused DAY]",
	  N_("note what ends unemployment benefit, or take it back"), 1, 3, "clerk",
	  told_options, told_verb },
	{ "employment difficulty", "PERSON",
	  N_("note that a person asks to be counted as having difficulty"), 1, 1, "clerk",
	  help_difficulty_options, help_difficulty },
	{ "employment difficulty_withdraw", "PERSON", N_("the person takes it back"), 1,
	  1, "clerk", NULL, help_withdraw },
	{ "employment difficulties", "[PERSON]",
	  N_("who has difficulty in finding work, who helps, when it is looked at anew"),
	  0, 1, "clerk", NULL, help_list },
	{ "employment measure", "PERSON MEASURE",
	  N_("what was done: counsel, training, post, trial, business or other"), 2, 2,
	  "clerk", help_measure_options, help_measure },
	{ "employment subsidy", "PERSON flexible|skill|training",
	  N_("receive a claim for a subsidy"), 2, 2, "clerk", help_subsidy_options,
	  help_subsidy },
	{ "employment hire", "PERSON MONTH",
	  N_("receive an employer's claim for a person it has taken on"), 2, 2, "clerk",
	  help_hire_options, help_hire },
	{ "employment trained", "PERSON CERTIFICATE",
	  N_("receive an employer's claim for a person it has trained"), 2, 2, "clerk",
	  help_staff_options, help_staff },
	{ "employment subsidy_withdraw", "PERSON", N_("the person takes it back"), 1, 1,
	  "clerk", NULL, help_subsidy_withdraw },
	{ "employment subsidies", "[PERSON]", N_("subsidies, or all that wait"), 0, 1,
	  "clerk", NULL, help_subsidies },
	{ "employment premium make", "[MONTH]",
	  N_("the list of contributions that the fund pays"), 0, 1, "clerk",
	  premium_make_options, premium_make },
	{ "employment premium approve", "LIST", N_("approve a list, by a second person"),
	  1, 1, "reviewer", NULL, remit_approve },
	{ "employment premium file", "LIST",
	  N_("write an approved list for the collecting office"), 1, 1, "clerk",
	  remit_file_options, remit_file },
	{ "employment premium back", "LIST", N_("take a list back"), 1, 1, NULL, NULL,
	  remit_back },
	{ "employment premiums", "[LIST]", N_("lists, or the rows of one"), 0, 1, NULL,
	  NULL, premium_lists },
	{ 0 }
};
