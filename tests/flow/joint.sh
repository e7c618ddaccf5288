# A joint case after a death: from one key, each office its part and its clock, files out, answers in, closed when all have answered.
. "$srcdir/tests/lib.sh"
needs service
needs risk
small_city joint 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge 2025-11-06
# shellcheck disable=SC2046
set -- $(sql "select person_id from person_fact where died_on is not null order by 1 limit 2")
ann=$1 ben=$2
well=$(sql "select person_id from person_fact where died_on is null order by 1 limit 1")
stand() { sql "select string_agg(partner || ' ' || stand, ', ' order by partner) from joint_now where person_id = $1"; }
open_tasks() { sql "select count(*) from task where person_id = $1 and rule_id = 'service.joint' and state = 'open'"; }
move() {	# PERSON PARTNER EVENT LOGIN
	cause=$(sql "select cause from task where person_id = $1 and rule_id = 'service.joint' and cause like '% $2' limit 1")
	st "${4:-clerk}" decide "$1" service.joint "$cause" "$3" --reason "${5:-answered}" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
same "of somebody alive there is no such case" "nobody has reported this person dead" "$(said st clerk service joint open "$well" death)"
same "nor of a kind nobody knows" "there is no joint case of this kind" "$(said st clerk service joint open "$ann" wedding)"
same "nobody but a clerk opens one" "this is reserved for the role clerk" "$(said st reviewer service joint open "$ann" death)"
st clerk service joint open "$ann" death >/dev/null 2>&1
same "each office has its part" "bank open, civil_affairs open, medical_insurance open, provident_fund open, public_security open" "$(stand "$ann")"
same "and each its clock, from policy" "t t" "$(sql "select bool_and(due = due_on('2025-11-06', 0, 5)) filter (where partner = 'bank'),
	bool_and(due = due_on('2025-11-06', 0, 10)) filter (where partner = 'medical_insurance') from joint_part" | tr '|' ' ')"
same "five tasks at once" 5 "$(open_tasks "$ann")"
case_no=$(sql "select case_no from joint_case where person_id = $ann")
st clerk service joint open "$ann" death >/dev/null 2>&1
same "opened again it is the same case" "$case_no" "$(sql "select string_agg(case_no, ' ') from joint_case where person_id = $ann")"
judge 2025-11-07
same "the day's work finds the same five" 5 "$(open_tasks "$ann")"

# Files out: once, with what other offices were told noted on the person's page.
st clerk service joint file bank --out "$work/bank.csv" >/dev/null 2>&1
same "a file for an office" "case_no,id_no,name,kind,opened_on,due $case_no" "$(head -1 "$work/bank.csv") $(sed -n 2p "$work/bank.csv" | cut -d, -f1)"
same "what it was told stands with its ground" "bank case f" "$(sql "select recipient || ' ' || what || ' ' || (ground = '')::text::char from service_share where person_id = $ann")"
same "it is not told twice" "nothing waits to be sent to bank" "$(st clerk service joint file bank --out "$work/again.csv" 2>&1 | tr -d '\r')"
[ ! -e "$work/again.csv" ]
ok "and no file is written" $?

# Answers in: by file and by telephone.
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where p.person_id = $ann limit 1")
{ echo id_no,name,case_no,partner,answer,answered_on,detail
	echo "$who,$case_no,bank,settled,2025-11-07,account closed"
	echo "$who,$case_no,civil_affairs,nothing,2025-11-07,"
	echo "$who,J999,bank,settled,2025-11-07,"; } >"$work/answers.csv"
st batch import partner_answer "$work/answers.csv" --date 2025-11-07 >/dev/null 2>&1
judge 2025-11-10
same "a case nobody knows is a row to repair" "2 1" "$(sql "select rows_new || ' ' || rows_rejected from batch where feed = 'partner_answer' order by batch_id desc limit 1")"
same "answered parts are nobody's task any more" "3 bank settled, civil_affairs nothing, medical_insurance open, provident_fund open, public_security open" "$(open_tasks "$ann") $(stand "$ann")"
same "by telephone: a key" "done done done" "$(move "$ann" medical_insurance settled) $(move "$ann" provident_fund nothing) $(move "$ann" public_security refused)"
judge 2025-11-11
same "when all have answered it is closed: nothing is left of it" 0 "$(open_tasks "$ann")"
same "an answer noted by mistake is taken back by two" "undoing open" "$(move "$ann" public_security undo clerk mistake) $(move "$ann" public_security approve manager checked)"
same "and awaited again" "public_security open" "$(stand "$ann" | sed 's/.*, //')"

# Taken back.
st clerk service joint open "$ben" death >/dev/null 2>&1
other=$(sql "select case_no from joint_case where person_id = $ben")
st clerk service joint end "$ben" "$other" >/dev/null 2>&1
same "a case that is taken back is nobody's" "0 withdrawn" "$(open_tasks "$ben") $(sql "select distinct stand from joint_now where person_id = $ben")"
same "which the audit has" "$other" "$(sql "select body ->> 'case' from audit_log where op = 'service.joint_withdraw' and person_id = $ben")"
same "and not taken back twice" "the person has no such case that waits" "$(said st clerk service joint end "$ben" "$other")"
same "the person's page tells of its five parts, and what the bank was told" 6 "$(st clerk person "$ann" 2>/dev/null | grep -c "$case_no")"
finish
