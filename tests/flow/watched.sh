# What a program that watches is told: OpenMetrics, by the grammar, with what is late and growing.
. "$srcdir/tests/lib.sh"
small_city watched 600 4
st batch judge --date 2025-11-01 2>/dev/null
out=$("$steward" doctor --metrics --db "$db" --as clerk)
value() { echo "$out" | sed -n "s/^steward_$1 //p"; }
same "every line is of the format" "" "$(echo "$out" | grep -vE '^# (TYPE steward_[a-z_]+ gauge|HELP steward_[a-z_]+ .+|EOF)$|^steward_[a-z_]+ -?[0-9]+$')"
same "it has an end" "# EOF" "$(echo "$out" | tail -1)"
same "each has a type before its value, once" "" "$(echo "$out" | awk '$2 == "TYPE" { if (t[$3]++) print; next }
	/^steward_/ && !t[$1] { print }')"
same "the database answers" 1 "$(value up)"
same "open tasks are counted" "$(sql "select count(*) from task where state = 'open'")" "$(value tasks_open)"
same "nothing is told of a backup nobody has made" "" "$(value backup_age_seconds)"
sql "insert into audit_log (person_id, audit_id, region_code, at, op, body) values (0, nextval('id_block'), 0, now() - interval '2 days', 'backup', '{}')"
out=$("$steward" doctor --metrics --db "$db" --as clerk)
ok "of one it is how old it is" "$([ "$(value backup_age_seconds)" -ge 172800 ] && [ "$(value backup_age_seconds)" -lt 172900 ]; echo $?)"
out=$("$steward" doctor --metrics --db "host=$work/nowhere" 2>/dev/null; echo "rc $?")
same "without a database that is told" "0 1" "$(value up) $([ "$(echo "$out" | tail -1)" != "rc 0" ]; echo $((1 - $?)))"
finish
