# What follows a claim: clean it is decided by the rules alone; flagged a reviewer cuts lines with reasons, from an amount on two
# decide; what is told after the decision, an undo and an appeal are somebody's; month, file and payment close it.
. "$srcdir/tests/lib.sh"
needs claims
small_city claim_review 1000 11
box="$work/claim_review"
mkdir -p "$box"
for n in med_a med_b; do
	st admin staff add $n medical_reviewer "医$n" >/dev/null
	st manager staff approve $n "$(staff_sign $n)" >/dev/null
	echo "steward $(id -un) $n" >>"$cluster/pgdata/pg_ident.conf"
done
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
tries=0
until psql -X -q -h "$cluster/run" -p 5432 -U med_b -d postgres -c 'select 1' >/dev/null 2>&1; do
	tries=$((tries + 1))
	[ $tries -lt 500 ] || { echo "not ok med_b is let in"; exit 1; }
done
someone() {	# SEX N: number, name of the n-th grown-up, living person of a sex
	sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where p.sex = '$1'
		and p.birth_date between '1970-01-01' and '1990-01-01' and i.id_kind = 'cn18'
		and not exists (select from death_told d where d.person_id = p.person_id) order by p.person_id limit 1 offset $2"
}
man=$(someone M 0) woman=$(someone F 0) other=$(someone M 1)
id() { echo "${1%%,*}"; }
head=claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at
line() { printf '%s,%s,%s,%s,H1,3,%s,%s,310,J18.9,%s,%s,,%s,%s,\n' "$@"; }	# CLAIM LINE WHO KIND FROM TO DAY ITEM QUANTITY PRICE
lines() {	# PRICE of C1's second line
	echo $head
	line C1 1 "$man" outpatient 2025-09-05 2025-09-05 2025-09-05 挂号费 1 10.00
	line C1 2 "$man" outpatient 2025-09-05 2025-09-05 2025-09-05 胸片 1 "$1"
	line C2 1 "$man" outpatient 2025-09-06 2025-09-06 2025-09-06 血常规 1 2000.00
	line C2 2 "$man" outpatient 2025-09-06 2025-09-06 2025-09-06 血常规 1 2000.00
	line C2 3 "$man" outpatient 2025-09-06 2025-09-06 2025-09-06 挂号费 1 10.00
	line C3 1 "$woman" inpatient 2025-09-01 2025-09-10 2025-09-05 手术费 1 19000.00
	line C3 2 "$woman" inpatient 2025-09-01 2025-09-10 2025-09-11 床位费 1 1500.00
	line C4 1 "$other" inpatient 2025-09-12 2025-09-15 2025-09-12 床位费 3 100.00
	line C4 2 "$other" inpatient 2025-09-12 2025-09-15 2025-09-16 护理费 2 50.00
}
# Nothing is left to the lot: the judge puts the share there that the law has.
lots() { sql "insert into policy_number values ('claims.sample_percent', $1) on conflict (name) do update set value = $1" >/dev/null; }
day() {	# DAY: what came in is judged and goes its way
	st batch judge --date "$1" 2>"$box/said" || cat "$box/said"
	lots 0
	st batch claims adjudicate --format csv 2>"$box/said" | tr -d '\r' | sed 1d; cat "$box/said"
}
state() { sql "select concat_ws(' ', stand, approved_fen, case when is_by_rules then 'alone' end) from claim_now where claim_no = '$1'"; }
lines 9000.00 >"$box/lines.csv"
st batch import claim_charge "$box/lines.csv" --date 2025-11-01 2>"$box/said" || cat "$box/said"
same "before it is judged nothing is decided" "4 4" "$(st batch claims adjudicate --format csv 2>/dev/null | tr -d '\r' | sed 1d | awk -F, '{ print $1, $4 }')"
same "a clean claim is decided by the rules alone, flagged ones wait" "0,0,1,3" "$(day 2025-11-01)"
same "the audit has how many, on which day and by which book" "1 2025-11-01 t" "$(sql "select body ->> 'decided', body ->> 'day', body ->> 'book' = judged_book()
	from audit_log where op = 'claims.adjudicate' and (body ->> 'decided')::int > 0" | tr '|' ' ')"
same "with all that it claims" "by rules 901000 alone" "$(state C1)"
same "a flagged claim is one task of a reviewer" "C2 C3 C4" "$(sql "select string_agg(cause, ' ' order by cause) from task
	where task_type = 'claim_review' and state = 'open'")"
same "the list has them" "C2 C3 C4" "$(st med_a claims reviews --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f8 | sort | paste -sd ' ')"

# Lines are cut with reasons, undone, and by nobody else.
cuts() { who=$1; shift; st "$who" claims cut "$@" 2>&1; }
official=GZ10000102012000
same "a clerk cuts nothing" 1 "$(cuts clerk "$(id "$man")" C2 2 --reason $official | grep -c 'reserved for the role')"
same "not without a reason" 1 "$(cuts med_a "$(id "$man")" C2 2 --reason because | grep -c 'not a reason')"
same "not more than the line" 1 "$(cuts med_a "$(id "$man")" C2 2 --reason $official --fen 200001 | grep -c 'not a part of the line')"
cuts med_a "$(id "$man")" C2 2 --reason $official >/dev/null
same "the flagged line is cut, the official code is the first of its reasons" "200000 $official" \
	"$(sql "select cut_fen || ' ' || reason from claim_cut where claim_no = 'C2'")"
st med_a claims accept "$(id "$man")" C2 2>/dev/null
same "one person decides a small claim" "decided 201000" "$(state C2)"
same "after which nothing is cut" 1 "$(cuts med_a "$(id "$man")" C2 3 --reason $official | grep -c 'nobody has to decide')"
same "a flag that led to a cut is confirmed" "duplicate_line t" "$(sql "select check_name || ' ' || left(is_confirmed::text, 1) from claim_alert where claim_no = 'C2'")"

# From an amount on two persons.
who3=$(sql "select person_id from task where cause = 'C3'")
said=$(st med_a decide "$who3" claims.review C3 settle --reason reviewed 2>&1)
same "a large claim is not decided by one" 1 "$(echo "$said" | grep -c 'decided by two persons')"
cuts med_a "$(id "$woman")" C3 2 --reason GZ10000201008000 --fen 50000 >/dev/null
st med_a claims accept "$(id "$woman")" C3 2>/dev/null
same "one key proposes it" "proposed" "$(state C3)"
same "whose lines stand as proposed" 1 "$(cuts med_a "$(id "$woman")" C3 1 --reason $official | grep -c 'nobody has to decide')"
same "its author does not approve" 1 "$(st med_a claims accept "$(id "$woman")" C3 2>&1 | grep -c 'needs a second person')"
st med_b claims accept "$(id "$woman")" C3 2>/dev/null
same "a second person does, part of the line is paid" "decided 2000000" "$(state C3)"

# Taken back by two, as it was; decided anew.
who4=$(sql "select person_id from task where cause = 'C4'")
st med_a claims accept "$(id "$other")" C4 2>/dev/null
same "accepted as it stands" "decided 40000" "$(state C4)"
same "its flag was not confirmed" f "$(sql "select is_confirmed from claim_alert where claim_no = 'C4'")"
st med_a decide "$who4" claims.review C4 undo --reason mistake >/dev/null 2>"$box/said" || cat "$box/said"
st med_b decide "$who4" claims.review C4 approve --reason checked >/dev/null 2>"$box/said" || cat "$box/said"
same "an undo by two opens it again" "to review 0" "$(state C4) $(sql "select count(*) from claim_alert where claim_no = 'C4'")"
cuts med_a "$(id "$other")" C4 2 --reason records_missing >/dev/null
cuts med_a "$(id "$other")" C4 1 --reason records_missing >/dev/null
st med_a claims accept "$(id "$other")" C4 2>/dev/null
same "all of it can be cut" "decided 0" "$(state C4)"

st batch refresh 2>/dev/null
figure() { sql "select round(case when of_total is null then counted else case when '${2:-}' = '%' then 100 else 1 end * counted
	/ nullif(of_total, 0) end, 2) from indicator_value where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
same "received, decided by rules, rejected, reduced, confirmed" "4.00 25.00 25.00 8.55 100.00" \
	"$(figure H1) $(figure H3 %) $(figure H4 %) $(figure H5 %) $(figure H8 %)"
same "precision of each check" "duplicate_line,1,1 line_outside_stay,2,2" "$(st med_a claims precision --format csv 2>/dev/null | tr -d '\r' |
	sed 1d | awk -F, '{ print $1 "," $3 "," $4 }' | sort | paste -sd ' ')"

# The provider appeals; another person decides it.
st clerk claims appeal "$(id "$other")" C4 "the records are enclosed" 2>/dev/null
same "an appeal is a task" "appealed 0" "$(state C4)"
same "twice it is one" 1 "$(st clerk claims appeal "$(id "$other")" C4 again 2>&1 | grep -c 'waits already')"
same "not for who has decided" 1 "$(st med_a claims accept "$(id "$other")" C4 2>&1 | grep -c 'decided by another person')"
st med_b claims cut "$(id "$other")" C4 1 --reason records_missing --fen 10000 >/dev/null 2>&1
st med_b claims accept "$(id "$other")" C4 2>/dev/null
same "another gives back a part" "decided 20000" "$(state C4)"

# The month is worked out by the place's settlement, sent, paid, and what differs is asked about.
st batch claims settle 2025-11 --format csv 2>"$box/said" | tr -d '\r' >"$box/sum"
cat "$box/said"
same "every claim is worked out" "4 0" "$(awk -F, 'NR > 1 { print $2, $NF }' "$box/sum")"
one=$(sql "select fund_fen from claim_case where claim_no = 'C3'")
printf 'scheme,hospital_tier,total,stay\nemployee,3,20000,1\n' >"$box/one.csv"
same "as the settlement says by itself" "$("$steward" eval claims.settlement "$box/one.csv" --db "$db" --as clerk --jurisdiction CN-330681 2>/dev/null | tr -d '\r' |
	sed 1d | cut -d, -f5)" "$(sql "select yuan_text($one)")"
same "the page explains it" "$(sql "select yuan_text($one)")" "$(st clerk claims amount "$(id "$woman")" C3 --format csv 2>/dev/null | tr -d '\r' |
	sed -n 's/,the fund pays$//p')"
st manager claims send 2025-11 --out "$box/sent.csv" 2>"$box/said" || cat "$box/said"
same "the file has what the fund owes" "$(sql "select count(*) || ' ' || sum(sent_fen) from claim_case where sent_on is not null")" \
	"$(awk -F, 'NR > 1 { n++; s += $NF * 100 } END { printf "%d %d", n, s }' "$box/sent.csv")"
same "which is some" 1 "$(sql "select (sum(sent_fen) > 0)::int from claim_case")"
same "what is sent is not sent again" 1 "$(st manager claims send 2025-11 --out "$box/again.csv" 2>&1 | grep -c 'nothing of that month')"
same "nor is its decision taken back" 1 "$(st med_a decide "$who3" claims.review C3 undo --reason mistake >/dev/null 2>&1
	st med_b decide "$who3" claims.review C3 approve --reason checked 2>&1 | grep -c 'would change nothing')"
yuan() { sql "select yuan_text(sent_fen - $2) from claim_case where claim_no = '$1'"; }
{ echo claim_no,id_no,name,ordered_on,amount
	echo "C1,$man,2025-11-11,$(yuan C1 0)"; echo "C2,$man,2025-11-11,$(yuan C2 0)"
	echo "C3,$woman,2025-11-21,$(yuan C3 100)"; echo "C9,$woman,2025-11-21,5.00"; } >"$box/claim_payment.csv"
st batch import claim_payment "$box/claim_payment.csv" --date 2025-11-21 --force 2>"$box/said" || cat "$box/said"
st batch judge --date 2025-11-21 --force 2>"$box/said" || cat "$box/said"
differs() { sql "select string_agg(cause, ', ' order by cause) from task where task_type = 'claim_difference' and state = 'open'"; }
same "paid otherwise, and never sent" "C3 $(yuan C3 0) $(yuan C3 100), C9 0.00 5.00" "$(differs)"
st batch refresh 2>/dev/null
same "days to payment" "13.33 18.00" "$(figure H2) $(figure H2p)"
same "each opens as many rows" "3" "$(sql "select count(*) from claim_case v where v.sent_on is not null and v.paid_on between '2025-11-01' and '2025-11-21'")"
sed -i "s/^C3.*/C3,$woman,2025-11-21,$(yuan C3 0)/; /^C9/d" "$box/claim_payment.csv"
st batch import claim_payment "$box/claim_payment.csv" --date 2025-11-22 2>/dev/null
st batch judge --date 2025-11-22 2>/dev/null
same "put right it is none" "C9 0.00 5.00" "$(differs)"

# Told again after the decision; taken back.
lines 8000.00 >"$box/lines.csv"
st batch import claim_charge "$box/lines.csv" --date 2025-11-23 2>/dev/null
same "told again after the decision it is somebody's" "1,0,0,1" "$(day 2025-11-23 | sed 's/,[0-9]*$/,1/')"
same "and once" "C1 #1 open" "$(day 2025-11-23 >/dev/null; sql "select string_agg(cause || ' ' || state, ' ') from task where rule_id = 'claims.changed'")"
st med_a claims accept "$(id "$man")" C1 2>/dev/null
same "decided anew" "801000" "$(sql "select approved_fen from claim_case where claim_no = 'C1' and not is_changed")"
lines 8000.00 | sed 's/^\(C4,.*\),[32],\([0-9.]*,\)$/\1,0,\2/' >"$box/lines.csv"
st batch import claim_charge "$box/lines.csv" --date 2025-11-24 2>/dev/null
day 2025-11-24 >/dev/null
same "taken back after the decision it is, too" 1 "$(sql "select count(*) from task t join finding f using (person_id, rule_id, cause)
	where t.rule_id = 'claims.changed' and t.cause = 'C4 #1' and t.state = 'open' and f.say like '%was taken back%'")"

# A claim that comes later speaks against one that is decided.
late() { echo $head; line "$1" 1 "$woman" inpatient "$2" "$3" "$2" 治疗费 1 3000.00; }
late F1 2025-10-20 2025-10-24 >"$box/late.csv"
st batch import claim_charge "$box/late.csv" --date 2025-11-24 2>/dev/null
day 2025-11-24 >/dev/null
same "a stay by itself is clean" "by rules 300000 alone" "$(state F1)"
late F0 2025-10-18 2025-10-22 >"$box/late.csv"
st batch import claim_charge "$box/late.csv" --date 2025-11-24 2>/dev/null
day 2025-11-24 >/dev/null
same "two at a time it waits once more, and what was decided stands" "to review 300000 alone" "$(state F1)"
same "in the list, too" 1 "$(st med_a claims reviews --format csv 2>/dev/null | grep -c ',F1,')"
cuts med_a "$(id "$woman")" F1 1 --reason GZ10000201008000 >/dev/null
st med_a claims accept "$(id "$woman")" F1 2>/dev/null
same "and is decided anew" "decided 0" "$(state F1)"

# A row that waited for a clerk is taken in with the next night, though its load was before.
{ echo $head; line G1 1 "$woman" outpatient 2025-08-05 2025-08-05 2025-08-05 针灸 1 50.00
	line G2 1 "$(id "$other"),无此人" outpatient 2025-08-06 2025-08-06 2025-08-06 针灸 1 50.00; } >"$box/doubt.csv"
st batch import claim_charge "$box/doubt.csv" --date 2025-11-24 2>/dev/null
day 2025-11-24 >/dev/null
same "who is in doubt has no claim yet" "G1" "$(sql "select string_agg(claim_no, ' ' order by claim_no) from claim_case where claim_no like 'G%'")"
IFS='|' read -r who cause <<T
$(sql "select person_id, cause from task where task_type = 'match' and state = 'open'")
T
st clerk decide "$who" feed.match "$cause" accept --reason "$(sql "select min(r.code) from reason r where r.task_type = 'match' and r.event = 'accept'")" \
	>/dev/null 2>"$box/said" || cat "$box/said"
day 2025-11-24 >/dev/null; day 2025-11-24 >/dev/null
same "accepted it has" "G1 G2" "$(sql "select string_agg(claim_no, ' ' order by claim_no) from claim_case where claim_no like 'G%'")"

# An insurance that no rule is known for is not worked out, and says why; nothing of it is sent.
late X1 2025-08-10 2025-08-12 | sed 's/,310,/,999,/' >"$box/late.csv"
st batch import claim_charge "$box/late.csv" --date 2025-11-24 2>/dev/null
day 2025-11-24 >/dev/null
[ "$(sql "select state from claim_case where claim_no = 'X1'")" = decided ] || st med_a claims accept "$(id "$woman")" X1 2>/dev/null
same "not worked out" 1 "$(st batch claims settle 2025-11 2>&1 | grep -c '^1 claims could not be worked out')"
same "with the reason" "X1 no rule for 999" "$(st clerk claims unsettled 2025-11 --format csv 2>/dev/null | tr -d '\r' | sed 1d | awk -F, '{ print $1 " " substr($4, 1, 15) }')"

# Drawn by lot, by amount.
{ echo $head; line D1 1 "$woman" outpatient 2025-10-05 2025-10-05 2025-10-05 挂号费 1 10.00
	line D2 1 "$woman" outpatient 2025-10-06 2025-10-06 2025-10-06 耗材费 1 60000.00; } >"$box/drawn.csv"
st batch import claim_charge "$box/drawn.csv" --date 2025-11-25 2>/dev/null
st batch judge --date 2025-11-25 2>/dev/null
lots 100
st batch claims adjudicate >/dev/null 2>&1
same "drawn by lot and for the amount" "D1 share, D2 value" "$(sql "select string_agg(claim_no || ' ' || sample, ', ' order by claim_no)
	from claim_case where sample <> ''")"
same "each is a task" 2 "$(sql "select count(*) from task where rule_id = 'claims.sample' and state = 'open'")"
st batch judge --date 2025-11-25 2>/dev/null
same "that the next judge finds again" 2 "$(sql "select count(*) from task where rule_id = 'claims.sample' and state = 'open'")"
st med_a claims accept "$(id "$woman")" D1 2>/dev/null
same "a clean one is one step" "decided 1000" "$(state D1)"
# What was decided anew is a difference in the next file; what nobody pays in time is asked about, what nobody decides counted.
before=$(sql "select sent_fen from claim_case where claim_no = 'C1'")
st batch claims settle 2025-11 >/dev/null 2>"$box/said" || cat "$box/said"
st manager claims send 2025-11 --out "$box/next.csv" 2>"$box/said" || cat "$box/said"
same "the next file has the difference" "$(sql "select yuan_text(fund_fen - $before) from claim_case where claim_no = 'C1'")" \
	"$(awk -F, '$3 == "\"C1\"" { print $NF }' "$box/next.csv")"
same "which is to come back" 1 "$(sql "select (fund_fen < $before)::int from claim_case where claim_no = 'C1'")"
st batch judge --date 2025-12-02 2>/dev/null
same "not yet missed" "" "$(sql "select cause from task where task_type = 'claim_difference' and state = 'open' and cause like 'C1 %'")"
st batch judge --date 2025-12-27 --force >/dev/null 2>&1
st batch refresh 2>/dev/null
same "after thirty days it is" "C1 $(yuan C1 0) $(sql "select yuan_text($before)")" "$(sql "select cause from task where task_type = 'claim_difference'
	and state = 'open' and cause like 'C1 %'")"
same "and a claim that nobody decides is overdue" 1.00 "$(figure H1b)"
sql_in postgres "drop database claim_review with (force)" && sql_in postgres "drop role med_a, med_b"
finish
