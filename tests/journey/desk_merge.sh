# Two records of one person in front of a real terminal.
. "$srcdir/tests/lib.sh"
small_city desk_merge 1000 3
a=$(sql "select min(person_id) from person where household is not null")
about=$(sql "select id_no || ',' || name from person_ident where person_id = $a")
number=${about%%,*} name=${about#*,}
# The same person once more, one digit of the number apart.
sql "insert into person (person_id, region_code, name, sex, birth_date, household, batch_id, line)
	select 900001, region_code, name, sex, birth_date, household + 7000, batch_id, line from person where person_id = $a;
	insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code) select overlay(id_no placing
		case substr(id_no, 15, 1) when '9' then '1' else '9' end from 15), id_kind, 900001, name, birth_date, region_code
	from person_ident where person_id = $a"
st batch day --date 2025-11-03 >/dev/null 2>&1
sql "update task set state = 'withdrawn' where task_type <> 'merge'"
"$builddir/tests/journey/desk_merge" "$db" "$number" "$name" 2>&1
ok "the journey" $?
same "one record with the household of the other" "1 $((7000 + $(sql "select body ->> 'household' from merge_row where what = 'before' and kept_in = 'person'")))" \
	"$(sql "select count(*) || ' ' || max(household) from person where name = '$name' and person_id in ($a, 900001)")"
same "its number is the one that was kept" "$number" "$(sql "select id_no from person_ident where person_id = $a and not is_former")"
finish
