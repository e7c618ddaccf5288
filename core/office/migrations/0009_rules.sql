-- Which policy texts are in force from when, what a draft was seen to do before that, and which book a
-- decision rested on.
create table rule_version (version_id bigint primary key, path text not null, hash text not null,
	from_day date not null, rehearsal_id bigint, author name not null,
	adopted_by name not null default session_user, adopted_at timestamptz not null default now(),
	withdrawn_from date, withdrawn_by name,
	constraint rule_version_four_eyes check (rehearsal_id is null or adopted_by <> author));
create index rule_version_path on rule_version (path, from_day);
create table rule_book (book_hash text primary key, jurisdiction text not null,
	first_day date not null, texts jsonb not null);
create table rehearsal (rehearsal_id bigint primary key, author name not null default session_user,
	at timestamptz not null default now(), business_day date not null, draft_hash text not null,
	base_hash text not null, draft jsonb not null, region_code int, facts_hash text not null,
	result_hash text not null, totals jsonb not null);
create index rehearsal_draft on rehearsal (draft_hash);
create table rehearsal_change (person_id bigint not null, rehearsal_id bigint not null,
	rule_id text not null, cause text not null, region_code int not null, change text not null,
	sex text not null, age int not null, task_type text not null, monthly_fen bigint not null,
	before text, after text, primary key (person_id, rehearsal_id, rule_id, cause));
create index rehearsal_change_region on rehearsal_change (region_code, rehearsal_id);
comment on table rule_version is '@ref texts in force from a day on; an empty hash takes a text away';
comment on table rule_book is '@ref every set of texts that ever judged, for replay';
comment on table rehearsal is '@ref what a draft would have done to everyone, by draft and facts';
comment on table rehearsal_change is '@dist person_id whom a rehearsed draft touched, and how';

-- The texts in force on a day: of each path the newest version that has begun and is not withdrawn.
create function rules_in_force(day date) returns table (path text, hash text)
language sql stable set search_path = steward, pg_temp as $$
	select v.path, v.hash from (select distinct on (w.path) w.path, w.hash from rule_version w
		where w.from_day <= day and (w.withdrawn_from is null or w.withdrawn_from > day)
		order by w.path, w.from_day desc, w.adopted_at desc, w.version_id desc) v
	where v.hash <> ''
$$;
create function rules_state(day date) returns text
language sql stable set search_path = steward, pg_temp as $$
	select encode(sha256(convert_to(coalesce(string_agg(path || ' ' || hash, E'\n'
		order by path collate "C"), ''), 'UTF8')), 'hex') from rules_in_force(day)
$$;

-- A second person puts into force exactly what was rehearsed, on the book it was rehearsed against.
create function rules_adopt(p_rehearsal bigint, p_draft_hash text, p_from date) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r rehearsal;
	n int;
begin
	select * into r from rehearsal where rehearsal_id = p_rehearsal;
	if not found or r.draft_hash <> p_draft_hash then
		raise exception using errcode = 'ST404', message = 'this draft was not rehearsed',
			hint = 'Rehearse the files exactly as they are now: steward rules rehearse.';
	end if;
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'adoption needs a policy officer';
	end if;
	if r.author = session_user then
		raise exception using errcode = 'ST403',
			message = 'a draft is put into force by a second person',
			hint = 'You rehearsed it yourself; another policy officer must adopt it.';
	end if;
	if p_from < business_day() or r.region_code is not null then
		raise exception using errcode = 'ST422',
			message = case when r.region_code is null
				then 'a text cannot come into force in the past'
				else 'only a part of the persons was rehearsed' end,
			hint = case when r.region_code is null
				then 'Give the business day or a later one; a value valid from a past day '
					'stands in the text itself.'
				else 'Rehearse it without --region first.' end;
	end if;
	if r.base_hash <> rules_state(greatest(p_from, r.business_day)) then
		raise exception using errcode = 'ST409',
			message = 'other texts have come into force since this was rehearsed',
			hint = 'Rehearse the draft again on the texts of today.';
	end if;
	insert into rule_version (version_id, path, hash, from_day, rehearsal_id, author)
	select nextval('id_block'), d.key, d.value, p_from, r.rehearsal_id, r.author
	from jsonb_each_text(r.draft) d;
	get diagnostics n = row_count;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'rules.adopt', jsonb_build_object('rehearsal',
		r.rehearsal_id, 'draft', r.draft, 'from', p_from, 'author', r.author));
	return n;
end $$;

-- The version before it is in force again from the day on; the text stays to be read and replayed.
create function rules_withdraw(p_path text, p_hash text, p_from date) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n int;
begin
	if not pg_has_role(session_user, 'steward_policy', 'member') then
		raise exception using errcode = 'ST403', message = 'withdrawing needs a policy officer';
	end if;
	if p_from < business_day() then
		raise exception using errcode = 'ST422',
			message = 'a text cannot be withdrawn in the past',
			hint = 'Give the business day or a later one.';
	end if;
	update rule_version v set withdrawn_from = p_from, withdrawn_by = session_user
	where v.path = p_path and v.hash = p_hash and v.withdrawn_from is null
		and v.rehearsal_id is not null;
	get diagnostics n = row_count;
	if n = 0 then
		raise exception using errcode = 'ST404',
			message = 'there is no adopted version to withdraw',
			hint = 'steward rules history PATH lists the versions; what came with the '
				'program can be replaced, not withdrawn.';
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'rules.withdraw', jsonb_build_object('path', p_path,
		'hash', p_hash, 'from', p_from));
	return n;
end $$;

-- What a decision rested on beside its facts: the book and the day it was judged with.
create function judged_day() returns date
language sql stable set search_path = steward, pg_temp as
	$$ select nullif(value, '')::date from setting where name = 'last_judged' $$;
create function judged_book() returns text
language sql stable set search_path = steward, pg_temp as
	$$ select coalesce((select value from setting where name = 'book_hash'), '') $$;
create function decision_seal(p_person bigint, p_rule text, p_cause text, p_rule_hash text,
	p_book text, p_judged date, p_inputs jsonb) returns text language sql immutable as $$
	select encode(sha256(convert_to(concat_ws(E'\x1f', p_person, p_rule, p_cause, p_rule_hash,
		p_book, p_judged - date '2000-01-01', p_inputs::text), 'UTF8')), 'hex')
$$;
alter table decision add book_hash text not null default judged_book(),
	add judged_on date default judged_day(), add seal text;
alter table finding add monthly_fen bigint;

-- Every decision is sealed in the transaction that makes it.
alter function decide rename to decide_task;
revoke execute on function decide_task from public, steward_staff;
create function decide(p_request uuid, p_person bigint, p_rule text, p_cause text, p_ver int,
	p_event text, p_reason text, p_note text)
returns decide_result language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	result decide_result;
begin
	result := decide_task(p_request, p_person, p_rule, p_cause, p_ver, p_event, p_reason, p_note);
	update decision set seal = decision_seal(person_id, rule_id, cause, rule_hash, book_hash,
		judged_on, inputs)
	where person_id = p_person and decision_id = result.decision_id and seal is null;
	return result;
end $$;

revoke execute on all functions in schema steward from public;
grant select on rule_version, rule_book, rehearsal, rehearsal_change to steward_staff, steward_batch;
grant insert (rehearsal_id, business_day, draft_hash, base_hash, draft, region_code, facts_hash,
	result_hash, totals) on rehearsal to steward_policy;
grant insert on rehearsal_change, rule_text to steward_policy;
grant insert on rule_book to steward_batch;
grant insert (book_hash, judged_on, seal) on decision to steward_batch;
grant usage on sequence id_block to steward_policy;
grant execute on function rules_in_force, rules_state, judged_day, judged_book, decision_seal
	to steward_staff, steward_batch;
grant execute on function decide to steward_staff;
grant execute on function rules_adopt, rules_withdraw to steward_policy;
