-- Contributions that the fund pays while unemployment benefit is drawn (Social Insurance Law, art. 48): decided by two persons,
-- told by lists to the collecting office.

-- The sums of both kinds in each month in which the benefit is due, up to the month of the business day.
create or replace view premium_month as
select d.person_id, d.region_code, month_of(n) as period, k.kind, k.fen
from benefit_due d cross join lateral generate_series(d.from_no, least(d.to_no - 1, month_no(to_char(business_day(), 'YYYYMM')::int))) n
cross join lateral (select p.medical_fen, p.pension_fen from premium p where p.person_id = d.person_id
	and p.from_month <= to_date(month_of(n)::text, 'YYYYMM') order by p.from_month desc limit 1) p
cross join lateral (values ('medical', p.medical_fen), ('pension', p.pension_fen)) k (kind, fen)
where (d.scheme, d.kind) = ('unemployment', 'unemployment') and k.fen > 0;

-- Months about which somebody has to say whether the fund pays: an employer has paid, too, or the office refused.
create or replace view premium_question as
select q.*, c.is_due from (
	select m.person_id, m.region_code, m.period, m.period || ' contribution' as cause,
		jsonb_build_array('an employer has paid contributions for %s, and the fund pays them, too: %s yuan',
			to_char(to_date(m.period::text, 'YYYYMM'), 'YYYY-MM'), yuan_text(sum(m.fen)::bigint))::text as say, sum(m.fen)::bigint as fen
	from premium_month m where exists (select from contribution k where k.person_id = m.person_id and k.period = m.period)
	group by m.person_id, m.region_code, m.period
	union all
	select s.person_id, s.region_code, s.period, s.period || ' refused ' || s.list_id,
		jsonb_build_array('the collecting office refused what the fund pays for %s, %s yuan: %s',
			to_char(to_date(s.period::text, 'YYYYMM'), 'YYYY-MM'), yuan_text(sum(s.amount_fen)::bigint), max(s.note))::text,
		sum(s.amount_fen)::bigint
	from remit_sent s where s.is_refused and s.kind = 'premium' and s.amount_fen > 0 and exists (select from premium_month m
		where (m.person_id, m.period, m.kind) = (s.person_id, s.period, s.ref))
	group by s.person_id, s.region_code, s.period, s.list_id) q
left join premium_choice c using (person_id, cause);

-- What a list of a month has to tell the office: what is due of each month of each person, but where somebody has said that the fund
-- does not pay; held as long as nobody has.
create or replace function premium_due(p_period int) returns setof remit_due
language sql stable rows 100000 set search_path = steward, pg_temp as $$
	with asked as materialized (
		select q.person_id, q.period, bool_or(q.is_due is null) as is_open, bool_or(q.is_due is false) as is_off
		from premium_question q group by q.person_id, q.period
	)
	select m.person_id, max(m.region_code), m.kind, m.period, m.kind, '', '', '',
		sum(case when coalesce(a.is_off, false) then 0 else m.fen end)::bigint,
		bool_or(coalesce(a.is_open, false) and not coalesce(a.is_off, false))
	from premium_month m left join asked a using (person_id, period) where m.period <= p_period group by m.person_id, m.kind, m.period
$$;

-- The sentence that both persons see holds the month and the sums; a place that names none has nothing to decide.
create or replace function premium_put_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	say jsonb := (select (d.inputs ->> 'say')::jsonb from decision d where d.person_id = p_person and d.decision_id = p_decision);
begin
	if say ->> 3 is null then
		raise exception using errcode = 'ST409', message = 'no sum of the contribution is in force here',
			hint = 'Dismiss it with the reason, or wait until policy adopts one.';
	end if;
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('from', say ->> 1,
		'medical_fen', ((say ->> 2)::numeric * 100)::bigint, 'pension_fen', ((say ->> 3)::numeric * 100)::bigint,
		'before', (select to_jsonb(p) from premium p where p.person_id = p_person and p.from_month = (say ->> 1)::date)))
	where d.person_id = p_person and d.decision_id = p_decision;
	return 1;
end $$;

create or replace function premium_put(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with put as (
		insert into premium (person_id, from_month, region_code, medical_fen, pension_fen)
		select p.person_id, e."from", p.region_code, e.medical_fen, e.pension_fen from decision d, person p,
			jsonb_to_record(d.inputs -> 'effect') e ("from" date, medical_fen bigint, pension_fen bigint)
		where d.person_id = p_person and d.decision_id = p_decision and p.person_id = p_person
		on conflict (person_id, from_month) do update set medical_fen = excluded.medical_fen, pension_fen = excluded.pension_fen,
			decided_on = excluded.decided_on
		returning person_id, jobless_touch(person_id)
	) select count(*) from put
$$;

create or replace function premium_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (undone_by(p_person, p_decision)).inputs -> 'effect';
	n bigint;
begin
	delete from premium p where p.person_id = p_person and p.from_month = (e ->> 'from')::date
		and (p.medical_fen, p.pension_fen) = ((e ->> 'medical_fen')::bigint, (e ->> 'pension_fen')::bigint);
	get diagnostics n = row_count;
	if n > 0 and e -> 'before' <> 'null' then
		insert into premium select x.* from jsonb_populate_record(null::premium, e -> 'before') x;
	end if;
	perform jobless_touch(p_person);
	return n;
end $$;

create or replace function premium_choose(p_person bigint, p_cause text, p_is_due boolean) returns bigint
language sql set search_path = steward, pg_temp as $$
	with put as (
		insert into premium_choice (person_id, cause, region_code, period, is_due)
		select q.person_id, q.cause, q.region_code, q.period, p_is_due from premium_question q
		where q.person_id = p_person and q.cause = p_cause
		on conflict (person_id, cause) do update set is_due = excluded.is_due, decided_on = excluded.decided_on
		returning person_id, jobless_touch(person_id)
	) select count(*) from put
$$;
create or replace function premium_unchoose(p_person bigint, p_cause text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with gone as (
		delete from premium_choice c where c.person_id = p_person and c.cause = p_cause returning person_id, jobless_touch(person_id)
	) select count(*) from gone
$$;
create or replace function premium_keep(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select premium_choose(p_person, p_cause, true) $$;
create or replace function premium_keep_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select premium_unchoose(p_person, p_cause) $$;
create or replace function premium_off(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select premium_choose(p_person, p_cause, false) $$;
create or replace function premium_off_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select premium_unchoose(p_person, p_cause) $$;

grant select on premium_month, premium_question to steward_staff, steward_batch;
revoke execute on function premium_put_plan, premium_put, premium_put_undo, premium_choose, premium_unchoose, premium_keep, premium_keep_undo,
	premium_off, premium_off_undo from public;
grant execute on function premium_due to steward_staff, steward_batch;
