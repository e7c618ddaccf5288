-- Insurance relations that another place asks for, what was made of each, and the lists by which their money goes.
create table relation_out (person_id bigint not null, letter_no text not null, region_code int not null, place text not null,
	office text not null, account_no text not null, received_on date not null default business_day(), state text not null default 'asked',
	wages_fen bigint, closed jsonb, decided_on date, why text not null default '', back_why text, reopened int not null default 0,
	batch_id bigint not null, line bigint not null, primary key (person_id, letter_no),
	constraint relation_out_state check (state in ('asked', 'done', 'refused', 'withdrawn')),
	constraint relation_out_closed check ((state = 'done') = (closed is not null)),
	constraint relation_out_wages_fen_bound check (wages_fen between 0 and 999999999999),
	constraint relation_out_reopened check (reopened between 0 and 1000),
	constraint relation_out_words check (length(place) between 1 and 20 and length(office) between 1 and 100
		and length(account_no) <= 100 and concat(place, office, account_no, why, back_why, letter_no) !~ '[[:cntrl:]]'));
create index relation_out_letter on relation_out (letter_no);
create index relation_out_region on relation_out (region_code, person_id);
create index relation_out_batch on relation_out (batch_id);
create index relation_out_state on relation_out (state);
comment on table relation_out is '@dist person_id insurance relations that another place asks for';

create table relation_list (list_id bigint primary key, state text not null default 'made', made_by name not null default session_user,
	made_on date not null default business_day(), approved_by name, approved_on date, rows bigint not null default 0,
	amount_fen bigint not null default 0,
	constraint relation_list_state check (state in ('made', 'approved', 'taken_back')),
	constraint relation_list_four_eyes check (approved_by <> made_by),
	constraint relation_list_approved check ((state = 'approved') = (approved_on is not null)),
	constraint relation_list_amount_fen_bound check (amount_fen between 0 and 99999999999999999));
create unique index relation_list_one on relation_list (state) where state = 'made';
comment on table relation_list is '@ref lists of what goes to other places';
create table relation_row (person_id bigint not null, list_id bigint not null, letter_no text not null, region_code int not null,
	kind text not null, office text not null, account_no text not null, amount_fen bigint not null,
	primary key (person_id, list_id, letter_no), constraint relation_row_kind check (kind in ('transfer', 'return')),
	constraint relation_row_amount_fen_bound check (amount_fen between 1 and 999999999999));
create index relation_row_list on relation_row (list_id);
create index relation_row_region on relation_row (region_code, person_id);
comment on table relation_row is '@dist person_id what a list pays to another place for one letter';
grant select on relation_out, relation_list, relation_row to steward_staff, steward_batch;
