# A request for a visit is planned in front of a real terminal: the best nurse by Enter, another one by a digit.
. "$srcdir/tests/lib.sh"
for m in nursing risk retirement; do needs $m; done
small_city seat_dispatch 1500 9
mkdir -p "$work/dispatch"
st batch judge --date 2025-11-03 >/dev/null 2>&1
printf 'licence,name,lat,lon\nN1,Anna,30.00,120.00\nN2,Berta,30.05,120.00\nN3,Cleo,30.10,120.00\n' >"$work/dispatch/home_nurse.csv"
{
	echo request_no,id_no,name,kind,asked_on,asked_time,state,wanted_day,wanted_from,wanted_to,lat,lon,channel,disabled,dementia,helper,helper_phone,place
	sql "select concat_ws(',', 'R' || row_number() over (order by p.person_id), i.id_no, p.name, 'nursing', '2025-11-03', '08:00', 'asked',
		'2025-11-05', '09:00', '12:00', '30.00', '120.00', 'counter', 'no', 'no', '', '', '')
		from person p join person_ident i using (person_id) where p.birth_date between '1985-01-01' and '1995-01-01'
		and i.id_no ~ '^[0-9X]{18}\$' order by p.person_id limit 3"
} >"$work/dispatch/care_request.csv"
for feed in home_nurse care_request; do st batch import $feed "$work/dispatch/$feed.csv" --date 2025-11-03 >/dev/null 2>&1; done
first=$(sed -n 2p "$work/dispatch/care_request.csv" | cut -d, -f2,3)
"$builddir/tests/journey/desk_dispatch" "$db" "${first%%,*}" "${first#*,}" 2>&1
ok "requests are planned" $?
same "the best nurse by Enter, the second by a digit, none by looking" "R1 N1 best;R2 N2 chosen" "$(sql "select string_agg(p.request_no || ' ' || n.licence
	|| ' ' || d.reason, ';' order by p.request_no) from home_plan p join home_nurse n using (nurse_id)
	join decision d on d.person_id = p.person_id and d.rule_id = 'nursing.request' and d.event = 'dispatch'")"
same "at the counter a delivery was asked for, and an assessment noted as it was typed" "medicine unplanned 15 16 12" "$(sql "select r.kind, r.stand,
	home_sum(a.points, 'daily'), home_sum(a.points, 'mind'), home_sum(a.points, 'senses') from home_request_now r join home_assessment a using (person_id)
	join person_ident i using (person_id) where i.id_no = '${first%%,*}' and r.channel = 'counter' and r.request_no not like 'R%'" | tr '|' ' ')"
finish
