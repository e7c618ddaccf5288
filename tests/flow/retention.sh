# A refund of unemployment contributions to an employer that kept its posts: what is held is filled in, the place's rule works it out,
# two persons decide, a third sends it, and what was granted on more than was paid is decided anew.
. "$srcdir/tests/lib.sh"
needs fund
small_city retention 1000 9
said() { "$@" 2>&1 | tr -d '\r' | sed -n 's/^steward: //p'; }
day() { sql "update setting set value = '$1' where name = 'business_day'"; }
judge() { st batch fund retention work >"$work/said" 2>&1 || cat "$work/said"; st batch judge --date "$1" --force >"$work/said" 2>&1 || cat "$work/said"; day "$1"; }
asks=fund.retention back=fund.retention_back
cause_of() { sql "select cause from task where rule_id = '$1' order by state in ('withdrawn', 'closed'), opened_on desc, cause limit 1"; }
move() {	# LOGIN RULE EVENT REASON: the state, or the message
	st "$1" decide 0 "$2" "$(cause_of "$2")" "$3" --reason "$4" --format csv 2>&1 | tr -d '\r' |
		sed -n 's/^steward: //p; t
			2{/^[0-9]/p}' | cut -d, -f2
}
why() { sql "select why || ' ' || yuan_text(amount_fen) from retention where unit_no = '9133'"; }
levy() {	# PAID-OF-DECEMBER
	echo unit_no,unit,period,scheme,assessed,paid,insured
	for m in 01 02 03 04 05 06 07 08 09 10 11; do echo "9133,Mill,2024-$m,unemployment,1000.00,1000.00,100"; done
	echo "9133,Mill,2024-12,unemployment,1000.00,$1,100"
}
take() { levy "$1" >"$work/levy.csv"; st batch import levy "$work/levy.csv" --date "$2" --force >"$work/said" 2>&1 || cat "$work/said"; }

day 2025-12-01
same "an employer that has paid nothing gets nothing back" "nothing was paid by this employer in that year" \
	"$(said st clerk fund retention ask 9133 2024 --size small --laid-off 5 --account 1202)"
take 1000.00 2025-12-01
same "what is not held is asked for" "size, persons laid off and account are told by the employer" "$(said st clerk fund retention ask 9133 2024)"
same "a year that goes on is not refunded" "nothing was paid by this employer in that year" "$(said st clerk fund retention ask 9133 2025 --size small --laid-off 5 --account 1202)"
st clerk fund retention ask 9133 2024 --size small --laid-off 5 --account 1202 >"$work/said" 2>&1 || cat "$work/said"
same "what is held is filled in" "Mill 1200000 12 100" "$(sql "select unit, paid_fen, months, insured from retention" | tr '|' ' ')"
judge 2025-12-02
same "a place without a rule says so" "no_rule 0.00" "$(why)"
same "and nothing is proposed" "there is no amount to award" "$(move clerk $asks propose proved)"

mkdir -p "$work/retention/parameters"
cat >"$work/retention/parameters/retention_here.lua" <<'E2'
return { { name = "fund.retention", jurisdiction = "CN-33", unit = "rules", basis = "a notice of the province",
	values = { { from = "2025-01-01", value = { large = 30, small = 60, months = 12, percent = 5.5, few = 30, few_percent = 20 } } } } }
E2
put_into_force "$work/retention/parameters/retention_here.lua"
judge 2025-12-03
same "the place's share of what was paid" "granted 7200.00" "$(why)"
st clerk fund retention ask 9133 2024 --size large --laid-off 5 --account 1202 >"$work/said" 2>&1
judge 2025-12-04
same "told once more it is a correction" "granted 3600.00 1" "$(why) $(sql "select count(*) from retention")"
st clerk fund retention ask 9133 2024 --size small --laid-off 6 --account 1202 >"$work/said" 2>&1
judge 2025-12-05
same "too many were laid off" "layoffs 0.00" "$(why)"
st clerk fund retention ask 9133 2024 --size small --laid-off 5 --account 1202 >"$work/said" 2>&1
judge 2025-12-08
same "one proposes, and does not approve" "proposed \"approve\" is reserved for the role reviewer" "$(move clerk $asks propose proved) $(move clerk $asks approve checked)"
same "a second person does" "done granted" "$(move reviewer $asks approve checked) $(sql "select state from retention")"
same "it is not asked for once more" "it is granted already" "$(said st clerk fund retention ask 9133 2024 --size small --laid-off 0 --account 1202)"
same "taken back by two" "undoing open open" "$(move clerk $asks undo mistake) $(move reviewer $asks approve checked) $(sql "select state from retention")"
same "and granted again" "proposed done" "$(move clerk $asks propose proved) $(move reviewer $asks approve checked)"
same "nobody but a manager sends it" "\"send\" is reserved for the role manager" "$(said st clerk fund retention send --out "$work/x.csv")"
st manager fund retention send --out "$work/pay.csv" >"$work/said" 2>&1 || cat "$work/said"
same "the file has whom, where and how much" '"9133","Mill",2024,"1202",7200.00' "$(sed 1d "$work/pay.csv")"
same "once" "nothing is to be paid to employers" "$(said st manager fund retention send --out "$work/x.csv")"

# The agency corrects what was paid.
take 500.00 2025-12-09
judge 2025-12-09
same "it rests on more than was paid" "9133 2024 12000.00 11500.00" "$(cause_of $back)"
same "two persons have it decided anew" "proposed done open" "$(move clerk $back propose paid_less) $(move reviewer $back approve checked) $(sql "select state from retention")"
same "undone it is granted as before" "undoing open granted 720000" "$(move clerk $back undo mistake) $(move reviewer $back approve checked) $(sql "select state, amount_fen from retention" | tr '|' ' ')"
same "and decided anew once more" "proposed done" "$(move clerk $back propose paid_less) $(move reviewer $back approve checked)"
judge 2025-12-10
same "eleven months are too few" "months 0.00" "$(why)"
same "a clerk refuses it" "dismissed refused" "$(move clerk $asks reject not_due) $(sql "select state from retention")"
st manager fund retention send --out "$work/pay.csv" >"$work/said" 2>&1 || cat "$work/said"
same "and what was sent is asked back" '"9133","Mill",2024,"1202",-7200.00' "$(sed 1d "$work/pay.csv")"
finish
