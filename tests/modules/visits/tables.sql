-- Visits of nurses at home: who came to whom, sent by whom, from when to when.
create table nurse (nurse_id bigint primary key, licence text not null unique, name text not null,
	batch_id bigint not null, line bigint not null);
comment on table nurse is '@ref nurses who may visit';
create table provider (provider_id bigint primary key, licence text not null unique, name text not null,
	batch_id bigint not null, line bigint not null);
comment on table provider is '@ref who sends nurses';
create sequence visit_number;
create table visit (person_id bigint not null, visit_no text not null,
	visit_id bigint not null default nextval('visit_number'), region_code int not null,
	nurse_id bigint not null, provider_id bigint not null, visited_on date not null,
	from_time time not null, to_time time not null, confirmed boolean not null default false,
	batch_id bigint not null, line bigint not null, primary key (person_id, visit_no),
	constraint visit_ends check (from_time < to_time));
create index visit_region on visit (region_code, person_id);
create index visit_of_batch on visit (batch_id);
create index visit_by_id on visit (visit_id);
create index visit_of_nurse on visit (nurse_id, visited_on);
comment on table visit is '@dist person_id visits of nurses at home';
create table visit_note (person_id bigint not null, note_id bigint not null, visit_id bigint not null,
	region_code int not null, who name not null default session_user, kind text not null,
	said_on date not null, note text not null, primary key (person_id, note_id));
create index visit_note_region on visit_note (region_code, person_id);
comment on table visit_note is '@dist person_id what was said about a visit on the telephone';
