# A new account of somebody who is paid is tried with its bank first: the next run sends a fen there, the benefit goes to the
# account before, and the bank's answer lets it follow.  Told twice, late, otherwise, never; changed again; taken back.
. "$srcdir/tests/lib.sh"
small_city tested 600 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
sql "delete from pay_gate where kind = 'suspend'; update account set entered_on = '2025-01-01', doubt = ''"
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
run() { sql "select max(run_id) from pay_run"; }
made() { st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null; }
out() {	# MONTH FOLDER
	st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")" >/dev/null &&
		st clerk pay export "$1" "$2" >/dev/null && st clerk pay confirm "$1" "$2" >/dev/null
}
test_of() { sql "select state from account_test where person_id = $1 order by test_id desc limit 1"; }
no_of() { sql "select test_id from account_test where person_id = $1 order by test_id desc limit 1"; }
to() { sql "select string_agg(distinct channel || ' ' || number || ' ' || state, ',') from pay_line where run_id = $(run) and person_id = $1 and amount_fen > 0"; }
change() {	# PERSON CHANNEL NUMBER: by two
	st clerk account propose "$1" "$2" "$3" --reason asked >/dev/null &&
		st reviewer account approve "$(sql "select change_id from account_change where person_id = $1 and state = 'proposed'")" >/dev/null
}
# A bank's table: what became of the tests and payments of some.
abc_says() {	# FILE ROWS...
	told=$1
	shift
	{ echo 备注,交易状态,失败原因,出款金额; printf '%s\n' "$@"; } | iconv -f UTF-8 -t GB18030 >"$told"
}
say_abc() { st clerk pay returns "$1" --channel abc --format csv 2>&1 | tr -d '\r' | sed 1d | cut -d, -f4-7; }
task() { sql "select coalesce(string_agg(state, ','), 'none') from task where person_id = $1 and rule_id = '$2'"; }

same "the first account of a person is not tried" 0 "$(sql "select count(*) from account_test")"
made 2025-11 && out 2025-11 "$work/one"
ok "a month is out" $?
set -- $(sql "select person_id from pay_line where state = 'due' and channel in ('icbc', 'boc', 'ccb') group by 1 order by 1 limit 7")
ann=$1 bob=$2 dan=$3 eve=$4 fay=$5 gus=$6 hal=$7
was() { sql "select channel || ' ' || number || ' due' from pay_line where person_id = $1 order by line_id limit 1"; }

# By two persons, and out of a bank's file.
day 2025-12-01
change "$ann" abc 6228480000000000018
row() { sql "select i.id_no || ',' || p.name || ',$2,$3,,2025-12-01' from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
{ echo id_no,name,channel,number,holder,from_date
	row "$bob" abc 6228480000000000026; row "$dan" abc 6228480000000000034; row "$eve" abc 6228480000000000075
	row "$fay" cash ""; row "$gus" abc 6228480000000000059; row "$hal" abc 6228480000000000067; } >"$work/moved.csv"
st batch import account "$work/moved.csv" --date 2025-12-01 --force >"$work/said" 2>&1 || cat "$work/said"
sql "update account set doubt = ''"
same "each new one waits for its test" "waiting 6" "$(sql "select state, count(*) from account_test group by 1" | tr '|' ' ')"
same "told again there is no second one" 6 "$(st batch import account "$work/moved.csv" --date 2025-12-01 --force >/dev/null 2>&1; sql "select count(*) from account_test")"
# What a batch brought is gone when it is taken back.
sql "delete from account where person_id = $hal and number = '6228480000000000067'"
made 2025-12
same "the benefit goes to the account before" "$(was "$ann") $(was "$bob")" "$(to "$ann") $(to "$bob")"
same "where nothing can be tried, somebody looks" "cash  held pay.account_changed" "$(sql "select channel, number, state, why from pay_line
	where run_id = $(run) and person_id = $fay" | tr '|' ' ')"
same "an account that was taken back is not tried" "5 " "$(sql "select count(*) from account_test where run_id = $(run)") $(sql "select run_id from account_test
	where person_id = $hal")"
change "$eve" abc 6228480000000000042
same "changed again meanwhile the run is made anew" 1 "$(st clerk pay sign 2025-12 >/dev/null; said st reviewer pay approve 2025-12 --signature "$(sql "select digest from pay_run where run_id = $(run)")" |
	grep -c 'not what was prepared: accounts of 1 persons')"
made 2025-12
same "and tries the newest alone" "6228480000000000042" "$(sql "select number from account_test where person_id = $eve and run_id = $(run)")"
same "a run that is taken back has tried nothing" "0 6" "$(st clerk pay take-back "$(run)" >/dev/null; sql "select count(*) filter (where run_id is not null),
	count(distinct person_id) from account_test where state = 'waiting'" | tr '|' ' ')"
made 2025-12 && out 2025-12 "$work/two"
ok "the next month is out" $?
same "a fen goes to each new account" "5 5" "$(sql "select count(*), sum(fen) from pay_payee where run_id = $(run) and payee_id in (select test_id from account_test)" | tr '|' ' ')"
same "it stands in the bank's file" 5 "$(iconv -f GB18030 -t UTF-8 "$work/two/2025-12-1-abc.csv" | grep -c ',0.01,')"
same "and in its sum" t "$(sql "select amount_fen = (select sum(fen) from pay_payee where run_id = $(run) and channel = 'abc') from pay_file
	where run_id = $(run) and channel = 'abc'")"
same "they are with the bank, with a day for its answer" "sent 2025-12-15" "$(sql "select distinct state, due_on from account_test where person_id in ($ann, $bob)" | tr '|' ' ')"

# The bank answers.
r=$(run)
abc_says "$work/a1.csv" "R$r-$(no_of "$ann"),20,,0.01" "R$r-$(no_of "$bob"),30,3009,0.01" "R$r-$(no_of "$eve"),20,,0.01" "R$r-$(no_of "$gus"),20,,0.01"
same "an answer is taken with the others" "3,1,0,0" "$(say_abc "$work/a1.csv")"
same "it releases one and not the other" "passed failed sent" "$(test_of "$ann") $(test_of "$bob") $(test_of "$dan")"
same "told twice it is told once" "3,1,0,0" "$(say_abc "$work/a1.csv")"
abc_says "$work/a2.csv" "R$r-$(no_of "$bob"),20,,0.01" "R$r-$(no_of "$gus"),40,,0.01"
same "told otherwise it is said so; what was good may come back later" "1,1,0,1 failed failed" \
	"$(say_abc "$work/a2.csv") $(test_of "$bob") $(test_of "$gus")"
st batch judge --force --date 2025-12-16 2>/dev/null; sql "delete from pay_gate where kind = 'suspend'"; day 2025-12-16
same "what the bank does not take is a task" "open none" "$(task "$bob" pay.test_failed) $(task "$ann" pay.test_failed)"
same "it says why" 1 "$(sql "select count(*) from finding where person_id = $bob and say like '%no such account%'")"
same "so is an answer that does not come" "open none" "$(task "$dan" pay.test_silent) $(task "$ann" pay.test_silent)"
same "both stand first on the list" "$(printf '!\n!\n!')" "$(st clerk account tests --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -c1 | head -3)"

# Late, and in place of the bank.
abc_says "$work/a3.csv" "R$r-$(no_of "$dan"),20,,0.01"
say_abc "$work/a3.csv" >/dev/null
st batch judge --force --date 2025-12-17 2>/dev/null; day 2025-12-17
same "a late answer ends the task" "passed withdrawn" "$(test_of "$dan") $(task "$dan" pay.test_silent)"
same "a clerk does not answer for a bank" '"accept" is reserved for the role reviewer' "$(said st clerk account accept "$(no_of "$bob")" --reason document)"
same "nor anybody without a reason" "an account is not changed without a reason" "$(said st reviewer account accept "$(no_of "$bob")")"
sql "insert into account_change (person_id, change_id, region_code, channel, number, holder, valid_from, state, reason, author, approver) select $bob,
	nextval('id_block'), region_code, 'abc', '6228480000000000026', name, '2025-12-01', 'approved', 'asked', 'reviewer', 'clerk' from person where person_id = $bob"
same "nor who entered it" "an account needs a second person" "$(said st reviewer account accept "$(no_of "$bob")" --reason document)"
sql "delete from account_change where person_id = $bob"
st reviewer account accept "$(no_of "$bob")" --reason document >/dev/null
same "who has seen the card does" "accepted reviewer" "$(sql "select state, who from account_test where person_id = $bob" | tr '|' ' ')"
st clerk account again "$(no_of "$gus")" >/dev/null
same "another is tried once more" "repeated,waiting" "$(sql "select string_agg(state, ',' order by test_id) from account_test where person_id = $gus")"

# The month after: what stood its test is paid there and by nobody looked at.
day 2026-01-02
made 2026-01
same "the benefit follows" "abc 6228480000000000018 due abc 6228480000000000034 due abc 6228480000000000026 due" "$(to "$ann") $(to "$dan") $(to "$bob")"
same "who is tried once more is paid where he was" "$(was "$gus")" "$(to "$gus")"
sql "update policy_number set value = 0 where name = 'work.account_test_pay_old'"
made 2026-01
same "or held, where policy says so" "abc 6228480000000000059 held" "$(to "$gus")"
same "which a clerk does not release" '"release" is reserved for the role reviewer' "$(said st clerk pay release 2026-01 pay.account_test --reason checked)"
out 2026-01 "$work/three"
ok "the third month is out" $?
r=$(run)
abc_says "$work/a4.csv" "R$r-$(no_of "$gus"),20,,0.01"
say_abc "$work/a4.csv" >/dev/null
made 2026-01
same "with the answer a supplement pays him" "abc 6228480000000000059 due" "$(to "$gus")"
out 2026-01 "$work/four"
same "nobody is paid twice" 0 "$(sql "select count(*) from (select 1 from payment where batch_id = 0 group by person_id, period, kind having count(*) > 1) x")"
same "and nothing of what was tried counts as a benefit" 0 "$(sql "select count(*) from payment where amount_fen = 1")"
same "the trail is there" "2 1 1" "$(sql "select count(*) filter (where op in ('account.accept', 'account.again')), count(*) filter (where op = 'account.accept'),
	count(*) filter (where op = 'account.again') from audit_log where op like 'account.%'" | tr '|' ' ')"
finish
