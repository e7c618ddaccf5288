-- Keys that somebody recorded to press them again, for each login its own.
create table macro (login name not null, name text not null, keys text not null,
	at timestamptz not null default now(),
	primary key (login, name),
	constraint macro_is_small check (length(name) between 1 and 20 and length(keys) between 1 and 2000));
revoke all on macro from steward_staff, steward_batch, steward_policy, steward_auditor;
comment on table macro is '@ref keys that were recorded';
