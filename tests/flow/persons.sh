# More than two persons, where the texts say so by kind or amount.
. "$srcdir/tests/lib.sh"
needs retirement
small_city persons 3000 21
st batch judge --date 2025-11-01 2>/dev/null
same "after everybody's first judge the server knows how many rows there are" "t" \
	"$(sql "select reltuples = (select count(*) from person_pack) from pg_class
		where oid = 'steward.person_pack'::regclass")"
late="$work/persons/parameters/pension.lua"
mkdir -p "${late%/*}"
sed 's/value = {} }/value = { [2024] = 830000, [2025] = 848000 } }/' "$srcdir/lua/parameters/pension.lua" >"$late"
put_into_force "$late"
rule=retirement.award_differs
dearest() {	# CONDITION
	sql "select person_id || '|' || abs(f.monthly_fen) || '|' || cause from task t
		join finding f using (person_id, rule_id, cause)
		where rule_id = '$rule' and state = 'open' and $1 order by abs(f.monthly_fen) desc, 1 limit 1"
}
IFS='|' read -r person amount cause <<E
$(dearest true)
E
state() { sql "select state || ' ' || ver from task where person_id = $person and rule_id = '$rule'"; }
step() { login=$1; shift; st "$login" decide "$person" "$rule" "$cause" "$@" 2>"$work/said"; }
pension() { sql "select monthly_fen from benefit where person_id = $person order by valid_from desc limit 1"; }

cat > "$work/persons/parameters/persons.lua" <<E
return {
	{ name = "work.persons", jurisdiction = "CN", unit = "persons", basis = "a test",
	  values = { { from = "2000-01-01", value = {
		["$rule"] = { { from = 0, persons = 2 }, { from = $amount, persons = 3 } } } } } },
}
E
put_into_force "$work/persons/parameters/persons.lua"
before=$(pension)
step clerk propose --reason final_base >/dev/null
same "a proposal waits" "proposed 2" "$(state)"
step reviewer approve --reason checked >/dev/null
same "one approval of this amount is not enough" "0 proposed 3" "$? $(state)"
same "nothing follows from it" "$before" "$(pension)"
step reviewer approve --reason checked >/dev/null
same "the same person cannot give the second" "1 1" "$? $(grep -c 'needs another person' "$work/said")"
step manager approve --reason checked >/dev/null
same "a third person does" "0 done 4" "$? $(state)"
ok "then it is so" "$([ "$(pension)" != "$before" ]; echo $?)"
same "all of them are named" "manager reviewer" "$(sql "select string_agg(approver, ' ' order by approver)
	from decision_approval where person_id = $person")"

IFS='|' read -r person amount cause <<E
$(dearest "abs(f.monthly_fen) < $amount")
E
step clerk propose --reason final_base >/dev/null
step reviewer approve --reason checked >/dev/null
same "of a smaller amount two are enough" "done 3" "$(state)"
sed 's/persons = 3/persons = 1/' "$work/persons/parameters/persons.lua" >"$work/one.lua"
out=$(st policy rules check "$work/one.lua" 2>&1)
same "one alone is no number of persons" 1 "$(echo "$out" | grep -c 'persons, from 2 to 5')"
finish
