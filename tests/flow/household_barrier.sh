# A household of which one member stands behind a barrier: what is known of it carries what is known of him, so it is
# there for whoever may see them all, and for nobody else.
. "$srcdir/tests/lib.sh"
needs assistance
needs risk
box="$work/household_barrier"
rm -rf "$box"
mkdir -p "$box"
small_city household_barrier 600 11
who() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
a=$(who 10) b=$(who 20) c=$(who 30) d=$(who 40)
told() {	# DAY, rows on stdin
	{ echo household_no,id_no,name,role,income,from_day,to_day; cat; } >"$box/members.csv"
	st batch import household_member "$box/members.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"
	st batch judge --date "$1" >"$box/said" 2>&1 || cat "$box/said"
}
person() { sql "select person_id from person_ident where id_no = '${1%%,*}'"; }
map() { for l in "$@"; do echo "steward $(id -un) $l" >>"$cluster/pgdata/pg_ident.conf"; done
	kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"; sleep 1; }
st admin staff add hb_unit clerk 专 >/dev/null
st admin staff add hb_two clerk 双 >/dev/null
st admin staff add hb_clerk clerk 常 >/dev/null
map hb_unit hb_two hb_clerk
sql "update staff set special = true where login in ('hb_unit', 'hb_two')"
told 2025-11-03 <<-E
	H1,$a,head,100.00,2025-01-01,
	H1,$b,spouse,0.00,2025-01-01,
	H2,$d,head,100.00,2025-01-01,
	E
rule=assistance.household_need
h1=$(sql "select household_id from household where household_no = 'H1'")
# Of what was touched there is only that it was.
same "no table tells of a subject without asking who may see all of it" "" "$(sql "select c.relname from pg_class c
	join pg_attribute a on a.attrelid = c.oid and a.attname = 'subject_id' and not a.attisdropped
	join pg_attribute s on s.attrelid = c.oid and s.attname = 'subject' and not s.attisdropped
	where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
		and c.relname <> 'touched' and has_table_privilege('steward_staff', c.oid, 'select')
		and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'scope_staff'
			and pg_get_expr(p.polqual, c.oid) like '%scope_sees_all%')" | paste -sd ' ')"
# Rows that LOGIN reads of the household: findings, tasks and decisions about it, its facts, and those in one piece.
reads() {
	for t in finding task decision; do sql_as "$1" "select count(*) from $t where subject = 'household' and subject_id = $h1"; done
	for t in household_fact household_pack; do sql_as "$1" "select count(*) from $t where household_id = $h1"; done
} 2>&1
seen() { reads "$1" | paste -sd ' '; }
cause=$(sql "select cause from task where rule_id = '$rule' and subject_id = $h1")
explains() { st "$1" explain "${a%%,*}" $rule "$cause" 2>&1 | grep -c 'spouse'; }
same "while nobody is hidden a clerk reads all" "1 1 0 1 1" "$(seen hb_clerk)"
same "and is told why" 1 "$(($(explains hb_clerk) > 0))"
sql "update task set assigned_to = 'hb_clerk' where rule_id = '$rule' and subject_id = $h1"

sql_as hb_clerk "select barrier_put($(person "$b"), 'address', 'told by the court, file 12/2025', null, null)" >/dev/null
same "one of it hidden: what is known of the household is, too" "0 0 0 0 0" "$(seen hb_clerk)"
same "no explanation" 0 "$(explains hb_clerk)"
same "nor a decision" 0 "$(st hb_clerk decide "$(person "$a")" $rule "$cause" propose --reason confirmed 2>&1 | grep -c '^proposed')"
same "not in the queue, where the other household is" "0 1" "$(st hb_clerk tasks --limit 1000 --format csv | grep -c ",$(person "$a"),.*$rule\|$rule.*,$(person "$a"),") $(
	sql_as hb_clerk "select count(*) from task where rule_id = '$rule'")"
same "the unit reads all" "1 1 0 1 1" "$(seen hb_unit)"
same "and has the task" t "$(sql "select special from staff s join task t on t.assigned_to = s.login where rule_id = '$rule' and subject_id = $h1")"
same "the other's stays with everybody" "" "$(sql "select assigned_to from task where rule_id = '$rule' and subject_id <> $h1")"
same "its head is seen as before" 1 "$(sql_as hb_clerk "select count(*) from person where person_id = $(person "$a")")"

# A second one hidden, the first no more: it stays with the unit; both seen again: it goes back.
sql_as hb_clerk "select barrier_put($(person "$a"), 'threat', 'told by the police, file 3/2025', null, null)" >/dev/null
ends() {	# PERSON KIND
	sql_as hb_unit "select barrier_end($1, '$2', 'the court has lifted it')" >/dev/null
	sql_as hb_two "select barrier_settle($1, '$2', 'approve')" >/dev/null
}
ends "$(person "$b")" address
same "of two hidden one is left: it stays with the unit" "0 0 0 0 0 t" "$(seen hb_clerk) $(
	sql "select special from staff s join task t on t.assigned_to = s.login where rule_id = '$rule' and subject_id = $h1")"
ends "$(person "$a")" threat
same "none is left: all is as it was" "1 1 0 1 1 hb_clerk" "$(seen hb_clerk) $(
	sql "select assigned_to from task where rule_id = '$rule' and subject_id = $h1")"

# Somebody hidden moves in: a household that was open is not any more, from that file on; and the unit's after the night.
sql_as hb_clerk "select barrier_put($(person "$c"), 'address', 'told by the court, file 14/2025', null, null)" >/dev/null
same "who lives elsewhere hides nothing here" "1 1 0 1 1" "$(seen hb_clerk)"
told 2025-11-04 <<-E
	H1,$c,parent,0.00,2025-11-04,
	E
same "told of the household, he does" "0 0 0 0 0" "$(seen hb_clerk)"
st batch night >/dev/null 2>&1 || sql_as batch "select barrier_night()" >/dev/null
same "and in the night its task is the unit's" t "$(sql "select special from staff s join task t on t.assigned_to = s.login
	where rule_id = '$rule' and subject_id = $h1 and state = 'open'")"
same "the unit's work is not counted less" "$(sql "select count(*) from task where subject = 'household'")" \
	"$(sql_as hb_unit "select count(*) from task where subject = 'household'")"
finish
