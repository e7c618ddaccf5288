# Requests for visits at home by all channels: once a kind and day, a task each, by priority, and taken back.
. "$srcdir/tests/lib.sh"
needs nursing
small_city nursing_requests 1500 7
box="$work/requests"
mkdir -p "$box"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$box/said" 2>&1 || cat "$box/said"; day "$1"; }
who() { sql "select p.person_id from person p where p.birth_date $1 and not person_is_dead(p.person_id)
	and exists (select from person_ident i where i.person_id = p.person_id and i.id_no ~ '^[0-9X]{18}\$') order by 1 limit 1 offset ${2:-0}"; }
row() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
tasks() { sql "select coalesce(string_agg(state || ' ' || priority || ' ' || due, ';' order by cause), '') from task where person_id = $1 and rule_id = 'nursing.request'"; }
ask() { st clerk nursing ask "$@" --format csv 2>/dev/null | tr -d '\r' | sed 1d; }
judge 2025-11-03
old=$(who "between '1920-01-01' and '1943-01-01'") young=$(who "between '1965-01-01' and '1985-01-01'")
other=$(who "between '1965-01-01' and '1985-01-01'" 1)

# At the counter: somebody's at once, before the wanted day; who is elderly or disabled comes first.
one=$(ask "$young" nursing 2025-11-05)
same "a request is a task at once, to be planned by the wanted day" "open 4 2025-11-05" "$(tasks "$young")"
ask "$old" nursing 2025-11-05 --dementia --helper 女儿 --phone "138 0000 1111" >/dev/null
same "somebody elderly with dementia is two steps before" "open 2 2025-11-05" "$(tasks "$old")"
same "with the contact in the sentence" 1 "$(st clerk tasks --type care_request 2>/dev/null | grep -c '女儿 138 0000 1111')"
same "who must go first is said in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk tasks --type care_request 2>/dev/null | grep -c '高龄')"
same "asked twice it is one" "$one open 4 2025-11-05" "$(ask "$young" nursing 2025-11-05 --channel web) $(tasks "$young")"
same "another day is another" 2 "$(ask "$young" nursing 2025-11-06 >/dev/null; sql "select count(*) from home_request where person_id = $young")"
same "a clock has its form" "the window is told as from and to, like 09:00 and 11:30" "$(said st clerk nursing ask "$young" care 2025-11-07 --from 25:00)"
same "a telephone has digits" "a telephone has digits, blanks, + and - alone" "$(said st clerk nursing ask "$young" care 2025-11-07 --phone call)"
same "a day that is over is none" "that day is over" "$(said st clerk nursing ask "$young" care 2025-11-02)"
same "nobody but a clerk" "this is reserved for the role clerk" "$(said st reviewer nursing ask "$young" care 2025-11-07)"
judge 2025-11-04
same "the judge finds the same tasks" "open 2 2025-11-05" "$(tasks "$old")"

# By a file of a channel: told twice, corrected, taken back.
requests() {	# ROWS: number, person, channel, kind, asked, time, state, day, from, to
	echo request_no,id_no,name,channel,kind,asked_on,asked_time,state,wanted_day,wanted_from,wanted_to,disabled,dementia,helper,helper_phone,place,lat,lon
	printf '%s,yes,no,,,,,\n' "$@"
}
take() { st batch import care_request "$box/care_request.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"; }
requests "K1,$(row "$other"),web,medicine,2025-11-04,09:30,asked,2025-11-10,09:00,11:00" >"$box/care_request.csv"
take 2025-11-04
same "a file's request is a task at once; disabled is a step" "open 3 2025-11-07" "$(tasks "$other")"
take 2025-11-04
same "the same file again changes nothing" "1 open 3 2025-11-07" "$(sql "select count(*) from home_request where person_id = $other") $(tasks "$other")"
requests "K2,$(row "$other"),app,medicine,2025-11-04,10:30,asked,2025-11-10,09:00,11:00" >"$box/care_request.csv"
take 2025-11-04
same "another channel asks for the same: it is the same" "open 3 2025-11-07|again" "$(tasks "$other")|$(sql "select stand from home_request_now where request_no = 'K2'")"
requests "K1,$(row "$other"),web,medicine,2025-11-04,09:30,withdrawn,2025-11-10,09:00,11:00" >"$box/care_request.csv"
take 2025-11-04
same "taken back by the one, the other still asks" "withdrawn 3 2025-11-07;open 3 2025-11-07" "$(tasks "$other")"
requests "K2,$(row "$other"),app,medicine,2025-11-04,10:30,withdrawn,2025-11-10,09:00,11:00" >"$box/care_request.csv"
take 2025-11-04
same "taken back by both nothing is left" "withdrawn withdrawn" "$(tasks "$other" | tr ';' '\n' | cut -d' ' -f1 | tr '\n' ' ' | sed 's/ $//')"
same "taken back at the counter its task is gone" "withdrawn" "$(st clerk nursing withdraw "$young" "$one" >/dev/null 2>&1; sql "select state from task
	where cause = '$one'")"
same "once" "no such request waits" "$(said st clerk nursing withdraw "$young" "$one")"

# Refused with a reason; taken back by two.
two=$(ask "$other" nursing 2025-11-12)
st clerk decide "$other" nursing.request "$two" refuse --reason elsewhere >/dev/null 2>&1
same "refused" "refused dismissed" "$(sql "select stand from home_request_now where request_no = '$two'") $(sql "select state from task where cause = '$two'")"
st clerk decide "$other" nursing.request "$two" undo --reason mistake >/dev/null 2>&1
st manager decide "$other" nursing.request "$two" approve --reason checked >/dev/null 2>&1
same "undone by two it waits again" "unplanned open" "$(sql "select stand from home_request_now where request_no = '$two'") $(sql "select state from task where cause = '$two'")"

# What waits, and since when; the rows are those counted.
st batch refresh 2>/dev/null
figure() { sql "select round(coalesce(case when of_total is null then counted else 100.0 * counted / nullif(of_total, 0) end, -1), 1) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
same "I1: three wait, and the figure is its rows" "3.0 3" "$(figure I1) $(sql "select count(*) from home_waiting")"
same "the oldest for a day" 1.0 "$(figure I1d)"

# A finder that fails on a row is named and keeps what stands; the others go on.
waits=$(sql "select string_agg(cause, ' ' order by cause) from finding where rule_id = 'nursing.request'")
sql "create or replace function home_request_say(r home_request_now) returns text language sql as
	'select (1 / (length(r.kind) - length(r.kind)))::text'"
sql "insert into benefit select person_id, 'resident', '2025-01-01', region_code, state, 5000, batch_id, line, 'pension', 'infinity' from benefit
	where (kind, state) = ('pension', 'paid') and scheme <> 'resident' and valid_to > '2026-01-01' order by person_id limit 1"
out=$(st batch judge --all --date 2025-11-05 2>&1)
same "a finder that fails is named" 1 "$(echo "$out" | grep -c 'nursing.request.*division by zero')"
same "what it found before stands" "$waits" "$(sql "select string_agg(cause, ' ' order by cause) from finding where rule_id = 'nursing.request'")"
same "the others go on" 1 "$(sql "select count(*) from task where rule_id = 'person.two_pensions'")"
finish
