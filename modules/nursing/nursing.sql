-- What the feeds of the module nursing take in, and what its screens and its settlement show.

-- statement: nursing_nurses
-- params: batch_id int8
insert into home_nurse (nurse_id, licence, name, lat, lon, batch_id, line)
select distinct on (licence) nextval('id_block'), licence, name, lat, lon, $1, line from stage order by licence, line desc
on conflict (licence) do update set name = excluded.name, lat = excluded.lat, lon = excluded.lon, batch_id = excluded.batch_id,
	line = excluded.line;

-- For which kinds of visits a nurse is qualified; who has none told may go to all.
-- statement: nursing_kinds
-- params: batch_id int8
update home_nurse n set kinds = s.kinds from (select distinct on (nurse_id) nurse_id, array(select distinct x from unnest(kinds) x
	where x in ('care', 'nursing', 'medicine') order by 1) as kinds from stage where $1::bigint is not null order by nurse_id, line desc) s
where n.nurse_id = s.nurse_id;

-- Whom the same nurse visits on the day that a visit had before it is told anew: what was found of them may be gone.
-- statement: nursing_neighbours_before
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select distinct o.person_id, $1::bigint, o.region_code from stage s join homevisit v using (person_id, visit_no)
join homevisit o on (o.nurse_id, o.day) = (v.nurse_id, v.day) on conflict do nothing;

-- And on the day that it has now.
-- statement: nursing_neighbours
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select distinct o.person_id, $1::bigint, o.region_code from (select distinct nurse_id, day from stage) s
join homevisit o using (nurse_id, day) on conflict do nothing;

-- A stay is on every line of its claim.
-- statement: nursing_stays
-- params: batch_id int8
insert into home_stay (person_id, claim_no, region_code, from_day, to_day, batch_id, line)
select person_id, claim_no, min(region_code), min(admitted), max(discharged), $1, min(line) from stage
where admitted is not null group by person_id, claim_no
on conflict (person_id, claim_no) do update set from_day = excluded.from_day, to_day = excluded.to_day,
	batch_id = excluded.batch_id, line = excluded.line;

-- The newest visits; "!" somebody has to look, "h" it is not paid.
-- statement: nursing_newest
-- params: state text, after date, homevisit_id int8, n int4
-- columns: mark text, day date, began text, minutes int4, name text, nurse text, kind text, visit_no text, state text, homevisit_id int8, person_id int8
select case v.state when 'held' then '!' when 'refused' then 'h' else '' end, v.day, to_char(v.began, 'HH24:MI'), v.minutes, v.name,
	coalesce(v.nurse, ''), v.kind, v.visit_no, v.state, v.homevisit_id, v.person_id
from homevisit_state v where ($1::text is null or v.state = $1)
	and ($2::date is null or v.day < $2 or v.day = $2 and v.homevisit_id < $3::bigint)
order by v.day desc, v.homevisit_id desc limit coalesce($4::int, 100);

-- statement: nursing_visit
-- params: homevisit_id int8
-- columns: visit_no text, name text, nurse text, kind text, place text, day date, began text, ended text, state text, why text, file text, line int8
select v.visit_no, v.name, coalesce(v.nurse, ''), v.kind, concat_ws(' ', nullif(v.place, ''), v.lat, v.lon), v.day,
	to_char(v.began, 'HH24:MI'), to_char(v.ended, 'HH24:MI'), v.state, coalesce(v.why, ''), coalesce(b.file_name, ''), v.line
from homevisit_state v left join batch b using (batch_id) where v.homevisit_id = $1 limit 1;

-- statement: nursing_sum
-- params: month text
-- columns: state text, visits int8, minutes int8, persons int8, nurses int8
select v.state, count(*), coalesce(sum(v.minutes), 0)::bigint, count(distinct v.person_id), count(distinct v.nurse_id)
from homevisit_state v where v.day >= to_date($1, 'YYYY-MM') and v.day < to_date($1, 'YYYY-MM') + interval '1 month'
group by v.state order by v.state;

-- statement: nursing_settled
-- params: month text, state text
-- columns: visit_no text, day date, name text, nurse text, minutes int4, state text, why text
select v.visit_no, v.day, v.name, coalesce(v.nurse, ''), v.minutes, v.state, coalesce(v.why, '')
from homevisit_state v where v.day >= to_date($1, 'YYYY-MM') and v.day < to_date($1, 'YYYY-MM') + interval '1 month'
	and v.state = $2 order by v.day, v.visit_no;
