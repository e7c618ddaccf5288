# A vacancy is filled in front of a real terminal, from the list to the three who are referred.
. "$srcdir/tests/lib.sh"
for m in employment risk retirement; do needs $m; done
small_city seat_vacancy 1500 9
import_day "$city" "$(days_of "$city" | head -1)"
mkdir -p "$work/jobs"
here=$(sql "select min(region_code) from region r where not exists (select from region o where o.parent_code = r.region_code)")
{
	echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	sql "select concat_ws(',', i.id_no, p.name, '2025-10-0' || row_number() over (order by p.person_id), 'seeking', '4-02-05-01',
		'bus', $here, 5000, '', '', '') from person p join person_ident i using (person_id) where
		p.birth_date between '1985-01-01' and '2000-01-01' order by p.person_id limit 5"
} >"$work/jobs/job_seeker.csv"
{
	echo vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,posted_on,expires_on
	echo "V1,U1,Bus Company,4-02-05-01,bus,3,5500,$here,2025-11-01,2025-12-31"
} >"$work/jobs/vacancy.csv"
for feed in job_seeker vacancy; do st batch import $feed "$work/jobs/$feed.csv" --date 2025-11-03 2>/dev/null; done
st batch judge --date 2025-11-03 >/dev/null 2>&1
best=$(sed -n 2p "$work/jobs/job_seeker.csv" | cut -d, -f1,2)
worker=$(sql "select i.id_no || ',' || p.name from person_fact f join person p using (person_id) join person_ident i using (person_id)
	where f.status = 'contributing' and f.died_on is null and not exists (select from job_seeker s where s.person_id = p.person_id)
	order by p.person_id limit 1")
printf 'id_no,name,period,base,amount\n%s,2025-10,5000,1200.50\n' "$worker" >"$work/jobs/contribution.csv"
st batch import contribution "$work/jobs/contribution.csv" --date 2025-11-03 >/dev/null 2>&1
"$builddir/tests/journey/desk_vacancy" "$db" "${best%%,*}" "${best#*,}" "${worker%%,*}" 2>&1
ok "a vacancy is filled, and an employer's claim taken in" $?
same "the employer's claim has its month and the payroll's sum" "hire 2025-10-01 120050 9133 Mill 1202" \
	"$(sql "select concat_ws(' ', kind, month, paid_fen, unit_no, unit, account) from subsidy")"
same "the three best were referred, each with its reason, and each is somebody's task" "3 3 3" \
	"$(sql "select concat_ws(' ', count(*), count(*) filter (where say like '%the same occupation%'),
		(select count(*) from task where task_type = 'referral' and state = 'open'))
	from job_referral where vacancy_no = 'V1'")"
same "whoever fits less was not" "$(sed 1d "$work/jobs/job_seeker.csv" | cut -d, -f1 | head -3 | sort | tr '\n' ' ')" \
	"$(sql "select i.id_no from job_referral join person_ident i using (person_id) order by 1" | tr '\n' ' ')"
finish
