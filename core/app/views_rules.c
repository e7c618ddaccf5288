/* The screens of the policy texts: what is in force, who put it there, and what it was seen to do. */
#include <stddef.h>

#include "office/adoption_sql.h"
#include "office/rules_views_sql.h"
#include "views.h"

static const struct column texts[] = {
	{ .col = ADOPTION_HISTORY_PATH, .title = N_("Text") },
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9 },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = ADOPTION_HISTORY_ADOPTED_BY, .title = N_("Adopted by"), .width = 13,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column versions[] = {
	{ .col = ADOPTION_HISTORY_STATE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9 },
	{ .col = ADOPTION_HISTORY_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = ADOPTION_HISTORY_WITHDRAWN_FROM, .title = N_("Withdrawn"), .kind = COLUMN_DAY,
	  .width = 10 },
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
	{ .col = RULES_REHEARSALS_ARISES, .title = N_("Arise"), .kind = COLUMN_COUNT, .width = 8 },
	{ .col = RULES_REHEARSALS_VANISHES, .title = N_("Vanish"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = RULES_REHEARSALS_CHANGES, .title = N_("Change"), .kind = COLUMN_COUNT, .width = 8,
	  .gives_way = 2 },
	{ .col = RULES_REHEARSALS_MONTHLY_FEN, .title = N_("Yuan a month"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = RULES_REHEARSALS_HASH, .title = N_("Version"), .gives_way = 1 },
	{ 0 }
};

static const struct column lines[] = {
	{ .col = RULES_TEXT_LINE, .title = N_("Line") }, { 0 }
};

static const int args_text[] = { ADOPTION_HISTORY_PATH, -1 };

static const struct section rules_sections[] = {
	{ .stmt = &ADOPTION_HISTORY, .columns = texts, .opens = "rule", .args = args_text }, { 0 }
};

static const struct section rule_sections[] = {
	{ .title = N_("Versions"), .stmt = &ADOPTION_HISTORY, .columns = versions },
	{ .title = N_("Rehearsals"), .stmt = &RULES_REHEARSALS, .columns = rehearsals },
	{ .title = N_("In force"), .stmt = &RULES_TEXT, .columns = lines },
	{ 0 }
};

const struct screen view_rules = {
	.name = "rules", .title = N_("Policy texts"), .sections = rules_sections
};

const struct screen view_rule = {
	.name = "rule", .title = N_("Policy text"), .sections = rule_sections
};
