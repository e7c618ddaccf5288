-- How names are typed: characters with their readings, and each name there is by initials, whole and mixed.
create table han_reading (ch text not null, reading text not null, rank int not null, primary key (ch, reading),
	constraint han_reading_rank_bound check (rank between 0 and 1));
create table name_key (key text collate "C" not null, name text collate "C" not null, primary key (key, name));
create index name_key_name on name_key (name);
create index person_born on person (birth_date, name collate "C", person_id);
create index person_ident_end on person_ident (reverse(id_no) collate "C");
comment on table han_reading is '@ref how a character is read, without tones; rank 0 is the usual reading';
comment on table name_key is '@ref names by what is typed for them: initials, whole, surname with initials';
grant select on han_reading, name_key to steward_staff, steward_batch;
