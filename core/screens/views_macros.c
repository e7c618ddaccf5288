/* Keys that somebody recorded: what there is, a name for the new ones. */
#include "views_macros.h"

#include <stddef.h>

#include "screens/macros_sql.h"

static const struct column columns[] = {
	{ .col = MACRO_MINE_NAME, .title = N_("Name"), .width = 20 },
	{ .col = MACRO_MINE_AT, .title = N_("Recorded"), .width = 16, .gives_way = 1 },
	{ .col = MACRO_MINE_KEYS, .title = N_("Keys") },
	{ 0 }
};
static const int name_args[] = { MACRO_MINE_NAME, -1 };
static const int no_args[] = { -1 };
static const struct section sections[] = {
	{ .stmt = &MACRO_MINE, .columns = columns, .opens = "macro.play",
	  .args = name_args },
	{ 0 }
};
static const struct action actions[] = {
	{ "x", N_("remove"), NULL, NULL, name_args, .runs = &MACRO_DROP },
	{ "U", N_("take the removal back"), NULL, NULL, no_args, .runs = &MACRO_BACK },
	{ 0 }
};
const struct screen view_macros = {
	.name = "macros", .title = N_("Recorded keys"), .sections = sections,
	.actions = actions
};

static const struct column said_columns[] = {
	{ .col = MACRO_SAID_KEYS, .title = N_("Keys") }, { 0 }
};
static const struct section said_sections[] = {
	{ .name = "head", .stmt = &MACRO_SAID, .columns = said_columns,
	  .is_fields = true },
	{ 0 }
};
static const struct form_field fields[] = {
	{ "name", ENTRY_TEXT, N_("Name"), .bytes = 60 }, { 0 }
};
static const struct form form = {
	fields, &MACRO_KEEP, N_("the keys are kept; : and the name press them again")
};
const struct screen view_macro_name = {
	.name = "macro.name", .title = N_("Name of the recorded keys"),
	.kind = SCREEN_FORM, .sections = said_sections, .form = &form
};
/* Never shown: who opens it has the keys pressed where he was. */
const struct screen view_macro_play = { .name = "macro.play",
					.title = N_("Recorded keys") };
