-- Another account of somebody who is paid is tried with its bank before a benefit goes there.
create table account_test (person_id bigint not null, test_id bigint not null, region_code int not null, channel text not null,
	number text not null, holder text not null, fen bigint not null, scheme text, state text not null default 'waiting',
	opened_on date not null default business_day(), run_id bigint, sent_on date, due_on date, told_on date,
	status text not null default '', reason text not null default '', who name, why text not null default '',
	at timestamptz not null default now(), primary key (person_id, test_id),
	constraint account_test_run_fk foreign key (run_id) references pay_run,
	constraint account_test_fen_bound check (fen between 0 and 100),
	constraint account_test_state check (state in ('waiting', 'sent', 'passed', 'failed', 'accepted', 'repeated')),
	constraint account_test_sent check (state in ('waiting', 'accepted', 'repeated') or sent_on is not null),
	constraint account_test_who check ((state in ('accepted', 'repeated')) = (who is not null)),
	constraint account_test_why check (state <> 'accepted' or why <> ''),
	constraint account_test_is_small check (length(why) <= 2000));
create index account_test_region on account_test (region_code, person_id);
create index account_test_run on account_test (run_id);
create index account_test_id on account_test (test_id);
create unique index account_test_one on account_test (person_id, channel, number) where state <> 'repeated';
comment on table account_test is '@dist person_id accounts that are tried before a benefit goes there, and what the bank said';
grant select on account_test to steward_staff, steward_batch;

-- Who takes a line of a fen or of nothing; the next judge takes it out of the texts.
alter table pay_channel add column takes_test boolean not null default false;
update setting set value = '' where name = 'book_hash';
