# Employers as subjects: told by the levy file, judged by rules about them, seen by whose area they are in; told twice, late,
# corrected, and judged again on the day a contribution is due.
. "$srcdir/tests/lib.sh"
needs fund
box="$work/employers"
rm -rf "$box"
mkdir -p "$box"
small_city employers 600 11
two=$(sql "select string_agg(region_code::text, ' ' order by region_code) from (select distinct region_code from person
	order by region_code limit 2) x")
here=${two% *} there=${two#* }
told() {	# DAY, rows on stdin
	{ echo unit_no,unit,period,scheme,assessed,paid,insured,region; cat; } >"$box/levy.csv"
	st batch import levy "$box/levy.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"
	judged "$1"
}
judged() { st batch judge --date "$1" --force >"$box/said" 2>&1 || cat "$box/said"; }
tasks() { sql "select substring(rule_id from '[a-z]+$') || ' ' || substring(cause from ':(.*)') || ' ' || state from task
	where subject = 'employer' order by 1" | tr '\n' ';'; }

told 2025-11-03 <<-E
	U1,第一厂,2025-07,employee,1000.00,1000.00,100,$here
	U1,第一厂,2025-10,employee,900.00,900.00,79,$here
	U2,第二厂,2025-07,employee,500.00,200.00,50,$there
	U2,第二厂,2025-10,employee,500.00,0.00,50,$there
	U3,第三厂,2025-10,employee,10.00,10.00,12,$here
E
same "fewer insured by a fifth, and owed for four months" "arrears U2 202507 open;shrinking U1 202510 open;" "$(tasks)"
same "what is owed is what was due" "800.00" "$(sql "select say::jsonb ->> 2 from finding where rule_id = 'fund.arrears'")"
same "the task lies in the employer's area, about no person" "0|$here" "$(sql "select person_id, region_code from task
	where rule_id = 'fund.shrinking'")"
printf 'unit_no,unit,insured,insured_before,insured_on,on\nU9,第九厂,10,40,2025-10-01,2025-11-03\n' >"$box/facts.csv"
same "the rule says of given facts what it finds" 1 "$("$steward" rules try "$srcdir/lua/rules/fund/shrinking.lua" \
	--facts "$box/facts.csv" --folder 2>&1 | grep -c '40 insured three months ago')"

# Told again, late, and corrected.
before=$(tasks)
sed 1d "$box/levy.csv" >"$box/again"
told 2025-11-04 <"$box/again"
same "told twice nothing changes" "$before" "$(tasks)"
told 2025-11-05 <<-E
	U2,旧名,2025-01,employee,500.00,500.00,60,$here
E
same "what comes late changes neither name nor area" "第二厂|$there" "$(sql "select unit, region_code from employer where unit_no = 'U2'")"
told 2025-11-06 <<-E
	U2,第二厂,2025-07,employee,500.00,500.00,50,$there
	U1,第一厂,2025-10,employee,900.00,900.00,81,$here
E
same "what is corrected withdraws" "arrears U2 202507 withdrawn;shrinking U1 202510 withdrawn;" "$(tasks)"

# Nobody is touched when a day passes: a month is due on the first of the next one, and a task three months on.
told 2025-11-07 <<-E
	U3,第三厂,2025-11,employee,100.00,0.00,12,$here
E
owed() { sql "select coalesce(owed_fen::text, '-') || ' ' || coalesce(facts_until::text, '-') from employer_fact join employer using (employer_id)
	where employer.unit_no = 'U3'"; }
same "not due before the month is over" "- 2025-12-01" "$(owed)"
judged 2025-12-01
same "on its day it is" "10000 -" "$(owed)"
third() { sql "select state from task where cause like '%U3 202511'"; }
judged 2026-02-28
same "no task before its day" "" "$(third)"
judged 2026-03-01
same "on it there is one" open "$(third)"

# Each sees those of its own area.
sql "update staff set region_code = case login when 'clerk' then $here else $there end where login in ('clerk', 'reviewer')"
seen() { echo "$(sql_as clerk "$1") $(sql_as reviewer "$1")"; }
same "an area's clerk sees its employers, and no other's" "U1,U3 U2" "$(seen "select string_agg(unit_no, ',' order by unit_no) from employer")"
same "so it is with their tasks" "1 0" "$(seen "select count(*) from task where cause like '%U3 202511'")"
same "facts" "2 1" "$(seen "select count(*) from employer_fact")"
same "and the list of the command line" "2 1" "$(st clerk fund units --format csv 2>/dev/null | grep -c 'U[0-9],') $(
	st reviewer fund units --format csv 2>/dev/null | grep -c 'U[0-9],')"
desk() { printf '%s\n' "$@" . | st clerk desk --line 2>&1; }
shows() { grep -q -- "$1" "$box/page" && echo 1 || echo 0; }
same "the search finds an employer by its number" "#,U3" "$(st clerk search u3 --format csv 2>/dev/null | sed 1d | cut -d, -f1,2)"
same "of one's own area alone" 0 "$(st clerk search U2 --format csv 2>/dev/null | sed 1d | wc -l)"
desk /U3 >"$box/page"
same "its page has what it owes, its months and its tasks" "1 1 1" "$(shows 'An employer: U3') $(shows '100.00') $(shows 'not paid, the')"
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN desk /U3 >"$box/page"
same "in Chinese as well" "1 1" "$(shows '用人单位.*U3') $(shows '欠缴')"
cause=$(sql "select cause from task where cause like '%U3 202511'")
said=$(st clerk explain 0 fund.arrears "$cause" 2>&1)
same "an explanation names facts and parameter" "contributions due fund.arrears_months 2025-11-01" "$(for w in "contributions due" fund.arrears_months \
	2025-11-01; do printf '%s\n' "$said" | grep -q -- "$w" && printf '%s ' "$w"; done | sed 's/ $//')"
same "of another area's there is none" 0 "$(st reviewer explain 0 fund.arrears "$cause" 2>&1 | grep -c 'owed_from')"
told 2026-03-02 <<-E
	U3,第三厂,2025-11,employee,100.00,100.00,12,$here
E
same "once it is paid the task is withdrawn" withdrawn "$(third)"
before=$(tasks)
st batch judge --all --date 2026-03-02 >/dev/null 2>&1
same "judged from scratch it is the same" "$before" "$(tasks)"
finish
