-- Many tasks of one kind proposed together and settled together: one signature over all of them.
create table decision_batch (batch_id uuid primary key, task_type text not null,
	author name not null default session_user, at timestamptz not null default now(),
	reason text not null, tasks int not null, monthly_fen bigint not null,
	digest text not null, outcome text not null default 'proposed', approver name,
	approved_at timestamptz,
	constraint decision_batch_four_eyes check (approver <> author));
create table decision_batch_row (person_id bigint not null, batch_id uuid not null,
	rule_id text not null, cause text not null, region_code int not null,
	monthly_fen bigint not null, primary key (person_id, batch_id, rule_id, cause));
create index decision_batch_row_region on decision_batch_row (region_code, batch_id);
comment on table decision_batch is '@ref decisions proposed and settled as one, with one signature';
comment on table decision_batch_row is '@dist person_id the tasks of a batch and the money of each';

-- Over who, what and how much: what the second person signs is what was proposed.
create function batch_digest(p_batch uuid) returns text
language sql stable set search_path = steward, pg_temp as $$
	select encode(sha256(convert_to(coalesce(string_agg(concat_ws(E'\x1f', r.person_id, r.rule_id,
		r.cause, coalesce(f.monthly_fen, 0)), E'\n' order by r.person_id,
		r.rule_id collate "C", r.cause collate "C"), ''), 'UTF8')), 'hex')
	from decision_batch_row r left join finding f using (person_id, rule_id, cause)
	where r.batch_id = p_batch
$$;

-- The batch's key is its request key: sent again, it is not done again.
create function batch_propose(p_batch uuid, p_type text, p_reason text, p_note text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
begin
	select * into b from decision_batch where batch_id = p_batch;
	if found then
		return b;
	end if;
	for t in select k.*, coalesce(f.monthly_fen, 0) as fen from task k
		left join finding f using (person_id, rule_id, cause)
		where k.state = 'open' and k.task_type = p_type
		order by k.person_id, k.rule_id, k.cause loop
		perform decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, 'propose',
			p_reason, p_note);
		insert into decision_batch_row (person_id, batch_id, rule_id, cause, region_code,
			monthly_fen)
		values (t.person_id, p_batch, t.rule_id, t.cause, t.region_code, t.fen);
	end loop;
	insert into decision_batch (batch_id, task_type, reason, tasks, monthly_fen, digest)
	select p_batch, p_type, p_reason, count(*), sum(monthly_fen), batch_digest(p_batch)
	from decision_batch_row where batch_id = p_batch having count(*) > 0
	returning * into b;
	if b.batch_id is null then
		raise exception using errcode = 'ST404', message = format('no task "%s" is open', p_type),
			hint = 'steward tasks --type lists them; what is proposed already waits for its '
				'second person.';
	end if;
	return b;
end $$;

create function batch_settle(p_batch uuid, p_digest text, p_event text, p_reason text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
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
	if p_digest is distinct from b.digest or batch_digest(p_batch) <> b.digest then
		raise exception using errcode = 'ST409',
			message = 'the batch is not what was proposed',
			hint = 'Look at it again: steward batch show tells its signature; a finding may '
				'have changed since.';
	end if;
	for t in select k.* from decision_batch_row r join task k using (person_id, rule_id, cause)
		where r.batch_id = p_batch order by k.person_id, k.rule_id, k.cause loop
		perform decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, p_event,
			p_reason, '');
	end loop;
	update decision_batch set outcome = case p_event when 'approve' then 'approved'
		else 'refused' end, approver = session_user, approved_at = now()
	where batch_id = p_batch returning * into b;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'batch.' || p_event, to_jsonb(b));
	return b;
end $$;

revoke execute on function batch_digest, batch_propose, batch_settle from public;
grant select on decision_batch, decision_batch_row to steward_staff, steward_batch;
grant execute on function batch_digest, batch_propose, batch_settle to steward_staff;
