#!/bin/sh
# A longer proof, run by hand: a generated city's pensions are prepared, gated, signed, approved, written and confirmed;
# prints the milliseconds of each step, the run beside one without the gate, and what went out beside what the register has.
# Give another size: tests/proof/pay.sh PERSONS (1330000 have about as many pensioners as Zhuji).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
office=$(mktemp -d /tmp/stw-pay.XXXXXX)
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
# Milliseconds of a step; the sum of a run's is kept.
timed() {	# NAME WORDS...
	name=$1 begin=$(date +%s%N)
	shift
	st "$@" >"$office/out" || exit 1
	took=$((($(date +%s%N) - begin) / 1000000))
	whole=$((whole + took))
	steps="$steps $name $took"
}
# The office's own server: here somebody may take the gate out.
as_owner() {	# SQL
	psql -X -q -h "$office/demo/run" -p 5432 -U postgres -d steward -v ON_ERROR_STOP=1 -c "set role steward_owner" \
		-c "set search_path = steward" -c "$1"
}
one_run() {	# a run until it is written, and the least that the rounds took
	whole=0 steps=
	timed prepare clerk pay prepare 2025-11
	timed gate clerk pay gate
	timed sign clerk pay sign
	timed approve reviewer pay approve --signature "$(signature)"
	timed export clerk pay export 2025-11 "$office/files$1"
	echo "$1:$steps, together $whole ms"
}
signature() { st clerk pay show --format json | sed -n 's/.*"signature": *"\([0-9a-f]*\)".*/\1/p'; }
echo "steward $(id -un) postgres" >>"$office/demo/pgdata/pg_ident.conf"
kill -HUP "$(head -1 "$office/demo/pgdata/postmaster.pid")"
for _ in $(seq 500); do
	! psql -X -q -h "$office/demo/run" -p 5432 -U postgres -d postgres -c 'select 1' >/dev/null 2>&1 || break
done
gate=$(psql -X -q -A -t -h "$office/demo/run" -p 5432 -U postgres -d steward -c "select string_agg(pg_get_functiondef(oid), ';')
	from pg_proc where proname in ('pay_told', 'pay_shown')")
with=999999999 without=999999999
for round in 1 2 3; do
	for part in pay_told pay_shown; do
		as_owner "create or replace function $part(p_run bigint) returns table (person_id bigint, rule_id text, cause text) language sql
			stable rows 10000 set search_path = steward, pg_temp as 'select 0::bigint, null::text, null::text where false and p_run = 0'"
	done
	one_run "without-$round"
	[ "$whole" -gt "$without" ] || without=$whole
	st clerk pay take-back 2025-11 >/dev/null
	as_owner "$gate"
	one_run "with-$round"
	[ "$whole" -gt "$with" ] || with=$whole
	[ "$round" = 3 ] || st clerk pay take-back 2025-11 >/dev/null
done
awk -v w="$with" -v o="$without" 'BEGIN { printf "a run with the gate %d ms, without %d ms: %.3f x (goal 1.1)\n", w, o, w / o }'
timed confirm clerk pay confirm 2025-11 "$office/fileswith-3"
st clerk pay
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } $at["pension_status"] == "paid" { n++; fen += int($at["pension"] * 100 + 0.5) }
	END { printf "in payment by the register: %d persons, %.2f\n", n, fen / 100 }' "$office/demo/city/register.csv"
