-- Backups, as the audit tells of them.

create or replace function backup_made(p_digest text, p_seal text) returns void
language sql security definer set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'backup', jsonb_build_object('digest', p_digest, 'seal', p_seal))
$$;
revoke execute on function backup_made from public;
grant execute on function backup_made to steward_batch, steward_admin;
