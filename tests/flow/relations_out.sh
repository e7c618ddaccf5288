# Insurance relations that another place asks for: a letter by file or on paper, refused with the reason or done by two persons, the
# form as file and paper, the money by a list that another approves, sent back, and what the account says of it.
. "$srcdir/tests/lib.sh"
needs relations
needs employment
needs fund
small_city relations_out 1500 9
box="$work"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
found() { sql "select task_type from task where person_id = $1 and rule_id = 'relations.$2' and state = 'open'"; }
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'done', 'dismissed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "relations.$3" "$(cause_of "$2" "relations.$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
worker() { sql "select person_id from person_fact where status = 'contributing' and pension_status is null and died_on is null and scheme = 'employee'
	and birth_date > '1980-01-01' order by 1 offset $1 limit 1"; }
letter() {	# DAY ROWS...: LETTER,PERSON,PLACE,AGENCY,ACCOUNT
	day=$1
	shift
	{ echo "letter_no,id_no,name,place,agency,account,day"
		for r in "$@"; do
			p=$(echo "$r" | cut -d, -f2)
			echo "$(echo "$r" | cut -d, -f1),$(number "$p"),$(echo "$r" | cut -d, -f3-),$day"
		done; } >"$work/letter.csv"
	st batch import transfer_letter "$work/letter.csv" --date "$day" --force >"$work/said" 2>&1
}
money() {	# FLOW LETTER YUAN DAY
	printf 'day,scheme,flow,project,amount\n%s,employee,%s,%s,%s\n' "$4" "$1" "$2" "$3" >"$work/fund.csv"
	st batch import fund "$work/fund.csv" --date "$4" --force >"$work/said" 2>&1 || cat "$work/said"
}
facts() { sql "select coalesce(months_total, 0) || ' ' || account_fen || ' ' || status from person_fact where person_id = $1"; }
list() { sql "select list_id from remit_list where state <> 'taken_back' order by list_id desc limit 1"; }
rows() { sql "select coalesce(string_agg(ref || ' ' || what || ' ' || amount_fen, ';' order by ref), '') from remit_line where list_id = $(list)"; }
letters() { sql "select string_agg(template || ' ' || state, ' ' order by message_id) from message where person_id = $1 and template like 'relation%'"; }

judge 2025-11-03
ann=$(worker 0) bob=$(worker 1) cem=$(worker 2) dan=$(worker 3)
paid=$(sql "select person_id from person_fact where pension_status = 'paid' and died_on is null order by 1 limit 1")
{ echo "id_no,name,period,base,amount"; for m in 07 08 09; do echo "$(number "$ann"),2025-$m,5000,1200"; done; } >"$work/contribution.csv"
st batch import contribution "$work/contribution.csv" --date 2025-11-03 --force >"$work/said" 2>&1
judge 2025-11-04
sql "insert into contact (person_id, kind, value, region_code, valid_from, batch_id, line) select person_id, 'address', '暨阳路1号', region_code,
	'2025-01-01', 0, 0 from person where person_id in ($ann, $paid) on conflict do nothing"
was=$(facts "$ann") account=$(facts "$ann" | cut -d' ' -f2) months=$(facts "$ann" | cut -d' ' -f1)

letter 2025-11-04 "H1,$ann,320100,南京市社保中心,3201 0001" "H2,$paid,320100,南京市社保中心,3201 0001" "H3,$dan,320100,南京市社保中心,3201 0001"
judge 2025-11-05
same "a letter by file is somebody's within 15 working days" "relation_out $(sql "select due_on('2025-11-04', 0, 15)")" \
	"$(found "$ann" out) $(sql "select due from task where person_id = $ann and rule_id = 'relations.out'")"
letter 2025-11-05 "H1,$ann,320100,南京市社保中心,3201 0001"
st clerk relations receive "$ann" H1 320100 南京市社保中心 "3201 0001" >"$work/said" 2>&1
judge 2025-11-06
same "told twice it is one" "1 1" "$(sql "select count(*) from relation_out where person_id = $ann") $(sql "select count(*) from task where person_id = $ann and rule_id = 'relations.out'")"
letter 2025-11-06 "H1,$ann,320100,南京市社保中心,9999 9999"
same "another account is asked about" "3201 0001 contradiction" "$(sql "select account_no from relation_out where person_id = $ann") $(sql "select kind from staged_row where person_id = $ann limit 1")"
same "whoever draws a pension stays" "the person draws a pension: nothing is transferred any more" "$(move clerk "$paid" out propose letter_seen)"
same "it is refused with the reason" "dismissed refused the person draws a pension: nothing is transferred any more" \
	"$(move clerk "$paid" out reject in_payment) $(sql "select state || ' ' || why from relation_out where person_id = $paid")"
st clerk relations answer "$paid" H2 --out "$work/no.pdf" >"$work/said" 2>&1
same "as paper" "%PDF" "$(head -c 4 "$work/no.pdf" 2>/dev/null)"
same "and told" "relation_stays" "$(letters "$paid" | cut -d' ' -f1)"
st clerk relations wages "$dan" H3 600000 >"$work/said" 2>&1
move clerk "$dan" out propose letter_seen >/dev/null
sql "insert into receivable (person_id, receivable_id, region_code, kind, plan, decision_id, state) select person_id, 1, region_code, 'pension',
	'at_once', decision_id, 'heard' from decision where person_id = $dan and rule_id = 'relations.out'"
same "whoever owes by then stays" asked "$(move reviewer "$dan" out approve checked >/dev/null; sql "select state from relation_out where person_id = $dan")"
same "and it says so" "the person owes money here" "$(sql "select relation_out_bar($dan)")"

# The wages of months that no payroll file has told.
same "months without wages are asked for first" "the wages of the months before the payroll files are missing" "$(move clerk "$ann" out propose letter_seen)"
same "an amount is one" "this is no amount in yuan" "$(said st clerk relations wages "$ann" H1 many)"
st clerk relations wages "$ann" H1 600000 >"$work/said" 2>&1
judge 2025-11-07
pooled=$((7200000 + 180000))
same "what both persons read" "$months $(sql "select yuan_text($account)") $(sql "select yuan_text($pooled)")" "$(sql "select concat_ws(' ', say::jsonb ->> 4, say::jsonb ->> 5, say::jsonb ->> 6)
	from finding where person_id = $ann and rule_id = 'relations.out'")"
same "one proposes" proposed "$(move clerk "$ann" out propose letter_seen)"
same "the letter is not taken back meanwhile" "a proposal waits for its second person" "$(said st clerk relations takenback "$ann" H1 mistake)"
same "another lets it go" "done done" "$(move reviewer "$ann" out approve checked) $(sql "select state from relation_out where person_id = $ann")"
judge 2025-11-10
same "nothing counts here any more" "0 0 moved" "$(facts "$ann")"
same "the person is told" "relation_gone due" "$(letters "$ann")"
st clerk relations file "$ann" H1 --out "$work/form.csv" >"$work/said" 2>&1
same "the form has all months and all of the account" "$months $account $pooled" "$(sed 1d "$work/form.csv" | awk -F, '
	{ split($6, f, "-"); split($7, t, "-"); m += (t[1] - f[1]) * 12 + t[2] - f[2] + 1; a += $9 * 100; p += $10 * 100 } END { printf "%d %d %d", m, a, p }')"
st clerk relations answer "$ann" H1 --out "$work/form.pdf" >"$work/said" 2>&1
same "and is a paper" "%PDF" "$(head -c 4 "$work/form.pdf" 2>/dev/null)"
st clerk relations receive "$ann" H9 440100 广州市社保中心 "4401 0001" >"$work/said" 2>&1
same "another place comes too late" "the relation was transferred to another place" "$(move clerk "$ann" out propose letter_seen)"
move clerk "$ann" out reject closed >/dev/null

# The money, by a list of two.
st clerk relations pay make >"$work/said" 2>&1
same "a list has what is due" "H1 transfer $((account + pooled))" "$(rows)"
same "who made it does not approve it" "this is reserved for the role reviewer" "$(said st clerk relations pay approve "$(list)" | sed 's/^".*" is reserved/this is reserved/')"
same "nothing is written of it before" "no such list is approved" "$(said st clerk relations pay file "$(list)" --out "$work/list.csv")"
printf ':rl\n1 A\n:qu\n' | st reviewer desk --line >"$work/desk" 2>&1
same "another approves it on the screen" approved "$(sql "select state from remit_list where list_id = $(list)")"
st clerk relations pay file "$(list)" --out "$work/list.csv" >"$work/said" 2>&1
same "the bank gets a row a letter" "\"H1\",transfer,\"南京市社保中心\",\"3201 0001\",$(sql "select yuan_text($account + $pooled)")" "$(sed 1d "$work/list.csv" | cut -d, -f2-)"
same "what was sent is not sent twice" "nothing is to be paid to other places" "$(said st clerk relations pay make)"
judge 2025-11-19
same "an account that does not show it is a task" relation_money "$(found "$ann" paid)"
money transfer_out H1 "$(sql "select yuan_text($account + $pooled)")" 2025-11-19
judge 2025-11-20
same "once it shows it, none" "" "$(found "$ann" paid)"
same "a list that was paid is not taken back" "the account has paid of this list" "$(said st manager relations pay back "$(list)")"

# Sent back: two persons let it live here again; the money is to come back, then it may go once more.
st clerk relations sentback "$ann" H1 "no such account" >"$work/said" 2>&1
same "what comes back is somebody's" relation_back "$(found "$ann" back)"
judge 2025-11-21
same "by two" "proposed done" "$(move clerk "$ann" back propose written) $(move reviewer "$ann" back approve checked)"
judge 2025-11-24
same "months and account are here again" "$was" "$(facts "$ann")"
same "the money is to come back" relation_money "$(found "$ann" unreturned)"
money transfer_in H1 "$(sql "select yuan_text($account + $pooled)")" 2025-11-24
judge 2025-11-25
same "once it has, nothing is" "" "$(found "$ann" unreturned)"
same "the letter waits once more" "relation_out H1 2" "$(found "$ann" out) $(sql "select cause from task where person_id = $ann and rule_id = 'relations.out' and state = 'open'")"
move clerk "$ann" out propose letter_seen >/dev/null
move reviewer "$ann" out approve checked >/dev/null
st clerk relations pay make >"$work/said" 2>&1
same "and its money goes anew" "H1 transfer $((account + pooled))" "$(rows)"
same "undone by two the list is another one" "undoing open what is due has changed since the list was made" \
	"$(move clerk "$ann" out undo mistake) $(move reviewer "$ann" out approve checked) $(said st reviewer relations pay approve "$(list)")"
judge 2025-11-26
same "and the relation is here" "$was" "$(facts "$ann")"

# The person dies, the other place takes its letter back, a transfer in comes first, debts.
st clerk relations receive "$bob" H4 320100 南京市社保中心 "3201 0001" >"$work/said" 2>&1
st clerk relations wages "$bob" H4 600000 >"$work/said" 2>&1
same "proposed of a person who lives" proposed "$(move clerk "$bob" out propose letter_seen)"
printf 'id_no,name,birth_date,died_on,place\n%s,%s,2025-11-25,家中\n' "$(number "$bob")" "$(sql "select birth_date from person where person_id = $bob")" >"$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-27 --force >"$work/said" 2>&1
judge 2025-11-27
same "of the dead nothing goes" asked "$(move reviewer "$bob" out approve checked >/dev/null; sql "select state from relation_out where person_id = $bob")"
st clerk relations apply "$cem" 330100 杭州市社保中心 --ground home >"$work/said" 2>&1
st clerk relations receive "$cem" H5 320100 南京市社保中心 "3201 0001" >"$work/said" 2>&1
same "what comes is first" "a transfer in is under way: it comes first" "$(move clerk "$cem" out propose letter_seen)"
st clerk relations takenback "$cem" H5 mistake >"$work/said" 2>&1
same "a letter taken back is nobody's" "withdrawn " "$(sql "select state from relation_out where person_id = $cem") $(found "$cem" out)"

# Money of a transfer in that was withdrawn goes back by the same list; money of no letter is asked about.
R=$(sql "select letter_no from relation_in where person_id = $cem")
move clerk "$cem" ask send checked >/dev/null
money transfer_in "$R" 120.00 2025-11-27
st clerk relations withdraw "$cem" "$R" "stays there" >"$work/said" 2>&1
st clerk relations pay make >"$work/said" 2>&1
same "money of a withdrawn transfer goes back" "$R return 12000" "$(rows)"
money transfer_in R77 55.00 2025-11-29
judge 2025-12-01
st batch day --date 2025-12-01 >"$work/said" 2>&1 || :
same "money of no letter is somebody's" "R77 5500" "$(sql "select cause from task where rule_id = 'relations.unknown'")"
same "the lists are listed" 2 "$(st clerk relations pay --format csv 2>/dev/null | tr -d '\r' | sed 1d | grep -c .)"
finish
