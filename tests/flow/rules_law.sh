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
plant "an option that there is not is named" '95: param has no option "defualt"; write { default = value }' \
	'95s/^/local _ = param("pension.divisor", { defualt = {} })\t/'
plant "a default of another shape" '95: the default of pension.divisor is of another shape than its values; give it the shape of the values' \
	'95s/^/local _ = param("pension.divisor", { default = 12 })\t/'
finish
