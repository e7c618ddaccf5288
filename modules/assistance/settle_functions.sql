-- What was granted by need for a year, beside the income that others tell of that year when it is over.

create or replace function settle_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as
	$$ select coalesce((select value from policy_number where name = 'work.settle_' || p_name), p_else) $$;

-- What a benefit pays in the months of a year, piece by piece: its rows as far as they lie in it.
create or replace function settle_pieces(p_person bigint, p_kind text, p_year int) returns table (scheme text, valid_from date,
	until date, ends date, monthly_fen bigint, months int)
language sql stable set search_path = steward, pg_temp as $$
	select x.scheme, greatest(x.valid_from, make_date(p_year, 1, 1)), least(x.until, make_date(p_year + 1, 1, 1)), x.until,
		x.monthly_fen, month_no(to_char(least(x.until, make_date(p_year + 1, 1, 1)), 'YYYYMM')::int)
		- month_no(to_char(greatest(x.valid_from, make_date(p_year, 1, 1)), 'YYYYMM')::int)
	from (select b.scheme, b.valid_from, b.monthly_fen, least(b.valid_to, lead(b.valid_from) over (partition by b.scheme
			order by b.valid_from)) as until from benefit b where b.person_id = p_person and b.kind = p_kind and b.state = 'paid') x
	where x.valid_from < make_date(p_year + 1, 1, 1) and x.until > make_date(p_year, 1, 1)
$$;

-- What is left of a year's sum by an income: what goes beyond the free sum takes a share of itself away.
create or replace function settle_left(p_full bigint, p_income bigint) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select greatest(0, p_full - floor(greatest(0, p_income - settle_number('free_fen', 0)) * settle_number('share', 100) / 100))::bigint
$$;

-- Where each settlement is: worked out from what is held, so that a figure that comes late, twice, corrected or is taken
-- back needs nobody to move it.  Below the limits nothing moves.
create or replace view settlement_now as
select x.*, case when x.figure_fen is null and x.settled_on is null then case when business_day() > x.wait_until
		then 'missing' else 'waiting' end
	when x.left_fen >= x.now_fen - case when x.left_fen < x.now_fen then settle_number('claim_least_fen', 0) - 1 else 0 end
		and x.left_fen < x.now_fen + greatest(1, settle_number('arrears_least_fen', 0)) then 'settled'
	when x.asked_fen = x.left_fen and x.replied_on is not null then 'replied' when x.asked_fen = x.left_fen then 'replying'
	else 'reported' end as state
from (select s.*, f.fen as figure_fen, f.sources, coalesce(s.settled_fen, s.full_fen) as now_fen,
		settle_left(s.full_fen, coalesce(f.fen, 0)) as left_fen
	from settlement s left join lateral (select sum(i.amount_fen)::bigint as fen, string_agg(i.source, ' ' order by i.source) as sources
		from income_figure i where i.person_id = s.person_id and i.year = s.year and not i.is_withdrawn) f on true) x;
grant select on settlement_now to steward_staff, steward_batch;

-- Everybody who had a benefit of these kinds in a year that is over; again it adds who has come to it.
create or replace function settle_begin(p_year int) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform pay_may('begin', array['clerk', 'reviewer', 'manager']);
	if p_year >= extract(year from business_day()) then
		raise exception using errcode = 'ST422', message = 'this year is not over',
			hint = 'A year is settled when it has ended.';
	end if;
	insert into settlement (person_id, year, kind, region_code, scheme, full_fen, wait_until)
	select b.person_id, p_year, b.kind, p.region_code, min(y.scheme), sum(y.monthly_fen * y.months)::bigint,
		business_day() + settle_number('wait_days', 90)::int
	from (select distinct n.person_id, n.kind from benefit n join policy_row k on k.kind = 'settlement' and k.code = n.kind
		where n.valid_from < make_date(p_year + 1, 1, 1) and n.valid_to > make_date(p_year, 1, 1)) b
	join person p using (person_id) cross join lateral settle_pieces(b.person_id, b.kind, p_year) y
	group by b.person_id, b.kind, p.region_code having sum(y.monthly_fen * y.months) > 0
	on conflict do nothing;
	get diagnostics n = row_count;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'settlement.begin', jsonb_build_object('year', p_year, 'persons', n));
	return n;
end $$;

-- What the person said, whatever it was: the clerk decides with it.
create or replace function settle_reply(p_person bigint, p_year int, p_reply text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform pay_may('reply', array['clerk', 'reviewer']);
	if coalesce(p_reply, '') = '' then
		raise exception using errcode = 'ST422', message = 'a reply has words';
	end if;
	update settlement s set replied_on = business_day(), reply = p_reply from settlement_now v
	where s.person_id = p_person and s.year = p_year and (v.person_id, v.year, v.kind) = (s.person_id, s.year, s.kind)
		and v.state in ('replying', 'replied');
	get diagnostics n = row_count;
	if n = 0 then
		raise exception using errcode = 'ST404', message = 'the person was not asked about this year',
			hint = 'steward assistance settlements tells where each is.';
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body) select p_person, nextval('id_block'), region_code,
		'settlement.reply', jsonb_build_object('year', p_year) from person where person_id = p_person;
	return n;
end $$;

-- "year kind sum": the settlement that a task is about, as long as it still comes to that sum.
create or replace function settle_of(p_person bigint, p_cause text) returns settlement_now
language sql stable set search_path = steward, pg_temp as $$
	select v from settlement_now v where v.person_id = p_person and v.year || ' ' || v.kind || ' ' || v.left_fen = p_cause
		and v.state in ('reported', 'replying', 'replied')
$$;

create or replace function settle_ask(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	v settlement_now := settle_of(p_person, p_cause);
begin
	update settlement s set asked_on = business_day(), asked_fen = v.left_fen, replied_on = null, reply = '',
		reply_until = due_on(business_day(), settle_number('reply_days', 15)::int, null)
	where (s.person_id, s.year, s.kind) = (v.person_id, v.year, v.kind);
	return case when found then 1 else 0 end;
end $$;

-- Less is decided only of who has answered, or has let the day pass; more at once.
create or replace function settle_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	v settlement_now := settle_of(p_person, p_cause);
begin
	if v.person_id is null or v.left_fen < v.now_fen and v.state <> 'replied'
			and not (v.state = 'replying' and v.reply_until < business_day()) then
		return 0;
	end if;
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('year', v.year, 'kind', v.kind,
		'income_fen', v.figure_fen, 'sources', v.sources, 'before_fen', v.now_fen, 'after_fen', v.left_fen, 'reply', v.reply,
		'settled_before', v.settled_fen, 'rows', (select jsonb_agg(to_jsonb(b)) from benefit b where b.person_id = p_person
			and b.kind = v.kind and b.scheme = v.scheme)))
	where d.person_id = p_person and d.decision_id = p_decision;
	return 1;
end $$;

-- The year's months become what is left of them, to the fen: the last month bears what cannot be shared.  The next run pays
-- what was too little; what was too much is at once somebody's to claim.
create or replace function settle_put(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	v settlement_now := settle_of(p_person, p_cause);
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	b benefit;
	m record;
	done bigint := 0;
begin
	if v.person_id is null or (e ->> 'before_fen')::bigint <> v.now_fen or (e ->> 'after_fen')::bigint <> v.left_fen then
		return 0;
	end if;
	for m in select g::date as month, y.monthly_fen, y.ends, row_number() over (order by g desc) as back, count(*) over () as n
			from settle_pieces(p_person, v.kind, v.year) y
			cross join generate_series(y.valid_from, y.until - 1, interval '1 month') g order by g loop
		select x.* into b from benefit x where x.person_id = p_person and x.scheme = v.scheme and x.kind = v.kind
			and x.valid_from <= m.month order by x.valid_from desc limit 1;
		if extract(month from m.month) = 12 and m.ends > make_date(v.year + 1, 1, 1) then
			insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
			values (p_person, v.scheme, v.kind, make_date(v.year + 1, 1, 1), m.ends, b.region_code, 'paid', m.monthly_fen, 0, 0)
			on conflict do nothing;
		end if;
		b.monthly_fen := case when m.back = 1 then v.left_fen - done when v.now_fen = 0 then v.left_fen / m.n
			else floor(m.monthly_fen::numeric * v.left_fen / v.now_fen) end;
		done := done + b.monthly_fen;
		insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
		values (p_person, v.scheme, v.kind, m.month, (m.month + interval '1 month')::date, b.region_code, 'paid', b.monthly_fen, 0, 0)
		on conflict (person_id, scheme, kind, valid_from) do update set monthly_fen = excluded.monthly_fen,
			valid_to = excluded.valid_to, batch_id = 0, line = 0;
	end loop;
	update settlement s set settled_fen = v.left_fen, settled_on = business_day()
	where (s.person_id, s.year, s.kind) = (v.person_id, v.year, v.kind);
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, v.region_code) on conflict do nothing;
	perform overpaid_raise(p_person);
	return 1;
end $$;

create or replace function settle_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (undone_by(p_person, p_decision)).inputs -> 'effect';
	n bigint;
begin
	update settlement s set settled_fen = (e ->> 'settled_before')::bigint,
		settled_on = case when e ->> 'settled_before' is null then null else s.settled_on end
	where s.person_id = p_person and s.year = (e ->> 'year')::int and s.kind = e ->> 'kind'
		and s.settled_fen = (e ->> 'after_fen')::bigint;
	get diagnostics n = row_count;
	if n > 0 then
		delete from benefit b using (select distinct x.scheme from jsonb_populate_recordset(null::benefit, e -> 'rows') x) o
		where b.person_id = p_person and b.kind = e ->> 'kind' and b.scheme = o.scheme;
		insert into benefit select x.* from jsonb_populate_recordset(null::benefit, e -> 'rows') x;
		insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
		where person_id = p_person on conflict do nothing;
		perform overpaid_raise(p_person);
	end if;
	return n;
end $$;
revoke execute on function settle_ask, settle_plan, settle_put, settle_put_undo from public;
grant execute on function settle_begin, settle_reply to steward_staff;
grant execute on function settle_number, settle_left to steward_staff, steward_batch;
