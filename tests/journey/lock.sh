# Nobody sits at a workbench: blank, and back for who has the password; where the login has none it ends.  With its second
# minute: LOCK_WHOLE=1 make check TESTS=journey/lock
. "$srcdir/tests/lib.sh"
small_city seat_lock 500 9
st batch judge >/dev/null 2>&1
# A clerk whom the server asks for a password, here and in this database alone.
sql_in postgres "drop role if exists lock_clerk"
sql_in postgres "create role lock_clerk login password 'an old secret' in role steward_clerk"
sql "insert into staff (login, display, job, region_code) select 'lock_clerk', 'lock_clerk', job, region_code from staff where login = 'clerk'"
hba="$cluster/pgdata/pg_hba.conf"
cp "$hba" "$work/hba"
{ echo "local seat_lock lock_clerk scram-sha-256"; cat "$work/hba"; } >"$hba"
reload() { sql_in postgres "select pg_reload_conf()" >/dev/null; }
reload
tries=0
until [ "$(PGPASSWORD=wrong psql -X -A -t "$db user=lock_clerk" -c "select 1" 2>&1 | grep -c 'password authentication failed')" = 1 ]; do
	tries=$((tries + 1))
	[ $tries -lt 200 ] || { echo "not ok the server asks for a password"; break; }
done
{ cat "$builddir/steward.conf"; echo 'idle_minutes = 1; idle_end_minutes = 2;'; } >"$work/lock.conf"
{ cat "$builddir/steward.conf"; echo 'idle_minutes = 1;'; } >"$work/one.conf"
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) order by p.person_id limit 1")
# Lines cannot hide what is typed: there it ends, whoever sits at it.
mkfifo "$work/nobody_types"
exec 8<>"$work/nobody_types"
PGPASSWORD='an old secret' timeout 150 "$steward" --line --db "$db" --as lock_clerk --config "$work/one.conf" \
	<"$work/nobody_types" >"$work/lines" 2>&1 &
lines=$!
# The first server is there and does not answer, the last one is not there: a wrong password is one all the same.
three=$(echo "$db" | sed "s,host='[^']*',host='$work/mute\,$cluster/run\,$work/gone' connect_timeout=1,")
"$builddir/tests/journey/desk_lock" "$three" "${who%%,*}" "${who#*,}" "$work/lock.conf" "$work/one.conf" "$work/mute" 2>&1
ok "locked and opened" $?
wait $lines
same "lines end" "0 1 1" "$? $(grep -c 'Tasks by kind' "$work/lines") $(grep -c 'nobody had touched a key' "$work/lines")"
same "what came to prove it has gone" 0 "$(sql_in postgres "select count(*) from pg_stat_activity where usename = 'lock_clerk'")"
cp "$work/hba" "$hba"
reload
finish
