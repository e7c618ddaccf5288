# What others see of a process: its words hold numbers, names and notes of persons, its core file all it knows.
. "$srcdir/tests/lib.sh"
new_db hostile_seen

# The words of a process of ours, while its statement waits for a lock that is held.
words() {
	tr '\0' ' ' <"/proc/$1/cmdline"
}
mkfifo "$work/seen"
psql -X -q "$db user=postgres" -f "$work/seen" >/dev/null 2>&1 &
holder=$!
exec 9>"$work/seen"
echo "begin; lock table steward.person, steward.person_ident, steward.task;" >&9
until [ "$(sql_in postgres "select count(*) from pg_stat_activity where datname = 'hostile_seen'
		and state = 'idle in transaction' and query like 'lock%'")" = 1 ]; do kill -0 $holder || exit 1; done

by=
waits() {	# OPTIONS...: a command that waits; its number is in pid
	# The one before may still wait at the server: it would be taken for this one.
	until [ "$(sql_in postgres "select count(*) from pg_stat_activity where datname = 'hostile_seen'
			and wait_event_type = 'Lock'")" = 0 ]; do kill -0 $holder || exit 1; done
	$by "$steward" "$@" --db "$db" --as clerk >"$work/seen_said" 2>&1 &
	pid=$!
	until [ "$(sql_in postgres "select count(*) from pg_stat_activity where datname = 'hostile_seen'
			and wait_event_type = 'Lock'")" -gt 0 ]; do kill -0 $pid || { cat "$work/seen_said"; break; }; done
}
for command in "person 330600195211223434" "search 王秘密" \
	"decide 330600195211223434 risk.paid_after_death 2025-11-09 propose --reason confirmed --note=secret"; do
	# shellcheck disable=SC2086
	waits $command
	said=$(words $pid)
	ok "${command%% *}: what it is about is not seen" \
		"$(echo "$said" | grep -qE '330600|秘密|secret|hostile_seen'; echo $((! $?)))"
	ok "${command%% *}: what it is is" "$(echo "$said" | grep -q "steward ${command%% *}"; echo $?)"
	same "${command%% *}: no core file" "0 0" "$(awk '/^Max core file size/ { print $5, $6 }' "/proc/$pid/limits")"
	kill $pid
	wait $pid 2>/dev/null
done

# A collector of cores is handed its copy whatever the limit says, but not of a process that is closed: what the kernel
# tells of that one is root's alone.  Of root's own it always is: there the server's user runs it.
ident="$cluster/pgdata/pg_ident.conf"
if [ "$(id -u)" -eq 0 ]; then
	by="setpriv --reuid=postgres --regid=postgres --clear-groups"
	cp "$ident" "$work/ident"
	echo "steward postgres clerk" >>"$ident"
	kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
	tries=0
	until $by psql -X -q "$db user=clerk" -c "select 1" >/dev/null 2>&1 || [ $tries -ge 200 ]; do
		tries=$((tries + 1))
	done
fi
if $by test -x "$steward"; then
	waits person 330600195211223434
	same "a collector of cores is given none" "root $(id -u "$([ "$(id -u)" -ne 0 ] && id -un || echo postgres)")" "$(
		stat -c %U "/proc/$pid/environ") $(awk '/^Uid:/ { print $2 }' "/proc/$pid/status")"
	kill $pid
	wait $pid 2>/dev/null
else
	echo "ok nobody else may run this program here"
fi
[ ! -e "$work/ident" ] || cat "$work/ident" >"$ident"
exec 9>&-
wait $holder
finish
