# The day in nursing that doc/clerk.md tells, line by line as it stands there, with the words in capitals filled in.
. "$srcdir/tests/lib.sh"
needs nursing
small_city nursing_day 1500 7
box="$work/nursing_day"
mkdir -p "$box/plans"
st batch judge --date 2025-11-03 >/dev/null 2>&1
sql "update setting set value = '2025-11-03' where name = 'business_day'"
sql "select p.person_id || ',' || i.id_no || ',' || p.name from person p join person_ident i using (person_id) where not person_is_dead(p.person_id)
	and i.id_no ~ '^[0-9X]{18}\$' and p.birth_date between '1960-01-01' and '1985-01-01' order by p.person_id limit 2" >"$box/two"
person=$(sed -n 1p "$box/two" | cut -d, -f1)
printf 'licence,name,lat,lon\nN1,Anna,30.00,120.00\nN2,Berta,30.05,120.00\n' >"$box/home_nurse.csv"
printf 'licence,nurse,kinds\nN1,Anna,care;nursing\n' >"$box/home_nurse_kind.csv"
{
	echo request_no,id_no,name,kind,asked_on,asked_time,state,wanted_day,wanted_from,wanted_to,lat,lon,channel,disabled,dementia,helper,helper_phone,place
	echo "R1,$(sed -n 2p "$box/two" | cut -d, -f2,3),nursing,2025-11-03,08:00,asked,2025-11-05,09:00,12:00,30.00,120.00,web,no,no,,,"
} >"$box/care_request.csv"
awk '/^## / { on = $0 == "## A day in nursing" } on && /^    steward /' "$srcdir/doc/clerk.md" | sed 's/^    //' >"$box/lines"
same "it has a dozen lines to type" t "$([ "$(wc -l <"$box/lines")" -ge 11 ] && echo t)"

# Every line as it stands; who does what needs another login is said where it is.
request=R1
holder=$(sed -n 2p "$box/two" | cut -d, -f1)
bad_lines=
while IFS= read -r line; do
	case $line in
	*"PERSON REQUEST"*) it=$holder ;;
	*) it=$person ;;
	esac
	typed=$(printf '%s\n' "$line" | sed "s/PERSON/$it/; s/REQUEST/$request/; s/LICENCE/N1/; s/ DAY/ 2025-11-05/; s/SINCE/2024-01-01/; s|FOLDER|$box/plans|")
	# An assessment is of a day that has been.
	case $typed in *" assess "*) typed=$(printf '%s\n' "$typed" | sed 's/2025-11-05/2025-11-03/') ;; esac
	login=clerk
	case $typed in "steward import"* | "steward judge"*) login=batch ;; esac
	(cd "$box" && eval "set -- ${typed#steward }" && "$steward" "$@" --db "$db" --as $login) >"$box/said" 2>&1 ||
		{ bad_lines="$bad_lines$line;"; cat "$box/said"; }
done <"$box/lines"
same "every line works as it stands" "" "$bad_lines"
same "the request was planned, sent back and is planned again" "planned 1" "$(sql "select stand || ' ' || round from home_request_now where request_no = 'R1'")"
same "a file for the nurse" 1 "$(ls "$box/plans" | wc -l | tr -d ' ')"
same "the assessment is graded: level 3" 3 "$(sql "select say::jsonb ->> 1 from finding where rule_id = 'nursing.assessment' and person_id = $person")"
same "the care that was asked for waits with its contact" "unplanned the daughter" "$(sql "select stand || ' ' || helper from home_request_now where person_id = $person")"
finish
