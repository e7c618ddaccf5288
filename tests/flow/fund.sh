# The fund's books: what the account tells, what units owe, what stands out, and whether it fits what the runs sent.
# Payable months and ratios are those of published figures.
. "$srcdir/tests/lib.sh"
needs fund
small_city fund 1000 7
box="$work/fund"
mkdir -p "$box"
take() {	# FEED FILE DAY
	st batch import "$1" "$2" --date "$3" 2>"$box/said"
}
figure() { sql "select round(case when of_total is null then counted else case when i.unit = '%' then 100 else 1 end * counted
	/ nullif(of_total, 0) end, 2) from indicator_value v join indicator i using (indicator) where indicator = '$1' and region_code = 0
	order by business_day desc limit 1"; }
night() { mkdir -p "$box/none"; st batch day --date "$1" --drop "$box/none" >"$box/said" 2>&1; }

# Employee pension 2021 (bulletin of the ministry): 52574 left, 56481 spent; residents 11396 and 3715.  Twelve even months.
flows() {	# LAST-DAY-SUM
	echo day,scheme,flow,project,amount
	for m in 01 02 03 04 05 06 07 08 09 10 11 12; do
		echo "2024-$m-15,employee,benefit,,4706.75"
		echo "2024-$m-15,resident,benefit,,309.58"
		echo "2024-$m-15,employee,contribution,,5000.00"
		echo "2024-$m-15,employee,subsidy,old-age allowance,1000.00"
	done
	echo "2025-01-15,employee,benefit,,$1"
	echo "2025-01-15,employee,subsidy,old-age allowance,1000.00"
	echo "2025-01-15,employee,other_out,old-age allowance,800.00"
}
flows 9000.00 >"$box/flows.csv"
printf 'day,scheme,balance\n2023-12-31,employee,48000.00\n2024-12-31,employee,52574.00\n2024-12-31,resident,11396.00\n' >"$box/balance.csv"
take fund "$box/flows.csv" 2025-11-06
same "every row is taken" "51 51 0" "$(sql "select rows_read || ' ' || rows_accepted || ' ' || rows_rejected from batch where feed = 'fund'")"
take fund_balance "$box/balance.csv" 2025-11-06
night 2025-11-06
same "payable months of employees and residents as published" "11.17 36.81 " \
	"$(st clerk fund list --format csv 2>/dev/null | tr -d '\r' | sed 1d | awk -F, '{ printf "%s ", $5 }')"
same "all schemes together" "$(awk 'BEGIN { printf "%.2f", 63970 / ((12 * 4706.75 + 12 * 309.58) / 12) }')" "$(figure A1)"
same "the first of January beside the year's cost" "$(awk 'BEGIN { printf "%.1f", 100 * 48000 / (12 * 4706.75) }')" \
	"$(st clerk fund list --format csv 2>/dev/null | tr -d '\r' | awk -F, '$1 == "employee" { print $8 }')"
same "in less out, in the month of the statement" "$(awk 'BEGIN { print (1000 - 9000 - 800) * 100 }').00" "$(figure A3)"
same "projects in what was spent" "$(awk 'BEGIN { printf "%.2f", 80000 / 9800 }')" "$(figure A7)"
same "subsidies in what came in" 100.00 "$(figure A6)"
same "what is not as on other months' days stands out" "employee,benefit employee,contribution resident,benefit " \
	"$(st clerk fund unusual --format csv 2>/dev/null | tr -d '\r' | sed 1d | cut -d, -f3,4 | LC_ALL=C sort | tr '\n' ' ')"
same "and is counted" 3.00 "$(figure A8)"

# Told again with the right sum: the newer word counts, the older stays.
flows 4706.75 >"$box/again.csv"
take fund "$box/again.csv" 2025-11-07
same "told again nothing counts twice" "102 51" "$(sql "select (select count(*) from fund_flow) || ' ' || count(*) from fund_now")"
same "the right sum is nothing unusual" "" "$(st clerk fund unusual --format csv 2>/dev/null | tr -d '\r' | sed 1d | grep employee,benefit)"

# Contributions: what a unit owes for a month, and how much of it is there when.
levy() {	# PAID-OF-B
	printf 'unit_no,unit,period,scheme,assessed,paid\nU1,第一厂,2025-09,employee,1000.00,1000.00\nU2,第二厂,2025-09,employee,500.00,%s\n' "$1"
	printf 'U2,第二厂,2024-09,employee,400.00,0.00\nU2,第二厂,2025-05,employee,300.00,0.00\n'
}
levy 0.00 >"$box/levy1.csv"
levy 400.00 >"$box/levy2.csv"
take levy "$box/levy1.csv" 2025-11-07
night 2025-11-07
same "collected of the newest month" "$(awk 'BEGIN { printf "%.2f", 100 * 1000 / 1500 }')" "$(figure A4)"
same "arrears, and those of some months and of more than a year" "120000.00 30000.00 40000.00" \
	"$(figure A5) $(figure A5m) $(figure A5y)"
take levy "$box/levy2.csv" 2025-11-08
night 2025-11-08
same "what came in later is no arrears" "$(awk 'BEGIN { printf "%.2f", 100 * 1400 / 1500 }') 80000.00" "$(figure A4) $(figure A5)"
same "and what had come by when can be seen" "66.7,93.3" \
	"$(sql "update fund_levy set told_on = '2025-10-20' where told_on = '2025-11-07'" >/dev/null
	st clerk fund collected --format csv 2>/dev/null | tr -d '\r' | awk -F, '$1 ~ /2025.?09/ { print $6 "," $8 }')"

# Employers: who has insured persons, and whose number of them falls by a fifth and by ten at least.
units() {	# U4'S NEWEST
	printf 'unit_no,unit,period,scheme,assessed,paid,insured\nU3,第三厂,2025-07,employee,1.00,1.00,100\nU3,第三厂,2025-10,employee,1.00,1.00,79\n'
	printf 'U4,第四厂,2025-07,employee,1.00,1.00,50\nU4,第四厂,2025-10,employee,1.00,1.00,%s\n' "$1"
	printf 'U5,第五厂,2025-07,employee,1.00,1.00,12\nU5,第五厂,2025-10,employee,1.00,1.00,3\nU6,第六厂,2025-01,employee,1.00,1.00,4\n'
}
units 40 >"$box/units.csv"
take levy "$box/units.csv" 2025-11-08
night 2025-11-09
opened() { sql "select coalesce(string_agg(substring(cause from ':(\w+) ') || ' ' || state, ',' order by substring(cause from ':(\w+) ')), '') from task where rule_id = 'fund.shrinking'"; }
same "by a fifth, and by ten persons" "U3 open,U4 open" "$(opened)"
same "each a row of the figure" "2 2" "$(figure G9 | cut -d. -f1) $(st clerk fund units --shrinking --format csv 2>/dev/null | grep -c '!')"
same "active, and who was not for long" "5 1" "$(figure B7 | cut -d. -f1) $(figure B7d | cut -d. -f1)"
units 41 >"$box/units.csv"
take levy "$box/units.csv" 2025-11-09
night 2025-11-10
same "told otherwise it is no matter any more" "U3 open,U4 withdrawn" "$(opened)"

# A run: what it needs, and the account beside it.
st clerk pay prepare 2025-11 >/dev/null 2>&1
needed=$(sql "select sum(amount_fen) from pay_line where scheme = 'employee' and state <> 'held'")
same "a request names what each scheme needs" "$needed" \
	"$(st clerk fund request --format csv 2>/dev/null | tr -d '\r' | awk -F, '$4 == "employee" { print $6 * 100 }')"
sql "update pay_line set state = 'paid' where state = 'due'; update pay_run set state = 'sent', signed_by = 'a', digest = 'x', approved_by = 'b',
	paid_on = '2025-11-10'" >/dev/null
same "a day that the account has not told is no difference" "" "$(night 2025-11-11
	sql "select cause from task where rule_id = 'fund.differs'")"
sent=$(sql "select sum(amount_fen) from pay_line where scheme = 'employee' and state = 'paid'")
day() {	# FEN
	printf 'day,scheme,flow,project,amount\n2025-11-10,employee,benefit,,%s\n' "$(awk -v f="$1" 'BEGIN { printf "%.2f", f / 100 }')"
}
day $((sent - 100)) >"$box/short.csv"
take fund "$box/short.csv" 2025-11-11
night 2025-11-11
same "a yuan less is a task of a manager" "2025-11-10 employee|open" "$(sql "select cause, state from task where rule_id = 'fund.differs'
	and cause like '%employee'")"
same "with both sums" "1.00" "$(st clerk fund compare --day 2025-11-10 --format csv 2>/dev/null | tr -d '\r' | awk -F, '$3 == "employee" { print $6 }')"
day "$sent" >"$box/right.csv"
take fund "$box/right.csv" 2025-11-12
night 2025-11-12
same "the right sum ends it" withdrawn "$(sql "select state from task where rule_id = 'fund.differs' and cause like '%employee'")"

# The medical fund: what it paid, less what banks sent back, of the contributions of its newest month.
printf 'day,scheme,flow,project,amount\n2025-11-12,medical,contribution,,4000.00\n2025-11-12,medical,benefit,,3000.00\n2025-11-12,medical,returned,,10.00\n2025-10-12,medical,benefit,,9.00\n' \
	>"$box/medical.csv"
take fund "$box/medical.csv" 2025-11-13
night 2025-11-13
same "incurred claims" "$(awk 'BEGIN { printf "%.2f", 100 * 2990 / 4000 }')" "$(figure H6)"
finish
