# A subsidy to an employer whose staff got a certificate: asked for at the counter, counted once a person and certificate, worked out by the
# place's rule, decided by two, paid by a list of its own, refused by the bank and paid again, taken back.
. "$srcdir/tests/lib.sh"
needs employment
small_city trained 1500 9
box="$work"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
asks=employment.subsidy back=employment.hire_back
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'closed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
why() { sql "select say::jsonb ->> 0 from finding where person_id = $1 and rule_id = '$asks' order by cause desc limit 1"; }
number() { sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) where person_id = $1 limit 1"; }
told() { printf 'id_no,name,period,base,amount\n%s,%s,5000,1200\n' "$(number "$1")" "$2" >"$work/contribution.csv"
	st batch import contribution "$work/contribution.csv" --date 2025-12-01 --force >"$work/said" 2>&1 || cat "$work/said"; }
untold() { sql "delete from contribution where person_id = $1 and period = $2; insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from person where person_id = $1 on conflict do nothing"; }
asked() {	# PERSON CERTIFICATE LEVEL ISSUED
	st clerk employment trained "$1" "$2" --occupation 6-18-02-04 --level "$3" --issued "$4" --unit-no 9133 --unit Mill --account 1202 \
		2>&1 | tr -d '\r' | sed -n 's/^steward: //p'
}
list() { sql "select list_id from remit_list where kind = 'staff' and state <> 'taken_back' order by list_id desc limit 1"; }
make() { st clerk employment premium make --training >"$work/said" 2>&1; }
rows() { sql "select coalesce(string_agg(concat_ws(' ', ref, period, amount_fen, payee), ';' order by ref), '') from remit_line where list_id = $(list)"; }

judge 2025-12-01
worker() { sql "select person_id from person_fact where status = 'contributing' and scheme = 'employee' and died_on is null
	and birth_date between '1975-01-01' and '1990-01-01' order by 1 offset $1 limit 1"; }
ann=$(worker 0) bob=$(worker 1)
untold "$ann" 202511
same "without whom to pay nothing is received" "an employer has a number, a name and an account" "$(said st clerk employment trained "$ann" C1 --occupation x --level 4 --issued 2025-11-10)"
same "nor a certificate of a day to come" "a certificate has a number, and a day that has come" "$(asked "$ann" C1 4 2025-12-24)"
same "nor by somebody else than a clerk" "this is reserved for the role clerk" "$(said st reviewer employment trained "$ann" C1 --occupation x --level 4 --issued 2025-11-10 \
	--unit-no 9133 --unit Mill --account 1202)"
asked "$ann" C1 4 2025-11-10 >/dev/null
same "asked for with its certificate" "staff C1 4 202511 9133 Mill" "$(sql "select kind, certificate, level, to_char(month, 'YYYYMM'), unit_no, unit from subsidy where person_id = $ann" | tr '|' ' ')"
same "for another person the certificate counts no more" "this certificate was counted already" "$(asked "$bob" C1 4 2025-11-10)"
judge 2025-12-02
same "a place without a rule says so" "no rule for it is in force here" "$(why "$ann")"
same "and nothing is proposed" "there is no amount to award" "$(move clerk "$ann" $asks propose proved)"

mkdir -p "$work/trained/parameters"
cat >"$work/trained/parameters/trained_here.lua" <<'E2'
return { { name = "employment.staff_subsidy", jurisdiction = "CN-33", unit = "rules", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { within = 12, by_level = { [5] = 700, [4] = 1000, [3] = 1500 } } } } } }
E2
put_into_force "$work/trained/parameters/trained_here.lua"
judge 2025-12-03
same "who was no employee then brings nothing" "no employer has paid contributions for the month" "$(why "$ann")"
told "$ann" 2025-11
judge 2025-12-04
same "by the grade" 100000 "$(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$asks'")"
same "two persons decide" "proposed \"approve\" is reserved for the role reviewer done" "$(move clerk "$ann" $asks propose proved) $(move clerk "$ann" $asks approve checked) $(move reviewer "$ann" $asks approve checked)"
same "the person is paid nothing of it" 0 "$(sql "select count(*) from benefit where person_id = $ann and kind like 'subsidy%'")"
same "it counts once" "this certificate was counted already" "$(asked "$ann" C1 4 2025-11-10)"
same "nor another one of the same grade" "this subsidy was paid already" "$(asked "$ann" C2 4 2025-11-12)"
asked "$bob" C3 2 2025-11-10 >/dev/null
told "$bob" 2025-11
judge 2025-12-05
same "a grade for which nothing is paid" "nothing is paid for level %s" "$(why "$bob")"
same "is refused" "dismissed refused" "$(move clerk "$bob" $asks reject not_due) $(sql "select state from subsidy where person_id = $bob")"
asked "$bob" C4 5 2024-12-01 >/dev/null
told "$bob" 2024-12
judge 2025-12-08
same "a year after it is too late" "the certificate is older than %s months" "$(why "$bob")"
st clerk employment subsidy_withdraw "$bob" >"$work/said" 2>&1
sql "insert into subsidy (person_id, claim_no, region_code, state, kind, applied_on, occupation, level, from_month, amount_fen, decided_on)
	select person_id, 9, region_code, 'granted', 'skill', '2025-12-01', '6-18-02-04', 5, '2025-12-01', 100000, '2025-12-02' from person where person_id = $bob"
asked "$bob" C5 5 2025-11-10 >/dev/null
judge 2025-12-09
same "who was paid himself brings nothing more" "the person was paid for it already" "$(why "$bob")"

# A list of its own.
make
same "a list has it" "hire 0;staff 1 202511 100000 Mill" "hire $(sql "select count(*) from remit_line where what = 'hire'");$(rows)"
same "employers that took somebody on have another" "nothing is to be paid to employers" "$(said st clerk employment premium make --employers)"
printf ':pl\n1 A\n:qu\n' | st reviewer desk --line >"$work/desk" 2>&1
same "approved on the screen by a second person" approved "$(sql "select state from remit_list where list_id = $(list)")"
st clerk employment premium file "$(list)" --out "$work/list.csv" >"$work/said" 2>&1
same "with whom is paid, and where" "list_no,month,kind,amount,unit_no,unit,account $(list),2025-11,staff 1,1000.00,\"9133\",\"Mill\",\"1202\"" \
	"$(cut -d, -f1-3,6-9 "$work/list.csv" | tr '\n' ' ' | sed 's/ $//')"
printf 'list_no,month,kind,id_no,name,result,note,day\n%s,2025-11,staff 1,%s,refused,no such account,2025-12-10\n' "$(list)" "$(number "$ann")" >"$work/answer.csv"
st batch import premium_answer "$work/answer.csv" --date 2025-12-10 --force >"$work/said" 2>&1 || cat "$work/said"
make
same "what came back is due once more" "staff 1 202511 100000 Mill" "$(rows)"
st reviewer employment premium approve "$(list)" >"$work/said" 2>&1

# It was not due: no contribution stands for the month.
untold "$ann" 202511
judge 2025-12-11
same "a month that falls away is somebody's" "1 open" "$(sql "select cause, state from task where person_id = $ann and rule_id = '$back'" | tr '|' ' ')"
same "two persons take it back" "proposed done taken_back" "$(move clerk "$ann" $back propose proof_seen) $(move reviewer "$ann" $back approve checked) $(sql "select state from subsidy where person_id = $ann")"
make
same "the next list asks it back" "staff 1 202511 -100000 Mill" "$(rows)"
told "$ann" 2025-11
same "taken back, the certificate may be claimed anew" "number 2 is received; the next judge works it out" "$(st clerk employment trained "$ann" C1 --occupation 6-18-02-04 --level 4 --issued 2025-11-10 \
	--unit-no 9133 --unit Mill --account 1202 2>&1 | tr -d '\r')"
same "and then nobody undoes that it was taken back" "undoing" "$(move clerk "$ann" $back undo mistake)"
same "so that it would count twice" taken_back "$(move reviewer "$ann" $back approve checked >/dev/null; sql "select state from subsidy where person_id = $ann and claim_no = 1")"
finish
