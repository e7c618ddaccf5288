# Subsidies of eight places by claims at the counter, not by the calculation alone: the amounts that notices of Qingdao,
# Hangzhou, Jinjiang, Wuxi, Hunan and Yangzhou print, or that follow from their rules (tests/flow/subsidies.csv).
. "$srcdir/tests/lib.sh"
needs employment
small_city subsidies 1000 7
sql "insert into region (region_code, name, parent_code) select c, c::text, 0
	from unnest(array[370200, 330100, 350582, 320200, 430100, 321000]) c on conflict do nothing"
person=$(sql "select person_id from person p join enrolment e using (person_id) where e.status = 'contributing' and not person_is_dead(p.person_id)
	and p.birth_date between '1970-01-01' and '1990-01-01' order by 1 limit 1")
# Who works on his own account is one of those who have difficulty in finding work.
sql "insert into difficulty (person_id, claim_no, region_code, state, applied_on, registered_on, categories, review_on) values ($person, 1, 1,
	'granted', '2017-01-01', '2016-01-01', 'long_term', '2026-01-01')"
wrong=0 n=0
while IFS=, read -r region day kind options months yuan earlier born; do
	[ "$region" != region ] || continue
	n=$((n + 1))
	sql "update setting set value = '$day' where name = 'business_day'; delete from subsidy; delete from contribution where person_id = $person;
		delete from task where person_id = $person; delete from finding where person_id = $person;
		update person set region_code = $region, birth_date = '${born:-1980-03-01}' where person_id = $person;
		update enrolment set region_code = $region, months_before = $months where person_id = $person" >/dev/null
	no=90
	for level in $earlier; do	# granted before, of the same occupation
		no=$((no + 1))
		sql "insert into subsidy (person_id, claim_no, region_code, state, kind, applied_on, occupation, level, from_month, amount_fen)
			values ($person, $no, $region, 'granted', '$kind', '2018-01-01', 'x', $level, '2018-01-01', 100)"
	done
	# shellcheck disable=SC2086
	st clerk employment subsidy "$person" "$kind" $options >"$work/said" 2>&1 ||
		grep -q 'was paid already' "$work/said" || cat "$work/said"
	st batch judge --date "$day" --force >"$work/said" 2>&1 || cat "$work/said"
	got=$(sql "select to_char(monthly_fen / 100.0, 'FM999990.00') from finding where person_id = $person and rule_id = 'employment.subsidy'")
	[ "$got" = "$yuan" ] || { wrong=$((wrong + 1)); echo "$region $kind $options: wanted \"$yuan\", got \"$got\""; }
done <"$srcdir/tests/flow/subsidies.csv"
same "every place pays what it says" "35 0" "$n $wrong"
finish
