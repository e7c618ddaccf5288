-- What the feeds of the module risk do with their staged rows, and its screen.

-- A death before the person was ever a member of a scheme: the empty day of some program (1970-01-01), or somebody
-- else's.  It waits for a clerk, and nothing counts as paid after it until then.
-- statement: risk_death_early
-- params: batch_id int8
with bad as (
	select s.line, s.died_on, e.first, b.feed from stage s join batch b on b.batch_id = $1
	cross join lateral (select min(valid_from) as first from enrolment where person_id = s.person_id) e
	where s.died_on < e.first and current_setting('steward.overrule', true) is distinct from 'on'
), waits as (
	delete from stage x using bad where x.line = bad.line
	returning x.line, x.person_id, x.region_code, bad.died_on, bad.first, bad.feed, to_jsonb(x) as body,
		row_sha(bad.feed, to_jsonb(x)) as sha
), known as (
	insert into told (line, said) select line, 'same' from waits w
	where exists (select from staged_row r where r.sha = w.sha and r.state <> 'applied') returning line
)
insert into staged_row (person_id, batch_id, line, region_code, kind, why, say, about, body, sha)
select person_id, $1, line, region_code, 'contradiction', 'died_on',
	jsonb_build_array('%s file: died on %s, a member of a scheme from %s on', feed, died_on::text, first::text),
	jsonb_build_object('column', 'died_on', 'known', first, 'told', died_on), body, sha
from waits where line not in (select line from known);

-- A report that was withdrawn here replaces none.
-- statement: risk_death_once
-- params: batch_id int8
with said as (
	select distinct on (s.person_id) s.person_id, s.died_on, s.line from stage s join status_event t
		on t.person_id = s.person_id and t.kind = 'death' and t.source = 'death' and t.from_day = s.died_on
	where t.state <> 'void' and $1::bigint is not null order by s.person_id, s.line desc
), turned as (
	update status_event t set state = case when t.from_day = s.died_on then 'valid' else 'replaced' end
	from said s where t.person_id = s.person_id and t.kind = 'death' and t.source = 'death'
		and t.state = case when t.from_day = s.died_on then 'replaced' else 'valid' end
	returning s.line
)
insert into told (line, said) select distinct line, 'corrected' from turned;

-- statement: risk_notice_once
-- params: batch_id int8
with said as (
	select distinct on (s.person_id, s.source) s.person_id, s.source, s.died_on, s.line from stage s
	join status_event t on t.person_id = s.person_id and t.kind = 'death' and t.source = s.source
		and t.from_day = s.died_on
	where t.state <> 'void' and $1::bigint is not null order by s.person_id, s.source, s.line desc
), turned as (
	update status_event t set state = case when t.from_day = s.died_on then 'valid' else 'replaced' end
	from said s where t.person_id = s.person_id and t.kind = 'death' and t.source = s.source
		and t.state = case when t.from_day = s.died_on then 'replaced' else 'valid' end
	returning s.line
)
insert into told (line, said) select distinct line, 'corrected' from turned;

-- The kind of a stay may be corrected as well as its first day.
-- statement: risk_custody_once
-- params: batch_id int8
with other_kind as (
	update status_event t set state = 'replaced'
	from stage s where t.person_id = s.person_id and t.kind in ('detained', 'prison') and t.kind <> s.kind
		and t.source = 'custody' and t.state = 'valid' and t.from_day = s.from_date and t.batch_id <> $1
		and not exists (select from stage o where o.person_id = t.person_id and o.kind = t.kind
			and o.from_date = t.from_day)
		and exists (select from status_event n where n.person_id = s.person_id and n.kind = s.kind
			and n.source = 'custody' and n.from_day = s.from_date and n.state <> 'void')
	returning s.line
), again as (
	update status_event t set state = 'valid'
	from stage s where t.person_id = s.person_id and t.kind = s.kind and t.source = 'custody' and t.state = 'replaced'
		and t.from_day = s.from_date
	returning s.line
), turned as (
	update status_event t set state = 'replaced'
	from stage s join status_event n on n.person_id = s.person_id and n.kind = s.kind and n.source = 'custody'
		and n.from_day = s.from_date and n.state <> 'void'
	where t.person_id = s.person_id and t.kind = s.kind and t.source = 'custody' and t.state = 'valid'
		and t.from_day <> s.from_date and t.batch_id <> $1
		and t.from_day < coalesce(s.to_date, 'infinity') and s.from_date < coalesce(t.to_day, 'infinity')
		and not exists (select from stage o where o.person_id = t.person_id and o.kind = t.kind
			and o.from_date = t.from_day)
	returning s.line
)
insert into told (line, said) select line, 'corrected' from (table turned union table other_kind union table again) x;

-- The newest deaths reported, with the row each came from; "!" still in payment.
-- statement: risk_deaths
-- params:
-- columns: mark text, day date, name text, region text, place text, pension_status text, file text, line int8, person_id int8
select case when f.pension_status = 'paid' then '!' else '' end, s.from_day, p.name,
	coalesce(g.name, s.region_code::text), s.place, coalesce(f.pension_status, ''),
	coalesce(b.file_name, ''), s.line, s.person_id
from (select * from status_event where kind = 'death' and state = 'valid'
	order by from_day desc, person_id limit 200) s
join person p using (person_id)
left join person_fact f using (person_id)
left join region g on g.region_code = s.region_code
left join batch b on b.batch_id = s.batch_id
order by s.from_day desc, s.person_id limit 200;

-- Money that went out for a month that is stopped, by a file that came after the stop was decided.
-- statement: risk_paid_while_stopped
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select h.person_id, 0::bigint as subject_id, y.period::text as cause,
	jsonb_build_array('%s was paid for %s; the pension is stopped from %s', to_char(y.amount_fen / 100.0, 'FM999999990.00'),
		to_char(to_date(y.period::text, 'YYYYMM'), 'YYYY-MM'), to_char(to_date(h.from_period::text, 'YYYYMM'), 'YYYY-MM'))::text
		as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('paid_period', y.period, 'paid_fen', y.amount_fen, 'held_from', h.from_period, 'file', b.file_name,
		'line', y.line) as inputs
from (select person_id, min(from_period) as from_period, min(d.approved_at) as at
	from hold h {scope} join decision d using (person_id, decision_id) where h.state = 'final' and h.line_id is null
	group by person_id) h
join payment y on y.person_id = h.person_id and y.period >= h.from_period
join batch b on b.batch_id = y.batch_id
where b.at > h.at and $1::date is not null;

-- statement: risk_death_head
-- params: person_id int8
-- columns: name text, id_no text, birth_date date, person_id int8
select p.name, coalesce(i.id_no, ''), p.birth_date, p.person_id from person p
left join lateral (select id_no from person_ident i where i.person_id = p.person_id and not i.is_former
	order by id_kind, id_no limit 1) i on true
where p.person_id = $1 limit 1;

-- statement: risk_death_tell
-- params: person_id int8, died_on date, certificate text, teller text
-- columns: report_id int8
select death_tell($1, $2, $3::text, $4::text) as report_id limit 1;

-- statement: risk_death_annul
-- params: person_id int8, why text
-- columns: report_id int8
select death_annul($1, $2::text) as report_id limit 1;

-- statement: risk_death_reports
-- params: person_id int8
-- columns: at text, change text, day date, before_day date, teller text, certificate text, told_by text, state text
select to_char(office_time(r.at), 'YYYY-MM-DD HH24:MI'), r.change, r.died_on, r.before_day, r.teller, coalesce(nullif(r.why, ''),
	r.certificate), r.told_by::text, r.state
from death_report r where r.person_id = $1 order by r.at desc, r.report_id desc limit 12;

-- What a report of a death has caused, and what takes each of it back once the report is void.
-- statement: risk_death_acts
-- params: person_id int8
-- columns: mark text, act text, what text, state text, reversal text, reversal_state text
select case when e.is_void and x.standing and coalesce(t.state, 'open') in ('open', 'proposed') then '*' else '' end,
	x.act, x.what, x.state, case when e.is_void and x.standing then x.reversal else '' end,
	case when e.is_void and x.standing then coalesce(t.state, '') else '' end
from (select bool_and(state <> 'valid') as is_void from status_event where person_id = $1 and kind = 'death'
	having count(*) > 0) e
cross join lateral (
	select 1 as nth, 'stop' as act, period_text(h.from_period) as what, h.state, 'pay the pension again' as reversal,
		'retirement.resume' as rule, h.state <> 'lifted' as standing from hold h
	where h.person_id = $1 and h.rule_id like 'risk.%death%'
	union all
	select 2, 'owed back', yuan_text(v.left_fen), v.state, 'let the claim fall', 'money.claim_wrong', v.state in ('heard', 'owed')
	from receivable v where v.person_id = $1 and v.rule_id like 'risk.%death%'
	union all
	select 4, 'grants', yuan_text(c.total_fen), c.state, 'claim the grants back', 'risk.survivor_void', c.state = 'paid'
	from survivor_claim c where c.person_id = $1 and c.total_fen is not null
	union all
	select 3, 'message', m.template, m.state, 'write that it was wrong', 'retirement.resume', m.state in ('sent', 'delivered')
	from message m where m.person_id = $1 and m.rule_id like 'risk.%death%') x
left join lateral (select k.state from task k where k.person_id = $1 and k.rule_id = x.rule
	order by k.opened_on desc, k.ver desc limit 1) t on true
order by x.nth, x.what limit 20;

-- That a report of a death is wrong waits for a second person.
-- statement: risk_annulments
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.report_id::text as cause,
	jsonb_build_array('the report of the death on %s is to be void: %s', r.died_on::text, r.why)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('died_on', r.died_on - date '2000-01-01',
		'told_by', r.told_by, 'why', r.why) as inputs
from death_report r {scope} where r.state = 'asked' and $1::date is not null;

-- statement: risk_sign_tell
-- params: person_id int8, source text, seen_on date, place text
-- columns: n int8
select sign_tell($1, $2::text, $3, $4::text) as n limit 1;
