#!/bin/sh
# A longer proof, run by hand: a county of Zhuji's size is paid for twelve months by payment runs, with clerks who decide
# what the year's files tell about deaths, late and doubtful ones among them.  Prints what held and what it came to,
# beside what Zhuji has published.  The whole county: tests/proof/county.sh 1330000; a smaller one in proportion.
set -eu
persons=${1:-26600} months=${2:-12}
. "$(dirname "$0")/county_office.sh"
read_in() {	# FEED FILE DAY
	said=$("$steward" import "$1" "$2" --date "$3" --force --db "$db" --as batch 2>&1) && return 0
	case $said in *"rows is good"*) ;; *) echo "$1 $3: $said" >&2; exit 1 ;; esac
}
files_until() {	# DAY
	for folder in "$city"/inbox/*; do
		day=$(basename "$folder")
		[ "$(echo "$day" | tr -d -)" -le "$(echo "$1" | tr -d -)" ] || break
		for f in "$folder"/death.csv "$folder"/custody.csv "$folder"/medical.csv "$folder"/transport.csv; do
			[ ! -e "$f" ] || read_in "$(basename "$f" .csv)" "$f" "$day"
		done
		rm -rf "$folder"
	done
}
# What clerks do with what was found, knowing what is true; the manager lets more than usual through.
work() {	# DAY
	st batch judge --date "$1" --force
	# A file of many times its usual size counts when the manager has asked its sender.
	decide manager accept sender "t.rule_id = 'feed.heavy' and t.state = 'open'"
	st batch judge --date "$1" --force
	decide clerk each unclear "t.rule_id = 'feed.alike' and t.state = 'open'"
	st batch judge --date "$1" --force
	decide clerk accept documents "t.rule_id = 'feed.match' and t.state = 'open' and t.person_id in (select person_id
		from person_ident where id_no in ($(ids typo)))"
	decide clerk dismiss other_person "t.rule_id = 'feed.match' and t.state = 'open'"
	decide clerk dismiss certified "t.rule_id = 'retirement.certification_overdue' and t.state = 'open'"
	decide clerk dismiss data_wrong "t.rule_id = 'risk.sign_after_death' and t.state = 'open'"
	st batch judge --date "$1" --force
	decide clerk propose confirmed "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody') and t.state = 'open'"
	st batch judge --date "$1" --force
	decide manager release sampled "t.task_type = 'brake' and t.state = 'open'"
	decide reviewer approve checked "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody') and t.state = 'proposed'"
	decide clerk propose heirs "t.rule_id = 'money.overpaid' and t.state = 'open'"
	decide reviewer approve checked "t.rule_id = 'money.overpaid' and t.state = 'proposed' and exists (select from receivable v
		join decision d using (person_id, decision_id) where v.person_id = t.person_id and d.cause = t.cause
		and v.state = 'heard' and v.hearing_until < business_day())"
}
days=$((($(date -d "2025-11-01 + $months months" +%s) - $(date -d 2025-11-01 +%s)) / 86400 - 1))
county "$persons" "$days"
month=2025-11
for _ in $(seq "$months"); do
	# What came since the 20th is found and not decided yet: the gate holds it.
	st batch judge --date "$month-05" --force
	run "$month"
	work "$month-05"
	files_until "$month-20"
	work "$month-20"
	next=$(date -d "$month-01 + 1 month" +%Y-%m)
	files_until "$(date -d "$next-01 - 1 day" +%F)"
	as clerk "select format('%s: %s persons, %s yuan; held %s; made, looked at and written in $took s', period_text(period), persons,
		yuan_text(amount_fen), held) from pay_run
		where period = replace('$month', '-', '')::int"
	month=$next
done
# All that was told by the last day is decided, and heard.
work "$month-02"
work "$(date -d "$month-02 + 20 days" +%F)"

none "lines paid to a person for a month after the confirmed death" "select from pay_line l join pay_run r using (run_id)
	join decision d using (person_id) where r.state = 'sent' and l.state in ('due', 'paid') and l.amount_fen > 0
	and d.rule_id = 'risk.paid_after_death' and d.outcome = 'approved' and d.approved_at < r.approved_at
	and month_no(l.period) > month_no(to_char(d.cause::date, 'YYYYMM')::int)"
none "deaths the truth knows and nobody has decided" "select from person_ident i where i.id_no in ($(ids death))
	and not exists (select from decision d where d.person_id = i.person_id and d.rule_id = 'risk.paid_after_death' and d.outcome = 'approved')"
none "doubtful reports that no named person has decided" "select from person_ident i where i.id_no in ($(ids typo),$(ids namesake),$(ids \
	sign_after_death)) and not exists (select from decision d where d.person_id = i.person_id and not d.automatic and d.author is not null
	and d.rule_id in ('feed.match', 'risk.sign_after_death'))"
none "pensions stopped though only a namesake died" "select from person_ident i join hold h using (person_id)
	where i.id_no in ($(ids namesake)) and h.state <> 'lifted'"
none "months paid after a death that are in no claim" "select from person_ident i join decision d on d.person_id = i.person_id
	and d.rule_id = 'risk.paid_after_death' and d.outcome = 'approved' join payment y on y.person_id = i.person_id
	and month_no(y.period) > month_no(to_char(d.cause::date, 'YYYYMM')::int)
	where not exists (select from receivable_month m join receivable v using (person_id, receivable_id) where m.person_id = y.person_id
		and m.period = y.period and m.over_fen >= y.amount_fen and v.state in ('owed', 'settled', 'waived'))"
none "months due that were neither sent nor held in the last run" "select from pay_run r cross join lateral pay_plan(r.period) x
	where r.run_id = (select max(run_id) from pay_run) and x.decided_fen > x.sent_fen + x.outside_fen and not exists (select from pay_line l
		where l.run_id = r.run_id and l.person_id = x.person_id and l.period = x.period and l.state = 'held')"
none "held lines that nobody has decided by name" "select from pay_signal where state = 'held'"
none "ledgers that do not add up" "select from receivable v where v.left_fen <> coalesce((select sum(amount_fen) from receivable_move m
	where m.person_id = v.person_id and m.receivable_id = v.receivable_id), 0)"
st batch refresh
echo "released or kept back by name: $(as auditor "select count(distinct person_id) from pay_signal where who is not null") persons"
echo "pensioners $(as auditor "select count(*) from benefit where kind = 'pension'") (Zhuji 362,721 of 2021), stopped after a death $(as auditor "select count(*) from
	hold where state = 'final' and rule_id = 'risk.paid_after_death'") (6,902), doubtful reports $(grep -cE '^(typo|namesake|sign_after_death),' "$city/truth.csv") (1,224)"
echo "paid in the year $(sum l.amount_fen "pay_line l join pay_run r using (run_id) where r.state = 'sent' and l.state = 'due'") yuan"
echo "paid too much $(sum over_fen "receivable_month m join receivable v using (person_id, receivable_id) where v.state <> 'void'") yuan, owed back $(sum \
	left_fen receivable) (Zhuji: 2,500,000 a year to be recovered)"
echo "loss avoided $(as auditor "select yuan_text(sum(counted)::bigint) from indicator_value where indicator = 'F4' and region_code = 0
	and business_day = business_day()") (Zhuji: more than 2,000,000)"
echo "$(($(date +%s) - begun)) s"
exit $bad
