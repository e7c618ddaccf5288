# Staff read and call; every other way into the tables is refused by the database itself.
. "$srcdir/tests/lib.sh"
new_db rights

refused() {	# NAME LOGIN SQL
	out=$(sql_as "$2" "$3")
	case $out in
	*"permission denied"*) ok "$2 cannot $1" 0 ;;
	*) ok "$2 cannot $1" 1; echo "$out" ;;
	esac
}

for who in clerk reviewer manager policy auditor; do
	refused "change a task" $who "update task set state = 'done'"
	refused "write a decision" $who "insert into decision (person_id, decision_id) values (1, 1)"
	refused "change a decision" $who "update decision set approver = 'manager'"
	refused "lift a hold" $who "update hold set state = 'lifted'"
	refused "place a hold" $who "insert into hold (person_id, hold_id) values (1, 1)"
	refused "write the audit" $who "insert into audit_log (person_id, audit_id) values (1, 1)"
	refused "change the audit" $who "update audit_log set who = 'nobody'"
	refused "erase the audit" $who "delete from audit_log"
	refused "touch payments" $who "delete from payment"
	refused "make a person" $who "insert into person (person_id) values (1)"
	refused "set the business day" $who "update setting set value = '2030-01-01'"
	refused "run an effect by hand" $who "select hold_confirm(1, 'r', 'c', 1)"
	refused "adjust a pension" $who "update adjust_row set state = 'applied'"
	refused "change an adjustment" $who "update adjust_campaign set state = 'running'"
	refused "read request keys" $who "select * from request_done"
	refused "become the owner" $who "set role steward_owner"
	refused "make a table" $who "create table steward.mine (x int)"
done
for who in clerk reviewer manager policy auditor batch; do
	refused "read drafts past their function" $who "select * from draft"
	refused "write a draft past its function" $who "insert into draft values ('clerk', 's', 'x', 'y', now())"
done
for who in clerk reviewer manager policy auditor batch; do
	refused "read recorded keys past their function" $who "select * from macro"
	refused "write recorded keys past their function" $who "insert into macro values ('clerk', 's', 'x', now())"
done
refused "record keys" batch "select macro_keep('m', 't')"
sql_as clerk "select macro_keep('m', 't')" >/dev/null
same "recorded keys are their owner's" "m|t" "$(sql_as clerk "select name, keys from macro_mine()")"
same "and nobody else's" "" "$(sql_as reviewer "select name from macro_mine()")"
same "who cannot remove them" 0 "$(sql_as reviewer "select macro_drop('m')")"
same "their owner can" 1 "$(sql_as clerk "select macro_drop('m')")"
refused "keep a draft" batch "select draft_keep('decide', '1', 'note')"
sql_as clerk "select draft_keep('decide', '1', 'mine')" >/dev/null
same "a draft is its writer's" mine "$(sql_as clerk "select fields from draft_mine('decide', '1')")"
same "and nobody else's" "" "$(sql_as reviewer "select fields from draft_mine('decide', '1')")"
sql_as reviewer "select draft_keep('decide', '1', '')" >/dev/null
same "whom another's end does not touch" mine "$(sql_as clerk "select fields from draft_mine('decide', '1')")"
sql_as clerk "select draft_keep('decide', n::text, 'x') from generate_series(2, 250) n" >/dev/null
same "the newest stay" 1 "$(sql "select (count(*) between 1 and 250)::int from draft where login = 'clerk'")"
sql_as clerk "select draft_keep('decide', '1', '')" >/dev/null
same "sent, it is gone" "" "$(sql_as clerk "select fields from draft_mine('decide', '1')")"
for who in manager policy auditor batch; do
	refused "write a message past its function" $who "insert into message (person_id, message_id) values (1, 1)"
done
for who in policy auditor batch; do
	out=$(sql_as $who "select message_put(1, 'r', 'c', 'letter', 'en', 'x')")
	same "$who keeps no letter" 1 "$(echo "$out" | grep -cE 'permission denied|only a clerk or a reviewer')"
done
for who in clerk reviewer manager policy auditor; do
	refused "take messages to send" $who "select * from message_take('{sms}', 1, '12:00')"
	refused "say that a message was sent" $who "select message_sent(1, 'x', 'y')"
	refused "write a letter's text" $who "select message_write(1, 'x')"
	refused "write a message past a decision" $who "select message_due(1, 'r', 'c', 1)"
done
for f in "message_words(1, 'x')" "message_approve(1, 'x')" "message_retry(1)" "message_drop(1, 'x')" "contact_wish_put(1, '', '', true)"; do
	refused "do people's work: $f" batch "select $f"
done
refused "say whom a message goes to" batch "update message set survivors = false"
refused "write a contact" clerk "insert into contact (person_id) values (1)"
refused "decide" batch "select decide(gen_random_uuid(), 1, 'r', 'c', 1, 'propose', 'x', '')"
for f in "adjust_propose(1)" "adjust_approve(1, 'x')" "adjust_undo(1, 'x')"; do
	refused "take the persons' part in an adjustment: $f" batch "select $f"
done
refused "change a decision" batch "update decision set approver = 'manager'"
refused "name an author" batch "insert into decision (person_id, decision_id, author) values (1, 1, 'clerk')"
refused "claim that a human decided" batch "insert into decision (person_id, decision_id, automatic) values (1, 1, false)"
refused "place a hold" batch "insert into hold (person_id, hold_id) values (1, 1)"
refused "write another's audit" batch "insert into audit_log (person_id, audit_id, region_code, at, who, op)
	values (0, 1, 0, '2025-11-01', 'reviewer', 'task.approve')"
refused "write its own audit" batch "insert into audit_log (person_id, audit_id, region_code, op) values (0, 1, 0, 'x')"
refused "raise pensions" batch "update benefit set monthly_fen = monthly_fen + 1000000"
refused "add a payment" batch "insert into payment (person_id) values (1)"
refused "make a person" batch "insert into person (person_id) values (1)"
refused "end a life" batch "insert into status_event (person_id) values (1)"
refused "write a finding" batch "insert into finding (person_id) values (1)"
refused "take tasks away" batch "delete from task where state = 'open'"
refused "close tasks" batch "update task set state = 'done'"
refused "record a decision" batch "insert into decision (person_id, decision_id, outcome) values (1, 1, 'approved')"
refused "let nobody be judged again" batch "update person_pack set next_check = '2099-01-01'"
refused "empty the judge's table" batch "truncate person_pack"
refused "set the business day" batch "update setting set value = '2030-01-01'"
refused "add an area" batch "insert into region (region_code, name) values (1, 'x')"
refused "run a step's inside" batch "select setting_put('business_day', '2030-01-01')"
refused "lock the judge's row" batch "select * from work_lock for update"
refused "lock a feed's row" batch "select * from feed for update"
# Tables that a step reads are of its own making: one made by the login itself runs nothing as the owner.
trap_of() {	# TABLE STEP: a view that would raise a pension, and the step that would look at it
	out=$(sql_as batch "begin; create function pg_temp.evil() returns bigint language plpgsql as
		\$\$ begin update steward.task_type set owner = current_user; return 1; end \$\$;
		create temp view $1 as select pg_temp.evil() as line, pg_temp.evil() as person_id, null::text as id_no,
			null::text as rule_id, null::text as task_type;
		select $2; commit")
	case $out in
	*"this step follows another one"*) ok "batch's own $1 is not read by $2" 0 ;;
	*) ok "batch's own $1 is not read by $2" 1; echo "$out" ;;
	esac
}
for feed in sample register; do trap_of stage_in "import_match(1, '$feed')"; done
trap_of matched "import_accepted(1, 'sample')"
trap_of stage "import_apply(1, 'sample')"
trap_of stage "import_touch(1, 1, true)"
trap_of found "judge_apply('person', business_day(), '{}', '{}')"
trap_of found "judge_settle('certify', business_day(), '')"
trap_of adjust_found "adjust_keep(1)"
trap_of adjust_asked "adjust_keep(1)"
trap_of taken "judge_untouch('person')"
refused "call a feed's statements past their step" batch "select feed_sample(1)"
refused "call a match past its step" batch "select match_known('sample')"
for step in import_match import_apply; do
	out=$(sql_as batch "begin; select set_config('steward.batch', import_open('sample', '$step', 'x', null, true)::text, true);
		$([ $step = import_match ] || echo "select import_match(current_setting('steward.batch')::bigint, 'sample');")
		select $step(current_setting('steward.batch')::bigint, 'register')")
	same "batch cannot take a file for one of another feed by $step" 1 "$(echo "$out" | grep -c 'this step follows another one')"
done
refused "say what a file's columns are" batch "insert into feed_field values ('sample', 99, 'x', 'text')"
refused "say whom a file is about" batch "update feed_match set id = 'region_code'"
refused "add a kind of number" batch "insert into ident_kind values ('x', 'x', 'x')"
for who in clerk reviewer manager policy auditor; do
	refused "hold up the night" $who "select * from work_lock for update"
	refused "hold up an import" $who "select * from feed for share"
	refused "run the judge" $who "select judge_open(null, true)"
	refused "bring a file in" $who "select import_open('death', 'x', 'x', null, true)"
done
refused "erase the audit" batch "delete from audit_log"
refused "change the audit" batch "update audit_log set who = 'nobody'"
# Whoever is of staff, an auditor too, may call what staff may: each step that writes asks for a job, itself or by what it calls.
same "no step of staff is everybody's but those on one's own things" "adjust_keep draft_keep macro_back macro_drop macro_keep person_at_counter \
person_looked staff_in task_claim_leave window_ask window_open" "$(sql "with recursive asks as (select proname from pg_proc
		where pronamespace = 'steward'::regnamespace and prosrc ~ 'pg_has_role'
	union select p.proname from pg_proc p join asks a on p.prosrc ~ ('\m' || a.proname || '\M') where p.pronamespace = 'steward'::regnamespace)
	select string_agg(p.proname, ' ' order by p.proname) from pg_proc p where p.pronamespace = 'steward'::regnamespace and p.provolatile = 'v'
		and p.prosecdef and p.proname not in (select proname from asks)
		and exists (select from aclexplode(p.proacl) x where x.grantee = 'steward_staff'::regrole)")"
same "a clerk reads the queue" 0 "$(sql_as clerk 'select count(*) from task')"

# Texts and rehearsals are written by policy officers; what they are adopted as is what their hashes say.
for who in clerk reviewer manager auditor batch; do
	refused "write a rehearsal" $who "insert into rehearsal (rehearsal_id) values (1)"
	refused "adopt" $who "select rules_adopt(1, 1, business_day())"
	refused "withdraw" $who "select rules_withdraw('x', 'y', business_day(), 1)"
done
refused "name the author of a rehearsal" policy "insert into rehearsal (rehearsal_id, author) values (1, 'policy2')"
refused "change a rehearsal" policy "update rehearsal set author = 'policy2'"
refused "write a version" policy "insert into rule_version (version_id) values (1)"
refused "change a version" policy "update rule_version set withdrawn_from = null"
refused "write a book" policy "insert into rule_book (book_hash) values ('x')"
refused "change an archived text" policy "update rule_text set body = ''"
refused "change an archived text" batch "update rule_text set body = ''"
refused "write another's rows" policy "insert into rehearsal_change (person_id, rehearsal_id, author) values (1, 1, 'policy2')"

hash() { printf '%s' "$1" | sha256sum | cut -c 1-64; }
# What policy writes by hand, and policy2's program rehearses as it finds it.
rehearsed() {	# LOGIN ID CHECKS DRAFT DRAFT_HASH RESULT [DAYS-FROM-TODAY]
	day="business_day() + ${7:-0}"
	sql_as "$1" "insert into rehearsal (rehearsal_id, business_day, draft_hash, base_hash, draft, facts_hash, result_hash,
		totals, checks) values ($2, $day, '$5', rules_base($day), '$4', '', '$6', '{}', $3)"
}
forged() {	# NAME ID BODY DRAFT DRAFT_HASH
	sql_as policy "insert into rule_text values ('$(hash good)', 'x', 'good', business_day()),
		('$(hash "$3")', 'x', '$3', business_day()) on conflict do nothing"
	rehearsed policy $2 null "$4" "$5" r
	rehearsed policy2 "10$2" $2 "$4" "$5" r
	out=$(sql_as policy2 "select rules_adopt($2, 10$2, business_day())")
	case $out in
	*"not what its hash says"*) ok "not adopted: $1" 0 ;;
	*) ok "not adopted: $1" 1; echo "$out" ;;
	esac
}
path=parameters/x.lua
said=$(hash "$path $(hash good)
")
forged "another text under the draft's hash" 1 bad "{\"$path\": \"$(hash bad)\"}" "$said"
forged "one text more" 2 bad "{\"$path\": \"$(hash good)\", \"parameters/y.lua\": \"$(hash bad)\"}" "$said"
forged "a text that nobody has" 3 good "{\"$path\": \"\"}" "$(hash "$path 
")"
forged "a path outside" 4 good "{\"parameters/../x.lua\": \"$(hash good)\"}" "$(hash "parameters/../x.lua $(hash good)
")"
for who in policy batch; do
	out=$(sql_as $who "insert into rule_text values ('$(hash other)', 'x', 'not the other', business_day())")
	same "$who cannot put a text under another's hash" 1 "$(echo "$out" | grep -c rule_text_hash)"
done
draft="{\"$path\": \"$(hash good)\"}"
not_adopted() {	# NAME SAYS REHEARSAL CHECK
	out=$(sql_as policy2 "select rules_adopt($3, $4, business_day())")
	case $out in
	*"$2"*) ok "not adopted: $1" 0 ;;
	*) ok "not adopted: $1" 1; echo "$out" ;;
	esac
}
rehearsed policy 6 null "$draft" "$said" invented
not_adopted "a rehearsal that the second person has not made" "was not rehearsed" 6 6
rehearsed policy2 106 6 "$draft" "$said" true
not_adopted "one that comes out otherwise for the second person" "does something else" 6 106
rehearsed policy2 7 null "$draft" "$said" true
rehearsed policy2 107 7 "$draft" "$said" true
not_adopted "one's own" "second person" 7 107
rehearsed policy 8 null "$draft" "$said" true 5
rehearsed policy2 108 8 "$draft" "$said" true 5
not_adopted "what was rehearsed for another day" "for a later day" 8 108
rehearsed policy 9 null "$draft" "$said" true
rehearsed policy2 109 9 "$draft" "$said" true
# Two on one base at once: the second waits for the first, and finds another base, though it is scheduled only.
psql -X -q "$db user=policy2" -c "set search_path = steward" -c "begin" \
	-c "select rules_adopt(8, 108, business_day() + 5)" -c "select pg_sleep(1)" -c commit >/dev/null &
first=$!
until [ "$(sql "select count(*) from pg_locks where mode = 'ShareRowExclusiveLock' and granted")" -gt 0 ] ||
	! kill -0 $first 2>/dev/null; do :; done
not_adopted "what was rehearsed on a base that has gone meanwhile" "other texts have come into force" 9 109
wait $first
same "one of the two is in force" 1 "$(sql "select count(*) from rule_version where path = '$path'")"
finish
