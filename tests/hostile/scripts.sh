# Scripts that want out, never end, eat memory or give what cannot be kept: contained, named, stopped
# or refused, and the next script works.  lua/manifest.tsv has id, verdict, wanted value and files;
# lua/more.tsv has verdict, name and body.
. "$srcdir/tests/lib.sh"
lua="$srcdir/tests/hostile/lua"
box="$work/scripts"
tab=$(printf '\t')
secret="a text that must not come out"
mkdir -p "$box"
echo "$secret" >"$box/secret"
printf 'return "alive"' >"$box/alive.lua"

prepare() {	# FROM TO
	sed -e "s|@CANARY@|$box/canary|g" -e "s|@SECRET@|$box/secret|g" "$1" >"$2"
}

# Runs FILE... and a harmless script after them; sets out, status and value of the last FILE, alive.
try() {
	begin=$(date +%s)
	out=$("$steward" rules try --body "$@" "$box/alive.lua" --format json 2>"$box/stderr")
	code=$?
	took=$(($(date +%s) - begin))
	line=$(printf '%s\n' "$out" | sed -n "$#p")
	status=$(printf '%s\n' "$line" | sed -n 's/^{"part": "[^"]*", "status": "\([a-z]*\)".*/\1/p')
	value=$(printf '%s\n' "$line" | sed -n 's/.*", "value": "\(.*\)"}$/\1/p')
	alive=$(printf '%s\n' "$out" | sed -n "$(($# + 1))s/.*\"status\": \"ok\", \"value\": \"alive\"}$/yes/p")
}

# Control bytes, C1 controls and bidirectional marks.
has_raw_bytes() {
	printf '%s\n' "$1" | LC_ALL=C tr -d '\n' | LC_ALL=C grep -q \
		-e '[[:cntrl:]]' -e "$(printf '\302[\200-\237]')" -e "$(printf '\342\200\256')"
}

holds() {	# VERDICT WANT
	case $1 in
	contain) ;;
	contained) [ "$status" = ok ] && [ "$value" = CONTAINED ] ;;
	fail) case $status in error | limit) [ -n "$value" ] ;; *) false ;; esac ;;
	limit) case $status in limit | error | ok) [ "$took" -le 10 ] ;; *) false ;; esac ;;
	badvalue) [ "$status" = badvalue ] ;;
	isolate) [ "$status" = ok ] && [ "$value" = "$2" ] ;;
	determ) determined "$file" ;;
	*) false ;;
	esac
}

# Elsewhere, later, in another process: the same.
determined() {
	sleep 1
	there=$(TZ=America/New_York "$steward" rules try --body "$1" "$box/alive.lua" --format json \
		2>/dev/null)
	[ "$there" = "$out" ]
}

check() {	# NAME VERDICT WANT FILE...
	name=$1 verdict=$2 want=$3
	shift 3
	file=$1
	try "$@"
	reason=
	holds "$verdict" "$want" || reason="is not $verdict"
	[ "$code" -eq 0 ] || reason="$reason; the program ended with $code"
	[ "$alive" = yes ] || reason="$reason; the next script did not work"
	[ ! -e "$box/canary" ] || reason="$reason; the canary is there"
	case $out in
	*ESCAPED*) reason="$reason; escaped" ;;
	*"$secret"*) reason="$reason; the secret came out" ;;
	esac
	! has_raw_bytes "$out$(cat "$box/stderr")" || reason="$reason; raw control bytes"
	ok "$verdict $name" "$([ -z "$reason" ]; echo $?)"
	[ -z "$reason" ] || printf '  %s\n  %.300s\n' "$reason" "$line"
	rm -f "$box/canary"
}

while IFS=$tab read -r id verdict want files; do
	set --
	for f in $files; do
		prepare "$lua/$f" "$box/$f"
		set -- "$@" "$box/$f"
	done
	check "$id" "$verdict" "$want" "$@"
done <"$lua/manifest.tsv"

while IFS=$tab read -r verdict name body; do
	printf '%s' "$body" >"$box/$name.lua"
	check "$name" "$verdict" - "$box/$name.lua"
done <"$lua/more.tsv"

# Bytes that a line of a list cannot hold.
printf '\033Lua\124\000\031\223\r\n\032\n' >"$box/bytecode.lua"
check "bytecode" fail - "$box/bytecode.lua"
printf '\357\273\277return 1' >"$box/mark.lua"
check "a byte order mark" fail - "$box/mark.lua"
printf 'return 1 -- \342\200\256 nothing to see' >"$box/hidden.lua"
check "a hidden right-to-left mark" fail - "$box/hidden.lua"
printf 'return "a\000b"' >"$box/nul.lua"
check "NUL in the text" fail - "$box/nul.lua"
printf 'return "\347"' >"$box/latin.lua"
check "text that is no UTF-8" fail - "$box/latin.lua"
: >"$box/empty.lua"
check "an empty script" badvalue - "$box/empty.lua"
awk 'BEGIN { printf "return 1"; for (i = 0; i < 100000; i++) printf " + 1" }' >"$box/sum.lua"
check "a hundred thousand operators" limit - "$box/sum.lua"
awk 'BEGIN { printf "return x"; for (i = 0; i < 100000; i++) printf " .. x" }' >"$box/concat.lua"
check "a hundred thousand concatenations" fail - "$box/concat.lua"
awk 'BEGIN { printf "--"; for (i = 0; i < 1100000; i++) printf "x" }' >"$box/large.lua"
check "a script of more than a megabyte" fail - "$box/large.lua"

# What the first script leaves must not reach the second.
isolated() {	# NAME WANT FIRST SECOND
	printf '%s' "$3" >"$box/first.lua"
	printf '%s' "$4" >"$box/second.lua"
	check "$1" isolate "$2" "$box/first.lua" "$box/second.lua"
}
isolated "text methods changed" A 'pcall(function() string.upper = nil ("").upper = nil end)' \
	'return ("a"):upper()'
isolated "text methods replaced" 3 'string.len = function() return 9 end' 'return ("abc"):len()'
isolated "T changed" '[\"a\"]' 'T = function() return "changed" end' 'return T("a")'
isolated "param changed" function 'param = nil' 'return type(param)'
isolated "pcall and tostring changed" 1 'pcall, tostring = nil, nil' 'return tostring(1)'
isolated "a library replaced" 2 'math = { floor = function() return 7 end }' 'return math.floor(2.5)'
isolated "the environment emptied" number 'for _, n in ipairs({ "type", "math", "table" }) do _ENV[n] = nil end' \
	'return type(1)'
isolated "memory filled" 7000000 \
	'local t, s = {}, ("x"):rep(1000) while true do t[#t + 1] = s:rep(100) .. #t end' \
	'local n = 0 for i = 1, 7 do n = n + #(("x"):rep(1000000)) end return math.floor(n)'
isolated "pairs changed" 1 'pairs = nil table.sort = function() end' 'for k in pairs({ a = 1 }) do return 1 end'

# Every tool of the random kind is gone or gives the same everywhere.
printf '%s' 'local t = {} for _, k in ipairs({ "a", "x", "c" }) do t[k] = k end local s = "" for k, v in pairs(t) do s = s .. k .. v end return s .. tostring({}) .. tostring(print)' >"$box/same.lua"
check "order and names" determ - "$box/same.lua"

# As text for a terminal the same message is one line of printable characters for each of its lines.
printf '%s' 'error("\27]0;owned\7\27[2J\nsecond\tline")' >"$box/shown.lua"
shown=$("$steward" rules try --body "$box/shown.lua" 2>&1)
ok "a message is shown without raw bytes" "$(! has_raw_bytes "$shown"; echo $?)"
ok "a message names its file and line" "$(echo "$shown" | grep -q 'shown.lua:1:'; echo $?)"
finish
