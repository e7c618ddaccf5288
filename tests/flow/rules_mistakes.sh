# Mistakes that who writes law makes, planted one by one: each is found with file, line and what to do, in English
# and in Chinese, of which every third is looked at here; all of them: RULES_WHOLE=1 make check TESTS=flow/rules_mistakes
. "$srcdir/tests/lib.sh"
box="$work/mistakes"
mkdir -p "$box/calculations" "$box/parameters"
law="$box/parameters/grant.lua" sum="$box/calculations/grant.lua"
cat >"$box/law" <<'LUA'
return {
	{
		name = "grant.rates", jurisdiction = "CN", unit = "yuan", basis = "a law, art. 1",
		values = { { from = "2020-01-01", to = "2024-12-31", value = {
			{ from = 0, to = 36000, rate = 0.03 },
			{ from = 36000, to = 144000, rate = 0.1 },
			{ from = 144000, rate = 0.2 },
		} }, { from = "2025-01-01", value = {
			{ from = 0, rate = 0.03 },
		} } },
	},
	{ name = "grant.share", jurisdiction = "CN", unit = "share", basis = "a law, art. 2",
		values = { { from = "2020-01-01", value = 0.15 } } },
	{ name = "grant.base", jurisdiction = "CN", unit = "fen", basis = "a law, art. 3",
		values = { { from = "2020-01-01", value = 201000 }, { from = "2025-01-01", value = 210000 } } },
	{ name = "grant.who", jurisdiction = "CN", unit = "months", basis = "a law, art. 4",
		values = { { from = "2020-01-01", value = {
			inputs = { paid = "count", left = "unwillingly|willingly" },
			rows = {
				{ left = "willingly", gives = 0 },
				{ paid = "..11", gives = 0 },
				{ paid = "12..", left = "unwillingly", gives = 12 },
			},
		} } } },
}
LUA
cat >"$box/sum" <<'LUA'
return { {
	name = "grant.sum", title = L"grant", jurisdiction = "CN", from = "2020-01-01", basis = "a law, art. 1 to 4",
	inputs = { { "income", "number", "yuan", L"income" }, { "salary", "money", "a year", L"salary" },
		{ "born", "day", "", L"birth" }, { "left", { "unwillingly", "willingly" }, "", L"left" },
		{ "members", "list", { { "role", { "adult", "child" } }, { "born", "day" } }, L"members" } },
	outputs = { { "tax", "number", "yuan", L"tax" }, { "months", "count", "months", L"months" },
		{ "monthly", "money", "a month", L"monthly" }, { "children", "count", "", L"children" } },
	compute = function(i)
		local monthly = convert(i.salary, "a year", "a month")
		local children = 0
		for _, m in ipairs(i.members) do
			if m.role == "child" then children = children + 1 end
		end
		local base = param("grant.base") * param("grant.share", { default = 0 })
		step(L"base", round(base), "yuan")
		return { tax = scale.marginal("grant.rates", i.income), monthly = monthly, children = children,
			months = decide("grant.who", { paid = 12, left = i.left }) }
	end,
	cases = { { "one", given = { income = 1000, salary = 1200, born = "1980-01-01", left = "willingly",
		members = { { role = "child", born = "2015-01-01" } } }, gives = { children = 1, monthly = 100 } } },
} }
LUA
check() { "$steward" rules check "$law" "$sum" 2>/dev/null | sed "s|^$box/||"; }
cp "$box/law" "$law"
cp "$box/sum" "$sum"
ok "nothing is wrong before" "$(check | grep -q 'nothing found'; echo $?)"

n=0
plant() {	# MISTAKE FILE LINE SED ENGLISH CHINESE [FOLDER, where it is planted elsewhere than it is found]
	n=$((n + 1))
	cp "$box/law" "$law"
	cp "$box/sum" "$sum"
	sed -i "$4" "$box/${7:-$2}/grant.lua"
	! { cmp -s "$box/law" "$law" && cmp -s "$box/sum" "$sum"; } || ok "$1: planted" 1
	same "$1" "$2/grant.lua:$3: $5" "$(check | grep -F "$5")"
	[ -n "${RULES_WHOLE-}" ] || [ $((n % 3)) -eq 1 ] || return 0
	same "$1, in Chinese" "$2/grant.lua:$3: $6" "$(LC_ALL=zh_CN.UTF-8 check | grep -F "$6")"
}
p=parameters c=calculations
plant "a gap between brackets" $p 6 '5s/36000/30000/' \
	'no line of the scale holds from 30001 to 35999; let the lines follow each other without a gap' \
	'自 30001 至 35999 分档表没有适用的行；各行应前后相接'
plant "two brackets for one amount" $p 6 '5s/36000/50000/' \
	'two lines of the scale hold for 36000; close the earlier one before it' \
	'分档表有两行适用于 36000；前一行应在此之前截止'
plant "a scale unsorted" $p 7 '6s/, to = 144000//; 7s/144000/14400/' \
	'the lines of the scale are not in order: 14400 comes after 36000; sort them by from' \
	'分档表各行次序有误：14400 排在 36000 之后；应按 from 排序'
plant "a rate of 15" $p 6 '6s/0\.1/15/' \
	'15 is not a share between 0 and 1; 16 percent are 0.16' \
	'15 不是 0 与 1 之间的比例；百分之十六写作 0.16'
plant "a share of 15" $p 13 '13s/0\.15/15/' \
	'15 is not a share between 0 and 1; 16 percent are 0.16' \
	'15 不是 0 与 1 之间的比例；百分之十六写作 0.16'
plant "a gap between values" $p 8 '8s/2025-01-01/2025-02-01/' \
	'no value is valid from 2025-01-01 to 2025-01-31; let the values follow each other without a gap' \
	'2025-01-01 至 2025-01-31 没有有效的值；各值的有效期应前后相接'
plant "two values on a day" $p 8 '8s/2025-01-01/2024-12-01/' \
	'two values are valid on 2024-12-01; close the earlier one the day before' \
	'2024-12-01 有两个值同时有效；请将前一个值截止到前一日'
plant "yuan for fen" $p 15 '15s/210000/2100/' \
	'remark: grant.base is 2100 here and 201000 elsewhere; is one of them in yuan and the other in fen?' \
	'提示：grant.base 此处为 2100，别处为 201000；是否一个以元计、一个以分计？'
plant "a value of another shape" $p 15 '15s/210000/"210000"/' \
	'the value is a text, the one before it a number; a parameter keeps one shape; give the other one a name of its own' \
	'此值为文字，前一个为数字；同一参数的值形式应一致；另一种请另起名称'
plant "no such day" $p 13 '13s/2020-01-01/2020-02-30/' \
	'from "2020-02-30" is not a date; write it as 2025-11-05' \
	'from “2020-02-30”不是日期；请写成 2025-11-05 的形式'
plant "an article without a source" $p 12 '12s/, basis = "a law, art. 2"//' \
	'the parameter has no basis; name the law and its article' \
	'该参数缺少 basis；请写明法规及条款'
plant "a row never reached" $p 23 '22a\				{ paid = "3", left = "unwillingly", gives = 0 },' \
	'row 4 is never reached; take it out, or correct its limits' \
	'第 4 行永远不会用到；应删除该行，或更正其界限'
plant "what no row answers" $p 19 '22s/12\.\./24../' \
	'no row answers left = unwillingly, paid = 12..23; 1 such in all; add a row, or otherwise = ...' \
	'没有一行适用于 left = unwillingly, paid = 12..23；此类情形共 1 种；应增加一行，或写 otherwise = ...'
plant "rows that contradict" $p 22 '22s/12\.\./10../' \
	'row 3 contradicts row 2; let one of them leave out what the other says' \
	'第 3 行与第 2 行矛盾；其中一行应排除另一行所述情形'
plant "a year's amount given as a month's" $c 16 '9s/convert(i.salary, "a year", "a month")/i.salary/' \
	'the output monthly wants an amount a month, not an amount a year; give it what it wants' \
	'输出 monthly  需要“按 a month 计的金额”，而不是“按 a year 计的金额”；请给出所需的值'
plant "a role misspelt" $c 12 '12s/child"/chid"/' \
	'is never "chid"; did you mean "child"?' \
	'不可能为"chid"；是否应为“child”？'
plant "a field misspelt" $c 12 '12s/m\.role/m.rol/' \
	'a record of members has no field "rol"; did you mean "role"?' \
	'members 的记录没有字段“rol”；是否应为“role”？'
plant "a parameter misspelt" $c 14 '14s/grant.share/grant.shaer/' \
	'no parameter named "grant.shaer"; did you mean "grant.share"?' \
	'没有参数 "grant.shaer"；是否应为“grant.share”？'
plant "a default that hides that law has ended" $c 14 '13s/, value = 0/, to = "2021-12-31"&/' \
	'the values of grant.share for CN end on 2021-12-31, and the default would stand from then on; let the value follow that holds from then on' \
	'grant.share 在 CN 的数值于 2021-12-31 终止，其后将一直适用缺省值；应补上其后适用的数值' $p
plant "a case that leaves an input out" $c 19 '19s/salary = 1200, //' \
	'the case does not give "salary"; add it, or make the input "optional"' \
	'用例没有给出“salary”；请补上，或将该输入标为“optional”'
plant "a birth that is a year" $c 19 '19s/born = "1980-01-01", left/born = 1980, left/' \
	'born is not a valid day: 1980; see the types in doc/rules.md' \
	'born 不是 day：1980；类型见 doc/rules.md'
plant "a case that wants nothing" $c 19 '20s/, gives = { children = 1, monthly = 100 }//' \
	'the case does not say what is to come out; add gives = ...' \
	'用例没有写明应得的结果；请补上 gives = ...'
plant "a case that is there twice" $c 20 '20s/ } },$/ }, { "two", given = { income = 1000, salary = 1200, born = "1980-01-01", left = "willingly", members = { { role = "child", born = "2015-01-01" } } }, gives = { children = 2 } } },/' \
	'the case gives the same as the one in line 19; one of them must go' \
	'该用例给出的内容与第 19 行的用例相同；请删去其一'
plant "a calculation that waits for itself" $c 16 '16s/monthly = monthly/monthly = grant.sum(i.income, i.salary, i.born, i.left, i.members).monthly/' \
	'grant.sum waits for itself, by way of grant.sum; let one of them do without the other' \
	'grant.sum 的计算依赖于自身（经由 grant.sum）；应使其中一个不再依赖另一个'
plant "a sentence with a value too few" $c 15 '15s/$/ if base < 0 then error(T("%s is less than 0"), 0) end/' \
	'the sentence has 1 places for values, and is given 0; write one place for each value, and give each place one' \
	'句子中有 1 处待填值，却给出了 0 个；每个值对应句中一处，每处对应一个值'
plant "a number in words" $p 13 '13s/0\.15/十五/' \
	"unexpected symbol near '十'; the text is cut short or mistyped here" \
	"'十' 不应出现在此处；文本在此处不完整或有误"
plant "a parameter that ends with nothing after it" $p 13 '13s/value = 0/to = "2098-12-31", &/; 13s/, { default/&/' \
	'remark: the last value of grant.share for CN ends on 2098-12-31; add the value that follows it' \
	'提示：grant.share 在 CN 的最后一个值于 2098-12-31 截止；请补上其后的值'
same "all of them" 27 $n
finish
