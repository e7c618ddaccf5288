# The catalogue of work: every kind of task with its clock, steps, reasons and letters; one is switched off and on by the
# administrator, with the reason: off makes nobody a new task, on gives whatever still stands to somebody.
. "$srcdir/tests/lib.sh"
small_city catalogue 1000 7
needs risk
needs service
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
st batch judge --date 2025-11-03 --force >/dev/null 2>&1
sql "update setting set value = '2025-11-03' where name = 'business_day'"
st clerk work types --format csv 2>/dev/null | tr -d '\r' >"$work/types.csv"
same "every kind of task is in it, and every matter of the counter" "$(sql "select (select count(*) from task_type) + (select count(distinct code) from policy_row
	where kind = 'service_matter')")" "$(sed 1d "$work/types.csv" | wc -l | tr -d ' ')"
[ "$(sed 1d "$work/types.csv" | wc -l)" -ge 57 ]
ok "which are the 57 of the model at least" $?
same "each has a job, a clock and steps" 0 "$(sed 1d "$work/types.csv" | awk -F, '$4 == "" || $5 $6 == "" || $7 < 1 && $2 != "certify"' | wc -l | tr -d ' ')"
same "of one its steps, reasons and letter" 1 "$(st clerk work types suspend 2>/dev/null | grep -c 'confirmed family document.*hearing')"
off() { said st admin work switch "$@"; }
same "a clerk switches nothing" "this is reserved for the role admin" "$(said st clerk work switch notice off --why x)"
same "nobody without a reason" "a kind of task is not switched without a reason" "$(off notice off)"
same "what looks after the office is not switched" "there is no kind of task of this name that can be switched" "$(off brake off --why x)"
open() { sql "select count(*) from task where task_type = 'suspend' and closed_on is null"; }
before=$(open)
same "off, with the reason" "" "$(off suspend off --why 'the register is mended')"
same "told where it is listed" 1 "$(st clerk work types 2>/dev/null | grep -c 'suspend.*the register is mended')"
same "so already" "it is so already" "$(off suspend off --why again)"
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 >/dev/null 2>&1
sql "update setting set value = '2025-11-06' where name = 'business_day'"
same "what is found makes nobody a task, what was open stays" "0 $before" "$(sql "select count(*) from task where rule_id = 'risk.paid_after_death'") $(open)"
found=$(sql "select count(*) from finding where rule_id = 'risk.paid_after_death'")
same "on again, all of it is somebody's" "" "$(off suspend on --why 'mended')"
same "as many as were found" "$found" "$(sql "select count(*) from task where rule_id = 'risk.paid_after_death' and state = 'open'")"
st batch judge --date 2025-11-07 --force >/dev/null 2>&1
same "once" "$found" "$(sql "select count(*) from task where rule_id = 'risk.paid_after_death' and state = 'open'")"
same "the audit has both" "work.off work.on" "$(sql "select string_agg(op, ' ' order by audit_id) from audit_log where op like 'work.%'")"
finish
