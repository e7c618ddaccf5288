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
finish
