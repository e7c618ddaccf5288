create table allotment (person_id bigint not null, plot text not null, region_code int not null,
	since date not null, fee_fen bigint not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, plot), constraint allotment_fee_fen_bound
	check (fee_fen >= 0 and fee_fen <= 999999999999));
create index allotment_region on allotment (region_code, person_id);
comment on table allotment is '@dist person_id gardens let to insured persons';
