-- Files have columns of their own names, kinds of numbers and several subjects a row.
create table ident_kind (id_kind text primary key, module text not null, title text not null);
comment on table ident_kind is '@ref kinds of numbers that name a person, from the modules'' tables';
insert into ident_kind values ('cn18', 'core', 'citizen identity number');


create table feed_field (feed text not null, place int not null, name text not null, type text not null,
	ref_table text, ref_column text, primary key (feed, place), unique (feed, name));
comment on table feed_field is '@ref columns of a feed''s rows in stage, from the modules'' tables';
create table feed_match (feed text not null, place int not null, gives text not null, title text not null,
	number text not null, name text, birth text, from_table text not null, key text not null,
	id text not null, named text, id_kind text, is_reject boolean not null, is_new boolean not null,
	region text, primary key (feed, place), unique (feed, gives));
comment on table feed_match is '@ref whom and what a feed''s rows name, from the modules'' tables';

-- A row that waits says what is in doubt, and about whom.
alter table staged_row add say jsonb, add about jsonb;
update staged_row r set say = jsonb_build_array('%s file: %s', b.feed, r.why),
	about = jsonb_strip_nulls(jsonb_build_object('identity', p.name, 'birth_date', p.birth_date,
		'name_in_file', r.body ->> 'name', 'number_in_file', r.body ->> 'id_no'))
from batch b, person p where b.batch_id = r.batch_id and p.person_id = r.person_id;
alter table staged_row alter say set not null, alter about set not null;

-- Rows that wait for a clerk, by the names their columns have now.
update staged_row r set body = (
	select jsonb_object_agg(coalesce(n.now, x.key), x.value) from jsonb_each(r.body) x
	left join (values ('death', 'day1', 'died_on'), ('death', 'text1', 'place'),
		('custody', 'text1', 'kind'), ('custody', 'day1', 'from_date'), ('custody', 'day2', 'to_date'),
		('medical', 'birth_date', 'id_no_birth'), ('medical', 'day1', 'visit_date'),
		('medical', 'text1', 'hospital'),
		('transport', 'birth_date', 'id_no_birth'), ('transport', 'day1', 'travel_date'),
		('transport', 'text1', 'route'),
		('claim', 'birth_date', 'id_no_birth'), ('claim', 'text1', 'claim_no'),
		('claim', 'day1', 'service_from'), ('claim', 'day2', 'service_to'),
		('claim', 'number1', 'amount'), ('claim', 'text2', 'provider'),
		('contribution', 'birth_date', 'id_no_birth'), ('contribution', 'period1', 'period'),
		('contribution', 'number1', 'base'), ('contribution', 'number2', 'amount'),
		('payment', 'birth_date', 'id_no_birth'), ('payment', 'period1', 'period'),
		('payment', 'number1', 'amount'), ('payment', 'day1', 'paid_on'),
		('award', 'birth_date', 'id_no_birth'), ('award', 'day1', 'awarded_from'),
		('award', 'number1', 'base'), ('award', 'number2', 'index_e4'),
		('award', 'number3', 'years_e4'), ('award', 'number4', 'account'),
		('award', 'number5', 'age_months'), ('award', 'number6', 'amount')) n (feed, was, now)
		on n.feed = b.feed and n.was = x.key)
from batch b where b.batch_id = r.batch_id;

drop function stage_make(), import_match_none(bigint), import_match_new(bigint), import_match_person(bigint);

-- Whose rows a feed brings, beside what it says of persons.
alter table feed add subject text;
