# The audit of medical claims from a file: every check on both sides of each limit, without an office; what the
# file does not tell is said; nothing that comes in on the standard input brings it down.
. "$srcdir/tests/lib.sh"
needs claims
box="$work/claims_audit" here="$srcdir/tests/flow/claims_audit"
mkdir -p "$box"
audit() { "$steward" claims audit "$@" 2>"$box/said"; }

awk -f "$here/rows.awk" "$here/edges.txt" >"$box/edges.json"
awk -v want=1 -f "$here/rows.awk" "$here/edges.txt" | LC_ALL=C sort >"$box/want"
audit --format csv <"$box/edges.json" | tr -d '\r' >"$box/got"
same "the names of the columns" case,subject,check "$(head -1 "$box/got")"
sed 1d "$box/got" | LC_ALL=C sort >"$box/flags"
same "every flag that follows from the definitions and no other" "" "$(diff "$box/want" "$box/flags" 2>&1)"
ok "there are many" "$([ "$(wc -l <"$box/want")" -ge 60 ]; echo $?)"
for check in prices:over_unit_price frequencies:over_frequency classes:duplicate_prescription; do
	same "without a list: ${check#*:}" 1 "$(grep -c "^${check#*:}: not run: " "$box/said")"
done
same "what no claim tells" 1 "$(grep -c '^no_coverage: not run: no claim tells coverage' "$box/said")"
same "what was run is not said to be left out" 0 "$(grep -c '^sex_drug\|^age_child_drug\|^overlap_stay' "$box/said")"

# One person alone, so that the words can be looked at.
one() { printf '{"cases":[{"case":"k","claims":[{"claim":"A1","person":"p1",%s}]}]}' "$1"; }
lines='"type":"inpatient","provider":"H1","admit":"2025-03-01","discharge":"2025-03-06","lines":[{"date":"2025-03-02","item":"血常规","qty":1},{"date":"2025-03-02","item":"血常规","qty":1}]'
same "lines and why" "k A1 duplicate_line 2 血常规 on 2025-03-02 is charged 2 times" "$(one "$lines" | audit | sed 1d | tr -s ' ')"
same "in Chinese" 1 "$(one "$lines" | LC_ALL=zh_CN.UTF-8 audit | grep -c '血常规 2025-03-02 收费 2 次')"
same "as JSON" '{"case": "k", "subject": "A1", "check": "duplicate_line", "lines": "2", "why": "血常规 on 2025-03-02 is charged 2 times"}' \
	"$(one "$lines" | audit --format json)"
one "$lines" | audit >"$box/out"
same "without sex nothing is said of it" 1 "$(grep -c '^sex_drug: not run: no claim tells sex' "$box/said")"
one "\"sex\":\"\",\"birth\":null,$lines" | audit >"$box/out"
same "nor where it is told empty" "2" "$(grep -c '^sex_drug: not run: no claim tells sex\|^age_child_drug: not run: no claim tells birth' "$box/said")"
same "a type nobody knows is told" 1 "$(one '"type":"sanatorium","admit":"2025-03-01"' | audit >"$box/out"; grep -c 'unknown type "sanatorium"' "$box/said")"
same "a birth that is no day" "birth is not a day: 2025-02-30" "$(one '"type":"inpatient","admit":"2025-03-01","birth":"2025-02-30"' | audit >"$box/out"; grep birth "$box/said" | head -1)"
stay='{"claim":"B%d","person":"p","type":"inpatient","provider":"H","admit":"2025-03-%02d","discharge":"2025-03-%02d"}'
two=$(printf "$stay,$stay" 1 1 2 2 20 21)
same "the file's own parameter" "k,B2,split_stay k,B2,readmission_31d" "$(printf '{"cases":[{"case":"k","claims":[%s]}],"parameters":{"split_stay_gap_days":18}}' "$two" |
	audit --format csv | tr -d '\r' | sed 1d | tr '\n' ' ' | sed 's/ $//')"
same "and the policy's" "k,B2,readmission_31d" "$(printf '{"cases":[{"case":"k","claims":[%s]}]}' "$two" | audit --format csv | tr -d '\r' | sed 1d)"

# A list that somebody adopts makes its check run.
texts_to "$box/lua"
sed "s|^rules.*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/lists.conf"
fill() {	# PARAMETER ROW
	awk -v name="\"claims.$1\"" -v row="$2" 'index($0, "name = " name) { inside = 1 }
		inside && sub(/value = \{\}/, "value = { " row " }") { inside = 0 } { print }' \
		"$box/lua/parameters/claims/claims.lua" >"$box/new" && mv "$box/new" "$box/lua/parameters/claims/claims.lua"
}
fill prices '{ item = "CT平扫", fen = 20000, tier = 3 }'
fill frequencies '{ item = "胃镜", times = 1, days = 7 }'
fill quantities '{ item = "阿司匹林", quantity = 30 }'
fill levels '{ item = "肝移植术", tier = 3 }'
fill insurances '{ item = "康复辅具", insurance = "工伤" }'
fill classes '{ item = "甲药", class = "他汀" }, { item = "乙药", class = "他汀" }'
fill herbs '{ item = "白糖参" }, { item = "甘草", alone = true }'
fill sex_services '{ item = "产后访视", sex = "F" }'
line() { printf '{"date":"%s","item":"%s","qty":%s,"unit_price":%s}' "$@"; }
claim() {	# NUMBER TIER INSURANCE LINES
	printf '{"claim":"%s","person":"%s","sex":"M","type":"outpatient","provider":"H","tier":"%s","insurance":"%s","admit":"2025-03-01","lines":[%s]}' \
		"$1" "$1" "$2" "$3" "$4"
}
d=2025-03-01
{ printf '{"cases":[{"case":"k","claims":['
	claim dear 3 310 "$(line $d CT平扫 1 200.01)"; echo ,
	claim cheap 3 310 "$(line $d CT平扫 1 200)"; echo ,
	claim dear_elsewhere 2 310 "$(line $d CT平扫 1 200.01)"; echo ,
	claim often 3 310 "$(line $d 胃镜 1 1),$(line 2025-03-07 胃镜 1 1)"; echo ,
	claim seldom 3 310 "$(line $d 胃镜 1 1),$(line 2025-03-08 胃镜 1 1)"; echo ,
	claim much 3 310 "$(line $d 阿司匹林 30 1),$(line 2025-03-02 阿司匹林 0.5 1)"; echo ,
	claim enough 3 310 "$(line $d 阿司匹林 30 1)"; echo ,
	claim low 二级 310 "$(line $d 肝移植术 1 1)"; echo ,
	claim high 三级 310 "$(line $d 肝移植术 1 1)"; echo ,
	claim wrong_fund 3 310 "$(line $d 康复辅具 1 1)"; echo ,
	claim right_fund 3 工伤 "$(line $d 康复辅具 1 1)"; echo ,
	claim same_class 3 310 "$(line $d 甲药 1 1),$(line $d 乙药 1 1)"; echo ,
	claim one_of_it 3 310 "$(line $d 甲药 1 1),$(line 2025-03-02 甲药 1 1)"; echo ,
	claim never 3 310 "$(line $d 白糖参 1 1),$(line $d 黄芪 1 1)"; echo ,
	claim alone 3 310 "$(line $d 甘草 1 1)"; echo ,
	claim mixed 3 310 "$(line $d 甘草 1 1),$(line $d 黄芪 1 1)"; echo ,
	claim his 3 310 "$(line $d 产后访视 1 1)"
	echo ']}]}'; } >"$box/lists.json"
same "with lists" "dear,over_unit_price often,over_frequency much,over_days_or_quantity low,facility_level wrong_fund,insurance_type same_class,duplicate_prescription never,tcm_no_pay alone,tcm_no_pay his,sex_service" \
	"$(audit --format csv --config "$box/lists.conf" <"$box/lists.json" | tr -d '\r' | sed '1d; s/^k,//' | tr '\n' ' ' | sed 's/ $//')"
same "none of them is left out" 0 "$(grep -c 'its list is empty' "$box/said")"

# What is wrong is told with its place, and nothing else comes out.
wrong() {	# NAME BYTES MESSAGE
	# shellcheck disable=SC2059
	printf "$2" | "$steward" claims audit --format csv >"$box/out" 2>"$box/said"
	status=$?
	same "$1" "1 steward: $3" "$status $(head -1 "$box/said")"
}
wrong "nothing" '' 'invalid JSON, line 1, character 1: expected an object'
wrong "cut short" '{"cases":[{"case":"a",\n"claims":[' 'invalid JSON, line 2, character 11: expected a value'
wrong "no cases" '{}' '"cases" is missing, or is not a list'
wrong "no list" '{"cases":{}}' '"cases" is missing, or is not a list'
wrong "a case that is none" '{"cases":[1]}' 'cases[0] (line 1): expected an object'
wrong "nobody's claim" '{"cases":[{"claims":[\n{"claim":"x"}]}]}' 'cases[0].claims[0] (line 2): expected an object with claim and person'
wrong "a person that is none" '{"cases":[{"claims":[{"claim":"x","person":{}}]}]}' 'cases[0].claims[0].person (line 1): expected a text'
wrong "lines that are none" '{"cases":[{"claims":[{"claim":"x","person":"p","lines":7}]}]}' 'cases[0].claims[0].lines (line 1): expected a list'
wrong "a quantity that is none" '{"cases":[{"claims":[{"claim":"x","person":"p","lines":[{"qty":"many"}]}]}]}' \
	'cases[0].claims[0].lines[0].qty (line 1): expected a number'
wrong "a quantity past all numbers" '{"cases":[{"claims":[{"claim":"x","person":"p","lines":[{"qty":1e999}]}]}]}' \
	'cases[0].claims[0].lines[0].qty (line 1): expected a number'
wrong "a NUL" '{"cases":[{"case":"a\0b"}]}' 'invalid JSON, line 1, character 21: a control character stands in a text'
wrong "a NUL by its number" '{"cases":[{"case":"a\\u0000b"}]}' 'invalid JSON, line 1, character 27: is no character that can be kept'
wrong "half a character" '{"cases":[{"case":"\\ud800"}]}' 'invalid JSON, line 1, character 26: is no character that can be kept'
wrong "no UTF-8" '{"cases":[{"case":"\344\270"}]}' 'invalid JSON, line 1, character 20: is not UTF-8'
wrong "two documents" '{"cases":[]} {}' 'invalid JSON, line 1, character 14: something follows the document'
wrong "a name twice" '{"cases":[],"cases":[]}' 'invalid JSON, line 1, character 20: the name stands there twice'
wrong "a parameter that is none" '{"parameters":{"child_age_max":"x"},"cases":[{}]}' 'claims.child_age_max: invalid value "x" for this parameter'
{ printf '{"cases":[{"claims":['; head -c 3000000 /dev/zero | tr '\0' '['; } | audit >"$box/out"
same "too deep" 1 "$(grep -c ': is too deep' "$box/said")"
{ printf '{"cases":[{"case":"'; head -c 20000000 /dev/zero | tr '\0' a
	printf '","claims":[{"claim":"c","person":"p","type":"inpatient","admit":"x"}]}]}'; } | audit --format csv | tail -1 | tail -c 17 | tr -d '\r' >"$box/out"
same "a text of twenty million characters" ",c,invalid_date" "$(cat "$box/out")"
same "no control character comes out" "␛[2J" "$(one '"type":"inpatient","admit":"x"' | sed 's/"A1"/"\\u001b[2J"/' | audit --format csv | sed 1d | cut -d, -f2)"
same "an unknown parameter is told" 1 "$(printf '{"parameters":{"nonsense":1},"cases":[{}]}' | audit >"$box/out"; grep -c 'no parameter named "claims.nonsense"' "$box/said")"
finish
