-- Persons whom not everybody may see.  Who works here and who is kin is hidden from all but the special unit, and
-- one's own from oneself even there.
alter table staff add special boolean not null default false;
alter table staff_change add special boolean;
create table barrier_kind (kind text primary key, title text not null, is_hard boolean not null, sort int not null);
insert into barrier_kind (kind, title, is_hard, sort) values ('address', 'protected address', true, 1),
	('threat', 'in danger', true, 2), ('known', 'known to the public', false, 3), ('asked', 'has asked for it', false, 4),
	('ward', 'under guardianship', false, 5), ('estate', 'dead for a year', false, 6);
comment on table barrier_kind is '@ref why a person is hidden: hard ones nobody waives, soft ones are waived for so many days';
create table barrier (person_id bigint not null, barrier_id bigint not null, region_code int not null, kind text not null,
	state text not null default 'on', from_day date not null, to_day date not null default 'infinity', why text not null,
	author name not null default session_user, at timestamptz not null default now(), ender name, approver name, ended_at timestamptz,
	primary key (person_id, barrier_id), constraint barrier_state check (state in ('on', 'ending', 'ended')),
	constraint barrier_two_persons check (approver <> ender), constraint barrier_is_small check (length(why) <= 255));
create index barrier_region on barrier (region_code, person_id);
comment on table barrier is '@dist person_id who is hidden from whom, since when and why';
create table barrier_waiver (person_id bigint not null, barrier_id bigint not null, login name not null default session_user,
	at timestamptz not null default now(), region_code int not null, until date not null, reason text not null,
	primary key (person_id, barrier_id, login, at), constraint barrier_waiver_reason check (length(reason) between 10 and 255));
create index barrier_waiver_region on barrier_waiver (region_code, person_id);
comment on table barrier_waiver is '@dist person_id soft barriers that a clerk has waived for a time, with the reason';
create table barrier_task (person_id bigint not null, rule_id text not null, cause text not null, region_code int not null,
	was name not null, became name not null, at timestamptz not null default now(), primary key (person_id, rule_id, cause));
create index barrier_task_region on barrier_task (region_code, person_id);
comment on table barrier_task is '@dist person_id tasks that went to the special unit, and to whom they go back';
create table staff_kin (person_id bigint not null, login name not null, region_code int not null, relation text not null,
	author name not null default session_user, at timestamptz not null default now(), primary key (person_id, login),
	constraint staff_kin_relation check (relation in ('own', 'household', 'told')));
create index staff_kin_region on staff_kin (region_code, person_id);
comment on table staff_kin is '@dist person_id who of the insured works here, and whose kin does';
create table barrier_mask (ending bigint primary key);
comment on table barrier_mask is '@ref ends of numbers that are looked at closer; most of them are nobody''s behind a barrier';
revoke all on barrier, barrier_waiver, barrier_task, staff_kin, barrier_mask from steward_staff, steward_batch;
-- What is compared before a row is known to be seen has to be a plain column: a number is found by its end, too.
alter table person_ident add id_back text generated always as (reverse(id_no)) stored;
drop index person_ident_end;
create index person_ident_end on person_ident (id_back collate "C");
