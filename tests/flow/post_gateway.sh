# Sent by the network: what the other side gets, what happens when it does not answer or refuses, quiet hours, limits;
# and names and addresses that try to say more than a name or an address.
. "$srcdir/tests/lib.sh"
needs retirement
small_city post_gateway 2000 12
st batch judge --date 2025-11-01 2>/dev/null
server="$builddir/tests/flow/post_server"
"$server" smtp "$work/smtp.port" "$work/smtp.log" &
smtp=$!
"$server" http "$work/http.port" "$work/http.log" &
http=$!
trap 'kill $smtp $http 2>/dev/null' EXIT
until [ -s "$work/smtp.port" ] && [ -s "$work/http.port" ]; do sleep 0.05; done
: >"$work/smtp.log"
: >"$work/http.log"
mail="smtp://127.0.0.1:$(cat "$work/smtp.port")" url="http://127.0.0.1:$(cat "$work/http.port")/send"
send() { st batch post send --mail "$mail" --from office@agency.example --http "$url" "$@" 2>"$work/send.log"; }
told() { sed -n 's/^[0-9]* letters written, //p' "$work/send.log"; }

# Messages of any words to persons of ours, as a decision would have written them.
task=$(sql "select rule_id || ',' || cause from task where state = 'open' and person_id <> 0 order by person_id limit 1")
persons() { sql "select distinct person_id from task where state = 'open' and person_id <> 0 order by 1" | sed -n "$1p"; }
contact() {	# PERSON KIND VALUE
	sql "insert into contact (person_id, kind, value, valid_from, region_code, batch_id, line)
		select person_id, '$2', \$v\$$3\$v\$, '2025-01-01', region_code, 1, 1 from person where person_id = $1"
}
message() {	# PERSON CHANNEL TEXT
	sql "insert into message (person_id, message_id, region_code, template, language, rule_id, cause, channel, state, body, hash)
		select person_id, nextval('id_block'), region_code, 'x', 'zh', rule_id, cause, '$2', 'ready', \$v\$$3\$v\$,
			encode(sha256(convert_to(\$v\$$3\$v\$, 'UTF8')), 'hex')
		from task where person_id = $1 and state = 'open' order by rule_id, cause limit 1 returning message_id" | head -1
}
state() { sql "select state from message where message_id = $1"; }
ann=$(persons 1) ben=$(persons 2) cem=$(persons 3) dan=$(persons 4)
contact "$ann" phone "+86 575-87012345"
contact "$ann" mail ann@mail.example
a=$(message "$ann" sms '养老金"已恢复"发放\')
b=$(message "$ann" mail "您好
第二行")
send --at 12:00
same "both are taken" "2 messages sent, 0 to be tried again, 0 failed" "$(told)"
same "a text message is one JSON text under its key" 1 "$(grep -cF "{\"id\":\"sms-$a-1\",\"channel\":\"sms\",\"to\":\"+86 575-87012345\",\"text\":\"养老金\\\"已恢复\\\"发放\\\\\"}" "$work/http.log")"
same "which its header repeats" 1 "$(grep -c "^Idempotency-Key: sms-$a-1" "$work/http.log")"
same "what it is called there is kept" "ref-7" "$(sql "select ref from message where message_id = $a")"
same "mail goes to the address alone" "MAIL FROM:<office@agency.example> RCPT TO:<ann@mail.example>" \
	"$(grep -E '^(MAIL|RCPT)' "$work/smtp.log" | sed 's/ *SIZE=.*//' | paste -sd ' ')"
same "in its own letters" "您好
第二行" "$(sed -n '/^Content-Transfer/,/^[.]$/p' "$work/smtp.log" | sed '1,2d; /^[.]$/d' | base64 -d)"
same "known by its key" 1 "$(grep -c "^Message-ID: <mail-$b-1@steward>" "$work/smtp.log")"

# Secrets: a file that others can read is refused, the secret is sent.
echo s3cret >"$work/token"
chmod 644 "$work/token"
send --token "$work/token" --at 12:00
same "a secret that others can read is refused" 1 "$(grep -c 'others can read' "$work/send.log")"
chmod 600 "$work/token"
message "$ann" sms one >/dev/null
send --token "$work/token" --at 12:00
same "otherwise it goes along" 1 "$(grep -c '^Authorization: Bearer s3cret' "$work/http.log")"

# Another side that is busy, that refuses, that is not there.
echo 503 >"$work/http.log.fail"
echo 451 >"$work/smtp.log.fail"
contact "$ben" phone 13800000002
contact "$ben" mail ben@mail.example
a=$(message "$ben" sms busy) b=$(message "$ben" mail busy)
send --at 12:00
same "a busy side is asked later" "0 messages sent, 2 to be tried again, 0 failed|ready ready" "$(told)|$(state "$a") $(state "$b")"
send --at 12:00
same "not at once" "0 messages sent, 0 to be tried again, 0 failed" "$(told)"
sql "update message set tries = 7, next_at = now() where message_id = $a"
send --at 12:00
same "nor for ever" failed "$(state "$a")"
echo 422 >"$work/http.log.fail"
echo 550 >"$work/smtp.log.fail"
c=$(message "$ben" sms refused)
sql "update message set next_at = now() where message_id = $b"
send --at 12:00
same "what is refused for good is somebody's task" "failed failed" "$(state "$b") $(state "$c")"
same "with the reason" 1 "$(sql "select why from message where message_id = $c" | grep -c 422)"
rm -f "$work"/*.log.fail
same "and can be tried again" sent "$(st clerk post retry "$c" >/dev/null; send --at 12:00; state "$c")"
d=$(message "$ben" sms nobody)
st batch post send --http http://127.0.0.1:1/ --at 12:00 2>/dev/null
same "nobody there is tried again, too" ready "$(state "$d")"
same "only http and smtp are ways" 1 "$(st batch post send --http file:///etc/passwd 2>&1 | grep -c 'http takes')"

# Quiet hours and limits are policy's.
contact "$cem" phone 13800000003
for i in 1 2 3 4 5; do message "$cem" sms "number $i" >/dev/null; done
sent_to() { sql "select count(*) from message where person_id = $1 and state = 'sent'"; }
send --at 21:00
same "no telephone rings at night" 0 "$(sent_to "$cem")"
send --at 07:59
same "nor before the morning" 0 "$(sent_to "$cem")"
send --at 08:00
same "three a day and no more" 3 "$(sent_to "$cem")"
sql "update message set sent_on = sent_on - 1 where person_id = $cem and state = 'sent';
	update work_post set value = (select count(*) + 1 from message where channel = 'sms' and sent_at > now() - interval '1 minute')
	where name = 'sms_per_minute'"
send --at 08:00
same "so many a minute" 4 "$(sent_to "$cem")"
sql "update work_post set value = 600 where name = 'sms_per_minute'"

# What stands in a contact or a name begins no header and no other address.
send --at 12:00
: >"$work/smtp.log"
: >"$work/http.log"
n=0
for odd in "x@y.example
Bcc: all@y.example" "x@y.example, all@y.example" "<x@y.example>" "x@y.example>
RCPT TO:<all@y.example" "x y@z.example" "x@y@z" "王@例.example"; do
	n=$((n + 1))
	sql "delete from contact where person_id = $dan"
	contact "$dan" mail "$odd"
	m=$(message "$dan" mail "text $n")
	send --at 12:00
	[ "$(state "$m")" = failed ]
	ok "no address: $n" $?
done
for odd in "138
X-To: 139" '138","to":"139' "138 0000;rm" ""; do
	n=$((n + 1))
	sql "delete from contact where person_id = $dan"
	contact "$dan" phone "$odd"
	m=$(message "$dan" sms "text $n")
	send --at 12:00
	[ "$(state "$m")" = failed ]
	ok "no number: $n" $?
done
same "and the other side never heard of them" "0 0" "$(wc -c <"$work/smtp.log" | tr -d ' ') $(wc -c <"$work/http.log" | tr -d ' ')"
sql "update person set name = E'王\\r\\nBcc: x@y.example\\u202e 110101199001011234' where person_id = $ann"
same "a name in a text message is a name" "王Bcc: x@y.example *****************" "$(sql "insert into work_short values ('zz', 'zh', '%name');
	select short_text('zz', 'zh', $ann)" | sed 's/ \*/ */' | sed 's/\*\{18\}/*****************/')"

# A letter with one byte changed goes to nobody.
contact "$cem" mail cem@mail.example
m=$(message "$cem" mail "what was approved")
sql "update message set body = 'What was approved' where message_id = $m"
send --at 12:00
same "one byte changed: refused" "failed|changed|refused" "$(sql "select m.state, m.why, e.what from message m join message_event e
	using (person_id, message_id) where message_id = $m")"
same "nobody got it" 0 "$(grep -c cem@ "$work/smtp.log")"
same "nor does another try send it" 1 "$(st clerk post retry "$m" 2>&1 | grep -c 'is "failed" by now')"
out=$(sql "update message set hash = null where message_id = $a and state = 'ready' or message_id = $d" 2>&1)
same "nothing is ready without an approved digest" 1 "$(echo "$out" | grep -c message_is_approved)"
same "what a message of a text message's rule becomes is told once" "" "$(sql "select message_id from message_event where what = 'sent'
	group by message_id, round having count(*) > 1")"
finish
