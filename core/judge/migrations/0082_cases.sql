-- What became of the worked cases of the texts when they were run last: how many of each come out.
create table case_run (path text not null, hash text not null, cases int not null, passing int not null, run_on date not null,
	primary key (path, hash), constraint case_run_counts check (passing between 0 and cases));
comment on table case_run is '@local worked cases of the policy texts, and how many come out';
grant select on case_run to steward_staff, steward_batch;
