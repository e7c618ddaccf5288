# What a place pays beside the unemployment benefit while work is sought (Guangdong Unemployment Insurance Regulations 2022, art. 20):
# awarded with it, paid by the same run, ended with it, owed back and undone with it; and of Shanghai the third refusal (2026-18,
# art. 10) and the amount until the statutory age (notice 2026-7), by claims at the counter.
. "$srcdir/tests/lib.sh"
needs employment
small_city job_search 1500 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit stop=employment.benefit_stops extends=employment.benefit_extends
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' and state not in ('withdrawn', 'dismissed')
	order by opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
decided() { move clerk "$1" "$2" propose "$3" >/dev/null; move reviewer "$1" "$2" approve checked; }
undo() { move clerk "$1" "$2" undo mistake >/dev/null; move reviewer "$1" "$2" approve checked; }
drawn() { sql "select coalesce(string_agg(concat_ws(' ', kind, valid_from, valid_to, monthly_fen), ';' order by kind, valid_from), '') from benefit
	where person_id = $1 and scheme = 'unemployment' and state = 'paid'"; }
moved_to() {	# PERSON REGION MONTHS
	sql "insert into region (region_code, name, parent_code) values ($2, '$2', 0) on conflict do nothing;
		update person set region_code = $2 where person_id = $1; delete from contribution where person_id = $1;
		update enrolment set region_code = $2, months_before = $3 where person_id = $1;
		insert into touched (person_id, batch_id, region_code) values ($1, 0, $2) on conflict do nothing" >/dev/null
}
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/job_search_$1" >/dev/null && st clerk pay confirm "$1" "$work/job_search_$1" >/dev/null
}
judge 2025-11-03
set -- $(sql "select person_id from person_fact where status = 'unemployed' and pension_status is null and died_on is null
	order by category <> 'male60', 1 limit 3")
cem=$1 ann=$2 bob=$3
moved_to "$ann" 440103 108
moved_to "$bob" 440103 60
sql "insert into contribution (person_id, period, scheme, base_fen, amount_fen, region_code, batch_id, line)
	select $ann, 202411 + n, 'employee', 500000, 40000, 440103, 1, 1 from generate_series(0, 1) n
	union all select $ann, 202501 + n, 'employee', 620000, 40000, 440103, 1, 1 from generate_series(0, 9) n"
judge 2025-11-04
st clerk employment claim "$ann" --lost 2025-10-31 --registered 2025-11-03 >/dev/null 2>&1
st clerk employment claim "$bob" --lost 2025-10-31 --registered 2025-11-03 >/dev/null 2>&1
judge 2025-11-05
same "where no wage is known that is said" 1 "$(sql "select count(*) from finding where person_id = $bob and rule_id = '$claim' and say like '%no wage is known for the job-search subsidy%'")"
same "and the benefit is awarded without it" "done unemployment 2025-11-01 2026-05-01 225000" "$(decided "$bob" $claim proved) $(drawn "$bob")"
# (2 x 5000 + 10 x 6200) / 12 = 6000 yuan, 15 percent of it 900.
both="job_search 2025-11-01 2026-05-01 90000;unemployment 2025-11-01 2027-03-01 225000"
same "six months of 15 percent of the average wage" "done $both" "$(decided "$ann" $claim proved) $(drawn "$ann")"
same "undone with the award" "open " "$(undo "$ann" $claim) $(drawn "$ann")"
same "and awarded with it again" "done $both" "$(decided "$ann" $claim proved) $(drawn "$ann")"
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
for m in 2025-11 2025-12; do
	day "$m-08"
	month "$m" 2>"$work/said" || cat "$work/said"
done
same "one run pays both" "job_search 202511 90000;job_search 202512 90000;unemployment 202511 225000;unemployment 202512 225000" \
	"$(sql "select string_agg(concat_ws(' ', kind, period, amount_fen), ';' order by kind, period) from pay_line where person_id = $ann and scheme = 'unemployment'")"
st clerk employment told "$ann" abroad 2025-11-20 >/dev/null 2>&1
judge 2025-12-10
same "what ends the benefit ends it, too" "done job_search 2025-11-01 2025-12-01 90000;unemployment 2025-11-01 2025-12-01 225000" \
	"$(decided "$ann" $stop proof_seen) $(drawn "$ann")"
same "both are owed back" "job_search 90000;unemployment 225000" "$(sql "select string_agg(split_part(cause, ' ', 1) || ' ' || monthly_fen, ';' order by cause)
	from finding where person_id = $ann and rule_id = 'money.overpaid'")"
same "and both are drawn again when it is undone" "open $both" "$(undo "$ann" $stop) $(drawn "$ann")"
same "what is left of it goes on with what is left of the benefit" "done job_search 2025-11-01 2025-12-01 90000;unemployment 2025-11-01 2025-12-01 225000" \
	"$(decided "$ann" $stop proof_seen) $(drawn "$ann")"
judge 2026-02-02
st clerk employment claim "$ann" --lost 2026-01-31 --registered 2026-02-02 >/dev/null 2>&1
sql "insert into contribution (person_id, period, scheme, base_fen, amount_fen, region_code, batch_id, line)
	select $ann, 202601, 'employee', 600000, 40000, 440103, 1, 1"
judge 2026-02-03
same "five months of it" "5" "$(sql "select say::jsonb ->> 6 from finding where person_id = $ann and rule_id = '$claim'")"

# Shanghai: two months a year; from the month after the claim.
judge 2026-07-02
moved_to "$cem" 310101 132
sql "update person set birth_date = '1967-11-15' where person_id = $cem"
judge 2026-07-03
st clerk employment claim "$cem" --lost 2026-06-30 --registered 2026-07-03 >/dev/null 2>&1
judge 2026-07-07
same "of eleven years twenty-two months" "done unemployment 2026-08-01 2027-08-01 234000;unemployment 2027-08-01 2028-06-01 187200" "$(decided "$cem" $claim proved) $(drawn "$cem")"
for d in 2026-08-10 2026-09-10; do
	day "$d"
	st clerk employment told "$cem" work_refused "$d" >/dev/null 2>&1
done
judge 2026-09-11
same "two refusals do not end it" "" "$(cause_of "$cem" $stop)"
judge 2026-10-12
st clerk employment told "$cem" training_refused 2026-10-12 >/dev/null 2>&1
judge 2026-10-13
same "the third does" "2026-11 refused" "$(cause_of "$cem" $stop)"
st clerk employment told "$cem" training_refused 2026-10-12 --back >/dev/null 2>&1
judge 2028-04-03
same "taken back it does not; before its end it is asked how it goes on" " 2028-06-01" "$(cause_of "$cem" $stop) $(cause_of "$cem" $extends)"
same "at the amount of these months" "1690.00" "$(sql "select say::jsonb ->> 3 from finding where person_id = $cem and rule_id = '$extends'")"
finish
