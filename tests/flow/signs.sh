# Signs of life from more sources: by file and by hand, each with its weight; certified by the rule, never after a death;
# the figures of it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city signs 1000 13
st batch judge --date 2025-11-01 2>/dev/null
sql "delete from certification; delete from evidence; update benefit set valid_from = '2024-06-01' where state = 'paid'"
st batch judge --date 2025-11-05 --rebuild --all 2>/dev/null
# shellcheck disable=SC2046
set -- $(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null order by 1 limit 6")
row() { sql "select id_no || ',' || name from person_ident where person_id = $1"; }
{ echo id_no,name,source,seen_on,place
	echo "$(row "$1"),claim,2025-10-20,x"
	echo "$(row "$2"),claim,2025-10-20,x"; echo "$(row "$2"),police,2025-10-28,x"
	echo "$(row "$3"),visit,2025-10-30,x"
	echo "$(row "$4"),face,2025-10-30,x"; } >"$work/signs.csv"
st batch import life_sign "$work/signs.csv" --date 2025-11-05 2>/dev/null
same "a sign is given by hand at the counter" 1 "$(sql_as clerk "select sign_tell($5, 'counter', '2025-11-04', 'hall')")"
same "not by a reviewer, and not before it was" 2 "$({ sql_as reviewer "select sign_tell($6, 'counter', '2025-11-04', '')"
	sql_as clerk "select sign_tell($6, 'counter', '2025-11-09', '')"; } | grep -c 'reserved for\|between the birth')"
# The last one is reported dead, and somebody shows up for him.
sql_as clerk "select death_tell($6, '2025-10-10', 'C', 'family')" >/dev/null
sql_as clerk "select sign_tell($6, 'visit', '2025-11-04', '')" >/dev/null
st batch judge 2>/dev/null
certified() { sql "select coalesce(string_agg(certified_on || ' ' || channel, ','), 'none') from certification where person_id = $1"; }
same "one department alone does not certify" none "$(certified "$1")"
same "two do" "2025-10-28 data" "$(certified "$2")"
same "seen at home, by a face, at the counter: that suffices" "2025-10-30 visit 2025-10-30 face 2025-11-04 counter" "$(certified "$3") $(certified "$4") $(certified "$5")"
same "nobody is certified by a sign after the death" none "$(certified "$6")"
same "it speaks against the stop" 1 "$(sql "select count(*) from task where person_id = $6 and rule_id = 'risk.sign_after_death'")"
st batch refresh >/dev/null 2>&1
n=$(sql "select count(*) from person_fact where pension_status = 'paid' and held_for is null")
figure() { sql "select coalesce(trim_scale(counted)::text, '-') || ' ' || coalesce(trim_scale(of_total)::text, '-') from indicator_value where indicator = '$1' and region_code = 0
	order by business_day desc limit 1"; }
same "strong: two sources, fresh" "1 $n" "$(figure D5)"
same "medium: one of the last half year" "5 $n" "$(figure D5m)"
same "seen in person, of those that are certified" "3 4" "$(figure D8)"
same "the middle of the sources of who is certified by data" "2 -" "$(figure D7)"
same "a sign that counts is the same sign when it comes again" 0 "$(st batch import life_sign "$work/signs.csv" --date 2025-11-05 >/dev/null 2>&1
	sql "select count(*) - count(distinct (person_id, source, seen_on)) from evidence")"
finish
