-- Claims for unemployment benefit: what was said at the counter, and what came of it.
create table jobless_claim (person_id bigint not null, claim_no int not null, region_code int not null, state text not null default 'open',
	applied_on date not null, lost_on date not null, registered_on date, is_involuntary boolean not null, is_seeking boolean not null,
	months_paid int not null, carried_months int not null, channel text not null default 'counter',
	from_month date, months int, decided_on date, ended_from date, who name not null default session_user,
	primary key (person_id, claim_no),
	constraint jobless_claim_state check (state in ('open', 'awarded', 'refused', 'withdrawn')),
	constraint jobless_claim_awarded check ((state = 'awarded') = (from_month is not null) and (from_month is null) = (months is null)),
	constraint jobless_claim_days check (lost_on <= applied_on and registered_on <= applied_on
		and extract(day from from_month) = 1 and extract(day from ended_from) = 1),
	constraint jobless_claim_bounds check (months_paid between 0 and 1200 and carried_months between 0 and 24 and months between 1 and 24));
create unique index jobless_claim_one on jobless_claim (person_id) where state = 'open';
create index jobless_claim_region on jobless_claim (region_code, person_id);
comment on table jobless_claim is '@dist person_id claims for unemployment benefit';
grant select on jobless_claim to steward_staff, steward_batch;
