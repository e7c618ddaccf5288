# Worked settlements of many places come out of claims as hospitals send them: imported, decided, worked out and sent.  Each
# row is an insured person of that place; what is paid first is a thing of class C, a second stay follows a first one.
. "$srcdir/tests/lib.sh"
needs claims
new_db claim_places
box="$work/claim_places"
mkdir -p "$box"
for n in med_p med_q; do
	st admin staff add $n medical_reviewer "医$n" >/dev/null
	st manager staff approve $n "$(staff_sign $n)" >/dev/null
	echo "steward $(id -un) $n" >>"$cluster/pgdata/pg_ident.conf"
done
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
sql "insert into policy_number values ('claims.sample_percent', 0) on conflict (name) do update set value = 0" >/dev/null
# Registers, claims and what is wanted, from the table.
made() { awk -F, -v OFS=, -v box="$box" '
	function number(at, birth, n,  s, sum, i, w) { s = at birth sprintf("%03d", n); split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
		for (i = 1; i <= 17; i++) sum += substr(s, i, 1) * w[i]
		return s substr("10X98765432", sum % 11 + 1, 1) }
	function line(claim, n, kind, from, to, class, price) { print claim, n, id, "张三", kind, "H1", tier, from, to, insurance, "J18.9",
		to, class == "C" ? "自费材料" : "治疗费", "", 1, sprintf("%.2f", price), "", class >(box "/lines.csv") }
	BEGIN { print "id_no,name,sex,birth_date,region_code,household,scheme,category,status,start_date,months,account,pension,pension_status,first_paid,certified_on,unemployed_since" >(box "/register.csv")
		print "claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at,class" >(box "/lines.csv") }
	NR > 1 { place = substr($1, 4, 4) "01"; tier = $3; gsub(/[^0-9]/, "", tier); is_old = $2 ~ /retired/
		birth = $2 ~ /minor/ ? "20150301" : is_old ? "19600301" : "19800301"
		id = number(place, birth, NR * 2 + 1); day = substr(birth, 1, 4) "-03-01"; insurance = $2 ~ /employee/ ? "310" : "390"
		print place, place, substr(place, 1, 4) >(box "/areas.csv"); print substr(place, 1, 4), substr($1, 9), 0 >(box "/areas.csv")
		print id, "张三", "M", day, place, NR, ($2 ~ /employee/ ? "employee" : "resident"), $2 ~ /employee/ ? "male60" : "", is_old ? "retired" : "contributing", (birth > "2000" ? "2020-01-01" : "2000-01-01"), 100, "1000.00",
			is_old ? "3000.00,paid,2021-04,2025-03-01," : ",,,," >(box "/register.csv")
		stays = $2 ~ /third/ ? 2 : $2 ~ /second/ ? 1 : 0
		for (i = 1; i <= stays; i++) line("S" NR "-" i, 1, "inpatient", "2025-0" i * 2 "-01", "2025-0" i * 2 "-05", "A", 1)
		if ($2 ~ /outpatient/) line("S" NR, 1, "outpatient", "2025-09-05", "2025-09-05", "A", $4)
		else line("S" NR, 1, "住院", "2025-09-01", "2025-09-10", "A", $4 - $5)
		if ($5 > 0) line("S" NR, 2, "住院", "2025-09-01", "2025-09-10", "C", $5)
		print "S" NR, $8 >(box "/wanted") }' "$srcdir/tests/unit/policy_data/settlement.csv"; }
made
sort -u "$box/areas.csv" | psql -X -q "$db user=postgres" -v ON_ERROR_STOP=1 -c "create temp table area (code int, name text, parent int)" \
	-c "copy area from stdin with csv" -c "insert into steward.region select code, name, parent from area where length(code::text) in (4, 6)
		order by code on conflict do nothing"
st batch import register "$box/register.csv" --date 2025-11-01 2>"$box/said" || cat "$box/said"
st batch import claim_charge "$box/lines.csv" --date 2025-11-01 2>"$box/said" || cat "$box/said"
st batch judge --date 2025-11-01 2>/dev/null
st batch claims adjudicate >/dev/null 2>"$box/said" || cat "$box/said"
# What is looked at for its amount is agreed to by two.
for who in med_p med_q; do
	sql "select i.id_no || ' ' || c.claim_no from claim_case c join person_ident i using (person_id) where c.state = 'review'" >"$box/look"
	while read -r id claim; do st $who claims accept "$id" "$claim" </dev/null 2>"$box/said" || cat "$box/said"; done <"$box/look"
done
same "all of them are decided" 0 "$(sql "select count(*) from claim_case where state <> 'decided'")"
st batch claims settle 2025-11 >/dev/null 2>"$box/said"
cat "$box/said"
sql "select claim_no || ',' || yuan_text(fund_fen) from claim_case where claim_no !~ '-' and fund_fen is not null" | sort >"$box/came"
same "worked settlements of the places by adjudication" "33 0" "$(sort "$box/wanted" | comm -12 - "$box/came" | wc -l) $(sort "$box/wanted" | comm -23 - "$box/came" | tee "$box/differ" | wc -l)"
cat "$box/differ"

# What the insured still pays in the year is the serious-illness insurance's, of each claim what it adds; care elsewhere by how
# it came about, a thing by the office's catalogue where the hospital tells no class.
serious() { sql "select string_agg(yuan_text(serious_fen), ' ' order by service_on, claim_no) from claim_case where person_id = (select person_id
	from claim_case where claim_no = '$1')"; }
same "from 20,000 yuan of his own on, by bands" "133000.00" "$(serious S34)"
same "he who is below it gets nothing" "0.00" "$(serious S30)"
person() { sed -n "s/^S$1,1,\([^,]*\),.*/\1/p" "$box/lines.csv"; }
{ echo claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at,elsewhere
	echo "L1,1,$(person 34),张三,住院,H1,3,2025-10-20,2025-10-28,310,J18.9,2025-10-28,治疗费,,1,10000.00,,"
	echo "L2,1,$(person 28),张三,住院,H1,3,2025-10-20,2025-10-28,310,J18.9,2025-10-28,治疗费,,1,15000.00,,unfiled"
	echo "L2,2,$(person 28),张三,住院,H1,3,2025-10-20,2025-10-28,310,J18.9,2025-10-28,进口支架,,1,4000.00,,unfiled"; } >"$box/more.csv"
st batch import claim_charge "$box/more.csv" --date 2025-11-02 2>"$box/said" || cat "$box/said"
st batch judge --date 2025-11-02 2>/dev/null
sql "update policy_number set value = 0 where name = 'claims.sample_percent'"
st batch claims adjudicate >/dev/null 2>"$box/said" || cat "$box/said"
sql "insert into policy_row (kind, code, name, value) values ('claim_class', '进口支架', 'class', 'C'), ('claim_class', '进口支架', 'from', '2025-10-01')"
st batch claims settle 2025-11 --format csv 2>"$box/said" | tr -d '\r' >"$box/sum"
cat "$box/said"
same "the next claim adds its own share" "133000.00 8000.00" "$(serious S34)"
same "a third stay, unfiled, less what nobody insures" "9030.00" "$(sql "select yuan_text(fund_fen) from claim_case where claim_no = 'L2'")"
same "both are to be paid" "$(sql "select yuan_text(sum(fund_fen + serious_fen)::bigint) from claim_case")" "$(awk -F, 'NR == 2 { print $7 }' "$box/sum")"

# Lines of days on which there can have been no care are a figure that opens them.
sql "insert into status_event (person_id, kind, from_day, source, region_code, to_day, place, batch_id, line)
	select c.person_id, case c.claim_no when 'L1' then 'death' else 'custody' end, '2025-10-25', 'test', c.region_code, null, 'x', 0, 0
	from claim_case c where c.claim_no in ('L1', 'L2')"
st batch refresh 2>/dev/null
same "one after the death, two in custody" 3 "$(sql "select round(counted) from indicator_value where indicator = 'H11' and region_code = 0
	order by business_day desc limit 1")"
same "each with its reason" "L1 death, L2 custody, L2 custody" "$(sql "select string_agg(claim_no || ' ' || substring(say from 'death|custody'), ', '
	order by claim_no) from claim_unfit")"
finish
