# What bash offers behind the words of a command line is what the program's tables have.
. "$srcdir/tests/lib.sh"
command -v bash >/dev/null || { echo "ok nothing to do without bash"; exit 0; }
offer() { bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _steward; printf "%s\n" "${COMPREPLY[@]}"' \
	"$srcdir/completions/steward" "$steward" "$@" | sort | paste -sd ' '; }
same "verbs by their first letters" "pay payable post" "$(offer p | tr " " "\n" | grep -x -e pay -e payable -e post | paste -sd " ")"
same "the words of a heading" "map" "$(offer feed '')"
same "also behind an option" "map" "$(offer --format=csv feed m)"
same "the options of a verb, and those of all" "--codes --columns --config --constant --count" "$(offer feed map --co)"
ok "feeds where a feed is meant" "$(offer import re | tr ' ' '\n' | grep -qx register; echo $?)"
same "nothing of what is none" "" "$(offer nonsense x)"
same "each verb of the help is offered" "" "$("$steward" --help | awk '/^  [a-z]/ { print $1 }' | sort -u | while read -r v; do
	offer "$v" | tr ' ' '\n' | grep -qx -e "$v" || echo "$v"; done)"
finish
