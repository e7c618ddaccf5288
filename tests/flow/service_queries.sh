# Another office is asked about a person: for an open task or a purpose in words, on the ground that policy names, out by
# file once, answered by file or by hand; what nobody answers is a task, and so is an answer that nobody has read.
. "$srcdir/tests/lib.sh"
needs service
needs risk
small_city service_queries 1000 7
box="$work/service_queries"
mkdir -p "$box"
st batch judge --date 2025-11-03 --force 2>"$box/said" || cat "$box/said"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
old=$(awk -F, 'NR > 1 && $14 == "paid" { print $1; exit }' "$city/register.csv")
about=$(awk -F, -v id="$old" '$1 == id { print $1 "," $2 }' "$city/register.csv")
number=$(sql "select person_id from person_ident where id_no = '$old'")
query() { st clerk service query "$old" "$@" 2>&1 >/dev/null | sed -n 's/^steward: //p'; }
state() { sql "select coalesce(string_agg(cause || ' ' || state, ',' order by cause), '') from task where rule_id = 'service.query'" |
	sed "s/$no/Q/g"; }

same "an office is asked in words" "" "$(query public_security alive 'a letter came back')"
no=$(sql "select query_no from service_query")
same "noted with matter, purpose, ground, clock and who" \
	"public_security|alive|a letter came back|Social Insurance Agency Regulations 2023, art. 29|2025-11-10|clerk" \
	"$(sql "select concat_ws('|', source, what, purpose, ground, due, who) from service_query")"
same "and in the audit" "a letter came back" "$(sql "select body ->> 'purpose' from audit_log where op = 'service.query'")"
same "asked again it is the same" "1" "$(query public_security alive 'the same once more'; sql "select count(*) from service_query")"
same "none is asked what its row does not say" "this office may not be asked that" "$(query justice marriage 'a letter came back')"
same "nor an office that has no row" "there is no such office to be asked" "$(query neighbour alive 'a letter came back')"
same "nor for no purpose" "the purpose is missing" "$(query civil_affairs alive '-')"
same "nor for a task that is not open" "the person has no open task of this rule" "$(query civil_affairs alive risk.paid_after_death)"
same "a reviewer asks nothing" "this is reserved for the role clerk" \
	"$(said st reviewer service query "$old" civil_affairs alive 'a letter came back')"
same "of all these one was stored" 1 "$(sql "select count(*) from service_query")"

# Out by file: once, under numbers by which the office answers.
st clerk service query file public_security --out "$box/out.csv" 2>/dev/null
same "its file has number, person, matter, purpose and ground" \
	"$no,$old,alive,a letter came back,2025-11-10" \
	"$(awk -F'",|,"|,' 'NR == 2 { print $1 "," $2 "," $4 "," $5 "," $NF }' "$box/out.csv" | tr -d '"')"
same "then nothing waits to be sent" 1 "$(st clerk service query file public_security --out "$box/out2.csv" 2>&1 | grep -c 'nothing waits')"
same "to whom data went, the person can be told" 1 "$(st clerk person looked "$old" | grep -c 'public_security')"

# No answer within its clock is a task; the answer ends it and is one until it is read.
st batch judge --date 2025-11-10 2>/dev/null
same "until its day nobody is asked" "" "$(state)"
st batch judge --date 2025-11-11 2>/dev/null
same "what is not answered is a task" "Q late open" "$(state)"
printf 'id_no,name,query_no,answer,answered_on\n%s,%s,alive; seen on 2025-11-08,2025-11-10\n%s,Q1,alive,2025-11-10\n' \
	"$about" "$no" "$about" >"$box/answer.csv"
st batch import query_answer "$box/answer.csv" --date 2025-11-11 >"$box/said" 2>&1
same "an answer to what nobody asked is refused" 1 "$(grep -c '1 new.* 1 rejected' "$box/said")"
st batch judge --date 2025-11-11 2>/dev/null
same "an answer ends the waiting and waits to be read" "Q open,Q late withdrawn" "$(state)"
same "the task says what was answered" "public_security answers on alive: alive; seen on 2025-11-08" \
	"$(sql "select (say::jsonb ->> 1) || ' answers on ' || (say::jsonb ->> 2) || ': ' || (say::jsonb ->> 3) from finding where rule_id = 'service.query'")"
same "the person's page has question and answer" 1 "$(st clerk person "$number" 2>/dev/null | grep -c "$no.*seen on 2025-11-08")"
st clerk service query answer "$old" "$no" "alive; seen on 2025-11-09" >/dev/null
same "a corrected answer counts, the older stands in the audit" "alive; seen on 2025-11-09|alive; seen on 2025-11-08" \
	"$(sql "select answer from service_answer")|$(sql "select body ->> 'was' from audit_log where op = 'service.query_answer'")"
st batch judge --date 2025-11-11 2>/dev/null
st clerk decide "$number" service.query "$no" settle --reason read >/dev/null
st batch judge --date 2025-11-12 2>/dev/null
same "once read it stays so" "Q done,Q late withdrawn" "$(state)"

# A question for an open task; taken back it is none.
printf 'id_no,name,birth_date,died_on,place\n%s,2025-11-02,home\n' "$(awk -F, -v id="$old" '$1 == id { print $1 "," $2 "," $4 }' \
	"$city/register.csv")" >"$box/death.csv"
st batch import death "$box/death.csv" --date 2025-11-12 2>/dev/null
st batch judge --date 2025-11-12 2>/dev/null
same "an open task is a purpose" "" "$(query civil_affairs alive risk.paid_after_death)"
two=$(sql "select query_no from service_query where source = 'civil_affairs'")
same "taken back it is not sent" "nothing waits to be sent to civil_affairs" "$(st clerk service query withdraw "$old" "$two" >/dev/null 2>&1
	st clerk service query file civil_affairs --out "$box/none.csv" 2>&1 | sed 's/^steward: //')"
same "nor taken back twice" "there is no such open question" "$(said st clerk service query withdraw "$old" "$two")"
same "nobody writes it by himself" "ERROR:  permission denied for table service_query" "$(sql_as clerk "delete from service_query" | head -1)"
finish
