# Keys that somebody records: kept for the login, pressed again, listed, removed; what they press decides nothing.
. "$srcdir/tests/lib.sh"
needs risk
small_city macros 1000 23
for day in $(days_of "$city"); do import_day "$city" "$day"; done
st batch judge >/dev/null 2>&1
st batch refresh >/dev/null 2>&1
line() {	# LOGIN LINE...
	login=$1
	shift
	printf '%s\n' "$@" | st "$login" desk --line 2>&1
}
said=$(line clerk :rk t down :rk =queue "" .)
same "the message line says that it records" 1 "$(echo "$said" | grep -c 'recording: 2 keys' | sed 's/[1-9][0-9]*/1/')"
same "kept with what was pressed" "clerk queue t down" "$(sql "select login || ' ' || name || ' ' || keys from macro")"
same "pressed again by its name, in another session" 1 "$(line clerk :queue | grep -c 'steward  Tasks')"
same "and from the list" 1 "$(line clerk :mk 1 . | grep -c 'steward  Tasks' | sed 's/[1-9][0-9]*/1/')"
same "nobody else has it" 0 "$(line reviewer :mk . | grep -c 'queue  *20')"
same "the same name again is the newer keys" "1 b" "$(line clerk :rk b :rk =queue "" >/dev/null; sql "select count(*) || ' ' || min(keys) from macro")"
same "a name with a blank is refused, with the reason" "1 1" "$(line clerk :rk b :rk "=a b" "" . | grep -c 'no blank and no point' |
	sed 's/[1-9][0-9]*/1/') $(sql "select count(*) from macro")"
same "in Chinese" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN line clerk :rk b :rk "=a b" "" . | grep -c '不含空格和句点' | sed 's/[1-9][0-9]*/1/')"

# The first task of a kind, s, its first reason, sent: all recorded.  Only the sending is left to who presses them.
kind=$(line clerk . | sed -n 's/^[> ] *\([0-9]*\) .*stop a pension .*/\1/p' | head -1)
sql "insert into macro (login, name, keys) select 'clerk', 'stop', repeat('down ', $kind - 1) || 'enter enter s 1 enter enter n n'"
said=$(line clerk :stop .)
same "what was recorded stops before it decides" 0 "$(sql "select count(*) from decision where author = 'clerk' and event = 'propose'")"
same "and says so" 1 "$(echo "$said" | grep -c 'recorded keys decide nothing' | sed 's/[1-9][0-9]*/1/')"
line clerk :stop "" . >"$work/out"
same "the key of a person decides, once" 1 "$(sql "select count(*) from decision where author = 'clerk' and event = 'propose'")"
kept() { sql "select string_agg(name, ' ' order by name) from macro where login = 'clerk' and dropped_at is null"; }
same "x removes one" "stop" "$(line clerk :mk "1 x" . >/dev/null; kept)"
same "U takes that back" "queue stop" "$(line clerk :mk "1 U" . >/dev/null; kept)"
same "also when nothing is left, the last one comes back" " stop" "$(line clerk :mk "1 x" "1 x" . >/dev/null
	kept) $(line clerk :mk U . >/dev/null; kept)"
sql "insert into macro (login, name, keys) select 'reviewer', 'r' || n, 'b' from generate_series(1, 100) n"
same "a hundred, and no more" 1 "$(line reviewer :rk b :rk =more "" . | grep -c 'a hundred recordings' | sed 's/[1-9][0-9]*/1/')"
finish
