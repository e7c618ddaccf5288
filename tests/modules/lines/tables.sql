-- What a claim consists of, line by line: nine texts, a quantity and an amount each.
create sequence line_number;
create table claim_line (person_id bigint not null, claim_no text not null, line_no bigint not null,
	line_id bigint not null default nextval('line_number'), region_code int not null, item_code text not null,
	item text not null, unit text not null, form text not null, department text not null, doctor text not null,
	diagnosis text not null, remark text not null, given_on date not null, quantity numeric not null,
	amount_fen bigint not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, claim_no, line_no),
	constraint claim_line_amount_fen_bound check (amount_fen >= 0 and amount_fen <= 999999999999));
create index claim_line_region on claim_line (region_code, person_id);
create index claim_line_of_batch on claim_line (batch_id);
create index claim_line_by_id on claim_line (line_id);
create index claim_line_item on claim_line (person_id, item_code, given_on);
comment on table claim_line is '@dist person_id lines of medical claims';
