# A clerk and a reviewer in front of a real terminal: one day of files, a death file a moment before.
. "$srcdir/tests/lib.sh"
for m in risk retirement employment claims; do needs $m; done

small_city journey 2000 11
last=$(days_of "$city" | tail -1)
for d in $(days_of "$city"); do
	[ "$d" = "$last" ] || import_day "$city" "$d"
done
st batch judge --date "$(days_of "$city" | tail -2 | head -1)" >/dev/null 2>&1 || echo "judge failed"

# A pensioner nobody has a question about, with something of everything, and a name of his own.
person=$(sql "select f.person_id from person_fact f join person p using (person_id)
	where f.pension_status = 'paid' and f.died_on is null
	and exists (select from payment y where y.person_id = f.person_id)
	and exists (select from evidence e where e.person_id = f.person_id)
	and not exists (select from task t where t.person_id = f.person_id)
	and (select count(*) from person o where starts_with(o.name, p.name)) = 1
	order by f.person_id limit 1")
about=$(sql "select id_no || ',' || person.name || ',' || person.birth_date from person
	join person_ident using (person_id) where person_id = ${person:-0}")
number=${about%%,*} name=${about#*,} name=${name%,*}
printf 'id_no,name,birth_date,died_on,place\n%s,%s,家中\n' "$about" "$last" > "$work/death.csv"
st batch import death "$work/death.csv" --date "$last" 2>/dev/null || echo "import failed"
# Half of a hospital's file has a day that is none.
sql "select i.id_no || ',' || p.name || ',' || case when row_number() over (order by p.person_id) % 2 = 0 then '2025-11-31' else '2025-11-03' end
	|| ',x' from person p join person_ident i using (person_id) where p.birth_date < '1980-01-01' order by p.person_id limit 20" >"$work/rows"
{ echo id_no,name,visit_date,hospital; cat "$work/rows"; } >"$work/hospital.csv"
st batch import medical "$work/hospital.csv" --date "$last" >/dev/null 2>&1
st batch judge --date "$last" >/dev/null 2>&1 || echo "judge failed"
same "the death file of a moment ago made a task" open \
	"$(sql "select state from task where person_id = ${person:-0} and rule_id = 'risk.paid_after_death'")"

# Names that the import would refuse or that no column is made for, planted behind its back.
sql "insert into person (person_id, region_code, name, sex, birth_date, batch_id, line)
	select 900000 + n, (select min(region_code) from person), name, 'F', '1950-01-01', 1, n
	from (values (1, '测王芳'), (2, E'测Zoe\\u0308 Ne\\u0301meth'),
		(3, '测' || repeat('长名字', 20)), (4, E'测\\033]0;owned\\007\\033[2J'),
		(15, '量买·艾'), (16, '量王芳')) x (n, name)
	on conflict do nothing"
sql "insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code)
	select '99' || person_id::text, 'id', person_id, name, birth_date, region_code
	from person where person_id > 900000 and person_id < 900017 on conflict do nothing"
st batch judge --rebuild >/dev/null 2>&1 || echo "judge failed"

# A queue of more than two readings.
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select person_id, rule_id, 'planted-' || n, region_code, task_type, date '2027-01-01' + n, 9, opened_on
	from (select * from task where task_type = 'notice' and state = 'open' order by 1, 2, 3 limit 1) t,
	generate_series(1, 250) n"
st batch refresh 2>/dev/null

"$steward" board --db "$db" --as clerk --format csv > "$work/board.csv"
"$builddir/tests/journey/desk_journey" "$db" "$number" "$name" "$work/board.csv" 2>&1
ok "the journeys" $?
same "everybody behind the figure is visited" "$(sql "select counted from indicator_value where indicator = 'D4' and region_code = 0
	order by business_day desc limit 1")" "$(sql "select count(*) from task where rule_id = 'retirement.visit' and state = 'open'")"
"$builddir/tests/journey/desk_terminal" "$db" "$number" "$name" 2>&1
ok "the terminal" $?
"$builddir/tests/journey/desk_width" "$db" "$number" "$name" 2>&1
ok "signs of two widths" $?
"$builddir/tests/journey/desk_input" "$db" "$number" "$name" 2>&1
ok "keys and other bytes" $?
"$builddir/tests/journey/desk_search" "$db" "$number" "$name" 2>&1
ok "finding a person" $?
"$builddir/tests/journey/desk_place" "$db" "$number" "$name" 2>&1
ok "the place in the queue" $?
"$builddir/tests/journey/desk_meanwhile" "$db" "$number" "$name" 2>&1
ok "what others do meanwhile" $?
# All of them: BYTES=2000 make check TESTS=journey
"$builddir/tests/journey/desk_bytes" "$db" "$number" "$name" "${BYTES:-40}" 2>&1
ok "random bytes" $?
sed 's/value = 12 }/value = 11 }/' "$srcdir/lua/parameters/certification.lua" >"$work/certification.lua"
mkdir -p "$work/draft/parameters" && mv "$work/certification.lua" "$work/draft/parameters/"
st policy rules rehearse "$work/draft/parameters/certification.lua" >/dev/null 2>&1
ok "a draft is rehearsed" $?
"$builddir/tests/journey/desk_policy" "$db" "$number" "$name" 2>&1
ok "the policy officers" $?

st batch judge --date "$last" >/dev/null 2>&1 || echo "judge failed"
same "the mended rows of the hospital's file came in" "0 20" "$(sql "select (select count(*) from reject r where r.batch_id = b.batch_id and r.state = 'open')
	|| ' ' || (select count(*) from evidence e where e.batch_id = b.batch_id) from batch b where file_name like '%hospital.csv'")"
same "the hold is final, proposed by one and approved by another" "final clerk reviewer" \
	"$(sql "select state || ' ' || proposer || ' ' || approver from hold
		where person_id = ${person:-0} and rule_id = 'risk.paid_after_death'")"
same "the person's page tells of it" 1 \
	"$(st clerk person "$number" | grep -c 'final *risk.paid_after_death *clerk *reviewer')"
same "what a script reads has no escapes" 0 \
	"$(st clerk search 测 | LC_ALL=C grep -c "$(printf '\033')")"
finish
