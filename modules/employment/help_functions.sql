-- Difficulty in finding work: asked, decided by two, looked at anew, ended; what is done for such a person; and subsidies,
-- worked out by the rule of the place and paid once.

create or replace function help_may() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
end $$;

create or replace function help_audit(p_person bigint, p_op text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, p_op, jsonb_strip_nulls(p_body) from person where person_id = p_person
$$;

-- Why nothing can be asked for a person; null: it can.
create or replace function help_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when person_is_dead(p_person) then 'the person is reported dead' end
$$;

-- Asked at the counter; what the register has stands for what is left out.  What it comes to is the next judge's to say.
create or replace function difficulty_apply(p_person bigint, p_registered date, p_family text, p_disability text, p_hukou text,
	p_officer boolean, p_service int, p_channel text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	bar text := coalesce(help_bar(p_person), (select case state when 'open' then 'it is asked already, and not decided yet'
		else 'the person is counted as such already' end from difficulty where person_id = p_person and state in ('open', 'granted')));
	since date := coalesce(p_registered, (select f.unemployed_since from person_fact f where f.person_id = p_person));
	d difficulty;
begin
	perform help_may();
	if bar is not null then
		raise exception using errcode = 'ST409', message = bar, hint = 'Nothing was stored.';
	end if;
	if since is null or since > business_day() then
		raise exception using errcode = 'ST422', message = 'say since when the person is registered as unemployed',
			hint = 'A day that has come.';
	end if;
	perform from person where person_id = p_person for update;
	insert into difficulty (person_id, claim_no, region_code, applied_on, registered_on, family, disability, hukou, is_officer,
		service_months, channel)
	select p.person_id, 1 + coalesce((select max(claim_no) from difficulty where person_id = p_person), 0), p.region_code,
		business_day(), since, coalesce(p_family, ''), coalesce(p_disability, ''), coalesce(nullif(p_hukou, ''), 'local'),
		coalesce(p_officer, false), coalesce(p_service, 0), coalesce(nullif(p_channel, ''), 'counter')
	from person p where p.person_id = p_person returning * into d;
	perform task_raise(p_person, 'employment.difficulty_claim', d.claim_no::text, 'difficulty',
		due_on(d.applied_on, coalesce(max(w.days), 20), max(w.working_days)),
		jsonb_build_array('asks to be counted as having difficulty in finding work; not worked out yet')::text)
	from work_clock w where w.kind = 'difficulty';
	perform help_audit(p_person, 'employment.difficulty', jsonb_build_object('claim', d.claim_no, 'family', d.family,
		'disability', d.disability, 'hukou', d.hukou, 'officer', d.is_officer));
	return d.claim_no::text;
end $$;

create or replace function difficulty_withdraw(p_person bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	no int;
begin
	perform help_may();
	update difficulty d set state = 'withdrawn', decided_on = business_day() where d.person_id = p_person and d.state = 'open'
		and exists (select from task t where t.person_id = p_person and t.rule_id = 'employment.difficulty_claim'
			and t.cause = d.claim_no::text and t.state = 'open')
	returning d.claim_no into no;
	if no is null then
		raise exception using errcode = 'ST404', message = 'nothing of it waits',
			hint = 'A proposal is refused first; what was decided is taken back by an undo of its task.';
	end if;
	perform task_drop(p_person, 'employment.difficulty_claim', no::text);
	perform help_audit(p_person, 'employment.difficulty_withdraw', jsonb_build_object('claim', no));
	return no::text;
end $$;

-- The categories are those of the sentence that both persons see, however deep they stand in it.
create or replace function difficulty_said(p_say text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select coalesce(string_agg(c.code, ' ' order by c.n), '') from (values (1, 'older_unemployed', 'older unemployed'),
		(2, 'zero_employment_family', 'nobody of the family has work'), (3, 'long_term', 'long without work'),
		(4, 'low_income', 'family of low income'), (5, 'disabled', 'disabled'),
		(6, 'land_requisitioned', 'land was requisitioned'), (7, 'youth', 'young and long without work'),
		(8, 'other', 'released, or in rehabilitation')) c (n, code, words)
	where strpos(p_say, c.words) > 0
$$;

create or replace function difficulty_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	said text := (select difficulty_said(inputs ->> 'say') from decision where person_id = p_person and decision_id = p_decision);
begin
	if said = '' then
		raise exception using errcode = 'ST409', message = 'no category applies',
			hint = 'Read why on the task; refuse it, or wait for the next judge.';
	end if;
	update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('claim', p_cause::int,
		'categories', said))
	where x.person_id = p_person and x.decision_id = p_decision;
	return 1;
end $$;

-- Who proposed it helps the person, until a day on which it is looked at anew.
create or replace function difficulty_grant(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
begin
	update difficulty x set state = 'granted', categories = d.inputs -> 'effect' ->> 'categories', helper = d.author,
		decided_on = business_day(), review_on = (business_day() + make_interval(months => coalesce((select value::int
			from policy_number where name = 'work.difficulty_review_months'), 3)))::date
	from decision d where d.person_id = p_person and d.decision_id = p_decision and x.person_id = p_person
		and x.claim_no = p_cause::int and x.state = 'open';
	if not found then
		return 0;
	end if;
	perform jobless_touch(p_person);
	return 1;
end $$;

create or replace function difficulty_put(p_person bigint, p_claim int, p_from text, p_to text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	if p_to = 'open' and exists (select from difficulty where person_id = p_person and state in ('open', 'granted')
			and claim_no <> p_claim) then
		return 0;
	end if;
	update difficulty x set state = p_to, decided_on = case when p_to <> 'open' then business_day() end,
		ended_on = case when p_to = 'ended' then business_day() end
	where x.person_id = p_person and x.claim_no = p_claim and x.state = p_from;
	if not found then
		return 0;
	end if;
	perform jobless_touch(p_person);
	return 1;
end $$;
create or replace function difficulty_grant_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select difficulty_put(p_person, p_cause::int, 'granted', 'open') $$;
create or replace function difficulty_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select difficulty_put(p_person, p_cause::int, 'open', 'refused') $$;
create or replace function difficulty_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select difficulty_put(p_person, p_cause::int, 'refused', 'open') $$;

-- A review's cause begins with the number of the claim: "2 2026-03-01".
create or replace function difficulty_end(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select difficulty_put(p_person, split_part(p_cause, ' ', 1)::int, 'granted', 'ended')
$$;
create or replace function difficulty_end_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select difficulty_put(p_person, split_part(p_cause, ' ', 1)::int, 'ended', 'granted')
$$;

-- It goes on, until the next day on which it is looked at.
create or replace function difficulty_review(p_person bigint, p_claim int, p_months int) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update difficulty x set review_on = case when p_months > 0
				then (business_day() + make_interval(months => p_months))::date else business_day() end
		where x.person_id = p_person and x.claim_no = p_claim and x.state = 'granted' returning x.person_id
	) select count(*) from done
$$;
create or replace function difficulty_go_on(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select difficulty_review(p_person, split_part(p_cause, ' ', 1)::int, coalesce((select value::int from policy_number
		where name = 'work.difficulty_review_months'), 3))
$$;
create or replace function difficulty_go_on_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select difficulty_review(p_person, split_part(p_cause, ' ', 1)::int, 0) $$;

-- Who is counted as such today, and the newest thing that was done: by us, by a referral, a course or a subsidy.
create or replace view difficulty_now as
select d.*, p.name, m.measured_on from difficulty d join person p using (person_id)
cross join lateral (select greatest(
	(select max(h.measured_on) from help_measure h where h.person_id = d.person_id),
	(select max(r.referred_on) from job_referral r where r.person_id = d.person_id),
	(select max(least(t.to_day, business_day())) from training t where t.person_id = d.person_id and t.from_day <= business_day()),
	(select max(s.decided_on) from subsidy s where s.person_id = d.person_id and s.state = 'granted')) as measured_on) m
where d.state = 'granted';

create or replace function help_note(p_person bigint, p_kind text, p_note text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform help_may();
	if p_kind not in ('counsel', 'training', 'post', 'trial', 'business', 'other') then
		raise exception using errcode = 'ST422', message = format('"%s" is no measure', p_kind),
			hint = 'It is one of counsel, training, post, trial, business, other.';
	end if;
	insert into help_measure (person_id, measured_on, kind, region_code, note)
	select p.person_id, business_day(), p_kind, p.region_code, coalesce(p_note, '') from person p where p.person_id = p_person
	on conflict (person_id, measured_on, kind) do update set note = excluded.note, who = session_user
	where help_measure.note <> excluded.note;
	get diagnostics n = row_count;
	perform help_audit(p_person, 'employment.measure', jsonb_build_object('kind', p_kind));
	return n;
end $$;

-- A measure noted by mistake, by whoever noted it, on its day.
create or replace function help_drop(p_person bigint, p_kind text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform help_may();
	delete from help_measure h where h.person_id = p_person and h.kind = p_kind and h.measured_on = business_day()
		and h.who = session_user;
	get diagnostics n = row_count;
	if n = 0 then
		raise exception using errcode = 'ST404', message = 'no such measure was noted today by you', hint = 'Nothing was changed.';
	end if;
	perform help_audit(p_person, 'employment.measure_drop', jsonb_build_object('kind', p_kind));
	return n;
end $$;

-- A subsidy that is asked for.  Of a skill it is paid once for one occupation at one level, of a month once.  A course without a
-- level is of a special skill.
create or replace function subsidy_apply(p_person bigint, p_kind text, p_month date, p_paid_fen bigint, p_occupation text, p_level int,
	p_issued date, p_scarce boolean, p_class text, p_training boolean, p_channel text, p_unit_no text default '', p_unit text default '',
	p_account text default '', p_certificate text default '') returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	bar text := coalesce(help_bar(p_person),
		(select 'a subsidy is asked for already, and not decided yet' from subsidy where person_id = p_person and state = 'open'),
		(select 'this subsidy was paid already' from subsidy s where s.person_id = p_person and s.state = 'granted'
			and s.kind = p_kind and case when p_kind in ('flexible', 'hire') then s.month = date_trunc('month', p_month)
				else (s.occupation, s.level) is not distinct from (coalesce(p_occupation, ''), p_level) end limit 1));
	no int;
begin
	perform help_may();
	if bar is not null then
		raise exception using errcode = 'ST409', message = bar, hint = 'Nothing was stored.';
	end if;
	if p_kind not in ('flexible', 'skill', 'training', 'hire', 'staff') then
		raise exception using errcode = 'ST422', message = format('"%s" is no subsidy', p_kind),
			hint = 'It is one of flexible, skill, training.';
	end if;
	if (case when p_kind in ('flexible', 'hire') then p_month is null or p_paid_fen is null
			else coalesce(p_occupation, '') = '' or p_level is null and p_kind <> 'training' end) then
		raise exception using errcode = 'ST422', message = 'something is missing that the subsidy rests on',
			hint = 'Of contributions the month and what was paid; of a certificate or course the occupation and its level.';
	end if;
	perform from person where person_id = p_person for update;
	no := 1 + coalesce((select max(claim_no) from subsidy where person_id = p_person), 0);
	insert into subsidy (person_id, claim_no, region_code, kind, applied_on, month, paid_fen, occupation, level, issued_on, is_scarce,
		class, has_training, channel, unit_no, unit, account, certificate)
	select p.person_id, no, p.region_code, p_kind, business_day(), date_trunc('month', p_month)::date, p_paid_fen,
		coalesce(p_occupation, ''), p_level, p_issued, coalesce(p_scarce, false), coalesce(p_class, ''),
		coalesce(p_training, false), coalesce(nullif(p_channel, ''), 'counter'), p_unit_no, p_unit, p_account, p_certificate
	from person p where p.person_id = p_person;
	perform task_raise(p_person, 'employment.subsidy', no::text, 'subsidy',
		due_on(business_day(), coalesce(max(w.days), 20), max(w.working_days)),
		jsonb_build_array('asks for a subsidy; not worked out yet')::text)
	from work_clock w where w.kind = 'subsidy';
	perform help_audit(p_person, 'employment.subsidy', jsonb_build_object('claim', no, 'kind', p_kind, 'month', p_month,
		'paid_fen', p_paid_fen, 'occupation', p_occupation, 'level', p_level));
	return no::text;
end $$;

create or replace function subsidy_withdraw(p_person bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	no int;
begin
	perform help_may();
	update subsidy s set state = 'withdrawn', decided_on = business_day() where s.person_id = p_person and s.state = 'open'
		and exists (select from task t where t.person_id = p_person and t.rule_id = 'employment.subsidy'
			and t.cause = s.claim_no::text and t.state = 'open')
	returning s.claim_no into no;
	if no is null then
		raise exception using errcode = 'ST404', message = 'nothing of it waits',
			hint = 'A proposal is refused first; what was decided is taken back by an undo of its task.';
	end if;
	perform task_drop(p_person, 'employment.subsidy', no::text);
	perform help_audit(p_person, 'employment.subsidy_withdraw', jsonb_build_object('claim', no));
	return no::text;
end $$;

create or replace function subsidy_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	fen bigint := (select (inputs ->> 'monthly_fen')::bigint from decision where person_id = p_person and decision_id = p_decision);
begin
	if coalesce(fen, 0) = 0 then
		raise exception using errcode = 'ST409', message = 'there is no amount to award',
			hint = 'Read why on the task; refuse the claim, or wait for the next judge.';
	end if;
	update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('claim', p_cause::int, 'amount_fen', fen))
	where x.person_id = p_person and x.decision_id = p_decision;
	return 1;
end $$;

create or replace function subsidy_grant(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	fen bigint := (select (inputs -> 'effect' ->> 'amount_fen')::bigint from decision
		where person_id = p_person and decision_id = p_decision);
	s subsidy := (select x from subsidy x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'open');
begin
	if s.person_id is null or fen is null or person_is_dead(p_person) or certificate_counted(s.certificate, s.person_id, s.claim_no) then
		return 0;
	end if;
	update subsidy x set state = 'granted', amount_fen = fen, decided_on = business_day(),
		from_month = case when s.unit_no <> '' then s.month else benefit_once(p_person, 'unemployment', 'subsidy_' || s.kind, fen) end
	where x.person_id = p_person and x.claim_no = s.claim_no;
	perform jobless_touch(p_person);
	return 1;
end $$;

create or replace function subsidy_grant_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	s subsidy := (select x from subsidy x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'granted');
begin
	if exists (select from subsidy where person_id = p_person and state = 'open')
			or s.person_id is null
			or (s.unit_no = '' and not benefit_once_undo(p_person, 'unemployment', 'subsidy_' || s.kind, s.from_month)) then
		return 0;
	end if;
	update subsidy x set state = 'open', from_month = null, amount_fen = null, decided_on = null
	where x.person_id = p_person and x.claim_no = s.claim_no;
	perform jobless_touch(p_person);
	return 1;
end $$;

create or replace function subsidy_put(p_person bigint, p_claim int, p_from text, p_to text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update subsidy x set state = p_to, decided_on = case when p_to <> 'open' then business_day() end
		where x.person_id = p_person and x.claim_no = p_claim and x.state = p_from and (p_to <> 'open'
			or not exists (select from subsidy o where o.person_id = p_person and o.state = 'open')
			and not certificate_counted(x.certificate, p_person, p_claim))
		returning x.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;
create or replace function subsidy_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select subsidy_put(p_person, p_cause::int, 'open', 'refused') $$;
create or replace function subsidy_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select subsidy_put(p_person, p_cause::int, 'refused', 'open') $$;

create or replace function unit_is_told(p_unit_no text, p_unit text, p_account text) returns void
language plpgsql immutable set search_path = steward, pg_temp as $$
begin
	if coalesce(p_unit_no, '') = '' or coalesce(p_unit, '') = '' or coalesce(p_account, '') = '' then
		raise exception using errcode = 'ST422', message = 'an employer has a number, a name and an account',
			hint = 'Say --unit-no, --unit and --account.';
	end if;
end $$;

-- An employer asks for a person it has taken on: what the payroll says was paid for the month stands for what is left out.
create or replace function hire_apply(p_person bigint, p_month date, p_paid_fen bigint, p_unit_no text, p_unit text, p_account text,
	p_channel text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	held bigint := (select sum(c.amount_fen)::bigint from contribution c where c.person_id = p_person
		and c.period = to_char(p_month, 'YYYYMM')::int);
begin
	perform unit_is_told(p_unit_no, p_unit, p_account);
	if p_month > business_day() then
		raise exception using errcode = 'ST422', message = 'that month has not come yet', hint = 'Nothing was stored.';
	end if;
	if held is null then
		raise exception using errcode = 'ST409', message = 'no employer has paid contributions for that month',
			hint = 'The payroll file comes first: steward import contribution.';
	end if;
	return subsidy_apply(p_person, 'hire', p_month, coalesce(p_paid_fen, held), null, null, null, null, null, null, p_channel, p_unit_no, p_unit,
		p_account);
end $$;

-- Granted for a month in which, by what is known now, it was not due: flexible work while an employer paid; an employer's person for
-- whom no month is paid any more, or who was out of work before it began.
create or replace view subsidy_wrong as
select s.person_id, s.region_code, s.claim_no, s.kind, s.amount_fen, jsonb_build_array(x.say, to_char(s.month, 'YYYY-MM'),
	yuan_text(s.amount_fen))::text as say
from subsidy s cross join lateral (
	select 'an employer has paid contributions for %s, for which flexible work was subsidised: %s yuan' as say where s.kind = 'flexible'
		and exists (select from contribution c where c.person_id = s.person_id and c.period = to_char(s.month, 'YYYYMM')::int)
	union all
	select 'no contribution stands for %s, for which the employer was subsidised: %s yuan' where s.kind in ('hire', 'staff')
		and not exists (select from contribution c where c.person_id = s.person_id and c.period = to_char(s.month, 'YYYYMM')::int)
	union all
	select 'was out of work before %s, for which the employer was subsidised: %s yuan' where s.kind = 'hire'
		and exists (select from job_seeker_now j where j.person_id = s.person_id and j.stand = 'seeking'
			and j.registered_on < s.month and j.registered_on > coalesce((select max(o.done_on) from job_referral o
				where o.person_id = s.person_id and o.outcome = 'placed'), date '-infinity'))
		and exists (select from contribution c where c.person_id = s.person_id and c.period = to_char(s.month, 'YYYYMM')::int)) x
where s.state = 'granted';

-- What a person got is his receivable at once; what an employer got is asked back by the next list.
create or replace function subsidy_take(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	s subsidy := (select x from subsidy x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'granted');
begin
	if s.person_id is null or (s.unit_no = ''
			and not benefit_once_undo(p_person, 'unemployment', 'subsidy_' || s.kind, s.from_month)) then
		return 0;
	end if;
	update subsidy x set state = 'taken_back' where x.person_id = p_person and x.claim_no = s.claim_no;
	perform jobless_touch(p_person);
	return 1;
end $$;

create or replace function subsidy_take_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	s subsidy := (select x from subsidy x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'taken_back');
begin
	if s.person_id is null or certificate_counted(s.certificate, s.person_id, s.claim_no) then
		return 0;
	end if;
	if s.unit_no = '' then
		insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
		values (p_person, 'unemployment', 'subsidy_' || s.kind, s.from_month, (s.from_month + interval '1 month')::date, s.region_code,
			'paid', s.amount_fen, 0, 0) on conflict do nothing;
		if not found then
			return 0;
		end if;
	end if;
	update subsidy x set state = 'granted' where x.person_id = p_person and x.claim_no = s.claim_no;
	perform jobless_touch(p_person);
	return 1;
end $$;

-- Registrations of twelve months that are ninety days old, and whether work came within them: by our referral, by the
-- seekers' file, or by a month that was paid.
create or replace view seeker_cohort as
select s.person_id, s.region_code, s.registered_on, s.occupation, least(
	(select min(r.done_on) from job_referral r where r.person_id = s.person_id and r.outcome = 'placed' and r.done_on >= s.registered_on),
	(select min(e.registered_on) from job_seeker e where e.person_id = s.person_id and e.state = 'employed'
		and e.registered_on >= s.registered_on),
	(select to_date(min(c.period)::text, 'YYYYMM') from contribution c where c.person_id = s.person_id
		and c.period > to_char(s.registered_on, 'YYYYMM')::int)) as worked_on
from job_seeker s where s.state = 'seeking';

-- Courses that ended, and whether a month was paid half a year later.
create or replace view training_now as
select t.*, exists (select from contribution c where c.person_id = t.person_id
	and c.period = to_char(t.to_day + interval '6 months', 'YYYYMM')::int) as is_employed
from training t;

grant select on difficulty_now, seeker_cohort, training_now, subsidy_wrong to steward_staff, steward_batch;
revoke execute on function help_may, help_audit, difficulty_apply, difficulty_withdraw, difficulty_plan, difficulty_grant,
	difficulty_put, difficulty_grant_undo, difficulty_refuse, difficulty_refuse_undo, difficulty_end, difficulty_end_undo,
	difficulty_review, difficulty_go_on, difficulty_go_on_undo, help_note, help_drop, subsidy_apply, subsidy_withdraw, subsidy_plan,
	subsidy_grant, subsidy_grant_undo, subsidy_put, subsidy_refuse, subsidy_refuse_undo, hire_apply, subsidy_take, subsidy_take_undo from public;
grant execute on function difficulty_apply, difficulty_withdraw, help_note, help_drop, subsidy_apply, subsidy_withdraw, hire_apply to steward_staff;
grant execute on function help_bar, difficulty_said, unit_is_told to steward_staff, steward_batch;
