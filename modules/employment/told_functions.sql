-- What ends unemployment benefit and is told at the counter or by file (Social Insurance Law, art. 51).

create or replace function jobless_told_words(p_kind text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select case p_kind when 'army' then 'called up for military service' when 'abroad' then 'moved abroad'
		when 'work_refused' then 'refused suitable work' when 'training_refused' then 'refused training' end
$$;

-- Each refusal of work or training that was offered: at a referral of ours, or told.  What was told of the day of a referral is
-- that referral.
create or replace view jobless_refusal as
select r.person_id, r.done_on as on_day from job_referral r where r.outcome = 'refused'
union all
select t.person_id, t.from_day from jobless_told t where t.kind in ('work_refused', 'training_refused') and t.state = 'stands'
	and not (t.kind = 'work_refused' and exists (select from job_referral r where r.person_id = t.person_id and r.outcome = 'refused'
		and r.done_on = t.from_day));

-- Told once more it stays what it was.  What was taken back may be told again, and what a file told may be taken back here.
create or replace function jobless_tell(p_person bigint, p_kind text, p_day date, p_note text, p_state text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	n bigint;
begin
	perform help_may();
	if jobless_told_words(p_kind) is null then
		raise exception using errcode = 'ST422', message = 'this does not end unemployment benefit',
			hint = 'It is one of army, abroad, work_refused, training_refused.';
	end if;
	if p_day is null or p_day > business_day() then
		raise exception using errcode = 'ST422', message = 'that day has not come yet', hint = 'Nothing was stored.';
	end if;
	perform from person where person_id = p_person for update;
	insert into jobless_told as t (person_id, kind, from_day, region_code, note, channel)
	select p.person_id, p_kind, p_day, p.region_code, coalesce(p_note, ''), 'counter' from person p
	where p.person_id = p_person and p_state = 'stands'
	on conflict (person_id, kind, from_day) do nothing;
	get diagnostics n = row_count;
	if n = 0 then
		update jobless_told t set state = p_state, note = coalesce(nullif(p_note, ''), t.note), channel = 'counter', who = session_user,
			noted_on = business_day(), batch_id = 0, line = 0
		where (t.person_id, t.kind, t.from_day) = (p_person, p_kind, p_day) and t.state <> p_state;
		get diagnostics n = row_count;
	end if;
	if n = 0 and p_state <> 'stands' then
		raise exception using errcode = 'ST404', message = 'nothing of it was told of that day', hint = 'Nothing was changed.';
	end if;
	if n > 0 then
		perform jobless_touch(p_person);
		perform help_audit(p_person, 'employment.told', jsonb_build_object('kind', p_kind, 'day', p_day, 'state', p_state));
	end if;
	return p_kind;
end $$;

-- Whether what was told still carries an end of the benefit.  The cause is its first month and the ground: "2026-06 army".  Grounds
-- that are not told here stand by their own files.
create or replace function jobless_ground_stands(p_person bigint, p_cause text, p_refused int) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select case substr(p_cause, 9)
		when 'army' then exists (select from jobless_told t where t.person_id = p_person and t.kind = 'army' and t.state = 'stands'
			and t.from_day < to_date(left(p_cause, 7), 'YYYY-MM'))
		when 'abroad' then exists (select from jobless_told t where t.person_id = p_person and t.kind = 'abroad' and t.state = 'stands'
			and t.from_day < to_date(left(p_cause, 7), 'YYYY-MM'))
		when 'refused' then (select count(*) from jobless_refusal r where r.person_id = p_person
			and r.on_day < to_date(left(p_cause, 7), 'YYYY-MM')) >= coalesce(p_refused, 1)
		else true end
$$;

grant select on jobless_refusal to steward_staff, steward_batch;
revoke execute on function jobless_tell from public;
grant execute on function jobless_tell to steward_staff;
grant execute on function jobless_told_words, jobless_ground_stands to steward_staff, steward_batch;
