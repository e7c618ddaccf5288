#!/bin/sh
# A longer proof, run by hand: the county's year day by day.  Each day the files of the day are read, judged and
# worked off by clerks, a reviewer and a manager; who reaches the age applies a month before; each month is paid.  Prints what
# held and what it came to, beside what Zhuji has published.  The whole county: tests/proof/days.sh 1330000; a smaller one in
# proportion, or fewer days: tests/proof/days.sh PERSONS DAYS.
set -eu
persons=${1:-26600} days=${2:-364}
. "$(dirname "$0")/county_office.sh"
county "$persons" "$days"
typos=$(ids typo)

move() {	# EVENT REASON WHICH: each such step as one decision of whoever says it
	echo "select count((decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, '$1', '$2', '')).decision_id) from task t where $3;"
}
# What waits on a day, each login in one sitting.  A claim of money is approved when its hearing has passed.
clerk=$(move accept documents "t.rule_id = 'feed.match' and t.state = 'open' and t.person_id in (select person_id
		from person_ident where id_no in ($typos))"
	move dismiss other_person "t.rule_id = 'feed.match' and t.state = 'open'"
	move dismiss certified "t.rule_id = 'retirement.certification_overdue' and t.state = 'open'"
	move dismiss data_wrong "t.rule_id = 'risk.sign_after_death' and t.state = 'open'"
	move propose confirmed "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody') and t.state = 'open'"
	move propose complete "t.rule_id = 'retirement.application' and t.state = 'open' and exists (select from finding f
		where f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause and f.monthly_fen > 0)"
	move propose heirs "t.rule_id = 'money.overpaid' and t.state = 'open'")
reviewer=$(move approve checked "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody', 'retirement.application')
		and t.state = 'proposed'"
	move approve checked "t.rule_id = 'money.overpaid' and t.state = 'proposed' and exists (select from receivable v
		join decision d using (person_id, decision_id) where v.person_id = t.person_id and d.cause = t.cause
		and v.state = 'heard' and v.hearing_until < business_day())")
manager=$(move release sampled "t.task_type = 'brake' and t.state = 'open'")
# Who reaches the age next month applies; who may not yet is told why and counted.
apply="do \$\$
declare a record;
begin
	for a in select person_id, retire_on from retire_ahead where retire_on >= business_day()
		and retire_on < business_day() + interval '1 month' loop
		begin
			perform retire_apply(a.person_id, a.retire_on, 'app', null, null, 'none', null, null, null);
		exception when sqlstate 'ST409' or sqlstate 'ST422' then null;
		end;
	end loop;
end \$\$"

for n in $(seq "$days"); do
	day=$(date -d "2025-11-01 + $n days" +%F)
	"$steward" day --drop "$city/inbox" --date "$day" --sample 0 --force --db "$db" --as batch >"$office/out" 2>"$office/said" ||
		grep -q 'need somebody' "$office/said" || { cat "$office/said" >&2; exit 1; }
	case $day in *-01) as clerk "$apply" ;; esac
	as clerk "$clerk" >>"$office/decided"
	as manager "$manager" >>"$office/decided"
	as reviewer "$reviewer" >>"$office/decided"
	case $day in *-05) run "${day%-*}" ;; esac
done
echo "$(($(date +%s) - begun)) s"
