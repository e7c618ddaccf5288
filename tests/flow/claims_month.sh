# A small month of claims with planted violations: all are found and nothing else; tests/proof/claims.sh does a million lines.
. "$srcdir/tests/lib.sh"
needs claims
said=$(steward="$steward" config="$builddir/steward.conf" "$srcdir/tests/proof/claims.sh" 20000 2>/dev/null)
echo "$said" >"$work/month"
same "every planted violation is found and no other" "missed 0, false 0" "$(echo "$said" | sed -n 's/.*\(missed.*\), [0-9]* ms$/\1/p')"
same "of every check that a file has data for" 25 "$(echo "$said" | sed -n 's/.* of \([0-9]*\) checks.*/\1/p')"
finish
