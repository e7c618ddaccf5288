# A small county, as Zhuji is a large one, paid for two months by clerks: what must hold of all of them holds here.
# The whole one: tests/proof/county.sh 1330000.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
BUILT=1 STEWARD="$steward" sh "$srcdir/tests/proof/county.sh" 2660 2 >"$work/county" 2>&1
ok "a county is paid for two months" $?
same "no promise of it is broken" 8 "$(grep -c ': 0$' "$work/county")"
same "it has its share of Zhuji's pensioners and doubts" "725 3" \
	"$(sed -n 's/^pensioners \([0-9]*\) .*reports \([0-9]*\) (.*/\1 \2/p' "$work/county")"
ok "and much was paid too late to stop" "$(grep -q 'paid too much [1-9]' "$work/county"; echo $?)"
[ "$bad" -eq 0 ] || cat "$work/county"
finish
