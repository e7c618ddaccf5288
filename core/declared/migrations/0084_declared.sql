-- Facts that texts declare: what each is made of, and what came in for those that no feed of a module brings.
create table declared_fact (name text primary key, type text not null, unit text not null, title text not null,
	feed text not null, column_name text not null, day_name text not null, pick text not null, months int not null,
	of_column text not null, of_value text not null, is_withdrawn boolean not null default false,
	constraint declared_fact_name check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
	constraint declared_fact_type check (type in ('date', 'int', 'bigint', 'text', 'boolean')));
comment on table declared_fact is '@local facts of a person that an adopted text declares';
create table told_fact (person_id bigint not null, what text not null, on_day date not null, value text not null,
	region_code int not null, batch_id bigint not null, line bigint not null, primary key (person_id, what, on_day));
create index told_fact_region on told_fact (region_code, person_id);
comment on table told_fact is '@dist person_id what senders tell that no module has a table for: what, since when, how much';
grant select on declared_fact, told_fact to steward_staff, steward_batch;
