#!/bin/sh
# Seekers and vacancies, all matched with all in an office of its own: how long it takes, and whether each pair has its reason.
# Give other numbers of seekers and vacancies: tests/proof/employment.sh 1000 500
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
steward=${steward:-$here/build/steward}
n=${1:-10000} m=${2:-5000}
box=$(mktemp -d /tmp/stw-jobs.XXXXXX)
chmod 755 "$box"
trap '"$steward" demo --dir "$box/demo" --stop >/dev/null 2>&1 || :; rm -rf "$box"' EXIT
"$steward" demo --dir "$box/demo" --persons $((n * 5 / 4 + 1000)) --seed 9 --batch </dev/null >"$box/said" 2>&1 || { cat "$box/said"; exit 1; }
st() { "$steward" "$@" --db "$box/demo"; }
register=$(find "$box/demo" -name register.csv | head -1)
# The occupations of 60 middle groups, five each, and 40 skills of which a person has up to four and a vacancy asks up to three.
awk -F, -v n="$n" -v m="$m" -v out="$box" '
	function work() { return int(rand() * 6 + 1) "-" sprintf("%02d", rand() * 10 + 1) "-01-" sprintf("%02d", rand() * 5 + 1) }
	function skills(most,   s, k) { for (k = int(rand() * (most + 1)); k > 0; k--) s = s (s ? ";" : "") "skill " int(rand() * 40); return s }
	BEGIN { srand(7); print "id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on" >(out "/job_seeker.csv") }
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ place[NR - 2] = $at["region_code"] }
	substr($at["id_no"], 7, 4) < 2008 && seekers < n { seekers++
		print $at["id_no"] "," $at["name"] ",2025-" sprintf("%02d", rand() * 9 + 1) "-01,seeking," work() "," skills(4) "," $at["region_code"] "," \
			int(rand() * 60 + 30) "00," (rand() < .1 ? "disabled" : "") ",," >(out "/job_seeker.csv") }
	END { print "vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,posted_on,expires_on" >(out "/vacancy.csv")
		for (i = 1; i <= m; i++) print "V" i ",U" i % 900 ",Unit " i % 900 "," work() "," skills(3) "," int(rand() * 4 + 1) "," int(rand() * 60 + 35) \
			"00," place[int(rand() * (NR - 1))] ",2025-10-01,2026-12-31" >(out "/vacancy.csv") }' "$register"
for feed in job_seeker vacancy; do
	st import "$feed" "$box/$feed.csv" >"$box/said" 2>&1 || cat "$box/said"
done
st judge >"$box/said" 2>&1 || cat "$box/said"
begin=$(date +%s%N)
st employment match --most 10 --format csv >"$box/pairs" 2>"$box/said" || cat "$box/said"
ms=$((($(date +%s%N) - begin) / 1000000))
echo "seekers $(($(wc -l <"$box/job_seeker.csv") - 1)), vacancies $(($(wc -l <"$box/vacancy.csv") - 1))," \
	"with somebody $(sed 1d "$box/pairs" | cut -d, -f1 | sort -u | wc -l), pairs $(($(wc -l <"$box/pairs") - 1))," \
	"without a reason $(sed 1d "$box/pairs" | grep -vc 'skills asked' || :), $((ms / 1000)).$(printf %03d $((ms % 1000))) seconds"
