#!/bin/sh
# A longer proof, run by hand: the page of "steward board --html" in a real browser (chromium).  What the browser has made of
# it is asked of the browser itself: every figure is an element that is seen, nothing was fetched, nothing went wrong.
#   tests/proof/browser.sh [PICTURE.png]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
command -v chromium >/dev/null || { echo "chromium is missing: apt-get install chromium" >&2; exit 1; }
office=$(mktemp -d /tmp/stw-browser.XXXXXX)
chmod 755 "$office"
steward=${STEWARD:-$here/build/steward}
stop() {
	"$steward" demo --dir "$office/db" --stop >/dev/null 2>&1 || :
	rm -rf "$office"
}
trap stop EXIT
"$steward" demo --dir "$office/db" --persons 2000 --seed 9 --batch </dev/null >/dev/null 2>&1
"$steward" board --html --db "$office/db" >"$office/board.html" 2>/dev/null
figures=$(grep -c '<article' "$office/board.html")
browse() { chromium --headless --no-sandbox --disable-gpu --user-data-dir="$office/profile" "$@" 2>"$office/said"; }
# The browser counts what it laid out with a height, and says so in the title.
sed 's#</body>#<script>let n=0;for(const a of document.querySelectorAll("article"))if(a.getBoundingClientRect().height>40)n++;document.title="seen "+n+" fetched "+performance.getEntriesByType("resource").length</script></body>#' \
	"$office/board.html" >"$office/asked.html"
seen=$(browse --dump-dom "file://$office/asked.html" | sed -n 's/.*<title>\(seen [0-9]* fetched [0-9]*\)<.*/\1/p')
[ $# -eq 0 ] || browse --screenshot="$1" --window-size=1200,1600 "file://$office/board.html"
echo "$seen of $figures"
[ "$seen" = "seen $figures fetched 0" ]
