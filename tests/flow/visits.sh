# Visits at home to whom no sign of life is known of: assigned in bulk, a task each, noted by a key or by the visitors' file.
. "$srcdir/tests/lib.sh"
needs retirement
needs risk
small_city visits 2000 7
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
judge 2025-11-03
# Pensioners whose certificate has run out, the longest ago first.
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = 'retirement.certification_overdue' and state = 'open' order by person_id limit 5")
ann=$1 ben=$2 cem=$3 dan=$4 eva=$5
task() { sql "select coalesce(string_agg(state || ' ' || due, ', '), '') from task where person_id = $1 and rule_id = 'retirement.visit'"; }
stand() { sql "select stand from certify_visit_now where person_id = $1"; }
move() {	# PERSON EVENT REASON [LOGIN]
	cause=$(sql "select cause from task where person_id = $1 and rule_id = 'retirement.visit' order by cause desc limit 1")
	st "${4:-clerk}" decide "$1" retirement.visit "$cause" "$2" --reason "$3" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
same "five are assigned at once" 5 "$(sql_as clerk "select certify_visit_assign('$ann $ben $cem $dan $eva')")"
same "each is a task with thirty days" "open 2025-12-03" "$(task "$ann")"
same "whoever is to be visited already is not assigned twice" 0 "$(sql_as clerk "select certify_visit_assign('$ann $ben')")"
same "nor is whoever draws nothing" 0 "$(sql_as clerk "select certify_visit_assign('$(sql "select person_id from person_fact where pension_status is null limit 1")')")"
same "a clerk assigns, nobody else" 1 "$(sql_as auditor "select certify_visit_assign('$ann')" | grep -c 'reserved for the role clerk')"
same "the list that is taken along, area by area" 5 "$(st clerk retirement visits --format csv 2>/dev/null | tr -d '\r' | grep -c ',open,')"
judge 2025-11-04
same "the day's work finds the same five" 5 "$(sql "select count(*) from task where rule_id = 'retirement.visit' and state = 'open'")"

# Noted by a key: whoever is seen has given a sign of life, and is certified by it as by any other.
same "seen: done" done "$(move "$ann" seen at_home)"
same "a sign of life of today" "visit 2025-11-04" "$(sql "select source || ' ' || seen_on from evidence where person_id = $ann and source = 'visit'")"
same "not found is no sign" "done 0" "$(move "$ben" not_found nobody_there) $(sql "select count(*) from evidence where person_id = $ben and source = 'visit'")"
judge 2025-11-05
same "his certificate is overdue no more, the other's is" "0 1" "$(sql "select (select count(*) from task where person_id = $ann and rule_id = 'retirement.certification_overdue'
	and state = 'open'), (select count(*) from task where person_id = $ben and rule_id = 'retirement.certification_overdue' and state = 'open')" | tr '|' ' ')"

# What was noted by mistake goes, with the sign that came with it.
same "moved, by mistake" done "$(move "$cem" moved neighbours_say)"
same "taken back by two" "undoing open" "$(move "$cem" undo mistake) $(move "$cem" approve checked manager)"
same "the visit is to be made again" open "$(stand "$cem")"

# By the visitors' file; the task of whoever was visited goes by itself.
row() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
printf 'id_no,name,visited_on,result\n%s,2025-11-05,seen\n%s,2025-11-05,refused\n%s,2025-11-31,seen\n' "$(row "$cem")" "$(row "$dan")" "$(row "$eva")" >"$work/home_visit.csv"
st batch import home_visit "$work/home_visit.csv" --date 2025-11-05 >/dev/null 2>&1
judge 2025-11-06
same "read as told, and a day that is none is a row to repair" "seen refused open 1" "$(stand "$cem") $(stand "$dan") $(stand "$eva") $(sql "select count(*) from reject where state = 'open'")"
same "their tasks are gone, the third one's stays" "0 0 1" "$(for p in $cem $dan $eva; do sql "select count(*) from task where person_id = $p and rule_id = 'retirement.visit' and state = 'open'"; done | tr '\n' ' ' | sed 's/ $//')"
same "who was seen by a file has a sign, who refused has none" "1 0" "$(for p in $cem $dan; do sql "select count(*) from evidence where person_id = $p and source = 'visit'"; done | tr '\n' ' ' | sed 's/ $//')"
finish
