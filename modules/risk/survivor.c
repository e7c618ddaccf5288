#include "survivor.h"

#include <stddef.h>

#include "survivor_sql.h"

const struct fact_column survivor_facts[] = {
	{ "grant_key", "text", "code", N_("claim of the heirs") },
	{ "grant_heirs", "text", "list", N_("heirs and their shares") },
	{ "grant_months", "int", "months", N_("months paid up to the death") },
	{ "grant_drawn_from", "date", "day", N_("pension drawn since") },
	{ "grant_own_fen", "bigint", "fen", N_("own contributions") },
	{ "grant_scheme", "text", "code", N_("scheme of the dead"), "employee resident" },
	{ 0 }
};

/* Only of whom heirs claim something that is not decided. */
const char survivor_select[] =
    "select c.person_id, c.claim_no::text, survivor_heirs_text(c.person_id, c.claim_no),"
    " f.months, f.drawn_from, f.own_fen, f.scheme, null::date as facts_until"
    " from (select * from survivor_claim {todo} where state = 'open') c"
    " cross join lateral survivor_facts(c.person_id) f";

#define TWO_PERSONS                                                                      \
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",              \
	  N_("refuse: back to the clerk") },                                             \
	{                                                                                \
		"proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",     \
			N_("take back: I proposed it too early")                         \
	}
const struct move survivor_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "survivor_plan", "s",
	  N_("propose the grants as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "survivor_refuse", "d",
	  N_("refuse the claim, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "survivor_pay", "a",
	  N_("approve: the next run pays the heirs") },
	TWO_PERSONS,
	{ 0 }
};
const struct move survivor_void_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, NULL, "s",
	  N_("propose to claim the grants back") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the grants stand") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "survivor_void", "a",
	  N_("approve: each heir owes back what was paid") },
	TWO_PERSONS,
	{ 0 }
};
/* What an heir is told of is settled by the decision about the dead. */
const struct move survivor_word_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("settled: the heir knows of it") },
	{ 0 }
};

const struct column survivor_columns[] = {
	{ .col = SURVIVOR_HEIRS_TOLD_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SURVIVOR_HEIRS_NAME, .title = N_("Died"), .width = 10, .gives_way = 2 },
	{ .col = SURVIVOR_HEIRS_HEIR, .title = N_("Heir"), .width = 10 },
	{ .col = SURVIVOR_HEIRS_RELATION,
	  .title = N_("Relation"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = SURVIVOR_HEIRS_SHARE,
	  .title = N_("Share"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = SURVIVOR_HEIRS_ACCOUNT,
	  .title = N_("Account paid to"),
	  .width = 12,
	  .gives_way = 1 },
	{ .col = SURVIVOR_HEIRS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SURVIVOR_HEIRS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = SURVIVOR_HEIRS_PROOF, .title = N_("Proof of kinship"), .gives_way = 3 },
	{ 0 }
};
static const int list_args[] = { SURVIVOR_HEIRS_PERSON_ID, -1 };
const struct section survivor_list_sections[] = {
	{ .title = N_("Grants after a death"),
	  .stmt = &SURVIVOR_WAITING,
	  .columns = survivor_columns,
	  .opens = "person",
	  .args = list_args },
	{ 0 }
};

static const struct column head_columns[] = {
	{ .col = SURVIVOR_HEAD_NAME, .title = N_("Name") },
	{ .col = SURVIVOR_HEAD_DIED_ON, .title = N_("Died"), .kind = COLUMN_DAY },
	{ .col = SURVIVOR_HEAD_HEIRS, .title = N_("Heirs") },
	{ .col = SURVIVOR_HEAD_LEFT_OVER,
	  .title = N_("Percent left"),
	  .kind = COLUMN_COUNT },
	{ 0 }
};
const struct section survivor_form_sections[] = { { .name = "head",
						    .stmt = &SURVIVOR_HEAD,
						    .columns = head_columns,
						    .is_fields = true },
						  { 0 } };
#define RELATIONS "spouse child parent sibling grandchild other"
static const struct form_field fields[] = {
	{ "name", ENTRY_TEXT, N_("Heir"), .bytes = 100 },
	{ "id_no", ENTRY_TEXT, N_("Number"), .bytes = 18 },
	{ "relation", ENTRY_CODE, N_("Relation"), .codes = RELATIONS },
	{ "proof", ENTRY_TEXT, N_("Proof of kinship"), .bytes = 200 },
	{ "channel", ENTRY_CODE, N_("Channel"), .optional = true,
	  .list = &SURVIVOR_CHANNELS },
	{ "number", ENTRY_TEXT, N_("Account paid to"), .optional = true, .bytes = 64 },
	{ "share", ENTRY_COUNT, N_("Share of the grants in percent"), .optional = true,
	  .least = "1", .most = "100" },
	{ "address", ENTRY_TEXT, N_("Address"), .optional = true, .bytes = 200 },
	{ 0 }
};
const struct form survivor_form = { fields, &SURVIVOR_TELL,
				    N_("the heir is noted; the judge works it out") };

const struct option_def survivor_options[] = {
	{ "share", 'n', N_("percent of the grants; what the others leave"), NULL, 1,
	  100 },
	{ "channel", 't', N_("who pays out; the account that the heir has"), NULL, 0, 0 },
	{ "account", 't', N_("number of the account"), NULL, 0, 0 },
	{ "proof", 't', N_("paper that proves the relation"), NULL, 0, 0 },
	{ "address", 't', N_("where letters reach the heir"), NULL, 0, 0 },
	{ 0 }
};

bool survivor_add(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	const char *params[] = { person,
				 c->args[1],
				 c->args[2],
				 c->args[3],
				 c->option(c, "share"),
				 c->option(c, "channel"),
				 c->option(c, "account"),
				 c->option(c, "proof"),
				 c->option(c, "address") };

	if (!person || !c->run(c, &SURVIVOR_TELL, params, &claim))
		return false;
	c->note(c, N_("noted in claim %s; the next judge works it out"), claim, "");
	return true;
}

bool survivor_end(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	const char *params[] = { person, c->nargs > 1 ? c->args[1] : NULL };

	if (!person || !c->run(c, &SURVIVOR_WITHDRAW, params, &claim))
		return false;
	c->note(c, N_("taken back in claim %s"), claim, "");
	return true;
}

bool survivor_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->nargs ? c->print(c, &SURVIVOR_HEIRS, &person, survivor_columns, NULL)
			: c->print(c, &SURVIVOR_WAITING, NULL, survivor_columns, NULL);
}
