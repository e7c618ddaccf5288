# The counter and its channels: one queue of requests with their clocks, each told once, taken back, settled; every word
# that was had with a person; and the figures of it.  Clocks are those of the Social Insurance Agency Regulations 2023.
. "$srcdir/tests/lib.sh"
needs service
small_city service 1000 7
box="$work/service"
mkdir -p "$box"
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; day "$1"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
row() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
id() { row "$1" | cut -d, -f1; }
number() { sql "select person_id from person_ident where id_no = '$(id "$1")'"; }
requests() {	# ROWS: number, person, channel, matter, day, state
	echo request_no,id_no,name,channel,matter,asked_on,state,detail,helper
	printf '%s,,\n' "$@"
}
take() { st batch import "$1" "$box/$1.csv" --date "$2" 2>"$box/said" || cat "$box/said"; }
task() { sql "select coalesce(string_agg(cause || ' ' || state || ' ' || due, ', ' order by cause), '') from task
	where person_id = $(number "$1") and rule_id = 'service.request'"; }
end() {	# PERSON REQUEST EVENT REASON
	st clerk decide "$(number "$1")" service.request "$2" "$3" --reason "$4" >/dev/null 2>&1
}
figure() { sql "select round(case when of_total is null then counted else 100.0 * counted / nullif(of_total, 0) end, 2) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }

judge 2025-11-02
# One queue: kiosk, web, app, telephone, television.
requests "K1,$(row 2),kiosk,retirement_claim,2025-11-03,asked" "W1,$(row 3),web,registration_change,2025-11-03,asked" \
	"A1,$(row 4),app,medical_reimbursement,2025-11-03,asked" "T1,$(row 5),call_centre,information,2025-11-03,asked" \
	"V1,$(row 6),cable_tv,social_security_card,2025-11-03,asked" "X1,$(row 7),pigeon,information,2025-11-03,asked" >"$box/service_request.csv"
take service_request 2025-11-03
judge 2025-11-03
same "one queue, the channel with each; one by no channel is refused" "app cable_tv call_centre kiosk web|1" "$(sql "select string_agg(channel, ' ' order by channel)
	|| '|' || (select rows_rejected from batch where feed = 'service_request') from service_open")"
same "art. 18: twenty working days for a pension" "K1 open $(sql "select due_on('2025-11-03', null, 20)")" "$(task 2)"
same "art. 10: ten for a change" "W1 open $(sql "select due_on('2025-11-03', null, 10)")" "$(task 3)"
same "art. 20: thirty for treatment paid in advance" "A1 open $(sql "select due_on('2025-11-03', null, 30)")" "$(task 4)"
take service_request 2025-11-04
same "the same file again tells nothing" 5 "$(sql "select count(*) from service_request")"

# At the counter: the task is there at once; the same matter again is the same request.
day 2025-11-04
told=$(st clerk service ask "$(id 8)" survivor_grants --helper 王芳 --format csv 2>/dev/null | tr -d '\r' | sed 1d)
same "from the counter it is a task at once" "$told open $(sql "select due_on('2025-11-04', null, 20)")" "$(task 8)"
same "with who helps" 1 "$(sql "select count(*) from finding where cause = '$told' and say like '%王芳%'")"
same "asked again it is the same request, and a contact" "$told 1" "$(st clerk service ask "$(id 8)" survivor_grants --format csv 2>/dev/null |
	tr -d '\r' | sed 1d) $(sql "select count(*) from service_contact where result = 'asked_again'")"
requests "K2,$(row 3),kiosk,registration_change,2025-11-04,asked" >"$box/service_request.csv"
take service_request 2025-11-04
judge 2025-11-04
same "told by another channel too it is still one" "W1 open $(sql "select due_on('2025-11-03', null, 10)")" "$(task 3)"
same "as the task says" 1 "$(sql "select count(*) from finding where cause = 'W1' and say::jsonb ->> 3 = '2'")"
same "what nobody knows is refused" "there is no such matter" "$(said st clerk service ask "$(id 8)" moon)"
same "nor by an unknown channel" "there is no such channel" "$(said st clerk service ask "$(id 8)" information --channel pigeon)"
same "a reviewer notes nothing" "this is reserved for the role clerk" "$(said st reviewer service ask "$(id 8)" information)"

# Taken back: by the file of its channel, and at the counter.
requests "A1,$(row 4),app,medical_reimbursement,2025-11-03,withdrawn" >"$box/service_request.csv"
take service_request 2025-11-05
judge 2025-11-05
same "taken back its task is closed" withdrawn "$(task 4 | cut -d' ' -f2)"
st clerk service withdraw "$(id 8)" "$told" >/dev/null 2>&1
same "at the counter at once" withdrawn "$(task 8 | cut -d' ' -f2)"
same "once only" "no such request waits" "$(said st clerk service withdraw "$(id 8)" "$told")"

# Settled: of four without a visit three, for one had to come; twice told is settled once.
end 3 W1 settle done_now
end 2 K1 settle done_now
end 5 T1 settle done_now
same "settled, and with it what was told twice" "2" "$(sql "select count(*) from service_request where person_id = $(number 3) and outcome = 'done'")"
st clerk service note "$(id 6)" social_security_card --channel counter >/dev/null 2>&1
end 6 V1 settle done_now
st batch refresh 2>/dev/null
same "J4: of five settled four had nobody come" 80.00 "$(figure J4)"
# Of four persons one was told of by two channels, and the one of the television came as well.
same "J10: persons with a request, a contact or a decision" "$(sql "select count(distinct person_id) from (select person_id from service_request
	where state = 'asked' union select person_id from service_contact union select person_id from decision where not automatic) x")" "$(figure J10 | cut -d. -f1)"
same "J6: two words on one matter within thirty days" "$(awk 'BEGIN { printf "%.2f", 100 * 2 / 4 }')" "$(sql "delete from service_contact
	where person_id = $(number 8)" >/dev/null; st batch refresh 2>/dev/null; figure J6)"
same "by channel" "kiosk,2,2,2 " "$(st clerk service channels --format csv 2>/dev/null | tr -d '\r' | awk -F, '$1 == "kiosk" { printf "%s,%s,%s,%s ", $1, $2, $3, $4 }')"
same "the log has every word, the newest first" "counter,social_security_card,answered cable_tv,social_security_card,done " \
	"$(st clerk service contacts "$(id 6)" --format csv 2>/dev/null | tr -d '\r' | sed 1d | awk -F, '{ printf "%s,%s,%s ", $2, $3, $4 }')"
same "as on the person's page" 1 "$(st clerk person "$(number 6)" 2>/dev/null | grep -c 'cable_tv .*done')"

# Another channel is a row of the parameter.
texts_to "$box/lua"
sed 's/kiosk = { visit = "no" },/kiosk = { visit = "no" }, pigeon = { visit = "no" },/' "$srcdir/lua/parameters/work.lua" >"$box/lua/parameters/work.lua"
put_into_force "$box/lua/parameters/work.lua"
same "another channel is a row" 1 "$(sql "select count(*) from channel where channel = 'pigeon'")"
finish
