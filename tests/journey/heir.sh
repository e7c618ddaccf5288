# The grants after a death in front of a real terminal: from the page of the dead to the task.
. "$srcdir/tests/lib.sh"
for m in risk employment; do needs $m; done
small_city seat_heir 1500 9
st batch judge --date 2025-11-05 2>/dev/null
person=$(sql "select f.person_id from person_fact f join person p using (person_id) where f.pension_status = 'paid' and f.died_on is null
	and f.scheme = 'employee' and (select count(*) from person o where starts_with(o.name, p.name)) = 1 order by 1 limit 1")
about=$(sql "select id_no || ',' || person.name from person join person_ident using (person_id) where person_id = $person limit 1")
sql_as clerk "select death_tell($person, '2025-10-20', 'C-17', 'family')" >/dev/null
st batch judge --date 2025-11-06 2>/dev/null
"$builddir/tests/journey/desk_heir" "$db" "${about%%,*}" "${about#*,}" 2>&1
ok "an heir claims" $?
same "as the heir has told it, for all that is left" "Wang Fang child 100 1202020209000012222" "$(sql "select p.name, h.relation, h.share, h.number
	from survivor_heir h join person p on p.person_id = h.heir_id where h.person_id = $person" | tr '|' ' ')"
same "and is somebody's" open "$(sql "select state from task where person_id = $person and rule_id = 'risk.survivor_grant'")"
finish
