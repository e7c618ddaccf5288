# What the finance bureau is asked for: made of signed runs by one person, approved by another, answered, corrected, fulfilled by
# the account's money, withdrawn; whatever does not fit is a task until it does.
. "$srcdir/tests/lib.sh"
needs fund
small_city fund_requests 1000 7
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
box="$work/requests"
mkdir -p "$box/none"
night() { st batch day --date "$1" --drop "$box/none" >"$box/said" 2>&1; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
tasks() { sql "select coalesce(string_agg(rule_id || ' ' || cause, ', ' order by rule_id, cause), '-') from task where rule_id in ('fund.unanswered',
	'fund.granted', 'fund.received', 'fund.moved') and closed_on is null"; }
yuan() { awk -v f="$1" 'BEGIN { printf "%.2f", f / 100 }'; }
stand() { st clerk fund requests --format csv 2>/dev/null | tr -d '\r' | awk -F, -v n="$1" '$2 == n { print $4 }'; }
no=F202511-1
night 2025-11-03
st clerk pay prepare 2025-11 >/dev/null 2>&1
same "a run that nobody has signed is not asked for" "no run of this month waits for a request" "$(said st clerk fund request make)"
st clerk pay gate >/dev/null 2>&1
st clerk pay sign >/dev/null 2>&1
run=$(sql "select run_id from pay_run where state = 'signed'")
emp=$(sql "select sum(amount_fen) from pay_line where scheme = 'employee' and state = 'due'")
res=$(sql "select sum(amount_fen) from pay_line where scheme = 'resident' and state = 'due'")
same "nobody but a clerk makes one" '"request" is reserved for the role clerk' "$(said st reviewer fund request make)"
same "a clerk makes one out of the signed run" "request $no waits for a second person" \
	"$(st clerk fund request make --month 202511 2>&1 | tr -d '\r' | grep '^request')"
same "it asks for each scheme's money" "employee $emp resident $res" "$(sql "select string_agg(scheme || ' ' || asked_fen, ' ' order by scheme)
	from fund_request_scheme where request_no = '$no'")"
same "with the signature of the run" 1 "$(sql "select count(*) from fund_request_run x join pay_run r using (run_id, digest)")"
same "a run is asked for once" "no run of this month waits for a request" "$(said st clerk fund request make)"
same "a clerk does not approve" '"approve" is reserved for the role reviewer' "$(said st clerk fund request approve $no)"
same "whoever made it does not approve" "a request needs a second person" "$(sql "update fund_request set who = 'reviewer'" >/dev/null
	said st reviewer fund request approve $no; sql "update fund_request set who = 'clerk'" >/dev/null)"
same "no answer before it was asked" 'the request is "drafted" by now' "$(said st clerk fund request answer $no)"

# The run is prepared anew: what was to be asked for is not what is needed.
st clerk pay prepare 2025-11 >/dev/null 2>&1
same "a run that changed is not asked for" "a run of this request is not what it was" "$(said st reviewer fund request approve $no)"
night 2025-11-04
same "and is a task" "fund.moved $no" "$(tasks)"
same "withdrawn with a reason" "the reason is missing" "$(said st clerk fund request withdraw $no ' ')"
st clerk fund request withdraw $no "prepared anew" >/dev/null 2>&1
night 2025-11-05
same "withdrawn it is no task any more" "- withdrawn" "$(tasks) $(stand $no)"
st clerk pay gate >/dev/null 2>&1
st clerk pay sign >/dev/null 2>&1
emp=$(sql "select sum(amount_fen) from pay_line where scheme = 'employee' and state = 'due'")
res=$(sql "select sum(amount_fen) from pay_line where scheme = 'resident' and state = 'due'")
no=F202511-2
st clerk fund request make >/dev/null 2>&1
printf ':fr\n1\nA\n' | st reviewer desk --line >"$box/desk" 2>&1
same "a second person approves by a key" "reviewer 2025-11-05 2025-11-12" "$(sql "select approved_by, approved_on, due from fund_request where request_no = '$no'" | tr '|' ' ')"
same "approved again it is the same" "$no" "$(st reviewer fund request approve $no 2>&1 | tr -d '\r' | sed -n 's/^request \([^ ]*\) .*/\1/p')"
night 2025-11-12
same "on its last day nobody is asked why" "- unanswered" "$(tasks) $(stand $no)"
night 2025-11-13
same "no answer by its day is a task a scheme" "fund.unanswered $no employee, fund.unanswered $no resident" "$(tasks)"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st manager tasks --type fund_check 2>/dev/null | grep -c "$no.*职工.*逾期未批复")"

# Answers: by telephone, by file, once more, corrected, of an older day.
same "less is granted for a reason" "the reason is missing" "$(said st clerk fund request answer $no employee 1.00)"
same "never more than asked" "more than was asked for" "$(said st clerk fund request answer $no employee "$(yuan $((emp + 1)))")"
same "an amount is an amount" "this is no amount in yuan" "$(said st clerk fund request answer $no employee 1e3)"
same "of a scheme that was asked for" "the request asks nothing for this scheme" "$(said st clerk fund request answer $no care)"
same "nor older than the request" "an answer is not older than its request, nor of tomorrow" "$(said st clerk fund request answer $no --day 2025-11-04)"
answers() {	# GRANTED DAY WHY
	printf 'request_no,scheme,granted,answered_on,why\n%s,employee,%s,%s,%s\nF209901-1,employee,1.00,%s,\n' "$no" "$1" "$2" "$3" "$2" >"$box/answer.csv"
	st batch import fund_answer "$box/answer.csv" --date "$2" >/dev/null 2>&1
}
answers "$(yuan $((emp - 5000)))" 2025-11-13 "年度预算不足"
same "of a request nobody made there is no answer" 1 "$(sql "select rows_rejected from batch where feed = 'fund_answer'")"
st clerk fund request answer $no resident 0 --why "wrong account" >/dev/null 2>&1
night 2025-11-14
same "less than asked is a task" "fund.granted $no employee, fund.granted $no resident|in part" "$(tasks)|$(stand $no)"
words=$(sql "select count(*) from fund_answer")
st clerk fund request answer $no resident 0 --why "wrong account" --day 2025-11-13 >/dev/null 2>&1
same "the same word again is no other" "$words" "$(sql "select count(*) from fund_answer where batch_id = 0 or line = 2")"
st clerk fund request answer $no resident --day 2025-11-14 >/dev/null 2>&1
answers "$(yuan "$emp")" 2025-11-14 ""
answers "$(yuan $((emp - 5000)))" 2025-11-13 "late"
night 2025-11-15
same "the word of the latest day counts, whichever comes last" "- allowed" "$(tasks) $(stand $no)"
same "and each can be read" 5 "$(st clerk fund requests $no 2>/dev/null | tr -d '\r' | grep -c '^ *\(employee\|resident\).*2025.11.1[34]')"

# The account tells the money.
money() {	# EMPLOYEE RESIDENT DAY
	printf 'day,scheme,flow,project,amount\n2025-11-14,employee,allotted,%s,%s\n2025-11-14,resident,allotted,%s,%s\n' $no "$(yuan "$1")" $no "$(yuan "$2")" >"$box/money.csv"
	st batch import fund "$box/money.csv" --date "$3" >/dev/null 2>&1
}
before=$(sql "select coalesce(sum(income_fen - outgo_fen), 0) from fund_now")
money $((emp - 100)) "$res" 2025-11-17
night 2025-11-17
same "too little is asked about when its days are over" "-" "$(tasks)"
night 2025-11-20
same "then it is a task" "fund.received $no employee" "$(tasks)"
same "it is no income" "$before" "$(sql "select coalesce(sum(income_fen - outgo_fen), 0) from fund_now")"
same "with money there it is not withdrawn" "money has come for this request" "$(said st reviewer fund request withdraw $no "not needed")"
money "$emp" $((res + 1)) 2025-11-20
night 2025-11-21
same "corrected by the account; too much is a task at once" "fund.received $no resident" "$(tasks)"
money "$emp" "$res" 2025-11-21
night 2025-11-22
same "what was granted is there" "- in the account" "$(tasks) $(stand $no)"
printf 'day,scheme,flow,project,amount\n2025-11-21,employee,allotted,F1,5.00\n' >"$box/money.csv"
st batch import fund "$box/money.csv" --date 2025-11-22 >/dev/null 2>&1
night 2025-11-23
same "money for no request is a task" "fund.received F1 employee" "$(tasks)"

# What was asked and approved is taken back by whoever may approve; its run can be asked for anew.
money 0 0 2025-11-23
same "a clerk does not withdraw what was asked" '"withdraw" is reserved for the role reviewer' "$(said st clerk fund request withdraw $no wrong)"
printf ':fr\n1\nx\n=asked too early\n\n' | st reviewer desk --line >"$box/desk" 2>&1
same "a form withdraws it" "withdrawn asked too early" "$(sql "select state || ' ' || why from fund_request where request_no = '$no'")"
same "no answer to it any more" 'the request is "withdrawn" by now' "$(said st clerk fund request answer $no)"
same "its run is asked for anew" "F202511-3" "$(st clerk fund request make 2>&1 | tr -d '\r' | sed -n 's/^request \([^ ]*\) .*/\1/p')"
st reviewer fund request approve F202511-3 >/dev/null 2>&1
printf ':fr\n1\ng\n' | st clerk desk --line >"$box/desk" 2>&1
same "all granted by a key" "2 allowed" "$(sql "select count(*) from fund_answer where request_no = 'F202511-3' and granted_fen > 0") $(stand F202511-3)"
same "every step is in the audit" "fund.answer fund.approve fund.request fund.withdraw" "$(sql "select string_agg(distinct op, ' ' order by op) from audit_log where op like 'fund.%'")"
finish
