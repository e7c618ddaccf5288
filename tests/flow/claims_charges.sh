# The office's own claim lines go through the same checks as a file: what the file's audit flags is found, becomes a task
# and is gone when the lines are put right; only who was touched is looked at again.
. "$srcdir/tests/lib.sh"
needs claims
small_city claim_charges 1000 11
box="$work/claim_charges"
mkdir -p "$box"
someone() {	# SEX N: number, name of the n-th grown-up, living person of a sex
	sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where p.sex = '$1'
		and p.birth_date between '1950-01-01' and '1990-01-01' and i.id_kind = 'cn18'
		and not exists (select from death_told d where d.person_id = p.person_id) order by p.person_id limit 1 offset $2"
}
head=claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at
man=$(someone M 0) woman=$(someone F 0) other=$(someone M 1)
lines() {	# QUANTITY of what is twice
	cat <<-END
	$head
	K1,1,$man,outpatient,H1,3,2025-09-05,2025-09-05,310,J18.9,2025-09-05,妇科调经片,,1,30.00,
	K2,1,$man,outpatient,H1,3,2025-09-06,2025-09-06,310,J18.9,2025-09-06,血常规,A1,1,20.00,08:00
	K2,2,$man,outpatient,H1,3,2025-09-06,2025-09-06,310,J18.9,2025-09-06,血常规,A1,$1,20.00,09:00
	K3,1,$woman,inpatient,H1,3,2025-09-01,2025-09-10,310,N80.1,2025-09-05,大抢救,,1,20.00,
	K3,2,$woman,inpatient,H1,3,2025-09-01,2025-09-10,310,N80.1,2025-09-05,中抢救,,1,20.00,
	K3,3,$woman,inpatient,H1,3,2025-09-01,2025-09-10,310,N80.1,2025-09-11,床位费,,1,20.00,
	K4,1,$woman,inpatient,H2,3,2025-09-09,,310,J18.9,2025-09-10,床位费,,1,20.00,
	K5,1,$other,inpatient,H2,3,2025-09-12,2025-09-11,310,J18.9,2025-09-12,床位费,,1,20.00,
	END
}
lines 1 >"$box/lines.csv"
st batch import claim_charge "$box/lines.csv" --date 2025-11-01 2>"$box/said"
same "the file comes in" "8" "$(sql "select count(*) from claim_charge")"
st batch judge --date 2025-11-01 2>/dev/null
found() { sql "select cause || ',' || (x ->> 0) from finding cross join jsonb_array_elements(inputs::jsonb -> 'flags') x
	where rule_id = 'claims.review'" | LC_ALL=C sort | tr '\n' ' '; }
all="K1,sex_drug K2,duplicate_line K3,exclusive_pair K3,line_outside_stay K4,overlap_stay K5,invalid_date "
same "every flag is found" "$all" "$(found)"
same "each claim is one task, however many flags it has" 5 "$(sql "select count(*) from task where task_type = 'claim_review' and state = 'open'")"
same "with its lines and why" "2|[\"%s on %s is charged %s times\",\"血常规\",\"2025-09-06\",\"2\"]" \
	"$(sql "select inputs::jsonb -> 'flags' -> 0 ->> 1, say from finding where rule_id = 'claims.review' and cause = 'K2'")"
same "of several flags how many and the first" "[\"%s things are flagged on claim %s, the first: %s\", \"2\", \"K3\", \"items that exclude each other\"]" \
	"$(sql "select say from finding where rule_id = 'claims.review' and cause = 'K3'")"

# The same claims as a file give the same flags.
sql "select json_build_object('cases', json_agg(json_build_object('case', person_id, 'claims', claims))) from (
	select c.person_id, json_agg(json_build_object('claim', claim_no, 'person', c.person_id, 'sex', p.sex, 'birth', p.birth_date,
		'type', kind, 'provider', provider, 'tier', tier, 'admit', admitted, 'discharge', discharged, 'insurance', insurance,
		'diagnosis', diagnosis, 'lines', lines)) as claims
	from (select person_id, claim_no, min(kind) as kind, min(provider) as provider, min(tier) as tier, min(admitted) as admitted,
		min(discharged) as discharged, min(insurance) as insurance, min(diagnosis) as diagnosis, json_agg(json_build_object('date', day,
			'item', item, 'code', code, 'qty', quantity, 'unit_price', price_fen / 100.0, 'time', to_char(at, 'HH24:MI')) order by line_no) as lines
		from claim_charge group by person_id, claim_no) c join person p using (person_id) group by c.person_id) k" >"$box/claims.json"
same "a file of them says the same" "$all" "$("$steward" claims audit --format csv <"$box/claims.json" 2>/dev/null | tr -d '\r' |
	sed 1d | cut -d, -f2,3 | LC_ALL=C sort | tr '\n' ' ')"
same "so does the office's own law" "$all" "$("$steward" claims audit --format csv --db "$db" --as clerk <"$box/claims.json" 2>"$box/said" | tr -d '\r' |
	sed 1d | cut -d, -f2,3 | LC_ALL=C sort | tr '\n' ' ')"

lines 0 >"$box/corrected.csv"
st batch import claim_charge "$box/corrected.csv" --date 2025-11-02 2>/dev/null
sql "delete from finding where rule_id = 'claims.review' and cause in ('K3', 'K4')" >/dev/null
st batch judge --date 2025-11-02 2>/dev/null
same "what was put right is gone, and only who was touched is looked at" \
	"K1,sex_drug K5,invalid_date " "$(found)"
same "its task is withdrawn" withdrawn "$(sql "select state from task where rule_id = 'claims.review' and cause = 'K2'")"
st batch judge --all --date 2025-11-02 2>/dev/null
same "everybody again" "K1,sex_drug K3,exclusive_pair K3,line_outside_stay K4,overlap_stay K5,invalid_date " "$(found)"
# Who has more than can be audited at once is named, and keeps what was found; the others go on.
sql "insert into claim_charge select person_id, 'K9', n, region_code, kind, provider, tier, admitted, discharged, insurance, diagnosis, day,
	item, code, quantity, price_fen, at, batch_id, line from claim_charge, generate_series(1, 45000) n where claim_no = 'K5'" >/dev/null
st batch judge --all --date 2025-11-02 2>"$box/said"
same "too much for one call is told" 1 "$(grep -c 'claims.audit' "$box/said")"
same "and what was found stays" "K1,sex_drug K3,exclusive_pair K3,line_outside_stay K4,overlap_stay K5,invalid_date " "$(found)"
finish
