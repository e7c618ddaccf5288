# Keys that the configuration gives to commands, to actions of a screen and to steps of a task: told by the bottom line, by
# help and in line mode, and working; wrong ones refuse the start with file, line and the way out.
. "$srcdir/tests/lib.sh"
small_city keys 500 5
conf="$work/keys.conf"
conf_with() { { cat "$builddir/steward.conf"; echo "$1"; } >"$conf"; }
line() {	# LINE...: what the workbench printed
	printf '%s\n' "$@" | st clerk desk --line --config "$conf" 2>&1
}

conf_with 'keys = { screen = { tasks = "Q"; claim = { reviews = [ "F8", "ctrl-r" ]; }; board = "t"; help = "!"; };
	line = { down = [ "J", "down" ]; }; };'
said=$(line .)
same "the bottom line has the new keys" "1 1 0" "$(echo "$said" | grep -c 'Q queue' | sed 's/[1-9][0-9]*/1/') $(
	echo "$said" | grep -c 't board' | sed 's/[1-9][0-9]*/1/') $(echo "$said" | grep -c 'b board')"
same "the key of one is now another's" 1 "$(line t | grep -c 'steward  Board')"
same "and works itself" 1 "$(line Q | grep -c 'steward  Tasks')"
same "the former one does nothing, and the key that helps is named" 1 "$(line b | grep -c 'key b does nothing here; ! shows what does')"
help=$(line "!")
same "help has the new key, and the one that always helps" 1 "$(echo "$help" | grep -cE '^ *[0-9]* *! F1 ')"
same "a command that had no key has two" 1 "$(echo "$help" | grep -cE 'F8 ctrl-r +screen.claim.revie')"
same "a key that was one of several is given alone" 1 "$(echo "$help" | grep -cE '^[> ]* *[0-9]* *J down +line.down')"
same "nobody is locked in" 1 "$(line Q esc . | grep -c 'steward  Start' | sed 's/[1-9][0-9]*/1/')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN line b | grep -c '按键 b 在此无作用；按 ! 看可用按键')"

# The page of a person, and a task of his, in lines.
st batch judge --date 2025-11-01 >/dev/null 2>&1 || echo "judge failed"
number=$(sql "select min(id_no) from person_ident join person_fact f using (person_id) where f.pension_status = 'paid'")
page() { line / "$number" "" "$@"; }
some() { sed 's/[1-9][0-9]*/1/'; }
conf_with 'keys = { person = { amount = "F8"; looks_counter = [ "I", "ctrl-r" ]; }; task = { propose = "V"; }; };'
said=$(page . "?" pgdn pgdn .)
same "an action is told with its new key" "1 0" "$(echo "$said" | grep -c 'F8 why this amount' | some) $(echo "$said" | grep -c ' x why this amount')"
same "help has its name and all its keys" 1 "$(echo "$said" | grep -cE 'I ctrl-r +person.looks_counter' | some)"
same "it works by it" 1 "$(page F8 . | grep -c 'steward  .*amount' | some)"
same "by the second key as well" 1 "$(page ctrl-r . | grep -c 'steward  Person: ' | some)"
same "the former key does nothing" 1 "$(page x . | grep -c 'key x does nothing here' | some)"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN page x . | grep -c '按键 x 在此无作用' | some)"
said=$(line t "" . V .)
same "a step of a task is told with its new key" 1 "$(echo "$said" | grep -cE ' V +propose' | some)"
same "and opens its form" 1 "$(echo "$said" | grep -c 'enter send' | some)"
same "by the old key there is none" "1 0" "$(said=$(line t "" s .); echo "$(echo "$said" | grep -c 'key s does nothing here' | some) $(
	echo "$said" | grep -c 'enter send')")"
conf_with 'keys = { task = { next = "N"; propose = "V"; }; palette = { open = "F10"; }; certificates = { visit_assign = "ctrl-v"; }; };'
same "who practises is told these keys" "J2 N V 1 enter, J4 F10ce enter * ctrl-v" "$("$steward" practice --config "$conf" |
	sed -n 's/^\(J[24]\) .*: /\1 /p' | paste -sd , | sed 's/,/, /')"

refused() {	# NAME SETTING LINE WORD...
	name=$1
	conf_with "$2"
	said=$(line .)
	same "$name: nothing starts" 2 $?
	at=$3
	shift 3
	for word in "keys.conf:$at: keys" "$@"; do
		ok "$name: says $word" "$(echo "$said" | grep -qF -- "$word"; echo $?)"
	done
	same "$name: and no screen" 0 "$(echo "$said" | grep -c 'steward  Start')"
}
refused "no such command" 'keys = { task = { nxt = "N"; }; };' 8 "task.nxt is no command" "There are: task.next"
refused "nothing like it" 'keys = { nonesuch = "N"; };' 8 "nonesuch is no command" "F1 in the workbench lists"
refused "a key that something else has" 'keys = { task = { next = "t"; }; };' 8 'key "t" is that of screen.tasks, too' \
	"Give screen.tasks another key"
refused "one key for two" 'keys = { task = { next = "N"; }; line = { last = "N"; }; };' 8 'key "N" is that of line.last, too'
refused "a key twice" 'keys = {
	task = { next = [ "N", "N" ]; }; };' 9 "task.next has this key twice"
refused "the way back" 'keys = { task = { next = "esc"; }; };' 8 "leads back"
refused "help" 'keys = { task = { next = "F1"; }; };' 8 "leads back, helps"
refused "no key" 'keys = { task = { next = "hyper-x"; }; };' 8 "names no key" "F1 to F24"
refused "a digit" 'keys = { task = { next = "7"; }; };' 8 "names no key"
refused "Enter by another name" 'keys = { task = { next = "ctrl-m"; }; };' 8 "names no key"
refused "a number" 'keys = { task = { next = 7; }; };' 8 "must be a key in quotes"
refused "an empty list" 'keys = { task = { next = []; }; };' 8 "must be a key in quotes"
refused "no group" 'keys = "N";' 8 "must be a group"
refused "no such action" 'keys = { person = { amont = "N"; }; };' 8 "person.amont is no command" "person.amount"
refused "the key of another action there" 'keys = { person = { amount = "i"; }; };' 8 'key "i" is that of person.looks_counter, too'
refused "that of a module" 'keys = { person = { amount = "t"; }; };' 8 'key "t" is that of person.retire of the module retirement, too'
refused "that of another step" 'keys = { task = { propose = "d"; }; };' 8 'key "d" is that of task.dismiss' "Give task.dismiss another key"
refused "that of a command" 'keys = { person = { amount = "n"; }; };' 8 'key "n" is that of task.next, too'
conf_with 'keys = { task = { next = "esc"; }; };'
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN line . >"$work/said"
ok "refused in Chinese" "$(grep -q '返回' "$work/said"; echo $?)"
same "whoever has no workbench open is told, too" 2 "$("$steward" module list --config "$conf" >/dev/null 2>&1; echo $?)"
finish
