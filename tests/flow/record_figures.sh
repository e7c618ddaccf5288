# The office's own record in figures: work in time, pace, matched rows, texts in force, decisions against the rule's word.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city record 1000 7
death_file "$city" "$work/record_death.csv"
st batch import death "$work/record_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
figure() {	# ID
	sql "select coalesce(trim_scale(counted)::text, '-') || coalesce(' ' || trim_scale(of_total), '') from indicator_value
		where indicator = '$1' and region_code = 0 order by business_day desc limit 1"
}
# shellcheck disable=SC2046
set -- $(sql "select person_id from task where rule_id = 'risk.paid_after_death' order by 1")
same "six deaths of persons who are paid" 6 $#
close() {	# PERSON EVENT REASON, and its approval
	st clerk decide "$1" risk.paid_after_death 2025-11-05 "$2" --reason "$3" >/dev/null
	st reviewer decide "$1" risk.paid_after_death 2025-11-05 approve --reason checked >/dev/null
}
close "$1" propose confirmed
close "$2" propose confirmed
close "$3" dismiss wrong_person
sql "update task set due = '2025-11-05' where person_id = $2 and rule_id = 'risk.paid_after_death'"
st batch refresh 2>/dev/null
open=$(sql "select count(*) from task where state in ('open', 'proposed')")
same "three tasks are closed" 3 "$(sql "select count(*) from task where state in ('done', 'dismissed')
	and rule_id = 'risk.paid_after_death'")"
closed=$(sql "select count(*) from task where state in ('done', 'dismissed')")
same "all but one in time" "$((closed - 1)) $closed" "$(figure J2)"
same "the rest takes so many days" "$((open * 20)) $closed" "$(figure J3)"
human=$(sql "select count(*) from decision where not automatic")
same "one of them against the rule's word" "1 $human" "$(figure L4)"
same "none by one person alone" 0 "$(figure L6)"
same "rows that name somebody without doubt" "$(sql "select sum(rows_read - rows_doubtful - rows_rejected) || ' ' || sum(rows_read)
	from batch where state = 'taken' and business_day > date '2025-11-06' - 31")" "$(figure K4)"
same "rows that ever came" "$(sql "select sum(rows_read) from batch where state = 'taken'")" "$(figure K6)"
same "texts in force, none begins later" "$(cd "$srcdir/lua" && find rules parameters calculations lib -name '*.lua' | wc -l)" "$(figure L1)"
sql "insert into replay_difference values ($4, 'risk.paid_after_death', '2025-11-05', 'gone')"
st batch refresh 2>/dev/null
same "a decision of the night's sample that comes out otherwise" 1 "$(figure L3)"

# Looked at: a trace a day, what for is known from the work there is, or said.
looked() {	# LOGIN PERSON
	st "$1" person "$2" >/dev/null 2>&1
}
quiet=$(sql "select person_id from person p where not exists (select from task t where t.person_id = p.person_id) order by 1 limit 1")
looked clerk "$4"
looked clerk "$quiet"
looked auditor "$quiet"
same "with a task it is known what for" "clerk task" "$(sql "select login || ' ' || purpose from look where person_id = $4")"
same "without one it is not" "auditor 1|clerk 1" "$(sql "select login || ' ' || times from look where person_id = $quiet
	and purpose = '' order by 1" | paste -sd '|')"
sql "update look set last_at = last_at - interval '2 minutes' where person_id = $quiet"
looked clerk "$quiet"
same "another look is counted" 2 "$(sql "select times from look where person_id = $quiet and login = 'clerk'")"
st batch refresh 2>/dev/null
same "look-ups that nobody explained" "2 3" "$(figure L5)"
sql_as clerk "select person_at_counter($quiet)" >/dev/null
st batch refresh 2>/dev/null
same "one word explains it" "1 3" "$(figure L5)"
same "and stands on the person's page" 1 "$(st auditor person "$quiet" 2>/dev/null | grep -c '^clerk .*counter$')"
same "nobody takes his look away" "ERROR:  permission denied for table look" "$(sql_as clerk "delete from look" 2>&1 | sed -n 1p)"

# The worked cases of what is in force, and of what begins within sixty days.
st batch rules cases >"$work/said" 2>&1
ok "all cases come out" $?
counts=$(sed -n 's/^\([0-9]*\) of \([0-9]*\) cases come out$/\1 \2/p' "$work/said")
st batch refresh 2>/dev/null
same "and are counted" "$counts t" "$(figure L2) $(sql "select sum(cases) > 100 and bool_and(passing = cases) from case_run")"
mkdir -p "$work/worse/rules/risk"
sed 's/gives = "nothing"/gives = "task"/' "$srcdir/lua/rules/risk/death_alert.lua" >"$work/worse/rules/risk/death_alert.lua"
sql "with b as (select '$(sed "s/'/''/g" "$work/worse/rules/risk/death_alert.lua")'::text as body),
	t as (insert into rule_text (hash, rule_id, body, seen_on) select sha256_text(body), 'rules/risk/death_alert.lua', body, '2025-11-06'
		from b returning hash)
	insert into rule_version (version_id, path, hash, from_day, author)
	select nextval('id_block'), 'rules/risk/death_alert.lua', hash, '2025-12-01', 'policy' from t" >/dev/null
st batch rules cases >"$work/said" 2>&1
same "a scheduled text whose cases do not is told" "1 1" "$? $(grep -c 'death_alert.lua: .* cases come out' "$work/said")"
st batch refresh 2>/dev/null
same "and the figure is less" t "$(sql "select counted < of_total from indicator_value where indicator = 'L2' and region_code = 0
	order by business_day desc limit 1")"

# Of everybody: who works, who pays in, who is past the age and draws.
if [ -e "$builddir/lib/steward/modules/employment.so" ]; then
	for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-06 2>/dev/null; done
	st batch judge --date 2025-11-06 2>/dev/null
	st batch refresh 2>/dev/null
	works=$(sql "select count(*) from person p where not person_is_dead(person_id) and extract(year from age(date '2025-11-06', birth_date)) between 16 and 59")
	pays=$(sql "select count(distinct person_id) from contribution where period >= 202508")
	same "of the age at which one works" "$works" "$(figure B1)"
	same "for whom a month of the last three is paid" "$pays t" "$(figure B2) $(sql "select $pays > 100")"
	same "beside each other" "$pays $works" "$(figure B3)"
	same "past the age, and those who draw" "$(sql "select count(*) filter (where exists (select from person_fact f where f.person_id = p.person_id
		and f.pension_status = 'paid')) || ' ' || count(*) from person p where not person_is_dead(p.person_id)
		and p.birth_date <= date '1965-11-06'")" "$(figure B6)"
fi
finish
