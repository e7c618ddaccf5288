-- Households as civil affairs tell them: who lives together, as what, with what income a month.
create table household_member (person_id bigint not null, household_no text not null, region_code int not null, role text not null,
	income_fen bigint, from_day date not null, to_day date, batch_id bigint not null, line bigint not null,
	primary key (person_id, household_no), constraint household_member_days check (from_day < to_day),
	constraint household_member_role check (role in ('head', 'spouse', 'child', 'parent', 'other')),
	constraint household_member_income_fen_bound check (income_fen between 0 and 999999999999));
create index household_member_region on household_member (region_code, person_id);
create index household_member_of_batch on household_member (batch_id);
create index household_member_of on household_member (household_no);
comment on table household_member is '@dist person_id who lives in which household, as civil affairs say';
create sequence household_number;
create table household (person_id bigint not null, household_no text not null,
	household_id bigint not null default nextval('household_number'), region_code int not null, batch_id bigint not null,
	line bigint not null, primary key (person_id, household_no));
create index household_by_no on household (household_no);
create index household_region on household (region_code, person_id);
create index household_by_id on household (household_id);
create index household_of_batch on household (batch_id);
comment on table household is '@dist person_id households by their head, whom a task about one lies with';
grant select on household_member, household to steward_staff, steward_batch;
