# What the fund pays: worked settlements come out, told with deductible and rate or by the place's own rule.
. "$srcdir/tests/lib.sh"
needs claims
figures="$srcdir/tests/unit/policy_data/settlement.csv" box="$work/settlement"
mkdir -p "$box"
settle() { "$steward" eval claims.settlement "$@" --folder --date 2026-08-01 2>/dev/null; }
# The last columns are fund, person, eligible, deductible, rule and error; what is wanted stands in front of them.
agree() {
	awk -F, 'NR == 1 { next } { sub(/\r$/, ""); n = NF; wanted = $(n - 7) "," $(n - 6)
		if (wanted == $(n - 5) "," $(n - 4)) good++; else printf "row %d: %s instead of %s; ", NR, $(n - 5) "," $(n - 4), wanted }
		END { printf "%d", good }'
}
same "worked settlements" 33 "$(settle "$figures" | agree)"
# The rules of Lianyungang, Shaoxing and Qingdao are there: they give the same without being told.
awk -F, -v OFS=, 'NR == 1 || /^CN-(3207|3306|3702)/ { if (NR > 1) $(NF - 3) = $(NF - 2) = ""; print }' "$figures" >"$box/rules.csv"
same "by the place's rule alone" "$(($(wc -l <"$box/rules.csv") - 1))" "$(settle "$box/rules.csv" | agree)"
ok "which are some" "$([ "$(wc -l <"$box/rules.csv")" -gt 15 ]; echo $?)"
row() {	# HEADER VALUES: fund, person, deductible or the error
	printf '%s\n%s\n' "$1" "$2" | settle | sed 1d | tr -d '\r' | awk -F, '{ print $(NF - 5), $(NF - 4), $(NF - 2), $NF }'
}
head=place,scheme,hospital_tier,total
same "three bands in full" "112320.00 7680.00 200.00 " "$(row $head "CN-3207,resident student or minor,level 1,120000")"
same "a stay in another area, unfiled" "11558.40 8441.60 800.00 " "$(row $head,elsewhere "CN-3306,employee,3,20000,unfiled")"
# Deductibles of 300 yuan and how they fall: by 100 to not below 100, by 100 once, by half, not at all.
later() {	# PLACE STAY: the deductible
	printf '%s\n%s\n' $head,stay "$1,x,3,5000,$2" | settle --set 'claims.settlement=[{"scheme":"x","tier":"3","deductible":300,"rate":0.5}]' |
		sed 1d | tr -d '\r' | awk -F, '{ printf "%d ", $(NF - 2) }'
}
same "each later stay 100 less" "300 200 100 100 " "$(for n in 1 2 3 5; do later CN-1302 $n; done)"
same "100 less once" "300 200 200 " "$(for n in 1 2 3; do later CN-4202 $n; done)"
same "half" "300 150 150 " "$(for n in 1 2 3; do later CN-4305 $n; done)"
same "not at all" "300 300 " "$(for n in 1 2; do later CN-6109 $n; done)"
same "half, then none" "300 150 0 0 " "$(for n in 1 2 3 4; do later CN-3306 $n; done)"
same "what is paid already counts against the year's most" "1000.00 599000.00 800.00 " "$(row $head,fund_this_year "CN-3306,employee,3,600000,399000")"
same "a place without a rule says so" 1 "$(printf '%s\n%s\n' $head "CN-44,resident,3,1000" | settle | grep -c 'no rule for resident at tier 3 is known in this place')"
same "the steps are told" 3 "$(printf '%s\n%s\n' $head "CN-3207,resident adult,level 1,10001" | settle --explain | grep -c "step *the fund's share\|step *deductible that counts")"
finish
