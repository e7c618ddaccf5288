# What becomes somebody's task: a message that did not arrive, an answer that did not come, a decision that is contested,
# each way with clocks of its own; and the figure of messages that arrived.
. "$srcdir/tests/lib.sh"
needs retirement
small_city post_tasks 2000 11
st batch judge --date 2025-11-01 2>/dev/null
rule=retirement.certification_overdue
living() { sql "select person_id from task where rule_id = '$rule' and opened_on = '2025-11-01' order by 1" | sed -n "$1p"; }
ann=$(living 1) ben=$(living 2) cem=$(living 3)
sql "insert into contact (person_id, kind, value, valid_from, region_code, batch_id, line) select person_id, 'address',
	'诸暨市' || person_id, '2025-01-01', region_code, 1, 1 from person where person_id in ($ann, $ben)"
cause() { sql "select cause from task where person_id = $1 and rule_id = '$rule'"; }
reason() { sql "select code from reason where task_type = reason_kind('$rule', 'suspend', '$1') and event = '$1' order by sort limit 1"; }
move() { st "$1" decide "$2" $rule "$(cause "$2")" "$3" --reason "$(reason "$3")" 2>&1 >/dev/null; }
out="$work/post_tasks_out"
mkdir "$out"
send() { st batch post send --folder "$out" --at 12:00 2>/dev/null; }
tasks() { sql "select state from task where rule_id = '$1' and person_id = $2 order by cause"; }
for p in $ann $ben $cem; do move clerk "$p" propose; done
send
hearing=$(sql "select message_id from message where person_id = $ann and channel = 'letter'")
st clerk post receipt "$hearing" delivered --means direct --proof "signed" >/dev/null
st batch judge --date 2025-11-07 2>/dev/null
same "who has no address is a task" open "$(tasks post.undelivered "$cem")"
same "it says why" 1 "$(st clerk tasks --type post --format csv | grep -c 'a letter has no address')"
same "in Chinese" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN "$steward" tasks --type post --db "$db" --as clerk | grep -c '信函没有地址')"
st batch judge --date 2025-11-14 --force 2>/dev/null
st batch judge --date 2025-11-16 2>/dev/null
same "on the last day of an answer nothing is missing" "" "$(tasks post.unanswered "$ann")"
st batch judge --date 2025-11-17 2>/dev/null
same "the day after it is a task" open "$(tasks post.unanswered "$ann")"
st clerk post reply "$hearing" --date 2025-11-17 >/dev/null
st batch judge --date 2025-11-18 2>/dev/null
same "which goes when the answer came" withdrawn "$(tasks post.unanswered "$ann")"

# The decision, its delivery, and the three ways to contest it: days as the law has them.
move reviewer "$ann" approve
send
letter=$(sql "select message_id from message where person_id = $ann and template = 'decision' and channel = 'letter'")
last() { sql "select kind, last from work_remedy cross join lateral remedy_last($ann, (select max(decision_id) from decision
	where person_id = $ann and rule_id = '$rule'), kind) last order by kind"; }
same "while nothing was delivered no clock runs" "court||internal||reconsideration|" "$(last | paste -sd '|')"
st clerk post receipt "$letter" delivered --means post --proof "XA1" >/dev/null
same "60 days to the government, six months to the court, from the delivery" "court|2026-05-18
internal|2026-01-17
reconsideration|2026-01-17" "$(last)"
same "the message's page tells them" 1 "$(st clerk post show "$letter" | grep -c 'court *2026-05-18')"
decision=$(sql "select max(decision_id) from decision where person_id = $ann and rule_id = '$rule'")
hold() { sql "select state from hold where person_id = $ann"; }
before=$(hold)
st clerk post object "$ann" "$decision" internal --note "he came himself" 2>/dev/null
ok "an objection is taken" $?
st batch judge --date 2025-11-19 2>/dev/null
same "it stops nothing" "$before" "$(hold)"
objection=$(sql "select objection_id from objection where person_id = $ann")
same "it is a task with a clock of its own" "open|2025-12-18" "$(sql "select state, due from task where rule_id = 'post.objection' and cause = '$objection'")"
said() { st "$1" decide "$ann" post.objection "$objection" "$2" --reason "$3" 2>&1 | sed -n 's/^steward: //p'; }
same "who approved the decision does not answer it" "an objection is decided by a third person" "$(said reviewer reject unfounded)"
same "nor is it answered by a clerk" '"reject" is reserved for the role reviewer' "$(said clerk reject unfounded)"
said manager reject unfounded
same "a third person does" "rejected|manager" "$(sql "select state, settled_by from objection where objection_id = $objection")"
same "it is filed once" 1 "$(st clerk post object "$ann" "$decision" internal 2>&1 | grep -c 'this is filed already')"
st clerk post object "$ann" "$decision" reconsideration --stops applicant 2>/dev/null
same "only an exception of the law that is entered stops it" "applicant" "$(sql "select stops from objection where kind = 'reconsideration'")"
out2=$(st clerk post object "$ann" "$decision" court --stops because 2>&1)
same "and no other" 1 "$(echo "$out2" | grep -c objection_stops)"
st batch judge --date 2025-11-20 2>/dev/null
objection=$(sql "select objection_id from objection where kind = 'reconsideration'")
said reviewer reject ordered
same "what the government decides is entered by whoever" rejected "$(sql "select state from objection where objection_id = $objection")"
same "then the court has 15 days" "court|2025-12-05" "$(last | grep court)"
same "a day before the decision is refused" "it is filed between the day of the decision and today" \
	"$(st clerk post object "$ann" "$decision" court --date 2025-10-01 2>&1 | sed -n 's/^steward: //p')"
st batch judge --date 2025-11-27 2>/dev/null
st batch judge --date 2025-12-04 2>/dev/null
st batch judge --date 2025-12-10 2>/dev/null
st clerk post object "$ann" "$decision" court 2>/dev/null
st batch judge --date 2025-12-11 2>/dev/null
same "what comes too late is said to" 1 "$(st clerk tasks --type objection --format csv | grep -c 'filed after its last day')"
# The figure opens what it counts.
st batch refresh 2>/dev/null
same "messages that arrived, of those that were sent in a month" "1 of 1" "$(sql "select counted::bigint || ' of ' || of_total::bigint
	from indicator_value where indicator = 'J8' and region_code = 0 order by business_day desc limit 1")"
finish
