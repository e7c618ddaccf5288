#!/bin/sh
# A month of claims with known truth through all checks: how many planted violations were found, how many flags are false,
# and how long it took.  Give another number of lines: tests/proof/claims.sh 20000
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
steward=${steward:-$here/build/steward}
box=$(mktemp -d /tmp/stw-claims.XXXXXX)
trap 'rm -rf "$box"' EXIT
# What is local gets a list of one.
cp -r "$here/lua" "$box/lua"
chmod -R u+w "$box/lua"
fill() {	# PARAMETER ROWS
	awk -v name="\"claims.$1\"" -v rows="$2" 'index($0, "name = " name) { inside = 1 }
		inside && sub(/value = \{\}/, "value = { " rows " }") { inside = 0 } { print }' \
		"$box/lua/parameters/claims/claims.lua" >"$box/new" && mv "$box/new" "$box/lua/parameters/claims/claims.lua"
}
fill prices '{ item = "CT平扫", fen = 20000 }'
fill frequencies '{ item = "胃镜", times = 1, days = 7 }'
fill quantities '{ item = "阿司匹林", quantity = 30 }'
fill levels '{ item = "肝移植术", tier = 3 }'
fill insurances '{ item = "康复辅具", insurance = "工伤" }'
fill classes '{ item = "甲药", class = "他汀" }, { item = "乙药", class = "他汀" }'
fill herbs '{ item = "甘草", alone = true }'
fill sex_services '{ item = "产后访视", sex = "F" }'
sed "s|^rules.*|rules = \"$box/lua\";|" "${config:-$here/build/steward.conf}" >"$box/steward.conf"
awk -v n="${1:-1000000}" -v truth="$box/truth" -f "$here/tests/proof/claims_month.awk" >"$box/claims.json"
begin=$(date +%s%N)
"$steward" claims audit --format csv --folder --config "$box/steward.conf" <"$box/claims.json" 2>"$box/said" >"$box/out"
ms=$((($(date +%s%N) - begin) / 1000000))
tr -d '\r' <"$box/out" | sed 1d | LC_ALL=C sort >"$box/flags"
LC_ALL=C sort "$box/truth" >"$box/sorted"
missed=$(LC_ALL=C comm -23 "$box/sorted" "$box/flags" | tee "$box/missed" | wc -l)
false=$(LC_ALL=C comm -13 "$box/sorted" "$box/flags" | tee "$box/false" | wc -l)
flags=$(wc -l <"$box/flags")
echo "planted $(wc -l <"$box/sorted") of $(cut -d, -f3 "$box/sorted" | sort -u | wc -l) checks, flags $flags, missed $missed, false $false, $ms ms"
head -5 "$box/missed" "$box/false" | grep , || :
