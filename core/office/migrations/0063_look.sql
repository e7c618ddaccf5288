-- Who looked at a person, a row a day and login.  What for: a task in work, what the login said, or nothing known.
create table look (person_id bigint not null, day date not null, login name not null default session_user,
	region_code int not null, purpose text not null default '', times int not null default 1,
	first_at timestamptz not null default now(), last_at timestamptz not null default now(),
	primary key (person_id, day, login),
	constraint look_purpose_known check (purpose in ('', 'task', 'counter')));
create index look_region on look (region_code, day);
comment on table look is '@dist person_id who opened a person''s page, on which day and what for';
grant select on look to steward_staff, steward_batch;
