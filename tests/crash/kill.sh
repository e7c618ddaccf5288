# Killed at every statement, program or server, and run again: the end is the same as if nothing had
# happened.  On a cluster of its own, because the server dies too.  The longer proof:
# KILL_EVERY=1 KILL_AFTER=4 KILL_STEPS="import judge propose approve hear claim repay deny void repair undo undone day ask pay prepare gate sign grant write hand answer back send receipt" make check TESTS=crash/kill
. "$srcdir/tests/lib.sh"
crash="$builddir/tests/crash/crashpoint.so"
mine="$work/c2"
export ASAN_OPTIONS="$ASAN_OPTIONS:verify_asan_link_order=0"
own_cluster "$mine" ""
small_city start 500 7
# Everybody can be written to.
sql "insert into contact (person_id, kind, value, valid_from, region_code, batch_id, line) select person_id, 'address',
	'somewhere ' || person_id, '2020-01-01', region_code, 1, 1 from person"
out="$work/crash_out"
mkdir "$out"
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
death_file "$city" "$work/crash_death.csv"
rule=risk.paid_after_death cause=2025-11-05
key() { printf '00000000-0000-4000-8000-00000000000%s' "$1"; }

run() {	# STEP: one command of the way, as often as it takes
	case $1 in
	import) set -- batch import death "$work/crash_death.csv" --date 2025-11-06 ;;
	judge) set -- batch judge --date 2025-11-06 ;;
	propose) set -- clerk decide "$person" $rule $cause propose --reason confirmed \
		--version 1 --request "$(key 1)" ;;
	approve) set -- reviewer decide "$person" $rule $cause approve --reason checked \
		--version 2 --request "$(key 2)" ;;
	hear) set -- clerk decide "$person" money.overpaid "pension 202512" propose --reason heirs --version 1 --request "$(key 9)" ;;
	claim) set -- reviewer decide "$person" money.overpaid "pension 202512" approve --reason checked --version 2 --request "$(key a)" ;;
	repay) set -- clerk recover received "$person" 12.34 --ref R1 ;;
	deny) set -- clerk decide "$other" $rule $cause dismiss --reason report_wrong --version 1 --request "$(key 3)" ;;
	void) set -- reviewer decide "$other" $rule $cause approve --reason checked --version 2 --request "$(key 4)" ;;
	repair) set -- admin loads repair "$load" died_on 2025-13-05 2025-11-04 ;;
	undo) set -- clerk decide "$third" $rule $cause undo --reason decided_wrong --version 3 --request "$(key 7)" ;;
	undone) set -- reviewer decide "$third" $rule $cause approve --reason checked --version 4 --request "$(key 8)" ;;
	back) set -- manager day undo --date 2025-11-07 --why wrong ;;
	day) set -- batch day --date 2025-11-07 ;;
	ask) set -- clerk decide "$person" retirement.resume "$rule 202512" propose --reason report_wrong --version 1 --request "$(key 5)" ;;
	pay) set -- reviewer decide "$person" retirement.resume "$rule 202512" approve --reason checked --version 2 --request "$(key 6)" ;;
	# What a killed sender had in hand is let go when its session has ended: the timer runs again and again.
	send) set -- batch post send --folder "$out" --at 12:00 ;;
	receipt) set -- clerk post receipt "$letter" delivered --means post --proof "XA12 signed" ;;
	prepare) set -- clerk pay prepare 2025-11 ;;
	gate) set -- clerk pay gate 2025-11 ;;
	sign) set -- clerk pay sign 2025-11 ;;
	grant) set -- reviewer pay approve 2025-11 --signature "$signature" ;;
	write) set -- clerk pay export 2025-11 "$work/crash_pay" ;;
	hand) set -- clerk pay confirm 2025-11 "$work/crash_pay" ;;
	answer) set -- clerk pay returns "$work/crash_answer.csv" --channel psbc ;;
	esac
	login=$1
	shift
	timeout 60 "$steward" "$@" --db "$mine" --as "$login" >"$work/crash.out" 2>&1 || return 1
	[ "$2" != send ] || [ -n "${CRASH_AT:-}${CRASH_COUNT:-}" ] || timeout 60 "$steward" "$@" --db "$mine" --as "$login" >"$work/crash.out" 2>&1
}

# The database and the export folder as they were before a step.  Sessions of a killed program end by themselves.
restore() {	# STEP
	tries=0
	until sql_in postgres "drop database if exists steward" >"$work/drop.out" 2>&1; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || { echo "not ok sessions end after a kill"; cat "$work/drop.out"; exit 1; }
		sleep 0.05
	done
	sql_in postgres "create database steward template before_$1 owner steward_owner strategy file_copy" || exit 1
	[ "$1" != send ] || rm -f "$out"/* "$out"/.[a-z]*
	# A copied sequence has numbers that no log of its own knows: a server that died at once would give them twice.
	sql_in postgres checkpoint
}

outcome() {	# STEP
	checksums
	sql "select 'evidence', count(*), md5(string_agg((person_id, source, seen_on, line)::text, ''
		order by person_id, source, seen_on)) from evidence
	union all select 'events', count(*), md5(string_agg((person_id, kind, from_day, line)::text, ''
		order by person_id, kind, from_day)) from status_event
	union all select 'rejects', count(*), md5(string_agg((line, reason)::text, '' order by line))
		from reject
	union all select 'doubts', count(*), md5(string_agg((person_id, line, state)::text, ''
		order by line)) from staged_row
	union all select 'judged', count(*), md5(string_agg((person_id, next_check, judged)::text, ''
		order by person_id)) from person_pack
	union all select 'touched', count(*), '' from touched
	union all select 'requests', count(*), '' from request_done
	union all select 'holds', count(*), md5(string_agg((person_id, from_period, state)::text, '' order by person_id, at)) from hold
	union all select 'certificates', count(*), '' from certification
	union all select 'figures', count(*), sum(counted)::text from indicator_value
	union all select 'days', count(undone_at), '' from day_run
	union all select 'claims', count(*), string_agg(concat_ws(' ', state, plan, left_fen), ',') from receivable
	union all select 'moves', count(*), string_agg(concat_ws(' ', seq, kind, amount_fen, after_fen), ',' order by seq) from receivable_move
	union all select 'arrears', count(*), sum(amount_fen)::text from arrears
	union all select 'runs', count(*), string_agg(concat_ws(' ', period, state, persons, amount_fen, held_fen, digest, approved_by), ', ')
		from pay_run
	union all select 'lines', count(*), md5(string_agg((person_id, scheme, kind, period, amount_fen, state, why, number)::text, ''
		order by person_id, scheme, kind, period)) from pay_line
	union all select 'signals', count(*), md5(string_agg((person_id, rule_id, cause, state)::text, '' order by person_id, rule_id, cause))
		from pay_signal
	union all select 'payments', count(*), sum(amount_fen)::text from payment
	union all select 'files', count(*), md5(string_agg((channel, digest)::text, '' order by channel)) from pay_file
	union all select 'receipts', count(*), string_agg(status, ' ' order by person_id) from pay_receipt
	union all select 'batches', count(*), sum(rows_accepted)::text from batch
	union all select 'audit ' || op, count(*), '' from audit_log where op not in ('pay.prepare', 'pay.gate', 'pay.sign') group by op
	union all select 'messages', count(*), md5(string_agg((person_id, channel, state, survivors, hash, tries, delivered_on)::text,
		'' order by person_id, once, channel)) from message
	union all select 'message ' || what, count(*), count(distinct message_id)::text from message_event group by what
	union all select 'day ' || name, 1, value from setting
	order by 1"
	[ "$1" != send ] || (cd "$out" && sha256sum -- *; ls -A | wc -l)
}

# The way once in peace: what is before each step, how many statements it takes, how it ends.
sql_in postgres "drop database steward" && sql_in postgres "alter database start rename to steward"
db="host='$mine/run' port=5432 dbname=steward"
all="import judge propose approve hear claim repay deny void repair undo undone day ask pay prepare gate sign grant write hand answer back send receipt"
for step in $all; do
	[ $step != undo ] || for move in "clerk propose confirmed" "reviewer approve checked"; do
		# shellcheck disable=SC2086
		set -- $move
		"$steward" decide "$third" $rule $cause "$2" --reason "$3" --db "$mine" --as "$1" >/dev/null 2>&1
	done
	# A bank has paid all the same; then the day of the hearing has passed.
	[ $step != hear ] || sql "insert into payment (person_id, period, kind, seq, region_code, amount_fen, paid_on, batch_id, line)
		select person_id, 202512, 'pension', 1, region_code, 10000, '2025-11-06', 1, 1 from person where person_id = $person;
		select overpaid_raise($person)" >/dev/null
	[ $step != claim ] || sql "update receivable set hearing_until = '2025-11-01'"
	# What follows a decision: the death of the one who was stopped was none.
	[ $step != day ] || sql "update status_event e set state = 'void', decision_id = d.decision_id from decision d
		where d.person_id = $person and e.person_id = d.person_id;
		insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
		where person_id = $person on conflict do nothing"
	sql_in postgres "create database before_$step template steward owner steward_owner strategy file_copy" || exit 1
	person=$(sql "select min(person_id) from task where rule_id = '$rule'")
	other=$(sql "select max(person_id) from task where rule_id = '$rule'")
	third=$(sql "select person_id from task where rule_id = '$rule' order by 1 offset 2 limit 1")
	load=$(sql "select max(batch_id) from reject")
	letter=$(sql "select min(message_id) from message where state = 'sent' and channel = 'letter'")
	signature=$(sql "select max(digest) from pay_run")
	# A bank takes all but the first.
	[ $step != answer ] || iconv -f GB18030 -t UTF-8 "$work"/crash_pay/*psbc.csv | tr -d '\r' | awk -F, 'NR == 1 {
		print "交易描述,交易状态,失败原因,金额（元）"; next } { print $5 "," (NR == 2 ? "30,AC01" : "20,") "," $4 }' |
		iconv -f UTF-8 -t GB18030 >"$work/crash_answer.csv"
	LD_PRELOAD=$crash CRASH_COUNT="$work/calls_$step" run $step
	same "$step in peace" 0 $?
	outcome $step >"$work/end_$step"
done

points=0
kill_at() {	# STEP N WHEN WHO
	restore "$1"
	(
		[ "$4" = program ] || export CRASH_SERVER="$(head -1 "$mine/pgdata/postmaster.pid")"
		export LD_PRELOAD=$crash CRASH_AT=$2 CRASH_WHEN=$3
		run "$1"
	)
	points=$((points + 1))
	if ! run "$1"; then
		wrong="$wrong; $2 $3: $(head -1 "$work/crash.out")"
	elif ! outcome "$1" | cmp -s - "$work/end_$1"; then
		wrong="$wrong; $2 $3: $(outcome "$1" | diff - "$work/end_$1" | head -3 | paste -sd ' ')"
	fi
}

sent=$(cd "$work/crash_pay" && sha256sum ./*)
left_out="import:program approve:program claim:server repay:program void:server repair:program undone:server back:program send:server grant:program"
left_out="$left_out write:server hand:program"
for step in ${KILL_STEPS:-import judge approve claim repay void repair undone back send grant write hand}; do
	calls=$(cat "$work/calls_$step")
	for who in program server; do
		[ "$step $who" != "judge server" ] || continue
		# A sample: each step with one of the two, by turns; the files are the program's.
		case ${KILL_STEPS:+all} in '') case " $left_out " in *" $step:$who "*) continue ;; esac ;; esac
		wrong= n=1
		while [ $n -le "$calls" ]; do
			# The last three, with the commit among them; of those before every 800th, unless all are asked for.
			[ $n -ge $((calls - 2)) ] || [ $((n % ${KILL_EVERY:-800})) -eq 0 ] || { n=$((n + 1)); continue; }
			kill_at $step $n before $who
			# After one statement is before the next, unless it was a commit.
			[ $n -lt $((calls - ${KILL_AFTER:-2})) ] || kill_at $step $n after $who
			n=$((n + 1))
		done
		same "$step: the $who killed at each of $calls statements" "" "$wrong"
	done
done
# The last export that died half way and was begun again, among them.
same "the files are the same to the byte" "$sent" "$(cd "$work/crash_pay" && sha256sum ./*)"
ok "$points kills" "$([ $points -ge 40 ]; echo $?)"
finish
