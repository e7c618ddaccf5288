-- Areas come by a file: an office that nobody works in yet has none but the whole; what another one has it keeps.
delete from region where region_code <> 0 and not exists (select from staff) and not exists (select from batch);
insert into setting (name, value) select 'region', region_code::text from staff
	group by region_code order by count(*) desc, region_code limit 1;

-- Core owns words: how a person is reached, and what was written to him.
create table contact (person_id bigint not null, kind text not null, value text not null, valid_from date not null,
	valid_to date not null default 'infinity', region_code int not null, batch_id bigint not null, line bigint not null,
	primary key (person_id, kind, value, valid_from), constraint contact_days check (valid_from < valid_to),
	constraint contact_kind check (kind in ('address', 'phone', 'mail')));
create index contact_region on contact (region_code, person_id);
comment on table contact is '@dist person_id where a person is reached: address, phone, mail';
create table message (person_id bigint not null, message_id bigint not null, region_code int not null,
	template text not null, language text not null, rule_id text not null, cause text not null, decision_id bigint,
	body text not null, state text not null default 'draft', who name not null default session_user,
	at timestamptz not null default now(), primary key (person_id, message_id),
	constraint message_state check (state in ('draft', 'sent', 'dropped')),
	constraint message_task_fk foreign key (person_id, rule_id, cause) references task (person_id, rule_id, cause),
	constraint message_decision_fk foreign key (person_id, decision_id) references decision (person_id, decision_id),
	constraint message_is_clean check (body !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]'),
	constraint message_is_small check (length(body) between 1 and 60000 and length(template) <= 60
		and length(language) <= 20));
create index message_region on message (region_code, state);
create index message_number on message (message_id);
comment on table message is '@dist person_id what was written to a person, as it was written';
