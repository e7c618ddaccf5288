# The application for a pension, end to end: received, worked out, papers asked for once, awarded by two persons, paid by
# the next run with what is late, taken back and owed back; and what cannot be applied for.
. "$srcdir/tests/lib.sh"
needs retirement
needs employment
needs risk
small_city retire 3000 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
task() { sql "select state from task where person_id = $1 and rule_id = 'retirement.application' order by cause desc limit 1"; }
move() {	# LOGIN PERSON EVENT REASON: the state, or the message
	cause=$(sql "select cause from task where person_id = $2 and rule_id = 'retirement.application' order by cause desc limit 1")
	st "$1" decide "$2" retirement.application "$cause" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
yuan() { awk -v fen="$1" 'BEGIN { printf "%.2f\n", fen / 100 }'; }
judge() { st batch judge --date "$1" --force 2>/dev/null || echo "judge failed"; day "$1"; }
day 2025-11-03

# Who retires when, by the rules of that day; nobody is lost between the tables.
st clerk retirement forecast --months 24 --format csv >"$work/forecast.csv" 2>/dev/null
same "a forecast by month, area and scheme counts everybody once" "$(sql "select count(*) from retire_ahead where retire_on
	between '2025-11-01' and '2027-10-31'")" "$(awk -F, 'NR > 1 { n += $4 } END { print n }' "$work/forecast.csv")"
same "all who pay in are in it" "$(sql "select count(*) from person_fact where status = 'contributing' and category <> ''
	and pension_status is null and died_on is null")" "$(sql "select count(*) from retire_ahead")"
# The annex of the measures: a man born in September 1965 reaches his age with 60 years and 3 months.
same "on the day of the annex" 0 "$(sql "select count(*) from retire_ahead a join person p using (person_id) join person_fact f using (person_id)
	where f.category = 'male60' and p.birth_date between '1965-09-01' and '1965-12-31'
	and a.retire_on <> (p.birth_date + interval '60 years' + case when p.birth_date < '1966-01-01' then interval '3 months' end)::date")"
# Those who retire next, and of them a man, whose birth day moves by a step of four months.
# shellcheck disable=SC2046
set -- $(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) where f.scheme = 'employee'
	and exists (select from contribution c where c.person_id = a.person_id) and a.retire_on between '2025-12-02' and '2026-02-28'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice')
	order by f.category <> 'male60', a.retire_on, 1")
ben=$1 ann=$2 cem=$3 dan=$4
{ echo id_no,name,kind,value,from_date,to_date
	for p in $ann $ben $cem; do
		sql "select min(id_no) || ',' || min(p.name) || ',address,诸暨市暨阳街道1号,2025-01-01,' from person p join person_ident using (person_id)
			where person_id = $p"
	done; } >"$work/contact.csv"
st batch import contact "$work/contact.csv" --date 2025-11-03 2>/dev/null
ann_from=$(sql "select to_char(retire_on, 'YYYY-MM') || '-15' from retire_ahead where person_id = $ann")
first=$(sql "select to_char(retire_on + interval '1 month', 'YYYYMM') from retire_ahead where person_id = $ann")

# The application is somebody's at once, with the receipt; the judge works it out.
st clerk retirement apply "$ann" --from "$ann_from" --channel app >/dev/null
same "an application is a task at once, with a receipt" "open retire_receipt due" "$(task "$ann") $(sql "select template, state from message
	where person_id = $ann and rule_id = 'retirement.application'" | tr '|' ' ')"
same "twice is once" "the person has applied already: that application is not decided yet" "$(said st clerk retirement apply "$ann" --from "$ann_from")"
same "nothing is awarded before it is worked out" "there is no amount to award" "$(move clerk "$ann" propose complete)"
judge 2025-11-04
# State Council 2005-38: 1 % a year of the mean of base and indexed base, and the account over its months.
same "what it comes to is the formula's" "$(sql "with b as (select base_fen as base from award order by awarded_from desc, person_id limit 1),
	x as (select round(sum(n * mean / base) / sum(n), 4) as index, max(base) as base from (select count(*) as n, round(avg(base_fen)) as mean
		from contribution where person_id = $ann group by period / 100) y, b)
	select ceil((round(base * (1 + index) / 2 * round(f.months_total / 12.0, 4) * 0.01) + round(f.account_fen / d)) / 10) * 10
	from x, person_fact f, (select case when e.age % 12 = 0 then e.low else round(e.low + (e.high - e.low) * (e.age % 12) / 12.0, 1) end as d
		from (select m.age, v.months as low, w.months as high from (select extract(year from age(a.retire_on, p.birth_date)) * 12
			+ extract(month from age(a.retire_on, p.birth_date)) as age from retire_ahead a join person p using (person_id)
			where a.person_id = $ann) m join (values (50, 195), (51, 190), (55, 170), (56, 164), (60, 139), (61, 132)) v (years, months)
			on v.years = floor(m.age / 12) join (values (50, 195), (51, 190), (55, 170), (56, 164), (60, 139), (61, 132)) w (years, months)
			on w.years = v.years + 1) e) d where f.person_id = $ann")" \
	"$(sql "select monthly_fen from finding where person_id = $ann and rule_id = 'retirement.application'")"
fen=$(sql "select monthly_fen from finding where person_id = $ann and rule_id = 'retirement.application'")
same "its clock is twenty working days" "$(sql "select due_on('2025-11-03', null, 20)")" "$(sql "select due from task where person_id = $ann
	and rule_id = 'retirement.application'")"
same "every field says where it comes from" 0 "$(st clerk retirement show "$ann" --format csv | tr -d '\r' | awk -F, '/^(birth date|months in the register|personal account),/ { n++
	if ($3 !~ /register.csv/ || $4 < 2) bad++ } END { print n == 3 ? bad + 0 : "fields " n }')"

# Two persons.
move clerk "$ann" propose complete >/dev/null
same "who proposed does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" approve checked)"
same "no pension yet" 0 "$(sql "select count(*) from benefit where person_id = $ann")"
same "a second person does" done "$(move reviewer "$ann" approve checked)"
same "the pension begins in the month after, with the amount that both saw" "employee pension $first paid $fen" "$(sql "select scheme, kind,
	to_char(valid_from, 'YYYYMM'), state, monthly_fen from benefit where person_id = $ann" | tr '|' ' ')"
same "the award keeps what it rests on" "$fen f" "$(sql "select amount_fen, base_fen is null from award where person_id = $ann" | tr '|' ' ')"
same "who draws a pension does not apply" "the person draws a pension already" "$(said st clerk retirement apply "$ann" --from "$ann_from")"
judge 2025-11-05
same "nothing is found of it any more" "done 0" "$(task "$ann") $(sql "select count(*) from finding where person_id = $ann and rule_id = 'retirement.application'")"

# Paid by the next run, with what is late; taken back, what was paid is owed back.
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null
}
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
month 2025-11
same "not in the month before" 0 "$(sql "select count(*) from pay_line where person_id = $ann")"
day 2026-03-02
st clerk pay prepare 2026-03 >/dev/null
same "the next run pays every month since" "$(sql "select string_agg(to_char(m, 'YYYYMM') || ' ' || $fen, ',' order by m)
	from generate_series(to_date('$first', 'YYYYMM'), date '2026-03-01', interval '1 month') m")" "$(sql "select string_agg(period || ' ' ||
	amount_fen, ',' order by period) from pay_line where person_id = $ann")"
st clerk pay take-back 2026-03 >/dev/null 2>&1
month 2026-03
ok "and goes out" $?
months=$(sql "select count(*) from pay_line join pay_run r using (run_id) where person_id = $ann and r.state <> 'taken_back'")
move clerk "$ann" undo mistake >/dev/null
same "an award is taken back by two" open "$(move reviewer "$ann" approve checked)"
same "no pension is left" "0 0" "$(sql "select (select count(*) from benefit where person_id = $ann), (select count(*) from award where person_id = $ann)" | tr '|' ' ')"
same "what was paid is somebody's to claim at once" "open $((months * fen))" "$(sql "select t.state, f.monthly_fen from task t join finding f
	using (person_id, rule_id, cause) where t.person_id = $ann and t.rule_id = 'money.overpaid'" | tr '|' ' ')"
day 2025-11-05

# The archive says otherwise: both values with what each pays; none is taken silently.
born=$(sql "select birth_date from person where person_id = $ben") older=$(sql "select (birth_date - interval '4 months')::date from person where person_id = $ben")
# Four months older, and a step of the annex less: five months earlier.
from=$(sql "select to_char(retire_on - interval '5 months', 'YYYY-MM') || '-01' from retire_ahead where person_id = $ben")
st clerk retirement question "$ben" birth "$older" --volume 2 --page 17 --article 4 --author 王芳 >/dev/null
st clerk retirement question "$ben" deemed 60 --volume 1 --page 3 --article 1 --author 王芳 >/dev/null
same "with volume, page, article and author" "birth $born $older 2/17/4 王芳 clerk" "$(sql "select kind, by_register, by_archive, place, author, who
	from retire_question where person_id = $ben and kind = 'birth'" | tr '|' ' ')"
same "five more years pay more" t "$(sql "select archive_fen > register_fen and register_fen > 0 from retire_question where person_id = $ben and kind = 'deemed'")"
same "one has to be chosen" "the archive is in question: choose the birth" "$(said st clerk retirement apply "$ben" --from "$from" --deemed 60)"
same "and no third one" "the archive is in question: choose the birth" "$(said st clerk retirement apply "$ben" --from "$from" --deemed 60 --birth 1960-01-01)"
st clerk retirement apply "$ben" --from "$from" --deemed 60 --birth "$older" --agent 王小明 --agent-until 2026-12-31 >/dev/null
judge 2025-11-06
same "what was chosen is worked out" t \
	"$(sql "select monthly_fen > (select archive_fen from retire_question where person_id = $ben and kind = 'birth') from finding where person_id = $ben and rule_id = 'retirement.application'")"

# Deemed years need the file, an agent his authorisation: asked for once, and the clock stands.
same "without them nothing is proposed" "papers are missing: personnel_file authorisation" "$(move clerk "$ben" propose complete)"
due=$(sql "select due from task where person_id = $ben and rule_id = 'retirement.application'")
st clerk retirement papers "$ben" --ask >/dev/null
same "one list, written to the person" "awaiting authorisation,personnel_file retire_papers" "$(task "$ben") $(sql "select string_agg(paper, ',' order by paper)
	from retire_paper where person_id = $ben and how = 'asked'") $(sql "select template from message where person_id = $ben and state = 'due'
	order by message_id desc limit 1")"
same "it is not asked twice" 'task is "awaiting" at version 3 by now; "ask" cannot be done' "$(said st clerk retirement papers "$ben" --ask | sed 's/version [0-9]*/version 3/')"
judge 2025-11-07
mkdir "$work/post"
st batch post send --folder "$work/post" --text --at 12:00 >/dev/null 2>&1
same "which names every paper" 2 "$(cat "$work"/post/* | tr -d '\r' | grep -c -e '人事档案原件' -e '授权委托书及双方身份证')"
day 2025-11-16
st clerk retirement papers "$ben" --got >/dev/null
judge 2025-11-17
same "ten days in which papers were awaited do not count" "$(sql "select date '$due' + 10")" "$(sql "select due from task where person_id = $ben and rule_id = 'retirement.application'")"
same "with them it is proposed" proposed "$(move clerk "$ben" propose archive_seen)"
same "withdrawn, the proposal falls" "its reason is gone since it was proposed" "$(st clerk retirement withdraw "$ben" >/dev/null 2>&1; move reviewer "$ben" approve checked)"
same "and nothing was awarded" 0 "$(sql "select count(*) from benefit where person_id = $ben")"
same "what is withdrawn cannot be withdrawn" "the person has no application that waits" "$(said st clerk retirement withdraw "$ben")"

# A month that may not be chosen is received, and refused in words.
late=$(sql "select to_char(latest + interval '1 month', 'YYYY-MM') || '-01' from retire_ahead where person_id = $cem")
same "a month outside is said at once" 1 "$(st clerk retirement apply "$cem" --from "$late" 2>&1 | grep -c 'it cannot be granted as it is: not after')"
judge 2025-11-18
same "it has no amount, but a reason" "not after %s" "$(sql "select say::jsonb ->> 0 from finding where person_id = $cem and rule_id = 'retirement.application' and monthly_fen is null")"
same "it is refused with a letter that can be contested" "dismissed retire_refusal letter" "$(move clerk "$cem" reject month_outside) $(sql "select template, channel
	from message where person_id = $cem order by message_id desc limit 1" | tr '|' ' ')"
early=$(sql "select to_char(earliest, 'YYYY-MM') || '-01' from retire_ahead where person_id = $dan")
[ "$early" \< 2026-01-01 ] && early=2026-01-01
same "an earlier month without notice" 1 "$(st clerk retirement apply "$dan" --from "$early" 2>&1 | grep -c 'an earlier month is told 3 months before')"
st clerk retirement withdraw "$dan" >/dev/null 2>&1

# Nobody applies for the dead, nor for whom an open question stands.
sql "insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line) select person_id, 'death', '2025-11-10',
	'death', region_code, '', 1, 1 from person where person_id = $dan"
judge 2025-11-19
same "the dead do not retire" "the person is reported dead" "$(said st clerk retirement apply "$dan" --from 2026-02-01)"
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on) select person_id, 'feed.match', 'x', region_code,
	'match', '2025-12-01', 1, '2025-11-06' from person where person_id = $cem"
same "nor who is in doubt" "the person is in doubt: settle the open task first" "$(said st clerk retirement apply "$cem" --from 2026-02-01)"
same "only a clerk receives one" 'this login has no right to do that' "$(said st auditor retirement apply "$ben" --from 2026-02-01 | sed 's/^"apply".*/this login has no right to do that/')"

# The figures open what they count.
st batch refresh 2>/dev/null || st batch judge --date 2025-11-20 --force 2>/dev/null
for f in C2 C5 C8 C10; do
	same "figure $f counts its rows" 1 "$(st manager board --format csv | tr -d '\r' | grep -c "$f")"
done
finish
