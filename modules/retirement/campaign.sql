-- What staff see of campaigns of certification, and whom the day's work writes to.

-- statement: campaign_first
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::bigint as subject_id, f.campaign || ' ' || f.begun_on as cause,
	jsonb_build_array('no sign of life is known; one is needed by %s', f.until::text)::text as say, f.until as due,
	null::bigint as monthly_fen, jsonb_build_object('campaign', f.campaign, 'until', f.until) as inputs
from campaign_found($1::date, 'first') f;

-- statement: campaign_second
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::bigint as subject_id, f.campaign || ' ' || f.begun_on as cause,
	jsonb_build_array('still no sign of life is known; the last day is %s', f.until::text)::text as say, f.until as due,
	null::bigint as monthly_fen, jsonb_build_object('campaign', f.campaign, 'until', f.until) as inputs
from campaign_found($1::date, 'second') f;

-- statement: campaign_make
-- params: campaign text, begins date, region int4, age_from int4, age_to int4, digits text, yearly bool
-- columns: persons int8
select campaign_new($1, $2, $3, $4, $5, $6, $7) as persons;

-- statement: campaign_leave_out
-- params: campaign text, region int4, why text
-- columns: persons int8
select campaign_exempt($1, $2, $3) as persons;

-- statement: campaign_list
-- params:
-- columns: campaign text, begins_on date, area text, ages text, digits text, yearly text, persons int8, first int8, second int8, over int8, out int8
select k.campaign, coalesce(k.begun_on, k.begins_on), coalesce(g.name, k.region_code::text, ''),
	case when k.age_from is null and k.age_to is null then '' else concat(k.age_from, '-', k.age_to) end, k.digits,
	case when k.is_yearly then 'yes' else 'no' end, count(s.person_id), count(*) filter (where s.stage = 'first'),
	count(*) filter (where s.stage = 'second'), count(*) filter (where s.stage = 'over'),
	count(*) filter (where s.stage = 'out')
from certify_campaign k left join region g using (region_code)
left join campaign_stage(business_day()) s on s.campaign = k.campaign and s.begun_on = k.begun_on
group by k.campaign, g.name order by 2 desc, 1 limit 200;

-- statement: campaign_show
-- params: campaign text
-- columns: person_id int8, name text, area text, stage text, until date, why text, since date
select s.person_id, p.name, coalesce(g.name, s.region_code::text), s.stage, s.until, coalesce(s.why, ''), s.since
from campaign_stage(business_day()) s join certify_campaign k using (campaign, begun_on) join person p using (person_id)
left join region g on g.region_code = s.region_code
where s.campaign = $1 order by s.stage, s.region_code, s.person_id limit 10000;
