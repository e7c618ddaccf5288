-- What staff has been told of a death, corrected and taken back: each word with the one before it.
create table death_report (person_id bigint not null, report_id bigint not null, region_code int not null,
	change text not null, teller text not null, died_on date not null, before_day date, certificate text not null default '',
	why text not null default '', state text not null default 'told', told_by name not null default session_user,
	told_on date not null default business_day(), at timestamptz not null default now(), decision_id bigint,
	primary key (person_id, report_id),
	constraint death_report_change check (change in ('created', 'corrected', 'annulled')),
	constraint death_report_state check (state in ('told', 'asked', 'void', 'refused')));
create index death_report_region on death_report (region_code, person_id);
comment on table death_report is '@dist person_id what was told of a death at the counter, corrected and annulled';
grant select on death_report to steward_staff, steward_batch;

-- Whose word about the day counts first.
insert into report_source values ('register', 2), ('family', 3), ('agency', 4), ('bank', 6) on conflict do nothing;
