# More proposals than usual wait before their first effect, whether they come by one batch or one by one; a manager
# who has proposed none of them looks at a sample and lets them through, or sends them back.
. "$srcdir/tests/lib.sh"
needs risk
small_city brake 3000 9
rule=risk.paid_after_death
deaths() { awk -F, -v n="$1" -v day="$2" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
	print "id_no,name,birth_date,died_on,place"; next }
	$at["pension_status"] == "paid" && k < n { k++; print $1 "," $2 "," $4 "," day ",home" }' "$city/register.csv" >"$work/deaths.csv"; }
deaths 150 2025-11-05
st batch import death "$work/deaths.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
n=$(sql "select count(*) from task where rule_id = '$rule' and state = 'open'")
same "there are more than the floor" 150 "$n"
st clerk batch propose suspend --rule $rule --reason confirmed >/dev/null 2>&1
same "a batch beyond it waits as a whole" "$n 0" "$(sql "select count(*) filter (where braked) || ' ' || (select count(*) from hold)
	from decision where outcome = 'proposed'")"
st batch judge 2>/dev/null
cause=$(sql "select cause from task where rule_id = 'work.brake' and state = 'open'")
same "which is a task of the manager" "$rule 202511" "$cause"
batch=$(sql "select batch_id || ' ' || digest from decision_batch")
same "nobody approves it meanwhile" 1 "$(st reviewer batch approve "${batch% *}" --signature "${batch#* }" --reason checked 2>&1 |
	grep -c 'the manager looks at them first')"
sample=$(sql_as manager "prepare s(bigint, text, text) as $(sed -n "/^-- statement: task_sample/,/limit 20;/p" "$srcdir/core/decisions/batch.sql" | grep -v "^--"); execute s(0, 'work.brake', '$cause')")
same "he sees the most unlike and some by chance" "1 10" "$([ "$(echo "$sample" | grep -c "|")" -gt 11 ] && echo 1) $(echo "$sample" | grep -c '^!')"
same "a clerk lets nothing through" 1 "$(st clerk decide 0 work.brake "$cause" release --reason sampled 2>&1 | grep -c 'reserved for')"
st manager decide 0 work.brake "$cause" release --reason sampled >/dev/null 2>&1
same "let through they take effect" "0 $n" "$(sql "select count(*) filter (where braked) || ' ' || (select count(*) from hold
	where state = 'provisional') from decision where outcome = 'proposed'")"
same "and can be approved" "approved" "$(st reviewer batch approve "${batch% *}" --signature "${batch#* }" --reason checked >/dev/null 2>&1
	sql "select outcome from decision_batch")"

# One by one: only what exceeds waits, and a single death never does.
new_db brake_single
areas_in brake_single "$city"
st batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
st batch import death "$work/deaths.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
sql_as clerk "select count(decide(gen_random_uuid(), person_id, rule_id, cause, ver, 'propose', 'confirmed', '')) from task
	where rule_id = '$rule' and state = 'open'" >/dev/null
same "what exceeds waits, the rest goes on" "100 50" "$(sql "select count(*) filter (where not braked) || ' ' ||
	count(*) filter (where braked) from decision where outcome = 'proposed'")"
one=$(sql "select person_id from decision where braked order by 1 limit 1")
st clerk decide "$one" $rule 2025-11-05 take_back --reason mistake >/dev/null 2>&1
same "one that waits can be taken back" "open 0" "$(sql "select state || ' ' || (select count(*) from hold where person_id = $one)
	from task where person_id = $one and rule_id = '$rule'")"
st batch judge 2>/dev/null
st manager decide 0 work.brake "$rule 202511" dismiss --reason data_wrong >/dev/null 2>&1
same "refused all of them go back" "0 50" "$(sql "select count(*) filter (where d.braked) || ' ' || (select count(*) from task
	where rule_id = '$rule' and state = 'open') from decision d")"
same "the others stay" 100 "$(sql "select count(*) from hold where state = 'provisional'")"
finish
