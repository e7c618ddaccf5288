/* The page of a person: what core knows of somebody; modules add parts of their own. */
#include "views.h"

#include <stddef.h>

#include "money/account_sql.h"
#include "money/money_sql.h"
#include "money/deduction_sql.h"
#include "money/deductions.h"
#include "money/owed.h"
#include "money/owed_sql.h"
#include "post/post_sql.h"
#include "screens/looks_sql.h"
#include "screens/views_sql.h"

static const int args_signal[] = { PERSON_SIGNALS_PERSON_ID, PERSON_SIGNALS_RULE_ID,
				   PERSON_SIGNALS_CAUSE, -1 };

static const struct column person_identity[] = {
	{ .col = PERSON_IDENTITY_NAME, .title = N_("Name"), .width = 24 },
	{ .col = PERSON_IDENTITY_ID_NO, .title = N_("Number"), .width = 20 },
	{ .col = PERSON_IDENTITY_BIRTH_DATE, .title = N_("Born"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = PERSON_IDENTITY_AGE, .title = N_("Age"), .kind = COLUMN_COUNT,
	  .width = 20 },
	{ .col = PERSON_IDENTITY_SEX, .title = N_("Sex"), .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = PERSON_IDENTITY_REGION, .title = N_("Area"), .width = 24 },
	{ .col = PERSON_IDENTITY_HOUSEHOLD_SIZE, .title = N_("Household"),
	  .kind = COLUMN_COUNT, .width = 20 },
	{ .col = PERSON_IDENTITY_PERSON_ID, .title = N_("Person"), .width = 20 },
	{ 0 }
};

static const struct column person_signals[] = {
	{ .col = PERSON_SIGNALS_DUE, .title = N_("Due"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = PERSON_SIGNALS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 18 },
	{ .col = PERSON_SIGNALS_SAY, .title = N_("Why"), .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ .col = PERSON_SIGNALS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ 0 }
};

static const struct column person_benefits[] = {
	{ .col = PERSON_BENEFITS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_BENEFITS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_BENEFITS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = PERSON_BENEFITS_MONTHLY_FEN, .title = N_("A month"),
	  .kind = COLUMN_MONEY, .width = 11 },
	{ .col = PERSON_BENEFITS_VALID_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = PERSON_BENEFITS_VALID_TO, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ .col = PERSON_BENEFITS_FILE, .title = N_("File"), .gives_way = 4 },
	{ .col = PERSON_BENEFITS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7, .gives_way = 3 },
	{ 0 }
};

static const struct column person_lines[] = {
	{ .col = PERSON_LINES_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 10 },
	{ .col = PERSON_LINES_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_LINES_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_LINES_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = PERSON_LINES_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const struct column person_arrears[] = {
	{ .col = PERSON_ARREARS_FROM_PERIOD, .title = N_("From"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PERSON_ARREARS_TO_PERIOD, .title = N_("To"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PERSON_ARREARS_MONTHS, .title = N_("Months"), .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = PERSON_ARREARS_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = PERSON_ARREARS_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const struct column person_holds[] = {
	{ .col = PERSON_HOLDS_FROM_PERIOD,
	  .title = N_("Held from"),
	  .kind = COLUMN_PERIOD,
	  .width = 10 },
	{ .col = PERSON_HOLDS_KIND,
	  .title = N_("What"),
	  .kind = COLUMN_LABEL,
	  .width = 12,
	  .gives_way = 2 },
	{ .col = PERSON_HOLDS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = PERSON_HOLDS_RULE_ID, .title = N_("Rule") },
	{ .col = PERSON_HOLDS_PROPOSER, .title = N_("By"), .width = 10 },
	{ .col = PERSON_HOLDS_APPROVER,
	  .title = N_("Approver"),
	  .width = 10,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column person_accounts[] = {
	{ .col = PERSON_ACCOUNTS_CHANNEL, .title = N_("Channel"), .width = 10 },
	{ .col = PERSON_ACCOUNTS_NUMBER, .title = N_("Account number"), .width = 32 },
	{ .col = PERSON_ACCOUNTS_HOLDER, .title = N_("Holder") },
	{ .col = PERSON_ACCOUNTS_VALID_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = PERSON_ACCOUNTS_ENTERED_ON, .title = N_("Entered"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ 0 }
};

static const struct column person_payments[] = {
	{ .col = PERSON_PAYMENTS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 10 },
	{ .col = PERSON_PAYMENTS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = PERSON_PAYMENTS_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = PERSON_PAYMENTS_PAID_ON, .title = N_("Paid on"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ .col = PERSON_PAYMENTS_FILE, .title = N_("File"), .gives_way = 3 },
	{ .col = PERSON_PAYMENTS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7, .gives_way = 2 },
	{ 0 }
};

static const struct column person_evidence[] = {
	{ .col = PERSON_EVIDENCE_DAY, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = PERSON_EVIDENCE_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_EVIDENCE_SOURCE, .title = N_("Source"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = PERSON_EVIDENCE_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 8, .gives_way = 2 },
	{ .col = PERSON_EVIDENCE_PLACE, .title = N_("Place"), .gives_way = 1 },
	{ .col = PERSON_EVIDENCE_FILE, .title = N_("File"), .width = 24, .gives_way = 3 },
	{ .col = PERSON_EVIDENCE_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7, .gives_way = 2 },
	{ 0 }
};

static const struct column person_decisions[] = {
	{ .col = PERSON_DECISIONS_AT, .title = N_("At"), .width = 16, .gives_way = 3 },
	{ .col = PERSON_DECISIONS_RULE_ID,
	  .title = N_("Rule"),
	  .width = 18,
	  .gives_way = 2 },
	{ .col = PERSON_DECISIONS_EVENT,
	  .title = N_("Decision"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PERSON_DECISIONS_OUTCOME,
	  .title = N_("Outcome"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = PERSON_DECISIONS_REASON, .title = N_("Reason"), .kind = COLUMN_LABEL },
	{ .col = PERSON_DECISIONS_AUTHOR, .title = N_("By"), .width = 9 },
	{ .col = PERSON_DECISIONS_APPROVER,
	  .title = N_("Approver"),
	  .width = 9,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column person_contacts[] = {
	{ .col = PERSON_CONTACTS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = PERSON_CONTACTS_VALUE, .title = N_("Contact") },
	{ .col = PERSON_CONTACTS_VALID_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = PERSON_CONTACTS_VALID_TO, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ 0 }
};

static const struct column person_messages[] = {
	{ .col = PERSON_MESSAGES_AT, .title = N_("At"), .width = 16 },
	{ .col = PERSON_MESSAGES_TEMPLATE, .title = N_("Message"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = PERSON_MESSAGES_CHANNEL, .title = N_("Channel"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = PERSON_MESSAGES_LANGUAGE, .title = N_("Language"), .width = 8,
	  .gives_way = 3 },
	{ .col = PERSON_MESSAGES_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = PERSON_MESSAGES_RULE_ID, .title = N_("Rule"), .gives_way = 2 },
	{ .col = PERSON_MESSAGES_WHO, .title = N_("By"), .width = 10, .gives_way = 1 },
	{ .col = PERSON_MESSAGES_MESSAGE_ID, .title = N_("Number"), .width = 10 },
	{ 0 }
};

static const struct column person_merges[] = {
	{ .col = PERSON_MERGES_AT, .title = N_("At"), .width = 16 },
	{ .col = PERSON_MERGES_NUMBERS, .title = N_("Numbers"), .width = 40 },
	{ .col = PERSON_MERGES_MOVED, .title = N_("Rows"), .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = PERSON_MERGES_ASIDE, .title = N_("Aside"), .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = PERSON_MERGES_LOGIN, .title = N_("By") },
	{ 0 }
};

static const struct column person_looks[] = {
	{ .col = LOOKS_OF_DISPLAY, .title = N_("By"), .width = 20 },
	{ .col = LOOKS_OF_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = LOOKS_OF_LAST_AT, .title = N_("Time"), .width = 5 },
	{ .col = LOOKS_OF_TIMES, .title = N_("Times"), .kind = COLUMN_COUNT, .width = 5 },
	{ .col = LOOKS_OF_PURPOSE, .title = N_("What for"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const int args_merge[] = { PERSON_MERGES_PERSON_ID, PERSON_MERGES_RULE_ID,
				  PERSON_MERGES_CAUSE, -1 };
static const int args_message[] = { PERSON_MESSAGES_MESSAGE_ID, -1 };

static const struct section person_sections[] = {
	{ .stmt = &PERSON_IDENTITY, .columns = person_identity, .is_fields = true },
	{ .title = N_("Signals and tasks"), .stmt = &PERSON_SIGNALS,
	  .columns = person_signals, .opens = "task", .args = args_signal,
	  .has_why = true },
	{ .title = N_("Holds"), .stmt = &PERSON_HOLDS, .columns = person_holds },
	{ .title = N_("Benefits"), .stmt = &PERSON_BENEFITS, .columns = person_benefits },
	{ .title = N_("Lines of runs"), .stmt = &PERSON_LINES, .columns = person_lines },
	{ .title = N_("Owed back"), .stmt = &OWED_OF, .columns = owed_of_columns },
	{ .title = N_("Deductions"), .stmt = &DEDUCTION_OF,
	  .columns = deduction_of_columns },
	{ .title = N_("Arrears"), .stmt = &PERSON_ARREARS, .columns = person_arrears },
	{ .title = N_("Accounts"), .stmt = &PERSON_ACCOUNTS, .columns = person_accounts },
	{ .title = N_("Payments"), .stmt = &PERSON_PAYMENTS, .columns = person_payments },
	{ .title = N_("Evidence"), .stmt = &PERSON_EVIDENCE, .columns = person_evidence },
	{ .title = N_("Decisions"), .stmt = &PERSON_DECISIONS,
	  .columns = person_decisions },
	{ .title = N_("Merged records"), .stmt = &PERSON_MERGES, .columns = person_merges,
	  .opens = "task", .args = args_merge },
	{ .title = N_("Contacts"), .stmt = &PERSON_CONTACTS, .columns = person_contacts },
	{ .title = N_("Messages"), .stmt = &PERSON_MESSAGES, .columns = person_messages,
	  .opens = "message", .args = args_message },
	{ .title = N_("Looked at by"), .stmt = &LOOKS_OF, .columns = person_looks },
	{ 0 }
};

static const int args_person[] = { PERSON_IDENTITY_PERSON_ID, -1 };
static const struct action person_actions[] = {
	{ "x", N_("why this amount"), NULL, NULL, args_person, .opens = "amount" },
	{ "i", N_("is here"), NULL, NULL, args_person, .runs = &LOOKS_COUNTER },
	{ 0 }
};

const struct screen view_person = { .name = "person",
				    .title = N_("Person"),
				    .sections = person_sections,
				    .named_by = "name",
				    .actions = person_actions };
