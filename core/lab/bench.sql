-- What the bench asks for itself.

-- statement: bench_day
-- columns: day int4
select (business_day() - date '2000-01-01')::int4 as day;

-- One in a thousand is written about, as by the files of a day.
-- statement: bench_touch
-- params: rest int4
-- columns: person_id int8
select p.person_id from person_pack p, judge_keep_touched('person', p.person_id)
where p.person_id % 1000 = $1::int;

-- A million lines of claims, forty thousand persons with twenty-five each; one in a hundred is there
-- twice.
-- statement: bench_lines
create temp table bench_line as
select n as line_id, n % 40000 as person_id, 'C' || n / 7 as claim_no,
	'D' || case when n % 100 = 0 then (n - 40000) / 40000 else n / 40000 end as item_code,
	date '2025-01-01' + (n / 40000 * 13)::int - case when n % 100 = 0 then 12 else 0 end as given_on
from generate_series(1, 1000000) n;

-- statement: bench_pairs
-- params: day date
-- columns: found int8
select count(*) as found from (
	select l.person_id, l.line_id, l.claim_no as cause, min(o.claim_no) as other
	from bench_line l join bench_line o on o.person_id = l.person_id and o.item_code = l.item_code
		and o.claim_no <> l.claim_no and o.given_on between l.given_on - 1 and l.given_on
		and (o.given_on, o.line_id) < (l.given_on, l.line_id)
	where l.given_on <= $1::date group by l.person_id, l.line_id, l.claim_no) x;
