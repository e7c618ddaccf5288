-- From which value on a figure is watched is policy: it comes from the parameter work.limits.
create table indicator_limit (indicator text primary key, watch numeric, alarm numeric);
comment on table indicator_limit is '@ref from which value on a figure is marked, from lua/parameters/work.lua';
insert into indicator_limit select indicator, watch, alarm from indicator
where watch is not null or alarm is not null;
alter table indicator drop column watch, drop column alarm;
grant insert, delete on indicator_limit to steward_batch;
