# A sender's spreadsheet and his file of fixed widths: proposed as a map, adopted, and read as any file; what a sheet has lost is refused
# with a word that its sender understands.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city sheets 600 9
st batch judge --date 2025-11-01 2>/dev/null
drafts="$work/drafts"
mkdir -p "$drafts"
propose() { (cd "$drafts" && "$steward" feed map "$@" 2>&1); }
make_sheet="$builddir/tests/flow/make_sheet"
ids() { awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["pension_status"] == "paid" { print $1 "\t" $2 "\t" $at["birth_date"] }' "$city/register.csv" | sed -n "$1p"; }
one() { ids "$1" | cut -f"$2"; }

# A title over all, headings in two rows, days as numbers with and without their form, a number that was cut, an error.
{
	printf 'sheet\t说明\nsheet\t名册\nmerge\t0\t0\t0\t4\t某市死亡人员名册\n'
	printf 'row\t2\tt:证件号码\tt:姓名\tt:出生情况\t\tt:死亡\n'
	printf 'merge\t1\t2\t1\t3\t出生情况\nrow\t3\t\t\tt:年龄\tt:生日\tt:日期\n'
	printf 'row\t4\tt:%s\tt:%s\tn:80\tt:%s\td:45966\n' "$(one 1 1)" "$(one 1 2)" "$(one 1 3)"
	printf 'row\t5\tt:%s\tt:%s\tn:80\tt:%s\tn:45966\n' "$(one 2 1)" "$(one 2 2)" "$(one 2 3)"
	printf 'row\t8\tn:%s\tt:%s\tn:80\tt:%s\td:45966\n' "$(one 3 1)" "$(one 3 2)" "$(one 3 3)"
	printf 'row\t9\tt:%s\tt:%s\tn:80\tt:%s\tf:=1/0=#DIV/0!\n' "$(one 4 1)" "$(one 4 2)" "$(one 4 3)"
} | "$make_sheet" "$work/dead.xlsx"
out=$(propose death "$work/dead.xlsx" --constant place=医院)
same "the only sheet with something in it is taken, headings over two rows are seen" 1 "$(echo "$out" | grep -c '^sheet 名册, headings in row 2-3$')"
same "what stands over several columns is part of their names" "出生情况/年龄 出生情况/生日 死亡/日期" "$(echo "$out" | sed -n 's/^not known, left out: //p' | paste -sd ' ')"
propose death "$work/dead.xlsx" --constant place=医院 --from died_on=死亡/日期 --from birth_date=出生情况/生日 --write >/dev/null
map="$drafts/parameters/maps_death.lua"
same "the map names sheet and rows" 1 "$(grep -c 'sheet = "名册", head = "2-3"' "$map")"
same "the checker has nothing to say" 0 "$("$steward" rules check --folder "$map" >/dev/null 2>&1; echo $?)"
sed 's/head = "2-3"/head = "3-2"/' "$map" >"$work/maps_death.lua"
mkdir -p "$work/bad/parameters" && mv "$work/maps_death.lua" "$work/bad/parameters/"
same "but to rows that are none" 1 "$("$steward" rules check --folder "$work/bad/parameters/maps_death.lua" 2>&1 | grep -c 'head must be rows of headings')"
put_into_force "$map"
before=$(sql "select count(*) from batch")
said=$(st batch import death "$work/dead.xlsx" --date 2025-11-06 --dry-run 2>&1)
same "a try keeps nothing" "1 $before" "$(echo "$said" | grep -c '^4 rows read = 2 accepted.* 2 rejected; nothing was kept$') $(sql "select count(*) from batch")"
same "a report names the rows of the sheet" "4,accept, 5,accept, 8,reject 9,reject 0,accept," \
	"$(st batch import death "$work/dead.xlsx" --date 2025-11-06 --dry-run --report csv 2>/dev/null | sed 's/,reject.*/,reject/' | paste -sd ' ')"
said=$(st batch import death "$work/dead.xlsx" --date 2025-11-06 2>&1)
same "rows add up" 1 "$(echo "$said" | grep -c '^4 rows read = 2 accepted (2 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 2 rejected')"
same "a number that was cut is refused in clear words, at its row" 1 "$(echo "$said" | grep -c 'line 8: 证件号码: the spreadsheet has kept only the first 15 digits')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st batch import death "$work/dead.xlsx" --date 2025-11-06 --dry-run 2>&1 | grep -c '表格只保留了这个数的前 15 位')"
same "so is an error of the sheet" 1 "$(echo "$said" | grep -c 'line 9: 死亡/日期: the cell has an error')"
same "days by their number are days, with a form and without" "2025-11-05 2" "$(sql "select from_day || ' ' || count(*) from status_event group by from_day" | head -1)"
load=$(sql "select max(batch_id) from batch")
same "the refused rows are mended as any" 1 "$(st admin loads repair "$load" died_on '#DIV/0!' 2025-11-05 2>&1 | grep -c '^1 rows are mended')"
st batch judge --date 2025-11-06 2>/dev/null
same "and come in with the rows they had" "4 5 9" "$(sql "select string_agg(line::text, ' ' order by line) from status_event where batch_id = $load")"
same "the same file again adds nothing" 1 "$(st batch import death "$work/dead.xlsx" --date 2025-11-06 2>&1 | grep -c 'came in before')"

# The drop folder takes it, too.
{
	printf 'sheet\t名册\nrow\t2\tt:证件号码\tt:姓名\tt:出生情况\t\tt:死亡\nrow\t3\t\t\tt:年龄\tt:生日\tt:日期\n'
	printf 'row\t4\tt:%s\tt:%s\tn:80\tt:%s\td:45967\n' "$(one 5 1)" "$(one 5 2)" "$(one 5 3)"
} | "$make_sheet" "$work/next.xlsx"
mkdir -p "$work/inbox/2025-11-07" && cp "$work/next.xlsx" "$work/inbox/2025-11-07/death.xlsx"
same "the work of a day reads a sheet" 1 "$(st batch day --drop "$work/inbox" --date 2025-11-07 2>&1 | grep -c 'death.xlsx: 1 new, .* 0 rejected')"

# Headings of the feed's own need no map.
{ printf 'sheet\ta\nrow\t1\tt:id_no\tt:name\tt:birth_date\tt:died_on\tt:place\n'
	printf 'row\t2\tt:%s\tt:%s\td:3\tt:2025-11-05\tt:家中\n' "$(one 6 1)" "$(one 6 2)"; } | "$make_sheet" "$work/own.xlsx"
same "a sheet in the feed's own words is read as it is" 1 "$(st batch import death "$work/own.xlsx" --date 2025-11-07 --dry-run 2>&1 | grep -c '^1 rows read = ')"

# What is told at once of a file as a whole.
kept=$(sql "select count(*) from status_event")
wrong() { st batch import death "$work/$1" --date 2025-11-07 2>&1 | grep -c "$2"; }
{ printf 'sheet\ta\nrow\t1\tt:x\tt:y\nsheet\tb\nrow\t1\tt:x\tt:y\n'; } | "$make_sheet" "$work/two.xlsx"
same "several sheets: one must be named" 1 "$(propose death "$work/two.xlsx" | grep -c 'several sheets with something in them: a, b')"
same "another sheet is refused by name" 1 "$(wrong two.xlsx 'has no sheet "名册"')"
{ printf 'sheet\t名册\nrow\t2\tt:证件号码\tt:姓名\tt:出生情况\t\tt:死亡\nrow\t3\t\t\tt:年龄\tt:生日\tt:日期\n'
	printf 'row\t4\tt:%s\tt:%s\tn:80\tt:%s\n' "$(one 7 1)" "$(one 7 2)" "$(one 7 3)"; printf 'merge\t3\t4\t5\t4\t2025-11-05\n'; } | "$make_sheet" "$work/merged.xlsx"
same "one value over several rows is none of the lower ones" 1 "$(wrong merged.xlsx 'the cells E4:E6 are one over several rows')"
head -c 3000 "$work/dead.xlsx" >"$work/cut.xlsx"
same "half a spreadsheet is none" 1 "$(wrong cut.xlsx 'is no whole spreadsheet')"
printf '\320\317\021\340\241\261\032\341 and so on' >"$work/old.xlsx"
same "an old one, or one with a password, is told so" 1 "$(wrong old.xlsx 'old spreadsheet (.xls), or one with a password')"
same "of none of these a row is kept" "$kept" "$(sql "select count(*) from status_event")"

# Fixed widths in GB18030, counted in bytes as the system of the sender does.
new_db sheets_fixed
areas_in sheets_fixed "$city"
st batch import register "$city/register.csv" --date 2025-11-01 2>/dev/null
st batch judge --date 2025-11-01 2>/dev/null
fixed() { awk -F'\t' '{ n = $2; w = 12 - 2 * length(n); printf "%s%s%*s%s20251105\n", $1, n, w, "", $3 }'; }
ids 1,3 | LC_ALL=C.UTF-8 fixed >"$work/fixed.txt"
{ ids 4 | LC_ALL=C.UTF-8 fixed | cut -c1-30; ids 5 | LC_ALL=C.UTF-8 fixed | sed 's/20251105$/\t20251105/'
	ids 6 | LC_ALL=C.UTF-8 fixed | sed 's/$/ X/'; } >>"$work/fixed.txt"
iconv -f UTF-8 -t GB18030 "$work/fixed.txt" >"$work/fixed_gb.txt"
columns='证件号码:1-18|姓名:19-30|生日:31-40|死亡日期:41-48'
rm "$map"
out=$(propose death "$work/fixed_gb.txt" --encoding GB18030 --columns "$columns" --constant place=医院 --write)
same "widths are told with the way of counting" 1 "$(echo "$out" | grep -c "^encoding GB18030, fixed widths by bytes: $columns\$")"
same "the first row is the file's first line" 1 "$(echo "$out" | grep -c '^line 1$')"
same "and stands in the map" 1 "$(grep -cF "columns = \"$columns\", count = \"bytes\"" "$map")"
put_into_force "$map"
said=$(st batch import death "$work/fixed_gb.txt" --date 2025-11-06 2>&1)
same "rows add up here, too" 1 "$(echo "$said" | grep -c '^6 rows read = 3 accepted (3 new, 0 same, 0 corrected) + 0 contradictory + 0 doubtful + 3 rejected')"
same "a short line" 1 "$(echo "$said" | grep -c 'line 4: the line ends before its last column')"
same "a tab" 1 "$(echo "$said" | grep -c 'line 5: a tab stands in a line of fixed widths')"
same "a line that goes on" 1 "$(echo "$said" | grep -c 'line 6: the line goes on behind its last column')"
same "names are whole" "$(ids 1,3 | cut -f2 | sort | paste -sd ' ')" "$(sql "select string_agg(p.name, ' ' order by p.name collate \"C\") from status_event s join person p using (person_id)")"
same "their lines are those of the file" "1 2 3" "$(sql "select string_agg(line::text, ' ' order by line) from status_event")"
ids 7,9 | awk -F'\t' '{ print $1 "   " $3 "  20251104" }' >"$work/blank.txt"
same "blanks that all lines share part the columns" 1 "$(propose death "$work/blank.txt" --constant place=家中 | grep -c 'fixed widths by characters: 1-21|22-33|34-41$')"
finish
