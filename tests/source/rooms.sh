# Which room may include what: base <- db <- office, base <- rule, base <- ui, app joins them; modules
# see steward.h alone.
. "$srcdir/tests/lib.sh"

# Lines "file: include" that break the direction, for a tree of sources.
wrong_includes() {
	(cd "$1" && grep -rnE '^#include "' core modules --include='*.c' --include='*.h' 2>/dev/null) |
	awk -F: '{
		file = $1; split($3, q, "\""); inc = q[2]
		n = split(file, part, "/")
		room = part[1] == "modules" ? "module" : n == 2 ? "top" : part[2]
		to = inc ~ /\// ? substr(inc, 1, index(inc, "/") - 1) : inc == "steward.h" ? "steward" : "own"
		if (to == "db" && inc == "db/stmt.h") to = "steward"
		ok = " " to " "
		allowed["base"] = " own base "
		allowed["db"] = " own base db steward "
		allowed["rule"] = " own base rule "
		allowed["city"] = " own base city "
		allowed["ui"] = " own base ui steward "
		allowed["office"] = " own base db rule office steward "
		allowed["app"] = " own base db rule office ui city app steward "
		allowed["top"] = " own steward "
		allowed["module"] = " own steward "
		if (index(allowed[room], ok) == 0) print file ": " inc
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

for room in base db office rule; do
	printing=$(grep -nE '\b(printf|puts|putchar|perror)\(|fprintf\((stdout|stderr)' \
		"$srcdir"/core/$room/*.c | grep -vE 'out of memory|snprintf|buf_printf|arena_printf')
	same "nothing in $room prints" "" "$printing"
done
finish
