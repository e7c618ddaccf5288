# A parameter, a table, a rule and a case from a few questions: the checker finds nothing wrong with what comes of them, a wrong
# answer is asked again, and nothing lies over a file that was there.
. "$srcdir/tests/lib.sh"
needs risk
box="$work/new"
rm -rf "$box"
mkdir -p "$box"
new() { (cd "$box" && "$steward" rules new "$@" --folder 2>"$box/said"); }
check() { (cd "$box" && "$steward" rules "$@" --folder 2>&1); }

# Wrong answers in between: each is asked again.
out=$(printf '%s\n' Here.grant here.grant "grant a month" cn CN-330681 "notice of the city, art. 2" 2025-02-30 2025-01-01 fen 30000 | new parameter)
ok "a parameter" $?
same "the checker has nothing to say but that nobody asks for it" "1 1" "$(echo "$out" | grep -c 'nobody asks for the parameter here.grant') $(
	echo "$out" | grep -c 'nothing found')"
same "three answers were wrong and asked again" "1 1 1" "$(grep -c 'a name is like area.what' "$box/said") $(grep -c 'a place is CN' "$box/said") $(
	grep -c 'a day is written as' "$box/said")"
same "it is what was answered" "1 1" "$(check page here.grant parameters/here_grant.lua | grep -c 'grant a month') $(
	check page here.grant parameters/here_grant.lua | grep -c '2025-01-01..  *300.00 yuan')"
before=$(cksum <"$box/parameters/here_grant.lua")
printf '%s\n' here.grant other "" other 2026-01-01 fen 1 | new parameter >/dev/null
same "again is refused" "2 1" "$? $(grep -c 'is there already' "$box/said")"
same "and nothing lies over it" "$before" "$(cksum <"$box/parameters/here_grant.lua")"
printf '%s\n' here.other one | new parameter >/dev/null
same "who does not answer is told, and nothing is written" "1 1" "$(grep -c 'no answer to' "$box/said") $(ls "$box/parameters" | wc -l | tr -d ' ')"
new parameter --with name=Bad </dev/null >/dev/null
same "a wrong answer on the command line is an error" "1" "$(grep -c 'name: "Bad": a name is like' "$box/said")"

new table --with name=here.steps --with title="by years" --with place=CN --with 'basis=law "one", art. 3' --with from=2025-01-01 \
	--with unit=months --with lines='0=3, 5=6, 10=9' >"$box/out" </dev/null
same "a table, from options alone" "0 1" "$? $(grep -c 'nothing found' "$box/out")"
same "with columns" 1 "$(check page here.steps parameters/here_steps.lua | grep -c 'from this limit on')"
printf '%s\n' '5=1' '0=1, 0=2' '0=1' | new table --with name=here.more --with title=t --with place=CN --with basis=b --with from=2025-01-01 \
	--with unit=months >/dev/null
same "lines in no order are asked again" 2 "$(grep -c 'each beyond the one before' "$box/said")"

printf '%s\n' nonsense notice born died_on 2 | new rule --with id=risk.two_months --with title="two months after a death" --with place=CN \
	--with basis="law, art. 1" --with from=2025-01-01 --with say="died two months ago" >"$box/out"
same "a rule" "0 1 2" "$? $(grep -c 'nothing found' "$box/out") $(grep -c 'there are:' "$box/said")"
same "its cases come out" 0 "$(check test rules/risk/two_months.lua >"$box/tested"; echo $?)"
same "on both sides of the day" "2" "$(grep -c '^ok ' "$box/tested")"

new case risk.death_alert --with what="long ago" --with on=2025-11-10 --with facts="died_on=2025-01-05 died_by=agency pension_status=paid" \
	--with gives=2025-01-05 >"$box/out" </dev/null
same "a case more" "0 1" "$? $(grep -c 'nothing found' "$box/out")"
same "which comes out" 1 "$(check test rules/risk/death_alert.lua | grep -c '^ok .*long ago')"
same "of a rule that is none" 1 "$(new case risk.none </dev/null; grep -c 'no rule named' "$box/said")"
same "in Chinese" 1 "$(cd "$box" && LC_ALL=zh_CN.UTF-8 "$steward" rules new rule --folder </dev/null 2>&1 | grep -c '规则编号')"
finish
