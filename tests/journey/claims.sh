# Claims are reviewed in front of a real terminal: a flagged one with a line cut, and a clean one that was drawn by lot.
. "$srcdir/tests/lib.sh"
for m in claims risk retirement; do needs $m; done
small_city seat_claims 1500 9
import_day "$city" "$(days_of "$city" | head -1)"
mkdir -p "$work/claims_seat"
st admin staff add med_c medical_reviewer 医丙 >/dev/null
st manager staff approve med_c "$(staff_sign med_c)" >/dev/null
echo "steward $(id -un) med_c" >>"$cluster/pgdata/pg_ident.conf"
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
tries=0
until psql -X -q -h "$cluster/run" -p 5432 -U med_c -d postgres -c 'select 1' >/dev/null 2>&1; do
	tries=$((tries + 1))
	[ $tries -lt 500 ] || { echo "not ok med_c is let in"; exit 1; }
done
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where i.id_kind = 'cn18'
	and p.birth_date between '1970-01-01' and '1990-01-01' and not exists (select from death_told d where d.person_id = p.person_id)
	order by p.person_id limit 1")
head=claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at
line() { echo "$1,$2,$who,outpatient,H1,3,$3,$3,310,J18.9,$3,$4,,1,$5,"; }
{ echo $head; line K1 1 2025-09-06 挂号费 10.00; line K1 2 2025-09-06 血常规 20.00; line K1 3 2025-09-06 血常规 20.00; } >"$work/claims_seat/one.csv"
{ echo $head; line K2 1 2025-09-07 胸片 90.00; line K3 1 2025-09-08 胸片 90.00; } >"$work/claims_seat/two.csv"
for n in one two; do
	st batch import claim_charge "$work/claims_seat/$n.csv" --date 2025-11-03 2>/dev/null
	st batch judge --date 2025-11-03 >/dev/null 2>&1
	sql "delete from policy_number where name = 'claims.sample_percent'; insert into policy_number values ('claims.sample_percent',
		case '$n' when 'two' then 100 else 0 end)" >/dev/null
	st batch claims adjudicate >/dev/null 2>&1
done
"$builddir/tests/journey/desk_claims" "$db" "${who%%,*}" "${who#*,}" 2>&1
ok "claims are reviewed" $?
same "one line is cut with its official code, the others are whole" "K1 decided 3000 GZ10000102012000, K2 decided 9000 , K3 decided 9000 " \
	"$(sql "select string_agg(concat_ws(' ', c.claim_no, c.state, c.approved_fen, coalesce(u.reason, '')), ', ' order by c.claim_no)
		from claim_case c left join claim_cut u using (person_id, claim_no)")"
sql_in postgres "drop database seat_claims with (force)" && sql_in postgres "drop role med_c"
finish
