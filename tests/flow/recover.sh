# What was paid too much: found when a stop is decided, put to the person, decided by two, brought back by a ledger that
# balances, and wrong where it asks for more than there is.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city recover 1200 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
death_file "$city" "$work/death.csv"
sed -i 's/2025-11-05/2025-07-20/' "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
# shellcheck disable=SC2046
set -- $(sql "select t.person_id from task t where t.rule_id = 'risk.paid_after_death' and (select count(*) from payment y
	where y.person_id = t.person_id and y.period >= 202508) = 3 order by 1")
ann=$1 ben=$2 cem=$3 dan=$4
monthly() { sql "select monthly_fen from benefit where person_id = $1 and state = 'paid'"; }
yuan() { awk -v fen="$1" 'BEGIN { printf "%.2f\n", fen / 100 }'; }
move() {	# LOGIN PERSON RULE EVENT REASON OPTIONS...: the state, or the message
	who=$1 person=$2 rule=$3 event=$4 reason=$5
	shift 5
	cause=$(sql "select cause from task where person_id = $person and rule_id = '$rule' and state in
		(select state from task_state where kind <> 'final' or '$event' = 'undo') order by opened_on desc limit 1")
	st "$who" decide "$person" "$rule" "$cause" "$event" --reason "$reason" --format csv "$@" 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
stop() { move clerk "$1" risk.paid_after_death propose confirmed >/dev/null; move reviewer "$1" risk.paid_after_death approve checked >/dev/null; }
claim() { sql "select concat_ws(' ', state, plan, left_fen) from receivable where person_id = $1 order by receivable_id desc limit 1"; }
ledger() { sql "select string_agg(kind || ' ' || amount_fen, ',' order by receivable_id, seq) from receivable_move where person_id = $1"; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }

# From a confirmed death to an open recovery, without waiting for the night.
move clerk "$ann" risk.paid_after_death propose confirmed >/dev/null
same "nothing is claimed while a stop is only proposed" "" "$(sql "select cause from task where rule_id = 'money.overpaid'")"
move reviewer "$ann" risk.paid_after_death approve checked >/dev/null
a=$(monthly "$ann")
same "what went out for three months is a task at once, with the sum" "pension 202508 open $((3 * a))" \
	"$(sql "select concat_ws(' ', t.cause, t.state, f.monthly_fen) from task t join finding f using (person_id, rule_id, cause)
		where t.rule_id = 'money.overpaid'")"
same "the next judge finds the same" "1 0" "$(st batch judge 2>/dev/null; sql "select count(*), count(*) filter (where ver > 1) from task
	where rule_id = 'money.overpaid'" | tr '|' ' ')"
same "it is opened with a way for it to come back" proposed "$(move clerk "$ann" money.overpaid propose heirs)"
same "and put to the person before it is decided" "heard heirs 0" "$(claim "$ann")"
same "a month each of what was too much" "202508 $a,202509 $a,202510 $a" "$(sql "select string_agg(period || ' ' || over_fen, ',' order by period)
	from receivable_month where person_id = $ann")"
same "the survivors are written to, not the dead" "repayment_hearing t due" "$(sql "select template, survivors, state from message
	where person_id = $ann and rule_id = 'money.overpaid'" | tr '|' ' ')"
same "nobody decides before he may have answered" "the person may answer until 2025-11-21" "$(move reviewer "$ann" money.overpaid approve checked)"

# Judged by month; who has judged one does not decide.
same "a part needs a reason" "a month is judged by whose fault it was, a share and a reason" \
	"$(said st clerk recover judge "$ann" --month 2025-10 --fault agency --share 50)"
st clerk recover judge "$ann" --month 2025-10 --fault agency --share 50 --why "told late by us" >/dev/null
same "half of a month" "$a,$a,$(awk -v a="$a" 'BEGIN { printf "%d", int(a / 2 + 0.5) }')" \
	"$(sql "select string_agg(claim_fen::text, ',' order by period) from receivable_month where person_id = $ann")"
day 2025-11-24
owed=$((a + a + $(sql "select claim_fen from receivable_month where person_id = $ann and period = 202510")))
same "after the day it is decided" done "$(move reviewer "$ann" money.overpaid approve checked)"
same "and owed" "owed heirs $owed" "$(claim "$ann")"
st batch judge --date 2025-11-25 --force 2>/dev/null
same "what is claimed is not found again, nor what is forgone" "" "$(sql "select cause from finding where person_id = $ann and rule_id = 'money.overpaid'")"

# Money comes in, at the counter and by a file; the same receipt once, more than is owed never.
same "more than is owed" "more than is owed: $(yuan $owed) yuan are left" "$(said st clerk recover received "$ann" 99999 --ref R0)"
st clerk recover received "$ann" 100.50 --ref R1 >/dev/null
st clerk recover received "$ann" 100.50 --ref R1 >/dev/null
same "a receipt counts once" "opened $owed,paid -10050" "$(ledger "$ann")"
same "with another amount it is refused" '"R1" is in the ledger with another amount' "$(said st clerk recover received "$ann" 100 --ref R1)"
st clerk recover reverse "$ann" "$(sql "select receivable_id from receivable where person_id = $ann")" 2 --why "wrong amount" >/dev/null
st clerk recover received "$ann" 100 --ref R1 >/dev/null
same "reversed it can be entered right" "opened $owed,paid -10050,reversed 10050,paid -10000" "$(ledger "$ann")"
row() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
printf 'id_no,name,claim,way,amount,day,ref\n%s,,recalled,%s,2025-11-25,B7\n%s,,paid,999999,2025-11-25,B8\n%s,,paid,5,2025-11-25,B9\n' \
	"$(row "$ann")" "$(yuan "$a")" "$(row "$ann")" "$(row "$cem")" >"$work/back.csv"
st batch import repayment "$work/back.csv" --date 2025-11-25 --force >"$work/said" 2>&1
same "a file of what came back: taken, too much, from nobody who owes" "3 rows read = 1 accepted (1 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 2 rejected" \
	"$(grep -o '3 rows read.*rejected' "$work/said")"
same "the bank's part is on the oldest month" "$((owed - 10000 - a)) $a,10000,0" "$(sql "select left_fen from receivable where person_id = $ann") $(sql "select
	string_agg(back_fen::text, ',' order by period) from receivable_month where person_id = $ann")"
sed 's/999999/999998/' "$work/back.csv" >"$work/back2.csv"
st batch import repayment "$work/back2.csv" --date 2025-11-25 --force >/dev/null 2>&1
same "told again it is the same" "$((owed - 10000 - a))" "$(sql "select left_fen from receivable where person_id = $ann")"

# An heir owes no more than what he has inherited.
st clerk recover estate "$ann" 50 --heir "李明" >/dev/null
st batch judge --date 2025-11-26 --force 2>/dev/null
same "what is beyond the estate is a task" "proposed done waived" "$(move clerk "$ann" money.claim_estate propose estate) $(move reviewer "$ann" \
	money.claim_estate approve checked) $(sql "select kind from receivable_move where person_id = $ann order by seq desc limit 1" | sed 's/estate/waived/')"
same "and falls" "owed heirs 5000" "$(claim "$ann")"
same "undone it stands again" "owed heirs $((owed - 10000 - a))" "$(move clerk "$ann" money.claim_estate undo decided_wrong >/dev/null
	move reviewer "$ann" money.claim_estate approve checked >/dev/null; claim "$ann")"

# The ledger cannot be made to balance otherwise.
refused() {	# NAME CONSTRAINT SQL
	same "refused: $1" 1 "$(sql "$3" 2>&1 | grep -c "$2")"
}
refused "another amount left" receivable_move_last "update receivable set left_fen = left_fen - 1 where person_id = $ann"
refused "a movement that begins elsewhere" receivable_move_chain "update receivable_move set before_fen = before_fen + 1, amount_fen = amount_fen - 1
	where person_id = $ann and seq = 2"
refused "one that is taken out" receivable_move_chain "delete from receivable_move where person_id = $ann and seq = 2"
same "nobody of staff writes in it" 5 "$(for who in clerk reviewer manager admin batch; do
	sql_as $who "update receivable set left_fen = 0" | grep -c 'permission denied'; done | awk '{ n += $1 } END { print n }')"

# The stop was wrong: what is claimed is wrong, too, and what had come back is paid again.
stop "$ben"
b=$(monthly "$ben")
move clerk "$ben" money.overpaid propose at_once >/dev/null
day 2025-12-15
move reviewer "$ben" money.overpaid approve checked >/dev/null
st clerk recover received "$ben" "$(yuan "$b")" --ref R2 >/dev/null
move clerk "$ben" risk.paid_after_death undo report_wrong >/dev/null
move reviewer "$ben" risk.paid_after_death approve checked >/dev/null
st batch judge --date 2025-12-15 --force 2>/dev/null
same "a claim that nothing is behind is found" "$((2 * b))" "$(sql "select monthly_fen from finding where person_id = $ben and rule_id = 'money.claim_wrong'")"
move clerk "$ben" money.claim_wrong propose corrected >/dev/null
same "and falls by two" "done settled at_once 0" "$(move reviewer "$ben" money.claim_wrong approve checked) $(claim "$ben")"

# Written off by two; nothing moves for too long; not enough to be asked for.
stop "$cem"
same "written off by two, without a letter" "waiving dismissed waived write_off 0 0" "$(move clerk "$cem" money.overpaid write_off small) $(move \
	reviewer "$cem" money.overpaid approve checked) $(claim "$cem") $(sql "select count(*) from message where person_id = $cem and rule_id = 'money.overpaid'")"
stop "$dan"
move clerk "$dan" money.overpaid propose instalments >/dev/null
day 2026-01-10
same "instalments without an agreement" "instalments need an agreement in writing" "$(move reviewer "$dan" money.overpaid approve checked)"
move reviewer "$dan" money.overpaid refuse proof_missing >/dev/null
same "refused, nothing is left of it" "" "$(claim "$dan")"
move clerk "$dan" money.overpaid propose instalments --note "agreement 12/2026" >/dev/null
day 2026-02-10
move reviewer "$dan" money.overpaid approve checked >/dev/null
same "a twelfth a month" "$(awk -v a="$((3 * $(monthly "$dan")))" 'BEGIN { m = a / 12; printf "%d", m == int(m) ? m : int(m) + 1 }')" \
	"$(sql "select monthly_fen from receivable where person_id = $dan")"
st batch judge --date 2026-02-11 --force 2>/dev/null
same "not idle yet" "" "$(sql "select person_id from finding where rule_id = 'money.claim_idle' and person_id = $dan")"
st batch judge --date 2026-03-28 --force 2>/dev/null
same "a month and a half later nothing has come" "$dan" "$(sql "select person_id from finding where rule_id = 'money.claim_idle' and person_id = $dan")"
st clerk recover received "$dan" 12.34 --ref R9 >/dev/null
st batch refresh 2>/dev/null
figure() { st manager board --format csv | tr -d '\r' | awk -F, -v id="$1" '$2 == id { printf "%d", $4 }'; }
same "the board: what is owed, what has come back, what nothing comes of" \
 "$(sql "select sum(left_fen) from receivable") 1234 50" "$(figure F1) $(figure F2) $(figure F5)"
same "the totals add up" "$(sql "select coalesce(sum(left_fen), 0) from receivable")" "$(st clerk recover totals --format csv | tr -d '\r' |
	awk -F, 'NR > 1 { s += $6 } END { printf "%d", s * 100 + 0.5 }')"
finish
