# The owner of the schema is nobody: what the logins that look after an office can do with the server and with each
# other, on a private cluster and on a server where an administrator without a superuser's rights makes one.
. "$srcdir/tests/lib.sh"
new_db owner

refused() {	# NAME LOGIN SQL
	out=$(sql_as "$2" "$3")
	case $out in
	*"permission denied"* | *"must be"* | *"must have"* | *"does not exist"*) ok "$2 cannot $1" 0 ;;
	*) ok "$2 cannot $1" 1; echo "$out" ;;
	esac
}
for who in admin clerk batch policy; do
	refused "become the owner" $who "set role steward_owner"
	refused "run programs of the server" $who "grant pg_execute_server_program to $who"
	refused "make a role" $who "create role ghost login"
	refused "give a job away" $who "grant steward_clerk to $who"
	refused "make a schema" $who "create schema mine"
	refused "make a large object" $who "select lo_from_bytea(0, 'x')"
	refused "hold a lock that nobody sees" $who "select pg_advisory_lock(5747001)"
done
for who in admin clerk reviewer manager; do
	refused "fill the disk with tables of the session" $who "create temp table t as select 1"
done
# The copies that tests work on are told so by themselves; this one is as init made it.
same "nor in the database that init makes" "f f f t" "$(sql_in postgres "select has_database_privilege('clerk', 'steward', 'temporary'),
	has_database_privilege('manager', 'steward', 'temporary'), has_database_privilege('admin', 'steward', 'temporary'),
	has_database_privilege('batch', 'steward', 'temporary')" | tr '|' ' ')"
# Locks and objects outside of any table are nobody's, by whichever of their functions.
same "no login has locks by number, large objects, files of the server or its snapshots" "" "$(sql "select distinct r.rolname || ' ' || p.proname
	from pg_proc p cross join pg_roles r where p.pronamespace = 'pg_catalog'::regnamespace and r.rolname in ('clerk', 'auditor', 'policy', 'batch', 'admin')
		and (p.proname ~ '^(pg_(try_)?advisory_|lo_|pg_read_|pg_ls_|pg_file_|pg_reload|pg_rotate_logfile$|pg_promote)' or p.proname in ('lowrite', 'loread'))
		and p.proname !~ '_unlock' and p.pronargs > 0 and p.proname !~ '_old$' and has_function_privilege(r.oid, p.oid, 'execute')")"
same "no other user of the machine reaches the server, nor waits at its door" "700 10s" "$(stat -c %a "$cluster/run/.s.PGSQL.5432") $(
	sql_in postgres "show authentication_timeout")"
same "a page that the disk has changed is noticed" on "$(sql_in postgres "show data_checksums")"
# Any login may raise its work_mem: what ends a statement that takes too much is the limit of the server's processes.
pid=$(sql_in postgres "select pid from pg_stat_activity where backend_type = 'checkpointer'")
most=$(awk '/^Max data size/ { print $5 }' "/proc/$pid/limits")
ok "no process of the server may take more than 4 GiB" "$([ "$most" -le 4294967296 ] 2>/dev/null; echo $?)"
for who in clerk reviewer manager policy auditor batch; do
	refused "make staff" $who "select staff_put('mei', '梅', 'clerk', 330681)"
done
same "the owner has no members and no login" "0 f" "$(sql "select (select count(*) from pg_auth_members
	where roleid = 'steward_owner'::regrole), rolcanlogin from pg_roles where rolname = 'steward_owner'" | tr '|' ' ')"

# Staff, by an administrator.
st admin staff add zhuji_mei clerk 梅 >/dev/null
ok "an administrator makes a login" $?
same "with a job, limits and a name" "clerk t f 8 {idle_in_transaction_session_timeout=60s,work_mem=16MB}" "$(sql "select s.job, pg_has_role('zhuji_mei', 'steward_clerk', 'member'),
	pg_has_role('zhuji_mei', 'steward_reviewer', 'member'), r.rolconnlimit, (select setconfig from pg_db_role_setting
		where setrole = r.oid) from staff s join pg_roles r on r.rolname = s.login where login = 'zhuji_mei'" | tr '|' ' ')"
st admin staff add zhuji_mei reviewer 梅 >/dev/null
st manager staff approve zhuji_mei "$(staff_sign zhuji_mei)" >/dev/null
same "another job takes the first away" "f t" "$(sql "select pg_has_role('zhuji_mei', 'steward_clerk', 'member'),
	pg_has_role('zhuji_mei', 'steward_reviewer', 'member')" | tr '|' ' ')"
# One administrator makes nobody who decides, brings files in or sees everybody: not by a second login of his own either.
for job in $(sql "select job from job where job not in ('clerk', 'window') order by job"); do
	st admin staff add zhuji_two "$job" 二 >/dev/null 2>&1
	same "by two is made: $job" "0 1" "$(sql "select (select count(*) from pg_roles where rolname = 'zhuji_two'), (select count(*)
		from staff_change where login = 'zhuji_two' and job = '$job')" | tr '|' ' ')"
done
st admin staff refuse zhuji_two >/dev/null
told() {	# NAME SAYS WORDS...
	name=$1 says=$2
	shift 2
	out=$(st admin staff "$@" 2>&1)
	same "$name" "1 1" "$? $(echo "$out" | grep -c "$says")"
}
told "no job but those there are" "no such job" add zhuji_bo owner 波
told "nobody changes his own" "cannot be given out" add admin clerk 我
told "nor a group" "cannot be given out" add steward_clerk clerk 组
told "nor the server's" "cannot be given out" add postgres clerk 服
sql_in postgres "create role somebody_else login"
told "nor a role of another's" "belongs to somebody else" add somebody_else clerk 别
st admin staff end zhuji_mei >/dev/null
same "who leaves keeps no right and no login" "f f f" "$(sql "select s.active, r.rolcanlogin,
	pg_has_role('zhuji_mei', 'steward_reviewer', 'member') from staff s join pg_roles r on r.rolname = s.login
	where login = 'zhuji_mei'" | tr '|' ' ')"
same "all of it is in the audit" "staff.put staff.propose staff.put staff.approve staff.end staff.hand_over" "$(sql "select string_agg(op, ' ' order by audit_id)
	from audit_log where body ->> 'login' = 'zhuji_mei'")"
st admin staff add zhuji_mei clerk 梅 >/dev/null
same "and may come back" t "$(sql "select rolcanlogin from pg_roles where rolname = 'zhuji_mei'")"
sql_in postgres "drop role somebody_else"

# A server: its administrator may make roles and owns the database, no more.
server="$work/server" bin=$(pg_config --bindir)
mkdir "$server" && chmod 755 "$server"
[ "$(id -u)" -ne 0 ] || chown postgres "$server"
as_server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap 'as_server "$bin/pg_ctl" -D "$server/data" -s -m immediate stop; rm -rf "$server"' EXIT
{ as_server "$bin/initdb" -D "$server/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
	as_server "$bin/pg_ctl" -D "$server/data" -l "$server/log" -s -w \
		-o "-c unix_socket_directories=$server -c listen_addresses= -c fsync=off" start; } >/dev/null 2>"$work/server.log" ||
	cat "$work/server.log"
other() {	# LOGIN DATABASE SQL
	psql -X -q -A -t -h "$server" -U "$1" -d "$2" -v ON_ERROR_STOP=1 -c "$3" 2>&1
}
other postgres postgres "create role county_dba login createrole"
other postgres postgres "create database office owner county_dba"
db="host='$server' dbname=office user=county_dba"
said=$("$steward" init --db "$db" 2>&1)
same "who may make roles and owns the database makes an office" 0 $?
[ -z "$said" ] || echo "$said" | sed 's/^/  /'
members="select count(*) from pg_auth_members m where roleid = 'steward_owner'::regrole
	and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)"
same "and is not its owner afterwards" 0 "$(other county_dba office "$members")"
same "a new office begins today" "$(date +%F)" "$(other county_dba office "select steward.business_day()")"
"$steward" staff add mei clerk 梅 --db "$db" >/dev/null 2>&1
ok "he makes its staff" $?
same "who may work" 0 "$("$steward" tasks --db "host='$server' dbname=office user=mei" >/dev/null 2>&1; echo $?)"
said=$("$steward" migrate --db "$db" 2>&1)
same "to change the schema he must be let be the owner" "1 1" "$? $(echo "$said" | grep -c 'grant steward_owner to')"
# From version 16 on who made a role may give it away and not be it: that has to be said.
[ "$(other postgres office "show server_version_num")" -lt 160000 ] || set_option="with set true"
other postgres office "grant steward_owner to county_dba ${set_option:-}"
"$steward" migrate --db "$db" >/dev/null 2>&1
ok "then he changes it" $?
same "which doctor tells as long as it stays" 1 "$("$steward" doctor --db "$db" 2>&1 |
	grep -c 'member county_dba of steward_owner was added')"
other postgres office "revoke steward_owner from county_dba"

# Another program's schema: newer, older, other.
foreign() {	# NAME SQL UNDO SAYS
	other postgres office "set role steward_owner; set search_path = steward; $2"
	for words in "board" "tasks" "search x" "judge" "import register $srcdir/tests/lib.sh" "refresh" "rules history" "staff"; do
		# shellcheck disable=SC2086
		out=$("$steward" $words --db "$db" 2>&1)
		same "$1: $words" "1 1" "$? $(echo "$out" | grep -c "$4")"
	done
	same "$1: doctor" 1 "$("$steward" doctor --db "$db" 2>&1 | grep -c "$4")"
	# The workbench asks while it draws; its input stays open, so that it is the schema that ends it.
	out=$(timeout 20 "$steward" --line --db "$db" 2>&1 <"$work/nobody_types")
	same "$1: workbench" "1 1" "$? $(echo "$out" | grep -c "$4")"
	other postgres office "set role steward_owner; set search_path = steward; $3"
}
mkfifo "$work/nobody_types"
exec 8<>"$work/nobody_types"
foreign "a newer schema" "insert into schema_migration values ('core', 999, 'later', 'x')" \
	"delete from schema_migration where number = 999" "made by another program: core 999"
# Nor may the older of two programs put its moves and functions over what the newer one has made.
other postgres office "grant steward_owner to county_dba ${set_option:-}"
other postgres office "set role steward_owner; set search_path = steward; insert into schema_migration values ('core', 999, 'later', 'x');
	update task_move set label = 'of the newer program'"
out=$("$steward" migrate --db "$db" 2>&1)
same "an older program changes nothing of it" "1 1 1" "$? $(echo "$out" | grep -c "made by another program: core 999") $(
	other postgres office "select count(distinct label) from steward.task_move")"
"$steward" init --db "$db" >/dev/null 2>&1
same "nor does its init" "1 1" "$? $(other postgres office "select count(distinct label) from steward.task_move")"
other postgres office "set role steward_owner; set search_path = steward; delete from schema_migration where number = 999"
same "without it, it does" "0 t" "$("$steward" migrate --db "$db" >/dev/null 2>&1; echo $?) $(
	other postgres office "select count(distinct label) > 1 from steward.task_move")"
other postgres office "revoke steward_owner from county_dba"
foreign "an older schema" "create table kept as select * from schema_migration where number = 18; delete from schema_migration where number = 18" \
	"insert into schema_migration select * from kept; drop table kept" "older than this program"
foreign "another one" "update schema_migration set checksum = upper(checksum) where number = 1 and module = 'core'" \
	"update schema_migration set checksum = lower(checksum) where number = 1 and module = 'core'" "made by another program: core 1"
finish
