# Who asks for the next task has it in hand: many at once get as many tasks, nobody writes a claim past its functions,
# and one that has run out is anybody's.
. "$srcdir/tests/lib.sh"
needs risk
small_city claims 1000 7
death_file "$city" "$work/claims_death.csv"
st batch import death "$work/claims_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
by() {		# LOGIN SQL: as one of the new logins
	psql -X -q -A -t "$db user=postgres" -v ON_ERROR_STOP=1 -c "set session authorization $1" \
		-c "set search_path = steward" -c "$2" 2>&1
}
next() {	# LOGIN
	by "$1" "select n.person_id, n.rule_id, n.cause from task_claim_next(null, null, null, null, null, null, null) n"
}
take() {	# LOGIN PERSON RULE CAUSE: who has it
	by "$1" "select login from task_claim_take($2, '$3', '$4')"
}

open=$(sql "select count(*) from task where state = 'open' and task_type <> 'value_ends'")
ok "there are tasks for all" "$([ "$open" -ge 6 ]; echo $?)"
for n in 1 2 3 4 5 6; do
	st admin staff add "clerk$n" clerk "员$n" >/dev/null
done
# All wait before a lock, so that they ask at the same moment.
psql -X -q "$db user=postgres" -c "set role steward_owner" -c "begin" -c "lock table steward.task_claim in access exclusive mode" \
	-c "select pg_sleep(1)" -c "commit" >/dev/null &
lock=$!
waiting=$lock
for n in 1 2 3 4 5 6; do
	next "clerk$n" >"$work/next$n" &
	waiting="$waiting $!"
done
# shellcheck disable=SC2086
wait $waiting
same "six who ask at once get six tasks" "6 6" "$(cat "$work"/next? | grep -c '|') $(sort -u "$work"/next? | wc -l)"
same "each is its own" "6 6" "$(sql "select count(*), count(distinct login) from task_claim where until > now()" | tr '|' ' ')"
same "asked again each has the one it had" "$(cat "$work/next3")" "$(next clerk3)"

set -- $(tr '|' ' ' <"$work/next1")
same "who opens what a colleague has is told" clerk1 "$(take clerk2 "$@")"
same "who has it has it for longer" "clerk1 t" "$(take clerk1 "$@") $(sql "select until > now() + interval '14 minutes'
	from task_claim where login = 'clerk1'")"
same "nobody takes a claim away" 1 "$(by clerk2 "select task_claim_leave($1, '$2', '$3')" >/dev/null
	sql "select count(*) from task_claim where login = 'clerk1'")"
by clerk1 "select task_claim_leave($1, '$2', '$3')" >/dev/null
same "left it is free" clerk2 "$(take clerk2 "$@")"
sql "update task_claim set until = now() - interval '1 second' where login = 'clerk2'" >/dev/null
same "so is one that has run out" clerk4 "$(take clerk4 "$@")"
same "an auditor takes nothing in hand" "" "$(sql "delete from task_claim" >/dev/null; take auditor "$@"; next auditor)"
for what in "insert into task_claim values ($1, '$2', '$3', 0, 'clerk2', now())" "update task_claim set login = 'clerk2'" \
	"delete from task_claim" "select task_claim_put(t, interval '1 year') from task t limit 1"; do
	same "refused: ${what%% *}" 1 "$(by clerk2 "$what" | grep -c 'permission denied')"
done
take clerk1 "$@" >/dev/null
same "the queue tells who has it" clerk1 "$(st clerk tasks --limit 1000 --format csv | grep ",$1,$2,$3," | grep -o clerk1)"
st clerk decide "$@" "$(sql "select event from task_move m join task t using (task_type) where m.from_state = 'open' and t.person_id = $1
	and t.rule_id = '$2' and m.to_state = 'dismissed' limit 1")" --reason "$(sql "select r.code from task t join reason r on r.task_type = reason_kind(t.rule_id, t.task_type, 'dismiss')
	where t.person_id = $1 and t.rule_id = '$2' and r.event = 'dismiss' and r.voids is null limit 1")" >/dev/null
same "a claim keeps nobody from deciding" dismissed "$(sql "select state from task where person_id = $1 and rule_id = '$2' and cause = '$3'")"
finish
