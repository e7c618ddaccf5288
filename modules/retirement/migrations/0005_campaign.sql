-- Campaigns of certification: whom, from which day on; who was in it on that day, once for all.
create table certify_campaign (campaign text primary key, begins_on date not null, region_code int, age_from int, age_to int,
	digits text not null default '', is_yearly boolean not null default false, begun_on date,
	who name not null default session_user, at timestamptz not null default now(),
	constraint certify_campaign_name check (campaign ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
	constraint certify_campaign_digits check (digits ~ '^([0-9X]{1,4}( [0-9X]{1,4})*)?$' and length(digits) <= 200),
	constraint certify_campaign_age check (age_from between 0 and 150 and age_to between 0 and 150 and age_from <= age_to));
comment on table certify_campaign is '@ref campaigns of certification: whom, from when on';
create table certify_exempt (campaign text not null, region_code int not null, why text not null,
	who name not null default session_user, at timestamptz not null default now(), primary key (campaign, region_code),
	constraint certify_exempt_is_clean check (why !~ '[[:cntrl:]]' and length(why) between 1 and 200));
comment on table certify_exempt is '@ref areas whose persons a campaign leaves alone';
create table certify_cohort (person_id bigint not null, campaign text not null, begun_on date not null, region_code int not null,
	primary key (person_id, campaign, begun_on));
create index certify_cohort_region on certify_cohort (region_code, person_id);
comment on table certify_cohort is '@dist person_id who was in a campaign of certification when it began';
grant select on certify_campaign, certify_exempt, certify_cohort to steward_staff, steward_batch;
