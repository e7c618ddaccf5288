# The demo makes a folder of its own and takes no other: no office, nobody's files, nothing behind a link.
. "$srcdir/tests/lib.sh"
box="$work/demo_box"
mkdir -p "$box"

demo() {	# FOLDER OPTIONS...
	dir=$1
	shift
	said=$("$steward" demo --dir "$dir" --persons 500 --days 8 --batch "$@" 2>&1 </dev/null)
	code=$?
}

refused() {	# NAME WORDS
	same "$1 is refused" 1 "$code"
	ok "$1: says why" "$(printf '%s\n' "$said" | grep -qF -- "$2"; echo $?)"
}

sql_at() {	# FOLDER SQL
	psql -X -q -A -t -h "$1/run" -U postgres -d steward -c "set search_path = steward" -c "$2"
}

owner() {
	stat -c '%u %a' "$1"
}

mkdir -m 700 "$box/mine"
echo precious >"$box/mine/letter"
before=$(owner "$box/mine")
demo "$box/mine"
refused "a folder with something in it" "is not the demo's"
same "it stays its owner's" "$before letter" "$(owner "$box/mine") $(ls "$box/mine")"
ln -s mine "$box/link"
demo "$box/link"
refused "a link" "is a link"
demo "$box/link/"
refused "a link with a slash" "is a link"
same "what it leads to stays its owner's" "$before letter" "$(owner "$box/mine") $(ls "$box/mine")"
mkdir "$box/empty"
ln -s empty "$box/to_empty"
demo "$box/to_empty"
refused "a link to an empty folder" "is a link"
echo text >"$box/file"
demo "$box/file"
refused "a file" "is not a folder"

persons=$(sql_in steward "select count(*) from steward.person")
demo "$cluster"
refused "an office" "is not the demo's"
same "it stays as it was" "$persons" "$(sql_in steward "select count(*) from steward.person")"

# The configuration's database is no demo.
{ cat "$builddir/steward.conf"; echo "db = \"$cluster\";"; } >"$work/demo.conf"
said=$(XDG_DATA_HOME="$box/data" "$steward" demo --stop --config "$work/demo.conf" 2>&1)
ok "nor is the configuration's database" "$(printf '%s\n' "$said" | grep -qF "$cluster"; echo $((! $?)))"
same "its server goes on" 1 "$(sql_in steward 'select 1')"

if [ "$(id -u)" -eq 0 ]; then
	mkdir "$box/theirs" "$box/around"
	chown nobody "$box/theirs" "$box/around"
	demo "$box/theirs"
	refused "somebody else's folder" "belongs to someone else"
	demo "$box/around/new"
	refused "a folder in somebody else's" "belongs to someone else"
	same "nothing is made there" "" "$(ls "$box/around")"

	# The server's user owns the folder and may plant anything in it.
	mkdir "$box/planted"
	: >"$box/planted/demo.begun"
	ln -s "$box" "$box/planted/city"
	chown -h postgres "$box/planted" "$box"/planted/*
	demo "$box/planted"
	"$steward" demo --dir "$box/planted" --stop >/dev/null 2>&1
	same "root writes through no link of the server's user" "1 no" \
		"$code $([ -e "$box/register.csv" ] && echo yes || echo no)"
fi

# What it has made it knows again, also when it was stopped before its end.
demo "$box/own"
same "a new folder is the demo's" 0 "$code"
demo "$box/own"
same "and is known again" 0 "$code"
rm "$box/own/demo.ready"
demo "$box/own"
same "also a half-made one" 0 "$code"

# One that an older program has made becomes this one's; one of a newer program is left alone.
let_in "$box/own"
before=$("$steward" tasks --db "$box/own" --as clerk --format csv --limit 1000 | sort | cksum)
sql_at "$box/own" "update schema_migration set checksum = 'of another' where number = 0"
demo "$box/own"
same "a demo of an older program goes on under this one" 0 "$code"
same "with the same tasks" "$before" "$("$steward" tasks --db "$box/own" --as clerk --format csv --limit 1000 | sort | cksum)"
sql_at "$box/own" "insert into schema_migration (module, number, name, checksum) values ('core', 999, 'of tomorrow', '')"
demo "$box/own"
refused "a demo of a newer program" "the schema was made by another program"
"$steward" demo --dir "$box/own" --stop

# A program that was installed without its laboratory works, and says what it lacks.
lone="$work/lone"
mkdir -p "$lone/lib/steward"
cp "$steward" "$lone/steward"
cp "$builddir/lib/steward/libsteward.so" "$lone/lib/steward/"
cp "$builddir/steward.conf" "$lone/"
said=$("$lone/steward" generate "$lone/city" 2>&1)
same "generate is not installed there" "2 1" "$? $(echo "$said" | grep -c '"generate" is not installed here')"
same "nor does its usage name it" 0 "$("$lone/steward" --help | grep -c '^  generate ')"
same "it works" "$("$steward" board --db "host='$cluster/run' port=5432 dbname=steward" --as clerk --format csv)" \
	"$("$lone/steward" board --db "host='$cluster/run' port=5432 dbname=steward" --as clerk --format csv)"
finish
