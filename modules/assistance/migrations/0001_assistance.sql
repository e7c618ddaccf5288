-- What other offices know of a person's need, what was granted without asking, and free health checks that hospitals settle.
create table low_income (person_id bigint not null, kind text not null, from_day date not null, region_code int not null, to_day date,
	batch_id bigint not null, line bigint not null, primary key (person_id, kind, from_day),
	constraint low_income_kind check (kind in ('destitute', 'allowance', 'marginal')),
	constraint low_income_days check (from_day < to_day));
create index low_income_region on low_income (region_code, person_id);
create index low_income_of_batch on low_income (batch_id);
comment on table low_income is '@dist person_id whose family has little, as civil affairs say';
create table disability (person_id bigint not null, certificate_no text not null, region_code int not null, level int not null,
	from_day date not null, to_day date, batch_id bigint not null, line bigint not null, primary key (person_id, certificate_no),
	constraint disability_level check (level between 1 and 4), constraint disability_days check (from_day < to_day));
create index disability_region on disability (region_code, person_id);
create index disability_of_batch on disability (batch_id);
comment on table disability is '@dist person_id certificates of disability';
create table assistance_grant (person_id bigint not null, year int not null, region_code int not null, amount_fen bigint not null,
	why text not null, from_month date not null, granted_on date not null, decision_id bigint not null,
	is_declined boolean not null default false, primary key (person_id, year), constraint assistance_grant_amount_fen_bound check (amount_fen between 0 and 999999999999));
create index assistance_grant_region on assistance_grant (region_code, person_id);
comment on table assistance_grant is '@dist person_id assistance that was granted without being asked for';
create table health_check (person_id bigint not null, checked_on date not null, region_code int not null, hospital text not null,
	amount_fen bigint not null, batch_id bigint not null, line bigint not null, primary key (person_id, checked_on),
	constraint health_check_amount_fen_bound check (amount_fen between 0 and 999999999999));
create index health_check_region on health_check (region_code, person_id);
create index health_check_of_batch on health_check (batch_id);
create index health_check_of_day on health_check (checked_on);
comment on table health_check is '@dist person_id free health checks, as hospitals settle them';
grant select on low_income, disability, assistance_grant, health_check to steward_staff, steward_batch;
