#!/bin/sh
# A longer proof, run by hand: all pensioners of a generated city are adjusted for a year by a made-up rule, rehearsed,
# proposed, approved and applied; prints the seconds of each step and that the sum of the benefits is the rehearsal's.
# Give another size: tests/proof/adjust.sh PERSONS (1330000 have about as many pensioners as Zhuji, of both schemes).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
office=$(mktemp -d /tmp/stw-adjust.XXXXXX)
chmod 755 "$office"
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
	ms=$((($(date +%s%N) - begin) / 1000000)) all=$((all + ms))
	echo "$name: $ms ms"
}
field() { st clerk adjust show --format json | head -1 | sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p"; }
sum() { st clerk payable --period 2025-11 --format csv | awk -F, 'NR > 1 { n += $4 } END { printf "%.2f", n }'; }

# The rule of a province for 2025, made up; a year's notice is entered like this.
mkdir "$office/parameters"
awk '/from = "2022-01-01", basis = "Zhejiang/ { sub(/from = "2022-01-01",/, "from = \"2022-01-01\", to = \"2024-12-31\","); mine = 1 }
	{ print }
	mine && /^\t\t\t} },/ { mine = 0
		print "\t\t\t{ from = \"2025-01-01\", value = { year = 2025, fixed = 2600, percent = 1.1,"
		print "\t\t\t\tyears = { count = \"up\", bands = { { from = 0, fen = 120 }, { from = 15, fen = 220 } }, floor = 1500 },"
		print "\t\t\t\tages = { { from = 70, women = 65, fen = 2000 }, { from = 80, fen = 4000 } },"
		print "\t\t\t\tgroups = { resident = { fixed = 2000, percent = false, years = false } } } }," }' \
	"$here/lua/parameters/adjustment.lua" >"$office/parameters/adjustment.lua"
st policy rules rehearse "$office/parameters/adjustment.lua" --limit 0 >/dev/null 2>&1
st policy2 rules adopt "$office/parameters/adjustment.lua" >/dev/null 2>&1
st batch judge >/dev/null 2>&1

before=$(sum) added=0
for scheme in employee resident; do
	all=0
	timed "$scheme: rehearse" batch adjust rehearse 2025 --scheme "$scheme"
	timed "$scheme: propose" clerk adjust propose
	timed "$scheme: approve and apply" reviewer adjust approve --signature "$(field signature)"
	persons=$(field persons)
	echo "$scheme: $(field applied) of $persons persons, $(field excluded) take no part, $(field outliers) outside the limits, $all ms in all"
	added=$(awk -v a="$added" -v b="$(field applied_yuan)" 'BEGIN { printf "%.2f", a + b }')
done
after=$(sum)
echo "benefits a month: $before before, $after after, $added by the adjustments"
[ "$after" = "$(awk -v a="$before" -v b="$added" 'BEGIN { printf "%.2f", a + b }')" ]
