# The tools speak of the law in force in the office they are pointed at; of the folder where they are told to.
. "$srcdir/tests/lib.sh"
needs retirement
needs employment
small_city inforce 2000 4
st batch judge --date 2025-11-05 2>/dev/null || { echo "not ok setup"; exit 1; }
box="$work/inforce"
rm -rf "$box"
mkdir -p "$box/parameters" "$box/rules/employment" "$box/here"

# Adopted: an amount of one county, and a rule that asks for it.
cat >"$box/parameters/zhuji.lua" <<'L'
return {
	{ name = "unemployment.amount", jurisdiction = "CN-330681", unit = "yuan", basis = "a notice of the county",
	  values = { { from = "2025-01-01", value = { first = 2010, second = 1800, extension = 1700 } } } },
	{ name = "employment.county_months", jurisdiction = "CN-330681", unit = "months", basis = "a notice of the county",
	  values = { { from = "2025-01-01", value = 3 } } },
}
L
cat >"$box/rules/employment/county.lua" <<'L'
return {
	id = "employment.county", title = "a question of the county", jurisdiction = "CN-330681", from = "2025-01-01",
	basis = "a notice of the county", type = "notice", reads = { "status" }, when = { status = "unemployed" },
	judge = function() return task { cause = "2025", say = T("unemployed") } end,
	cases = {
		{ "unemployed", on = "2025-11-05", gives = "2025", facts = { status = "unemployed" } },
		{ "not", on = "2025-11-05", gives = "nothing", facts = { status = "contributing" } },
	},
}
L
amount() { printf 'month_index\n1\n' | "$steward" eval unemployment.amount --jurisdiction CN-330681 "$@" 2>&1 | sed -n '2s/^1,\([^,]*\),.*/\1/p'; }
same "before it is adopted the amount is not there" "" "$(amount --db "$db" --as clerk)"
st policy rules rehearse "$box/parameters/zhuji.lua" "$box/rules/employment/county.lua" --limit 0 >/dev/null 2>&1 &&
	st policy2 rules adopt "$box/parameters/zhuji.lua" "$box/rules/employment/county.lua" >/dev/null 2>&1
ok "both are adopted" $?

same "eval has the adopted amount, on the business day" "2010.00" "$(amount --db "$db" --as clerk)"
same "the folder does not" "" "$(amount --db "$db" --as clerk --folder)"
same "params export has the values in force" "2010" "$(st policy rules params export unemployment.amount | tr -d '\r' |
	awk -F, '$2 == "CN-330681" && $7 == "first" { print $8 }')"
same "the folder's has not" "" "$(st policy rules params export unemployment.amount --folder | grep CN-330681)"
said=$(st policy rules list)
ok "list names the adopted rule with its title" "$(printf '%s\n' "$said" | grep -q '^employment.county .*a question of the county$'; echo $?)"
hash=$(sql "select left(hash, 12) from rule_version where path = 'rules/employment/county.lua'")
ok "and its hash" "$(printf '%s\n' "$said" | grep -q "^employment.county .*$hash"; echo $?)"
ok "in Chinese too" "$(LC_ALL=zh_CN.UTF-8 st policy rules list | grep -q '^retirement.age_reminder .*[^ -~]$'; echo $?)"
ok "the folder's has it not" "$(! st policy rules list --folder | grep -q '^employment.county'; echo $?)"
ok "list of a day before it has it not" "$(! st policy rules list --date 2025-10-01 | grep -q '^employment.county'; echo $?)"

# A draft over the law in force: what it asks for is there, and its neighbours are compared with that.
cat >"$box/rules/employment/asks.lua" <<'L'
return {
	id = "employment.asks", title = "asks the county", jurisdiction = "CN-330681", from = "2025-01-01",
	basis = "a notice", type = "notice", reads = { "status" }, when = { status = "unemployed" },
	judge = function()
		return task { cause = yuan(unemployment.amount("", 1).amount), say = T("unemployed") }
	end,
	cases = {
		{ "unemployed", on = "2025-11-05", gives = "2010.00", facts = { status = "unemployed" } },
		{ "not", on = "2025-11-05", gives = "nothing", facts = { status = "contributing" } },
	},
}
L
st policy rules test "$box/rules/employment/asks.lua" >/dev/null 2>&1
ok "test has what the draft asks for" $?
! st policy rules test --folder "$box/rules/employment/asks.lua" >/dev/null 2>&1
ok "the folder has it not" $?
sed 's/2010/2020/' "$box/parameters/zhuji.lua" >"$box/zhuji.lua"
st policy rules check "$box/zhuji.lua" >/dev/null 2>&1
ok "check finds nothing in the next one" $?
printf 'status\nunemployed\n' >"$box/facts.csv"
same "try has the law in force" "2: task 2010.00: unemployed" "$(st clerk rules try "$box/rules/employment/asks.lua" --facts "$box/facts.csv")"
person=$(sql "select person_id from person_fact where status = 'unemployed' order by 1 limit 1")
same "of a person as well" "$person: task 2010.00: unemployed" "$(st clerk rules try "$box/rules/employment/asks.lua" --person "$person")"
ok "types names the adopted parameter" "$(st policy rules types | grep -q 'fun(name: "employment.county_months"'; echo $?)"

# The whole book as files, which are what judges.
st policy rules checkout "$box/out" 2>/dev/null
ok "the book is written out" $?
same "text by text, as it is in force" "$(sql "select path || ' ' || hash from rules_in_force(business_day()) order by path collate \"C\"")" \
	"$(cd "$box/out" && find . -name '*.lua' | sed 's|^\./||' | LC_ALL=C sort | while read -r f; do
		echo "$f $(sha256sum "$f" | cut -d ' ' -f 1)"; done)"
! st policy rules checkout "$box/out" 2>"$box/said"
ok "not into a folder that has something" "$(grep -q 'not an empty folder' "$box/said"; echo $?)"
st policy rules checkout "$box/then" --date 2025-10-31 2>/dev/null
ok "of another day, what was in force then" "$([ -e "$box/then/parameters/work.lua" ] && [ ! -e "$box/then/parameters/zhuji.lua" ]; echo $?)"

# A table of values becomes a draft below the folder one is in; the configured folder stays as it is.
st policy rules params export unemployment.amount | sed 's/2010/2030/' >"$box/table.csv"
(cd "$box/here" && st policy rules params import "$box/table.csv" --write >/dev/null 2>&1)
ok "params import writes a draft" "$(grep -q 'first = 2030' "$box/here/parameters/zhuji.lua"; echo $?)"
(cd "$box/here" && st policy rules params import "$box/table.csv" --write >/dev/null 2>&1)
ok "and never over one that is there" "$([ $? -ne 0 ]; echo $?)"
finish
