# A year of home visits with known truth, from a register: awk -v n=VISITS -v out=FOLDER -f nursing.awk register.csv
# One visit in a hundred, at most a thousand, cannot have been.  The truth says which and by what check; who can only be
# told apart by asking, the other visit of a pair, is in "pairs".
function day_of(d) { return strftime("%Y-%m-%d", 1735732800 + d * 86400, 1) }	# from 2025-01-01
function visit(no, p, nurse, kind, lat, d, from, to) {
	printf "%s,%s,%s,%s,%s,%s,,%.4f,120.3000,%s,%s,%s\n", no, id[p], name[p], nurse < 0 ? "" : "L" nurse,
		nurse < 0 ? "" : "Nurse " nurse, kind, lat, day_of(d), from, to > (out "/homevisit.csv")
}
function plant(no, check, other) {
	print no "," check > (out "/truth")
	if (other != "") print other > (out "/pairs")
}
BEGIN { FS = ","; days = 300; split("08:00 10:00 14:00 16:00", begins, " "); split("09:00 11:00 15:00 17:00", ends, " ") }
FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
FNR > 1 && substr($1, 7, 4) < 2000 { if ($at["certified_on"] != "") { id[m] = $1; name[m++] = $2 } else alive[k++] = $1 "," $2 }
END {
	# Who was seen alive this year is not told dead without a question: those come first, who stay as they are.
	for (i = 0; i < k; i++) { split(alive[i], x, ","); id[m] = x[1]; name[m++] = x[2] }
	nurses = int(n / (4 * days)) + 1
	planted = n < 100000 ? int(n / 100) : 1000
	free = m - planted	# whom the plain visits go to; the others are for what is planted
	if (free < nurses) { print "the register is too small" > "/dev/stderr"; exit 1 }
	print "licence,name,lat,lon" > (out "/home_nurse.csv")
	for (k = 0; k < nurses + planted; k++) printf "L%d,Nurse %d,36.0,120.3\n", k, k > (out "/home_nurse.csv")
	print "visit_no,id_no,name,nurse_licence,nurse,kind,place,lat,lon,day,began,ended" > (out "/homevisit.csv")
	print "id_no,name,birth_date,died_on,place" > (out "/death.csv")
	print "claim_no,line_no,id_no,name,kind,provider,tier,admitted,discharged,insurance,diagnosis,day,item,code,quantity,price,at" \
		> (out "/claim_charge.csv")
	print "id_no,name,level,dementia,impaired_from,from_day,to_day" > (out "/home_care.csv")
	for (j = 0; j < planted; j++) {
		d = 61 + 7 * int(j / (nurses - 1))	# a Monday
		base = (j % (nurses - 1)) * 4 * days + d * 4 + 3
		spoiled[base] = j + 1
		p = free + j
		if (j % 7 == 3) printf "C%d,1,%s,%s,inpatient,H1,3,%s,%s,,,%s,bed,,1,10.00,\n", j, id[p], name[p], day_of(d - 2),
			day_of(d + 2), day_of(d) > (out "/claim_charge.csv")
		if (j % 7 == 4) printf "%s,%s,%s-%s-%s,%s,\n", id[p], name[p], substr(id[p], 7, 4), substr(id[p], 11, 2),
			substr(id[p], 13, 2), day_of(d - 10) > (out "/death.csv")
		if (j % 7 == 6) {	# three hours a week are granted: the fourth is too much
			printf "%s,%s,3,no,2024-01-01,2024-12-01,\n", id[p], name[p] > (out "/home_care.csv")
			for (k = 1; k < 4; k++) moved[base + 4 * k] = p
			last[base + 12] = 1
		}
	}
	for (i = 0; i < n; i++) {
		nurse = int(i / (4 * days)); d = int(i % (4 * days) / 4); slot = i % 4
		p = (nurse + d * 37 + slot * 501) % free
		no = "V" i; kind = "nursing"; from = begins[slot + 1]; to = ends[slot + 1]; lat = 36 + nurse % 50 / 100 + slot / 200
		if (i in moved) { p = moved[i]; kind = "care"; if (i in last) plant(no, "outside_package") }
		if (!(i in spoiled)) { visit(no, p, nurse, kind, lat, d, from, to); continue }
		j = spoiled[i] - 1; q = free + j; what = j % 7
		if (what == 0) { visit(no, p, nurse, kind, lat, d, from, to)
			visit("X" j, q, nurse, kind, lat, d, "16:59", "17:30"); plant("X" j, "nurse_twice", no) }
		else if (what == 1) { visit(no, p, nurse, kind, lat + 2, d, from, to); plant(no, "travel", "V" (i - 1)) }
		else if (what == 2) { visit(no, p, nurse, kind, lat, d, from, to)
			visit("X" j, p, nurses + j, kind, lat, d, "15:30", "16:30"); plant("X" j, "person_twice", no) }
		else if (what == 3) { visit(no, q, nurse, kind, lat, d, from, to); plant(no, "in_hospital") }
		else if (what == 4) { visit(no, q, nurse, kind, lat, d, from, to); plant(no, "after_death") }
		else if (what == 5) { visit(no, p, j % 2 ? -1 : nurse, j % 2 ? kind : "", lat, d, from, to); plant(no, "incomplete") }
		else visit(no, q, nurse, "care", lat, d, from, to)
	}
}
