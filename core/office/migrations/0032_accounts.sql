-- Where a person is paid: from the bank's or the card's file, or changed by two persons.
create table account (person_id bigint not null, channel text not null, number text not null, valid_from date not null,
	valid_to date not null default 'infinity', region_code int not null, holder text not null,
	entered_on date not null default business_day(), doubt text not null default '', batch_id bigint not null, line bigint not null,
	primary key (person_id, channel, number, valid_from),
	constraint account_days check (valid_from < valid_to),
	constraint account_is_clean check (number !~ '[[:cntrl:]]' and holder !~ '[[:cntrl:]]'));
create index account_region on account (region_code, person_id);
create index account_number on account (channel, number);
comment on table account is '@dist person_id accounts a person is paid to, by channel';

create table account_change (person_id bigint not null, change_id bigint not null, region_code int not null,
	channel text not null, number text not null, holder text not null, valid_from date not null,
	number_before text, state text not null default 'proposed', reason text not null,
	author name not null default session_user, at timestamptz not null default now(),
	approver name, approved_at timestamptz, primary key (person_id, change_id),
	constraint account_change_state check (state in ('proposed', 'approved', 'refused', 'taken_back')),
	constraint account_change_four_eyes check ((state in ('approved', 'refused')) = (approver is not null)
		and approver <> author));
create index account_change_region on account_change (region_code, state);
create unique index account_change_one on account_change (person_id) where state = 'proposed';
comment on table account_change is '@dist person_id accounts that staff has entered, each by two persons';

-- Whom a run's file goes to, and how it looks, from the texts work.channels.
create table pay_channel (channel text primary key, title text not null, format text not null, encoding text not null,
	agent text not null, debtor text not null, columns text not null, codes text not null, reply text not null,
	constraint pay_channel_format check (format in ('pain', 'csv')));
comment on table pay_channel is '@ref banks, wallets and cash lists that pay out, from the texts work.channels';

-- What was exported, to the byte: the second export is the first again, and what is handed over is what was exported.
create table pay_file (run_id bigint not null, channel text not null, name text not null, digest text not null,
	lines bigint not null, amount_fen bigint not null, primary key (run_id, channel),
	constraint pay_file_run_fk foreign key (run_id) references pay_run,
	constraint pay_file_amount_fen_bound check (amount_fen between 0 and 99999999999999999));
comment on table pay_file is '@ref files of a run, by channel, with the hash of their bytes';
grant select on account, account_change, pay_channel, pay_file to steward_staff, steward_batch;
grant insert, delete on pay_channel to steward_batch;

-- What banks answer: a file once, and what it tells of each payment.
create table pay_reply (digest text primary key, name text not null, run_id bigint not null, channel text not null,
	rows bigint not null, paid bigint not null, returned bigint not null, pending bigint not null,
	against bigint not null, who name not null default session_user, at timestamptz not null default now(),
	constraint pay_reply_run_fk foreign key (run_id) references pay_run);
comment on table pay_reply is '@ref answers of banks about a run, each taken once';
create table pay_receipt (person_id bigint not null, run_id bigint not null, digest text not null, region_code int not null,
	status text not null, reason text not null, primary key (person_id, run_id, digest),
	constraint pay_receipt_reply_fk foreign key (digest) references pay_reply);
create index pay_receipt_region on pay_receipt (region_code, run_id);
create index pay_receipt_run on pay_receipt (run_id, person_id);
comment on table pay_receipt is '@dist person_id what a bank tells of a payment';
grant select on pay_reply, pay_receipt to steward_staff, steward_batch;
