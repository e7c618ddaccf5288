# The page "from an article to a rule": each of its ten examples as it stands there is in order, its cases come out, and a case
# that is changed does not.
. "$srcdir/tests/lib.sh"
needs risk
needs employment
box="$work/law"
rm -rf "$box"
mkdir -p "$box"

# Each block goes to the path in its first line, below its example's number.
awk -v box="$box" '/^## [0-9]+[.] / { n = $2 + 0 }
	/^```lua$/ { inside = 1; path = ""; next }
	/^```$/ { inside = 0; next }
	inside && path == "" { path = box "/" n "/" $2; folder = path; sub("/[^/]*$", "", folder); system("mkdir -p " folder); next }
	inside { print > path }' "$srcdir/doc/law.md"
examples=$(ls "$box" | wc -l | tr -d ' ')
same "ten examples" 10 "$examples"
n=1
while [ $n -le 10 ]; do
	files=$(find "$box/$n" -name '*.lua' | sort)
	same "example $n is in order" "nothing found" "$("$steward" rules check $files --folder 2>&1 | sed 's/^[0-9]* texts, //')"
	"$steward" rules test --cases $files --folder >"$box/said" 2>&1
	same "its cases come out" "0 0" "$? $(sed -n 's/^# [0-9]* cases, \([0-9]*\) failed.*/\1/p' "$box/said")"
	ok "of which there are some" "$(grep -q '^ok ' "$box/said"; echo $?)"
	n=$((n + 1))
done
all=$(find "$box" -name '*.lua' | sort)
same "all together, too" "nothing found" "$("$steward" rules check $all --folder 2>&1 | sed 's/^[0-9]* texts, //')"
sed -i 's/gives = { months = 18 }/gives = { months = 19 }/' "$box/3/calculations/learn_duration.lua"
"$steward" rules test --cases "$box"/3/*/*.lua --folder >"$box/said" 2>&1
same "a wrong figure is found" "1 1" "$? $(grep -c '^not ok .*five' "$box/said")"
same "a page of one" 1 "$("$steward" rules page learn.duration "$box"/3/*/*.lua --folder | grep -c 'months of benefit  \[months\]')"
finish
