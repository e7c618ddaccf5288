# What the proofs of a county share: an office in a folder of its own, its logins, and what the truth is asked.
here=$(cd "$(dirname "$0")/../.." && pwd)
office=$(mktemp -d /tmp/stw-county.XXXXXX)
chmod 755 "$office"
steward=${STEWARD:-$here/build/steward} db="$office/db" city="$office/city" begun=$(date +%s)
stop() {
	"$steward" demo --dir "$db" --stop >/dev/null 2>&1 || :
	[ -n "${KEEP:-}" ] || rm -rf "$office"
}
trap stop EXIT
[ -n "${BUILT:-}" ] || "$here/bootstrap" build >/dev/null 2>&1
st() {
	login=$1
	shift
	"$steward" "$@" --db "$db" --as "$login" >"$office/out" 2>"$office/said" || { echo "$login $*" >&2; cat "$office/said" >&2; exit 1; }
}
# As a login of the office: its rights are the program's.
as() {
	# A whole county's numbers are too many for a command line.
	printf '%s;\n' "set search_path = steward" "$2" |
		psql -X -q -A -t "host=$db/run dbname=steward user=$1" -v ON_ERROR_STOP=1 -f -
}
# All open steps of one kind, each as one decision of that login.
decide() {	# LOGIN EVENT REASON WHICH
	as "$1" "select count((decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, '$2', '$3', '')).decision_id)
		from task t where $4" >>"$office/decided"
}
ids() {	# KIND: of whom the truth tells it, as a list of the database
	awk -F, -v kind="$1" -v q="'" '$1 == kind { printf "%s%s%s%s", n++ ? "," : "", q, $3, q }' "$city/truth.csv"
}
signature() { as clerk "select digest from pay_run where state = 'signed'"; }
now_ms() { echo $(($(date +%s%N) / 1000000)); }
run() {	# MONTH: sets took, the seconds that making, looking at and writing it took
	from=$(now_ms)
	st clerk pay prepare "$1"
	st clerk pay gate "$1"
	took=$(($(now_ms) - from))
	as clerk "select distinct rule_id from pay_signal s join pay_run r using (run_id) where r.state = 'gated' and s.state = 'held'" >"$office/groups"
	while read -r rule; do
		st manager pay keep "$1" "$rule" --reason waits
	done <"$office/groups"
	st clerk pay sign "$1"
	st reviewer pay approve "$1" --signature "$(signature)"
	from=$(now_ms)
	st clerk pay export "$1" "$office/files-$1"
	took=$(((took + $(now_ms) - from) / 1000))
	st clerk pay confirm "$1" "$office/files-$1"
	rm -rf "$office/files-$1"
}

county() {	# PERSONS DAYS: made, and read in on the day before its first one
	"$steward" generate "$city" --county --persons "$1" --days "$2" 2>"$office/said"
	sed -n '$p' "$office/said"
	"$steward" init --db "$db" --region 330681 >/dev/null 2>"$office/said" || { cat "$office/said"; exit 1; }
	for f in areas register account payment award; do
		st batch import $f "$city/$f.csv" --date 2025-11-01 --force
	done
}
bad=0
none() {	# WHAT QUERY: no row of it
	n=$(as auditor "select count(*) from ($2) x")
	echo "$1: $n"
	[ "$n" = 0 ] || bad=1
}
sum() { as auditor "select yuan_text(coalesce(sum($1), 0)::bigint) from $2"; }
