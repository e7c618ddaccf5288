# A month of medical claims with known truth: -v n=LINES -v truth=FILE gives the JSON of the audit; truth gets
# case,subject,check.  Every person is a case.  Of fifty one has a violation, each check in turn, and as many lie just
# on the right side of a limit; the others are everyday.
function random(m) { seed = (seed * 1103515245 + 12345) % 2147483648; return int(seed / 65536) % m }
function day(d) { return sprintf("2025-03-%02d", d) }
function line(d, item, code, qty, price, time) {
	lines = lines (lines == "" ? "" : ",") sprintf("{\"date\":\"%s\",\"item\":\"%s\",\"code\":\"%s\",\"qty\":%s,\"unit_price\":%s,\"time\":\"%s\"}",
		d, item, code, qty, price, time)
	made++
}
function claim(no, type, provider, from, till, diagnosis, tier, fund) {
	claims = claims (claims == "" ? "" : ",") sprintf("{\"claim\":\"%s-%s\",\"person\":\"%s\",\"sex\":\"%s\",\"birth\":\"%s\",\"death\":\"%s\",\"type\":\"%s\",\"provider\":\"%s\",\"tier\":\"%s\",\"admit\":\"%s\",\"discharge\":\"%s\",\"insurance\":\"%s\",\"diagnosis\":\"%s\",\"lines\":[%s]}",
		person, no, person, sex, birth, death, type, provider, tier == "" ? 3 : tier, from, till, fund == "" ? "310" : fund,
		diagnosis == "" ? "J18.900" : diagnosis, lines)
	lines = ""
}
function everyday(d, count,    k, first) {
	first = random(900)
	for (k = 0; k < count; k++)
		line(d, "诊疗项目" (first + 7 * k) % 1000, sprintf("F%05d", (first + 7 * k) % 1000), 1 + random(3), 1 + random(90) ".50",
			sprintf("%02d:%02d", 8 + random(9), random(60)))
}
function visit(no, d, provider) { everyday(day(d), 2 + random(7)); claim(no, "outpatient", provider, day(d), day(d)) }
function stay(no, from, till, provider) { everyday(day(from), 3 + random(6)); everyday(day(till), from == till ? 0 : 2); claim(no, "inpatient", provider, day(from), day(till)) }
function wrong(no, check) { print person "," (no == "" ? person : person "-" no) "," check > truth; planted[check]++ }
function one(d, item, code, qty, price, time) { line(day(d), item, code, qty, price, time) }

# The k-th kind of violation; is: or the case beside it that is right.
function plant(k, is,    i) {
	if (k == 0) { death = day(10); visit("a", is ? 11 : 10, "H1"); if (is) wrong("a", "after_death") }
	if (k == 1) { one(5, "血常规", "A1", 1, 20, ""); one(is ? 5 : 6, "血常规", "A1", 1, 20, ""); claim("a", "inpatient", "H1", day(5), day(7)); if (is) wrong("a", "duplicate_line") }
	if (k == 2) { one(5, "大抢救", "", 1, 20, ""); one(is ? 5 : 6, "中抢救", "", 1, 20, ""); claim("a", "inpatient", "H1", day(5), day(7)); if (is) wrong("a", "exclusive_pair") }
	if (k == 3) { one(5, "双胎接生", "", 1, 900, "10:00"); one(5, "胎心监测", "", 1, 20, is ? "15:59" : "16:01"); sex = "F"; birth = "1992-05-05"; claim("a", "inpatient", "H1", day(5), day(7)); if (is) wrong("a", "exclusive_pair") }
	if (k == 4) { stay("a", 2, 9, "H1"); stay("b", is ? 8 : 9, 14, "H2"); if (is) wrong("b", "overlap_stay") }
	if (k == 5) { one(is ? 10 : 9, "床位费", "", 1, 60, ""); claim("a", "inpatient", "H1", day(2), day(9)); if (is) wrong("a", "line_outside_stay") }
	if (k == 6) { everyday("2025-01-29", 3); claim("a", "inpatient", "H1", "2025-01-26", "2025-01-31"); everyday(day(4), 3); claim("b", "inpatient", "H2", is ? day(3) : day(4), day(7)); if (is) wrong("b", "readmission_31d") }
	if (k == 7) { stay("a", 1, 3, "H1"); stay("b", is ? 18 : 19, 24, "H1"); wrong("b", "readmission_31d"); if (is) wrong("b", "split_stay") }
	if (k == 8) { for (i = 0; i < (is ? 16 : 15); i++) visit("v" i, 1 + i, "H" i); if (is) wrong("", "frequent_outpatient") }
	if (k == 9) { for (i = 0; i < (is ? 16 : 15); i++) { everyday(day(1 + i), 2); claim("s" i, "pharmacy", "S" i, day(1 + i), day(1 + i)) } if (is) wrong("", "frequent_purchase") }
	if (k == 10) { for (i = 0; i < (is ? 4 : 3); i++) { stay("t" i, 1 + i, 2 + i, "H" i); if (i > 1) wrong("t" i, "readmission_31d") } if (is) wrong("", "frequent_admission") }
	if (k == 11) { one(5, "妇科调经片", "", 1, 30, ""); sex = is ? "M" : "F"; claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "sex_drug") }
	if (k == 12) { one(5, "经皮前列腺动脉栓塞术", "39.7900x068", 1, 30, ""); sex = is ? "F" : "M"; claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "sex_operation") }
	if (k == 13) { one(5, "产后访视", "", 1, 30, ""); sex = is ? "M" : "F"; claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "sex_service") }
	if (k == 14) { everyday(day(5), 2); sex = is ? "M" : "F"; birth = "1980-01-01"; claim("a", "outpatient", "H1", day(5), "", "N80.100"); if (is) wrong("a", "sex_diagnosis") }
	if (k == 15) { one(5, "小儿定喘口服液", "", 1, 30, ""); birth = is ? "2010-03-05" : "2010-03-06"; claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "age_child_drug") }
	if (k == 16) { one(5, "小儿头皮静脉输液", "", 1, 30, ""); birth = is ? "2010-03-05" : "2010-03-06"; claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "age_child_service") }
	if (k == 17) { everyday(day(5), 2); sex = "F"; birth = is ? "1960-03-05" : "1960-03-06"; claim("a", "outpatient", "H1", day(5), "", "O80.000"); if (is) wrong("a", "age_diagnosis") }
	if (k == 18) { one(5, "CT平扫", "", 1, is ? "200.01" : "200.00", ""); claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "over_unit_price") }
	if (k == 19) { one(5, "胃镜", "", 1, 200, ""); one(is ? 11 : 12, "胃镜", "", 1, 200, ""); claim("a", "inpatient", "H1", day(5), day(12)); if (is) wrong("a", "over_frequency") }
	if (k == 20) { one(5, "阿司匹林", "", is ? 31 : 30, 1, ""); claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "over_days_or_quantity") }
	if (k == 21) { one(5, "肝移植术", "", 1, 9000, ""); claim("a", "inpatient", "H1", day(5), day(9), "", is ? 2 : 3); if (is) wrong("a", "facility_level") }
	if (k == 22) { one(5, "康复辅具", "", 1, 900, ""); claim("a", "outpatient", "H1", day(5), "", "", 3, is ? "310" : "工伤"); if (is) wrong("a", "insurance_type") }
	if (k == 23) { one(5, "甲药", "", 1, 9, ""); one(5, is ? "乙药" : "丙药", "", 1, 9, ""); claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "duplicate_prescription") }
	if (k == 24) { one(5, "甘草", "", 9, 1, ""); if (!is) one(5, "黄芪", "", 9, 1, ""); claim("a", "outpatient", "H1", day(5), ""); if (is) wrong("a", "tcm_no_pay") }
	if (k == 25) { everyday(day(5), 2); claim("a", "inpatient", "H1", day(5), is ? day(4) : day(5)); if (is) wrong("a", "invalid_date") }
}
BEGIN {
	seed = 20250301; kinds = 26
	printf "{\"cases\":["
	for (p = 0; made < n; p++) {
		person = sprintf("P%07d", p); claims = ""; sex = random(2) ? "M" : "F"; death = ""
		birth = sprintf("%d-%02d-%02d", 1935 + random(70), 1 + random(12), 1 + random(28))
		if (p % 50 == 17) plant(int(p / 50) % kinds, 1)
		else if (p % 50 == 42) plant(int(p / 50) % kinds, 0)
		else for (c = 1 + random(3); c > 0; c--) visit("c" c, 3 * c + random(3), "H" random(40))
		if (p % 10 == 3) stay("w", 20, 26, "H" random(40))
		printf "%s{\"case\":\"%s\",\"claims\":[%s]}", p ? ",\n" : "", person, claims
	}
	print "]}"
	for (check in planted) total++
	print p " persons, " made " lines, " total " checks" > "/dev/stderr"
}
