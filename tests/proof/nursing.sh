#!/bin/sh
# A year of visits at home with known truth through all checks, in an office of its own: how many that cannot have been were
# missed, how many others are held, and how long it took.  Give another number of visits: tests/proof/nursing.sh 20000
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
steward=${steward:-$here/build/steward}
n=${1:-1255000}
box=$(mktemp -d /tmp/stw-nursing.XXXXXX)
chmod 755 "$box"
trap '"$steward" demo --dir "$box/demo" --stop >/dev/null 2>&1 || :; rm -rf "$box"' EXIT
"$steward" demo --dir "$box/demo" --persons 5000 --seed 9 --batch </dev/null >"$box/said" 2>&1 || { cat "$box/said"; exit 1; }
st() { "$steward" "$@" --db "$box/demo"; }
register=$(find "$box/demo" -name register.csv | head -1)
awk -v n="$n" -v out="$box" -f "$here/tests/proof/nursing.awk" "$register"
begin=$(date +%s%N)
ms() { now=$(date +%s%N); echo $(((now - begin) / 1000000)); begin=$now; }
# A file of deaths far beyond the usual size would wait for a second person.
awk -v to="$box/deaths" 'NR == 1 { head = $0; next } { file = to int((NR - 2) / 4) ".csv"; if ((NR - 2) % 4 == 0) print head >file; print >file }' \
	"$box/death.csv"
for file in "$box"/deaths*.csv; do
	st import death "$file" >"$box/said" 2>&1 || cat "$box/said"
done
begin=$(date +%s%N)
for feed in home_nurse home_care claim_charge homevisit; do
	[ ! -e "$box/$feed.csv" ] || st import "$feed" "$box/$feed.csv" >"$box/said" 2>&1 || cat "$box/said"
done
taken=$(ms)
st judge >"$box/said" 2>&1 || cat "$box/said"
checked=$(ms)
for m in 01 02 03 04 05 06 07 08 09 10 11; do
	st nursing settle "2025-$m" held --format csv 2>/dev/null | tr -d '\r' | sed 1d
done | awk -F, '{ m = split($NF, rules, " "); for (i = 1; i <= m; i++) print $1 "," substr(rules[i], 9) }' | LC_ALL=C sort >"$box/found"
missed=$(LC_ALL=C sort "$box/truth" | LC_ALL=C comm -23 - "$box/found" | tee "$box/missed" | wc -l)
false=$(cut -d, -f1 "$box/truth" | cat - "$box/pairs" | LC_ALL=C sort -u >"$box/known"
	cut -d, -f1 "$box/found" | LC_ALL=C sort -u | LC_ALL=C comm -13 "$box/known" - | tee "$box/false" | wc -l)
echo "visits $(($(wc -l <"$box/homevisit.csv") - 1)), planted $(wc -l <"$box/truth"), missed $missed, false $false," \
	"others of a pair $(LC_ALL=C sort -u "$box/pairs" | wc -l), taken in $taken ms, checked in $checked ms"
head -5 "$box/missed" "$box/false" | grep , || :
