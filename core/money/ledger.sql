-- The ledger of what is owed back: movements, corrections, and what staff enters.

-- A movement, on what the one before has left; the same ground once.  What comes back is for the oldest month first, a
-- reversal takes it from the newest.  Gives its number in the ledger.
create or replace function claim_move(p_person bigint, p_claim bigint, p_kind text, p_fen bigint, p_ground text, p_day date,
	p_approver name) returns int
language plpgsql set search_path = steward, pg_temp as $$
declare
	v receivable;
	m receivable_move;
begin
	select * into v from receivable where person_id = p_person and receivable_id = p_claim for update;
	if p_kind in ('paid', 'offset', 'recalled') then
		v := claim_interest(v, p_day);
	end if;
	select * into m from receivable_move x where x.person_id = p_person and x.receivable_id = p_claim
		and x.kind = p_kind and (x.ground = p_ground or starts_with(x.ground, p_ground || ' #')) order by x.seq desc limit 1;
	if found and exists (select from receivable_move x where x.person_id = p_person and x.receivable_id = p_claim
			and x.kind = 'reversed' and x.ground = 'movement ' || m.seq) then
		p_ground := p_ground || ' #' || (v.seq + 1);
	elsif found and m.amount_fen <> p_fen then
		raise exception using errcode = 'ST409', message = format('"%s" is in the ledger with another amount', p_ground),
			hint = 'Reverse that movement first, then enter the right one.';
	elsif found then
		return m.seq;
	elsif v.left_fen + p_fen < 0 then
		raise exception using errcode = 'ST422', message = format('more than is owed: %s yuan are left', yuan_text(v.left_fen)),
			hint = 'Enter what is left; the rest goes back to whoever paid it.';
	end if;
	insert into receivable_move (person_id, receivable_id, seq, region_code, day, kind, amount_fen, before_fen, after_fen, ground,
		approver)
	values (p_person, p_claim, coalesce(v.seq, 0) + 1, v.region_code, p_day, p_kind, p_fen, v.left_fen, v.left_fen + p_fen,
		p_ground, p_approver) returning * into m;
	if p_kind in ('paid', 'offset', 'recalled') or (p_kind = 'reversed' and p_fen > 0) then
		perform claim_back(p_person, p_claim, -p_fen);
		perform pay_book_keep(array[p_person]);
	end if;
	update receivable set seq = m.seq, left_fen = m.after_fen, moved_on = p_day, state = case when m.after_fen > 0 then 'owed'
			when p_kind in ('waived', 'estate') then 'waived' when p_kind = 'corrected' and m.seq = 2 then 'void'
			else 'settled' end
	where person_id = p_person and receivable_id = p_claim;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, v.region_code) on conflict do nothing;
	return m.seq;
end $$;

-- None, unless a parameter says so (Regulations 2023 art. 46 knows none); never more than what it is for
-- (Administrative Coercion Law 2011, art. 45).
create or replace function claim_interest(v receivable, p_day date) returns receivable
language plpgsql set search_path = steward, pg_temp as $$
declare
	fen bigint := (select least(round(v.left_fen * recover_number('interest_percent', 0) / 100 * (p_day - v.moved_on) / 365),
		coalesce(sum(m.amount_fen) filter (where m.kind = 'opened'), 0)
			- coalesce(sum(m.amount_fen) filter (where m.kind = 'interest'), 0))
		from receivable_move m where m.person_id = v.person_id and m.receivable_id = v.receivable_id);
begin
	if fen > 0 then
		perform claim_move(v.person_id, v.receivable_id, 'interest', fen, 'until ' || p_day, p_day, null);
		select * into v from receivable x where x.person_id = v.person_id and x.receivable_id = v.receivable_id;
	end if;
	return v;
end $$;

-- Spreads what has come back over the months, oldest first; less than nothing is taken from the newest.
create or replace function claim_back(p_person bigint, p_claim bigint, p_fen bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update receivable_month m set back_fen = m.back_fen + x.fen from (
		select period, case when p_fen >= 0 then least(room, greatest(0, p_fen - before))
			else -least(back, greatest(0, -p_fen - after)) end as fen
		from (select period, claim_fen - back_fen as room, back_fen as back,
				sum(claim_fen - back_fen) over (order by period) - (claim_fen - back_fen) as before,
				sum(back_fen) over (order by period desc) - back_fen as after
			from receivable_month where person_id = p_person and receivable_id = p_claim) s) x
	where m.person_id = p_person and m.receivable_id = p_claim and m.period = x.period and x.fen <> 0
$$;

-- What is left of a claim, and what is still too much of its months: where it asks for more, it is wrong.
create or replace function claim_excess(v receivable) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select greatest(0, v.left_fen - coalesce((select sum(least(o.over_fen, m.claim_fen - m.back_fen))
		from receivable_month m join paid_too_much(v.person_id) o on o.kind = v.kind and o.period = m.period
		where m.person_id = v.person_id and m.receivable_id = v.receivable_id), 0))::bigint
$$;

-- What a proposal about a claim takes off it: what it asks too much, what is beyond the estate (Civil Code art. 1161), or
-- all that is left.
create or replace function claim_less(v receivable, p_rule text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select case p_rule when 'money.claim_wrong' then claim_excess(v) when 'money.claim_estate'
		then greatest(0, v.left_fen - v.estate_fen) else v.left_fen end
$$;

create or replace function claim_less_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('receivable_id',
			v.receivable_id, 'left_fen', v.left_fen, 'less_fen', claim_less(v, p_rule)))
		from receivable v where d.person_id = p_person and d.decision_id = p_decision and v.person_id = p_person
			and v.receivable_id = split_part(p_cause, ' ', 1)::bigint and v.state = 'owed' and claim_less(v, p_rule) > 0
		returning d.decision_id
	) select count(*) from noted
$$;

-- Nothing but what was noted: a claim of which something else is left by now is looked at again.
create or replace function claim_less_put(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select count(claim_move(p_person, v.receivable_id, case p_rule when 'money.claim_wrong' then 'corrected'
			when 'money.claim_estate' then 'estate' else 'waived' end, -e.less_fen, 'decision ' || p_decision, business_day(),
			session_user))
	from decision d, jsonb_to_record(d.inputs -> 'effect') as e (receivable_id bigint, left_fen bigint, less_fen bigint), receivable v
	where d.person_id = p_person and d.decision_id = p_decision and v.person_id = p_person
		and v.receivable_id = e.receivable_id and v.left_fen = e.left_fen and v.state = 'owed'
		and (p_rule <> 'money.claim_estate' or v.estate_by is distinct from session_user)
$$;

create or replace function claim_less_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select count(claim_move(p_person, e.receivable_id, 'reversed', e.less_fen, 'decision ' || p_decision, business_day(),
		session_user))
	from undone_by(p_person, p_decision) o, jsonb_to_record(o.inputs -> 'effect') as e (receivable_id bigint, less_fen bigint)
$$;

-- The claim that somebody means: by its number, or the only one of the person in that state.
create or replace function claim_take(p_person bigint, p_claim bigint, p_state text) returns receivable
language plpgsql set search_path = steward, pg_temp as $$
declare
	v receivable;
begin
	select * into v from receivable where person_id = p_person and state = p_state
		and (p_claim is null or receivable_id = p_claim) order by receivable_id limit 1 for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such claim',
			hint = 'steward recover show PERSON lists them, with their state.';
	end if;
	return v;
end $$;

create or replace function claim_audit(p_op text, v receivable, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (v.person_id, nextval('id_block'), v.region_code, 'recover.' || p_op,
		jsonb_strip_nulls(jsonb_build_object('claim', v.receivable_id) || p_body))
$$;

-- A month of a matter that is being heard: whose fault, and how much of it is asked for, with the reason.
create or replace function claim_judge(p_person bigint, p_claim bigint, p_period int, p_fault text, p_share int, p_why text)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v receivable;
	n bigint;
begin
	perform pay_may('judge', array['clerk']);
	v := claim_take(p_person, p_claim, 'heard');
	if p_share not between 0 and 100 or (p_share < 100 and coalesce(p_why, '') = '') or p_fault not in ('open', 'none', 'knew',
			'wrong', 'concealed', 'agency') then
		raise exception using errcode = 'ST422', message = 'a month is judged by whose fault it was, a share and a reason',
			hint = 'Fault: none, knew, wrong, concealed, agency; share: 0 to 100; below 100 with --why.';
	end if;
	update receivable_month set fault = p_fault, share = p_share, claim_fen = round(over_fen * p_share / 100.0),
		why = coalesce(p_why, ''), judged_by = session_user
	where person_id = v.person_id and receivable_id = v.receivable_id and (p_period is null or period = p_period);
	get diagnostics n = row_count;
	perform claim_audit('judge', v, jsonb_build_object('period', p_period, 'fault', p_fault, 'share', p_share, 'why', p_why));
	return n;
end $$;

-- Money that has come in, at the counter or in the fund's account; the same receipt once.
create or replace function claim_received(p_person bigint, p_claim bigint, p_way text, p_fen bigint, p_ground text, p_day date)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v receivable;
begin
	perform pay_may('received', array['clerk', 'batch']);
	select * into v from receivable r where r.person_id = p_person and r.state in ('owed', 'settled', 'waived')
		and (p_claim is null or r.receivable_id = p_claim)
	order by exists (select from receivable_move m where m.person_id = r.person_id and m.receivable_id = r.receivable_id
		and m.kind = p_way and m.ground = p_ground) desc, r.state = 'owed' desc, r.receivable_id limit 1;
	if not found then
		perform claim_take(p_person, p_claim, 'owed');
	end if;
	if p_way not in ('paid', 'recalled') or p_fen <= 0 or coalesce(p_ground, '') = '' or p_day > business_day() then
		raise exception using errcode = 'ST422', message = 'money that came in has an amount, a receipt and a day up to today',
			hint = 'steward recover received PERSON YUAN --ref RECEIPT [--day YYYY-MM-DD].';
	end if;
	-- Entered again it is the movement there is.
	if claim_move(v.person_id, v.receivable_id, p_way, -p_fen, p_ground, coalesce(p_day, business_day()), null) > v.seq then
		perform claim_audit('received', v, jsonb_build_object('way', p_way, 'fen', p_fen, 'ground', p_ground));
	end if;
	return v.receivable_id;
end $$;

-- A movement that was entered wrongly, or a payment that bounced: its opposite, once.
create or replace function claim_reverse(p_person bigint, p_claim bigint, p_seq int, p_why text) returns int
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	m receivable_move;
	v receivable;
	n int;
begin
	perform pay_may('reverse', array['clerk']);
	select * into m from receivable_move where person_id = p_person and receivable_id = p_claim and seq = p_seq
		and kind in ('paid', 'recalled');
	if not found or coalesce(p_why, '') = '' then
		raise exception using errcode = 'ST404', message = 'only money that came in is reversed, with a reason',
			hint = 'steward recover show PERSON numbers the movements; what was decided is taken back as a decision.';
	end if;
	select * into v from receivable where person_id = p_person and receivable_id = p_claim for update;
	n := claim_move(p_person, p_claim, 'reversed', -m.amount_fen, 'movement ' || p_seq, business_day(), null);
	if n > v.seq then
		perform claim_audit('reverse', v, jsonb_build_object('seq', p_seq, 'why', p_why));
	end if;
	return n;
end $$;

-- Who has inherited, and what it was worth: the heir owes no more than that (Civil Code art. 1161).  What is beyond it
-- falls when a second person has agreed.
create or replace function claim_estate(p_person bigint, p_claim bigint, p_heir text, p_fen bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v receivable;
begin
	perform pay_may('estate', array['clerk']);
	v := claim_take(p_person, p_claim, 'owed');
	if coalesce(p_heir, '') = '' or p_fen is null or p_fen < 0 then
		raise exception using errcode = 'ST422', message = 'an estate has an heir and a value',
			hint = 'steward recover estate PERSON YUAN --heir NAME.';
	end if;
	update receivable set heir = p_heir, estate_fen = p_fen, estate_by = session_user
	where person_id = v.person_id and receivable_id = v.receivable_id;
	perform claim_audit('estate', v, jsonb_build_object('heir', p_heir, 'fen', p_fen));
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, v.region_code) on conflict do nothing;
	return v.receivable_id;
end $$;

-- What the banks are asked to send back, a row a payment made after the month that was due last, while their agreement
-- lets them: the newest first, since that is still there.  Asked is noted; asking again gives the same.
create or replace function claim_recall() returns table (receivable_id bigint, person_id bigint, name text, channel text,
	number text, period int, amount_fen bigint, paid_on date, until date)
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('recall', array['clerk', 'batch']);
	update receivable v set recalled_on = business_day() where v.state in ('heard', 'owed') and v.recalled_on is null;
	return query select v.receivable_id, v.person_id, p.name, coalesce(l.channel, ''), coalesce(l.number, ''), m.period,
		m.claim_fen - m.back_fen, y.paid_on, y.paid_on + recover_number('recall_days', 120)::int
	from receivable v join receivable_month m using (person_id, receivable_id) join person p using (person_id)
	join lateral (select max(x.paid_on) as paid_on from payment x where x.person_id = v.person_id and x.period = m.period
		and x.kind = v.kind) y on y.paid_on + recover_number('recall_days', 120)::int >= business_day()
	left join lateral (select x.channel, x.number from pay_line x join pay_run r using (run_id) where x.person_id = v.person_id
		and x.period = m.period and x.kind = v.kind and r.state in ('sent', 'closed') and x.state in ('due', 'paid')
		order by x.line_id desc limit 1) l on true
	where v.state in ('heard', 'owed') and m.claim_fen > m.back_fen order by v.receivable_id, m.period desc;
end $$;

grant execute on function claim_judge, claim_received, claim_reverse, claim_estate, claim_recall to steward_staff;
grant execute on function claim_received, claim_recall to steward_batch;
grant execute on function paid_too_much, overpaid_open, overpaid_found, claim_excess, recover_number, yuan_text, period_text,
	claim_less to steward_staff, steward_batch;
