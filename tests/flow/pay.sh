# A payment run: what is decided is prepared, what stands against a person holds his line, two persons sign it, and what
# has changed meanwhile refuses it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city pay 1500 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
out=$(st clerk pay prepare 2>&1; st clerk pay gate 2>&1)
same "where no text says what holds a payment there is no gate" 1 "$(echo "$out" | grep -c 'no text says which tasks')"
st batch judge --date 2025-11-06 2>/dev/null

# The register's own figure, by its columns' names.
in_register() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["pension_status"] == "paid" { n++; fen += int($at["pension"] * 100 + 0.5) }
		END { printf "%d %d\n", n, fen }' "$city/register.csv"
}
run() { sql "select max(run_id) from pay_run"; }
state() { sql "select state from pay_run where run_id = $(run)"; }
signature() { sql "select digest from pay_run where run_id = $(run)"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }

st clerk pay prepare 2025-11 >/dev/null
same "a run is what the register has in payment" "$(in_register)" "$(sql "select count(*), sum(amount_fen) from pay_line" | tr '|' ' ')"
same "prepared again it is the same run" "1 $(in_register)" "$(st clerk pay prepare >/dev/null
	sql "select count(distinct run_id), count(*), sum(amount_fen) from pay_line" | tr '|' ' ')"
same "beside the month before nobody is new whom the bank has paid" 0 "$(sql "select count(*) from pay_line l where before_fen is null
	and exists (select from payment y where y.person_id = l.person_id and y.period = 202510)")"
same "a month that is far off is none" "this month cannot be paid now" "$(said st clerk pay prepare 2026-02)"
same "nor is a word" 'invalid month "2025-13" (expected YYYY-MM)' "$(said st clerk pay prepare 2025-13)"
same "another month waits for this one" "another run is not finished" "$(said st clerk pay prepare 2025-12)"
same "it is nobody's to sign before the gate" 'the run is "open" by now' "$(said st clerk pay sign)"

st clerk pay gate >/dev/null
same "whom an open task stands against is held, with the task" 0 "$(sql "select count(*) from pay_line l where (l.state = 'held') <> exists
	(select from task t where t.person_id = l.person_id and t.state in ('open', 'proposed')
		and t.task_type in ('suspend', 'match', 'contradiction', 'hold_month') or t.person_id = l.person_id and t.state = 'open'
		and t.rule_id in ('risk.sign_after_death', 'risk.paid_while_stopped'))")"
same "the six reported dead among them" 6 "$(sql "select count(*) from pay_line where why = 'risk.paid_after_death' and state = 'held'")"
same "the line itself says why" 0 "$(sql "select count(*) from pay_line l where state = 'held' and not exists (select from pay_signal s
	where (s.person_id, s.run_id, s.rule_id) = (l.person_id, l.run_id, l.why))")"
same "the page of a person has it" 1 "$(st clerk person "$(sql "select min(person_id) from pay_line where state = 'held'")" |
	grep -cE '^h +2025-11 .*held')"

group() { sql "select string_agg(state || ' ' || coalesce(who, '-'), ',' order by person_id) from pay_signal where rule_id = '$1'"; }
same "a clerk does not release what a reviewer has to" '"release" is reserved for the role reviewer' \
	"$(said st clerk pay release 2025-11 feed.match --reason checked)"
same "nobody without a reason" '"" is not a reason for "release"' "$(said st reviewer pay release 2025-11 feed.match)"
st reviewer pay release 2025-11 feed.match --reason checked >/dev/null
same "alike lines are released together, by a name" "released reviewer,released reviewer" "$(group feed.match)"
same "and go out again" 0 "$(sql "select count(*) from pay_line where why = 'feed.match'")"
one=$(sql "select min(person_id) from pay_signal where rule_id = 'risk.paid_after_death'")
st manager pay keep 2025-11 risk.paid_after_death --reason waits --person "$one" >/dev/null
same "one of a group by himself" "kept manager,held -,held -,held -,held -,held -" "$(group risk.paid_after_death)"
same "who is kept stays held" held "$(sql "select state from pay_line where person_id = $one")"
same "the gate again keeps what was decided" "released reviewer,released reviewer kept manager,held -,held -,held -,held -,held -" \
	"$(st clerk pay gate >/dev/null; group feed.match) $(group risk.paid_after_death)"

st clerk pay sign >/dev/null
same "a signature stands for all of it" 64 "$(signature | tr -d '\n' | wc -c)"
same "who released lines does not approve" "a run needs a second person" "$(said st reviewer pay approve --signature "$(signature)")"
same "nor does a clerk" '"approve" is reserved for the role reviewer' "$(said st clerk pay approve --signature "$(signature)")"
same "nobody signs blindly" "--signature is missing" "$(said st manager pay approve)"
# The manager has decided about lines of this run, too: another one approves.
sql_in postgres "create role wang login; grant steward_reviewer to wang" && sql "insert into staff (login, display, job, region_code)
	values ('wang', '王', 'reviewer', 0)"
approve() {
	psql -X -q -A -t "$db user=postgres" -c "set session authorization wang" -c "set search_path = steward" \
		-c "select pay_approve($(run), '${1:-$(signature)}')" 2>&1 | sed -n 's/^ERROR: *//p'
}
same "not by another signature" "the run is not what was signed" "$(approve "$(printf '0%.0s' $(seq 64))")"

# Between signing and approving something changes; each is refused with what it is, and put back.
between() {	# NAME SAYS CHANGE UNDO
	sql "$3" >/dev/null
	said=$(approve)
	case $said in
	$2*) ok "refused: $1" 0 ;;
	*) ok "refused: $1" 1; echo "$said" ;;
	esac
	same "and it is not approved" signed "$(state)"
	sql "$4" >/dev/null
}
two=$(sql "select min(person_id) from pay_line where state = 'due'")
fen=$(sql "select amount_fen from pay_line where person_id = $two")
between "an amount that was decided anew" "the run is not what was prepared: amounts of 1 persons differ, one of them is $two" \
	"update benefit set monthly_fen = monthly_fen + 100 where person_id = $two" \
	"update benefit set monthly_fen = monthly_fen - 100 where person_id = $two"
between "somebody who is due now, too" "the run is not what was prepared: amounts of 1 persons" \
	"insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, state, region_code, batch_id, line)
		values ($two, 'employee', 'nursing', 500, '2025-11-01', 'paid', 0, 0, 0)" \
	"delete from benefit where kind = 'nursing'"
between "an account" "the run is not what was prepared: accounts of 1 persons" \
	"update account set number = '6228480000000000018' where person_id = $two and number = (select number from pay_line
		where person_id = $two)" \
	"update account set number = (select number from pay_line where person_id = $two) where person_id = $two"
between "an account that counts from the day after it was prepared" "the run is not what was prepared: accounts of 1 persons" \
	"update setting set value = (select (day + 1)::text from pay_run where run_id = $(run)) where name = 'business_day';
	insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, channel,
		'6228480000000000018', business_day(), region_code, payee, 1, 1 from pay_line where person_id = $two" \
	"delete from account where person_id = $two and number = '6228480000000000018';
	update setting set value = (select day::text from pay_run where run_id = $(run)) where name = 'business_day'"
between "a name" "the run is not what was prepared: accounts of 1 persons" \
	"update person set name = name || '甲' where person_id = $two" "update person set name = rtrim(name, '甲') where person_id = $two"
between "a signal" "the run is not what was prepared: signals of 1 persons" \
	"insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
		values ($two, 'risk.paid_in_custody', 'x', 0, 'suspend', '2025-12-01', 1, '2025-11-06')" \
	"delete from task where person_id = $two and cause = 'x'"
between "a rule: more kinds of tasks hold" "the gate goes by other rules than when it looked at the run" \
	"insert into pay_gate values ('retirement.age_reminder', 'clerk'), ('notice', 'clerk');
	insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
		values ($two, 'retirement.age_reminder', 'x', 0, 'notice', '2025-12-01', 1, '2025-11-06')" \
	"delete from pay_gate where kind in ('notice', 'retirement.age_reminder'); delete from task where person_id = $two and cause = 'x'"
between "a rule: less is a large payment" "the gate goes by other rules than when it looked at the run" \
	"update policy_number set value = value - 1 where name = 'work.large_payment'" \
	"update policy_number set value = value + 1 where name = 'work.large_payment'"
between "a line that somebody changed, with what it says was decided" "the run is not what was signed" \
	"update pay_line set amount_fen = amount_fen + 100, decided_fen = decided_fen + 100 where person_id = $two" \
	"update pay_line set amount_fen = amount_fen - 100, decided_fen = decided_fen - 100 where person_id = $two"
between "a held line let go by nobody" "the run is not what was signed" \
	"update pay_line set state = 'due', why = null where person_id = $one" \
	"update pay_line set state = 'held', why = 'risk.paid_after_death' where person_id = $one"
same "the line was put back" "$fen" "$(sql "select amount_fen from pay_line where person_id = $two")"
same "the database takes no commit in which a run pays something else" 1 "$(sql "begin;
	update pay_line set amount_fen = amount_fen + 100, decided_fen = decided_fen + 100 where person_id = $two;
	insert into pay_check (run_id) values ($(run)); commit" 2>&1 | grep -c "what was sent is not what was decided: 1 benefits differ, one of person $two")"
same "nor an approver who made it" 1 "$(sql "update pay_run set state = 'approved', approved_by = 'clerk' where run_id = $(run)" 2>&1 |
	grep -c pay_run_four_eyes)"
same "what is as it was is approved" "" "$(approve)"
same "by name" "approved wang" "$(sql "select state, approved_by from pay_run" | tr '|' ' ')"
st clerk pay gate >/dev/null
same "the gate again takes the signatures away" "gated " "$(sql "select state, approved_by from pay_run" | tr '|' ' ')"
# Beside a line that has gone well to the same account three times another one of the person makes it no stranger.
doubtful() {	# SAME: of the first line
	sql "begin; update account set doubt = 'name' where person_id = $two; update pay_line set same = $1 where person_id = $two and run_id = $(run);
		insert into pay_line select (jsonb_populate_record(l, jsonb_build_object('line_id', nextval('id_block'), 'period', 202510, 'same', 0))).*
		from pay_line l where person_id = $two and run_id = $(run);
		select count(*) from pay_told($(run)) where person_id = $two and rule_id = 'pay.account_doubtful'; rollback"
}
same "an account in doubt holds what has not gone well" 1 "$(doubtful 0)"
same "and not what has" 0 "$(doubtful 3)"
st clerk pay take-back "$(run)" >/dev/null
same "a run that nobody has sent is taken back" taken_back "$(state)"
st clerk pay prepare 2025-11 >/dev/null
same "and prepared anew as if it had not been" "2 $(in_register)" "$(sql "select (select count(*) from pay_run), count(*), sum(amount_fen)
	from pay_line where run_id = $(run)" | tr '|' ' ')"
for who in clerk reviewer manager auditor batch; do
	out=$(sql_as $who "update pay_line set amount_fen = 0"; sql_as $who "insert into pay_run (run_id, period, day, state) values (1, 202511, '2025-11-01', 'open')"
		sql_as $who "update pay_signal set state = 'released'"; sql_as $who "insert into account (person_id) values (1)")
	same "$who writes none of it" 4 "$(echo "$out" | grep -c 'permission denied')"
done
finish
