-- Departments and counters: which kinds of work are whose business.
create table unit (unit text primary key, title text not null, region_code int not null, kinds text[] not null,
	constraint unit_is_small check (unit ~ '^[a-z][a-z0-9_]{0,39}$' and length(title) between 1 and 60 and cardinality(kinds) <= 500));
comment on table unit is '@ref departments and counters, and the kinds of tasks that are theirs';
alter table staff add unit text references unit;
grant select on unit to steward_staff;
