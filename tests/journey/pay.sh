# The payment run of a month in front of a real terminal.
. "$srcdir/tests/lib.sh"
for m in risk retirement; do needs $m; done
small_city runs 1200 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
sql "delete from finding; select 1" >/dev/null
st batch judge --date 2025-11-06 2>/dev/null
# Two groups: those reported dead, and doubtful rows.
sql "update task set state = 'withdrawn' where rule_id = 'retirement.certification_overdue'"
st clerk pay prepare 2025-11 >/dev/null
name=$(sql "select p.name from task t join person p using (person_id) join benefit b using (person_id)
	where t.rule_id = 'risk.paid_after_death' order by b.monthly_fen desc, t.person_id limit 1")
"$builddir/tests/journey/desk_runs" "$db" 1 "$name" 2>&1
ok "the run of a month" $?
same "it was approved by the second person, as it was signed" "approved clerk reviewer" "$(sql "select state, signed_by, approved_by from pay_run" | tr '|' ' ')"
same "and its groups are kept by a name" "kept clerk 8" "$(sql "select state, who, count(*) from pay_signal group by 1, 2" | tr '|' ' ')"

# One of the dead was paid for a month after the stop that was decided.
dead=$(sql "select t.person_id from task t where t.rule_id = 'risk.paid_after_death' and t.state = 'open' order by 1 limit 1")
st clerk decide "$dead" risk.paid_after_death 2025-11-05 propose --reason confirmed >/dev/null
row=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $dead limit 1")
printf 'id_no,name,period,amount,paid_on\n%s,2025-12,100.00,2025-11-06\n' "$row" >"$work/late.csv"
st batch import payment "$work/late.csv" --date 2025-11-06 2>/dev/null
st reviewer decide "$dead" risk.paid_after_death 2025-11-05 approve --reason checked >/dev/null
"$builddir/tests/journey/desk_recover" "$db" "${row%%,*}" "${row#*,}" 2>&1
ok "a recovery is opened" $?
same "with its sum and its way back" "heard heirs 10000" "$(sql "select state, plan, sum(claim_fen) from receivable
	join receivable_month using (person_id, receivable_id) group by 1, 2" | tr '|' ' ')"
finish
