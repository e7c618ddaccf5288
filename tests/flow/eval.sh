# Calculations on the command line: published figures come out, a bad row stops nothing, what is asked
# is explained, and a changed parameter changes its place alone.
. "$srcdir/tests/lib.sh"
figures="$srcdir/tests/unit/policy_data"
box="$work/eval"
mkdir -p "$box"

# Columns that stand twice are what is wanted and what came: prints how many agreed, and what did not.
compare() {
	awk -F, '
		NR == 1 { for (i = 1; i <= NF; i++) { if ($i in first) { want[++n] = first[$i]; got[n] = i; name[n] = $i }
				else first[$i] = i }
			within["basic"] = 0.05; within["account_pension"] = 0.01; within["transitional"] = 0.07; next }
		{ sub(/\r$/, "") }
		{ for (k = 1; k <= n; k++) {
			w = $(want[k]); g = $(got[k])
			if (w == "" && name[k] in within) continue
			d = w - g
			if (w == g || (w + 0 != 0 && g != "" && w ~ /^[0-9.]+$/ && (d < 0 ? -d : d) <= within[name[k]] + 1e-9)) good++
			else printf "row %d: %s is %s instead of %s; ", NR, name[k], g, w } }
		END { printf "%d", good }'
}

figure() {	# NAME CALCULATION FILE FIGURES
	same "$1" "$4" "$("$steward" eval "$2" "$figures/$3" --date 2026-08-01 2>/dev/null | compare)"
}
figure "the published retirement ages" retirement.age retirement_rows.csv 312
figure "divisors" pension.divisor divisor_months.csv 101
figure "settlement notices" pension.amount pension_notices.csv 58
figure "months that must be paid" retirement.min_contribution min_contribution.csv 13
figure "identity numbers" id.check numbers.csv 52
figure "credit codes" uscc.check codes.csv 14
figure "flexible retirement" retirement.flexible flexible.csv 39
figure "survivors" survivor.grant survivor.csv 70
figure "unemployment" unemployment.entitlement unemployment.csv 58
figure "difficulty" employment.difficulty difficulty.csv 24
sed 's/,180,192,/,180,193,/; s/^CN,60,yes,yes,yes,no,0,yes,18/CN,60,yes,yes,yes,no,0,yes,17/' \
	"$figures/unemployment.csv" >"$box/wrong.csv"
same "a planted wrong figure is found" "row 5: duration_months is 18 instead of 17; 57" \
	"$("$steward" eval unemployment.entitlement "$box/wrong.csv" | compare)"

# One row: NAME, HEADER, VALUES, then the outputs wanted, without rule and error.
row() {	# NAME CALCULATION HEADER VALUES WANTED [OPTIONS...]
	name=$1 calculation=$2 header=$3 values=$4 wanted=$5
	shift 5
	same "$name" "$values,$wanted," "$(printf '%s\n%s\n' "$header" "$values" |
		"$steward" eval "$calculation" "$@" 2>/dev/null |
		sed -n "2s/,$calculation@[0-9a-f]*+*s*e*t*,/,/p")"
}
life=scheme,monthly_amount,months,events
event() { printf '"[{""type"":""%s"",""month"":""%s""},{""type"":""%s"",""month"":""%s""}]"' "$@"; }
row "dead, learned of later" pension.status $life "employee,1000,2025-01..2025-05,$(event death 2025-02 death_learned 2025-05)" \
	'"[1000,1000,1000,1000,0]",2000.00'
row "not dead after all" pension.status $life "employee,1000,2025-01..2025-04,$(event death 2025-01 death_cancelled 2025-04)" \
	'"[1000,0,0,3000]",0.00'
row "acquitted" pension.status $life "employee,1000,2025-01..2025-04,$(event detained 2025-02 acquitted 2025-04)" \
	'"[1000,0,0,3000]",0.00'
row "in prison and out" pension.status $life "employee,1000,2025-01..2025-04,$(event sentenced_prison 2025-02 released 2025-04)" \
	'"[1000,0,0,1000]",0.00'
row "by day within a month" pension.status $life "employee,1000,2025-01..2025-03,$(event acquitted 2025-02-20 detained 2025-02-05)" \
	'"[1000,1000,1000]",0.00'
events() { printf '"['; printf '{""type"":""%s"",""month"":%d},' "$@" | sed 's/,$//'; printf ']"'; }
row "acquitted of the second alone" pension.status $life \
	"employee,1000,8,$(events detained 2 sentenced_prison 3 released 5 detained 6 acquitted 8)" \
	'"[1000,0,0,0,1000,0,0,3000]",0.00'
for months in '1..3' '"[1,2,3]"' 202501..202503 '2025-01 - 2025-03' '"[""2025-01"",""2025-02"",""2025-03""]"'; do
	row "months: $months" pension.status $life "employee,1000,$months,$(events death 2)" '"[1000,1000,0]",0.00'
done
row "the place of an event in quotes" pension.status $life "employee,1000,3,\"[{\"\"type\"\":\"\"death\"\",\"\"month\"\":\"\"2\"\"}]\"" \
	'"[1000,1000,0]",0.00'
row "Shanghai's benefit" unemployment.amount jurisdiction,month_index,stage "CN-31 Shanghai,13," 1872.00 --date 2026-07-01
# Amounts that notices print: the place's own, a county's beside its city's, and none where the notice of that time is not known.
while read -r place day wanted; do
	same "unemployment benefit of $place on $day" "$wanted" "$(printf 'jurisdiction,month_index\nCN-%s,1\n' "$place" |
		"$steward" eval unemployment.amount --date "$day" 2>/dev/null | tr -d '\r' | sed -n '2s/^[^,]*,[^,]*,\([^,]*\),.*/\1/p')"
done <<-E
	2201 2022-01-01 1692.00
	220122 2022-01-01 1386.00
	2202 2022-01-01 1584.00
	222404 2022-01-01 1584.00
	220721 2022-01-01 1476.00
	220581 2022-01-01 1386.00
	330282 2024-01-01 2034.00
	3301 2014-07-31 1176.00
	3301 2014-08-01 1320.00
	331102 2015-11-01 1148.00
	331181 2015-11-01 1035.00
	31 2022-06-30 1975.00
E
for place in CN-31,2022-07-01 CN-330109,2014-08-01 CN-3310,2017-01-01; do
	same "no notice is known: $place" "1 of 1 rows have an error" "$(printf 'jurisdiction,month_index\n%s,1\n' "${place%,*}" |
		"$steward" eval unemployment.amount --date "${place#*,}" 2>&1 >/dev/null)"
done
row "residents" pension.resident base_yuan,account_yuan,bonus_yuan,age "200,13900,5,60" ok,100.00,305.00
row "residents, too young" pension.resident base_yuan,account_yuan,bonus_yuan,age "200,13900,5,59" too_young,,
row "Tunisia" tn.old_age_pension reference_salary,quarters,age "1000,80,60" full,0.6,600
row "France" fr.proration birth_year,retire_year,quarters,quarters_after_full_rate "1925,1992,100,8" 0.8
row "without a place it is the country's law" pension.amount base_yuan,avg_index,total_years,account_yuan,divisor_months \
	"6430,0.6235,25.33,50001.51,195" 1322.11,256.42,0.00,1578.53
row "a place of the row wins" pension.amount jurisdiction,base_yuan,avg_index,total_years,account_yuan,divisor_months \
	"CN-23,6430,0.6235,25.33,50001.51,195" 1322.11,256.42,0.00,1578.53 --jurisdiction CN-33
# As the provinces' rules write it, and as a table of them does.
for formula in 'base * index_before_account * years_before_account * coefficient' 'base*trans_index*years*coef'; do
	row "formula: $formula" pension.amount transitional_formula,base_yuan,avg_index,total_years,account_yuan,divisor_months,transitional_coef,transitional_years \
		"$formula,7842.0,0.6119,30.7,83687.25,195.0,0.013,1.1" 1940.32,429.17,68.62,2438.11
done
row "formula: half of each base" pension.amount transitional_formula,base_yuan,avg_index,total_years,account_yuan,divisor_months,transitional_coef,transitional_years \
	"(base+base*index)/2 * years * coefficient,8462.0,0.872,43.08,111640.05,138.4,0.013,13.08" 3412.12,806.65,1346.79,5565.56
row "then the command line's" pension.amount base_yuan,avg_index,total_years,account_yuan,divisor_months \
	"6430,0.6235,25.33,50001.51,195" 1322.11,256.42,0.00,1578.53 --jurisdiction "CN-23 Heilongjiang"

# The stream.
hash=$("$steward" eval pension.divisor </dev/null 2>/dev/null; printf 'age_years\n60\n' | "$steward" eval pension.divisor |
	sed -n '2s/.*@\([0-9a-f]\{12\}\),$/\1/p')
same "the version is twelve hexadecimal digits" 12 "${#hash}"
printf '\357\273\277id,"age_years",note\r\n1,60,"a, ""b""\nc"\r\n\r\n2,61x,=1+1\r\n3,60\r\n4,60,d,e\r\n5, 61 ,\r\n' >"$box/stream.csv"
printf 'id,"age_years",note,months,rule,error\r\n1,60,"a, ""b""\nc",139,R,\r\n2,61x,=1+1,,R,"age_years: invalid count ""61x"" (expected a whole number from 0)"\r\n3,60,,,R,2 columns instead of 3\r\n4,60,d,,R,4 columns instead of 3\r\n5, 61 ,,132,R,\r\n' >"$box/wanted.csv"
"$steward" eval pension.divisor <"$box/stream.csv" 2>"$box/said" | sed "s/pension.divisor@$hash/R/" >"$box/got.csv"
ok "columns, quotes and line breaks pass through" "$(cmp "$box/wanted.csv" "$box/got.csv"; echo $?)"
same "bad rows are counted" "3 of 5 rows have an error" "$(cat "$box/said")"
same "an open quote costs one line" "139 " "$(printf 'age_years,note\n60,a\n60,"b\n60,c\n' |
	"$steward" eval pension.divisor 2>/dev/null | awk -F, 'NR == 4 { print $3, $5 }')"
head -c 3000000 /dev/zero | tr '\0' x >"$box/long"
same "a row of three megabytes costs one row" "3 139" "$({ printf 'age_years,note\n60,a\n60,'; cat "$box/long"
	printf '\n60,c\n'; } | "$steward" eval pension.divisor 2>/dev/null | awk -F, 'END { print NR - 1, $3 }')"

same "blanks around a column's name" "60 , 1,138.4" "$(printf 'age_years , age_months\n60 , 1\n' |
	"$steward" eval pension.divisor 2>/dev/null | sed -n '2s/,pension.*//p')"

refused() {	# NAME TEXT WORDS...
	name=$1 text=$2
	shift 2
	said=$(printf 'age_years\n60\n' | "$steward" eval "$@" 2>&1)
	code=$?
	case $said in
	*"$text"*) ok "$name" "$([ $code -eq 1 ]; echo $?)" ;;
	*) same "$name" "$text" "$said" ;;
	esac
}
refused "a missing column" "columns are missing: category, birth" retirement.age
refused "an unknown name, with those spelled alike" "pension.divisor" pension.divisr
refused "an unknown parameter" 'no parameter named "pension.nothing"' pension.divisor --set pension.nothing=1
refused "an unknown entry" 'no parameter named "pension.divisor.99"' pension.divisor --set pension.divisor.99=1
refused "a value of another kind" 'for this parameter' pension.divisor --set pension.divisor.60=many
set -- "2025-02-30" "2025-13" "2025-1" "20250101" "" "nan"
for birth in "$@"; do
	same "no birth day: $birth" "1 of 1 rows have an error" "$(printf 'category,birth\nmale60,%s\n' "$birth" |
		"$steward" eval retirement.age 2>&1 >/dev/null)"
done
for index in -1 nan inf 1e999 0x10 12,5 一 1.2.3; do
	same "no index: $index" "1 of 1 rows have an error" \
		"$(printf 'base_yuan,avg_index,total_years,account_yuan,divisor_months\n6000,1,"%s",1000,139\n' "$index" |
		"$steward" eval pension.amount 2>&1 >/dev/null)"
done

for points in 101,16,12 100,17,12 100,16,13; do
	same "no points of the form: $points" "1 of 1 rows have an error" \
		"$(printf 'daily,mind,senses\n%s\n' $points | "$steward" eval care.grade 2>&1 >/dev/null)"
done

# Parameters set; each place for itself.
row "an entry set" pension.divisor age_years,age_months "60,1" 139.3 --set pension.divisor.60=140
row "two of them" pension.divisor age_years,age_months "60,6" 135 --set pension.divisor.60=140 --set=pension.divisor.61=130
row "yes or no" pension.divisor age_years,age_months "60,1" 139 --set pension.divisor_by_month=no
same "a set parameter shows in the version" "+set" "$(printf 'age_years\n60\n' |
	"$steward" eval pension.divisor --set pension.divisor.60=140 | sed -n '2s/.*@[0-9a-f]*\(+set\),$/\1/p')"

texts_to "$box/lua"
chmod -R u+w "$box/lua"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
printf 'jurisdiction,base_yuan,avg_index,total_years,account_yuan,divisor_months\n' >"$box/places.csv"
for place in CN-33 CN-330681 CN-23 CN-51; do echo "$place,6430,0.6235,25.33,50001.51,195"; done >>"$box/places.csv"
totals() { "$steward" eval pension.amount "$box/places.csv" "$@" | awk -F, 'NR > 1 { print $10 }' | xargs; }
versions() { "$steward" eval pension.amount "$box/places.csv" "$@" | awk -F, 'END { print $11 }'; }
same "the copy gives the same" "1578.60 1578.60 1578.53 1578.53" "$(totals --config "$box/conf")"
same "and has the same version" "$(versions)" "$(versions --config "$box/conf")"
cat >"$box/lua/parameters/local.lua" <<'LUA'
return { { name = "pension.total_rounding", jurisdiction = "CN-23", unit = "yuan", basis = "test",
	values = { { from = "1997-07-16", value = 1 } } } }
LUA
same "a parameter of one province changes that province" "1578.60 1578.60 1579.00 1578.53" "$(totals --config "$box/conf")"
ok "and the version" "$([ "$(versions)" != "$(versions --config "$box/conf")" ]; echo $?)"
same "before it is valid it changes nothing" "1 of 1 rows have an error" "$(printf \
	'jurisdiction,month_index\nCN-31,1\n' | "$steward" eval unemployment.amount --date 2026-06-30 2>&1 >/dev/null)"

# The explanation has all that the result rests on: under another rule book, with what it says in place
# of what that says, the same comes out.
sed -i 's/\[60\] = 139/[60] = 150/; s/\[61\] = 132/[61] = 140/; s/value = 0.01 }/value = 0.02 }/' "$box/lua/parameters/pension.lua"
rows='base_yuan,avg_index,total_years,account_yuan,age_years,age_months,transitional_years
8462.00,0.872,43.08,111640.05,60,1,13.08'
told=$(echo "$rows" | "$steward" eval pension.amount --jurisdiction CN-51 --explain --format json)
from_json() {	# SQL, with the explanation as j
	echo "$1" | psql -X -q -A -t -h "$cluster/run" -p 5432 -U postgres -d postgres -v j="$told"
}
outputs="select string_agg(o->>'value', ',') from json_array_elements(:'j'::json->'outputs') o"
set --
while read -r setting; do
	set -- "$@" --set "$setting"
done <<LIST
$(from_json "select (p->>'name') || '=' || (p->>'value') from json_array_elements(:'j'::json->'parameters') p")
LIST
again=$(from_json "select string_agg(i->>'name', ',') || E'\n' || string_agg(i->>'value', ',') from json_array_elements(:'j'::json->'inputs') i")
wanted=$(from_json "$outputs")
other() { echo "$again" | "$steward" eval pension.amount --jurisdiction CN-51 --config "$box/conf" "$@" |
	awk -F, 'END { print $(NF - 5) "," $(NF - 4) "," $(NF - 3) "," $(NF - 2) }'; }
ok "another rule book gives something else" "$([ "$(other)" != "$wanted" ]; echo $?)"
same "with the explained parameters the same" "$wanted" "$(other "$@")"
same "an explanation names the nested calculation" pension.divisor "$(from_json "select c->>'name' from json_array_elements(:'j'::json->'calls') c")"
same "each parameter has article, place and day" 0 "$(from_json "select count(*) from json_array_elements(:'j'::json->'parameters') p where coalesce(p->>'basis', '') = '' or coalesce(p->>'jurisdiction', '') = '' or coalesce(p->>'from', '') = ''")"
told=$(echo "$rows" | "$steward" eval pension.amount --jurisdiction CN-51 --explain)
for wanted in "CN-51" "State Council 2005-38, annex" "2025-01-01.." "divisor = 138.4 months" "8462.00 yuan"; do
	case $told in *"$wanted"*) ok "the text has $wanted" 0 ;; *) ok "the text has $wanted" 1 ;; esac
done
told=$(printf 'category,birth,requested_ym,contrib_months\nmale60,1970-03,2030-02,400\n' |
	"$steward" eval retirement.flexible --explain | sed -n 's/^ *output *why = //p')
same "a sentence is told as one" "not before 2030-03  why" "$told"
ok "an explanation can be read in Chinese" "$(echo "$rows" | LC_ALL=zh_CN.UTF-8 "$steward" eval pension.amount \
	--explain | grep -q 计发月数; echo $?)"

told=$(printf 'age_years\n47\n' | "$steward" eval pension.divisor --explain)
ok "a table is told whole, not its first signs" "$(printf '%s\n' "$told" | tr -d ' \n' | grep -q '"47":208.*"70":56'; echo $?)"
same "the place of a row may be called as in cases" "2340.00" "$(printf 'place,month_index\nCN-31,1\n' |
	"$steward" eval unemployment.amount --date 2026-08-01 | sed -n 's/^CN-31,1,\([0-9.]*\),.*/\1/p')"
sed -i 's/name = "unemployment.most_months",/name = "unemployment.most_months", title = "the most months of benefit",/' "$box/lua/parameters/unemployment.lua"
ok "a parameter's title is told" "$(printf 'month_index\n1\n' | "$steward" eval unemployment.amount --jurisdiction CN-31 --date 2026-08-01 --explain --config "$box/conf" |
	grep -q 'unemployment.most_months = 24 .*the most months of benefit'; echo $?)"

# Results of few inputs are kept, also when the first input is nothing; nothing is not "".
cat >"$box/lua/calculations/kept.lua" <<'LUA'
return {
	{ name = "kept.count", title = "count", jurisdiction = "CN", basis = "test",
	  inputs = { { "a", "code", "", "a" }, { "b", "code", "", "b" } }, outputs = { { "n", "text", "", "n" } },
	  compute = function(i) return { n = (i.a and 1 or 0) .. (i.b and 1 or 0) } end },
	{ name = "kept.twice", title = "twice", jurisdiction = "CN", basis = "test",
	  inputs = { { "a", "code", "", "a", "optional" } }, outputs = { { "n", "text", "", "n" } },
	  compute = function(i)
		return { n = kept.count().n .. kept.count().n .. kept.count(nil, "x").n .. kept.count(nil, "x").n
			.. kept.count("").n .. kept.count("", "x").n .. kept.count().n }
	  end },
}
LUA
row "nothing is remembered as nothing" kept.twice a,note ,x 00000101101100 --config "$box/conf"

# Events that are no list of events are refused row by row.
for events in '{""type"":""death"",""month"":2}' '[null,{""type"":""death"",""month"":2}]' '[' '{' '[1]' '[{}]' '[{""type"":""moved"",""month"":1}]' '[{""type"":""death""}]' \
	'[{""type"":""death"",""month"":9}]' '[{""type"":""death"",""month"":""2025-13""}]' '[[[[[[[[[[]]]]]]]]]]' \
	'[{""type"":""death_learned"",""month"":2}]' '[1e999]' '[nan]' '"\u12"'; do
	same "no events: $events" "1 of 1 rows have an error" "$(printf '%s\nemployee,100,3,"%s"\n' $life "$events" |
		"$steward" eval pension.status 2>&1 >/dev/null)"
done

# A row that hangs, in Lua or in C, or wants all memory.
cat >"$box/lua/calculations/bad.lua" <<'LUA'
return { { name = "bad.row", title = "bad", jurisdiction = "CN", basis = "test",
	inputs = { { "how", "code", "", "how" } }, outputs = { { "n", "number", "", "1" } },
	compute = function(i)
		if i.how == "loop" then while true do end end
		if i.how == "memory" then local t = {} while true do t[#t + 1] = ("x"):rep(1000) .. #t end end
		if i.how == "pattern" then return { n = ("a"):rep(3000):find(("a*"):rep(30) .. "b") } end
		if i.how == "error" then return { n = nil + 1 } end
		return { n = 1 }
	end } }
LUA
same "the rest goes on" "1 stopped 1 stopped 1 calculations/bad.lua 1 stopped 1" "$(printf '%s\n' how fine loop fine memory fine \
	error fine pattern fine | "$steward" eval bad.row --config "$box/conf" 2>/dev/null |
	awk -F, 'NR > 1 { split($4, word, ":"); print $2 word[1] }' | xargs)"

# What there is.
same "a list of all" 0 "$("$steward" eval --list | grep -c 'pension.amount .*CN ' | awk '{ print $1 != 1 }')"
case $("$steward" eval retirement.age --describe) in
*"birth"*"month"*"earliest_ym"*) ok "a description" 0 ;;
*) ok "a description" 1 ;;
esac
told=$("$steward" eval unemployment.amount --describe --format json)
same "for programs too" "month_index true" "$(from_json "select i->>'name' || ' ' || (i->>'optional') from json_array_elements(:'j'::json->'inputs') i where i->>'name' = 'month_index'")"
finish
