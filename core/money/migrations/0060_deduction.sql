-- What a benefit owes to others before its person is paid: by whose order, to whom, how much a month.
create table deduction (person_id bigint not null, deduction_id bigint not null, region_code int not null, kind text not null,
	creditor text not null, channel text not null, number text not null, ref text not null, monthly_fen bigint, share int,
	total_fen bigint, valid_from date not null, valid_to date not null default 'infinity', state text not null default 'proposed',
	author name not null default session_user, approver name, ended_by name, why text not null default '',
	at timestamptz not null default now(),
	primary key (person_id, deduction_id),
	constraint deduction_kind check (kind in ('maintenance', 'tax', 'attachment')),
	constraint deduction_state check (state in ('proposed', 'valid', 'refused', 'ended')),
	constraint deduction_four_eyes check (approver <> author),
	constraint deduction_one_sum check ((monthly_fen is null) <> (share is null)),
	constraint deduction_monthly_fen_bound check (monthly_fen between 1 and 999999999999),
	constraint deduction_share_bound check (share between 1 and 100),
	constraint deduction_total_fen_bound check (total_fen between 1 and 999999999999),
	constraint deduction_is_small check (length(creditor) between 1 and 200 and length(ref) between 1 and 200 and length(why) <= 2000));
create index deduction_region on deduction (region_code);
create index deduction_valid on deduction (state, valid_from) where state in ('proposed', 'valid');
comment on table deduction is '@dist person_id orders by which a part of a benefit goes to somebody else';

-- One payment of it.  The number of a payment is nobody's number of a person: both stand in files of banks.
create table pay_deduction (person_id bigint not null, payment_id bigint not null, region_code int not null, run_id bigint not null,
	deduction_id bigint not null, line_id bigint, again bigint, period int not null, amount_fen bigint not null,
	payee text not null, channel text not null, number text not null, state text not null default 'due',
	reason text not null default '',
	primary key (person_id, payment_id),
	constraint pay_deduction_run_fk foreign key (run_id) references pay_run,
	constraint pay_deduction_fk foreign key (person_id, deduction_id) references deduction (person_id, deduction_id),
	constraint pay_deduction_line_fk foreign key (person_id, line_id) references pay_line (person_id, line_id) on delete cascade,
	constraint pay_deduction_again_fk foreign key (person_id, again) references pay_deduction (person_id, payment_id),
	constraint pay_deduction_from check ((line_id is null) = (again is not null)),
	constraint pay_deduction_state check (state in ('due', 'paid', 'returned')),
	constraint pay_deduction_period_bound check (period between 185001 and 210012),
	constraint pay_deduction_amount_fen_bound check (amount_fen between 1 and 999999999999));
create unique index pay_deduction_once on pay_deduction (person_id, run_id, deduction_id) where again is null;
create unique index pay_deduction_again on pay_deduction (person_id, run_id, again) where again is not null;
create index pay_deduction_run on pay_deduction (run_id);
create index pay_deduction_region on pay_deduction (region_code);
comment on table pay_deduction is '@dist person_id what a run pays to others out of a line; again: because it came back';
grant select on deduction, pay_deduction to steward_staff, steward_batch;
