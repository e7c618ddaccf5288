# "steward rules test": the cases of the texts in TAP; a draft that is off by one is exposed without a
# case for it, whatever kind of text it is in; drafts that hang or fail are named.  With two more of the long ones:
# RULES_WHOLE=1 make check TESTS=flow/rules_test
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
box="$work/test"
for d in parameters calculations rules/risk rules/retirement rules/employment; do
	mkdir -p "$box/$d"
done

run() {	# FILE...
	timeout 120 "$steward" rules test "$@" >"$box/said" 2>"$box/stderr"
	code=$?
}

# As many results as the plan says, numbered from 1.
is_tap() {
	awk 'NR == 1 && $0 != "TAP version 13" { bad = 1 }
	/^(not )?ok [0-9]+ - / { n++; if (($1 == "ok" ? $2 : $3) != n) bad = 1 }
	/^1\.\.[0-9]+$/ { plan = substr($0, 4); plans++ }
	!/^(TAP version 13|(not )?ok [0-9]+ - .+|1\.\.[0-9]+|#.*|  .*)$/ { bad = 1 }
	END { exit bad || plans != 1 || plan != n }' "$box/said"
}

plant() {	# FILE SED...
	file=$1
	shift
	sed "$@" "$srcdir/lua/$file" >"$box/$file"
	! cmp -s "$srcdir/lua/$file" "$box/$file" || echo "not ok nothing was planted in $file"
}

# Several drafts in one run, each known by the subject it changes or by an input of its own.
exposed() {	# FILES, then NAME SUBJECT PATTERN...
	files=$1
	shift
	run --all $files
	ok "TAP of$(printf ' %s' $files | sed "s|$box/[a-z]*/||g")" "$(is_tap; echo $?)"
	while [ $# -gt 0 ]; do
		n=$(grep -c "^# changed: $2 .*$3.* -> " "$box/said")
		ok "$1 ($n inputs)" "$([ "$n" -gt 0 ]; echo $?)"
		shift 3
	done
	rm -f $files
}

run
same "every case of the shipped texts comes out" 0 "$code"
ok "the answer is TAP" "$(is_tap; echo $?)"
ok "all texts have cases, and there are many" "$([ "$(grep -c '^ok' "$box/said")" -gt 80 ]; echo $?)"
run "$srcdir/lua/rules/risk/paid_after_death.lua"
same "one text alone" "0 8" "$code $(grep -c '^ok' "$box/said")"
run --cases "$srcdir/lua/rules/risk/paid_after_death.lua"
same "its cases alone, and nothing near them" "0 8 0" "$code $(sed -n 's/^# \([0-9]*\) cases.* \([0-9]*\) neighbours$/\1 \2/p' "$box/said")"
run "$srcdir/lua/calculations/certification.lua"
mv "$box/said" "$box/first"
run "$srcdir/lua/calculations/certification.lua"
ok "asked twice it says the same, in the same order" "$(cmp -s "$box/first" "$box/said"; echo $?)"

# Cases that do not come out.
plant rules/risk/paid_after_death.lua '22s/2025-11-05"/2025-11-06"/'
run --cases "$box/rules/risk/paid_after_death.lua"
same "a case of a rule that is wrong fails" "1 1" "$code $(grep -c '^not ok' "$box/said")"
ok "and says what was wanted, what came, and where" "$(is_tap && grep -A6 '^not ok' "$box/said" | tr -d '\n' |
	grep -q 'file: ".*paid_after_death.lua"  line: 21  expected: "2025-11-05"  got: "2025-11-06"'; echo $?)"
plant calculations/pension.lua 's/gives = { months = 126.8 }/gives = { months = 126.9 }/'
run --cases "$box/calculations/pension.lua"
same "so does one of a calculation" "1 1" "$code $(grep -c '^not ok.*half up to a tenth' "$box/said")"
plant calculations/certification.lua 's/{ "both old: the newer/{ "one more", given = { medical_days = "9500", transport_days = "9500" }, gives = {} },{ "both old: the newer/'
run --cases "$box/calculations/certification.lua"
same "and one that wants nothing where something comes" "1 1" "$code $(grep -c '^not ok.*one more' "$box/said")"
plant rules/risk/paid_after_death.lua '20,$d'
printf '}\n' >>"$box/rules/risk/paid_after_death.lua"
run --cases "$box/rules/risk/paid_after_death.lua"
same "a rule without cases is not enough" "1" "$(grep -c '^not ok.*has cases' "$box/said")"
plant rules/risk/paid_after_death.lua '21s/died_on/dyed_on/;22s/died_on/dyed_on/'
run --cases "$box/rules/risk/paid_after_death.lua"
ok "a fact of a case that is none fails it" "$(grep -q '^not ok.*still paid' "$box/said"; echo $?)"
plant rules/risk/paid_after_death.lua '9d'
run --cases "$box/rules/risk/paid_after_death.lua"
ok "a rule that fails is named with its line" "$([ "$code" -eq 1 ] && grep -q 'got: ".*paid_after_death.lua:11:' "$box/said"; echo $?)"
rm -f "$box"/rules/risk/*.lua "$box"/calculations/*.lua

# Off by one, without a case for it: rules, each beside the others.
risk="$box/rules/risk" retirement="$box/rules/retirement" employment="$box/rules/employment"
plant rules/risk/paid_after_death.lua 's/reached(p.died_on)/reached(add_days(p.died_on, 1))/'
plant rules/risk/paid_in_custody.lua 's/reached(p.custody_to)/reached(add_days(p.custody_to, -1))/'
plant rules/risk/sign_after_death.lua 's/last_sign_on <= p.died_on/last_sign_on < p.died_on/'
plant rules/employment/contributions_short.lua 's/missing <= 0/missing <= 1/'
plant rules/employment/long_term_unemployed.lua 's/last_contributed > period/last_contributed >= period/'
plant rules/retirement/age_reminder.lua 's/, "female50" }/ }/'
plant rules/retirement/certification_overdue.lua 's/, died_on = absent//'
exposed "$(echo "$risk"/*.lua "$employment"/*.lua "$retirement"/*.lua)" \
	"a day in a rule" risk.paid_after_death "" "a day the other way" risk.paid_in_custody "" \
	"less instead of less or equal" risk.sign_after_death "" \
	"a month in a rule" employment.contributions_short "" \
	"a month of a period" employment.long_term_unemployed "" \
	"a code less in when" retirement.age_reminder category=female50 \
	"a guard less" retirement.certification_overdue died_on=
plant rules/risk/paid_after_death.lua 's/(p.overpaid_fen or 0) > 0/(p.overpaid_fen or 0) > 1/'
plant rules/risk/paid_in_custody.lua 's/== "prison"/== "detained"/'
plant rules/risk/sign_after_death.lua 's/last_sign_on <= p.died_on/last_sign_on <= p.died_on + 1/'
exposed "$(echo "$risk"/*.lua)" "one fen" risk.paid_after_death overpaid_fen=1 \
	"a code compared" risk.paid_in_custody custody_kind "a day between two facts" risk.sign_after_death ""
plant rules/risk/paid_after_death.lua 's/(p.overpaid_fen or 0) > 0/(p.overpaid_fen or 0) >= 0/; 6s/2011-07-01/2011-07-02/'
exposed "$risk/paid_after_death.lua" "no fen" risk.paid_after_death on=2025-11-10 \
	"the day a rule begins" risk.paid_after_death on=2011-07-01

# Parameters: who is concerned is found by itself.
plant parameters/certification.lua '6s/12 }/13 }/; s/days = 180, points = 1 } },/days = 181, points = 1 } },/'
plant parameters/employment.lua '6s/6 }/5 }/'
exposed "$box/parameters/certification.lua $box/parameters/employment.lua" \
	"a month in a parameter" retirement.certification_overdue "" \
	"and in a calculation that asks for it" pension.status "" \
	"a day in a parameter's table" certification.alive_on "" \
	"a month less in a parameter" employment.long_term_unemployed ""
plant parameters/pension.lua 's/\[60\] = 139/[60] = 138/; s/\[47\] = 208/[47] = 207/
	s/to = "2024-12-31"/to = "2025-01-01"/; s/from = "2025-01-01"/from = "2025-01-02"/'
exposed "$box/parameters/pension.lua" "a divisor" pension.divisor "age_years=60" \
	"a divisor no case is about" pension.divisor "age_years=47" \
	"the day a value begins" pension.divisor "on=2025-01-01"
whole() { [ -n "${RULES_WHOLE-}" ]; }
if whole; then
plant parameters/retirement.lua 's/from = 2036, value = 222/from = 2037, value = 222/
	s/from = 2037, value = 228/from = 2038, value = 228/; s/from = 2038, value = 234/from = 2039, value = 234/
	s/from = 2039, value = 240/from = 2040, value = 240/; s/from = 2033, value = 204/from = 2033, value = 205/'
exposed "$box/parameters/retirement.lua" \
	"a year of a table" retirement.age min_contrib_months_at_earliest=222 \
	"months of a year" retirement.age min_contrib_months=204
plant parameters/retirement.lua '/reform/,/before/{
	/male60 /s/most = 36/most = 35/
	s/female55 = { years = 55, first = 197001, step = 4/female55 = { years = 55, first = 197001, step = 3/
	s/first = 197501/first = 197502/
	}'
exposed "$box/parameters/retirement.lua" \
	"a step of a table" retirement.age category=female55 \
	"the first month of a table" retirement.age category=female50 \
	"the most months of a table" retirement.age category=male60
fi

# A value of one place alone, from a day on, in a file of the county's own: no case is there, and none on that day.
county() {	# FROM MONTHS
	printf '%s\n' 'return {' \
		'	{ name = "retirement.reminder_months", jurisdiction = "CN-330681", unit = "months", basis = "a notice",' \
		"	values = { { from = \"$1\", value = $2 } } }," '}' >"$box/parameters/county.lua"
}
county 2025-12-15 6
exposed "$box/parameters/county.lua" \
	"a value of one county" retirement.resident_age_reminder place=CN-330681 \
	"in each rule that asks for it" retirement.age_reminder place=CN-330681
same "nothing changes anywhere else" 0 "$(grep '^# changed' "$box/said" | grep -vc 'place=CN-330681')"

# Many inputs that say one thing are a line, with what they have in common, and three of them.
county 2020-12-15 60
run "$box/parameters/county.lua"
for rule in retirement.age_reminder retirement.resident_age_reminder; do
	n=$(sed -n "s/^# $rule: \([0-9]*\) of [0-9]* inputs come out differently, all of them with .*place=CN-330681.*/\1/p" "$box/said")
	same "$rule: one line for all, three examples, the rest counted" "3 $((n - 3))" "$(grep -c "^# changed: $rule " "$box/said") $(
		grep -A4 "^# $rule:" "$box/said" | sed -n 's/^# \.\.\. and \([0-9]*\) more: --all lists them$/\1/p')"
done
run --all "$box/parameters/county.lua"
same "--all lists every one" "$n" "$(grep -c "^# changed: retirement.resident_age_reminder " "$box/said")"
rm -f "$box/parameters/county.lua"

# A rule that is new has no text before it: nothing of it is called a change.
sed 's/risk.paid_in_custody/risk.new_here/' "$srcdir/lua/rules/risk/paid_in_custody.lua" >"$box/rules/risk/new_here.lua"
run "$box/rules/risk/new_here.lua"
same "a new rule changes no outcome" "0 0 1" "$code $(grep -c '^# changed' "$box/said") $(grep -c '^# .*new_here.lua: [0-9]* inputs of what is new' "$box/said")"
rm -f "$box/rules/risk/new_here.lua"

# Calculations.
plant calculations/certification.lua 's/age <= line.days/age < line.days/; s/day <= last/day < last/'
exposed "$box/calculations/certification.lua" "a last day in a calculation" certification.alive_on last_day= \
	"a limit in a calculation" certification.alive_on " medical_days=[0-9,]* transport_days=[0-9,]*:"
if whole; then
plant calculations/certification.lua 's/score >= enough/score > enough/'
exposed "$box/calculations/certification.lua" "a score in a calculation" certification.alive_on ""
plant calculations/retirement.lua 's/since < 0 and/since <= 0 and/; s/minimum_months", i.retire_year)/minimum_months", i.retire_year - 1)/'
exposed "$box/calculations/retirement.lua" "a step in a calculation" retirement.age birth= \
	"a year in a calculation" retirement.min_contribution retire_year=
plant calculations/retirement.lua 's/rule.years \* 12 + delay/rule.years * 12 + delay + 1/'
exposed "$box/calculations/retirement.lua" "a month in a calculation" retirement.age ""
fi
plant calculations/pension.lua 's/basic + account + extra/basic + account + extra + 1/; s/above > 11/above > 10/'
exposed "$box/calculations/pension.lua" "a fen in a calculation" pension.amount "" \
	"eleven months in a calculation" pension.divisor age_months=11

# The same text says nothing; another wording of the same rule too.
cp "$srcdir/lua/rules/risk/paid_in_custody.lua" "$box/rules/risk/"
run "$box/rules/risk/paid_in_custody.lua"
same "the same text changes nothing" "0 0" "$code $(grep -c '^# changed' "$box/said")"
plant rules/risk/sign_after_death.lua 's/if p.last_sign_on <= p.died_on/if not (p.died_on < p.last_sign_on)/'
run "$box/rules/risk/sign_after_death.lua"
same "neither does the same in other words" "0 0" "$code $(grep -c '^# changed' "$box/said")"
plant rules/risk/sign_after_death.lua 's/last_sign_on <= p.died_on/last_sign_on <= p.died_on + 1/'
run --strict "$box/rules/risk/sign_after_death.lua"
same "--strict makes a change a failure" 1 "$code"
run --against "$box/rules/risk/sign_after_death.lua" "$srcdir/lua/rules/risk/sign_after_death.lua"
ok "--against names the version before" "$(grep -q '^# changed: risk.sign_after_death' "$box/said"; echo $?)"
run --against "$srcdir/lua" "$box/rules/risk/sign_after_death.lua"
ok "or a folder of them" "$(grep -q '^# changed: risk.sign_after_death on=.* nothing -> \|task .* -> nothing$' "$box/said"; echo $?)"

# What does not end, eats or fails is named, and the others are tested.
hostile() {	# NAME WANT SED...
	name=$1 want=$2
	shift 2
	plant rules/risk/sign_after_death.lua "$@"
	run "$box/rules/risk/sign_after_death.lua" "$srcdir/lua/rules/risk/paid_in_custody.lua"
	ok "$name" "$([ "$code" -eq 1 ] && is_tap && grep -q "$want" "$box/said" &&
		[ "$(grep -c '^ok.*risk.paid_in_custody' "$box/said")" -eq 7 ]; echo $?)"
}
hostile "an endless loop" 'time for one call' 's/if p.last_sign_on <= p.died_on/while true do end if p.died_on/'
hostile "a memory bomb" 'for one call is used up' 's/if p.last_sign_on <= p.died_on/local t = {} while true do t[#t + 1] = ("x"):rep(1e6) .. #t end if p.died_on/'
hostile "a search that never ends" 'hung or crashed' 's/if p.last_sign_on <= p.died_on/local s = ("a"):rep(300) s:find((".-"):rep(60) .. "b") if p.died_on/'
hostile "an error" 'of a nil value\|a nil value' 's/if p.last_sign_on <= p.died_on/local x = nil; x.y = 1 if p.died_on/'
hostile "a text that never loads" 'is loaded' '2s/^/while true do end\n/'
printf 'return 1' >"$box/rules/risk/sign_after_death.lua"
run "$box/rules/risk/sign_after_death.lua"
ok "a text that is no rule" "$([ "$code" -eq 1 ] && grep -q '^not ok.*is loaded' "$box/said"; echo $?)"

# Colours belong to terminals.
if command -v script >/dev/null; then
	shown() { script -qec "'$steward' rules test '$srcdir/lua/rules/risk/paid_in_custody.lua'" /dev/null; }
	esc=$(printf '\033')
	ok "a terminal gets colours" "$(TERM=xterm shown | grep -q "${esc}\[32mok"; echo $?)"
	ok "not with NO_COLOR" "$(! TERM=xterm NO_COLOR=1 shown | grep -q "$esc"; echo $?)"
	ok "not a dumb one" "$(! TERM=dumb shown | grep -q "$esc"; echo $?)"
fi
finish
