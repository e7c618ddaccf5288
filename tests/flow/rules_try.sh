# "steward rules try" on given facts and on a stored person's; "steward rules types" as it is shipped.
. "$srcdir/tests/lib.sh"
needs risk
box="$work/try"
mkdir -p "$box"
rule="$srcdir/lua/rules/risk/paid_after_death.lua"

try() {	# FILE WORDS...
	said=$(timeout 60 "$steward" rules try "$@" 2>"$box/stderr")
	code=$?
}

cat >"$box/facts.csv" <<'END'
person,pension_status,died_on,pension_fen
1,paid,2025-10-05,320150
2,paid,,320150
3,ended,2025-10-05,
4,paid,2025-11-02,1
END
try "$rule" --facts "$box/facts.csv"
same "a row each" "0|1: task 2025-10-05: died on 2025-10-05; 3201.50 a month is still paid|2: nothing|3: nothing|4: nothing|" \
	"$code|$(printf '%s\n' "$said" | tr '\n' '|')"
try "$rule" --facts "$box/facts.csv" --date 2025-11-02 --format json
same "on another day, as JSON" '{"person": "4", "result": "task", "cause": "2025-11-02", "due": "", "text": "died on 2025-11-02; 0.01 a month is still paid"}' \
	"$(printf '%s\n' "$said" | tail -n 1)"
try "$rule" --facts "$box/facts.csv" --format csv
same "as CSV" "person,result,cause,due,text|5" \
	"$(printf '%s\n' "$said" | tr -d '\r' | head -n 1)|$(printf '%s\n' "$said" | wc -l | tr -d ' ')"

printf 'person,died_on,died_on\n1,2025-10-05,2025-10-06\n' >"$box/twice.csv"
try "$rule" --facts "$box/twice.csv"
ok "a column that stands twice is refused" "$([ "$code" -eq 1 ] && grep -q '"died_on" appears more than once' "$box/stderr"; echo $?)"

printf 'person,jurisdiction,pension_status,died_on\n1,CN-33,paid,2025-10-05\n2,CN3,paid,2025-10-05\n' >"$box/where.csv"
try "$rule" --facts "$box/where.csv"
same "the place may be called as in eval" "1: task 2: fails" "$(printf '%s\n' "$said" | grep -o '^[12]: [a-z]*' | tr '\n' ' ' | sed 's/ $//')"

sed '12s/p.died_on/p.birth_date/' "$rule" >"$box/bad.lua"
try "$box/bad.lua" --facts "$box/facts.csv"
same "a failure does not hide the other rows" "1 2 2" \
	"$code $(printf '%s\n' "$said" | grep -c '^[0-9]*: fails') $(printf '%s\n' "$said" | grep -c ': nothing')"
ok "it has file and line" "$(printf '%s\n' "$said" | grep -q '^  .*bad.lua:12: reads a fact'; echo $?)"
ok "and nothing of the machine" "$(! printf '%s\n' "$said" | grep -q 'traceback\|\[C\]\|upvalue\|recording:\|context:'; echo $?)"
sed '12s/if/while true do end if/' "$rule" >"$box/loop.lua"
try "$box/loop.lua" --facts "$box/facts.csv"
ok "a draft that does not end is stopped" "$([ "$code" -eq 1 ] && printf '%s\n' "$said" | grep -q 'time for one call'; echo $?)"
sed '12s/if/local s = ("a"):rep(300) s:find((".-"):rep(60) .. "b") if/' "$rule" >"$box/hang.lua"
sed -n '1,2p;5p' "$box/facts.csv" | sed '3s/2025-11-02/2025-11-02/' >"$box/two.csv"
try "$box/hang.lua" --facts "$box/two.csv"
same "so is one that hangs in a search" "1 2" "$code $(printf '%s\n' "$said" | grep -c 'did not end in time')"
printf 'return {' >"$box/cut.lua"
try "$box/cut.lua" --facts "$box/facts.csv"
ok "a draft that is cut short is refused" "$([ "$code" -ne 0 ] && grep -q 'expected' "$box/stderr"; echo $?)"
printf 'person,died_no\n1,2025-10-05\n' >"$box/wrong.csv"
try "$rule" --facts "$box/wrong.csv"
ok "a column that is no fact is named" "$([ "$code" -eq 1 ] && printf '%s\n' "$said" | grep -q 'no fact named "died_no"'; echo $?)"
try "$rule"
same "facts or a person are needed" 2 "$code"

small_city rules_try 600 3
st batch judge --date 2025-11-10 >/dev/null 2>&1
person=$(sql "select person_id from person_fact where pension_status = 'paid' and died_on is not null and died_on <= '2025-11-10' limit 1")
[ -n "$person" ] || person=$(sql "select person_id from person_fact where pension_status = 'paid' limit 1")
died=$(sql "select coalesce('task ' || died_on::text, 'nothing') from person_fact where person_id = $person")
said=$(st clerk rules try "$rule" --person "$person" --date 2025-11-10 2>"$box/stderr")
ok "a stored person's facts" "$(printf '%s\n' "$said" | grep -q "^$person: $died"; echo $?)"
st clerk rules try "$rule" --person 999999999 >/dev/null 2>"$box/stderr"
ok "nobody has no facts" "$([ $? -ne 0 ] && grep -q 'no person' "$box/stderr"; echo $?)"

# A new rule with a parameter of its own, and one that another place alone has.
sed 's/not reached(p.died_on)/p.pension_fen >= param("risk.few_fen") or not reached(p.died_on)/; s/risk.paid_after_death/risk.few/' "$rule" >"$box/few.lua"
values() {	# PLACE FEN
	printf '\t{ name = "risk.few_fen", jurisdiction = "%s", unit = "fen", basis = "x", values = { { from = "2020-01-01", value = %s } } },\n' "$@"
}
{ echo 'return {'; values CN 5; values CN-330681 1; echo '}'; } >"$box/few_values.lua"
printf 'person,place,pension_status,died_on,pension_fen\n1,,paid,2025-10-05,3\n2,CN-330681001,paid,2025-10-05,3\n' >"$box/few.csv"
try "$box/few.lua" "$box/few_values.lua" --facts "$box/few.csv"
same "a rule is tried with the drafts it asks for, a row for its place" "0 1: task 2: nothing" \
	"$code $(printf '%s\n' "$said" | grep -o '^[0-9]: [a-z]*' | tr '\n' ' ' | sed 's/ $//')"
place=$(sql "select 'CN-' || region_code from person where person_id = $person")
sql "update person_fact set pension_status = 'paid', died_on = business_day(), pension_fen = 3 where person_id = $person"
{ echo 'return {'; values CN 1; values "$place" 5; echo '}'; } >"$box/few_values.lua"
said=$(st clerk rules try "$box/few.lua" "$box/few_values.lua" --person "$person" 2>"$box/stderr")
ok "a person where he belongs, on the business day" "$(printf '%s\n' "$said" | grep -q "^$person: task"; echo $?)"

for m in claims employment retirement; do
	[ -e "$builddir/lib/steward/modules/$m.so" ] || finish
done
"$steward" rules types >"$box/policy.lua"
ok "lua/types/policy.lua is what \"rules types\" prints" "$(cmp -s "$box/policy.lua" "$srcdir/lua/types/policy.lua"; echo $?)"
said=$(grep -o '^function [a-zA-Z_]*' "$srcdir/lua/types/steward.lua" | wc -l)
ok "every function of the host is annotated ($said)" "$(for f in reached task T date make_date day civil period month \
	add_months add_days months_between yuan round; do grep -q "^function $f(" "$srcdir/lua/types/steward.lua" || echo "$f"; done | grep -q . && echo 1 || echo 0)"

# Every fact that a rule may name is told to those who write rules.
same "the facts are all listed in lua/README.md" "" "$("$steward" rules types | sed -n '/@class steward.facts/,/^$/s/^---@field \([a-z_0-9]*\) .*/\1/p' |
	while read -r fact; do grep -q "^|.*\`$fact\`" "$srcdir/lua/README.md" || echo "$fact"; done)"
finish
