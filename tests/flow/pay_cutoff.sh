# When a month's run is to be made: five working days before payday, and a task from then on until the banks have it.
. "$srcdir/tests/lib.sh"
small_city cutoff 600 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-03 2>/dev/null
run() { sql "select max(run_id) from pay_run"; }
month() {	# MONTH: until the banks have it
	st clerk pay prepare "$1" >/dev/null 2>&1 && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null &&
		st clerk pay export "$1" "$work/cutoff_$1" >/dev/null && st clerk pay confirm "$1" "$work/cutoff_$1" >/dev/null
}
late() { sql "select cause || ' ' || due || ' ' || state from task where rule_id = 'pay.late' order by cause"; }
judged() { st batch judge --date "$1" --force >/dev/null 2>&1; late; }

# The State Council's holidays: in 2025 the 1st to the 8th of October are free, Sunday the 28th of September is worked;
# in 2026 the 1st to the 3rd of January are free, Sunday the 4th is worked.
same "holidays and the days worked for them count" "2025-10-10 2025-09-26" \
	"$(sql "select pay_due(202510) || ' ' || pay_cutoff(202510)")"
same "a payday on a Saturday is the Friday before" "2026-01-09 2026-01-04" \
	"$(sql "select pay_due(202601) || ' ' || pay_cutoff(202601)")"
same "an office that pays nobody here is asked for nothing" "" "$(judged 2025-11-05)"
month 2025-11
ok "a month is paid" $?
same "before its cut-off day nobody asks for the next" "" "$(judged 2025-12-02)"
same "from then on it is a task, due when it is paid" "2025-12 2025-12-10 open" "$(judged 2025-12-03)"
same "the day tells of it" 1 "$(st batch day --date 2025-12-04 2>/dev/null |
	grep -c '^  ! outgoing: .* 0 payment runs are not with the banks, 1 months are late$')"
same "it is still one after payday" "2025-12 2025-12-10 open" "$(judged 2025-12-12)"
month 2025-12
ok "the next month is paid" $?
same "the task goes when the banks have the run" "2025-12 2025-12-10 withdrawn" "$(judged 2025-12-15)"
same "made before its cut-off day a run says so" 1 "$(st clerk pay prepare 2026-01 2>&1 | grep -c 'before the cut-off day, 2026-01-04')"
same "and shows both days" "2026-01-04 2026-01-09" \
	"$(st clerk pay show 2026-01 | awk '$1 == "Cut-off" { c = $3 } $1 == "Payday" { print c, $2 }')"
finish
