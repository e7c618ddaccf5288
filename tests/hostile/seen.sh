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

waits() {	# OPTIONS...: a command that waits; its number is in pid
	# The one before may still wait at the server: it would be taken for this one.
	until [ "$(sql_in postgres "select count(*) from pg_stat_activity where datname = 'hostile_seen'
			and wait_event_type = 'Lock'")" = 0 ]; do kill -0 $holder || exit 1; done
	"$steward" "$@" --db "$db" --as clerk >"$work/seen_said" 2>&1 &
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
exec 9>&-
wait $holder
finish
