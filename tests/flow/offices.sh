# A city with the files of the other business areas is the same city: nothing else moves, every row of theirs is taken,
# and each area has work out of them.
. "$srcdir/tests/lib.sh"
needs claims
needs nursing
needs employment
needs assistance
plain="$work/offices_plain" full="$work/offices_full"
"$steward" generate "$plain" --persons 4000 --seed 18 2>/dev/null
"$steward" generate "$full" --persons 4000 --seed 18 --offices 2>/dev/null
same "all files of the plain city are the same" "" "$(cd "$plain" && find . -name '*.csv' -exec cmp {} "$full/{}" \; 2>&1)"
kinds() { find "$1/inbox" -name '*.csv' | sed 's|.*/||; s|.csv$||' | sort -u; }
same "ten more kinds of files" "care_request claim_charge disability health_check home_care home_nurse home_nurse_kind job_seeker low_income vacancy" \
	"$(kinds "$full" | grep -vxF "$(kinds "$plain")" | tr '\n' ' ' | sed 's/ $//')"

small_city offices 4000 18
st batch judge --date 2025-12-01 >/dev/null 2>&1
for day in $(days_of "$full"); do
	for f in "$full/inbox/$day"/*.csv; do
		[ -e "$plain/inbox/$day/${f##*/}" ] || st batch import "$(basename "$f" .csv)" "$f" --date "$day" >/dev/null 2>&1
	done
done
same "every row of theirs is taken" "" \
	"$(sql "select feed, rows_read - rows_accepted from batch where feed in ('claim_charge', 'job_seeker', 'vacancy', 'home_nurse',
	'home_nurse_kind', 'home_care', 'care_request', 'low_income', 'health_check') and rows_read <> rows_accepted")"
st batch judge >/dev/null 2>&1
st batch claims adjudicate >/dev/null 2>&1
st batch judge >/dev/null 2>&1
same "claims wait for a reviewer, requests for a nurse, families for a grant" "assist care_request claim_review" \
	"$(sql "select string_agg(distinct task_type, ' ' order by task_type) from task
	where task_type in ('claim_review', 'care_request', 'assist')")"
same "a vacancy finds seekers" 1 "$(st clerk employment match --format csv 2>/dev/null | sed -n 2p | grep -c '^G[0-9]')"
finish
