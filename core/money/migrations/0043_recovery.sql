-- What was paid too much comes back: a claim with the months it is about, each judged by itself, and a ledger in which
-- every movement stands on the one before.  Nobody has filled the old table.
delete from receivable;
alter table receivable drop constraint receivable_state, drop constraint receivable_amount_fen_bound,
	drop column amount_fen, drop column reason,
	add kind text not null, add plan text not null, add rule_id text not null default '',
	add monthly_fen bigint, add agreement text not null default '', add hearing_until date, add opened_on date,
	add moved_on date, add recalled_on date, add seq int, add left_fen bigint not null default 0,
	add heir text not null default '', add estate_fen bigint, add estate_by name,
	add constraint receivable_state check (state in ('heard', 'owed', 'settled', 'waived', 'void')),
	add constraint receivable_left_fen_bound check (left_fen between 0 and 999999999999),
	add constraint receivable_monthly_fen_bound check (monthly_fen between 1 and 999999999999),
	add constraint receivable_estate_fen_bound check (estate_fen between 0 and 999999999999),
	add constraint receivable_left check (state = 'owed' or left_fen = 0),
	add constraint receivable_agreed check (plan <> 'instalments' or state = 'heard' or agreement <> ''),
	add constraint receivable_is_small check (length(agreement) <= 2000 and length(heir) <= 200);
create index receivable_open on receivable (state, moved_on) where state in ('heard', 'owed');
comment on table receivable is '@dist person_id what a person has to pay back, and by which decision';

-- Over is what was paid too much then, share how much of it is asked for, back what has come back.
create table receivable_month (person_id bigint not null, receivable_id bigint not null, period int not null,
	region_code int not null, over_fen bigint not null, share int not null default 100, claim_fen bigint not null,
	back_fen bigint not null default 0, fault text not null default 'open', barred_on date, why text not null default '',
	judged_by name,
	primary key (person_id, receivable_id, period),
	constraint receivable_month_fk foreign key (person_id, receivable_id) references receivable (person_id, receivable_id),
	constraint receivable_month_period_bound check (period between 185001 and 210012),
	constraint receivable_month_over_fen_bound check (over_fen between 1 and 999999999999),
	constraint receivable_month_claim_fen_bound check (claim_fen between 0 and 999999999999),
	constraint receivable_month_share_bound check (share between 0 and 100),
	constraint receivable_month_claim check (claim_fen = round(over_fen * share / 100.0)),
	constraint receivable_month_back check (back_fen between 0 and claim_fen),
	constraint receivable_month_fault check (fault in ('open', 'none', 'knew', 'wrong', 'concealed', 'agency')),
	constraint receivable_month_why check (share = 100 or why <> ''),
	constraint receivable_month_is_small check (length(why) <= 2000));
create index receivable_month_region on receivable_month (region_code);
comment on table receivable_month is '@dist person_id a month of a claim: what was too much, whose fault, how much is asked for';

-- Each movement begins where the one before ended: what is left is their sum, and no row can be missing.
create table receivable_move (person_id bigint not null, receivable_id bigint not null, seq int not null,
	region_code int not null, day date not null, kind text not null, amount_fen bigint not null, before_fen bigint not null,
	after_fen bigint not null, ground text not null, who name not null default session_user, approver name,
	at timestamptz not null default now(), before_seq int generated always as (case when seq > 1 then seq - 1 end) stored,
	primary key (person_id, receivable_id, seq),
	constraint receivable_move_once unique (person_id, receivable_id, kind, ground),
	constraint receivable_move_after unique (person_id, receivable_id, seq, after_fen),
	constraint receivable_move_first check (seq > 1 or (kind = 'opened' and before_fen = 0)),
	constraint receivable_move_chain foreign key (person_id, receivable_id, before_seq, before_fen)
		references receivable_move (person_id, receivable_id, seq, after_fen),
	constraint receivable_move_fk foreign key (person_id, receivable_id) references receivable (person_id, receivable_id),
	constraint receivable_move_sum check (after_fen = before_fen + amount_fen and after_fen >= 0 and amount_fen <> 0),
	constraint receivable_move_amount_fen_bound check (amount_fen between -999999999999 and 999999999999),
	constraint receivable_move_before_fen_bound check (before_fen between 0 and 999999999999),
	constraint receivable_move_after_fen_bound check (after_fen between 0 and 999999999999),
	constraint receivable_move_kind check (kind in ('opened', 'paid', 'offset', 'recalled', 'waived', 'corrected',
		'estate', 'interest', 'reversed')),
	constraint receivable_move_ground check (length(ground) between 1 and 200));
create index receivable_move_region on receivable_move (region_code, day);
comment on table receivable_move is '@dist person_id the ledger of what is owed back: each movement with its ground';
alter table receivable add constraint receivable_move_last foreign key (person_id, receivable_id, seq, left_fen)
	references receivable_move (person_id, receivable_id, seq, after_fen) deferrable initially deferred;

-- What a run keeps back of a line for a claim.
create table pay_offset (person_id bigint not null, line_id bigint not null, receivable_id bigint not null,
	region_code int not null, run_id bigint not null, amount_fen bigint not null,
	primary key (person_id, line_id, receivable_id),
	constraint pay_offset_line_fk foreign key (person_id, line_id) references pay_line (person_id, line_id) on delete cascade,
	constraint pay_offset_claim_fk foreign key (person_id, receivable_id) references receivable (person_id, receivable_id),
	constraint pay_offset_amount_fen_bound check (amount_fen between 1 and 999999999999));
create index pay_offset_run on pay_offset (run_id);
create index pay_offset_region on pay_offset (region_code);
comment on table pay_offset is '@dist person_id what a run keeps back for what is owed';
alter table pay_line drop constraint pay_line_chain, add offset_fen bigint not null default 0,
	add constraint pay_line_offset_fen_bound check (offset_fen between 0 and 999999999999),
	add constraint pay_line_chain check (amount_fen + offset_fen - over_fen = decided_fen - sent_fen - outside_fen
		and (over_fen = 0 or (amount_fen = 0 and offset_fen = 0)));
create index pay_line_over on pay_line (person_id) where over_fen > 0;
grant select on receivable_month, receivable_move, pay_offset to steward_staff, steward_batch;
