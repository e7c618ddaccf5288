# Papers at the counter: a certificate says what the register says, and whoever has its code learns whether it still does.
. "$srcdir/tests/lib.sh"
needs service
needs employment
small_city service_papers 1000 7
box="$work/service_papers"
mkdir -p "$box"
judge() { st batch judge --date "$1" --force 2>"$box/said" || cat "$box/said"; sql "update setting set value = '$1' where name = 'business_day'"; }
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
column() { awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { print $at[name] }'; }
of() { grep "^$1," "$city/register.csv" | cat "$box/head" - | column "$2"; }
head -1 "$city/register.csv" >"$box/head"
certify() {	# PERSON KIND FILE: its code
	st clerk service certificate "$1" "$2" --out "$box/$3.pdf" --format csv 2>"$box/said" | tr -d '\r' | sed 1d
}
verify() { st clerk service verify "$1" --format csv 2>/dev/null | tr -d '\r' | column "$2"; }
number() { sql "select person_id from person_ident where id_no = '$1'"; }

judge 2025-11-02
old=$(awk -F, 'NR > 1 && $14 == "paid" { print $1; exit }' "$city/register.csv")
young=$(awk -F, 'NR > 1 && $9 == "contributing" && $11 > 100 { print $1; exit }' "$city/register.csv")

# A certificate of what is paid.
code=$(certify "$old" pension pension)
same "a code that nobody guesses" 1 "$(echo "$code" | grep -cE '^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$')"
same "a PDF" %PDF "$(head -c 4 "$box/pension.pdf")"
same "of this code and day, its fonts with it" "1 1 1" "$(grep -ac "/Title ($code)" "$box/pension.pdf") $(grep -ac "/CreationDate (20251102" \
	"$box/pension.pdf") $(grep -aq FontFile "$box/pension.pdf" && echo 1)"
same "it stands" stands "$(verify "$code" state)"
same "given in small letters, too" stands "$(verify "$(echo "$code" | tr A-F a-f)" state)"
same "with the register's sum" 1 "$(verify "$code" was | grep -c "$(of "$old" pension)")"
other=$(certify "$old" pension again)
ok "another one has a code of its own" "$([ -n "$other" ] && [ "$other" != "$code" ]; echo $?)"
same "who has no pension gets none" "the register does not say so of this person" "$(said st clerk service certificate "$young" pension --out "$box/none.pdf")"
same "and no file" "" "$(ls "$box" | grep none)"
same "nor a certificate of the moon" "a certificate is one of pension or months" "$(said st clerk service certificate "$old" moon --out "$box/none.pdf")"
same "it needs a file" "a certificate needs a file to be written to" "$(said st clerk service certificate "$old" pension)"
same "a reviewer hands none out" "this is reserved for the role clerk" "$(said st reviewer service certificate "$old" pension --out "$box/none.pdf")"
same "a code of nobody" "no certificate has this code" "$(said st clerk service verify 0000-0000-0000)"
same "the audit has each" 2 "$(sql "select count(*) from audit_log where op = 'service.certificate' and person_id = $(number "$old")")"

# What is stopped is paid no longer, and the code tells so.
p=$(number "$old")
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
		select person_id, 'money.x', 'x', region_code, 'suspend', '2025-12-01', 1, '2025-11-01' from person where person_id = $p;
	insert into decision (person_id, decision_id, region_code, rule_id, cause, event, outcome, automatic, reason, note, author,
		business_day, rule_hash, inputs) select person_id, 1, region_code, 'money.x', 'x', 'propose', 'proposed', false, 'x', '',
		'clerk', '2025-11-01', '', '{}' from person where person_id = $p;
	insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state, decision_id, proposer)
		select person_id, 1, region_code, 'money.x', 'x', 202511, 'provisional', 1, 'clerk' from person where person_id = $p" >/dev/null
same "stopped it is no longer so" outdated "$(verify "$code" state)"
same "was" 1 "$(verify "$code" was | grep -c "$(of "$old" pension)")"
same "and is" 1 "$(verify "$code" now | grep -c 'no pension is paid')"

# Months that come since take nothing away; months that go do.
code=$(certify "$young" months months)
months=$(of "$young" months)
same "months of the register" 1 "$(verify "$code" was | grep -cw "$months")"
printf 'id_no,name,period,base,amount\n%s,%s,2025-11,5000.00,400.00\n' "$young" "$(of "$young" name)" >"$box/contribution.csv"
st batch import contribution "$box/contribution.csv" --date 2025-11-03 2>/dev/null
judge 2025-11-03
same "one more month" "stands 1" "$(verify "$code" state) $(verify "$code" now | grep -cw $((months + 1)))"
sql "update enrolment set months_before = months_before - 12 where person_id = $(number "$young")"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = $(number "$young")
	on conflict do nothing"
judge 2025-11-04
same "twelve that were a mistake" "outdated 1" "$(verify "$code" state) $(verify "$code" now | grep -cw $((months - 11)))"
finish
