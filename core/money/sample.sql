-- A monthly sample of what was paid: drawn by chance, each worked out once more by hand, for the share that was wrong.

-- The chance is the run's own signature, so that nobody chooses; drawn again it is the same, and more of it where more is asked for.
create or replace function pay_sample_draw(p_run bigint, p_most int) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r pay_run;
	n bigint;
begin
	if not pg_has_role(session_user, 'steward_manager', 'member') then
		raise exception using errcode = 'ST403', message = format('"%s" is reserved for the role %s', 'sample', 'manager'),
			hint = 'Someone with the role manager has to do it.';
	end if;
	select * into r from pay_run where run_id = p_run;
	if r.state is distinct from 'sent' and r.state is distinct from 'closed' then
		raise exception using errcode = 'ST409', message = 'nothing of this run has been paid yet', hint = 'Nothing was drawn.';
	end if;
	insert into pay_sample (person_id, run_id, kind, region_code, period, amount_fen)
	select l.person_id, p_run, l.kind, min(l.region_code), r.period, sum(l.amount_fen)
	from pay_line l where l.run_id = p_run and l.state in ('due', 'paid') and l.amount_fen > 0
	group by l.person_id, l.kind
	order by sha256_text(coalesce(r.digest, '') || ' ' || l.person_id || ' ' || l.kind) limit p_most on conflict do nothing;
	get diagnostics n = row_count;
	perform task_raise(s.person_id, 'money.sample', pay_sample_cause(s), 'pay_sample', due_on(business_day(), coalesce(c.days, 20),
		c.working_days), pay_sample_say(s))
	from pay_sample s left join work_clock c on c.kind = 'pay_sample' where s.run_id = p_run and s.done_on is null;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'pay.sample', jsonb_build_object('run', p_run, 'drawn', n));
	return n;
end $$;

create or replace function pay_sample_cause(s pay_sample) returns text
language sql immutable set search_path = steward, pg_temp as $$ select s.run_id || ' ' || s.kind $$;

create or replace function pay_sample_say(s pay_sample) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array('drawn by chance: %s were paid for %s; work it out once more', yuan_text(s.amount_fen),
		period_text(s.period))::text
$$;

-- What should have been paid is said before the task is closed as wrong.
create or replace function pay_sample_end(p_person bigint, p_cause text, p_right bigint, p_is_done boolean) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update pay_sample s set right_fen = case when p_is_done then coalesce(p_right, s.right_fen) end,
			done_on = case when p_is_done then business_day() end, who = case when p_is_done then session_user end
		where s.person_id = p_person and pay_sample_cause(s) = p_cause and (s.done_on is null) = p_is_done
			and (not p_is_done or coalesce(p_right, s.right_fen) is not null)
		returning s.person_id
	) select count(*) from done
$$;
create or replace function pay_sample_right(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select pay_sample_end(p_person, p_cause, (select s.amount_fen from pay_sample s where s.person_id = p_person
		and pay_sample_cause(s) = p_cause), true)
$$;
create or replace function pay_sample_wrong(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select pay_sample_end(p_person, p_cause, null, true) $$;
create or replace function pay_sample_right_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select pay_sample_end(p_person, p_cause, null, false) $$;
create or replace function pay_sample_wrong_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select pay_sample_end(p_person, p_cause, null, false) $$;

-- What should have been paid, and the task closed by it.
create or replace function pay_sample_told(p_person bigint, p_run bigint, p_kind text, p_right bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	s pay_sample;
	state text;
begin
	update pay_sample x set right_fen = p_right where x.person_id = p_person and x.run_id = p_run and x.kind = p_kind
		and x.done_on is null and p_right is not null returning * into s;
	if s.person_id is null then
		raise exception using errcode = 'ST404', message = 'no payment of this person waits in the sample',
			hint = 'steward pay sample lists them.';
	end if;
	select x.state into state from task t cross join lateral decide(gen_random_uuid(), p_person, t.rule_id, t.cause, t.ver,
		case when p_right = s.amount_fen then 'right' else 'wrong' end, 'worked_out', '') x
	where t.person_id = p_person and t.rule_id = 'money.sample' and t.cause = pay_sample_cause(s);
	return state;
end $$;
revoke execute on function pay_sample_draw, pay_sample_end, pay_sample_right, pay_sample_wrong, pay_sample_right_undo,
	pay_sample_wrong_undo, pay_sample_told from public;
grant execute on function pay_sample_draw, pay_sample_told, pay_sample_cause, pay_sample_say to steward_staff;
grant execute on function pay_sample_cause, pay_sample_say to steward_batch;
