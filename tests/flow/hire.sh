# A subsidy to an employer for a person it has taken on who found it hard to find work: asked for at the counter, worked out by the
# place's rule, decided by two, paid by a list, taken back when the employment had ended; and a person's own one that was not due.
. "$srcdir/tests/lib.sh"
needs employment
small_city hire 1500 9
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
asks=employment.subsidy back=employment.hire_back own=employment.subsidy_back
cause_of() { sql "select cause from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'closed'), opened_on desc, cause desc limit 1"; }
state_of() { sql "select state from task where person_id = $1 and rule_id = '$2' order by state in ('withdrawn', 'closed'), opened_on desc, cause desc limit 1"; }
move() {	# LOGIN PERSON RULE EVENT REASON: the state, or the message
	st "$1" decide "$2" "$3" "$(cause_of "$2" "$3")" "$4" --reason "$5" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
why() { sql "select say from finding where person_id = $1 and rule_id = '$asks'"; }
list() { sql "select list_id from remit_list where kind = 'employer' and state <> 'taken_back' order by list_id desc limit 1"; }
rows() { sql "select coalesce(string_agg(period || ' ' || ref || ' ' || amount_fen, ';' order by period, ref), '') from remit_line where list_id = $(list)"; }
make() { st clerk employment premium make 2025-12 --employers >"$work/said" 2>&1; }
told() {	# PERSON MONTH BASE
	printf 'id_no,name,period,base,amount\n%s,%s,%s,1200\n' "$(sql "select i.id_no || ',' || p.name from person p
		join person_ident i using (person_id) where person_id = $1 limit 1")" "$2" "${3:-5000}" >"$work/contribution.csv"
	st batch import contribution "$work/contribution.csv" --date 2025-12-01 --force >"$work/said" 2>&1 || cat "$work/said"
}
untold() { sql "delete from contribution where person_id = $1 and period = $2; insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from person where person_id = $1 on conflict do nothing"; }

judge 2025-12-01
ann=$(sql "select person_id from person_fact where status = 'contributing' and scheme = 'employee' and died_on is null
	and birth_date between '1975-01-01' and '1990-01-01' order by 1 limit 1")
untold "$ann" 202511
employer="--unit-no 9133 --unit Mill --account 1202020209000012222"
# shellcheck disable=SC2086
asked() { st clerk employment hire "$ann" "$1" $employer 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
same "without a contribution for the month nothing is received" "no employer has paid contributions for that month" "$(asked 2025-11)"
told "$ann" 2025-11
same "nor without whom to pay" "an employer has a number, a name and an account" "$(said st clerk employment hire "$ann" 2025-11)"
same "nor by somebody else than a clerk" "this is reserved for the role clerk" "$(said st reviewer employment hire "$ann" 2025-11 --unit-no 9133 --unit Mill --account 1)"
asked 2025-11 >/dev/null
same "what the payroll says was paid is filled in" "hire 120000 9133 Mill" "$(sql "select kind, paid_fen, unit_no, unit from subsidy where person_id = $ann" | tr '|' ' ')"
same "one at a time" "a subsidy is asked for already, and not decided yet" "$(asked 2025-11)"
judge 2025-12-02
same "a place without a rule says so" '["no rule for it is in force here"]' "$(why "$ann")"
same "and nothing is proposed" "there is no amount to award" "$(move clerk "$ann" $asks propose proved)"

# The place adopts one: half of the share, and half of a minimum wage that is in force.
mkdir -p "$work/hire/parameters"
cat >"$work/hire/parameters/hire_here.lua" <<'E2'
return { { name = "employment.hire_subsidy", jurisdiction = "CN-33", unit = "rules", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { parts = 1, of = 2, post_parts = 1, post_of = 2, months = 36, near = 24 } } } },
	{ name = "employment.minimum_wage", jurisdiction = "CN-330681", unit = "yuan", basis = "a notice of the city",
	values = { { from = "2025-01-01", value = 2260 } } } }
E2
put_into_force "$work/hire/parameters/hire_here.lua"
judge 2025-12-03
same "it is for whom it was hard" '["it is for persons who have difficulty in finding work"]' "$(why "$ann")"
sql "insert into difficulty (person_id, claim_no, region_code, state, applied_on, registered_on, categories, review_on) select person_id, 1, region_code,
	'granted', '2025-06-01', '2025-01-01', 'long_term', '2026-06-01' from person where person_id = $ann"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = $ann on conflict do nothing"
judge 2025-12-04
same "half of 1200 and half of 2260" 173000 "$(sql "select monthly_fen from finding where person_id = $ann and rule_id = '$asks'")"
same "two persons decide" "proposed done" "$(move clerk "$ann" $asks propose proved) $(move reviewer "$ann" $asks approve checked)"
same "the person is paid nothing of it" 0 "$(sql "select count(*) from benefit where person_id = $ann and kind like 'subsidy%'")"
same "the same month is not asked for twice" "this subsidy was paid already" "$(asked 2025-11)"

# A list to the finance office, by two.
make
same "a list has the month" "202511 hire 1 173000" "$(rows)"
printf ':pl\n1 A\n:qu\n' | st reviewer desk --line >"$work/desk" 2>&1
same "approved on the screen by a second person" approved "$(sql "select state from remit_list where list_id = $(list)")"
st clerk employment premium file "$(list)" --out "$work/list.csv" >"$work/said" 2>&1
same "with whom is paid, and where" "list_no,month,kind,amount,unit_no,unit,account $(list),2025-11,hire 1,1730.00,\"9133\",\"Mill\",\"1202020209000012222\"" \
	"$(cut -d, -f1-3,6-9 "$work/list.csv" | tr '\n' ' ' | sed 's/ $//')"
same "no more is to be paid" "nothing is to be paid to employers" "$(said st clerk employment premium make 2025-12 --employers)"
same "contributions of the fund have lists of their own" "nothing is to be told to the collecting office" "$(said st clerk employment premium make)"

# The employment had ended: the payroll takes the month back.
untold "$ann" 202511
judge 2025-12-05
same "it is somebody's" "1 open" "$(cause_of "$ann" $back) $(state_of "$ann" $back)"
judge 2025-12-08
same "once" 1 "$(sql "select count(*) from task where rule_id = '$back'")"
told "$ann" 2025-11 5001
judge 2025-12-09
same "the month is told again: nothing is to be decided" 0 "$(sql "select count(*) from task where rule_id = '$back' and state = 'open'")"
untold "$ann" 202511
judge 2025-12-10
same "one proposes, and does not approve" "proposed \"approve\" is reserved for the role reviewer" "$(move clerk "$ann" $back propose proof_seen) $(move clerk "$ann" $back approve checked)"
same "a second person does" "done taken_back" "$(move reviewer "$ann" $back approve checked) $(sql "select state from subsidy where person_id = $ann")"
make
same "the next list asks it back" "202511 hire 1 -173000" "$(rows)"
same "taken back by two it stays" "undoing open granted" "$(move clerk "$ann" $back undo mistake) $(move reviewer "$ann" $back approve checked) $(sql "select state from subsidy where person_id = $ann")"
same "and nothing is asked back" "nothing is to be paid to employers" "$(said st clerk employment premium make 2025-12 --employers)"
same "a clerk says that it was due" dismissed "$(move clerk "$ann" $back reject was_due)"

# A person's own one, for flexible work in a month that an employer has paid for.
sql "insert into subsidy (person_id, claim_no, region_code, state, kind, applied_on, month, paid_fen, from_month, amount_fen, decided_on)
	select person_id, 2, region_code, 'granted', 'flexible', '2025-12-01', '2025-12-01', 60000, '2025-12-01', 40000, '2025-12-02' from person where person_id = $ann"
sql "insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select person_id, 'unemployment', 'subsidy_flexible', '2025-12-01', '2026-01-01', region_code, 'paid', 40000, 0, 0 from person where person_id = $ann"
sql "insert into account (person_id, channel, number, valid_from, region_code, holder, batch_id, line) select person_id, 'icbc',
	'6222000011112222333', '2025-01-01', region_code, name, 1, 1 from person where person_id = $ann on conflict do nothing"
month() {
	st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null &&
		st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run order by run_id desc limit 1")" >/dev/null &&
		st clerk pay export "$1" "$work/out$1" >/dev/null && st clerk pay confirm "$1" "$work/out$1" >/dev/null
}
month 2025-12 >"$work/said" 2>&1 || cat "$work/said"
told "$ann" 2025-12
judge 2025-12-12
same "an employer's contribution for it is a signal" "2 open" "$(cause_of "$ann" $own) $(state_of "$ann" $own)"
same "taken back by two" "proposed done" "$(move clerk "$ann" $own propose proof_seen) $(move reviewer "$ann" $own approve checked)"
same "what was paid is somebody's to claim" "open 40000" "$(sql "select t.state, f.monthly_fen from task t join finding f using (person_id, rule_id, cause)
	where t.person_id = $ann and t.rule_id = 'money.overpaid'" | tr '|' ' ')"
same "undone by two it stands as before" "undoing open granted 40000" "$(move clerk "$ann" $own undo mistake) $(move reviewer "$ann" $own approve checked) $(sql "select s.state, b.monthly_fen
	from subsidy s join benefit b on b.person_id = s.person_id and b.kind = 'subsidy_flexible' where s.person_id = $ann and s.claim_no = 2" | tr '|' ' ')"
finish
