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
sed '5s/rate/rat/' "$box/table" >"$table"
same "a line without its rate is named where it is asked" 'scales.tax 36000..144000: the line of the scale says no "rate"' \
	"$(gives 200000 1960-01-01 | sed 's/.*,,,//; s/^"//; s/"$//; s/""/"/g')"

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
set_line() {	# LINE VALUE
	printf 'income,birth\n400000,1960-01-01\n' | "$steward" eval scales.all --config "$box/conf" --date 2025-01-01 \
		--set "scales.tax.$1=$2" 2>&1 | sed -n 's/^400000,1960-01-01,\([^,]*\),.*/\1/p; s/^steward: //p'
}
same "a line more: half of what is above 350000" 80580 "$(set_line 5 '{"from":350000,"rate":0.5}')"
same "but not with one left out" 'no parameter named "scales.tax.6"' "$(set_line 6 '{"from":350000,"rate":0.5}')"
same "two changes one after the other" 74280 "$(set_to "+0.1
scales.tax.3.rate=+0.1")"
# Scales inside of a table: declared once, for every place and at every depth; brackets by pension and by age as a yearly
# adjustment has them, of which one line is not known, and rates of two schemes in one list.
cat >"$table" <<'LUA'
return {
	{ name = "scales.rule", jurisdiction = "CN", unit = "rule of a year", basis = "an article",
		scales = { { "years.bands", "fen" }, { "ages", "fen" }, { "rates", "rate", by = { "scheme" } } },
		values = { { from = "2019-01-01", value = {} } } },
	{ name = "scales.rule", jurisdiction = "CN-33", unit = "rule of a year", basis = "an article",
		values = { { from = "2019-01-01", value = {
			years = { bands = {
				{ from = 0, fen = 150 },
				{ from = 15, fen = 250 },
				{ from = 30, fen = 300 },
			} },
			groups = { owner = { ages = {
				{ from = 70, women = 65, fen = 2500 },
				{ from = 80, to = 89, fen = 5000 },
				{ from = 90, unknown = true },
			} } },
			rates = {
				{ scheme = "employee", from = 0, to = 3000, rate = 0.8 },
				{ scheme = "resident", from = 0, rate = 0.6 },
				{ scheme = "employee", from = 3000, rate = 0.9 },
			},
		} } } },
}
LUA
cat >"$box/lua/calculations/scales.lua" <<'LUA'
return { {
	name = "scales.all", title = L"all", jurisdiction = "CN", basis = "an article",
	inputs = { { "months", "count", "months", L"months" }, { "age", "count", "years", L"age" }, { "sex", "code", "", L"sex" },
		{ "cost", "number", "yuan", L"cost" } },
	outputs = { { "years", "number", "fen", L"by years" }, { "ages", "number", "fen", L"for age" },
		{ "least", "number", "fen", L"at least" }, { "paid", "number", "yuan", L"paid" } },
	compute = function(i)
		local rule, rates, paid = param("scales.rule"), {}, 0
		for _, line in ipairs(rule.rates) do
			if line.scheme == "employee" then rates[#rates + 1] = line end
		end
		for line, part in scale.parts(rates, i.cost, { after = 1000 }) do paid = paid + part * line.rate end
		local line = scale.line(rule.groups.owner.ages, i.age, i.sex == "F" and "women")
		return { years = scale.marginal(rule.years.bands, i.months, "fen", { times = 12 }), paid = paid,
			ages = line and line.fen, least = scale.step(rule.groups.owner.ages, i.age, "fen", { default = 0 }) }
	end,
	cases = { { "one", place = "CN-33", given = { months = 24, age = 70, sex = "M", cost = 2000 },
		gives = { years = 3600, ages = 2500, least = 2500, paid = 800 } } },
} }
LUA
cp "$table" "$box/table"
inner() {	# MONTHS AGE SEX COST
	printf 'months,age,sex,cost,jurisdiction\n%s,%s,%s,%s,CN-33\n' "$1" "$2" "$3" "$4" | "$steward" eval scales.all \
		--config "$box/conf" --date 2025-01-01 2>/dev/null | sed -n '2s/.*CN-33,//p' | sed 's/scales.all@[^,]*,//'
}
same "nothing is wrong with them" "all texts" "$(check | sed 's/,.*//; s/^[0-9]* /all /')"
same "every part at its line's amount, and what lies after a deductible" "75600,5000,5000,2500," "$(inner 372 80 M 4000)"
same "a limit of her own, and no line below the first" "0,2500,0,0," "$(inner 0 65 F 1000)"
same "a line that is not known gives nothing" "27000,,,1780," "$(inner 180 90 M 3200)"
printf 'months,age,sex,cost,jurisdiction\n24,70,M,4000,CN-33\n' | "$steward" eval scales.all --config "$box/conf" --explain >"$box/told" 2>&1
same "each line that counts is named by its path" "scales.rule.rates.1 0..3000: rate 0.8, scheme employee = 2000
scales.rule.rates.3 3000..: rate 0.9, scheme employee = 1000
scales.rule.groups.owner.ages.1 70..: fen 2500, women 65 = 70
scales.rule.years.bands.1 0..: fen 150 = 3600
scales.rule.groups.owner.ages.1 70..: fen 2500, women 65 = 2500" "$(sed -n 's/^ *step *//p' "$box/told")"
same "and is a row of the page" "fen 250
rate 0.9, scheme employee" "$("$steward" rules page scales.rule "$table" "$box/lua/calculations/scales.lua" --config "$box/conf" 2>&1 |
	sed -n '/^values  CN-33/,/^$/s/.*\(years.bands 15\.\.\|rates 3000\.\.\) *//p' | sort)"
ok "neighbours are looked for at limits inside of a table" "$("$steward" rules test "$table" "$box/lua/calculations/scales.lua" \
	--config "$box/conf" --all 2>/dev/null | grep -q '# 1 cases, 0 failed'; echo $?)"
plant "a gap inside of a table" 15 'no line of the scale holds from 90 to 94; let the lines follow each other without a gap' '15s/90/95/'
plant "an overlap" 20 'two lines of the scale hold for 3000; close the earlier one before it' '18s/3000/3500/'
plant "not in order" 10 'the lines of the scale are not in order: 5 comes after 15; sort them by from' '10s/30/5/'
plant "a line without an amount" 10 'a line of the scale has no from or no fen; write { from = ..., fen = ... }' '10s/fen/fenn/'
plant "a rate that is none" 20 '9 is not a share between 0 and 1; 16 percent are 0.16' '20s/0.9/9/'
sed '3s/"ages"/"age"/; 1s/^/local function made(n) return { { from = 0, fen = n } } end /; s/^\(\t*\)rates = {$/\1more = { age = made(5) },\n&/' \
	"$box/table" >"$table"
same "what a function of the text makes may be the scale" "all texts" "$(check | sed 's/,.*//; s/^[0-9]* /all /')"
plant "a scale that no value has" 3 'no value has the list "age"; take it out, or write the path as it is' '3s/"ages"/"age"/'
cp "$box/table" "$table"
"$steward" rules params export scales.rule --config "$box/conf" 2>/dev/null | sed 's/,fen,250$/&/; s/bands.2.fen,250/bands.2.fen,260/' >"$box/rows.csv"
"$steward" rules params import "$box/rows.csv" --write --folder --config "$box/conf" >"$box/said" 2>&1
same "what is read back from a table keeps its scales" "1 1" "$(grep -c '"years.bands", "fen"' "$table") $(grep -c 'fen = 260' "$table")"

# An amount for each step reached: a supplement of 5, with 3 more from 10 years on and 2 more from 20 on.
mkdir -p "$box/steps/parameters" "$box/steps/calculations"
sed "s|^rules = .*|rules = \"$box/steps\";|" "$builddir/steward.conf" >"$box/steps/conf"
cat >"$box/steps/parameters/steps.lua" <<'LUA'
return { { name = "steps.more", jurisdiction = "CN", unit = "yuan", basis = "an article",
	values = { { from = "2019-01-01", value = {
		{ from = 0, value = 5 }, { from = 10, value = 3 }, { from = 20, value = 2 },
	} } } } }
LUA
cat >"$box/steps/calculations/steps.lua" <<'LUA'
return { { name = "steps.all", title = L"all", jurisdiction = "CN", basis = "an article",
	inputs = { { "years", "number", "years", L"years" } }, outputs = { { "more", "number", "yuan", L"more" } },
	compute = function(i) return { more = scale.sum("steps.more", i.years) } end,
	cases = { { "ten", given = { years = 10 }, gives = { more = 8 } } } } }
LUA
steps() { printf '%s\n' years "$@" | "$steward" eval steps.all --config "$box/steps/conf" 2>/dev/null | sed '1d; s/^[^,]*,\([^,]*\),.*/\1/'; }
same "each step counts from its limit on" "5 5 8 8 10" "$(steps 0 9.9 10 19 35 | paste -sd ' ' -)"
same "before the first there is nothing" 0 "$(steps -1)"
printf 'years\n12\n' | "$steward" eval steps.all --config "$box/steps/conf" --explain >"$box/told" 2>/dev/null
same "each is named" "steps.more 0..: 5 = 5
steps.more 10..: 3 = 3" "$(sed -n 's/^ *step *//p' "$box/told")"
same "the lines are looked at" "2 texts, nothing found" "$("$steward" rules check "$box/steps/"*/steps.lua --config "$box/steps/conf" 2>/dev/null)"
sed -i 's/{ from = 20, value/{ from = 20, valeu/' "$box/steps/parameters/steps.lua"
ok "and one without a value is found" "$("$steward" rules check "$box/steps/"*/steps.lua --config "$box/steps/conf" 2>/dev/null |
	grep -q ':3: a line of the scale has no from or no value'; echo $?)"
finish
