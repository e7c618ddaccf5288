# Rows as a spreadsheet: numbers are numbers, identity numbers are texts, and nothing else gets into the file.
. "$srcdir/tests/lib.sh"
needs risk
small_city sheets 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 2>/dev/null
st clerk tasks --format xlsx --limit 1000 >"$work/tasks.xlsx" 2>"$work/said"
ok "a list as a spreadsheet" $?
sheet() { unzip -p "$1" "xl/worksheets/sheet${2:-1}.xml"; }
sheet "$work/tasks.xlsx" | xmllint --noout - 2>/dev/null
ok "which is well formed" $?
same "a row for each task below the titles" "$(($(st clerk tasks --format csv --limit 1000 2>/dev/null | wc -l)))" \
	"$(sheet "$work/tasks.xlsx" | grep -o '<row ' | wc -l)"
same "under the titles of the screen" 1 "$(sheet "$work/tasks.xlsx" | grep -c '<t>Due</t>')"
# Two persons by name: of each the number with 18 digits, as it is.
id=$(sql "select id_no from person_ident order by 1 limit 1")
st clerk search "$id" --format xlsx >"$work/found.xlsx" 2>/dev/null
same "a number of 18 digits is a text" 1 "$(sheet "$work/found.xlsx" | grep -c "<t>$id</t>")"
same "a count is a number" 1 "$(sheet "$work/found.xlsx" | grep -c '<v>[0-9]*</v>')"
sql "update person set name = '=1+1' where person_id = (select person_id from person_ident where id_no = '$id')"
st clerk search "$id" --format xlsx >"$work/found.xlsx" 2>/dev/null
same "what looks like a formula is a text" "1 0" "$(sheet "$work/found.xlsx" | grep -c '<t>=1+1</t>') $(sheet "$work/found.xlsx" | grep -c '<f>')"
st clerk person "$id" --format xlsx >"$work/person.xlsx" 2>/dev/null
same "each part of a longer answer is a sheet" yes "$([ "$(unzip -l "$work/person.xlsx" | grep -c 'worksheets/sheet')" -gt 3 ] && echo yes)"
same "in the reader's language" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk search "$id" --format xlsx 2>/dev/null >"$work/zh.xlsx"; sheet "$work/zh.xlsx" | grep -c '<t>姓名</t>')"
st clerk doctor --format xlsx >"$work/none.xlsx" 2>"$work/said" || :
[ ! -s "$work/none.xlsx" ] || unzip -tq "$work/none.xlsx" >/dev/null
ok "what gives no rows spoils no file" $?
same "with csv alone goes --spreadsheet" 1 "$(st clerk tasks --format xlsx --spreadsheet 2>&1 >/dev/null | grep -c 'goes with csv alone')"
finish
