-- Statements of the module visits.

-- statement: visits_nurse
-- params: batch_id int8
insert into nurse (nurse_id, licence, name, batch_id, line)
select nextval('id_block'), licence, name, $1, line from stage order by line on conflict do nothing;

-- statement: visits_provider
-- params: batch_id int8
insert into provider (provider_id, licence, name, batch_id, line)
select nextval('id_block'), licence, name, $1, line from stage order by line on conflict do nothing;

-- statement: visits_visit
-- params: batch_id int8
insert into visit (person_id, visit_no, region_code, nurse_id, provider_id, visited_on, from_time, to_time,
	batch_id, line)
select person_id, visit_no, region_code, nurse_id, provider_id, day, began, ended, $1, line
from stage where began < ended order by person_id on conflict do nothing;

-- Two visits of one nurse at the same time, longer together than may be a slip of the watch.
-- statement: visits_overlap
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, v.visit_id as subject_id, v.visit_no || ' ' || o.visit_no as cause,
	jsonb_build_array('nurse %s was also at visit %s, from %s to %s', n.name, o.visit_no,
		to_char(o.from_time, 'HH24:MI'), to_char(o.to_time, 'HH24:MI'))::text as say,
	null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('visited_on', v.visited_on, 'other_visit', o.visit_no, 'file', b.file_name,
		'line', v.line) as inputs
from visit v {scope} join visit o on o.nurse_id = v.nurse_id and o.visited_on = v.visited_on
	and o.visit_id <> v.visit_id and o.from_time < v.to_time and v.from_time < o.to_time
join nurse n on n.nurse_id = v.nurse_id join batch b on b.batch_id = v.batch_id
where not v.confirmed and v.visited_on <= $1::date
	and extract(epoch from least(v.to_time, o.to_time) - greatest(v.from_time, o.from_time)) / 60 >
		(select value from policy_number where name = 'visits.slip_minutes');

-- statement: visits_list
-- params: confirmed text, after date, visit_id int8, n int4
-- columns: mark text, visited_on date, name text, nurse text, began text, minutes int4, visit_id int8, person_id int8
select case when v.confirmed then 'c' when exists (select from task t where t.person_id = v.person_id
		and t.subject = 'visit' and t.subject_id = v.visit_id and t.state = 'open') then 'o' else '' end,
	v.visited_on, p.name, u.name, to_char(v.from_time, 'HH24:MI'),
	(extract(epoch from v.to_time - v.from_time) / 60)::int, v.visit_id, v.person_id
from visit v join person p using (person_id) join nurse u using (nurse_id)
where ($1::text is null or v.confirmed::text = $1)
	and ($2::date is null or (v.visited_on, v.visit_id) > ($2, $3::bigint))
order by v.visited_on, v.visit_id limit coalesce($4::int, 100);

-- statement: visits_one
-- params: visit_id int8
-- columns: visit_no text, name text, nurse text, provider text, visited_on date, began text, ended text, confirmed text
select v.visit_no, p.name, u.name, o.name, v.visited_on, to_char(v.from_time, 'HH24:MI'),
	to_char(v.to_time, 'HH24:MI'), case when v.confirmed then 'yes' else 'no' end
from visit v join person p using (person_id) join nurse u using (nurse_id) join provider o using (provider_id)
where v.visit_id = $1 limit 1;

-- statement: visits_notes
-- params: visit_id int8
-- columns: said_on date, kind text, who text, note text
select said_on, kind, who::text, note from visit_note where visit_id = $1 order by note_id desc limit 50;

-- statement: visits_say
-- params: visit_id int8, kind text, day date, note text
-- columns: note_id int8
select visit_say($1, $2, $3, $4) as note_id;

-- statement: visits_day
-- params: day date
-- columns: nurse text, visits int8, minutes int8
select u.name, count(*), sum(extract(epoch from v.to_time - v.from_time) / 60)::bigint
from visit v join nurse u using (nurse_id) where v.visited_on = $1 group by u.name order by 1 limit 500;

-- statement: visits_paid
-- params: list int8
-- columns: provider text, period int4, amount_fen int8
select payee, period, amount_fen from remit_line where list_id = $1 order by ref, period limit 500;
