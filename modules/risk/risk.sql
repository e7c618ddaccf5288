-- What the feeds of the module risk do with their staged rows, and its screen.

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

-- The day of a death was corrected after the pension had been stopped: the first month that is not due is another one.
-- statement: risk_stop_month
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select h.person_id, 0::bigint as subject_id, h.rule_id || ' ' || next_period(d.died_on) as cause,
	jsonb_build_array('stopped from %s, died on %s: due to %s', to_char(to_date(h.from_period::text, 'YYYYMM'), 'YYYY-MM'),
		d.died_on::text, to_char(d.died_on, 'YYYY-MM'))::text as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('died_on', d.died_on - date '2000-01-01', 'held_from', h.from_period) as inputs
from hold h {scope} join death_told d on d.person_id = h.person_id
where h.state = 'final' and h.rule_id = 'risk.paid_after_death' and h.from_period <> next_period(d.died_on)
	and $1::date is not null;

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
