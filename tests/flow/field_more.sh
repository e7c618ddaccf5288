# Files of senders that correct, repeat, empty and confuse what they told before: every row has one honest end, and what
# it says counts once.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
needs claims
"$steward" generate "$work/more_city" --persons 600 --seed 9 >/dev/null 2>&1

fresh() {	# CASE: an office with the areas of a city on 2025-12-01, and nobody in it
	new_db "more_$1"
	areas_in "more_$1" "$work/more_city"
	sql "update setting set value = '2025-12-01' where name = 'business_day'"
}
number() {	# BIRTH SEQUENCE: a citizen's number
	echo "330600$1$2" | tr -d - | awk '{ split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
		for (i = 1; i <= 17; i++) s += substr($0, i, 1) * w[i]
		print $0 substr("10X98765432", s % 11 + 1, 1) }'
}
register=id_no,name,sex,birth_date,region_code,household,scheme,category,status,start_date,months,account,pension,pension_status,first_paid,certified_on,unemployed_since
rows() {	# FEED HEADER ROWS...
	feed=$1
	n=$((n + 1))
	shift
	printf '%s\n' "$@" >"$work/more_$feed.$n.csv"
	send "$feed" "$work/more_$feed.$n.csv"
}
send() { said=$(st batch import "$1" "$2" 2>&1); [ -z "$FIELD_TALK" ] || echo "# $1: $said"; }
ends() {	# of the rows of the file that came last: read, new, same, corrected, contradictory, doubtful, rejected
	echo "$said" | sed -nE 's/^([0-9]+) rows read = [0-9]+ accepted \(([0-9]+) new, ([0-9]+) same, ([0-9]+) corrected\) \+ ([0-9]+) contradictory \+ ([0-9]+) doubtful \+ ([0-9]+) rejected$/\1 \2 \3 \4 \5 \6 \7/p'
}
judge() { st batch judge >/dev/null 2>&1 || echo "not ok judge"; }
of() {	# NUMBER SQL: of that person, whose id is :p
	sql "with p as (select person_id from person_ident where id_no = '$1') $2" | tr '\n' ' ' | sed 's/ $//'
}
anna=$(number 1955-05-05 111) bo=$(number 1955-05-06 113) carl=$(number 1956-05-06 115)
told() {	# NUMBER NAME BIRTH SCHEME START PENSION STATUS FIRST CERTIFIED: a row of the register
	echo "$1,$2,M,$3,330681001,,$4,${4:+male60},retired,$5,300,0.00,$6,$7,$8,$9,"
}

# What names a thing is corrected, too: one pension, one membership, one certificate, not a second beside it.
fresh keys
retired="$anna 试甲 1955-05-05"
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
rows register $register "$(told $retired employee 1986-01-01 2100.00 paid 2015-08 2025-05-01)"
same "another first month is a correction" "1 0 0 1 0 0 0" "$(ends)"
same "and no second pension" "2015-08-01|employee" "$(of $anna "select valid_from, scheme from benefit join p using (person_id)")"
same "nor a second membership" "1986-01-01" "$(of $anna "select valid_from from enrolment join p using (person_id)")"
same "an earlier certificate takes back the later one" "2025-05-01" \
	"$(of $anna "select certified_on from certification join p using (person_id)")"
rows register $register "$(told $retired resident 1986-01-01 2100.00 paid 2015-08 2025-07-01)"
same "the scheme is one, too" "resident 210000" "$(of $anna "select scheme || ' ' || monthly_fen from benefit join p using (person_id)")"
same "a newer certificate is another" "2025-05-01 2025-07-01" \
	"$(of $anna "select certified_on from certification join p using (person_id) order by 1")"
same "what it was stays readable" "benefit benefit certification enrolment enrolment" \
	"$(of $anna "select kept_in from earlier_row join p using (person_id) order by 1")"
award=id_no,name,awarded_from,base,index_e4,years_e4,account,age_months,amount
rows award $award "$anna,试甲,2015-06-01,5000.00,10000,300000,100.00,139,2100.00"
rows award $award "$anna,试甲,2015-08-01,5000.00,10000,300000,100.00,139,2100.00"
same "an award is one, whatever its day" "2015-08-01" "$(of $anna "select awarded_from from award join p using (person_id)")"
rows contact id_no,name,kind,value,from_date,to_date "$anna,试甲,address,A,2020-01-01,"
rows contact id_no,name,kind,value,from_date,to_date "$anna,试甲,address,A,2020-02-01,"
same "so is an address whose first day is corrected" "2020-02-01" \
	"$(of $anna "select valid_from from contact join p using (person_id)")"

# What was told and is told no more is asked about; half a pension is refused.
fresh gone
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
rows register $register "$(told $retired employee 1985-01-01 '' '' '' 2025-06-01)"
same "a pension that is not told any more is a contradiction" "1 0 0 0 1 0 0" "$(ends)"
rows register $register "$(told $retired employee 1985-01-01 '' '' '' 2025-06-01)" ""
same "and the same again is the same" "1 0 1 0 0 0 0" "$(ends)"
judge
cause=$(sql "select cause from task where rule_id = 'feed.contradiction' and state = 'open'")
same "one question" 1 "$(echo "$cause" | grep -c :)"
same "in Chinese as well" 1 "$(LC_ALL= LC_MESSAGES= LANG=zh_CN.UTF-8 st clerk tasks 2>&1 | grep -c '不再载有“养老金”')"
same "until then it is paid" paid "$(of $anna "select state from benefit join p using (person_id)")"
st clerk decide "$anna" feed.contradiction "$cause" accept --reason documents --version 1 >/dev/null 2>&1
judge
same "who agrees takes it away, readably" "0 210000" "$(of $anna "select count(*) || ' ' || (select body ->> 'monthly_fen'
	from earlier_row join p using (person_id)) from benefit join p using (person_id)")"
rows register $register "$(told $bo 试乙 1955-05-06 employee 1985-01-01 2100.00 paid '' '')" \
	"$(told $carl 试丙 1956-05-06 '' 1985-01-01 '' '' '' '')"
same "half a pension, half a membership is refused" "2 first_paid
3 scheme" "$(sql "select line || ' ' || column_name from reject order by line")"

# The same bytes again are no news, unless others have said otherwise since.
fresh back
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
paid="$work/more_register.$n.csv"
send register "$paid"
same "the same file is nothing to add" 1 "$(echo "$said" | grep -c 'nothing to add')"
rows register $register "$(told $retired employee 1985-01-01 2100.00 ended 2015-06 2025-06-01)"
send register "$paid"
same "but it is after another one" "1 0 0 1 0 0 0" "$(ends)"
same "paid, ended and paid again" paid "$(of $anna "select state from benefit join p using (person_id)")"
send register "$paid"
same "and then again it is nothing" 1 "$(echo "$said" | grep -c 'nothing to add')"
custody=id_no,name,birth_date,kind,from_date,to_date
rows custody $custody "$anna,试甲,1955-05-05,detained,2025-09-01,"
rows custody $custody "$anna,试甲,1955-05-05,detained,2025-09-01,2025-10-01"
send custody "$work/more_custody.$((n - 1)).csv"
same "an end is taken back" "|1" "$(sql "select to_day, count(*) over () from status_event")"
rows custody $custody "$anna,试甲,1955-05-05,prison,2025-09-01,"
same "a kind is corrected" "1 0 0 1 0 0 0 prison" "$(ends) $(sql "select kind from status_event where state = 'valid'")"
judge
same "it is one stay and one task" 1 "$(sql "select count(*) from task where rule_id = 'risk.paid_in_custody' and state = 'open'")"
rows custody $custody "$anna,试甲,1955-05-05,prison,2025-09-03,"
send custody "$work/more_custody.$((n - 1)).csv"
same "a first day goes there and back" "2025-09-01" "$(sql "select from_day from status_event where state = 'valid'")"

# A number twice in a file: the same row is the same; another is refused, however often the file comes.
fresh twice
one=$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)
rows register $register "$one" "$one" "$(told $retired employee 1985-01-01 2300.00 paid 2015-06 2025-06-01)"
same "each has its end" "3 1 1 0 0 0 1" "$(ends)"
send register "$work/more_register.$n.csv"
same "the second word of a file does not become the last by coming twice" 210000 \
	"$(of $anna "select monthly_fen from benefit join p using (person_id)")"
payment=id_no,name,period,amount,paid_on
rows payment $payment "$anna,试甲,2025-10,2100.00,2025-10-10" "$anna,试甲,2025-10,300.00,2025-10-20" \
	"$anna,试甲,2025-10,300.00,2025-10-20"
same "two payments of a month are two" "3 2 1 0 0 0 0" "$(ends)"
rows payment $payment "$anna,试甲,2025-10,300.00,2025-10-20"
same "half of them again is the same" "1 0 1 0 0 0 0" "$(ends)"
rows payment $payment "$anna,试甲,2025-10,2000.00,2025-10-10" "$anna,试甲,2025-10,300.00,2025-10-21"
same "amount and day are corrected" "2 0 0 2 0 0 0" "$(ends)"
same "and add up" "2 230000" "$(of $anna "select count(*) || ' ' || sum(amount_fen) from payment join p using (person_id)")"
rows register $register "$(told $bo 试乙 1955-05-06 employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
claim=claim_no,id_no,name,service_from,service_to,amount,provider
rows claim $claim "K1,$anna,试甲,2025-08-01,2025-08-02,100.00,X" "K2,$anna,试甲,2025-08-01,2025-08-02,100.00,X" \
	"K2,$bo,试乙,2025-08-01,2025-08-02,100.00,X"
same "one claim of two persons in a file is asked about" "3 2 0 0 1 0 0" "$(ends)"
rows claim $claim "K1,$bo,试乙,2025-08-01,2025-08-02,100.00,X"
same "and of another person in the next" "1 0 0 0 1 0 0" "$(ends)"
judge
cause=$(sql "select cause from task where rule_id = 'feed.contradiction' order by cause desc limit 1")
st clerk decide "$bo" feed.contradiction "$cause" accept --reason documents --version 1 >/dev/null 2>&1
judge
same "it is of one" "1 $bo" "$(sql "select count(*) over () || ' ' || id_no from claim join person_ident using (person_id)
	where claim_no = 'K1'")"
same "in the facts as well" 0 "$(of $anna "select count(*) from claim_fact join p using (person_id) where claim_no = 'K1'")"

# Who is asked about, once: one question for alike rows, the newer word about one, and nothing lost by "someone else".
fresh doubts
death=id_no,name,birth_date,died_on,place
other=$(number 1955-05-05 117)
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
rows claim $claim "K1,$anna,某甲,2025-08-01,2025-08-02,100.00,X" "K2,$anna,某甲,2025-08-03,2025-08-04,200.00,X" \
	"K3,$anna,某乙,2025-08-03,2025-08-04,300.00,X"
judge
same "alike rows of a file are one question" "3 0 0 0 0 3 0 2" "$(ends) $(sql "select count(*) from task where rule_id = 'feed.match'")"
cause=$(sql "select cause from task where rule_id = 'feed.match' order by cause limit 1")
st clerk decide "$anna" feed.match "$cause" accept --reason documents --version 1 >/dev/null 2>&1
judge
same "and one answer" "K1 K2" "$(of $anna "select claim_no from claim join p using (person_id) order by 1")"
rows death $death "$other,试甲,1955-05-05,2025-11-20,"
judge
cause=$(sql "select cause from task where rule_id = 'feed.match' and state = 'open' order by split_part(cause, ':', 1)::bigint desc, cause desc limit 1")
st clerk decide "$anna" feed.match "$cause" dismiss --reason other_person --version 1 >/dev/null 2>&1
rows register $register "$(told $other 试甲 1955-05-05 employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
same "another number of a known name is asked about" "1 0 0 0 0 1 0" "$(ends)"
judge
rows register $register "$(told $other 试甲 1955-05-05 employee 1985-01-01 2300.00 paid 2015-06 2025-06-01)"
judge
same "the newer word is asked about instead" 1 "$(sql "select count(*) from task t join staged_row r on t.cause = r.batch_id || ':' || r.line
	where t.rule_id = 'feed.match' and t.state = 'open' and r.body ->> 'id_no' = '$other'")"
cause=$(sql "select cause from task where rule_id = 'feed.match' and state = 'open' order by split_part(cause, ':', 1)::bigint desc limit 1")
st clerk decide "$anna" feed.match "$cause" dismiss --reason other_person --version 1 >/dev/null 2>&1
judge
same "who is somebody else is registered with it" 230000 "$(of $other "select monthly_fen from benefit join p using (person_id)")"
judge
same "and the death that was nobody's is his" "2025-11-20 open" "$(of $other "select cause || ' ' || state from task join p using (person_id)
	where rule_id = 'risk.paid_after_death'")"
same "not hers" 0 "$(of $anna "select count(*) from status_event join p using (person_id)")"

# A slip in the number, and the file came before the person: who has the name and the birth day is asked about.
fresh slip
rows death $death "$other,试甲,1955-05-05,2025-11-20,"
same "a number of nobody" "1" "$(sql "select count(*) from reject where state = 'open'")"
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
judge
same "is asked about when the person is registered" "feed.match open 0" "$(of $anna "select rule_id || ' ' || state from task join p using (person_id)") $(
	sql "select count(*) from reject where state = 'open'")"

# The empty day of another program lies between birth and membership: it waits, and nothing counts as paid after it.
fresh early
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01)"
rows death $death "$anna,试甲,1955-05-05,1970-01-01,"
same "a death before the membership is asked about" "1 0 0 0 1 0 0" "$(ends)"
rows death_notice id_no,name,birth_date,died_on,source,place "$anna,试甲,1955-05-05,1984-12-31,hospital,市医院"
same "whoever tells it" "1 0 0 0 1 0 0" "$(ends)"
judge
same "nothing is paid after it" "feed.contradiction feed.contradiction 0" "$(of $anna "select rule_id from task join p using (person_id) where state = 'open'") $(
	of $anna "select coalesce(overpaid_fen, 0) from person_fact join p using (person_id)")"
rows death $death "$anna,试甲,1955-05-05,1970-01-01," "$bo,试乙,1955-05-06,2025-11-01,"
judge
same "the same again is not asked again" 2 "$(of $anna "select count(*) from task join p using (person_id)")"
cause=$(sql "select cause from task where rule_id = 'feed.contradiction' order by split_part(cause, ':', 1)::bigint limit 1")
st clerk decide "$anna" feed.contradiction "$cause" accept --reason documents --version 1 >/dev/null 2>&1
judge
same "who agrees lets it count" "1970-01-01" "$(of $anna "select cause from task join p using (person_id) where rule_id = 'risk.paid_after_death' and state = 'open'")"
rows death $death "$anna,试甲,1955-05-05,1985-01-01,"
same "the first day of a membership may be the last" "1 1 0 0 0 0 0" "$(ends | sed 's/^1 0 0 1/1 1 0 0/')"

# Areas bring persons, persons what is told of them: one run.
fresh chain
rows death $death "$anna,试甲,1955-05-05,2025-11-20,"
rows register $register "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01 | sed s/330681001/330681999/)"
rows areas area,name,parent 330681999,新镇,330681
judge
same "all that waited comes in" "2025-11-20 open 0" "$(sql "select cause || ' ' || state from task where rule_id =
	'risk.paid_after_death'") $(sql "select count(*) from reject")"

# How a spreadsheet writes.
fresh spreadsheet
rows register "$register,," "$(told $retired employee 1985-01-01 2100.00 paid 2015-06 2025-06-01),,"
same "empty columns behind the last are none" "1 1 0 0 0 0 0" "$(ends)"
rows death id_no,name,birth_date,died_on,place "'$anna,试甲,1955-05-05,2025-11-20,"
same "nor is the apostrophe before a number" "1 1 0 0 0 0 0" "$(ends)"
printf '%s\n%s,试\0甲,M,1955-05-06,330681001,,,,none,,,,,,,,\n' $register $bo >"$work/more_zero.csv"
send register "$work/more_zero.csv"
same "a name with a zero in it is no shorter name" "1 0 0 0 0 0 1" "$(ends)"
finish
