-- Rows of the feed "sample": kept as they came, to try a sender's files.
create table sample_row (id_no text not null, event_date date not null, line bigint not null,
	batch_id bigint not null, name text not null, birth_date date not null,
	amount_fen bigint not null, primary key (id_no, event_date));
comment on table sample_row is '@dist id_no rows of the feed sample';
grant insert on sample_row to steward_batch;
