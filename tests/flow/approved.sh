# What is approved is what was proposed: the amount, the reason and the rows, whatever has changed between the
# two persons; and a step that would change nothing is refused.
. "$srcdir/tests/lib.sh"
needs retirement
needs risk
small_city approved 3000 21
st batch judge --date 2025-11-01 2>/dev/null
late="$work/approved/parameters/pension.lua" dear="$work/approved/rules/retirement/award_differs.lua"
mkdir -p "${late%/*}" "${dear%/*}"
sed 's/value = {} }/value = { [2024] = 830000, [2025] = 848000 } }/' "$srcdir/lua/parameters/pension.lua" >"$late"
put_into_force "$late"
rule=retirement.award_differs
# shellcheck disable=SC2046
set -- $(sql "select person_id || '|' || replace(cause, ' ', '_') from task where rule_id = '$rule' order by person_id limit 6")
[ $# -eq 6 ] || { echo "not ok there are six corrections"; exit 1; }

of() { echo "${1%%|*}"; }
cause() { echo "${1#*|}" | tr _ ' '; }
move() {	# LOGIN TASK EVENT REASON OPTIONS...: the message, or the state it went to
	who=$1 task=$2 event=$3 reason=$4
	shift 4
	st "$who" decide "$(of "$task")" $rule "$(cause "$task")" "$event" --reason "$reason" --format csv "$@" 2>&1 |
		tr -d '\r' | sed -n 's/^steward: //p; 2{/^[0-9]/p}' | sed 's/^[0-9]*,\([a-z]*\),.*/\1/'
}
pension() { sql "select monthly_fen from benefit where person_id = $(of "$1") order by valid_from desc limit 1"; }
state() { sql "select state || ' ' || ver from task where person_id = $(of "$1") and rule_id = '$rule'"; }
outcome() { sql "select outcome from decision where person_id = $(of "$1") order by decided_at desc limit 1"; }
dearer() {	# FEN: every correction becomes dearer by so much, as a rule adopted meanwhile would have it
	sed "s/monthly = due - p.award_fen/monthly = due - p.award_fen + $1/" \
		"$srcdir/lua/rules/retirement/award_differs.lua" >"$dear"
	put_into_force "$dear"
}

# One by one.
move clerk "$1" propose final_base >/dev/null
seen=$(state "$1") was=$(pension "$1") other=$(state "$3")
dearer 10000000
[ "$(state "$1")" != "$seen" ]
ok "a finding that changes raises the version of its task" $?
same "of an open one, too, that somebody may have before him" "open $((${other#* } + 1))" "$(state "$3")"
same "the version looked at before is refused" 1 \
	"$(move reviewer "$1" approve checked --version "${seen#* }" | grep -c 'by now')"
same "it has gone back to its author, who is told why" "open its amount is another one than was proposed" "$(sql "select
	t.state || ' ' || d.returned from task t join decision d using (person_id, rule_id, cause) where person_id = $(of "$1")
	and rule_id = '$rule'")"
same "another amount than proposed is not approved" 1 "$(move reviewer "$1" approve checked | grep -c 'cannot be done')"
same "nothing was paid" "$was 0" "$(pension "$1") $(sql "select count(*) from correction")"
move clerk "$1" propose final_base >/dev/null
change=$(sql "select monthly_fen from finding where person_id = $(of "$1") and rule_id = '$rule'")
same "proposed again with the new amount it is approved" done "$(move reviewer "$1" approve checked)"
same "and carried out with that amount" $((was + change)) "$(pension "$1")"
same "which the decision, its correction and the finding tell alike" "$change|$change" "$(sql "select
	d.proposed_fen, c.monthly_after - c.monthly_before from decision d join correction c using (person_id, decision_id)
	where person_id = $(of "$1")")"
dearer 0

# The pension was changed between proposal and approval by something else.
move clerk "$2" propose final_base >/dev/null
sql "update benefit set monthly_fen = monthly_fen + 5 where person_id = $(of "$2")"
same "where the pension is another one by now nothing is done" '"approve" would change nothing' \
	"$(move reviewer "$2" approve checked)"
sql "update benefit set monthly_fen = monthly_fen - 5 where person_id = $(of "$2")"
for what in "monthly_fen = monthly_fen + 7" "say = say || ' '"; do
	kept=$(sql "select monthly_fen || '|' || say from finding where person_id = $(of "$2") and rule_id = '$rule'")
	sql "update finding set $what where person_id = $(of "$2") and rule_id = '$rule'"
	same "nor where it is found otherwise by now, before any night: ${what%% *}" 1 "$(move reviewer "$2" approve checked |
		grep -cE 'its amount is another one|reads otherwise')"
	sql "update finding set monthly_fen = ${kept%%|*}, say = \$say\$${kept#*|}\$say\$ where person_id = $(of "$2") and rule_id = '$rule'"
done
same "its author cannot approve" '"approve" is reserved for the role reviewer' "$(move clerk "$2" approve checked)"

# Taken back by whom it was proposed, and by nobody else.
same "nobody else takes a proposal back" "only who proposed it takes it back" "$(move manager "$2" take_back mistake)"
same "who proposed takes back" open "$(move clerk "$2" take_back mistake)"
same "which is no second person's doing" "taken_back|" "$(sql "select outcome, approver from decision
	where person_id = $(of "$2")")"
same "what is open is not taken back" 1 "$(move clerk "$2" take_back mistake | grep -c 'cannot be done')"
same "and it can be proposed again" proposed "$(move clerk "$2" propose final_base)"

# A request key is one step of one task by one person.
key=3f2b1c4d-0000-4000-8000-000000000002
same "a key stands for one step" dismissed "$(move clerk "$3" dismiss agreed --request $key)"
same "sent again it is that step" dismissed "$(move clerk "$3" dismiss agreed --request $key --version 1)"
same "another event under it is refused" "this request key stands for another decision" \
	"$(move clerk "$3" propose final_base --request $key --version 1)"
same "another person under it too" "this request key stands for another decision" \
	"$(move manager "$3" dismiss agreed --request $key --version 1)"
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select person_id, 'other.rule', 'x', region_code, task_type, due, priority, opened_on from task
	where person_id = $(of "$3") and rule_id = '$rule'"
out=$(st clerk decide "$(of "$3")" other.rule x dismiss --reason agreed --request $key 2>&1)
same "another task too" "1 open" "$(echo "$out" | grep -c 'another decision') $(sql "select state from task where rule_id = 'other.rule'")"
sql "delete from task where rule_id = 'other.rule'"

# A batch: its rows as they were signed, or refused as a whole.
line=$(st clerk batch propose correct --reason final_base --format csv 2>/dev/null | sed -n 2p)
id=${line%%,*}
signature=$(sql "select digest from decision_batch")
settle() { st reviewer batch "$1" "$id" --signature "$signature" --reason "$2" 2>&1 | sed -n 's/^steward: //p'; }
n=$(sql "select tasks from decision_batch")
move reviewer "$4" refuse proof_missing >/dev/null
one=$(sql "select person_id from decision_batch_row where person_id not in ($(of "$4"), $(of "$5")) order by 1 limit 1")
sql "update finding set monthly_fen = monthly_fen + 1 where person_id = $one and rule_id = '$rule'"
same "a batch of which one amount has changed is not approved" "1 rows of the batch are not what was proposed" \
	"$(settle approve checked)"
same "nor has any row of it moved" 1 "$(sql "select count(*) from correction")"
move reviewer "$one|$(sql "select cause from task where person_id = $one and rule_id = '$rule'")" refuse data_wrong >/dev/null
same "without that row it is" "" "$(settle approve checked)"
same "every row that still waited is carried out, by the amounts signed" "$((n - 2))|0" "$(sql "select count(*),
	count(*) filter (where monthly_after - monthly_before <> r.monthly_fen)
	from correction c join decision_batch_row r using (person_id, decision_id)")"
same "and those settled alone are as they were settled" "open refused" "$(state "$4" | cut -d' ' -f1) $(outcome "$4")"

# A law is taken back between proposal and approval: its reason goes.
line=$(st clerk batch propose correct --reason final_base --format csv 2>/dev/null | sed -n 2p)
id=${line%%,*}
signature=$(sql "select digest from decision_batch where batch_id = '$id'")
was=$(sql "select sum(monthly_fen) from benefit")
sql "update rule_version set withdrawn_from = business_day() where path = 'parameters/pension.lua' and rehearsal_id is not null"
st batch judge 2>/dev/null
same "what has lost its reason has gone back as a whole" "returned withdrawn" "$(sql "select distinct b.outcome || ' ' || t.state
	from decision_batch b join decision_batch_row r using (batch_id) join task t using (person_id, rule_id, cause)
	where batch_id = '$id'")"
settle approve checked >/dev/null
same "and nothing was paid" "$was" "$(sql "select sum(monthly_fen) from benefit")"

# What was proposed before amounts were kept: the sentence tells it, and is compared.
IFS='|' read -r person stop why <<-E
	$(sql "select person_id, rule_id, cause from task where rule_id = 'retirement.certification_overdue' and state = 'open' order by 1 limit 1")
E
st clerk decide "$person" "$stop" "$why" propose --reason no_sign >/dev/null
sql "update decision set inputs = inputs - 'monthly_fen' where person_id = $person and rule_id = '$stop'"
st reviewer decide "$person" "$stop" "$why" approve --reason checked >/dev/null 2>&1
same "a proposal of an older program can be approved" done "$(sql "select state from task where person_id = $person and rule_id = '$stop'")"

# A kind of task that lets a second person settle what nobody has proposed.
sql "update task_move set does = 'approve' where task_type = 'notice' and event = 'finish'"
IFS='|' read -r person notice why <<-E
	$(sql "select person_id, rule_id, cause from task where task_type = 'notice' and state = 'open' limit 1")
E
out=$(st clerk decide "$person" "$notice" "$why" finish --reason informed 2>&1)
same "a second person's step without a proposal is refused" 1 "$(echo "$out" | grep -c 'no proposal that it could settle')"
finish
