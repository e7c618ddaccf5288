#include "jobless.h"

#include <stddef.h>
#include <string.h>

#include "jobless_sql.h"

const struct fact_column jobless_facts[] = {
	{ "jobless_key", "text", "code", N_("claim") },
	{ "jobless_on", "date", "day", N_("claimed on") },
	{ "jobless_lost_on", "date", "day", N_("work ended on") },
	{ "jobless_registered_on", "date", "day", N_("registered as unemployed on") },
	{ "jobless_involuntary", "boolean", "yes/no", N_("not of their own will") },
	{ "jobless_seeking", "boolean", "yes/no", N_("seeks work") },
	{ "jobless_months", "int", "months", N_("months paid since the last benefit") },
	{ "jobless_carried", "int", "months",
	  N_("months of the last benefit not drawn") },
	{ "jobless_from", "date", "day", N_("unemployment benefit from") },
	{ "jobless_to", "date", "day", N_("unemployment benefit until") },
	{ "jobless_awarded_from", "date", "day", N_("first month of the award") },
	{ "jobless_extended_from", "date", "day", N_("first month beyond the award") },
	{ "jobless_rows", "text", "list",
	  N_("amounts in payment, by their first month") },
	{ "jobless_fen", "bigint", "fen", N_("unemployment benefit a month") },
	{ "jobless_contributed_from", "date", "day", N_("first month paid meanwhile") },
	{ "jobless_work_on", "date", "day", N_("work began on") },
	{ "jobless_refused", "int", "count", N_("work refused") },
	{ "jobless_refused_on", "date", "day", N_("refused last on") },
	{ "jobless_army_on", "date", "day", N_("called up for military service on") },
	{ "jobless_abroad_on", "date", "day", N_("moved abroad on") },
	{ "jobless_stop_from", "date", "day",
	  N_("first month of the benefit that may have to end") },
	{ "jobless_stop_to", "date", "day",
	  N_("month after the last of the benefit that may have to end") },
	{ "jobless_wages", "text", "list",
	  N_("wages that contributions were paid on, newest first") },
	{ "jobless_search", "int", "months", N_("months of job-search subsidy drawn") },
	{ 0 }
};

/* A claim that waits; and of a benefit in payment, or of one that is over and of which
 * something was told late, what speaks against it.  It is the one that was awarded last.
 * The month in which the old work ended is paid for by the old employer.  Wages of three
 * years: more than any place asks for. */
const char jobless_select[] =
    "select person_id, c.claim_no::text, c.applied_on, c.lost_on, c.registered_on,"
    " c.is_involuntary, c.is_seeking, c.months_paid, c.carried_months,"
    " case when d.is_drawn then d.from_month end,"
    " case when d.is_drawn then d.to_month end,"
    " h.awarded_from, h.extended_from, h.rows, d.fen,"
    " w.period, w.work_on, w.refused, w.refused_on, w.army_on, w.abroad_on,"
    " d.from_month, d.to_month, e.wages, e.search,"
    " case when d.is_drawn then d.to_month end as facts_until"
    " from (select * from jobless_claim {todo} where state = 'open') c"
    " full join (select b.person_id, coalesce(min(b.valid_from)"
    "   filter (where b.valid_from >= a.from_month), min(b.valid_from)) as from_month,"
    "  max(b.valid_to) as to_month, max(b.monthly_fen) as fen,"
    "  max(b.valid_to) > business_day() as is_drawn"
    "  from (select * from benefit {todo} where (scheme, kind, state)"
    "   = ('unemployment', 'unemployment', 'paid')) b"
    "  left join (select person_id, max(from_month) as from_month"
    "   from jobless_claim {todo} where state = 'awarded' group by person_id) a"
    "   using (person_id)"
    "  group by b.person_id having max(b.valid_to) > business_day() or exists ("
    "   select from jobless_told t where t.person_id = b.person_id"
    "   and t.state = 'stands')) d using (person_id)"
    " left join lateral (select o.from_month as awarded_from, o.lost_on,"
    "  case when o.extended_to is not null"
    "   then (o.from_month + make_interval(months => o.months))::date end"
    "   as extended_from,"
    "  (select string_agg(b.valid_from || ':' || b.monthly_fen, ','"
    "   order by b.valid_from)"
    "   from benefit b where b.person_id = o.person_id and b.valid_from >= o.from_month"
    "   and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid'))"
    "   as rows"
    "  from jobless_claim o where o.person_id = d.person_id and o.state = 'awarded'"
    "  order by o.claim_no desc limit 1) h on true"
    " left join lateral (select"
    "  (select to_date(min(k.period)::text, 'YYYYMM') from contribution k"
    "   where k.person_id = d.person_id"
    "   and k.period >= to_char(d.from_month, 'YYYYMM')::int"
    "   and k.period > (select coalesce(to_char(max(o.lost_on), 'YYYYMM')::int, 0)"
    "    from jobless_claim o where o.person_id = d.person_id"
    "    and o.state = 'awarded')) as period,"
    "  least((select min(s.registered_on) from job_seeker s"
    "   where s.person_id = d.person_id and s.state = 'employed'"
    "   and s.registered_on >= d.from_month),"
    "   (select min(r.done_on) from job_referral r where r.person_id = d.person_id"
    "   and r.outcome = 'placed' and r.done_on >= d.from_month)) as work_on,"
    "  (select count(*)::int from jobless_refusal r where r.person_id = d.person_id"
    "   and r.on_day >= d.from_month) as refused,"
    "  (select max(r.on_day) from jobless_refusal r where r.person_id = d.person_id"
    "   and r.on_day >= d.from_month) as refused_on,"
    "  (select min(t.from_day) from jobless_told t where t.person_id = d.person_id"
    "   and (t.kind, t.state) = ('army', 'stands')"
    "   and t.from_day >= coalesce(h.lost_on, d.from_month)) as army_on,"
    "  (select min(t.from_day) from jobless_told t where t.person_id = d.person_id"
    "   and (t.kind, t.state) = ('abroad', 'stands')"
    "   and t.from_day >= coalesce(h.lost_on, d.from_month)) as abroad_on"
    "  where d.person_id is not null) w on true"
    " left join lateral (select"
    "  (select string_agg(to_char(to_date(k.period::text, 'YYYYMM'), 'YYYY-MM')"
    "   || ':' || k.base_fen, ',' order by k.period desc) from (select x.period,"
    "    x.base_fen from contribution x where x.person_id = c.person_id"
    "    and x.scheme = 'employee' and x.period <= to_char(c.lost_on, 'YYYYMM')::int"
    "    order by x.period desc limit 36) k) as wages,"
    "  (select sum(months_from(b.valid_from, b.valid_to))::int from benefit b"
    "   where b.person_id = c.person_id and (b.scheme, b.kind, b.state)"
    "    = ('unemployment', 'job_search', 'paid') and b.valid_from >= (select"
    "    max(o.from_month) from jobless_claim o where o.person_id = c.person_id"
    "    and o.state = 'awarded')) as search"
    "  where c.person_id is not null) e on true";

const struct move jobless_claim_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "jobless_plan", "s",
	  N_("propose the benefit as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "jobless_refuse", "d",
	  N_("refuse the claim, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "jobless_award", "a",
	  N_("approve: the benefit begins") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move jobless_extension_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "jobless_extend_plan",
	  "s", N_("propose that the benefit goes on") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the benefit ends") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "jobless_extend", "a",
	  N_("approve: the benefit goes on") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move jobless_stop_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "jobless_stop_plan", "s",
	  N_("propose to end the benefit") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the benefit goes on") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "jobless_stop", "a",
	  N_("approve: the benefit ends") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct move jobless_amount_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "jobless_amount_plan",
	  "s", N_("propose the amounts of the notice") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the benefit stays as it is") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "jobless_amount",
	  "a", N_("approve: the benefit is of these amounts") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct column jobless_claim_columns[] = {
	{ .col = JOBLESS_CLAIMS_APPLIED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBLESS_CLAIMS_NAME, .title = N_("Name"), .width = 10, .gives_way = 2 },
	{ .col = JOBLESS_CLAIMS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = JOBLESS_CLAIMS_FROM_MONTH,
	  .title = N_("From"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOBLESS_CLAIMS_MONTHS,
	  .title = N_("Months"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = JOBLESS_CLAIMS_MONTHLY_FEN,
	  .title = N_("A month"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = JOBLESS_CLAIMS_SAY,
	  .title = N_("Why"),
	  .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column head_columns[] = {
	{ .col = JOBLESS_HEAD_NAME, .title = N_("Name") },
	{ .col = JOBLESS_HEAD_ID_NO, .title = N_("Number") },
	{ .col = JOBLESS_HEAD_STATUS, .title = N_("Status"), .kind = COLUMN_LABEL },
	{ .col = JOBLESS_HEAD_MONTHS_PAID,
	  .title = N_("Months"),
	  .kind = COLUMN_COUNT },
	{ .col = JOBLESS_HEAD_CARRIED_MONTHS,
	  .title = N_("Not drawn"),
	  .kind = COLUMN_COUNT },
	{ .col = JOBLESS_HEAD_BAR, .title = N_("Remark"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct section jobless_form_sections[] = { { .name = "head",
						   .stmt = &JOBLESS_HEAD,
						   .columns = head_columns,
						   .is_fields = true },
						 { 0 } };
static const struct form_field fields[] = {
	{ "involuntary", ENTRY_YES, N_("not of their own will") },
	{ "seeking", ENTRY_YES, N_("seeks work"), .value = "yes" },
	{ "lost", ENTRY_DAY, N_("work ended on"), .from_arg = 2, .most = "today" },
	{ "registered", ENTRY_DAY, N_("registered as unemployed on"), .from_arg = 2,
	  .optional = true, .most = "today" },
	{ 0 }
};
const struct form jobless_form = { fields, &JOBLESS_APPLY_FORM,
				   N_("the claim is received") };
static const int form_args[] = { JOBLESS_SINCE_PERSON_ID, JOBLESS_SINCE_SINCE, -1 };
const struct action jobless_person_actions[] = {
	{ "u", N_("unemployment"), .job = "clerk", .section = "jobless",
	  .args = form_args, .opens = "jobless" },
	{ "y", N_("difficulty"), .job = "clerk", .section = "jobless", .args = form_args,
	  .opens = "difficulty" },
	{ "z", N_("claim subsidy"), .job = "clerk", .section = "jobless",
	  .args = form_args, .opens = "subsidy" },
	{ "e", N_("employer's"), .job = "clerk", .section = "jobless", .args = form_args,
	  .opens = "employer_subsidy" },
	{ "W", N_("ends benefit"), .job = "clerk", .section = "jobless",
	  .args = form_args, .opens = "told" },
	{ 0 }
};

const struct option_def jobless_claim_options[] = {
	{ "lost", 't', N_("day on which the work ended"), NULL },
	{ "registered", 't', N_("day of the registration as unemployed"), NULL },
	{ "own-will", 'f', N_("left of their own will"), NULL, 0, 0 },
	{ "seeks-none", 'f', N_("does not seek work"), NULL, 0, 0 },
	{ "channel", 't', N_("where the claim came from"), "counter" },
	{ 0 }
};

bool jobless_claim(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;
	const char *params[] = { person,
				 c->option(c, "lost"),
				 c->option(c, "registered"),
				 c->option(c, "own-will") ? "false" : "true",
				 c->option(c, "seeks-none") ? "false" : "true",
				 c->option(c, "channel") };

	if (!person || !c->run(c, &JOBLESS_APPLY, params, &claim))
		return false;
	c->note(c, N_("claim %s is received; the next judge works it out"), claim, "");
	return true;
}

bool jobless_withdraw(const struct verb_call *c)
{
	const char *person = c->person(c), *claim;

	if (!person || !c->run(c, &JOBLESS_WITHDRAW, &person, &claim))
		return false;
	c->note(c, N_("claim %s is taken back"), claim, "");
	return true;
}

bool jobless_claims(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &JOBLESS_CLAIMS, &person, jobless_claim_columns, NULL);
}
