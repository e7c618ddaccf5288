# Care levels: assessed by form, verb or file, graded by the law's tables, confirmed by two persons, ended by time and by death.
# care/grades.csv: cases of the national grading (2021-37) by points of the three parts, as its tables were published.
. "$srcdir/tests/lib.sh"
needs nursing
small_city nursing_levels 1500 7
box="$work/levels"
mkdir -p "$box"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$box/said" 2>&1 || cat "$box/said"; day "$1"; }
take() { st batch import "$1" "$box/$1.csv" --date "$2" --force >"$box/said" 2>&1 || cat "$box/said"; }
rule=nursing.assessment
move() {	# LOGIN PERSON CAUSE EVENT REASON: the state, or the message
	st "$1" decide "$2" $rule "$3" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' | sed -n 's/^steward: //p; t
		2{/^[0-9]/p}' | cut -d, -f2
}
# Living persons with a number, one for each case.
sql "select p.person_id || ',' || i.id_no || ',' || p.name from person p join person_ident i using (person_id) where not person_is_dead(p.person_id)
	and i.id_no ~ '^[0-9X]{18}\$' and p.birth_date between '1940-01-01' and '1985-01-01' order by p.person_id limit 40" >"$box/persons"
judge 2025-11-03

# Every published case through the module's own way: a file of assessments, the judge, the sentence of the task.
awk -F, -v items="10 10 5 10 10 10 15 15 10 5 4 4 4 4 4 4 4" 'BEGIN { split(items, most, " ")
		print "id_no,name,assessed_on,eating,dressing,washing,bowels,bladder,toilet,walking,bed_transfer,stairs,bathing,time_sense,person_sense,place_sense,memory,eyesight,hearing_ability,communication,impaired_from,dementia,to_day,assessor" }
	FNR == NR { who[FNR] = $2 "," $3; next }
	FNR > 1 { left[1] = $2; left[2] = $3; left[3] = $4; line = who[FNR - 1] ",2025-11-03"
		for (i = 1; i <= 17; i++) { part = i <= 10 ? 1 : i <= 14 ? 2 : 3; p = left[part] < most[i] ? left[part] : most[i]
			left[part] -= p; line = line "," p }
		print line ",2024-01-01,no,," }' "$box/persons" "$srcdir/tests/flow/care/grades.csv" >"$box/care_assessment.csv"
take care_assessment 2025-11-03
cases=$(($(wc -l <"$srcdir/tests/flow/care/grades.csv") - 1))
same "an assessment is somebody's task at once" "$cases" "$(sql "select count(*) from task where rule_id = '$rule' and state = 'open'")"
judge 2025-11-04
sql "select f.say::jsonb ->> 1 from finding f where f.rule_id = '$rule' order by f.person_id" >"$box/got"
sed 1d "$srcdir/tests/flow/care/grades.csv" | cut -d, -f5 >"$box/wanted"
same "every case of the tables has its level" "$(cat "$box/wanted")" "$(cat "$box/got")"
same "and the calculation says the same" "$(tr '\n' ' ' <"$box/wanted")" "$(st clerk eval care.grade "$srcdir/tests/flow/care/grades.csv" --format csv 2>/dev/null | tr -d '\r' |
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i ~ /level$/) at = i; next } { printf "%s ", $at }')"

# What places pay: published rules of Tengzhou (a share, so many yuan a day) and Shanghai (hours a week by grade), by the module's verbs.
asked() { st clerk nursing "$@" --format csv 2>/dev/null | tr -d '\r' | sed 1d; }
same "Tengzhou: the share, not beyond the days" "900.00 1350.00 1800.00 1500.00 80.00" "$(for x in "home 1000 30" "home 1500 30" "carehome 2400 30" "carehome 2000 30" \
	"hospital1 100 1"; do asked paid $x --place CN-370481; done | tr '\n' ' ' | sed 's/ $//')"
same "Shanghai: the hours of the grade" "3 3 5 5 7 7" "$(for x in "2 3" "3 4" "4 5" "4 6" "5 7" "6 8"; do asked hours $x --place CN-31; done |
	sed 's/\.0*$//' | tr '\n' ' ' | sed 's/ $//')"

# Confirmed by two: the level with its hours begins, and ends in two years.
nth() { sed -n "$1p" "$box/persons" | cut -d, -f1; }
a=$(nth 1) w=$(nth 11)	# the eleventh case is the severest
cause=2025-11-03/1
level() { st clerk nursing level "$1" --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f1-4; }
same "a clerk proposes" proposed "$(move clerk "$w" $cause propose assessed)"
same "nothing has begun" ",,," "$(level "$w")"
same "and does not approve it" '"approve" is reserved for the role reviewer' "$(move clerk "$w" $cause approve checked)"
same "a second person does" done "$(move reviewer "$w" $cause approve checked)"
same "level 5 with seven hours a week, for two years" "5,2025-11-03,2027-11-02,7" "$(level "$w")"
same "the hours are those of the calculation" 7 "$(judge 2025-11-05; sql "select hours from home_granted where person_id = $w")"
move clerk "$a" $cause propose assessed >/dev/null
move reviewer "$a" $cause approve checked >/dev/null
same "who can do all has level 0 and no hours" "0,2025-11-03,2027-11-02,0" "$(level "$a")"
same "taken back by two it had not begun" "undoing open ,,," "$(move clerk "$w" $cause undo mistake) $(move reviewer "$w" $cause approve checked) $(level "$w")"
move clerk "$w" $cause propose assessed >/dev/null
move reviewer "$w" $cause approve checked >/dev/null

# An assessment told otherwise is graded anew, confirmed or not.
sed "s/,2025-11-03,0,0,0,/,2025-11-03,10,10,5,/; s/,0,0,0,0,0,0,0,2024/,4,4,4,4,4,4,4,2024/" "$box/care_assessment.csv" | sed -n "1p;12p" >"$box/x" && mv "$box/x" "$box/care_assessment.csv"
take care_assessment 2025-11-05
judge 2025-11-06
same "told otherwise it is a task again, with the new level" "3" "$(sql "select f.say::jsonb ->> 1 from finding f join task t using (person_id, rule_id, cause)
	where f.person_id = $w and f.rule_id = '$rule' and t.state = 'open'")"
same "the confirmed level stays until then" "5,2025-11-03,2027-11-02,7" "$(level "$w")"

# What two persons confirmed no file takes back silently.
printf 'id_no,name,level,dementia,impaired_from,from_day,to_day\n%s,3,no,2024-01-01,2025-11-03,\n' "$(sed -n 11p "$box/persons" | cut -d, -f2,3)" >"$box/home_care.csv"
take home_care 2025-11-06
same "a file that says another level is asked about" "5,2025-11-03,2027-11-02,7 1" "$(level "$w") $(sql "select count(*) from staged_row where person_id = $w and kind = 'contradiction'")"

# By the verb: numbers in the form's order; impossible points are refused.
b=$(nth 20)
same "an item has its own points" '"eating" cannot have these points' "$(said st clerk nursing assess "$b" 2025-11-06 "3 5 5 5 5 5 5 5 5 5" "4 4 4 4" "4 4 4" --impaired 2025-01-01)"
same "ten numbers are ten" "10 numbers are expected, blanks between" "$(said st clerk nursing assess "$b" 2025-11-06 "5 5" "4 4 4 4" "4 4 4" --impaired 2025-01-01)"
st clerk nursing assess "$b" 2025-11-06 "5 5 5 0 0 0 0 0 0 0" "4 4 4 4" "4 4 4" --impaired 2025-01-01 --to 2025-12-31 >/dev/null 2>&1
judge 2025-11-07
same "fifteen points of daily living are level 3" "3 2025-11-06 2025-12-31 3" "$(sql "select concat_ws(' ', say::jsonb ->> 1, say::jsonb ->> 2, say::jsonb ->> 3, say::jsonb ->> 4) from finding
	where person_id = $b and rule_id = '$rule'")"
move clerk "$b" 2025-11-06/1 propose assessed >/dev/null
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st reviewer tasks --type care_level 2>/dev/null | grep -c '3级，2025-11-06')"
move reviewer "$b" 2025-11-06/1 approve checked >/dev/null
judge 2025-11-08
renew() { sql "select coalesce(string_agg(cause || ' ' || state, ';' order by cause), '') from task where rule_id = 'nursing.level_ends' and person_id = $1"; }
same "a level that ends within sixty days is to be assessed anew" "2025-12-31 open" "$(renew "$b")"
same "one that does not is nobody's" "" "$(renew "$w")"
st clerk nursing assess "$b" 2025-11-08 "5 5 5 0 0 0 0 0 0 0" "4 4 4 4" "4 4 4" --impaired 2025-01-01 >/dev/null 2>&1
judge 2025-11-09
same "assessed anew the task is gone" "2025-12-31 withdrawn" "$(renew "$b")"
move clerk "$b" 2025-11-08/1 propose assessed >/dev/null
move reviewer "$b" 2025-11-08/1 approve checked >/dev/null
same "the former level ends the day before" "2025-11-07" "$(sql "select to_day from home_care where person_id = $b and from_day = '2025-11-06'")"
move clerk "$b" 2025-11-08/1 undo mistake >/dev/null
move reviewer "$b" 2025-11-08/1 approve checked >/dev/null
same "and taken back it ends as before" "2025-12-31" "$(sql "select to_day from home_care where person_id = $b and from_day = '2025-11-06'")"

# A death ends it.
if [ -e "$builddir/lib/steward/modules/risk.so" ]; then
	printf 'id_no,name,birth_date,died_on,place\n%s,%s,2025-11-07,\n' "$(sed -n 20p "$box/persons" | cut -d, -f2,3)" "$(sql "select birth_date from person where person_id = $b")" >"$box/death.csv"
	take death 2025-11-09
	judge 2025-11-10
	same "a level ends with the death" "3,2025-11-06,2025-11-07," "$(level "$b")"
	same "the dead are not assessed" "the person is reported dead" "$(said st clerk nursing assess "$b" 2025-11-09 "5 5 5 0 0 0 0 0 0 0" "4 4 4 4" "4 4 4" --impaired 2025-01-01)"
fi
finish
