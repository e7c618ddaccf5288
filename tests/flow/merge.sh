# Two records of one person: found by what is alike, made one with everything that is kept of them, parted again as they
# were, and two pensions that come to light by it.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
new_db merge
city="$work/city1200_5"
[ -e "$city/register.csv" ] || "$steward" generate "$city" --persons 1200 --seed 5 >/dev/null 2>&1 || exit 1
areas_in merge "$city"

# The same person under a number with one digit of the sequence wrong; its check character is worked out as the standard
# has it.
twice() {	# FILE PATTERN-OF-COLUMN=VALUE...: the first such row, and the row that tells him once more
	awk -F, -v OFS=, -v want="$2" '
		function check(s,  i, sum) { split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", w, " ")
			for (i = 1; i <= 17; i++) sum += substr(s, i, 1) * w[i]
			return substr("10X98765432", sum % 11 + 1, 1) }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; split(want, x, "="); next }
		$at[x[1]] == x[2] && $at["household"] != "" && ++n == '"$3"' {
			print $at["id_no"]
			s = substr($at["id_no"], 1, 14) sprintf("%03d", (substr($at["id_no"], 15, 3) + 200) % 1000)
			$at["id_no"] = s check(s); $at["household"] += 5000; $at["first_paid"] = $at["first_paid"] == "" ? "" : "2024-03"
			print > "/dev/stderr"; exit }' "$1"
}
ann=$(twice "$city/register.csv" status=contributing 7 2>"$work/ann.csv")
ben=$(twice "$city/register.csv" pension_status=paid 9 2>"$work/ben.csv")
ann2=$(cut -d, -f1 "$work/ann.csv") ben2=$(cut -d, -f1 "$work/ben.csv")
cat "$city/register.csv" "$work/ann.csv" "$work/ben.csv" >"$work/register.csv"
again() { sed -n "s/^$2,/$3,/p" "$1"; }	# FILE NUMBER NUMBER: its rows once more
for f in payment account contact award; do
	cp "$city/$f.csv" "$work/$f.csv" 2>/dev/null || continue
	again "$city/$f.csv" "$ben" "$ben2" >>"$work/$f.csv"
	again "$city/$f.csv" "$ann" "$ann2" >>"$work/$f.csv"
done
sed -i "s/^$ben2,\(.*\),2025-11-01$/$ben2,\1,2025-11-01/" "$work/account.csv"
st batch import register "$work/register.csv" --date 2025-11-01 2>/dev/null
for f in payment account contact award; do
	[ ! -e "$work/$f.csv" ] || st batch import "$f" "$work/$f.csv" --date 2025-11-01 2>/dev/null
done
who() { sql "select person_id from person_ident where id_no = '$1'"; }
a=$(who "$ann") a2=$(who "$ann2") b=$(who "$ben") b2=$(who "$ben2")
name() { sql "select name from person where person_id = $1"; }
{ echo id_no,name,visit_date,hospital; echo "$ann2,$(name "$a2"),2025-10-02,x"; echo "$ben2,$(name "$b2"),2025-10-02,x"
	echo "$ben,$(name "$b"),2025-10-02,y"; } >"$work/medical.csv"
st batch import medical "$work/medical.csv" --date 2025-11-01 2>/dev/null
st batch day --date 2025-11-05 >/dev/null 2>&1

same "both pairs are found, and nobody else" "person.same person.same_paid" "$(sql "select string_agg(rule_id, ' ' order by rule_id) from task
	where rule_id like 'person.same%'")"
same "they are a figure: pairs for ten thousand persons" "$(sql "select round(20000.0 / count(*), 2) from person")" "$(sql "select round(counted / of_total, 2)
	from indicator_value where indicator = 'B9' and region_code = 0 and business_day = '2025-11-05'")"
same "one digit, two neighbours exchanged, the old form of 15: near; two persons of a day: not" "t t t f" "$(sql "select
	number_is_near('33068119500101001', '33068119500101007') || ' ' || number_is_near('33068119500101001', '33068119500110001')
	|| ' ' || number_is_near(number_core('330681500101001'), number_core('330681195001010015'))
	|| ' ' || number_is_near('33068119500101123', '33068119500102456')" | sed 's/true/t/g; s/false/f/g')"

# Everything but who did what, and the pair's own task.
all_rows() {
	for t in $(sql "select relname from pg_class where relnamespace = 'steward'::regnamespace and relkind in ('r', 'p') and not relispartition
		and relname not in ('audit_log', 'look', 'request_done', 'person_merge', 'merge_row', 'merge_choice', 'touched', 'indicator_value',
			'task_claim', 'staff_seen', 'day_change', 'day_run', 'setting', 'work_lock', 'decision_approval', 'batch') order by 1"); do
		echo "select '$t', md5(string_agg(x::text, E'\n' order by x::text)) from $t x where coalesce(to_jsonb(x) ->> 'rule_id', '') not like 'person.%';"
	done >"$work/all.sql"
	sql "$(cat "$work/all.sql")"
}
sql "insert into pay_run (run_id, period, day, state, signed_by, digest, approved_by, paid_on)
	values (1, 202511, '2025-11-01', 'sent', 'clerk', 'x', 'reviewer', '2025-11-04');
	insert into pay_line (person_id, line_id, region_code, run_id, scheme, kind, period, decided_fen, amount_fen, state)
	select person_id, person_id, region_code, 1, scheme, kind, 202511, monthly_fen, monthly_fen, 'paid' from benefit where person_id in ($b, $b2);
	select pay_book_keep(null)"
book() { sql "select sum(fen) || ' ' || count(distinct person_id) from pay_book where person_id in ($b, $b2)"; sql "select pay_book_check()" 2>&1; }
booked=$(book)
st batch judge --date 2025-11-05 2>/dev/null
all_rows >"$work/before"
payments() { sql "select count(*) || ' ' || sum(amount_fen) from payment where person_id in ($1)"; }
left() { sql "select coalesce(sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I where person_id = $1', name), false, true,
	'')))[1]::text::int), 0) from person_tables()"; }
decide() {	# LOGIN PERSON OTHER EVENT REASON: the state, or the message
	st "$1" decide "$2" "$(sql "select rule_id from task where person_id = $2 and cause = '$3'")" "$3" "$4" --reason "$5" --format csv 2>&1 |
		tr -d '\r' | sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}

# One clerk, for no money is in it.
same "only differences are shown" "household number" "$(sql "select string_agg(field, ' ' order by field) from merge_differences($a, $a2)")"
sql_as clerk "select merge_choose($a, $a2, 'household', true)" >/dev/null
same "a reviewer alone chooses nothing" 1 "$(sql_as reviewer "select merge_choose($a, $a2, 'number', true)" | grep -c 'for a clerk')"
households=$(sql "select household from person where person_id = $a2")
same "merged" done "$(decide clerk "$a" "$a2" merge one_person)"
same "nothing is left under the other one" 0 "$(left "$a2")"
same "the chosen value is taken" "$households" "$(sql "select household from person where person_id = $a")"
same "the old number finds the person" 1 "$(st clerk search "$ann2" --format csv | grep -c "$(name "$a")")"
same "the person goes by the number that was kept" "$ann" "$(st clerk person "$ann2" --format csv | tr -d '\r' | awk -F, 'NR == 2 { print $2 }' | cut -d' ' -f1)"
same "the page tells of it" 1 "$(st clerk person "$ann" | grep -c "$ann2 .*clerk")"
printf 'id_no,name,visit_date,hospital\n%s,%s,2025-11-04,z\n' "$ann2" "$(name "$a")" >"$work/later.csv"
st batch import medical "$work/later.csv" --date 2025-11-05 2>/dev/null
same "a later row with the old number is the kept person's" "$a" "$(sql "select person_id from evidence where place = 'z'")"
sql "delete from evidence where place = 'z'"

# Two who are paid: two persons agree, and everything follows.
both=$(payments "$b, $b2")
kept=$(sql "select least($b, $b2)") gone=$(sql "select greatest($b, $b2)")
same "one alone does not merge them" 1 "$(decide clerk "$kept" "$gone" merge one_person | grep -c 'cannot be done')"
same "proposed" proposed "$(decide clerk "$kept" "$gone" propose one_person)"
same "and not by him approved" 1 "$(decide clerk "$kept" "$gone" approve checked | grep -c 'reserved')"
same "approved" done "$(decide reviewer "$kept" "$gone" approve checked)"
same "every payment followed, those of one month beside each other" "$both" "$(payments "$kept")"
same "nothing is left there, either" 0 "$(left "$gone")"
same "what was sent to both is in one book" "${booked% 2} 1" "$(book)"
benefits() { sql "select string_agg(valid_from || ' ' || monthly_fen, ', ' order by valid_from) || ' ' || (select household from person where person_id = $kept)
	from benefit where person_id = $kept"; }
was=$(benefits)
{ head -1 "$city/register.csv"; grep -h "^$ben,\|^$ben2," "$work/register.csv"; } >"$work/told.csv"
st batch import register "$work/told.csv" --date 2025-11-05 2>/dev/null
same "the register that tells both numbers once more parts nobody and takes nothing back" "$was 0" "$(benefits) $(left "$gone")"
same "seals of decisions that moved hold" 0 "$(sql "select count(*) from decision where seal <> decision_seal(person_id, rule_id, cause, rule_hash, book_hash,
	judged_on, inputs)")"
st batch judge --date 2025-11-05 2>/dev/null
pensions=$(sql "select string_agg(valid_from::text, ' ' order by valid_from) from benefit where person_id = $kept")
same "two pensions are a task: the one that was paid first is kept" "${pensions#* }" "$(sql "select split_part(cause, ' ', 2) from task
	where rule_id = 'person.two_pensions' and state = 'open'")"
cause=$(sql "select cause from task where rule_id = 'person.two_pensions'")
same "its end is proposed" proposed "$(decide clerk "$kept" "$cause" propose duplicate)"
same "its end is two persons' matter" done "$(decide reviewer "$kept" "$cause" approve checked)"
same "one pension is left" "${pensions% *}" "$(sql "select string_agg(valid_from::text, ' ') from benefit where person_id = $kept and state = 'paid'")"
same "what was paid beside it is to come back" 1 "$(sql "select count(*) from task where person_id = $kept and rule_id = 'money.overpaid'")"

# Parted again, in the other order, everything is as it was.
decide clerk "$kept" "$cause" undo decided_wrong >/dev/null
decide reviewer "$kept" "$cause" approve checked >/dev/null
decide clerk "$kept" "$gone" undo decided_wrong >/dev/null
same "an undone merge is open again" open "$(decide reviewer "$kept" "$gone" approve checked)"
decide clerk "$a" "$a2" undo decided_wrong >/dev/null
same "where one has merged, the manager is the second" open "$(decide manager "$a" "$a2" approve checked)"
st batch judge --date 2025-11-05 2>/dev/null
# What the end of the pension had raised is withdrawn, and stays to be read.
sql "delete from task where rule_id = 'money.overpaid' and state = 'withdrawn'"
sql "delete from earlier_row where by_batch = (select max(batch_id) from batch where feed = 'register')"
all_rows >"$work/after"
same "parted, every table is as before" "" "$(diff "$work/before" "$work/after")"

# The same case on both records: one stop each stands, and a third record joins the two.
printf 'id_no,name,birth_date,died_on,place\n' >"$work/death.csv"
for p in "$b" "$b2"; do
	sql "select id_no || ',' || i.name || ',' || i.birth_date || ',2025-10-20,x' from person_ident i where person_id = $p" >>"$work/death.csv"
done
st batch import death "$work/death.csv" --date 2025-11-05 2>/dev/null
st batch judge --date 2025-11-05 2>/dev/null
for p in "$b" "$b2"; do
	st clerk decide "$p" risk.paid_after_death 2025-10-20 propose --reason confirmed >/dev/null 2>&1
	st reviewer decide "$p" risk.paid_after_death 2025-10-20 approve --reason checked >/dev/null 2>&1
done
decide clerk "$kept" "$gone" propose one_person >/dev/null
decide reviewer "$kept" "$gone" approve checked >/dev/null
same "both stops stand with their decisions" "2 2" "$(sql "select (select count(*) from hold where person_id = $kept and state = 'final') || ' '
	|| count(*) from decision where person_id = $kept and rule_id = 'risk.paid_after_death' and outcome = 'approved'")"

# Pairs are compared anew where a name, a number or an account is another one, and nowhere else.
pairs() { sql "begin; select count(*) from person_pairs(); $1; select count(*) from person_pairs(); rollback" | paste -sd ' '; }
before=$(sql "select count(*) from person_pairs()")
sql "insert into person_pair values (1, 2, 'planted')"
same "what has not changed is not compared again" "$((before + 1)) $((before + 1))" "$(pairs "select 1 where false")"
one=$(sql "select min(person_id) from account") two=$(sql "select max(person_id) from person where not exists
	(select from person_pair where person_id in (low_id, high_id))")
same "an account that becomes another's is" "$((before + 1)) $((before + 2))" "$(pairs "update person set name =
	(select name from person where person_id = $one) where person_id = $two; insert into account (person_id, channel, number, valid_from,
	region_code, holder, batch_id, line) select $two, channel, number, '2025-11-01', region_code, holder, 1, 1 from account where person_id = $one limit 1")"
same "taken away again it is none" "$((before + 2)) $((before + 1))" "$(sql "update person set name = (select name from person where person_id = $one)
	where person_id = $two; insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line)
	select $two, channel, number, '2025-11-01', region_code, holder, 1, 1 from account where person_id = $one limit 1"; pairs "delete from account
	where person_id = $two and batch_id = 1")"
same "one by one it is what all at once are" "$(sql "begin; delete from pair_known; delete from pair_basis; select count(*) from person_pairs();
	select string_agg(low_id || ' ' || high_id || ' ' || way, ',' order by low_id, high_id) from person_pair where way <> 'planted'; rollback" | tail -1)" \
	"$(sql "begin; delete from person_pair where low_id = 1; select count(*) from person_pairs();
	select string_agg(low_id || ' ' || high_id || ' ' || way, ',' order by low_id, high_id) from person_pair where way <> 'planted'; rollback" | tail -1)"
finish
