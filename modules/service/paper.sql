-- Papers of requests.

-- After a file of requests, in its transaction.
-- statement: service_paper_apply
-- params: batch int8
-- columns:
insert into service_paper (person_id, request_no, paper, region_code, how, noted_on)
select r.person_id, r.request_no, n.paper, r.region_code, n.how, business_day()
from stage s join service_request r on (r.person_id, r.request_no) = (s.person_id, s.request_no)
join service_paper_needed n on n.matter = r.matter where $1::int8 is not null on conflict do nothing;

-- statement: service_paper_note
-- params: person_id int8, request text, paper text, how text
-- columns: done int8
select service_paper_note($1, $2, $3, $4) as done;

-- "!" somebody has to bring it.
-- statement: service_paper_rows
-- params: person_id int8
-- columns: mark text, request text, matter text, paper text, how text, label text, noted_on date, who text
select case when p.how = 'asked' and r.done_on is null then '!' else '' end, p.request_no, r.matter, p.paper, p.how,
	case p.how when 'held' then 'held here' when 'asked' then 'asked for' else p.how end, p.noted_on, p.who::text
from service_paper p join service_request r using (person_id, request_no)
where p.person_id = $1 and r.state = 'asked' order by r.asked_on desc, p.request_no, p.how, p.paper limit 60;
