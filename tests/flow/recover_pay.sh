# What is owed back is set off against a running benefit by the payment run: no more than its share, only once, known
# to whoever signs, and undone with the decision.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city setoff 600 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-03 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
run() { sql "select max(run_id) from pay_run"; }
month() {	# MONTH: to the signature and the second one
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null
}
out() { st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null; }
day() { st batch judge --date "$1" --force 2>/dev/null; }
decide() {	# LOGIN EVENT REASON
	st "$1" decide "$ann" money.overpaid "pension 202511" "$2" --reason "$3" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'
}
of() { sql "select string_agg(concat_ws(' ', period, amount_fen, offset_fen, over_fen), ',' order by period) from pay_line
	where run_id = $(run) and person_id = $ann"; }
left() { sql "select state || ' ' || left_fen from receivable where person_id = $ann"; }

month 2025-11 && out 2025-11
ann=$(sql "select person_id from pay_line where state = 'due' and amount_fen between 200000 and 500000 order by 1 limit 1")
was=$(sql "select amount_fen from pay_line where person_id = $ann")
# Decided anew, less than was paid: what came of it is known when the next run is made.
now=$((was - 60000))
sql "update benefit set monthly_fen = $now where person_id = $ann"
day 2025-12-01
month 2025-12
same "what was paid too much is told, and taken from nobody" "202511 0 0 60000,202512 $now 0 0" "$(of)"
out 2025-12
day 2025-12-02
same "then it is found" "pension 202511 60000" "$(sql "select cause, monthly_fen from finding where rule_id = 'money.overpaid'" | tr '|' ' ')"
decide clerk propose offset
day 2026-01-02
same "while it is heard nothing is kept back" "202511 0 0 60000,202601 $now 0 0" "$(st clerk pay prepare 2026-01 >/dev/null; of)"
decide reviewer approve checked
same "what is signed is what is deducted then" "the run is not what was prepared: deductions of 1 persons differ, one of them is $ann" \
	"$(st clerk pay gate 2026-01 >/dev/null; st clerk pay sign >/dev/null; said st reviewer pay approve --signature "$(sql "select digest from pay_run
		where run_id = $(run)")")"
fifth=$((now / 5))
month 2026-01
same "a fifth of the month is kept back" "202511 0 0 60000,202601 $((now - fifth)) $fifth 0" "$(of)"
same "not before it is paid" "owed 60000" "$(left)"
same "the line says so" 1 "$(sql "update pay_line set offset_fen = offset_fen + 1 where run_id = $(run) and person_id = $ann" 2>&1 | grep -c pay_line_chain)"
out 2026-01
same "paid it is off what is owed" "owed $((60000 - fifth))" "$(left)"
st clerk pay confirm 2026-01 "$work/out2026-01" >/dev/null
same "confirmed twice it counts once" "owed $((60000 - fifth)) 1" "$(left) $(sql "select count(*) from receivable_move where kind = 'offset'")"
same "and on the month that was too much" "$fifth" "$(sql "select back_fen from receivable_month")"
month 2026-02
same "the next run knows" "202511 0 0 $((60000 - fifth)),202602 $((now - (60000 - fifth < fifth ? 60000 - fifth : fifth))) $((60000 - fifth < fifth ? 60000 - fifth : fifth)) 0" "$(of)"
st clerk pay take-back 2026-02 >/dev/null
# A month that was too much and is due after all is paid again, what came back of it too.
sql "update benefit set monthly_fen = $was where person_id = $ann"
day 2026-02-03
month 2026-02
same "due after all: the months since, and what was kept back" "$((3 * 60000 + was - 60000 + fifth)) 0" \
	"$(sql "select sum(amount_fen), sum(offset_fen) from pay_line where run_id = $(run) and person_id = $ann" | tr '|' ' ')"
same "the claim asks for what is not owed" "$((60000 - fifth))" "$(sql "select monthly_fen from finding where rule_id = 'money.claim_wrong'")"
out 2026-02
same "all that was sent is all that was decided" "$((4 * was))" "$(sql "select sum(fen) from pay_effect where person_id = $ann")"
same "so the book of what was sent says" "$((4 * was)) " "$(sql "select sum(fen) from pay_book where person_id = $ann") $(sql "select pay_book_check()" 2>&1)"
same "an objection stops nothing by itself" 0 "$(sql "select value from policy_number where name = 'work.recovery_objection_stops'")"
finish
