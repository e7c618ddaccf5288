-- What other offices are told of a person: to whom, what, and on which legal ground.
create view service_recipient (recipient, may) as
select r.code, string_to_array(r.value, ' ') from policy_row r where r.kind = 'service_recipient' and r.name = 'may';

create table service_share (person_id bigint not null, share_id bigint not null, region_code int not null, recipient text not null,
	ground text not null, what text not null, told jsonb not null, told_on date not null, who name not null default session_user,
	at timestamptz not null default now(), primary key (person_id, share_id),
	constraint service_share_ground check (ground ~ '[[:alpha:]]' and ground !~ '[[:cntrl:]]' and length(ground) <= 200));
create index service_share_region on service_share (region_code, person_id);
create index service_share_by_recipient on service_share (recipient, told_on);
comment on table service_share is '@dist person_id what other offices were told of a person, and on which legal ground';
grant select on service_recipient, service_share to steward_staff, steward_batch;
