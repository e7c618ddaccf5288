#!/bin/sh
# An office made by the first release goes on under this program: the same persons, facts, findings, tasks, decisions
# and holds after "migrate", and every decision judged again comes out as it was.  A command of its own:
#   tests/upgrade.sh [PERSONS]	260000 persons make more than 10,000 decisions
# The first release is built beside, from this repository; the server is its own and is stopped at the end.
set -eu
first=40c9c4d
here=$(cd "$(dirname "$0")/.." && pwd)
persons=${1:-260000}
work=$(mktemp -d /tmp/stu.XXXXXX)
chmod 755 "$work"
office="$work/office"
stop() {
	status=$?
	trap - EXIT INT TERM
	[ ! -d "$office" ] || "$here/build/steward" demo --dir "$office" --stop 2>/dev/null || :
	rm -rf "$work"
	exit $status
}
trap stop EXIT
trap 'exit 130' INT TERM

git clone -q "$here" "$work/first"
(cd "$work/first" && git checkout -q "$first" && ./bootstrap build) >"$work/build.log" 2>&1 ||
	{ tail "$work/build.log"; exit 1; }
old="$work/first/build/steward" new="$here/build/steward"
"$old" demo --dir "$office" --persons "$persons" --batch >/dev/null 2>"$work/said" || { cat "$work/said"; exit 1; }
sql() { psql -X -q -A -t -h "$office/run" -U batch -d steward -c "set search_path = steward" -c "$1"; }

# Some by people, too: stops proposed in one batch, and approved by a second person.
batch=$("$old" batch propose suspend --reason confirmed --db "$office" --as clerk --format json 2>/dev/null)
id=$(echo "$batch" | sed 's/.*"batch_id": *"\([^"]*\)".*/\1/') sign=$(echo "$batch" | sed 's/.*"digest": *"\([^"]*\)".*/\1/')
"$old" batch approve "$id" --reason checked --signature "$sign" --db "$office" --as reviewer >/dev/null 2>"$work/said" ||
	cat "$work/said"

# What both know of a table, in one number.
columns() { sql "select string_agg(column_name, ', ' order by column_name) from information_schema.columns
	where table_schema = 'steward' and table_name = '$1'"; }
digest() { sql "select count(*) || ' ' || md5(coalesce(string_agg(x::text, E'\n' order by x::text), '')) from (select $2 from $1) x"; }
tables="person person_ident person_fact finding task decision hold"
for t in $tables; do
	columns $t >"$work/$t.columns"
	digest $t "$(cat "$work/$t.columns")" >"$work/$t.before"
done
"$new" migrate --db "$office" 2>"$work/said" || { cat "$work/said"; exit 1; }
cat "$work/said"
bad=0
for t in $tables; do
	digest $t "$(cat "$work/$t.columns")" >"$work/$t.after"
	if cmp -s "$work/$t.before" "$work/$t.after"; then
		echo "ok $t: $(cut -d' ' -f1 "$work/$t.after") rows, the same"
	else
		echo "not ok $t"
		bad=1
	fi
done
replay() { "$new" rules replay --sample 1000000 --db "$office" --as auditor 2>&1 | tail -1; }
replay
case $(replay) in *": 0 differences"*) echo "ok replay" ;; *) echo "not ok replay"; bad=1 ;; esac
"$new" judge --db "$office" 2>&1 | tail -2
case $(replay) in *": 0 differences"*) echo "ok replay after a day of the new program" ;; *) echo "not ok replay after a day"; bad=1 ;; esac
# A note, with the line that says what to do, is no fault: texts that the office has not adopted yet.
"$new" doctor --db "$office" >"$work/doctor" || { echo "not ok doctor"; bad=1; }
grep '^note' "$work/doctor" || :
grep -vE '^(ok|note |     )' "$work/doctor" && bad=1
exit $bad
