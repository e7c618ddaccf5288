# The day in employment that doc/clerk.md tells: each of its lines is typed, in its order, with the words in capitals filled in.
. "$srcdir/tests/lib.sh"
needs employment
needs fund
small_city employment_day 600 9
box="$work/employment_day" day=2026-04-15
mkdir -p "$box"
quiet() { "$@" >"$box/said" 2>&1 || cat "$box/said"; }
judge() { quiet st batch judge --date $day --force; }
decided() {	# PERSON RULE REASON: proposed by one, approved by another
	cause=$(sql "select cause from task where person_id = $1 and rule_id = '$2' and state = 'open' order by cause desc limit 1")
	st clerk decide "$1" "$2" "$cause" propose --reason "$3" >"$box/said" 2>&1 &&
		st reviewer decide "$1" "$2" "$cause" approve --reason checked >"$box/said" 2>&1
	same "two decide $2" 0 $?
}
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
list() { sql "select list_id from remit_list where kind = '$1' order by list_id desc limit 1"; }
sent() { sql "select string_agg(concat_ws(' ', period, ref, amount_fen), ';' order by period) from remit_line where list_id = $(list "$1")"; }
judge
sql "update setting set value = '$day' where name = 'business_day'"
# What the place pays: the doc says that each is a parameter of it, and none is in force here.
put_into_force "$srcdir/tests/flow/employment_day/parameters/here.lua" || cat "$box/said"
set -- $(sql "select person_id from person_fact where status = 'contributing' and scheme = 'employee' and died_on is null
	and birth_date between '1975-01-01' and '1990-01-01' order by 1 limit 3")
bob=$1 cem=$2 dan=$3 ann=$(sql "select person_id from person_fact where status = 'unemployed' and pension_status is null
	and died_on is null and months_total > 59 order by 1 limit 1")
# The files of the day, and what its lines take to be there: who draws the benefit, who has difficulty, what employers paid.
{ echo id_no,name,registered_on,state,occupation,skill,place_wanted,pay_wanted,category,helper,review_on
	for p in "$ann" "$cem"; do echo "$(number "$p"),2025-10-01,seeking,4-02-05-01,bus,,5000,,,"; done; } >"$box/job_seeker.csv"
printf 'vacancy_no,unit_no,unit,occupation,skill,posts,pay,place,posted_on,expires_on\nV1,U,Bus,4-02-05-01,bus,2,6000,%s,2026-04-01,2026-12-31\n' \
	"$(sql 'select region_code from person limit 1')" >"$box/vacancy.csv"
printf 'id_no,name,kind,from_day,state,note\n%s,army,2026-04-01,,\n' "$(number "$ann")" >"$box/jobless_told.csv"
{ echo id_no,name,period,base,amount; for p in "$bob" "$dan"; do echo "$(number "$p"),2025-11,5000,1200"; done; } >"$box/contribution.csv"
printf 'unit_no,unit,period,scheme,assessed,paid,insured\n9133,Mill,2024-12,unemployment,12000.00,12000.00,100\n' >"$box/levy.csv"
sql "delete from contribution where person_id in ($bob, $dan) and period = 202511"
for f in contribution levy; do quiet st batch import $f "$box/$f.csv" --date $day --force; done
quiet st clerk employment claim "$ann" --registered 2026-04-01
quiet st clerk employment difficulty "$bob" --registered 2025-05-02 --disability mild
judge
decided "$ann" employment.benefit proved
decided "$bob" employment.difficulty_claim proved
judge
decided "$ann" employment.premium benefit_drawn
awk '/^## / { on = $0 == "## A day in employment" } on && /^    steward / { sub(/^    steward /, "")
	while (sub(/\\$/, "")) { got = $0; getline; $0 = got $0 } print }' "$srcdir/doc/clerk.md" >"$box/typed"
ok "it is told in many lines" "$([ "$(wc -l <"$box/typed")" -ge 24 ]; echo $?)"
kind=premium
while IFS= read -r typed; do
	person=$ann as=clerk
	# An answer names the list that it is to; what is sent to an employer was granted by two.
	case $typed in
	*premium_answer*) as=batch && printf 'list_no,month,kind,id_no,name,result,note,day\n%s,2026-04,medical,%s,taken,,%s\n' \
		"$(list premium)" "$(number "$ann")" $day >"$box/answers.csv" ;;
	import* | judge* | *" work"*) as=batch ;;
	*--employers*) kind=employer ;;
	*--training*) kind=staff ;;
	*" approve "*) as=reviewer ;;
	*" send "*) as=manager && decided 0 fund.retention proved ;;
	*" subsidy "*) person=$cem ;;
	*" trained "*) person=$dan ;;
	*" hire "* | *" measure "* | *" difficulties "*) person=$bob ;;
	esac
	words=$(echo "$typed" | sed "s/PERSON\.\.\./$ann $cem/; s/PERSON/$person/; s/VACANCY/V1/; s/LIST/$(list $kind)/; s/CERTIFICATE/C1/")
	(cd "$box" && eval "st $as $words" </dev/null >"$box/said" 2>&1)
	same "$typed" 0 $?
	case $typed in *" hire "* | *" trained "*) judge && decided "$person" employment.subsidy proved ;; esac
done <"$box/typed"
same "both are referred, each by a task" "V1 2" "$(sql "select cause || ' ' || count(distinct person_id) from task
	where rule_id = 'employment.referral' and state = 'open' and person_id in ($ann, $cem) group by cause")"
same "what ends the benefit is told, and somebody's" "abroad counter, army file, training_refused counter, open" "$(sql "select
	string_agg(kind || ' ' || channel, ', ' order by kind) || ', ' || (select state from task where person_id = $ann
	and rule_id = 'employment.benefit_stops') from jobless_told where person_id = $ann and state = 'stands'")"
same "9.5 percent of 5000 go for the month that is drawn, and were taken" "202604 medical 47500, $(number "$ann"),475.00, taken" \
	"$(sent premium), $(sed 1d "$box/list.csv" | cut -d, -f4- | tr -d '"'), $(sql "select string_agg(result, ' ') from remit_answer")"
same "half of what the payroll says, and by the grade of the certificate" "202511 hire 1 60000, 202511 staff 1 100000" \
	"$(sent employer), $(sent staff)"
same "the person's own waits" "open skill 4" "$(sql "select concat_ws(' ', state, kind, level) from subsidy where person_id = $cem")"
same "60 percent of twelve thousand go back to the mill" '"9133","Mill",2024,"1202020209000012222",7200.00' "$(sed 1d "$box/employers.csv")"
finish
