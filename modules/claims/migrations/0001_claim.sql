-- Medical claims paid for insured persons.
create table claim (person_id bigint not null, claim_id text not null, region_code int not null,
	service_from date not null, service_to date not null, amount_fen bigint not null,
	provider text not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, claim_id));
create index claim_region on claim (region_code, person_id);
create index claim_newest on claim (service_from, person_id);
comment on table claim is '@dist person_id medical claims';
grant select on claim to steward_staff, steward_batch;
grant insert, update, delete on claim to steward_batch;
