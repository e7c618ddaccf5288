# Where somebody is paid: a file passes a check of name and number, staff changes it by two persons, and a change that
# is fresh holds the payment and shows the account before.
. "$srcdir/tests/lib.sh"
small_city accounts 600 9
sql "delete from task"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
run() { sql "select max(run_id) from pay_run"; }
set -- $(awk -F, 'NR > 1 && NR < 9 { print $1 ":" $2 }' "$city/account.csv")
row() { printf '%s,%s,%s,%s,%s,2020-01-01\n' "${1%%:*}" "${1#*:}" "$2" "$3" "$4"; }
{ echo "id_no,name,channel,number,holder,from_date"
	row "$1" abc 6228480000000000018 ""
	row "$2" abc 6228480000000000019 ""
	row "$3" abc 12345678 ""
	row "$4" abc 1234567 ""
	row "$5" abc 6228480000000000034 张三
	row "$6" wechat wxid_12345 ""
	row "$7" "A B" 12345678 ""; } >"$work/account.csv"
st batch import account "$work/account.csv" --date 2025-11-01 --report csv >"$work/report.csv" 2>/dev/null
same "a number too short, another holder and a channel that is none are refused" "5:number 6:holder 8:channel" \
	"$(sql "select string_agg(line || ':' || column_name, ' ' order by line) from reject")"
same "a check digit that is wrong makes somebody look, and refuses nothing" "6228480000000000019" \
	"$(sql "select string_agg(number, ' ') from account where doubt <> ''")"
# Numbers of cards as ISO/IEC 7812 checks them: the standard's own example, and one digit beside it.
same "the check of the standard" "t f" "$(sql "select card_is_good('79927398713'), card_is_good('79927398710')" | tr '|' ' ')"
st batch import account "$city/account.csv" --date 2025-11-02 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
# A bank that takes no line to test an account with.
sql "update pay_channel set takes_test = false where channel = 'ccb'"
sql "delete from pay_gate where kind = 'suspend'; update account set entered_on = '2025-01-01' where batch_id <> 0"

one=$(sql "select min(person_id) from benefit where state = 'paid' and person_id not in (select person_id from account where doubt <> '')")
was=$(sql "select channel || ' ' || number from account_of('2025-11-06') where person_id = $one")
same "not without a reason" "an account is not changed without a reason" "$(said st clerk account propose "$one" ccb 6217000000000000017)"
same "nor to what is none" '"12" is not an account of "ccb"' "$(said st clerk account propose "$one" ccb 12 --reason asked)"
st clerk account propose "$one" ccb 6217000000000000017 --reason asked >/dev/null
change=$(sql "select change_id from account_change")
same "another waits for the first" "another change of account waits for its second person" \
	"$(said st clerk account propose "$one" ccb 6217000000000000025 --reason asked)"
same "what waits changes nothing" "$was" "$(sql "select channel || ' ' || number from account_of('2025-11-06') where person_id = $one")"
same "who entered it does not approve it" "an account needs a second person" "$(said st clerk account approve "$change")"
same "nor does the table let him" 1 "$(sql "update account_change set state = 'approved', approver = author" 2>&1 | grep -c account_change_four_eyes)"
st reviewer account approve "$change" >/dev/null
same "a second person does" "ccb 6217000000000000017" "$(sql "select channel || ' ' || number from account_of('2025-11-06') where person_id = $one")"
same "once" 0 "$(st reviewer account approve "$change" >/dev/null 2>&1; echo $?)"
same "it stands on the person's page" 1 "$(st clerk person "$one" | grep -c '6217000000000000017')"
st clerk pay prepare 2025-11 >/dev/null
st clerk pay gate >/dev/null
same "a fresh change holds the payment" "held pay.account_changed" "$(sql "select state, why from pay_line where person_id = $one" | tr '|' ' ')"
same "so does a doubtful number, at first" 1 "$(sql "select count(*) from pay_line where why = 'pay.account_doubtful'")"
two=$(sql "select min(person_id) from pay_line where state = 'due'")
three=$(sql "select min(person_id) from pay_line where state = 'due' and person_id > $two")
sql "delete from account where person_id = $two;
	insert into account (person_id, channel, number, valid_from, region_code, holder, entered_on, batch_id, line)
	select $two, channel, number, '2020-01-01', region_code, payee, '2025-01-01', 1, 1 from pay_line where person_id = $three"
st clerk pay prepare 2025-11 >/dev/null
st clerk pay gate >/dev/null
same "an account of two persons holds both" 2 "$(sql "select count(*) from pay_line where why = 'pay.account_shared'")"
sql "delete from account where person_id = $two"
st clerk pay prepare 2025-11 >/dev/null
st clerk pay gate >/dev/null
same "who has none is held, and nobody can let him go" "pay.no_account this cannot be released" "$(sql "select why from pay_line
	where person_id = $two") $(said st manager pay release 2025-11 pay.no_account --reason checked)"
sql "update policy_number set value = (select max(amount_fen) from pay_line) where name = 'work.large_payment'"
st clerk pay gate >/dev/null
same "a large payment waits for a manager" '1 "release" is reserved for the role manager' \
	"$(sql "select count(*) from pay_signal where rule_id = 'pay.large'") $(said st reviewer pay release 2025-11 pay.large --reason checked)"

# Two changes of one day: the one that was agreed to last counts, whatever its number; and the first again after it.
paid_to() { sql "select channel || ' ' || number from account_of('2025-11-06') where person_id = $three"; }
changed() {	# CHANNEL NUMBER
	st clerk account propose "$three" "$1" "$2" --reason asked >/dev/null
	st reviewer account approve "$(sql "select max(change_id) from account_change")" >/dev/null
}
changed abc 6228480000000000018
changed ccb 6217000000000000025
same "of two accounts of one day the later counts" "ccb 6217000000000000025" "$(paid_to)"
changed abc 6228480000000000018
same "the first one again" "abc 6228480000000000018" "$(paid_to)"
finish
