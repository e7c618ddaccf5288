-- Clocks of kinds of task, and of single rules and finders; reasons likewise may be a rule's own.
create table work_clock (kind text primary key, days int not null, working_days int, priority int not null);
comment on table work_clock is '@ref how long work of a kind may take, from the texts work.types';
insert into work_clock (kind, days, working_days, priority)
select task_type, days, working_days, priority from task_type;
alter table task_type drop column days, drop column working_days, drop column priority;
grant select on work_clock to steward_staff, steward_batch;
grant insert, update, delete on work_clock to steward_batch;
