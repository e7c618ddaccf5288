-- What lets somebody be seen counts from the next transaction on: who takes it back with the transaction that made it
-- has seen nobody.  A number is asked for in one transaction and answered in a later one, so that what was asked stays.
alter table barrier_waiver add made_in xid8 not null default pg_current_xact_id();
alter table window_visit add made_in xid8 not null default pg_current_xact_id();
create table window_ask (login name not null default session_user, day date not null, digest text not null,
	at timestamptz not null default now(), made_in xid8 not null default pg_current_xact_id(), primary key (login, day, digest));
comment on table window_ask is '@ref numbers typed at a window of a partner, as digests: those without a visit are nobody''s there';
create index window_ask_day on window_ask (day);
drop table window_miss;
grant select on window_ask to steward_auditor, steward_batch;
-- Made anew with other parameters since.
drop function if exists rules_withdraw(text, text, date);
