# Which work is asked for by occupation and area, and what the next months may bring: what is said of them is worked out
# here by awk from the months that were planted.
. "$srcdir/tests/lib.sh"
needs employment
small_city demand 600 5
sql "update setting set value = '2025-12-10' where name = 'business_day'"
town=$(sql "select min(region_code) from region where parent_code = 330681")
other=$(sql "select max(region_code) from region where parent_code = 330681")
# Posts of two occupations in 36 months, the second in the last fourteen; a third only this month.
awk -v town="$town" -v other="$other" 'BEGIN {
	print "vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,posted_on,expires_on"
	for (i = 0; i < 36; i++) {
		m = sprintf("%d-%02d", 2022 + int((i + 11) / 12), (i + 11) % 12 + 1)
		n = 10 + (i % 12) * 3 + int(i / 12) * 6
		printf "A%d,U1,Bus Company,4-02-05-01,,%d,5000,%d,%s-03,%s-20\n", i, n, town, m, m
		printf "%d %d\n", i, n > "'"$work/months"'"
		if (i >= 22) printf "B%d,U2,Yard,6-18-01-01,,4,9000,%d,%s-03,%s-20\n", i, other, m, m
	}
	print "C1,U2,Yard,6-29-01-01,,7,9000," other ",2025-12-02,2025-12-20" }' >"$work/vacancy.csv"
st batch import vacancy "$work/vacancy.csv" --date 2025-12-10 --force >/dev/null 2>&1
same "all of them came in" 51 "$(sql "select count(*) from vacancy")"
row() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
{ echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	for i in 2 3 4 5; do echo "$(row $i),2025-0$i-10,seeking,4-02-05-01,,$town,,,,"; done
	echo "$(row 6),2024-03-10,seeking,4-02-05-01,,$town,,,,"
	echo "$(row 7),2025-03-10,employed,4-02-05-01,,$town,,,,"; } >"$work/job_seeker.csv"
st batch import job_seeker "$work/job_seeker.csv" --date 2025-12-10 --force >/dev/null 2>&1

demand() { st clerk employment demand "$@" --format csv 2>/dev/null | tr -d '\r'; }
of() { demand $2 | awk -F, -v o="$1" '$1 == o { print $2, $3, $4, $5, $6, $7, $8, $9 }'; }

# The same month of the year before, times how the year grew; of the last twelve months as it was to be seen then.
cat >"$work/wanted.awk" <<'AWK'
function sum(a, b,   i, s) { for (i = a; i <= b; i++) s += n[i]; return s }
function grown(o,   g) { g = sum(o - 12, o - 1) / sum(o - 24, o - 13); return g > 2 ? 2 : g < 0.5 ? 0.5 : g }
function said(i, o,   x) {
	x = o >= 24 ? n[i - 12] * grown(o) : o >= 12 ? n[i - 12] : (n[o - 1] + n[o - 2] + n[o - 3]) / 3
	return int(x + 0.5)
}
{ n[$1] = $2 }
END {
	for (i = 24; i < 36; i++) { d = said(i, i) - n[i]; off += d < 0 ? -d : d }
	y = sum(24, 35); b = sum(12, 23)
	printf "%d %d %.1f 4 %.2f %d %d %.1f\n", y, b, 100 * (y - b) / b, y / 4, said(36, 36),
		said(36, 36) + said(37, 36) + said(38, 36), 100 * off / y
}
AWK
same "twelve months, the twelve before, who seeks, the next months, how far off it was" "$(awk -f "$work/wanted.awk" "$work/months")" \
	"$(of 4-02-05-01)"
# Fourteen months: the same month of the year before, without its growth; before that the mean of three.
same "in its second year what was a year before" "48 8 500.0 0  4 12" "$(of 6-18-01-01 | cut -d' ' -f1-7)"
same "this month is not counted before it has ended" "0 0" "$(of 6-29-01-01 | tr -s ' ' | sed 's/ $//')"
same "an area has its own, with all in it" "4-02-05-01" "$(demand --region "$town" | sed 1d | cut -d, -f1 | sort | tr '\n' ' ' | sed 's/ $//')"
why=$(st clerk employment demand 4-02-05-01 2>/dev/null | tr -s ' ' | sed -n '/^ *2025-12 /s/.*[0-9] \([0-9]* posts in\)/\1/p')
same "each month with its reason" "22 posts in 2024-12, times 1.18: $(awk '$1 >= 24 { s += $2 } END { print s }' "$work/months") in twelve months, $(awk '$1 >= 12 && $1 < 24 { s += $2 } END { print s }' "$work/months") in the twelve before" "$why"

# Corrected and told again: the next look has it.
sed -n '1p;/^A35,/s/,[0-9]*,5000/,500,5000/p' "$work/vacancy.csv" >"$work/again.csv"
st batch import vacancy "$work/again.csv" --date 2025-12-10 --force >/dev/null 2>&1
same "a year that grew past twice counts as twice" "2.00" "$(sql "select (how::jsonb ->> 3) from demand_months(null, '4-02-05-01') where month = '2025-12-01'" |
	head -1)"
# Who works in one town is shown its posts and its seekers, whatever area is asked for.
sql "update staff set region_code = $other where login = 'clerk'"
same "who works in one town has its occupations alone" "6-18-01-01 6-29-01-01" \
	"$(demand | sed 1d | cut -d, -f1 | sort | tr '\n' ' ' | sed 's/ $//')"
same "another town's are not shown there" "" "$(demand --region "$town" | sed 1d)"
sql "update staff set region_code = 330681 where login = 'clerk'"

same "an occupation's page has its areas, the other town's with it" "$(sql "select name from region where region_code = $town")" \
	"$(st clerk employment demand 4-02-05-01 2>/dev/null | sed -n '/12 months/{n;p;}' | awk '{ print $1 }')"
