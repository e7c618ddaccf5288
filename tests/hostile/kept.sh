# Nothing goes from one person or row to the next: whatever a text keeps, the second is answered as the first.
. "$srcdir/tests/lib.sh"
box="$work/kept"
mkdir -p "$box"
cat >"$box/facts.csv" <<'END'
person,birth_date
1,1950-01-01
2,1951-01-01
3,1952-01-01
END

# The same for all three, or stopped for all three.
rule() {	# NAME WANTED KEPT BODY
	printf '%s\nreturn { id = "risk.kept", title = L"x", jurisdiction = "CN", from = "2000-01-01", basis = "b",
		type = "suspend", reads = { "birth_date" }, judge = function(p) local _ = p.birth_date %s end }' \
		"$3" "$4" >"$box/kept.lua"
	said=$(timeout 60 "$steward" rules try "$box/kept.lua" --facts "$box/facts.csv" 2>&1)
	same "$1" "$2" "$(printf '%s\n' "$said" | grep '^[0-9]*: ' | cut -d: -f2- | sort -u)"
}
gives() { printf 'return task { cause = "a" .. tostring(%s), say = T("b") }' "$1"; }
rule "a counter" " task a1: b" "local n = 0" "n = n + 1 $(gives n)"
rule "a counter of a function" " task a1: b" "local n = 0 local function f() n = n + 1 return n end" "$(gives 'f()')"
rule "a counter of a function in a table" " task a1: b" \
	"local n = 0 local t = { f = function() n = n + 1 return n end }" "$(gives 't.f()')"
rule "a counter of a global function" " task a1: b" "local n = 0 function f() n = n + 1 return n end" "$(gives 'f()')"
rule "a counter made by a function" " task a1: b" \
	"local function make() local c = 0 return function() c = c + 1 return c end end local g = make()" "$(gives 'g()')"
rule "a function made while judging" " task a1: b" "local g" \
	"if not g then local c = 0 g = function() c = c + 1 return c end end $(gives 'g()')"
rule "a counter that a failure leaves" " task a1: b" "local n = 0" \
	"pcall(function() n = n + 1 error('x') end) $(gives n)"
rule "a list" " fails" "local l = {}" "l[#l + 1] = 1 $(gives '#l')"
rule "a list in a list" " fails" "local l = { {} }" "table.insert(l[1], 1) $(gives '#l[1]')"
rule "a list as a global" " fails" "l = {}" "l[#l + 1] = 1 $(gives '#l')"
rule "a library" " fails" "" "math.huge = 1 $(gives 1)"
rule "a library by another name" " fails" "local m = math" "m.n = (m.n or 0) + 1 $(gives m.n)"
rule "a global that is there" " fails" "" "type = 1 $(gives type)"
rule "what gmatch gave" "" "local f = ('1 2 3'):gmatch('%%d')" "$(gives 'f()')"
rule "what pairs gave" "" "local f = pairs({ 1, 2, 3 })" "$(gives 'f()')"
rule "a table that is only read" " task a3: b" "local t = { 1, 2, { 3 } }" "$(gives 't[3][1]')"
rule "a task that is kept" " task a: b" "local t = task { cause = 'a', say = T('b') }" "return t"

texts_to "$box/lua"
chmod -R u+w "$box/lua"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
calculation() {	# NAME WANTED KEPT BODY
	printf '%s\nreturn { { name = "kept.count", title = L"x", jurisdiction = "CN", basis = "b",
		inputs = { { "a", "number", "number", L"x" }, { "b", "number", "number", L"x", "optional" },
			{ "c", "number", "number", L"x", "optional" } }, outputs = { { "n", "%s", "number", L"x" } },
		compute = function(i) %s end, cases = {} } }' "$3" "${5:-number}" "$4" >"$box/lua/calculations/kept.lua"
	printf 'a\n1\n2\n3\n' >"$box/rows.csv"
	said=$("$steward" eval kept.count "$box/rows.csv" --config "$box/conf" 2>"$box/stderr" | tr -d '\r')
	same "$1" "$2" "$(printf '%s\n' "$said" | sed 1d | cut -d, -f2,4- | sed 's|ports:[0-9]*: ||' | sort -u)"
}
calculation "a calculation's counter" 1, "local n = 0" "n = n + 1 return { n = n }"
calculation "a calculation's counter after failures" ",no" "local n = 0" "n = n + 1 error(n == 1 and 'no' or n, 0)"
calculation "the outputs of the row before" 1, "local r = { n = 1 }" "return r"

# What cannot be shown is refused, and nothing tells where it lies.
calculation "a day that is none" ",n is not a valid day: 1e+300" "" "return { n = 1e300 }" day
calculation "a day beyond 32 bits" ",4294976296 is not a date" "" "return { n = 4294967296 + 9000 }" day
calculation "a share of a fen" ",n is not a valid yuan: 0.5" "" "return { n = 0.5 }" yuan
calculation "fen that came out as 300.0" 3.00, "" "return { n = 3e2 }" yuan
calculation "a count below 0" ",n is not a valid count: -5" "" "return { n = -5 }" count
calculation "a function" function, "" "return { n = type }" text
calculation "a mark of the language" userdata, "" "return { n = present }" text
calculation "a function as a key" '"{""function"":1}",' "" "return { n = { [type] = 1 } }" json
for body in "param(type)" "param({})" "_ENV[type]" "month(type)" "T(type)" "step(type, type, type)"; do
	[ "$body" != "_ENV[type]" ] || body="(function() _ENV[type] = 1 end)()"
	printf 'local ok, e = pcall(function() return %s end) return tostring(e)' "$body" >"$box/at.lua"
	said=$("$steward" rules try --body "$box/at.lua" 2>&1)
	ok "no address: $body" "$(! printf '%s\n' "$said" | grep -q 0x; echo $?)"
done
finish
