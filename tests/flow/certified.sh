# Who is certified by data alone is told so: once for each certificate, in his language, by the way that he wants.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city certified 1000 13
st batch judge --date 2025-11-01 2>/dev/null
sql "delete from certification; delete from evidence; update benefit set valid_from = '2024-06-01' where state = 'paid'"
st batch judge --date 2025-11-05 --rebuild --all 2>/dev/null
# shellcheck disable=SC2046
set -- $(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null order by 1 limit 6")
who() { sql "select id_no || ',' || name from person_ident where person_id = $1"; }
{ echo id_no,name,kind,value,from_date,to_date
	for i in "$1" "$2" "$3" "$6"; do echo "$(who "$i"),phone,1380000000$((i % 10)),2025-01-01,"; done
	echo "$(who "$4"),address,诸暨市暨阳街道1号,2025-01-01,"; echo "$(who "$2"),address,诸暨市暨阳街道2号,2025-01-01,"
} >"$work/certified_contact.csv"
st batch import contact "$work/certified_contact.csv" --date 2025-11-05 >/dev/null 2>&1
sql "insert into contact_wish (person_id, region_code, channel, language, consents) select person_id, region_code, v.channel, 'en', false
	from (values ($1, ''), ($2, 'letter'), ($3, 'none')) v (n, channel) join person on person_id = n"
{ echo id_no,name,source,seen_on,place
	for i in "$1" "$2" "$3" "$4" "$5" "$6"; do echo "$(who "$i"),claim,2025-10-20,x"; echo "$(who "$i"),police,2025-10-28,x"; done
} >"$work/certified_signs.csv"
st batch import life_sign "$work/certified_signs.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
mail_of() { sql "select concat_ws(' ', channel, language, state, nullif(why, '')) from message where person_id = $1 and template = 'certificate' order by message_id"; }
same "each of them is told" 6 "$(sql "select count(distinct m.person_id) from message m join certification c using (person_id) where m.template = 'certificate'")"
same "a text message has its words at once, in the person's language" "sms en ready Y" "$(mail_of "$1") $(sql "select case when body like
	'[Social insurance] ' || (select name from person where person_id = $1) || ': you are certified%' then 'Y' end from message where person_id = $1")"
same "who wants a letter gets one, who wants nothing nothing" "letter en due;none en dropped wish" "$(mail_of "$2");$(mail_of "$3")"
same "who has but an address gets a letter; nobody is looked for" "letter zh due;none zh dropped unreachable" "$(mail_of "$4");$(mail_of "$5")"
st batch judge 2>/dev/null
same "another run tells nobody again" 6 "$(sql "select count(*) from message where template = 'certificate'")"
# A day that is taken back has told nobody, but for what has left.
sql "update message set state = 'sent', sent_at = now(), sent_on = business_day() where person_id = $6"
st manager day undo --why "wrong file" --date 2025-11-06 >"$work/certified_undo" 2>&1 || cat "$work/certified_undo"
same "with the day what has not left is taken back" "sms en dropped overtaken;sms zh sent" "$(mail_of "$1");$(mail_of "$6")"
st batch judge --date 2025-11-06 2>/dev/null
same "judged again they are told, but who has heard it once is not" "sms en ready;sms zh sent" "$(mail_of "$1" | tail -1);$(mail_of "$6")"
# A letter is rendered from the decision.
mkdir "$work/certified_out"
st batch post send --folder "$work/certified_out" --text --at 12:00 >/dev/null 2>"$work/certified_send"
same "a letter says that the pension goes on" 1 "$(sql "select count(*) from message where person_id = $4 and body like '%养老金继续发放%'")"
same "a certificate has run out on the same day whichever side of it is reckoned, month ends and leap days too" 0 "$(sql "select count(*)
	from generate_series(date '2024-01-01', date '2025-04-30', interval '1 day') t
	cross join lateral (select certified_too_early(t::date) as last offset 0) l
	cross join lateral generate_series(t - interval '13 months', t, interval '1 day') d
	where ((d + (select make_interval(months => value::int) from policy_number where name = 'certification.valid_months'))::date <= t::date)
		<> (d::date <= l.last)")"
finish
