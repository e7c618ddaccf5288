# Files that change while they come in, that are nothing but line ends, or nothing but mistakes: what is kept is what
# was looked at, and a mistake costs neither the disk nor the second try.
. "$srcdir/tests/lib.sh"
box="$work/imports"
mkdir -p "$box"
small_city hostile_imports 600 3
head="id_no,name,birth_date,amount,event_date"

row() {	# N: a row of the person N, good as the head above
	awk -v n="$1" 'BEGIN {
		split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
		id = "33068119800101" sprintf("%03d", n)
		for (i = 1; i <= 17; i++) s += substr(id, i, 1) * w[i]
		printf "%s%s,somebody,1980-01-01,10.00,2025-01-01\n", id, substr("10X98765432", s % 11 + 1, 1)
	}'
}

take() {	# FEED FILE OPTIONS...
	said=$(st batch import "$@" --date 2025-11-21 2>&1)
	code=$?
}

says() {	# NAME TEXT
	ok "$1" "$(printf '%s\n' "$said" | grep -qF -- "$2"; echo $?)"
	printf '%s\n' "$said" | grep -qF -- "$2" || printf '%s\n' "$said" | head -20
}

stored() {
	sql "select (select count(*) from batch) || ' ' || (select count(*) from reject) || ' ' ||
		(select count(*) from sample_row)"
}

# Somebody else is importing the feed: this one has looked whether it knows the file, and waits.
hold() {
	mkfifo "$box/held"
	psql -X -q "$db user=postgres" -c 'set role steward_owner' -c 'set search_path = steward' -f "$box/held" \
		>/dev/null 2>&1 &
	holder=$!
	exec 9>"$box/held"
	echo "begin; select work_lock_take('feed sample');" >&9
	until [ "$(waiting "state = 'idle in transaction' and query like '%work_lock_take%'")" = 1 ]; do
		kill -0 "$holder" || exit 1
	done
}

waiting() {	# WHERE
	sql_in postgres "select count(*) from pg_stat_activity where datname = 'hostile_imports' and $1"
}

import_meanwhile() {	# FILE: until it waits
	"$steward" import sample "$1" --date 2025-11-21 --db "$db" --as batch >"$box/said" 2>&1 &
	importer=$!
	until [ "$(waiting "wait_event_type = 'Lock' and query like '%import_open%'")" = 1 ]; do
		kill -0 "$importer" || break
	done
}

release() {
	echo "rollback;" >&9
	exec 9>&-
	wait "$holder"
	rm "$box/held"
	wait "$importer"
	code=$?
	said=$(cat "$box/said")
}

{ echo "$head"; row 1; } >"$box/a.csv"
{ echo "$head"; row 2; } >"$box/b.csv"
cp "$box/a.csv" "$box/in.csv"
hold
import_meanwhile "$box/in.csv"
cp "$box/b.csv" "$box/new.csv"
mv "$box/new.csv" "$box/in.csv"
release
same "a file put in the place of another one does not come in under its digest" \
	"0 $(sha256sum <"$box/a.csv" | cut -d' ' -f1) 33068119800101001" \
	"$code $(sql "select b.digest || ' ' || left(s.id_no, 17) from sample_row s join batch b using (batch_id)")"

{ echo "$head"; row 3; } >"$box/c.csv"
before=$(stored)
hold
import_meanwhile "$box/c.csv"
row 4 >>"$box/c.csv"
release
same "a file that is written to meanwhile is refused" "1 $before" "$code $(stored)"
says "it says so" "has changed while it was read"
take sample "$box/c.csv"
same "and comes in when it is whole" 0 "$code"

# Blank lines are no rows.
{ echo "$head"; row 5; yes '' | head -n 3000000; row 6; } >"$box/blank.csv"
before=$(sql 'select count(*) from reject')
take sample "$box/blank.csv"
same "blank lines are not stored" "0 $before" "$code $(sql 'select count(*) from reject')"
says "they are counted" "2 rows read = 2 accepted (2 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 0 rejected"
says "and said" "3000000 blank lines left out"
printf '%s\n\n\r\n' "$head" >"$box/some.csv"
{ row 7; echo; echo bad; } >>"$box/some.csv"
said=$(st batch import sample "$box/some.csv" --date 2025-11-21 --report csv 2>/dev/null | cut -c1-16 | paste -sd ' ')
same "the lines keep their numbers" "4,accept, 6,reject,columns 0,accept," "$said"

# Nothing but mistakes.
before=$(stored)
{ echo "$head"; row 8 | sed 's/2025-01-01/2025-13-01/'; echo "a,b"; echo "c,d"; } >"$box/bad.csv"
take sample "$box/bad.csv"
same "a file of rejects alone fails, and its rows wait" "1 3" "$code $(sql "select count(*) from reject
	where state = 'open' and batch_id = (select max(batch_id) from batch) and raw is not null")"
says "it says how often for which reason" "2 x columns"
says "and the first lines" "line 2: event_date"
before=$(stored)
sed 's/a,b/a,c/' "$box/bad.csv" >"$box/worse.csv"
take sample "$box/worse.csv" --dry-run
same "so does --dry-run, and keeps nothing" "1 $before" "$code $(stored)"
says "--dry-run says how often for which reason" "2 x columns"
{ cat "$box/bad.csv"; row 9; } >"$box/mixed.csv"
take sample "$box/mixed.csv" --dry-run
same "--dry-run of a file with some mistakes" "0 $before" "$code $(stored)"
says "tells them" "line 3: 2 columns"
says "and their kinds" "2 x columns"

{ echo "$head"; yes bad | head -n 2000000; row 10; } >"$box/endless.csv"
take sample "$box/endless.csv"
same "mistakes without end are given up early" "1 $before" "$code $(stored)"
says "and it says after how many" "none of the first 10000 rows is good"
says "with the first ones" "line 2: 1 columns"
{ echo "$head"; row 10; yes bad | head -n 1000001; } >"$box/many.csv"
take sample "$box/many.csv" --dry-run
same "so is more than can be looked through" "1 $before" "$code $(stored)"
says "and it says the bound" "more than 1000000 rows are bad"
rm -f "$box/endless.csv" "$box/blank.csv" "$box/many.csv"

# What nobody could know yet may come again.
needs risk
new_db hostile_late
sed '$d' "$city/register.csv" >"$box/early.csv"
{ sed -n 1p "$city/register.csv"; sed -n '$p' "$city/register.csv"; } >"$box/late.csv"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print "id_no,name,birth_date,died_on,place"; next }
	{ print $at["id_no"], $at["name"], $at["birth_date"], "2025-11-05", "home" }' "$box/late.csv" >"$box/death.csv"
st batch import register "$box/early.csv" --date 2025-11-01 2>/dev/null
take death "$box/death.csv"
same "a death of somebody who is not known yet fails, and waits" "1 1" "$code $(sql "select rows_rejected
	from batch where feed = 'death'")"
says "and named" "nobody here has this number"
st batch import register "$box/late.csv" --date 2025-11-21 2>/dev/null
take death "$box/death.csv"
same "the same file comes in once the cause is gone" "0 1" "$code $(sql "select rows_accepted from batch
	where feed = 'death'")"
finish
