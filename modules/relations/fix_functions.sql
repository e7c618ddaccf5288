-- The contribution record corrected with its document, and months that were paid twice or wrongly: by two persons, undone as one.

create or replace function relation_fix_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when (relation_member(p_person)).person_id is null then 'the person is not insured here as an employee'
		when (relation_member(p_person)).status = 'moved' then 'the relation was transferred to another place' end
$$;

-- Each month beside what the record has: what stays the same is no correction.
create or replace function relation_fix_rows(p_person bigint, p_fix int) returns table (period int, base_fen bigint, before_fen bigint,
	before jsonb)
language sql stable set search_path = steward, pg_temp as $$
	select m.period, m.base_fen, c.base_fen, to_jsonb(c) from relation_fix_month m
	left join contribution c on c.person_id = m.person_id and c.period = m.period and c.scheme = 'employee'
	where m.person_id = p_person and m.fix_no = p_fix and m.base_fen is distinct from c.base_fen
$$;

create or replace function relation_fix_say(f relation_fix) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array('by %s: %s months are entered, %s have another base, %s are taken out; account %s', f.document,
		count(*) filter (where r.before_fen is null)::text, count(*) filter (where r.before_fen is not null and r.base_fen is not null)::text,
		count(*) filter (where r.base_fen is null)::text, yuan_text(f.account_fen))::text from relation_fix_rows(f.person_id, f.fix_no) r
$$;

-- Months in a row of one base, or none paid.  What the same document says more goes into the same correction.
create or replace function relation_correct(p_person bigint, p_from date, p_to date, p_base bigint, p_document text, p_account bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	f relation_fix;
begin
	perform relation_may();
	perform 1 from person where person_id = p_person for update;
	perform relation_refused(relation_fix_bar(p_person), 'Nothing was stored.');
	if p_from is null or p_to < p_from or p_to > business_day() or p_from < p_to - 366 * 50 or p_base <= 0
			or btrim(coalesce(p_document, '')) = '' then
		raise exception using errcode = 'ST422', message = 'a correction has months that are over, a base and a document',
			hint = 'Without a base nothing was paid for these months.';
	end if;
	select * into f from relation_fix x where x.person_id = p_person and x.state = 'open';
	perform relation_refused('another correction of this person waits', 'It is decided first, or dropped: steward relations drop')
	where f.document <> btrim(p_document);
	perform relation_refused('a proposal waits for its second person', 'It is refused or taken back first.') from task t
	where t.person_id = p_person and t.rule_id = 'relations.fix' and t.cause = f.fix_no::text and t.state = 'proposed';
	if f.fix_no is null then
		insert into relation_fix (person_id, fix_no, region_code, document) select p_person, 1 + coalesce((select max(x.fix_no)
			from relation_fix x where x.person_id = p_person), 0), p.region_code, btrim(p_document) from person p
		where p.person_id = p_person returning * into f;
	end if;
	update relation_fix x set account_fen = coalesce(p_account, x.account_fen) where x.person_id = p_person and x.fix_no = f.fix_no
	returning * into f;
	insert into relation_fix_month (person_id, fix_no, period, region_code, base_fen)
	select p_person, f.fix_no, month_of(m), f.region_code, p_base from generate_series(month_no(to_char(p_from, 'YYYYMM')::int),
		month_no(to_char(p_to, 'YYYYMM')::int)) m
	on conflict (person_id, fix_no, period) do update set base_fen = excluded.base_fen;
	perform relation_refused('the record says so already', 'Nothing was stored.') where f.account_fen = 0
		and not exists (select from relation_fix_rows(p_person, f.fix_no));
	perform task_drop(p_person, 'relations.fix', f.fix_no::text);
	perform task_raise(p_person, 'relations.fix', f.fix_no::text, 'relation_fix', due_on(business_day(), coalesce(w.days, 20), w.working_days),
		relation_fix_say(f)) from (select 1) one left join work_clock w on w.kind = 'relation_fix';
	update task t set state = 'open', closed_on = null, ver = t.ver + 1 where t.person_id = p_person and t.rule_id = 'relations.fix'
		and t.cause = f.fix_no::text and t.state = 'withdrawn';
	perform relation_note(p_person, 'correct', jsonb_build_object('fix', f.fix_no, 'from', p_from, 'to', p_to, 'base', p_base,
		'document', f.document));
	return f.fix_no::text;
end $$;

create or replace function relation_drop(p_person bigint, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	no int;
begin
	perform relation_may();
	perform relation_refused('a proposal waits for its second person', 'It is refused or taken back first.') from task t
	where t.person_id = p_person and t.rule_id = 'relations.fix' and t.state = 'proposed';
	update relation_fix f set state = 'withdrawn' where f.person_id = p_person and f.state = 'open' returning f.fix_no into no;
	if no is null then
		raise exception using errcode = 'ST404', message = 'no correction of this person waits', hint = 'steward relations corrections PERSON';
	end if;
	perform task_drop(p_person, 'relations.fix', no::text);
	perform relation_note(p_person, 'drop', jsonb_build_object('fix', no, 'why', p_why));
	return no::text;
end $$;

create or replace function relation_fix_effect(p_person bigint, p_fix int) returns jsonb
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_object('fix', p_fix, 'document', f.document, 'account_fen', f.account_fen, 'enrolled_on', e.valid_from, 'rows',
		(select coalesce(jsonb_agg(jsonb_build_object('period', r.period, 'base_fen', r.base_fen, 'before', r.before) order by r.period), '[]')
			from relation_fix_rows(p_person, p_fix) r))
	from relation_fix f cross join lateral relation_member(p_person) e where f.person_id = p_person and f.fix_no = p_fix and f.state = 'open'
$$;

create or replace function relation_fix_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform relation_refused(relation_fix_bar(p_person), 'Refuse it with the reason.');
	update decision d set inputs = d.inputs || jsonb_build_object('effect', relation_fix_effect(p_person, p_cause::int))
	where d.person_id = p_person and d.decision_id = p_decision and exists (select from relation_fix f where f.person_id = p_person
		and f.fix_no = p_cause::int and f.state = 'open');
	return found::int;
end $$;

-- The account by so much, if it holds it.
create or replace function relation_account(p_person bigint, p_enrolled date, p_fen bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if p_fen = 0 then
		return;
	end if;
	update enrolment e set account_fen = e.account_fen + p_fen, batch_id = 0, line = 0 where e.person_id = p_person and e.scheme = 'employee'
		and e.valid_from = p_enrolled and e.account_fen + p_fen >= 0;
	perform relation_refused('the account does not hold as much', 'Look at it again.') where not found;
end $$;

create or replace function relation_fix_put(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
begin
	perform from relation_fix f where f.person_id = p_person and f.fix_no = p_cause::int and f.state = 'open' for update;
	if not found or relation_fix_effect(p_person, p_cause::int) is distinct from e or relation_fix_bar(p_person) is not null then
		return 0;
	end if;
	delete from contribution c using jsonb_to_recordset(e -> 'rows') r (period int, base_fen bigint) where c.person_id = p_person
		and c.scheme = 'employee' and c.period = r.period and r.base_fen is null;
	insert into contribution (person_id, period, scheme, region_code, base_fen, amount_fen, batch_id, line)
	select p_person, r.period, 'employee', p.region_code, r.base_fen, 0, 0, 0 from person p
	cross join jsonb_to_recordset(e -> 'rows') r (period int, base_fen bigint) where p.person_id = p_person and r.base_fen is not null
	on conflict (person_id, period, scheme) do update set base_fen = excluded.base_fen, batch_id = 0, line = 0;
	perform relation_account(p_person, (e ->> 'enrolled_on')::date, (e ->> 'account_fen')::bigint);
	update relation_fix f set state = 'done' where f.person_id = p_person and f.fix_no = p_cause::int;
	perform relation_note(p_person, 'fix', jsonb_build_object('fix', p_cause::int, 'months', jsonb_array_length(e -> 'rows')));
	return 1;
end $$;

-- As one, where all of it is still as it was left.
create or replace function relation_fix_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (undone_by(p_person, p_decision)).inputs -> 'effect';
begin
	if exists (select from jsonb_to_recordset(e -> 'rows') r (period int, base_fen bigint) left join contribution c on c.person_id = p_person
			and c.scheme = 'employee' and c.period = r.period where c.base_fen is distinct from r.base_fen)
			or exists (select from relation_fix f where f.person_id = p_person and f.state = 'open') then
		return 0;
	end if;
	update relation_fix f set state = 'open' where f.person_id = p_person and f.fix_no = p_cause::int and f.state = 'done';
	if not found then
		return 0;
	end if;
	delete from contribution c using jsonb_to_recordset(e -> 'rows') r (period int) where c.person_id = p_person and c.scheme = 'employee'
		and c.period = r.period;
	insert into contribution select x.* from jsonb_to_recordset(e -> 'rows') r (before jsonb)
	cross join lateral jsonb_populate_record(null::contribution, r.before) x where r.before <> 'null';
	perform relation_account(p_person, (e ->> 'enrolled_on')::date, -(e ->> 'account_fen')::bigint);
	perform relation_note(p_person, 'fix_undo', jsonb_build_object('fix', p_cause::int));
	return 1;
end $$;

create or replace function relation_fix_deny(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (update relation_fix f set state = 'refused' where f.person_id = p_person and f.fix_no = p_cause::int and f.state = 'open'
		returning relation_note(p_person, 'fix_refused', jsonb_build_object('fix', f.fix_no)))
	select count(*) from done
$$;
create or replace function relation_fix_deny_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (update relation_fix f set state = 'open' where f.person_id = p_person and f.fix_no = p_cause::int and f.state = 'refused'
		and not exists (select from relation_fix o where o.person_id = p_person and o.state = 'open')
		returning relation_note(p_person, 'fix_reopened', jsonb_build_object('fix', f.fix_no)))
	select count(*) from done
$$;

-- What the task lists: as it would be now, of a decision as it was noted.
create or replace function relation_fix_shown(p_person bigint, p_rule text, p_cause text) returns table (period int, before_fen bigint,
	base_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select r.period, r.before_fen, r.base_fen from relation_fix f cross join lateral relation_fix_rows(p_person, f.fix_no) r
	where f.person_id = p_person and f.fix_no::text = p_cause and p_rule = 'relations.fix' and f.state <> 'done'
	union all
	select x.period, (x.before ->> 'base_fen')::bigint, x.base_fen from (select d.inputs -> 'effect' -> 'rows' as rows from decision d
		where d.person_id = p_person and d.rule_id = p_rule and d.cause = p_cause and d.outcome = 'approved' and d.undoes is null
			and p_rule = 'relations.fix' order by d.decision_id desc limit 1) k
	cross join lateral jsonb_to_recordset(k.rows) x (period int, before jsonb, base_fen bigint)
	where exists (select from relation_fix f where f.person_id = p_person and f.fix_no::text = p_cause and f.state = 'done')
$$;

-- Months that a person paid here from one month to another, as rules of a refund need them: how many, which, and the person's own part.
create or replace function relation_own(p_person bigint, p_from int, p_to int) returns table (n bigint, first int, last int, periods jsonb,
	fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select count(*), min(c.period), max(c.period), jsonb_agg(c.period order by c.period),
		sum(round(c.base_fen * relation_number('personal_permille', 80) / 1000))::bigint
	from contribution c where c.person_id = p_person and c.scheme = 'employee' and c.period between p_from and p_to having count(*) > 0
$$;

-- Months here that another place was paid for as well, and months that were paid while the pension was drawn already: the
-- second of all persons at once, for hardly anybody has such a month.
create or replace view relation_excess as
select 'relations.double' as what, d.person_id, concat_ws(' ', d.place, d.from_period, d.to_period, c.n) as cause, jsonb_build_array(
	'%s months (%s to %s) were paid here and to %s, too: %s of them', c.n::text, period_text(c.first), period_text(c.last), d.office,
	yuan_text(c.fen))::text as say, c.periods, c.fen
from relation_double d cross join lateral relation_own(d.person_id, d.from_period, d.to_period) c where d.state = 'insured'
union all
select 'relations.wrong', c.person_id, concat_ws(' ', b.first, c.last, c.n), jsonb_build_array(
	'%s months (%s to %s) were paid after the pension had begun: %s of them', c.n::text, period_text(c.first), period_text(c.last),
	yuan_text(c.fen))::text, c.periods, c.fen
from (select i.person_id, count(*) as n, min(i.period) as first, max(i.period) as last, jsonb_agg(i.period order by i.period) as periods,
		sum(round(i.base_fen * relation_number('personal_permille', 80) / 1000))::bigint as fen
	from contribution i where i.scheme = 'employee' and exists (select from benefit x where x.person_id = i.person_id and x.scheme = 'employee'
		and x.kind = 'pension' and x.state = 'paid' and i.period >= extract(year from x.valid_from)::int * 100 + extract(month from x.valid_from)::int)
	group by i.person_id) c
cross join lateral (select to_char(min(x.valid_from), 'YYYYMM')::int as first from benefit x where x.person_id = c.person_id
	and x.scheme = 'employee' and x.kind = 'pension' and x.state = 'paid') b;
grant select on relation_excess to steward_staff, steward_batch;

-- The months count no more, and the person's part leaves the account, as far as it holds it, for the next run.
create or replace function relation_excess_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
begin
	perform relation_refused('the person is reported dead', 'What was paid is the heirs'': it is part of the grants after the death.')
	where person_is_dead(p_person);
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('periods', x.periods, 'refund_fen', x.fen,
		'account_fen', least(x.fen, coalesce(e.account_fen, 0)), 'enrolled_on', e.valid_from))
	from relation_excess x cross join lateral relation_member(p_person) e
	where d.person_id = p_person and d.decision_id = p_decision and (x.person_id, x.what, x.cause) = (p_person, p_rule, p_cause);
	return found::int;
end $$;

create or replace function relation_excess_put(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
begin
	if person_is_dead(p_person) or not exists (select from relation_excess x where (x.person_id, x.what, x.cause) = (p_person, p_rule, p_cause)
			and x.periods = e -> 'periods' and x.fen = (e ->> 'refund_fen')::bigint) then
		return 0;
	end if;
	perform relation_refused('a month has changed since it was proposed', 'Look at it again.') from contribution c
	where c.person_id = p_person and c.scheme = 'double' and e -> 'periods' @> to_jsonb(c.period);
	update contribution c set scheme = 'double' where c.person_id = p_person and c.scheme = 'employee' and e -> 'periods' @> to_jsonb(c.period);
	perform relation_account(p_person, (e ->> 'enrolled_on')::date, -(e ->> 'account_fen')::bigint);
	insert into relation_refund (person_id, decision_id, region_code, month, amount_fen)
	select p_person, p_decision, p.region_code, benefit_once(p_person, 'employee', 'contribution_refund', (e ->> 'refund_fen')::bigint),
		(e ->> 'refund_fen')::bigint from person p where p.person_id = p_person;
	perform relation_note(p_person, 'refund', jsonb_build_object('fen', e -> 'refund_fen', 'why', p_rule));
	return 1;
end $$;

create or replace function relation_excess_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	o decision := undone_by(p_person, p_decision);
	e jsonb := o.inputs -> 'effect';
	at date;
	n bigint;
begin
	delete from relation_refund r where r.person_id = p_person and r.decision_id = o.decision_id returning r.month into at;
	if at is null or not benefit_once_undo(p_person, 'employee', 'contribution_refund', at) then
		return 0;
	end if;
	update contribution c set scheme = 'employee' where c.person_id = p_person and c.scheme = 'double' and e -> 'periods' @> to_jsonb(c.period)
		and not exists (select from contribution x where x.person_id = p_person and x.scheme = 'employee' and x.period = c.period);
	get diagnostics n = row_count;
	perform relation_refused('a month has changed since it was proposed', 'Look at it again.') where n <> jsonb_array_length(e -> 'periods');
	perform relation_account(p_person, (e ->> 'enrolled_on')::date, (e ->> 'account_fen')::bigint);
	perform relation_note(p_person, 'refund_undo', jsonb_build_object('fen', e -> 'refund_fen'));
	return 1;
end $$;

revoke execute on function relation_correct, relation_drop, relation_fix_plan, relation_account, relation_fix_put, relation_fix_put_undo,
	relation_fix_deny, relation_fix_deny_undo, relation_excess_plan, relation_excess_put, relation_excess_put_undo from public;
grant execute on function relation_correct, relation_drop to steward_staff;
grant execute on function relation_fix_bar, relation_fix_rows, relation_fix_say, relation_fix_effect, relation_fix_shown,
	relation_own
	to steward_staff, steward_batch;
