# What a clerk sees is as it is: figures that are older than the tables say so, what was settled keeps its why,
# and a doubtful row is shown as it came in.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city seen 1000 7
death_file "$city" "$work/seen_death.csv"
st batch import death "$work/seen_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
old() {	# does the board say that it is old
	st clerk board 2>&1 >/dev/null | grep -c 'older than what is stored now: as of 20'
}
of_figure() {	# ID: what the board has
	sql "select counted::bigint from indicator_value where indicator = '$1' and region_code = 0 and business_day = (
		select max(business_day) from indicator_value)"
}

st batch refresh 2>/dev/null
same "fresh figures are not old" 0 "$(old)"
set -- $(sql "select person_id, rule_id, cause from task where rule_id = 'risk.paid_after_death' order by person_id limit 1" |
	tr '|' ' ')
st clerk decide "$@" propose --reason confirmed >/dev/null
same "a proposal makes them old" 1 "$(old)"
st batch refresh 2>/dev/null
same "until they are made anew" 0 "$(old)"
same "and agree with the rows" "$(sql "select count(*) from task where state in ('open', 'proposed')") $(
	sql "select count(*) from task where state = 'proposed'")" "$(of_figure J1) $(of_figure J9)"
sed 1q "$work/seen_death.csv" >"$work/seen_more.csv"
sed -n 3p "$work/seen_death.csv" | sed 's/2025-11-05/2025-11-04/' >>"$work/seen_more.csv"
st batch import death "$work/seen_more.csv" --date 2025-11-06 2>/dev/null
same "a file that comes in makes them old" 1 "$(old)"
st batch refresh 2>/dev/null
st batch judge --date 2025-11-07 2>/dev/null
same "and so does another day" 1 "$(old)"
st batch refresh 2>/dev/null
same "of that day they are new" 0 "$(old)"

# Settled, the why stays: it stands in the decision.
say=$(st clerk tasks --state proposed --format csv | tr -d '\r' | sed -n 2p | cut -d, -f5)
same "a proposal has a why" 1 "$(echo "$say" | grep -c 'died on 2025-11-05')"
st reviewer decide "$@" approve --reason checked >/dev/null
sql "delete from finding where person_id = $1 and rule_id = '$2'" >/dev/null
same "approved, the queue has it still" 1 "$(st clerk tasks --state done --format csv | grep -c "died on 2025-11-05.*$1,$2,$3")"
same "and the person's page" 1 "$(st clerk person "$1" --format csv | grep -c "died on 2025-11-05.*done,$1,$2,$3")"
{ echo "set search_path = steward; prepare f (bigint, text, text) as"
	sed -n '/^-- statement: task_figures$/,/;$/p' "$srcdir/core/screens/views.sql" | grep -v '^--'
	echo "execute f ($1, '$2', '$3');"; } >"$work/figures.sql"
same "what it rested on is shown, with file and line" 1 "$(psql -X -q -A -t "$db user=clerk" -f "$work/figures.sql" |
	grep -c '^died_on|.*|2025-11-05|.*/seen_death.csv|')"

# A doubtful match shows the row.
set -- $(sql "select person_id, rule_id, cause from task where rule_id = 'feed.match' and state = 'open' order by 1 limit 1" |
	tr '|' ' ')
{ echo "set search_path = steward; prepare r (bigint, text, text) as"
	sed -n '/^-- statement: task_reported$/,/;$/p' "$srcdir/core/screens/views.sql" | grep -v '^--'
	echo "execute r ($1, '$2', '$3');"; } >"$work/reported.sql"
psql -X -q -A -t "$db user=clerk" -f "$work/reported.sql" >"$work/reported"
same "with the day and the place that were reported" "died_on|2025-11-05 place|家中" \
	"$(grep -E '^(died_on|place)[|]' "$work/reported" | paste -sd ' ')"
out=$(st clerk explain "$@" 2>&1)
same "and why it is in doubt is told" "0 1" "$? $(echo "$out" | grep -c 'death file: ')"
finish
