# No number goes past its bounds, whoever writes it; and a row that has come past them all the same stops
# nobody else's facts.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city amounts 600 5
st batch judge --date 2025-11-06 2>/dev/null
person=$(sql "select person_id from person_fact where pension_status = 'paid' order by 1 limit 1")
who=$(sql "select id_no || ',' || name from person_ident where person_id = $person")

bank() {	# AMOUNT MONTH: a bank's file of one payment, and what the program says
	printf 'id_no,name,period,amount,paid_on\n%s,%s,%s,%s-10\n' "$who" "$2" "$1" "$2" >"$work/bank.csv"
	st batch import payment "$work/bank.csv" --date 2025-11-06 2>&1 >/dev/null
}
paid() { sql "select count(*) from payment where person_id = $person"; }
before=$(paid)
for amount in 10000000000.00 92233720368547758.08 92233720368547759.99 -0.01 -92233720368547758.08; do
	same "$amount is refused" 1 "$(bank $amount 2025-10 | grep -c 'none of the 1 rows is good')"
done
same "a month beyond the calendar too" 1 "$(bank 1.00 9999-12 | grep -c 'none of the 1 rows is good')"
same "no amount of the files is in" "$before" "$(paid)"

same "every amount has a bound in the schema" "" "$(sql "select table_name || '.' || column_name
	from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
	where table_schema = 'steward' and table_type = 'BASE TABLE' and column_name like '%\_fen'
		and table_name !~ '_fact$' and table_name <> 'decision_batch'
		and not exists (select from pg_inherits where inhrelid = format('%I', table_name)::regclass)
		and not exists (select from pg_constraint where contype = 'c' and conrelid = format('%I', table_name)::regclass
			and pg_get_constraintdef(oid) ~ (column_name || ' >= '))")"
for wrong in -1 1000000000000; do
	out=$(sql "update payment set amount_fen = $wrong where person_id = $person" 2>&1)
	same "the table itself takes no $wrong" 1 "$(echo "$out" | grep -c payment_amount_fen_bound)"
done

# As an older program let them in: two payments of a dead pensioner that no number can hold together.
sql "alter table payment drop constraint payment_amount_fen_bound"
sql "insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line)
	select person_id, 'death', '2024-01-01', 'death', region_code, '', 1, 1 from person where person_id = $person"
sql "insert into payment (person_id, period, kind, seq, region_code, amount_fen, paid_on, batch_id, line)
	select p.person_id, m, 'pension', 9, p.region_code, 9223372036854775807, '2025-01-01', b.batch_id, m
	from person p, (values (202501), (202502)) v (m), (select max(batch_id) as batch_id from batch) b
	where p.person_id = $person"
others=$(sql "select count(*) from person") before=$(sql "select fact::text from person_fact fact where person_id = $person")
sql "insert into touched (person_id, batch_id, region_code) select person_id, 77, region_code from person
	on conflict do nothing; update person_fact set died_on = '1999-09-09' where person_id <> $person"
out=$(st batch judge 2>&1)
same "a judgement goes on" 0 $?
same "and names the person" 1 "$(echo "$out" | grep -c "person $person")"
same "everyone else has new facts" 0 "$(sql "select count(*) from person_fact where died_on = '1999-09-09'")"
same "he keeps the facts he had" "$before" "$(sql "select fact::text from person_fact fact where person_id = $person")"
same "and stays touched, alone" $person "$(sql "select string_agg(distinct person_id::text, ' ') from touched")"
st batch judge --rebuild >/dev/null 2>&1
same "so does one of everybody's facts" "0 $others" "$? $(sql "select count(*) from person_pack")"

# Rows that the judge reads by are gone, as after a dump that saw them missing.
sql "delete from person_pack where person_id <> $person"
out=$(st batch judge --all 2>&1)
same "a judgement of everyone that would find nobody is refused" "1 1" "$? $(echo "$out" | grep -c "of $others persons have facts")"
sed 's/value = 12 }/value = 11 }/' "$srcdir/lua/parameters/certification.lua" >"$work/certification.lua"
out=$(st policy rules rehearse "$work/certification.lua" 2>&1)
same "so is a rehearsal" "1 1" "$? $(echo "$out" | grep -c "of $others persons have facts")"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id <> $person limit 1"
st batch judge >/dev/null 2>&1
same "one whose facts come out as before" 1 "$?"
same "their facts are made anew" "0 $others" "$(st batch judge --rebuild >/dev/null 2>&1; echo $?) $(sql "select count(*) from person_pack")"

# A row in one piece that is none.
other=$(sql "select min(person_id) from person where person_id <> $person")
sql "update person_pack set body = '\\x07' where person_id = $other"
out=$(st batch judge --all 2>&1)
same "a row that cannot be read is named, and the others are judged" "0 1 1" "$? $(echo "$out" | grep -c "person $other;") $(echo "$out" | grep -c "$others persons judged")"
st batch judge --rebuild >/dev/null 2>&1
same "made anew it is judged" "0" "$(st batch judge --all 2>&1 | grep -c "the row of facts cannot be read")"

# What the migration does that brings the bounds.
before=$(sql "select rows_accepted || ' ' || rows_rejected from batch where batch_id = (select max(batch_id) from batch)")
found=$(sql "select bound_column('payment', 'amount_fen', 0, 999999999999)")
same "the migration finds what came in" 2 "$found"
same "and refuses it with file and line" "202501 amount,202502 amount" "$(sql "select string_agg(line || ' ' || reason, ','
	order by line) from reject where line > 202500")"
same "the file's counts follow" "$((${before% *} - 2)) $((${before#* } + 2))" \
	"$(sql "select rows_accepted || ' ' || rows_rejected from batch where batch_id = (select max(batch_id) from batch)")"
out=$(st batch judge 2>&1)
same "then he is judged like everyone" "0 0" "$(echo "$out" | grep -c "person $person") $(sql "select count(*) from touched")"
finish
