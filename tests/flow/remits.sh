# Lists by which money goes out: made by one for everybody, signed by another as they were made, written out whole and twice the same,
# answered, corrected by the next one.  Here of subsidies to employers; who has which list is in tests of the modules.
. "$srcdir/tests/lib.sh"
needs employment
small_city remits 1500 9
box="$work"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
hint() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^  //p'; }
make() { st "${1:-clerk}" employment premium make 2025-11 --employers >"$work/said" 2>&1; }
list() { sql "select list_id from remit_list where kind = 'employer' order by list_id desc limit 1"; }
lines() { sql "select coalesce(string_agg(concat_ws(' ', ref, period, amount_fen, payee, account), ';' order by ref), '') from remit_line where list_id = $(list)"; }
state() { sql "select state from remit_list where list_id = ${1:-$(list)}"; }
sql "update setting set value = '2025-11-10' where name = 'business_day'"
ann=$(sql "select person_id from person where region_code > 0 order by 1 limit 1")
area=$(sql "select region_code from person where person_id = $ann")
far=$(sql "select person_id from person where region_code not in (0, $area) order by 1 limit 1")
granted() {	# PERSON CLAIM MONTH FEN UNIT
	sql "insert into subsidy (person_id, claim_no, region_code, state, kind, applied_on, month, paid_fen, from_month, amount_fen, decided_on,
		unit_no, unit, account) select person_id, $2, region_code, 'granted', 'hire', '2025-11-03', '$3', 1, '$3', $4, '2025-11-05', '9133', '$5',
		'1202' from person where person_id = $1"
}
granted "$ann" 1 2025-10-01 173000 Mill
granted "$far" 2 2025-11-01 90000 'Mill "North", 2'

# Everybody is on it, whoever makes it; a clerk of an area sees its lines, and writes no part of it.
st admin staff add re_ann clerk 安 --region "$area" >/dev/null
echo "steward $(id -un) re_ann" >>"$cluster/pgdata/pg_ident.conf"
kill -HUP "$(head -1 "$cluster/pgdata/postmaster.pid")"
tries=0
until [ "$(sql_as re_ann 'select 1')" = 1 ] || [ $tries -eq 500 ]; do tries=$((tries + 1)); done
make re_ann
same "a list is everybody's, whoever makes it" 'hire 1 202510 173000 Mill 1202;hire 2 202511 90000 Mill "North", 2 1202' "$(lines)"
same "its sums are of all" "2 2 263000 0" "$(sql "select rows, persons, amount_fen, held from remit_list where list_id = $(list)" | tr '|' ' ')"
same "of which a clerk of an area sees some" 1 "$(st re_ann employment premiums "$(list)" --format csv 2>/dev/null | sed 1d | grep -c .)"
first=$(list)
make clerk
same "made anew it is one" "taken_back made 1" "$(state "$first") $(state) $(sql "select count(*) from remit_list where state = 'made'")"
same "another kind of list is not touched" "nothing is to be told to the collecting office" "$(said st clerk employment premium make)"
same "nor is a month to come listed" "that month has not come yet" "$(said st clerk employment premium make 2026-01 --employers)"

# What is signed is what was made.
sql "update remit_line set account = '6666' where list_id = $(list) and ref = 'hire 1'"
same "lines that are not what was made are not signed" "what is due has changed since the list was made" "$(said st reviewer employment premium approve "$(list)")"
sql "update remit_line set account = '1202' where list_id = $(list) and ref = 'hire 1'"
sql "update subsidy set account = '7777' where person_id = $ann"
same "nor is what is due by now to another account" "what is due has changed since the list was made" "$(said st reviewer employment premium approve "$(list)")"
sql "update subsidy set account = '1202' where person_id = $ann"
same "a list that nobody has approved is written by nobody" "no such list is approved" "$(said st clerk employment premium file "$(list)" --out "$work/list.csv")"
same "nor one that there is not" "no such list is approved|Each list has a number of its own." \
	"$(said st clerk employment premium file 1 --out "$work/list.csv")|$(hint st clerk employment premium file 1 --out "$work/list.csv")"
st reviewer employment premium approve "$(list)" >"$work/said" 2>&1
same "the signature is told" "list $(list) is approved; employment premium file writes it" "$(sed -n 's/^steward: //; /approved/p' "$work/said" | tr -d '\r')"
same "and kept, with what it is of" t "$(sql "select body ->> 'digest' = (select digest from remit_list where list_id = $(list)) from audit_log
	where op = 'employment.premium_approve' order by audit_id desc limit 1")"
same "a part of it is not written" "the list has lines that you do not see" "$(said st re_ann employment premium file "$(list)" --out "$work/part.csv")"
same "nor as paper" "the list has lines that you do not see" "$(said st re_ann employment premium file "$(list)" --out "$work/part.pdf")"
ok "nothing lies there" "$([ ! -e "$work/part.csv" ] && [ ! -e "$work/part.pdf" ]; echo $?)"

# As file and as paper, twice the same.
for n in 1 2; do
	st clerk employment premium file "$(list)" --out "$work/list$n.csv" >"$work/said" 2>&1 || cat "$work/said"
	st clerk employment premium file "$(list)" --out "$work/list$n.pdf" >"$work/said" 2>&1 || cat "$work/said"
done
same "a file says whom, where and how much" "$(list),2025-10,hire 1,1730.00,\"9133\",\"Mill\",\"1202\" $(list),2025-11,hire 2,900.00,\"9133\",\"Mill \"\"North\"\", 2\",\"1202\"" \
	"$(sed 1d "$work/list1.csv" | sed -E 's/,[0-9X]{18},"[^"]*"//' | sort -t, -k3 | tr '\n' ' ' | sed 's/ $//')"
ok "twice it is the same" "$(cmp -s "$work/list1.csv" "$work/list2.csv"; echo $?)"
same "it is a paper, too" "%PDF" "$(head -c 4 "$work/list1.pdf" 2>/dev/null)"
ok "which is the same twice" "$(cmp -s "$work/list1.pdf" "$work/list2.pdf"; echo $?)"
same "with its sums and who signed it" '["List %s, %s", "'"$(list)"'", "2025-11"]|["%s lines, %s yuan in all", "2", "2630.00"]|["Made by %s on %s, approved by %s on %s", "clerk", "2025-11-10", "reviewer", "2025-11-10"]' \
	"$(sql "select remit_paper($(list))" | grep -E 'List|in all|Made by' | tr '\n' '|' | sed 's/|$//')"

# Answered: what was refused is due again, told twice it is one word, corrected it counts.
answer() {	# RESULT DAY LINE
	printf 'list_no,month,kind,id_no,name,result,note,day\n%s,2025-10,%s,%s,%s,no such account,2025-11-11\n' "$signed" "${3:-hire 1}" \
		"$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $ann limit 1")" "$1" >"$work/answer.csv"
	st batch import premium_answer "$work/answer.csv" --date "$2" --force >"$work/said" 2>&1 || cat "$work/said"
}
signed=$(list)
answer refused 2025-11-11 "hire 7"
same "an answer about no line of it is refused" "0 no list that was signed has such a line" "$(sql "select count(*) from remit_answer") $(sql "select detail from reject")"
answer refused 2025-11-11
answer refused 2025-11-12
same "what came back is told of the list" "1 1" "$(sql "select count(*) from remit_answer") $(st clerk employment premiums --format csv 2>/dev/null | tr -d '\r' | awk -F, 'NR == 2 { print $NF }')"
make
same "and due once more" "hire 1 202510 173000 Mill 1202" "$(lines)"
signed2=$signed signed=$(list)
answer taken 2025-11-12
signed=$signed2
same "nor is an answer taken about a list that nobody has signed" 1 "$(sql "select count(*) from remit_answer")"
same "a list that was answered stays" "the office has answered, or a later list rests on it" "$(said st manager employment premium back "$signed")"
answer taken 2025-11-13
same "corrected, it is not due" "what is due has changed since the list was made" "$(said st reviewer employment premium approve "$(list)")"
same "and no list is made" "nothing is to be paid to employers" "$(said st clerk employment premium make 2025-11 --employers)"

# What is due no more goes back to where it came from.
sql "update subsidy set state = 'taken_back', account = '9999' where person_id = $far"
make
same "what was too much is asked back from where it was sent" 'hire 2 202511 -90000 Mill "North", 2 1202' "$(lines)"
sql "delete from subsidy where person_id = $far"
make
same "also where nothing says any more what it was for" 'hire 2 202511 -90000 Mill "North", 2 1202' "$(lines)"
same "nobody takes back another's signature alone" "taken_back" "$(st clerk employment premium back "$(list)" >"$work/said" 2>&1; state)"
sql "update subsidy set amount_fen = 183000, account = '8888' where person_id = $ann"
make
same "more is due to another account" 'hire 1 202510 10000 Mill 8888;hire 2 202511 -90000 Mill "North", 2 1202' "$(lines)"
st reviewer employment premium approve "$(list)" >"$work/said" 2>&1
sql "delete from subsidy where person_id = $ann"
make
same "then all of it goes back from the last one" 'hire 1 202510 -183000 Mill 8888' "$(lines)"
finish
