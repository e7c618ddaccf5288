#include "premium.h"

#include <stddef.h>

#include "premium_sql.h"

const struct fact_column premium_facts[] = {
	{ "premium_from", "date", "day", N_("benefit drawn from") },
	{ "premium_to", "date", "day", N_("benefit drawn until") },
	{ "premium_extended_from", "date", "day", N_("benefit extended from") },
	{ "premium_rows", "text", "code", N_("contributions decided") },
	{ 0 }
};

/* Also of a benefit that ended within a year: what was due in it is decided late rather
 * than never.  What another program paid is its own: of a benefit that a file brought the
 * months since our first run count. */
const char premium_select[] =
    "select b.person_id, b.from_month, b.to_month,"
    " (select (c.from_month + make_interval(months => c.months))::date"
    "  from jobless_claim c where c.person_id = b.person_id and c.state = 'awarded'"
    "  and c.extended_to is not null order by c.claim_no desc limit 1),"
    " (select string_agg(p.from_month || ' ' || p.medical_fen || ' ' || p.pension_fen,"
    "  ';' order by p.from_month) from premium p where p.person_id = b.person_id),"
    " null::date as facts_until"
    " from (select person_id, min(case when batch_id = 0 then valid_from else"
    "  greatest(valid_from, to_date(pay_first(to_char(business_day(), 'YYYYMM')::int)"
    "   ::text, 'YYYYMM')) end) as from_month, max(valid_to) as to_month"
    "  from benefit {todo}"
    "  where (scheme, kind, state) = ('unemployment', 'unemployment', 'paid')"
    "  and valid_to > (business_day() - interval '1 year')::date"
    "  group by person_id) b";

const struct move premium_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "premium_put_plan", "s",
	  N_("propose the sums as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the fund does not pay it") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "premium_put", "a",
	  N_("approve: the next list tells the collecting office") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move premium_twice_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, NULL, "s",
	  N_("propose that the fund does not pay this month") },
	{ "open", "keep", "dismissed", "clerk", MOVE_CLOSE, "premium_keep", "d",
	  N_("the fund pays it all the same") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "premium_off", "a",
	  N_("approve: left out, or asked back by the next list") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct field premium_answer_fields[] = {
	{ "list_no", FIELD_REF, .table = "remit_list", .column = "list_id" },
	{ "month", FIELD_PERIOD, .most = "today+31" },
	{ "kind", FIELD_TEXT },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "result", FIELD_CODE, .codes = "taken refused" },
	{ "note", FIELD_TEXT, .optional = true },
	{ "day", FIELD_DAY, .most = "today" },
	{ 0 }
};
static const struct kept_column answer_columns[] = {
	{ "list_id", KEPT_KEY, "list_no::bigint" },
	{ "ref", KEPT_KEY, "kind" },
	{ "period", KEPT_KEY, "month" },
	{ "result", KEPT_VALUE },
	{ "note", KEPT_VALUE, "coalesce(note, '')" },
	{ "answered_on", KEPT_VALUE, "day" },
	{ 0 }
};
const struct keep premium_answer_keeps[] = { { "remit_answer", answer_columns },
					     { 0 } };

const struct stmt *const premium_answer_before[] = { &PREMIUM_REFUSE, NULL };

const struct column premium_of_columns[] = {
	{ .col = PREMIUM_OF_PERIOD,
	  .title = N_("Month"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PREMIUM_OF_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = PREMIUM_OF_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = PREMIUM_OF_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = PREMIUM_OF_LIST_ID, .title = N_("List"), .width = 10 },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = PREMIUM_LISTS_LIST_ID, .title = N_("List"), .width = 10 },
	{ .col = PREMIUM_LISTS_WHAT,
	  .title = N_("To"),
	  .kind = COLUMN_LABEL,
	  .width = 17 },
	{ .col = PREMIUM_LISTS_PERIOD,
	  .title = N_("Month"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PREMIUM_LISTS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = PREMIUM_LISTS_PERSONS,
	  .title = N_("Persons"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = PREMIUM_LISTS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = PREMIUM_LISTS_HELD,
	  .title = N_("Held"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = PREMIUM_LISTS_REFUSED,
	  .title = N_("Refused"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = PREMIUM_LISTS_MADE_BY, .title = N_("Made by"), .gives_way = 2 },
	{ .col = PREMIUM_LISTS_APPROVED_BY, .title = N_("Approver"), .gives_way = 1 },
	{ 0 }
};
static const int list_args[] = { PREMIUM_LISTS_LIST_ID, -1 };
const struct section premium_list_sections[] = { { .name = "lists",
						   .stmt = &PREMIUM_LISTS,
						   .columns = list_columns,
						   .opens = "premium.list",
						   .args = list_args },
						 { 0 } };
const struct action premium_list_actions[] = {
	{ "A", N_("approve"), "reviewer", "lists", list_args, .runs = &REMIT_APPROVE },
	{ "X", N_("take back"), NULL, "lists", list_args, .runs = &REMIT_BACK },
	{ 0 }
};

static const struct column row_columns[] = {
	{ .col = PREMIUM_ROWS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = PREMIUM_ROWS_PERIOD,
	  .title = N_("Month"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PREMIUM_ROWS_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = PREMIUM_ROWS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = PREMIUM_ROWS_RESULT,
	  .title = N_("Answer"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = PREMIUM_ROWS_NOTE, .title = N_("Remark"), .gives_way = 1 },
	{ 0 }
};
static const int row_args[] = { PREMIUM_ROWS_PERSON_ID, -1 };
const struct section premium_row_sections[] = { { .name = "rows",
						  .stmt = &PREMIUM_ROWS,
						  .columns = row_columns,
						  .opens = "person",
						  .args = row_args },
						{ 0 } };

const struct remit premium_remits[] = {
	{ "premium", N_("Contributions by the fund"), "premium_due",
	  .verb = "employment premium",
	  .hint = N_("steward employment premiums lists them."),
	  .columns = "list_no month kind=ref id_no name: amount",
	  .nothing = N_("nothing is to be told to the collecting office"),
	  .asks_back = true },
	{ "employer", N_("Subsidies to employers"), "hire_due",
	  .verb = "employment premium",
	  .hint = N_("steward employment premiums lists them."),
	  .columns = "list_no month kind=ref id_no name: amount unit_no:payee_no "
		     "unit:payee account:",
	  .nothing = N_("nothing is to be paid to employers"),
	  .asks_back = true },
	{ "staff", N_("Subsidies to employers for training"), "staff_due",
	  .verb = "employment premium",
	  .hint = N_("steward employment premiums lists them."),
	  .columns = "list_no month kind=ref id_no name: amount unit_no:payee_no "
		     "unit:payee account:",
	  .nothing = N_("nothing is to be paid to employers for training"),
	  .asks_back = true },
	{ 0 }
};

const struct option_def premium_make_options[] = {
	{ "employers", 'f', N_("subsidies to employers instead"), NULL, 0, 0 },
	{ "training", 'f', N_("subsidies to employers for training"), NULL, 0, 0 },
	{ 0 }
};

bool premium_make(const struct verb_call *c)
{
	const char *kind = c->option(c, "training")    ? "staff"
			   : c->option(c, "employers") ? "employer"
						       : "premium";

	return remit_make(c, kind, &PREMIUM_ROWS, row_columns);
}

bool premium_lists(const struct verb_call *c)
{
	if (c->nargs)
		return c->print(c, &PREMIUM_ROWS, c->args, row_columns, NULL);
	return c->print(c, &PREMIUM_LISTS, NULL, list_columns, NULL);
}
