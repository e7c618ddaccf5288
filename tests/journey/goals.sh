# The workbench against its goals on a terminal; all of them, with few starts and keys (tests/proof/terminal.sh has many).
. "$srcdir/tests/lib.sh"
for m in risk retirement employment claims; do needs $m; done
# shellcheck disable=SC2086
set -- ${GOALS:-3 60 2 20000}
small_city goals 500 9
for d in $(days_of "$city"); do import_day "$city" "$d"; done
st batch judge --date "$(days_of "$city" | tail -1)" >/dev/null 2>&1 || echo "judge failed"
who=$(sql "select i.id_no || ',' || p.name from person p join person_ident i using (person_id) order by p.person_id limit 1")

# A queue of more than two readings.
sql "insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select person_id, rule_id, 'planted-' || n, region_code, task_type, date '2027-01-01' + n, 9, opened_on
	from (select * from task where task_type = 'notice' and state = 'open' order by 1, 2, 3 limit 1) t,
	generate_series(1, 250) n"
# Long lists of names: 佰, of a hundred thousand at most, and 千.
people() {	# FAMILY FIRST_NUMBER HOW_MANY
	sql "insert into person (person_id, region_code, name, sex, birth_date, batch_id, line)
		select $2 + n, (select min(region_code) from person), '$1' || chr(19968 + n % 97) || chr(19968 + n / 97 % 89), 'F',
			date '1930-01-01' + n % 20000, 1, n from generate_series(1, $3) n"
}
people 佰 20000000 $(($4 < 100000 ? $4 : 100000))
people 千 100000000 "$4"
sql "analyze person"
# Names that are hard to draw, and names that the import would refuse: sequences for the terminal, planted behind its back.
sql "insert into person (person_id, region_code, name, sex, birth_date, batch_id, line)
	select 8000000 + n, (select min(region_code) from person), name, 'F', date '1950-01-01' + n, 1, n
	from (select 100 + row_number() over ()::int as n, '难' || name as name from unnest(array['买·艾', '“王”秀…', '①号', '─●★', 'αβγ', 'Жукова',
			E'Zoe\\u0308 Ne\\u0301meth', 'ｶﾀｶﾅ', 'ＡＢＣ１２', 'ไทยน้ำ', 'Ünsal', '王芳', E'\\ufffd王', '㐀䶵', '×÷±°', E'\\u00ad王', '→↑■',
			repeat('长名字', 20), repeat('·', 30), '王　芳', E'a\\u0301\\u0302\\u0303', '№℃‰', '§¤¶', '阿·卜·杜']) name
		union all select 200 + row_number() over ()::int, '注' || name from unnest(array[E'\\033]0;owned\\007', E'\\033]52;c;b3du\\007',
			E'\\033]8;;owned\\033\\\\', E'\\033c', E'\\033[31mowned', E'\\033[2Jowned', E'\\033[?1049lowned', E'\\033[6nowned',
			E'\\u009b31m', E'\\007', E'\\016owned', E'\\u202eowned', E'\\033Powned', E'\\rowned', E'\\033[Aowned']) name) x"
sql "insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code)
	select '99' || person_id::text, 'id', person_id, name, birth_date, region_code from person where person_id between 8000101 and 8000299"
st batch refresh 2>/dev/null
# A week of figures, to be drawn.
sql "insert into indicator_value (region_code, indicator, business_day, counted, of_total, is_whole)
	select region_code, indicator, business_day - n, counted * (9 + n % 3) / 9, of_total, is_whole
	from (select * from indicator_value where region_code = 0) v, generate_series(1, 7) n on conflict do nothing"
for theme in default mono; do
	sed "s,^theme = .*,theme = \"$srcdir/themes/$theme.cfg\";," "$builddir/steward.conf" >"$work/$theme.conf"
done
mkdir "$work/places"
localedef -i zh_CN -f GB18030 "$work/places/zh_CN.GB18030" 2>/dev/null

# On a machine that does other tests beside it, what is broken is broken twice.
measure() { LOCPATH="$work/places" "$builddir/tests/journey/desk_goals" "$db" "${who%%,*}" "${who#*,}" "$@" >"$work/said" 2>&1; }
measure "$1" "$2" "$3" || measure "$1" "$2" "$3"
ok "the goals on a terminal" $?
[ -z "${GOALS_SAID-}" ] || grep '^# ' "$work/said" >"$GOALS_SAID"
[ "$bad" -eq 0 ] || { sed -n '/ NOT /s/^# /not ok /p' "$work/said"; cat "$work/said"; }
finish
