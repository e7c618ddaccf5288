# What offices have reported: rows that come late, twice, corrected, wrong.  The inputs in tests/flow/field are our own
# writing; each case stands for itself.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs claims
field="$srcdir/tests/flow/field"

fresh() {	# CASE: an office with the areas of a city on 2025-12-01, and nobody in it
	case=$1
	new_db "field_$1"
	[ -e "$work/field_city/areas.csv" ] || "$steward" generate "$work/field_city" --persons 600 --seed 9 >/dev/null 2>&1
	areas_in "field_$1" "$work/field_city"
	sql "update setting set value = '2025-12-01' where name = 'business_day'"
}
take() {	# FEED [FILE]
	said=$(st batch import "$1" "$field/$case/${2:-$1}.csv" 2>&1); [ -z "$FIELD_TALK" ] || echo "# $case $1: $said"
}
judge() { st batch judge >/dev/null 2>&1 || echo "not ok judge of $case"; }
tasks() {	# RULE: cause and state
	sql "select cause || ' ' || state from task where rule_id = '$1' order by cause, person_id"
}
decide() { said=$(st "$@" 2>&1); }

fresh second_death
take register; take death death_reported_wrongly; judge
decide clerk decide 330600195704058019 risk.paid_after_death 2025-11-10 dismiss --reason report_wrong --version 1
judge; take death death_that_happened; judge
same "a death that follows a report dismissed is a matter of its own" 1 \
	"$(tasks risk.paid_after_death | grep -c '2025-11-28 open')"

fresh corrections
take register; take custody; take claim; judge
same "the custody is a task" 1 "$(tasks risk.paid_in_custody | grep -c 'open')"
take register register_corrected
# Without it nobody takes the status of an enrolment.
! has employment || same "what has changed is told" 1 "$(echo "$said" | grep -c '3 rows read = 3 accepted (0 new, 1 same, 2 corrected)')"
take custody custody_released
same "of a custody, too" 1 "$(echo "$said" | grep -c '1 accepted (0 new, 0 same, 1 corrected)')"
take claim claim_corrected; judge
same "the pension is what the newer file says" "230000|ended" "$(sql "select monthly_fen, state from benefit
	join person_ident using (person_id) where id_no = '330600196005098024'")"
! has employment || same "and so is the unemployment" "unemployed|2025-04-01" "$(sql "select f.status, f.unemployed_since from person_fact f
	join person_ident using (person_id) where id_no = '330600198005198040'")"
same "the released is no task" 0 "$(tasks risk.paid_in_custody | grep -c 'open')"
same "the claim is of the corrected amount" 50000 "$(sql "select amount_fen from claim where claim_no = 'TST0001'")"
same "what it was stays readable, with its line" "500000|claim.csv|2" "$(sql "select body ->> 'amount_fen',
	split_part(file_name, '/', 2), line from earlier_row join batch using (batch_id) where kept_in = 'claim'")"

fresh death_before_register
take death
same "a file of refused rows fails" 1 "$(echo "$said" | grep -c 'none of the 1 rows is good')"
take register; take death
same "the same file takes what is still open" 1 "$(echo "$said" | grep -c '1 accepted (1 new')"
judge
same "it is a task" "2025-11-28 open" "$(tasks risk.paid_after_death)"
fresh by_itself
case=death_before_register
take death; take register; judge
same "or by itself when the person is registered" "2025-11-28 open" "$(tasks risk.paid_after_death)"
same "and nothing of it is open" 0 "$(sql "select count(*) from reject where state = 'open'")"

fresh reason_gone
take register; judge
for n in 330600195010108106 33060019501111812X; do
	decide clerk decide $n retirement.certification_overdue 2025-11-01 propose --reason no_sign
done
decide reviewer decide 33060019501111812X retirement.certification_overdue 2025-11-01 approve --reason checked
take medical; take transport; judge
same "a reason that goes takes the proposal with it" "lifted withdrawn" "$(sql "select h.state || ' ' || t.state from hold h join task t
	using (person_id, rule_id, cause) join person_ident using (person_id) where id_no = '330600195010108106'")"
same "and what was stopped is to be paid again, by the same run" 1 "$(tasks retirement.resume | grep -c 'open')"

fresh death_before_birth
take register; take payment
take death
same "days before the birth are refused" "2 died_on
3 died_on" "$(sql "select line || ' ' || column_name from reject order by line")"
judge; st batch refresh 2>/dev/null
same "nothing is paid after a death" 0 "$(sql "select coalesce(sum(overpaid_fen), 0) from person_fact")"
take death death_right; judge
same "the right day counts" "2025-11-20 open" "$(tasks risk.paid_after_death)"

fresh two_namesakes
take register; take death; judge
same "the namesake in the place of the row is asked about first" 330600195008088169 \
	"$(sql "select id_no from task join person_ident using (person_id) where rule_id = 'feed.match'")"
cause=$(sql "select cause from task where rule_id = 'feed.match'")
decide clerk decide 330600195008088169 feed.match "$cause" dismiss --reason other_person --version 1
judge
same "then the other one" 330600195008088142 "$(sql "select id_no from task join person_ident using (person_id)
	where rule_id = 'feed.match' and task.state = 'open'")"
decide clerk decide 330600195008088142 feed.match "$cause" accept --reason documents --version 1
judge
same "who is it" "330600195008088142 2025-11-22" "$(sql "select id_no || ' ' || cause from task
	join person_ident using (person_id) where rule_id = 'risk.paid_after_death'")"

# Another number of the same name, sex and birth day: one person with two numbers, or two.
{ sed -n 1p "$field/two_namesakes/register.csv"; sed -n 2p "$field/two_namesakes/register.csv" |
	sed 's/330600195008088142/330600195008088185/'; } >"$work/namesake.csv"
said=$(st batch import register "$work/namesake.csv" 2>&1); judge
same "another number of the same person is asked about" 1 "$(echo "$said" | grep -c '0 accepted.* 1 doubtful')"
cause=$(sql "select cause from task where rule_id = 'feed.match' and state = 'open'")
for n in 330600195008088142 330600195008088169; do
	decide clerk decide $n feed.match "$cause" dismiss --reason other_person
	judge
done
same "who is none of them is a person of his own" 3 "$(sql "select count(*) from person")"

fresh one_bad_row
take register
same "an empty date of other programs is one row's fault" "3|first_paid" "$(sql "select line, column_name from reject")"
same "and the others are taken" 1 "$(echo "$said" | grep -c '= 1 accepted.* + 1 rejected')"

fresh same_doubt_daily
take register; take death death_day1; judge
same "a doubt is a question" 1 "$(tasks feed.match | grep -c open)"
take death death_day2; judge
same "the next day it is not asked again" 1 "$(tasks feed.match | wc -l)"
cause=$(sql "select cause from task where rule_id = 'feed.match'")
decide clerk decide 330600195007078209 feed.match "$cause" dismiss --reason other_person --version 1
take death death_day3; judge
same "nor after it was answered" "$cause dismissed" "$(tasks feed.match)"

fresh name_dots
take register; take death
same "the dot of a name is one dot" 1 "$(echo "$said" | grep -c '= 8 accepted.* 0 doubtful')"

fresh rare_characters
take register; judge
same "characters newer than the tables stay" "郑𱖎郑𮯰郑𲎰郑𫜹" "$(sql "select string_agg(name, '' order by birth_date) from person")"

fresh search_and_spreadsheet
take register; take death death_small_x
same "a small x is the number's" 1 "$(echo "$said" | grep -c '= 1 accepted')"
finish
