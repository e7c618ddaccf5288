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
	refused "read request keys" $who "select * from request_done"
	refused "become the owner" $who "set role steward_owner"
	refused "make a table" $who "create table steward.mine (x int)"
done
refused "decide" batch "select decide(gen_random_uuid(), 1, 'r', 'c', 1, 'propose', 'x', '')"
refused "change a decision" batch "update decision set approver = 'manager'"
refused "name an author" batch "insert into decision (person_id, decision_id, author) values (1, 1, 'clerk')"
refused "claim that a human decided" batch "insert into decision (person_id, decision_id, automatic) values (1, 1, false)"
refused "place a hold" batch "insert into hold (person_id, hold_id) values (1, 1)"
refused "erase the audit" batch "delete from audit_log"
refused "change the audit" batch "update audit_log set who = 'nobody'"
same "a clerk reads the queue" 0 "$(sql_as clerk 'select count(*) from task')"

# Texts and rehearsals are written by policy officers; what they are adopted as is what their hashes say.
for who in clerk reviewer manager auditor batch; do
	refused "write a rehearsal" $who "insert into rehearsal (rehearsal_id) values (1)"
	refused "adopt" $who "select rules_adopt(1, 'x', business_day())"
	refused "withdraw" $who "select rules_withdraw('x', 'y', business_day())"
done
refused "name the author of a rehearsal" policy "insert into rehearsal (rehearsal_id, author) values (1, 'policy2')"
refused "change a rehearsal" policy "update rehearsal set author = 'policy2'"
refused "write a version" policy "insert into rule_version (version_id) values (1)"
refused "change a version" policy "update rule_version set withdrawn_from = null"
refused "write a book" policy "insert into rule_book (book_hash) values ('x')"
refused "change an archived text" policy "update rule_text set body = ''"
refused "change an archived text" batch "update rule_text set body = ''"
refused "adopt past the check" policy2 "select rules_adopt_rehearsed(1, 'x', business_day())"

hash() { printf '%s' "$1" | sha256sum | cut -c 1-64; }
forged() {	# NAME ID BODY DRAFT DRAFT_HASH
	sql_as policy "insert into rule_text values ('$(hash good)', 'x', 'good', business_day()),
		('$(hash "$3")', 'x', '$3', business_day()) on conflict do nothing;
		insert into rehearsal (rehearsal_id, business_day, draft_hash, base_hash, draft, facts_hash, result_hash,
		totals) values ($2, business_day(), '$5', rules_state(business_day()), '$4', '', '', '{}')"
	out=$(sql_as policy2 "select rules_adopt($2, '$5', business_day())")
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
sql_as policy "insert into rule_text values ('$(hash other)', 'x', 'not the other', business_day())"
forged "a text under another's hash" 5 good "{\"$path\": \"$(hash other)\"}" "$(hash "$path $(hash other)
")"
sql_as policy "insert into rehearsal (rehearsal_id, business_day, draft_hash, base_hash, draft, facts_hash, result_hash,
	totals) values (6, business_day(), '$said', rules_state(business_day()), '{\"$path\": \"$(hash good)\"}', '', '', '{}')"
same "what the hash says is adopted" 1 "$(sql_as policy2 "select rules_adopt(6, '$said', business_day())")"
finish
