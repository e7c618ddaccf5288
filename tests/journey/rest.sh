# A workbench lets its connection go while no key comes, and takes it back; many of them on one server, of which some work
# (a few here; tests/proof/sessions.sh has five hundred).
. "$srcdir/tests/lib.sh"
for m in risk retirement employment; do needs $m; done
small_city rest 500 9
st batch judge >/dev/null 2>&1
{ cat "$builddir/steward.conf"; echo 'rest_seconds = 1;'; } >"$work/rest.conf"
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) order by p.person_id limit 1")
"$builddir/tests/journey/desk_rest" "$db" "${who%%,*}" "${who#*,}" "$work/rest.conf" 2>&1
ok "connections rest" $?

# shellcheck disable=SC2086
set -- ${SESSIONS:-20 4 4}
logins=$((($1 + $2) / 6 + 1))
for i in $(seq $logins); do
	sql "select staff_make('seat$i', 'seat$i', 'clerk', (select region_code from staff where login = 'clerk'))"
	echo "steward $(id -un) seat$i" >>"$cluster/pgdata/pg_ident.conf"
done >/dev/null
sql_in postgres "select pg_reload_conf()" >/dev/null
{ cat "$builddir/steward.conf"; echo "rest_seconds = $([ "$1" -lt 100 ] && echo 1 || echo 10);"; } >"$work/many.conf"
"$builddir/tests/journey/desk_sessions" "$db" "${who%%,*}" "${who#*,}" "$work/many.conf" $logins "$@" \
	"$(head -1 "$cluster/pgdata/postmaster.pid")" >"$work/said" 2>&1
ok "many sit and few work" $?
[ -z "${SESSIONS_SAID-}" ] || grep '^# ' "$work/said" >"$SESSIONS_SAID"
[ "$bad" -eq 0 ] || cat "$work/said"
finish
