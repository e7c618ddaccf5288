#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "help.h"
#include "help_sql.h"

const struct option_def help_difficulty_options[] = {
	{ "registered", 't', N_("day of the registration as unemployed"), NULL },
	{ "family", 't', N_("zero_employment, low_income and others; more with +"),
	  NULL },
	{ "disability", 't', N_("mild, moderate or severe"), NULL },
	{ "hukou", 't', N_("local, other, rural or the code of a place"), "local" },
	{ "officer", 'f', N_("manages a company"), NULL, 0, 0 },
	{ "service", 'n', N_("months served without success"), NULL, 0, 1200 },
	{ "channel", 't', N_("where the claim came from"), "counter" },
	{ 0 }
};

bool help_difficulty(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	const char *params[] = { person,
				 c->option(c, "registered"),
				 c->option(c, "family"),
				 c->option(c, "disability"),
				 c->option(c, "hukou"),
				 c->option(c, "officer") ? "true" : "false",
				 c->option(c, "service"),
				 c->option(c, "channel") };

	if (!person || !c->run(c, &HELP_APPLY, params, &claim))
		return false;
	c->note(c, N_("number %s is received; the next judge works it out"), claim, "");
	return true;
}

static bool take_back(const struct verb_call *c, const struct stmt *s)
{
	const char *person = c->person(c), *claim;

	if (!person || !c->run(c, s, &person, &claim))
		return false;
	c->note(c, N_("number %s is taken back"), claim, "");
	return true;
}

bool help_withdraw(const struct verb_call *c)
{
	return take_back(c, &HELP_WITHDRAW);
}

bool help_subsidy_withdraw(const struct verb_call *c)
{
	return take_back(c, &HELP_SUBSIDY_WITHDRAW);
}

bool help_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &HELP_DIFFICULTIES, &person, help_difficulty_columns, NULL) &&
	       (!person || c->print(c, &HELP_MEASURES, &person, help_measure_columns,
				    N_("What was done")));
}

const struct option_def help_measure_options[] = {
	{ "note", 't', N_("a remark"), NULL },
	{ "drop", 'f', N_("it was noted by mistake, today"), NULL, 0, 0 },
	{ 0 }
};

bool help_measure(const struct verb_call *c)
{
	const char *person = c->person(c), *rows;
	const char *params[] = { person, c->args[1], c->option(c, "note") };
	bool is_dropped = c->option(c, "drop") != NULL;

	if (!person ||
	    !c->run(c, is_dropped ? &HELP_MEASURE_DROP : &HELP_MEASURE, params, &rows))
		return false;
	return c->print(c, &HELP_MEASURES, &person, help_measure_columns, NULL);
}

const struct option_def help_subsidy_options[] = {
	{ "month", 'd', N_("month of the contributions"), NULL, 0, 0 },
	{ "paid", 't', N_("what was paid for it, in yuan"), NULL },
	{ "occupation", 't', N_("occupation of the certificate or course"), NULL },
	{ "level", 'n', N_("its level, 1 the highest"), NULL, 1, 5 },
	{ "issued", 'd', N_("day of the certificate"), NULL, 0, 0 },
	{ "scarce", 'f', N_("a scarce occupation"), NULL, 0, 0 },
	{ "class", 't', N_("class of the place's table"), NULL },
	{ "with-training", 'f', N_("the course was subsidised, too"), NULL, 0, 0 },
	{ "channel", 't', N_("where the claim came from"), "counter" },
	{ 0 }
};

bool help_subsidy(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	const char *params[] = { person,
				 c->args[1],
				 c->option(c, "month"),
				 c->option(c, "paid"),
				 c->option(c, "occupation"),
				 c->option(c, "level"),
				 c->option(c, "issued"),
				 c->option(c, "scarce") ? "true" : "false",
				 c->option(c, "class"),
				 c->option(c, "with-training") ? "true" : "false",
				 c->option(c, "channel") };

	if (!person || !c->run(c, &HELP_SUBSIDY, params, &claim))
		return false;
	c->note(c, N_("number %s is received; the next judge works it out"), claim, "");
	return true;
}

bool help_subsidies(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &HELP_SUBSIDIES, &person, help_subsidy_columns, NULL);
}

const struct option_def help_hire_options[] = {
	{ "unit-no", 't', N_("number of the employer"), NULL },
	{ "unit", 't', N_("name of the employer"), NULL },
	{ "account", 't', N_("account that it is paid to"), NULL },
	{ "paid", 't', N_("employer's share for the month, in yuan; else the payroll's"),
	  NULL },
	{ "channel", 't', N_("where the claim came from"), "counter" },
	{ 0 }
};

bool help_hire(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	char first[16];
	const char *params[] = { person,
				 first,
				 c->option(c, "paid"),
				 c->option(c, "unit-no"),
				 c->option(c, "unit"),
				 c->option(c, "account"),
				 c->option(c, "channel") };

	if (!person)
		return false;
	if (strlen(c->args[1]) != 7)
		return c->fail(c, N_("a month is told as YYYY-MM"),
			       N_("For example 2025-11."));
	snprintf(first, sizeof(first), "%s-01", c->args[1]);
	if (!c->run(c, &HELP_HIRE, params, &claim))
		return false;
	c->note(c, N_("number %s is received; the next judge works it out"), claim, "");
	return true;
}

const struct option_def help_staff_options[] = {
	{ "occupation", 't', N_("occupation of the certificate or course"), NULL },
	{ "level", 'n', N_("its level, 1 the highest"), NULL, 1, 5 },
	{ "issued", 'd', N_("day of the certificate"), NULL, 0, 0 },
	{ "unit-no", 't', N_("number of the employer"), NULL },
	{ "unit", 't', N_("name of the employer"), NULL },
	{ "account", 't', N_("account that it is paid to"), NULL },
	{ "channel", 't', N_("where the claim came from"), "counter" },
	{ 0 }
};

bool help_staff(const struct verb_call *c)
{
	const char *person = c->person(c), *claim, *params[9] = { person, c->args[1] };

	for (int i = 0; help_staff_options[i].name; i++)
		params[i + 2] = c->option(c, help_staff_options[i].name);
	if (!person || !c->run(c, &HELP_STAFF, params, &claim))
		return false;
	c->note(c, N_("number %s is received; the next judge works it out"), claim, "");
	return true;
}
