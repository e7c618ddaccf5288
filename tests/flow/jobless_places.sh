# Unemployment benefit of six places by claims at the counter, not by the calculation alone: what notices print, and what follows
# from the law, from Shanghai's rules and from Guangdong's regulations (tests/flow/jobless_places.csv).
. "$srcdir/tests/lib.sh"
needs employment
small_city jobless_places 1500 9
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
claim=employment.benefit
table="$srcdir/tests/flow/jobless_places.csv"
rows=$(($(wc -l <"$table") - 1))
judge 2014-07-07
# A person for each row, of its place, with its months and wages.
sql "create table steward.row_of (no int primary key, person_id bigint not null, region_code int not null, months int not null, carried int not null,
		lost date not null, wage numeric)"
sed 1d "$table" | awk -F, '{ print NR "," $2 "," $4 "," $5 "," $3 "," $7 }' |
	psql -X -q "$db user=postgres" -v ON_ERROR_STOP=1 -c "create temp table given (no int, region int, months int, carried int, day date, wage numeric)" \
		-c "copy given from stdin with csv" -c "insert into steward.row_of select g.no, p.person_id, g.region, g.months, g.carried,
			(date_trunc('month', g.day) - interval '1 day')::date, g.wage from given g join (select row_number() over (order by person_id) as no,
			person_id from steward.person_fact where pension_status is null and died_on is null and status in ('unemployed', 'contributing')
			and scheme = 'employee' and birth_date between '1970-01-01' and '1995-01-01') p using (no)"
same "a person for each row" "$rows" "$(sql "select count(*) from row_of")"
sql "insert into region (region_code, name, parent_code) select distinct region_code, region_code::text, 0 from row_of on conflict do nothing;
	update person p set region_code = r.region_code from row_of r where r.person_id = p.person_id;
	update enrolment e set region_code = r.region_code, months_before = r.months - case when r.wage is null then 0 else 12 end, unemployed_since = null
		from row_of r where r.person_id = e.person_id;
	delete from contribution c using row_of r where c.person_id = r.person_id;
	insert into contribution (person_id, period, scheme, base_fen, amount_fen, region_code, batch_id, line) select r.person_id,
		to_char(r.lost - make_interval(months => n), 'YYYYMM')::int, 'employee', r.wage * 100, r.wage * 8, r.region_code, 1, 1
		from row_of r cross join generate_series(0, 11) n where r.wage is not null;
	insert into jobless_claim (person_id, claim_no, region_code, state, applied_on, lost_on, is_involuntary, is_seeking, months_paid, carried_months,
		from_month, months, ended_from) select person_id, 1, region_code, 'awarded', '2009-12-15', '2009-12-10', true, true, 0, 0, '2010-01-01',
		carried + 1, '2010-02-01' from row_of where carried > 0;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from row_of on conflict do nothing" >/dev/null

said() { sql "select concat_ws(' ', case when say::jsonb ->> 4 is null then say::jsonb ->> 0 end, say::jsonb ->> 1, say::jsonb ->> 2, say::jsonb ->> 3,
	say::jsonb ->> 4, say::jsonb ->> 5, say::jsonb ->> 6, say::jsonb ->> 7) from finding where person_id = $1 and rule_id = '$claim'"; }
who_of() { sql "select person_id from row_of where no = $1"; }
looked() {	# DAY: what the claims of that day come to
	judge "$1"
	nth=0
	while IFS=, read -r name _ then _ _ _ _ gives; do
		[ "$name" != source ] || continue
		nth=$((nth + 1))
		[ "$then" != "$1" ] || same "$name" "$gives" "$(said "$(who_of $nth)")"
	done <"$table"
}
judge 2014-07-08
no=0 before=
while IFS=, read -r source _ on _ _ options _; do
	[ "$source" != source ] || continue
	no=$((no + 1))
	[ "$on" = "$before" ] || { [ -z "$before" ] || looked "$before" </dev/null; before=$on; day "$on"; }
	# shellcheck disable=SC2086
	st clerk employment claim "$(who_of $no)" --lost "$(sql "select lost from row_of where no = $no")" --registered "$on" $options \
		>"$work/said" 2>&1 </dev/null || cat "$work/said"
done <"$table"
looked "$before"

# A year in Changchun, as it is awarded: twelve times 1692 yuan.
who=$(who_of "$(sed 1d "$table" | grep -n Changchun | cut -d: -f1)")
st clerk decide "$who" $claim 1 propose --reason proved >"$work/said" 2>&1 || cat "$work/said"
st reviewer decide "$who" $claim 1 approve --reason checked >"$work/said" 2>&1 || cat "$work/said"
same "what it comes to in all" 20304.00 "$(sql "select to_char(sum(monthly_fen * months_from(valid_from, valid_to)) / 100.0, 'FM99990.00') from benefit
	where person_id = $who and kind = 'unemployment'")"
finish
