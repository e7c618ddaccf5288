# Whom a login sees: the persons of its areas, less those behind a barrier, who are there for nobody but the special unit;
# they are paid and counted, and their tasks are somebody's.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city barrier 1500 7
death_file "$city" "$work/barrier_death.csv"
st batch import death "$work/barrier_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
all() { "$@" 2>&1 | tr -d '\r'; }
map() { for l in "$@"; do echo "steward $(id -un) $l" >>"$cluster/pgdata/pg_ident.conf"; done
	kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"; sleep 1; }
rule=risk.paid_after_death
why="told by the court, file 12/2025"

# Areas.
area=$(sql "select region_code from task join person using (person_id, region_code) where rule_id = '$rule' order by person_id limit 1")
st admin staff add ba_ann clerk 安 --region "$area" >/dev/null
st admin staff add ba_bo clerk 波 >/dev/null
st admin staff add ba_sun clerk 孙 >/dev/null
st admin staff add ba_shi clerk 史 >/dev/null
map ba_ann ba_bo ba_sun ba_shi
count() { sql_as "$1" "select count(*) from $2"; }
for t in person task payment finding payable; do
	same "a login sees its area alone: $t" "$(sql "select count(*) from $t where region_code = $area")" "$(count ba_ann $t)"
done
same "and the office everything" "$(sql "select count(*) from person")" "$(count ba_bo person)"
far=$(sql "select min(person_id) from person where region_code <> $area and person_id > 0")
near=$(sql "select person_id from task where rule_id = '$rule' and region_code = $area order by 1 limit 1")
far_no=$(sql "select min(id_no) from person_ident where person_id = $far")
near_no=$(sql "select min(id_no) from person_ident where person_id = $near")
nobody=$(all st ba_ann person 330681190001010013 | sed 's/330681190001010013/X/')
same "who is of another is not there" "$nobody" "$(all st ba_ann person "$far_no" | sed "s/$far_no/X/")"
same "one of the own is" 1 "$(st ba_ann person "$near_no" | grep -c "$near_no")"
same "the queue has its own" "$(sql "select count(*) from task where state = 'open' and region_code = $area")" \
	"$(st ba_ann tasks --state open --limit 10000 --format csv | sed 1d | grep -c .)"
told() { sql_as ba_ann "select death_tell($1, '2025-11-05', 'paper 1', 'a neighbour')" | sed -n 's/^ERROR: *//p'; }
same "a function is cut, too" "there is no such person|there is no such person" "$(told "$far")|$(told 999999999)"
same "and by SQL" "" "$(sql_as ba_ann "select person_looked($far)")"
same "nothing was written" 0 "$(sql "select count(*) from look where person_id = $far")"

# Who has moved is the other area's, with all there is.
moves=$(sql "select person_id from benefit where region_code = $area and person_id <> $near order by 1 limit 1")
moves_no=$(sql "select min(id_no) from person_ident where person_id = $moves")
to=$(sql "select min(region_code) from person where region_code not in ($area, 0)")
awk -F, -v OFS=, -v no="$moves_no" -v to="$to" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
	$at["id_no"] == no { for (i = 1; i <= NF; i++) if (i == at["region_code"] || i == at["region"] || i == at["area"]) $i = to; print }' \
	"$city/register.csv" >"$work/barrier_moved.csv"
st batch import register "$work/barrier_moved.csv" --date 2025-11-06 >/dev/null 2>&1
same "moved, benefits and payments have moved" "$to 0" "$(sql "select region_code from person where person_id = $moves") $(
	sql "select (select count(*) from benefit where person_id = $moves and region_code <> $to)
		+ (select count(*) from payment where person_id = $moves and region_code <> $to)")"

# Barriers.
same "without a special unit nobody is hidden" "nobody of the special unit could look after the person" \
	"$(said st ba_bo barrier put "$near_no" address --reason "$why")"
for who in ba_sun ba_shi; do
	st admin staff special $who >/dev/null
	same "not by one administrator" "f" "$(sql "select special from staff where login = '$who'")"
	st manager staff approve $who "$(staff_sign $who)" >/dev/null
done
same "by two there is one" "ba_shi ba_sun" "$(sql "select string_agg(login, ' ' order by login) from staff where special")"
sql "update task set assigned_to = 'ba_bo' where person_id = $near and rule_id = '$rule'"
figures() { st batch refresh 2>/dev/null; sql "select string_agg(concat_ws(' ', indicator, region_code, counted, of_total), ';'
	order by indicator, region_code) from indicator_value where business_day = business_day() and indicator !~ '^(L|K6)'"; }
before=$(figures)
pages() { for l in "$@"; do all st "$l" person "$near_no" | sed "s/$near_no/X/"; done; }
same "a reason is said" "a reason has 10 to 255 characters" "$(said st ba_bo barrier put "$near_no" address --reason x)"
same "of the kinds there are" 'there is no barrier "secret"' "$(said st ba_bo barrier put "$near_no" secret --reason "$why")"
st ba_bo barrier put "$near_no" address --reason "$why" >/dev/null
ok "a barrier is put" $?
same "whoever has put it sees the person no more" "$nobody" "$(pages ba_bo)"
same "nor do others" "$nobody
$nobody
$nobody" "$(pages ba_ann clerk manager)"
same "an auditor does" 1 "$(pages auditor | grep -c "$near")"
same "and the special unit" 1 "$(pages ba_sun | grep -c "$near")"
name=$(sql "select name from person where person_id = $near")
same "not found by name" "$(($(sql "select count(*) from person where name = '$name'") - 1))" \
	"$(st ba_bo search "$name" --format csv 2>/dev/null | grep -c ",$name,")"
same "not in the queue" 0 "$(st ba_bo tasks --limit 10000 --format csv | grep -c ",$near,")"
same "the task is the unit's" "t" "$(sql "select special from staff s join task t on t.assigned_to = s.login
	where person_id = $near and rule_id = '$rule'")"
same "the same again is no one that is there" "$(said st ba_bo barrier put 330681190001010013 address --reason "$why" |
	sed 's/330681190001010013/X/')" "$(said st ba_bo barrier put "$near_no" address --reason "$why" | sed "s/$near_no/X/")"
same "nor decided" "$(said st ba_bo decide 330681190001010013 $rule 2025-11-05 propose --reason confirmed | sed 's/330681190001010013/X/')" \
	"$(said st ba_bo decide "$near_no" $rule 2025-11-05 propose --reason confirmed | sed "s/$near_no/X/")"
same "counted as before" "$before" "$(figures)"
st ba_sun decide "$near" $rule 2025-11-05 propose --reason confirmed >/dev/null
ok "the unit works on it" $?
same "a hard one is not waived, as if there were nobody" "no person has the number \"X\"" \
	"$(said st ba_bo barrier waive "$near_no" --reason "$why" --until 2025-12-01 | sed "s/$near_no/X/")"
same "its audit is hidden" "0 1" "$(sql_as ba_bo "select count(*) from audit_log where op = 'barrier.put'") $(
	sql_as auditor "select count(*) from audit_log where op = 'barrier.put'")"
same "only the unit lists it" "0 1" "$(st ba_bo barrier list --format csv | grep -c "$near") $(st ba_sun barrier list --format csv | grep -c "$near")"

# What is about two is there for who may see both.
seen=$(sql "select min(person_id) from person where person_id > 0 and person_id <> $near and region_code = $area")
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select $seen, 'person.same', '$near', $area, 'merge', '2025-12-01', 5, '2025-11-06'"
same "nor a task of another that is about the two" "0 1 1" "$(for l in ba_bo ba_sun auditor; do
	sql_as $l "select count(*) from task where person_id = $seen and rule_id = 'person.same'"; done | paste -sd ' ')"

# Paid all the same.
st clerk pay prepare --month 2025-11 >/dev/null 2>&1 || st clerk pay prepare 2025-11 >/dev/null 2>&1
run=$(sql "select max(run_id) from pay_run")
hidden=$(sql "select person_id from pay_line where run_id = $run and person_id <> $near and amount_fen > 0 order by 1 limit 1")
hidden_no=$(sql "select min(id_no) from person_ident where person_id = $hidden")
st ba_bo barrier put "$hidden_no" threat --reason "$why" >/dev/null
same "the run pays who is hidden" 1 "$(sql "select count(*) from pay_line where run_id = $run and person_id = $hidden")"
same "the lines do not show it" 0 "$(sql_as ba_bo "select count(*) from pay_line where person_id = $hidden")"
same "a few are one line without sums" "not shown,,,," "$(st ba_bo pay show --format csv 2>/dev/null | tr -d '\r' | grep '^not shown' | cut -c1-13)"
for p in $(sql "select distinct person_id from pay_line where run_id = $run and person_id not in ($near, $hidden) order by 1 limit 12"); do
	sql_as ba_bo "select barrier_put($p, 'address', '$why', null, null)" >/dev/null
done
same "many are one with them, and it adds up" "$(sql "select sum(amount_fen) from pay_line where run_id = $run and state <> 'held'")" \
	"$({ echo "set search_path = steward; prepare t (bigint) as"; sed -n '/^-- statement: pay_totals$/,/;$/p' "$srcdir/core/money/pay.sql" |
		grep -v '^--'; echo "execute t ($run);"; } >"$work/totals.sql"; psql -X -q -A -t "$db user=ba_bo" -f "$work/totals.sql" |
		awk -F'|' '{ n += $4 } END { print n }')"

# Ended by two, and all is as it was.
same "only the unit ends one" "a barrier is ended by the special unit" "$(sql_as ba_bo "select barrier_end($near, 'address', '$why')" |
	sed -n 's/^ERROR:  //p')"
st ba_sun barrier end "$near_no" address --reason "$why" >/dev/null
same "one does not suffice" "$nobody" "$(pages ba_bo)"
same "nor twice the same" "this needs a second person" "$(said st ba_sun barrier approve "$near_no" address)"
st ba_shi barrier approve "$near_no" address >/dev/null
same "by two it has ended" 1 "$(pages ba_bo | grep -c "$near")"
same "the task is back" ba_bo "$(sql "select assigned_to from task where person_id = $near and rule_id = '$rule'")"

# Soft ones.
st ba_sun barrier put "$near_no" known --reason "a singer, looked at too often" >/dev/null
same "a soft one hides as well" "$nobody" "$(pages ba_bo)"
same "for so long" "a waiver ends within three months" "$(said st ba_bo barrier waive "$near_no" --reason "$why" --until 2026-12-01)"
same "waived and taken back in one transaction, nobody is seen" "" "$(sql_as ba_bo "begin; select where barrier_waive('$near_no',
	'$why', '2025-11-20') is null; select name from person where person_id = $near; rollback")"
st ba_bo barrier waive "$near_no" --reason "$why" --until 2025-11-20 >/dev/null
same "waived, its clerk sees the person, and no other" "1 0" "$(pages ba_bo | grep -c "$near") $(pages clerk | grep -c "$near")"
same "of nobody a waiver is what it is of one without" "no person has the number \"X\"" \
	"$(said st ba_bo barrier waive "$far_no" --reason "$why" --until 2025-11-20 | sed "s/$far_no/X/")"
same "an auditor counts" "ba_bo,1,1" "$(st auditor barrier waivers --format csv | tr -d '\r' | sed -n 2p | cut -d, -f1-3)"
sql "update setting set value = '2025-11-21' where name = 'business_day'"
same "after its day it is over" "$nobody" "$(pages ba_bo)"
sql "update setting set value = '2025-11-06' where name = 'business_day'"

# Who works here, and kin.
own=$(sql "select person_id from person where household is not null and person_id > 0 and household in (select household from person
	group by household, region_code having count(*) > 1) and person_id not in (select person_id from barrier) order by 1 limit 1")
own_no=$(sql "select min(id_no) from person_ident where person_id = $own")
kin=$(sql "select min(o.person_id) from person p join person o using (household, region_code) where p.person_id = $own and o.person_id <> $own")
st admin staff kin ba_sun "$own_no" --own >/dev/null
ok "who works here is told" $?
for p in $own $kin; do
	no=$(sql "select min(id_no) from person_ident where person_id = $p")
	same "hidden from colleagues, and from oneself in the unit" "$nobody
$nobody" "$(all st ba_bo person "$no" | sed "s/$no/X/"; all st ba_sun person "$no" | sed "s/$no/X/")"
done
same "but for an auditor" 1 "$(sql_as auditor "select count(*) from person where person_id = $own")"

# Who joins the household by a later file is kin from then on, and whoever leaves it is not.
new=$(sql "select person_id from person where region_code = (select region_code from person where person_id = $own) and household is distinct from
	(select household from person where person_id = $own) and person_id not in (select person_id from barrier) and person_id > 0 order by 1 limit 1")
new_no=$(sql "select min(id_no) from person_ident where person_id = $new")
joins() {	# HOUSEHOLD: a file that tells it of that person
	awk -F, -v OFS=, -v no="$new_no" -v to="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
		$at["id_no"] == no { $at["household"] = to; print }' "$city/register.csv" >"$work/barrier_kin.csv"
	st batch import register "$work/barrier_kin.csv" --date 2025-11-06 >/dev/null 2>&1
}
was=$(sql "select household from person where person_id = $new")
joins "$(sql "select household from person where person_id = $own")"
same "kin by a file" "0 1" "$(sql_as ba_bo "select count(*) from person where person_id = $new") $(
	sql_as ba_shi "select count(*) from person where person_id = $new")"
joins "$was"
same "and no more" 1 "$(sql_as ba_bo "select count(*) from person where person_id = $new")"

# A barrier with an end ends by itself, and gives back what it took; the same night twice does nothing.
st ba_bo barrier put "$new_no" asked --reason "$why" --to 2025-11-10 >/dev/null
other=$(sql "select person_id from task where assigned_to is null and state = 'open' and person_id > 0
	and rule_id <> 'person.same' and person_id not in (select person_id from barrier) and person_id <> $seen order by 1 limit 1")
sql "update task set assigned_to = 'ba_bo' where person_id in ($other, $seen)"
sql_as ba_bo "select barrier_put($seen, 'asked', '$why', null, '2025-11-10')" >/dev/null
sql_as ba_bo "select barrier_put($other, 'asked', '$why', null, '2025-11-10')" >/dev/null
sql "update task set assigned_to = 'ba_bo' where person_id = $other"
sql_as batch "select barrier_night()" >/dev/null
same "what came into other hands meanwhile is the unit's" t "$(sql "select bool_and(s.special) from task t join staff s on s.login = t.assigned_to
	where person_id = $other and closed_on is null")"
sql "update setting set value = '2025-11-11' where name = 'business_day'"
sql_as batch "select barrier_night()" >/dev/null
same "after its day all is back" "2 ba_bo" "$(sql_as ba_bo "select count(*) from person where person_id in ($new, $other)") $(
	sql "select min(assigned_to) from task where person_id = $other and closed_on is null")"
same "but what is also about one who is hidden stays with the unit" t "$(sql "select s.special from task t
	join staff s on s.login = t.assigned_to where person_id = $seen and rule_id = 'person.same'")"
same "and nothing is left to do" 0 "$(sql_as batch "select barrier_night()")"
sql "delete from barrier_mask where ending = $near & 65535"
sql_as batch "select barrier_night()" >/dev/null
same "an end that was lost is there again in the morning" "$nobody" "$(pages clerk)"
sql "update setting set value = '2025-11-06' where name = 'business_day'"

# What the person can be told.
same "who has looked" "ba_bo 1" "$(st auditor person looked "$near_no" --format csv | tr -d '\r' | grep '波' | cut -d, -f2-3 |
	sort -u | sed 's/波,looked at the page/ba_bo 1/')"
same "the unit is never left empty" "nobody would be left in the special unit" "$(st admin staff end ba_shi >/dev/null 2>&1
	said st admin staff end ba_sun)"
finish
