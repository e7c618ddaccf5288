-- What staff see of contributions that the fund pays, and the steps they take.

-- Months about which somebody has to say whether the fund pays.
-- statement: premium_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select q.person_id, 0::int8 as subject_id, q.cause, q.say, due_on($1::date, c.days, c.working_days) as due, -q.fen as monthly_fen,
	'{}'::jsonb as inputs
from premium_question q {scope} left join work_clock c on c.kind = 'premium_twice' where q.is_due is null;

-- An answer is about a line of a list that was signed: of another one nothing was asked.
-- statement: premium_refuse
-- params: batch_id int8
with bad as (
	delete from stage s where not exists (select from remit_sent r
		where (r.list_id, r.person_id, r.ref, r.period) = (s.list_no::bigint, s.person_id, s.kind, s.month)) returning s.line
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, 'list_no', 'contradiction', 'no list that was signed has such a line' from bad;

-- statement: premium_lists
-- columns: list_id int8, what text, period int4, state text, persons int8, amount_fen int8, held int8, made_by text, approved_by text, approved_on date, refused int8
select l.list_id, case l.kind when 'premium' then 'collecting office' when 'staff' then 'for training' else 'employers' end, l.period, l.state, l.persons, l.amount_fen, l.held,
	l.made_by, l.approved_by, l.approved_on, l.refused
from remit_shown l where l.kind in ('premium', 'employer', 'staff') order by l.list_id desc limit 100;

-- statement: premium_rows
-- params: list int8
-- columns: mark text, name text, kind text, period int4, amount_fen int8, result text, note text, person_id int8
select case when r.is_held then 'h' when a.result = 'refused' then '!' else '' end, p.name, 'premium_' || r.what, r.period, r.amount_fen,
	case when r.is_held then 'held' else coalesce(a.result, '') end, coalesce(a.note, ''), r.person_id
from remit_line r join person p using (person_id) left join remit_answer a using (person_id, list_id, ref, period)
where r.list_id = $1 order by r.is_held desc, a.result = 'refused' desc nulls last, r.person_id, r.period, r.ref limit 1000;

-- Of a person: the months and where each stands.
-- statement: premium_of
-- params: person_id int8
-- columns: mark text, period int4, kind text, amount_fen int8, state text, list_id int8
select case when q.is_due is null and q.cause is not null then 'h' else '' end, coalesce(m.period, s.period), 'premium_' || kind,
	coalesce(s.fen, m.fen), case when s.fen is null then case when q.cause is not null and q.is_due is null then 'held' else 'due' end
		when m.fen is null then 'to_correct' else 'sent' end, s.list_id
from premium_month m full join (select person_id, ref as kind, period, sum(amount_fen)::int8 as fen, max(list_id) as list_id from remit_sent
	where person_id = $1 and kind = 'premium' and not is_refused group by person_id, ref, period having sum(amount_fen) <> 0) s
	using (person_id, kind, period)
left join lateral (select x.cause, x.is_due from premium_question x where x.person_id = m.person_id and x.period = m.period
	order by x.is_due nulls first limit 1) q on true
where person_id = $1 order by 2 desc, 3 limit 24;
