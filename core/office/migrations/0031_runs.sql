-- A run pays a month of all benefits.  A line is one month of one benefit: what was decided for it, less what was sent
-- before; the benefit's lines are a chain.  Nobody has filled these tables before.
delete from pay_line;
delete from pay_run;
drop index pay_line_region;
alter table pay_run drop constraint pay_run_state, drop column scheme, drop column kind,
	add nth int not null default 1,
	add day date not null default date '2000-01-01',
	add makers name[] not null default array[session_user],
	add prepared_by name not null default session_user,
	add prepared_at timestamptz not null default now(),
	add gated_at timestamptz,
	add signed_by name, add signed_at timestamptz, add digest text,
	add approved_by name, add approved_at timestamptz,
	add exported_at timestamptz,
	add sent_by name, add sent_at timestamptz, add paid_on date,
	add persons bigint not null default 0, add amount_fen bigint not null default 0,
	add held bigint not null default 0, add held_fen bigint not null default 0,
	add constraint pay_run_amount_fen_bound check (amount_fen between 0 and 99999999999999999),
	add constraint pay_run_held_fen_bound check (held_fen between 0 and 99999999999999999),
	add constraint pay_run_state check (state in ('open', 'gated', 'signed', 'approved', 'exported', 'sent', 'closed',
		'taken_back')),
	add constraint pay_run_four_eyes check (approved_by <> all (makers)),
	add constraint pay_run_signed check ((state not in ('signed', 'approved', 'exported', 'sent', 'closed'))
		or (signed_by is not null and digest is not null)),
	add constraint pay_run_approved check ((state not in ('approved', 'exported', 'sent', 'closed'))
		or approved_by is not null);
alter table pay_run alter day drop default;
-- One at a time: what the next one pays depends on what this one has sent.
create unique index pay_run_one on pay_run ((true)) where state in ('open', 'gated', 'signed', 'approved', 'exported');
comment on table pay_run is '@ref one payment of all benefits for a month; more of them in a month are supplements';

-- decided - sent - outside is what the line pays, or what was paid too much.  Outside is what another program paid for
-- that month.  Before is what the benefit paid for the month before.
alter table pay_line drop constraint pay_line_once, drop constraint pay_line_state, drop constraint pay_line_held,
	drop column benefit_from,
	add scheme text not null, add kind text not null, add period int not null,
	add decided_fen bigint not null, add sent_fen bigint not null default 0, add outside_fen bigint not null default 0,
	add over_fen bigint not null default 0, add before_fen bigint,
	add payee text not null default '', add channel text not null default '', add number text not null default '',
	add number_before text, add same int not null default 0, add why text,
	add constraint pay_line_once unique (run_id, person_id, scheme, kind, period),
	add constraint pay_line_period_bound check (period between 185001 and 210012),
	add constraint pay_line_decided_fen_bound check (decided_fen between 0 and 999999999999),
	add constraint pay_line_sent_fen_bound check (sent_fen between 0 and 999999999999),
	add constraint pay_line_outside_fen_bound check (outside_fen between 0 and 999999999999),
	add constraint pay_line_over_fen_bound check (over_fen between 0 and 999999999999),
	add constraint pay_line_before_fen_bound check (before_fen between 0 and 999999999999),
	add constraint pay_line_chain check (amount_fen - over_fen = decided_fen - sent_fen - outside_fen
		and (amount_fen = 0 or over_fen = 0)),
	add constraint pay_line_state check (state in ('due', 'held', 'paid', 'returned')),
	add constraint pay_line_held check ((state = 'held') = (hold_id is not null or why is not null));
create index pay_line_region on pay_line (region_code, run_id);
create index pay_line_returned on pay_line (person_id) where state = 'returned';
comment on table pay_line is '@dist person_id what a run pays one person for one month of one benefit';

-- Why a line does not leave: what stands against the person in this run, and who has decided about it.
create table pay_signal (person_id bigint not null, run_id bigint not null, rule_id text not null, cause text not null,
	region_code int not null, state text not null default 'held', who name, at timestamptz, reason text,
	primary key (person_id, run_id, rule_id, cause),
	constraint pay_signal_run_fk foreign key (run_id) references pay_run,
	constraint pay_signal_state check (state in ('held', 'kept', 'released')),
	constraint pay_signal_who check ((state = 'held') = (who is null)));
create index pay_signal_region on pay_signal (region_code, run_id);
create index pay_signal_run on pay_signal (run_id, rule_id);
comment on table pay_signal is '@dist person_id why a line of a run is held, and who has released it';

-- Which open tasks hold a line, and whose it is to release it; none: nobody can.
create table pay_gate (kind text primary key, release_by text not null);
comment on table pay_gate is '@ref kinds of tasks and rules that hold payments, from the texts work.gate';

-- What a run did is compared with what was decided when its transaction ends.
create table pay_check (run_id bigint not null, at timestamptz not null default clock_timestamp(), primary key (run_id, at));
comment on table pay_check is '@local runs whose lines are compared with what was decided, at the end of a transaction';

grant select on pay_signal, pay_gate, pay_check to steward_staff, steward_batch;
grant insert, delete on pay_gate to steward_batch;
-- The next judge takes the gate out of the texts.
update setting set value = '' where name = 'book_hash';
