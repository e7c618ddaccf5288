# Helps for the tests written in shell.  A test says "ok NAME" or "not ok NAME" for each promise and
# ends with finish.
bad=0

ok() {	# NAME STATUS
	if [ "$2" -eq 0 ]; then
		echo "ok $1"
	else
		echo "not ok $1"
		bad=$((bad + 1))
	fi
}

same() {	# NAME WANTED GOT
	if [ "$2" = "$3" ]; then
		echo "ok $1"
	else
		echo "not ok $1"
		printf '  wanted: %s\n  got:    %s\n' "$2" "$3"
		# What the program said last, where the test keeps it so.
		[ ! -s "${box:-/none}/said" ] || sed 's/^/  said:   /; 30q' "$box/said"
		bad=$((bad + 1))
	fi
}

has() {	# MODULE
	[ -e "$builddir/lib/steward/modules/$1.so" ]
}

# A test of what a module brings has nothing to say where the module was taken out.
needs() {	# MODULE
	has "$1" && return 0
	echo "ok nothing to do without the module $1"
	exit 0
}

finish() {
	[ "$bad" -eq 0 ]
	exit $?
}

# The tests look at everything and plant what nobody may: on a cluster of theirs its superuser is let in.
let_in() {	# CLUSTER
	echo "steward $(id -un) postgres" >>"$1/pgdata/pg_ident.conf"
	kill -HUP "$(head -1 "$1/pgdata/postmaster.pid")"
	tries=0
	until psql -X -q -h "$1/run" -p 5432 -U postgres -d postgres -c 'select 1' >/dev/null 2>&1; do
		tries=$((tries + 1))
		[ $tries -lt 500 ] || { echo "not ok the superuser of $1 is let in"; return 1; }
	done
}

# A cluster of the test's own, which may be killed, with one more setting; what follows is on it.  Programs are killed, not
# the machine: what they wrote is safe without waiting for the disk.  The runner stops its own cluster only.
own_cluster() {	# FOLDER SETTING
	cluster=$1
	trap '"$steward" demo --dir "$cluster" --stop >/dev/null 2>&1' EXIT
	"$steward" init --db "$cluster" --region 330681 >/dev/null 2>&1 || exit 1
	printf 'fsync = off\nshared_buffers = 32MB\n%s\n' "$2" >>"$cluster/pgdata/postgresql.conf"
	"$steward" demo --dir "$cluster" --stop >/dev/null 2>&1
	"$steward" doctor --db "$cluster" >/dev/null 2>&1 || exit 1
	let_in "$cluster"
}

# On such a cluster: a small city with all its days, judged, as the database of whoever names the cluster alone.
judged_city() {	# NAME PERSONS SEED
	small_city "$1" "$2" "$3"
	for d in $(days_of "$city"); do import_day "$city" "$d"; done
	st batch judge --date "$(days_of "$city" | tail -1)" >/dev/null 2>&1 || echo "judge failed"
	st batch refresh 2>/dev/null
	sql_in postgres "drop database steward" && sql_in postgres "alter database $1 rename to steward"
	db="host='$cluster/run' port=5432 dbname=steward"
}

# A database of its own, copied from the template that the runner made, or from another one.
new_db() {	# NAME [TEMPLATE]
	sql_in postgres "drop database if exists $1" >/dev/null 2>&1
	# Its files, not its pages one by one through the journal: half the time.
	sql_in postgres "create database $1 template ${2:-steward} owner steward_owner strategy file_copy" >/dev/null || exit 1
	sql_in postgres "revoke temporary on database $1 from public; grant temporary on database $1
		to steward_owner, steward_batch, steward_policy, steward_auditor" || exit 1
	db="host='$cluster/run' port=5432 dbname=$1"
	export db
	sql "update setting set value = '2025-11-01' where name = 'business_day'"
}

sql_in() {	# DATABASE SQL: as the server's superuser, whom the runner lets in
	psql -X -q -A -t -h "$cluster/run" -p 5432 -U postgres -d "$1" -v ON_ERROR_STOP=1 -c "$2"
}

sql() {		# SQL, as the owner of the schema
	psql -X -q -A -t "$db user=postgres" -v ON_ERROR_STOP=1 \
		-c "set role steward_owner" -c "set search_path = steward" -c "$1"
}

sql_as() {	# LOGIN SQL
	psql -X -q -A -t "$db user=$1" -v ON_ERROR_STOP=1 -c "set search_path = steward" -c "$2" 2>&1
}

# The program on that database: st LOGIN WORDS...
st() {
	login=$1
	shift
	"$steward" "$@" --db "$db" --as "$login"
}

# What waits for a second person, as the list has it.
staff_sign() {	# LOGIN
	sql "select staff_sign(c) from staff_change c where login = '$1'"
}

# A file whose module was taken out is not for us; one whose only rows are about nobody here comes in never.
import_if_known() {	# FEED FILE DAY
	said=$(st batch import "$1" "$2" --date "$3" 2>&1) && return 0
	case $said in
	*"no feed named"* | *"rows is good"*) ;;
	*) echo "$said"; exit 1 ;;
	esac
}

# An office with the areas of our city, as a file brings them; the country is there.
areas_in() {	# DATABASE FOLDER: a city's folder
	sed 1d "$2/areas.csv" | psql -X -q -h "$cluster/run" -p 5432 -U postgres -d "$1" -v ON_ERROR_STOP=1 \
		-c "create temp table area (code int, name text, parent int)" -c "copy area from stdin with csv" \
		-c "insert into steward.region select code, name, parent from area
			on conflict (region_code) do update set name = excluded.name, parent_code = excluded.parent_code"
}

# A small city with its street run to the end.  One that more than three tests ask for is kept for those to come.
small_city() {	# NAME PERSONS SEED
	city="$cities/city$2_$3" kept="kept_$2_$3" made="$cities/$(basename "$cluster")_$2_$3"
	if [ -e "$made" ]; then
		new_db "$1" "$kept"
		return
	fi
	new_db "$1"
	[ -e "$city/register.csv" ] ||
		"$steward" generate "$city" --persons "$2" --seed "$3" >/dev/null 2>&1 || exit 1
	[ "$(sql "select count(*) from region")" -gt 2 ] || areas_in "$1" "$city"
	st batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null || exit 1
	import_if_known payment "$city/payment.csv" 2025-11-01
	import_if_known award "$city/award.csv" 2025-11-01
	[ "$(grep -rh "^small_city [a-z_0-9]* $2 $3$" "$srcdir/tests" | wc -l)" -le 3 ] ||
		{ sql_in postgres "create database $kept template $1 owner steward_owner strategy file_copy" && touch "$made"; }
}

import_day() {	# CITY DAY
	for f in "$1/inbox/$2"/*.csv; do
		[ -e "$f" ] || continue
		import_if_known "$(basename "$f" .csv)" "$f" "$2"
	done
}

days_of() {	# CITY
	ls "$1/inbox"
}

# What must not change when the same work is done again; a doubtful row is named by its line alone,
# for the number of its batch may be another after a second try.
checksums() {
	sql "select 'findings', md5(string_agg(md5((person_id, rule_id, regexp_replace(cause, '^[0-9]+:', ':'), task_type, due, say, inputs, rule_hash, found_on)::text), '' order by person_id, rule_id, cause)) from finding
	union all select 'tasks', md5(string_agg(md5((person_id, rule_id, regexp_replace(cause, '^[0-9]+:', ':'), task_type, state, ver, due, opened_on, closed_on)::text), '' order by person_id, rule_id, cause)) from task
	union all select 'decisions', md5(string_agg(md5((person_id, rule_id, regexp_replace(cause, '^[0-9]+:', ':'), event, outcome, automatic, reason, author, approver, inputs)::text), '' order by person_id, rule_id, cause, decided_at)) from decision
	union all select 'holds', md5(string_agg(md5((person_id, rule_id, regexp_replace(cause, '^[0-9]+:', ':'), from_period, state, proposer, approver)::text), '' order by person_id, rule_id, cause, at)) from hold"
}

# A file of deaths about a city: six persons who are paid a pension, one under another name, one
# under a number that nobody has, one of nobody here, and a row that is none.
death_file() {	# CITY FILE
	awk -F, -v OFS=, '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
			print "id_no,name,birth_date,died_on,place"; next }
		$at["pension_status"] != "paid" || n >= 8 { next }
		{ n++; id = $at["id_no"]; name = $at["name"] }
		n == 7 { name = name "某" }
		n == 8 { id = "330681193001010015" }
		{ print id, name, $at["birth_date"], "2025-11-05", "家中" }
		END { print "330681193001010015,无此人,1930-01-01,2025-11-05,家中"
			print "330681193001010015,无此人,1930-01-01,2025-13-05,家中" }
	' "$1/register.csv" >"$2"
}

# The lines of a README that are meant to be typed, each with its heading and a tab before it.
readme_lines() {	# FILE
	awk '/^## / { heading = tolower(substr($0, 4)) }
		/^    (\.\/bootstrap|build\/steward|make|mkdir|cp|sed|autoreconf) / || /^    build\/steward$/ {
			sub(/^    /, ""); print heading "\t" $0 }' "$1"
}

# A copy of the policy texts to change, in place of what was there; the tree may be one that cannot be
# written to.
texts_to() {	# FOLDER
	rm -rf "$1"
	cp -r "$srcdir/lua" "$1" && chmod -R u+w "$1"
}

# A draft on its way into force, in two pairs of hands, and everyone judged by it.
put_into_force() {	# FILE
	st policy rules rehearse "$1" --limit 0 >/dev/null 2>&1 &&
		st policy2 rules adopt "$1" >/dev/null 2>&1 && st batch judge 2>/dev/null
}
