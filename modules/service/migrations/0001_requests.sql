-- What people ask for, by whichever channel, and every word there was with them about it.
create view service_matter (matter, place, days, working_days) as
select r.code, max(r.value) filter (where r.name = 'place')::int, max(r.value) filter (where r.name = 'days')::int,
	max(r.value) filter (where r.name = 'working_days')::int
from policy_row r where r.kind = 'service_matter' group by r.code;

create table service_request (person_id bigint not null, request_no text not null, region_code int not null,
	channel text not null, matter text not null, asked_on date not null, detail text not null default '',
	helper text not null default '', state text not null default 'asked', outcome text not null default '', done_on date,
	who name not null default session_user, batch_id bigint not null, line bigint not null,
	primary key (person_id, request_no),
	constraint service_request_state check (state in ('asked', 'withdrawn')),
	constraint service_request_outcome check (outcome in ('', 'done', 'refused') and (outcome = '') = (done_on is null)),
	constraint service_request_is_clean check (detail || helper !~ '[[:cntrl:]]' and length(detail || helper) <= 400));
create index service_request_region on service_request (region_code, person_id);
create index service_request_of_batch on service_request (batch_id);
create index service_request_open on service_request (asked_on, person_id, request_no);
comment on table service_request is '@dist person_id requests of a person, by whichever channel';

create table service_contact (person_id bigint not null, contact_id bigint not null, region_code int not null, day date not null,
	channel text not null, matter text not null, result text not null, note text not null default '',
	who name not null default session_user, at timestamptz not null default now(), primary key (person_id, contact_id),
	constraint service_contact_is_clean check (note !~ '[[:cntrl:]]' and length(note) <= 200));
create index service_contact_region on service_contact (region_code, person_id);
create index service_contact_day on service_contact (day);
comment on table service_contact is '@dist person_id who has spoken with a person about what, and how it ended';
grant select on service_matter, service_request, service_contact to steward_staff, steward_batch;
