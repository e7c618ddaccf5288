# A pension that was awarded here is worked out anew when what it rests on changes: months that come late, an archive read
# afterwards.  The task begins with the difference; two persons correct it, the next run pays or claims what was wrong, and
# it can be taken back.
. "$srcdir/tests/lib.sh"
needs retirement
needs employment
small_city reassess 3000 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
for f in "$city"/inbox/*/contribution.csv; do st batch import contribution "$f" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 2>/dev/null
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force 2>/dev/null || echo "judge failed"; day "$1"; }
move() {	# LOGIN RULE EVENT REASON: the state, or the message
	cause=$(sql "select cause from task where person_id = $ann and rule_id = '$2' order by state in ('done', 'withdrawn'), cause desc limit 1")
	st "$1" decide "$ann" "$2" "$cause" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
rule=retirement.reassess
open() { sql "select count(*) from task where person_id = $ann and rule_id = '$rule' and state not in ('done', 'withdrawn', 'dismissed')"; }
# The sentence's values: 2 now, 3 before, 8 years, 9 years of the award.
told() { sql "select say::jsonb ->> $1 from finding where person_id = $ann and rule_id = '$rule'"; }
money() { sql "select sum(monthly_fen) from benefit where person_id = $ann"; }
# Somebody who retires next and has paid in, without any other open matter.
st clerk retirement forecast --months 24 --format csv >/dev/null 2>&1
ann=$(sql "select a.person_id from retire_ahead a join person_fact f using (person_id) where f.scheme = 'employee'
	and exists (select from contribution c where c.person_id = a.person_id) and a.retire_on between '2025-12-02' and '2026-02-28'
	and not exists (select from task t where t.person_id = a.person_id and t.task_type <> 'notice') order by a.retire_on, 1 limit 1")
from=$(sql "select to_char(retire_on, 'YYYY-MM') || '-15' from retire_ahead where person_id = $ann")
day 2025-11-03
st clerk retirement apply "$ann" --from "$from" >/dev/null
judge 2025-11-04
move clerk retirement.application propose complete >/dev/null
same "a pension is awarded" done "$(move reviewer retirement.application approve checked)"
judge 2025-11-05
was=$(money)
same "what rests on what is held is left alone" 0 "$(open)"

# Twelve months of another year come late.
id=$(sql "select min(id_no) from person_ident where person_id = $ann") name=$(sql "select name from person where person_id = $ann")
base=$(sql "select round(avg(base_fen)) / 100.0 from contribution where person_id = $ann")
year=$(sql "select min(period) / 100 - 1 from contribution where person_id = $ann")
{ echo id_no,name,period,base,amount
	for m in 01 02 03 04 05 06 07 08 09 10 11 12; do echo "$id,$name,$year-$m,$base,100.00"; done; } >"$work/late.csv"
st batch import contribution "$work/late.csv" --date 2025-11-05 >"$work/said" 2>&1
judge 2025-11-06
same "months that come late open it" "1 $(sql "select round(years_e4 / 10000.0 + 1, 4)::float8 || ' ' || (years_e4 / 10000.0)::float8 from award where person_id = $ann")" \
	"$(open) $(told 8) $(told 9)"
same "it begins with the difference" "$(awk -v f="$was" 'BEGIN { printf "%.2f", f / 100 }') t" "$(told 2) $(sql "select monthly_fen > 0 and monthly_fen
	= round(((say::jsonb ->> 1)::numeric - (say::jsonb ->> 2)::numeric) * 100) from finding where person_id = $ann and rule_id = '$rule'")"
more=$(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'")
move clerk $rule propose months_late >/dev/null
same "nothing is paid by one alone" "$was" "$(money)"
same "a second person approves" done "$(move reviewer $rule approve checked)"
same "the pension is the new one" "$((was + more)) 1" "$(money) $(sql "select count(*) from correction where person_id = $ann")"
same "and its award has the new years" t "$(sql "select years_e4 / 10000.0 = '$(sql "select (effect ->> 'years_after')::numeric / 10000 from
	(select inputs -> 'effect' as effect from decision where person_id = $ann and rule_id = '$rule' limit 1) x")'::numeric from award where person_id = $ann")"
judge 2025-11-07
same "nothing is left of it" "0 0" "$(open) $(sql "select count(*) from finding where person_id = $ann and rule_id = '$rule'")"
same "the same file again changes nothing" 0 "$(st batch import contribution "$work/late.csv" --date 2025-11-07 >/dev/null 2>&1; judge 2025-11-08; open)"
move clerk $rule undo mistake >/dev/null
same "it is taken back by two" "open $was" "$(move reviewer $rule approve checked) $(money)"
judge 2025-11-09
same "and is asked again, for it is still so" 1 "$(open)"
move clerk $rule propose months_late >/dev/null
move reviewer $rule approve checked >/dev/null
same "done again" $((was + more)) "$(money)"

# Paid for two months, then the account at the award turns out to have been less.
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null
}
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
day 2026-03-02
month 2026-03
paid=$(sql "select count(*) from pay_line where person_id = $ann")
same "months were paid" t "$(sql "select $paid > 0")"
less=$(sql "select to_char(account_fen / 200.0, 'FM999999990.00') from award where person_id = $ann")
st clerk retirement question "$ann" account "$less" --volume 1 --page 9 --article 2 --author 王芳 >"$work/said" 2>&1
ok "an account is in question" $?
judge 2026-03-03
less_fen=$(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'")
same "half of the account is less" "1 t" "$(open) $(sql "select $less_fen < 0")"
move clerk $rule propose account_wrong >/dev/null
same "a second person approves, too" done "$(move reviewer $rule approve checked)"
same "what was paid too much is somebody's to claim" "open $((-less_fen * paid))" "$(sql "select t.state || ' ' || f.monthly_fen from task t join finding f
	using (person_id, rule_id, cause) where t.person_id = $ann and t.rule_id = 'money.overpaid'")"

# A later day of birth: at the month of the award the age was not reached.
younger=$(sql "select (birth_date + interval '2 years')::date from person where person_id = $ann")
st clerk retirement question "$ann" birth "$younger" --volume 1 --page 1 --article 1 --author 王芳 >/dev/null 2>&1
judge 2026-03-04
same "what would not be awarded is said, without an amount" "1 t" "$(open) $(sql "select monthly_fen is null from finding where person_id = $ann and rule_id = '$rule'")"
same "and cannot be proposed as a correction" 1 "$(move clerk $rule propose account_wrong | grep -c .)"
finish
