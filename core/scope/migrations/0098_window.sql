-- Whom the login of a partner's window has before him today, by the whole number; and numbers that were nobody's.
create table window_visit (person_id bigint not null, login name not null default session_user, day date not null, region_code int not null,
	at timestamptz not null default now(), primary key (person_id, login, day));
comment on table window_visit is '@dist person_id who stood at which window of a partner, on which day';
create index window_visit_login on window_visit (login, day);
create index window_visit_region on window_visit (region_code);
create table window_miss (login name not null default session_user, day date not null, misses int not null,
	primary key (login, day), constraint window_miss_is_small check (misses between 1 and 10000));
comment on table window_miss is '@ref numbers typed at a window of a partner that are nobody there, a day';
create index window_miss_day on window_miss (day);
grant select on window_visit, window_miss to steward_staff, steward_batch;
