# Payments drawn by chance out of a run and worked out once more: nobody chooses them, each is a task, and what was wrong is a
# share of what was drawn.
. "$srcdir/tests/lib.sh"
needs retirement
small_city pay_sample 1000 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-01 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
figure() { st batch refresh 2>/dev/null; sql "select counted || '/' || of_total from indicator_value where indicator = 'F6' and region_code = 0
	order by business_day desc limit 1"; }
st clerk pay prepare 2025-11 >/dev/null && st clerk pay gate 2025-11 >/dev/null && st clerk pay sign 2025-11 >/dev/null
same "nothing that was not paid" "nothing of this run has been paid yet" "$(said st manager pay sample 2025-11 --most 5)"
st reviewer pay approve 2025-11 --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null
st clerk pay export 2025-11 "$work/out" >/dev/null && st clerk pay confirm 2025-11 "$work/out" >/dev/null
same "a clerk draws none" '"sample" is reserved for the role manager' "$(said st clerk pay sample 2025-11 --most 5)"
same "five are drawn" 5 "$(st manager pay sample 2025-11 --most 5 --format csv 2>/dev/null | sed 1d | grep -c .)"
drawn() { sql "select string_agg(person_id::text, ' ' order by person_id) from pay_sample"; }
first=$(drawn)
st manager pay sample 2025-11 --most 5 >/dev/null
same "drawn again they are the same, each a task" "$first 5" "$(drawn) $(sql "select count(*) from task where rule_id = 'money.sample' and state = 'open'")"
st batch judge --date 2025-11-02 2>/dev/null
same "which a judge leaves" 5 "$(sql "select count(*) from task where rule_id = 'money.sample' and state = 'open'")"
# shellcheck disable=SC2086
set -- $first
cause=$(sql "select cause from task where rule_id = 'money.sample' limit 1")
move() { st clerk decide "$1" money.sample "$cause" "$2" --reason "${3:-worked_out}" --format csv 2>&1 | tr -d '\r' | sed -n 's/^steward: //p; t
	2{/^[0-9]/p}' | cut -d, -f2; }
paid() { sql "select amount_fen from pay_sample where person_id = $1"; }
same "right" done "$(move "$1" right)"
same "what was right is said before it is wrong" '"wrong" would change nothing' "$(move "$2" wrong)"
less=$(( $(paid "$2") - 1000 ))
st clerk pay sample told "$2" 2025-11 "$(awk -v f=$less 'BEGIN { printf "%.2f", f / 100 }')" >/dev/null
more=$(( $(paid "$3") + 500 ))
st clerk pay sample told "$3" 2025-11 "$(awk -v f=$more 'BEGIN { printf "%.2f", f / 100 }')" >/dev/null
same "ten too much, five too little" "dismissed dismissed" "$(sql "select string_agg(state, ' ') from task where rule_id = 'money.sample' and person_id in ($2, $3)")"
same "the share of what was worked out" "1500/$(( $(paid "$1") + $(paid "$2") + $(paid "$3") ))" "$(figure)"
same "no amount is none" '"abc" is not an amount in yuan' "$(said st clerk pay sample told "$4" 2025-11 abc)"
st clerk pay sample told "$4" 2025-11 "$(awk -v f="$(paid "$4")" 'BEGIN { printf "%.2f", f / 100 }')" >/dev/null
same "the same again is right" done "$(sql "select state from task where rule_id = 'money.sample' and person_id = $4")"
same "who was not drawn has nothing to tell" "no payment of this person waits in the sample" "$(said st clerk pay sample told "$4" 2025-11 5.00)"
move "$3" undo mistake >/dev/null
st manager decide "$3" money.sample "$cause" approve --reason checked >/dev/null 2>&1
same "taken back it is to be worked out" "1000/$(( $(paid "$1") + $(paid "$2") + $(paid "$4") ))" "$(figure)"
finish
