# One task, one decision, two persons: what a decision does, refuses and leaves behind.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city decide 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
rule=risk.paid_after_death
cause=2025-11-05
# The six who died and are paid.
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = '$rule' order by 1")
same "six deaths of persons who are paid make six tasks" 6 $#
ann=$1 ben=$2 cem=$3 dan=$4 eva=$5

move() {	# LOGIN PERSON EVENT REASON OPTIONS...: what came out, or the message
	who=$1 person=$2 event=$3 reason=$4
	shift 4
	st "$who" decide "$person" $rule $cause "$event" --reason "$reason" --format csv "$@" 2>&1 |
		tr -d '\r' | sed -n 's/^steward: //p; t
			2{/^[0-9]/p}'
}

holds() {	# PERSON
	sql "select state, proposer, approver from hold where person_id = $1 order by hold_id"
}

task() {	# PERSON
	sql "select state || ' ' || ver from task where person_id = $1 and rule_id = '$rule'"
}

count() {	# TABLE PERSON
	sql "select count(*) from $1 where person_id = $2"
}

key=3f2b1c4d-0000-4000-8000-000000000001
first=$(move clerk "$ann" propose confirmed --request $key --version 1 | cut -d, -f1)
same "a proposal places a provisional hold" "provisional|clerk|" "$(holds "$ann")"
same "a proposal moves the task" "proposed 2" "$(task "$ann")"
same "the same request again is the same decision" "$first,proposed,2,true" \
	"$(move clerk "$ann" propose confirmed --request $key --version 1)"
same "and nothing is doubled" "1 1 1 1" \
	"$(for t in decision hold audit_log request_done; do count $t "$ann"; done | paste -sd ' ')"
same "a version that is out of date is refused" 'task is "proposed" at version 2 by now; "propose" cannot be done' \
	"$(move clerk "$ann" propose confirmed --version 1)"
same "a clerk cannot approve" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" approve checked)"
same "an auditor cannot propose" '"propose" is reserved for the role clerk' "$(move auditor "$ben" propose confirmed)"
same "nothing happened" "proposed 2|open 1" "$(task "$ann")|$(task "$ben")"
move reviewer "$ann" approve checked >/dev/null
same "a second person makes the hold final" "final|clerk|reviewer" "$(holds "$ann")"
same "and the task is done" "done 3" "$(task "$ann")"
same "the decision names both" "approved|clerk|reviewer|f" "$(sql "select outcome, author,
	approver, automatic from decision where person_id = $ann")"
same "a decided task takes no further step" 'task is "done" at version 3 by now; "propose" cannot be done' \
	"$(move clerk "$ann" propose confirmed)"

move manager "$ben" propose document >/dev/null
same "who proposed cannot approve, though the job allows it" "a proposal needs a second person" \
	"$(move manager "$ben" approve checked)"
same "nor refuse" "a proposal needs a second person" "$(move manager "$ben" refuse alive)"
same "the hold stays provisional" "provisional|manager|" "$(holds "$ben")"
move reviewer "$ben" refuse proof_missing >/dev/null
same "a refusal lifts the hold" "lifted|manager|" "$(holds "$ben")"
same "and opens the task again" "open 3" "$(task "$ben")"
move clerk "$ben" propose family >/dev/null
same "it can be proposed again" "lifted|manager|
provisional|clerk|" "$(holds "$ben")"
same "the refused decision is kept" "refused
proposed" "$(sql "select outcome from decision where person_id = $ben order by decision_id")"

same "a reason that does not exist is refused" '"because" is not a reason for "dismiss"' \
	"$(move clerk "$cem" dismiss because)"
same "a reason of another step is refused" '"checked" is not a reason for "dismiss"' \
	"$(move clerk "$cem" dismiss checked)"
same "an empty reason is refused" '"" is not a reason for "dismiss"' "$(move clerk "$cem" dismiss "")"
move clerk "$cem" dismiss stopped --note "called the hospital" >/dev/null
same "a dismissal places no hold" "dismissed 2 0" "$(task "$cem") $(count hold "$cem")"

st batch judge 2>/dev/null
before=$(task "$ann; $cem" 2>/dev/null; checksums)
st batch judge --all 2>/dev/null
st batch judge --rebuild 2>/dev/null
same "what is decided never opens again" "$before" "$(task "$ann; $cem" 2>/dev/null; checksums)"

same "a decision holds the facts it rested on" "2025-11-05 t" "$(sql "select
	inputs -> 'facts' ->> 'died_on', inputs -> 'facts' ? 'pension_fen' from decision
	where person_id = $ann" | tr '|' ' ')"
same "and where they came from: file and line" "$(basename "$work")/death.csv 2" \
	"$(sql "select s ->> 'file', s ->> 'line' from decision, jsonb_array_elements(inputs -> 'sources') s
		where person_id = $ann and s ->> 'fact' = 'died_on'" | tr '|' ' ')"
same "the hash of the rule is kept with its text" 1 "$(sql "select count(*) from decision d
	join rule_text r on r.hash = d.rule_hash and strpos(r.body, d.rule_id) > 0
	where person_id = $ann")"
same "the audit has one row a move" "task.propose clerk|task.approve reviewer" "$(sql "select op || ' ' || who
	from audit_log where person_id = $ann order by audit_id" | paste -sd '|')"
same "refused steps leave no trace in it" "task.propose manager|task.refuse reviewer|task.propose clerk" \
	"$(sql "select op || ' ' || who from audit_log where person_id = $ben order by audit_id" | paste -sd '|')"

# Two at once, each with a key of its own, while the task is locked: they wait side by side.
psql -X -q "$db user=postgres" -c "set role steward_owner" -c "begin" \
	-c "select from steward.task where person_id = $dan for update" \
	-c "select pg_sleep(1)" -c "commit" >/dev/null &
lock=$!
move clerk "$dan" propose confirmed --version 1 >"$work/one" &
one=$!
move manager "$dan" propose family --version 1 >"$work/two" &
two=$!
wait $lock $one $two
same "of two decisions at once one wins" "1 1 1" "$(grep -c ',proposed,2,false' "$work/one" "$work/two" |
	awk -F: '{ n += $2 } END { print n }') $(count decision "$dan") $(count hold "$dan")"
refused=$(sql "insert into decision (person_id, decision_id, region_code, rule_id,
	cause, event, outcome, reason, note, business_day, rule_hash, inputs) select person_id, 99, region_code,
	rule_id, cause, event, outcome, reason, note, business_day, rule_hash,
	inputs from decision
	where person_id = $dan" 2>&1)
same "the table itself takes one decision a task" 1 "$(echo "$refused" | grep -c decision_one_a_task)"
refused=$(sql "update decision set approver = author where person_id = $dan" 2>&1)
same "the table itself wants a second person" 1 "$(echo "$refused" | grep -c decision_four_eyes)"
refused=$(sql "update hold set state = 'final', approver = proposer where person_id = $dan" 2>&1)
same "and so do holds" 1 "$(echo "$refused" | grep -c hold_four_eyes)"
same "a person without such a task is told" "there is no task \"$rule\" \"1999-01-01\" about this person" \
	"$(st clerk decide "$eva" $rule 1999-01-01 propose --reason confirmed 2>&1 | sed -n 's/^steward: //p')"
same "a key that is none is refused" "--request takes a UUID" \
	"$(move clerk "$eva" propose confirmed --request 12)"

# Doubtful rows: accepted ones become facts with the next judgement, dismissed ones nothing.
# shellcheck disable=SC2046
set -- $(sql "select person_id, cause from task where rule_id = 'feed.match' order by person_id" | tr '|' ' ')
same "two rows are in doubt" 4 $#
st clerk decide "$1" feed.match "$2" accept --reason documents >/dev/null
st clerk decide "$3" feed.match "$4" dismiss --reason other_person >/dev/null
st batch judge 2>/dev/null
same "an accepted row is applied and judged" "1 open 1" "$(count status_event "$1") $(task "$1")"
same "and keeps its line" 8 "$(sql "select line from status_event where person_id = $1")"
same "a dismissed row does nothing" "0 " "$(count status_event "$3") $(task "$3")"
same "and both are settled" "applied nobody" "$(sql "select state from staged_row order by line" | paste -sd ' ')"
# The next tasks are those one may act on: what a colleague has proposed waits for a reviewer.
st admin staff add zhao clerk 赵 >/dev/null
{ echo "set search_path = steward; set session authorization zhao;"
	echo "prepare next (date, int, date, bigint, text, text, int, text) as"
	sed -n '/^-- statement: task_after$/,/;$/p' "$srcdir/core/screens/views.sql" | grep -v '^--'
	echo "select count(*) from task where state = 'proposed';"
	echo "execute next (null, null, null, null, null, null, 1000, null);"; } >"$work/next.sql"
psql -X -q -A -t "$db user=postgres" -v ON_ERROR_STOP=1 -f "$work/next.sql" >"$work/next.out" 2>&1 || cat "$work/next.out"
[ "$(head -1 "$work/next.out")" -gt 0 ]
ok "somebody has proposed something" $?
same "a colleague's proposals are no clerk's next task" 0 "$(sed 1d "$work/next.out" | grep -c '|proposed|')"
ok "but there are others" "$([ "$(sed 1d "$work/next.out" | wc -l)" -gt 0 ]; echo $?)"

# What a decision keeps is written as everywhere, however the session writes its days.
held=$(sql "select person_id || '|' || ver from task where rule_id = '$rule' and state = 'open' order by 1 desc limit 1")
sql_as clerk "set datestyle = 'German, DMY'; select from decide(gen_random_uuid(), ${held%%|*}, '$rule', '$cause', ${held##*|}, 'propose',
	'confirmed', '')" >/dev/null
same "days are kept as days" "t f" "$(sql "select inputs::text ~ '\"value\": \"$cause\"', inputs::text ~ '[0-9]{2}[.][0-9]{2}[.][0-9]{4}'
	from decision where person_id = ${held%%|*} and rule_id = '$rule' and outcome = 'proposed'" | tr '|' ' ')"

# Who holds what he has written keeps nobody from the night: he is disconnected after a while, and the audit says so.
sql "insert into setting values ('hold_seconds', '2')"
held=$(sql "select person_id || '|' || cause || '|' || ver from task where rule_id = '$rule' and state = 'open' order by 1 limit 1")
{ echo "set search_path = steward; begin;"
	echo "select 'held' from decide(gen_random_uuid(), ${held%%|*}, '$rule', '$cause', ${held##*|}, 'propose', 'confirmed', '');"
	echo "select pg_sleep(20);"; } | psql -X -q -A -t "$db user=clerk" >"$work/held" 2>&1 &
until grep -q . "$work/held"; do kill -0 $! || break; done
same "a clerk holds a task" held "$(head -1 "$work/held")"
sql "update status_event set from_day = from_day - 1 where person_id = ${held%%|*}; insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from person where person_id = ${held%%|*} on conflict do nothing"
begin=$(date +%s)
st batch judge >"$work/night" 2>&1
same "the night goes on all the same" "0 1" "$? $(($(date +%s) - begin < 12))"
wait $!
same "he is told" 1 "$(grep -c 'terminating connection' "$work/held")"
same "nothing of his is stored" "withdrawn 0" "$(sql "select state || ' ' || (select count(*) from decision d where (d.person_id, d.rule_id, d.cause)
	= (t.person_id, t.rule_id, t.cause)) from task t where person_id = ${held%%|*} and rule_id = '$rule' and cause = '$cause'")"
same "and it is in the audit" clerk "$(sql "select body ->> 'login' from audit_log where op = 'staff.held'")"
finish
