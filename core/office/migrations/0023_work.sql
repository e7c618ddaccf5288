-- What a step does, which states are open, who has which job: rows that modules bring, instead of words in functions.
create table job (job text primary key, module text not null, title text not null);
comment on table job is '@ref what somebody can work as: each has the role steward_NAME';
create table task_state (state text primary key, module text not null, title text not null, kind text not null,
	constraint task_state_kind check (kind in ('open', 'proposed', 'final')));
comment on table task_state is '@ref how far a task is: open, waiting for another person, or final';
insert into task_state (state, module, title, kind) values ('open', 'core', 'open', 'open'),
	('proposed', 'core', 'proposed', 'proposed'), ('done', 'core', 'done', 'final'),
	('dismissed', 'core', 'dismissed', 'final'), ('withdrawn', 'core', 'withdrawn', 'final');

-- Two columns become what the step does says.
delete from task_move;
alter table task_move drop constraint task_move_one_person, drop column other_person, drop column by_author,
	add does text not null, add constraint task_move_does check (does in ('step', 'propose', 'approve',
		'refuse', 'take_back', 'close', 'reopen'));
alter table task_move add other_person boolean generated always as (does in ('approve', 'refuse')) stored,
	add by_author boolean generated always as (does = 'take_back') stored;

-- More than two persons, by kind or amount.
create table work_persons (kind text not null, from_fen bigint not null, persons int not null,
	primary key (kind, from_fen), constraint work_persons_from_fen_bound check (from_fen >= 0 and
	from_fen <= 999999999999), constraint work_persons_number check (persons between 2 and 5));
comment on table work_persons is '@ref how many persons a proposal needs, from the texts work.persons';
create table decision_approval (person_id bigint not null, decision_id bigint not null,
	approver name not null default session_user, region_code int not null, reason text not null,
	at timestamptz not null default now(), primary key (person_id, decision_id, approver));
create index decision_approval_region on decision_approval (region_code, person_id);
comment on table decision_approval is '@dist person_id who has approved what needs more than one more person';

grant select on job, task_state, work_persons, decision_approval to steward_staff, steward_batch;
grant insert, delete on work_persons to steward_batch;

-- The middle of a whole is none of its parts'.
alter table indicator_value add is_whole boolean not null default false;
