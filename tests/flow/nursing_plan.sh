# Dispatch: the best nurse with her reason, plans into files, visits that fulfil them, absences, what was missed, and undo of each.
. "$srcdir/tests/lib.sh"
needs nursing
small_city nursing_plan 1500 7
box="$work/plan"
mkdir -p "$box"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$box/said" 2>&1 || cat "$box/said"; day "$1"; }
take() { st batch import "$1" "$box/$1.csv" --date "$2" --force >"$box/said" 2>&1 || cat "$box/said"; }
row() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
who() { sql "select p.person_id from person p where p.birth_date between '1950-01-01' and '1985-01-01' and not person_is_dead(p.person_id)
	and exists (select from person_ident i where i.person_id = p.person_id and i.id_no ~ '^[0-9X]{18}\$') order by 1 limit 1 offset $1"; }
best() { st clerk nursing candidates "$1" "$2" --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f2 | tr '\n' ' ' | sed 's/ $//'; }
why() { st clerk nursing candidates "$1" "$2" 2>&1 | tr -d '\r' | sed -n 's/^.*nobody can go: //p'; }
stand() { sql "select stand from home_request_now where request_no = '$1'"; }
task() { sql "select coalesce(string_agg(t.cause || ' ' || t.state, ';' order by t.opened_on, t.cause), '') from task t where t.rule_id = 'nursing.request' and t.cause like '$1%'"; }
requests() {	# ROWS: number, person, kind, asked, time, state, day, from, to, lat, lon
	echo request_no,id_no,name,kind,asked_on,asked_time,state,wanted_day,wanted_from,wanted_to,lat,lon,channel,disabled,dementia,helper,helper_phone,place
	printf '%s,web,no,no,,,\n' "$@"
}
figure() { sql "select round(coalesce(case when of_total is null then counted else 100.0 * counted / nullif(of_total, 0) end, -1), 1) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
judge 2025-11-03
a=$(who 0) b=$(who 1) c=$(who 2) d=$(who 3)
# N1 is near and has been at a's; N2 is near; N3 is far; N4 does care alone.
printf '%s\n' licence,name,lat,lon N1,Anna,30.00,120.00 N2,Berta,30.00,120.00 N3,Cleo,30.30,120.00 N4,Dora,30.00,120.00 >"$box/home_nurse.csv"
printf '%s\n' licence,nurse,kinds "N2,Berta,nursing;medicine" "N4,Dora,care" "N1,Anna," >"$box/home_nurse_kind.csv"
take home_nurse 2025-11-03
take home_nurse_kind 2025-11-03
visits() {
	echo visit_no,id_no,name,nurse_licence,nurse,kind,place,lat,lon,day,began,ended
	printf '%s\n' "$@"
}
visits "v1,$(row "$a"),N2,Berta,nursing,,30.00,120.00,2025-11-01,09:00,10:00" >"$box/homevisit.csv"
take homevisit 2025-11-03
requests "R1,$(row "$a"),nursing,2025-11-03,08:00,asked,2025-11-05,09:00,11:00,30.00,120.00" \
	"R2,$(row "$b"),nursing,2025-11-03,09:00,asked,2025-11-05,09:00,10:00,30.01,120.00" \
	"R3,$(row "$c"),nursing,2025-11-03,10:00,asked,2025-11-05,09:00,09:45,30.20,120.00" >"$box/care_request.csv"
take care_request 2025-11-03

# Who was there before is best, then the near ones, then the far one; who does no nursing is not asked.
same "the best first" "N2 N1 N3" "$(best "$a" R1)"
same "each with the reason in words" 1 "$(st clerk nursing candidates "$a" R1 2>/dev/null | grep -c '09:00 to 09:45, 0 visits that day, 0.0 km, was there before, qualified for this kind')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk nursing candidates "$a" R1 2>/dev/null | grep -c '，去过')"
st clerk decide "$a" nursing.request R1 dispatch --reason best >/dev/null 2>&1
same "planned, and its task is done" "planned R1 done" "$(stand R1) $(task R1)"
same "at that time by that nurse, with the reason" "N2 2025-11-05 09:00:00 09:45:00 was there before" "$(sql "select n.licence, p.day, p.from_at, p.to_at, p.say::jsonb ->> 5
	from home_plan p join home_nurse n using (nurse_id)" | tr '|' ' ')"
# N2 is at a's until 09:45; from there it is 1.1 km, three minutes at 20 km/h and five between: too late for 10:00.
same "who cannot be there in time is not offered" "N1 N3" "$(best "$b" R2)"
same "nobody else's licence is taken" "there is no such nurse" "$(said st clerk nursing take "$b" R2 N9)"
same "nor who does another kind" "this nurse cannot go" "$(said st clerk nursing take "$b" R2 N4)"
st clerk nursing take "$b" R2 N3 >/dev/null 2>&1
same "another nurse by choice" "N3 chosen" "$(sql "select n.licence, d.reason from home_plan p join home_nurse n using (nurse_id), decision d
	where p.request_no = 'R2' and d.cause = 'R2'" | tr '|' ' ')"
same "planned once" "no such request waits" "$(said st clerk nursing take "$b" R2 N1 | sed 's/task is .*/no such request waits/')"

# An absence: all of her day back in one command, a task each; she comes after all.
same "her whole day goes back" 1 "$(st clerk nursing absent N2 2025-11-05 2>&1 | grep -c '^.*1 visits are back')"
same "as a task of its own" "unplanned R1 done;R1#2 open" "$(stand R1) $(task R1)"
same "who is absent is not offered" "N1" "$(best "$a" "R1#2" | cut -d' ' -f1)"
st clerk nursing present N2 2025-11-05 >/dev/null 2>&1
same "back again she has her visit, and the task goes" "planned R1 done;R1#2 withdrawn" "$(stand R1) $(task R1)"
same "nobody is present twice" "the nurse is not absent on that day" "$(said st clerk nursing present N2 2025-11-05)"
plan=$(sql "select plan_no from home_plan where request_no = 'R2' and state = 'planned'")
st clerk nursing back "$b" "$plan" >/dev/null 2>&1
same "one visit goes back by itself" "unplanned R2 done;R2#2 open" "$(stand R2) $(task R2)"
st clerk nursing take "$b" "R2#2" >/dev/null 2>&1
same "and is planned anew with the best" "planned N1" "$(stand R2) $(sql "select n.licence from home_plan p join home_nurse n using (nurse_id) where p.request_no = 'R2' and p.state = 'planned'")"

# Decided wrong: by two it is taken back, and the same task waits.
st clerk nursing take "$c" R3 >/dev/null 2>&1
same "the third is planned" planned "$(stand R3)"
st clerk decide "$c" nursing.request R3 undo --reason mistake >/dev/null 2>&1
st manager decide "$c" nursing.request R3 approve --reason checked >/dev/null 2>&1
same "taken back by two it waits" "unplanned R3 open" "$(stand R3) $(task R3)"
st clerk nursing take "$c" R3 >/dev/null 2>&1

# The plan goes out as a file per nurse.
st clerk nursing plan 2025-11-05 --out "$box" >/dev/null 2>&1
same "a file each, with whom and when" "2 1" "$(wc -l <"$box/2025-11-05_N2.csv" | tr -d ' ') $(grep -c "09:00,09:45,$(row "$a"),nursing" "$box/2025-11-05_N2.csv")"
same "three nurses at most" "$(sql "select count(distinct nurse_id) from home_plan where state = 'planned' and day = '2025-11-05'")" "$(ls "$box"/2025-11-05_*.csv | wc -l | tr -d ' ')"

# Visits come by file: the one in its window fulfils, the one outside is late, none is missed from the next day on.
judge 2025-11-05
visits "w1,$(row "$a"),N2,Berta,nursing,,30.00,120.00,2025-11-05,09:10,09:50" "w2,$(row "$b"),N1,Anna,nursing,,30.01,120.00,2025-11-05,12:00,12:40" >"$box/homevisit.csv"
take homevisit 2025-11-05
same "fulfilled, late, and still planned" "fulfilled late planned" "$(stand R1) $(stand R2) $(stand R3)"
judge 2025-11-06
missed() { sql "select coalesce(string_agg(state, ' ' order by opened_on, cause), '') from task where rule_id = 'nursing.missed' and person_id = $1"; }
same "nobody tells of the third: missed, and somebody's" "missed open" "$(stand R3) $(missed "$c")"
st batch refresh 2>/dev/null
same "I6: two of three did not begin in the window; the figure is its rows" "66.7 2" "$(figure I6) $(sql "select count(*) from home_planned
	where day >= '2025-11-01' and day < '2025-11-06' and not is_in_window")"
# R1 was asked on the third at 08:00 and began on the fifth at 09:10: 49.2 hours; R2 at 09:00 and 12:00: 51.
same "I2: the middle of two waits" 50.1 "$(figure I2)"
same "I5p: a nurse-day of one visit" 1.0 "$(figure I5p)"
cause=$(sql "select cause from task where rule_id = 'nursing.missed' and person_id = $c")
st clerk decide "$c" nursing.missed "$cause" replan --reason nurse_absent >/dev/null 2>&1
same "again: it is in the queue" "unplanned R3 done;R3#2 open" "$(stand R3) $(task R3)"
st clerk decide "$c" nursing.missed "$cause" undo --reason mistake >/dev/null 2>&1
st manager decide "$c" nursing.missed "$cause" approve --reason checked >/dev/null 2>&1
same "taken back it is missed as before" "missed R3 done;R3#2 withdrawn open" "$(stand R3) $(task R3) $(missed "$c")"
# The file was late: the visit took place, and nothing is to be asked any more.
visits "w3,$(row "$c"),N1,Anna,nursing,,30.20,120.00,2025-11-05,09:00,09:40" >"$box/homevisit.csv"
take homevisit 2025-11-06
judge 2025-11-07
same "told late it is fulfilled, and the task goes" "fulfilled withdrawn" "$(stand R3) $(missed "$c")"

# Learned after it was planned: another time, a stay in hospital; each is planned anew.
e=$(who 4)
requests "R8,$(row "$e"),nursing,2025-11-07,08:00,asked,2025-11-12,09:00,11:00,30.00,120.00" >"$box/care_request.csv"
take care_request 2025-11-07
st clerk nursing take "$e" R8 >/dev/null 2>&1
requests "R8,$(row "$e"),nursing,2025-11-07,08:00,asked,2025-11-13,14:00,16:00,30.00,120.00" >"$box/care_request.csv"
take care_request 2025-11-07
same "asked for another day it waits again" "unplanned R8 done;R8#2 open" "$(stand R8) $(task R8)"
st clerk nursing take "$e" "R8#2" >/dev/null 2>&1
take care_request 2025-11-07
same "told the same again it stays planned" "planned 2025-11-13 14:00:00" "$(stand R8) $(sql "select day || ' ' || from_at from home_plan where request_no = 'R8' and state = 'planned'")"
stay() { sql "insert into home_stay (person_id, claim_no, region_code, from_day, to_day, batch_id, line) select person_id, '$2', region_code, '$3', $4, 0, 0
	from person where person_id = $1"; }
stay "$e" C8 2025-11-11 null
judge 2025-11-07
same "in hospital by then: a task, and in no nurse's file" "in_hospital open 0" "$(stand R8) $(missed "$e") $(st clerk nursing plan 2025-11-13 --format csv 2>/dev/null | tr -d '\r' |
	sed 1d | grep -c ',planned,')"
st clerk decide "$e" nursing.missed "$(sql "select cause from task where rule_id = 'nursing.missed' and person_id = $e")" drop --reason not_needed >/dev/null 2>&1
same "dropped it is needed no more" "needless done" "$(stand R8) $(missed "$e" | sed 's/dismissed/done/')"

# Why not: in hospital, beyond the package, dead.
stay "$d" C1 2025-11-09 "'2025-11-12'"
requests "R4,$(row "$d"),nursing,2025-11-07,08:00,asked,2025-11-10,09:00,11:00,30.00,120.00" \
	"R5,$(row "$d"),care,2025-11-07,08:00,asked,2025-11-14,09:00,11:00,30.00,120.00" \
	"R6,$(row "$d"),medicine,2025-11-07,08:00,asked,2025-11-14,09:00,09:15,30.00,120.00" >"$box/care_request.csv"
take care_request 2025-11-07
same "not into a stay in hospital" "on 2025-11-10 the person is in hospital, stay C1" "$(why "$d" R4)"
same "nor by a decision" "on 2025-11-10 the person is in hospital, stay C1" "$(said st clerk decide "$d" nursing.request R4 dispatch --reason best)"
same "not without a care level" "no care is granted on 2025-11-14" "$(why "$d" R5)"
same "not in less time than it takes" "no nurse is free in the wanted window" "$(why "$d" R6)"
printf 'id_no,name,level,dementia,impaired_from,from_day,to_day\n%s,3,no,2024-01-01,2025-11-01,\n' "$(row "$d")" >"$box/home_care.csv"
take home_care 2025-11-07
same "not before the hours are worked out" "the hours of care level 3 are not worked out yet: judge first" "$(why "$d" R5)"
judge 2025-11-08
# Three hours a week from the first of a month of thirty days: 12.9 hours.
level() { st clerk nursing level "$d" --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f1,4-8; }
same "granted, visited, planned, left" "3,3,12.9,0,0,12.9" "$(level)"
st clerk nursing take "$d" R5 >/dev/null 2>&1
same "a planned hour is one less" "3,3,12.9,0,1.0,11.9" "$(level)"
visits "x1,$(row "$d"),N4,Dora,care,,30.00,120.00,2025-11-08,09:00,11:30" >"$box/homevisit.csv"
take homevisit 2025-11-08
same "a visit, too" "3,3,12.9,2.5,1.0,9.4" "$(level)"
requests "R7,$(row "$d"),care,2025-11-08,08:00,asked,2025-11-09,09:00,11:00,30.00,120.00" >"$box/care_request.csv"
take care_request 2025-11-08
same "not beyond the hours of the week" "the week has 0.5 of 3 hours of care left" "$(why "$d" R7)"
if [ -e "$builddir/lib/steward/modules/risk.so" ]; then
	printf 'id_no,name,birth_date,died_on,place\n%s,%s,2025-11-07,\n' "$(row "$d")" "$(sql "select birth_date from person where person_id = $d")" >"$box/death.csv"
	take death 2025-11-08
	same "nor after a death" "no such request waits|ended" "$(said st clerk nursing take "$d" R7 N4 | sed 's/.*would change nothing/no such request waits/')|$(stand R7)"
fi
finish
