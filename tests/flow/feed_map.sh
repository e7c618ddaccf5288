# A sender's own file: a map is proposed from a sample, adopted as any text, and the file then comes in as if it had been in the feed's
# own words; what is wrong in it is told by its own headings.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city feed_map_plain 600 9
told() { sql "select md5(string_agg(x, ',' order by x)) from (select concat_ws(' ', i.id_no, p.name, p.sex, p.birth_date, p.region_code, p.household)
	as x from person p join person_ident i using (person_id) union all select concat_ws(' ', i.id_no, b.scheme, b.valid_from, b.monthly_fen, b.state)
	from benefit b join person_ident i using (person_id) where b.kind = 'pension') x"; }
plain=$(new_db feed_map_own; areas_in feed_map_own "$city" >/dev/null; st batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null; told)
new_db feed_map
areas_in feed_map "$city"

# The register as an office has it: in GB18030, with semicolons, in another order, days in four forms, the area in two columns.
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
		print "序号;姓名;公民身份号码;性别;出生日期;区县;街道;户号;险种;人员类别;参保状态;参保日期;缴费月数;个人账户余额;养老金(元);发放状态;首发年月;认证日期;失业日期"; next }
	function v(f) { return $at[f] }
	function day(s,   d) { if (s == "") return s; split(s, d, "-")
		if (NR % 4 == 0) return s
		if (NR % 4 == 1) return d[1] "/" d[2] + 0 "/" d[3] + 0
		if (NR % 4 == 2) return d[1] d[2] d[3]
		return d[1] "年" d[2] + 0 "月" d[3] + 0 "日" }
	function money(s,   n, o) { if (s == "") return s; n = index(s, "."); o = n ? substr(s, n) : ""; s = n ? substr(s, 1, n - 1) : s
		while (length(s) > 3) { o = "," substr(s, length(s) - 2) o; s = substr(s, 1, length(s) - 3) } return s o }
	function month(s) { return NR % 2 ? substr(s, 1, 4) substr(s, 6) : s }
	BEGIN { w["M"] = "男"; w["F"] = "女"; w["employee"] = "职工"; w["resident"] = "居民"; w["contributing"] = "在缴"; w["unemployed"] = "失业"
		w["lapsed"] = "断缴"; w["retired"] = "退休"; w["none"] = "未参保"; w["paid"] = "在发"; w["ended"] = "停发"
		c["male60"] = "甲"; c["female55"] = "乙"; c["female50"] = "丙"; c["resident"] = "丁" }
	{ print NR ";" v("name") ";" v("id_no") ";" w[v("sex")] ";" day(v("birth_date")) ";" substr(v("region_code"), 1, 6) ";" substr(v("region_code"), 7) ";" \
		v("household") ";" w[v("scheme")] ";" c[v("category")] ";" w[v("status")] ";" day(v("start_date")) ";" v("months") ";" money(v("account")) ";" \
		money(v("pension")) ";" w[v("pension_status")] ";" month(v("first_paid")) ";" day(v("certified_on")) ";" day(v("unemployed_since")) }' \
	"$city/register.csv" | iconv -f UTF-8 -t GB18030 >"$work/own.csv"
drafts="$work/feed_map_drafts"
mkdir -p "$drafts"
propose() { (cd "$drafts" && "$steward" feed map "$@" 2>&1); }
out=$(propose register "$work/own.csv")
same "encoding and separator are seen" 1 "$(echo "$out" | grep -c '^encoding GB18030, separator ;$')"
same "a heading nobody knows is named" "区县 序号 街道" "$(echo "$out" | sed -n 's/^not known, left out: //p' | sort | paste -sd ' ')"
same "so is a word without a code" "category=丁 category=丙 category=乙 category=甲" "$(echo "$out" | sed -n 's/^no code for this word: //p' | sort | paste -sd ' ')"
same "and a field without a column" region_code "$(echo "$out" | sed -n 's/^no column for this field: //p')"
same "then nothing is written" "1 no" "$(propose register "$work/own.csv" --write >/dev/null; echo $? "$([ -e "$drafts/parameters" ] || echo no)")"
out=$(propose register "$work/own.csv" --from 'region_code=区县|街道' --codes 'category=甲=male60|乙=female55|丙=female50|丁=resident' --write)
same "the first rows stand both ways" "$(sed -n 2p "$city/register.csv" | cut -d, -f4)" "$(echo "$out" | awk '/birth_date/ { print $NF; exit }')"
same "with what each file says" "$(sed -n 2p "$city/register.csv" | awk -F, '{ gsub("-", "", $4); print $4 }')" "$(echo "$out" | awk '/birth_date/ { print $2; exit }')"
map="$drafts/parameters/maps_register.lua"
same "the checker has nothing to say of the text" 0 "$("$steward" rules check --folder "$map" >/dev/null 2>&1; echo $?)"

same "a file in other words is refused while no map is in force" 1 "$(st batch import register "$work/own.csv" --date 2025-11-01 2>&1 | grep -c 'missing in the header')"
st policy rules rehearse "$map" --limit 0 >/dev/null 2>&1
same "one officer alone brings no map into force" 1 "$(st batch import register "$work/own.csv" --date 2025-11-01 2>&1 | grep -c 'missing in the header')"
same "a second one does" 0 "$(st policy2 rules adopt "$map" >/dev/null 2>&1; echo $?)"
rows=$(($(wc -l <"$city/register.csv") - 1))
same "then it comes in whole" 1 "$(st batch import register "$work/own.csv" --date 2025-11-01 2>&1 | grep -c "^$rows rows read = $rows accepted")"
same "as if it had been in the feed's own words" "$plain" "$(told)"
same "the feed's own headings do as before" 1 "$(st batch import register "$city/register.csv" --date 2025-11-01 2>&1 | grep -c "^$rows rows read = $rows accepted (0 new")"

# Another sender: tabs, a constant, a wrong row.
ids() { awk -F, -v n="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["pension_status"] == "paid" && k < n { k++; print $1 "\t" $2 "\t" $at["birth_date"] }' "$city/register.csv"; }
{ printf '死亡日期\t证件号码\t姓名\t生日\n'; ids 3 | sed 's/^/2025.11.5\t/'; ids 4 | sed -n '4s/^/5.11.2025\t/p'; echo; printf '2025-11-05\t330681193001010015\n'; } >"$work/dead.tsv"
propose death "$work/dead.tsv" --constant place=医院 --write >/dev/null
st batch judge --date 2025-11-01 2>/dev/null
put_into_force "$drafts/parameters/maps_death.lua"
said=$(st batch import death "$work/dead.tsv" --date 2025-11-06 2>&1)
same "rows add up" 1 "$(echo "$said" | grep -c '^5 rows read = 3 accepted (3 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 2 rejected')"
same "a wrong value is told by its own heading and line" 1 "$(echo "$said" | grep -c 'line 5: 死亡日期: invalid date')"
same "a short row by the file's columns" 1 "$(echo "$said" | grep -c 'line 7: 2 columns instead of 4')"
same "what the file does not have is as the map says" "医院 3" "$(sql "select place || ' ' || count(*) from status_event group by place")"
load=$(sql "select max(batch_id) from batch")
same "its refused rows are mended as any" 1 "$(st admin loads repair "$load" died_on 5.11.2025 2025-11-05 2>&1 | grep -c '^1 rows are mended')"
st batch judge --date 2025-11-06 2>/dev/null
same "and come in, with their lines" "2 3 4 5" "$(sql "select string_agg(line::text, ' ' order by line) from status_event where batch_id = $load")"
sed '1s/生日/诞辰/' "$work/dead.tsv" >"$work/other.tsv"
same "another heading is refused by its name" 1 "$(st batch import death "$work/other.tsv" --date 2025-11-06 2>&1 | grep -c 'column "生日" is missing in the header')"
sed '1s/$/\t备注/; 2,$s/$/\t/' "$work/dead.tsv" >"$work/more.tsv"
same "so is one more" 1 "$(st batch import death "$work/more.tsv" --date 2025-11-06 2>&1 | grep -c 'column "备注" is not in the map of death')"
mkdir -p "$work/inbox/2025-11-07"
sed '2,$s/2025.11.5/2025.11.6/' "$work/dead.tsv" | sed 5,7d >"$work/inbox/2025-11-07/death.csv"
same "the work of a day reads it, too" 1 "$(st batch day --drop "$work/inbox" --date 2025-11-07 2>&1 | grep -c 'death.csv: [0-9]* new, [0-9]* same, [0-9]* corrected, .* 0 rejected')"
sed 's/encoding = "UTF-8"/encoding = "Latin"/' "$drafts/parameters/maps_death.lua" >"$work/bad.lua"
mkdir -p "$work/bad/parameters" && mv "$work/bad.lua" "$work/bad/parameters/maps_death.lua"
same "a map of another shape is no text" 1 "$("$steward" rules check --folder "$work/bad/parameters/maps_death.lua" 2>&1 | grep -c 'needs encoding, UTF-8 or GB18030')"
finish
