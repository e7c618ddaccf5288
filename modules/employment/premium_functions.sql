-- Contributions that the fund pays while unemployment benefit is drawn (Social Insurance Law, art. 48): decided by two persons,
-- sent by lists to the collecting office, each paying what is due less what was sent.

-- The sums of both kinds in each month in which the benefit is due, up to the month of the business day.
create or replace view premium_month as
select d.person_id, d.region_code, month_of(n) as period, k.kind, k.fen
from benefit_due d cross join lateral generate_series(d.from_no, least(d.to_no - 1, month_no(to_char(business_day(), 'YYYYMM')::int))) n
cross join lateral (select p.medical_fen, p.pension_fen from premium p where p.person_id = d.person_id
	and p.from_month <= to_date(month_of(n)::text, 'YYYYMM') order by p.from_month desc limit 1) p
cross join lateral (values ('medical', p.medical_fen), ('pension', p.pension_fen)) k (kind, fen)
where (d.scheme, d.kind) = ('unemployment', 'unemployment') and k.fen > 0;

-- What was sent and not refused.
create or replace view premium_sent as
select r.person_id, r.list_id, r.kind, r.period, r.region_code, r.amount_fen, l.approved_on,
	coalesce(a.result, '') = 'refused' as is_refused, coalesce(a.note, '') as note, l.what
from premium_row r join (select list_id, state, approved_on, what from premium_list) l using (list_id)
left join premium_answer a using (person_id, list_id, kind, period)
where l.state = 'approved' and not r.is_held;

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
	from premium_sent s where s.is_refused and s.what = 'premium' and s.amount_fen > 0 and exists (select from premium_month m
		where (m.person_id, m.period, m.kind) = (s.person_id, s.period, s.kind))
	group by s.person_id, s.region_code, s.period, s.list_id) q
left join premium_choice c using (person_id, cause);

-- What a list of a month has to tell the office, or the finance office for employers: each month of each person in which what is due
-- is not what was sent.  A subsidy for an employer is due by its claim.
create or replace function premium_plan(p_what text, p_period int) returns table (person_id bigint, region_code int, kind text, period int,
	due_fen bigint, sent_fen bigint, is_held boolean)
language sql stable rows 100000 set search_path = steward, pg_temp as $$
	with asked as materialized (
		select q.person_id, q.period, bool_or(q.is_due is null) as is_open, bool_or(q.is_due is false) as is_off
		from premium_question q group by q.person_id, q.period
	), due as materialized (
		select m.person_id, m.region_code, m.kind, m.period, sum(case when coalesce(a.is_off, false) then 0 else m.fen end)::bigint as fen,
			bool_or(coalesce(a.is_open, false) and not coalesce(a.is_off, false)) as is_open
		from premium_month m left join asked a using (person_id, period) where m.period <= p_period and p_what = 'premium'
		group by m.person_id, m.region_code, m.kind, m.period
		union all
		select b.person_id, b.region_code, 'hire ' || b.claim_no, to_char(b.month, 'YYYYMM')::int, b.amount_fen, false
		from subsidy b where p_what = 'employer' and b.kind = 'hire' and b.state = 'granted'
	), sent as materialized (
		select s.person_id, s.region_code, s.kind, s.period, sum(s.amount_fen)::bigint as fen from premium_sent s
		where not s.is_refused and s.what = p_what and (s.period <= p_period or p_what = 'employer') group by s.person_id, s.region_code, s.kind, s.period
	)
	select person_id, coalesce(d.region_code, s.region_code), kind, period, coalesce(d.fen, 0), coalesce(s.fen, 0),
		coalesce(d.is_open, false)
	from due d full join sent s using (person_id, kind, period)
	where coalesce(d.fen, 0) <> coalesce(s.fen, 0)
$$;

create or replace function premium_audit(p_op text, p_list bigint, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'employment.premium_' || p_op, jsonb_build_object('list', p_list) || p_body)
$$;

create or replace function csv_text(p_text text) returns text language sql immutable parallel safe as $$
	select '"' || replace(p_text, '"', '""') || '"'
$$;

-- The month's list, or the same one anew as long as nobody has approved it.
create or replace function premium_make(p_what text, p_month date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	month int := to_char(coalesce(p_month, business_day()), 'YYYYMM')::int;
	list bigint;
begin
	perform pay_may('make', array['clerk']);
	perform work_lock_take('employment.premium');
	if month > to_char(business_day(), 'YYYYMM')::int then
		raise exception using errcode = 'ST422', message = 'that month has not come yet', hint = 'A list tells of months up to this one.';
	end if;
	delete from premium_row r using premium_list l where l.list_id = r.list_id and l.state = 'made' and l.what = p_what;
	update premium_list set state = 'taken_back' where state = 'made' and what = p_what;
	list := nextval('id_block');
	insert into premium_list (list_id, period, what) values (list, month, p_what);
	insert into premium_row (person_id, list_id, kind, period, region_code, due_fen, sent_fen, amount_fen, is_held)
	select p.person_id, list, p.kind, p.period, p.region_code, p.due_fen, p.sent_fen, p.due_fen - p.sent_fen, p.is_held
	from premium_plan(p_what, month) p;
	if not found then
		raise exception using errcode = 'ST404', message = case p_what when 'premium'
			then 'nothing is to be told to the collecting office' else 'nothing is to be paid to employers' end,
			hint = 'What is due was sent; sums are decided in the tasks of the persons they are about.';
	end if;
	update premium_list l set persons = x.persons, amount_fen = x.fen, held = x.held
	from (select count(distinct person_id) filter (where not is_held) as persons, coalesce(sum(amount_fen) filter (where not is_held), 0) as fen,
		count(distinct person_id) filter (where is_held) as held from premium_row where list_id = list) x where l.list_id = list;
	perform premium_audit('make', list, jsonb_build_object('period', month));
	return list;
end $$;

-- A second person; what has changed since is made anew first.
create or replace function premium_approve(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l premium_list;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	perform work_lock_take('employment.premium');
	select * into l from premium_list where list_id = p_list and state = 'made' for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such list waits', hint = 'steward employment premiums lists them.';
	end if;
	if l.made_by = session_user then
		raise exception using errcode = 'ST403', message = 'who made the list does not approve it', hint = 'Someone else does.';
	end if;
	if exists (select from premium_plan(l.what, l.period) p full join (select * from premium_row where list_id = p_list) r
			using (person_id, kind, period) where (p.due_fen, p.sent_fen, p.is_held) is distinct from (r.due_fen, r.sent_fen, r.is_held)) then
		raise exception using errcode = 'ST409', message = 'what is due has changed since the list was made', hint = 'Make it anew.';
	end if;
	update premium_list set state = 'approved', approved_by = session_user, approved_on = business_day() where list_id = p_list;
	perform premium_audit('approve', p_list, jsonb_build_object('period', l.period, 'fen', l.amount_fen));
	return p_list;
end $$;

-- A list that nobody has approved is dropped; one that was, only before the office has answered, and not by who approved it.
create or replace function premium_back(p_list bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	l premium_list;
begin
	perform pay_may('take back', array['clerk', 'reviewer', 'manager']);
	perform work_lock_take('employment.premium');
	select * into l from premium_list where list_id = p_list and state in ('made', 'approved') for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such list', hint = 'steward employment premiums lists them.';
	end if;
	if l.state = 'approved' and (l.approved_by = session_user or not (pg_has_role(session_user, 'steward_reviewer', 'member')
			or pg_has_role(session_user, 'steward_manager', 'member'))) then
		raise exception using errcode = 'ST403', message = 'a second reviewer takes back what was approved', hint = 'Nothing was changed.';
	end if;
	if exists (select from premium_answer a where a.list_id = p_list) or exists (select from premium_list n where n.state = 'approved'
			and n.what = l.what and n.list_id > p_list) then
		raise exception using errcode = 'ST409', message = 'the office has answered, or a later list rests on it',
			hint = 'What is wrong is corrected by the next list.';
	end if;
	update premium_list set state = 'taken_back', approved_on = null, approved_by = null where list_id = p_list;
	perform premium_audit('back', p_list, jsonb_build_object('was', l.state, 'approved_by', l.approved_by));
	return p_list;
end $$;

-- What the office is told: a row a person, month and kind; less than nothing is asked back.  Of an employer also who is paid, where.
create or replace function premium_file(p_list bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce('list_no,month,kind,id_no,name,amount' || case max(l.what) when 'employer' then ',unit_no,unit,account' else '' end || E'\n'
		|| string_agg(concat_ws(',', r.list_id, to_char(to_date(r.period::text, 'YYYYMM'), 'YYYY-MM'), r.kind,
		(select min(i.id_no) from person_ident i where i.person_id = r.person_id and not i.is_former), csv_text(p.name),
		yuan_text(r.amount_fen), case l.what when 'employer' then concat_ws(',', csv_text(s.unit_no), csv_text(s.unit), csv_text(s.account)) end)
		|| E'\n', '' order by r.person_id, r.period, r.kind), '')
	from premium_row r join (select list_id, state, what from premium_list) l using (list_id) join person p using (person_id)
	left join subsidy s on s.person_id = r.person_id and 'hire ' || s.claim_no = r.kind
	where r.list_id = p_list and l.state = 'approved' and not r.is_held
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

grant select on premium_month, premium_sent, premium_question to steward_staff, steward_batch;
revoke execute on function premium_audit, premium_make, premium_approve, premium_back, premium_put_plan, premium_put, premium_put_undo,
	premium_choose, premium_unchoose, premium_keep, premium_keep_undo, premium_off, premium_off_undo from public;
grant execute on function premium_make, premium_approve, premium_back to steward_staff;
grant execute on function premium_plan, premium_file, csv_text to steward_staff, steward_batch;
