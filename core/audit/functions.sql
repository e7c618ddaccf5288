-- The audit, sealed.

-- A row as it is sealed: one line, the same on every server whatever its settings.
create or replace function audit_line(a audit_log) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array(a.person_id, a.audit_id, a.region_code, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
		a.who, a.op, a.request_key, a.body)::text
$$;

-- Seals what nobody has sealed, in blocks of no more than so many rows.  Rows that are being written meanwhile come into
-- the next one; two who seal at once wait for each other.
create or replace function audit_seal(p_most int) returns setof audit_seal
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	s audit_seal;
	before audit_seal;
begin
	perform work_lock_take('audit');
	loop
		select * into before from audit_seal order by seal_no desc limit 1;
		s.seal_no := coalesce(before.seal_no, 0) + 1;
		update audit_log a set seal_no = s.seal_no
		from (select person_id, audit_id from audit_log where seal_no is null order by audit_id limit p_most) n
		where (a.person_id, a.audit_id) = (n.person_id, n.audit_id);
		exit when not found;
		select count(*), sha256_text(string_agg(audit_line(a), E'\n' order by a.person_id, a.audit_id) || E'\n') into s.rows, s.digest
		from audit_log a where a.seal_no = s.seal_no;
		insert into audit_seal (seal_no, rows, digest, chain) values (s.seal_no, s.rows, s.digest,
			sha256_text(concat(before.chain, E'\n', s.seal_no, ' ', s.rows, ' ', s.digest, E'\n'))) returning * into s;
		return next s;
	end loop;
end $$;

grant execute on function audit_line to steward_staff, steward_batch;
grant execute on function audit_seal to steward_batch, steward_admin;
