# Types of inputs and outputs: words, shares, spans of days, money of the place, lists of records.  What is not like its
# type is refused where it is given, and named by the checker where it is written.
. "$srcdir/tests/lib.sh"
box="$work/types"
mkdir -p "$box/lua/calculations"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
text="$box/lua/calculations/types.lua"
cat >"$text" <<'LUA'
return { {
	name = "types.each", title = L"each", jurisdiction = "CN", basis = "an article",
	inputs = {
		{ "role", { "adult", "child" }, "", L"role" },
		{ "is_owner", "yes/no/unknown", "", L"owner" },
		{ "rate", "share", "", L"rate" },
		{ "week", "week", "", L"week", "optional" }, { "quarter", "quarter", "", L"quarter", "optional" },
		{ "year", "year", "", L"year", "optional" },
		{ "salary", "money", "a year", L"salary" },
	},
	outputs = {
		{ "who", { "adult", "child" }, "", L"who" }, { "owner", "yes/no/unknown", "", L"owner" },
		{ "half", "share", "", L"half" }, { "week_on", "day", "", L"week" }, { "quarter_on", "day", "", L"quarter" },
		{ "year_on", "day", "", L"year" }, { "monthly", "money", "a month", L"monthly" },
	},
	compute = function(i)
		return { who = i.role, owner = i.is_owner, half = i.rate / 2, week_on = i.week, quarter_on = i.quarter,
			year_on = i.year, monthly = convert(i.salary, "a year", "a month") }
	end,
	cases = { { "one", given = { role = "adult", is_owner = "unknown", rate = 0.5, salary = 100000 },
		gives = { monthly = 8334, half = 0.2 }, within = 1 } },
}, {
	name = "types.family", title = L"family", jurisdiction = "CN", basis = "an article",
	inputs = { { "members", "list", { { "birth", "day" }, { "salary", "money", "a month", "optional" },
		{ "role", { "adult", "child" } } }, L"members" } },
	outputs = { { "children", "count", "", L"children" }, { "income", "money", "a month", L"income" } },
	compute = function(i)
		local children, income = 0, 0
		for _, m in ipairs(i.members) do
			if m.role == "child" and m.birth > date "2007-11-10" then children = children + 1 end
			income = income + (m.salary or 0)
		end
		return { children = children, income = income }
	end,
	cases = { { "two", given = { members = { { birth = "1980-01-01", salary = 125000, role = "adult" },
		{ birth = "2010-01-01", role = "child" } } }, gives = { children = 1, income = 125000 } } },
} }
LUA
cp "$text" "$box/text"

head=role,is_owner,rate,week,quarter,year,salary
each() {	# VALUES [OPTIONS...]: outputs, or the error
	values=$1
	shift
	printf '%s\n%s\n' "$head" "$values" | "$steward" eval types.each --config "$box/conf" "$@" 2>/dev/null |
		sed -n "2s/^$values,//p" | sed 's/types.each@[^,]*,//'
}
same "each is read and written" "adult,yes,0.25,2025-02-10,2025-04-01,2025-01-01,100.00," \
	"$(each adult,yes,0.5,2025-W07,2025-Q2,2025,1200)"
same "a day stands for its week, quarter and year" "child,,0.5,2024-12-30,2025-01-01,2025-01-01,0.00," \
	"$(each child,,1,2025-01-05,2025-03-31,2025-12-31,0)"
# ISO 8601: 2020 has 53 weeks, 2021 has 52; the first week of 2021 begins on 4 January.
same "the 53rd week of 2020" 2020-12-28 "$(each adult,no,0,2020-W53,,,1 | cut -d, -f4)"
same "2021 has none" 'week: invalid week ""2021-W53"" (expected it like 2025-W07)' "$(each adult,no,0,2021-W53,,,1 | sed 's/^,*"//; s/"$//')"
same "unknown is neither yes nor no" ",no," ",$(each adult,no,0,,,,1 | cut -d, -f2),$(each adult,unknown,0,,,,1 | cut -d, -f2)"
same "a word that there is not" 'role: ""adlut"" is none of adult|child' "$(each adlut,no,0,,,,1 | sed 's/^,*"//; s/"$//')"
same "a share of 15" "rate: 15 is not a share between 0 and 1 (16 percent are 0.16)" "$(each adult,no,15,,,,1 | sed 's/^,*//')"
sed -i 's/"a month", L"monthly"/"a fortnight", L"monthly"/; s/"a year", "a month")/"a year", "a fortnight")/' "$text"
same "an amount a fortnight" 46.15 "$(each adult,no,0,,,,1200 | cut -d, -f7)"
cp "$box/text" "$text"
same "money of Tunisia has three decimals" 100.333 "$(each adult,no,0,,,,1203.999 --jurisdiction TN | cut -d, -f7)"
same "that of Japan none" 100 "$(each adult,no,0,,,,1200 --jurisdiction JP | cut -d, -f7)"
same "a third decimal is too much for fen" 'salary: invalid amount ""1203.999"" (expected an amount like 1234.56)' \
	"$(each adult,no,0,,,,1203.999 | sed 's/^,*"//; s/"$//')"
"$steward" eval types.each --describe --config "$box/conf" >"$box/told"
ok "the words are described" "$(grep -q '^  role  *adult|child ' "$box/told"; echo $?)"

family() {	# JSON: outputs, or the error, as JSON without the input
	printf 'members\n"%s"\n' "$(printf '%s' "$1" | sed 's/"/""/g')" |
		"$steward" eval types.family --config "$box/conf" --format json 2>/dev/null |
		sed 's/.*"children":/"children":/; s/"rule":"[^"]*",//'
}
same "records are read field by field" '"children":1,"income":1250.00,"error":null}' \
	"$(family '[{"birth":"1980-01-01","salary":1250,"role":"adult"},{"birth":"2010-05-01","role":"child"}]')"
fails() { family "$1" | sed 's/.*"error":"//; s/"}$//; s/\\"/"/g'; }
same "a field that is misspelt" 'members[1] has no field "sallary"; its fields: birth, salary, role' \
	"$(fails '[{"sallary":1250}]')"
same "a record in place of a list" 'members: a list of records like [{"birth": ...}] is expected' "$(fails '{"salary":1250}')"
same "a field that is missing" 'members[2].birth is missing' \
	"$(fails '[{"birth":"1980-01-01","role":"adult"},{"role":"child"}]')"
same "a field of another type" 'members[1].birth: invalid date "1980" (expected YYYY-MM-DD)' \
	"$(fails '[{"birth":1980,"role":"adult"}]')"
same "a role that there is not" 'members[1].role: "chlid" is none of adult|child' \
	"$(fails '[{"birth":"1980-01-01","role":"chlid"}]')"
"$steward" eval types.family --describe --config "$box/conf" >"$box/told"
ok "the fields are described" "$(grep -qF '[{birth: day, salary: money a month (optional), role: adult|child}]' "$box/told"; echo $?)"
tried=$("$steward" rules test "$text" 2>/dev/null)
same "cases are read by the types, numbers within what they say" "2 0" \
	"$(echo "$tried" | grep -c '^ok ') $(echo "$tried" | grep -c '^not ok')"

# The neighbours: the age of a child is a limit, found in the second record.
sed 's/2007-11-10/2007-11-11/' "$box/text" >"$text"
ok "and a limit that moved by a day is seen there" "$("$steward" rules test "$text" --against "$box/text" --all 2>/dev/null |
	grep -q '^# .*members=.*2007-11-11'; echo $?)"
sed 's/within = 1/within = 0/' "$box/text" >"$text"
same "beyond it a case fails" 1 "$("$steward" rules test --cases "$text" 2>/dev/null | grep -c '^not ok')"
cp "$box/text" "$text"
same "the checker finds nothing" 0 "$("$steward" rules check "$text" >/dev/null 2>&1; echo $?)"

plant() {	# NAME LINE WANT SED
	sed "$4" "$box/text" >"$text"
	! cmp -s "$text" "$box/text" || ok "$1: planted" 1
	same "$1" "$text:$2: $3" "$("$steward" rules check "$text" 2>/dev/null)"
}
plant "a role misspelt in the text" 30 'is never "chidl"; did you mean "child"?' '30s/"child"/"chidl"/'
plant "a field misspelt in the text" 31 'a record of members has no field "sallary"; did you mean "salary"?' '31s/m.salary/m.sallary/'
plant "a share of 15 in a case" 20 'rate is not a valid share: 15; 16 percent are 0.16' '20s/rate = 0.5/rate = 15/'
plant "a word of a case that there is not" 20 'role is not a valid word: adlut; there are adult, child' '20s/"adult"/"adlut"/'
plant "a field of a case that there is not" 36 'a record of members has no field "rolle"; did you mean "role"?' '36s/role = /role = "child", rolle = /'
plant "a month for a year" 18 'converts an amount a year as if it were an amount a month; name what the amount is' '18s/"a year", "a month"/"a month", "a month"/'
plant "a year for a month" 18 'the output monthly wants an amount a month, not an amount a year; give it what it wants' '18s/convert(.*)/i.salary/'
plant "money for what nobody is paid for" 9 'money is paid for no "a moon"; there are a year, a quarter, a month, a fortnight, a week, a day' '9s/a year/a moon/;18s/convert(.*)/0/'
plant "a day's amount without the days of a month" 18 \
	'how many days the other span has is not said; give the days of the article: convert(a, "a month", "a day", "half", 30)' \
	'14s/"a month"/"a day"/;18s/"a month"/"a day"/'
plant "a key that an input has none of" 4 'unknown key "standard"; { "name", "type", "unit", L"meaning" }' '4s/L"role" }/L"role", standard = "adult" }/'
plant "an output that is called like an input" 12 '"role" is the name of an input, too; give one of the two another name' '12s/"who"/"role"/;17s/who =/role =/'
plant "a type that there is not" 5 'no type named "yes/no/unkown"; did you mean "yes/no/unknown"?' '5s/unknown/unkown/'

# Amounts in words of a case are those of its own place, whatever was read before and wherever the office is.
cases="$box/lua/calculations/cases.lua"
cp "$box/text" "$text"
put() {	# PLACE OUTPUT COMPUTE CASE...
	printf '%s\n' 'return { { name = "types.cases", title = L"cases", jurisdiction = "'"$1"'", from = "2015-12-01", basis = "an article",' \
		'	inputs = { { "base", "money", "a month", L"base" } },' "	outputs = { { \"out\", $2, L\"out\" } }," \
		"	compute = function(i) return { out = $3 } end," "	cases = {" >"$cases"
	shift 3
	for case in "$@"; do echo "		{ $case },"; done >>"$cases"
	echo '	} } }' >>"$cases"
}
tried() { "$steward" rules test --cases "$cases" "$text" --config "$box/conf" 2>/dev/null | grep -E '^(not )?ok .*types.cases|^  got'; }
checked() { "$steward" rules check "$cases" --config "$box/conf" 2>/dev/null | sed -n "s|^.*cases.lua:||p"; }
put TN '"money", "a month"' 'i.base // 2' '"first", given = { base = "1000" }, gives = { out = "500" }' \
	'"second", given = { base = "1000.001" }, gives = { out = "500.000" }' \
	'"a place where it is otherwise", place = "JP", given = { base = "11" }, gives = { out = "5" }'
same "three decimals in Tunisia, none in Japan" 3 "$(tried | grep -c '^ok')"
same "the checker reads them so" "" "$(checked)"
put TN '"money", "a month"' 'i.base // 2' '"one", given = { base = "10.0001" }, gives = { out = 5 }'
same "a decimal too many is found" "6: base is not a valid money: 10.0001; see the types in doc/rules.md" "$(checked)"
put CN '"money", "a month"' 'i.base // 2' '"one", within = 2, given = { base = 1002 }, gives = { out = "5.02" }' \
	'"two", within = 2, given = { base = 1004 }, gives = { out = "5.05" }'
same "what is in words may be a little off, too" "1 1" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put CN '{ "yes", "no" }, ""' 'i.base > 1 and "yes" or "maybe"' '"one", given = { base = 2 }, gives = { out = "yes" }' \
	'"two", given = { base = 1 }, gives = { out = "maybe" }'
same "a word that there is not does not come out" 'not ok got: "out: "maybe" is none of yes|no"' \
	"$(tried | sed -n 's/^not ok.*/not ok/p; s/^  got: *//p' | sed 's/\\//g; s/^"/got: "/' | paste -sd ' ' -)"
put CN '"money", "a month"' 'i.base / 2' '"one", given = { base = 5 }, gives = { out = 2 }'
same "half a fen is named with its output" 'got: "out: 2.5 is not an amount in whole minor units"' "$(tried | sed -n 's/^  \(got: .*\)/\1/p')"
put CN '"money", "a month"' 'i.base' '"one", given = { base = 5 }, gives = { out = 5 }' \
	'"two", on = "2015-11-30", given = { base = 5 }, gives = { out = 5 }' '"three", on = "2016-01-01", given = {}, gives = { out = 5 }'
same "a day on which there is no such calculation" "7: 2015-11-30 is not one of the calculation's days; give a day from its from to its to" \
	"$(checked | grep '^7')"
same "what a case lacks is named where it is tried, too" 'got: "the input "base" is missing and may not be left out, or its value cannot be"' \
	"$(tried | sed -n 's/^  \(got: .*left out.*\)/\1/p' | sed 's/\\//g')"
# A day's amount by the days of the article: 21.75 days of work a month (Labour notice 2008-3), 30 of a month, 7 of a week.
put CN '"money", "a day"' 'convert(i.base, "a month", "a day", "half", 21.75)' '"wage", given = { base = 217500 }, gives = { out = 10000 }' \
	'"half up", given = { base = 217511 }, gives = { out = 10001 }'
same "a month's wage a day" "2 0" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put CN '"money", "a week"' 'convert(i.base, "a day", "a week", "down", 7)' '"benefit", given = { base = 333 }, gives = { out = 2331 }'
same "a day's benefit a week" "1 0" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put CN '"money", "a week"' 'convert(i.base, "a day", "a week")' '"benefit", given = { base = 333 }, gives = { out = 2331 }'
same "without the days it is no amount" 1 "$(tried | grep -c 'with a day how many days the other span has')"
# Roundings that articles name: down to tens or to a whole yuan, up, and a half to the even one.  42 U.S.C. 415 rounds down to
# the dime after 60 months at 5/9 and 5/12 of a percent; Tunisian dinars have three decimals.
put US '"money", "a month"' 'round(i.base * (1 - 36 * 5 / 900 - 24 * 5 / 1200), -1, "down")' '"30 % off", given = { base = 90000 }, gives = { out = 63000 }' \
	'"to the dime", given = { base = 90011 }, gives = { out = 63000 }'
same "down, and the bits of a sum do not decide" "2 0" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put US '"number", ""' 'round(i.base / 8, 1, "even")' '"to the even one", given = { base = 2 }, gives = { out = 0.2 }' \
	'"from below", given = { base = 6 }, gives = { out = 0.8 }' '"no half", given = { base = 1 }, gives = { out = 0.1 }'
same "a half to the even one" "3 0" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put US '"number", ""' 'round(i.base * 0.1 + i.base * 0.2, 0, "up")' '"ten tenths and twenty", given = { base = 10 }, gives = { out = 3 }' \
	'"a little more", given = { base = 11 }, gives = { out = 4 }'
same "up, and the bits of a sum do not decide" "2 0" "$(tried | grep -c '^ok') $(tried | grep -c '^not ok')"
put US '"number", ""' 'round(i.base, 0, "ip")' '"a slip", given = { base = 1 }, gives = { out = 1 }'
same "another way is refused" 1 "$(tried | grep -c "invalid option.*ip")"
finish
