# Who works here: sensitive jobs by two persons, limits of what a login signs, and a leaver in one command: no right, no session,
# nothing lost of what was in hand.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city leaver 1500 7
death_file "$city" "$work/leaver_death.csv"
st batch import death "$work/leaver_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
map() { for l in "$@"; do echo "steward $(id -un) $l" >>"$cluster/pgdata/pg_ident.conf"; done
	kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"; sleep 1; }
rule=risk.paid_after_death
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = '$rule' order by 1")
decide() { who=$1 person=$2; shift 2
	st "$who" decide "$person" $rule 2025-11-05 "$@" --format csv 2>&1 | tr -d '\r' | sed -n 's/^steward: //p; t
		2{/^[0-9]/p}' | cut -d, -f2; }
job() { sql "select coalesce((select job || ' ' || active from staff where login = '$1'), 'none')"; }

# Two persons for what is sensitive.
st admin staff add le_ann clerk 安 >/dev/null
same "a clerk is one administrator's" "clerk true" "$(job le_ann)"
st admin staff add le_bo reviewer 波 >/dev/null
same "who approves waits for a second person" none "$(job le_bo)"
same "and is no login" 0 "$(sql "select count(*) from pg_roles where rolname = 'le_bo'")"
same "the list says for whom" 1 "$(st admin staff --format csv | grep -c "^le_bo,.*$(staff_sign le_bo) reviewer (admin)")"
seen=$(staff_sign le_bo)
st admin staff add le_bo manager 波 >/dev/null
same "what was exchanged since it was looked at is not approved" "something else waits here than was shown none" \
	"$(said st manager staff approve le_bo "$seen") $(job le_bo)"
st admin staff add le_bo reviewer 波 >/dev/null
same "not the first again" "this needs a second person" "$(said st admin staff approve le_bo "$(staff_sign le_bo)")"
same "nor a clerk" "this login has no right to do that" "$(said st clerk staff approve le_bo "$(staff_sign le_bo)")"
st manager staff approve le_bo "$(staff_sign le_bo)" >/dev/null
same "approved it is one" "reviewer true" "$(job le_bo)"
same "nothing waits any more" "nothing waits for a second person here" "$(said st manager staff approve le_bo "$(staff_sign le_bo)")"
same "nobody proposes himself" "this login cannot be given out" "$(said st admin staff add admin policy 我)"
st admin staff move le_ann policy >/dev/null
same "nor is one moved alone to where law is made" "clerk true" "$(job le_ann)"
st manager staff refuse le_ann >/dev/null
same "refused, nothing has changed" "clerk true 0" "$(job le_ann) $(sql "select count(*) from staff_change")"
map le_ann le_bo

# Limits.
st admin staff limit le_ann --step 100 >/dev/null
fen=$(sql "select monthly_fen from finding where person_id = $1 and rule_id = '$rule'")
ok "there is an amount" "$([ "${fen:-0}" -ne 0 ]; echo $?)"
same "more than his limit nobody signs" "the amount is beyond what this login signs" "$(decide le_ann "$1" propose --reason confirmed)"
same "and nothing has happened" "open 0" "$(sql "select state from task where person_id = $1 and rule_id = '$rule'") $(sql "select count(*) from decision where person_id = $1")"
st admin staff limit le_ann --step 9000000 >/dev/null
same "more than before takes two" 10000 "$(sql "select step_fen from staff where login = 'le_ann'")"
st manager staff approve le_ann "$(staff_sign le_ann)" >/dev/null
same "by two it is so" proposed "$(decide le_ann "$1" propose --reason confirmed)"
st admin staff limit le_ann --step 9000000 --day 1 >/dev/null
same "so much a day" "the day's amount is beyond what this login signs" "$(decide le_ann "$2" propose --reason confirmed)"
# A day of one's own making is none: the clock of a session may be set to any zone.
both=$(sql "select sum(abs(monthly_fen)) from finding where person_id in ($1, $2) and rule_id = '$rule'")
st admin staff limit le_ann --step 9000000 --day $(((both - 1) / 100)) >/dev/null
st manager staff approve le_ann "$(staff_sign le_ann)" >/dev/null
elsewhere() {	# ZONE: the proposal, sent past the program
	sql_as le_ann "set timezone = '$1'; select state from decide(gen_random_uuid(), $2, '$rule', '2025-11-05',
		(select ver from task where person_id = $2 and rule_id = '$rule' and cause = '2025-11-05'), 'propose', 'confirmed', '')" |
		sed -n 's/^ERROR:  //p; /^[a-z]*$/p'
}
same "nor another day by another zone" "the day's amount is beyond what this login signs the day's amount is beyond what this login signs" \
	"$(elsewhere Pacific/Kiritimati "$2") $(elsewhere Etc/GMT+12 "$2")"
st admin staff limit le_ann >/dev/null
st manager staff approve le_ann "$(staff_sign le_ann)" >/dev/null
same "without one it is free again" proposed "$(decide le_ann "$2" propose --reason confirmed)"

# Times are told by the office's clock, whatever zone the server or the session has.
same "what was done is told by the clock on the wall" "$(TZ=Asia/Shanghai date -d "@$(sql "select floor(extract(epoch from max(decided_at)))::bigint from decision")" '+%F %H:%M')" \
	"$(st clerk person "$2" --format csv 2>/dev/null | tr -d '\r' | grep -o '20[0-9-]* [0-2][0-9]:[0-5][0-9]' | sort | tail -1)"

# A leaver: a task of his, one in his hands, two drafts, of which the colleague has one already, two proposals, a session.
sql "update task set assigned_to = 'le_ann' where person_id = $3 and rule_id = '$rule'"
sql_as le_ann "select task_claim_take($4, '$rule', '2025-11-05'); select draft_keep('form', 'a', 'x'); select draft_keep('form', 'b', 'y')" >/dev/null
sql_as clerk "select draft_keep('form', 'b', 'z')" >/dev/null
psql -X -q "$db user=le_ann" -c "select pg_sleep(60)" >"$work/leaver_session" 2>&1 & session=$!
tries=0
until [ "$(sql "select count(*) from pg_stat_activity where usename = 'le_ann'")" -gt 0 ] || [ $tries -gt 50 ]; do tries=$((tries + 1)); done
same "a colleague is one of the house" '"nobody" is no colleague' "$(said st admin staff end le_ann --to nobody)"
same "then nothing has ended" "clerk true" "$(job le_ann)"
same "what becomes of the work is told" "sessions ended: 1
tasks handed over: 1 → clerk
tasks in hand, free again: 1
drafts handed over: 1 → clerk
drafts that stay under the name: 1 → le_ann
proposals that wait for a second person: 2 → le_ann
batches that wait for a second person: 0 → le_ann
payment runs that go on: 0 → le_ann" "$(st admin staff end le_ann --to clerk | sed -n 1,8p)"
wait $session
same "the session is over" 1 "$(grep -c 'terminating connection' "$work/leaver_session")"
same "there is no way back" 1 "$(sql_as le_ann 'select 1' | grep -c 'not permitted to log in')"
same "the task is the colleague's" clerk "$(sql "select assigned_to from task where person_id = $3 and rule_id = '$rule'")"
same "no draft is lost" "clerk a x,clerk b z,le_ann b y" "$(sql "select string_agg(login || ' ' || subject || ' ' || fields, ',' order by login, subject) from draft")"
same "the proposals are approved by others" "done done" "$(decide le_bo "$1" approve --reason checked) $(decide le_bo "$2" approve --reason checked)"
same "all of it is in the audit" "staff.end staff.hand_over" "$(sql "select string_agg(op, ' ' order by audit_id) from audit_log
	where body ->> 'login' = 'le_ann' and op in ('staff.end', 'staff.hand_over')")"
same "the owner is nobody's member" 0 "$(sql "select count(*) from pg_auth_members m where member = 'steward_owner'::regrole and roleid = 'le_ann'::regrole
	and coalesce((to_jsonb(m) ->> 'inherit_option')::bool or (to_jsonb(m) ->> 'set_option')::bool, true)")"
st admin staff move le_bo clerk >/dev/null
same "moved, one has the new job alone" "t f" "$(sql "select pg_has_role('le_bo', 'steward_clerk', 'member'), pg_has_role('le_bo', 'steward_reviewer', 'member')" | tr '|' ' ')"
finish
