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
finish
