#!/bin/sh
# A longer proof, run by hand: a generated city's pensions are prepared, gated, signed, approved, written and confirmed;
# prints the seconds of each step and what went out beside what the register has in payment.
# Give another size: tests/proof/pay.sh PERSONS (1330000 have about as many pensioners as Zhuji).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
office=$(mktemp -d /tmp/stw-pay.XXXXXX)
steward="$here/build/steward"
stop() {
	"$steward" demo --dir "$office/demo" --stop >/dev/null 2>&1 || :
	rm -rf "$office"
}
trap stop EXIT
"$here/bootstrap" build >/dev/null 2>&1
"$steward" demo --dir "$office/demo" --persons "${1:-50000}" --seed 9 --batch </dev/null >/dev/null 2>"$office/said" ||
	{ cat "$office/said"; exit 1; }
st() {
	login=$1
	shift
	"$steward" "$@" --db "$office/demo" --as "$login"
}
timed() {	# NAME WORDS...
	name=$1 begin=$(date +%s%N)
	shift
	st "$@" >"$office/out" || exit 1
	echo "$name: $((($(date +%s%N) - begin) / 1000000)) ms"
}
signature() { st clerk pay show --format json | sed -n 's/.*"signature": *"\([0-9a-f]*\)".*/\1/p'; }
timed prepare clerk pay prepare 2025-11
timed gate clerk pay gate
timed sign clerk pay sign
timed approve reviewer pay approve --signature "$(signature)"
timed export clerk pay export 2025-11 "$office/files"
timed confirm clerk pay confirm 2025-11 "$office/files"
st clerk pay
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at["pension_status"] == "paid" { n++; fen += int($at["pension"] * 100 + 0.5) }
	END { printf "in payment by the register: %d persons, %.2f\n", n, fen / 100 }' "$office/demo/city/register.csv"
