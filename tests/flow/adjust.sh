# The yearly adjustment as a campaign: rehearsed for everyone, proposed and approved by two persons, tried on some, paused,
# applied back to January, paid with arrears by the next run, and taken back.
. "$srcdir/tests/lib.sh"
needs retirement
needs risk
small_city adjust 3000 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
sql "update setting set value = '2025-01-10' where name = 'business_day'"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
field() { st clerk adjust show --format json | head -1 | sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p"; }
signature() { field signature; }
newest() { sql "select max(campaign_id) from adjust_campaign"; }
benefits() { sql "select md5(string_agg(b::text, '' order by person_id, scheme, kind, valid_from)) from benefit b"; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
pay() {	# MONTH: prepared, all that waits released or kept, signed, approved, out
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/adjust_$1" >/dev/null && st clerk pay confirm "$1" "$work/adjust_$1" >/dev/null
}

# A made-up rule of the province for 2025, as the notice of a year would be entered.
awk '/from = "2022-01-01", basis = "Zhejiang/ { sub(/from = "2022-01-01",/, "from = \"2022-01-01\", to = \"2024-12-31\","); mine = 1 }
	{ print }
	mine && /^\t\t\t} },/ { mine = 0
		print "\t\t\t{ from = \"2025-01-01\", value = { year = 2025, fixed = 2600, percent = 1.1,"
		print "\t\t\t\tyears = { count = \"up\", bands = { { from = 0, fen = 120 }, { from = 15, fen = 220 } }, floor = 1500 },"
		print "\t\t\t\tages = { { from = 70, women = 65, fen = 2000 }, { from = 80, fen = 4000 } } } }," }' \
	"$srcdir/lua/parameters/adjustment.lua" >"$work/adjustment.lua"
mkdir -p "$work/adjust/parameters" && mv "$work/adjustment.lua" "$work/adjust/parameters/"
st batch judge --date 2025-01-10 2>/dev/null
st clerk adjust >/dev/null
same "a year of which nobody has entered a rule adjusts nobody" "0 0" "$(st batch adjust rehearse 2025 >/dev/null
	echo "$(field persons) $(field increase_yuan | tr -d .0)" | sed 's/ $/ 0/')"
put_into_force "$work/adjust/parameters/adjustment.lua"
ok "a rule of the year comes into force" $?
pay 2025-01
ok "January is paid" $?
day 2025-06-10
pay 2025-06
ok "and February to June" $?
day 2025-07-05

# Somebody in prison, somebody whose pension was changed in March, one far above all others.
one() { sql "select person_id from benefit where scheme = 'employee' and state = 'paid' and valid_from < '2024-06-01' order by 1 offset $1 limit 1"; }
jailed=$(one 3) changed=$(one 5) rich=$(one 7) plain=$(one 9)
sql "insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line) select person_id, 'prison', '2025-05-01',
	'test', region_code, '', 0, 0 from person where person_id = $jailed;
	insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, state, region_code, batch_id, line) select person_id, scheme, kind,
		monthly_fen + 100, '2025-03-01', 'paid', region_code, 0, 0 from benefit where person_id = $changed;
	update benefit set monthly_fen = monthly_fen + 9000000 where person_id = $rich;
	insert into touched (person_id, batch_id, region_code) select p, 0, 0 from unnest(array[$jailed, $changed, $rich]) p"
st batch judge --date 2025-07-05 --force 2>/dev/null
before=$(benefits)
st batch adjust rehearse 2025 >"$work/adjust_said"
ok "everyone is rehearsed" $?
same "nothing changes by it" "$before" "$(benefits)"
first=$(newest)
in_register() {	# CONDITION of awk: benefits of employees
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["pension"] != "" && $at["scheme"] == "employee" && ('"$1"') { n++ } END { print n + 0 }' "$city/register.csv"
}
because() { sql "select count(*) from adjust_row where campaign_id = $first and why = '$1'"; }
same "who retired after the year before is left out" "$(in_register '$at["first_paid"] >= "2025-01"')" "$(because after_scope)"
same "who serves a sentence" "$jailed" "$(sql "select person_id from adjust_row where campaign_id = $first and why = 'custody'")"
same "whose pension has changed since January" "$changed" "$(sql "select person_id from adjust_row where campaign_id = $first and why = 'changed_since'")"
same "whose pension had ended" "$(in_register '$at["pension_status"] != "paid" && $at["first_paid"] < "2025-01"')" "$(because not_in_payment)"
same "all others take part" "$(in_register 1)" "$(sql "select count(*) + $(field persons) from adjust_row where campaign_id = $first and why is not null")"
same "each cause is told with its persons" "custody 1" "$(sed -n '/^Take no part$/,$p' "$work/adjust_said" | awk '$1 == "custody" { print $1, $2 }')"

# The sum by another way: the same persons as a file, through the calculation on the command line.
sql "select 'jurisdiction,year,sex,birth,contribution_months,pension_before'" >"$work/adjust.csv"
sql "select 'CN-' || p.region_code || ',2025,' || p.sex || ',' || p.birth_date || ',' || coalesce(round(f.award_years_e4 * 12 / 10000.0)::int,
	f.months_total) || ',' || to_char(r.before_fen / 100.0, 'FM9999990.00') from adjust_row r join person p using (person_id)
	join person_fact f using (person_id) where r.campaign_id = $first and r.why is null order by 1" >>"$work/adjust.csv"
sql "select to_char(increase_fen / 100.0, 'FM9999999990.00') from adjust_campaign where campaign_id = $first" >"$work/adjust_sum"
same "the sum is that of the calculation, person by person" "$(cat "$work/adjust_sum")" "$(st clerk eval adjustment.increase "$work/adjust.csv" 2>/dev/null |
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { fen += int($at["increase"] * 100 + 0.5) } END { printf "%.2f", fen / 100 }')"
same "limits come from its own spread, and one lies outside" "$rich" "$(sql "select person_id from adjust_row where campaign_id = $first and state = 'outlier'")"
same "which is the middle and five times the usual distance" t "$(sql "with m as (select percentile_disc(0.5) within group (order by increase_fen) as fen
	from adjust_row where campaign_id = $first and why is null) select c.median_fen = m.fen and c.most_fen - m.fen = (select 5 * percentile_disc(0.5)
	within group (order by abs(r.increase_fen - m.fen)) from adjust_row r where r.campaign_id = $first and r.why is null)
	from adjust_campaign c, m where c.campaign_id = $first")"

# Two persons, and what they have seen.
same "what nobody has proposed is not approved" 'the adjustment is "rehearsed" by now' "$(said st reviewer adjust approve --signature "$(signature)")"
st clerk adjust propose >/dev/null
sql_in postgres "grant steward_reviewer to clerk"
same "who proposed does not approve" "an adjustment needs a second person" "$(said st clerk adjust approve --signature "$(signature)")"
sql_in postgres "revoke steward_reviewer from clerk"
same "another signature is not this one's" "the adjustment is not what was rehearsed" "$(said st reviewer adjust approve --signature x)"
sql "update benefit set monthly_fen = monthly_fen + 1 where person_id = $plain"
moved="1 persons are not as they were when this was rehearsed, one of them is $plain"
same "whoever has moved since refuses it, by name" "$moved" "$(said st reviewer adjust approve --signature "$(signature)")"
sql "update benefit set monthly_fen = monthly_fen - 1 where person_id = $plain;
	update adjust_row set after_fen = after_fen + 1, increase_fen = increase_fen + 1 where person_id = $plain and campaign_id = $first"
same "so does a row that somebody changed" "the adjustment is not what was rehearsed" "$(said st reviewer adjust approve --signature "$(signature)")"
sql "update adjust_row set after_fen = after_fen - 1, increase_fen = increase_fen - 1 where person_id = $plain and campaign_id = $first"
sql "update adjust_campaign set law = 'x' || law where campaign_id = $first"
same "and another law" "other texts have come into force since this was rehearsed" "$(said st reviewer adjust approve --signature "$(signature)")"
sql "update adjust_campaign set law = substr(law, 2) where campaign_id = $first"

# A small part first, a pause, and what has moved meanwhile.
st reviewer adjust approve --signature "$(signature)" --first 50 >/dev/null
same "a small part is applied, and it pauses" "paused 50 50" "$(field state) $(field applied) $(sql "select count(*) from benefit where valid_from = '2025-01-01' and batch_id = 0")"
same "at that it waits for somebody" 'the adjustment is "paused" by now' "$(sql_as reviewer "select adjust_propose($first)" >/dev/null; said st clerk adjust propose)"
late=$(sql "select max(person_id) from adjust_row where campaign_id = $first and state = 'pending'")
sql "update benefit set monthly_fen = monthly_fen + 1 where person_id = $late"
same "it does not go on with somebody who has moved" "1 persons are not as they were when this was rehearsed, one of them is $late" \
	"$(said st clerk adjust go-on)"
sql "update benefit set monthly_fen = monthly_fen - 1 where person_id = $late"
sql "update adjust_row set after_fen = after_fen + 1, increase_fen = increase_fen + 1 where person_id = $late and campaign_id = $first;
	update adjust_campaign set state = 'running' where campaign_id = $first"
same "the database does not commit another sum than the rehearsal's" 1 \
	"$(sql_as reviewer "select adjust_apply($first, 100000, null)" | grep -c "what was applied is not what was rehearsed: it differs by 1 fen")"
sql "update adjust_row set after_fen = after_fen - 1, increase_fen = increase_fen - 1 where person_id = $late and campaign_id = $first"
same "nothing of it was kept" 50 "$(sql "select count(*) from adjust_row where campaign_id = $first and state = 'applied'")"
st clerk adjust pause >/dev/null
same "what is paused applies nobody" "0 paused" "$(sql_as reviewer "select * from adjust_apply($first, 100000, null)" | tr '|' ' ')"
st clerk adjust go-on >/dev/null
same "it goes on to its end" applied "$(field state)"
total() { sql "select sum(n.monthly_fen - o.monthly_fen) from adjust_row r join benefit n using (person_id, scheme, kind) join benefit o using (person_id, scheme, kind)
	where r.campaign_id = $1 and r.why is null and n.valid_from = '2025-01-01' and o.valid_from = r.benefit_from"; }
rehearsed() { sql "select increase_fen - coalesce((select sum(increase_fen) from adjust_row r where r.campaign_id = $1 and r.state = 'outlier'), 0)
	from adjust_campaign where campaign_id = $1"; }
same "the benefits are up by what was rehearsed, to the fen" "$(rehearsed "$first")" "$(total "$first")"
st clerk adjust go-on >/dev/null
same "once more, nothing more" "$(rehearsed "$first")" "$(total "$first")"

# Somebody paused it and everyone has moved on: rehearsed anew for the rest, it ends with those it was applied to.
st clerk adjust undo --reason again >/dev/null && st reviewer adjust undo >/dev/null
st batch adjust rehearse 2025 >/dev/null && st clerk adjust propose >/dev/null
st reviewer adjust approve --signature "$(signature)" --first 40 >/dev/null
part=$(newest)
st batch adjust rehearse 2025 >/dev/null
same "of a paused one the rest is rehearsed" "$(sql "select persons - 40 from adjust_campaign where campaign_id = $first")" "$(field persons)"
st clerk adjust propose >/dev/null
same "and the paused one ends with its part" "applied 40" "$(sql "select c.state, (select count(*) from adjust_row r where r.campaign_id = c.campaign_id and r.state = 'applied') from adjust_campaign c
	where campaign_id = $part" | tr '|' ' ')"
st clerk adjust undo "$part" --reason again >/dev/null && st reviewer adjust undo "$part" >/dev/null
same "which is undone like any" "$before" "$(benefits)"
st batch adjust rehearse 2025 >/dev/null && st clerk adjust propose >/dev/null
st reviewer adjust approve --signature "$(signature)" >/dev/null
first=$(newest)

# Before anything was paid: as if it had not been.
same "it is not taken back without a reason" "an adjustment is not taken back without a reason" "$(said st clerk adjust undo)"
st clerk adjust undo --reason wrong_year >/dev/null
st clerk adjust undo --reason wrong_year >/dev/null
same "nor by one person" undoing "$(field state)"
sql "update benefit set monthly_fen = monthly_fen + 1 where person_id = $plain and valid_from = '2025-01-01'"
same "a benefit that has changed since keeps it from being undone, by name" \
	"benefits of 1 persons were changed since they were adjusted, one of them is $plain" "$(said st reviewer adjust undo)"
sql "update benefit set monthly_fen = monthly_fen - 1 where person_id = $plain and valid_from = '2025-01-01';
	insert into adjust_campaign (campaign_id, year, scheme, from_day, day, law, state, proposed_by, approved_by, digest)
		values (7, 2026, 'employee', '2026-01-01', '2026-01-10', '', 'applied', 'clerk', 'reviewer', 'x');
	insert into adjust_row (person_id, campaign_id, scheme, kind, region_code, year, sex, benefit_from, before_fen, after_fen, state, facts)
		values ($plain, 7, 'employee', 'pension', 0, 2026, 'M', '2025-01-01', 1, 1, 'applied', '')"
same "so does a later year's" "a later adjustment stands on this one" "$(said st reviewer adjust undo)"
sql "delete from adjust_row where campaign_id = 7; delete from adjust_campaign where campaign_id = 7"
st reviewer adjust undo >/dev/null
same "undone, the benefits are exactly as they were" "undone $before" "$(field state) $(benefits)"

# Again, in the right hands to the end, with what lies outside decided by two.
st batch adjust rehearse 2025 >/dev/null
second=$(newest)
same "rehearsed once more it is the same" t "$(sql "select a.increase_fen = b.increase_fen and a.persons = b.persons from adjust_campaign a,
	adjust_campaign b where a.campaign_id = $first and b.campaign_id = $second")"
st clerk adjust propose >/dev/null
st batch judge --date 2025-07-05 --force 2>/dev/null
same "what lies outside is a task" "$rich $second" "$(sql "select person_id, cause from task where rule_id = 'adjust.outlier' and state = 'open'" | tr '|' ' ')"
st clerk decide "$rich" adjust.outlier "$second" propose --reason checked >/dev/null
same "nothing is applied before the adjustment is approved" 'the adjustment is "proposed" by now' \
	"$(said st reviewer decide "$rich" adjust.outlier "$second" approve --reason checked)"
st reviewer adjust approve --signature "$(signature)" >/dev/null
same "without a limit all of it is applied" applied "$(field state)"
st reviewer decide "$rich" adjust.outlier "$second" approve --reason checked >/dev/null
same "and the task's too, when two have agreed" "$(sql "select increase_fen from adjust_campaign where campaign_id = $second")" "$(total "$second")"
st batch adjust rehearse 2025 >/dev/null
same "rehearsed after that nobody is left" "0 $(field persons)" "$(field persons) $(sql "select count(*) from adjust_row where campaign_id = $(newest) and why is null")"
same "for they were adjusted before" "$(sql "select persons from adjust_campaign where campaign_id = $second")" \
	"$(sql "select count(*) from adjust_row where campaign_id = $(newest) and why = 'adjusted_before'")"
st batch judge --date 2025-07-05 --force 2>/dev/null
same "a pension still begins when it began" 0 "$(sql "select count(*) from person_fact f join adjust_row r using (person_id)
	where r.state = 'applied' and f.pension_from = '2025-01-01'")"

# July pays the new amount, and six months of the difference; whoever is held has his later.
pay 2025-07
ok "July is paid" $?
july=$(sql "select max(run_id) from pay_run")
sent="join pay_line l on l.person_id = r.person_id and l.scheme = r.scheme and l.run_id = $july
	where r.campaign_id = $second and r.state = 'applied' and l.state = 'due' and not exists (select from pay_line h where h.person_id = r.person_id
		and (h.state <> 'due' or h.over_fen > 0)) and not exists (select from payment y where y.person_id = r.person_id and y.batch_id <> 0
		and y.period between 202501 and 202507)"
same "each has the difference of six months" 0 "$(sql "select count(*) from (select r.person_id from adjust_row r $sent and l.period < 202507
	group by r.person_id, r.increase_fen having count(*) <> 6 or sum(l.amount_fen) <> 6 * r.increase_fen) x")"
same "and July by the new amount" 0 "$(sql "select count(*) from adjust_row r $sent and l.period = 202507 and l.amount_fen <> r.after_fen")"
same "of whom there are many" t "$(sql "select count(distinct r.person_id) > 300 from adjust_row r $sent")"
st clerk pay prepare 2025-07 >/dev/null 2>&1
same "nobody has arrears twice" 0 "$(sql "select count(*) from pay_line l where run_id > $july and amount_fen > 0 and not exists (select from pay_line h
	where h.person_id = l.person_id and h.run_id <= $july and h.state = 'held')")"
st clerk pay take-back "$(sql "select max(run_id) from pay_run")" >/dev/null 2>&1

# Taken back after it was paid: the next run tells the difference, and takes nothing by itself.
st clerk adjust undo "$second" --reason wrong >/dev/null
st reviewer adjust undo "$second" >/dev/null
same "undone again" "$before" "$(benefits)"
day 2025-08-05
st clerk pay prepare 2025-08 >/dev/null
run=$(sql "select max(run_id) from pay_run")
same "what was paid too much is told, to the fen" 0 "$(sql "select count(*) from (select l.person_id from pay_line l join adjust_row r using (person_id, scheme)
	where l.run_id = $run and r.campaign_id = $second and r.increase_fen > 0 and exists (select from pay_line j where j.person_id = l.person_id
		and j.run_id = $july and j.period = 202507 and j.state = 'due' and j.amount_fen = r.after_fen) and not exists (select from pay_line h
		where h.person_id = l.person_id and h.state = 'held')
	group by l.person_id, r.increase_fen having sum(l.over_fen) <> 7 * r.increase_fen) x")"
same "of many" t "$(sql "select count(distinct person_id) > 300 from pay_line where run_id = $run and over_fen > 0")"
finish
