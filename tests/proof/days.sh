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
# What waits on a day, each login in one sitting.  A file many times its usual size and what is more than usual wait for
# the manager first; a claim of money is approved when its hearing has passed.
clerk=$(move each unclear "t.rule_id = 'feed.alike' and t.state = 'open'"
	move accept documents "t.rule_id = 'feed.match' and t.state = 'open' and t.person_id in (select person_id
		from person_ident where id_no in ($typos))"
	move dismiss other_person "t.rule_id = 'feed.match' and t.state = 'open'"
	move dismiss certified "t.rule_id = 'retirement.certification_overdue' and t.state = 'open'"
	move dismiss data_wrong "t.rule_id = 'risk.sign_after_death' and t.state = 'open'"
	move propose confirmed "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody') and t.state = 'open'"
	move propose complete "t.rule_id = 'retirement.application' and t.state = 'open' and exists (select from finding f
		where f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause and f.monthly_fen > 0)"
	move propose heirs "t.rule_id = 'money.overpaid' and t.state = 'open'")
reviewer=$(move approve checked "t.rule_id in ('risk.paid_after_death', 'risk.paid_in_custody', 'retirement.application')
		and t.state = 'proposed' and not exists (select from decision d where d.person_id = t.person_id
			and d.rule_id = t.rule_id and d.cause = t.cause and d.outcome = 'proposed' and d.braked)"
	move approve checked "t.rule_id = 'money.overpaid' and t.state = 'proposed' and exists (select from receivable v
		join decision d using (person_id, decision_id) where v.person_id = t.person_id and d.cause = t.cause
		and v.state = 'heard' and v.hearing_until < business_day())")
manager=$(move release sampled "t.task_type = 'brake' and t.state = 'open'"
	move accept sender "t.rule_id = 'feed.heavy' and t.state = 'open'")
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
	case $day in *-01) st clerk retirement forecast --months 2; as clerk "$apply" ;; esac
	as clerk "$clerk" >>"$office/decided"
	as manager "$manager" >>"$office/decided"
	as reviewer "$reviewer" >>"$office/decided"
	case $day in *-05) run "${day%-*}" ;; esac
done
last=$day

# By the base tables alone, of whom no death is told: whose two kinds of signs, half a year apart at most, came to be known
# before the certificate ran out (or on the first day, of those that had), and when it was ten months old.
qualify="with since as (
	select b.person_id, coalesce(max(c.certified_on), min(b.valid_from)) as on_day from benefit b
	left join certification c on c.person_id = b.person_id and c.certified_on <= '2025-11-01' and c.channel <> 'data'
	where b.kind = 'pension' and b.valid_from <= '2025-11-01' and b.state = 'paid'
		and not exists (select from status_event s where s.person_id = b.person_id and s.kind = 'death') group by b.person_id
), pair as (
	select s.person_id, s.on_day, min(greatest(x.business_day, y.business_day, s.on_day + interval '10 months')) as first_on
	from since s join evidence m on m.person_id = s.person_id and m.source = 'medical' join batch x on x.batch_id = m.batch_id
	join evidence t on t.person_id = s.person_id and t.source = 'transport' join batch y on y.batch_id = t.batch_id
	where abs(m.seen_on - t.seen_on) <= 180 and greatest(m.seen_on, t.seen_on) > s.on_day group by s.person_id, s.on_day
), due as (
	select person_id from pair where first_on <= greatest(on_day + interval '12 months', '2025-11-02') and first_on <= '$last'
), by_data as (
	select person_id from (select distinct on (c.person_id) c.person_id, c.channel from certification c join since using (person_id)
		where c.certified_on > '2025-11-01' or c.batch_id = 0 or c.channel = 'data' order by c.person_id, c.certified_on) c where channel = 'data'
)"
set -- $(as auditor "$qualify select count(*) filter (where d.person_id is not null), count(*) filter (where b.person_id is not null),
	count(*) filter (where b.person_id is not null and d.person_id is not null) from due d full join by_data b using (person_id)" | tr '|' ' ')
echo "certified in silence: $2 of the $1 whose signs qualify and whom nobody had asked; both $3: recall $(awk -v a="$3" -v b="$1" \
	'BEGIN { printf "%.2f", b ? 100 * a / b : 0 }') %, precision $(awk -v a="$3" -v b="$2" 'BEGIN { printf "%.2f", b ? 100 * a / b : 0 }') %"
none "certified by a sign after the death" "select from certification c join status_event s using (person_id)
	where c.channel = 'data' and s.kind = 'death' and s.state = 'valid' and c.certified_on > s.from_day"
none "pensions stopped without a person" "select from hold h join decision d using (person_id, decision_id) where d.automatic"
none "pensions stopped though only a namesake died" "select from person_ident i join hold h using (person_id)
	where i.id_no in ($(ids namesake)) and h.state <> 'lifted' and h.rule_id like 'risk.%'"
none "first pensions not paid in the month after the entitlement" "select from retire_application a where a.state = 'awarded'
	and a.from_month < date_trunc('month', date '$last') - interval '1 month' and not exists (select from pay_line l
		join pay_run r using (run_id) where l.person_id = a.person_id and l.period = to_char(a.from_month + interval '1 month', 'YYYYMM')::int
		and r.period = l.period and r.state = 'sent' and l.state in ('due', 'paid', 'sent'))"
# What the year came to, beside what Zhuji has published of itself (its service of 2021 to 2023).
figure() { echo "(select case when of_total is null then counted::text else round(100 * counted / nullif(of_total, 0), 2) || ' %' end
	from indicator_value where indicator = '$1' and region_code = 0 and business_day = business_day())"; }
decided="decision d join status_event s on s.person_id = d.person_id and s.kind = 'death' and s.state = 'valid'
	join batch b on b.batch_id = s.batch_id where d.rule_id = 'risk.paid_after_death' and d.outcome = 'approved'"
as auditor "select format('%-52s %16s   %s', what, coalesce(ours, '-'), theirs) from (values
	('', 'here', 'Zhuji'),
	('in payment', (select count(*)::text from benefit where kind = 'pension' and state = 'paid'), '362,721'),
	('certified within twelve months', $(figure D1), '90.07 %'),
	('in silence', $(figure D2), '87.25 %'),
	('asked at home or at the counter', (select count(*)::text from decision where rule_id = 'retirement.certification_overdue'), '46,239 not in silence'),
	('applications awarded', (select count(*)::text from retire_application where state = 'awarded'), '23,000 a year'),
	('refused, not decided', (select count(*) filter (where state = 'refused') || ', ' || count(*) filter (where state in ('open', 'awaiting'))
		from retire_application), '-'),
	('papers of an award that were at hand, asked for', (select count(*) filter (where p.how in ('held', 'fetched')) || ', '
		|| count(*) filter (where p.how = 'asked') from retire_paper p join retire_application a using (person_id, application_no)
		where a.state = 'awarded'), '-'),
	('pensions stopped after a death', (select count(*)::text from $decided), '6,902'),
	('from the death to its report, to the stop: days', (select percentile_disc(0.5) within group (order by b.business_day - s.from_day)
		|| ', ' || percentile_disc(0.5) within group (order by d.business_day - s.from_day) from $decided), '-'),
	('stopped with nothing paid too much', $(figure E3), '100 %'),
	('doubtful reports decided by a person', (select count(*)::text from decision where rule_id in ('feed.match', 'risk.sign_after_death')
		and not automatic), '1,224'),
	('stopped and resumed as wrong', (select count(*)::text from hold where state = 'lifted' and rule_id like 'risk.%'), '-'),
	('paid too much and owed back', (select yuan_text(coalesce(sum(left_fen), 0)::bigint) from receivable), '2,500,000 in 2021'),
	('loss avoided', (select yuan_text(counted::bigint) from indicator_value where indicator = 'F4' and region_code = 0
		and business_day = business_day()), 'more than 2,000,000')) x (what, ours, theirs)"
echo "$(($(date +%s) - begun)) s"
exit $bad
