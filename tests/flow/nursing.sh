# Visits of nurses at home: what cannot have been waits for a clerk, the rest is payable.  tests/proof/nursing.sh does a million.
. "$srcdir/tests/lib.sh"
needs nursing
small_city nursing 1500 7
box="$work/nursing"
mkdir -p "$box"
# In one function the neighbours would be looked for by what was known of an empty table: of a million that has no end.
same "what follows the keep of a file is planned after it" "feed_homevisit\$" "$(sql "select string_agg(proname, ' ') from pg_proc
	where starts_with(proname, 'feed_homevisit') and prosrc like '%join homevisit o using (nurse_id, day)%'")"
two=$(sed -n 2p "$city/register.csv" | cut -d, -f1,2)
three=$(sed -n 3p "$city/register.csv" | cut -d, -f1,2)
take() { st batch import "$1" "$box/$1.csv" --date "$2" 2>"$box/said" || cat "$box/said"; }
judge() { st batch judge --date "$1" 2>"$box/said" || cat "$box/said"; }
settle() { st clerk nursing settle 2025-11 "$@" --format csv 2>/dev/null | tr -d '\r' | sed 1d; }
found() { sql "select string_agg(v.visit_no || ' ' || substr(t.rule_id, 9), ', ' order by v.visit_no, t.rule_id) from task t
	join homevisit v on v.homevisit_id = t.subject_id and v.person_id = t.person_id where t.task_type = 'nursing_check' and t.state = 'open'"; }
visits() {	# ROWS: number, person, nurse, day, from, to
	echo visit_no,id_no,name,nurse_licence,nurse,kind,place,lat,lon,day,began,ended
	printf '%s\n' "$@"
}
printf 'licence,name,lat,lon\nN1,Anna,36.0,120.3\nN2,Berta,36.0,120.3\n' >"$box/home_nurse.csv"
take home_nurse 2025-11-03
visits "a1,$two,N1,Anna,nursing,,36.0,120.3,2025-11-03,09:00,10:00" \
	"a2,$three,N1,Anna,nursing,,36.0,120.3,2025-11-03,10:00,11:00" >"$box/homevisit.csv"
take homevisit 2025-11-03
same "before it is checked nothing is payable" "unchecked,2,120,2,1" "$(settle)"
judge 2025-11-03
same "visits one after the other are nothing" "payable,2,120,2,1" "$(settle)"
same "nor is a task open" "" "$(found)"

# The same visit told anew one minute longer: then it is at once with one of another person, who was not told of.
visits "a1,$two,N1,Anna,nursing,,36.0,120.3,2025-11-03,09:00,10:01" >"$box/homevisit.csv"
take homevisit 2025-11-04
judge 2025-11-04
same "one minute at once is too much, and both wait" "a1 nurse_twice, a2 nurse_twice" "$(found)"
same "held visits are not payable" "held,2,121,2,1" "$(settle)"
same "each with its reason" "a1,nursing.nurse_twice a2,nursing.nurse_twice " "$(settle held | awk -F, '{ printf "%s,%s ", $1, $NF }')"
who() { sql "select person_id from homevisit where visit_no = '$1'"; }
st clerk decide "$(who a1)" nursing.nurse_twice a1 confirm --reason person_asked >/dev/null 2>&1
st clerk decide "$(who a2)" nursing.nurse_twice a2 refuse --reason no_visit >/dev/null 2>&1
same "a clerk has confirmed one and refused the other" "payable,1,61,1,1 refused,1,60,1,1 " "$(settle | tr '\n' ' ')"
judge 2025-11-05
same "which stands the next day" "payable,1,61,1,1 refused,1,60,1,1 " "$(settle | tr '\n' ' ')"
visits "a1,$two,N1,Anna,nursing,,36.0,120.3,2025-11-03,09:00,09:50" "a3,$two,N2,Berta,nursing,,36.0,120.3,2025-11-04,09:00,10:00" \
	"a4,$three,N2,Berta,nursing,,36.0,120.3,2025-11-04,09:59,11:00" >"$box/homevisit.csv"
take homevisit 2025-11-05
judge 2025-11-05
visits "a3,$two,N2,Berta,nursing,,36.0,120.3,2025-11-04,08:00,09:00" >"$box/homevisit.csv"
take homevisit 2025-11-06
judge 2025-11-06
same "put right, both are free again" "" "$(found)"

# Care without a level on its day, the stay's own first day, a place without coordinates, times the wrong way.
visits "b1,$two,N1,Anna,care,,36.0,120.3,2025-11-05,09:00,10:00" "b2,$two,N1,Anna,nursing,home,,,2025-11-05,11:00,12:00" \
	"b3,$three,N2,Berta,nursing,home,,,2025-11-05,12:00,11:00" "b4,$three,,,nursing,home,,,2025-11-05,08:00,09:00" >"$box/homevisit.csv"
take homevisit 2025-11-07
judge 2025-11-07
same "care that nobody granted, times the wrong way, an unknown nurse" \
	"b1 outside_package, b3 incomplete, b4 incomplete" "$(found)"
# Eight of November are there, two of them not verified; a2 was refused, for it was at once with a1.
st batch refresh 2>/dev/null
figure() { sql "select round(case when of_total is null then counted else 100.0 * counted / nullif(of_total, 0) end, 2) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
same "six of eight visits are verified" "6.00 75.00" "$(figure I3) $(figure I4)"
same "of the two at once the one refused still counts, for ten thousand" 1250.00 "$(sql "select round(counted / of_total, 2)
	from indicator_value where indicator = 'I7' and region_code = 0 order by business_day desc limit 1")"
same "nobody works for more than a day" 0.00 "$(figure I5)"
same "a month is told as one" 1 "$(st clerk nursing settle 2025-13 2>&1 | grep -c 'YYYY-MM')"

# A year in small, with known truth.
box="$box/year"
mkdir -p "$box"
awk -v n=20000 -v out="$box" -f "$srcdir/tests/proof/nursing.awk" "$city/register.csv"
for feed in home_nurse home_care homevisit death claim_charge; do
	import_if_known $feed "$box/$feed.csv" 2025-11-08
done
judge 2025-11-08
sql "select v.visit_no, substr(t.rule_id, 9) from task t join homevisit v on v.homevisit_id = t.subject_id and v.person_id = t.person_id
	where t.state = 'open' and v.visit_no ~ '^[VX]'" | tr '|' , | LC_ALL=C sort >"$box/found"
[ -e "$builddir/lib/steward/modules/claims.so" ] || sed -i /in_hospital/d "$box/truth"
[ -e "$builddir/lib/steward/modules/risk.so" ] || sed -i /after_death/d "$box/truth"
same "200 are planted, of seven checks" "7" "$(cut -d, -f2 "$box/truth" | sort -u | wc -l | tr -d ' ')"
same "every one is held by its check" "" "$(LC_ALL=C sort "$box/truth" | LC_ALL=C comm -23 - "$box/found" | head -5)"
same "and nothing else but the other of a pair" "" "$(cut -d, -f1 "$box/truth" | cat - "$box/pairs" | LC_ALL=C sort -u >"$box/known"
	cut -d, -f1 "$box/found" | LC_ALL=C sort -u | LC_ALL=C comm -13 "$box/known" - | head -5)"
same "a task knows the visit it is about" "homevisit t" "$(sql "select min(t.subject), bool_and(v.homevisit_id is not null) from task t
	left join homevisit v on v.homevisit_id = t.subject_id where t.rule_id like 'nursing.%'" | tr '|' ' ')"
finish
