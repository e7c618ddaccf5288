# Who has come is on record, once a day and address; a login that nobody uses is told.
. "$srcdir/tests/lib.sh"
small_city logins 500 3
sql "delete from staff_seen; delete from audit_log where op = 'staff.in'"
st clerk tasks >/dev/null 2>&1
st clerk search 330 >/dev/null 2>&1
same "a login that comes twice is on record once" "clerk here steward 1" "$(sql "select body ->> 'login', body ->> 'from', body ->> 'program', count(*)
	from audit_log where op = 'staff.in' group by 1, 2, 3" | tr '|' ' ')"
sql "update staff_seen set day = day - 1"
st clerk tasks >/dev/null 2>&1
same "on the next day again" "2" "$(sql "select count(*) from audit_log where op = 'staff.in' and body ->> 'login' = 'clerk'")"
st admin staff --format csv >"$work/staff.csv" 2>/dev/null
same "the list of staff has the day" "$(sql "select office_today()")" "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "seen") at = i } $1 == "clerk" { print $at }' "$work/staff.csv")"
same "of who never came it has none" "" "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "seen") at = i } $1 == "policy2" || $1 == "auditor" { print $at }' "$work/staff.csv" | tr -d '\n')"
st auditor audit >"$work/audit" 2>/dev/null
ok "the auditor reads it" "$(grep -q 'staff.in' "$work/audit"; echo $?)"
told() { st clerk doctor 2>&1 | sed -n 's/.*nobody has used for 90 days: \([^(]*\) (.*/\1/p'; }
same "a young office has nobody who stayed away" "" "$(told)"
sql "insert into staff_seen select 'clerk', current_date - 91, 'here'"
ok "later who has not come for a quarter is told" "$(told | grep -q 'reviewer'; echo $?)"
ok "and who has, is not" "$(told | grep -q 'clerk'; echo $((! $?)))"
same "nobody is on record who does not work here" "0" "$(psql -X -q -A -t "$db user=postgres" -c "select steward.staff_in()" >/dev/null 2>&1
	sql "select count(*) from staff_seen where login not in (select login from staff)")"

# Who works in a town and shall see another one, or all, waits for a second person; what lies in his own area does not.
one=$(sql "select region_code from region where parent_code = 330681 order by 1 limit 1")
two=$(sql "select region_code from region where parent_code = 330681 order by 1 offset 1 limit 1")
st admin staff add lo_town clerk 镇上 --region "$one" >/dev/null 2>&1
st admin staff move lo_town clerk --region "$two" >/dev/null 2>&1
same "another area waits" "$one $two" "$(sql "select s.region_code, c.region_code from staff s join staff_change c using (login) where login = 'lo_town'" | tr '|' ' ')"
st manager staff refuse lo_town >/dev/null 2>&1
st admin staff add lo_town clerk 镇上 >/dev/null 2>&1
same "so does the whole office, by the same words that make a login" "$one 1" "$(sql "select region_code, (select count(*) from staff_change where login = 'lo_town')
	from staff where login = 'lo_town'" | tr '|' ' ')"
st manager staff approve lo_town "$(sql "select staff_sign(c) from staff_change c where login = 'lo_town'")" >/dev/null 2>&1
ok "and is his when it is approved" "$([ "$(sql "select region_code from staff where login = 'lo_town'")" != "$one" ]; echo $?)"
st admin staff move lo_town clerk --region "$two" >/dev/null 2>&1
same "less than before is his at once" "$two" "$(sql "select region_code from staff where login = 'lo_town'")"
finish
