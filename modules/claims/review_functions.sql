-- A reviewer's claim: what is taken off which line, who decides it, and how that is taken back.

create or replace function claim_may(p_job text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_' || p_job, 'member') then
		raise exception using errcode = 'ST403', message = format('this is reserved for the role %s', p_job);
	end if;
end $$;

-- Taken in, if it is not under way yet: who opens the task need not wait for the night.
create or replace function claim_case_of(p_person bigint, p_claim text) returns claim_case
language plpgsql set search_path = steward, pg_temp as $$
declare
	c claim_case;
begin
	if not exists (select from claim_case x where x.person_id = p_person and x.claim_no = p_claim) then
		perform claim_put(array[p_person], array[p_claim]);
	end if;
	select * into c from claim_case x where x.person_id = p_person and x.claim_no = p_claim for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such claim', hint = 'Nothing was stored.';
	end if;
	return c;
end $$;

-- The lines may be cut as long as nobody has proposed or decided.
create or replace function claim_cuttable(p_person bigint, p_claim text) returns claim_case
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform claim_may('medical_reviewer');
	if not exists (select from claim_task t where t.person_id = p_person and t.claim_no = p_claim and t.state = 'open') then
		raise exception using errcode = 'ST409', message = 'nobody has to decide this claim now',
			hint = 'A proposal is taken back first, a decision by an undo of its task.';
	end if;
	return claim_case_of(p_person, p_claim);
end $$;

-- The whole line, or so much of it; once more is instead.
create or replace function claim_cut_line(p_person bigint, p_claim text, p_line int, p_reason text, p_fen bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c claim_case := claim_cuttable(p_person, p_claim);
	l claim_charged := (select x from claim_charged x where x.person_id = p_person and x.claim_no = p_claim and x.line_no = p_line);
begin
	if l.line_fen is null or l.line_fen <= 0 then
		raise exception using errcode = 'ST422', message = 'the claim has no such line that costs anything', hint = 'Nothing was stored.';
	end if;
	if coalesce(p_fen, l.line_fen) not between 1 and l.line_fen then
		raise exception using errcode = 'ST422', message = 'that is not a part of the line', hint = 'Leave the amount empty for the whole line.';
	end if;
	if not exists (select from claim_reason r where r.reason = p_reason) then
		raise exception using errcode = 'ST422', message = format('"%s" is not a reason for "%s"', p_reason, 'cut'),
			hint = 'Nothing was stored.';
	end if;
	insert into claim_cut as u (person_id, claim_no, line_no, region_code, cut_fen, reason, cut_on)
	values (p_person, p_claim, p_line, c.region_code, coalesce(p_fen, l.line_fen), p_reason, business_day())
	on conflict (person_id, claim_no, line_no) do update set cut_fen = excluded.cut_fen, reason = excluded.reason,
		who = session_user, cut_on = excluded.cut_on;
	return 1;
end $$;

create or replace function claim_uncut_line(p_person bigint, p_claim text, p_line int) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c claim_case := claim_cuttable(p_person, p_claim);
begin
	delete from claim_cut u where u.person_id = c.person_id and u.claim_no = c.claim_no and u.line_no = p_line;
	if not found then
		raise exception using errcode = 'ST404', message = 'nothing is cut from that line', hint = 'Nothing was stored.';
	end if;
	return 1;
end $$;

-- What is left when the cuts are taken off.  A line that was corrected is not cut below nothing.
create or replace function claim_left(p_person bigint, p_claim text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select greatest(0, c.claimed_fen - coalesce((select sum(least(u.cut_fen, greatest(l.line_fen, 0))) from claim_cut u
		join claim_charged l using (person_id, claim_no, line_no) where u.person_id = p_person and u.claim_no = p_claim), 0))::bigint
	from claim_case c where c.person_id = p_person and c.claim_no = p_claim
$$;

create or replace function claim_needs_second(c claim_case) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select c.claimed_fen >= claim_number('second_person_fen', 0)
$$;

-- An appeal is not for those who decided: the claim's last decision that stands.
create or replace function claim_not_again(c claim_case, p_rule text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if p_rule = 'claims.appeal' and exists (select from decision d where d.person_id = c.person_id
			and d.rule_id in ('claims.review', 'claims.sample', 'claims.changed') and claim_no_of(d.rule_id, d.cause) = c.claim_no
			and d.outcome in ('done', 'approved') and d.undoes is null and session_user in (d.author, d.approver)) then
		raise exception using errcode = 'ST403', message = 'an appeal is decided by another person',
			hint = 'You have decided this claim; the task stays in the queue.';
	end if;
end $$;

-- One key for a claim: alone, as a proposal from an amount on, or as the second person.
create or replace function claim_accept(p_person bigint, p_claim text) returns text
language plpgsql set search_path = steward, pg_temp as $$
declare
	t claim_task;
	step text;
begin
	select * into t from claim_task x where x.person_id = p_person and x.claim_no = p_claim and x.state in ('open', 'proposed')
	order by x.rule_id limit 1;
	if not found then
		raise exception using errcode = 'ST409', message = 'nobody has to decide this claim now',
			hint = 'A proposal is taken back first, a decision by an undo of its task.';
	end if;
	step := case when t.state = 'proposed' then 'approve' when claim_fen(p_person, p_claim) >= claim_number('second_person_fen', 0)
		then 'propose' else 'settle' end;
	return (decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, step, case when step = 'approve' then 'checked'
		else 'reviewed' end, '')).state;
end $$;

create or replace function claim_fen(p_person bigint, p_claim text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select c.claimed_fen from claim_case c where c.person_id = p_person and c.claim_no = p_claim),
		(select greatest(0, sum(l.line_fen))::bigint from claim_charged l where l.person_id = p_person and l.claim_no = p_claim), 0)
$$;

-- What each flag turned out to be: confirmed where a line it is about was cut, or any, where it is about the claim.
create or replace function claim_alerts_put(c claim_case) returns void
language sql set search_path = steward, pg_temp as $$
	delete from claim_alert a where a.person_id = c.person_id and a.claim_no = c.claim_no;
	insert into claim_alert (person_id, claim_no, check_name, region_code, provider, say, is_confirmed, decided_on)
	select c.person_id, c.claim_no, f.check_name, c.region_code, c.provider, f.say, exists (select from claim_cut u
		join claim_charged l using (person_id, claim_no, line_no) where u.person_id = c.person_id and u.claim_no = c.claim_no
		and (cardinality(f.lines) = 0 or l.nth::text = any (f.lines))), business_day()
	from claim_flags(c.person_id, c.claim_no) f on conflict do nothing;
$$;

-- The decision on a claim, with what stood before it, so that an undo puts exactly that back.
create or replace function claim_decided(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	c claim_case := claim_case_of(p_person, claim_no_of(p_rule, p_cause));
	fen bigint := claim_left(c.person_id, c.claim_no);
begin
	perform claim_not_again(c, p_rule);
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('claimed', yuan_text(c.claimed_fen),
		'approved', yuan_text(fen), 'cuts', (select jsonb_agg(jsonb_build_array(u.line_no, yuan_text(u.cut_fen), u.reason) order by u.line_no)
			from claim_cut u where u.person_id = c.person_id and u.claim_no = c.claim_no), 'before', jsonb_build_object('state', c.state,
		'approved_fen', c.approved_fen, 'decided_on', c.decided_on, 'is_by_rules', c.is_by_rules, 'is_changed', c.is_changed, 'is_flagged', c.is_flagged,
		'appeal', c.appeal)))
	where d.person_id = p_person and d.decision_id = p_decision;
	update claim_case x set state = 'decided', approved_fen = fen, decided_on = business_day(), is_by_rules = false, is_changed = false, is_flagged = false,
		worked_fen = null,
		appeal = case when p_rule = 'claims.appeal' then '' else x.appeal end
	where x.person_id = c.person_id and x.claim_no = c.claim_no;
	perform claim_alerts_put(c);
	insert into touched (person_id, batch_id, region_code) values (c.person_id, 0, c.region_code) on conflict do nothing;
	return 1;
end $$;

-- Nothing of it is taken back once it is with the paying office: the provider's appeal or a corrected claim changes it then.
create or replace function claim_decided_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with e as (select o.inputs -> 'effect' -> 'before' as was from undone_by(p_person, p_decision) o),
	back as (update claim_case c set state = coalesce(nullif(e.was ->> 'state', 'received'), 'review'),
			approved_fen = (e.was ->> 'approved_fen')::bigint, decided_on = (e.was ->> 'decided_on')::date,
			is_by_rules = (e.was ->> 'is_by_rules')::boolean, is_changed = (e.was ->> 'is_changed')::boolean,
			is_flagged = (e.was ->> 'is_flagged')::boolean, appeal = e.was ->> 'appeal'
		from e where e.was is not null and c.person_id = p_person and c.claim_no = claim_no_of(p_rule, p_cause) and c.state = 'decided'
			and coalesce(c.sent_on < c.decided_on or c.sent_on is null, false)
		returning c.person_id, c.claim_no),
	gone as (delete from claim_alert a using back b where a.person_id = b.person_id and a.claim_no = b.claim_no)
	select count(*) from back
$$;

create or replace function claim_settle(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	if claim_needs_second(claim_case_of(p_person, claim_no_of(p_rule, p_cause))) then
		raise exception using errcode = 'ST403', message = 'a claim of this amount is decided by two persons',
			hint = 'Propose it; somebody else approves.';
	end if;
	return claim_decided(p_person, p_rule, p_cause, p_decision);
end $$;
create or replace function claim_settle_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select claim_decided_undo(p_person, p_rule, p_cause, p_decision) $$;

-- What is proposed is fixed by its being proposed: nobody cuts a line before it is settled.
create or replace function claim_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	c claim_case := claim_case_of(p_person, claim_no_of(p_rule, p_cause));
begin
	perform claim_not_again(c, p_rule);
	update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('claimed', yuan_text(c.claimed_fen),
		'approved', yuan_text(claim_left(c.person_id, c.claim_no))))
	where d.person_id = p_person and d.decision_id = p_decision;
	return 1;
end $$;
create or replace function claim_award(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select claim_decided(p_person, p_rule, p_cause, p_decision) $$;
create or replace function claim_award_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select claim_decided_undo(p_person, p_rule, p_cause, p_decision) $$;

-- The provider does not agree: somebody else looks at it again, with the cuts as they stand.
create or replace function claim_appeal(p_person bigint, p_claim text, p_say text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c claim_case;
begin
	if not (pg_has_role(session_user, 'steward_clerk', 'member') or pg_has_role(session_user, 'steward_medical_reviewer', 'member')) then
		perform claim_may('clerk');
	end if;
	c := claim_case_of(p_person, p_claim);
	if c.state <> 'decided' or c.appeal <> '' or c.approved_fen >= c.claimed_fen then
		raise exception using errcode = 'ST409', message = 'nothing of this claim was refused, or an appeal waits already',
			hint = 'Nothing was stored.';
	end if;
	update claim_case x set appeal = coalesce(nullif(p_say, ''), '-'), appeals = x.appeals + 1, appeal_on = business_day()
	where x.person_id = p_person and x.claim_no = p_claim returning * into c;
	perform claim_raise(p_person, 'claims.appeal', p_claim || ' #' || c.appeals);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), c.region_code, 'claims.appeal', jsonb_build_object('claim', p_claim));
	return p_claim;
end $$;

revoke execute on function claim_may, claim_case_of, claim_cuttable, claim_cut_line, claim_uncut_line, claim_not_again, claim_alerts_put,
	claim_decided, claim_decided_undo, claim_settle, claim_settle_undo, claim_plan, claim_award, claim_award_undo, claim_appeal from public;
grant execute on function claim_cut_line, claim_uncut_line, claim_accept, claim_fen, claim_left, claim_appeal to steward_staff;
grant execute on function claim_left to steward_batch;
