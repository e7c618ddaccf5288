# What a benefit owes to others before its person is paid: by orders that two persons have entered, first what the law puts
# first, never below what is left to live on; paid by the run's own files, once, also when it comes back.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city deduct 600 9
st batch import account "$city/account.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-03 2>/dev/null
sql "delete from pay_gate where kind = 'suspend'"
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
run() { sql "select max(run_id) from pay_run"; }
signed() { st clerk pay prepare "$1" >/dev/null && st clerk pay gate "$1" >/dev/null && st clerk pay sign "$1" >/dev/null; }
approve() { st reviewer pay approve "$1" --signature "$(sql "select digest from pay_run where run_id = $(run)")"; }
month() { signed "$1" && approve "$1" >/dev/null; }
out() { st clerk pay export "$1" "$work/ded$1" >/dev/null && st clerk pay confirm "$1" "$work/ded$1" >/dev/null; }
ann=$(sql "select b.person_id from benefit b join account a using (person_id) where b.monthly_fen between 250000 and 500000
	and b.state = 'paid' and a.channel in ('icbc', 'cmb', 'abc') order by 1 limit 1")
was=$(sql "select monthly_fen from benefit where person_id = $ann and state = 'paid'")
of() { sql "select string_agg(concat_ws(' ', d.kind, x.amount_fen), ',' order by d.deduction_id, x.payment_id) from pay_deduction x
	join deduction d using (person_id, deduction_id) where x.run_id = $(run)"; }
line() { sql "select amount_fen || ' ' || offset_fen from pay_line where run_id = $(run) and person_id = $ann and period = $1"; }
order() {	# KIND ORDER MORE...
	kind=$1 ref=$2
	shift 2
	st clerk deduct add "$ann" icbc 6222020000000000001 --kind "$kind" --creditor "债权人$ref" --order "$ref" "$@"
}

same "an order names who gets it" 1 "$(said st clerk deduct add "$ann" icbc 6222020000000000001 --amount 5 | grep -c 'not a deduction')"
same "and a sum or a share" 1 "$(said order tax T1 --amount 5 --share 3 | grep -c 'not a deduction')"
same "to an account that can be one" 1 "$(said st clerk deduct add "$ann" icbc 12 --amount 5 --creditor 甲 --order A1 | grep -c 'is not an account')"
order attachment A1 --share 50 --total 900 >/dev/null
order maintenance M1 --amount 500 >/dev/null
same "an order is entered once" 1 "$(said order maintenance M1 --amount 500 | grep -c 'entered already')"
first=$(sql "select deduction_id from deduction where ref = 'A1'") second=$(sql "select deduction_id from deduction where ref = 'M1'")
st clerk pay prepare 2025-11 >/dev/null
same "nothing is deducted before a second person agrees" "$was 0" "$(line 202511)"
same "who entered it does not agree to it" 1 "$(said st clerk deduct approve "$first" | grep -c 'second person')"
st reviewer deduct approve "$first" >/dev/null
st reviewer deduct approve "$second" >/dev/null
kept=$((was / 2 < 90000 ? was / 2 : 90000))
[ $((was - 50000 - 80000)) -ge "$kept" ] || kept=$((was - 130000))

signed 2025-11
same "maintenance first, then the attachment with what may be taken" "attachment $kept,maintenance 50000" "$(of)"
same "the person gets the rest" "$((was - 50000 - kept)) $((50000 + kept))" "$(line 202511)"
st clerk deduct end "$second" --why "settled" >/dev/null
same "an order that ends takes the signature away" "the run is not what was prepared: deductions of 1 persons differ, one of them is $ann" \
	"$(said approve 2025-11)"
same "one byte of a creditor's account, too" 1 "$(sql "update deduction set state = 'valid' where ref = 'M1';
	update pay_deduction set number = '6222020000000000002' where run_id = $(run)" >/dev/null
	said approve 2025-11 | grep -c 'not what was signed')"
month 2025-11 && out 2025-11
ok "a month is out" $?
same "the files carry all of the benefit" "$was" "$(sql "select sum(fen) from pay_payee where run_id = $(run) and person_id = $ann")"
same "the creditor's bank has a payment each" 2 "$(cat "$work"/ded2025-11/*icbc* | grep -c 债权人)"
same "its sums are right" 0 "$(sql "select count(*) from (select channel, sum(fen) as fen, count(*) as n from pay_payee where run_id = $(run) group by channel) p
	join pay_file f using (channel) where f.run_id = $(run) and (f.amount_fen, f.lines) is distinct from (p.fen::bigint, p.n)")"
same "nothing of the month is missing" 1 "$(said st clerk pay prepare 2025-11 | grep -c 'nothing is to be paid')"
same "the person page tells what was paid" 2 "$(st clerk deduct show "$ann" --format csv 2>/dev/null | grep -c "^,20251*-*11,")"

# The creditor's bank sends one back, the other is paid.
refs=$(sql "select string_agg('R' || x.run_id || '-' || x.payment_id || E'\t' || case when d.ref = 'M1' then E'RJCT\tAC04' else E'ACSC\t' end || E'\t', E'\n')
	from pay_deduction x join deduction d using (person_id, deduction_id) where x.run_id = $(run)")
open=$(sql "select pay_open($(run))")
psql -X -q -A -t "$db user=batch" -v ON_ERROR_STOP=1 -c "set search_path = steward" -v r="$refs" -f - >/dev/null <<END
select pay_reply_take('d1', 'a.xml', 'R$(run)-icbc', '', null, null, :'r');
END
same "an answer about a creditor is no answer about the person" "due 2" "$(sql "select string_agg(distinct state, ',') from pay_line where run_id = $(run)
	and person_id = $ann and amount_fen > 0") $((open - $(sql "select pay_open($(run))")))"
st batch judge --date 2025-11-12 --force 2>/dev/null
same "what came back is a task" "open" "$(sql "select state from task where rule_id = 'pay.deduction'")"
st batch judge --date 2025-12-01 --force 2>/dev/null
month 2025-12
left=$((90000 - kept))
same "the next run pays it once more, beside its own" "maintenance 50000,maintenance 50000" "$(of | tr ',' '\n' | grep maint | paste -sd,)"
same "the person pays it once" "$((was - 50000 - left)) $((50000 + left))" "$(line 202512)"
out 2025-12
st batch judge --date 2025-12-03 --force 2>/dev/null
same "then the task is gone" withdrawn "$(sql "select state from task where rule_id = 'pay.deduction'")"
same "an order with a sum in all ends with it" 90000 "$(sql "select deduct_paid($ann, $first, null)")"
st batch judge --date 2026-01-02 --force 2>/dev/null
signed 2026-01
same "and takes nothing any more" "maintenance 50000" "$(of)"

# Who is held is held with what others get of it.
sql "update account set number = '6222020000000000009', entered_on = '2026-01-02' where person_id = $ann" >/dev/null
signed 2026-01
st clerk pay gate 2026-01 >/dev/null
same "a held line pays no creditor" "held 0" "$(sql "select state from pay_line where run_id = $(run) and person_id = $ann") $(
	sql "select count(*) from pay_payee where run_id = $(run) and person_id = $ann")"
finish
