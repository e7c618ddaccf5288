# "steward rules search" and ":?words": texts of the law by plain words, in the reader's language, by article, by name.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement

found() { "$steward" rules search --folder --format csv "$@" 2>"$work/said" | tail -n +2 | cut -d, -f1 | tr -d '"'; }
chinese() { LC_ALL=zh_CN.UTF-8 "$steward" rules search --folder "$@" 2>&1; }

same "a word of a title" yes "$(found overdue certificate run out | grep -qx retirement.certification_overdue && echo yes)"
same "a title goes before a word elsewhere" claims.after_death "$(found death | head -1)"
same "as the reader writes it" risk.paid_after_death "$(chinese 已报死亡 --format csv | sed -n 2p | cut -d, -f1 | tr -d '"')"
same "an article and the law's name" yes "$(chinese 社会保险法 第14 --format csv | grep -q '^"*risk.paid_after_death' && echo yes)"
same "every word must stand somewhere" "" "$(found death cucumber)"
ok "and that is said, with a way on" "$(grep -q 'no text of the law has these words' "$work/said" && grep -q 'fewer words' "$work/said"; echo $?)"
same "large letters or small" "$(found death)" "$(found DEATH)"
same "words in one argument, too" "$(found months certificate)" "$(found 'months  certificate')"
"$steward" rules page risk.paid_after_death --folder >"$work/page"
same "of one text its page" "" "$("$steward" rules search --folder risk.paid_after_death | diff - "$work/page")"
same "also where the name is part of others" 1 "$("$steward" rules search --folder retirement.age | grep -c '^retirement.age$')"
same "what is often said at the counter is found, too" "phrase.counter_3" "$(chinese 密码 --format csv | sed -n 2p | cut -d, -f1 | tr -d '"')"
ok "with a page of its own" "$(chinese phrase.counter_5 | grep -q '60 日内申请行政复议'; echo $?)"
same "no word asks nothing" 2 "$("$steward" rules search --folder ' ' >/dev/null 2>&1; echo $?)"
finish
