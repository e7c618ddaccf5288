# A decision is taken back by two persons, many of them as one, and a day of the judge by one; what follows each.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city undo 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
rule=risk.paid_after_death cause=2025-11-05
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = '$rule' order by 1")
ann=$1 ben=$2 cem=$3 dan=$4

move() {	# LOGIN PERSON EVENT REASON OPTIONS...: what came out, or the message
	who=$1 person=$2 event=$3 reason=$4
	shift 4
	st "$who" decide "$person" $rule $cause "$event" --reason "$reason" --format csv "$@" 2>&1 |
		tr -d '\r' | sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
of() { sql "select t.state || ' ' || coalesce((select string_agg(h.state, ',' order by h.hold_id) from hold h where h.person_id = t.person_id), '-')
	|| ' ' || (select string_agg(d.outcome, ',' order by d.decision_id) from decision d where d.person_id = t.person_id)
	from task t where t.person_id = $1 and t.rule_id = '$rule'"; }
stop() { move clerk "$1" propose confirmed >/dev/null; move reviewer "$1" approve checked >/dev/null; }

# A stop that was decided wrongly.
stop "$ann"
same "a stop stands" "done final approved" "$(of "$ann")"
same "it is not undone without a reason" '"because" is not a reason for "undo"' "$(move clerk "$ann" undo because)"
move clerk "$ann" undo decided_wrong >/dev/null
same "proposed to be undone it still stands" "undoing final approved,proposed" "$(of "$ann")"
same "nobody approves his own undoing" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" approve checked)"
move reviewer "$ann" refuse proof_missing >/dev/null
same "refused it stands as before" "done final approved,refused" "$(of "$ann")"
move clerk "$ann" undo decided_wrong >/dev/null
move clerk "$ann" take_back mistake >/dev/null
same "taken back by its author, too" "done final approved,refused,taken_back" "$(of "$ann")"
move clerk "$ann" undo decided_wrong >/dev/null
same "what the second person signs is noted: what the hold kept back" "202512 202511 0" "$(sql "select concat_ws(' ', e ->> 'from_period',
	e ->> 'to_period', e ->> 'arrears_fen') from (select inputs -> 'effect' as e from decision where person_id = $ann and outcome = 'proposed') d")"
move reviewer "$ann" approve checked >/dev/null
same "undone, the task is open again, for its reason stands" "open lifted undone,refused,taken_back,approved" "$(of "$ann")"
same "and no letter goes by what was undone" "" "$(sql "select outcome from decision where person_id = $ann and undoes is null
	and outcome not in ('refused', 'taken_back', 'undone')")"
stop "$ann"
same "it can be decided anew" "done lifted,final" "$(of "$ann" | cut -d' ' -f1,2)"

# A month later what was kept back is due.
stop "$ben"
st batch judge --date 2025-12-20 --force 2>/dev/null
st batch judge --date 2026-01-20 --force 2>/dev/null
move clerk "$ben" undo decided_wrong >/dev/null
move reviewer "$ben" approve checked >/dev/null
pension=$(sql "select monthly_fen from benefit where person_id = $ben and state = 'paid'")
same "two months of the pension" "202512 202601 2 $((2 * pension)) due" "$(sql "select from_period, to_period, months, amount_fen, state
	from arrears where person_id = $ben" | tr '|' ' ')"

# Judged after the stop, nothing is found about him any more; undone, somebody has to look all the same, at once.
stop "$dan"
st batch judge 2>/dev/null
same "a stop leaves nothing to find" 0 "$(sql "select count(*) from finding where person_id = $dan and rule_id = '$rule'")"
move clerk "$dan" undo decided_wrong >/dev/null
move reviewer "$dan" approve checked >/dev/null
same "undone it is work again before anybody judges" "open lifted" "$(of "$dan" | cut -d' ' -f1,2)"
st batch judge 2>/dev/null
same "and stays it, for he is reported dead" "open 1" "$(of "$dan" | cut -d' ' -f1) $(sql "select count(*) from finding where person_id = $dan and rule_id = '$rule'")"
stop "$dan"
st batch judge 2>/dev/null
sql "update status_event set state = 'void', decision_id = (select max(decision_id) from decision where person_id = $dan) where person_id = $dan and kind = 'death'
	and state = 'valid'; insert into touched (person_id, batch_id, region_code) select $dan, 0, 0 on conflict do nothing"
move clerk "$dan" undo decided_wrong >/dev/null
move reviewer "$dan" approve checked >/dev/null
st batch judge 2>/dev/null
same "where nothing is found any more it goes by itself" withdrawn "$(of "$dan" | cut -d' ' -f1)"
sql "update status_event set state = 'valid', decision_id = null where person_id = $dan and kind = 'death';
	insert into touched (person_id, batch_id, region_code) select $dan, 0, 0 on conflict do nothing"
st batch judge 2>/dev/null

# A report that was found wrong, and was right after all.
move clerk "$cem" dismiss report_wrong >/dev/null
move reviewer "$cem" approve checked >/dev/null
same "a report is void" "dismissed void" "$(sql "select t.state || ' ' || e.state from task t join status_event e using (person_id)
	where t.person_id = $cem and e.kind = 'death'")"
move clerk "$cem" undo news >/dev/null
move reviewer "$cem" approve checked >/dev/null
st batch judge 2>/dev/null
same "undone it counts again" "open valid" "$(sql "select t.state || ' ' || e.state from task t join status_event e using (person_id)
	where t.person_id = $cem and e.kind = 'death' and t.rule_id = '$rule'")"

# A dismissal.
move clerk "$dan" dismiss stopped >/dev/null
move clerk "$dan" undo decided_wrong >/dev/null
move reviewer "$dan" approve checked >/dev/null
same "a dismissal is taken back by two, too" open "$(sql "select state from task where person_id = $dan and rule_id = '$rule'")"

# Tasks that nobody works on are not in the queue.
same "decided tasks are not next" 0 "$(sql_as clerk "select count(*) from tasks_next(null, null, null, null, null, null, 100, null) t
	where t.state = 'done'")"

# A match that was accepted has no way back: its row may have changed anything.
same "what cannot be reversed is not offered" 0 "$(sql "select count(*) from task_move where task_type = 'match' and does = 'undo' and from_state = 'done'")"

# A batch is undone as one.
new_db undo_batch
areas_in undo_batch "$city"
st batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
sql "select id_no from person_ident i join task t using (person_id) where t.rule_id = '$rule' order by 1 limit 2" >"$work/list"
same "looked at before it is proposed: how many, and whom" "2 2" "$(st clerk batch try suspend --rule $rule --reason confirmed --list "$work/list" --format csv |
	tr -d '\r' | awk -F, '/^[0-9]+,/ { n = $1 } /^!,/ { rows++ } END { print n, rows + 0 }')"
same "and nothing is proposed by that" 0 "$(sql "select count(*) from decision where outcome = 'proposed'")"
echo 330681190001010019 >>"$work/list"
same "somebody on the list who has no such task is told" 1 "$(st clerk batch propose suspend --reason confirmed --list "$work/list" 2>&1 |
	grep -c '330681190001010019 of the list has no such task')"
echo "x'; drop" >>"$work/list"
same "what is no number is told" 1 "$(st clerk batch propose suspend --reason confirmed --list "$work/list" 2>&1 | grep -c 'no number')"
st clerk batch propose suspend --rule $rule --reason confirmed >/dev/null 2>&1
batch=$(sql "select batch_id || ' ' || digest from decision_batch")
st reviewer batch approve "${batch% *}" --signature "${batch#* }" --reason checked >/dev/null 2>&1
n=$(sql "select count(*) from hold where state = 'final'")
same "a batch of stops" 6 "$n"
st clerk batch undo "${batch% *}" --reason decided_wrong >/dev/null 2>&1
undo=$(sql "select batch_id || ' ' || digest from decision_batch where undoes = '${batch% *}'")
same "its undoing waits for a second person" "6 6" "$(sql "select count(*) || ' ' || (select count(*) from hold where state = 'final')
	from task where state = 'undoing'")"
same "who proposed it approves it not" 1 "$(st clerk batch approve "${undo% *}" --signature "${undo#* }" --reason checked 2>&1 | grep -c 'reserved\|second')"
st reviewer batch approve "${undo% *}" --signature "${undo#* }" --reason checked >/dev/null 2>&1
same "approved it is undone as one" "6 lifted, 6 open" "$(sql "select (select count(*) from hold where state = 'lifted') || ' lifted, '
	|| count(*) || ' open' from task where state = 'open' and rule_id = '$rule'")"
same "a second time there is nothing to undo" 1 "$(st clerk batch undo "${batch% *}" --reason decided_wrong 2>&1 | grep -c 'nothing of it')"

# A day of the judge.
small_city undo_day 2000 11
days=$(days_of "$city")
# shellcheck disable=SC2086
set -- $days
for day in "$1" "$2"; do
	import_day "$city" "$day"
	st batch day --date "$day" >/dev/null 2>&1
done
state() { sql "select 'findings', md5(string_agg((person_id, rule_id, cause, say, inputs, due, found_on)::text, '' order by person_id, rule_id, cause)) from finding
	union all select 'open', md5(string_agg((person_id, rule_id, cause)::text, '' order by person_id, rule_id, cause)) from task where state in ('open', 'proposed')
	union all select 'holds', md5(string_agg((person_id, cause)::text, '' order by person_id, cause)) from hold where state <> 'lifted'
	union all select 'certificates', md5(string_agg((person_id, certified_on, channel)::text, '' order by person_id, certified_on, channel)) from certification
	union all select 'figures', md5(string_agg((region_code, indicator, business_day, counted)::text, '' order by business_day, indicator, region_code)) from indicator_value
	union all select name, value from setting where name in ('business_day', 'last_judged', 'book_hash', 'next_edge') order by 1"; }
st batch day --date "$(date -d "$3 - 1 day" +%F)" >/dev/null 2>&1
import_day "$city" "$3"
state >"$work/before"
st batch day --date "$3" >/dev/null 2>&1
state >"$work/after"
ok "the day changed findings, tasks, certificates and figures" "$([ "$(diff "$work/before" "$work/after" | grep -c '^>')" -ge 5 ]; echo $?)"
same "a clerk takes no day back" 1 "$(st clerk day undo --date "$3" --why wrong 2>&1 | grep -c 'only a manager')"
same "nor is another day than the last" 1 "$(st manager day undo --date "$2" --why wrong 2>&1 | grep -c 'the last judged day is')"
same "nor without a reason" 1 "$(st manager day undo --date "$3" --why ' ' 2>&1 | grep -c 'for a reason')"
st manager day undo --date "$3" --why "the wrong day" >/dev/null 2>"$work/said" || cat "$work/said"
state >"$work/undone"
same "taken back everything is as it was" "" "$(diff "$work/before" "$work/undone")"
same "by one act" 1 "$(sql "select count(*) from audit_log where op = 'day.undo' and who = 'manager'")"
st batch day --date "$3" >/dev/null 2>&1
state >"$work/again"
same "and the same day comes out the same again" "" "$(diff "$work/after" "$work/again")"
# What somebody has worked on since stands.
one=$(sql "select person_id || ' ' || rule_id || ' ' || cause from task where state = 'open' and task_type = 'suspend' and opened_on = '$3' order by 1 limit 1")
# shellcheck disable=SC2086
st clerk decide $one propose --reason no_sign >/dev/null 2>&1 || st clerk decide $one propose --reason confirmed >/dev/null 2>&1
same "a task that is proposed meanwhile is told" 1 "$(st manager day undo --date "$3" --why again 2>&1 | grep -c '^1 tasks stand')"
# shellcheck disable=SC2086
set -- $one
same "its reason is gone with the day: the proposal went back, its hold is lifted" "withdrawn returned lifted" "$(sql "select t.state || ' ' || d.outcome
	|| ' ' || h.state from task t join decision d using (person_id, rule_id, cause) join hold h on h.decision_id = d.decision_id
	where t.person_id = $1 and t.rule_id = '$2' and t.cause = '$3'")"

# What was told is told again when it is taken back; what had not left does not leave.
small_city undo_post 2000 11
st batch judge --date 2025-11-01 2>/dev/null
rule=retirement.certification_overdue
set -- $(sql "select person_id from task where rule_id = '$rule' and state = 'open' order by 1 limit 1")
cause=$(sql "select cause from task where person_id = $1 and rule_id = '$rule'")
{ echo id_no,name,kind,value,from_date,to_date
	echo "$(sql "select id_no || ',' || name from person_ident where person_id = $1"),address,诸暨市暨阳街道1号,2025-01-01,"; } >"$work/contact.csv"
st batch import contact "$work/contact.csv" --date 2025-11-01 >/dev/null 2>&1
move clerk "$1" propose no_sign >/dev/null
move reviewer "$1" approve checked >/dev/null
mkdir -p "$work/out"
chmod 777 "$work/out"
st batch post send --folder "$work/out" --text >/dev/null 2>&1
move clerk "$1" undo decided_wrong >/dev/null
move reviewer "$1" approve checked >/dev/null
same "of a stop that was told, and is no more, a word" "hearing dropped
decision sent
resumption due" "$(sql "select template || ' ' || state from message where person_id = $1 order by message_id")"
st batch post send --folder "$work/out" --text >/dev/null 2>&1
same "which goes out" "resumption sent" "$(sql "select template || ' ' || state from message where person_id = $1 order by message_id desc limit 1")"
same "and says that it is taken back, and nothing of a stop" "1 0 0" "$(cat "$(grep -l 决定已撤回 "$work"/out/*)" | awk '/决定已撤回/ { a++ } /停发/ { b++ }
	/行政复议/ { c++ } END { print a + 0, b + 0, c + 0 }')"
finish
