# A new office has no area but the whole until a file brings them; the code it was made with is where its staff works.
. "$srcdir/tests/lib.sh"
new_db areas
sql "delete from region where region_code <> 0 and region_code <> 330681;
	update region set name = '330681', parent_code = 0 where region_code = 330681"
same "the file of areas comes in" 0 "$(st batch import areas "$cities/areas/areas.csv" --date 2025-11-01 >/dev/null 2>&1; echo $?)"
same "with all that are in it, and the whole" "$(wc -l <"$cities/areas/areas.csv")" "$(sql "select count(*) from region")"
same "one has its name and lies where the file says" "枫桥镇|330681" "$(sql "select name, parent_code from region where region_code = 330681109")"
same "the office's own has a name now" 诸暨市 "$(sql "select name from region where region_code = 330681")"
before=$(sql "select string_agg(region::text, ' ' order by region_code) from region")
printf 'area,name,parent\n330681109,枫桥,330681\n5,没有,77\n6,自己,6\n7,西,\n' >"$work/more.csv"
out=$(st batch import areas "$work/more.csv" --date 2025-11-01 2>&1)
same "an area that lies nowhere is refused, and one in itself" 2 "$(sql "select count(*) from reject where column_name = 'parent'
	and detail = 'no area has this code'")"
same "another name counts" 枫桥 "$(sql "select name from region where region_code = 330681109")"
same "one without a parent lies in the whole" 0 "$(sql "select parent_code from region where region_code = 7")"

st admin staff add wei clerk 伟 >/dev/null
same "staff works in the office's area" 330681 "$(sql "select region_code from staff where login = 'wei'")"
st admin staff add wei clerk 伟 --region 330681109 >/dev/null
same "or in another that is said" 330681109 "$(sql "select region_code from staff where login = 'wei'")"
out=$(st admin staff add wei clerk 伟 --region 12345 2>&1)
same "which must be known" "1 1" "$? $(echo "$out" | grep -c 'no area has the code 12345')"

# A fresh one, and one that nobody says anything of.
"$steward" init --db "$work/c7" >/dev/null 2>&1
trap '"$steward" demo --dir "$work/c7" --stop >/dev/null 2>&1' EXIT
(cluster="$work/c7"; let_in "$cluster")
fresh() { psql -X -q -A -t -h "$work/c7/run" -p 5432 -U postgres -d steward -c "set search_path = steward" -c "$1"; }
same "a new office has the whole alone" 0 "$(fresh "select string_agg(region_code::text, ' ') from region")"
same "where its staff works" 0 "$(fresh "select distinct region_code from staff")"
finish
