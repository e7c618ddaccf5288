# Files as departments send them: each line gets the verdict it deserves, nothing is silent, a file
# that is refused leaves nothing, and so does one that was interrupted.
# csv/manifest.tsv: file, verdict, declared encoding, line:verdict:reason;...
. "$srcdir/tests/lib.sh"
csv="$srcdir/tests/hostile/csv"
box="$work/files"
tab=$(printf '\t')
head="id_no,name,birth_date,amount,event_date"
mkdir -p "$box"
new_db hostile_files

take() {	# FILE OPTIONS...: the report without its last line, which goes to last
	f=$1
	shift
	report=$(st batch import sample "$f" --date 2025-11-21 --report csv --rejects 0 "$@" \
		2>"$box/stderr")
	code=$?
	last=$(printf '%s\n' "$report" | tail -1)
	report=$(printf '%s\n' "$report" | sed '$d')
}

stored() {
	sql "select (select count(*) from batch where feed = 'sample') || ' ' ||
		(select count(*) from reject) || ' ' || (select count(*) from sample_row) || ' ' ||
		(select count(*) from audit_log where op = 'import')"
}

# The lines whose verdict is not the one of the manifest.
compare() {	# ROWS
	printf '%s\n' "$report" | awk -F, -v rows="$1" '
		BEGIN {
			n = rows == "-" ? 0 : split(rows, list, ";")
			for (i = 1; i <= n; i++) {
				split(list[i], part, ":")
				verdict[part[1]] = part[2]
				reason[part[1]] = part[3]
			}
		}
		$1 == "" { next }
		!($1 in verdict) { print "line " $1 " is not in the manifest"; next }
		{
			seen[$1] = 1
			fits = 0
			m = split(reason[$1], classes, " or ")
			for (i = 1; i <= m; i++)
				if (index($3, classes[i]) == 1)
					fits = 1
			if (verdict[$1] != "either" && $2 != verdict[$1])
				print "line " $1 ": " $2 " instead of " verdict[$1]
			else if (verdict[$1] == "reject" && reason[$1] != "" && !fits)
				print "line " $1 ": " $3 " instead of " reason[$1]
			else if ($2 == "reject" && $3 == "")
				print "line " $1 ": no reason"
		}
		END {
			for (line in verdict)
				if (!(line in seen))
					print "line " line " has no verdict"
		}'
}

# Rows read, accepted and rejected of the newest batch against the report and what is stored.
balance() {	# ROWS BEFORE
	read=$(printf '%s\n' "$report" | grep -c '^[0-9]')
	bad=$(printf '%s\n' "$report" | grep -c '^[0-9]*,reject,')
	sql "select case when b.rows_read = $read and b.rows_rejected = $bad
			and b.rows_read = b.rows_accepted + b.rows_rejected
			and (select count(*) from reject r where r.batch_id = b.batch_id) = $bad
			and (select count(*) from sample_row) - $1 = b.rows_accepted
		then 'balanced' else format('report %s, rejected %s; batch %s = %s + %s',
			$read, $bad, b.rows_read, b.rows_accepted, b.rows_rejected) end
		from batch b order by batch_id desc limit 1"
}

# A file may be accepted or refused as a whole; then the rest follows from that.
file_test() {	# FILE VERDICT ENCODING ROWS
	name=$1 verdict=$2 rows=$4
	[ "$3" = - ] && set -- "$csv/$1" || set -- "$csv/$1" --encoding "$3"
	before=$(stored)
	had=$(sql "select count(*) from sample_row")
	take "$@" --dry-run
	same "$name: --dry-run leaves nothing" "$before" "$(stored)"
	take "$@"
	case "$verdict $code $last" in
	"accept 0 0,accept,"* | "either 0 0,accept,"*)
		same "$name: every line gets its verdict" "" "$(compare "$rows")"
		same "$name: read = accepted + rejected" balanced "$(balance "$had")"
		after=$(stored)
		take "$@"
		same "$name: again, nothing changes" "0 $after" "$code $(stored)"
		;;
	"reject 1 0,reject,"?* | "either 1 0,reject,"?*)
		same "$name: every line gets its verdict" "" "$(compare "$rows")"
		same "$name: refused, nothing is left" "$before" "$(stored)"
		;;
	*) same "$name: the file's verdict" "$verdict" "exit $code, \"$last\"" ;;
	esac
}

while IFS=$tab read -r name verdict declared rows; do
	file_test "$name" "$verdict" "$declared" "$rows"
done <"$csv/manifest.tsv"

# The same rows with other separators, another order of columns, quotes around everything.
row() {	# N NAME: a row of the person N
	awk -v n="$1" -v name="$2" 'BEGIN {
		split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
		id = "33068119800101" sprintf("%03d", n)
		for (i = 1; i <= 17; i++) s += substr(id, i, 1) * w[i]
		printf "%s%s,%s,1980-01-01,10.00,2025-01-01\n", id,
			substr("10X98765432", s % 11 + 1, 1), name
	}'
}
for sep in ';' '|' "$tab"; do
	{ echo "$head"; row 1 one; row 2 two; } | tr ',' "$sep" >"$box/sep.csv"
	take "$box/sep.csv" --sep "$sep"
	same "separator '$sep' is taken" "0 2" "$code $(printf '%s\n' "$report" | grep -c ',accept,')"
done
{ echo "$head"; row 3 one; } | tr ',' ';' >"$box/undeclared.csv"
before=$(stored)
take "$box/undeclared.csv"
same "a separator that is not declared refuses the file" "1 $before" "$code $(stored)"
for wrong in '"' 'ab' ''; do
	take "$box/sep.csv" --sep "$wrong"
	same "separator '$wrong' is no separator" "2 $before" "$code $(stored)"
done
{ echo "$head"; row 4 one; } | awk -F, -v OFS=, '{ print $5, $3, $2, $4, $1 }' >"$box/order.csv"
take "$box/order.csv"
same "columns may stand in another order" "0 2,accept," "$code $report"
{ echo "$head"; row 5 '"one, ""two"""'; } >"$box/quoted.csv"
take "$box/quoted.csv"
same "quotes hold separators and quotes" 'one, "two"' \
	"$(sql "select name from sample_row order by batch_id desc limit 1")"
take "$box/undeclared.csv" --encoding KLINGON
same "an encoding that is not known is refused" 1 "$(grep -c KLINGON "$box/stderr")"
rm -f "$box/pipe"
mkfifo "$box/pipe"
for path in "$box" "$box/nowhere.csv" /dev/zero "$box/pipe"; do
	before=$(stored)
	take "$path"
	ok "$(basename "$path") is no file to import" "$([ $code -ne 0 ] && [ "$(stored)" = "$before" ]; echo $?)"
done

# Lines longer than any row can be, and one that ends the file.
{
	echo "$head"; row 6 before
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "0123456789"; print "" }'
	row 7 after
} >"$box/long.csv"
take "$box/long.csv"
same "a line of two million bytes costs one row" "2,accept,|3,reject,columns|4,accept," \
	"$(printf '%s\n' "$report" | sed 's/:.*//' | paste -sd '|')"
{
	echo "$head"
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "0123456789" }'
} >"$box/long_end.csv"
take "$box/long_end.csv"
same "and at the end of the file too" "2,reject,columns" "$(printf '%s\n' "$report" | sed 's/:.*//')"
awk 'BEGIN { for (i = 0; i < 2000; i++) printf "column%d,", i; print "" }' >"$box/wide.csv"
before=$(stored)
take "$box/wide.csv"
same "two thousand columns are refused" "1 $before" "$code $(stored)"

# Awkward names, given as hexadecimal digits: what is let in is stored byte by byte.
bytes() {	# HEX
	# shellcheck disable=SC2059
	printf "$(printf '%s' "$1" | awk '
		function digit(at) { return index("0123456789abcdef", substr($0, at, 1)) - 1 }
		{ for (i = 1; i < length($0); i += 2) printf "\\%03o", digit(i) * 16 + digit(i + 1) }')"
}
nth=100
while IFS=$tab read -r id want hex text; do
	[ "$hex" != - ] || hex=
	nth=$((nth + 1))
	{ echo "$head"; row $nth @ | sed 's/@.*//' | tr -d '\n'; bytes "$hex"
		echo ",1980-01-01,10.00,2025-01-01"; } >"$box/$id.csv"
	before=$(stored)
	take "$box/$id.csv"
	got=$(printf '%s\n' "$report" | grep -q ',accept,' && echo accept || echo reject)
	[ "$want" = either ] && want=$got
	kept=$(sql "select encode(convert_to(name, 'UTF8'), 'hex') from sample_row r
		join batch b using (batch_id) where b.file_name like '%/$id.csv'")
	# Blanks around a name are none of it.
	[ "$got" = accept ] && hex=$(echo "$hex" | sed 's/^e38080//; s/c2a0$//') || hex=
	same "name $id, $text" "$want $hex" "$got $kept"
done <"$csv/names.tsv"

# Ctrl-C: nothing is half done, whether rows are still coming or being applied.
awk -v head="$head" 'BEGIN {
	print head
	split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
	for (n = 1; n <= 60; n++) {
		id = "33068119800102" sprintf("%03d", n)
		s = 0
		for (i = 1; i <= 17; i++) s += substr(id, i, 1) * w[i]
		id = id substr("10X98765432", s % 11 + 1, 1)
		for (y = 2000; y < 2100; y++) for (m = 1; m <= 12; m++) for (d = 1; d <= 28; d++)
			printf "%s,somebody,1980-01-02,1.00,%04d-%02d-%02d\n", id, y, m, d
	}
}' >"$box/large.csv"

interrupt() {	# NAME QUERY: interrupted while a statement like QUERY is at work
	before=$(stored)
	"$steward" import sample "$box/large.csv" --date 2025-11-21 --db "$db" --as batch \
		>/dev/null 2>"$box/stderr" &
	pid=$!
	tries=0
	until [ "$(sql_as batch "select count(*) from pg_stat_activity
			where datname = 'hostile_files' and state = 'active' and query like '$2%'")" -gt 0 ]; do
		tries=$((tries + 1))
		[ $tries -lt 600 ] && kill -0 $pid 2>/dev/null || break
		sleep 0.05
	done
	kill -INT $pid
	wait $pid
	same "interrupted while $1: ends with 1 and leaves nothing" "1 $before" "$? $(stored)"
	ok "interrupted while $1: says so" "$([ -s "$box/stderr" ]; echo $?)"
	same "interrupted while $1: no session stays" 0 "$(sql_in postgres "select count(*)
		from pg_stat_activity where datname = 'hostile_files' and application_name = 'steward'")"
}
interrupt "rows come in" "copy stage_in"
interrupt "rows are applied" "select import_apply"
rm -f "$box/large.csv"
finish
