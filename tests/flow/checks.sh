# What the night looks for in what is kept: planted, found, repaired by two, undone; a sample of decisions judged again.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city checks 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
said=$(st batch day --date 2025-11-06 2>/dev/null)
same "the day runs" 1 "$(echo "$said" | grep -c 'persons judged')"
same "a sound office has nothing to tell" "" "$(sql "select rule_id, cause from task where task_type = 'integrity'")"
rule=risk.paid_after_death cause=2025-11-05
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = '$rule' order by 1")
for p in "$1" "$2"; do
	st clerk decide "$p" $rule $cause propose --reason confirmed >/dev/null 2>&1
done
st reviewer decide "$1" $rule $cause approve --reason checked >/dev/null 2>&1
st clerk decide "$3" $rule $cause dismiss --reason stopped >/dev/null 2>&1
night() { said=$(st batch day --date "$1" 2>/dev/null); }
night 2025-11-07
same "decisions come out again as they were" 1 "$(echo "$said" | grep -c ' decisions replayed: 0 do not')"
n=$(echo "$said" | sed -n 's/^ *\([0-9]*\) decisions replayed.*/\1/p')
same "all of them are looked at" "$(sql "select count(*) from decision d where rule_hash <> '' and judged_on is not null and not exists
	(select from finder f where f.rule_id = d.rule_id)")" "$n"

# Planted by hand, as no step of the program leaves it.
sql "update decision set outcome = 'returned' where person_id = $2 and outcome = 'proposed';
	update task set state = 'open' where person_id = $2 and rule_id = '$rule';
	delete from finding where person_id = $4 and rule_id = '$rule';
	delete from task where person_id = $5 and rule_id = '$rule';
	update person set region_code = 1 where person_id = $6;
	update decision set inputs = jsonb_set(inputs, '{facts,pension_fen}', '1') where person_id = $3"
open() { sql "select string_agg(person_id || ' ' || cause, ',') from task where rule_id = 'check.$1' and state = 'open'"; }
night 2025-11-08
same "a hold that is left" "$2 $(sql "select hold_id from hold where person_id = $2")" "$(open hold)"
same "a task without a reason" "$4 $rule $cause" "$(open task)"
same "a finding without a task" "$5 $rule $cause" "$(open finding)"
same "an area nobody knows" "$6 1" "$(open area)"
same "a decision that was changed" "$3 $rule $cause" "$(open replay)"
same "the run says that somebody must look" 1 "$(echo "$said" | grep -c '! [0-9]* decisions replayed: 1 do not')"
same "and says it in its status" 1 "$(st batch day --date 2025-11-08 >/dev/null 2>&1; echo $?)"

# Repaired by two.
hold=$(sql "select hold_id from hold where person_id = $2")
same "an administrator proposes" proposed "$(st admin decide "$2" check.hold "$hold" propose --reason checked --format csv 2>&1 | tr -d '\r' | sed -n 2p | cut -d, -f2)"
same "and does not approve" 1 "$(st admin decide "$2" check.hold "$hold" approve --reason checked 2>&1 | grep -c 'reserved for')"
st manager decide "$2" check.hold "$hold" approve --reason checked >/dev/null 2>&1
same "repaired: nothing stops the pension" lifted "$(sql "select state from hold where hold_id = $hold")"
for c in task finding; do
	p=$4
	[ $c = task ] || p=$5
	st admin decide "$p" check.$c "$rule $cause" propose --reason checked >/dev/null 2>&1
	st manager decide "$p" check.$c "$rule $cause" approve --reason checked >/dev/null 2>&1
done
same "a task withdrawn, a task opened" "withdrawn open" "$(sql "select string_agg(state, ' ' order by person_id = $5) from task
	where person_id in ($4, $5) and rule_id = '$rule'")"
same "what has no repair says so" 1 "$(st admin decide "$6" check.area 1 propose --reason checked 2>&1 | grep -c 'nothing here repairs')"
sql "update person set region_code = (select max(region_code) from region) where person_id = $6"
night 2025-11-09
same "what was mended is told no more" "" "$(open hold)$(open task)$(open finding)$(open area)"

# A repair was wrong.
st admin decide "$5" check.finding "$rule $cause" undo --reason decided_wrong >/dev/null 2>&1
st manager decide "$5" check.finding "$rule $cause" approve --reason checked >/dev/null 2>&1
same "a repair is undone by two, too" withdrawn "$(sql "select state from task where person_id = $5 and rule_id = '$rule'")"

# A proposal nobody settles.
st clerk decide "$6" $rule $cause propose --reason confirmed >/dev/null 2>&1
night 2025-11-16
night 2025-11-23
same "a fortnight is patience" "" "$(open stuck)"
night 2025-11-24
same "then it is told" "$6 $rule $cause" "$(open stuck)"
# What another finder of the same night mends is not told: what reads findings and tasks looks when all others are written.
sql "insert into benefit select person_id, 'resident', '2025-01-01', region_code, state, 5000, batch_id, line, 'pension', 'infinity' from benefit
	where (kind, state) = ('pension', 'paid') and scheme <> 'resident' and valid_to > '2026-01-01' order by person_id desc limit 1;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from benefit where monthly_fen = 5000 on conflict do nothing"
night 2025-11-25
same "two pensions are found" 1 "$(sql "select count(*) from finding where rule_id = 'person.two_pensions'")"
sql "delete from finding where rule_id = 'person.two_pensions';
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from benefit where monthly_fen = 5000 on conflict do nothing"
night 2025-11-26
same "found once more, and nothing is told of its task" "1 " "$(sql "select count(*) from finding where rule_id = 'person.two_pensions'") $(open task | grep two_pensions)"
finish
