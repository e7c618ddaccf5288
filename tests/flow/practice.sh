# Journeys practised on a demo's people: the best way, the keys pressed, the score; and never on an office.
. "$srcdir/tests/lib.sh"
for m in risk retirement employment; do needs $m; done
demo="$work/practice"
same "the journeys are listed" "J1 J2 J3 J4 J5 J7 J13" "$("$steward" practice | sed 's/ .*//' | paste -sd ' ')"
refused() {	# NAME WORD WORDS...
	name=$1 word=$2
	shift 2
	said=$("$steward" practice "$@" 2>&1)
	same "$name is refused" 2 $?
	ok "$name: says why" "$(echo "$said" | grep -qF "$word"; echo $?)"
}
refused "an office by its name" "takes no --db" J1 --db "$cluster"
refused "an office by its folder" "there is no demo in" J1 --dir "$cluster"
refused "a journey that is none" 'no journey "J99"' J99
office=$(sql_in steward "select count(*) from steward.audit_log")
"$steward" demo --dir "$demo" --persons 1500 --days 8 --batch >/dev/null 2>&1
ok "a demo is made" $?
practise() {	# JOURNEY LINE...
	journey=$1
	shift
	printf '%s\n' "$@" | "$steward" practice "$journey" --dir "$demo" --line 2>&1
}
score() { sed -n "s/^ *$1 .*\(\(now\|done\) .*\)/\1/p" | tail -1; }
same "J1 in a key" "done 1+0 of 2+0, good; esc again" "$(practise J1 n . | score J1)"
same "one key too many is good, two are not" "done 2+0 of 2+0, good; esc again
done 3+0 of 2+0; esc again" "$(practise J1 down n . | score J1; practise J1 down up n . | score J1)"
same "J4 in six, for any number" "done 6+0 of 8+0, good; esc again" "$(practise J4 :ce '*' v . | score J4)"
same "the visits are there" 1 "$(practise J4 :cv . | grep -c '^> *1 ' | sed 's/[1-9][0-9]*/1/')"
who=$(practise J5 . | sed -n 's/^ *J5 \([^ ]*\) \([0-9Xx]*\):.*/\1 \2/p' | head -1)
found=$(practise J5 / "${who#* }" "" .)
same "J5 in two keys and four characters" "done 2+4 of 3+6, good; esc again" "$(echo "$found" | score J5)"
same "the page of who stands there" 1 "$(echo "$found" | grep -c "steward  Person: ${who%% *}" | sed 's/[1-9][0-9]*/1/')"
same "somebody else's page is not it" now "$(practise J5 / 张 "" . | score J5 | cut -d' ' -f1)"
again=$(practise J5 / "${who#* }" "" esc esc / . | score J5)
same "from the first screen on it counts anew" "now 1+0, best 2+4, good to 3+6" "$again"
same "and somebody else comes" 0 "$(practise J5 / "${who#* }" "" esc esc / . | tail -12 | grep -c "J5 $who")"
not_now() { practise J5 / "${who#* }" "" "?" pgdn pgdn .; }
same "help has what cannot be done on the page now, and what it needs" 1 "$(not_now | grep -c '" needs a row of ".*"; there is none' |
	sed 's/[1-9][0-9]*/1/')"
same "in Chinese, too" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN not_now | grep -c '中有记录；目前没有' | sed 's/[1-9][0-9]*/1/')"
same "J7 to the sum and its reasons" "done 3+4 of 4+6, good; esc again" "$(practise J7 / "$(practise J7 . |
	sed -n 's/^ *J7 [^ ]* \([0-9Xx]*\):.*/\1/p' | head -1)" "" x . | score J7)"
same "J13 refers one to the first vacancy" "done 7+0 of 10+0, good; esc again" "$(practise J13 :va "" space r . | score J13)"
same "and what comes of it is a task" 1 "$(practise J1 . | grep -c ' referral ' | sed 's/[1-9][0-9]*/1/')"
same "J3 with its reason" "done 4+0 of 6+0, good; esc again" "$(practise J3 n d 1 "" . | score J3)"
same "J2 with a reason" "done 4+0 of 6+0, good; esc again" "$(practise J2 n s 1 "" . | score J2)"
same "in Chinese" 1 "$(LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN practise J1 n . | grep -c '完成 1+0' | sed 's/[1-9][0-9]*/1/')"
same "nothing of it is in the office" "$office" "$(sql_in steward "select count(*) from steward.audit_log")"
"$steward" demo --dir "$demo" --stop
finish
