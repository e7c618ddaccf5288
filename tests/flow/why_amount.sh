# Why a pension is this amount: the award's own figures, its parts, the parameters and their articles, as a letter; the
# parts make the amount that was awarded, to the fen.
. "$srcdir/tests/lib.sh"
needs retirement
small_city account 1000 7
st batch judge --date 2025-11-01 2>/dev/null
p=$(sql "select person_id from award a where not exists (select from task t where t.person_id = a.person_id
	and t.rule_id = 'retirement.award_differs') order by person_id limit 1")
ok "there is an award" "$([ -n "$p" ]; echo $?)"
english=$(st clerk amount "$p")
ok "it is told" $?
same "to the person" "Dear $(sql "select name from person where person_id = $p")," "$(echo "$english" | grep '^Dear ')"
yuan() { echo "$english" | sed -n "s/.*$1: \\([0-9.]*\\)\\( yuan\\)*\$/\\1/p" | tail -1; }
awarded=$(sql "select to_char(amount_fen / 100.0, 'FM999999990.00') from award where person_id = $p order by awarded_from desc limit 1")
same "what was awarded" "$awarded" "$(yuan 'awarded a month')"
same "is what these figures give" "$awarded" "$(yuan 'a month by these figures')"
same "the parts make it up, before it is rounded up" "$(yuan 'sum of the parts')" "$(echo "$(yuan 'basic pension') $(yuan 'from the personal account') $(yuan 'transitional pension')" |
	awk '{ printf "%.2f", $1 + $2 + $3 }')"
same "the figures of the award are in it" 5 "$(echo "$english" | grep -cE '^ *[0-9]+[.] (calculation base of the award|contribution index, ten-thousandths|years paid, ten-thousandths|personal account at the award|age at the award): ')"
same "it decides nothing and has no remedy" 0 "$(echo "$english" | grep -c '60 days\|do not agree')"
same "it has no raw word" "" "$(echo "$english" | grep -oE '[a-z]+_[a-z]+|[.]csv|[.]lua')"
chinese=$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN "$steward" amount "$p" --db "$db" --as clerk)
same "in Chinese" 1 "$(echo "$chinese" | grep -c "核定月额: $awarded")"
same "nobody becomes a task by it" 0 "$(sql "select count(*) from task where rule_id = 'retirement.amount'")"
none=$(sql "select min(person_id) from person p where not exists (select from award a where a.person_id = p.person_id)")
ok "of whom nothing is known nothing is invented" "$(st clerk amount "$none" | grep -q 'awarded a month'; [ $? -ne 0 ]; echo $?)"
finish
