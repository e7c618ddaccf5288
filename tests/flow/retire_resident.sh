# A resident's pension, from the application to the run and back: by the basic pension that the place itself has entered and
# the account, never by the state's least.
. "$srcdir/tests/lib.sh"
needs retirement
needs employment
small_city retire_resident 3000 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-03 2>/dev/null
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force 2>/dev/null || echo "judge failed"; day "$1"; }
rule=retirement.application
move() {	# LOGIN EVENT REASON: the state, or the message
	cause=$(sql "select cause from task where person_id = $ann and rule_id = '$rule' order by cause desc limit 1")
	st "$1" decide "$ann" $rule "$cause" "$2" --reason "$3" --format csv 2>&1 | tr -d '\r' | sed -n 's/^steward: //p; t
		2{/^[0-9]/p}' | cut -d, -f2
}
say() { sql "select say::jsonb ->> $1 from finding where person_id = $ann and rule_id = '$rule'"; }
day 2025-11-03
st clerk retirement forecast --months 24 --format csv >/dev/null 2>&1
ann=$(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) where f.category = 'resident' and f.months_total >= 180
	and f.account_fen > 0 and a.retire_on between '2025-11-04' and '2026-03-31'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice') order by a.retire_on, 1 limit 1")
from=$(sql "select to_char(retire_on, 'YYYY-MM') from retire_ahead where person_id = $ann")
first=$(sql "select to_char(to_date('$from', 'YYYY-MM') + interval '1 month', 'YYYY-MM-DD')")
account=$(sql "select account_fen from person_fact where person_id = $ann")
st clerk retirement apply "$ann" --from "$from-15" >/dev/null
judge 2025-11-04
# Government work reports: 143 yuan a month from 2025-01 on, 163 from 2026-01 on.
least=$(case $first in 2025*) echo 143.00 ;; *) echo 163.00 ;; esac)
same "without the place's own value nothing is worked out, and the least is told" "the basic pension of residents is not known for this place; the state's least is %s a month $least" \
	"$(say 0) $(say 1)"
same "nor awarded" "there is no amount to award" "$(move clerk propose complete)"

# The place enters it, with so much for each whole year beyond fifteen.
draft="$work/retire_resident_law/parameters/here.lua"
mkdir -p "${draft%/*}"
cat >"$draft" <<'X'
return {
	{
		name = "pension.resident_base", jurisdiction = "CN-330681", unit = "fen", basis = "the county's notice on the basic pension of residents",
		values = { { from = "2025-01-01", value = 22000 } },
	},
	{
		name = "pension.resident_long", jurisdiction = "CN-330681", unit = "numbers", basis = "the county's notice on the basic pension of residents",
		values = { { from = "2025-01-01", value = { after = 15, fen_a_year = 500 } } },
	},
}
X
st policy rules rehearse "$draft" >"$work/said" 2>&1 || cat "$work/said"
st policy2 rules adopt "$draft" >"$work/said" 2>&1 || cat "$work/said"
judge 2025-11-05
years=$(sql "select greatest(months_total / 12 - 15, 0) from person_fact where person_id = $ann")
# State Council 2014-8, part 5: the basic pension, and the account over 139 months; more for years beyond fifteen.
due=$(awk -v account="$account" -v years="$years" 'BEGIN { printf "%d\n", 22000 + int(account / 139 + 0.5) + 500 * years }')
same "then it is the basic pension, the account over 139 months and the years beyond fifteen" "$due 220.00 $(awk -v n="$years" 'BEGIN { printf "%d.00", 5 * n }')" \
	"$(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'") $(say 3) $(say 4)"
same "nothing is to be brought" "-" "$(say 10)"
move clerk propose complete >/dev/null
same "awarded by two" done "$(move reviewer approve checked)"
same "as a resident's, from the month after" "resident $first paid $due" "$(sql "select scheme, valid_from, state, monthly_fen from benefit
	where person_id = $ann and kind = 'pension'" | tr '|' ' ')"
same "the award says by which formula" "resident 22000 0 $account" "$(sql "select scheme, base_fen, index_e4, account_fen from award
	where person_id = $ann" | tr '|' ' ')"
judge 2025-11-06
same "what rests on what is held is left alone" 0 "$(sql "select count(*) from finding where person_id = $ann and rule_id in ('retirement.reassess', 'retirement.award_differs')")"
st clerk amount "$(sql "select min(id_no) from person_ident where person_id = $ann")" >"$work/why" 2>&1
same "why this amount: with the account's months" "1 1" "$(grep -c 'divisor: 139' "$work/why") $(grep -c 'basic pension of the place: 220.00' "$work/why")"

# The account is found to be more: the pension is worked out anew, and corrected by two.
st clerk retirement question "$ann" account "$(awk -v fen="$account" 'BEGIN { printf "%.2f", fen / 100 + 139 }')" --volume 1 --page 2 --article 3 --author 王芳 >"$work/said" 2>&1 || cat "$work/said"
judge 2025-11-07
same "139 yuan more in the account are one yuan more a month" 100 "$(sql "select monthly_fen from finding where person_id = $ann and rule_id = 'retirement.reassess'")"
rule=retirement.reassess
move clerk propose account_wrong >"$work/said"
same "corrected by two" "done $((due + 100))" "$(move reviewer approve checked) $(sql "select monthly_fen from benefit where person_id = $ann and kind = 'pension'")"
move clerk undo mistake >/dev/null
same "and back" "$due" "$(move reviewer approve checked >/dev/null; sql "select monthly_fen from benefit where person_id = $ann and kind = 'pension'")"
rule=retirement.application
move clerk undo mistake >/dev/null
same "the award is taken back by two, and leaves nothing" "open 0 0" "$(move reviewer approve checked) $(sql "select (select count(*) from benefit
	where person_id = $ann and kind = 'pension'), (select count(*) from award where person_id = $ann)" | tr '|' ' ')"
finish
