# A database that does not answer, holds what is asked for, has no room, or is not the one the environment
# names.  On a cluster of its own, because that is stopped and killed.
. "$srcdir/tests/lib.sh"
needs retirement
mine="$work/c3"
own_cluster "$mine" "max_connections = 10"
judged_city silent 1000 7

"$builddir/tests/journey/desk_faults" "$db" 0 0 "$mine" 2>&1
ok "the workbench and commands without an answer" $?
"$builddir/tests/journey/desk_lost" "$db" 0 0 "$mine" 2>&1
ok "a line that is cut while something is stored" $?

# The environment of libpq does not lead a clerk of a folder elsewhere, nor change what a session sees.
elsewhere() {
	env PGHOST=/nowhere PGHOSTADDR=127.0.0.1 PGPORT=1 PGSERVICE=none PGSERVICEFILE=/nowhere PGSSLMODE=require \
		PGREQUIREPEER=nobody PGDATABASE=postgres PGUSER=nobody PGOPTIONS='-c search_path=public' \
		PGDATESTYLE=German PGTZ=Asia/Tokyo "$@" 2>&1
}
plain=$("$steward" tasks --db "$mine" --as clerk --format csv)
ok "there are tasks to compare" "$([ "$(echo "$plain" | wc -l)" -gt 3 ]; echo $?)"
same "a folder is where it is, whatever the environment says" "$plain" \
	"$(elsewhere "$steward" tasks --db "$mine" --as clerk --format csv)"
same "a named database has its own options too" "$plain" \
	"$(env PGOPTIONS='-c search_path=public -c statement_timeout=1' PGDATESTYLE=German \
		"$steward" tasks --db "$db" --as clerk --format csv 2>&1)"

same "so has one named by an address" "$plain" "$("$steward" tasks --db "postgresql:///steward?host=$mine/run&port=5432" --as clerk --format csv 2>&1)"
same "also one whose server and port stand before its name" "$plain" \
	"$(PGPORT=5432 "$steward" tasks --db "postgresql://$(printf %s "$mine/run" | sed 's,/,%2F,g')/steward" --as clerk --format csv 2>&1)"

# No connection left: all that clerks may have are held, one after the other until none is given.
mkfifo "$work/hold"
held=0
while [ $held -lt 20 ] && sql_as clerk "select 1" >/dev/null; do
	held=$((held + 1))
	psql -X -q -A -t "$db user=clerk" -c "select 'here'" -f "$work/hold" >"$work/held$held" 2>&1 &
	tries=0
	until grep -q here "$work/held$held" || [ $tries -ge 200 ]; do
		tries=$((tries + 1))
		sleep 0.05
	done
done
said=$("$steward" board --db "$db" --as clerk 2>&1)
same "a full server ends the command" 1 $?
same "with one sentence and what to do" "steward: the database has no connection left for you
  Try again in a minute; if it lasts, the administrator raises max_connections or ends sessions nobody needs." \
	"$said"
same "in the reader's language" "steward: 数据库已没有可用的连接" \
	"$(LC_ALL= LC_MESSAGES= LANG=zh_CN.UTF-8 LANGUAGE=zh_CN "$steward" board --db "$db" --as clerk 2>&1 | head -1)"
exec 9>"$work/hold"
exec 9>&-
wait
finish
