-- What left the house after the backup of which an office was restored, told by the journal: known again, once.

create or replace function journal_take(p_first bigint, p_lines text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('reconcile', array['admin']);
	if p_first = 1 then
		delete from journal_row;
	end if;
	insert into journal_row (line, body) select p_first + nth - 1, line::jsonb
	from unnest(string_to_array(p_lines, E'\n')) with ordinality l (line, nth) where line <> '';
end $$;

-- The journal's persons are those who have their numbers here; how many have none.
create or replace function journal_persons() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	update journal_row j set who = p.person_id, area = p.region_code
	from (select distinct on (i.id_no) i.id_no, p.person_id, p.region_code from person_ident i join person p using (person_id)
		order by i.id_no, p.person_id) p where p.id_no = j.body ->> 'id_no';
	return (select count(distinct body ->> 'id_no') from journal_row where body ? 'id_no' and who is null);
end $$;

create or replace function journal_messages() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	insert into sent_before (person_id, message_id, round, region_code, rule_id, cause, template, channel, hash, sent_on)
	select who, (body ->> 'message')::bigint, (body ->> 'round')::int, area, body ->> 'rule', body ->> 'cause',
		body ->> 'template', body ->> 'channel', body ->> 'hash', (body ->> 'day')::date
	from journal_row j where body ? 'message' and who is not null and not exists (select from message m
		where m.person_id = j.who and m.message_id = (j.body ->> 'message')::bigint and m.round = (j.body ->> 'round')::int
			and m.state in ('sent', 'delivered', 'returned'))
	on conflict do nothing;
	get diagnostics n = row_count;
	return n;
end $$;

-- A run that had left, as it was; what this office has begun instead is taken back.
create or replace function journal_run(p_run bigint, p_row jsonb) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	row jsonb := p_row || '{"state": "exported", "sent_by": null, "sent_at": null}';
begin
	update pay_run set state = 'taken_back' where run_id <> p_run and state in ('open', 'gated', 'signed', 'approved');
	update hold set line_id = null where line_id in (select line_id from pay_line where run_id = p_run);
	delete from pay_check where run_id = p_run;
	delete from pay_file where run_id = p_run;
	delete from pay_signal where run_id = p_run;
	delete from pay_deduction where run_id = p_run;
	delete from pay_offset where run_id = p_run;
	delete from pay_line where run_id = p_run;
	delete from pay_run where run_id = p_run;
	insert into pay_run select * from jsonb_populate_record(null::pay_run, row);
	insert into pay_line select x.* from journal_row j cross join lateral jsonb_populate_record(null::pay_line,
		j.body -> 'line' || jsonb_build_object('person_id', who, 'region_code', area, 'hold_id', null, 'why',
			case when j.body #>> '{line,state}' = 'held' then coalesce(j.body #>> '{line,why}', 'restored') end)) x
	where (j.body #>> '{line,run_id}')::bigint = p_run and who is not null;
	insert into pay_offset select x.* from journal_row j cross join lateral jsonb_populate_record(null::pay_offset,
		j.body -> 'offset' || jsonb_build_object('person_id', who, 'region_code', area)) x
	join receivable v on v.person_id = x.person_id and v.receivable_id = x.receivable_id
	where (j.body #>> '{offset,run_id}')::bigint = p_run and who is not null;
	insert into pay_deduction select x.* from journal_row j cross join lateral jsonb_populate_record(null::pay_deduction,
		j.body -> 'deduction' || jsonb_build_object('person_id', who, 'region_code', area)) x
	join deduction d on d.person_id = x.person_id and d.deduction_id = x.deduction_id
	where (j.body #>> '{deduction,run_id}')::bigint = p_run and who is not null;
	insert into pay_file select x.* from journal_row j cross join lateral jsonb_populate_record(null::pay_file,
		j.body -> 'file') x where (j.body #>> '{file,run_id}')::bigint = p_run;
end $$;

-- What was done to runs, in its order; those that had been sent are left as they are.
create or replace function journal_runs() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	j journal_row;
	id bigint;
	n bigint := 0;
	r pay_run;
begin
	for j in select * from journal_row where body ?| array['run', 'confirmed', 'taken_back'] order by line loop
		id := coalesce(j.body #>> '{run,run_id}', j.body ->> 'confirmed', j.body ->> 'taken_back')::bigint;
		select * into r from pay_run where run_id = id;
		if r.state in ('sent', 'closed') then
			continue;
		elsif j.body ? 'run' then
			perform journal_run(id, j.body -> 'run');
			n := n + (r.state is distinct from 'exported')::int;
		elsif j.body ? 'taken_back' then
			update pay_run set state = 'taken_back' where run_id = id;
		elsif r.state = 'exported' then
			update pay_run set state = 'sent', sent_by = session_user, sent_at = now(),
				paid_on = coalesce((j.body ->> 'paid_on')::date, paid_on) where run_id = id returning * into r;
			perform pay_facts(id, r.paid_on);
		end if;
	end loop;
	return n;
end $$;

create or replace function office_reconcile(p_digest text, p_force boolean) returns table (messages bigint, runs bigint,
	strangers bigint)
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	r restored;
begin
	perform pay_may('reconcile', array['admin']);
	perform work_lock_take('pay');
	select * into r from restored where reconciled_at is null order by restored_at desc limit 1 for update;
	if not found then
		raise exception using errcode = 'ST409', message = 'there is nothing to reconcile',
			hint = 'This office was not restored, or was reconciled before.';
	end if;
	strangers := journal_persons();
	if strangers > 0 and not p_force then
		raise exception using errcode = 'ST422',
			message = 'there are persons in the journal who are not here',
			hint = 'Import again the files that had come in since the backup; who is in none of them is left out by --force.';
	end if;
	messages := journal_messages();
	runs := journal_runs();
	delete from journal_row;
	update restored set reconciled_at = now(), reconciled_by = session_user, messages = office_reconcile.messages,
		runs = office_reconcile.runs where reconciled_at is null;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'restore.reconcile', jsonb_build_object('journal', p_digest, 'messages', messages,
		'runs', runs, 'strangers', strangers));
	return next;
end $$;

-- Before letters go out: the very bytes that had gone are not sent again; whoever is to be written to about the same, in
-- other words, is looked at by a person first.
create or replace function sent_before_known() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	m message;
begin
	for m in update message x set state = 'sent', sent_at = clock_timestamp(), sent_on = s.sent_on, why = '',
			ref = 'sent before the office was restored', lease_pid = null, lease_until = null
		from sent_before s where s.person_id = x.person_id and s.rule_id = x.rule_id and s.cause = x.cause
			and s.template = x.template and s.channel = x.channel and s.hash = x.hash and x.state in ('draft', 'ready')
		returning x.* loop
		delete from sent_before s where s.person_id = m.person_id and s.rule_id = m.rule_id and s.cause = m.cause
			and s.template = m.template and s.channel = m.channel and s.hash = m.hash;
		perform message_note(m, 'sent', 'before the office was restored');
	end loop;
	update message x set look = true, why = 'sent before', state = case x.state when 'ready' then 'draft' else x.state end
	from sent_before s where s.person_id = x.person_id and s.rule_id = x.rule_id and s.cause = x.cause
		and s.template = x.template and s.channel = x.channel and x.state in ('due', 'ready') and x.approver is null;
end $$;

revoke execute on function journal_take, journal_persons, journal_messages, journal_run, journal_runs, office_reconcile,
	sent_before_known from public;
grant execute on function journal_take, office_reconcile to steward_admin;
