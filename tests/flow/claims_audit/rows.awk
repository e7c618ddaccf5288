# Rows of edges.txt as the JSON that the audit reads, and as the flags that are wanted: -v want=1.
function text(s) { return "\"" (s == "-" ? "" : s) "\"" }
function number(s) { return s == "" ? "null" : s }
BEGIN { FS = "|"; if (!want) print "{\"parameters\":{\"split_stay_gap_days\":15,\"frequent_outpatient_per_month\":2,"; }
/^#/ || NF < 10 { next }
want {
	n = split($10, flags, " ")
	for (i = 1; i <= n; i++) print $1 "," (flags[i] ~ /^\+/ ? $3 : $2) "," (flags[i] ~ /^\+/ ? substr(flags[i], 2) : flags[i])
	next
}
!seen++ { print "\"frequent_purchase_per_month\":2,\"frequent_admission_per_month\":2,\"child_age_max\":14},\"cases\":[" }
{
	if ($1 != last) printf "%s{\"case\":\"%s\",\"claims\":[", (last ? "]},\n" : ""), $1
	split($4, who, " "); split($7, days, " ")
	printf "%s{\"claim\":%s,\"person\":%s,\"sex\":%s,\"birth\":%s,\"death\":%s,\"type\":%s,\"provider\":%s,\"tier\":\"3\",",
		($1 == last ? ",\n" : ""), text($2), text($3), text(who[1]), text(who[2]), text(who[3]), text($5), text($6)
	printf "\"admit\":%s,\"discharge\":%s,\"insurance\":\"310\",\"diagnosis\":%s,\"lines\":[", text(days[1]), text(days[2]), text($8)
	last = $1
	n = split($9, lines, ";")
	for (i = 1; i <= n; i++) {
		split(lines[i], f, ",")
		printf "%s{\"date\":%s,\"item\":%s,\"code\":%s,\"qty\":%s,\"unit_price\":%s,\"time\":%s}", (i > 1 ? "," : ""),
			text(f[1]), text(f[2]), text(f[3]), number(f[4]), number(f[5]), text(f[6])
	}
	printf "]}"
}
END { if (!want) print "]}]}" }
