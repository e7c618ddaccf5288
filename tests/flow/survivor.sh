# The grants that follow a death: heirs by name and number who share, worked out by the law of the place and the day, agreed to
# by two, paid by the next run, told to the heirs and never to the dead; corrected, taken back, and owed back when he was alive.
. "$srcdir/tests/lib.sh"
needs risk
needs employment
small_city survivor 1200 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge 2025-11-05
rule=risk.survivor_grant
# shellcheck disable=SC2046
set -- $(sql "select f.person_id from person_fact f join enrolment e using (person_id) where f.pension_status = 'paid' and f.died_on is null
	and f.held_for is null and e.scheme = 'employee' and f.pension_from < '2016-01-01' order by 1 limit 2")
ann=$1 ben=$2
number() { sql "select min(id_no) from person_ident where person_id = $1"; }
name() { sql "select name from person where person_id = $1"; }
# One heir works here, the other one is nobody's yet.
cem=$(sql "select person_id from person_fact where pension_status is null and died_on is null and status = 'contributing' order by 1 limit 1")
add() { said st clerk risk heir add "$@" | grep -v 'noted in claim'; }
kid=330681198803120027
heirs() { sql "select coalesce(string_agg(p.name || ' ' || h.share || ' ' || h.state, ', ' order by h.nth), '') from survivor_heir h join person p
	on p.person_id = h.heir_id where h.person_id = $1"; }
move() {	# LOGIN PERSON EVENT REASON [RULE]: the state, or the message
	r=${5:-$rule}
	cause=$(sql "select cause from task where person_id = $2 and rule_id = '$r' order by opened_on desc, cause desc limit 1")
	st "$1" decide "$2" "$r" "$cause" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
say() { sql "select say from finding where person_id = $1 and rule_id = '$rule'"; }
stand() { sql "select coalesce(string_agg(state, ' ' order by cause), 'none') from task where person_id = $1 and rule_id = '${2:-$rule}'"; }

same "of somebody alive nobody inherits" "nobody has reported this person dead" "$(add "$ann" "$(name "$cem")" "$(number "$cem")" child --proof P1)"
sql_as clerk "select death_tell($ann, '2025-10-20', 'C-17', 'family'); select death_tell($ben, '2025-10-20', 'C-18', 'family')" >/dev/null
judge 2025-11-06
same "nobody but a clerk notes an heir" "this is reserved for the role clerk" "$(said st reviewer risk heir add "$ann" 王芳 $kid child --proof P2 --channel icbc --account 1202020209000012222)"
same "a slip in the number is told" "an heir has a name and an identity number" "$(add "$ann" 王芳 330681198803120023 child --proof P2 --channel icbc --account 1202020209000012222)"
same "a number that is somebody else's, too" "this number belongs to somebody of another name" "$(add "$ann" 王芳 "$(number "$cem")" child --proof P1 --channel icbc --account 1202020209000012222)"
same "the dead do not inherit" "nobody who is dead is paid" "$(add "$ann" "$(name "$ben")" "$(number "$ben")" spouse --proof P1 --channel icbc --account 1202020209000012222)"
same "without a proof nobody is an heir" "an heir has a relation and a proof of it" "$(add "$ann" 王芳 $kid child --channel icbc --account 1202020209000012222)"
same "nor without an account" '"" is not an account of "icbc"' "$(add "$ann" 王芳 $kid child --proof P2 --channel icbc)"
same "nothing of this was stored" "0 0" "$(sql "select (select count(*) from survivor_claim), (select count(*) from person_ident where id_no = '$kid')" | tr '|' ' ')"
same "an heir is noted" "" "$(add "$ann" 王芳 $kid child --proof 'kinship 2025-77' --channel icbc --account 1202020209000012222 --address 诸暨市枫桥镇1号)"
same "it is somebody's at once, in twenty working days" "open t" "$(sql "select state, due = due_on('2025-11-06', null, 20) from task where person_id = $ann
	and rule_id = '$rule'" | tr '|' ' ')"
same "told twice it is known" "this is known already" "$(add "$ann" 王芳 $kid child --proof 'kinship 2025-77' --channel icbc --account 1202020209000012222)"
same "who takes all leaves nothing" "the others leave 0 percent" "$(add "$ann" "$(name "$cem")" "$(number "$cem")" child --proof P1 --channel icbc --account 1202020209000034444)"
same "corrected, what was told stays" "王芳 100 replaced, 王芳 67 valid" "$(add "$ann" 王芳 $kid child --proof 'kinship 2025-77' --channel icbc --account 1202020209000012222 --share 67; heirs "$ann")"
judge 2025-11-07
same "no income is in force, and nobody guesses one" 'no income of %s is in force here to work the grants out from' "$(say "$ann" | sed 's/^\["\([^"]*\)".*/\1/')"
same "nothing is proposed without an amount" "there is no amount to award" "$(move clerk "$ann" propose proved)"

# The province enters what it has published.
mkdir -p "$work/draft/parameters"
cat >"$work/draft/parameters/income_here.lua" <<'L'
return { { name = "survivor.income_base", jurisdiction = "CN-33", unit = "fen by year", basis = "a notice of the province",
	values = { { from = "2021-09-01", value = { [2024] = 635000, [2023] = 600000 } } } } }
L
st policy rules rehearse "$work/draft/parameters/income_here.lua" --from 2025-11-07 >/dev/null 2>&1
st policy2 rules adopt "$work/draft/parameters/income_here.lua" --from 2025-11-07 >/dev/null 2>&1
judge 2025-11-10
# By hand: two months of the income, and the months of the years paid, less a month a year drawn, nine at least.
wanted=$(sql "select (2 + greatest(9, least(24, 9 + greatest(0, y / 12 - 15)) - d / 12)) * 635000 from (select
	(f.months_total) as y, (extract(year from age('2025-10-20', f.pension_from)) * 12 + extract(month from age('2025-10-20', f.pension_from)))::int as d
	from person_fact f where person_id = $ann) x where y / 12 >= 15")
fen() { sql "select monthly_fen from finding where person_id = $1 and rule_id = '$rule'"; }
same "by the law of the place and the day of the death" "$wanted" "$(fen "$ann")"
same "the heirs agree on all of it or nothing is proposed" "the heirs have agreed on 67 percent only" "$(move clerk "$ann" propose proved)"
same "the second heir gets what is left" "王芳 100 replaced, 王芳 67 valid, $(name "$cem") 33 valid" "$(add "$ann" "$(name "$cem")" "$(number "$cem")" child --proof P1 --channel icbc --account 1202020209000034444; heirs "$ann")"
judge 2025-11-11
same "proposed" proposed "$(move clerk "$ann" propose proved)"
same "who proposed does not approve" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" approve checked)"
add "$ann" "$(name "$cem")" "$(number "$cem")" child --proof P1b --channel icbc --account 1202020209000035555 >/dev/null
same "an heir corrected meanwhile: nobody approves what nobody proposed" '"approve" would change nothing' "$(move reviewer "$ann" approve checked)"
judge 2025-11-12
same "it goes back to the clerk" open "$(stand "$ann")"
move clerk "$ann" propose proved >/dev/null
same "a second person agrees" done "$(move reviewer "$ann" approve checked)"
wang=$(sql "select person_id from person_ident where id_no = '$kid'")
share() { sql "select coalesce(sum(monthly_fen), 0) from benefit where person_id = $1 and kind = 'survivor_grants'"; }
same "each heir has a benefit of one month, together the whole" "t t" "$(sql "select $(share "$wang") = $wanted * 67 / 100, $(share "$wang") + $(share "$cem") = $wanted" | tr '|' ' ')"
same "nothing more of a claim that is decided" "the grants have been decided already" "$(add "$ann" 王芳 $kid child --proof P9 --channel icbc --account 1202020209000012222)"

# The letters.
same "to the heirs and not to the dead" "0 2" "$(sql "select count(*) filter (where person_id = $ann), count(*) filter (where person_id in ($wang, $cem)
	and not survivors) from message where rule_id like 'risk.survivor%'" | tr '|' ' ')"
mkdir -p "$work/letters"
st batch post send --folder "$work/letters" --text --at 12:00 >/dev/null 2>&1
same "it says how much, and where it goes" "t t t" "$(sql "select bool_or(body like '%' || yuan_text($(share "$wang")) || '%'), bool_or(body like '%icbc 2222%'),
	bool_or(body like '%' || (select name from person where person_id = $ann) || '%') from message where person_id = $wang" | tr '|' ' ')"

# Paid by the next run.
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null &&
		st manager pay release "$1" pay.large --reason checked >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null
}
month 2025-11 >"$work/said" 2>&1 || cat "$work/said"
paid() { sql "select coalesce(sum(l.amount_fen), 0) from pay_line l join pay_run r using (run_id) where l.person_id = $1 and l.kind = 'survivor_grants'
	and r.state in ('sent', 'closed')"; }
same "the next run pays each heir to his account" "$(share "$wang") 王芳 icbc 1202020209000012222" "$(sql "select amount_fen || ' ' || payee || ' ' || channel || ' ' || number from pay_line
	where person_id = $wang and kind = 'survivor_grants'")"
same "and nothing to the dead" 0 "$(sql "select count(*) from pay_line where person_id = $ann and kind = 'survivor_grants'")"

# An heir was wrong: taken back by two and decided anew; who had his share rightly has it once.
move clerk "$ann" undo decided_wrong >/dev/null
same "taken back by two" "open" "$(move reviewer "$ann" approve checked)"
same "what was paid is somebody's to claim" "open open" "$(stand "$wang" money.overpaid) $(stand "$cem" money.overpaid)"
said st clerk risk heir withdraw "$ann" "$(number "$cem")" >/dev/null
add "$ann" 王芳 $kid child --proof 'kinship 2025-77' --share 100 >/dev/null
judge 2025-11-13
move clerk "$ann" propose proved >/dev/null
same "decided anew" done "$(move reviewer "$ann" approve checked)"
judge 2025-11-14
same "the right heir owes nothing, the wrong one all of it" "withdrawn open" "$(stand "$wang" money.overpaid) $(stand "$cem" money.overpaid)"
day 2025-12-03
month 2025-12 >"$work/said" 2>&1 || cat "$work/said"
same "the next run pays what is missing" "$wanted" "$(paid "$wang")"

add "$ben" 王芳 $kid child --proof P3 >/dev/null
same "an heir who is paid here needs no account told" "icbc 1202020209000012222" "$(sql "select channel || ' ' || number from survivor_heir where person_id = $ben")"

# He comes in himself.
sql_as clerk "select death_annul($ann, 'came to the counter')" >/dev/null
judge 2025-12-04
move reviewer "$ann" approve seen risk.death_annulled >/dev/null
judge 2025-12-05
same "grants without a death are somebody's" open "$(stand "$ann" risk.survivor_void)"
same "on his page among what the report has caused" 1 "$(st clerk person "$ann" 2>/dev/null | grep -c 'claim the grants back')"
same "claimed back by two" "proposed done" "$(move clerk "$ann" propose alive risk.survivor_void) $(move reviewer "$ann" approve checked risk.survivor_void)"
same "the heir owes what was paid" "open $wanted" "$(sql "select t.state, f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
	where t.person_id = $wang and t.rule_id = 'money.overpaid' and t.state = 'open'" | tr '|' ' ')"
same "and nothing is due any more" 0 "$(share "$wang")"

# Taken back before it is decided; refused and undone; a death that goes takes the claim along.
judge 2025-12-08
same "refused, and that undone by two" "dismissed undoing open" "$(move clerk "$ben" reject proof_missing) $(move clerk "$ben" undo decided_wrong) $(move reviewer "$ben" approve checked)"
same "who claims is listed" 1 "$(st clerk risk heirs 2>/dev/null | grep -c 王芳)"
said st clerk risk heir withdraw "$ben" >/dev/null
same "taken back it is decided by nobody" "withdrawn withdrawn" "$(stand "$ben") $(sql "select state from survivor_claim where person_id = $ben")"
same "once" "no such heir claims" "$(said st clerk risk heir withdraw "$ben")"
same "the page of an heir tells what he was due" 1 "$(st clerk person "$wang" 2>/dev/null | grep -c 'kinship 2025-77.*' | sed 's/[1-9][0-9]*/1/')"
finish
