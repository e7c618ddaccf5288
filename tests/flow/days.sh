# The first two weeks of a small county's year, day by day, with clerks.  The whole year of the whole county:
# tests/proof/days.sh 1330000.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
BUILT=1 STEWARD="$steward" sh "$srcdir/tests/proof/days.sh" 2660 14 >"$work/days" 2>&1
ok "a county is worked off day by day" $?
same "no promise of it is broken" 4 "$(grep -c ': 0$' "$work/days")"
same "who is certified in silence are those whose signs qualify" 1 "$(grep -c 'both [1-9][0-9]*: recall 100.00 %, precision 100.00 %$' "$work/days")"
[ "$bad" -eq 0 ] || cat "$work/days"
finish
