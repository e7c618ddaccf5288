-- Corrections of the contribution record, with the document that says so, and memberships that another place tells of the same months.
create table relation_fix (person_id bigint not null, fix_no int not null, region_code int not null, document text not null,
	account_fen bigint not null default 0, state text not null default 'open', told_on date not null default business_day(),
	who name not null default session_user, primary key (person_id, fix_no),
	constraint relation_fix_state check (state in ('open', 'done', 'refused', 'withdrawn')),
	constraint relation_fix_account_fen_bound check (account_fen between -999999999999 and 999999999999),
	constraint relation_fix_document check (length(document) between 1 and 200 and document !~ '[[:cntrl:]]'));
create unique index relation_fix_one on relation_fix (person_id) where state = 'open';
create index relation_fix_region on relation_fix (region_code, person_id);
comment on table relation_fix is '@dist person_id corrections of the contribution record';
create table relation_fix_month (person_id bigint not null, fix_no int not null, period int not null, region_code int not null, base_fen bigint,
	primary key (person_id, fix_no, period), constraint relation_fix_month_fk foreign key (person_id, fix_no) references relation_fix,
	constraint relation_fix_month_period_bound check (period between 185001 and 210012),
	constraint relation_fix_month_base_fen_bound check (base_fen between 1 and 999999999999));
create index relation_fix_month_region on relation_fix_month (region_code, person_id);
comment on table relation_fix_month is '@dist person_id a month of a correction: its base, or null where nothing was paid';

create table relation_double (person_id bigint not null, place text not null, from_period int not null, region_code int not null,
	office text not null, to_period int not null, state text not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, place, from_period), constraint relation_double_state check (state in ('insured', 'cleared')),
	constraint relation_double_from_period_bound check (from_period between 185001 and 210012),
	constraint relation_double_to_period_bound check (to_period between 185001 and 210012),
	constraint relation_double_words check (length(place) <= 100 and length(office) <= 100 and concat(place, office) !~ '[[:cntrl:]]'));
create index relation_double_region on relation_double (region_code, person_id);
create index relation_double_batch on relation_double (batch_id);
comment on table relation_double is '@dist person_id months in which somebody is insured in another place, too';
-- What goes back to the person by a run, and by which decision.
create table relation_refund (person_id bigint not null, decision_id bigint not null, region_code int not null, month date not null,
	amount_fen bigint not null, primary key (person_id, decision_id),
	constraint relation_refund_amount_fen_bound check (amount_fen between 1 and 999999999999));
create index relation_refund_region on relation_refund (region_code, person_id);
comment on table relation_refund is '@dist person_id contributions that go back to the person';
grant select on relation_fix, relation_fix_month, relation_double, relation_refund to steward_staff, steward_batch;
