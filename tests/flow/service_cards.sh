# Cards and their accounts as their senders tell: on the person's page, and a task where a pension goes to one that cannot
# be used.
. "$srcdir/tests/lib.sh"
needs service
small_city service_cards 1000 7
box="$work/service_cards"
mkdir -p "$box"
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
paid() { awk -F, 'NR > 1 && $14 == "paid" { print $1 "," $2 }' "$city/register.csv" | sed -n "$1p"; }
young=$(awk -F, 'NR > 1 && $9 == "contributing" { print $1 "," $2; exit }' "$city/register.csv")
number() { sql "select person_id from person_ident where id_no = '${1%%,*}'"; }
cards() {	# DAY ROWS: card, person, status, since, account, its status
	echo card_no,id_no,name,status,since,account,account_status >"$box/card_status.csv"
	day=$1
	shift
	printf '%s\n' "$@" >>"$box/card_status.csv"
	st batch import card_status "$box/card_status.csv" --date "$day" 2>"$box/said" || cat "$box/said"
}
tasks() { sql "select coalesce(string_agg(cause || ' ' || state, ', ' order by cause), '') from task
	where person_id = $(number "$1") and rule_id = 'service.card'"; }

one=$(paid 1) two=$(paid 2) three=$(paid 3) four=$(paid 4)
{ echo id_no,name,channel,number,holder,from_date
	n=0
	for p in "$one" "$two" "$three" "$four" "$young"; do n=$((n + 1)); echo "$p,abc,622848000000000000$n,,2025-01-01"; done
} >"$box/account.csv"
st batch import account "$box/account.csv" --date 2025-11-01 2>"$box/said" || cat "$box/said"
cards 2025-11-02 "K1,$one,issued,2024-05-01,6228480000000000001,usable" "K2,$two,lost,2025-10-20,6228480000000000002,usable" \
	"K3,$three,issued,2024-05-01,6228480000000000003,frozen" "K4,$four,expired,2025-06-30,6228480000000000009,usable" \
	"K5,$young,lost,2025-10-20,6228480000000000005,closed" "K6,$one,stolen,2025-10-20,,"
same "a status that nobody knows is refused" "5 1" "$(sql "select (select count(*) from service_card) || ' ' || rows_rejected from batch where feed = 'card_status'")"
judge 2025-11-03
same "a card in order is no case" "" "$(tasks "$one")"
same "a lost one to which a pension goes is" "K2/2025-10-20 open" "$(tasks "$two")"
same "so is one whose account is frozen" "K3/2024-05-01 open" "$(tasks "$three")"
same "expired, but the pension goes elsewhere" "" "$(tasks "$four")"
same "lost, but no pension is paid" "" "$(tasks "$young")"
same "the task says how much goes where and since when" "$(awk -F, -v id="${two%%,*}" '$1 == id { print $13 }' "$city/register.csv") K2 lost 2025-10-20" \
	"$(sql "select concat_ws(' ', say::jsonb ->> 1, say::jsonb ->> 2, say::jsonb ->> 3, say::jsonb ->> 4) from finding
		where rule_id = 'service.card' and person_id = $(number "$two")")"
same "with the clock of its kind" "$(sql "select due_on('2025-11-03', null, 5)")" "$(sql "select due from task where rule_id = 'service.card' and person_id = $(number "$two")")"
same "the person's page has it" 1 "$(st clerk person "$(number "$two")" 2>/dev/null | grep -c 'K2 .*lost .*2025-10-20')"

# Settled it is not asked again; a newer word is.
st clerk decide "$(number "$two")" service.card K2/2025-10-20 settle --reason account_asked >/dev/null 2>&1
judge 2025-11-04
same "settled" "K2/2025-10-20 done" "$(tasks "$two")"
cards 2025-11-05 "K2,$two,issued,2025-11-05,6228480000000000002,usable" "K1,$one,frozen,2025-11-05,6228480000000000001,usable"
judge 2025-11-05
same "found again it is no case, and the next one's is" "K2/2025-10-20 done|K1/2025-11-05 open" "$(tasks "$two")|$(tasks "$one")"
same "what was told before stays readable" lost "$(sql "select body ->> 'status' from earlier_row where kept_in = 'service_card'
	and person_id = $(number "$two")")"

# Another account is told: the case closes by itself.
printf 'id_no,name,channel,number,holder,from_date\n%s,abc,6228480000000000077,,2025-11-06\n' "$three" >"$box/account.csv"
st batch import account "$box/account.csv" --date 2025-11-06 2>"$box/said" || cat "$box/said"
sql "update account set valid_to = '2025-11-06' where person_id = $(number "$three") and number = '6228480000000000003'"
judge 2025-11-06
same "paid elsewhere it closes" "K3/2024-05-01 withdrawn" "$(tasks "$three")"
finish
