# What a decision writes: in its own transaction, to whom, by which channel, once; what people do with it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city post 2000 11
death_file "$city" "$work/post_death.csv"
# shellcheck disable=SC2046
st batch judge --date 2025-11-01 2>/dev/null
rule=retirement.certification_overdue
living() { sql "select person_id from task where rule_id = '$rule' and state = 'open' order by 1" | sed -n "$1p"; }
ann=$(living 1) ben=$(living 2) cem=$(living 3) dan=$(living 4)
ok "there are four to write to" "$([ -n "$dan" ]; echo $?)"
who() { sql "select id_no || ',' || name from person_ident where person_id = $1 order by id_no limit 1"; }
contact() { echo "$(who "$1"),$2,$3,2025-01-01,"; }
{ echo id_no,name,kind,value,from_date,to_date
	contact "$ann" address "诸暨市暨阳街道1号"
	contact "$ann" phone "+86 575 87012345"
	contact "$ben" phone 13800000002
	contact "$cem" address "诸暨市枫桥镇3号"
	contact "$cem" mail cem@mail.example
	contact "$dan" address "诸暨市枫桥镇4号"
	contact "$dan" phone 13800000004; } >"$work/post_contact.csv"
st batch import contact "$work/post_contact.csv" --date 2025-11-01 >/dev/null 2>&1

cause() { sql "select cause from task where person_id = $1 and rule_id = '$rule'"; }
reason() { sql "select code from reason where task_type = reason_kind('$rule', 'suspend', '$1') and event = '$1' order by sort limit 1"; }
move() {	# LOGIN PERSON EVENT
	st "$1" decide "$2" $rule "$(cause "$2")" "$3" --reason "$(reason "$3")" 2>&1 >/dev/null
}
mail_of() {	# PERSON
	sql "select channel, template, state, adverse, survivors, why from message where person_id = $1 order by message_id"
}
move clerk "$ann" propose
same "a proposal is told by letter, and a text message says that it comes" "letter|hearing|due|t|f|
sms|hearing|ready|f|f|" "$(mail_of "$ann")"
same "both in the transaction of the decision" 2 "$(sql "select count(*) from message m join decision d using (person_id, decision_id)
	where m.person_id = $ann and m.xmin = d.xmin")"
same "a telephone alone gets no decision" "letter|hearing|due|t|f|
sms|hearing|ready|f|f|" "$(move clerk "$ben" propose; mail_of "$ben")"
out=$(sql "update message set channel = 'sms' where person_id = $ben and adverse" 2>&1)
same "nor does the table let it" 1 "$(echo "$out" | grep -c message_adverse_is_served)"
out=$(sql "update message set body = body || ' 6222 0212 3456 7890' where person_id = $ann and channel = 'sms'" 2>&1)
same "no text message has the number of an account" 1 "$(echo "$out" | grep -c message_short_is_private)"
out=$(sql "update message set body = body || '６２２２０２１２３４５６７８９０' where person_id = $ann and channel = 'sms'" 2>&1)
same "in whatever digits" 1 "$(echo "$out" | grep -c message_short_is_private)"
number=$(who "$ann")
same "nor the person's" 0 "$(sql "select body from message where person_id = $ann and channel = 'sms'" | grep -c "${number%,*}")"

# Wishes: a channel, a language, and whether a decision may come by mail.
st clerk post wish "$cem" mail --lang en
move clerk "$cem" propose
same "who has not consented is served by letter" "letter|hearing|due|t|f|" "$(mail_of "$cem")"
same "in his language" en "$(sql "select language from message where person_id = $cem")"
move clerk "$cem" take_back
same "what was taken back is not sent any more" "letter|hearing|dropped|t|f|overtaken" "$(mail_of "$cem")"
st clerk post wish "$cem" mail --lang en --consents
move clerk "$cem" propose
same "who has, by mail" "mail|hearing|due|t|f|" "$(mail_of "$cem" | sed 1d)"
st clerk post wish "$dan" none
move clerk "$dan" propose
same "who wants nothing is served all the same" "letter|hearing|due|t|f|" "$(mail_of "$dan")"
move reviewer "$dan" refuse
move clerk "$dan" dismiss
same "but hears of nothing else" "letter|hearing|dropped|t|f|overtaken" "$(mail_of "$dan")"

# Sent, as files.
out="$work/post_out"
mkdir "$out"
st batch post send --folder "$out" --text --at 12:00 >"$work/send.log" 2>&1
ok "the sender runs" $?
same "two letters and a mail are rendered" 1 "$(grep -c '^2 letters written, 4 messages sent' "$work/send.log")"
files() { ls -A "$out" | sed 's/[0-9][0-9]*/N/' | sort | paste -sd ' '; }
same "each is a file, whole" "letter-N-1.txt mail-N-1.txt sms-N-1.txt sms-N-1.txt" "$(files)"
id() { sql "select message_id from message where person_id = $1 and channel = '$2' order by message_id desc limit 1"; }
letter=$(id "$ann" letter)
same "the letter is what was kept" "$(st clerk letter --kept "$letter")" "$(sed 1,2d "$out/letter-$letter-1.txt")"
same "and what explains the case" 1 "$(grep -c '请于收到本通知后15日内答复' "$out/letter-$letter-1.txt")"
same "mail is in its language" 1 "$(grep -c '^Dear ' "$out/mail-$(id "$cem" mail)-1.txt")"
same "who has no address is somebody's task" "failed|no address" "$(sql "select state, why from message where person_id = $ben
	and channel = 'letter'")"
same "each is recorded once" 4 "$(sql "select count(*) from message_event where what = 'sent'")"
st batch post send --folder "$out" --text --at 12:00 >"$work/send.log" 2>&1
same "a second run sends nothing" 1 "$(grep -c '^0 letters written, 0 messages sent' "$work/send.log")"

# Receipts: the day, the means and the proof of a delivery.
receipt() { st clerk post receipt "$@" 2>&1 | sed -n 's/^steward: //p'; }
same "a decision is not delivered without proof" "the delivery of a decision needs its proof" \
	"$(receipt "$letter" delivered --means post)"
same "a letter is not delivered by a click" '"electronic" does not deliver this message' \
	"$(receipt "$letter" delivered --means electronic --proof x)"
same "nor before it was sent" "a message arrives between the day it was sent and today" \
	"$(receipt "$letter" delivered --means post --proof x --date 2025-10-31)"
receipt "$letter" delivered --means post --proof "XA12 signed"
same "with its proof it is, and an answer is awaited" "delivered|2025-11-01|post|2025-11-16" \
	"$(sql "select state, delivered_on, means, reply_by from message where message_id = $letter")"
same "the same receipt again changes nothing" 1 "$(st clerk post receipt "$letter" delivered --means post --proof "XA12 signed" 2>&1 >/dev/null | grep -c 'nothing changed')"
same "it is recorded once" 1 "$(sql "select count(*) from message_event where message_id = $letter and what = 'delivered'")"
same "another day is refused" "message $letter is \"delivered\" by now" "$(receipt "$letter" delivered --means direct --proof y)"

# The decision itself, and mail that comes back.
hearing=$letter
move reviewer "$ann" approve
same "the decision is served, too" "letter|decision|due|t|f|
sms|decision|ready|f|f|" "$(mail_of "$ann" | tail -2)"
st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
letter=$(id "$ann" letter)
same "it says how it may be contested, and the hearing did not" "1 0" "$(grep -c '60日内.*6个月内' "$out/letter-$letter-1.txt") $(
	grep -c 60日内 "$out/letter-$hearing-1.txt")"
same "no day that was reached, no number without its meaning" 0 "$(grep -cE '^ *[0-9]+[.] (已到|本机构的做法为|规定为)' "$out/letter-$letter-1.txt")"
same "but the parameter with its title" 1 "$(grep -c '认证有效月数：规定为12 *个月' "$out/letter-$letter-1.txt")"
receipt "$letter" returned --proof "moved away"
same "mail that came back lowers the address" "t" "$(sql "select doubtful from contact where person_id = $ann and kind = 'address'")"
same "the person's page says so" 1 "$(st clerk person "$ann" | grep -c '! address')"
same "another try finds no address" "failed|no address" "$(st clerk post retry "$letter" >/dev/null; st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
	sql "select state, why from message where message_id = $letter")"
contact "$ann" address "诸暨市大唐街道9号" | sed '1i id_no,name,kind,value,from_date,to_date' | sed 's/2025-01-01,$/2025-10-01,/' >"$work/post_contact2.csv"
st batch import contact "$work/post_contact2.csv" --date 2025-11-01 >/dev/null 2>&1
st clerk post retry "$letter" >/dev/null
st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
same "with a new one it is rendered anew and sent again, under a name of its own" 1 "$(grep -c 大唐街道9号 "$out/letter-$letter-3.txt" | sed 's/[1-9]/1/')"
same "an auditor sends nothing back" 1 "$(st auditor post retry "$letter" 2>&1 | grep -c 'reserved for the role clerk')"

# Never to the dead: what waited for a person goes to the survivors, and no telephone rings.
st batch import death "$work/post_death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
eva=$(sql "select min(person_id) from task where rule_id = 'risk.paid_after_death'")
{ echo id_no,name,kind,value,from_date,to_date; contact "$eva" phone 13800000005; } >"$work/post_contact3.csv"
st batch import contact "$work/post_contact3.csv" --date 2025-11-06 >/dev/null 2>&1
st clerk decide "$eva" risk.paid_after_death 2025-11-05 propose --reason confirmed >/dev/null
same "of a death nobody's telephone hears" "letter|hearing|due|t|t|" "$(mail_of "$eva")"
st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
same "an estate without an address is tried again after a week" "due|no address|1|2025-11-13" "$(sql "select state, why, tries, next_on
	from message where person_id = $eva")"
st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
same "not before" 1 "$(sql "select tries from message where person_id = $eva")"
sql "update message set tries = 26, next_on = business_day() where person_id = $eva"
st batch post send --folder "$out" --text --at 12:00 >/dev/null 2>&1
same "and after 26 times it is somebody's task" "failed|no address" "$(sql "select state, why from message where person_id = $eva")"
sql "insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line) select person_id, 'death',
	date '2025-11-03', 'death', region_code, '', 1, 1 from person where person_id = $ben"
move reviewer "$ben" approve >/dev/null 2>&1
same "who is reported dead while something waits is not written to" 0 "$(sql "select count(*) from message where person_id = $ben
	and state in ('due', 'ready') and not survivors")"

# What is listed and shown.
same "the list tells what failed" 2 "$(st clerk post list --state failed --format csv | grep -c ',no address,')"
page=$(st clerk post show "$(id "$dan" letter)")
same "a message has its page" 1 "$(echo "$page" | grep -c 'overtaken')"
same "a text message tells its parts" 1 "$(st clerk post show "$(id "$ann" sms)" | grep -cE '^[0-9]+ characters, 1 parts')"
same "a number of none is refused" "there is no message 1" "$(st clerk post show 1 2>&1 | sed -n 's/^steward: //p')"
finish
