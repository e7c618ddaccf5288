# Providers beside their like: dear with the same cases, stays that come back, visits; two of them make a task, with its evidence.
. "$srcdir/tests/lib.sh"
needs claims
small_city claim_providers 1000 11
box="$work/claim_providers"
mkdir -p "$box"
sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where i.id_kind = 'cn18' and
	p.birth_date between '1970-01-01' and '1990-01-01' and not exists (select from death_told d where d.person_id = p.person_id)
	order by p.person_id limit 40" >"$box/persons"
# 30 stays each of H1 and H2, with 1000 yuan and, of H2, 3000; ten of H2 come back on the fifteenth day, ten of H1 on the sixteenth.
awk -v OFS=, 'BEGIN { print "claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at" }
	function stay(no, who, at, from, to, price) { print no, 1, who, "inpatient", at, 3, "2025-11-" from, "2025-11-" to, 310, "J18.9", "2025-11-" from, "手术费", "", 1, price, "" }
	NR <= 20 { stay("A" NR, $0, "H1", "01", "03", 1000) }
	NR <= 10 { stay("AA" NR, $0, "H1", "19", "21", 1000) }
	NR > 20 && NR <= 40 { stay("B" NR, $0, "H2", "01", "03", 3000) }
	NR > 20 && NR <= 30 { stay("BB" NR, $0, "H2", "18", "21", 3000) }' "$box/persons" >"$box/lines.csv"
st batch import claim_charge "$box/lines.csv" --date 2025-11-24 --force 2>"$box/said" || cat "$box/said"
st batch judge --date 2025-11-24 --force 2>/dev/null
st batch claims adjudicate >/dev/null 2>"$box/said" || cat "$box/said"
same "cost beside its like, returns, limits exceeded" "H2,1.500,33.3,2 H1,0.500,0.0,0" "$(st clerk claims providers --format csv 2>/dev/null |
	tr -d '\r' | sed 1d | awk -F, '{ print $2 "," $6 "," $7 "," $9 }' | paste -sd ' ')"
# The next night finds who is beyond two.
mkdir -p "$box/drop/2025-11-25"
{ head -1 "$box/lines.csv"; sed -n '/^A1,/s/^A1/C1/p' "$box/lines.csv" | sed 's/H1/H3/; s/J18.9/I10/; s/2025-11-0/2025-10-0/g'; } >"$box/drop/2025-11-25/claim_charge.csv"
st batch day --drop "$box/drop" --date 2025-11-25 >"$box/said" 2>&1 || cat "$box/said"
same "a claim of the night is decided in the night, or drawn" t "$(sql "select is_by_rules and state = 'decided' or sample = 'share' and state = 'review'
	from claim_case where claim_no = 'C1'")"
same "beyond two it is a task of the manager" "H2 2025Q4" "$(sql "select string_agg(cause, ' ') from task where task_type = 'claim_provider' and state = 'open'")"
st batch refresh 2>/dev/null
figure() { sql "select round(case when of_total is null then counted else case when '${2:-}' = '%' then 100 else 1 end * counted
	/ nullif(of_total, 0) end, 2) from indicator_value where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
same "dearest provider, outliers, back within fifteen days" "1.50 1.00 16.67" "$(figure H7) $(figure H9) $(figure H10 %)"
same "the rows behind them" "1 1" "$(sql "select concat_ws(' ', count(*) filter (where nth = 1), count(*) filter (where beyond > 1)) from claim_provider")"
st clerk claims evidence H2 --format csv 2>/dev/null | tr -d '\r' >"$box/evidence.csv"
same "the evidence has every claim dearer than its like" 30 "$(sed 1d "$box/evidence.csv" | cut -d, -f1 | sort -u | wc -l | tr -d ' ')"
same "and when who came back" 10 "$(sql "select count(*) from claim_stay where provider = 'H2' and is_back")"
if [ -e "$builddir/lib/steward/sheets.so" ] || ls "$builddir"/lib/steward/*sheets* >/dev/null 2>&1; then
	st clerk claims evidence H2 --format xlsx >"$box/evidence.xlsx" 2>/dev/null
	ok "as a spreadsheet" "$(head -c 2 "$box/evidence.xlsx" | grep -q PK; echo $?)"
fi
st clerk claims evidence H2 --pdf "$box/evidence.pdf" >"$box/said" 2>&1 || cat "$box/said"
ok "as a letter" "$(head -c 4 "$box/evidence.pdf" | grep -q %PDF; echo $?)"
same "of whom too little is known nothing is said" 1 "$(st clerk claims evidence H3 --pdf "$box/none.pdf" 2>&1 | grep -c 'too few claims')"
# Far from its like a clean claim is looked at.
{ head -1 "$box/lines.csv"; for n in 1 2; do sed -n '/^B40,/p' "$box/lines.csv" | sed "s/^B40/V$n/; s/H2/H$((n + 3))/; s/2025-11-01/2025-09-1$n/g; s/2025-11-03/2025-09-1$((n + 2))/"; done |
	sed '/^V2/s/,3000,/,30000,/'; } >"$box/far.csv"
sed -i "/^V2/s/^V2,1,[^,]*,[^,]*/V2,1,$(head -1 "$box/persons")/" "$box/far.csv"
st batch import claim_charge "$box/far.csv" --date 2025-11-25 2>"$box/said" || cat "$box/said"
st batch judge --date 2025-11-25 2>/dev/null
sql "insert into policy_number values ('claims.sample_percent', 0) on conflict (name) do update set value = 0" >/dev/null
st batch claims adjudicate >/dev/null 2>&1
same "the one that is far from its like is looked at, the other is not" "V1 decided , V2 review variance" \
	"$(sql "select string_agg(concat_ws(' ', claim_no, state, sample), ', ' order by claim_no) from claim_case where claim_no like 'V%'")"
finish
