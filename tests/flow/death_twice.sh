# Two rows of one file that tell one death with different days are like two files: the later word corrects the former,
# which stays readable with its line.
. "$srcdir/tests/lib.sh"
needs risk
small_city death_twice 600 9
who() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2,4; }
id() { sql "select person_id from person_ident where id_no = '$(who "$1" | cut -d, -f1)'"; }
take() {	# FEED DAY LINES...: a file of these lines; how its rows add up
	feed=$1 on=$2
	shift 2
	printf '%s\n' "$@" >"$work/$feed.csv"
	st batch import "$feed" "$work/$feed.csv" --date "$on" 2>&1 | sed -n 's/.*rows read = \([^;]*\).*/\1/p'
}
told() { sql "select string_agg(concat_ws(' ', source, from_day, line, state), ', ' order by batch_id, line) from status_event where person_id = $1 and kind = 'death'"; }
died() { st batch judge --date 2025-11-03 2>/dev/null; sql "select died_on from person_fact where person_id = $1"; }
head=id_no,name,birth_date,died_on,place
same "the later word in the file corrects: counted as such" \
	"3 accepted (2 new, 0 same, 1 corrected) + 0 contradictory + 0 doubtful + 0 rejected" \
	"$(take death 2025-11-03 $head "$(who 2),2025-10-20,a" "$(who 3),2025-10-21,b" "$(who 2),2025-10-10,c")"
same "the earlier day stays, with its line" "death 2025-10-20 2 replaced, death 2025-10-10 4 valid" "$(told "$(id 2)")"
same "the other row is as it was" "death 2025-10-21 3 valid" "$(told "$(id 3)")"
same "the later one counts" 2025-10-10 "$(died "$(id 2)")"
page() { st clerk person "$(who "$1" | cut -d, -f1)" 2>/dev/null | grep -E '^ *2025-10-[12]0 +death' | tr -s ' ' | sed 's/^ //; s|[^ ]*/death.csv|death.csv|'; }
same "both are read on the person's page, and which one counts" "2025-10-20 death death replaced a death.csv 2
2025-10-10 death death c death.csv 4" "$(page 2)"
same "a second file does the same" "1 accepted (0 new, 0 same, 1 corrected) + 0 contradictory + 0 doubtful + 0 rejected" \
	"$(take death 2025-11-04 $head "$(who 3),2025-10-20,a")"
same "with the same end" "death 2025-10-21 3 replaced, death 2025-10-20 2 valid" "$(told "$(id 3)")"
same "back and forth within a file" "3 accepted (1 new, 1 same, 1 corrected) + 0 contradictory + 0 doubtful + 0 rejected" \
	"$(take death 2025-11-05 $head "$(who 4),2025-10-20,a" "$(who 4),2025-10-10,c" "$(who 4),2025-10-20,a")"
same "the last word counts" "death 2025-10-10 3 replaced, death 2025-10-20 4 valid" "$(told "$(id 4)")"
same "each source corrects itself alone" "3 accepted (2 new, 0 same, 1 corrected) + 0 contradictory + 0 doubtful + 0 rejected" \
	"$(take death_notice 2025-11-05 $head,source "$(who 5),2025-10-20,a,hospital" "$(who 5),2025-10-10,c,hospital" "$(who 5),2025-10-11,c,hearsay")"
same "and not another's word" "hospital 2025-10-20 2 replaced, hospital 2025-10-10 3 valid, hearsay 2025-10-11 4 valid" "$(told "$(id 5)")"
finish
