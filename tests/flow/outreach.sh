# Outreach: a list by filter, made by one and sent by another, a message to each by what reaches him, nobody twice, nobody
# who wants none, with what became of every message.
. "$srcdir/tests/lib.sh"
needs service
small_city outreach 1000 7
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >/dev/null 2>&1; day "$1"; }
judge 2025-11-03
old="f.died_on is null and p.birth_date <= date '2025-11-03' - interval '70 years'"
# shellcheck disable=SC2046
set -- $(sql "select f.person_id from person_fact f join person p using (person_id) where $old order by 1 limit 4")
ann=$1 ben=$2 cem=$3 dan=$4
{ echo id_no,name,kind,value,from_date,to_date
	for p in $ann $ben $cem; do
		sql "select min(id_no) || ',' || min(p.name) || ',phone,1380013800' || ($p % 10) || ',2025-01-01,' from person p join person_ident using (person_id)
			where person_id = $p"
	done; } >"$work/contact.csv"
st batch import contact "$work/contact.csv" --date 2025-11-03 2>/dev/null
st clerk post wish "$ben" none >/dev/null 2>&1
all=$(sql "select count(*) from person_fact f join person p using (person_id) where $old")
same "a kind nobody knows is refused" "an outreach has a name, a kind and an area that is known" "$(said st clerk service outreach make autumn dancing)"
same "nobody but a clerk makes one" "this is reserved for the role clerk" "$(said st reviewer service outreach make autumn fraud)"
same "a list by filter, without whom who wants no message" "$((all - 1)) persons as of today; a second person sends it" \
	"$(st clerk service outreach make autumn fraud --age-from 70 2>&1 | tr -d '\r')"
same "a name is one list's" "there is an outreach of this name" "$(said st clerk service outreach make autumn class)"
same "nobody is written to before a second person says so" 0 "$(sql "select count(*) from message where rule_id like 'service.outreach%'")"
same "a clerk does not send" "this is reserved for the role reviewer" "$(said st clerk service outreach send autumn)"
st reviewer service outreach send autumn >/dev/null 2>&1
state() { sql "select coalesce(string_agg(state || ' ' || channel || ' ' || why, ', ' order by message_id), '-') from message where person_id = $1 and rule_id like 'service.outreach%'"; }
same "a text message to whom it reaches, none to whom who wants none" "ready sms |-|dropped none unreachable" "$(state "$ann")|$(state "$ben")|$(state "$dan")"
same "in the words that policy has" 1 "$(sql "select count(*) from message where person_id = $ann and body like '【社保经办】%不会通过电话、短信索要钱款%'")"
same "sent once" 'this outreach is "sent" by now' "$(said st reviewer service outreach send autumn)"
same "it is no work of anybody" 0 "$(sql "select count(*) from task where task_type = 'outreach_fraud' and closed_on is null")"
judge 2025-11-04
same "nor on the day after" "0 ready sms " "$(sql "select count(*) from task where task_type = 'outreach_fraud' and closed_on is null") $(state "$ann")"
# Receipts.
mkdir -p "$work/out"
st batch post send --folder "$work/out" --at 12:00 >/dev/null 2>&1
same "what became of each" "autumn,outreach_fraud,sent,2025-11-03,$((all - 1)),2,0,0,$((all - 3))" "$(st clerk service outreach list --format csv 2>/dev/null | tr -d '\r' |
	sed -n 2p | cut -d, -f2-)"
same "person by person" "sent sms" "$(st clerk service outreach show autumn --format csv 2>/dev/null | tr -d '\r' | awk -F, -v p="$ann" '$NF == p { print $4, $5 }')"
st batch refresh 2>/dev/null
same "the figure counts them" "2 $((all - 1))" "$(sql "select counted::int || ' ' || of_total::int from indicator_value where indicator = 'J8o' and region_code = 0
	order by business_day desc limit 1")"
# Nobody is told of the same twice within the days of policy; of something else he is.
day 2025-11-20
same "no message twice" "0 persons as of today; a second person sends it" "$(st clerk service outreach make winter fraud --age-from 70 2>&1 | tr -d '\r')"
same "another matter is another message" "$((all - 1)) persons as of today; a second person sends it" "$(st clerk service outreach make classes class --age-from 70 2>&1 | tr -d '\r')"
same "dropped it is not sent" 'this outreach is "dropped" by now' "$(st clerk service outreach drop winter >/dev/null 2>&1; said st reviewer service outreach send winter)"
printf ':ou\n1\n.\n' | st reviewer desk --line >"$work/desk" 2>&1
same "by keys: the list, and whom it would be" 1 "$(grep -c 'Outreach: classes' "$work/desk" | sed 's/[1-9][0-9]*/1/')"
printf ':ou\n1 S\n' | st reviewer desk --line >"$work/desk" 2>&1
same "and a key sends it" sent "$(sql "select state from outreach where outreach = 'classes'")"
finish
