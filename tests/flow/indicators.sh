# Figures by their public definitions: every published row comes out through its calculation.
. "$srcdir/tests/lib.sh"
box="$work/indicators"
mkdir -p "$box"
rows="$srcdir/tests/unit/policy_data/indicators.csv"
sed 1d "$rows" | cut -d, -f1-3 | while IFS=, read -r figure given wanted; do
	printf '%s\n%s\n' "$(echo "$given" | sed 's/=[^ ]*//g; s/ /,/g')" "$(echo "$given" | sed 's/[^ ]*=//g; s/ /,/g')" >"$box/row.csv"
	got=$("$steward" eval "indicator.$figure" "$box/row.csv" 2>&1 | tr -d '\r' |
		awk -F, 'NR == 1 { for (k = 1; k <= NF; k++) if ($k == "result") at = k } NR == 2 { print $at }')
	awk -v w="$wanted" -v g="$got" 'BEGIN { exit !(g != "" && w + 0 == g + 0) }' || echo "$figure $given: $got instead of $wanted"
done >"$box/wrong"
same "every published figure comes out" "" "$(cat "$box/wrong")"
same "all of them were asked" 30 "$(sed 1d "$rows" | wc -l)"
printf 'balance,expense\n1,0\n' >"$box/row.csv"
ok "nothing is divided by nothing" "$("$steward" eval indicator.payable_months "$box/row.csv" 2>&1 | grep -q 'nothing to divide by'; echo $?)"
finish
