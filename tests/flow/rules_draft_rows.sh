# Rows by the law in force and by a draft laid over it: only what differs, both values, and counted.
. "$srcdir/tests/lib.sh"
box="$work/reform"
mkdir -p "$box/lua/calculations" "$box/lua/parameters" "$box/draft/parameters" "$box/draft/calculations"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
law="$box/lua/parameters/reform.lua" draft="$box/draft/parameters/reform.lua"
sum="$box/lua/calculations/reform.lua"
cat >"$law" <<'LUA'
return { { name = "reform.child", jurisdiction = "CN", unit = "yuan", basis = "a law, art. 1",
	values = { { from = "2020-01-01", value = { first = 100, more = 50 } } } } }
LUA
sed 's/more = 50/more = 80/' "$law" >"$draft"
cat >"$sum" <<'LUA'
return { {
	name = "reform.grant", title = L"grant", jurisdiction = "CN", basis = "a law, art. 1",
	inputs = { { "children", "count", "", L"children" } },
	outputs = { { "grant", "number", "yuan", L"grant" }, { "is_large", "yes/no", "", L"large" } },
	compute = function(i)
		local p = param("reform.child")
		if i.children > 9 then error(T("%s is missing", "a tenth child"), 0) end
		local sum = i.children == 0 and 0 or p.first + (i.children - 1) * p.more
		return { grant = sum, is_large = sum > 150 }
	end,
	cases = { { "one", given = { children = 1 }, gives = { grant = 100, is_large = false } } },
} }
LUA
printf 'id,children\na,0\nb,1\nc,2\nd,3\ne,10\nf\n' >"$box/rows.csv"
rows() {	# OPTIONS...
	"$steward" eval reform.grant "$box/rows.csv" --config "$box/conf" --date 2025-01-01 "$@" 2>"$box/err"
}
same "what differs, with both values" "id,children,output,law,draft
c,2,grant,150,180
c,2,is_large,no,yes
d,3,grant,200,260" "$(rows --draft "$draft")"
same "and is counted" "2 of 6 rows differ, 3 values" "$(grep differ "$box/err")"
same "a line of JSON each" '{"id":"d","children":"3","output":"grant","law":"200","draft":"260"}' \
	"$(rows --draft "$draft" --format json | tail -n 1)"
same "both in one line for people" "grant                            200 -> 260" \
	"$(rows --draft "$draft" --format text | grep '200')"
same "the law itself differs in nothing" "id,children,output,law,draft" "$(rows --draft "$law")"
same "none counted" "0 of 6 rows differ, 0 values" "$(grep differ "$box/err")"

# A draft of several files, named one after the other; what it brings in is compared with nothing.
sed 's/children > 9/children > 10/; s/{ "is_large"/{ "new", "number", "", L"new" }, { "is_large"/; s/is_large = sum > 150/is_large = sum > 150, new = 1/' \
	"$sum" >"$box/draft/calculations/reform.lua"
same "several files" "e,10,grant,,820
e,10,is_large,,yes
e,10,new,,1
e,10,error,a tenth child is missing," "$(rows --draft "$draft" "$box/draft/calculations/reform.lua" | grep '^e')"
same "a value set counts in both" "c,2,grant,1050,1080" "$(rows --draft "$draft" --set reform.child.first=1000 |
	grep '^c,2,grant')"
sed 's/reform.grant/reform.other/' "$sum" >"$box/draft/calculations/other.lua"
"$steward" eval reform.other "$box/rows.csv" --config "$box/conf" --date 2025-01-01 --draft "$box/draft/calculations/other.lua" \
	"$draft" >"$box/out" 2>"$box/err"
same "a calculation that only the draft has gives its rows" "c,2,180,yes," "$(sed -n 's/reform.other@[^,]*,//; /^c/p' "$box/out")"
ok "and says that nothing was compared" "$(grep -q '^reform.other is not in the law in force: by the draft alone$' "$box/err"; echo $?)"
# A parameter that only the draft has is set there; one that neither has is a slip.
sed 's/reform.child/reform.extra/; s/{ first[^}]*}/5/' "$law" >"$box/draft/parameters/extra.lua"
sed 's/sum = i.children == 0/sum = param("reform.extra") + (i.children == 0/; s/p.more$/p.more)/' "$sum" >"$box/draft/calculations/reform.lua"
extra() { rows --draft "$box/draft/parameters/extra.lua" "$box/draft/calculations/reform.lua" --set "$1"; }
same "what only the draft has can be set" "b,1,grant,100,107" "$(extra reform.extra=7 | grep '^b,1,grant')"
mkdir -p "$box/words/parameters"
sed 's/{ first[^}]*}/"much"/' "$law" >"$box/words/parameters/reform.lua"
rows --draft "$box/words/parameters/reform.lua" --set reform.child=7 >"$box/out"
ok "what both have and one refuses is not half put in place" "$([ $? -ne 0 ] && grep -q 'reform.child: invalid value "7"' "$box/err"; echo $?)"
extra reform.extar=7 >"$box/out"
ok "what neither has is named" "$(grep -q 'no parameter named "reform.extar"' "$box/err"; echo $?)"
"$steward" eval reform.nothing "$box/rows.csv" --config "$box/conf" --draft "$draft" >"$box/out" 2>"$box/err"
ok "one that neither has is refused" "$([ $? -ne 0 ] && grep -q 'no calculation named "reform.nothing"' "$box/err"; echo $?)"
echo 'return { {' >"$box/draft/parameters/broken.lua"
rows --draft "$box/draft/parameters/broken.lua" >"$box/out"
ok "a draft that cannot be read is no comparison" "$([ $? -ne 0 ] && [ ! -s "$box/out" ]; echo $?)"
ok "and is named with its line" "$(grep -q 'parameters/broken.lua:2: ' "$box/err"; echo $?)"
finish
