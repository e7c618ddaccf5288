# The day of a death is corrected after it was acted on: what was paid or kept back since, claims, grants and letters are one task
# that lists each with its change, agreed to by two and taken back as one; corrected back and forth.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
small_city death_day 1200 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
judge 2025-11-05
# shellcheck disable=SC2046
set -- $(sql "select f.person_id from person_fact f join enrolment e using (person_id) where f.pension_status = 'paid' and f.died_on is null
	and f.held_for is null and e.scheme = 'employee' and f.pension_from < '2016-01-01' and f.months_total >= 180 and (select count(*) from payment y
		where y.person_id = f.person_id and y.period between 202508 and 202510) = 3 order by 1 limit 3")
ann=$1 ben=$2 cem=$3
tell() { sql_as clerk "select death_tell($1, '$2', 'C-17', 'family')" >/dev/null; }
last() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state = 'withdrawn', opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(last "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
rule=risk.death_day
stand() { sql "select coalesce(string_agg(cause || ' ' || state, ', ' order by cause), '-') from task where person_id = $1 and rule_id = '${2:-$rule}'"; }
hold() { sql "select from_period || ' ' || state from hold where person_id = $1 and rule_id = 'risk.paid_after_death' order by hold_id desc limit 1"; }
fen() { sql "select coalesce(sum(amount_fen), 0) from payment where person_id = $1 and period between $2 and $3"; }
yuan() { awk -v f="$1" 'BEGIN { printf "%.2f", f / 100 }'; }
acts() { st clerk risk day "$1" --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f2-5 | sed 's/,[a-z_.]*,/,/' | tr '\n' ' '; }
stop() { move clerk "$1" risk.paid_after_death propose family >/dev/null; move reviewer "$1" risk.paid_after_death approve checked; }

# He died earlier: two months more went out than anybody knew.
tell "$ann" 2025-10-20
judge 2025-11-06
same "a stop is decided" done "$(stop "$ann")"
judge 2025-11-07
same "that fits asks nothing" "-" "$(stand "$ann")"
tell "$ann" 2025-08-20
judge 2025-11-10
more=$(fen "$ann" 202509 202510)
same "another day is one task" "2025-08-20 open" "$(stand "$ann")"
same "that lists what it changes" "stop,2025-11,2025-09 further claim,0.00,$(yuan "$more") " "$(acts "$ann")"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk tasks --type death_day 2>/dev/null | grep -c '死亡日期为.*停发起始月由')"
same "told twice it is the same" "2025-08-20 open" "$(tell "$ann" 2025-08-20; judge 2025-11-10; stand "$ann")"
same "one person proposes" proposed "$(move clerk "$ann" $rule propose corrected)"
same "and does not approve" '"approve" is reserved for the role reviewer' "$(move clerk "$ann" $rule approve checked)"
same "nothing moves before" "202511 final" "$(hold "$ann")"
same "a second person does" done "$(move reviewer "$ann" $rule approve checked)"
same "the stop is of the month after the death" "202509 final" "$(hold "$ann")"
same "what is owed besides is somebody's at once, to be heard" "pension 202509 open $more" "$(stand "$ann" money.overpaid) $(sql "select monthly_fen from finding
	where person_id = $ann and rule_id = 'money.overpaid'")"
same "the survivors are written to" "death_day t" "$(sql "select template || ' ' || survivors::text::char(1) from message where person_id = $ann and rule_id = '$rule'")"
judge 2025-11-11
same "then everything fits" "2025-08-20 done, pension 202509 open" "$(stand "$ann"), $(stand "$ann" money.overpaid)"
same "what was decided can be read afterwards" "stop,2025-11,2025-09 further claim,0.00,$(yuan "$more") " "$(acts "$ann")"

# Taken back as one.
same "an undo is proposed" undoing "$(move clerk "$ann" $rule undo decided_wrong)"
same "and agreed to" open "$(move reviewer "$ann" $rule approve checked)"
same "as it was: the stop, and nothing owed" "202511 final pension 202509 withdrawn" "$(hold "$ann") $(stand "$ann" money.overpaid)"
judge 2025-11-12
same "the day still is another: the task stands" "2025-08-20 open" "$(stand "$ann")"
tell "$ann" 2025-10-20
judge 2025-11-13
same "corrected back it goes by itself" "2025-08-20 withdrawn" "$(stand "$ann")"
tell "$ann" 2025-08-20
judge 2025-11-14
move clerk "$ann" $rule propose corrected >/dev/null
tell "$ann" 2025-09-20
judge 2025-11-15
same "corrected once more after the proposal: it goes back, another is asked" "2025-08-20 withdrawn, 2025-09-20 open" "$(stand "$ann")"
tell "$ann" 2025-08-20
judge 2025-11-16
move clerk "$ann" $rule propose corrected >/dev/null
move reviewer "$ann" $rule approve checked >/dev/null
tell "$ann" 2025-10-20
judge 2025-11-17
same "after the decision back is a matter, too" "2025-10-20 open" "$(sql "select cause || ' ' || state from task where person_id = $ann and rule_id = '$rule' and state = 'open'")"
move clerk "$ann" $rule propose corrected >/dev/null
same "with a claim that nobody was heard about" "done 202511 final pension 202509 withdrawn" "$(move reviewer "$ann" $rule approve checked) $(hold "$ann") $(stand "$ann" money.overpaid)"
tell "$ann" 2025-08-20
judge 2025-11-18
same "and forth again is another one" "2025-08-20 2 open" "$(sql "select cause || ' ' || state from task where person_id = $ann and rule_id = '$rule' and state = 'open'")"

# While the survivors are being heard about what is owed the matter is put anew.
tell "$cem" 2025-09-20
judge 2025-11-18
stop "$cem" >/dev/null
move clerk "$cem" money.overpaid propose at_once >/dev/null
was=$(sql "select sum(claim_fen) from receivable join receivable_month using (person_id, receivable_id) where person_id = $cem and state = 'heard'")
tell "$cem" 2025-08-20
judge 2025-11-18
same "a claim that is being heard is heard anew" "stop,2025-10,2025-09 claim being heard,$(yuan "$was"),heard anew " "$(acts "$cem")"
move clerk "$cem" $rule propose corrected >/dev/null
move reviewer "$cem" $rule approve checked >/dev/null
same "the former proposal cannot be approved" 1 "$(st reviewer decide "$cem" money.overpaid "pension 202510" approve --reason checked 2>&1 | grep -c 'its reason is gone\|by now')"
judge 2025-11-19
same "all of it waits to be put to them" "pension 202509 open, pension 202510 withdrawn $(fen "$cem" 202509 202510) 0" "$(stand "$cem" money.overpaid) $(sql "select monthly_fen from finding
	where person_id = $cem and rule_id = 'money.overpaid'") $(sql "select count(*) from receivable where person_id = $cem and state = 'heard'")"

# He died later: what was claimed falls, what was kept back is paid, the grants are of another year.
mkdir -p "$work/draft/parameters"
cat >"$work/draft/parameters/income_here.lua" <<'L'
return { { name = "survivor.income_base", jurisdiction = "CN-33", unit = "fen by year", basis = "a notice of the province",
	values = { { from = "2021-09-01", value = { [2024] = 635000, [2023] = 600000 } } } } }
L
st policy rules rehearse "$work/draft/parameters/income_here.lua" --from 2025-11-19 >/dev/null 2>&1
st policy2 rules adopt "$work/draft/parameters/income_here.lua" --from 2025-11-19 >/dev/null 2>&1
tell "$ben" 2024-12-20
judge 2025-11-19
same "a stop" done "$(stop "$ben")"
owed=$(fen "$ben" 202501 202510)
move clerk "$ben" money.overpaid propose at_once >/dev/null
kid=330681198803120027
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
said st clerk risk heir add "$ben" 王芳 $kid child --proof P1 --channel icbc --account 1202020209000012222 --address 诸暨市枫桥镇1号
judge 2025-12-15
same "a claim" "done owed $owed" "$(move reviewer "$ben" money.overpaid approve checked) $(sql "select state || ' ' || left_fen from receivable where person_id = $ben")"
move clerk "$ben" risk.survivor_grant propose proved >/dev/null
same "and grants" done "$(move reviewer "$ben" risk.survivor_grant approve checked)"
wang=$(sql "select person_id from person_ident where id_no = '$kid'")
share() { sql "select sum(monthly_fen) from benefit where person_id = $wang and kind = 'survivor_grants'"; }
before=$(share)
tell "$ben" 2025-11-20
judge 2025-12-16
monthly=$(sql "select monthly_fen from payable where person_id = $ben and kind = 'pension' order by valid_from desc limit 1")
# By hand: two months, and those of the years paid less a month a year drawn, nine at least, of the income of 2024.
after=$(sql "select (2 + greatest(9, least(24, 9 + greatest(0, y / 12 - 15)) - d / 12)) * 635000 from (select f.months_total as y,
	(extract(year from age('2025-11-20', f.pension_from)) * 12 + extract(month from age('2025-11-20', f.pension_from)))::int as d
	from person_fact f where person_id = $ben) x")
all="stop,2025-01,2025-12 owed back,$(yuan "$owed"),0.00 arrears,0.00,$(yuan "$monthly") grants,$(yuan "$before"),$(yuan "$after") "
same "each act with its change" "$all" "$(acts "$ben")"
row_of() { awk -v w="$1" 'index($0, w) { print ($1 == ">" ? $2 : $1) }' "$work/desk" | tail -1; }
look() { printf "$@" | st clerk desk --line 2>/dev/null | tr -d '\r' >"$work/desk"; }
look '.\n'
kinds=$(row_of "another day of death")
look '%s\n' "$kinds"
look '%s\n%s\n.\n' "$kinds" "$(row_of "$(sql "select name from person where person_id = $ben")")"
same "the task lists them on the screen" "$(yuan "$owed") $(yuan "$monthly") $(yuan "$after")" "$(awk '/ owed back / { c = $NF; sub(/^-/, "", c) } / arrears / { a = $NF }
	/ grants / { g = $(NF - 1) } END { print c, a, g }' "$work/desk")"
move clerk "$ben" $rule propose corrected >/dev/null
same "agreed to by two, all of it" "done 202512 final void 0" "$(move reviewer "$ben" $rule approve checked) $(hold "$ben") $(sql "select state || ' ' || left_fen from receivable where person_id = $ben")"
same "the month kept back is due" "202511 $monthly due" "$(sql "select to_period || ' ' || amount_fen || ' ' || state from arrears where person_id = $ben")"
same "the heir has the grants of that day" "$after" "$(share)"
same "and hears of it once more" 2 "$(sql "select count(*) from message where person_id = $wang and rule_id = 'risk.survivor_paid'")"
same "the next run pays what was kept back" "202511 $monthly" "$(st clerk pay prepare 2025-12 >/dev/null 2>&1; sql "select period || ' ' || amount_fen from pay_line
	where person_id = $ben")"
st clerk pay take-back 2025-12 >/dev/null 2>&1
judge 2025-12-17
same "nothing is left to do" "2025-11-20 done" "$(stand "$ben")"
move clerk "$ben" $rule undo decided_wrong >/dev/null
same "taken back as one" "open 202501 final owed $owed void $before" "$(move reviewer "$ben" $rule approve checked) $(hold "$ben") $(sql "select v.state || ' ' || v.left_fen || ' ' || a.state
	from receivable v join arrears a using (person_id) where person_id = $ben") $(share)"
same "the ledger balances" 0 "$(sql "select count(*) from receivable v where v.left_fen <> (select sum(amount_fen) from receivable_move m
	where m.person_id = v.person_id and m.receivable_id = v.receivable_id)")"
finish
