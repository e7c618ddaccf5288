-- What a program that watches an office asks.

-- statement: watch
-- params:
-- columns: name text, help text, value text
select x.name, x.help, x.value::text from (values
	(1, 'backup_age_seconds', 'since the last backup', (select round(extract(epoch from now() - max(at)))
		from audit_log where person_id = 0 and op = 'backup')),
	(2, 'judged_age_days', 'since the last judged day', (office_today() - judged_day())::numeric),
	(3, 'messages_waiting', 'messages that have not left', (select count(*) from message where state in ('due', 'ready'))::numeric),
	(4, 'messages_failed', 'messages that failed or came back', (select count(*) from message
		where state in ('failed', 'returned'))::numeric),
	(5, 'tasks_open', 'open tasks', (select count(*) from task where state = 'open')::numeric),
	(6, 'tasks_overdue', 'open tasks beyond their last day', (select count(*) from task
		where state = 'open' and due < business_day())::numeric),
	(7, 'audit_unsealed_rows', 'rows of the audit no seal stands for yet', (select count(*) from audit_log
		where seal_no is null)::numeric),
	(8, 'restored_unknown', '1: restored, and what had left since is not known', (select count(*) from restored
		where reconciled_at is null)::numeric),
	(9, 'staff_waiting', 'jobs and limits that wait for a second person', (select count(*) from staff_change)::numeric),
	(10, 'sessions', 'sessions on the database', (select count(*) from pg_stat_activity
		where datname = current_database())::numeric),
	(11, 'sessions_most', 'sessions the server lets in', current_setting('max_connections')::numeric),
	(12, 'database_bytes', 'size of the database', pg_database_size(current_database())::numeric)) x (nth, name, help, value)
where x.value is not null order by x.nth;

-- Whether this server follows another one, and as of when; how many follow it, and whom its commits wait for.
-- statement: watch_servers
-- columns: only_reads bool, as_of text, followers int8, waits_for text
select pg_is_in_recovery(), coalesce(to_char(office_time(pg_last_xact_replay_timestamp()), 'YYYY-MM-DD HH24:MI:SS'), ''),
	(select count(*) from pg_stat_replication), current_setting('synchronous_standby_names');
