# A day in claims, as doc/clerk.md tells it: each of its lines is typed, in its order.
. "$srcdir/tests/lib.sh"
needs claims
small_city claim_day 1000 11
box="$work/claim_day"
mkdir -p "$box"
st admin staff add med_d medical_reviewer 医丁 >/dev/null
st manager staff approve med_d "$(staff_sign med_d)" >/dev/null
echo "steward $(id -un) med_d" >>"$cluster/pgdata/pg_ident.conf"
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
tries=0
until psql -X -q -h "$cluster/run" -p 5432 -U med_d -d postgres -c 'select 1' >/dev/null 2>&1; do
	tries=$((tries + 1))
	[ $tries -lt 500 ] || { echo "not ok med_d is let in"; exit 1; }
done
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where i.id_kind = 'cn18'
	and p.birth_date between '1970-01-01' and '1990-01-01' and not exists (select from death_told d where d.person_id = p.person_id)
	order by p.person_id limit 1")
line() { echo "$1,$2,$who,outpatient,H1,3,$3,$3,310,J18.9,$3,$4,,1,$5,"; }
{ echo claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at
	line K1 1 2025-09-06 血常规 2000.00; line K1 2 2025-09-06 血常规 2000.00; line K2 1 2025-09-07 胸片 90.00; } >"$box/claim_charge.csv"
{ echo claim_no,id_no,name,ordered_on,amount; echo "K2,$who,2025-11-01,1.00"; } >"$box/claim_payment.csv"
awk '/^## / { inside = $0 == "## A day in claims" } inside && /^    steward / { sub(/^    steward /, ""); print }' "$srcdir/doc/clerk.md" \
	>"$box/typed"
ok "it is told in some lines" "$([ "$(wc -l <"$box/typed")" -ge 12 ]; echo $?)"
login_of() {
	case $1 in
	import* | judge* | *adjudicate* | *settle*) echo batch ;;
	*" cut "* | *accept*) echo med_d ;;
	*" send "*) echo manager ;;
	*) echo clerk ;;
	esac
}
while IFS= read -r typed; do
	words=$(echo "$typed" | sed "s/PERSON CLAIM/${who%%,*} K1/; s/LINE/2/; s/PROVIDER/H1/")
	# Nothing is left to the lot.
	sql "delete from policy_number where name = 'claims.sample_percent'" >/dev/null
	(cd "$box" && eval "st $(login_of "$typed") $words" </dev/null >"$box/said" 2>&1)
	status=$?
	ok "$typed" $status
	[ $status -eq 0 ] || sed 's/^/  /' "$box/said" | head -8
done <"$box/typed"
same "one is decided by the rules, of the other a line was cut, and it was appealed" "K1 appealed 200000, K2 paid 9000" \
	"$(sql "select string_agg(concat_ws(' ', claim_no, stand, approved_fen), ', ' order by claim_no) from claim_now")"
sql_in postgres "drop database claim_day with (force)" && sql_in postgres "drop role med_d"
finish
