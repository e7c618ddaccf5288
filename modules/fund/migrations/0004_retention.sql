-- Refund of unemployment contributions to an employer that has kept its posts: asked for, worked out, decided, sent.
create table retention (unit_no text not null, year int not null, state text not null default 'open', unit text not null,
	account text not null, size text not null, laid_off int not null, paid_fen bigint not null, months int not null, insured int not null,
	amount_fen bigint, why text not null default '', sent_fen bigint not null default 0, applied_on date not null default business_day(),
	decided_on date, sent_on date, who name not null default session_user, primary key (unit_no, year),
	constraint retention_state check (state in ('open', 'granted', 'refused', 'withdrawn')),
	constraint retention_size check (size in ('large', 'small')),
	constraint retention_granted check (state <> 'granted' or amount_fen > 0),
	constraint retention_bounds check (year between 1950 and 2100 and laid_off between 0 and 10000000 and months between 0 and 12),
	constraint retention_paid_fen_bound check (paid_fen between 0 and 99999999999999999),
	constraint retention_sent_fen_bound check (sent_fen between 0 and 99999999999999999),
	constraint retention_amount_fen_bound check (amount_fen between 0 and paid_fen),
	constraint retention_is_clean check (account !~ '[[:cntrl:]]' and length(account) between 1 and 100));
comment on table retention is '@ref employers that ask for a refund of unemployment contributions because they kept their posts';
grant select on retention to steward_staff, steward_batch;
