-- A corrected day of death: who is asked about, what is found, and what the task lists.

-- Grants that were decided as of another day are worked out anew.
-- statement: day_asked
-- params:
-- columns: person_id int8, place text, died_on text, months text, drawn_from text, own text, scheme text
select c.person_id, 'CN-' || c.region_code as place, d.died_on::text as died_on, coalesce(f.months, 0)::text as months,
	coalesce(f.drawn_from::text, '') as drawn_from, coalesce((f.own_fen / 100.0)::text, '') as own, coalesce(f.scheme, '') as scheme
from (select * from survivor_claim {scope} where state = 'paid') c join death_told d on d.person_id = c.person_id and d.died_on <> c.died_on
cross join lateral survivor_facts(c.person_id) f;

-- Corrected back and forth each time is a matter of its own.
-- statement: day_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select w.person_id, 0::bigint as subject_id, w.died_on || case when n.before > 0 then ' ' || n.before + 1 else '' end as cause,
	death_day_say(w.person_id, w.died_on, w.grants_fen) as say, due_on($1::date, c.days, c.working_days) as due, null::bigint as monthly_fen,
	jsonb_strip_nulls(jsonb_build_object('died_on', w.died_on - date '2000-01-01', 'grants_fen', w.grants_fen)) as inputs
from (select d.person_id, d.died_on, (a.answer::numeric * 100)::bigint as grants_fen from (
		select h.person_id from hold h {scope} where h.state = 'final' and h.line_id is null
			and h.rule_id in ('risk.paid_after_death', 'risk.death_suspends')
		union select k.person_id from survivor_claim k {scope} where k.state = 'paid') x
	join death_told d using (person_id)
	left join asked a on a.person_id = x.person_id and a.calculation = 'survivor.as_of' and a.answer ~ '^[0-9]+([.][0-9]+)?$') w
cross join lateral (select count(*) as before from decision k where k.person_id = w.person_id and k.rule_id = 'risk.death_day'
	and k.outcome = 'approved' and k.undoes is null and split_part(k.cause, ' ', 1) = w.died_on::text) n
left join work_clock c on c.kind = 'death_day'
where exists (select from death_day_stops(w.person_id)) or exists (select from death_day_acts(w.person_id, w.grants_fen) z where z.act = 'grants');

-- statement: day_acts
-- params: person_id int8, rule_id text, cause text
-- columns: mark text, act text, what text, before_is text, after_is text, fen int8
select '', s.act, s.what, s.before_is, s.after_is, nullif(s.fen, 0) from death_day_shown($1, $2, $3) s order by s.nth, s.what;

-- The newest matter of the kind.
-- statement: day_cause
-- params: person_id int8
-- columns: cause text
select coalesce((select t.cause from task t where t.person_id = $1 and t.rule_id = 'risk.death_day'
	order by t.state in ('open', 'proposed') desc, t.opened_on desc, t.cause desc limit 1), '');
