# The yearly settlement of what was granted by need: a figure waited for, told twice, late, corrected, taken back; the person is
# asked and may reply; two persons settle; what was too much is claimed, what was too little is paid; limits, and taken back.
. "$srcdir/tests/lib.sh"
needs assistance
needs claims
small_city settlement 1000 7
box="$work/box"
mkdir -p "$box"
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; day "$1"; }
judge 2025-11-06
set -- $(sql "select person_id from person_fact join account using (person_id) where pension_status = 'paid' and died_on is null and custody_kind is null
	and held_for is null and doubt = '' order by 1 limit 5")
ann=$1 bob=$2 cem=$3 dan=$4 eve=$5
id() { sql "select min(id_no) || ',' || min(p.name) from person p join person_ident using (person_id) where person_id = $1"; }
rule=assistance.settlement
task() { sql "select coalesce(string_agg(state, ' ' order by opened_on, cause), 'none') from task where person_id = $1 and rule_id = '${2:-$rule}'"; }
move() {	# LOGIN PERSON EVENT REASON: the state, or the message
	cause=$(sql "select cause from task where person_id = $2 and rule_id = '$rule' order by state in ('withdrawn'), opened_on desc, cause desc limit 1")
	st "$1" decide "$2" "$rule" "$cause" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
state() { sql "select state from settlement_now where person_id = $1"; }
fens() { sql "select coalesce(sum(monthly_fen), 0) from benefit where person_id = $1 and kind = 'assistance'"; }
figures() {	# FILE ROWS: person,amount[,state]
	file=$1
	shift
	{ echo id_no,name,year,source,amount,state
		for row in "$@"; do IFS=, read -r p a s <<-X
			$row
			X
			echo "$(id "$p"),2025,tax,$a,${s:-told}"; done; } >"$file"
}
for p in $ann $bob $cem $dan; do
	sql "insert into assistance_grant (person_id, year, region_code, amount_fen, why, from_month, granted_on, decision_id) select person_id, 2025, region_code, 80000,
		'[\"destitute\"]', benefit_once(person_id, 'assistance', 'assistance', 80000), business_day(), 0 from person where person_id = $p"
done
sql "delete from pay_gate"
sql "insert into pay_gate values ('pay.no_account', 'none')"
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$2" >/dev/null && st clerk pay confirm "$1" "$work/out$2" >/dev/null
}
month 2025-11 a
same "it was paid" 4 "$(sql "select count(*) from payment where kind = 'assistance'")"

same "not before the year is over" "this year is not over" "$(st clerk assistance settle 2025 2>&1 | sed -n 's/^steward: //p')"
day 2026-01-05
same "who was granted something waits for a figure" "4 waiting" "$(st clerk assistance settle 2025 --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f5 | sort | uniq -c | tr -s ' ' | sed 's/^ //')"
same "begun again nobody is there twice" 4 "$(st clerk assistance settle 2025 >/dev/null 2>&1; sql "select count(*) from settlement")"
judge 2026-01-06
same "nothing is asked of anybody yet" 0 "$(sql "select count(*) from task where rule_id like '$rule%'")"

# The tax bureau: much more for one, a little more for another, nothing that matters for the third.
figures "$box/one.csv" "$ann,13500.00" "$bob,13250.00" "$cem,100.00"
st batch import income_figure "$box/one.csv" --date 2026-02-02 --force >"$box/said" 2>&1 || cat "$box/said"
judge 2026-02-02
same "reported, and below the limit settled" "reported settled settled waiting" "$(state "$ann") $(state "$bob") $(state "$cem") $(state "$dan")"
same "the difference is the task" "open -30000 none" "$(task "$ann") $(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'") $(task "$bob")"
same "told twice it is the same" "0 1" "$(st batch import income_figure "$box/one.csv" --date 2026-02-02 --force >/dev/null 2>&1; judge 2026-02-03
	sql "select count(*) from settlement where settled_on is not null") $(sql "select count(*) from task where person_id = $ann and rule_id = '$rule'")"
same "less is not decided unheard" open "$(move clerk "$ann" propose agreed >/dev/null; task "$ann")"
same "the person is asked" replying "$(move clerk "$ann" ask figure_came)"
same "with a day, and a letter" "replying 2026-02-18 1" "$(state "$ann") $(sql "select reply_until from settlement where person_id = $ann") $(sql "select count(*) from message
	where person_id = $ann and rule_id = '$rule' and template = 'settlement_hearing'")"
judge 2026-02-19
same "no reply by its day is a task" "open replying" "$(task "$ann" assistance.settlement_missing) $(task "$ann")"
same "it stands first, with a mark" '!' "$(st clerk assistance settlements --format csv 2>/dev/null | tr -d '\r' | sed -n 2p | cut -c1)"

# Corrected meanwhile: the old question falls, and so does the task about it.
figures "$box/two.csv" "$ann,13400.00"
st batch import income_figure "$box/two.csv" --date 2026-02-20 --force >/dev/null 2>&1
judge 2026-02-20
same "corrected it is asked anew" "reported withdrawn open -20000" "$(state "$ann") $(sql "select string_agg(state, ' ' order by opened_on, ver desc) from task where person_id = $ann
	and rule_id = '$rule'") $(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'")"
move clerk "$ann" ask figure_came >/dev/null
same "who was not asked has nothing to reply" "the person was not asked about this year" "$(st clerk assistance reply "$bob" 2025 "no" 2>&1 | sed -n 's/^steward: //p')"
st clerk assistance reply "$ann" 2025 "the figure is right" >/dev/null 2>&1
same "the reply stands with it" "replied the figure is right" "$(state "$ann") $(sql "select reply from settlement where person_id = $ann")"
judge 2026-02-21
same "a reply ends the task about it" withdrawn "$(task "$ann" assistance.settlement_missing)"
same "with it, it is proposed" proposed "$(move clerk "$ann" propose agreed)"
same "who proposed does not approve" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" approve checked)"
same "nothing moves before" 80000 "$(fens "$ann")"
same "a second person does" "done 60000 settled" "$(move reviewer "$ann" approve checked) $(fens "$ann") $(state "$ann")"
same "what was too much is somebody's to claim" "open 20000" "$(sql "select t.state || ' ' || f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
	where t.person_id = $ann and t.rule_id = 'money.overpaid'")"

# The figure is taken back afterwards: what was settled is due again, at once and without a reply.
figures "$box/three.csv" "$ann,13400.00,withdrawn"
st batch import income_figure "$box/three.csv" --date 2026-02-23 --force >/dev/null 2>&1
judge 2026-02-23
same "taken back it is more" "reported 20000" "$(state "$ann") $(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$rule'")"
move clerk "$ann" propose more_due >/dev/null
same "which two persons settle" "done 80000" "$(move reviewer "$ann" approve checked) $(fens "$ann")"
judge 2026-02-24
same "nothing is claimed any more" withdrawn "$(sql "select state from task where person_id = $ann and rule_id = 'money.overpaid'")"
same "it can be taken back by two, too" "open 60000 reported" "$(move clerk "$ann" undo mistake >/dev/null; move reviewer "$ann" approve checked) $(fens "$ann") $(state "$ann")"

# No figure by its day; it comes late.
judge 2026-04-10
same "a figure that does not come is a task" "missing open" "$(state "$dan") $(task "$dan" assistance.settlement_missing)"
figures "$box/four.csv" "$dan,0.00"
st batch import income_figure "$box/four.csv" --date 2026-04-11 --force >/dev/null 2>&1
judge 2026-04-11
same "late it ends the task, and settles the year" "settled withdrawn" "$(state "$dan") $(task "$dan" assistance.settlement_missing)"
st batch refresh 2>/dev/null
same "the figure counts who is under way" "1 1" "$(sql "select counted::int from indicator_value where indicator = 'J7y' and region_code = 0 order by business_day desc limit 1") $(
	sql "select count(*) from settlement_now where state <> 'settled'")"
same "nobody is paid twice" 0 "$(sql "select count(*) from (select 1 from payment where batch_id = 0 group by person_id, period, kind having count(*) > 1) x")"
finish
