-- Adjustments: what a person sees of one, and the steps he takes.

-- statement: adjust_list
-- columns: mark text, campaign int8, year int4, scheme text, area text, state text, persons int8, increase_fen int8, excluded int8, outliers int8
select case when c.state in ('proposed', 'running', 'paused', 'undoing') then '*' else '' end, c.campaign_id, c.year, c.scheme,
	coalesce(g.name, c.region_code::text, ''), c.state, c.persons, c.increase_fen, c.excluded, c.outliers
from adjust_campaign c left join region g using (region_code) order by c.campaign_id desc limit 200;

-- By its number, or the newest.
-- statement: adjust_find
-- params: campaign int8
-- columns: campaign int8
select campaign_id from adjust_campaign where $1::bigint is null or campaign_id = $1 order by campaign_id desc limit 1;

-- Arrears are of the months that this program has paid, up to the one of the business day.
-- statement: adjust_one
-- params: campaign int8
-- columns: campaign int8, year int4, scheme text, area text, state text, persons int8, before_fen int8, increase_fen int8, percent text, ceiling text, excluded int8, outliers int8, median_fen int8, least_fen int8, most_fen int8, applied int8, applied_fen int8, waiting int8, waiting_fen int8, months int4, arrears_fen int8, made_by name, proposed_by name, approved_by name, undo_by name, undone_by name, why text, signature text
select c.campaign_id, c.year, c.scheme, coalesce(g.name, c.region_code::text, ''), c.state, c.persons, c.before_fen, c.increase_fen,
	coalesce(to_char(round(100.0 * c.increase_fen / nullif(c.before_fen, 0), 2), 'FM990.00'), ''),
	coalesce(trim_scale(c.ceiling)::text, ''), c.excluded, c.outliers, c.median_fen, c.least_fen, c.most_fen, x.applied,
	x.applied_fen, x.waiting, x.waiting_fen, m.n, x.applied_fen * m.n, c.made_by, c.proposed_by, c.approved_by, c.undo_by,
	c.undone_by, c.why, coalesce(c.digest, '')
from adjust_campaign c left join region g using (region_code)
cross join lateral (select count(*) filter (where r.state = 'applied') as applied,
		coalesce(sum(r.increase_fen) filter (where r.state = 'applied'), 0)::int8 as applied_fen,
		count(*) filter (where r.state = 'pending') as waiting,
		coalesce(sum(r.increase_fen) filter (where r.state = 'pending'), 0)::int8 as waiting_fen
	from adjust_row r where r.campaign_id = c.campaign_id) x
cross join lateral (select greatest(0, month_no(p) - greatest(month_no(to_char(c.from_day, 'YYYYMM')::int),
		month_no(pay_first(p)))) as n from (select to_char(business_day(), 'YYYYMM')::int as p) y) m
where c.campaign_id = $1 limit 1;

-- Of those who take part: by area, sex and age in fives.
-- statement: adjust_groups
-- params: campaign int8
-- columns: part text, value text, persons int8, before_fen int8, increase_fen int8, least_fen int8, most_fen int8, outliers int8
select x.part, x.value, count(*) as persons, sum(x.before_fen)::int8, sum(x.increase_fen)::int8, min(x.increase_fen),
	max(x.increase_fen), count(*) filter (where x.state = 'outlier' or x.is_out)
from (select v.sort, v.part, v.value, r.before_fen, r.increase_fen, r.state,
		r.increase_fen not between c.least_fen and c.most_fen as is_out
	from adjust_row r join adjust_campaign c using (campaign_id) left join region g on g.region_code = r.region_code
	cross join lateral (values (1, 'sex', r.sex), (2, 'age', case when r.age < 50 then '-49' when r.age >= 90 then '90-'
			else r.age / 5 * 5 || '-' || r.age / 5 * 5 + 4 end),
		(3, 'area', coalesce(g.name, r.region_code::text))) v (sort, part, value)
	where r.campaign_id = $1 and r.why is null) x
group by x.sort, x.part, x.value order by x.sort, case when x.sort = 3 then '' else x.value end, count(*) desc, x.value limit 200;

-- Who takes no part, by cause.
-- statement: adjust_excluded
-- params: campaign int8
-- columns: why text, persons int8, before_fen int8
select why, count(*) as persons, sum(before_fen)::int8 from adjust_row where campaign_id = $1 and why is not null
group by why order by 2 desc, 1;

-- Rows of one cause or state, or of all.
-- statement: adjust_rows
-- params: campaign int8, what text, n int4
-- columns: mark text, name text, area text, sex text, age int4, before_fen int8, fixed_fen int8, years_fen int8, percent_fen int8, age_fen int8, other_fen int8, increase_fen int8, after_fen int8, state text, why text, person_id int8
select case r.state when 'outlier' then '!' else '' end, p.name, coalesce(g.name, r.region_code::text), r.sex, r.age, r.before_fen,
	r.fixed_fen, r.years_fen, r.percent_fen, r.age_fen, r.other_fen, r.increase_fen, r.after_fen, r.state, coalesce(r.why, ''),
	r.person_id
from adjust_row r join person p using (person_id) left join region g on g.region_code = r.region_code
where r.campaign_id = $1 and ($2::text is null or $2 in (r.state, r.why)) order by r.person_id limit coalesce($3::int, 50);

-- statement: adjust_open
-- params: year int4, scheme text, region int4
-- columns: campaign int8
select adjust_open($1, $2, $3) as campaign;

-- statement: adjust_keep
-- params: campaign int8
-- columns: done void
select adjust_keep($1) as done;

-- statement: adjust_propose
-- params: campaign int8
-- columns: signature text
select adjust_propose($1) as signature;

-- statement: adjust_approve
-- params: campaign int8, signature text
-- columns: state text
select adjust_approve($1, $2) as state;

-- statement: adjust_go_on
-- params: campaign int8
-- columns: state text
select adjust_go_on($1) as state;

-- statement: adjust_apply
-- params: campaign int8, most int8, region int4
-- columns: applied int8, state text
select applied, state from adjust_apply($1, $2, $3);

-- statement: adjust_pause
-- params: campaign int8
-- columns: state text
select adjust_pause($1) as state;

-- statement: adjust_undo
-- params: campaign int8, why text
-- columns: state text
select adjust_undo($1, $2) as state;

-- What lies outside the limits, until somebody has applied it or left it out.
-- statement: adjust_outliers_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.campaign_id::text as cause,
	jsonb_build_array('the adjustment of %s adds %s yuan, usual are %s to %s', r.year::text,
		to_char(r.increase_fen / 100.0, 'FM999999999990.00'), to_char(c.least_fen / 100.0, 'FM999999999990.00'),
		to_char(c.most_fen / 100.0, 'FM999999999990.00'))::text as say, null::date as due, r.increase_fen as monthly_fen,
	jsonb_build_object('campaign', r.campaign_id, 'before_fen', r.before_fen, 'fixed_fen', r.fixed_fen, 'years_fen', r.years_fen,
		'percent_fen', r.percent_fen, 'age_fen', r.age_fen, 'other_fen', r.other_fen, 'age', r.age) as inputs
from adjust_row r join adjust_campaign c using (campaign_id)
where r.state = 'outlier' and c.state in ('proposed', 'running', 'paused', 'applied') and $1::date is not null;
