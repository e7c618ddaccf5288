# Law as its authors write it: what stands while there is no law, calculations with days and places of their own,
# rows with their own day.
. "$srcdir/tests/lib.sh"
box="$work/law"
mkdir -p "$box/lua/calculations" "$box/lua/parameters"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"

# The outputs of one row, commas between them, or its error.
gives() {	# CALCULATION HEADER VALUES [OPTIONS...]
	name=$1 header=$2 values=$3
	shift 3
	printf '%s\n%s\n' "$header" "$values" | "$steward" eval "$name" --config "$box/conf" "$@" --format json 2>/dev/null |
		sed -n "s/.*\"$(printf '%s' "$header" | sed 's/.*,//')\":\"[^\"]*\",//; s/,*\"rule\":\"[^\"]*\"//; s/,\"error\":null}//; p"
}

check() {	# FILE: one finding a line, without the folder
	"$steward" rules check "$1" 2>/dev/null | sed "s|^$box/lua/||"
}

# No law yet on a day.
cat >"$box/lua/parameters/law.lua" <<'LUA'
return {
	{ name = "law.bonus", jurisdiction = "CN", unit = "yuan", basis = "a law, art. 1",
		values = { { from = "2020-01-01", value = 50 } } },
	{ name = "law.ended", jurisdiction = "CN", unit = "yuan", basis = "a law, art. 2",
		values = { { from = "2010-01-01", to = "2019-12-31", value = 7 } } },
}
LUA
cat >"$box/lua/calculations/law.lua" <<'LUA'
return { {
	name = "law.bonus", title = L"bonus", jurisdiction = "CN", basis = "a law, art. 1",
	inputs = { { "day", "day", "", L"day" } },
	outputs = { { "now", "number", "", L"now" }, { "then", "number", "", L"then" } },
	compute = function(i)
		return { now = param("law.bonus", { default = 0 }), ["then"] = param("law.bonus", i.day, { default = -1 }) }
	end,
	cases = { { "before it", on = "2019-12-31", given = { day = "2025-01-01" }, gives = { now = 0, ["then"] = 50 } } },
} }
LUA
same "the default stands before there is law" '"now":0,"then":-1' \
	"$(gives law.bonus day 2019-12-31 --date 2019-12-31)"
same "the law from its day on" '"now":50,"then":50' "$(gives law.bonus day 2020-01-01 --date 2020-01-01)"
same "each for its own day" '"now":50,"then":-1' "$(gives law.bonus day 2000-01-01 --date 2020-01-01)"
printf 'day\n2000-01-01\n' | "$steward" eval law.bonus --config "$box/conf" --date 2000-01-01 --explain >"$box/told" 2>&1
same "an explanation says that it is no law" "default    law.bonus = 0 yuan  no law on this day" \
	"$(sed -n 's/^ *\(default .*\)/\1/p' "$box/told" | head -n 1)"
same "and tells each default" 2 "$(grep -c '^ *default ' "$box/told")"
same "nothing is said of it" "" "$(check "$box/lua/calculations/law.lua" | grep -v 'parameter named "law')"
cat "$box/lua/calculations/law.lua" >"$box/shipped.lua"
sed 's/"law.bonus", { default/"law.bonsu", { default/' "$box/shipped.lua" >"$box/lua/calculations/law.lua"
same "a default hides no misspelt name" "parameter law.bonsu has no value on 2019-12-31 in CN" \
	"$(gives law.bonus day 2019-12-31 --date 2019-12-31 | sed 's/.*"error":"//; s/"}$//')"

sed 's/"law.bonus", { default/"law.ended", { default/' "$box/shipped.lua" >"$box/lua/calculations/law.lua"
same "nor that law has ended" "calculations/law.lua:6: the values of law.ended for CN end on 2019-12-31, and the default would stand from then on; let the value follow that holds from then on" \
	"$("$steward" rules check "$box/lua/calculations/law.lua" "$box/lua/parameters/law.lua" 2>/dev/null |
	sed -n "s|^$box/lua/||; /default/p")"
rm "$box/lua/calculations/law.lua"

# Checked beside the texts that the program ships.
plant() {	# NAME WANT SED
	sed "$3" "$srcdir/lua/calculations/pension.lua" >"$box/lua/calculations/pension.lua"
	! cmp -s "$srcdir/lua/calculations/pension.lua" "$box/lua/calculations/pension.lua" || ok "$1: planted" 1
	same "$1" "calculations/pension.lua:$2" "$(check "$box/lua/calculations/pension.lua")"
}
plant "an option that there is not is named" '89: param has no option "defualt"; write { default = value }' \
	'89s/^/local _ = param("pension.divisor", { defualt = {} })\t/'
plant "a default of another shape" '89: the default of pension.divisor is of another shape than its values; give it the shape of the values' \
	'89s/^/local _ = param("pension.divisor", { default = 12 })\t/'

# Calculations of one name: the nearest place and the day decide, and each row has its own.
mkdir -p "$box/files"
version() {	# FILE PLACE DAYS RESULT CASE-DAY
	cat >"$box/lua/calculations/$1.lua" <<-LUA
	return { {
		name = "law.grant", title = L"grant", jurisdiction = "$2", $3 basis = "a law, art. 3",
		inputs = { { "n", "count", "", L"n" } },
		outputs = { { "grant", "number", "", L"grant" }, { "asked", "day", "", L"asked" } },
		compute = function(i) return { grant = i.n * $4, asked = today() } end,
		cases = { { "one", on = "$5", given = { n = 1 }, gives = { grant = $4, asked = "$5" } } },
	} }
	LUA
}
version first CN 'from = "2010-01-01", to = "2015-11-30",' 100 2012-01-01
version second CN 'from = "2015-12-01",' 200 2020-01-01
version near CN-33 'from = "2020-01-01",' 300 2021-01-01
rm -f "$box"/lua/parameters/* "$box/lua/calculations/pension.lua"
printf '%s\n' on,place,n 2015-11-30,CN,1 2015-12-01,CN,1 2020-01-01,CN-330681,2 2019-12-31,CN-330681,2 2009-12-31,CN,1 2026-13-01,CN,1 |
	"$steward" eval law.grant --config "$box/conf" 2>/dev/null | sed 's/,law.grant@[^,]*,/,/' >"$box/rows"
same "each row has the law of its day and place" "2015-11-30,CN,1,100,2015-11-30,
2015-12-01,CN,1,200,2015-12-01,
2020-01-01,CN-330681,2,600,2020-01-01,
2019-12-31,CN-330681,2,400,2019-12-31,
2009-12-31,CN,1,,,calculation law.grant is not in force on 2009-12-31 in CN
2026-13-01,CN,1,,,\"on: invalid date \"\"2026-13-01\"\" (expected YYYY-MM-DD)\"" "$(sed 1d "$box/rows")"
same "without a day in the row that of the command line" '"grant":100,"asked":"2011-05-05"' \
	"$(gives law.grant n 1 --date 2011-05-05)"
printf 'on,n\n2015-11-30,1\n' | "$steward" eval law.grant --config "$box/conf" --explain >"$box/told" 2>&1
same "the explanation names the text's days" "call       law.grant  CN  2010-01-01..2015-11-30  grant  [a law, art. 3]" \
	"$(sed -n 's/^ *\(call .*\)/\1/p' "$box/told")"
printf 'on,n\n2015-11-30,1\n' | "$steward" eval law.grant --config "$box/conf" --explain --format json >"$box/told"
same "for programs with the row's day" 1 "$(grep -c '"day":"2015-11-30"' "$box/told")"
tried=$("$steward" rules test "$box"/lua/calculations/*.lua 2>/dev/null)
same "each text's cases are its own" "3 0" "$(echo "$tried" | grep -c '^ok .*law.grant@CN') $(echo "$tried" | grep -c '^not ok')"
same "side by side nothing is wrong" "" "$("$steward" rules check "$box"/lua/calculations/*.lua 2>/dev/null | sed '/nothing found$/d')"

wrong() {	# NAME WANT: what the checker says of the three
	same "$1" "$2" "$("$steward" rules check "$box"/lua/calculations/*.lua 2>/dev/null | sed "s|$box/lua/calculations/||g")"
}
version second CN 'from = "2015-12-03",' 200 2020-01-01
wrong "a gap between two texts" \
	"second.lua:1: no text of law.grant is in force in CN from 2015-12-01 to 2015-12-02; let the texts follow each other without a gap"
version second CN 'from = "2015-11-30",' 200 2020-01-01
wrong "two texts on a day" \
	"second.lua:1: two texts of law.grant are in force in CN on 2015-11-30, also that in first.lua:1; close the earlier one the day before"
same "of which none is loaded" 1 "$(printf 'n\n1\n' | "$steward" eval law.grant --config "$box/conf" 2>&1 | grep -c 'two texts are in force in CN on 2015-11-30')"
version second CN 'from = "2015-12-01",' 200 2020-01-01
sed -i 's/"n", "count"/"n", "number"/' "$box/lua/calculations/second.lua"
wrong "texts of one name that take something else" \
	"second.lua:1: law.grant has other inputs or outputs than in first.lua; give it another name, or the same inputs and outputs"
version second CN 'from = "2015-12-01",' 200 2015-11-30
same "a case on a day of another text" "2015-11-30 is not one of the calculation's days" \
	"$("$steward" rules test --cases "$box/lua/calculations/second.lua" 2>/dev/null | sed -n 's/.*got: *"\(.*\)"/\1/p')"

# A rule is judged anew on the days it asks about, so it cannot ask for today.
sed 's/local say/local _ = today()\n&/' "$srcdir/lua/rules/risk/paid_after_death.lua" >"$box/paid_after_death.lua"
ok "a rule that asks for today is named" "$("$steward" rules check "$box/paid_after_death.lua" 2>/dev/null |
	grep -q ':13: a rule cannot ask what day it is; ask reached(day)$'; echo $?)"
finish
