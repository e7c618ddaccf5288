-- A decision can be taken back by another one: undoes names it, effect what it had done.
alter table decision add undoes bigint, add effect text;
update decision d set effect = case when t.task_type = 'suspend' and d.event = 'propose' then 'hold_confirm'
	when t.task_type = 'resume' then 'resume_pay' when t.task_type = 'hold_month' then 'hold_month_set'
	when t.task_type = 'alike' then 'alike_accept' when t.task_type = 'correct' then 'award_correct'
	when d.event = 'dismiss' then 'report_void' end
from task t where t.person_id = d.person_id and t.rule_id = d.rule_id and t.cause = d.cause and d.outcome = 'approved';
drop index decision_one_a_task;
create unique index decision_one_a_task on decision (person_id, rule_id, cause)
	where outcome in ('proposed', 'approved', 'done', 'dismissed') and undoes is null;
create unique index decision_one_undo on decision (person_id, undoes) where outcome in ('proposed', 'approved');
alter table task_move drop constraint task_move_does, add constraint task_move_does
	check (does in ('step', 'propose', 'approve', 'refuse', 'take_back', 'close', 'reopen', 'undo'));
alter table decision_batch add undoes uuid;

-- What a run of the judge changed, so that a day that was wrong can be taken back: of each row the one before the
-- run, or nothing; ver is the task's version that the run left.
create table day_run (run_id bigint primary key, business_day date not null, settings jsonb not null,
	author name not null default session_user, at timestamptz not null default now(),
	xact xid8 not null default pg_current_xact_id(), undone_by name, undone_at timestamptz, why text not null default '',
	constraint day_run_undone check ((undone_by is null) = (undone_at is null)));
comment on table day_run is '@local runs of the judge, and which were taken back by whom';
create index day_run_day on day_run (business_day, run_id);
create table day_change (run_id bigint not null, kept_in text not null, person_id bigint not null, rule_id text not null,
	cause text not null, before jsonb, ver int, primary key (run_id, kept_in, person_id, rule_id, cause),
	constraint day_change_run_fk foreign key (run_id) references day_run);
comment on table day_change is '@local findings, tasks and proposals that a run changed, as they were before it, of the last days';
grant select on day_run, day_change to steward_staff, steward_batch;

-- Decisions of the last night's sample that do not come out as they were decided.
create table replay_difference (person_id bigint not null, rule_id text not null, cause text not null, what text not null,
	primary key (person_id, rule_id, cause));
comment on table replay_difference is '@local decisions of the last night''s sample that do not come out as they were decided';
grant select on replay_difference to steward_staff, steward_batch;
grant insert, delete on replay_difference to steward_batch;

-- It takes a list of persons now.
drop function if exists batch_propose(uuid, text, text, text, text, int);
