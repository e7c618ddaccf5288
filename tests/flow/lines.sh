# The workbench as lines of text: what can be chosen has a number, one line is one step, a task is decided by it, and what
# is not there to be chosen does nothing.
. "$srcdir/tests/lib.sh"
needs risk
small_city lines 1000 23
for day in $(days_of "$city"); do import_day "$city" "$day"; done
st batch judge >/dev/null 2>&1
st batch refresh >/dev/null 2>&1
box="$work/lines"
mkdir -p "$box"
desk() {	# LOGIN LINE...: what was printed
	login=$1
	shift
	printf '%s\n' "$@" | st "$login" desk --line 2>"$box/said" | tee "$box/out"
}
desk clerk . >/dev/null
same "the end of the input is the end" 0 $?
same "no sign for a terminal is written" 0 "$(grep -c "$(printf '\033')" "$box/out")"
same "the first row has a number and is selected, both times" 2 "$(grep -c '^>  1   ' "$box/out")"
same "what it does is told once" 1 "$(grep -c 'an empty line: Enter' "$box/out")"
same "a full stop tells all again" 2 "$(grep -c 'steward  Start' "$box/out")"
same "in Chinese" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN desk clerk . | grep -c '空行即回车')"
same "the board in one column, each figure with its number" 1 "$(desk clerk b | sed '1,/^> $/d' | grep -cE '^   2 +[^ ].*[^ ]  +[^ ]+')"
same "a number nobody has is no step" 1 "$(desk clerk 99 | grep -c 'steward  ')"

# The kind of task, its first row that is open, s, the first reason, sent.
kind=$(desk clerk . | sed -n 's/^[> ] *\([0-9]*\) .*stop a pension .*/\1/p' | head -1)
desk clerk "$kind" 1 >/dev/null
who=$(sed -n 's/^     steward  stop a pension: \([^ ]*\) .*/\1/p' "$box/out")
desk clerk "$kind" 1 s 1 "" >/dev/null
same "a task is opened, its event chosen, its reason by number, and sent" "propose $who" \
	"$(sql "select d.event || ' ' || p.name from decision d join person p using (person_id) where d.event = 'propose'")"
same "and said" 1 "$(grep -c "$who: now \"proposed\"" "$box/out")"

# A form's fields have numbers of their own: what stood in one goes, and a choice is made by its digit there.
whose=$(sql "select min(i.id_no) from person_ident i join person p using (person_id) where p.person_id > 0")
desk clerk "/$whose" s '12 =by line' '14 =' 14 '14 =web' '11 3' "" >/dev/null
same "fields by number: text, one emptied and filled, a choice" "information web by line" "$(sql "select matter || ' ' || channel || ' ' || detail
	from service_request")"
desk clerk "/$whose" s >/dev/null
same "each field has its number, choices keep their digits" "11 12 13 14" "$(grep -oE '^[> ] *1[1-9] ' "$box/out" | tr -d '> ' | sort -u | paste -sd ' ')"
same "in a search =TEXT replaces what is there" 0 "$(desk clerk / "=$whose" "" | grep -c 'does nothing')"
finish
