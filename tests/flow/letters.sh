# A letter in both languages by one run, its address from the file of contacts, and what was kept printed again.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city letters 600 11
death_file "$city" "$work/letters_death.csv"
st batch import death "$work/letters_death.csv" --date 2025-11-06 >/dev/null 2>&1
st batch judge --date 2025-11-06 2>/dev/null
set -- $(sql "select person_id, rule_id, cause from task where rule_id = 'risk.paid_after_death' order by person_id limit 1" |
	tr '|' ' ')
who=$(sql "select id_no || ',' || name from person_ident where person_id = $1")
number=${who%,*}
{ echo id_no,name,kind,value,from_date,to_date
	echo "$who,address,诸暨市暨阳街道旧路1号,2020-01-01,2025-01-01"
	echo "$who,address,诸暨市枫桥镇新街7号,2025-01-01,"
	echo "$who,phone,0575-87012345,2025-01-01,"
	echo "$who,phone,,2025-01-01,"
	echo "$who,mail,a@b.example,2025-06-01,2025-05-01"; } >"$work/contact.csv"
st batch import contact "$work/contact.csv" --date 2025-11-06 >/dev/null 2>&1
ok "contacts come in" $?
same "but those without a value or with an end before the begin" "to_date value" "$(sql "select string_agg(column_name, ' '
	order by column_name) from reject join batch using (batch_id) where feed = 'contact'")"
sed 1q "$work/contact.csv" >"$work/contact2.csv"
echo "$who,phone,0575-87012345,2025-01-01,2025-11-05" >>"$work/contact2.csv"
st batch import contact "$work/contact2.csv" --date 2025-11-06 >/dev/null 2>&1
same "known again it gets its end" 2025-11-05 "$(sql "select valid_to from contact where kind = 'phone' and person_id = $1")"
page=$(st clerk person "$1")
same "the person's page has them" 2 "$(echo "$page" | grep -cE '诸暨市枫桥镇新街7号|0575-87012345')"

english=$(st clerk letter "$@" --lang en) chinese=$(st clerk letter "$@" --lang zh)
same "the address of today is in the letter's head" "诸暨市枫桥镇新街7号" "$(echo "$english" | sed -n 3p)"
same "an old one is in none" 0 "$(echo "$english$chinese" | grep -c 旧路)"
same "one run writes both, each as alone" "$english

$chinese" "$(st clerk letter "$@" --lang en,zh)"
same "whatever the reader's language is" "$chinese

$english" "$(LC_ALL=zh_CN.UTF-8 "$steward" letter "$@" --lang zh,en --db "$db" --as clerk)"
same "days are written as each language writes them" "1 1" "$(echo "$english" | grep -c '5 November 2025' |
	sed 's/[1-9][0-9]*/1/') $(echo "$chinese" | grep -c '2025年11月5日' | sed 's/[1-9][0-9]*/1/')"

said=$(st clerk letter "$@" --lang en,zh --keep 2>&1 >"$work/letters.txt")
same "kept, one for each language" "2 2" "$(echo "$said" | grep -c 'kept as message') $(sql "select count(distinct language)
	from message where person_id = $1 and state = 'draft' and who = 'clerk'")"
id=$(sql "select message_id from message where language = 'zh' and state = 'draft'")

# No letter goes to a person who is reported dead; what it says is said to survivors.
lines() {	# TEXT WORDS
	printf '%s\n' "$1" | grep -c "$2"
}
name=${who#*,}
same "a letter about the dead goes to the family" "1 0 0" "$(lines "$english" "^To the family or the estate of $name:$") $(
	lines "$english" Dear) $(lines "$english" '[Yy]our pension')"
same "in Chinese" "1 0" "$(lines "$chinese" "^致$name的家属或遗产管理人：$") $(lines "$chinese" 您好)"
same "and says what they may apply for" "1 1" "$(lines "$english" 'funeral grant') $(lines "$chinese" 丧葬补助金)"
same "it promises no payment" 0 "$(lines "$english$chinese" 'paid again\|恢复发放')"
same "no file and no line of it is named" 0 "$(lines "$english$chinese" '[.]csv\|line [0-9]\|第 [0-9]* 行')"

# A reminder decides nothing: it says what to do and to bring, in words of the citizen's.
if [ -e "$builddir/lib/steward/modules/employment.so" ]; then
	soon=$(sql "select person_id || ' ' || rule_id || ' ' || cause from task where rule_id = 'retirement.age_reminder'
		order by person_id limit 1")
	for l in en zh; do
		# shellcheck disable=SC2086
		st clerk letter $soon --lang $l >"$work/reminder.$l"
	done
	same "a reminder has no remedies" 0 "$(cat "$work"/reminder.* | grep -c '60 days\|60日\|do not agree\|异议')"
	same "but what to do and bring" "1 1" "$(grep -c '^What to do and to bring$' "$work/reminder.en") $(
		grep -c 居民身份证 "$work/reminder.zh")"
	same "no word of the rules'" 0 "$(cat "$work"/reminder.* | grep -cE '(fe)?male[0-9]+|[a-z]+_[a-z]+|[.]csv|A table|表格')"
	same "the office's practice is not called law" "0 1" "$(grep -c 'law sets.*office practice' "$work/reminder.en") $(
		grep -c 'months of the reminder before retirement: our office goes by 3 months (office practice' "$work/reminder.en")"
	ok "it is short" "$([ "$(grep -cE '^ *[0-9]+[.]' "$work/reminder.en")" -lt 20 ]; echo $?)"
	same "months are written as people do" 0 "$(grep -E '^ *[0-9]+[.]' "$work"/reminder.* | grep -c ': [0-9]\{4\}-[0-9][0-9]$')"
fi
person=$(sql "select person_id from task where rule_id = 'retirement.certification_overdue' and state = 'open' order by 1 limit 1")
# shellcheck disable=SC2046
set -- $(sql "select person_id, rule_id, cause from task where person_id = $person
	and rule_id = 'retirement.certification_overdue'" | tr '|' ' ')
same "the living are written to themselves" 1 "$(st clerk letter "$@" --lang en | grep -c '^Dear ')"
set -- $(sql "select person_id, rule_id, cause from task where rule_id = 'risk.paid_after_death' order by person_id limit 1" |
	tr '|' ' ')
st clerk letter "$@" --lang zh >"$work/fresh.txt"
st clerk decide "$@" dismiss --reason mistaken --version 1 >/dev/null 2>&1 ||
	st clerk decide "$@" dismiss --reason "$(sql "select code from reason where task_type = 'suspend' and event = 'dismiss'
		order by sort limit 1")" >/dev/null 2>&1
st reviewer decide "$@" approve --reason checked >/dev/null 2>&1
st batch judge >/dev/null 2>&1
st reviewer letter --kept "$id" >"$work/kept.txt"
ok "printed again it is the same to the byte" "$(cmp -s "$work/kept.txt" "$work/fresh.txt"; echo $?)"
ok "though the letter of now is another one" "$(st clerk letter "$@" --lang zh 2>/dev/null | cmp -s - "$work/fresh.txt"; [ $? -ne 0 ]; echo $?)"
same "the page has it" 1 "$(st clerk person "$1" | grep -cE "letter +zh +draft .*$id")"
same "a number of none is refused" "1 1" "$(out=$(st clerk letter --kept 1 2>&1); echo $? $(echo "$out" | grep -c 'no message has the number 1'))"
same "whose death was found reported wrongly is written to himself" "1 0" "$(st clerk letter "$@" --lang en |
	grep -c "^Dear $name,") $(st clerk letter "$@" --lang en | grep -c 'family or the estate')"
same "it is in the audit" 2 "$(sql "select count(*) from audit_log where op = 'message.put' and person_id = $1 and who = 'clerk'")"
out=$(sql_as clerk "select message_put($1, '$2', '$3', 'letter', 'en', E'x\\033[2J')")
same "nothing that moves a cursor is kept" 1 "$(echo "$out" | grep -c message_is_clean)"
out=$(sql_as clerk "select message_put($1, '$2', 'never', 'letter', 'en', 'x')")
same "nor a letter about no case" 1 "$(echo "$out" | grep -c 'there is no such task')"
finish
