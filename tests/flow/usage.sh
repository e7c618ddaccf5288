# What the program says of its own words: every area in a line, every verb of one when its name alone is said.
. "$srcdir/tests/lib.sh"
needs claims
box="$work/usage"
mkdir -p "$box"
"$steward" --help >"$box/help"
same "help is told with success" 0 $?
same "no line of it is wider than a screen" "" "$(awk 'length($0) > 80' "$box/help")"
same "an area is one line" 1 "$(grep -c '^  claims ' "$box/help")"
"$steward" claims >"$box/out" 2>"$box/said"
same "an area alone is no command" "2 0" "$? $(wc -c <"$box/out" | tr -d ' ')"
same "but tells its verbs, one a line" "$(cat "$srcdir"/modules/claims/*.c | grep -o '"claims [a-z]*"' | sort -u | wc -l)" \
	"$(grep -c '^  steward claims ' "$box/said")"
"$steward" nonsense >"$box/out" 2>"$box/said"
same "what nobody knows is said, and what there is" "2 1 1" "$? $(grep -c 'unknown subcommand "nonsense"' "$box/said") $(grep -c '^  claims ' "$box/said")"
finish
