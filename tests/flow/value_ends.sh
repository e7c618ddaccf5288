# A value that ends with nothing after it: said by check and doctor, a task of the policy officers from a
# month before, and the two ways out of it.
. "$srcdir/tests/lib.sh"
small_city value_ends 1000 7
st batch judge --date 2025-11-01 || { echo "not ok setup"; exit 1; }

task() { sql "select state, region_code, due, person_id from task where task_type = 'value_ends' and cause like '$1%'"; }
judge() { st batch judge --date "$1" --force 2>/dev/null; }
says() {	# NAME TEXT WANTED
	case $2 in
	*"$3"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$3" "$2" ;;
	esac
}
calendar="work.calendar CN"
ends="work.calendar for CN ends on 2026-12-31"

judge 2026-11-29
same "a month and a day before there is no task" "" "$(task "$calendar")"
same "and no remark" 0 "$("$steward" rules check --date 2026-11-29 2>&1 | grep -c "$ends")"
judge 2026-11-30
same "a month before there is one, about no person, due on the last day" "open|0|2026-12-31|0" "$(task "$calendar")"
says "check says it" "$("$steward" rules check --date 2026-11-30 2>&1)" "the last value of $ends; add"
says "also when it has passed" "$("$steward" rules check --date 2027-02-01 2>&1)" "the last value of $ends; add"
says "doctor says it" "$(st admin doctor 2>&1)" "note work.calendar for CN: the last value ends on 2026-12-31"
says "a policy officer has it in the queue" "$(st policy tasks --type value_ends)" "$ends with no value after it"
says "in Chinese too" "$(LC_ALL=zh_CN.UTF-8 st policy tasks --type value_ends)" "于 2026-12-31 到期，尚无后续数值"
says "explain says where to look" "$(st policy explain 0 rules.value_ends "$calendar 2026-12-31" 2>&1)" "parameters/work.lua"
same "another province's value that ended is nobody's work here" "" "$(task employment.difficulty)"
judge 2026-12-01
same "it is not raised twice" "open|0|2026-12-31|0" "$(task "$calendar")"

# What follows is adopted for the day after: the task goes, though the text is not in force yet.
lua="$work/value_ends_draft"
texts_to "$lua"
draft="$lua/parameters/work.lua"
awk '/name = "work.reasons"/ && !done { done = 1 }
	/from = "2026-01-01", to = "2026-12-31"/ { inside = 1 }
	{ print }
	inside && /^\t\t\t} },/ { inside = 0
		print "\t\t\t{ from = \"2027-01-01\", to = \"2027-12-31\", value = { off = { \"2027-01-01\" }, on = {} } }," }' \
	"$srcdir/lua/parameters/work.lua" >"$draft"
adopt() {	# FILE DAY
	"$steward" rules rehearse "$1" --from "$2" --db "$db" --as policy >/dev/null 2>&1 &&
		"$steward" rules adopt "$1" --from "$2" --db "$db" --as policy2 >/dev/null 2>&1
}
adopt "$draft" 2027-01-01
ok "the next year's calendar is adopted from its first day" $?
judge 2026-12-02
same "the task is withdrawn" "withdrawn|0|2026-12-31|0" "$(task "$calendar")"
judge 2027-01-02
same "and stays so when the text is in force" "withdrawn|0|2026-12-31|0" "$(task "$calendar CN 2026")$(task "$calendar 2026")"

# The year after that nobody has seen to: the task outlives the last day, until someone decides.
judge 2027-12-05
same "the next end is a task of its own" "open|0|2027-12-31|0" "$(task "$calendar 2027")"
judge 2028-02-01
same "it stays when the last day has passed" "open|0|2027-12-31|0" "$(task "$calendar 2027")"
cause="$calendar 2027-12-31"
st clerk decide 0 rules.value_ends "$cause" dismiss --reason for_good >/dev/null 2>"$work/said"
says "a clerk cannot settle it" "$(cat "$work/said")" "reserved for the role policy"
st policy decide 0 rules.value_ends "$cause" dismiss --reason for_good >/dev/null
ok "a policy officer can" $?
same "by one decision, sealed, and nobody's facts are made anew" "dismissed|policy|t|0" \
	"$(sql "select outcome, author, seal is not null, (select count(*) from touched) from decision where person_id = 0")"
judge 2028-02-02
same "then it stays settled" "dismissed|0|2027-12-31|0" "$(task "$calendar 2027")"
says "replay leaves it alone" "$(st policy rules replay 2>&1)" "0 differences"
finish
