# What goes out about a person: each time by recipient and legal ground, and to none what he may not be told.
. "$srcdir/tests/lib.sh"
needs service
small_city service_shares 1000 7
box="$work/service_shares"
mkdir -p "$box"
st batch judge --date 2025-11-03 --force 2>"$box/said" || cat "$box/said"
sql "update setting set value = '2025-11-03' where name = 'business_day'"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
old=$(awk -F, 'NR > 1 && $14 == "paid" { print $1; exit }' "$city/register.csv")
pension=$(awk -F, -v id="$old" '$1 == id { print $13 }' "$city/register.csv")
number=$(sql "select person_id from person_ident where id_no = '$old'")
law="Civil Procedure Law, inquiry 2025-118"
share() { st clerk service share "$old" "$@" --format csv 2>/dev/null | tr -d '\r' | sed 1d; }
shares() { sql "select count(*) from service_share"; }

same "a court is told the pension" "$old 1" "$(share court "$law" pension >"$box/told"; cut -d, -f1 "$box/told") $(grep -c "$pension" "$box/told")"
same "noted with recipient, ground, what, day and who" "$number|court|$law|pension|2025-11-03|clerk" \
	"$(sql "select concat_ws('|', person_id, recipient, ground, what, told_on, who) from service_share")"
same "and in the audit" "court" "$(sql "select body ->> 'recipient' from audit_log where op = 'service.share'")"
same "none may be told what his row does not say" "this recipient may not be told that" "$(said st clerk service share "$old" housing "$law" months)"
same "nor what nobody may be told" "this recipient may not be told that" "$(said st clerk service share "$old" court "$law" diagnosis)"
same "a neighbour is told nothing" "there is no such recipient" "$(said st clerk service share "$old" neighbour "$law" pension)"
same "nor is anybody without a ground" "the legal ground is missing" "$(said st clerk service share "$old" court " - " pension)"
same "a reviewer tells nothing" "this is reserved for the role clerk" "$(said st reviewer service share "$old" court "$law" pension)"
same "of all these nothing was stored" 1 "$(shares)"
share civil_affairs "Social assistance check 7" pension >/dev/null
same "the list has the newest first" "civil_affairs court " "$(st clerk service shared "$old" --format csv 2>/dev/null | tr -d '\r' |
	awk -F, 'NR > 1 { printf "%s ", $2 }')"
same "what was told stays as it was told" 1 "$(sql "update benefit set monthly_fen = monthly_fen + 100 where person_id = $number" >/dev/null
	st clerk service shared "$old" 2>/dev/null | grep court | grep -c "$pension")"
same "the person's page has it" 1 "$(st clerk person "$number" 2>/dev/null | grep -c 'court .*inquiry 2025-118')"
same "nobody writes it by himself" "ERROR:  permission denied for table service_share" "$(sql_as clerk "delete from service_share" | head -1)"

# Another office is a row of the parameter.
texts_to "$box/lua"
sed 's/housing = { may = "pension" },/housing = { may = "pension months" },/' "$srcdir/lua/parameters/service/service.lua" \
	>"$box/lua/parameters/service/service.lua"
put_into_force "$box/lua/parameters/service/service.lua"
same "what an office may be told is a row" "months" "$(share housing "$law" months >/dev/null; sql "select what from service_share where recipient = 'housing'")"
finish
