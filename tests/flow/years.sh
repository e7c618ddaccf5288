# A draft beside the law over several years: the persons grow older, the law is that of each year's day, and each year
# has its cost, in whole and in parts.  Every number is counted here once more, by statements of this file.
. "$srcdir/tests/lib.sh"
needs risk
needs assistance
box="$work/years"
rm -rf "$box"
mkdir -p "$box/rules/risk" "$box/parameters/assistance"
small_city years 3000 3
st batch judge --date 2025-11-01 2>/dev/null || exit 1

# 50 yuan a month for everyone in payment from 80 on, from 2028 on 80 yuan.
cat >"$box/rules/risk/old.lua" <<-'E'
	return {
		id = "risk.old", title = "allowance of the old", jurisdiction = "CN", from = "2000-01-01", basis = "local rule",
		type = "notice", reads = { "birth_date", "pension_status" }, when = { pension_status = "paid", birth_date = present },
		judge = function(p)
			if not reached(add_months(p.birth_date, 960)) then return nothing end
			return task { cause = "80", say = T("%s a month", yuan(param("risk.old_fen"))), monthly = param("risk.old_fen") }
		end,
		cases = {
			{ "eighty", on = "2025-11-05", gives = "80", facts = { birth_date = "1945-11-05", pension_status = "paid" } },
			{ "a day too young", on = "2025-11-05", gives = "nothing", facts = { birth_date = "1945-11-06", pension_status = "paid" } },
		},
	}
E
cat >"$box/parameters/old.lua" <<-'E'
	return { { name = "risk.old_fen", jurisdiction = "CN", unit = "fen", basis = "local rule",
		values = { { from = "2000-01-01", to = "2027-12-31", value = 5000 }, { from = "2028-01-01", value = 8000 } } } }
E
years() {	# WORDS...
	"$steward" rules rehearse "$@" --db "$db" --as policy
}
old() { years "$box/parameters/old.lua" "$box/rules/risk/old.lua" "$@"; }
kept() { checksums; sql "select count(*) from rehearsal"; }
before=$(kept)
old --years 6 --from 2025-12-01 --format csv >"$box/rows.csv" 2>"$box/said"
ok "six years are rehearsed" $?
same "nothing is kept" "$before" "$(kept)"

# Year, day, months, fen a month.
calendar="(values (2025, date '2025-12-01', 1, 5000), (2026, date '2026-01-01', 12, 5000), (2027, date '2027-01-01', 12, 5000),
	(2028, date '2028-01-01', 12, 8000), (2029, date '2029-01-01', 12, 8000), (2030, date '2030-01-01', 12, 8000))
	y (year, day, months, fen)"
of() {	# PART
	awk -F, -v part="$1" '$4 == part { sub(/\r$/, ""); print $1 "|" $5 "|" $6 "|" $7 "|" $8 "|" $11 }' "$box/rows.csv" | sort
}
counted() {	# SQL of the group
	sql "select year, g, count(*), count(*), 0, (count(*) * fen * months / 100)::text || '.00'
		from (select y.*, ($1)::text as g from $calendar
			join person_fact f on f.pension_status = 'paid' and f.birth_date + interval '960 months' <= y.day
			join person p using (person_id) left join region r on r.region_code = p.region_code) x
		group by year, g, fen, months" | sort
}
same "each year costs what the old of its day get, by the law of its day" "$(counted "'all'")" "$(of all)"
same "of whom there are more every year" yes "$(of all | awk -F'|' '$3 <= n { bad = 1 } { n = $3 }
	END { print bad || NR != 6 ? "no" : "yes" }')"
same "by sex" "$(counted p.sex)" "$(of sex)"
same "by age" "$(counted "(extract(year from age(y.day, p.birth_date))::int / 10 * 10) || '-'
	|| (extract(year from age(y.day, p.birth_date))::int / 10 * 10 + 9)")" "$(of age)"
same "by area" "$(counted "coalesce(r.name, p.region_code::text)")" "$(of area)"
same "by decile of the pension, equal ones in one" "$(counted "select 1 + count(*) from unnest((select percentile_disc(array[0.1, 0.2,
	0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) within group (order by pension_fen) from person_fact where pension_status = 'paid')) l
	where l < f.pension_fen")" "$(of decile)"
ok "there is more than one of each" "$([ "$(of area | cut -d '|' -f 2 | sort -u | wc -l)" -gt 3 ] &&
	[ "$(of decile | cut -d '|' -f 2 | sort -u | wc -l)" -gt 3 ]; echo $?)"

# The first year says what a rehearsal of its day says, whichever rules are judged by for it.
valid="$box/parameters/certification.lua"
sed 's/value = 12 }/value = 15 }/' "$srcdir/lua/parameters/certification.lua" >"$valid"
years "$valid" --from 2026-01-01 >/dev/null 2>&1
whole=$(sql "select totals ->> 'persons', totals ->> 'monthly_fen' from rehearsal where business_day = '2026-01-01'
	order by rehearsal_id desc limit 1")
same "the first year is the rehearsal of its day" "$whole" "$(years "$valid" --from 2026-01-01 --years 1 --format csv 2>"$box/said" |
	awk -F, '$4 == "all" { sub(/\./, "", $9); print $6 "|" $9 + 0 }')"
ok "somebody is touched by it" "$([ "${whole%%|*}" -gt 0 ]; echo $?)"
same "for which a few of the rules suffice" yes "$(awk '/rules can be reached/ { print ($1 > 0 && $1 < 8) ? "yes" : $1 }' "$box/said")"
# A year judged by those alone whose day has come is the year judged by itself.
same "no year depends on those before it" "$(for y in 2026 2027 2028 2029; do
	years "$valid" --from $y-01-01 --years 1 --format csv 2>/dev/null | grep ",all,"; done)" \
	"$(years "$valid" --from 2026-01-01 --years 4 --format csv 2>/dev/null | grep ",all,")"

# Values of other rules begin and end within these years: nobody is judged anew for them, only on a day of his own.
old --years 3 --from 2025-12-01 --format csv >/dev/null 2>"$box/said"
same "nobody is judged again but on his own day" yes "$(awk -v persons="$(sql "select count(*) from person")" \
	'/judged [0-9]+ times/ { sub(/.*judged /, ""); print ($1 >= persons && $1 < 2 * persons) ? "yes" : $1 }' "$box/said")"

# What is not about persons counts for the person concerned: here the heads of two households.
head=$(sed -n 10p "$city/register.csv" | cut -d, -f1,2)
other=$(sed -n 20p "$city/register.csv" | cut -d, -f1,2)
printf 'household_no,id_no,name,role,income,from_day,to_day\n%s\n' "Y1,$head,head,100.00,2025-01-01," \
	"Y2,$other,head,200.00,2025-01-01," >"$box/members.csv"
st batch import household_member "$box/members.csv" --date 2025-11-02 >"$box/said" 2>&1 || exit 1
st batch judge --date 2025-11-02 >"$box/said" 2>&1 || exit 1
sed 's/value = 110000/value = 120000/' "$srcdir/lua/parameters/assistance/household.lua" >"$box/parameters/assistance/household.lua"
same "households count for those who head them" "2026|2|2|200.00|2400.00 2027|2|2|200.00|2400.00 " "$(years \
	"$box/parameters/assistance/household.lua" --from 2026-01-01 --years 2 --format csv 2>"$box/said" |
	awk -F, '$4 == "all" { sub(/\r$/, ""); printf "%s ", $1 "|" $6 "|" $7 "|" $9 "|" $11 }')"
rm "$box/parameters/assistance/household.lua"

# What is paid once costs once: 100 yuan to each of the old, in the year in which he is found first.
cat >"$box/parameters/assistance/once.lua" <<-'E'
	return { { name = "work.once", part = "assistance", jurisdiction = "CN", unit = "kinds of task", basis = "office practice",
		values = { { from = "2000-01-01", value = { assist = true, ["risk.old"] = true } } } } }
E
old "$box/parameters/assistance/once.lua" --years 3 --from 2025-12-01 --format csv 2>/dev/null >"$box/once.csv"
same "what is paid once counts once, with whom the year brings" "$(sql "select year, count(*), '0.00', (count(*) * 50)::text || '.00'
	from (select f.person_id, min(y.year) as year from $calendar join person_fact f on f.pension_status = 'paid'
		and f.birth_date + interval '960 months' <= y.day group by f.person_id) x
	where year < 2028 group by year order by year")" \
	"$(awk -F, '$4 == "all" { sub(/\r$/, ""); print $1 "|" $6 "|" $9 "|" $11 }' "$box/once.csv")"

# As a page, as JSON, in words.
old --years 6 --from 2025-12-01 --html >"$box/page.html" 2>/dev/null
same "a page is one whole document" "" "$(xmllint --html --noout "$box/page.html" 2>&1 | grep error | grep -v 'Tag [a-z]* invalid')"
same "which needs no other" 0 "$(grep -cE 'src=|href=|<script|url\(' "$box/page.html")"
same "with a chart of each part" 5 "$(grep -c '<svg' "$box/page.html")"
same "and the numbers of the rows" 1 "$(grep -c "<td>2027</td>.*<td>$(of all | awk -F'|' '$1 == 2027 { print $6 }')</td>" "$box/page.html")"
same "JSON says first what it is" 1 "$(old --years 2 --format json 2>/dev/null | head -1 | grep -c '"head".*nobody dies')"
same "so does text" 1 "$(old --years 2 2>/dev/null | head -4 | grep -c 'Persons grow older')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN old --years 2 2>/dev/null | head -4 | grep -c '人员逐年增龄')"
same "and the page" 2 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN old --years 2 --html 2>/dev/null | grep -oE 'lang="zh|<h1>草案逐年测算' | wc -l | tr -d ' ')"
same "a clerk looks at no years" 1 "$("$steward" rules rehearse "$valid" --years 2 --db "$db" --as clerk 2>&1 | grep -c 'permission denied')"
same "no years are no question" 2 "$(old --years 0 >/dev/null 2>&1; echo $?)"
finish
