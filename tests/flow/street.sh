# Files in, tasks out; the same again changes nothing; judged daily or once, the same.
. "$srcdir/tests/lib.sh"
needs risk

persons=${STREET_PERSONS:-3000}	# the longer proof: STREET_PERSONS=20000 tests/run street
small_city daily "$persons" 7
for d in $(days_of "$city"); do
	import_day "$city" "$d"
	st batch judge --date "$d" >/dev/null 2>&1 || echo "judge failed on $d"
done
daily=$(sql "select count(*), md5(string_agg(k, ',' order by k)) from (select i.id_no || rule_id ||
	case when rule_id = 'feed.match' then '' else cause end as k
	from task t join person_ident i using (person_id) where state = 'open') x")
ok "a month of files leaves open tasks" "$([ "${daily%%|*}" -gt 5 ]; echo $?)"

before=$(checksums)
st batch refresh 2>/dev/null
for d in $(days_of "$city"); do import_day "$city" "$d"; done
st batch judge 2>/dev/null
st batch judge --all 2>/dev/null
st batch refresh 2>/dev/null
same "the same files, judged again, change nothing" "$before" "$(checksums)"

st batch judge --rebuild 2>/dev/null
same "facts made anew from scratch change nothing" "$before" "$(checksums)"

small_city atonce "$persons" 7
for d in $(days_of "$city"); do import_day "$city" "$d"; done
st batch judge --all --date "$(days_of "$city" | tail -1)" 2>/dev/null
once=$(sql "select count(*), md5(string_agg(k, ',' order by k)) from (select i.id_no || rule_id ||
	case when rule_id = 'feed.match' then '' else cause end as k
	from task t join person_ident i using (person_id) where state = 'open') x")
same "judged daily and judged once, the same open tasks" "$daily" "$once"

# A backup, or a rehearsal, that began before everyone was judged anew sees what was there.
sql "update person_pack set judged = null"
cat >"$work/backup.sql" <<E
begin isolation level repeatable read read only;
select count(*) from steward.person where false;
\\! "$steward" judge --all --db "$db" --as batch 2>/dev/null
select count(*) from steward.person_pack;
commit;
E
same "what is read meanwhile is whole" "0 $persons" "$(psql -X -q -A -t "$db user=auditor" -f "$work/backup.sql" | paste -sd ' ')"

# A slip of the year in a date, and a pause of more than a week.
late=$(sql "select (value::date + 8)::text from setting where name = 'last_judged'")
before=$(checksums)
head -3 "$(find "$city/inbox" -name medical.csv | sort | head -1)" >"$work/fresh.csv"
for slip in 2099-01-01 "$late"; do
	out=$(st batch judge --date $slip 2>&1)
	same "the day $slip is asked about" "1 1" "$? $(echo "$out" | grep -c 'more than a week past')"
	out=$(st batch import medical "$work/fresh.csv" --date $slip 2>&1)
	same "of a file too" "1 1" "$? $(echo "$out" | grep -c 'more than a week past')"
done
same "nothing has moved by that" "$before" "$(checksums)"
same "said twice it is taken" 0 "$(st batch judge --date "$late" --force >/dev/null 2>&1; echo $?)"
out=$(st batch judge --date 2025-11-02 2>&1)
same "a day before the last judged one is refused" 1 "$(echo "$out" | grep -c 'before the last judged day')"
for force in "" --force; do
	out=$(st batch judge --date 0001-01-01 $force 2>&1)
	same "so is one before any law${force:+, whatever is said}" "1 1" "$? $(echo "$out" | grep -c '0001-01-01 is before the last judged day')"
done
finish
