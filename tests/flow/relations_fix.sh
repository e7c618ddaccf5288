# The contribution record corrected with its document by two persons, with the pension that rests on it; months that were paid in two
# places, or after the pension had begun, and what goes back to the person.
. "$srcdir/tests/lib.sh"
needs relations
needs retirement
needs employment
small_city relations_fix 3000 9
box="$work"
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'done', 'dismissed'), opened_on desc, cause desc limit 1"; }
state_of() { sql "select state from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'done', 'dismissed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
record() { sql "select count(*) || ' ' || coalesce(sum(base_fen), 0) from contribution where person_id = $1 and scheme = 'employee'"; }
facts() { sql "select months_total || ' ' || account_fen from person_fact where person_id = $1"; }
fix=relations.fix double=relations.double wrong=relations.wrong
same "nobody of the city paid after the pension had begun" 0 "$(sql "select count(*) from relation_excess")"

# Somebody whose pension was awarded here.
st clerk retirement forecast --months 24 --format csv >/dev/null 2>&1
ann=$(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) where f.scheme = 'employee'
	and exists (select from contribution c where c.person_id = a.person_id) and a.retire_on between '2025-12-02' and '2026-02-28'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice') order by a.retire_on, 1 limit 1")
from=$(sql "select to_char(retire_on, 'YYYY-MM') || '-15' from retire_ahead where person_id = $ann")
st clerk retirement apply "$ann" --from "$from" >/dev/null
judge 2025-11-04
move clerk "$ann" retirement.application propose complete >/dev/null
same "a pension is awarded" done "$(move reviewer "$ann" retirement.application approve checked)"
judge 2025-11-05
sql "insert into contact (person_id, kind, value, region_code, valid_from, batch_id, line) select person_id, 'address', '暨阳路1号', region_code,
	'2025-01-01', 0, 0 from person where person_id = $ann on conflict do nothing"
was=$(record "$ann") n=$(record "$ann" | cut -d' ' -f1) all=$(record "$ann" | cut -d' ' -f2) facts=$(facts "$ann")
first=$(sql "select min(period) from contribution where person_id = $ann") month=$(sql "select period_text(min(period)) from contribution where person_id = $ann")
held=$(sql "select base_fen from contribution where person_id = $ann and period = $first")
year=$((first / 100 - 1))
same "a document is named" "a correction has months that are over, a base and a document" "$(said st clerk relations correct "$ann" "$year-01" "$year-12" 9000)"
same "what the record has is no correction" "the record says so already" \
	"$(said st clerk relations correct "$ann" "$month" "$month" "$(sql "select yuan_text($held)")" --document "payroll 1")"
st clerk relations correct "$ann" "$year-01" "$year-12" 9000 --document "payroll 7/2019" --account 120.50 >"$work/said" 2>&1
same "a correction is somebody's at once" "open" "$(state_of "$ann" $fix)"
same "another document waits" "another correction of this person waits" "$(said st clerk relations correct "$ann" "$year-01" "$year-01" 9000 --document "payroll 8")"
st clerk relations correct "$ann" "$month" "$month" none --document "payroll 7/2019" >"$work/said" 2>&1
same "the same document says more" "12 0 1 120.50" "$(sql "select concat_ws(' ', say::jsonb ->> 2, say::jsonb ->> 3, say::jsonb ->> 4, say::jsonb ->> 5) from finding where person_id = $ann and rule_id = '$fix'")"
judge 2025-11-06
same "found again it is the same" "1 open" "$(sql "select count(*) from task where rule_id = '$fix'") $(state_of "$ann" $fix)"
same "nothing changes by one alone" "proposed $was" "$(move clerk "$ann" $fix propose document_seen) $(record "$ann")"
same "nor is it dropped then" "a proposal waits for its second person" "$(said st clerk relations drop "$ann" mistake)"
same "who proposed does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $fix approve checked)"
same "another does" "done $((n + 11)) $((all + 12 * 900000 - held))" "$(move reviewer "$ann" $fix approve checked) $(record "$ann")"
judge 2025-11-07
same "what rules read follows" "$((${facts%% *} + 11)) $((${facts##* } + 12050))" "$(facts "$ann")"
same "a pension in payment is worked out anew" open "$(state_of "$ann" retirement.reassess)"
same "the person is told" relation_corrected "$(sql "select template from message where person_id = $ann and template like 'relation%' and state <> 'dropped'")"
printf 'id_no,name,period,base,amount\n%s,%s-01,4000,900\n' "$(number "$ann")" "$year" >"$work/late.csv"
st batch import contribution "$work/late.csv" --date 2025-11-07 >"$work/said" 2>&1
same "a payroll that says otherwise asks" "900000 contradiction" "$(sql "select base_fen from contribution where person_id = $ann and period = ${year}01") $(sql "select kind from staged_row where person_id = $ann limit 1")"
same "undone as one, by two" "undoing open $was" "$(move clerk "$ann" $fix undo mistake) $(move reviewer "$ann" $fix approve checked) $(record "$ann")"
judge 2025-11-10
same "and so is what followed" "$facts withdrawn" "$(facts "$ann") $(state_of "$ann" retirement.reassess)"
same "then it may be dropped" "withdrawn" "$(st clerk relations drop "$ann" mistake >/dev/null 2>&1; sql "select state from relation_fix where person_id = $ann")"
same "a month may not be of tomorrow" "a correction has months that are over, a base and a document" "$(said st clerk relations correct "$ann" 2026-01 2026-02 9000 --document x)"

# Insured in two places, told by file.
bob=$(sql "select c.person_id from contribution c join person_fact f using (person_id) where f.pension_status is null and f.died_on is null and f.status = 'contributing'
	and c.scheme = 'employee' and f.birth_date > '1975-01-01' group by 1 order by 1 limit 1")
{ echo "id_no,name,period,base,amount"; for m in 03 04 05 06; do echo "$(number "$bob"),2025-$m,5000,1200"; done; } >"$work/more.csv"
st batch import contribution "$work/more.csv" --date 2025-11-10 >"$work/said" 2>&1
judge 2025-11-10
last=$(sql "select max(period) from contribution where person_id = $bob") to=$(sql "select period_text(max(period)) from contribution where person_id = $bob")
start=$(sql "select period_text(month_of(month_no(max(period)) - 1)) from contribution where person_id = $bob")
was=$(record "$bob") facts=$(facts "$bob")
gone=$(sql "select count(*) from contribution where person_id = $bob and period >= month_of(month_no($last) - 1)")
part=$(sql "select sum(round(base_fen * 0.08)) from contribution where person_id = $bob and period >= month_of(month_no($last) - 1)")
twice() {	# DAY STATE TO
	printf 'id_no,name,place,agency,from_month,to_month,state\n%s,320100,南京市社保中心,%s,%s,%s\n' "$(number "$bob")" "$start" "$3" "$2" >"$work/twice.csv"
	st batch import double_account "$work/twice.csv" --date "$1" --force >"$work/said" 2>&1
}
twice 2025-11-10 insured "$to"
judge 2025-11-11
same "months in two places are somebody's" "open $part" "$(state_of "$bob" $double) $(sql "select monthly_fen from finding where person_id = $bob and rule_id = '$double'")"
twice 2025-11-12 insured "$to"
judge 2025-11-12
same "told twice it is one" 1 "$(sql "select count(*) from task where rule_id = '$double'")"
twice 2025-11-13 cleared "$to"
judge 2025-11-13
same "given up there, nobody is asked" withdrawn "$(state_of "$bob" $double)"
twice 2025-11-14 insured "$to"
judge 2025-11-14
same "corrected, somebody is" open "$(state_of "$bob" $double)"
same "two persons" "proposed done" "$(move clerk "$bob" $double propose person_asked) $(move reviewer "$bob" $double approve checked)"
judge 2025-11-17
same "the months do not count, the account is less" "$((${facts%% *} - gone)) $((${facts##* } - part))" "$(facts "$bob")"
same "the person's part goes back by the next run" "$part" "$(sql "select monthly_fen from benefit where person_id = $bob and kind = 'contribution_refund'")"
same "where it stands" "counts there" "$(st clerk relations doubles "$bob" --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f5)"
same "a run pays it" "$part" "$(st clerk pay prepare 2025-11 >/dev/null 2>&1; sql "select amount_fen from pay_line where person_id = $bob and kind = 'contribution_refund'")"
same "undone by two" "undoing open $was" "$(move clerk "$bob" $double undo mistake) $(move reviewer "$bob" $double approve checked) $(record "$bob")"
judge 2025-11-18
same "as it was" "$facts 0" "$(facts "$bob") $(sql "select count(*) from benefit where person_id = $bob and kind = 'contribution_refund'")"
same "dismissed it stays" "dismissed $was" "$(move clerk "$bob" $double dismiss counts_here) $(record "$bob")"

# Paid while the pension is drawn.
old=$(sql "select f.person_id from person_fact f join enrolment e using (person_id) where f.pension_status = 'paid' and f.died_on is null and e.scheme = 'employee'
	and exists (select from benefit b where b.person_id = f.person_id and b.scheme = 'employee' and b.kind = 'pension' and b.state = 'paid') order by 1 limit 1")
printf 'id_no,name,period,base,amount\n%s,2025-10,5000,1200\n' "$(number "$old")" >"$work/late.csv"
st batch import contribution "$work/late.csv" --date 2025-11-18 >"$work/said" 2>&1
judge 2025-11-19
same "a month paid after the pension began is somebody's" "open 40000" "$(state_of "$old" $wrong) $(sql "select monthly_fen from finding where person_id = $old and rule_id = '$wrong'")"
same "it goes back by two" "proposed done 40000" "$(move clerk "$old" $wrong propose person_asked) $(move reviewer "$old" $wrong approve checked) $(sql "select monthly_fen from benefit where person_id = $old and kind = 'contribution_refund'")"
judge 2025-11-20
same "and is not found again" "" "$(sql "select cause from finding where rule_id = '$wrong'")"
finish
