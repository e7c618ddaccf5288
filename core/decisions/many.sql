-- Many decisions as one, and more of them than usual.

-- Who, what and how much, as it was proposed: what the second person signs.
create or replace function batch_digest(p_batch uuid) returns text
language sql stable set search_path = steward, pg_temp as $$
	select encode(sha256(convert_to(coalesce(string_agg(concat_ws(E'\x1f', r.person_id, r.rule_id,
		r.cause, r.monthly_fen), E'\n' order by r.person_id,
		r.rule_id collate "C", r.cause collate "C"), ''), 'UTF8')), 'hex')
	from decision_batch_row r where r.batch_id = p_batch
$$;

-- All open tasks of a kind whose rules know the reason: of one rule, of one area and those in it, or everywhere.
-- How many proposals of a rule a month are usual: so many times the middle of the twelve months before, and never
-- fewer than the floor; below it nothing waits.  Null: nothing is said of this kind of task.
create or replace function brake_limit(p_rule text, p_type text, p_day date) returns bigint
language sql stable security definer set search_path = steward, pg_temp as $$
	select greatest(b.floor, b.times * coalesce((select percentile_disc(0.5) within group (order by m.n)
		from (select count(*) as n from decision d where d.rule_id = p_rule and not d.automatic and d.undoes is null
			and d.outcome in ('proposed', 'approved', 'refused')
			and d.business_day >= date_trunc('month', p_day) - interval '12 months'
			and d.business_day < date_trunc('month', p_day)
			group by date_trunc('month', d.business_day)) m), 0))
	from work_brake b where b.kind in (p_rule, p_type) order by b.kind = p_rule desc limit 1
$$;

-- Does a proposal of this rule wait, with so many more beside it?  A batch that would go beyond waits as a whole.
create or replace function brake_holds(p_rule text, p_type text, p_day date, p_more bigint) returns boolean
language sql stable security definer set search_path = steward, pg_temp as $$
	select coalesce(current_setting('steward.brake', true) = p_rule
		or ((select count(*) from decision d where d.rule_id = p_rule and not d.automatic and d.undoes is null
				and d.outcome in ('proposed', 'approved') and d.business_day >= date_trunc('month', p_day))
			+ p_more > brake_limit(p_rule, p_type, p_day)
		and not exists (select from brake_release r where r.rule_id = p_rule
			and r.period = to_char(p_day, 'YYYYMM')::int)), false)
$$;

-- The manager lets a rule's proposals of a month through: what they do begins now.
create or replace function brake_release(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	d decision;
	effect text;
	n bigint := 0;
begin
	insert into brake_release (rule_id, period) values (split_part(p_cause, ' ', 1), split_part(p_cause, ' ', 2)::int)
	on conflict do nothing;
	for d in select * from decision x where x.braked and x.outcome = 'proposed'
			and x.rule_id = split_part(p_cause, ' ', 1) order by x.person_id, x.decision_id for update loop
		if d.author = session_user then
			raise exception using errcode = 'ST403', message = 'more than usual needs a second person',
				hint = 'You proposed some of them yourself; another manager must look at them.';
		end if;
		select m.effect into effect from task t join task_move m using (task_type)
		where t.person_id = d.person_id and t.rule_id = d.rule_id and t.cause = d.cause and m.does = 'propose'
			and m.event = d.event;
		update decision x set braked = false where x.person_id = d.person_id and x.decision_id = d.decision_id;
		if effect is not null then
			execute format('select %I($1, $2, $3, $4)', effect) using d.person_id, d.rule_id, d.cause, d.decision_id;
		end if;
		perform message_due(d.person_id, d.rule_id, d.cause, d.decision_id);
		n := n + 1;
	end loop;
	return n;
end $$;

create or replace function brake_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with back as (
		update decision d set outcome = 'returned', braked = false, returned = 'more than usual, refused by the manager'
		where d.braked and d.outcome = 'proposed' and d.rule_id = split_part(p_cause, ' ', 1)
		returning d.person_id, d.rule_id, d.cause
	), opened as (
		update task t set state = 'open', ver = t.ver + 1 from back b
		where t.person_id = b.person_id and t.rule_id = b.rule_id and t.cause = b.cause returning t.person_id
	) select count(*) from opened
$$;

-- Why a task is not one of many: what its kind says of it, by a function TYPE_apart of the module; null: it is alike.
create or replace function batch_apart(k task) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	why text;
begin
	if to_regprocedure(format('steward.%I(bigint, text, text)', k.task_type || '_apart')) is not null then
		execute format('select %I($1, $2, $3)', k.task_type || '_apart') into why using k.person_id, k.rule_id, k.cause;
	end if;
	return why;
end $$;

-- The open tasks that a batch would take: those that are alike.
create or replace function batch_tasks(p_type text, p_reason text, p_rule text, p_region int, p_list text[])
returns setof task language sql stable set search_path = steward, pg_temp as $$
	select k.* from batch_open(p_type, p_reason, p_rule, p_region, p_list) k where batch_apart(k) is null
$$;

-- All that are open: of a kind for which the reason is one, of one rule, of one area and those in
-- it, of the persons listed by number.
create or replace function batch_open(p_type text, p_reason text, p_rule text, p_region int, p_list text[])
returns setof task language sql stable set search_path = steward, pg_temp as $$
	select k.* from task k
	join task_move m on m.task_type = k.task_type and m.from_state = k.state and m.does = 'propose'
	where k.task_type = p_type and (p_rule is null or k.rule_id = p_rule)
		and (p_region is null or k.region_code in (select region_within(p_region)))
		and (p_list is null or k.person_id in (select batch_person(n) from unnest(p_list) n))
		and exists (select from reason w where w.task_type = reason_kind(k.rule_id, k.task_type, m.event)
			and w.event = m.event and w.code = p_reason)
$$;

-- Whom a number of a list means: an identity number, or the number of a person.
create or replace function batch_person(p_number text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select i.person_id from person_ident i where i.id_no = p_number order by i.id_kind limit 1),
		case when p_number ~ '^[0-9]{1,18}$' then p_number::bigint end)
$$;

create or replace function batch_propose(p_batch uuid, p_type text, p_reason text, p_note text, p_rule text,
	p_region int, p_list text[])
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
	lost text;
begin
	select * into b from decision_batch where batch_id = p_batch;
	if found then
		if (b.author, b.task_type) is distinct from (session_user, p_type) then
			raise exception using errcode = 'ST422',
				message = 'this request key stands for another decision',
				hint = 'Leave --request out and a new key is made.';
		end if;
		return b;
	end if;
	select n into lost from unnest(p_list) n where not exists (select from batch_tasks(p_type, p_reason, p_rule,
		p_region, p_list) k where k.person_id = batch_person(n)) limit 1;
	if found then
		raise exception using errcode = 'ST404', message = format('%s of the list has no such task', lost),
			hint = 'Take it off the list, or look at the person.';
	end if;
	-- Beyond the usual number the whole of it waits.
	for t in select k.rule_id, k.task_type, count(*) as n from batch_tasks(p_type, p_reason, p_rule, p_region,
			p_list) k group by 1, 2 loop
		if brake_holds(t.rule_id, t.task_type, business_day(), t.n) then
			perform set_config('steward.brake', t.rule_id, true);
		end if;
	end loop;
	-- Locked first and all at once, so that no finding changes between two rows.
	for t in select k.*, m.event from task k
		join task_move m on m.task_type = k.task_type and m.from_state = k.state and m.does = 'propose'
		where (k.person_id, k.rule_id, k.cause) in (select x.person_id, x.rule_id, x.cause
			from batch_tasks(p_type, p_reason, p_rule, p_region, p_list) x)
		order by k.person_id, k.rule_id, k.cause for update of k loop
		perform batch_row(p_batch, t.person_id, t.rule_id, t.cause, t.ver, t.event, p_reason, p_note);
	end loop;
	b := batch_put(p_batch, p_type, p_reason, null);
	if b.batch_id is null then
		raise exception using errcode = 'ST404', message =
			format('no task "%s" is open for which "%s" is a reason', p_type, p_reason), hint = 'steward tasks --type lists them; what is proposed already waits for its '
				'second person.';
	end if;
	return b;
end $$;

-- A step of one task as a row of a batch.
create or replace function batch_row(p_batch uuid, p_person bigint, p_rule text, p_cause text, p_ver int, p_event text,
	p_reason text, p_note text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	r decide_result := decide(gen_random_uuid(), p_person, p_rule, p_cause, p_ver, p_event, p_reason, p_note);
begin
	insert into decision_batch_row (person_id, batch_id, rule_id, cause, region_code, monthly_fen, decision_id)
	select d.person_id, p_batch, d.rule_id, d.cause, d.region_code, coalesce(d.proposed_fen, 0), d.decision_id
	from decision d where d.person_id = p_person and d.decision_id = r.decision_id;
end $$;

-- Its rows are there: what they come to, signed.  Null when there is none.
create or replace function batch_put(p_batch uuid, p_type text, p_reason text, p_undoes uuid) returns decision_batch
language sql set search_path = steward, pg_temp as $$
	insert into decision_batch (batch_id, task_type, reason, tasks, monthly_fen, digest, undoes)
	select p_batch, p_type, p_reason, count(*), sum(monthly_fen), batch_digest(p_batch), p_undoes
	from decision_batch_row where batch_id = p_batch having count(*) > 0
	returning *
$$;

-- What a batch decided is taken back as one, as far as it still stands: a batch that a second person approves.
create or replace function batch_undo(p_batch uuid, p_undoes uuid, p_reason text, p_note text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
begin
	select * into b from decision_batch where batch_id = p_batch and author = session_user;
	if found then
		return b;
	end if;
	select * into b from decision_batch where batch_id = p_undoes;
	for t in select k.*, m.event from decision_batch_row r join task k using (person_id, rule_id, cause)
		join decision d on d.person_id = r.person_id and d.decision_id = r.decision_id and d.outcome = 'approved'
		join task_move m on m.task_type = k.task_type and m.from_state = k.state and m.does = 'undo'
		where r.batch_id = p_undoes order by k.person_id, k.rule_id, k.cause for update of k loop
		perform batch_row(p_batch, t.person_id, t.rule_id, t.cause, t.ver, t.event, p_reason, p_note);
	end loop;
	b := batch_put(p_batch, b.task_type, p_reason, p_undoes);
	if b.batch_id is null then
		raise exception using errcode = 'ST404', message = 'nothing of it stands that could be taken back',
			hint = 'steward batch list tells how it was settled; a waiting one is refused.';
	end if;
	return b;
end $$;

-- The rows of a batch whose proposals still wait.
create or replace function batch_waiting(p_batch uuid) returns table (person_id bigint, rule_id text, cause text, ver int,
	decision_id bigint)
language sql stable set search_path = steward, pg_temp as $$
	select k.person_id, k.rule_id, k.cause, k.ver, d.decision_id
	from decision_batch_row r join task k using (person_id, rule_id, cause)
	join decision d on d.person_id = r.person_id and d.decision_id = r.decision_id
	where r.batch_id = p_batch and d.outcome = 'proposed'
		and k.state in (select state from task_state where kind = 'proposed')
$$;

-- One row of a batch: what cannot be done any more does not keep the others, it waits with the reason beside it.
create or replace function batch_settle_row(p_batch uuid, p_person bigint, p_rule text, p_cause text, p_ver int, p_event text,
	p_reason text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	why text := '';
begin
	begin
		perform decide(gen_random_uuid(), p_person, p_rule, p_cause, p_ver, p_event, p_reason, '');
	exception when sqlstate 'ST409' then
		get stacked diagnostics why = message_text;
	end;
	update decision_batch_row r set result = left(why, 200) where r.batch_id = p_batch and r.person_id = p_person
		and r.rule_id = p_rule and r.cause = p_cause and r.result <> left(why, 200);
end $$;
revoke execute on function batch_settle_row from public;

-- Settled are the rows whose proposal still waits; what was settled alone before stays as it was.  Refusing
-- is always possible; approving takes the amounts that were signed or nothing.
create or replace function batch_settle(p_batch uuid, p_digest text, p_event text, p_reason text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
	other record;
begin
	select * into b from decision_batch where batch_id = p_batch for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such batch';
	end if;
	if b.outcome <> 'proposed' then
		return b;
	end if;
	if b.author = session_user then
		raise exception using errcode = 'ST403', message = 'a batch needs a second person',
			hint = 'You proposed it yourself; another reviewer must look at it.';
	end if;
	if p_event not in ('approve', 'refuse') or p_digest is distinct from b.digest
			or batch_digest(p_batch) <> b.digest then
		raise exception using errcode = 'ST409',
			message = 'the batch is not what was proposed',
			hint = 'Look at it again: steward batch show tells its signature.';
	end if;
	perform from decision_batch_row r join task k using (person_id, rule_id, cause)
	where r.batch_id = p_batch order by k.person_id, k.rule_id, k.cause for update of k;
	perform from decision_batch_row r join finding f using (person_id, rule_id, cause)
	where r.batch_id = p_batch for share of f;
	if p_event = 'approve' then
		select count(*) as n, min(d.person_id) as person into other
		from batch_waiting(p_batch) w join decision d using (person_id, decision_id)
		where decision_changed(d) <> '';
		if other.n > 0 then
			raise exception using errcode = 'ST409', message =
				format('%s rows of the batch are not what was proposed', other.n),
				hint = format('Refuse the batch, or settle these rows alone first; one of them is '
					'person %s.', other.person);
		end if;
	end if;
	for t in select w.*, m.event from batch_waiting(p_batch) w join task k using (person_id, rule_id, cause)
			join task_move m on m.task_type = k.task_type and m.from_state = k.state and m.does = p_event
			order by w.person_id, w.rule_id, w.cause loop
		perform batch_settle_row(p_batch, t.person_id, t.rule_id, t.cause, t.ver, t.event, p_reason);
	end loop;
	-- Where none of them could be done it is said at once, and nothing has changed.
	if not exists (select from decision_batch_row r join decision d using (person_id, decision_id)
			where r.batch_id = p_batch and (d.outcome <> 'proposed' or r.result = '')) then
		raise exception using errcode = 'ST409', message = (select min(result) from decision_batch_row where batch_id = p_batch),
			hint = 'steward batch show lists the rows and why each waits.';
	end if;
	-- Rows that need a third person wait on, and the batch with them.
	update decision_batch set outcome = case when exists (select from decision_batch_row r join decision d using (person_id, decision_id)
			where r.batch_id = p_batch and d.outcome = 'approved') then 'approved' else 'refused' end, approver = session_user, approved_at = now()
	where batch_id = p_batch and not exists (select from batch_waiting(p_batch));
	select * into b from decision_batch where batch_id = p_batch;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'batch.' || p_event, to_jsonb(b));
	return b;
end $$;

-- The reason that stands first in policy for a step of a rule's tasks: what a key gives.
create or replace function batch_reason(p_type text, p_rule text, p_event text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select w.code from reason w where w.task_type = reason_kind(p_rule, p_type, p_event) and w.event = p_event order by w.sort, w.code limit 1
$$;

-- A batch settled or taken back by a key.
create or replace function batch_key(p_batch uuid, p_digest text, p_event text) returns uuid
language sql set search_path = steward, pg_temp as $$
	select case when p_event = 'undo' then (batch_undo(gen_random_uuid(), b.batch_id, batch_reason(b.task_type, r.rule_id, 'undo'), '')).batch_id
		else (batch_settle(b.batch_id, p_digest, p_event, batch_reason(b.task_type, r.rule_id, p_event))).batch_id end
	from decision_batch b cross join lateral (select min(x.rule_id) as rule_id from decision_batch_row x where x.batch_id = b.batch_id) r
	where b.batch_id = p_batch
$$;

revoke execute on function batch_apart, batch_open, batch_reason, batch_key from public;
grant execute on function batch_apart, batch_open, batch_reason, batch_key, batch_tasks, batch_person, batch_digest, batch_propose, batch_undo, batch_settle, brake_limit to steward_staff;
grant execute on function brake_limit to steward_batch;
