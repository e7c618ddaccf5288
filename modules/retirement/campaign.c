#include "campaign.h"

#include "campaign_sql.h"
#include "visit_sql.h"

const struct fact_column campaign_facts[] = { { "asked_alive_until", "date", "day",
						N_("asked for a sign of life until") },
					      { 0 } };

/* Until the last deadline nobody's pension is to be stopped for want of a certificate. */
const char campaign_select[] =
    "select person_id, max(c.begun_on) + campaign_days(1) + campaign_days(2),"
    " null::date as facts_until from certify_cohort c {todo}"
    " join certify_campaign k using (campaign) where not k.is_yearly group by person_id";

const struct finder campaign_finders[] = {
	{ "retirement.campaign_first", N_("asked for a sign of life"),
	  "Social Insurance Agency Regulations 2023, art. 26", NULL, "ask_alive",
	  "certification.notice_days_1", &CAMPAIGN_FIRST },
	{ "retirement.campaign_second", N_("asked again for a sign of life"),
	  "Social Insurance Agency Regulations 2023, art. 26", NULL, "ask_alive",
	  "certification.notice_days_2", &CAMPAIGN_SECOND },
	{ "retirement.visit", N_("visit at home"),
	  "Social Insurance Agency Regulations 2023, art. 26", NULL, "certify_visit",
	  NULL, &VISIT_FOUND },
	{ 0 }
};

const struct move campaign_moves[] = { { "open", "dismiss", "dismissed", "clerk",
					 MOVE_CLOSE, NULL, "d",
					 N_("dismiss: the person need not be asked") },
				       { 0 } };

static const struct column list_columns[] = {
	{ .col = CAMPAIGN_LIST_CAMPAIGN, .title = N_("Campaign"), .width = 16 },
	{ .col = CAMPAIGN_LIST_BEGINS_ON,
	  .title = N_("Begins"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = CAMPAIGN_LIST_AREA, .title = N_("Area"), .width = 12 },
	{ .col = CAMPAIGN_LIST_AGES, .title = N_("Age"), .width = 7 },
	{ .col = CAMPAIGN_LIST_DIGITS, .title = N_("Digits"), .width = 8 },
	{ .col = CAMPAIGN_LIST_YEARLY,
	  .title = N_("Yearly"),
	  .kind = COLUMN_LABEL,
	  .width = 6 },
	{ .col = CAMPAIGN_LIST_PERSONS,
	  .title = N_("Persons"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = CAMPAIGN_LIST_FIRST,
	  .title = N_("First"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = CAMPAIGN_LIST_SECOND,
	  .title = N_("Second"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = CAMPAIGN_LIST_OVER,
	  .title = N_("Over"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = CAMPAIGN_LIST_OUT,
	  .title = N_("Out"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ 0 }
};
static const struct column show_columns[] = {
	{ .col = CAMPAIGN_SHOW_PERSON_ID, .title = N_("Person"), .width = 10 },
	{ .col = CAMPAIGN_SHOW_NAME, .title = N_("Name"), .width = 12 },
	{ .col = CAMPAIGN_SHOW_AREA, .title = N_("Area"), .width = 12 },
	{ .col = CAMPAIGN_SHOW_STAGE,
	  .title = N_("Notice"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = CAMPAIGN_SHOW_UNTIL,
	  .title = N_("Until"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = CAMPAIGN_SHOW_WHY,
	  .title = N_("Why"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = CAMPAIGN_SHOW_SINCE,
	  .title = N_("Since"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ 0 }
};

bool campaign_make(const struct verb_call *c)
{
	const char *params[] = { c->args[0],
				 c->option(c, "begin"),
				 c->option(c, "area"),
				 c->option(c, "age-from"),
				 c->option(c, "age-to"),
				 c->option(c, "digits"),
				 c->option(c, "yearly") ? "true" : "false" };
	const char *persons;

	if (!params[1])
		return c->fail(c, N_("say on which day it begins"), N_("Give --begin."));
	if (!c->run(c, &CAMPAIGN_MAKE, params, &persons))
		return false;
	c->note(c, N_("%s persons as of today; who is in it is fixed when it begins"),
		persons, "");
	return true;
}

bool campaign_show(const struct verb_call *c)
{
	return c->print(c, &CAMPAIGN_SHOW, c->args, show_columns, NULL);
}

bool campaign_list(const struct verb_call *c)
{
	return c->print(c, &CAMPAIGN_LIST, NULL, list_columns, NULL);
}

bool campaign_exempt(const struct verb_call *c)
{
	const char *params[] = { c->args[0], c->args[1], c->option(c, "why") };
	const char *persons;

	if (!params[2])
		return c->fail(c, N_("an area is left out for a reason"),
			       N_("Give it by --why."));
	if (!c->run(c, &CAMPAIGN_LEAVE_OUT, params, &persons))
		return false;
	c->note(c, N_("%s persons are out of the campaign"), persons, "");
	return true;
}

const struct option_def campaign_new_options[] = {
	{ "begin", 'd', N_("the day on which it begins"), NULL, 0, 0 },
	{ "area", 'n', N_("code of an area; all that lie in it"), NULL, 1, 999999999 },
	{ "age-from", 'n', N_("from this age on"), NULL, 0, 150 },
	{ "age-to", 'n', N_("up to this age"), NULL, 0, 150 },
	{ "digits", 't', N_("last digits of the number, blanks between"), NULL, 0, 0 },
	{ "yearly", 'f', N_("each year anew; only being seen counts"), NULL, 0, 0 },
	{ 0 }
};
const struct option_def campaign_exempt_options[] = {
	{ "why", 't', N_("the reason"), NULL, 0, 0 }, { 0 }
};
