# A window of a partner: it sees whom it has before it, by the whole number and for the day; takes requests, decides nothing.
. "$srcdir/tests/lib.sh"
needs service
needs risk
small_city partner_window 800 7
death_file "$city" "$work/window_death.csv"
st batch import death "$work/window_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
rule=risk.paid_after_death
area=$(sql "select region_code from task where rule_id = '$rule' order by person_id limit 1")
st admin staff add wi_bank window 柜 --region "$area" >/dev/null
ok "a window is made like other staff" $?
st admin staff add wi_sun clerk 孙 >/dev/null
for l in wi_bank wi_sun; do echo "steward $(id -un) $l" >>"$cluster/pgdata/pg_ident.conf"; done
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"; sleep 1
count() { sql_as wi_bank "select count(*) from $1"; }
no() { sql "select min(id_no) from person_ident where person_id = $1 and not is_former"; }
near=$(sql "select person_id from task where rule_id = '$rule' and region_code = $area order by 1 limit 1")
far=$(sql "select min(person_id) from person where region_code <> $area and region_code <> 0 and person_id > 0
	and not exists (select from region r where r.region_code = person.region_code and r.parent_code = $area)")

# Nobody, before somebody stands there; and every table of persons is empty for it.
same "it begins with nobody" "" "$(sql "select name from scope_tables() where way in ('row', 'case', 'person', 'area', 'pair')" |
	while read -r t; do n=$(count "$t" 2>&1); case $n in 0 | *"permission denied"*) ;; *) echo "$t $n" ;; esac; done)"
same "nobody is found by name" 0 "$(st wi_bank search "$(sql "select name from person where person_id = $near")" --format csv 2>/dev/null | sed 1d | wc -l)"
same "nor by the beginning of a number" 0 "$(st wi_bank search "$(no "$near" | cut -c1-14)" --format csv 2>/dev/null | sed 1d | wc -l)"
same "nor by the office's own number" 'no person has the number "'"$near"'"' "$(said st wi_bank person "$near")"

# What is asked and taken back in one transaction has told nothing; what was kept of it is there.
peek() {	# STATEMENTS: what they say in a transaction that is taken back
	sql_as wi_bank "begin; $1; select p.name from person p; select f.name from window_found('$(no "$near")') f; rollback" | sed '/^$/d'
}
same "asked and taken back, nobody was seen" "" "$(peek "select window_ask('$(no "$near")'); select window_open('$(no "$near")')")"
sql_as wi_bank "select window_ask('$(no "$near")')" >/dev/null
same "answered and taken back neither" "$near" "$(peek "select window_open('$(no "$near")')")"
same "and that it was asked stays" "1 0" "$(sql "select (select count(*) from window_ask where digest = sha256_text('$(no "$near")')), (select count(*) from window_visit)" | tr '|' ' ')"

# Who stands there is there, with all that is his, and nobody else.
st wi_bank person "$(no "$near")" >"$work/window_page" 2>&1
same "by the whole number there is" 1 "$(grep -c "$(no "$near")" "$work/window_page")"
same "one person" "1 $near" "$(count person) $(sql_as wi_bank "select min(person_id) from person")"
same "with what is his" "$(sql "select count(*) from payment where person_id = $near")" "$(count payment)"
same "it is looked up for the counter" "counter" "$(sql "select purpose from look where login = 'wi_bank' and person_id = $near")"
same "of another area there is nobody" "no person has the number \"X\"" "$(said st wi_bank person "$(no "$far")" | sed "s/$(no "$far")/X/")"
same "as of a number that is nobody's" "no person has the number \"330681190001010013\"" "$(said st wi_bank person 330681190001010013)"

same "but what is signalled about him" "0 0 0" "$(count task) $(count finding) $(count decision)"
same "nor what was done in the house" 0 "$(count "audit_log where person_id = 0")"

# A request, by the window whatever is said; the office has it.
st wi_bank service ask "$(no "$near")" information --channel counter >"$work/window_said" 2>&1
ok "a request is taken" $?
same "by the window" "window wi_bank" "$(sql "select channel || ' ' || who from service_request where person_id = $near")"
same "the office has it in its queue" 1 "$(st wi_sun service requests --format csv 2>/dev/null | grep -c window)"
st wi_bank service withdraw "$(no "$near")" "$(sql "select request_no from service_request where person_id = $near")" >/dev/null 2>&1
ok "and it takes it back" $?

sql "delete from policy_row where kind = 'channel' and code = 'window'"
same "an office whose texts do not know that channel yet takes it as told" counter "$(st wi_bank service ask "$(no "$near")" complaint --channel counter >/dev/null 2>&1
	sql "select channel from service_request where person_id = $near and matter = 'complaint'")"

# What writes and is not a window's is refused by the server: each function that staff may call.
same "no function of staff that writes is a window's but those that say so" "" "$(sql "select p.proname from pg_proc p
	where p.pronamespace = 'steward'::regnamespace and p.provolatile = 'v' and has_function_privilege('steward_window', p.oid, 'execute')
		and obj_description(p.oid, 'pg_proc') !~ '@window'")"
same "those are" "draft_keep person_at_counter person_looked service_ask service_note service_withdraw staff_in window_ask window_open" "$(
	sql "select string_agg(p.proname, ' ' order by p.proname) from pg_proc p where p.pronamespace = 'steward'::regnamespace
		and p.provolatile = 'v' and has_function_privilege('steward_window', p.oid, 'execute')")"
cause=$(sql "select cause from task where rule_id = '$rule' and person_id = $near")
st wi_bank decide "$near" $rule "$cause" propose --reason confirmed >"$work/window_said" 2>&1
same "it decides nothing" "1 open" "$? $(sql "select state from task where rule_id = '$rule' and person_id = $near")"
same "and has no table to write" 0 "$(sql "select count(*) from information_schema.role_table_grants where grantee = 'steward_window'
	and privilege_type <> 'SELECT'")"
same "no table that staff has not" 0 "$(sql "select count(*) from pg_class c where relnamespace = 'steward'::regnamespace and relkind in ('r', 'p', 'v')
	and has_table_privilege('steward_window', c.oid, 'select') and not has_table_privilege('steward_staff', c.oid, 'select')")"

# Behind a barrier there is nobody, even while he stood there before.
sql "insert into barrier (person_id, barrier_id, region_code, kind, why, from_day, to_day, author)
	select person_id, 1, region_code, 'address', 'told by the court', business_day(), 'infinity', 'wi_sun' from person where person_id = $near"
sql "select barrier_mark($near)" >/dev/null
same "a barrier hides him" 0 "$(count person)"
same "and his number is nobody's" 'no person has the number "X"' "$(said st wi_bank person "$(no "$near")" | sed "s/$(no "$near")/X/")"
sql "delete from barrier"

# Limits: numbers that are nobody's, persons a day; the next day begins anew, with nobody.
for i in 1 2 3 4 5 6 7; do st wi_bank person "33068119000101000$i" >/dev/null 2>&1; done
same "after ten numbers that are nobody's it is closed" "too many numbers of today were nobody's at this window" \
	"$(said st wi_bank person 330681190001010099)"
same "for whoever comes then, too" "too many numbers of today were nobody's at this window" \
	"$(said st wi_bank person "$(no "$(sql "select max(person_id) from person where region_code = $area")")")"
sql "update setting set value = '2025-11-07' where name = 'business_day'"
same "the next day there is nobody" 0 "$(count person)"
sql "insert into policy_number (name, value) values ('work.window_persons', 2) on conflict (name) do update set value = 2"
for p in $(sql "select person_id from person where region_code = $area and person_id > 0 order by 1 limit 3"); do
	said st wi_bank person "$(no "$p")"
done >"$work/window_said"
same "a third of two a day is the office's" "this window has served as many persons as it may a day 2" "$(tail -1 "$work/window_said") $(count person)"
same "somebody who came before is not another" 1 "$(st wi_bank person "$(no "$(sql "select min(person_id) from person where region_code = $area and person_id > 0")")" 2>/dev/null |
	grep -c "$(no "$(sql "select min(person_id) from person where region_code = $area and person_id > 0")")")"

# On the screen: the number, Enter, his page; the keys that are not a window's say whose they are.
first=$(no "$(sql "select min(person_id) from person where region_code = $area and person_id > 0")")
printf '%s\n' "/$first" o . | st wi_bank desk --line >"$work/window_page" 2>&1
same "his page opens" 1 "$(($(grep -c "$first" "$work/window_page") > 0))"
same "no joint case for a window" 1 "$(grep -m 1 -c 'needs a clerk; you are: window$' "$work/window_page")"
same "an auditor is told whom it had" 3 "$(sql_as auditor "select count(*) from window_visit")"
st admin staff end wi_bank >/dev/null
same "who leaves keeps no right" f "$(sql "select pg_has_role('wi_bank', 'steward_window', 'member')")"
finish
