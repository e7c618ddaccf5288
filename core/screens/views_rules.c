/* The screens of the policy texts: what is in force, who put it there, and what it was
 * seen to do. */
#include <stddef.h>

#include "judge/adoption_sql.h"
#include "judge/rehearse_sql.h"
#include "screens/rules_views_sql.h"
#include "views.h"

static const struct column texts[] = {
	{ .col = ADOPTION_HISTORY_PATH, .title = N_("Text") },
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"),
	  .kind = COLUMN_DAY, .width = 10, .gives_way = 2 },
	{ .col = ADOPTION_HISTORY_ADOPTED_BY, .title = N_("Adopted by"), .width = 13,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column versions[] = {
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"),
	  .kind = COLUMN_DAY, .width = 10 },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_BY, .title = N_("Withdrawn by"), .width = 12,
	  .gives_way = 2 },
	{ .col = ADOPTION_HISTORY_AUTHOR, .title = N_("Author"), .width = 12 },
	{ .col = ADOPTION_HISTORY_ADOPTED_BY, .title = N_("Adopted by"), .width = 13 },
	{ .col = ADOPTION_HISTORY_ADOPTED_AT, .title = N_("At"), .width = 16 },
	{ .col = ADOPTION_HISTORY_HASH, .title = N_("Version"), .gives_way = 1 },
	{ 0 }
};

static const struct column rehearsals[] = {
	{ .col = RULES_REHEARSALS_AT, .title = N_("At"), .width = 16 },
	{ .col = RULES_REHEARSALS_AUTHOR, .title = N_("Author"), .width = 10 },
	{ .col = RULES_REHEARSALS_BUSINESS_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RULES_REHEARSALS_ARISES, .title = N_("Arise"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_REHEARSALS_VANISHES, .title = N_("Vanish"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_REHEARSALS_CHANGES, .title = N_("Change"), .kind = COLUMN_COUNT,
	  .width = 8, .gives_way = 2 },
	{ .col = RULES_REHEARSALS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = RULES_REHEARSALS_HASH, .title = N_("Version"), .gives_way = 1 },
	{ 0 }
};

static const struct column lines[] = {
	{ .col = RULES_TEXT_LINE, .title = N_("Text of the version") }, { 0 }
};

static const struct column waiting[] = {
	{ .col = RULES_WAITING_AUTHOR, .title = N_("Author"), .width = 10 },
	{ .col = RULES_WAITING_TEXTS, .title = N_("Text") },
	{ .col = RULES_WAITING_BUSINESS_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RULES_WAITING_ARISES, .title = N_("Arise"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = RULES_WAITING_VANISHES, .title = N_("Vanish"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = RULES_WAITING_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ 0 }
};

static const struct column rehearsal_head[] = {
	{ .col = RULES_REHEARSAL_TEXTS, .title = N_("Text") },
	{ .col = RULES_REHEARSAL_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = RULES_REHEARSAL_AUTHOR, .title = N_("Author"), .width = 20 },
	{ .col = RULES_REHEARSAL_AT, .title = N_("At"), .width = 20 },
	{ .col = RULES_REHEARSAL_BUSINESS_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = RULES_REHEARSAL_REGION, .title = N_("Area"), .width = 20 },
	{ .col = RULES_REHEARSAL_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT,
	  .width = 20 },
	{ .col = RULES_REHEARSAL_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 20 },
	{ .col = RULES_REHEARSAL_DRAFT_HASH, .title = N_("Draft") },
	{ .col = RULES_REHEARSAL_RESULT_HASH, .title = N_("Result") },
	{ 0 }
};

static const struct column days[] = {
	{ .col = RULES_DAYS_BUSINESS_DAY, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RULES_DAYS_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_DAYS_ARISES, .title = N_("Arise"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_DAYS_VANISHES, .title = N_("Vanish"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_DAYS_CHANGES, .title = N_("Change"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_DAYS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ 0 }
};

static const struct column drafts[] = {
	{ .col = RULES_DRAFT_PATH, .title = N_("Text") },
	{ .col = RULES_DRAFT_BEFORE, .title = N_("Before the draft"), .width = 12 },
	{ .col = RULES_DRAFT_HASH, .title = N_("Draft"), .width = 12 },
	{ 0 }
};

const struct column view_rehearse_groups[] = { { .col = REHEARSE_GROUPS_PART,
						 .title = N_("Grouped by"),
						 .kind = COLUMN_LABEL,
						 .width = 10 },
					       { .col = REHEARSE_GROUPS_VALUE,
						 .title = N_("Group"),
						 .kind = COLUMN_LABEL,
						 .width = 26 },
					       { .col = REHEARSE_GROUPS_PERSONS,
						 .title = N_("Persons"),
						 .kind = COLUMN_COUNT,
						 .width = 7 },
					       { .col = REHEARSE_GROUPS_ARISES,
						 .title = N_("Arise"),
						 .kind = COLUMN_COUNT,
						 .width = 6 },
					       { .col = REHEARSE_GROUPS_VANISHES,
						 .title = N_("Vanish"),
						 .kind = COLUMN_COUNT,
						 .width = 6 },
					       { .col = REHEARSE_GROUPS_CHANGES,
						 .title = N_("Change"),
						 .kind = COLUMN_COUNT,
						 .width = 6,
						 .gives_way = 1 },
					       { .col = REHEARSE_GROUPS_GAINS,
						 .title = N_("Gain"),
						 .kind = COLUMN_COUNT,
						 .width = 6,
						 .gives_way = 3 },
					       { .col = REHEARSE_GROUPS_LOSES,
						 .title = N_("Lose"),
						 .kind = COLUMN_COUNT,
						 .width = 6,
						 .gives_way = 2 },
					       { .col = REHEARSE_GROUPS_MONTHLY_FEN,
						 .title = N_("Yuan a month"),
						 .kind = COLUMN_MONEY,
						 .width = 14 },
					       { 0 } };

/* What the draft says, or what would not be said any more: both side by side leave
 * neither readable. */
static const struct column persons[] = {
	{ .col = REHEARSE_PERSONS_CHANGE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = REHEARSE_PERSONS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = REHEARSE_PERSONS_REGION, .title = N_("Area"), .width = 10,
	  .gives_way = 1 },
	{ .col = REHEARSE_PERSONS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = REHEARSE_PERSONS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

static const int args_text[] = { ADOPTION_HISTORY_PATH, -1 };
static const int args_waiting[] = { RULES_WAITING_REHEARSAL_ID, -1 };
static const int args_rehearsal[] = { RULES_REHEARSALS_REHEARSAL_ID, -1 };
static const int args_version[] = { ADOPTION_HISTORY_PATH, ADOPTION_HISTORY_BEFORE,
				    ADOPTION_HISTORY_HASH, -1 };
static const int args_days[] = { RULES_DAYS_REHEARSAL_ID, -1 };
static const int args_draft[] = { RULES_DRAFT_PATH, RULES_DRAFT_BEFORE, RULES_DRAFT_HASH,
				  -1 };
static const int args_person[] = { REHEARSE_PERSONS_PERSON_ID, -1 };

static const struct section rules_sections[] = {
	{ .title = N_("Wait for a second person"), .stmt = &RULES_WAITING,
	  .columns = waiting, .opens = "rehearsal", .args = args_waiting },
	{ .title = N_("Versions"), .stmt = &ADOPTION_HISTORY, .columns = texts,
	  .opens = "rule", .args = args_text },
	{ 0 }
};

static const struct section rule_sections[] = {
	{ .title = N_("Versions"), .stmt = &ADOPTION_HISTORY, .columns = versions,
	  .opens = "diff", .args = args_version },
	{ .title = N_("Rehearsals"), .stmt = &RULES_REHEARSALS, .columns = rehearsals,
	  .opens = "rehearsal", .args = args_rehearsal },
	{ .title = N_("In force"), .stmt = &RULES_TEXT, .columns = lines },
	{ 0 }
};

static const struct section rehearsal_sections[] = {
	{ .stmt = &RULES_REHEARSAL, .columns = rehearsal_head, .is_fields = true },
	{ .title = N_("Texts of the draft"), .stmt = &RULES_DRAFT, .columns = drafts,
	  .opens = "diff", .args = args_draft },
	{ .title = N_("Days on which it is felt"), .stmt = &RULES_DAYS, .columns = days,
	  .opens = "rehearsal", .args = args_days },
	{ .title = N_("Groups"), .stmt = &REHEARSE_GROUPS,
	  .columns = view_rehearse_groups },
	{ .title = N_("Persons"), .stmt = &REHEARSE_PERSONS, .columns = persons,
	  .opens = "person", .args = args_person },
	{ 0 }
};

const struct screen view_rules = {
	.name = "rules", .title = N_("Policy texts"), .sections = rules_sections
};

const struct screen view_rule = {
	.name = "rule", .title = N_("Policy text"), .sections = rule_sections,
	.named_by = "path"
};

const struct screen view_rehearsal = {
	.name = "rehearsal", .title = N_("Rehearsal"), .sections = rehearsal_sections
};
