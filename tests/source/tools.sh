# The tests run on a bare machine: what they call is in every Debian, or brought by ./bootstrap.
. "$srcdir/tests/lib.sh"

strangers='jq|yq|python3?|ruby|node|curl|wget|git|file|ps|pgrep|pkill|top|tmux|screen|expect|xz|zip|bc|dc|hexdump|xxd|lsof|fuser|strace|gdb|man|rsync|sudo|less|vim?|nano'
called() {	# FILES: calls of them, at a line's begin or behind what begins a command
	grep -nE "(^|[|;&(!\`]|\\$\\(|\\b(then|do|else|if|while|exec|timeout [0-9]+))[[:space:]]*($strangers)[[:space:]]" "$@" |
		grep -vE '^[^:]*:[0-9]+:[[:space:]]*#'
}

files="$srcdir/tests/run $srcdir/tests/lib.sh"
for dir in sql flow hostile journey crash; do
	files="$files $(ls "$srcdir/tests/$dir"/*.sh)"
done
# shellcheck disable=SC2086
same "no test calls a program that may be missing" "" "$(called $files)"
printf 'x=$(echo "$y" | jq -r .z)\nif python3 -c 1; then\n\tps -e\nfi\n# jq is not here\nfile=git\n' >"$work/new.sh"
same "planted ones are found" 3 "$(called "$work/new.sh" /dev/null | wc -l | tr -d ' ')"

# The tree of a distribution cannot be written to, nor can a plain copy of it.
same "texts are copied so that they can be changed" "" "$(grep -n 'cp -r "$srcdir' $files | grep -v 'lib.sh:')"
finish
