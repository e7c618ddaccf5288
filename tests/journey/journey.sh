# A clerk and a reviewer in front of a real terminal: one day of files, a death file a moment before.
. "$srcdir/tests/lib.sh"

small_city journey 2000 11
fresh=$(cd "$city/inbox" && ls -d */death.csv | tail -1)
day=${fresh%%/*}
for d in $(days_of "$city"); do
	[ "$d" \< "$day" ] || break
	import_day "$city" "$d"
	before=$d
done
st batch judge --date "$before" >/dev/null 2>&1 || echo "judge failed"
st batch import death "$city/inbox/$fresh" --date "$day" 2>/dev/null || echo "import failed"
st batch judge --date "$day" >/dev/null 2>&1 || echo "judge failed"

# Names that the import would refuse or that no column is made for, planted behind its back.
sql "insert into person (person_id, region_code, name, sex, birth_date, batch_id, line)
	select 900000 + n, (select min(region_code) from person), name, 'F', '1950-01-01', 1, n
	from (values (1, '测王芳'), (2, E'测Zoe\\u0308 Ne\\u0301meth'),
		(3, '测' || repeat('长名字', 20)), (4, E'测\\033]0;owned\\007\\033[2J')) x (n, name)
	on conflict do nothing"
sql "insert into person_ident (id_no, id_kind, person_id)
	select '99' || n::text, 'id', n from generate_series(900001, 900004) n on conflict do nothing"
st batch refresh 2>/dev/null

# The last of the queue: what came in a moment ago.
dead=$(sql "select i.id_no || ' ' || p.name || ' ' || t.person_id from task t
	join person p using (person_id) join person_ident i using (person_id)
	where t.rule_id = 'risk.paid_after_death' and t.opened_on = '$day' and t.state = 'open'
	order by t.due desc, t.priority desc, t.person_id desc limit 1")
number=${dead%% *} person=${dead##* } name=${dead#* } name=${name% *}
ok "the death file of a moment ago made a task" "$([ -n "$person" ]; echo $?)"

"$steward" board --db "$db" --as clerk --format csv > "$work/board.csv"
"$builddir/tests/journey/desk_journey" "$db" "$number" "$name" "$work/board.csv" 2>&1
ok "the journeys" $?

same "the hold is final, proposed by one and approved by another" "final clerk reviewer" \
	"$(sql "select state || ' ' || proposer || ' ' || approver from hold
		where person_id = $person and rule_id = 'risk.paid_after_death'")"
same "the person's page tells of it" 1 \
	"$(st clerk person "$number" | grep -c 'final *risk.paid_after_death *clerk *reviewer')"
same "what a script reads has no escapes" 0 \
	"$(st clerk search 测 | LC_ALL=C grep -c "$(printf '\033')")"
finish
