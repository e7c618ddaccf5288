-- Kinds of tasks that the office has switched off: what is found of them makes nobody a task.
create table work_off (task_type text primary key, why text not null, who name not null default session_user,
	at timestamptz not null default now(),
	constraint work_off_why check (why !~ '[[:cntrl:]]' and length(why) between 1 and 200));
comment on table work_off is '@ref kinds of tasks that are switched off, with the reason';
grant select on work_off to steward_staff, steward_batch;
