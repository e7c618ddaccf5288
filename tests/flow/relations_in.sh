# Insurance relations that come from another place: application, letter, information form and money, taken in by two persons,
# and all that can go otherwise on the way.
. "$srcdir/tests/lib.sh"
needs relations
needs employment
needs fund
small_city relations_in 1500 9
box="$work"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'done', 'dismissed'), opened_on desc, cause desc limit 1"; }
state_of() { sql "select state from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'done', 'dismissed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "relations.$3" "$(cause_of "$2" "relations.$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
stand() { sql "select stand from relation_in_now where letter_no = '$1'"; }
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
worker() {	# SEX AGE NTH
	sql "select person_id from person_fact join enrolment e using (person_id) where sex = '$1' and person_fact.status = 'contributing'
		and pension_status is null and died_on is null and person_fact.scheme = 'employee' and birth_date > date '2025-11-03' - interval '$2 years'
		and extract(year from age(date '2025-11-03', birth_date)) >= $2 - 10 order by 1 offset $3 limit 1"
}
head="letter_no,id_no,name,row_no,row_count,from_month,to_month,base,account,pooled"
form() {	# LETTER PERSON DAY ROWS...: ROW,OF,FROM,TO,BASE,ACCOUNT,POOLED
	letter=$1 person=$2 day=$3
	shift 3
	{ echo "$head"; for r in "$@"; do echo "$letter,$(number "$person"),$r"; done; } >"$work/form.csv"
	st batch import transfer_form "$work/form.csv" --date "$day" --force >"$work/said" 2>&1
}
money() {	# LETTER YUAN DAY
	printf 'day,scheme,flow,project,amount\n%s,employee,transfer_in,%s,%s\n' "$3" "$1" "$2" >"$work/fund.csv"
	st batch import fund "$work/fund.csv" --date "$3" --force >"$work/said" 2>&1 || cat "$work/said"
}
facts() { sql "select months_total || ' ' || account_fen from person_fact where person_id = $1"; }
letters() { sql "select string_agg(template, ' ' order by message_id) from message where person_id = $1 and template like 'relation%'"; }

judge 2025-11-03
ann=$(worker M 40 0) bob=$(worker M 40 1) cem=$(worker F 35 0)
sql "insert into contact (person_id, kind, value, region_code, valid_from, batch_id, line) select person_id, 'address', '暨阳路1号', region_code,
	'2025-01-01', 0, 0 from person where person_id in ($ann, $bob) on conflict do nothing"
old=$(sql "select person_id from person_fact where sex = 'F' and status = 'contributing' and scheme = 'employee' and died_on is null
	and pension_status is null and birth_date < '1983-01-01' order by 1 limit 1")
paid=$(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null order by 1 limit 1")
months=$(facts "$ann" | cut -d' ' -f1) account=$(facts "$ann" | cut -d' ' -f2)

same "whoever draws a pension transfers nothing any more" "the person draws a pension: nothing is transferred any more" \
	"$(said st clerk relations apply "$paid" 330100 杭州市社保中心)"
same "the other place has a code" "say the other place and its agency" "$(said st clerk relations apply "$ann" Hangzhou 杭州市社保中心)"
st clerk relations apply "$old" 330100 杭州市社保中心 >"$work/said" 2>&1
same "past the age a temporary account is kept, and the person is told" "temporary relation_word" \
	"$(sql "select state from relation_in where person_id = $old") $(letters "$old")"
st clerk relations withdraw "$old" "$(sql "select letter_no from relation_in where person_id = $old")" "household moves" >"$work/said" 2>&1
st clerk relations apply "$old" 330100 杭州市社保中心 --ground home >"$work/said" 2>&1
same "not where the household is here" "asked withdrawn" "$(sql "select string_agg(state, ' ' order by state) from relation_in where person_id = $old")"

st clerk relations apply "$ann" 330100 杭州市社保中心 >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $ann")
same "an application is somebody's at once, within 15 working days" "open 2025-11-24" \
	"$(state_of "$ann" relations.ask) $(sql "select due from task where person_id = $ann and rule_id = 'relations.ask'")"
st clerk relations apply "$ann" 330100 杭州市社保中心 >"$work/said" 2>&1
same "asked twice it is one" 1 "$(sql "select count(*) from relation_in where person_id = $ann")"
same "no letter before its step" "the letter has not been sent" "$(said st clerk relations letter "$ann" "$R" --out "$work/letter.pdf")"
form "$R" "$ann" 2025-11-03 1,1,2015-01,2015-12,5000,4800,7200
same "nor is a form awaited" "no form is awaited for this letter" "$(sql "select detail from reject order by batch_id desc limit 1")"
same "the letter goes" done "$(move clerk "$ann" ask send checked)"
st clerk relations letter "$ann" "$R" --out "$work/letter.pdf" >"$work/said" 2>&1
same "as paper" "%PDF" "$(head -c 4 "$work/letter.pdf" 2>/dev/null)"
same "the person has a receipt" relation_receipt "$(letters "$ann")"

# The other place is silent.
judge 2025-11-25
same "an answer that does not come is a task" "open awaited" "$(state_of "$ann" relations.late) $(stand "$R")"
st batch refresh >"$work/said" 2>&1
same "the board counts what is under way, and overdue" "2 2" "$(sql "select string_agg(counted::int::text, ' ' order by indicator) from indicator_value
	where indicator in ('J11', 'J11d') and region_code = 0 and business_day = '2025-11-25'")"
same "reminded its days begin anew" "done 2025-12-16" "$(move clerk "$ann" late remind written) $(sql "select due from relation_in where letter_no = '$R'")"
judge 2025-11-26
same "and nobody is asked before" "" "$(sql "select cause from task where rule_id = 'relations.late' and state = 'open'")"

# The form: of somebody else, not whole, whole; then the money, which differs.
form "$R" "$bob" 2025-11-27 1,1,2015-01,2015-12,5000,4800,7200
same "a form of another person is no form of this letter" "the letter is about somebody else" "$(sql "select detail from reject order by batch_id desc limit 1")"
printf '%s\n%s,330681193001010015,无此人,1,1,2015-01,2015-12,5000,4800,7200\n' "$head" "$R" >"$work/form.csv"
st batch import transfer_form "$work/form.csv" --date 2025-11-27 --force >"$work/said" 2>&1
same "a person nobody knows is refused" "0" "$(sql "select count(*) from relation_form")"
printf '%s\nR1,%s,1,1,2015-01,2015-12,5000,4800,7200\n' "$head" "$(number "$ann")" >"$work/form.csv"
st batch import transfer_form "$work/form.csv" --date 2025-11-27 --force >"$work/said" 2>&1
same "and a letter that nobody wrote" "0" "$(sql "select count(*) from relation_form")"
form "$R" "$ann" 2025-11-27 1,2,2015-01,2015-12,5000,4800,7200
same "a row of two is not the form" "form not whole" "$(stand "$R")"
form "$R" "$ann" 2025-11-28 1,2,2015-01,2015-12,5000,4800,7200 2,2,2016-01,2016-06,6000,2880,4320
same "a form without money waits" "form alone" "$(stand "$R")"
form "$R" "$ann" 2025-11-29 1,2,2015-01,2015-12,5000,4800,7200 2,2,2016-01,2016-06,6000,2880,4320
same "told twice it is one" "2" "$(sql "select count(*) from relation_form where letter_no = '$R'")"
money "$R" 19000.00 2025-11-30
judge 2025-12-01
same "money that is not the form's is a task" "open differs" "$(state_of "$ann" relations.differs) $(stand "$R")"
same "and nothing is taken in" "" "$(state_of "$ann" relations.take)"
money "$R" 200.00 2025-12-01
judge 2025-12-02
same "the rest ends it" "withdrawn open to take in" "$(state_of "$ann" relations.differs) $(state_of "$ann" relations.take) $(stand "$R")"
same "what both persons read" '["%s months come in, %s are held here already (what counts: %s); account %s, pooled %s, by the law %s; to the person %s", "18", "0", "here", "7680.00", "11520.00", "11520.00", "0.00"]' \
	"$(sql "select say from finding where rule_id = 'relations.take' and person_id = $ann")"
same "within 15 working days of both" "$(sql "select due_on('2025-12-01', 0, 15)")" "$(sql "select due from task where person_id = $ann and rule_id = 'relations.take'")"
same "one proposes" proposed "$(move clerk "$ann" take propose form_and_money)"
same "and does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" take approve checked)"
same "the applicant cannot withdraw meanwhile" "a proposal waits for its second person" "$(said st clerk relations withdraw "$ann" "$R" moved)"
same "another takes it in" "done taken" "$(move reviewer "$ann" take approve checked) $(stand "$R")"
judge 2025-12-03
same "months and account are the person's, as rules read them" "$((months + 18)) $((account + 768000))" "$(facts "$ann")"
same "the person is told" "relation_receipt relation_taken" "$(letters "$ann")"
same "a pension would rest on them" "2015:12:500000 2016:6:600000" "$(sql "select retire_paid($ann, 201606)")"

# Taken back by two, and taken in once more.
same "taken back by two" "undoing open" "$(move clerk "$ann" take undo mistake) $(move reviewer "$ann" take approve checked)"
judge 2025-12-04
same "as it was" "$months $account to take in" "$(facts "$ann") $(stand "$R")"
same "the letter that had not gone goes no more" "dropped" "$(sql "select state from message where person_id = $ann and template = 'relation_taken'")"
move clerk "$ann" take propose form_and_money >/dev/null
move reviewer "$ann" take approve checked >/dev/null

# Corrected after it was taken in: decided by two again, and the difference is put.
form "$R" "$ann" 2025-12-05 1,2,2015-01,2015-12,5000,4800,7200 2,2,2016-01,2016-05,6000,2880,4320
judge 2025-12-06
same "a corrected form is looked at once more" "open form corrected" "$(state_of "$ann" relations.take) $(stand "$R")"
move clerk "$ann" take propose form_and_money >/dev/null
same "by two" "done taken" "$(move reviewer "$ann" take approve checked) $(stand "$R")"
judge 2025-12-07
same "a month less, the account as it was" "$((months + 17)) $((account + 768000))" "$(facts "$ann")"
same "undone, it is as it was taken in before" "undoing open form corrected" "$(move clerk "$ann" take undo mistake) $(move reviewer "$ann" take approve checked) $(stand "$R")"
judge 2025-12-08
same "with that month" "$((months + 18)) $((account + 768000))" "$(facts "$ann")"
# A file that tells the month otherwise is no silent end of it.
printf 'id_no,name,period,base,amount\n%s,2016-06,9000,1200\n' "$(number "$ann")" >"$work/contribution.csv"
st batch import contribution "$work/contribution.csv" --date 2025-12-08 --force >"$work/said" 2>&1
same "a payroll that says otherwise asks" "600000 contradiction" "$(sql "select base_fen from contribution where person_id = $ann and period = 201606") $(sql "select kind from staged_row where person_id = $ann limit 1")"

# Months that were paid in both places.
{ echo "id_no,name,period,base,amount"; for m in 07 08 09; do echo "$(number "$cem"),2025-$m,4500,1080"; done; } >"$work/contribution.csv"
st batch import contribution "$work/contribution.csv" --date 2025-12-08 --force >"$work/said" 2>&1
judge 2025-12-08
own=$(sql "select max(period) from contribution where person_id = $cem and scheme = 'employee'")
last=$(sql "select to_char(to_date('$own', 'YYYYMM'), 'YYYY-MM')") before=$(sql "select to_char(to_date('$own', 'YYYYMM') - interval '1 year' + interval '1 month', 'YYYY-MM')")
held=$(sql "select count(*) from contribution where person_id = $cem and scheme = 'employee' and period > $(echo "$before" | tr -d -) - 1")
months=$(facts "$cem" | cut -d' ' -f1) account=$(facts "$cem" | cut -d' ' -f2)
st clerk relations apply "$cem" 330200 宁波市社保中心 --ground home >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $cem")
move clerk "$cem" ask send checked >/dev/null
form "$R" "$cem" 2025-12-09 "1,1,$before,$last,5000,4800.00,7200.00"
money "$R" 12000.00 2025-12-09
judge 2025-12-10
same "months held here already are told" "$((12 - held)) $held here $((held * 400)).00" "$(sql "select concat_ws(' ', say::jsonb ->> 1, say::jsonb ->> 2, say::jsonb ->> 3, say::jsonb ->> 7)
	from finding where rule_id = 'relations.take' and person_id = $cem")"
move clerk "$cem" take propose form_and_money >/dev/null
same "by two" done "$(move reviewer "$cem" take approve checked)"
judge 2025-12-11
same "no month counts twice, and the account has what is left" "$((months + 12 - held)) $((account + 480000 - held * 40000))" "$(facts "$cem")"
same "the person's part goes back by the next run" "contribution_refund $((held * 40000))" "$(sql "select kind || ' ' || monthly_fen from benefit where person_id = $cem and kind = 'contribution_refund'")"
st clerk relations counts "$cem" "$R" there >"$work/said" 2>&1
judge 2025-12-12
same "the person chooses what was paid there" "open form corrected" "$(state_of "$cem" relations.take) $(stand "$R")"
move clerk "$cem" take propose form_and_money >/dev/null
same "by two again" done "$(move reviewer "$cem" take approve checked)"
judge 2025-12-13
same "then the months of here do not count" "$held $((months + 12 - held))" "$(sql "select count(*) from contribution where person_id = $cem and scheme = 'double'") $(facts "$cem" | cut -d' ' -f1)"

# Withdrawn by the applicant, sent back by the other place.
st clerk relations apply "$bob" 330300 温州市社保中心 >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $bob")
move clerk "$bob" ask send checked >/dev/null
same "it is undone as long as nothing came" "undoing open applied for" "$(move clerk "$bob" ask undo mistake) $(move manager "$bob" ask approve checked) $(stand "$R")"
move clerk "$bob" ask send checked >/dev/null
st clerk relations returned "$bob" "$R" "nobody of this name" >"$work/said" 2>&1
same "what the other place sends back is told to the person" "returned relation_receipt relation_word" "$(stand "$R") $(letters "$bob")"
st clerk relations apply "$bob" 330300 温州市社保中心 >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $bob and state = 'asked'")
st clerk relations withdraw "$bob" "$R" "stays there" >"$work/said" 2>&1
same "what is withdrawn is nobody's task" "withdrawn withdrawn" "$(stand "$R") $(sql "select state from task where person_id = $bob and cause = '$R' and rule_id = 'relations.ask'")"
# Of residents the account comes, and no months; a transfer that is not taken in gives its money back.
dan=$(worker M 35 2)
months=$(facts "$dan" | cut -d' ' -f1) account=$(facts "$dan" | cut -d' ' -f2)
st clerk relations apply "$dan" 330500 湖州市社保中心 --scheme resident >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $dan")
move clerk "$dan" ask send checked >/dev/null
st clerk relations form "$dan" "$R" --from 2012-01-01 --to 2014-12-31 --base 100 --account 3600.00 >"$work/said" 2>&1
same "a form on paper is entered by hand" "201201 201412 360000" "$(sql "select from_period || ' ' || to_period || ' ' || account_fen from relation_form where letter_no = '$R'")"
money "$R" 3600.00 2025-12-13
judge 2025-12-15
same "refused, the money goes back" "dismissed refused $R return 360000" "$(move clerk "$dan" take dismiss data_wrong) $(stand "$R") $(st clerk relations pay make >"$work/said" 2>&1
	sql "select ref || ' ' || what || ' ' || amount_fen from remit_line where ref = '$R'")"
same "undone, it waits again" "undoing open to take in" "$(move clerk "$dan" take undo mistake) $(move manager "$dan" take approve checked) $(stand "$R")"
move clerk "$dan" take propose form_and_money >/dev/null
same "by two" done "$(move reviewer "$dan" take approve checked)"
judge 2025-12-16
same "the account is more, the months are not" "$months $((account + 360000))" "$(facts "$dan")"
# Who dies before it is taken in.
eve=$(worker M 35 3)
st clerk relations apply "$eve" 330500 湖州市社保中心 >"$work/said" 2>&1
R=$(sql "select letter_no from relation_in where person_id = $eve")
move clerk "$eve" ask send checked >/dev/null
form "$R" "$eve" 2025-12-16 1,1,2015-01,2015-12,5000,4800.00,7200.00
money "$R" 12000.00 2025-12-16
judge 2025-12-17
printf 'id_no,name,birth_date,died_on,place\n%s,%s,2025-12-16,家中\n' "$(number "$eve")" "$(sql "select birth_date from person where person_id = $eve")" >"$work/death.csv"
st batch import death "$work/death.csv" --date 2025-12-18 --force >"$work/said" 2>&1
judge 2025-12-18
same "of the dead nothing is taken in" "the person is reported dead" "$(move clerk "$eve" take propose form_and_money)"
same "the money goes back" "dismissed refused" "$(move clerk "$eve" take dismiss dead) $(stand "$R")"
same "the list has what waits" "2" "$(st clerk relations withdraw "$old" "$(sql "select letter_no from relation_in where person_id = $old and state = 'asked'")" "not now" >/dev/null 2>&1
	st clerk relations apply "$bob" 330400 嘉兴市社保中心 >/dev/null 2>&1; st clerk relations list --format csv 2>/dev/null | tr -d '\r' | sed 1d | grep -c .)"
# At the workbench: the page's key opens the form, the list has what comes and goes, in Chinese as well.
desk() { printf '%s\n' "$@" . | st clerk desk --line 2>&1; }
fay=$(worker M 35 4)
desk "/$(number "$fay" | cut -d, -f1)" m =330600 =绍兴市社保中心 "" >"$work/desk"
same "a key and a form apply" "330600 绍兴市社保中心 asked" "$(sql "select place || ' ' || office || ' ' || state from relation_in where person_id = $fay")"
move clerk "$fay" ask send checked >/dev/null
R=$(sql "select letter_no from relation_in where person_id = $fay")
n=$(desk :re | sed -n "s/^[> ] *\([0-9]*\) .*$R.*/\1/p" | head -1)
desk :re "$n" x "=stays there" "" >"$work/desk"
same "and a key on its page withdraws" "withdrawn stays there" "$(sql "select state || ' ' || why from relation_in where letter_no = '$R'")"
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN desk :re >"$work/desk"
same "in Chinese as well" "1 1 1" "$(for w in 社保关系转移 转入 联系函号; do grep -q "$w" "$work/desk" && echo 1; done | paste -sd ' ')"
finish
