# The yearly adjustment by data alone: published examples come out of their places' rows of parameters, and shapes that no
# shipped place has out of rows of a made-up one.
. "$srcdir/tests/lib.sh"
box="$work/adjust_rules"
mkdir -p "$box"

# Columns that stand twice are what is wanted and what came; what is not wanted is left empty.  Prints how many agreed.
compare() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i in first) { want[++n] = first[$i]; got[n] = i; name[n] = $i }
			else first[$i] = i; next }
		{ for (k = 1; k <= n; k++) {
			w = $(want[k]); g = $(got[k])
			if (w == "") continue
			if (g != "" && (g - w) ^ 2 < 1e-9) good++; else printf "%s: %s is %s instead of %s; ", $1, name[k], g, w } }
		END { printf "%d", good }'
}
rows="$srcdir/tests/unit/policy_data/adjustments.csv"
same "the published examples" 53 "$("$steward" eval adjustment.increase "$rows" --date 2026-08-01 2>/dev/null | compare)"
same "a planted wrong figure is found" "up to a yuan: increase is 121.00 instead of 122; 52" \
	"$(sed 's/120.53,121,/120.53,122,/' "$rows" | "$steward" eval adjustment.increase --date 2026-08-01 2>/dev/null | compare)"

# What only a source told in part says is told, and the rest is not made up.
one() {	# PLACE HEADER VALUES OUTPUTS
	printf '%s\n%s\n' "$2" "$3" | "$steward" eval adjustment.increase --jurisdiction "$1" --date 2026-08-01 ${conf:+--config "$conf"} --format json 2>&1 |
		tr -d '{}"\r' | tr ',' '\n' | awk -F: -v want="$4" 'BEGIN { n = split(want, w, " ") } { v[$1] = $2 }
			END { for (i = 1; i <= n; i++) printf "%s%s", (i > 1 ? " " : ""), v[w[i]] }'
}
head=year,sex,age,contribution_years,pension_before
same "an age of which the sources say two things" "22.00 18.00 null null age_part" \
	"$(one CN-51 $head 2025,M,85,30,3000 "fixed years_part age_part increase missing")"
same "without an age the rest comes out" "32.00 60.00 null" "$(one CN-33 year,contribution_years,pension_before 2022,30,3000 "fixed years_part increase")"
same "a year nobody has entered is refused" "no adjustment of 2024 is known here" "$(one CN-33 $head 2024,M,60,30,3000 error)"
same "who serves a sentence takes no part" "custody 0.00 3000.00" "$(one CN-33 $head,custody 2022,M,66,20,3000,prison "excluded increase after")"
same "nor who retired after the year before" "after_scope" "$(one CN-33 $head,pension_from 2022,M,66,20,3000,2022-01-01 excluded)"
same "nor residents, of whom the notice says nothing" "no adjustment of 2022 resident is known here" "$(one CN-33 $head,scheme 2022,M,66,20,3000,resident error)"
same "who retired on its last day does" "null" "$(one CN-33 $head,pension_from 2022,M,66,20,3000,2021-12-31 excluded)"
same "the age counts to the last day of the year before" "25.00 0.00" "$(one CN-33 year,sex,birth 2022,M,1951-12-31 age_part) $(one CN-33 year,sex,birth 2022,M,1952-01-01 age_part)"
same "nobody of a higher level ends below a lower one" "150.00 150.00 100.00" "$(for p in 2772.99 2773 2823; do
	one CN-11 $head 2014,M,60,30,$p other_part; echo; done | xargs)"
same "the ceiling of a province is told beside it" "3.80" "$(one CN-13 $head 2023,M,60,30,3000 ceiling | awk '{ printf "%.2f", $1 }')"

# Shapes of older years whose places are not named or whose rules are not known in full, by a row of parameters of a place
# that is none: 10 % of one's own, years that fill it up to 220, 30 from 70 on (xiangrikui 304123); parts that a cap on the
# pension cuts (Tianjin 2014, czwrjyzx 562384); a percentage rounded up to a yuan (78911.com.cn 401992).
texts_to "$box/lua"
cat >"$box/lua/parameters/made_up.lua" <<'LUA'
return { {
	name = "adjustment.rule", jurisdiction = "CN-99", unit = "rule of a year", basis = "made up for this test",
	values = {
		{ from = "2013-01-01", value = { year = 2013, percent = 10, ages = { { from = 70, fen = 3000 } },
			years = { count = "up", bands = { { from = 0, fen = 300 } }, fill_to = 22000 } } },
		{ from = "2014-01-01", value = { year = 2014, extra = { { fen = 3750, up_to = 229500 } },
			years = { count = "up", bands = { { from = 0, flat = 12350 }, { from = 16, fen = 350 } } } } },
		{ from = "2015-01-01", value = { year = 2015, fixed = 5000, cap = 6000, percent = 3,
			groups = { resident = { fixed = 2000, percent = false }, full_wage = false } } },
		{ from = "2016-01-01", value = { year = 2016, areas = { ["1"] = 1500, ["2"] = 2000 } } },
		{ from = "2017-01-01", value = { year = 2017, fixed = 11800, percent = 0.5, round = { percent = 100 },
			years = { count = "up", bands = { { from = 0, fen = 200 }, { from = 15, fen = 300 } } } } },
	},
}, {
	name = "adjustment.area", jurisdiction = "CN-9912", unit = "code", basis = "made up for this test",
	values = { { from = "2013-01-01", value = "2" } },
} }
LUA
conf="$box/conf"
sed "s,^rules = .*,rules = \"$box/lua\";," "$builddir/steward.conf" >"$conf"
all="fixed years_part percent_part age_part other_part increase after"
same "the years fill it up, and no further" "0.00 10.00 210.00 0.00 0.00 220.00 2320.00" "$(one CN-99 $head 2013,M,60,40,2100 "$all")"
same "who has more than that gets no years" "0.00 0.00 230.00 30.00 0.00 260.00 2560.00" \
	"$(one CN-99 year,sex,birth,contribution_years,pension_before 2013,M,1940-02-01,44,2300 "$all")"
same "a cap on the pension cuts the last part" "0.00 172.50 0.00 0.00 32.50 205.00 2295.00" "$(one CN-99 $head 2014,F,54,30,2090 "$all")"
same "a part of a year counts, a percentage goes up to a yuan" "118.00 78.00 10.00 0.00 0.00 206.00 2156.00" \
	"$(one CN-99 year,contribution_years,contribution_months,pension_before 2017,30,5,1950 "$all")"
same "residents by the same notice" "20.00 0.00 20.00" "$(one CN-99 $head,scheme 2015,M,60,30,100,resident "fixed percent_part increase")"
same "a hard area by its place, by what is said, and none" "20.00 15.00 0.00 0.00" "$(one CN-9912 year 2016 other_part) $(one CN-9912 year,area 2016,1 other_part) \
$(one CN-9912 year,area 2016,none other_part) $(one CN-9913 year 2016 other_part)"
same "a group that takes no part" "group 0.00" "$(one CN-99 $head,group 2015,M,60,30,100,full_wage "excluded increase")"
same "a cap on all of it" "60.00" "$(one CN-99 $head 2015,M,60,30,3000 increase)"
same "no text of the program names a province to treat it otherwise" 0 "$(grep -c 'CN-[0-9]' "$srcdir/lua/calculations/adjustment.lua" |
	awk -v cases="$(grep -c 'place = "CN-' "$srcdir/lua/calculations/adjustment.lua")" '{ print $1 - cases }')"
finish
