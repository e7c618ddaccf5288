-- Nurses at home: who goes, what each visit tells, which care somebody has been granted, and when he lay in hospital.
create table home_nurse (nurse_id bigint primary key, licence text not null unique, name text not null,
	lat double precision, lon double precision, batch_id bigint not null, line bigint not null);
comment on table home_nurse is '@ref nurses who visit at home, and where they start from';
create sequence homevisit_number;
create table homevisit (person_id bigint not null, visit_no text not null,
	homevisit_id bigint not null default nextval('homevisit_number'), region_code int not null, nurse_id bigint,
	kind text not null, place text not null, lat double precision, lon double precision, day date, began time, ended time,
	batch_id bigint not null, line bigint not null, primary key (person_id, visit_no),
	constraint homevisit_lat check (lat between -90 and 90), constraint homevisit_lon check (lon between -180 and 180));
create index homevisit_region on homevisit (region_code, person_id);
create index homevisit_by_id on homevisit (homevisit_id);
create index homevisit_of_batch on homevisit (batch_id);
create index homevisit_of_nurse on homevisit (nurse_id, day);
create index homevisit_of_day on homevisit (day, homevisit_id);
comment on table homevisit is '@dist person_id visits of nurses at home, as they were recorded';
create table home_care (person_id bigint not null, from_day date not null, region_code int not null, to_day date,
	level text not null, dementia text not null, impaired_from date not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, from_day));
create index home_care_region on home_care (region_code, person_id);
create index home_care_of_batch on home_care (batch_id);
comment on table home_care is '@dist person_id care levels, each from a day on';
create table home_stay (person_id bigint not null, claim_no text not null, region_code int not null, from_day date not null,
	to_day date, batch_id bigint not null, line bigint not null, primary key (person_id, claim_no));
create index home_stay_region on home_stay (region_code, person_id);
create index home_stay_of_batch on home_stay (batch_id);
comment on table home_stay is '@dist person_id stays in hospital, as providers charge them';
grant select on home_nurse, homevisit, home_care, home_stay to steward_staff, steward_batch;
