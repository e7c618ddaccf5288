# Unemployment benefit goes on to the statutory age of whom less than a year separates from it when the benefit ends: told in
# time, decided by two, paid like the benefit, taken back by two.
. "$srcdir/tests/lib.sh"
needs employment
small_city extends 1500 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit extends=employment.benefit_extends stop=employment.benefit_stops
cause_of() { sql "select cause from task where person_id = $who and rule_id = '$1' order by opened_on desc, cause desc limit 1"; }
move() {	# LOGIN RULE EVENT REASON: the state, or the message
	st "$1" decide "$who" "$2" "$(cause_of "$2")" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
drawn() { sql "select coalesce(string_agg(valid_from || ' ' || valid_to || ' ' || monthly_fen, ';' order by valid_from), '') from benefit
	where person_id = $who and scheme = 'unemployment'"; }
judge 2025-11-03
who=$(sql "select person_id from person_fact where status = 'unemployed' and pension_status is null and died_on is null
	and category = 'male60' order by months_total desc limit 1")
# A man born in August 1966 reaches the age in January 2027 (the measures' table); twelve months of benefit end in October 2026.
sql "update person set birth_date = '1966-08-15' where person_id = $who"
mkdir -p "$work/extends/parameters"
cat >"$work/extends/parameters/jobless_here.lua" <<'E2'
return { { name = "unemployment.amount", jurisdiction = "CN-33", unit = "yuan", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { first = 2000, second = 1600, extension = 1500 } } } } }
E2
put_into_force "$work/extends/parameters/jobless_here.lua"
st clerk employment claim "$who" --registered 2025-11-03 >/dev/null 2>&1
sql "update jobless_claim set months_paid = 24 where person_id = $who"
judge 2025-11-05
move clerk $claim propose proved >/dev/null
same "a benefit of twelve months is awarded" "done 2025-11-01 2026-11-01 200000" "$(move reviewer $claim approve checked) $(drawn)"
judge 2026-08-31
same "three months before its end nobody asks" "" "$(cause_of $extends)"
judge 2026-09-01
same "two months before it does" "2026-11-01" "$(cause_of $extends)"
same "to the end of the month of the age, at the amount of these months" "2026-11-01 2027-02-01 1500.00 2027-01-15" \
	"$(sql "select concat_ws(' ', say::jsonb ->> 1, say::jsonb ->> 2, say::jsonb ->> 3, say::jsonb ->> 4) from finding where rule_id = '$extends'")"
same "one proposes" proposed "$(move clerk $extends propose asked)"
same "and does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk $extends approve checked)"
same "another does, and it is due" "done 2025-11-01 2026-11-01 200000;2026-11-01 2027-02-01 150000" "$(move reviewer $extends approve checked) $(drawn)"
judge 2026-09-02
same "nobody is asked twice" 1 "$(sql "select count(*) from task where rule_id = '$extends'")"
same "it is taken back by two" "undoing open 2025-11-01 2026-11-01 200000" "$(move clerk $extends undo mistake) $(move reviewer $extends approve checked) $(drawn)"
same "and decided once more" "proposed done" "$(move clerk $extends propose asked) $(move reviewer $extends approve checked)"

# Work ends it like the benefit; the award taken back takes it, too.
sql "insert into contribution (person_id, period, scheme, base_fen, amount_fen, region_code, batch_id, line) select $who, 202612, 'employee', 500000, 40000, region_code, 1, 1
	from person where person_id = $who"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = $who on conflict do nothing"
judge 2026-12-20
move clerk $stop propose proof_seen >/dev/null
same "an employer's contribution ends it" "done 2026-12-01" "$(move reviewer $stop approve checked) $(sql "select max(valid_to) from benefit
	where person_id = $who and scheme = 'unemployment' and state = 'paid'")"
move clerk $stop undo mistake >/dev/null
same "which can be taken back" "open 2027-02-01" "$(move reviewer $stop approve checked) $(sql "select max(valid_to) from benefit
	where person_id = $who and scheme = 'unemployment' and state = 'paid'")"
move clerk $claim undo mistake >/dev/null
same "an award that is taken back leaves nothing of it" "open " "$(move reviewer $claim approve checked) $(drawn)"
finish
