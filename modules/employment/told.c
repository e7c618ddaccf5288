#include "told.h"

#include <stddef.h>

#include "told_sql.h"

const struct field told_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "kind", FIELD_CODE, .codes = "army abroad work_refused training_refused" },
	{ "from_day", FIELD_DAY, .most = "today" },
	{ "state", FIELD_CODE, .codes = "stands taken_back", .optional = true },
	{ "note", FIELD_TEXT, .optional = true },
	{ 0 }
};
static const struct kept_column kept[] = {
	{ "kind", KEPT_KEY },
	{ "from_day", KEPT_KEY },
	{ "state", KEPT_VALUE, "coalesce(state, 'stands')" },
	{ "note", KEPT_NOTE, "coalesce(note, '')" },
	{ 0 }
};
/* What the counter has noted no file turns silently. */
const struct keep told_keeps[] = { { "jobless_told", kept, .is_decided = true }, { 0 } };

/* The way back is the undo of the end itself, by two persons; then nothing is left to
 * ask here. */
const struct move told_gone_moves[] = {
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the end stays, for another ground") },
	{ 0 }
};

const struct column told_columns[] = {
	{ .col = TOLD_OF_FROM_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = TOLD_OF_KIND,
	  .title = N_("What was told"),
	  .kind = COLUMN_LABEL,
	  .width = 30 },
	{ .col = TOLD_OF_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = TOLD_OF_NOTE, .title = N_("Remark"), .gives_way = 2 },
	{ .col = TOLD_OF_NOTED_ON,
	  .title = N_("Noted"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 1 },
	{ .col = TOLD_OF_WHO, .title = N_("Who"), .width = 10 },
	{ 0 }
};

static const struct form_field fields[] = {
	{ "kind", ENTRY_CODE, N_("What was told"), .list = &TOLD_KINDS },
	{ "day", ENTRY_DAY, N_("on which day"), .most = "today" },
	{ "note", ENTRY_TEXT, N_("Remark"), .optional = true, .bytes = 200 },
	{ 0 }
};
const struct form told_form = { fields, &TOLD_NOTE, N_("it is noted") };

const struct option_def told_options[] = {
	{ "note", 't', N_("a remark"), NULL },
	{ "back", 'f', N_("it was told by mistake"), NULL, 0, 0 },
	{ 0 }
};

bool told_verb(const struct verb_call *c)
{
	const char *person = c->person(c), *kind;
	const char *params[] = { person, c->nargs > 1 ? c->args[1] : NULL,
				 c->nargs > 2 ? c->args[2] : NULL, c->option(c, "note") };
	bool is_back = c->option(c, "back") != NULL;

	if (!person)
		return false;
	if (c->nargs == 2)
		return c->fail(c, N_("what was told has a day"),
			       N_("For example: employment told PERSON army 2026-05-10"));
	if (c->nargs > 2 && !c->run(c, is_back ? &TOLD_BACK : &TOLD_NOTE, params, &kind))
		return false;
	return c->print(c, &TOLD_OF, &person, told_columns, NULL);
}
