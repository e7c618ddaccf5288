# The board for others than its screen: a page for a browser, numbers for a program that watches, and any past day.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
small_city boardout 800 9
st batch judge --date 2025-11-03 2>/dev/null
st batch refresh 2>/dev/null
sql "update indicator_value set counted = counted + 3 where indicator = 'C1' and region_code = 0" >/dev/null
then=$(st clerk board --format csv 2>/dev/null | tr -d '\r' | awk -F, '$2 == "C1" { print $4 }')
st batch judge --date 2025-11-04 2>/dev/null
st batch refresh 2>/dev/null
now=$(st clerk board --format csv 2>/dev/null | tr -d '\r' | awk -F, '$2 == "C1" { print $4 }')
on() { st clerk board --date "$1" --format csv 2>/dev/null | tr -d '\r' | awk -F, -v c="$2" '$2 == "C1" { print $c }'; }
same "a past day as it was stored then" "$then 2025-11-03" "$(on 2025-11-03 4) $(on 2025-11-03 9)"
same "a day without figures has those of the last one before it" "$now 2025-11-04" "$(on 2025-11-20 4) $(on 2025-11-20 9)"
ok "today is another one" "$([ "$then" != "$now" ]; echo $?)"
same "before the first day there are none" "" "$(on 2025-10-01 4)"

st clerk board --html >"$work/board.html" 2>/dev/null
same "every figure is on the page" "$(st clerk board --format csv 2>/dev/null | sed 1d | wc -l)" "$(grep -c '<article' "$work/board.html")"
same "with its value" "$now" "$(sed -n 's/.*<span>C1<.*class="value">\([0-9.]*\).*/\1.0/p' "$work/board.html")"
same "and the days before as a line" 2 "$(sed -n 's/.*<span>C1<.*<polyline points="\([^"]*\)".*/\1/p' "$work/board.html" | wc -w)"
same "the page needs nothing else" 0 "$(grep -ciE 'https?:|src=|<script|@import|url\(' "$work/board.html")"
same "it is one whole document" "" "$(xmllint --html --noout "$work/board.html" 2>&1 | grep error | grep -v 'Tag [a-z]* invalid')"
same "in Chinese, too" "zh 1" "$(LC_ALL=zh_CN.UTF-8 st clerk board --html 2>/dev/null >"$work/zh.html"
	sed -n 's/.*<html lang="\([a-z]*\)".*/\1/p' "$work/zh.html") $(grep -c '<h2>退休' "$work/zh.html")"
same "without a text that nobody translated" "" "$(sed 's/<style>.*//; s/<[^>]*>/ /g' "$work/zh.html" | sed '/^ *:root/,/^<\/style>/d' |
	grep -oE '[A-Za-z]{4,}' | sort -u | grep -vxE 'root|color|scheme|light|dark' | head -3)"
sql "update indicator set meaning = '<img src=x onerror=alert(1)> & \"more\"' where indicator = 'C1'" >/dev/null
st clerk board --html >"$work/bad.html" 2>/dev/null
same "what a text says stays text" "0 1" "$(grep -c '<img' "$work/bad.html") $(grep -c '&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;' "$work/bad.html")"

st clerk board --openmetrics >"$work/metrics" 2>/dev/null
same "a number for each figure that has one" "$(st clerk board --format json 2>/dev/null | grep -vc '"value":null')" \
	"$(grep -c '^steward_figure{' "$work/metrics")"
same "in the form of OpenMetrics" "0 # EOF" "$(grep -vcE '^# (TYPE|HELP|EOF)|^steward_figure\{id="[A-Za-z0-9]+",title="([^"\\]|\\.)*",unit="[^"]*",area="[0-9]+",day="[0-9-]{10}"\} -?[0-9.]+$' "$work/metrics") $(tail -1 "$work/metrics")"
same "one or the other" 2 "$(st clerk board --html --openmetrics >/dev/null 2>&1; echo $?)"

# What policy names comes first, the others by their areas.
first=$(grep -oE "\b[a-l][0-9]+ = \{ place = [0-9]+" "$srcdir/lua/parameters/work.lua" | wc -l)
same "forty-one figures have a place" 41 "$first"
same "and come before the others" "J1 J2 J4 K1 t" "$(st clerk board --format csv 2>/dev/null | sed '1d; 5q' | cut -d, -f2 | tr '\n' ' ')$(sql "select bool_and(o.code is null)
	from indicator i left join policy_row o on o.kind = 'board' and o.code = lower(i.indicator) where i.indicator in ('J3', 'J9', 'K3')")"

# A figure through the days, the newest first, each beside the day before.
course=$(st clerk figure C1 --format csv 2>/dev/null | tr -d '\r' | sed 1d)
same "each day it was stored for" "2025-11-04 $now,2025-11-03 $then" "$(echo "$course" | awk -F, '{ printf "%s%s %.1f", n++ ? "," : "", $2, $3 }')"
same "with what it has changed by" "$(awk -v a="$now" -v b="$then" 'BEGIN { printf "%.1f", a - b }')" "$(echo "$course" | awk -F, 'NR == 1 { printf "%.1f", $4 }')"
same "the largest has the longest bar" 30 "$(echo "$course" | awk -F, '{ if (length($6) > n) n = length($6) } END { print n }')"
same "no other is one" 'no figure "Z9" is stored' "$(st clerk figure Z9 2>&1 | tr -d '\r' | sed -n 's/^steward: //p')"
finish
