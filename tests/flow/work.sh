# What the program itself reads of lua/parameters/work.lua: from when a figure is marked, and texts that
# would stop the judge.
. "$srcdir/tests/lib.sh"
small_city work 1000 7
st batch judge --date 2025-11-01 2>/dev/null && st batch refresh 2>/dev/null || { echo "not ok setup"; exit 1; }
lua="$work/work_draft"
texts_to "$lua"
draft="$lua/parameters/work.lua"

# The figure of open tasks has no limit; a parameter gives it one.
marks() { st manager board --format csv | sed -n 's/,J1,.*//p'; }
same "a figure without limits is not marked" "" "$(marks)"
adopt() {	# SED: adopted at once by a second person
	sed "$1" "$srcdir/lua/parameters/work.lua" >"$draft"
	st policy rules rehearse "$draft" >/dev/null 2>&1 && st policy2 rules adopt "$draft" >/dev/null 2>&1
}
adopt 's/^\t\t\tJ1o = .*/&\n\t\t\tJ1 = { alarm = 2 },/'
ok "limits are adopted like every value" $?
st batch judge --date 2025-11-01 2>/dev/null
same "and mark the figure from then on" "!" "$(marks)"
same "the first screen's list has it too" 1 "$(sql "select count(*) from indicator_limit where indicator = 'J1' and alarm = 2 and watch is null")"
adopt 's/^\t\t\tJ1o = .*/&\n\t\t\tJ1 = { watch = 2, alarm = 100000 },/'
st batch judge --date 2025-11-01 2>/dev/null
same "below alarm it is watched" "*" "$(marks)"

# A clock that changes on a day, in a text that was in force long before.
awk '/values = \{ \{ from = "2000-01-01"/ && !done { done = 1
	print "\t\tvalues = { { from = \"2026-03-01\", value = { suspend = { days = 3, priority = 1 } } },"
	sub(/values = \{ /, "") } 1' "$srcdir/lua/parameters/work.lua" >"$draft"
st policy rules rehearse "$draft" >/dev/null 2>&1 && st policy2 rules adopt "$draft" >/dev/null 2>&1
ok "a clock from a later day is adopted" $?
days() { sql "select coalesce(days, -1) from work_clock where kind = 'suspend'"; }
st batch judge --date 2026-02-28 --force 2>/dev/null
same "the day before it is the old one" 5 "$(days)"
st batch judge --date 2026-03-01 2>/dev/null
same "on its day it is the new one" 3 "$(days)"

# Figures count by the law's numbers in force, not by some of their own.
lapsed() { st batch refresh >/dev/null 2>&1; sql "select counted from indicator_value where region_code = 0 and indicator = 'D4' and business_day = business_day()"; }
tasks() { sql "select count(*) from finding where rule_id = 'retirement.certification_overdue'"; }
if [ -e "$builddir/lib/steward/modules/retirement.so" ]; then
	same "lapsed certificates are those the rule finds" "$(tasks)" "$(lapsed)"
	before=$(lapsed)
	sed 's/value = 12 }/value = 7 }/' "$srcdir/lua/parameters/certification.lua" >"$lua/parameters/certification.lua"
	st policy rules rehearse "$lua/parameters/certification.lua" >/dev/null 2>&1 &&
		st policy2 rules adopt "$lua/parameters/certification.lua" >/dev/null 2>&1
	ok "shorter certificates are adopted" $?
	st batch judge --date 2026-03-01 2>/dev/null
	same "and still are, by the new months" "$(tasks)" "$(lapsed)"
	[ "$(lapsed)" -gt "$before" ]
	ok "which are more" $?
fi
names=$(grep -hoE "policy_number where name = '[a-z][a-z0-9_.]+'|NUMBER\(\"[^\"]+\"" "$srcdir"/modules/*/*.c "$srcdir"/core/office/*.c |
	sed "s/.*['(\"]\([a-z][a-z0-9_.]*\)['\"]*$/\1/" | sort -u)
for name in $names; do
	same "there is a number $name" 1 "$(sql "select count(*) from policy_number where name = '$name'")"
done

in_force=$(sql "select count(*) from rule_version")
# A value of another shape would stop the judge one morning: it is refused long before.
refused() {	# NAME SED WANTED
	sed "$2" "$srcdir/lua/parameters/work.lua" >"$draft"
	case $("$steward" rules check "$draft" 2>&1) in
	*"$3"*) ok "$1: check says so" 0 ;;
	*) ok "$1: check says so" 1; "$steward" rules check "$draft" ;;
	esac
	! st policy rules rehearse "$draft" >/dev/null 2>&1
	ok "$1: it cannot be rehearsed" $?
}
refused "a clock that is no number" 's/suspend = { days = 5,/suspend = { days = "five",/' "work.types.suspend needs days or working_days"
refused "a clock of half a day" 's/suspend = { days = 5,/suspend = { days = 5.5,/' "work.types.suspend needs days or working_days"
refused "no clock" 's/suspend = { days = 5,/suspend = {/' "work.types.suspend needs days or working_days"
refused "a priority out of range" 's/days = 5, priority = 1/days = 5, priority = 0/' "priority must be a whole number from 1 to 9"
refused "a limit that is no number" 's/alarm = 50 }/alarm = "many" }/' "alarm must be a number"
refused "a reason without a label" 's/, label = "document seen"//' "needs code, in small letters, and label"
refused "a day that is none" 's/"2025-04-04..2025-04-06"/"2025-04-04..2025-04-36"/' "is neither a day nor days like"
refused "no clocks at all" 's/name = "work.types"/name = "work.kinds"/' "the parameter work.types is missing"
same "nothing of it came into force" "$in_force" "$(sql "select count(*) from rule_version")"
finish
