-- Lines of a run that were drawn by chance and worked out once more by hand: what should have been paid.
create table pay_sample (person_id bigint not null, run_id bigint not null, kind text not null, region_code int not null,
	period int not null, amount_fen bigint not null, right_fen bigint, done_on date, who name, primary key (person_id, run_id, kind),
	constraint pay_sample_done check (done_on is null or right_fen is not null),
	constraint pay_sample_amount_fen_bound check (amount_fen between 1 and 999999999999),
	constraint pay_sample_right_fen_bound check (right_fen between 0 and 999999999999));
create index pay_sample_region on pay_sample (region_code, person_id);
comment on table pay_sample is '@dist person_id payments drawn by chance, and what should have been paid';
grant select on pay_sample to steward_staff, steward_batch;
