-- What was typed into a form and not sent, for each login its own.
create table draft (login name not null, screen text not null, subject text not null,
	fields text not null, at timestamptz not null default now(),
	primary key (login, screen, subject),
	constraint draft_is_small check (length(screen) <= 100 and length(subject) <= 2000
		and length(fields) <= 20000));
revoke all on draft from steward_staff, steward_batch, steward_policy, steward_auditor;
comment on table draft is '@ref what was typed into forms and not sent';
