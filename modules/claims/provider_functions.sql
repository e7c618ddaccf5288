-- Providers beside their like: what a claim costs with the same cases, who comes back, how often one comes.

-- Stays, each with the next at the same provider.  A stay has a night.
create or replace view claim_stay as
select s.*, s.next_on <= s.discharged + w.days as is_back
from (select claim_number('split_stay_gap_days', 15)::int as days) w cross join (select c.person_id, c.claim_no, c.region_code, c.provider, c.admitted, c.discharged, c.claimed_fen,
		lead(c.admitted) over (partition by c.person_id, c.provider order by c.admitted, c.claim_no) as next_on
	from claim_case c where c.discharged > c.admitted and c.state not in ('withdrawn', 'unknown')) s;

-- Claims of this quarter, each with the mean of its like: kind, tier of the provider and category of the diagnosis.
create or replace view claim_peer as
select c.person_id, c.claim_no, c.provider, c.tier, c.kind, c.claimed_fen, c.admitted, c.discharged,
	avg(c.claimed_fen) over (partition by c.kind, c.tier, left(c.diagnosis, 3)) as like_fen
from claim_case c where c.service_on >= date_trunc('quarter', business_day())::date and c.service_on <= business_day()
	and c.state not in ('withdrawn', 'unknown') and c.provider <> '';

-- One row a provider; limits are there for those with enough claims to be judged by.
create or replace view claim_provider as
select x.*, (x.ratio > x.ratio_limit)::int + (x.return_percent > x.return_limit)::int + (x.visits > x.visit_limit)::int as beyond,
	rank() over (order by x.ratio desc, x.provider) as nth
from (select p.provider, 0 as region_code, p.tier, p.claims, p.persons, p.claimed_fen, p.like_fen, round(p.claimed_fen::numeric / nullif(p.like_fen, 0), 3) as ratio,
		coalesce(s.discharges, 0) as discharges, coalesce(s.back, 0) as back, coalesce(round(100.0 * s.back / s.discharges, 1), 0) as return_percent,
		p.visits, claim_number('provider_ratio', 1.3) as ratio_limit, claim_number('provider_return_percent', 10) as return_limit,
		claim_number('provider_visits', 12) as visit_limit
	from (select provider, min(tier) as tier, count(*) as claims, count(distinct person_id) as persons, sum(claimed_fen)::bigint as claimed_fen,
			round(sum(like_fen))::bigint as like_fen, coalesce(round(count(*) filter (where not coalesce(discharged > admitted, false))::numeric
				/ nullif(count(distinct person_id) filter (where not coalesce(discharged > admitted, false)), 0), 2), 0) as visits
		from claim_peer group by provider having count(*) >= claim_number('provider_claims', 30)) p
	left join (select provider, count(*) as discharges, count(*) filter (where is_back) as back from claim_stay
		where discharged >= date_trunc('quarter', business_day())::date and discharged <= business_day() group by provider) s using (provider)) x;

create or replace function claim_provider_say(v claim_provider) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array('provider %s: %s times the cost of its like, %s percent come back within %s days, %s visits a person', v.provider,
		v.ratio::text, v.return_percent::text, claim_number('split_stay_gap_days', 15)::text, v.visits::text)::text
$$;

-- Lines for care on a day on which there can have been none: after the death, or inside a time in custody.
create or replace view claim_unfit as
select c.person_id, c.claim_no, c.line_no, c.region_code, c.provider, c.day, jsonb_build_array('%s of claim %s is after the death on %s',
	c.item, c.claim_no, d.died_on)::text as say
from death_told d join claim_charge c using (person_id) where c.day > d.died_on
union all
select c.person_id, c.claim_no, c.line_no, c.region_code, c.provider, c.day, jsonb_build_array('%s of claim %s is in the custody from %s on',
	c.item, c.claim_no, s.from_day)::text
from (select distinct on (person_id, from_day) person_id, from_day, to_day from status_event where kind = 'custody' and state = 'valid'
	order by person_id, from_day, to_day) s
join claim_charge c using (person_id) where c.day > s.from_day and c.day < coalesce(s.to_day, date 'infinity')
	and not exists (select from death_told d where d.person_id = c.person_id and c.day > d.died_on);

grant select on claim_stay, claim_peer, claim_provider, claim_unfit to steward_staff, steward_batch;
grant execute on function claim_provider_say to steward_staff, steward_batch;
