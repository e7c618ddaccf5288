-- An office that was made of a backup does not know what left it afterwards until somebody has told it.
create table restored (restored_at timestamptz primary key default now(), made_at text not null, digest text not null,
	seal text not null, journal_bytes bigint not null, journal_digest text not null,
	reconciled_at timestamptz, reconciled_by name, messages bigint, runs bigint);
comment on table restored is '@local that this office was restored, and when what had left it since was known again';
create table journal_row (line bigint primary key, body jsonb not null, who bigint, area int);
comment on table journal_row is '@local lines of the journal of what left the house, while they are reconciled';

create table sent_before (person_id bigint not null, message_id bigint not null, round int not null, region_code int not null,
	rule_id text not null, cause text not null, template text not null, channel text not null, hash text not null,
	sent_on date not null, primary key (person_id, message_id, round));
create index sent_before_region on sent_before (region_code);
comment on table sent_before is '@dist person_id what was sent after the backup of which the office was restored';
grant select on restored, sent_before to steward_staff, steward_batch;
