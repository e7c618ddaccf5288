# Whom a search finds however it was typed, what a list says of the rows it does not show, and what becomes of
# names and numbers on their way into a file, a spreadsheet or a letter.
. "$srcdir/tests/lib.sh"
needs retirement
needs risk
small_city search 600 11
field="$srcdir/tests/flow/field"
arrives() {	# FEED FILE
	st batch import "$1" "$field/$2" --date 2025-12-01 --force >"$work/arrives" 2>&1 || cat "$work/arrives"
}
count() { printf '%s\n' "$1" | grep -c "$2"; }
sql "insert into region (region_code, name, parent_code) values (330681001, '暨阳街道', null) on conflict do nothing" >/dev/null
arrives register search_and_spreadsheet/register.csv
arrives register name_dots/register.csv
arrives register rare_characters/register.csv

# However it was typed.
for typed in 33060019510909869x 33060019510909869X ' 33060019510909869x ' ３３０６００１９５１０９０９８６９ｘ '330600 19510909 869x'; do
	same "the number as \"$typed\"" 1 "$(count "$(st clerk search "$typed")" 郑试辰)"
	same "and the person" 1 "$(count "$(st clerk person "$typed" | head -1)" 郑试辰)"
done
blank=$(printf '\343\200\200')
for typed in '郑试辰 ' ' 郑试辰' "郑试辰$blank" "$blank郑试辰"; do
	same "a name with blanks around" 1 "$(count "$(st clerk search "$typed")" 33060019510909869X)"
done
out=$(st clerk search "$blank " 2>&1)
same "blanks alone are no search" 2 $?
for dot in · • ・ ･ ‧ ⋅ ∙ ． . · 。 ● ˙ "· " " ·"; do
	same "a name with the dot $dot" 8 "$(count "$(st clerk search "试斯坦${dot}郑")" 试斯坦)"
done
sql "update person set name = '买合' || dot || '提' || nth, household = null from (select person_id, dot, nth from
	unnest(array['·', '•', '・', '･', '‧', '⋅', '∙', '．', '.', '·', 'Ａ']) with ordinality x (dot, nth)
	join (select person_id, row_number() over (order by person_id) as nth from person) p using (nth)) n
	where person.person_id = n.person_id" >/dev/null
for dot in · • .; do
	same "registered with whatever dot, found by $dot" 10 "$(count "$(st clerk search "买合${dot}提")" 买合)"
done
same "what was registered in full width is found as it was typed" 1 "$(count "$(st clerk search 买合Ａ)" 买合)"
same "another name is not" 0 "$(count "$(st clerk search '买合·郑')" 买合)"
same "the index is used" 1 "$({ echo "set enable_seqscan = off; set search_path = steward; prepare s (text, text, text,
	text, date, bigint, int) as"; sed -n '/^-- statement: search_name$/,/;$/p' "$srcdir/core/screens/views.sql" | grep -v '^--'
	echo "explain (costs off) execute s ('买合', '买合·', null, null, null, null, 50);"; } |
	psql -X -q -A -t "$db user=postgres" -f - | grep -c "Index Cond: .*name.* >= '买合'")"

# More than is shown.
same "a search says that there are more" "50 1" "$(st clerk search 33 --format csv 2>"$work/more" | sed 1d | wc -l) $(
	grep -c 'rows shown: 50; there are more, see --limit' "$work/more")"
same "and shows them" "120 1" "$(st clerk search 33 --limit 120 --format csv 2>"$work/more" | sed 1d | wc -l) $(
	grep -c 'rows shown: 120' "$work/more")"
all=$(sql "select count(*) from person")
same "one that shows all says nothing" "$all 0" "$(st clerk search 33 --limit "$all" --format csv 2>"$work/more" |
	sed 1d | wc -l) $(grep -c rows "$work/more")"
st batch judge --date 2025-12-01 --force >/dev/null 2>&1
open=$(sql "select count(*) from task where state = 'open'")
same "so does the queue" "2 1" "$(st clerk tasks --limit 2 --format csv 2>"$work/more" | sed 1d | wc -l) $(
	grep -c 'rows shown: 2; there are more, see --limit' "$work/more")"
same "which else says nothing" "$open 0" "$(st clerk tasks --state open --limit "$open" --format csv 2>"$work/more" |
	sed 1d | wc -l) $(grep -c rows "$work/more")"
who=$(sql "select min(person_id) from payment")
sql "insert into payment (person_id, period, kind, seq, amount_fen, paid_on, region_code, batch_id, line)
	select person_id, 200001 + n, kind, seq, amount_fen, paid_on, region_code, batch_id, line
	from (select * from payment where person_id = $who limit 1) y, generate_series(0, 11) n" >/dev/null
same "and a part of a person's page" 1 "$(st clerk person "$who" 2>&1 | grep -c 'rows shown: 12; there may be more')"

# Into files.
csv() { st clerk search 330600195 --format csv "$@" 2>/dev/null; }
same "names come out as they came in, in csv" 4 "$(csv | grep -cE '郑(𱖎|𮯰|𲎰|𫜹),')"
same "in json" 4 "$(st clerk search 330600195 --format json | grep -cE '"郑(𱖎|𮯰|𲎰|𫜹)"')"
set -- $(sql "select person_id, rule_id, cause from task join person using (person_id) where name = '郑𱖎'
	and rule_id = 'retirement.certification_overdue'" | tr '|' ' ')
same "and in a letter" 1 "$(st clerk letter "$@" --lang zh | grep -c '郑𱖎，您好')"
csv --spreadsheet >"$work/sheet.csv"
same "a spreadsheet is told the encoding" efbbbf "$(head -c 3 "$work/sheet.csv" | od -An -tx1 | tr -d ' ')"
same "and once" 1 "$(LC_ALL=C grep -c "$(printf '\357\273\277')" "$work/sheet.csv")"
same "numbers of 18 digits are text in it" '"=""330600195205018370"""' "$(grep 郑𱖎 "$work/sheet.csv" | cut -d, -f2)"
same "what is text anyway stays" 33060019510909869X "$(grep 郑试辰 "$work/sheet.csv" | cut -d, -f2)"
same "the rest is the same" "$(csv)" "$(sed 's/^\xef\xbb\xbf//; s/"=""\([0-9]*\)"""/\1/' "$work/sheet.csv")"
same "the help names it" 1 "$("$steward" search --help | grep -c -- '--spreadsheet')"
same "the manual, too" 1 "$(grep -c 'spreadsheet$' "$srcdir/doc/steward.1")"
out=$(st clerk search 33 --format json --spreadsheet 2>&1)
same "json is for no spreadsheet" 2 $?
st batch refresh >/dev/null 2>&1
sql "insert into indicator_value (region_code, indicator, business_day, counted) select 0, indicator, date '2025-11-30',
	counted + 1 from indicator_value where region_code = 0 and business_day = '2025-12-01'" >/dev/null
same "a sign alone is no formula" 0 "$(st clerk board --format csv | grep -c "'[-+=]")"
ok "though there are some" "$([ "$(st clerk board --format csv | grep -c ',-,')" -gt 0 ]; echo $?)"
same "money in yuan is called so" 1 "$(st clerk person "$who" --format csv 2>/dev/null | grep -c amount_yuan)"

# A mistyped word is no empty answer.
refused() {	# NAME WANTED WORDS...
	name=$1 wanted=$2
	shift 2
	out=$(st clerk "$@" 2>&1)
	same "$name" "2 1" "$? $(echo "$out" | grep -c "$wanted")"
}
refused "no such kind of task" 'There are:.* suspend' tasks --type nope
refused "no such state" 'There are:.* denied dismissed done open' tasks --state foo
refused "no such area" 'There are: .*330681001' board --region 99
st clerk tasks --type suspend --state open >/dev/null 2>&1 && st clerk board --region 330681001 >/dev/null 2>&1
ok "what there is goes on" $?
finish
