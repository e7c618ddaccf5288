#!/bin/sh
# A longer proof: does a search with a slip find the right person among the first five, and how quickly?
#   tests/proof/search.sh DB [QUERIES]     DB: a private cluster, as of "steward demo --dir DB --persons N --batch"
# Each query is of a person by chance, one of six kinds in turn: a number with two digits swapped, with one wrong, its last
# eight; initials with the day of birth, the whole sound with the year, the name with the month.
set -eu
db=$1 queries=${2:-600}
steward=${steward:-build/steward}
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
seed=7
run() { psql -X -q -A -t -F "$(printf '\t')" "$("$steward" doctor --conninfo --db "$db" --as auditor)" -v ON_ERROR_STOP=1 -c "$1"; }
run "set search_path = steward; select setseed(0.$seed);
	with chosen as materialized (select p.person_id, p.name, p.birth_date, i.id_no, row_number() over () as nth
		from (select * from person order by random() limit $queries) p
		join lateral (select id_no from person_ident i where i.person_id = p.person_id and length(id_no) = 18
			order by is_former limit 1) i on true)
	select s.person_id, case nth % 6
		when 0 then overlay(id_no placing substr(id_no, 13, 1) || substr(id_no, 12, 1) from 12 for 2)
		when 1 then overlay(id_no placing ((substr(id_no, 16, 1)::int + 3) % 10)::text from 16 for 1)
		when 2 then right(id_no, 8)
		when 3 then (select key from name_key k where k.name = s.name order by length(key), key limit 1) || ' ' || to_char(birth_date, 'YYYYMMDD')
		when 4 then (select key from name_key k where k.name = s.name order by length(key) desc, key limit 1) || ' ' || to_char(birth_date, 'YYYY')
		else name || ' ' || to_char(birth_date, 'YYYYMM') end, id_no
	from chosen s where exists (select from name_key k where k.name = s.name)" | sed "/^$/d" >"$box/queries"
found=0 all=0
while IFS="$(printf '\t')" read -r person typed number; do
	all=$((all + 1))
	begin=$(date +%s%N)
	"$steward" search "$typed" --limit 5 --format csv --db "$db" --as clerk 2>/dev/null >"$box/out" || :
	echo "$((($(date +%s%N) - begin) / 10000))" >>"$box/times"
	if grep -q "$number" "$box/out"; then found=$((found + 1)); else echo "missed: $typed (person $person)" >&2; fi
done <"$box/queries"
sort -n "$box/times" | awk -v all="$all" -v found="$found" '{ t[NR] = $1 / 100 }
	END { printf "%d queries, %d found among the first five (%.1f %%); the whole program: median %.1f ms, p95 %.1f ms\n",
		all, found, 100 * found / all, t[int(NR / 2)], t[int(NR * .95)] }'
