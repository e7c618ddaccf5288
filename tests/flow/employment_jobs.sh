# Who looks for work and which work there is: both come by files; tests/proof/employment.sh matches many.
. "$srcdir/tests/lib.sh"
needs employment
small_city employment_jobs 1000 7
box="$work/jobs"
mkdir -p "$box"
take() { st batch import "$1" "$box/$1.csv" --date "$2" 2>"$box/said" || cat "$box/said"; }
row() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
id() { row "$1" | cut -d, -f1; }
number() { sql "select person_id from person_ident where id_no = '$(id "$1")'"; }
# Two places beside each other, and one elsewhere.
here=$(sql "select min(region_code) from region r where exists (select from region o where o.parent_code = r.parent_code and o.region_code <> r.region_code)
	and not exists (select from region o where o.parent_code = r.region_code) and r.parent_code > 0")
beside=$(sql "select min(o.region_code) from region r join region o using (parent_code) where r.region_code = $here and o.region_code <> $here")
seekers() {	# ROWS: id and name, registered, state, occupation, skills, place, pay, category, helper, review
	echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	printf '%s\n' "$@"
}
vacancies() {	# ROWS: number, unit's number and name, occupation, skills, posts, pay, place, posted, expires
	echo vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,posted_on,expires_on
	printf '%s\n' "$@"
}
ends() { sql "select concat_ws(' ', rows_new, rows_same, rows_corrected, rows_rejected) from batch where feed = '$1' order by batch_id desc limit 1"; }

seekers "$(row 2),2025-10-01,seeking,4-02-05-01,Bus;bus;first aid,$here,5000,disabled,王芳,2026-01-31" \
	"$(row 3),2025-09-01,seeking,4-02-05-01,,$here,5000,,," "$(row 4),2025-10-20,seeking,4-02-07-03,bus,$beside,,,," \
	"$(row 5),2025-10-21,seeking,6-18-01-01,welding,,8000,,," "$(row 6),2025-10-21,employed,4-02-05-01,bus,$here,5000,,," \
	"$(row 7),2025-10-21,looking,4-02-05-01,bus,$here,5000,,," >"$box/job_seeker.csv"
take job_seeker 2025-11-03
same "of six who look for work one is in no state there is" "5 0 0 1" "$(ends job_seeker)"
same "a skill told twice is one" "{bus,\"first aid\"}" "$(sql "select skill from job_seeker where person_id = $(number 2)")"
take job_seeker 2025-11-03
same "the same file again tells nothing" "5" "$(sql "select count(*) from job_seeker")"
vacancies "V1,U1,Bus Company,4-02-05-01,bus;first aid,1,5000,$here,2025-11-01,2025-12-31" \
	"V2,U2,Yard,6-18-01-01,welding,2,9000,$beside,2025-10-01,2025-10-31" \
	"V3,U2,Yard,6-18-01-01,welding,2,9000,$beside,2025-11-01,2025-10-31" "V4,U2,Yard,6-18-01-01,,1,7000,1,2025-11-01,2025-12-31" >"$box/vacancy.csv"
take vacancy 2025-11-03
same "a vacancy ends after it began, in a place there is" "2 0 0 2" "$(ends vacancy)"
vacancies "V1,U1,Bus Company,4-02-05-01,first aid;bus,2,5000,$here,2025-11-01,2025-12-31" \
	"V2,U2,Yard,6-18-01-01,welding,2,9000,$beside,2025-10-01,2025-10-31" >"$box/vacancy.csv"
take vacancy 2025-11-03
same "told anew one is the same, one has other posts" "0 1 1 0 2" "$(ends vacancy) $(sql "select posts from vacancy where vacancy_no = 'V1'")"

judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
rows() { st clerk employment "$@" --format csv 2>/dev/null | tr -d '\r' | sed 1d; }
match() { rows match V1 | awk -F, '{ printf "%s:%s ", $NF, $4 }' | sed 's/ $//'; }
task() { sql "select coalesce(string_agg(cause || ' ' || state || ' ' || due, ', ' order by cause), '') from task where person_id = $(number "$1")
	and rule_id = 'employment.referral'"; }
figure() { sql "select round(case when of_total is null then counted else 100.0 * counted / nullif(of_total, 0) end, 2) from indicator_value
	where indicator = '$1' and region_code = 0 order by business_day desc limit 1"; }
stand() { sql "select coalesce(string_agg(vacancy_no || ' ' || stand, ', ' order by vacancy_no), '') from job_referral_now where person_id = $(number "$1")"; }

# Forty points for the occupation, half of them for its group; 25 for the skills asked, 15 for the place and half near it,
# ten for the pay, five for a difficulty, five for a year without work.  Who has neither group nor skill is not looked at.
judge 2025-11-03
points() { awk -v p="$1" -v d="$2" 'BEGIN { printf "%.1f", p + 5 * d / 365 }'; }
same "who fits, the best first, by the weights" "$(number 2):$(points 95 33) $(number 3):$(points 65 63) $(number 4):$(points 50 14)" "$(match)"
why=$(st clerk employment match V1 2>/dev/null | tr -s ' ' | sed -n "/ $(number 4) /s/.* an occ/an occ/p")
same "each with its reason in words" "an occupation of the same group, 1 of 2 skills asked, near where it is wanted, pay as wanted, for 14 days without work" "$why"
same "and in difficulty" 1 "$(st clerk employment match V1 2>/dev/null | grep -c "in difficulty: disabled")"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk employment match V1 2>/dev/null | grep -c '同一中类的职业')"
same "an expired vacancy has nobody" "" "$(rows match V2)"
same "only so many are told" 1 "$(rows match V1 --most 1 | wc -l | tr -d ' ')"
seekers "$(row 3),2025-09-01,seeking,4-02-05-01,,$here,6251,,," >"$box/job_seeker.csv"
take job_seeker 2025-11-03
same "who wants more than four fifths give is not asked" "$(number 2) $(number 4)" "$(match | sed 's/:[0-9.]*//g')"
seekers "$(row 3),2025-09-01,seeking,4-02-05-01,,$here,6250,,," >"$box/job_seeker.csv"
take job_seeker 2025-11-03
same "who wants just that gets eight of ten points" "$(points 63 63)" "$(match | grep -o "$(number 3):[0-9.]*" | cut -d: -f2)"

# Referred: a task each at once, with its clock; all or none.
same "an unknown person refers nobody" "one of them looks for no work, or was referred there before" "$(said st clerk employment refer V1 "$(id 2)" nobody)"
same "nor who has work" "one of them looks for no work, or was referred there before" "$(said st clerk employment refer V1 "$(id 2)" "$(id 6)")"
same "nor to what has expired" "no such vacancy is open" "$(said st clerk employment refer V2 "$(id 5)")"
same "nor by a reviewer" "this is reserved for the role clerk" "$(said st reviewer employment refer V1 "$(id 2)")"
same "so far nobody is" 0 "$(sql "select count(*) from job_referral")"
st clerk employment refer V1 "$(id 2)" "$(number 3)" "$(id 4)" >/dev/null 2>&1
due=$(sql "select due_on('2025-11-03', null, 10)")
same "three at once, each a task with ten working days" "V1 open $due V1 open $due V1 open $due" "$(task 2) $(task 3) $(task 4)"
same "with the reason of that moment" "an occupation of the same group" "$(sql "select say::jsonb ->> 1 from job_referral where person_id = $(number 4)")"
same "nobody twice" "one of them looks for no work, or was referred there before" "$(said st clerk employment refer V1 "$(id 2)")"
same "nor are they matched again" "" "$(match)"
judge 2025-11-04
same "the next day it is the same task" "V1 open $due" "$(task 2)"

# What came of it: by the command and by the task.
same "an outcome with several reasons needs one" "\"\" is not a reason for \"refused\"" "$(said st clerk employment outcome V1 "$(id 4)" refused)"
st clerk employment outcome V1 "$(id 4)" refused --reason pay >/dev/null 2>&1
st clerk employment outcome V1 "$(id 2)" placed >/dev/null 2>&1
st clerk decide "$(number 3)" employment.referral V1 not_taken --reason skills_lack >/dev/null 2>&1
same "each has its outcome, and the tasks are done" "V1 placed V1 not_taken V1 refused|done done done" \
	"$(stand 2) $(stand 3) $(stand 4)|$(task 2 | cut -d' ' -f2) $(task 3 | cut -d' ' -f2) $(task 4 | cut -d' ' -f2)"
same "once only" 1 "$(st clerk employment outcome V1 "$(id 2)" no_answer 2>&1 | grep -c 'cannot be done')"
same "who is placed looks for no work" "placed" "$(sql "select stand from job_seeker_now where person_id = $(number 2)")"
same "nobody was referred to what nobody knows" "nobody of that number was referred there" "$(said st clerk employment outcome V9 "$(id 2)" placed)"

# Two posts of V1, one of them filled; V5 was posted ten days before it is filled, and V6 twenty.
vacancies "V5,U3,Shop,4-01-02-01,,1,4000,$here,2025-10-25,2025-12-31" "V6,U3,Shop,6-18-01-01,,1,8000,$here,2025-10-15,2025-12-31" \
	"V7,U3,Shop,4-01-02-01,,3,4000,$here,2025-11-04,2025-12-31" "V8,U3,Shop,4-01-02-01,,3,4000,$here,2025-08-04,2025-09-30" >"$box/vacancy.csv"
seekers "$(row 8),2025-10-25,seeking,4-01-02-01,,$here,4000,,," "$(row 9),2025-10-26,seeking,4-01-02-01,,$here,4000,,," >"$box/job_seeker.csv"
take vacancy 2025-11-04
take job_seeker 2025-11-04
st clerk employment refer V5 "$(id 8)" "$(id 9)" >/dev/null 2>&1
st clerk employment refer V7 "$(id 8)" >/dev/null 2>&1
st clerk employment refer V6 "$(id 5)" >/dev/null 2>&1
st clerk employment outcome V5 "$(id 8)" placed >/dev/null 2>&1
st clerk employment outcome V6 "$(id 5)" placed >/dev/null 2>&1
same "a vacancy takes no more than its posts" '"placed" would change nothing' "$(said st clerk employment outcome V5 "$(id 9)" placed)"
same "filled it is open no more" "V7 V1" "$(rows vacancies | cut -d, -f2 | tr '\n' ' ' | sed 's/ $//')"
judge 2025-11-05
same "who found work elsewhere is not asked about" "V5 placed, V7 elsewhere|V5 done, V7 withdrawn" "$(stand 8)|$(task 8 | sed 's/ 20[0-9-]*//g')"
st batch refresh 2>/dev/null
# Placed 2, 8 and 5; refused one, not taken one; looking are 3, 4 and 9.
same "G5: of five referrals that ended three ended in work" 60.00 "$(figure G5)"
same "G7: one was filled after ten days, one after twenty" "15.00" "$(figure G7)"
# V1 2, V2 2, V5 1, V6 1, V7 3 posts; V8 ended in September.
same "G3: nine posts of this quarter for six persons" "$(awk 'BEGIN { printf "%.2f", 100 * 9 / 6 }')" "$(figure G3)"

# Decided wrong: by two persons it is taken back, and the post is open again.
st clerk decide "$(number 8)" employment.referral V5 undo --reason decided_wrong >/dev/null 2>&1
st manager decide "$(number 8)" employment.referral V5 approve --reason checked >/dev/null 2>&1
same "taken back by two the post is open, and asked about" "V5 open, V7 open|open 1" "$(stand 8)|$(sql "select stand || ' ' || open_posts from vacancy_now
	where vacancy_no = 'V5'")"
finish
