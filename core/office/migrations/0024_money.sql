-- Core owns money: benefits of any kind, holds on one of them or on one line of a run, runs, lines, and what is
-- owed back.
drop view if exists fact_source;
drop view fact_source_core;
alter table pension rename to benefit;
alter table benefit rename column status to state;
alter table benefit add kind text not null default 'pension', add valid_to date not null default 'infinity',
	drop constraint pension_pkey, add primary key (person_id, scheme, kind, valid_from),
	add constraint benefit_days check (valid_from < valid_to);
alter table benefit rename constraint pension_monthly_fen_bound to benefit_monthly_fen_bound;
alter index pension_region rename to benefit_region;
comment on table benefit is '@dist person_id what a person is entitled to a month, by scheme and kind';

-- State: open while lines are made and looked at, then sent, then closed.
create table pay_run (run_id bigint primary key, period int not null, scheme text not null, kind text not null,
	state text not null, constraint pay_run_state check (state in ('open', 'sent', 'closed')),
	constraint pay_run_period_bound check (period between 185001 and 210012));
comment on table pay_run is '@ref one payment of one kind of benefit for one month';
create table pay_line (person_id bigint not null, line_id bigint not null, region_code int not null,
	run_id bigint not null, benefit_from date not null, amount_fen bigint not null, state text not null,
	hold_id bigint, primary key (person_id, line_id),
	constraint pay_line_once unique (person_id, run_id, benefit_from),
	constraint pay_line_run_fk foreign key (run_id) references pay_run,
	constraint pay_line_state check (state in ('due', 'held', 'paid', 'returned')),
	constraint pay_line_held check ((state = 'held') = (hold_id is not null)),
	constraint pay_line_amount_fen_bound check (amount_fen between 0 and 999999999999));
create index pay_line_region on pay_line (region_code, run_id);
comment on table pay_line is '@dist person_id what a run pays one person for one benefit';
create table receivable (person_id bigint not null, receivable_id bigint not null, region_code int not null,
	amount_fen bigint not null, reason text not null, decision_id bigint not null, state text not null,
	primary key (person_id, receivable_id),
	constraint receivable_decision_fk foreign key (person_id, decision_id) references decision (person_id, decision_id),
	constraint receivable_state check (state in ('open', 'settled', 'waived')),
	constraint receivable_amount_fen_bound check (amount_fen between 1 and 999999999999));
create index receivable_region on receivable (region_code, state);
comment on table receivable is '@dist person_id what a person has to pay back, and by which decision';

-- A hold names one benefit, one line, or neither: then all of the person's benefits.
alter table hold add scheme text, add kind text, add line_id bigint,
	add constraint hold_names_one check ((scheme is null) = (kind is null) and (line_id is null or scheme is null)),
	add constraint hold_line_fk foreign key (person_id, line_id) references pay_line (person_id, line_id);
