-- What decisions about an award do.

-- Months since year 0.
create or replace function months_of(p_day date) returns int
language sql immutable parallel safe set search_path = steward, pg_temp as $$
	select extract(year from p_day)::int * 12 + extract(month from p_day)::int - 1
$$;

-- Each row of the pension that an award pays, from the award's month on, with the months until the next of them begins or
-- the next run comes: all move by the same amount a month.
create or replace function award_rows(p_person bigint, p_from date, p_fen bigint, p_period int)
returns table (scheme text, valid_from date, before bigint, after bigint, months int)
language sql stable rows 2 set search_path = steward, pg_temp as $$
	select x.scheme, x.valid_from, x.monthly_fen, x.monthly_fen + p_fen, greatest(0, p_period / 100 * 12 + p_period % 100 - 1
		- months_of(x.valid_from)) - greatest(0, p_period / 100 * 12 + p_period % 100 - 1
		- coalesce(months_of(lead(x.valid_from) over (order by x.valid_from)), p_period / 100 * 12 + p_period % 100 - 1))
	from award w join benefit x on x.person_id = w.person_id and x.scheme = w.scheme and x.kind = 'pension'
	where w.person_id = p_person and w.awarded_from = p_from
		and x.valid_from >= coalesce((select max(y.valid_from) from benefit y where y.person_id = p_person
			and y.scheme = w.scheme and y.kind = 'pension' and y.valid_from <= p_from), p_from)
$$;

-- What an award is to rest on: by the base named in the cause, or by the figures of the sentence that both persons see.
create or replace function award_figures(a award, d decision) returns jsonb
language sql stable set search_path = steward, pg_temp as $$
	select case when d.rule_id = 'retirement.reassess' then jsonb_build_object(
			'base_after', ((s ->> 4)::numeric * 100)::bigint, 'index_after', ((s ->> 6)::numeric * 10000)::int,
			'years_after', ((s ->> 8)::numeric * 10000)::int, 'age_after', (s ->> 10)::int,
			'account_after', ((s ->> 12)::numeric * 100)::bigint)
		else jsonb_build_object('base_after', (split_part(d.cause, ' ', 2)::numeric * 100)::bigint) end
	from (select (d.inputs ->> 'say')::jsonb as s) x
	where d.rule_id = 'retirement.reassess' or extract(year from a.awarded_from)::text = split_part(d.cause, ' ', 1)
$$;

-- The award by these figures; the pension from the next run on; for the months that were paid by the old amount what is
-- missing, or was too much.
create or replace function award_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with plan as (
		select d.decision_id, f.figures || jsonb_build_object('awarded_from', a.awarded_from, 'base_before', a.base_fen,
			'index_before', a.index_e4, 'years_before', a.years_e4, 'age_before', a.age_months,
			'account_before', a.account_fen, 'award_before', a.amount_fen, 'award_after', a.amount_fen + d.proposed_fen,
			'monthly_before', r.before, 'monthly_after', r.after, 'rows', r.rows, 'from_period', p,
			'months', r.months, 'arrears_fen', r.months * d.proposed_fen) as effect
		from decision d
		join lateral (select * from award w where w.person_id = d.person_id order by w.awarded_from desc limit 1) a on true
		cross join lateral (select award_figures(a, d) as figures) f
		cross join lateral next_period(d.business_day) p
		cross join lateral (select jsonb_agg(jsonb_build_object('scheme', x.scheme, 'valid_from', x.valid_from,
				'before', x.before, 'after', x.after) order by x.valid_from) as rows, sum(x.months)::int as months,
				(array_agg(x.before order by x.valid_from desc))[1] as before,
				(array_agg(x.after order by x.valid_from desc))[1] as after
			from award_rows(p_person, a.awarded_from, d.proposed_fen, p) x) r
		where d.person_id = p_person and d.decision_id = p_decision and d.proposed_fen is not null
			and f.figures is not null and r.rows is not null
	), noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', plan.effect)
		from plan where d.person_id = p_person and d.decision_id = plan.decision_id
		returning d.decision_id
	) select count(*) from noted
$$;

-- The rows of an effect; those that were noted before there could be several name one.
create or replace function award_noted_rows(p_effect jsonb) returns jsonb
language sql immutable set search_path = steward, pg_temp as $$
	select coalesce(p_effect -> 'rows', jsonb_build_array(jsonb_build_object('scheme', p_effect -> 'scheme',
		'valid_from', p_effect -> 'valid_from', 'before', p_effect -> 'monthly_before', 'after', p_effect -> 'monthly_after')))
$$;

-- An award and its pension become other ones, from what they are noted to be; nothing is done where they are not.
create or replace function award_put(p_person bigint, p_decision bigint, p_effect jsonb)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		select d.person_id, d.decision_id, d.region_code, d.author, d.approver, x.*
		from decision d, jsonb_to_record(p_effect) as x (awarded_from date, base_before bigint, base_after bigint,
			index_after int, years_after int, age_after int, account_after bigint, award_before bigint,
			award_after bigint, monthly_before bigint, monthly_after bigint, months int, arrears_fen bigint)
		where d.person_id = p_person and d.decision_id = p_decision
	), rows as (
		select x.* from jsonb_to_recordset(award_noted_rows(p_effect)) as x (scheme text, valid_from date, before bigint, after bigint)
	), awarded as (
		update award a set base_fen = base_after, index_e4 = coalesce(index_after, a.index_e4),
			years_e4 = coalesce(years_after, a.years_e4), age_months = coalesce(age_after, a.age_months),
			account_fen = coalesce(account_after, a.account_fen), amount_fen = award_after, batch_id = 0, line = 0
		from noted e
		where a.person_id = e.person_id and a.awarded_from = e.awarded_from
			and a.base_fen = base_before and a.amount_fen = award_before
		returning a.person_id
	), paid as (
		update benefit n set monthly_fen = r.after, batch_id = 0, line = 0 from rows r, awarded
		where n.person_id = awarded.person_id and n.scheme = r.scheme and n.kind = 'pension' and n.valid_from = r.valid_from
			and n.monthly_fen = r.before
		returning n.valid_from
	), whole as (
		select from paid having count(*) = (select count(*) from rows)
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select person_id, 0, region_code from noted, whole
		on conflict do nothing
	), kept as (
		insert into correction (person_id, decision_id, region_code, awarded_from, base_before,
			base_after, monthly_before, monthly_after, months, arrears_fen, proposer,
			approver)
		select person_id, decision_id, region_code, awarded_from, base_before, base_after,
			monthly_before, monthly_after, months, arrears_fen, author, approver
		from noted, whole
		returning decision_id
	) select count(*) from kept
$$;

-- What was paid too much by a lower pension is somebody's to claim at once.
create or replace function award_put_whole(p_person bigint, p_decision bigint, p_effect jsonb)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint := award_put(p_person, p_decision, p_effect);
begin
	if n > 0 and (p_effect ->> 'monthly_after')::bigint < (p_effect ->> 'monthly_before')::bigint then
		perform overpaid_raise(p_person);
	end if;
	return n;
end $$;

-- Nothing but what was noted: another award, pension or month than then, and nothing is done.
create or replace function award_correct(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select award_put_whole(p_person, p_decision, d.inputs -> 'effect') from decision d
		where d.person_id = p_person and d.decision_id = p_decision
			and (d.inputs -> 'effect' ->> 'from_period')::int = next_period(business_day())), 0)
$$;

-- Before and after change places, in the rows as well.
create or replace function award_turned(p_effect jsonb) returns jsonb
language sql immutable set search_path = steward, pg_temp as $$
	select jsonb_object_agg(case when key ~ '_before$' then replace(key, '_before', '_after')
		when key ~ '_after$' then replace(key, '_after', '_before') else key end, value)
		|| jsonb_build_object('rows', (select jsonb_agg(r || jsonb_build_object('before', r -> 'after', 'after', r -> 'before'))
			from jsonb_array_elements(award_noted_rows(p_effect)) r))
	from jsonb_each(p_effect)
$$;

-- The award and the pension as they were; what was paid too much by then, arrears and the months since, stands as
-- arrears below nothing.
create or replace function award_correct_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select award_put_whole(p_person, p_decision, award_turned(e) || jsonb_build_object(
			'months', (e ->> 'months')::int + since, 'arrears_fen', -(e ->> 'arrears_fen')::bigint
				- since * ((e ->> 'monthly_after')::bigint - (e ->> 'monthly_before')::bigint)))
		from (select o.inputs -> 'effect' as e from undone_by(p_person, p_decision) o) x
		cross join lateral (select greatest(0, p / 100 * 12 + p % 100 - f / 100 * 12 - f % 100) as since
			from next_period(business_day()) p, (select (e ->> 'from_period')::int as f) y) z), 0)
$$;

-- The application that waits for a decision.
create or replace function retire_open(p_person bigint) returns retire_application
language sql stable set search_path = steward, pg_temp as $$
	select a.* from retire_application a where a.person_id = p_person and a.state in ('open', 'awaiting')
$$;

-- The one that a pension rests on.
create or replace function retire_awarded(p_person bigint) returns retire_application
language sql stable set search_path = steward, pg_temp as $$
	select a.* from retire_application a where a.person_id = p_person and a.state = 'awarded' order by application_no desc limit 1
$$;

-- The one that a task is about: the cause names month and number.
create or replace function retire_of(p_person bigint, p_cause text) returns retire_application
language sql stable set search_path = steward, pg_temp as $$
	select a.* from retire_application a where a.person_id = p_person and a.application_no = split_part(p_cause, '/', 2)::int
$$;

create or replace function retire_cause(a retire_application) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select to_char(a.from_month, 'YYYY-MM') || '/' || a.application_no
$$;

create or replace function retire_may(p_what text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = format('"%s" is reserved for the role %s', p_what, 'clerk'),
			hint = 'Someone with the role clerk has to do it.';
	end if;
end $$;

-- Why a person cannot apply; null: he can.
create or replace function retire_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when person_is_dead(p_person) then 'the person is reported dead'
		when exists (select from task t join task_state s using (state) where t.person_id = p_person and s.kind <> 'final'
			and (t.task_type = 'suspend' or t.rule_id in ('feed.match', 'feed.contradiction')))
			then 'the person is in doubt: settle the open task first'
		when exists (select from benefit b where b.person_id = p_person and b.kind = 'pension' and b.state = 'paid')
			then 'the person draws a pension already'
		when exists (select from retire_application a where a.person_id = p_person and a.state in ('open', 'awaiting'))
			then 'the person has applied already: that application is not decided yet'
		when not exists (select from enrolment e where e.person_id = p_person) then 'the person is in no scheme' end
$$;

-- The application is somebody's at once; what it comes to is worked out by the next judge.
create or replace function retire_raise(a retire_application) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	select task_raise(a.person_id, 'retirement.application', retire_cause(a), 'retire', due_on(a.applied_on, coalesce(max(c.days), 28),
		max(c.working_days)), jsonb_build_array('asks for a pension from %s on; not worked out yet',
		to_char(a.from_month, 'YYYY-MM'))::text) from work_clock c where c.kind = 'retire';
	select message_due(a.person_id, 'retirement.application', retire_cause(a), null);
$$;

create or replace function retire_audit(a retire_application, p_what text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (a.person_id, nextval('id_block'), a.region_code, 'retirement.' || p_what,
		jsonb_build_object('application', a.application_no) || p_body)
$$;

-- What the register has stands for what is left out; of an archive in question each answer is chosen.
create or replace function retire_apply(p_person bigint, p_from date, p_channel text, p_agent text, p_agent_until date,
	p_restriction text, p_birth text, p_deemed text, p_special text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	p person;
	a retire_application;
	bar text := retire_bar(p_person);
	open text;
begin
	perform retire_may('apply');
	if bar is not null then
		raise exception using errcode = 'ST409', message = bar, hint = 'Nothing was stored.';
	end if;
	if coalesce(p_agent, '') <> '' and (p_agent_until is null or p_agent_until < business_day()) then
		raise exception using errcode = 'ST422', message = 'an agent acts until a day that has not passed',
			hint = 'Give the last day of the authorisation.';
	end if;
	select min(q.kind) into open from retire_question q where q.person_id = p_person and q.kind <> 'account'
		and coalesce(case q.kind when 'birth' then p_birth when 'deemed' then p_deemed else p_special end, '')
			not in (q.by_register, q.by_archive);
	if open is not null then
		raise exception using errcode = 'ST422', message = format('the archive is in question: choose the %s', open),
			hint = 'Take the value of the archive or of the register; the amount of each is shown with it.';
	end if;
	select * into p from person where person_id = p_person for update;
	insert into retire_application (person_id, application_no, region_code, applied_on, from_month, channel, agent, agent_until,
		restriction, birth_date, deemed_months, is_special, is_changed)
	select p_person, 1 + coalesce((select max(application_no) from retire_application where person_id = p_person), 0),
		p.region_code, business_day(), date_trunc('month', p_from)::date, coalesce(nullif(p_channel, ''), 'counter'),
		coalesce(p_agent, ''), p_agent_until, coalesce(nullif(p_restriction, ''), 'none'), b.birth, d.deemed, s.special,
		exists (select from retire_question where person_id = p_person)
	from (select coalesce((select p_birth::date from retire_question where person_id = p_person and kind = 'birth'),
			p.birth_date) as birth) b,
		(select coalesce((select p_deemed::int from retire_question where person_id = p_person and kind = 'deemed'), 0) as deemed) d,
		(select coalesce((select p_special = 'yes' from retire_question where person_id = p_person and kind = 'special'),
			false) as special) s
	returning * into a;
	perform retire_raise(a);
	perform retire_audit(a, 'apply', jsonb_strip_nulls(jsonb_build_object('from', a.from_month, 'channel', a.channel,
		'agent', nullif(a.agent, ''), 'birth', p_birth, 'deemed', p_deemed, 'special', p_special)));
	return retire_cause(a);
end $$;

-- What somebody takes back is decided by nobody; a proposal that waits is refused then.
create or replace function retire_withdraw(p_person bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	a retire_application := retire_open(p_person);
begin
	perform retire_may('withdraw');
	if a.person_id is null then
		raise exception using errcode = 'ST404', message = 'the person has no application that waits',
			hint = 'What was decided is taken back by an undo of its task.';
	end if;
	update retire_application x set state = 'withdrawn', decided_on = business_day(), waiting_since = null, waiting_until = null
	where x.person_id = p_person and x.application_no = a.application_no;
	perform task_drop(p_person, 'retirement.application', retire_cause(a));
	perform retire_audit(a, 'withdraw', '{}');
	return retire_cause(a);
end $$;

-- A question about the archive, with both amounts as the asker has had them worked out; they decide nothing.
create or replace function retire_ask_archive(p_person bigint, p_kind text, p_register text, p_archive text, p_register_fen bigint,
	p_archive_fen bigint, p_place text, p_author text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	is_awarded boolean := (retire_awarded(p_person)).person_id is not null and (retire_open(p_person)).person_id is null;
begin
	perform retire_may('question');
	if coalesce(p_place, '') = '' or coalesce(p_author, '') = '' then
		raise exception using errcode = 'ST422', message = 'say where the archive says it, and who has read it',
			hint = 'Volume, page and article, and the author of the entry.';
	end if;
	perform case p_kind when 'birth' then p_archive::date::text when 'deemed' then p_archive::int::text
		when 'account' then p_archive::numeric(12, 2)::text else (p_archive = 'yes')::text end;
	if p_kind = 'account' and not is_awarded then
		raise exception using errcode = 'ST409', message = 'an account is in question only once a pension is awarded by it',
			hint = 'Before that the register is corrected.';
	end if;
	insert into retire_question (person_id, kind, region_code, by_register, by_archive, register_fen, archive_fen, place, author,
		noted_on, of_award)
	select p.person_id, p_kind, p.region_code, p_register, p_archive, p_register_fen, p_archive_fen, p_place, p_author,
		business_day(), is_awarded from person p where p.person_id = p_person
	on conflict (person_id, kind) do update set by_archive = excluded.by_archive, register_fen = excluded.register_fen,
		archive_fen = excluded.archive_fen, place = excluded.place, author = excluded.author, who = session_user,
		noted_on = excluded.noted_on, of_award = excluded.of_award;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
	where person_id = p_person and is_awarded on conflict do nothing;
	return 1;
end $$;

-- The papers of a sentence that was told about an application: held, fetched, to bring.
create or replace function retire_papers_keep(a retire_application, p_say jsonb) returns bigint
language sql set search_path = steward, pg_temp as $$
	with kept as (
		insert into retire_paper (person_id, application_no, paper, region_code, how)
		select a.person_id, a.application_no, n, a.region_code, w.how
		from (values (8, 'held'), (9, 'fetched'), (10, 'asked')) w (at, how)
		cross join lateral regexp_split_to_table(coalesce(p_say ->> w.at, ''), ' ') n where n ~ '^[a-z_]+$'
		on conflict do nothing
		returning paper
	) select count(*) from kept
$$;

create or replace function retire_say(p_person bigint, p_cause text) returns jsonb
language sql stable set search_path = steward, pg_temp as $$
	select f.say::jsonb from finding f where f.person_id = p_person and f.rule_id = 'retirement.application' and f.cause = p_cause
$$;

-- The last day moves by what the clock stands: of the task at once, as the rule will say of the finding.
create or replace function retire_due(a retire_application, p_days int) returns void
language sql set search_path = steward, pg_temp as $$
	update finding f set due = f.due + p_days where f.person_id = a.person_id and f.rule_id = 'retirement.application'
		and f.cause = retire_cause(a);
	update task t set due = t.due + p_days where t.person_id = a.person_id and t.rule_id = 'retirement.application'
		and t.cause = retire_cause(a)
$$;

-- One list of all that is missing, once; until the papers come the clock stands still.
create or replace function retire_wait(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	a retire_application := retire_of(p_person, p_cause);
begin
	perform retire_papers_keep(a, retire_say(p_person, p_cause));
	if not exists (select from retire_paper x where x.person_id = p_person and x.application_no = a.application_no
			and x.how = 'asked' and x.got_on is null) then
		return 0;
	end if;
	update retire_application x set state = 'awaiting', waiting_since = business_day(), waiting_until = business_day()
		+ coalesce((select value::int from policy_number where name = 'retirement.papers_days'), 30)
	where x.person_id = p_person and x.application_no = a.application_no and x.state = 'open';
	a := retire_of(p_person, p_cause);
	perform retire_due(a, a.waiting_until - a.waiting_since);
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, a.region_code) on conflict do nothing;
	return 1;
end $$;

-- They are there: the clock goes on by what it stood.
create or replace function retire_got(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	a retire_application := retire_of(p_person, p_cause);
begin
	update retire_paper x set got_on = business_day() where x.person_id = p_person
		and x.application_no = a.application_no and x.how = 'asked' and x.got_on is null;
	update retire_application x set state = 'open', waiting_since = null, waiting_until = null,
		paused_days = x.paused_days + business_day() - x.waiting_since
	where x.person_id = p_person and x.application_no = a.application_no and x.state = 'awaiting';
	if not found then
		return 0;
	end if;
	perform retire_due(a, business_day() - a.waiting_until);
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, a.region_code) on conflict do nothing;
	return 1;
end $$;

-- The same from the counter: asks for what is missing, or takes what has come.
create or replace function retire_papers(p_person bigint, p_event text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	a retire_application := retire_open(p_person);
	r decide_result;
begin
	if a.person_id is null then
		raise exception using errcode = 'ST404', message = 'the person has no application that waits', hint = 'Nothing was stored.';
	end if;
	select x.* into r from task t cross join lateral decide(gen_random_uuid(), p_person, t.rule_id, t.cause, t.ver, p_event, '',
		'') x where t.person_id = p_person and t.rule_id = 'retirement.application' and t.cause = retire_cause(a);
	return r.state;
end $$;

-- Why an application is not one of many: whatever somebody has to look at in it.
create or replace function retire_apart(p_person bigint, p_rule text, p_cause text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when (a.a).agent <> '' then 'somebody else acts for the person' when f.monthly_fen is null then 'nothing is worked out for it'
		when coalesce(nullif((f.say::jsonb) ->> 10, '-'), '') <> '' then 'papers are missing'
		when exists (select from retire_question q where q.person_id = p_person and not q.of_award) then 'the archive says otherwise than the register'
		when (a.a).is_special or (a.a).deemed_months > 0 then 'deemed months or special work count'
		when exists (select from task t join task_state s using (state) where t.person_id = p_person and s.kind <> 'final'
			and t.task_type <> 'notice' and (t.rule_id, t.cause) <> (p_rule, p_cause)) then 'another matter of the person is open' end
	from (select x as a from retire_application x where x.person_id = p_person
		and x.application_no = split_part(p_cause, '/', 2)::int) a left join finding f on f.person_id = p_person and f.rule_id = p_rule
		and f.cause = p_cause
$$;

-- What the award rests on stands in the sentence that both persons see; without an amount nothing is proposed.
create or replace function retire_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	d decision;
	a retire_application := retire_of(p_person, p_cause);
	say jsonb;
	missing text;
begin
	select * into d from decision where person_id = p_person and decision_id = p_decision;
	say := (d.inputs ->> 'say')::jsonb;
	if d.inputs ->> 'monthly_fen' is null then
		raise exception using errcode = 'ST409', message = 'there is no amount to award',
			hint = 'Read why on the task; refuse the application, or wait for the next judge.';
	end if;
	perform retire_papers_keep(a, say);
	missing := nullif(say ->> 10, '-');
	if missing is not null then
		raise exception using errcode = 'ST409', message = format('papers are missing: %s', missing),
			hint = 'Ask for them once; the clock stands still until they have come.';
	end if;
	update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('application', a.application_no,
		'scheme', case d.inputs -> 'facts' ->> 'category' when 'resident' then 'resident' else 'employee' end,
		'valid_from', say ->> 2, 'base_fen', ((say ->> 3)::numeric * 100)::bigint,
		'index_e4', case d.inputs -> 'facts' ->> 'category' when 'resident' then 0 else ((say ->> 4)::numeric * 10000)::int end, 'years_e4', ((say ->> 5)::numeric * 10000)::int,
		'age_months', (say ->> 6)::int, 'account_fen', ((say ->> 7)::numeric * 100)::bigint,
		'monthly_fen', (d.inputs ->> 'monthly_fen')::bigint))
	where x.person_id = p_person and x.decision_id = p_decision;
	return 1;
end $$;

-- The pension begins with the month after the entitlement; months that have passed are the next run's arrears.
create or replace function retire_award(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e record;
	a retire_application := retire_of(p_person, p_cause);
begin
	select x.* into e from decision d, jsonb_to_record(d.inputs -> 'effect') x (scheme text, valid_from date, base_fen bigint, index_e4 int,
		years_e4 int, age_months int, account_fen bigint, monthly_fen bigint)
	where d.person_id = p_person and d.decision_id = p_decision;
	if e.monthly_fen is null or person_is_dead(p_person) or exists (select from benefit b where b.person_id = p_person
			and b.kind = 'pension' and b.state = 'paid') then
		return 0;
	end if;
	update retire_application x set state = 'awarded', decided_on = business_day() where x.person_id = p_person
		and x.application_no = a.application_no and x.state = 'open';
	if not found then
		return 0;
	end if;
	insert into benefit (person_id, scheme, kind, valid_from, region_code, state, monthly_fen, batch_id, line)
	values (p_person, coalesce(e.scheme, 'employee'), 'pension', e.valid_from, a.region_code, 'paid', e.monthly_fen, 0, 0);
	insert into award (person_id, awarded_from, region_code, base_fen, index_e4, years_e4, account_fen, age_months, amount_fen,
		scheme, batch_id, line)
	values (p_person, e.valid_from, a.region_code, e.base_fen, e.index_e4, e.years_e4, e.account_fen, e.age_months,
		e.monthly_fen, coalesce(e.scheme, 'employee'), 0, 0);
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, a.region_code) on conflict do nothing;
	return 1;
end $$;

-- No pension was due: what has been paid of it is somebody's to claim at once.
create or replace function retire_award_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	o decision := undone_by(p_person, p_decision);
	a retire_application := retire_of(p_person, p_cause);
	from_day date := (o.inputs -> 'effect' ->> 'valid_from')::date;
begin
	delete from benefit b where b.person_id = p_person and (b.scheme, b.kind, b.valid_from) =
			(coalesce(o.inputs -> 'effect' ->> 'scheme', 'employee'), 'pension', from_day)
		and b.batch_id = 0;
	if not found then
		return 0;
	end if;
	delete from award w where w.person_id = p_person and w.awarded_from = from_day and w.batch_id = 0;
	update retire_application x set state = 'open', decided_on = null where x.person_id = p_person
		and x.application_no = a.application_no;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, a.region_code) on conflict do nothing;
	perform overpaid_raise(p_person);
	return 1;
end $$;

create or replace function retire_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update retire_application x set state = 'refused', decided_on = business_day(), waiting_since = null, waiting_until = null
		where x.person_id = p_person and x.application_no = (retire_of(p_person, p_cause)).application_no
			and x.state in ('open', 'awaiting')
		returning x.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done
		on conflict do nothing
	) select count(*) from done
$$;

create or replace function retire_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update retire_application x set state = 'open', decided_on = null where x.person_id = p_person and x.state = 'refused'
			and x.application_no = (retire_of(p_person, p_cause)).application_no and (retire_open(p_person)).person_id is null
		returning x.region_code
	) select count(*) from done
$$;

-- Rows of the forecast as lines: person, day, first and last month, tabs between.
create or replace function retire_ahead_keep(p_rows text) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with told as (
		select split_part(l, E'\t', 1)::bigint as person_id, split_part(l, E'\t', 2)::date as day,
			(split_part(l, E'\t', 3) || '-01')::date as earliest, (split_part(l, E'\t', 4) || '-01')::date as latest
		from regexp_split_to_table(p_rows, E'\n') l where l <> ''
	), kept as (
		insert into retire_ahead (person_id, region_code, scheme, retire_on, earliest, latest, worked_on)
		select f.person_id, f.region_code, f.scheme, t.day, t.earliest, t.latest, business_day()
		from told t join person_fact f using (person_id)
		on conflict (person_id) do update set region_code = excluded.region_code, scheme = excluded.scheme,
			retire_on = excluded.retire_on, earliest = excluded.earliest, latest = excluded.latest, worked_on = excluded.worked_on
		returning person_id
	) select count(*) from kept
$$;

-- Who no longer pays in is not ahead of it.
create or replace function retire_ahead_clean() returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with gone as (
		delete from retire_ahead a where not exists (select from person_fact f where f.person_id = a.person_id
			and f.status = 'contributing' and f.pension_status is null and f.died_on is null) returning a.person_id
	) select count(*) from gone
$$;
revoke execute on function retire_open, retire_awarded, retire_of, retire_may, retire_bar, retire_raise, retire_audit, retire_apply,
	retire_withdraw, retire_ask_archive, retire_due, retire_papers_keep, retire_wait, retire_got, retire_papers, retire_plan, retire_award,
	retire_award_undo, retire_refuse, retire_refuse_undo, retire_ahead_keep, retire_ahead_clean from public;
revoke execute on function retire_apart from public;
grant execute on function retire_apart to steward_staff;
grant execute on function retire_apply, retire_withdraw, retire_ask_archive, retire_papers, retire_open,
	retire_awarded to steward_staff;
grant execute on function retire_awarded to steward_batch;
revoke execute on function retire_ahead_keep, retire_ahead_clean from steward_staff;
grant execute on function retire_ahead_keep, retire_ahead_clean to steward_clerk, steward_batch;

-- The base that pensions were worked out with last, until the year's own is known.
create or replace function retire_base() returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select base_fen from award where scheme = 'employee' order by awarded_from desc, person_id limit 1
$$;

-- Months paid and their mean base, by year: 2024:12:560000.
create or replace function retire_paid(p_person bigint, p_last int default 999912) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(string_agg(y.year || ':' || y.n || ':' || y.mean, ' ' order by y.year), '') from (
		select c.period / 100 as year, count(*) as n, round(avg(c.base_fen))::bigint as mean from contribution c
		where c.person_id = p_person and c.scheme = 'employee' and c.period <= p_last group by 1) y
$$;

-- The last month that an awarded application counts: what was paid for later months is not the award's.
create or replace function retire_last(a retire_application) returns int
language sql immutable set search_path = steward, pg_temp as $$
	select to_char(greatest(a.from_month, a.decided_on), 'YYYYMM')::int
$$;

-- What an award made here would rest on by what is held now.  What was chosen in the application stays chosen; else the
-- register's word of today counts, and what the archive was found to say after the award before both.
create or replace view award_held as
select p.person_id, retire_cause(a) as award_key, a.from_month, a.restriction,
	coalesce(q.birth::date, case when q.was_chosen then a.birth_date else p.birth_date end) as birth,
	coalesce(q.deemed::int, a.deemed_months) as deemed, coalesce(q.special = 'yes', a.is_special) as is_special,
	(q.account::numeric * 100)::bigint as account_fen,
	coalesce((select e.months_before from enrolment e where e.person_id = p.person_id order by e.valid_from desc limit 1), 0)
		+ (select count(distinct c.period)::int from contribution c where c.person_id = p.person_id and c.period <= retire_last(a)
			and c.scheme not in ('moved', 'double'))
		as months,
	retire_paid(p.person_id, retire_last(a)) as paid
from person p cross join lateral retire_awarded(p.person_id) a
cross join lateral (select max(q.by_archive) filter (where q.of_award and q.kind = 'birth') as birth,
		max(q.by_archive) filter (where q.of_award and q.kind = 'deemed') as deemed,
		max(q.by_archive) filter (where q.of_award and q.kind = 'special') as special,
		max(q.by_archive) filter (where q.of_award and q.kind = 'account') as account,
		coalesce(bool_or(q.kind = 'birth' and not q.of_award), false) as was_chosen
	from retire_question q where q.person_id = p.person_id) q
where a.person_id is not null;
grant select on award_held to steward_staff, steward_batch;

-- Both values of a question, with where each stands and what it would pay.
create or replace function retire_choices(p_person bigint, p_kind text)
returns table (sort int, code text, label text)
language sql stable rows 2 set search_path = steward, pg_temp as $$
	select 1, q.by_archive, concat_ws('  ', coalesce(yuan_text(q.archive_fen), '-'), q.place, q.author)
	from retire_question q where q.person_id = p_person and q.kind = p_kind
	union all
	select 2, q.by_register, concat_ws('  ', coalesce(yuan_text(q.register_fen), '-'), b.file_name || ':' || p.line)
	from retire_question q join person p using (person_id) left join batch b on b.batch_id = p.batch_id
	where q.person_id = p_person and q.kind = p_kind
$$;
revoke execute on function retire_choices from public;
-- What the register of the insured has of one person, or of the next 4,000 who pay in after one: facts of another
-- module, no row in an office without it, and none of whom a barrier hides.
create or replace function insured(p_person bigint, p_after bigint)
returns table (person_id bigint, category text, months_total int, account_fen bigint)
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not exists (select from pg_attribute where attrelid = 'person_fact'::regclass and attname = 'months_total') then
		return;
	end if;
	if p_person is not null then
		return query select f.person_id, f.category, f.months_total, f.account_fen from person_fact f join person p using (person_id)
			where f.person_id = p_person;
	else
		return query select f.person_id, f.category, f.months_total, f.account_fen from person_fact f join person p using (person_id)
			where f.person_id > p_after and f.status = 'contributing' and f.category <> '' and f.pension_status is null
			and f.died_on is null order by f.person_id limit 4000;
	end if;
end $$;
grant execute on function insured to steward_staff, steward_batch;
grant execute on function retire_base, retire_paid, retire_last, retire_choices, retire_cause to steward_staff, steward_batch;

-- Whoever calls them, they are about everybody, and give back numbers of rows alone.
comment on function retire_ahead_keep is '@whole looks ahead for everybody';
comment on function retire_ahead_clean is '@whole looks ahead for everybody';
