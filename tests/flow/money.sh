# Benefits, what they would pay, and what a hold stops of it; lines of a run and what is owed back.
. "$srcdir/tests/lib.sh"
small_city money 600 7
st batch judge 2>/dev/null

# The register's own figure, by its columns' names.
in_register() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["pension_status"] == "paid" { n++; fen += int($at["pension"] * 100 + 0.5) }
		END { printf "%d %.2f\n", n, fen / 100 }' "$city/register.csv"
}
due() { st clerk payable --format csv "$@" | awk -F, 'NR > 1 { n += $3; yuan += $4 } END { printf "%d %.2f\n", n, yuan }'; }
line() { st clerk payable --format csv --period "$1" | tr -d "\r" | grep "^$2,$3," | cut -d, -f3-; }
same "what is due is what the register has in payment" "$(in_register)" "$(due --period 2025-11)"
same "the month of the business day is the one meant" "$(in_register)" "$(due)"
same "before anyone's first month nothing is due" "0 0.00" "$(due --period 1950-01)"
same "for persons it has titles" 1 "$(st clerk payable | grep -c 'Scheme.*Kind.*Lines.*Amount.*Held')"
same "and json has keys" 1 "$(st clerk payable --format json | head -1 | grep -c '"held_yuan":')"
same "no month is refused" "2 1" "$(out=$(st clerk payable --period 2025-13 2>&1); echo $? \
	$(echo "$out" | grep -c 'invalid month "2025-13"'))"

person=$(sql "select person_id from benefit where state = 'paid' and scheme = 'employee' order by 1 limit 1")
monthly=$(sql "select monthly_fen from benefit where person_id = $person")
benefit() {	# KIND FEN FROM TO STATE
	sql "insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, valid_to, state, region_code,
		batch_id, line) select person_id, 'employee', '$1', $2, '$3', '$4', '$5', region_code, 1, 1
		from person where person_id = $person"
}
benefit survivor 12345 2025-12-01 infinity paid
same "another kind is a line of its own" "1,123.45,0,0.00" "$(line 2025-12 employee survivor)"
same "not before it begins" "" "$(line 2025-11 employee survivor)"
benefit nursing 777 2025-06-01 2025-09-01 paid
same "one that ended is due to its last month" "1,7.77,0,0.00 " "$(line 2025-08 employee nursing) $(line 2025-09 employee nursing)"
st batch judge --rebuild 2>/dev/null
same "the facts of a pension are those of a pension" "$monthly" "$(sql "select pension_fen from person_fact where person_id = $person")"
same "and so is where they came from" 0 "$(sql "select count(*) from fact_source where subject_id = $person
	and fact = 'pension_fen' and value <> '$monthly'")"

hold() {	# ID COLUMNS VALUES: a hold from December on, decided by a row made for it
	sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
		select person_id, 'money.$1', 'x', region_code, 'suspend', '2025-12-01', 1, '2025-11-01' from person
		where person_id = $person;
	insert into decision (person_id, decision_id, region_code, rule_id, cause, event, outcome, automatic, reason, note,
		author, business_day, rule_hash, inputs) select person_id, $1, region_code, 'money.$1', 'x', 'propose',
		'proposed', false, 'x', '', 'clerk', '2025-11-01', '', '{}' from person where person_id = $person;
	insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state, decision_id, proposer
		$2) select person_id, $1, region_code, 'money.$1', 'x', 202512, 'provisional', $1, 'clerk' $3
		from person where person_id = $person" 2>&1
}
hold 1 ", scheme, kind" ", 'employee', 'survivor'" >/dev/null
same "a hold on one benefit stops that one" "1,123.45,1,123.45" "$(line 2025-12 employee survivor)"
same "and no other" 0 "$(line 2025-12 employee pension | cut -d, -f3)"
same "nor a month before its first" 0 "$(line 2025-11 employee pension | cut -d, -f3)"
hold 2 "" "" >/dev/null
same "one that names none stops all" "1 $(echo "$monthly" | awk '{ printf "%.2f", $1 / 100 }')" "$(line 2025-12 employee pension | cut -d, -f3,4 | tr , ' ')"
same "the person's page marks it" 1 "$(st clerk person $person | grep -c '^h .*pension .*paid ')"
sql "update hold set state = 'lifted' where hold_id = 2"
same "lifted, it stops nothing" 0 "$(line 2025-12 employee pension | cut -d, -f3)"
same "the page marks it no more" 0 "$(st clerk person $person | grep -c '^h .*pension .*paid ')"

sql "insert into pay_run (run_id, period, day, state) values (5, 202512, '2025-12-01', 'open');
	insert into pay_line (person_id, line_id, region_code, run_id, scheme, kind, period, decided_fen, amount_fen, state)
	select person_id, 50, region_code, 5, scheme, kind, 202512, monthly_fen, monthly_fen, 'due' from benefit
	where person_id = $person and kind = 'pension';
	insert into receivable (person_id, receivable_id, region_code, kind, plan, decision_id, state)
	select person_id, 60, region_code, 'pension', 'heirs', 1, 'heard' from person where person_id = $person;
	select claim_move($person, 60, 'opened', 4321, 'x', '2025-11-01', null)" >/dev/null
hold 3 ", line_id" ", 50" >/dev/null
same "a hold on one line stops no benefit" 0 "$(line 2025-12 employee pension | cut -d, -f3)"
sql "update pay_line set state = 'held', hold_id = 3 where line_id = 50"
page=$(st clerk person $person)
same "the page has the run's line" 1 "$(echo "$page" | grep -cE '^h +2025-12 .*pension .*held')"
same "and what is owed back" 1 "$(echo "$page" | grep -cE '^! +60 .*heirs +owed .*43\.21')"

refused() {	# NAME CONSTRAINT SQL
	same "refused: $1" 1 "$(sql "$3" 2>&1 | grep -c "$2")"
}
refused "a hold on a scheme without a kind" hold_names_one "update hold set scheme = 'employee' where hold_id = 2"
refused "a hold on a benefit and a line" hold_names_one "update hold set line_id = 50 where hold_id = 1"
refused "a held line that no hold stops" pay_line_held "update pay_line set hold_id = null where line_id = 50"
refused "a benefit that ends before it begins" benefit_days "update benefit set valid_to = valid_from where kind = 'nursing'"
refused "a second line for one benefit in one run" pay_line_once "insert into pay_line (person_id, line_id, region_code,
	run_id, scheme, kind, period, decided_fen, amount_fen, state) select person_id, 51, region_code, run_id, scheme, kind, period, 1, 1,
	'due' from pay_line"
refused "a line that pays another amount than was decided" pay_line_chain "update pay_line set amount_fen = amount_fen + 1"
refused "a line of no run" pay_line_run_fk "update pay_line set run_id = 6 where line_id = 50"
refused "a claim nobody decided" receivable_decision_fk "update receivable set decision_id = 999 where receivable_id = 60"

# A newer row of the same benefit takes the older one's place, whatever it says.
sql "insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, state, region_code, batch_id, line)
	select person_id, scheme, kind, 1, '2025-12-01', 'ended', region_code, 1, 2 from benefit
	where person_id = $person and kind = 'survivor' returning 1" >/dev/null 2>&1
sql "update benefit set valid_from = '2025-10-01' where person_id = $person and kind = 'survivor'"
sql "insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, state, region_code, batch_id, line)
	select person_id, scheme, kind, 1, '2025-12-01', 'ended', region_code, 1, 2 from benefit
	where person_id = $person and kind = 'survivor'"
same "what a newer row ended is due before it alone" "1,123.45,0,0.00 " "$(line 2025-11 employee survivor) $(line 2025-12 employee survivor)"

# What a rehearsal's money is measured by.
yuan=$(sql "select trim(to_char(sum(monthly_fen) / 100.0, '9999999990.00')) from payable where 202511 >= from_period
	and 202511 < to_period")
sed 's/value = 12 }/value = 11 }/' "$srcdir/lua/parameters/certification.lua" >"$work/certification.lua"
same "a rehearsal sets its money against all benefits in payment" 1 \
	"$(st policy rules rehearse "$work/certification.lua" --limit 0 2>&1 | grep -c "benefits a month: $yuan in force")"
finish
