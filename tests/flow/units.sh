# Departments: whose business a kind of task is, so that the next task of each is one of his department's.
. "$srcdir/tests/lib.sh"
for m in risk retirement employment; do needs $m; done
small_city units 1500 4
for d in $(days_of "$city"); do import_day "$city" "$d"; done
st batch judge --date "$(days_of "$city" | tail -1)" >/dev/null 2>&1
box=$work
next_of() { sql_as "$1" "select distinct task_type from tasks_next(null, null, null, null, null, null, 1000, ${2:-null}) order by 1" | paste -sd ' ' -; }
sql_as() { psql -X -q -A -t "$db user=$1" -c "set search_path = steward" -c "$2"; }
said() { st "$@" 2>&1; }

all=$(next_of clerk)
ok "without departments the next task is any kind" "$([ "$(echo "$all" | wc -w)" -ge 3 ]; echo $?)"
one=$(echo "$all" | cut -d' ' -f1) two=$(echo "$all" | cut -d' ' -f2) rest=$(echo "$all" | cut -d' ' -f3-)
st manager unit put benefits 待遇科 "$one" >"$box/said" 2>&1
ok "a manager makes a department" "$(grep -q '待遇科' "$box/said"; echo $?)"
st admin unit put counter 一号窗口 "$two, $one" >"$box/said" 2>&1
ok "so does an administrator" "$(grep -q "一号窗口.*$one, $two" "$box/said"; echo $?)"
same "who belongs to none has all as before" "$all" "$(next_of clerk)"
st manager staff unit clerk benefits >/dev/null 2>&1
same "who belongs to one has its kinds and those of nobody" "$(echo "$one $rest")" "$(next_of clerk)"
same "a kind that is asked for is meant" "$two" "$(next_of clerk "'$two'")"
st manager staff unit clerk counter >/dev/null 2>&1
same "a kind may be the business of two" "$one $two $rest" "$(next_of clerk)"
home() {	# as the workbench asks for it
	sed -n '/^-- statement: home_counts/,/^$/p' "$srcdir/core/screens/views.sql" | grep -v '^--' >"$box/home.sql"
	psql -X -q -A -t -F ' ' "$db user=$1" -c "set search_path = steward" -f "$box/home.sql" | cut -d' ' -f2 | paste -sd ' ' -
}
st manager staff unit clerk benefits >/dev/null 2>&1
same "home begins with what is one's own" "$one" "$(home clerk | cut -d' ' -f1)"
ok "which is not first for the others" "$([ "$(home reviewer | cut -d' ' -f1)" != "$one" ]; echo $?)"
st manager staff unit clerk counter >/dev/null 2>&1

# Its numbers, and those of no department, are all of them together.
total=$(sql "select count(*) from task join task_state using (state) where kind <> 'final'")
st admin unit --format csv >"$box/units.csv" 2>/dev/null
same "what waits at each is counted, for who sees no case, too" \
	"$(sql "select count(*) from task join task_state using (state) where kind <> 'final' and task_type = '$one'")" \
	"$(awk -F, '$1 == "benefits" { print $(NF - 1) }' "$box/units.csv")"
same "what waits at none is the rest" \
	"$(sql "select count(*) from task join task_state using (state) where kind <> 'final' and task_type not in ('$one', '$two')")" \
	"$(awk -F, 'NR > 1 && $1 == "" { print $(NF - 1) }' "$box/units.csv")"
ok "and there is something" "$([ "$total" -gt 20 ]; echo $?)"
st admin staff --format csv >"$box/staff.csv" 2>/dev/null
ok "the list of staff has the department" "$(grep '^clerk,' "$box/staff.csv" | grep -q 一号窗口; echo $?)"

# In an area alone: elsewhere the kind is everybody's.
town=$(sql "select t.region_code from task t where t.task_type = '$two' and t.state = 'open' group by 1 order by count(*) desc, 1 limit 1")
st admin unit put town 镇所 "$two" --region "$town" >/dev/null 2>&1
st admin unit end counter >/dev/null 2>&1
same "a department that ended leaves its people and its work to everybody" " $(echo "$all" | wc -w)" \
	"$(sql "select unit from staff where login = 'clerk'") $(next_of clerk | wc -w)"
st manager staff unit clerk benefits >/dev/null 2>&1
same "of a town's department only the town's tasks are kept away" \
	"$(sql "select count(*) from task where task_type = '$two' and state = 'open' and region_code <> $town")" \
	"$(sql_as clerk "select count(*) from tasks_next(null, null, null, null, null, null, 10000, null) where task_type = '$two'")"
st admin staff unit clerk town >/dev/null 2>&1
same "and its people have them" \
	"$(sql "select count(*) from task where task_type = '$two' and state = 'open' and region_code = $town") $(sql "select count(*) from task
		where task_type = '$two' and state = 'open' and region_code <> $town")" \
	"$(sql_as clerk "select count(*) filter (where region_code = $town) || ' ' || count(*) filter (where region_code <> $town)
		from tasks_next(null, null, null, null, null, null, 10000, null) where task_type = '$two'")"
# A task that is mine by name is mine whatever its kind.
st manager staff unit clerk benefits >/dev/null 2>&1
sql "update task set assigned_to = 'clerk' where (person_id, rule_id, cause) = (select person_id, rule_id, cause from task
	where task_type = '$two' and state = 'open' and region_code = $town order by 1, 2, 3 limit 1)"
same "what was given by name is one's own whatever its kind" "1" \
	"$(sql_as clerk "select count(*) from tasks_next(null, null, null, null, null, null, 10000, null) where assigned_to = 'clerk'")"

sql_as admin "select unit_put('town', '大镇所', null, null)" >/dev/null
same "changed without kinds and area it keeps them" "大镇所 $town {$two}" "$(sql "select title, region_code, kinds from unit where unit = 'town'" | tr '|' ' ')"

# It is no right, and not everybody's to say.
ok "a clerk makes none" "$(said clerk unit put mine 我的 "$one" | grep -q 'has no right to do that'; echo $?)"
ok "nor says where he belongs" "$(sql_as clerk "select staff_unit('clerk', 'town')" 2>&1 | grep -q 'permission denied'; echo $?)"
ok "any task can be opened" "$(st clerk tasks --type "$two" 2>/dev/null | grep -q .; echo $?)"
ok "a kind that is none is named" "$(said admin unit put x X nothing | grep -q '"nothing" is no kind of task'; echo $?)"
ok "so is an area that is none" "$(said admin unit put x X "$one" --region 5 | grep -q 'no area has the code 5'; echo $?)"
ok "and a department that is none" "$(said admin staff unit clerk nowhere | grep -q 'there is no unit "nowhere"'; echo $?)"
ok "and somebody who does not work here" "$(said admin staff unit nobody benefits | grep -q 'nobody of this office'; echo $?)"
same "each of it is on record" "staff.unit unit.end unit.put" \
	"$(sql "select distinct op from audit_log where op like 'unit.%' or op = 'staff.unit' order by 1" | paste -sd ' ' -)"
finish
