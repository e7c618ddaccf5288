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
finish
