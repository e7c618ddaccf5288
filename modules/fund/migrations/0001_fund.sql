-- The fund's own books, as the finance bureau's special account and the collecting agency tell them.  A row told again
-- stands beside the one told before: the newest counts.
create table fund_flow (day date not null, scheme text not null, flow text not null, project text not null,
	batch_id bigint not null, line bigint not null, amount_fen bigint not null,
	primary key (day, scheme, flow, project, batch_id), constraint fund_flow_amount_fen_bound check (amount_fen between 0 and 99999999999999999));
create index fund_flow_batch on fund_flow (batch_id);
comment on table fund_flow is '@ref what came into the fund and went out, by day, scheme, kind and project';
create table fund_balance (scheme text not null, day date not null, batch_id bigint not null, line bigint not null,
	balance_fen bigint not null, primary key (scheme, day, batch_id),
	constraint fund_balance_balance_fen_bound check (balance_fen between 0 and 99999999999999999));
create index fund_balance_batch on fund_balance (batch_id);
comment on table fund_balance is '@ref what each scheme has at the end of a day';
create table fund_levy (unit_no text not null, period int not null, scheme text not null, batch_id bigint not null,
	line bigint not null, unit text not null, assessed_fen bigint not null, paid_fen bigint not null, told_on date not null,
	primary key (unit_no, period, scheme, batch_id),
	constraint fund_levy_period_bound check (period between 185001 and 210012),
	constraint fund_levy_assessed_fen_bound check (assessed_fen between 0 and 99999999999999999),
	constraint fund_levy_paid_fen_bound check (paid_fen between 0 and 99999999999999999));
create index fund_levy_batch on fund_levy (batch_id);
comment on table fund_levy is '@ref contributions of a unit for a month: assessed, and paid when the file was made';
grant select on fund_flow, fund_balance, fund_levy to steward_staff, steward_batch;
