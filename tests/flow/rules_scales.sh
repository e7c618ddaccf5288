# Scales as values: parts at their own rates, steps, tables by day of birth; each line that counts is named, and lines
# out of order, left out or there twice are findings at their own line.
. "$srcdir/tests/lib.sh"
box="$work/scales"
mkdir -p "$box/lua/calculations" "$box/lua/parameters"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
table="$box/lua/parameters/scales.lua"
# The yearly rates of China's individual income tax on comprehensive income (law of 2018, schedule 1), its first four.
cat >"$table" <<'LUA'
return {
	{ name = "scales.tax", jurisdiction = "CN", unit = "yuan", basis = "Individual Income Tax Law 2018, schedule 1",
		values = { { from = "2019-01-01", value = {
			{ from = 0, to = 36000, rate = 0.03 },
			{ from = 36000, to = 144000, rate = 0.1 },
			{ from = 144000, to = 300000, rate = 0.2 },
			{ from = 300000, rate = 0.25 },
		} } } },
	{ name = "scales.age", jurisdiction = "CN", unit = "months", basis = "an article",
		values = { { from = "2000-01-01", value = {
			{ from = "1900-01-01", to = "1959-12-31", value = 720 },
			{ from = "1960-01-01", value = 732 },
		} } } },
}
LUA
cat >"$box/lua/calculations/scales.lua" <<'LUA'
return { {
	name = "scales.all", title = L"all", jurisdiction = "CN", basis = "an article",
	inputs = { { "income", "number", "yuan", L"income" }, { "birth", "day", "", L"birth" } },
	outputs = { { "tax", "number", "yuan", L"tax" }, { "age", "number", "months", L"age" } },
	compute = function(i)
		return { tax = round(scale.marginal("scales.tax", i.income), 2), age = by_birth("scales.age", i.birth) }
	end,
	cases = { { "one", given = { income = 30000, birth = "1959-12-31" }, gives = { tax = 900, age = 720 } } },
} }
LUA
cp "$table" "$box/table"
gives() {	# INCOME BIRTH
	printf 'income,birth\n%s,%s\n' "$1" "$2" | "$steward" eval scales.all --config "$box/conf" --date 2025-01-01 2>/dev/null |
		sed -n '2s/,scales.all@[^,]*,/,/p'
}
# The quick deductions that the schedule itself prints: 2520, 16920 and 31920.
for case in "36000 1080" "144000 11880" "300000 43080" "400000 68080"; do
	same "tax of ${case% *}" "${case% *},1960-01-01,${case#* },732," "$(gives "${case% *}" 1960-01-01)"
done
same "the day before a limit" "0,1959-12-31,0,720," "$(gives 0 1959-12-31)"
same "below the first line there is none" 'parameter scales.age has no line for -36525' "$(gives 0 1899-12-31 | sed 's/.*,,,//')"
printf 'income,birth\n40000,1960-01-01\n' | "$steward" eval scales.all --config "$box/conf" --explain >"$box/told" 2>&1
same "each line that counts is named" "scales.tax 0..36000: 0.03 = 1080
scales.tax 36000..144000: 0.1 = 400
scales.age 1960-01-01..: 732 = 732" "$(sed -n 's/^ *step *//p' "$box/told")"
sed 's/to = 36000/to = 35000/; s/{ from = 36000,/{ from = 35000,/' "$box/table" >"$table"
ok "a limit that moved is found without a case there" "$("$steward" rules test "$table" --against "$box/table" --config "$box/conf" \
	--all 2>/dev/null | grep -q '^# .*income=3600[01]'; echo $?)"
cp "$box/table" "$table"
check() { "$steward" rules check "$table" "$box/lua/calculations/scales.lua" 2>/dev/null | sed "s|^$box/lua/||"; }
same "nothing is wrong" "all texts" "$(check | sed 's/,.*//; s/^[0-9]* /all /')"
plant() {	# NAME LINE WANT SED
	sed "$4" "$box/table" >"$table"
	! cmp -s "$table" "$box/table" || ok "$1: planted" 1
	same "$1" "parameters/scales.lua:$2: $3" "$(check)"
}
plant "a gap between brackets" 6 'no line of the scale holds from 140001 to 143999; let the lines follow each other without a gap' '5s/144000/140000/'
plant "an overlap" 6 'two lines of the scale hold for 144000; close the earlier one before it' '5s/to = 144000/to = 150000/'
plant "a table unsorted" 6 'the lines of the scale are not in order: 14400 comes after 36000; sort them by from' '5s/ to = 144000,//;6s/144000/14400/'
plant "a rate of 15" 5 '15 is not a share between 0 and 1; 16 percent are 0.16' '5s/0.1 /15 /'
plant "a gap between births" 12 'no line of the scale holds from 1959-12-31 to 1959-12-31; let the lines follow each other without a gap' '11s/1959-12-31/1959-12-30/'
plant "a line without a rate" 5 'a line of the scale has no from or no rate; write { from = ..., rate = ... }' '5s/rate/rat/'
sed '6s/144000/14400/' "$box/table" >"$table"
same "a table out of order gives no amount" 'parameter scales.tax: line 3 of the scale does not follow the one before it' \
	"$(gives 200000 1960-01-01 | sed 's/.*,,,//')"

# A reform on the command line: an entry more, times, or off; the third line's rate of 0.2 on 156000 of 300000.
cp "$box/table" "$table"
set_to() {	# CHANGE
	printf 'income,birth\n300000,1960-01-01\n' | "$steward" eval scales.all --config "$box/conf" --date 2025-01-01 \
		--set "scales.tax.3.rate=$1" 2>/dev/null | sed -n '2s/.*1960-01-01,\([^,]*\),.*/\1/p'
}
same "as it is" 43080 "$(set_to 0.2)"
same "a tenth more" 58680 "$(set_to +0.1)"
same "by half" 58680 "$(set_to '*1.5')"
same "off" 11880 "$(set_to off)"
same "two changes one after the other" 74280 "$(set_to "+0.1
scales.tax.3.rate=+0.1")"
finish
