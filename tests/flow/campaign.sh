# A campaign of certification: whom it takes and when, two notices, what takes a person out of it, and that nobody's
# pension is stopped by it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city campaign 1000 13
st batch judge --date 2025-11-01 2>/dev/null
sql "delete from certification; delete from evidence; update benefit set valid_from = '2023-06-01' where state = 'paid'"
st batch judge --date 2025-11-05 --rebuild --all 2>/dev/null
day() { st batch judge --date "$1" --force 2>/dev/null || echo "not judged $1"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
cohort() { sql "select count(*) from certify_cohort where campaign = '$1'"; }
stages() { sql "select coalesce(string_agg(stage || ' ' || n, ',' order by stage), 'none') from (select stage, count(*) as n from
	campaign_stage(business_day()) where campaign = '$1' group by 1) s"; }
lapsed="f.pension_status = 'paid' and f.held_for is null and f.died_on is null"
n=$(sql "select count(*) from person_fact f where $lapsed")
same "all have lapsed" "$n" "$(sql "select count(*) from task where rule_id = 'retirement.certification_overdue' and state = 'open'")"
same "only a manager begins one, and not in the past" 2 "$({ said st clerk retirement campaign new x --begin 2025-11-10
	said st manager retirement campaign new x --begin 2025-11-01; } | grep -c 'reserved for\|today or later')"

# By area, age and the last sign of the number: counted by hand.
area=$(sql "select region_code from person_fact f where $lapsed group by 1 order by count(*) desc, 1 limit 1")
want=$(sql "select count(*) from person_fact f join person_ident i using (person_id) where $lapsed and f.region_code = $area
	and date '2025-11-10' >= f.birth_date + interval '60 years' and date '2025-11-10' < f.birth_date + interval '76 years'
	and right(id_no, 1) in ('1', '3', '5', '7', 'X')")
st manager retirement campaign new part --begin 2025-11-10 --area "$area" --age-from 60 --age-to 75 --digits "1 3 5 7 X" >/dev/null 2>&1
same "nobody is in it before it begins" 0 "$(cohort part)"
day 2025-11-10
same "its area, ages and last digits" "$want" "$(cohort part)"
ok "and they are some, and not all" "$([ "$want" -gt 2 ] && [ "$want" -lt "$n" ]; echo $?)"
same "each is sent the first notice" "$want" "$(sql "select count(*) from message where template = 'ask_alive'")"
same "while asked, nobody is to be stopped for it" 0 "$(day 2025-11-11; sql "select count(*) from task join certify_cohort using (person_id)
	where rule_id = 'retirement.certification_overdue' and state = 'open'")"

# Out of it: seen at the counter, dead, certified; another sign after the notice.
# shellcheck disable=SC2046
set -- $(sql "select person_id from certify_cohort where campaign = 'part' order by 1 limit 3")
sql_as clerk "select sign_tell($1, 'counter', '2025-11-11', '')" >/dev/null
sql_as clerk "select death_tell($2, '2025-11-08', 'C', 'family')" >/dev/null
day 2025-11-12
out_of() { sql "select stage || ' ' || why || ' ' || since from campaign_stage(business_day()) where person_id = $1"; }
same "who was seen is out, with its cause and day" "out counter 2025-11-11" "$(out_of "$1")"
same "who has died, too" "out death 2025-11-08" "$(out_of "$2")"
same "his task is withdrawn" "withdrawn" "$(sql "select state from task where person_id = $1 and rule_id = 'retirement.campaign_first'")"
same "others born into it later are not in it" "$want" "$(sql "update benefit set valid_from = '2022-01-01' where state = 'paid'"; day 2025-11-13; cohort part)"

# The second notice by the day's work, then the lapse; deadlines are the parameters'.
first=$(sql "select value::int from policy_number where name = 'certification.notice_days_1'")
second=$(sql "select value::int from policy_number where name = 'certification.notice_days_2'")
on() { sql "select date '2025-11-10' + $1"; }
day "$(on $((first - 1)))"
same "on the last day of the first notice there is no second one" 0 "$(sql "select count(*) from message where template = 'ask_alive_again'")"
day "$(on "$first")"
same "the day after each that is left gets one" "$((want - 2))" "$(sql "select count(*) from message where template = 'ask_alive_again'")"
day "$(on $((first + second - 1)))"
same "still nobody is to be stopped" 0 "$(sql "select count(*) from task join certify_cohort using (person_id)
	where rule_id = 'retirement.certification_overdue' and state = 'open'")"
day "$(on $((first + second)))"
same "then a clerk has each of them as a task" "$((want - 2))" "$(sql "select count(*) from task join certify_cohort using (person_id)
	where rule_id = 'retirement.certification_overdue' and state = 'open'")"
same "nobody's pension is held without a person" 0 "$(sql "select count(*) from hold")"
same "it says how far they are" "out 2,over $((want - 2))" "$(stages part)"
same "the list counts the same" "part,$want,0,0,$((want - 2)),2" "$(st clerk retirement campaign list --format csv | awk -F, 'NR == 2 { print $1 "," $7 "," $8 "," $9 "," $10 "," $11 }' | tr -d '\r')"

# An area is left out while it runs; the very old are to be seen each year, whatever data say.
today=$(sql "select business_day()")
st manager retirement campaign new old --begin "$today" --age-from 80 --yearly >/dev/null 2>&1
seen=$(sql "select f.person_id from person_fact f where $lapsed and birth_date <= date '$today' - interval '80 years' order by 1 limit 1")
sql "insert into certification (person_id, certified_on, channel, region_code, basis, batch_id, line) select person_id, '$today', 'data', region_code, '[\"x\"]', 0, 0
	from person_fact f where $lapsed and birth_date <= date '$today' - interval '80 years' on conflict do nothing"
day "$(sql "select date '$today' + 1")"
same "certified by data alone, they are asked all the same" "$(sql "select count(*) from person_fact f where $lapsed and birth_date <= date '$today' - interval '80 years'")" "$(cohort old)"
sql "insert into certification (person_id, certified_on, channel, region_code, basis, batch_id, line) select person_id, '$today', 'visit', region_code, '[\"x\"]', 0, 0 from person where person_id = $seen"
same "until they are seen" "certificate" "$(sql "select why from campaign_stage(business_day()) where person_id = $seen and campaign = 'old'")"
same "an area is left out for a reason" 1 "$(said st manager retirement campaign exempt old "$area" | grep -c 'for a reason')"
st manager retirement campaign exempt old "$area" --why flood >/dev/null 2>&1
same "and its persons are out" "$(sql "select count(*) from certify_cohort where campaign = 'old' and region_code = $area and person_id <> $seen")" \
	"$(sql "select count(*) from campaign_stage(business_day()) where campaign = 'old' and why = 'exempt' and person_id <> $seen")"
same "a year later it begins again" 2 "$(day "$(sql "select (date '$today' + interval '1 year')::date")" >/dev/null; sql "select count(distinct begun_on) from certify_cohort where campaign = 'old'")"
finish
