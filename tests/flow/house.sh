# The keys of the screens of staff and barriers, as each login of the workbench sends them: what the subcommands allow, and no more.
. "$srcdir/tests/lib.sh"
needs risk
small_city house 600 9
st batch judge --date 2025-11-01 2>/dev/null
key() {	# LOGIN STATEMENT VALUES: a statement of the screens, sent with its parameters
	text=$(awk -v name="$2" '$0 == "-- statement: " name { on = 1; next } on && /^-- statement/ { exit } on && !/^--/' \
		"$srcdir/core/screens/house.sql" "$srcdir/core/people/people.sql" "$srcdir/core/scope/scope.sql" "$srcdir/core/office/schema.sql")
	sql_as "$1" "prepare k as $text execute k$3" | sed -n '/^LINE\|^HINT\|^CONTEXT\|^ *^/!s/^ERROR: *//p; /^ERROR\|^LINE\|^HINT\|^CONTEXT\|^PREPARE\|^SET/!p'
}
first() { key "$@" | head -1; }
job() { sql "select job || ' ' || active from staff where login = '$1'"; }
same "a clerk adds nobody" "this is reserved for the role admin" "$(first clerk schema_staff_put "('ho_li', '李', 'clerk', null)" | sed 's/permission denied for function staff_put/this is reserved for the role admin/')"
key admin schema_staff_put "('ho_mei', '梅', 'clerk', null)" >/dev/null
key admin schema_staff_put "('ho_li', '李', 'clerk', null)" >/dev/null
same "an administrator does" "clerk true" "$(job ho_mei)"
key admin people_move "('ho_mei', 'reviewer', null)" >/dev/null
same "a sensitive job waits" "clerk true" "$(job ho_mei)"
same "it is shown who waits" "reviewer (admin)" "$(sql_as clerk "select job || ' (' || author || ')' from staff_change where login = 'ho_mei'")"
same "who has proposed it approves it not" "this needs a second person" "$(first admin house_approve "('ho_mei', '$(staff_sign ho_mei)')")"
same "nor does a clerk" "clerk true" "$(key clerk house_approve "('ho_mei', '$(staff_sign ho_mei)')" >/dev/null; job ho_mei)"
key manager house_approve "('ho_mei', '$(staff_sign ho_mei)')" >/dev/null
same "a manager does" "reviewer true" "$(job ho_mei)"
same "a second time nothing waits" "nothing waits for a second person here" "$(first manager house_approve "('ho_mei', '$(staff_sign ho_mei)')")"
key admin people_limit "('ho_mei', 100, 200)" >/dev/null
key admin people_limit "('ho_mei', 300, 400)" >/dev/null
same "less counts at once, more waits" "100 200" "$(sql "select step_fen || ' ' || day_fen from staff where login = 'ho_mei'")"
key manager house_refuse "('ho_mei')" >/dev/null
same "and is refused" "100 0" "$(sql "select step_fen || ' ' || (select count(*) from staff_change) from staff where login = 'ho_mei'")"
key admin house_leave "('ho_li', null)" >/dev/null
same "who leaves is in no more" "clerk false" "$(job ho_li)"
same "a colleague is one of the same job" 0 "$(key admin house_colleagues "('ho_mei')" | grep -c '^ho_li')"

# Barriers.
nobody='no person has the number "0"'
number=$(sql "select min(id_no) from person_ident")
why="told by the court, file 12/2025"
kind=$(sql "select kind from barrier_kind where is_hard order by sort limit 1")
same "who is not there is hidden by nobody" "$nobody" "$(first clerk house_hide "('330681190001010013', '$kind', '$why', null, null)")"
same "while nobody is hidden the screen's key asks whom" 1 "$(printf '%s\n' :bd a . | st clerk desk --line 2>&1 | grep -c 'Hide a person' |
	sed 's/[1-9][0-9]*/1/')"
same "and the screen says what it is for" 1 "$(printf '%s\n' :bd . | st clerk desk --line 2>&1 | grep -c 'whom you may see hidden' |
	sed 's/[1-9][0-9]*/1/')"
same "an administrator hides nobody" 0 "$(key admin house_hide "('$number', '$kind', '$why', null, null)" >/dev/null; sql "select count(*) from barrier")"
same "without a special unit a clerk does not" "nobody of the special unit could look after the person" "$(first clerk house_hide "('$number', '$kind', '$why', null, null)")"
sql "update staff set special = true where login in ('manager')" >/dev/null
same "then he does" "1 $kind" "$(key clerk house_hide "('$number', '$kind', '$why', null, null)" >/dev/null; sql "select count(*) || ' ' || min(kind) from barrier")"
same "and sees the person no more, nor the barrier" "0 $nobody" "$(key clerk house_barriers | grep -c . ) $(first clerk house_hide "('$number', '$kind', '$why', null, null)")"
same "the special unit sees it" 1 "$(key manager house_barriers | grep -c "|$kind\$")"
person=$(sql "select person_id from barrier")
same "a clerk approves no end" 1 "$(key clerk house_unhide "($person, '$kind')" >/dev/null; sql "select count(*) from barrier where state = 'on'")"
finish
