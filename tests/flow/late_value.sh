# A value adopted late: the final base of a year lists every award it changes; the corrections are one
# batch with one signature, carried out with arrears; what was decided before still replays.
. "$srcdir/tests/lib.sh"
needs retirement
small_city late 3000 5
st batch judge --date 2025-11-01 2>/dev/null || exit 1
same "an award that stands needs no correction" 0 "$(sql "select count(*) from finding where rule_id = 'retirement.award_differs'")"

draft="$work/late/parameters/pension.lua"
mkdir -p "${draft%/*}"
sed 's/value = {} }/value = { [2024] = 830000, [2025] = 848000 } }/' "$srcdir/lua/parameters/pension.lua" >"$draft"
st policy rules rehearse "$draft" --limit 0 >/dev/null 2>&1
st policy2 rules adopt "$draft" 2>/dev/null
st batch judge 2>/dev/null

# Whom it concerns is known without Lua: awards of these years by another base.
sql "create table concerned as select a.* from award a join person_fact f using (person_id)
	where f.pension_status = 'paid' and f.died_on is null
		and (extract(year from awarded_from) = 2024 and base_fen <> 830000
			or extract(year from awarded_from) = 2025 and base_fen <> 848000)"
[ "$(sql "select count(*) from concerned")" -gt 5 ]
ok "some awards are concerned" $?
same "every award that changes is listed, and no other" "" "$(sql "select coalesce(c.person_id, f.person_id)
	from concerned c full join (select * from finding where rule_id = 'retirement.award_differs') f
	using (person_id) where c.person_id is null or f.person_id is null")"

# The basic part moves with the base: (base + base * index) / 2 * years * 1 %, the account part does not.
same "the money is what the formula says, to the rounding of the total" "" "$(sql "select person_id,
	monthly_fen, exact from (select f.person_id, f.monthly_fen, (split_part(f.cause, ' ', 2)::numeric * 100 -
		c.base_fen) * (1 + c.index_e4 / 10000.0) / 2 * c.years_e4 / 10000.0 * 0.01 as exact
	from finding f join concerned c using (person_id) where f.rule_id = 'retirement.award_differs') x
	where abs(monthly_fen - exact) > 11")"

batch=$(st clerk batch propose correct --reason final_base --format csv 2>/dev/null | sed -n 2p)
id=${batch%%,*}
signature=$(sql "select digest from decision_batch")
same "one batch holds them all" "$(sql "select count(*) || ' ' || sum(monthly_fen) from finding
	where rule_id = 'retirement.award_differs'")" "$(sql "select tasks || ' ' || monthly_fen from decision_batch")"
refused() {	# NAME WORDS...
	name=$1
	shift
	st "$@" >/dev/null 2>&1
	[ $? -eq 1 ]
	ok "$name" $?
}
refused "its author does not approve it" clerk batch approve "$id" --signature "$signature" --reason checked
refused "another signature does not" reviewer batch approve "$id" --signature 00 --reason checked
sql "update finding set monthly_fen = monthly_fen + 1 where person_id = (select min(person_id) from concerned)
	and rule_id = 'retirement.award_differs'"
refused "nor one over figures that have changed since" reviewer batch approve "$id" --signature "$signature" --reason checked
sql "update finding set monthly_fen = monthly_fen - 1 where person_id = (select min(person_id) from concerned)
	and rule_id = 'retirement.award_differs'"
same "nothing was corrected by these tries" 0 "$(sql "select count(*) from correction")"
sums() { sql "select (select sum(monthly_fen) from benefit) || ' ' || (select sum(amount_fen + base_fen) from award)"; }
before=$(sums)
st reviewer batch approve "$id" --signature "$signature" --reason checked >/dev/null 2>&1
ok "a second person approves it" $?
st reviewer batch approve "$id" --signature "$signature" --reason checked >/dev/null 2>&1
same "approved again it is not done again" "$(sql "select count(*) from concerned")" \
	"$(sql "select count(*) from correction")"
same "arrears are the difference for every month since the first payment" "" "$(sql "select person_id from
	correction c join benefit n using (person_id) where arrears_fen <> (monthly_after - monthly_before) *
	(select count(*) from generate_series(n.valid_from, date '2025-11-01', interval '1 month'))")"
st batch judge 2>/dev/null
same "the corrected awards stand" 0 "$(sql "select count(*) from finding where rule_id = 'retirement.award_differs'")"
# The register says the old amount once more: what was decided here is asked about, not taken back.
was=$(sql "select sum(monthly_fen) from benefit")
{ cat "$city/register.csv"; echo; } >"$work/register_again.csv"
said=$(st batch import register "$work/register_again.csv" 2>&1)
same "what was decided is not taken back by a file" "$was $(sql "select count(*) from correction")" \
	"$(sql "select sum(monthly_fen) from benefit") $(echo "$said" | sed -n 's/.* \([0-9]*\) contradictory.*/\1/p')"
said=$(st auditor rules replay 2>&1)
case $said in
*": 0 differences"*) ok "the decisions replay as decided" 0 ;;
*) ok "the decisions replay as decided" 1; echo "  $said" ;;
esac

# The batch was wrong: taken back as one two months later, with what was paid by it in between.
st batch judge --date "$(date -d "$(sql "select business_day()") + 2 months" +%F)" --force 2>/dev/null
st clerk batch undo "$id" --reason decided_wrong >/dev/null 2>&1
undo=$(sql "select batch_id || ' ' || digest from decision_batch where undoes = '$id'")
st reviewer batch approve "${undo% *}" --signature "${undo#* }" --reason checked >/dev/null 2>&1
same "undone, pensions and awards are as before" "$before" "$(sums)"
same "and what it had paid stands against them, month by month" "$(sql "select count(distinct person_id) from correction") 0" \
	"$(sql "select count(*) || ' ' || count(*) filter (where c.arrears_fen + u.arrears_fen <> -2 * (c.monthly_after - c.monthly_before))
	from correction c join correction u on u.person_id = c.person_id and u.at > c.at")"
finish
