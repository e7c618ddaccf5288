/* The counter's forms for subsidies: what a person asks for, and what an employer asks
 * for because of a person.  What is missing is told by the function that takes it in. */
#include <stddef.h>

#include "help.h"
#include "help_sql.h"

static const struct column head_columns[] = {
	{ .col = HELP_HEAD_NAME, .title = N_("Name") },
	{ .col = HELP_HEAD_ID_NO, .title = N_("Number") },
	{ .col = HELP_HEAD_BAR, .title = N_("Remark"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct section help_subsidy_sections[] = { { .name = "head",
						   .stmt = &HELP_HEAD,
						   .columns = head_columns,
						   .is_fields = true },
						 { 0 } };

static const struct form_field own_fields[] = {
	{ "kind", ENTRY_CODE, N_("Subsidy"), .list = &HELP_OWN_KINDS },
	{ "month", ENTRY_DAY, N_("month of the contributions"), .optional = true,
	  .most = "today" },
	{ "paid", ENTRY_MONEY, N_("what was paid for it"), .optional = true },
	{ "occupation", ENTRY_TEXT, N_("Occupation"), .optional = true, .bytes = 60 },
	{ "level", ENTRY_COUNT, N_("its level, 1 the highest"), .optional = true,
	  .least = "1", .most = "5" },
	{ "issued", ENTRY_DAY, N_("day of the certificate"), .optional = true,
	  .most = "today" },
	{ "scarce", ENTRY_YES, N_("a scarce occupation"), .value = "no" },
	{ "class", ENTRY_TEXT, N_("class of the place's table"), .optional = true,
	  .bytes = 20 },
	{ "training", ENTRY_YES, N_("the course was subsidised, too"), .value = "no" },
	{ 0 }
};
const struct form help_own_form = { own_fields, &HELP_SUBSIDY_FORM,
				    N_("it is received") };

static const struct form_field employer_fields[] = {
	{ "kind", ENTRY_CODE, N_("Subsidy"), .list = &HELP_EMPLOYER_KINDS },
	{ "unit_no", ENTRY_TEXT, N_("number of the employer"), .bytes = 40 },
	{ "unit", ENTRY_TEXT, N_("name of the employer"), .bytes = 120 },
	{ "account", ENTRY_TEXT, N_("account that it is paid to"), .bytes = 40 },
	{ "month", ENTRY_DAY, N_("month of the contributions"), .optional = true,
	  .most = "today" },
	{ "paid", ENTRY_MONEY, N_("employer's share; else the payroll's"),
	  .optional = true },
	{ "certificate", ENTRY_TEXT, N_("number of the certificate"), .optional = true,
	  .bytes = 60 },
	{ "occupation", ENTRY_TEXT, N_("Occupation"), .optional = true, .bytes = 60 },
	{ "level", ENTRY_COUNT, N_("its level, 1 the highest"), .optional = true,
	  .least = "1", .most = "5" },
	{ "issued", ENTRY_DAY, N_("day of the certificate"), .optional = true,
	  .most = "today" },
	{ 0 }
};
const struct form help_employer_form = { employer_fields, &HELP_EMPLOYER_FORM,
					 N_("it is received") };
