-- statement: migrate_table
create table if not exists schema_migration (module text not null, number int not null,
	name text not null, checksum text not null, applied_at timestamptz not null default now(),
	primary key (module, number));

-- statement: migrate_table_comment
comment on table schema_migration is '@ref migrations applied, with their checksums';

-- statement: migrate_find
-- params: module text, number int4
-- columns: checksum text
select checksum from schema_migration where module = $1 and number = $2;

-- statement: migrate_newest
-- params: module text
-- columns: number int4
select coalesce(max(number), 0) from schema_migration where module = $1;

-- statement: migrate_record
-- params: module text, number int4, name text, checksum text
insert into schema_migration (module, number, name, checksum) values ($1, $2, $3, $4);

-- statement: migrate_functions_record
-- params: module text, checksum text
insert into schema_migration (module, number, name, checksum) values ($1, 0, 'functions', $2)
on conflict (module, number) do update set checksum = excluded.checksum, applied_at = now();
