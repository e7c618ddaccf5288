# Files that came in are listed with what became of their rows; refused rows are mended for all alike and tried again;
# the work of a day is one run.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city loads 600 9
st batch judge --date 2025-11-01 2>/dev/null
ids() { awk -F, -v n="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["pension_status"] == "paid" && k < n { k++; print $1 "," $2 "," $4 }' "$city/register.csv"; }
{ echo id_no,name,birth_date,died_on,place
	ids 4 | sed 's/$/,05.11.2025,home/'
	ids 6 | sed -n '5,6s/$/,2025-11-05,"home, as far as known"/p'; echo "330681193001010015,无此人,1930-01-01,2025-11-05,"; } >"$work/death.csv"
said=$(st batch import death "$work/death.csv" --date 2025-11-06 2>&1)
same "rows add up" 1 "$(echo "$said" | grep -c '7 rows read = 2 accepted (2 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 5 rejected')"
load=$(sql "select max(batch_id) from batch")
same "the load is listed with its open rows" "$load 7 2 5" "$(st clerk loads --format csv | tr -d '\r' | awk -F, -v l="$load" \
	'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } $at["load"] == l { print l, $at["read"], $at["accepted"], $at["open"] }')"
page=$(st clerk loads "$load")
same "by reason, with the value" 1 "$(echo "$page" | grep -cE '^ *date +died_on +4 +2 +05[.]11[.]2025')"
same "and each row whole" 4 "$(echo "$page" | grep -c '05[.]11[.]2025,home')"
same "a load that is none is refused" "1 1" "$(out=$(st clerk loads 7 2>&1); echo $? $(echo "$out" | grep -c 'there is no load 7'))"
same "a clerk mends nothing" 1 "$(st clerk loads repair "$load" died_on 05.11.2025 2025-11-05 2>&1 | grep -c 'mended by the administrator')"
same "a column that is none is refused" 1 "$(st admin loads repair "$load" day 1 2 2>&1 | grep -c 'has no column "day"')"
same "a value that stands nowhere too" 1 "$(st admin loads repair "$load" died_on 1 2 2>&1 | grep -c 'no open row of the load has "1" there')"
same "one word mends them all" 1 "$(st admin loads repair "$load" died_on 05.11.2025 2025-11-05 2>&1 | grep -c '^4 rows are mended')"
st batch judge --date 2025-11-06 2>/dev/null
same "the next run takes them" "6 1 6" "$(sql "select rows_accepted || ' ' || rows_rejected || ' ' || (select count(*) from task
	where rule_id = 'risk.paid_after_death') from batch where batch_id = $load")"
same "with the line they stood in" "2 3 4 5 6 7" "$(sql "select string_agg(line::text, ' ' order by line) from status_event
	where batch_id = $load")"
same "who mended it is in the audit" 1 "$(sql "select count(*) from audit_log where op = 'load.repair' and who = 'admin'")"
same "the rest is given up" 1 "$(st admin loads drop "$load" 2>&1 | grep -c '^1 rows are dropped')"
same "and stays with the load" "0 1" "$(sql "select count(*) filter (where state = 'open') || ' ' || count(*) from reject
	where batch_id = $load")"

# Many doubts of one kind in one file are one question.
awk -F, -v n=30 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print "id_no,name,visit_date,hospital"; next }
	$at["pension_status"] == "paid" && k < n { k++; print $1 "," $2 "某,2025-11-05,x" }' "$city/register.csv" >"$work/medical.csv"
st batch import medical "$work/medical.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
same "thirty doubts alike are one task" "1 0" "$(sql "select count(*) filter (where rule_id = 'feed.alike') || ' ' ||
	count(*) filter (where rule_id = 'feed.match') from task where state = 'open'")"
alike=$(sql "select cause from task where rule_id = 'feed.alike'")
st clerk decide 0 feed.alike "$alike" propose --reason sender >/dev/null 2>&1
same "one person alone does not let them in" 0 "$(sql "select count(*) from staged_row where state = 'accepted'")"
st reviewer decide 0 feed.alike "$alike" approve --reason checked >/dev/null 2>&1
st batch judge --date 2025-11-06 2>/dev/null
same "two do" "30 30" "$(sql "select count(*) || ' ' || (select count(*) from evidence where place = 'x') from staged_row where state = 'applied'")"
sed 's/某/另/; s/,x$/,y/' "$work/medical.csv" >"$work/medical_2.csv"
st batch import medical "$work/medical_2.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
alike=$(sql "select cause from task where rule_id = 'feed.alike' and state = 'open'")
st clerk decide 0 feed.alike "$alike" each --reason unclear >/dev/null 2>&1
st batch judge --date 2025-11-06 2>/dev/null
same "each by itself is a task each, and the list is done" "30 done" "$(sql "select count(*) || ' ' || (select state from task
	where rule_id = 'feed.alike' and cause = '$alike') from task where rule_id = 'feed.match' and state = 'open'")"

# A day: its files, what waited, verdicts, figures; missed days one by one; the same again changes nothing.
drop="$work/drop"
mkdir -p "$drop/2025-11-07" "$drop/2025-11-09"
ids 7 | sed -n '7s/$/,2025-11-06,home/p' | { echo id_no,name,birth_date,died_on,place; cat; } >"$drop/2025-11-07/death.csv"
ids 8 | sed -n '8s/$/,2025-11-08,home/p' | { echo id_no,name,birth_date,died_on,place; cat; } >"$drop/2025-11-09/death.1.csv"
out=$(st batch day --drop "$drop" --date 2025-11-10 2>/dev/null); code=$?
same "missed days are done one by one" "0 2025-11-07 2025-11-08 2025-11-09 2025-11-10" "$code $(echo "$out" | grep -o '^2025-11-..' | paste -sd ' ')"
same "and the last line is what is still to leave the office" "    outgoing: $(sql "select count(*) from message where state in ('due', 'ready')") messages wait, 0 failed or came back; 0 payment runs are not with the banks, 0 months are late" \
	"$(echo "$out" | tail -1)"
same "with their files" 8 "$(sql "select count(*) from task where rule_id = 'risk.paid_after_death'")"
same "and figures" 2025-11-10 "$(sql "select max(business_day) from indicator_value")"
before=$(checksums)
st batch day --drop "$drop" --date 2025-11-10 >/dev/null 2>&1
same "run twice it changes nothing" "$before" "$(checksums)"
mkdir "$drop/2025-11-11"
echo nonsense >"$drop/2025-11-11/death.csv"
echo x >"$drop/2025-11-11/letters.csv"
out=$(st batch day --drop "$drop" --date 2025-11-11 2>"$work/said"); code=$?
same "a file that cannot be taken is told, and the day goes on" "1 2 1" "$code $(echo "$out" | grep -c '^  ! ') $(echo "$out" | grep -c ' persons judged')"
same "with the way to it" 1 "$(grep -c 'steward loads lists' "$work/said")"
same "and becomes a task with the next run" 1 "$(st batch judge 2>/dev/null; sql "select count(*) from task where rule_id = 'feed.refused' and state = 'open'")"
same "a folder that is not there is no day without files" 1 "$(st batch day --drop "$work/nowhere" --date 2025-11-11 2>&1 | grep -c 'could not open the folder')"
same "a slip of the year is asked about" 1 "$(st batch day --date 2026-11-11 2>&1 | grep -c 'more than 7 days were missed')"
same "a day before the last is refused" 1 "$(st batch day --date 2025-11-02 2>&1 | grep -c 'before the last judged one')"

# Two files of one sender whose doubtful rows were accepted are applied in one session.
for n in 8 9; do
	{ echo id_no,name,birth_date,died_on,place
		ids $n | sed -n "${n}{s/^\(.\{17\}\)[0-9X]/\1x/; y/x/0/; s/\$/,2025-11-10,home/p;}"; } >"$work/slip$n.csv"
	st batch import death "$work/slip$n.csv" --date 2025-11-11 >/dev/null 2>&1
done
st batch judge 2>/dev/null
for one in $(sql "select person_id || '/' || cause from task where rule_id = 'feed.match' and state = 'open'"); do
	st clerk decide "${one%%/*}" feed.match "${one#*/}" accept --reason documents >/dev/null
done
same "the next judge takes them all" "0 2 0" "$(st batch judge >/dev/null 2>"$work/said"; echo $?) $(sql "select (select count(*) from status_event e
	join batch b using (batch_id) where b.file_name like '%slip%') || ' ' || (select count(*) from staged_row where state = 'accepted')")"
finish
