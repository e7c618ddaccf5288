-- Adverse decisions beyond the usual number wait, before their first effect, until a manager has looked.
create table work_brake (kind text primary key, floor int not null, times int not null,
	constraint work_brake_floor_bound check (floor between 1 and 1000000),
	constraint work_brake_times_bound check (times between 1 and 1000));
comment on table work_brake is '@ref from which number a month on proposals wait, by kind of task or rule, from the texts work.brake';
grant select on work_brake to steward_staff, steward_batch;
grant insert, delete on work_brake to steward_batch;
create table brake_release (rule_id text not null, period int not null, released_by name not null default session_user,
	at timestamptz not null default now(), primary key (rule_id, period),
	constraint brake_release_period_bound check (period between 185001 and 210012));
comment on table brake_release is '@ref months in which more proposals of a rule than usual are let through';
grant select on brake_release to steward_staff, steward_batch;
alter table decision add braked boolean not null default false;
create index decision_braked on decision (rule_id, business_day) where braked;
update setting set value = '' where name = 'book_hash';
