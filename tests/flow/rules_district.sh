# A draft that touches one in twenty pensions of a district: before anyone adopts it the rehearsal names
# those persons, what each would get, and the sum, to the fen.
. "$srcdir/tests/lib.sh"
needs retirement
small_city district 20000 11
st batch judge --date 2025-11-05 2>/dev/null || { echo "not ok setup"; exit 1; }
town=$(sql "select region_code from person_fact where pension_status = 'paid' group by 1 order by count(*) desc, 1 limit 1")
poor="from person_fact where region_code = $town and pension_status = 'paid' and died_on is null"
limit=$(sql "select percentile_disc(0.05) within group (order by pension_fen) $poor")
poor="$poor and pension_fen <= $limit"

lua="$work/district"
rm -rf "$lua"
mkdir -p "$lua/rules/retirement"
draft="$lua/rules/retirement/supplement.lua"
cat >"$draft" <<L
return {
	id = "retirement.supplement", title = "supplement to a small pension", jurisdiction = "CN-$town",
	from = "2025-01-01", basis = "a notice of the town", type = "correct",
	reads = { "pension_status", "pension_fen", "died_on" },
	when = { pension_status = "paid", died_on = absent },
	judge = function(p)
		if p.pension_fen > $limit then return nothing end
		return task { cause = "2025", say = T("%s a month is small", yuan(p.pension_fen)),
			monthly = round(p.pension_fen * 0.037) }
	end,
	cases = { { "small", on = "2025-11-05", gives = "task",
		facts = { pension_status = "paid", pension_fen = 100 } } ,
		{ "not paid", on = "2025-11-05", gives = "nothing", facts = { pension_status = "ended" } } },
}
L
st policy rules rehearse "$draft" --region "$town" --limit 100000 --format csv >"$work/district.csv" 2>"$work/said" ||
	cat "$work/said"
persons=$(sql "select count(*) $poor")
share=$(sql "select 20 * $persons between count(*) and count(*) + 20 from person_fact
	where region_code = $town and pension_status = 'paid' and died_on is null")
same "one in twenty of the district's pensions is meant" t "$share"
id=$(sql "select max(rehearsal_id) from rehearsal")
same "exactly those persons are named" "$(sql "select person_id $poor order by 1")" \
	"$(sql "select person_id from rehearsal_change where rehearsal_id = $id and change = 'arises' order by 1")"
same "each with the money it would be" "$(sql "select person_id, round(pension_fen * 0.037) $poor order by 1")" \
	"$(sql "select person_id, monthly_fen from rehearsal_change where rehearsal_id = $id order by 1")"
sum=$(sql "select to_char(sum(round(pension_fen * 0.037)) / 100, 'FM999999990.00') $poor")
same "the sum is the sum of them, to the fen" "area,$persons,$sum" \
	"$(tr -d '\r' <"$work/district.csv" | awk -F, '$1 == "area" { print $1 "," $3 "," $NF }')"
same "the list on the terminal has them all, with names" "$persons" "$(grep -c '^arises,[^,][^,]*,' "$work/district.csv")"
for part in sex age; do
	same "the groups by $part sum to it" "$sum" \
		"$(awk -F, -v part=$part '$1 == part { s += $NF } END { printf "%.2f", s }' "$work/district.csv")"
done
same "nobody is touched yet" 0 "$(sql "select count(*) from task where rule_id = 'retirement.supplement'")"
! st policy2 rules adopt "$draft" >/dev/null 2>&1
ok "what was rehearsed for one district cannot be adopted for all" $?
st policy rules rehearse "$draft" >/dev/null 2>&1
! st policy rules adopt "$draft" >/dev/null 2>&1
ok "nor by its author" $?
st policy2 rules adopt "$draft" >/dev/null 2>&1
ok "a second policy officer adopts it, rehearsed on all" $?
st batch judge --date 2025-11-05 2>/dev/null
same "and exactly those persons have the task" "$(sql "select person_id $poor order by 1")" \
	"$(sql "select person_id from task where rule_id = 'retirement.supplement' order by 1")"
finish
