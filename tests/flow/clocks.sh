# Working days as they are counted by hand, in texts and in the database, and a clock that goes from 30
# days to 15 by a parameter alone.
. "$srcdir/tests/lib.sh"
needs risk
box="$work/clocks"
mkdir -p "$box"

# The same count by a text and by the database.
small_city clocks 1000 7
st batch judge --date 2025-11-01 || { echo "not ok setup"; exit 1; }
asked() {
	printf 'return %s' "$1" >"$box/body.lua"
	"$steward" rules try --body "$box/body.lua" 2>&1 | sed 's/.*: *ok: *//'
}
counts() {	# NAME START WORKING-DAYS END
	same "$1, $3 working days from $2" "$4" "$(asked "day(add_working_days(date \"$2\", $3))")"
	same "the same in the database" "$4" "$(sql "select due_on('$2', 0, $3)")"
	same "and counted back" "$3" "$(asked "tostring(working_days_between(date \"$2\", date \"$4\"))")"
}
counts "an ordinary week" 2025-11-03 5 2025-11-10
counts "Spring Festival 2024, two Sundays worked" 2024-02-02 8 2024-02-19
counts "before Spring Festival 2025" 2025-01-24 2 2025-01-27
counts "across Spring Festival 2025" 2025-01-24 5 2025-02-07
counts "onto the Saturday worked after it" 2025-01-24 6 2025-02-08
counts "across Spring Festival 2025" 2025-01-24 10 2025-02-13
counts "across Spring Festival 2026" 2026-02-13 10 2026-03-05
counts "onto the Saturday worked before it" 2026-02-13 1 2026-02-14
counts "across National Day 2025" 2025-09-26 10 2025-10-16
counts "a pension claim across it" 2025-09-26 20 2025-10-30
counts "a year without a notice" 2031-01-01 3 2031-01-06
same "back" 2025-01-27 "$(asked 'day(add_working_days(date "2025-02-06", -2))')"
same "none" 2025-02-01 "$(asked 'day(add_working_days(date "2025-02-01", 0))')"

# A file of deaths makes tasks; their last days come out by the clocks of the parameter.
lua="$work/clocks_draft"
texts_to "$lua"
draft="$lua/parameters/work.lua"
death_file "$city" "$box/death.csv"
clock() {	# DAY CLOCK: comes into force that day, adopted by a second person
	sed "s/suspend = { [a-z_]* = [0-9]*, priority/suspend = { $2, priority/" "$srcdir/lua/parameters/work.lua" >"$draft"
	"$steward" rules rehearse "$draft" --from "$1" --db "$db" --as policy >/dev/null 2>&1 &&
		"$steward" rules adopt "$draft" --from "$1" --db "$db" --as policy2 >/dev/null 2>&1
}
due_of() { sql "select string_agg(distinct due::text, ' ') from task where rule_id = 'risk.paid_after_death' and opened_on = '$1'"; }
clock 2025-11-06 "days = 30"
ok "a clock of 30 days is adopted" $?
import_if_known death "$box/death.csv" 2025-11-06
st batch judge --date 2025-11-06 2>/dev/null
same "tasks of that day have 30 days" 2025-12-06 "$(due_of 2025-11-06)"
clock 2025-11-10 "days = 15"
ok "a clock of 15 days is adopted" $?
st batch judge --date 2025-11-07 2>/dev/null
same "before its day it counts for nobody" 30 "$(sql "select days from work_clock where kind = 'suspend'")"
earlier() {	# DEATH DAY: the report is corrected to an earlier day, which is another cause
	sed "s/2025-11-05/$1/" "$box/death.csv" >"$box/$1.csv"
	st batch import death "$box/$1.csv" --date "$2" --force 2>/dev/null
	st batch judge --date "$2" --force 2>/dev/null
}
earlier 2025-11-04 2025-11-10
same "from its day on tasks have 15" 2025-11-25 "$(due_of 2025-11-10)"
clock 2026-02-13 "working_days = 10"
ok "a clock of ten working days is adopted" $?
earlier 2025-11-03 2026-02-13
same "ten working days across Spring Festival 2026" 2026-03-05 "$(due_of 2026-02-13)"

finish
