-- Somebody wants a letter on paper: the sender puts a copy into the export folder.
alter table message add print_at timestamptz, add printed int not null default 0,
	add constraint message_printed_bound check (printed between 0 and 10000);
create index message_print on message (print_at) where print_at is not null;
