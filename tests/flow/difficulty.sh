# Who has difficulty in finding work: asked at the counter, worked out by the place's rules, decided by two, helped, looked at
# anew and ended; and subsidies, worked out by the place's rules and paid once by the next run.
. "$srcdir/tests/lib.sh"
needs employment
small_city difficulty 1000 7
box="$work/box"
mkdir -p "$box"
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
task() { sql "select coalesce(string_agg(state, ' ' order by cause), 'none') from task where person_id = $1 and rule_id = '$2'"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	cause=$(sql "select cause from task where person_id = $2 and rule_id = '$3' order by state in ('withdrawn'), cause desc limit 1")
	st "$1" decide "$2" "$3" "$cause" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
told() { st clerk explain "$1" "$2" "$(sql "select cause from finding where person_id = $1 and rule_id = '$2' order by cause desc limit 1")" 2>/dev/null; }
why() { sql "select say from finding where person_id = $1 and rule_id = '$2' order by cause desc limit 1"; }
figure() { st batch refresh 2>/dev/null; sql "select counted || '/' || coalesce(of_total, 0) from indicator_value where indicator = '$1'
	and region_code = 0 order by business_day desc limit 1"; }
judge 2025-11-03
# Zhejiang, from 2025: women from 45, men from 55, registered for six months (Zhejiang HR&SS 2025-59).
someone() { sql "select person_id from person p join person_fact f using (person_id) where p.sex = '$1' and f.birth_date between '$2' and '$3'
	and f.status = 'contributing' and f.died_on is null and not exists (select from task t where t.person_id = p.person_id and t.task_type <> 'notice')
	order by 1 limit 1 offset $4"; }
ann=$(someone F 1979-01-01 1980-11-01 0) bob=$(someone M 1972-01-01 1980-01-01 0) cem=$(someone M 1972-01-01 1980-01-01 1)
dan=$(someone F 1981-01-01 1995-01-01 0)
same "there are four of them" 4 "$(printf '%s\n' "$ann" "$bob" "$cem" "$dan" | grep -c .)"
registered=2025-05-02
same "without a day of registration it is not received" "say since when the person is registered as unemployed" "$(said st clerk employment difficulty "$bob")"
st clerk employment difficulty "$ann" --registered $registered 2>/dev/null
st clerk employment difficulty "$bob" --registered $registered 2>/dev/null
st clerk employment difficulty "$cem" --registered 2025-10-01 --family zero_employment+low_income --disability mild 2>/dev/null
st clerk employment difficulty "$dan" --registered $registered 2>/dev/null
rule=employment.difficulty_claim
same "each is a task at once" "open open open open" "$(task "$ann" $rule) $(task "$bob" $rule) $(task "$cem" $rule) $(task "$dan" $rule)"
same "twice is once" "it is asked already, and not decided yet" "$(said st clerk employment difficulty "$ann" --registered $registered)"
same "a reviewer receives none" "this is reserved for the role clerk" "$(said st reviewer employment difficulty "$ann" --registered $registered)"
same "nothing is proposed before it is worked out" "no category applies" "$(move clerk "$ann" $rule propose proved)"
judge 2025-11-04
same "a woman of 45 after half a year" 1 "$(told "$ann" $rule | grep -c 'has difficulty in finding work: older unemployed$')"
same "a man of that age is not" '["no category of the place applies"]' "$(why "$bob" $rule)"
same "several at once, each in words" 1 "$(told "$cem" $rule | grep -c 'nobody of the family has work; family of low income; disabled')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN told "$cem" $rule | grep -c '零就业家庭；低收入家庭；残疾人员')"
same "who is in none is refused" dismissed "$(move clerk "$bob" $rule reject no_category)"
same "and not proposed" "no category applies" "$(move clerk "$dan" $rule propose proved)"
same "who takes it back is no task" "withdrawn" "$(st clerk employment difficulty_withdraw "$dan" >/dev/null 2>&1; task "$dan" $rule)"
move clerk "$ann" $rule propose proved >/dev/null
move clerk "$cem" $rule propose proved >/dev/null
same "who proposed does not approve" "\"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $rule approve checked)"
same "a second person does" "done done" "$(move reviewer "$ann" $rule approve checked) $(move reviewer "$cem" $rule approve checked)"
same "with categories, helper and review" "granted|older_unemployed|clerk|2026-02-04
granted|zero_employment_family low_income disabled|clerk|2026-02-04" "$(sql "select state, categories, helper, review_on from difficulty
	where state = 'granted' order by person_id = $cem")"
same "nobody was helped yet" "0/2" "$(figure G2)"
same "a measure is noted" 1 "$(st clerk employment measure "$ann" counsel --note 面谈 --format csv 2>/dev/null | grep -c 面谈)"
same "no other word" '"dance" is no measure' "$(said st clerk employment measure "$ann" dance)"
same "and counts" "1/2" "$(figure G2)"
st clerk employment measure "$ann" counsel --drop >/dev/null 2>&1
same "noted by mistake it does not" "0/2" "$(figure G2)"
st clerk employment measure "$ann" counsel >/dev/null 2>&1
judge 2026-02-04
same "after three months it does not count any more" "0/2" "$(figure G2)"
same "and it is to be looked at anew" "open open" "$(task "$ann" employment.difficulty_review) $(task "$cem" employment.difficulty_review)"
same "still so, for three months" "done 2026-05-04" "$(move clerk "$ann" employment.difficulty_review go_on still_so) $(sql "select review_on from difficulty where person_id = $ann")"
same "or over" "dismissed ended" "$(move clerk "$cem" employment.difficulty_review stop has_work) $(sql "select state from difficulty where person_id = $cem")"
move clerk "$cem" employment.difficulty_review undo mistake >/dev/null
same "by mistake: it goes on" "granted" "$(move manager "$cem" employment.difficulty_review approve checked >/dev/null; sql "select state from difficulty where person_id = $cem")"
id() { sql "select min(id_no) || ',' || min(p.name) from person p join person_ident using (person_id) where person_id = $1"; }
printf 'id_no,name,period,base,amount\n%s,2026-01,5000,400\n' "$(id "$ann")" >"$box/paid.csv"
st batch import contribution "$box/paid.csv" --date 2026-02-05 2>/dev/null
judge 2026-02-05
same "who works again is looked at at once" "open" "$(sql "select state from task where person_id = $ann and rule_id = 'employment.difficulty_review' and cause like '%work'")"

# Courses by file; who finished one and works half a year later.
{ echo course_no,id_no,name,course,occupation,level,from_day,to_day,outcome
	printf 'K1,%s,家政,4-10-01-06,5,2025-05-01,2025-07-10,passed\n' "$(id "$ann")" "$(id "$bob")"
	printf 'K1,%s,家政,4-10-01-06,5,2025-05-01,2025-07-10,left\n' "$(id "$dan")"
	printf 'K2,%s,焊工,6-18-02-04,7,2025-05-01,2025-07-10,passed\n' "$(id "$dan")"; } >"$box/training.csv"
st batch import training "$box/training.csv" --date 2026-02-05 2>"$box/said"
same "a level there is not is refused" "3 0 0 1" "$(sql "select concat_ws(' ', rows_new, rows_same, rows_corrected, rows_rejected) from batch where feed = 'training' order by batch_id desc limit 1")"
judge 2026-02-12
same "of two who finished one works half a year later" "1/2" "$(figure G6)"

# Registered, and at work within ninety days.
{ echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	printf '%s,2025-10-20,seeking,4-02-05-01,,,,,,\n' "$(id "$ann")" "$(id "$bob")"; } >"$box/job_seeker.csv"
st batch import job_seeker "$box/job_seeker.csv" --date 2026-02-12 2>/dev/null
same "placed in ninety days" "1/2" "$(figure G4)"

# Subsidies.  Of a certificate: 1000, 1500, 2000 yuan for levels 5, 4, 3 (MOHRSS 2017-40), with 36 months insured.
many=$(sql "select person_id from person_fact where months_total >= 36 and status = 'contributing' and died_on is null and person_id <> $ann order by 1 limit 1")
few=$(sql "select person_id from person_fact where months_total < 36 and status = 'contributing' and died_on is null and person_id <> $ann order by 1 limit 1")
srule=employment.subsidy
same "what it rests on is needed" "something is missing that the subsidy rests on" "$(said st clerk employment subsidy "$many" skill)"
same "an amount is one" "something is missing that the subsidy rests on" "$(said st clerk employment subsidy "$many" flexible --month 2026-01-01 --paid abc)"
st clerk employment subsidy "$many" skill --occupation 6-18-02-04 --level 4 --issued 2026-01-10 2>/dev/null
[ -z "$few" ] || st clerk employment subsidy "$few" skill --occupation 6-18-02-04 --level 4 --issued 2026-01-10 2>/dev/null
judge 2026-02-13
same "a certificate of level 4" "150000" "$(sql "select monthly_fen from finding where person_id = $many and rule_id = '$srule'")"
[ -z "$few" ] || same "with too few months nothing" 't' "$(sql "select monthly_fen is null and say like '%are needed%' from finding where person_id = $few and rule_id = '$srule'")"
move clerk "$many" $srule propose proved >/dev/null
same "two persons" done "$(move reviewer "$many" $srule approve checked)"
same "it is a benefit of one month" "unemployment subsidy_skill 2026-02-01 2026-03-01 150000" "$(sql "select scheme, kind, valid_from, valid_to, monthly_fen from benefit
	where person_id = $many and kind like 'subsidy%'" | tr '|' ' ')"
same "not a second time" "this subsidy was paid already" "$(said st clerk employment subsidy "$many" skill --occupation 6-18-02-04 --level 4 --issued 2026-01-10)"
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $many on conflict do nothing"
st clerk pay prepare 2026-02 >/dev/null 2>&1
same "the next run pays it, once" "202602 150000" "$(sql "select period, amount_fen from pay_line where person_id = $many and kind = 'subsidy_skill'" | tr '|' ' ')"
st clerk pay take-back 2026-02 >/dev/null 2>&1
move clerk "$many" $srule undo mistake >/dev/null
same "taken back by two it is gone" "open 0" "$(move reviewer "$many" $srule approve checked) $(sql "select count(*) from benefit where person_id = $many and kind like 'subsidy%'")"
same "withdrawn it is no task" withdrawn "$(st clerk employment subsidy_withdraw "$many" >/dev/null 2>&1; task "$many" $srule)"
finish
