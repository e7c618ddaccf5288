# The pyramid counts every living person once, the months are what was paid, the ages of the queue its open tasks.
. "$srcdir/tests/lib.sh"
needs risk
small_city charts 1000 29
for day in $(days_of "$city"); do import_day "$city" "$day"; done
st batch judge >/dev/null 2>&1
chart() { printf '%s\n' "$1" | st clerk desk --line 2>/dev/null | sed '1,/^> $/d'; }
column() { awk -v n="$1" '/^[> ] *[0-9]+ / { gsub(/#/, ""); sub(/^[> ] *[0-9]+ +/, ""); s += $n } END { print s + 0 }'; }
living=$(sql "select count(*) filter (where sex = 'M') || ' ' || count(*) filter (where sex = 'F') from person p
	where not exists (select from death_told d where d.person_id = p.person_id)")
chart :py >"$work/pyramid"
same "the living, men and women" "$living" "$(column 1 <"$work/pyramid") $(column 3 <"$work/pyramid")"
same "all ages on one screen" 20 "$(grep -cE "^[> ] *[0-9]+ " "$work/pyramid")"
same "no bar is cut" 0 "$(grep -c '#~' "$work/pyramid")"
chart :pm >"$work/months"
same "what was paid in the last month" "$(sql "select period / 100 || '-' || period % 100 || ' ' || count(*) || ' ' || trim(to_char(sum(amount_fen) / 100.0, '999999990.00'))
	from payment where period = (select max(period) from payment) group by period")" "$(sed -n 's/^>  1   //p' "$work/months" | awk '{ print $1, $2, $3 }')"
same "its bar is whole" 0 "$(grep -c '#~' "$work/months")"
same "every open task once" "$(sql "select count(*) from task where state in ('open', 'proposed')")" "$(chart :wa | sed 's/!//' | column 2)"
finish
