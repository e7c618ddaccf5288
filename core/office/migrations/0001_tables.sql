-- Tables of the core.  The first word of each table's comment is its class: @ref small and copied
-- everywhere, @dist COLUMN spread by that column, @local kept beside the program.  Foreign keys
-- stand in a migration of their own; bulk facts have none (the import checks them by one join).
create sequence id_block increment 1000;	-- clients take a thousand ids at a time

create table setting (name text primary key, value text not null);
create table region (region_code int primary key, name text not null, parent_code int);
create table staff (login name primary key, display text not null, job text not null,
	region_code int not null, active boolean not null default true);
create table feed (feed text primary key, title text not null, module text not null,
	every_days int not null);
create table task_type (task_type text primary key, module text not null, title text not null,
	owner text not null, days int not null default 20, priority int not null default 5);
create table task_move (task_type text not null, from_state text not null, event text not null,
	to_state text not null, job text not null, other_person boolean not null, effect text,
	key text not null, label text not null, primary key (task_type, from_state, event));
create table reason (task_type text not null, event text not null, code text not null,
	label text not null, sort int not null, primary key (task_type, event, code));
create table rule_text (hash text primary key, rule_id text not null, body text not null,
	seen_on date not null);
create table indicator (indicator text primary key, module text not null, title text not null,
	meaning text not null, unit text not null, owner text not null,
	less_is_better boolean not null, watch numeric, alarm numeric, sort int not null);
comment on table setting is '@ref one row a setting: the business day, the last judged day';
comment on table region is '@ref areas, GB/T 2260 codes and below';
comment on table staff is '@ref who works here; login is the database role';
comment on table feed is '@ref what departments send, from the modules'' tables';
comment on table task_type is '@ref kinds of work, from the modules'' tables; clocks from lua';
comment on table task_move is '@ref the steps a task can take, from the modules'' tables';
comment on table reason is '@ref reason codes of moves, from lua/parameters/work.lua';
comment on table rule_text is '@ref every rule text that ever judged, by hash';
comment on table indicator is '@ref figures of the board, from the modules'' tables';

create table batch (batch_id bigint primary key, feed text not null, digest text not null,
	file_name text not null, business_day date not null, rows_read bigint not null default 0,
	rows_accepted bigint not null default 0, rows_rejected bigint not null default 0,
	rows_doubtful bigint not null default 0, author name not null default session_user,
	at timestamptz not null default now(), unique (feed, digest));
create table reject (batch_id bigint not null, line bigint not null, column_name text not null,
	reason text not null, detail text not null, primary key (batch_id, line));
create table indicator_value (region_code int not null, indicator text not null,
	business_day date not null, counted numeric not null, of_total numeric, as_of timestamptz
	not null default now(), primary key (region_code, indicator, business_day));
comment on table batch is '@local one file that came in';
comment on table reject is '@local rows of files that were refused, with line and reason';
create index indicator_value_day on indicator_value (business_day, indicator);
comment on table indicator_value is '@local figures by area and day';

create table person (person_id bigint primary key, region_code int not null, name text not null,
	sex text not null, birth_date date not null, household bigint,
	ver int not null default 1, batch_id bigint not null, line bigint not null);
create index person_region on person (region_code, name collate "C", person_id);
create index person_name on person (name collate "C", birth_date, person_id);
create index person_household on person (region_code, household) where household is not null;
create table person_ident (id_no text not null, id_kind text not null, person_id bigint not null,
	primary key (id_no, id_kind));
create index person_ident_person on person_ident (person_id);
create index person_ident_prefix on person_ident (id_no collate "C");
create table enrolment (person_id bigint not null, scheme text not null, valid_from date not null,
	valid_to date not null default 'infinity', region_code int not null, category text not null,
	status text not null, months_before int not null, account_fen bigint not null,
	unemployed_since date, batch_id bigint not null, line bigint not null,
	primary key (person_id, scheme, valid_from), check (valid_from < valid_to));
create index enrolment_region on enrolment (region_code, person_id);
create table contribution (person_id bigint not null, period int not null, scheme text not null,
	region_code int not null, base_fen bigint not null, amount_fen bigint not null,
	batch_id bigint not null, line bigint not null, primary key (person_id, period, scheme));
create index contribution_region on contribution (region_code, period);
create table pension (person_id bigint not null, scheme text not null, valid_from date not null,
	region_code int not null, status text not null, monthly_fen bigint not null,
	batch_id bigint not null, line bigint not null,
	primary key (person_id, scheme, valid_from));
create index pension_region on pension (region_code, person_id);
create table payment (person_id bigint not null, period int not null, kind text not null,
	seq int not null default 1, region_code int not null, amount_fen bigint not null,
	paid_on date not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, period, kind, seq)) partition by range (period);
create table payment_before partition of payment for values from (minvalue) to (202501);
create table payment_2025 partition of payment for values from (202501) to (202601);
create table payment_2026 partition of payment for values from (202601) to (202701);
create table payment_2027 partition of payment for values from (202701) to (202801);
create table payment_after partition of payment for values from (202801) to (maxvalue);
create index payment_region on payment (region_code, period);
create table evidence (person_id bigint not null, source text not null, seen_on date not null,
	region_code int not null, place text not null, batch_id bigint not null,
	line bigint not null, primary key (person_id, source, seen_on));
create table certification (person_id bigint not null, certified_on date not null,
	channel text not null, region_code int not null, basis text not null,
	batch_id bigint not null, line bigint not null,
	primary key (person_id, certified_on, channel));
create index certification_region on certification (region_code, person_id);
create table status_event (person_id bigint not null, kind text not null, from_day date not null,
	source text not null, region_code int not null, to_day date, place text not null,
	batch_id bigint not null, line bigint not null,
	primary key (person_id, kind, from_day, source));
create index status_event_region on status_event (region_code, kind);
comment on table person is '@dist person_id insured persons';
comment on table person_ident is '@dist id_no numbers that name a person';
comment on table enrolment is '@dist person_id membership of a scheme';
comment on table contribution is '@dist person_id months paid';
comment on table pension is '@dist person_id pensions awarded';
comment on table payment is '@dist person_id money paid out, by month';
comment on table evidence is '@dist person_id life signs: seen alive, by whom, when';
comment on table certification is '@dist person_id qualification certified';
comment on table status_event is '@dist person_id deaths and custody reported';

create table staged_row (person_id bigint not null, batch_id bigint not null, line bigint not null,
	region_code int not null, state text not null default 'doubtful', why text not null,
	body jsonb not null, primary key (person_id, batch_id, line));
create index staged_row_region on staged_row (region_code, state);
create table touched (person_id bigint not null, batch_id bigint not null,
	region_code int not null, primary key (person_id, batch_id));
create table person_fact (person_id bigint primary key, region_code int not null,
	facts_until date);
create index person_fact_region on person_fact (region_code, person_id);
create index person_fact_until on person_fact (facts_until);
create table person_pack (person_id bigint primary key, region_code int not null, judged bigint,
	next_check date, body bytea not null);
create index person_pack_region on person_pack (region_code, person_id);
create index person_pack_due on person_pack (next_check);
comment on table staged_row is '@dist person_id rows whose person is in doubt; person_id is the likely one';
comment on table touched is '@dist person_id whose facts may have changed since they were judged';
comment on table person_fact is '@dist person_id what rules and indicators read, one row a person';

create table finding (person_id bigint not null, rule_id text not null, cause text not null,
	region_code int not null, task_type text not null, due date not null, say text not null,
	inputs text not null, rule_hash text not null, found_on date not null,
	primary key (person_id, rule_id, cause));
create index finding_region on finding (region_code, rule_id);
create table task (person_id bigint not null, rule_id text not null, cause text not null,
	region_code int not null, task_type text not null, state text not null default 'open',
	ver int not null default 1, due date not null, priority int not null,
	assigned_to name, opened_on date not null, closed_on date,
	primary key (person_id, rule_id, cause));
create index task_queue on task (region_code, state, task_type, due, priority, person_id);
create index task_next on task (state, due, priority, person_id);
create table decision (person_id bigint not null, decision_id bigint not null,
	region_code int not null, rule_id text not null, cause text not null, event text not null,
	outcome text not null, automatic boolean not null default true, reason text not null,
	note text not null, author name not null default session_user, decided_at timestamptz not null default now(),
	business_day date not null, approver name, approved_at timestamptz, approver_reason text,
	rule_hash text not null, inputs jsonb not null, primary key (person_id, decision_id),
	constraint decision_four_eyes check (approver <> author),
	constraint decision_approved_by_another check (outcome not in ('approved', 'refused') or
		automatic or approver is not null));
create unique index decision_one_a_task on decision (person_id, rule_id, cause)
	where outcome in ('proposed', 'approved', 'done', 'dismissed');
create index decision_region on decision (region_code, business_day);
create table hold (person_id bigint not null, hold_id bigint not null, region_code int not null,
	rule_id text not null, cause text not null, from_period int not null, state text not null,
	decision_id bigint not null, proposer name not null, approver name,
	at timestamptz not null default now(), primary key (person_id, hold_id),
	constraint hold_state check (state in ('provisional', 'final', 'lifted')),
	constraint hold_four_eyes check (state <> 'final' or (approver is not null and
		approver <> proposer)));
create unique index hold_one_a_cause on hold (person_id, rule_id, cause)
	where state in ('provisional', 'final');
create index hold_region on hold (region_code, state);
create table audit_log (person_id bigint not null, audit_id bigint not null,
	region_code int not null, at timestamptz not null default clock_timestamp(),
	who name not null default session_user, op text not null, request_key text,
	body jsonb not null default '{}', seal_no bigint, primary key (person_id, audit_id));
create index audit_log_region on audit_log (region_code, at);
create table request_done (person_id bigint not null, request_key uuid not null,
	at timestamptz not null default now(), result jsonb not null,
	primary key (person_id, request_key));
comment on table person_pack is '@dist person_id the fact row in one piece for the judge, made from person_fact; what was judged, and when to look again';
comment on table finding is '@dist person_id what the rules say today';
comment on table task is '@dist person_id what needs a human';
comment on table decision is '@dist person_id what a human decided, with everything it rested on';
comment on table hold is '@dist person_id payments stopped: provisional, final or lifted';
comment on table audit_log is '@dist person_id who did what; rows are only ever added';
comment on table request_done is '@dist person_id requests carried out, so that none is carried out twice';

insert into setting values ('business_day', '2025-11-01');
