-- What one login may sign, and what of staff waits for a second person.
alter table staff add step_fen bigint, add day_fen bigint,
	add constraint staff_step_fen_bound check (step_fen between 0 and 999999999999),
	add constraint staff_day_fen_bound check (day_fen between 0 and 99999999999999);
create table staff_day (login name, day date, fen bigint not null, primary key (login, day),
	constraint staff_day_fen_bound check (fen between 0 and 99999999999999999));
comment on table staff_day is '@ref what a login with a limit has signed a day';
create table staff_change (login name primary key, display text, job text, region_code int, step_fen bigint, day_fen bigint,
	author name not null default session_user, at timestamptz not null default now(),
	constraint staff_change_is_small check (length(display) <= 200 and length(job) <= 40),
	constraint staff_change_step_fen_bound check (step_fen between 0 and 999999999999),
	constraint staff_change_day_fen_bound check (day_fen between 0 and 99999999999999));
comment on table staff_change is '@ref jobs and limits that wait for a second person';
grant select on staff_day, staff_change to steward_staff;
