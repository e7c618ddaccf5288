# A death told at the counter: the task and the hold that a file makes, by the standing of who tells; corrected, annulled,
# and what each act has caused.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city death_counter 1200 9
st batch judge --date 2025-11-05 2>/dev/null
# shellcheck disable=SC2046
set -- $(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null and held_for is null
	and certified_on > '2025-01-01' order by 1 limit 5")
ann=$1 ben=$2 cem=$3 dan=$4 eve=$5
tell() { sql_as "$1" "select death_tell($2, $3, 'C-17', '$4')" | sed -n 's/^ERROR:  //p'; }
move() { st "$1" decide "$2" "$3" "$4" "$5" --reason "$6" --format csv 2>&1 | tr -d '\r' | sed -n 's/^steward: //p; t
	2{/^[0-9]/p}' | cut -d, -f2; }
tasks() { sql "select coalesce(string_agg(rule_id || ' ' || task_type || ' ' || cause || ' ' || state, ', ' order by rule_id), '')
	from task where person_id = $1 and (rule_id like 'risk.%' or rule_id like '%resume')"; }

same "the family, a bank and another agency tell" "" "$(tell clerk "$ann" "'2025-10-20'" family; tell clerk "$ben" "'2025-10-20'" bank
	tell clerk "$cem" "'2025-10-20'" agency)"
same "a reviewer does not" "this is reserved for the role clerk" "$(tell reviewer "$dan" "'2025-10-20'" family)"
same "nobody dies tomorrow" "the day lies between the birth and today" "$(tell clerk "$dan" "'2025-11-06'" family)"
same "told twice is known" "this is known already" "$(tell clerk "$ann" "'2025-10-20'" family)"
row=$(sql "select id_no || ',' || name || ',' || birth_date from person_ident where person_id = $dan")
printf 'id_no,name,birth_date,died_on,place\n%s,2025-10-20,x\n' "$row" >"$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-05 2>/dev/null
st batch judge 2>/dev/null
same "the family's word makes the task that the registry's file makes" "$(tasks "$dan")" "$(tasks "$ann")"
same "with the same sentence" 1 "$(sql "select count(distinct regexp_replace(say, '[0-9.]+ a month|\"[0-9.]+\"', '', 'g')) from finding
	where person_id in ($ann, $dan) and rule_id = 'risk.paid_after_death'")"
same "a bank's return suspends" "risk.death_suspends suspend 2025-10-20 open" "$(tasks "$ben")"
same "another agency's word is an alert" "risk.death_alert notice 2025-10-20 open" "$(tasks "$cem")"
same "proposed, the payment is held from the month after" "proposed 202511" "$(move clerk "$ann" risk.paid_after_death 2025-10-20 propose family) $(sql "select from_period
	from hold where person_id = $ann and state = 'provisional'")"
move reviewer "$ann" risk.paid_after_death 2025-10-20 approve checked >/dev/null

# The family agrees with the bank, and mends the day.
tell clerk "$ben" "'2025-09-28'" family
st batch judge 2>/dev/null
same "confirmed by the family it is a stop" "risk.death_suspends suspend 2025-10-20 withdrawn, risk.paid_after_death suspend 2025-09-28 open" "$(tasks "$ben")"
tell clerk "$ann" "'2025-09-20'" family
st batch judge 2>/dev/null
same "corrected, the former word stays with its successor" "corrected 2025-09-20 2025-10-20" "$(sql "select change || ' ' || died_on || ' ' || before_day
	from death_report where person_id = $ann order by report_id desc limit 1")"
same "and what follows from it is asked about" 2025-09-20 "$(sql "select cause from task where person_id = $ann and rule_id = 'risk.death_day'")"

# He comes in himself.
sql_as clerk "select death_annul($ann, 'came to the counter')" >/dev/null
st batch judge 2>/dev/null
cause=$(sql "select cause from task where person_id = $ann and rule_id = 'risk.death_annulled'")
same "that it was none needs a second person" "done" "$(move reviewer "$ann" risk.death_annulled "$cause" approve seen)"
st batch judge 2>/dev/null
same "every act is listed with what takes it back" "stop pay the pension again open" "$(sql "select act || ' ' || reversal || ' ' || reversal_state from (
	select 'stop' as act, 'pay the pension again' as reversal, t.state as reversal_state from task t join hold h using (person_id)
	where person_id = $ann and t.rule_id = 'retirement.resume' and h.state = 'final') x")"
same "on his page" 1 "$(st clerk person "$ann" | grep -c 'pay the pension again *open')"
resume=$(sql "select cause from task where person_id = $ann and rule_id = 'retirement.resume'")
move clerk "$ann" retirement.resume "$resume" propose report_wrong >/dev/null
same "paid again with what was kept back" "done lifted" "$(move reviewer "$ann" retirement.resume "$resume" approve checked) $(sql "select state from hold
	where person_id = $ann order by hold_id desc limit 1")"
same "a reviewer who has asked himself does not approve" "a second person has to say so" "$(sql "insert into death_report (person_id, report_id, region_code,
	change, teller, died_on, state, told_by) select person_id, 5, region_code, 'annulled', 'bank', '2025-10-20', 'asked', 'reviewer' from person where person_id = $ben; insert into touched (person_id, batch_id, region_code) values ($ben, 0, 0) on conflict do nothing"
	st batch judge 2>/dev/null; move reviewer "$ben" risk.death_annulled 5 approve seen)"
same "bank suspended, void: to be paid again" "risk.death_suspends 202511" "$(tell clerk "$eve" "'2025-10-20'" bank; st batch judge 2>/dev/null
	move clerk "$eve" risk.death_suspends 2025-10-20 propose document >/dev/null; move reviewer "$eve" risk.death_suspends 2025-10-20 approve checked >/dev/null
	sql "update status_event set state = 'void', decision_id = 1 where person_id = $eve and kind = 'death'; insert into touched (person_id, batch_id, region_code)
		values ($eve, 0, 0) on conflict do nothing"; st batch judge 2>/dev/null; sql "select cause from task where person_id = $eve and rule_id = 'retirement.resume'")"
finish
