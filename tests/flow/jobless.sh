# Unemployment benefit, end to end: claimed, worked out, awarded by two persons, paid by the next run, ended when an employer
# pays again, what was paid too much owed back, and all of it taken back.
. "$srcdir/tests/lib.sh"
needs employment
needs risk
small_city jobless 1500 9
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by opened_on desc, cause desc limit 1"; }
task() { sql "select state from task where person_id = $1 and rule_id = '$2' order by opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
claim=employment.benefit stop=employment.benefit_stops
judge 2025-11-03
# Who is out of work, by how long they paid in: the law's steps are one, five and ten years.
person() {	# FROM TO MONTHS: somebody who paid as many
	sql "select f.person_id from person_fact f where f.status = 'unemployed' and f.pension_status is null and f.died_on is null
		and f.months_total between $1 and $2 order by 1 limit 1"
}
ann=$(person 60 119) ben=$(person 12 59) cem=$(person 120 900)
lost=$(sql "select unemployed_since from person_fact where person_id = $ann")

# Received at once, with a receipt; worked out by the judge.
same "a claim is received" "" "$(said st clerk employment claim "$ann" --registered 2025-11-03 | grep -v 'is received')"
same "and is somebody's at once, with ten working days" "open t" "$(sql "select t.state, t.due = due_on('2025-11-03', null, 10) from task t
	where t.person_id = $ann and t.rule_id = '$claim'" | tr '|' ' ')"
same "the register says since when" "$lost 2025-11-03 t t" "$(sql "select lost_on, registered_on, is_involuntary, is_seeking from jobless_claim where person_id = $ann" | tr '|' ' ')"
same "whoever has claimed does not claim again" "the person has claimed already: that claim is not decided yet" "$(said st clerk employment claim "$ann")"
same "nobody but a clerk receives one" "this is reserved for the role clerk" "$(said st reviewer employment claim "$ben")"
same "a day to come is no day on which work has ended" "that day has not come yet" "$(said st clerk employment claim "$ben" --lost 2030-01-01)"
judge 2025-11-04
same "no amount is in force here, and nobody guesses one" "18 months of benefit are due, but no amount is in force here" \
	"$(st clerk employment claims "$ann" 2>/dev/null | tr -d '\r' | sed -n 's/.* \(18 months.*\)/\1/p')"
same "without an amount nothing is proposed" "there is no amount to award" "$(move clerk "$ann" $claim propose proved)"

# The province adopts one: the law's months, and an amount for the first year and after it.
mkdir -p "$work/draft/parameters"
cat >"$work/draft/parameters/jobless_here.lua" <<'E'
return { { name = "unemployment.amount", jurisdiction = "CN-33", unit = "yuan", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { first = 2000, second = 1600, extension = 1500 } } } } }
E
st policy rules rehearse "$work/draft/parameters/jobless_here.lua" --from 2025-11-04 >/dev/null 2>&1
st policy2 rules adopt "$work/draft/parameters/jobless_here.lua" --from 2025-11-04 >/dev/null 2>&1
st clerk employment claim "$ben" >/dev/null 2>&1
st clerk employment claim "$cem" >/dev/null 2>&1
judge 2025-11-05
months() { sql "select f.say::jsonb ->> 2 from finding f where f.person_id = $1 and f.rule_id = '$claim'"; }
same "one year pays for 12 months, five for 18, ten for 24 (art. 46)" "12 18 24" "$(months "$ben") $(months "$ann") $(months "$cem")"
first=2025-11-01
same "from the month of the registration (art. 50)" "$first 200000" "$(sql "select f.say::jsonb ->> 1, f.monthly_fen from finding f where f.person_id = $ann
	and f.rule_id = '$claim'" | tr '|' ' ')"

# Two persons; the benefit is in two parts, and ends by itself.
same "a clerk proposes" proposed "$(move clerk "$ann" $claim propose proved)"
same "who proposed does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $claim approve checked)"
same "no benefit yet" 0 "$(sql "select count(*) from benefit where person_id = $ann")"
same "a second person does" done "$(move reviewer "$ann" $claim approve checked)"
same "twelve months of the one, six of the other" "$first 200000 12;$(sql "select (date '$first' + interval '12 months')::date") 160000 6" \
	"$(sql "select string_agg(valid_from || ' ' || monthly_fen || ' ' || months_from(valid_from, valid_to), ';' order by valid_from) from benefit
		where person_id = $ann and scheme = 'unemployment'")"
same "whoever draws it does not claim" "the person draws unemployment benefit already" "$(said st clerk employment claim "$ann")"
same "an award is taken back by two" "undoing open 0" "$(move clerk "$ann" $claim undo mistake) $(move reviewer "$ann" $claim approve checked) $(sql "select count(*)
	from benefit where person_id = $ann")"
move clerk "$ann" $claim propose proved >/dev/null
same "and awarded again" done "$(move reviewer "$ann" $claim approve checked)"

# Paid by the next run like every benefit.
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null
}
month 2025-11 >"$work/said" 2>&1 || cat "$work/said"
day 2025-12-08
month 2025-12 >"$work/said" 2>&1 || cat "$work/said"
same "a run pays a month of it" "202511 200000;202512 200000" "$(sql "select string_agg(period || ' ' || amount_fen, ';' order by period) from pay_line
	where person_id = $ann and scheme = 'unemployment'")"

# An employer has paid for December: from then on none is due, and what was paid is claimed back.
paid_on() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
printf 'id_no,name,period,base,amount\n%s,2025-12,5000,1200\n' "$(paid_on "$ann")" >"$work/contribution.csv"
st batch import contribution "$work/contribution.csv" --date 2025-12-08 --force >/dev/null 2>&1
judge 2025-12-09
same "a signal, and a proposal of somebody" "2025-12 contribution open" "$(cause_of "$ann" $stop) $(task "$ann" $stop)"
st batch refresh 2>/dev/null
same "the figure counts whoever is paid and works" 1 "$(sql "select counted from indicator_value where indicator = 'G8' and region_code = 0
	order by business_day desc limit 1")"
same "proposed and approved by two" "proposed done" "$(move clerk "$ann" $stop propose asked) $(move reviewer "$ann" $stop approve checked)"
same "nothing is due from December on" 1 "$(sql "select count(*) from payable where person_id = $ann and to_period = 202512")"
same "what was paid since is somebody's to claim" "open 200000" "$(sql "select t.state, f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
		where t.person_id = $ann and t.rule_id = 'money.overpaid'" | tr '|' ' ')"
same "months that were not drawn are there for the next claim (art. 46)" 17 "$(sql "select carried from jobless_months($ann)")"
same "taken back, everything stands as before" "undoing open 2" "$(move clerk "$ann" $stop undo mistake) $(move reviewer "$ann" $stop approve checked) $(sql "select count(*) from benefit
		where person_id = $ann and scheme = 'unemployment' and state = 'paid' and (valid_to = date '$first' + interval '12 months' or valid_to = date '$first' + interval '18 months')")"

# Whoever works again, has left of his own will, or changes his mind.
same "of their own will: refused, in words" "left of their own will" "$(st clerk employment withdraw "$cem" >/dev/null 2>&1
	st clerk employment claim "$cem" --own-will >/dev/null 2>&1; judge 2025-12-10
	st clerk employment claims "$cem" 2>/dev/null | tr -d '\r' | sed -n 's/.*  \(left of.*\)/\1/p')"
same "a refusal is one clerk's, and is undone" "dismissed undoing open" "$(move clerk "$cem" $claim reject own_will) $(move clerk "$cem" $claim undo mistake) $(move reviewer "$cem" $claim approve checked)"
same "what is withdrawn is decided by nobody" "withdrawn 0" "$(st clerk employment withdraw "$cem" >/dev/null 2>&1; task "$cem" $claim) $(sql "select count(*) from benefit
	where person_id = $cem")"
same "nothing waits that could be withdrawn" "the person has no claim that waits" "$(said st clerk employment withdraw "$cem")"
same "somebody reported dead claims nothing" "the person is reported dead" "$(dead=$(sql "select person_id from person_fact where died_on is not null limit 1")
	[ -n "$dead" ] || { death_file "$city" "$work/death.csv"; st batch import death "$work/death.csv" --date 2025-12-10 >/dev/null 2>&1; st batch judge --date 2025-12-10 >/dev/null 2>&1
	dead=$(sql "select person_id from person_fact where died_on is not null limit 1"); }; said st clerk employment claim "$dead" --lost 2025-01-01)"
finish
