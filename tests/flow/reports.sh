# A report may be void, a proposal goes back when its reason has gone, a hold is a fact, and what was stopped is paid
# again: with what each of them does to the other rules.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
field="$srcdir/tests/flow/field"
"$steward" generate "$work/reports_city" --persons 600 --seed 9 >/dev/null 2>&1

fresh() {	# CASE
	case=$1
	new_db "reports_$1"
	areas_in "reports_$1" "$work/reports_city"
	sql "update setting set value = '2025-12-01' where name = 'business_day'"
}
take() { said=$(st batch import "$1" "$field/$case/${2:-$1}.csv" 2>&1); }
judge() { st batch judge ${1:+--date "$1"} >/dev/null 2>&1 || echo "not ok judge of $case"; }
state() { sql "select state from task where rule_id = '$1' order by cause desc limit 1"; }
do_as() {	# LOGIN NUMBER RULE CAUSE EVENT REASON: the message, or nothing
	st "$1" decide "$2" "$3" "$4" "$5" --reason "$6" 2>&1 | sed -n 's/^steward: //p'
}
stop=retirement.certification_overdue dead=risk.paid_after_death

# A death that was reported wrongly: nothing of it is left, for nobody.
fresh second_death
who=330600195704058019
take register; take death death_reported_wrongly; judge
do_as clerk $who $dead 2025-11-10 dismiss report_wrong >/dev/null
same "that a report is wrong waits for a second person" "denied 1" \
	"$(state $dead) $(sql "select count(*) from death_told")"
same "who is not the first" 'a proposal needs a second person' \
	"$(st postgres staff put clerk --job reviewer >/dev/null 2>&1; sql "grant steward_reviewer to clerk" 2>/dev/null
	do_as clerk $who $dead 2025-11-10 approve checked; sql "revoke steward_reviewer from clerk")"
do_as reviewer $who $dead 2025-11-10 approve checked >/dev/null
same "approved, the report is void" "dismissed 0" "$(state $dead) $(sql "select count(*) from death_told")"
judge; st batch refresh 2>/dev/null
same "no figure and no rule counts it" "|0" "$(sql "select f.died_on, (select sum(counted)::int from indicator_value
	where indicator = 'E1') from person_fact f join person_ident using (person_id) where id_no = '$who'")"
cp "$field/second_death/death_reported_wrongly.csv" "$work/again.csv"
echo "330600195704058019,郑试甲,1957-04-05,2025-11-10,家中" >>"$work/again.csv"
st batch import death "$work/again.csv" >/dev/null 2>&1; judge
same "told again it stays void" "dismissed 0" "$(state $dead) $(sql "select count(*) from death_told")"
take death death_that_happened; judge
same "another day is a matter of its own" "open" "$(state $dead)"
same "the first is kept, with the decision" "1" "$(sql "select count(*) from status_event e join decision d
	using (person_id, decision_id) where e.state = 'void' and d.reason = 'report_wrong' and d.approver = 'reviewer'")"

# The reason goes while a proposal waits, and after it was approved.
fresh reason_gone
one=330600195010108106 two=33060019501111812X
take register; judge
same "no department has confirmed that a certificate ran out" 1 "$(do_as clerk $one $stop 2025-11-01 propose confirmed |
	grep -c '"confirmed" is not a reason')"
do_as clerk $one $stop 2025-11-01 propose no_sign >/dev/null
do_as clerk $two $stop 2025-11-01 propose no_sign >/dev/null
do_as reviewer $two $stop 2025-11-01 approve checked >/dev/null
same "the stop begins after the month in which the certificate ran out" "202512 final
202512 provisional" "$(sql "select from_period || ' ' || state from hold order by state")"
judge
same "what is stopped is a fact of the person" "$stop" "$(sql "select held_for from person_fact
	join person_ident using (person_id) where id_no = '$two'")"
st batch refresh 2>/dev/null
same "a stopped pension has no lapsed certificate in payment" 1 "$(sql "select counted::int from indicator_value
	where indicator = 'D4' and region_code = 0 order by business_day desc limit 1")"
take medical; take transport; judge
same "the proposal has gone back and stops nothing" "withdrawn lifted returned" "$(sql "select t.state || ' ' || h.state || ' ' ||
	d.outcome from task t join hold h using (person_id, rule_id, cause) join decision d using (person_id, decision_id)
	join person_ident using (person_id) where id_no = '$one'")"
same "with the reason" "its reason is gone since it was proposed" "$(sql "select returned from decision where returned is not null")"
same "approving it is refused" 1 "$(do_as reviewer $one $stop 2025-11-01 approve checked | grep -c 'by now')"
again=$(sql "select cause from task where rule_id = 'retirement.resume'")
same "the stopped one is a task to pay again" "$stop 202512" "$again"
do_as clerk $two retirement.resume "$again" propose certified >/dev/null
do_as reviewer $two retirement.resume "$again" approve checked >/dev/null
same "paid again, with the months held back" "lifted 1 210000" "$(sql "select h.state, a.months, a.amount_fen from hold h
	join arrears a using (person_id, hold_id)" | tr '|' ' ')"
do_as clerk $two retirement.resume "$again" undo decided_wrong >/dev/null
do_as reviewer $two retirement.resume "$again" approve checked >/dev/null
same "taken back it stays stopped, and nothing is due" "final void" "$(sql "select h.state, a.state from hold h
	join arrears a using (person_id, hold_id)" | tr '|' ' ')"
do_as clerk $two retirement.resume "$again" propose certified >/dev/null
do_as reviewer $two retirement.resume "$again" approve checked >/dev/null
same "the person's page has it" 1 "$(st clerk person $two | grep -cE '2025-12 .*2025-12 .*2100\.00 +due')"
judge
same "and nothing is left to do" 0 "$(sql "select count(*) from task where state in ('open', 'proposed')
	and task_type in ('suspend', 'resume')")"

# A day that is corrected after the pension was stopped, and money that goes out all the same.
fresh second_death
take register; take death death_that_happened; judge
do_as clerk $who $dead 2025-11-28 propose confirmed >/dev/null
do_as reviewer $who $dead 2025-11-28 approve checked >/dev/null
judge
printf 'id_no,name,birth_date,died_on,place\n%s,郑试甲,1957-04-05,2025-10-30,市人民医院\n' $who >"$work/right.csv"
st batch import death "$work/right.csv" >/dev/null 2>&1
judge
month=$(sql "select cause from task where rule_id = 'risk.death_day' and state = 'open'")
same "the day is another one" 2025-10-30 "$month"
do_as clerk $who risk.death_day "$month" propose corrected >/dev/null
do_as reviewer $who risk.death_day "$month" approve checked >/dev/null
same "which two can set right" "202511 final" "$(sql "select from_period || ' ' || state from hold")"
do_as clerk $who risk.death_day "$month" undo decided_wrong >/dev/null
do_as reviewer $who risk.death_day "$month" approve checked >/dev/null
same "and take back" "202512 final open" "$(sql "select h.from_period || ' ' || h.state || ' ' || t.state from hold h, task t where t.rule_id = 'risk.death_day'")"
do_as clerk $who risk.death_day "$month" propose corrected >/dev/null
do_as reviewer $who risk.death_day "$month" approve checked >/dev/null
judge
same "and then it is" "done 0" "$(sql "select (select state from task where rule_id = 'risk.death_day') || ' ' || (select count(*)
	from task where state = 'open' and rule_id = '$dead')")"
printf 'id_no,name,period,amount,paid_on\n%s,郑试甲,2025-12,2100.00,2025-12-01\n' $who >"$work/paid.csv"
st batch import payment "$work/paid.csv" >/dev/null 2>&1
judge
same "money for a stopped month is a signal" "202512 open" "$(sql "select cause || ' ' || state from task
	where rule_id = 'risk.paid_while_stopped'")"

# A pension that is stopped for a matter is no second task of it, whatever day the law moves to.
fresh reason_gone
take register; judge
for p in $one $two; do
	do_as clerk $p $stop 2025-11-01 propose no_sign >/dev/null
	do_as reviewer $p $stop 2025-11-01 approve checked >/dev/null
done
judge
sed 's/value = 12 /value = 11 /' "$srcdir/lua/parameters/certification.lua" >"$work/certification.lua"
judge 2025-12-02
same "no second task of the same matter" 2 "$(sql "select count(*) from task where rule_id = '$stop'")"
finish
