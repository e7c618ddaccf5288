-- Two records of one person become one, and can be parted again: what was chosen, what followed, what stood aside.
create table merge_choice (person_id bigint not null, other_id bigint not null, field text not null, region_code int not null,
	takes_other boolean not null, login name not null default session_user, primary key (person_id, other_id, field),
	constraint merge_choice_field check (field in ('name', 'number', 'sex', 'birth_date', 'area', 'household')));
create index merge_choice_region on merge_choice (region_code, person_id);
comment on table merge_choice is '@dist person_id which of two values is the right one, until two records are merged';
create table person_merge (person_id bigint not null, merge_id bigint not null, other_id bigint not null,
	region_code int not null, decision_id bigint not null, taken text[] not null, state text not null default 'merged',
	login name not null default session_user, at timestamptz not null default now(),
	primary key (person_id, merge_id), constraint person_merge_state check (state in ('merged', 'undone')));
create index person_merge_region on person_merge (region_code, person_id);
comment on table person_merge is '@dist person_id records that were merged into this one';
create table merge_row (person_id bigint not null, merge_id bigint not null, kept_in text not null, what text not null,
	key text not null, region_code int not null, body jsonb, primary key (person_id, merge_id, kept_in, what, key),
	constraint merge_row_what check (what in ('moved', 'aside', 'shift', 'before', 'others')));
create index merge_row_region on merge_row (region_code, person_id);
comment on table merge_row is '@dist person_id rows that followed a merged record, and those that could not stand beside another';
grant select on merge_choice, person_merge, merge_row to steward_staff, steward_batch;

-- A number that is not the person's own any more still says whom a file means.
alter table person_ident add is_former boolean not null default false;

-- Two records may have been paid by one run: a line knows the record that it was of.
alter table pay_line add record_id bigint not null default 0, drop constraint pay_line_once,
	add constraint pay_line_once unique (run_id, person_id, scheme, kind, period, record_id);
