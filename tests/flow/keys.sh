# Keys that the configuration gives: told by the bottom line, by help and in line mode, and working; wrong ones refuse
# the start with file, line and the way out.
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
conf_with 'keys = { task = { next = "esc"; }; };'
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN line . >"$work/said"
ok "refused in Chinese" "$(grep -q '返回' "$work/said"; echo $?)"
same "whoever has no workbench open is told, too" 2 "$("$steward" module list --config "$conf" >/dev/null 2>&1; echo $?)"
finish
