# An office on two servers: the second follows the first, is read while that is away, and takes its place.  Nothing that was
# told as stored is lost, nothing is stored twice.
. "$srcdir/tests/lib.sh"
needs retirement
export PGCONNECT_TIMEOUT=20	# a server that lets nobody in fails the test, and does not hold it up
first="$work/one" second="$work/two"
# Killed while it gives the end of a catalogue back to the disk a server leaves a lock to its follower, in which nobody can
# log in until it has taken its place: here somebody shall.
own_cluster "$first" "max_connections = 40
autovacuum = off"
trap '"$steward" demo --dir "$first" --stop >/dev/null 2>&1; "$steward" demo --dir "$second" --stop >/dev/null 2>&1' EXIT
owner=$(stat -c %U "$first/pgdata")
echo "keeper $owner keeper" >>"$first/pgdata/pg_ident.conf"
sql_in postgres "select pg_reload_conf()" >/dev/null
judged_city standby 2000 18
bin=$(dirname "$(readlink "/proc/$(head -1 "$first/pgdata/postmaster.pid")/exe")")

# As doc/admin.md says.
as_owner() { if [ "$owner" = "$(id -un)" ]; then "$@"; else runuser -u "$owner" -- "$@"; fi; }
copy_first() {
	as_owner "$bin/pg_basebackup" -h "$first/run" -U keeper -D "$second/pgdata" -X stream -R -c fast
	printf '%s\n' "unix_socket_directories = '$second/run'" "cluster_name = 'second'" | as_owner tee -a "$second/pgdata/postgresql.conf"
	"$steward" doctor --db "$second"
}
mkdir -p "$second/run" && chown -R "$owner" "$second"
copy_first >"$work/said" 2>&1
setting() { sql_in steward "alter system set $1" && sql_in steward "select pg_reload_conf()" >/dev/null; }
setting "synchronous_standby_names = 'second'"
both="host='$first/run,$second/run' port=5432 dbname=steward"
reader="host='$second/run' port=5432 dbname=steward"
at() { where=$1; shift; "$steward" "$@" --db "$where" --as "${who:-clerk}" 2>&1 | tr -d '\r'; }
task() { sql "select i.id_no, rule_id, cause from task t join person_ident i using (person_id)
	where rule_id like 'risk.paid_%' and state = 'open' order by due desc, 1 limit 1" | tr '|' ' '; }
same "doctor knows who follows" 1 "$(who=admin at "$both" doctor | grep -c 'ok   servers that follow this one: 1')"

# What only reads is read, and says so.
waits() { at "$1" tasks --format csv | grep -c ',suspend,'; }
same "lists are read there" "$(waits "$db")" "$(waits "$reader")"
same "so is the board" "$(at "$db" board --format csv | grep -v 'only reads' | cksum)" "$(at "$reader" board --format csv | grep -v 'only reads' | cksum)"
same "and told as of when" 1 "$(at "$reader" board | grep -c '^this server only reads; what it has is as of 20')"
number=$(sql "select i.id_no from task t join person_ident i using (person_id) where rule_id like 'risk.paid_%' limit 1")
same "a page whose look-up has to be noted is not opened" "steward: this server only reads: nothing was stored" \
	"$(who=auditor at "$reader" person "$number" | grep '^steward')"
# shellcheck disable=SC2046
same "nothing is stored there" "steward: this server only reads: nothing was stored" \
	"$(at "$reader" decide $(task) propose --reason confirmed | grep '^steward')"
# shellcheck disable=SC2046
same "of two the one that is written to is found, wherever it stands" 1 \
	"$(at "host='$second/run,$first/run' port=5432 dbname=steward" decide $(task) propose --reason confirmed --format csv | grep -c ',proposed,')"

# A first server that is there and does not answer is not waited for for ever.
kill -STOP "$(head -1 "$first/pgdata/postmaster.pid")"
same "one that is silent is passed by" 1 "$(at "$both connect_timeout=2" board | grep -c '^this server only reads')"
{ cat "$builddir/steward.conf"; echo 'rest_seconds = 10;'; } >"$work/rest.conf"
"$builddir/tests/journey/desk_seeking" "$both connect_timeout=3" 0 0 "$work/rest.conf" 2>&1
ok "a workbench at rest looks for nothing" $?
kill -CONT "$(head -1 "$first/pgdata/postmaster.pid")"

# Two clerks go on deciding, each with the same order until it is told as stored, while the first server dies under
# them and the second takes its place; a third watches from the workbench.
sql "select i.id_no, rule_id, cause, gen_random_uuid() from task t join person_ident i using (person_id)
	where rule_id like 'risk.paid_%' and state = 'open' order by 1" >"$work/orders"
go_on() {	# EVERY WHICH
	awk "NR % $1 == $2" "$work/orders" | tr '|' ' ' | while read -r id rule cause key; do
		until "$steward" decide "$id" "$rule" "$cause" propose --reason confirmed --request "$key" --db "$both" --as clerk >/dev/null 2>&1; do
			[ "$(date +%s)" -lt "$end" ] || return
			echo "$key" >>"$work/again"
		done
		echo "$key" >>"$work/told"
	done
}
: >"$work/again" >"$work/told"
end=$(($(date +%s) + 120))
go_on 2 0 & one=$!
go_on 2 1 & two=$!
"$builddir/tests/journey/desk_standby" "$both" 0 0 "$work" 2>&1
ok "a clerk of the workbench goes on" $?
wait $one $two
db=$reader cluster=$second
same "every order was told as stored in the end" "$(wc -l <"$work/orders")" "$(sort -u "$work/told" | wc -l)"
ok "some had to be sent again" "$([ -s "$work/again" ]; echo $?)"
same "each is there once" "$(sort "$work/orders" | cut -d'|' -f4 | sort | cksum)" \
	"$(sql "select request_key from request_done" | grep -F -f "$work/told" | sort | cksum)"

# A second server that is waited for and is not there: who decides is told that one alone has it.
setting "synchronous_standby_names = 'nobody'"
same "doctor names it" 1 "$(at "$db" doctor | grep -c 'BAD  servers: decisions wait for nobody, and no server follows this one')"
# shellcheck disable=SC2046
set -- $(sql "select i.id_no, rule_id, cause from task t join person_ident i using (person_id) where task_type = 'suspend' and state = 'proposed' limit 1" | tr '|' ' ')
who=reviewer at "$db" decide "$1" "$2" "$3" approve --reason checked --format csv >"$work/alone" & alone=$!
tries=0
until [ "$(sql_in steward "select count(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'")" = 1 ] || [ $tries -gt 500 ]; do
	tries=$((tries + 1))
done
wait $alone
same "stored, and told that it is alone" "1 1" "$(grep -c ',done,' "$work/alone") $(grep -c 'the second server has not answered' "$work/alone")"
finish
