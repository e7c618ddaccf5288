-- What rules judge is declared: person is the first of several subjects.  A finding, its task and a decision know
-- their subject and still lie with the person concerned; subject_id 0 is that person himself.
create table subject (subject text primary key, module text not null, title text not null,
	base_table text not null, follows_person boolean not null, screen text);
comment on table subject is '@ref what rules judge, from the modules'' tables; each has its NAME_fact and NAME_pack';
create table finder (rule_id text primary key, module text not null, title text not null,
	basis text not null, task_type text not null, parameters text not null, body text not null);
comment on table finder is '@ref statements that find instead of a rule, from the modules'' tables';

create table policy_ending (name text not null, place text not null, last_day date not null,
	file text not null, primary key (name, place));
comment on table policy_ending is '@ref values of the policy texts that end soon with nothing after them';
grant insert, delete on policy_ending to steward_batch;

alter table finding add subject text not null default 'person', add subject_id bigint not null default 0;
alter table task add subject text not null default 'person', add subject_id bigint not null default 0;
alter table decision add subject text not null default 'person', add subject_id bigint not null default 0;
alter table rehearsal_change add subject text not null default 'person',
	add subject_id bigint not null default 0;
create index finding_subject on finding (subject_id) where subject_id <> 0;
alter table touched add subject text not null default 'person', add subject_id bigint not null default 0,
	drop constraint touched_pkey, add primary key (person_id, subject, subject_id, batch_id);

-- Their parameters are others now, or what they give.
drop function judge_round, judge_keep_touched, judge_apply, judge_settle, judge_untouch, judge_close;
drop view fact_source;

grant select on subject, finder to steward_staff, steward_batch;
grant insert (subject, subject_id) on rehearsal_change to steward_policy;
