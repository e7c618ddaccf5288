# The application for a pension in front of a real terminal, from the search to the receipt.
. "$srcdir/tests/lib.sh"
for m in retirement employment; do needs $m; done
small_city seat_retire 1500 9
for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 2>/dev/null
st clerk retirement forecast >/dev/null 2>&1
person=$(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) join person p using (person_id)
	where f.scheme = 'employee' and exists (select from contribution c where c.person_id = a.person_id)
	and (select count(*) from person o where starts_with(o.name, p.name)) = 1 and a.retire_on >= '2025-12-01'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice') order by a.retire_on, 1 limit 1")
about=$(sql "select id_no || ',' || person.name from person join person_ident using (person_id) where person_id = $person limit 1")
older=$(sql "select (birth_date - interval '4 months')::date from person where person_id = $person")
st clerk retirement question "$person" birth "$older" --volume 2 --page 17 --article 4 --author 王芳 >/dev/null
"$builddir/tests/journey/desk_retire" "$db" "${about%%,*}" "${about#*,}" 2>&1
ok "I want to retire" $?
same "as it was chosen, from the month the age is reached" "open 1 $older counter t" "$(sql "select state, application_no, birth_date, channel, is_changed
	from retire_application where person_id = $person" | tr '|' ' ')"
same "and is somebody's" "open" "$(sql "select state from task where person_id = $person and rule_id = 'retirement.application'")"
finish
