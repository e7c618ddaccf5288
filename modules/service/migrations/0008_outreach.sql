-- Outreach: whom, with what, and who was written to; a list is made by one person and sent by another.
create table outreach (outreach text primary key, kind text not null, region_code int, age_from int, age_to int,
	sex text not null default '', is_paid boolean not null default false, state text not null default 'made',
	who name not null default session_user, at timestamptz not null default now(), sent_by name, sent_on date,
	constraint outreach_name check (outreach ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
	constraint outreach_kind check (kind in ('outreach_class', 'outreach_fraud', 'outreach_health')),
	constraint outreach_sex check (sex in ('', 'M', 'F')),
	constraint outreach_age check (age_from between 0 and 150 and age_to between 0 and 150 and age_from <= age_to),
	constraint outreach_state check (state in ('made', 'sent', 'dropped')),
	constraint outreach_sent check ((state = 'sent') = (sent_by is not null) and (sent_by is null) = (sent_on is null)),
	constraint outreach_four_eyes check (sent_by <> who));
comment on table outreach is '@ref lists of whom the office writes to unasked: classes, warnings, health checks';
create table outreach_person (person_id bigint not null, outreach text not null, region_code int not null, kind text not null,
	sent_on date not null, primary key (person_id, outreach),
	constraint outreach_person_list_fk foreign key (outreach) references outreach);
create index outreach_person_region on outreach_person (region_code, person_id);
create index outreach_person_day on outreach_person (sent_on);
comment on table outreach_person is '@dist person_id who was written to by which outreach';
grant select on outreach, outreach_person to steward_staff, steward_batch;
