# Whom a search finds who types a name as it sounds, several words at once, or a number with a slip.
. "$srcdir/tests/lib.sh"
small_city sound 800 5
sql "update person p set name = n.name, birth_date = n.born, household = null from (select person_id, x.name, x.born::date from
	unnest(array['单雄信', '曾巩', '解缙', '仇英', '任伯年', '查慎行', '万俟卨', '尉迟恭', '朴正洙', '张卫国', '欧阳询', '西安'],
		array['1952-03-04', '1952-11-30', '1960-01-01', '1961-01-01', '1962-01-01', '1963-01-01', '1964-01-01', '1965-01-01',
		'1966-01-01', '1954-02-28', '1957-01-01', '1958-01-01']) with ordinality x (name, born, nth)
	join (select person_id, row_number() over (order by person_id) as nth from person) p using (nth)) n where p.person_id = n.person_id"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person on conflict do nothing"
st batch judge --date 2025-11-04 2>/dev/null
finds() {	# TYPED NAME: among the first five
	st clerk search "$1" --limit 5 --format csv 2>/dev/null | tr -d '\r' | grep -c ",$2,\|^$2,"
}
while read -r name typed; do
	same "$name by \"$typed\"" 1 "$(finds "$typed" "$name")"
done <<-E
	单雄信 shanxiongxin
	单雄信 sxx
	单雄信 danxiongxin
	曾巩 zenggong
	解缙 xiejin
	仇英 qiuying
	任伯年 renbn
	查慎行 zhashenxing
	万俟卨 moqixie
	尉迟恭 yuchigong
	朴正洙 piaozz
	张卫国 zwg 1954
	张卫国 ZHANG wei guo
	张卫国 zhang 195402
	张卫国 张 19540228
	欧阳询 ouyang x
	西安 xi'an
	张卫国 zhangweigo
	张卫国 zangweiguo
	张卫国 zhangwieguo
	张卫国 zhangweeiguo
	张卫国 zhangwegguo 1954-02-28
	张卫国 张伟国
	张卫国 张国卫
	张卫国 张伟国 1954
	张卫国 zwg 0228
	张卫国 张卫国 1954-2-28
	张卫国 张卫国 1954年2月28日
	张卫国 张卫国 540228
	张卫国 1954-02-28
	张卫国 19540228
E
area=$(sql "select g.name from person join region g using (region_code) where person.name = '张卫国'")
same "with the area" 1 "$(finds "zhang $area" 张卫国)"
same "another day is somebody else" 0 "$(finds "zwg 0227" 张卫国)"
same "another year is somebody else" 0 "$(finds "zhangweiguo 1955" 张卫国)"
same "a day that is none finds nobody" 0 "$(finds "zhangweiguo 19541345" 张卫国)"
same "who is typed whole comes first" 张卫国 "$(st clerk search zhangweiguo --format csv | tr -d '\r' | sed -n 2p | grep -o 张卫国)"

number=$(sql "select id_no from person_ident join person p using (person_id) where p.name = '张卫国' and not is_former order by 1 limit 1")
same "the end of a number" 1 "$(finds "$(echo "$number" | cut -c13-)" 张卫国)"
same "two digits swapped" 1 "$(finds "$(echo "$number" | sed -E 's/^(.{14})(.)(.)/\1\3\2/')" 张卫国)"
same "one digit wrong" 1 "$(finds "$(echo "$number" | sed -E 's/^(.{9})./\18/')" 张卫国)"
same "a number that is nobody's" 0 "$(finds 999999999999999999 张卫国)"

# Who is new, or has another name, is found by it after the next judge.
sql "update person set name = '覃辉' where name = '西安'"
sql "insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where name = '覃辉'"
st batch judge --date 2025-11-05 2>/dev/null
same "another name" "1 1" "$(finds qinhui 覃辉) $(finds tanhui 覃辉)"
finish
