# Unemployment benefit in payment follows the notices of its place: a later one, one that came late, one that was wrong; decided
# by two, paid by the next run with what is late, taken back by two.
. "$srcdir/tests/lib.sh"
needs employment
small_city jobless_amount 1500 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit amount=employment.benefit_amount stop=employment.benefit_stops
cause_of() { sql "select cause from task where person_id = $who and rule_id = '$1' and state not in ('withdrawn', 'dismissed')
	order by opened_on desc, cause desc limit 1"; }
move() {	# LOGIN RULE EVENT REASON: the state, or the message
	st "$1" decide "$who" "$2" "$(cause_of "$2")" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
drawn() { sql "select coalesce(string_agg(valid_from || ' ' || valid_to || ' ' || monthly_fen, ';' order by valid_from), '') from benefit
	where person_id = $who and scheme = 'unemployment' and state = 'paid'"; }
law="$work/jobless_amount_law/parameters"
mkdir -p "$law"
notice() {	# VALUES
	cat >"$law/jobless_here.lua" <<-X
	return { { name = "unemployment.amount", jurisdiction = "CN-33", unit = "yuan", basis = "a notice of the province", values = { $1 } } }
	X
	put_into_force "$law/jobless_here.lua"
}
judge 2025-11-03
who=$(sql "select person_id from person_fact where status = 'unemployed' and pension_status is null and died_on is null
	order by months_total desc, 1 limit 1")
first='{ from = "2025-01-01", value = { first = 2000, second = 1600, extension = 1500 } }'
notice "$first"
st clerk employment claim "$who" --registered 2025-11-03 >/dev/null 2>&1
sql "update jobless_claim set months_paid = 60 where person_id = $who"
judge 2025-11-05
move clerk $claim propose proved >/dev/null
same "a benefit of eighteen months is awarded" "done 2025-11-01 2026-11-01 200000;2026-11-01 2027-05-01 160000" "$(move reviewer $claim approve checked) $(drawn)"
judge 2025-11-06
same "while nothing is told of next year it stays" "" "$(cause_of $amount)"

sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $who on conflict do nothing"
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/jobless_amount_$1" >/dev/null && st clerk pay confirm "$1" "$work/jobless_amount_$1" >/dev/null
}
month 2025-12 2>"$work/said" || cat "$work/said"
judge 2026-02-05
month 2026-02 2>"$work/said" || cat "$work/said"
paid() { sql "select string_agg(l.period || ' ' || l.amount_fen, ';' order by l.period) from pay_line l join pay_run r using (run_id)
	where l.person_id = $who and l.scheme = 'unemployment' and r.period = $1 and r.state <> 'taken_back'"; }
same "two months by the old amount" "202601 200000;202602 200000" "$(paid 202602)"

# The notice of the next year is told late, in March; it counts from January.
notice "$first, { from = \"2026-01-01\", value = { first = 2200, second = 1760, extension = 1600 } }"
judge 2026-03-10
same "a later notice is a task, from its month on" "2026-01 2200.00 20000" "$(cause_of $amount) $(sql "select monthly_fen from finding where rule_id = '$amount'")"
same "one proposes" proposed "$(move clerk $amount propose notice)"
same "and does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk $amount approve checked)"
same "another does: the months before it stay" "done 2025-11-01 2026-01-01 200000;2026-01-01 2026-11-01 220000;2026-11-01 2027-05-01 176000" \
	"$(move reviewer $amount approve checked) $(drawn)"
judge 2026-03-11
same "then nothing is to be done" 0 "$(sql "select count(*) from finding where rule_id = '$amount'")"
st clerk pay prepare 2026-03 >/dev/null 2>&1
same "the next run pays what is lacking to months that were paid" "202601 20000;202602 20000;202603 220000" "$(paid 202603)"
st clerk pay take-back 2026-03 >/dev/null 2>&1

# It was printed wrong: the corrected one is another task; both are taken back in turn.
notice "$first, { from = \"2026-01-01\", value = { first = 2100, second = 1760, extension = 1600 } }"
judge 2026-03-12
same "a notice corrected is another task" "2026-01 2100.00" "$(cause_of $amount)"
move clerk $amount propose notice >/dev/null
same "and lowers what was too much" "done 2025-11-01 2026-01-01 200000;2026-01-01 2026-11-01 210000;2026-11-01 2027-05-01 176000" \
	"$(move reviewer $amount approve checked) $(drawn)"
move clerk $amount undo mistake >/dev/null
same "taken back by two, it is as it was" "open 2025-11-01 2026-01-01 200000;2026-01-01 2026-11-01 220000;2026-11-01 2027-05-01 176000" \
	"$(move reviewer $amount approve checked) $(drawn)"

# What was decided after it is taken back first; an end of the benefit stays its end.
sql "insert into contribution (person_id, period, scheme, base_fen, amount_fen, region_code, batch_id, line) select $who, 202605, 'employee', 500000, 40000, region_code, 1, 1
	from person where person_id = $who"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = $who on conflict do nothing"
judge 2026-05-20
move clerk $stop propose proof_seen >/dev/null
same "an employer's contribution ends it" "done 2025-11-01 2026-01-01 200000;2026-01-01 2026-05-01 220000" "$(move reviewer $stop approve checked) $(drawn)"
judge 2026-05-21
same "what has ended follows no notice" 0 "$(sql "select count(*) from finding where rule_id = '$amount'")"
finish
