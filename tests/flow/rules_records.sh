# What counts where an input is left out, and lists within lists: read, counted, explained, tried and checked.
. "$srcdir/tests/lib.sh"
box="$work/records"
mkdir -p "$box/lua/calculations"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
text="$box/lua/calculations/records.lua"
cat >"$text" <<'LUA'
return { {
	name = "records.benefit", title = L"benefit", jurisdiction = "TN", basis = "an article",
	inputs = {
		{ "income", "money", "a month", L"income" },
		{ "rent", "money", "a month", L"rent", default = "1.5" },
		{ "children", "count", "", L"children", default = 0 },
		{ "is_alone", "yes/no", "", L"alone", default = true },
		{ "kind", { "flat", "house" }, "", L"kind", default = "flat" },
		{ "others", "list", { { "pay", "money", "a month", default = 250 } }, L"others", default = {} },
	},
	outputs = { { "left", "money", "a month", L"left" }, { "told", "text", "", L"told" } },
	compute = function(i)
		local left = i.income - i.rent
		for _, other in ipairs(i.others) do left = left + other.pay end
		return { left = left, told = i.children .. " " .. (i.is_alone and "alone" or "not alone") .. " " .. i.kind }
	end,
	cases = {
		{ "nothing but the income", given = { income = "10" }, gives = { left = "8.500", told = "0 alone flat" } },
		{ "all of it", given = { income = "10", rent = 500, children = 2, is_alone = false, kind = "house",
			others = { {}, { pay = 1000 } } }, gives = { left = "10.750", told = "2 not alone house" } },
	},
}, {
	name = "records.houses", title = L"houses", jurisdiction = "CN", basis = "an article",
	inputs = { { "houses", "list", { { "town", "text" }, { "people", "list",
		{ { "birth", "day" }, { "pay", "money", "a month", "optional" } } } }, L"houses" } },
	outputs = { { "people", "count", "", L"people" }, { "pay", "money", "a month", L"pay" } },
	compute = function(i)
		local people, pay = 0, 0
		for _, house in ipairs(i.houses) do
			for _, person in ipairs(house.people) do
				if person.birth <= date "2007-11-10" then people, pay = people + 1, pay + (person.pay or 0) end
			end
		end
		return { people = people, pay = pay }
	end,
	cases = { { "two", given = { houses = { { town = "a", people = { { birth = "1980-01-01", pay = 1250 },
		{ birth = "2010-01-01", pay = 100 } } }, { town = "b", people = {} } } }, gives = { people = 1, pay = 1250 } } },
}, {
	name = "records.calls", title = L"calls", jurisdiction = "TN", basis = "an article",
	inputs = { { "income", "money", "a month", L"income" } },
	outputs = { { "left", "money", "a month", L"left" } },
	compute = function(i) return { left = records.benefit(i.income).left } end,
	cases = { { "one", given = { income = 10000 }, gives = { left = 8500 } } },
} }
LUA
cp "$text" "$box/text"

worked() {	# NAME HEAD ROW [OPTIONS...]
	name=$1 head=$2 row=$3
	shift 3
	printf '%s\n%s\n' "$head" "$row" | "$steward" eval "$name" --config "$box/conf" "$@" 2>/dev/null
}
same "what is left out counts as its default, in the money of the text's place" "8.500,0 alone flat" \
	"$(worked records.benefit income 10.000 --jurisdiction TN | sed -n '2s/^[^,]*,\([^,]*,[^,]*\),.*/\1/p')"
same "as where the column is there, and empty" "8.500,0 alone flat" \
	"$(worked records.benefit income,rent,kind 10,, --jurisdiction TN | sed -n '2s/^10,,,\([^,]*,[^,]*\),.*/\1/p')"
same "what is given counts" "7.000,1 not alone house" \
	"$(worked records.benefit income,rent,children,is_alone,kind 10,3,1,no,house --jurisdiction TN |
		sed -n '2s/^10,3,1,no,house,\([^,]*,[^,]*\),.*/\1/p')"
worked records.benefit income 10 --jurisdiction TN --explain >"$box/why"
ok "the reasons name it with its value" "$(grep -q 'rent = 1\.500' "$box/why"; echo $?)"
"$steward" eval records.benefit --describe --config "$box/conf" >"$box/told"
ok "the description says that it may be empty" "$(grep -q '^  rent .*may be empty' "$box/told"; echo $?)"

houses='[{"town":"a","people":[{"birth":"1980-01-01","pay":"12.50"},{"birth":"1990-01-01"}]},{"town":"b","people":[]}]'
nested() { worked records.houses houses "\"$(echo "$1" | sed 's/"/""/g')\"" --format json; }
same "a list within a list is read" '"people":2,"pay":12.50' "$(nested "$houses" | grep -o '"people":2,"pay":[0-9.]*')"
fails() { nested "$1" | sed 's/.*"error":"//; s/"}$//; s/\\"/"/g'; }
same "a field of it that is misspelt" 'houses[1].people[2] has no field "birht"; its fields: birth, pay' \
	"$(fails "$(echo "$houses" | sed 's/birth":"1990/birht":"1990/')")"
same "and one that is missing" 'houses[1].people[2].birth is missing' \
	"$(fails "$(echo "$houses" | sed 's/{"birth":"1990-01-01"}/{"pay":1}/')")"
same "what is no list there" 'houses[1].people: a list of records like [{"birth": ...}] is expected' \
	"$(fails '[{"town":"a","people":3}]')"
"$steward" eval records.houses --describe --config "$box/conf" >"$box/told"
ok "it is described" "$(grep -qF 'people: [{birth: day, pay: money a month (optional)}]' "$box/told"; echo $?)"

tried=$("$steward" rules test "$text" --config "$box/conf" 2>/dev/null)
same "cases may leave out what has a default" "4 0" "$(echo "$tried" | grep -c '^ok ') $(echo "$tried" | grep -c '^not ok')"
same "the checker finds nothing" "1 texts, nothing found" "$("$steward" rules check "$text" --config "$box/conf" 2>/dev/null)"
"$steward" rules types --folder --config "$box/conf" >"$box/types" 2>/dev/null
ok "the editor knows both" "$(grep -q 'people: { birth: integer, pay: integer? }\[\]' "$box/types" &&
	grep -q 'others { pay: integer? }\[\]' "$box/types"; echo $?)"
sed 's/2007-11-10/2007-11-11/' "$box/text" >"$text"
ok "a limit that moved by a day is found within the inner list" "$("$steward" rules test "$text" --against "$box/text" \
	--config "$box/conf" --all 2>/dev/null | grep -q '^# .*houses=.*2007-11-11'; echo $?)"

plant() {	# NAME LINE WANT SED
	sed "$4" "$box/text" >"$text"
	! cmp -s "$text" "$box/text" || ok "$1: planted" 1
	same "$1" "$text:$2: $3" "$("$steward" rules check "$text" --config "$box/conf" 2>/dev/null)"
}
plant "a default that is none of the words" 8 'kind is not a valid word: falt; there are flat, house' '8s/default = "flat"/default = "falt"/'
plant "a default of another type" 6 'children is not a valid count: -1; see the types in doc/rules.md' '6s/default = 0/default = -1/'
plant "a default of a field" 9 'pay is not a valid money: 1.2345; see the types in doc/rules.md' '9s/default = 250/default = "1.2345"/'
plant "a default of an output" 11 'unknown key "default"; { "name", "type", "unit", L"meaning" }' '11s/L"left" }/L"left", default = 1 }/'
plant "a field within a list within a list" 37 'a record of people has no field "pya"; did you mean "pay"?' '37s/pay = 100/pya = 100/'
sed '8s/default = "flat"/default = "falt"/' "$box/text" >"$text"
ok "the book refuses it, too" "$(worked records.benefit income 10 --jurisdiction TN >/dev/null; [ $? -ne 0 ]; echo $?)"
finish
