# Where a database may be: a folder however it is written, a server of an encoding that holds every name.
. "$srcdir/tests/lib.sh"

says() {	# NAME WANTED TEXT
	case $3 in
	*"$2"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$2" "$3" ;;
	esac
}

# A folder, from the folder above it.
above="$work/places"
mkdir -p "$above" && cd "$above" || exit 1
stop_all() { for c in "$above" "$above"/*/; do "$steward" demo --dir "$c" --stop 2>/dev/null; done; }
trap stop_all EXIT
"$steward" init --db ./dotted >said 2>&1
ok "a folder named from here" $?
"$steward" board --db ./dotted >/dev/null 2>said
ok "is found from here" $?
"$steward" demo --dir dotted --stop 2>said && "$steward" board --db dotted >/dev/null 2>>said
ok "started again by its bare name" $?
(cd dotted && "$steward" board --db .. >/dev/null 2>"$above/said")
same "a folder without a database" 2 $?
says "is named whole" "there is no database in \"$above\"" "$(cat said)"
"$steward" board --db "$above/dotted/" >/dev/null 2>said
ok "and with a stroke at its end" $?
"$steward" demo --dir "$above/dotted" --stop

"$steward" init --db bare >said 2>&1
ok "a bare name is a folder too" $?
same "which was made here" yes "$([ -d "$above/bare/pgdata" ] && echo yes)"
"$steward" demo --dir bare --stop

for empty in "init --db" "board --db" "demo --dir" "board --config" "board --as"; do
	# shellcheck disable=SC2086
	"$steward" $empty "" >said 2>&1 </dev/null
	same "$empty with nothing is wrong use" 2 $?
	says "and said" "is empty" "$(cat said)"
done

# A server.
other="host='$cluster/run' port=5432 user=postgres"
sql_in postgres "create database ascii encoding SQL_ASCII template template0 locale 'C'" >/dev/null
sql_in postgres "create database latin encoding LATIN1 template template0 locale 'C'" >/dev/null
for name in ascii latin; do
	said=$("$steward" init --db "$other dbname=$name" 2>&1)
	same "a database that is not UTF-8 is refused: $name" 1 $?
	says "with the line that makes a right one" \
		"createdb -E UTF8 -T template0 --locale=C.UTF-8 NAME" "$said"
	same "and left as it was" 0 "$(sql_in $name "select count(*) from pg_namespace where nspname = 'steward'")"
	says "doctor tells it" "BAD  encoding" "$("$steward" doctor --db "$other dbname=$name" 2>&1)"
done
new_db utf8
said=$("$steward" doctor --db "$db" --as admin 2>&1)
says "one that is UTF-8 is well" "ok   encoding" "$said"
sql_in postgres "drop database ascii" >/dev/null
sql_in postgres "drop database latin" >/dev/null
finish
