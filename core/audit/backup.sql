-- Backups: what is asked and noted when one is made.

-- Who takes copies can do nothing else.  By the superuser of a private cluster.
-- statement: backup_role
do $$
begin
	if not exists (select from pg_roles where rolname = 'keeper') then
		create role keeper login replication connection limit 4;
	end if;
end $$;

-- statement: backup_facts
-- params:
-- columns: server text, made text, seal text, chain text, bytes int8
select current_setting('server_version'), to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
	coalesce(max(s.seal_no), 0)::text, coalesce((array_agg(s.chain order by s.seal_no desc))[1], '-'),
	(select sum(pg_database_size(oid))::bigint from pg_database where has_database_privilege(oid, 'connect'))
from audit_seal s;

-- statement: backup_note
-- params: digest text, seal text
-- columns: done void
select backup_made($1, $2) as done;

-- statement: restored_mark
-- params: made text, digest text, seal text, bytes int8, journal text
-- columns: done void
select restored_mark($1, $2, $3, $4, $5) as done;

-- statement: restored_open
-- params:
-- columns: bytes int8, digest text
select journal_bytes, journal_digest from restored where reconciled_at is null order by restored_at desc limit 1;

-- statement: journal_take
-- params: first int8, lines text
-- columns: done void
select journal_take($1, $2) as done;

-- statement: office_reconcile
-- params: digest text, force bool
-- columns: messages int8, runs int8, strangers int8
select messages, runs, strangers from office_reconcile($1, $2);

-- statement: message_leaves
-- params: message_id int8
-- columns: line text
select message_kept($1) as line;
