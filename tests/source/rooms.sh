# The rooms: which may include what, and how big they are.  Arrows run down: a room includes itself and rooms
# that stand before it in the list, so that no two can need each other.
. "$srcdir/tests/lib.sh"
rooms="base db rule sandbox book grammar toolbox worker city ui say facts remit office people scope money prenote audit post gateway print readings lines intake judge outlook decisions figures agency declared
	screens settings host search sheets keep ask
	cli setup cashier policy article eval desk kinds lab verbs"

# Lines "file: include" that break the direction, for a tree of sources.
wrong_includes() {
	(cd "$1" && grep -rnE '^#include "' core modules --include='*.c' --include='*.h' 2>/dev/null) |
	awk -F: -v rooms="$rooms" 'BEGIN {
		n = split(rooms, list, /[ \n\t]+/)
		for (i = 1; i <= n; i++) place[list[i]] = i
		# What links no database, and what is given nothing but what it shows.
		only["sandbox"] = only["book"] = only["toolbox"] = only["worker"] = " base rule sandbox book toolbox worker "
		only["rule"] = only["city"] = " base "
		only["ui"] = " base steward "
	}
	{
		file = $1; split($3, q, "\""); inc = q[2]
		split(file, part, "/")
		room = part[1] == "modules" ? "module" : split(file, part, "/") == 2 ? "top" : part[2]
		to = inc ~ /\// ? substr(inc, 1, index(inc, "/") - 1) : inc == "steward.h" || inc == "stmt.h" ? "steward" : room
		ok = to == room || room == "top" || (to == "steward" && room != "base" && !(room in only && index(only[room], " steward ") == 0))
		if (!ok && room in only) ok = index(only[room], " " to " ") && place[to] < place[room]
		else if (!ok) ok = room in place && to in place && place[to] < place[room]
		# The worker is told in frames, and knows no more of who tells it.
		if (room ~ /^(sandbox|book|toolbox|worker)$/ && to == "rule" && inc != "rule/wire.h") ok = 0
		if (!ok) print file ": " inc
	}'
}

same "no include goes against the direction" "" "$(wrong_includes "$srcdir")"

mkdir -p "$work/tree/core/base" "$work/tree/core/ui" "$work/tree/modules/m"
echo '#include "office/judge.h"' > "$work/tree/core/base/bad.c"
echo '#include "db/db.h"' > "$work/tree/core/ui/bad.c"
echo '#include "base/arena.h"' > "$work/tree/modules/m/bad.c"
same "planted ones are found" 3 "$(wrong_includes "$work/tree" | wc -l | tr -d ' ')"

curses=$(grep -lE '#include <(n?curses|term)' -r "$srcdir/core" "$srcdir/modules" | wc -l | tr -d ' ')
same "one file talks to curses" 1 "$curses"

banned=$(grep -nwE 'strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|gmtime|localtime|mktime' \
	-r "$srcdir/core" "$srcdir/modules" --include='*.c' --include='*.h' | grep -v '/\*.*\*/' |
	grep -vE ':[0-9]+:\s*\*')
same "no function that has a better one" "" "$banned"

# What a statement says stands in a .sql file; what a table assembles has no text of its own.
same "no statement is written into C" "" "$(grep -nE '\.text = *"' -r "$srcdir/core" "$srcdir/modules" --include='*.c')"

for room in base db rule say facts office money post intake judge outlook decisions figures declared screens; do
	printing=$(grep -nE '\b(printf|puts|putchar|perror)\(|fprintf\((stdout|stderr)' \
		"$srcdir"/core/$room/*.c /dev/null | grep -vE 'out of memory|snprintf|buf_printf|arena_printf')
	same "nothing in $room prints" "" "$printing"
done

# Lines of what is written by hand, room by room.
sizes() {
	for d in "$1"/core/*/; do
		printf '%s %s\n' "$(find "$d" -name '*.[ch]' -o -name '*.sql' -o -name '*.lua' | xargs cat | wc -l)" \
			"$(basename "$d")"
	done
}
same "no room is a hall" "" "$(sizes "$srcdir" | awk '$1 > 4500')"
same "every room is in the list" "" "$(sizes "$srcdir" | while read -r n room; do
	case " $(echo $rooms) " in *" $room "*) ;; *) echo "$room" ;; esac
done)"
seq 4501 > "$work/tree/core/ui/hall.c"
same "a hall is found" ui "$(sizes "$work/tree" | awk '$1 > 4500 { print $2 }')"
finish
