-- What comes before a visit: requests by all channels, plans of nurses, and days on which one is absent.
alter table home_nurse add column kinds text[] not null default '{}';
create table home_request (person_id bigint not null, request_no text not null, region_code int not null, channel text not null,
	kind text not null, asked_on date not null, asked_time time not null, wanted_day date not null, wanted_from time not null,
	wanted_to time not null, is_disabled boolean not null default false, has_dementia boolean not null default false,
	helper text not null default '', helper_phone text not null default '', place text not null default '', lat double precision,
	lon double precision, state text not null default 'asked', outcome text not null default '', done_on date,
	round int not null default 0, chosen bigint, who name not null default session_user, batch_id bigint not null,
	line bigint not null, primary key (person_id, request_no),
	constraint home_request_kind check (kind in ('care', 'nursing', 'medicine')),
	constraint home_request_state check (state in ('asked', 'withdrawn')),
	constraint home_request_outcome check (outcome in ('', 'refused', 'needless') and (outcome = '') = (done_on is null)),
	constraint home_request_window check (wanted_from <= wanted_to),
	constraint home_request_lat check (lat between -90 and 90), constraint home_request_lon check (lon between -180 and 180),
	constraint home_request_is_clean check (helper || helper_phone || place !~ '[[:cntrl:]]' and length(helper || helper_phone || place) <= 600));
create index home_request_region on home_request (region_code, person_id);
create index home_request_of_batch on home_request (batch_id);
create index home_request_asked on home_request (asked_on, person_id, request_no);
comment on table home_request is '@dist person_id visits at home and deliveries that somebody has asked for';

create table home_plan (person_id bigint not null, plan_no bigint not null, region_code int not null, request_no text not null,
	nurse_id bigint not null, kind text not null, day date not null, from_at time not null, to_at time not null,
	window_from time not null, window_to time not null, lat double precision, lon double precision, state text not null default 'planned',
	back_why text not null default '', back_on date, say text not null, planned_on date not null, who name not null default session_user,
	primary key (person_id, plan_no),
	constraint home_plan_state check (state in ('planned', 'missed', 'back')),
	constraint home_plan_back check ((state = 'back') = (back_on is not null)),
	constraint home_plan_times check (from_at < to_at and window_from <= window_to));
create unique index home_plan_one on home_plan (person_id, request_no) where state = 'planned';
create index home_plan_region on home_plan (region_code, person_id);
create index home_plan_of_nurse on home_plan (nurse_id, day);
create index home_plan_of_day on home_plan (day, person_id, plan_no);
comment on table home_plan is '@dist person_id planned visits of nurses, each for a request';

create table home_absence (nurse_id bigint not null, day date not null, noted_on date not null, who name not null default session_user,
	primary key (nurse_id, day));
comment on table home_absence is '@ref days on which a nurse does not work';
grant select on home_request, home_plan, home_absence to steward_staff, steward_batch;
