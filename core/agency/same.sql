-- Who is in the register twice, and who draws two pensions.

-- statement: same_persons
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select p.person_id, 0::bigint as subject_id, p.other_id::text as cause,
	jsonb_build_array('%s may be registered twice: %s', o.name, p.way)::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('other', p.other_id, 'way', p.way) as inputs
from person_pairs() p join person o on o.person_id = p.other_id where not p.both_paid and $1::date is not null;

-- statement: same_paid_persons
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select p.person_id, 0::bigint as subject_id, p.other_id::text as cause,
	jsonb_build_array('%s may be registered twice and be paid twice: %s', o.name, p.way)::text as say, null::date as due,
	(select -sum(b.monthly_fen)::bigint from benefit b where b.person_id = p.other_id and b.state = 'paid') as monthly_fen,
	jsonb_build_object('other', p.other_id, 'way', p.way) as inputs
from person_pairs() p join person o on o.person_id = p.other_id where p.both_paid and $1::date is not null;

-- Of an employee's and a resident's pension the employee's is kept; of two alike the one that was paid first.
-- statement: two_pensions
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
with several as (
	select b.person_id from benefit b {scope} where b.kind = 'pension' and b.state = 'paid' and b.valid_to > $1::date
	group by b.person_id having count(*) > 1
), paid as (
	select b.*, was_others(b) as was_others from several join benefit b using (person_id)
	where b.kind = 'pension' and b.state = 'paid' and b.valid_to > $1::date
), last as (
	select distinct on (person_id, scheme, was_others) * from paid order by person_id, scheme, was_others, valid_from desc
)
select e.person_id, 0::bigint as subject_id, e.scheme || ' ' || e.valid_from as cause,
	jsonb_build_array('draws the pensions %s from %s and %s from %s: the second one ends from %s', k.scheme,
		k.valid_from::text, e.scheme, e.valid_from::text, greatest(e.valid_from, k.valid_from)::text)::text as say,
	null::date as due, -e.monthly_fen as monthly_fen, jsonb_build_object('kept', k.scheme, 'ended', e.scheme,
		'from', greatest(e.valid_from, k.valid_from)) as inputs
from last e join last k on k.person_id = e.person_id and (k.scheme <> e.scheme or k.was_others <> e.was_others)
where case when k.scheme <> e.scheme then e.scheme = 'resident' else k.valid_from < e.valid_from end;
