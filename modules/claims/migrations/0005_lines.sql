-- What was charged, line by line, as providers send it: the audit looks at all of a person's at once.
create table claim_charge (person_id bigint not null, claim_no text not null, line_no int not null, region_code int not null,
	kind text not null, provider text not null, tier text not null, admitted date, discharged date,
	insurance text not null, diagnosis text not null, day date, item text not null, code text not null,
	quantity numeric(15, 3) not null, price_fen bigint, at time, batch_id bigint not null, line bigint not null,
	primary key (person_id, claim_no, line_no));
create index claim_charge_region on claim_charge (region_code, person_id);
create index claim_charge_batch on claim_charge (batch_id);
comment on table claim_charge is '@dist person_id lines of medical claims';
grant select on claim_charge to steward_staff, steward_batch;
select bound_column('claim_charge', 'price_fen', 0, 999999999999);
