# From a decision to the law behind it: a key shows the page of the rule that found the case, in words, with its article and the
# history of its values.
. "$srcdir/tests/lib.sh"
needs risk
small_city law_behind 1000 7
death_file "$city" "$work/death.csv"
st batch import death "$work/death.csv" --date 2025-11-06 2>/dev/null
st batch judge --date 2025-11-06 >/dev/null 2>&1
sql "update setting set value = '2025-11-06' where name = 'business_day'"
row=$(st clerk tasks --limit 200 --format csv 2>/dev/null | tr -d '\r' | sed 1d | grep -n 'risk.paid_after_death' | head -1 | cut -d: -f1)
# The page comes from a program beside it: the input stays open until it is there.
look() {	# ROW TEXT: the task of that row, and L
	: >"$work/desk"
	{ printf 't\n%s\nL\n' "$1"
		tries=0
		until grep -q "$2" "$work/desk" || [ $tries -ge 500 ]; do
			tries=$((tries + 1))
			"$steward" --version >/dev/null
		done; } | st clerk desk --line >"$work/desk" 2>&1
}
look "$row" 'Social Insurance Law, art. 14 and 17'
same "the page of the rule, from its task" "1 1" "$(grep -c 'The law behind it: risk.paid_after_death' "$work/desk" | sed 's/[1-9][0-9]*/1/') $(grep -c 'Social Insurance Law, art. 14 and 17' "$work/desk" | sed 's/[1-9][0-9]*/1/')"
LANGUAGE=zh_CN LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8
export LANGUAGE LC_ALL LANG
look "$row" '社会保险法'
same "in Chinese too" 1 "$(grep -c '《社会保险法》第14、17条' "$work/desk" | sed 's/[1-9][0-9]*/1/')"
finish
