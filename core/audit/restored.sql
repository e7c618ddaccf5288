-- Backups, as the audit tells of them.

create or replace function backup_made(p_digest text, p_seal text) returns void
language sql security definer set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'backup', jsonb_build_object('digest', p_digest, 'seal', p_seal))
$$;
revoke execute on function backup_made from public;
grant execute on function backup_made to steward_batch, steward_admin;

-- The first act in an office that was made of a backup, by its owner: what it numbers from now on is not what was numbered
-- after the backup.
create or replace function restored_mark(p_made text, p_digest text, p_seal text, p_bytes bigint, p_journal text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into restored (made_at, digest, seal, journal_bytes, journal_digest)
	values (p_made, p_digest, p_seal, p_bytes, p_journal);
	select setval('id_block', nextval('id_block') + 10000000000);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'restore', jsonb_build_object('digest', p_digest, 'made', p_made));
$$;

create or replace function restored_refuse() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if exists (select from restored where reconciled_at is null) then
		raise exception using errcode = 'ST409',
			message = 'the office was restored, and what had left it since the backup is not known',
			hint = 'An administrator says: steward restore reconcile FOLDER, with the journal that was kept.';
	end if;
end $$;

-- A line of the journal for a message that has just left.
create or replace function message_kept(p_message bigint) returns text
language sql stable security definer set search_path = steward, pg_temp as $$
	select jsonb_build_object('message', m.message_id, 'round', m.round, 'id_no', i.id_no, 'rule', m.rule_id, 'cause', m.cause,
		'template', m.template, 'channel', m.channel, 'hash', m.hash, 'day', business_day())::text
	from message m left join lateral (select min(id_no) as id_no from person_ident where person_id = m.person_id) i on true
	where m.message_id = p_message
$$;

-- A run with all its lines, as it leaves.
create or replace function run_kept(p_run bigint) returns setof text
language sql stable security definer set search_path = steward, pg_temp as $$
	select json_build_object('run', row_to_json(r))::text from pay_run r where run_id = p_run
	union all
	select json_build_object(x.what, x.body, 'id_no', i.id_no)::text from (
		select 'line' as what, person_id, row_to_json(l) as body from pay_line l where run_id = p_run
		union all
		select 'offset', person_id, row_to_json(o) from pay_offset o where run_id = p_run
		union all
		select 'deduction', person_id, row_to_json(d) from pay_deduction d where run_id = p_run) x
	cross join lateral (select min(id_no) as id_no from person_ident where person_id = x.person_id) i
	union all
	select json_build_object('file', row_to_json(f))::text from pay_file f where run_id = p_run
$$;
revoke execute on function restored_mark, restored_refuse, message_kept, run_kept from public;
grant execute on function message_kept to steward_batch;
grant execute on function run_kept to steward_clerk, steward_reviewer;
