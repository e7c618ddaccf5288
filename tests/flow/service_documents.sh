# Papers of requests: nobody is asked for what is held or can be fetched, and both are counted.
. "$srcdir/tests/lib.sh"
needs service
small_city service_documents 1000 7
box="$work/service_documents"
mkdir -p "$box"
st batch judge --date 2025-11-03 --force 2>"$box/said" || cat "$box/said"
sql "update setting set value = '2025-11-03' where name = 'business_day'"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
row() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
id() { row "$1" | cut -d, -f1; }
number() { sql "select person_id from person_ident where id_no = '$(id "$1")'"; }
papers() { sql "select coalesce(string_agg(paper || ' ' || how, ', ' order by paper), '') from service_paper where person_id = $(number "$1")"; }
figure() { sql "select round(case when of_total is null then counted else counted / nullif(of_total, 0) end, 2) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
note() { st clerk service paper "$(id "$1")" "$2" "$3" "$4"; }

told=$(st clerk service ask "$(id 8)" survivor_grants --format csv 2>/dev/null | tr -d '\r' | sed 1d)
same "a request has its papers, from where policy says" "account_proof asked, death_certificate fetched, kinship_proof asked" "$(papers 8)"
{ echo request_no,id_no,name,channel,matter,asked_on,state,detail,helper
	echo "K1,$(row 2),kiosk,social_security_card,2025-11-03,asked,,"
	echo "W1,$(row 3),web,information,2025-11-03,asked,,"
} >"$box/service_request.csv"
st batch import service_request "$box/service_request.csv" --date 2025-11-03 2>"$box/said" || cat "$box/said"
same "so has one of a file" "identity_card held, photograph fetched" "$(papers 2)"
same "a matter without papers has none" "" "$(papers 3)"
st batch refresh 2>"$box/said" || cat "$box/said"
# Two applications with papers: two of five were asked for.
same "J5: papers asked, for each application" 1.00 "$(figure J5)"
same "and how many were not" 3 "$(figure J5n | cut -d. -f1)"

# It went otherwise.
note 2 K1 photograph asked >/dev/null 2>&1
same "what could not be fetched is asked for" "identity_card held, photograph asked" "$(papers 2)"
st batch import service_request "$box/service_request.csv" --date 2025-11-04 2>"$box/said" || cat "$box/said"
sed -i 's/K1,\(.*\),asked,,/K1,\1,asked,with a photograph,/' "$box/service_request.csv"
st batch import service_request "$box/service_request.csv" --date 2025-11-04 2>"$box/said" || cat "$box/said"
same "no file takes that back" "identity_card held, photograph asked" "$(papers 2)"
st batch refresh 2>"$box/said" || cat "$box/said"
same "J5 has it" "1.50 2" "$(figure J5) $(figure J5n | cut -d. -f1)"
same "the list says what somebody has to bring" "account_proof kinship_proof " "$(st clerk service papers "$(id 8)" --format csv 2>/dev/null | tr -d '\r' |
	awk -F, '$1 == "!" { printf "%s ", $4 }')"
same "as the person's page" 1 "$(st clerk person "$(number 8)" 2>/dev/null | grep -c 'asked for .*kinship_proof')"
same "a paper comes in one of three ways" "a paper is held, fetched or asked, and has a name like birth_certificate" "$(said note 8 "$told" kinship_proof lost)"
same "of a request that waits" "no such request waits" "$(said note 8 K9 kinship_proof held)"
same "a reviewer notes none" "this is reserved for the role clerk" "$(said st reviewer service paper "$(id 8)" "$told" kinship_proof held)"
st clerk service withdraw "$(id 8)" "$told" >/dev/null 2>&1
st batch refresh 2>"$box/said" || cat "$box/said"
same "what was taken back does not count" "1.00 1" "$(figure J5) $(figure J5n | cut -d. -f1)"
finish
