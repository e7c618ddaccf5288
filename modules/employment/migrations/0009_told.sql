-- What ends unemployment benefit and no payroll or referral tells of (Social Insurance Law, art. 51): called up for military
-- service, moved abroad, suitable work or training refused; told at the counter or by file, and taken back.
create table jobless_told (person_id bigint not null, kind text not null, from_day date not null, region_code int not null,
	state text not null default 'stands', note text not null default '', channel text not null default 'file',
	noted_on date not null default business_day(), who name not null default session_user,
	batch_id bigint not null default 0, line bigint not null default 0, primary key (person_id, kind, from_day),
	constraint jobless_told_kind check (kind in ('army', 'abroad', 'work_refused', 'training_refused')),
	constraint jobless_told_state check (state in ('stands', 'taken_back')),
	constraint jobless_told_is_clean check (note !~ '[[:cntrl:]]' and length(note) <= 300));
create index jobless_told_region on jobless_told (region_code, person_id);
create index jobless_told_of_batch on jobless_told (batch_id);
comment on table jobless_told is '@dist person_id what was told of a person that ends unemployment benefit';
grant select on jobless_told to steward_staff, steward_batch;
