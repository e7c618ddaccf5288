# The law as its authors wrote it: the article's words beside a value, a calculation and a rule, quoted by the page,
# the explanation and the letter; a page of each as text, Markdown and HTML, and two of them side by side.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
box="$work/page"
rm -rf "$box"
mkdir -p "$box/parameters" "$box/calculations" "$box/rules/risk"
page() { "$steward" rules page "$@" 2>&1; }
chinese() { LC_ALL=zh_CN.UTF-8 "$steward" "$@"; }
counts() {	# TEXT WORDS...
	text=$1 out=
	shift
	for w in "$@"; do out="$out $(printf '%s\n' "$text" | grep -cF -- "$w")"; done
	echo "${out# }"
}

cat >"$box/parameters/here.lua" <<-'E'
	return {
		{
			name = "here.grant", jurisdiction = "CN-33", unit = "yuan", title = L"grant a month",
			basis = "notice of the city 2025-3, art. 2",
			words = { zh = "补贴每月三百元，按月发放。", en = "The grant is 300 yuan, paid every month." },
			values = {
				{ from = "2025-01-01", to = "2025-12-31", value = 300 },
				{ from = "2026-01-01", value = 400, basis = "notice of the city 2026-1, art. 1", words = "每月四百元" },
			},
		},
		{
			name = "here.steps", jurisdiction = "CN", unit = "list", title = L"withheld by income", basis = "local rule",
			columns = { { "from", "fen", L"income from" }, { "rate", "share", L"share withheld" } },
			values = { { from = "2025-01-01", value = { { from = 0, rate = 0.1 }, { from = 100000, rate = 0.2 } } } },
		},
	}
E
cat >"$box/calculations/here.lua" <<-'E'
	return {
		{
			name = "here.paid", title = L"grant of some months", jurisdiction = "CN", basis = "local rule, art. 4",
			words = { zh = "按实际月数发放" },
			inputs = { { "months", "count", "months", L"months" } }, outputs = { { "paid", "yuan", "yuan", L"paid" } },
			compute = function(i) return { paid = 100 * i.months * param("here.grant") + 0 * #param("here.steps") } end,
			cases = { { "two", on = "2025-05-01", place = "CN-33", given = { months = 2 }, gives = { paid = 60000 } } },
		},
	}
E
set -- "$box/parameters/here.lua" "$box/calculations/here.lua"
same "words and columns are in order" 0 "$("$steward" rules check "$@" >"$box/said" 2>&1; echo $?)"

said=$(page here.grant "$@")
same "a page has title, article, its words in each language, and values with their days" "1 1 1 1 1 1 3" "$(counts "$said" \
	"name of it                 here.grant" "notice of the city 2025-3, art. 2" "grant a month" "补贴每月三百元" "“The grant is" \
	"2025-01-01..2025-12-31" "300 yuan")"
same "also those of one value" "1 1" "$(counts "$said" "“每月四百元”" "notice of the city 2026-1, art. 1")"
same "who asks for it, by title" 1 "$(counts "$said" "here.paid                  grant of some months")"
same "a table's columns have title and unit" "1 1 1" "$(s=$(page here.steps "$@"); counts "$s" \
	"income from  [in fen]" "share withheld  [share]" "1000.00 yuan" | sed "s/2$/1/")"
same "what its scales say is said once" 0 "$(page unemployment.duration | grep -c '{}')"
said=$(page here.paid "$@")
same "a calculation's page has its ports, cases and what it asks for" "1 1 1 1" "$(counts "$said" "[count, months]" \
	"months = 2 → paid = 60000" "here.grant                 grant a month  [parameter]" "“按实际月数发放”")"
said=$(page risk.paid_after_death)
same "a rule's page has facts, conditions and cases" "1 1 1" "$(counts "$said" "monthly pension  [in fen]" \
	"died_on                    is there" "still paid ")"
same "Chinese, for who reads it" "1 1 1" "$(s=$(chinese rules page retirement.reminder_months); counts "$s" "标题" "3 个月" "依据" | sed "s/ 2 / 1 /")"
same "who mistypes is told" 1 "$(page retirement.remindr_months | grep -c 'did you mean "retirement.reminder_months"')"
same "another form is refused" 1 "$(page here.grant --format pdf | grep -c 'must be text, markdown or html\|must be text, csv')"

said=$(page here.grant "$@" --format markdown)
same "Markdown: headings, tables, and nothing taken for a sign" "1 1 1" "$(counts "$said" "# here.grant" \
	"| title | grant a month |" "| name of it | here.grant |")"
same "an underscore stays one" 1 "$(page retirement.reminder_months --format markdown | grep -c '^# retirement.reminder\\_months$')"
sed 's/grant a month/grant <b> \& more/' "$1" >"$box/odd.lua"
same "HTML: no text of the law is markup" "1 0" "$(s=$(page here.grant "$box/odd.lua" "$2" --format html); counts "$s" \
	"<td>grant &lt;b&gt; &amp; more</td>" "grant <b>")"

# Side by side: two days, and in force beside a draft.
sed 's/= 3 }/= 3, to = "2026-06-30" }, { from = "2026-07-01", value = 6 }/' "$srcdir/lua/parameters/retirement.lua" \
	>"$box/parameters/retirement.lua"
! cmp -s "$srcdir/lua/parameters/retirement.lua" "$box/parameters/retirement.lua"
ok "a draft that differs" $?
said=$(page retirement.reminder_months "$box/parameters/retirement.lua")
same "beside a draft what moved is marked" "* 1978-06-02..  until        —  →  2026-06-30
* 2026-07-01..               —  →  6 months" "$(echo "$said" | grep '^\*')"
same "and counted" "2 rows moved" "$(echo "$said" | tail -1)"
same "what did not move stands there once" 1 "$(counts "$said" "3 months" | sed 's/2/1/')"
said=$(page retirement.reminder_months "$box/parameters/retirement.lua" --format html)
same "in HTML both stand side by side" 1 "$(counts "$said" "<td><mark>—</mark></td><td><mark>6 months</mark></td>")"
same "two days: what is in force on each" "* its value                  300 yuan  →  400 yuan" \
	"$(sed "s|^rules *=.*|rules = \"$box\";|" "$builddir/steward.conf" >"$box/two.conf"
	page here.grant --folder --config "$box/two.conf" --date 2025-06-01 --against 2026-06-01 | grep '^\*')"
same "not both" 1 "$(page retirement.reminder_months "$box/parameters/retirement.lua" --against 2026-01-01 | grep -c 'not both')"

# The explanation quotes, in the reader's language and otherwise in the article's own.
mkdir -p "$box/lua"
texts_to "$box/lua"
chmod -R u+w "$box/lua"
cp "$1" "$box/lua/parameters/"
cp "$2" "$box/lua/calculations/"
sed "s|^rules *=.*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/steward.conf"
explained() { printf 'months\n2\n' | "$@" eval here.paid --config "$box/steward.conf" --jurisdiction CN-33 --explain --date 2025-05-01; }
said=$(explained "$steward")
same "in English" "1 0 1" "$(counts "$said" "The grant is 300 yuan, paid every month." "补贴每月" "按实际月数发放")"
said=$(LC_ALL=zh_CN.UTF-8 explained "$steward")
same "in Chinese" "0 1 1" "$(counts "$said" "The grant is" "补贴每月三百元" "按实际月数发放")"
said=$(printf 'months\n2\n' | "$steward" eval here.paid --config "$box/steward.conf" --jurisdiction CN-33 --explain \
	--date 2026-05-01 --format json)
same "a value's own words and article go before" "1 0 1" "$(counts "$said" "每月四百元" "The grant is" "notice of the city 2026-1, art. 1")"

# A table of values changes a value and no word.
"$steward" rules params export here.grant --config "$box/steward.conf" --folder | sed 's/,300$/,310/' >"$box/t.csv"
"$steward" rules params import "$box/t.csv" --write --config "$box/steward.conf" --folder >/dev/null 2>&1
said=$(page here.grant --config "$box/steward.conf" --folder)
same "a value that comes by a table leaves title and words" "2 1 1 1" "$(counts "$said" "310 yuan" "grant a month" "补贴每月三百元" "“每月四百元”")"
"$steward" rules params export here.steps --config "$box/steward.conf" --folder | sed 's/,0.2$/,0.25/' >"$box/t.csv"
"$steward" rules params import "$box/t.csv" --write --config "$box/steward.conf" --folder >/dev/null 2>&1
same "and columns" "2 1" "$(s=$(page here.steps --config "$box/steward.conf" --folder); counts "$s" "0.25 share" "share withheld  [share]")"

# What is wrong with them is found.
finds() {	# NAME SED WANTED
	sed "$2" "$box/parameters/here.lua" >"$box/here.lua"
	cmp -s "$box/here.lua" "$box/parameters/here.lua" && echo "not ok $1: nothing was planted"
	same "$1" "$3" "$("$steward" rules check "$box/here.lua" "$box/calculations/here.lua" 2>/dev/null | sed 's/^[^:]*:\([0-9]*\): /\1: /;/^steward/d')"
}
set -- "$box/parameters/here.lua" "$box/calculations/here.lua"
finds "a language that is none" 's/en = "The/english = "The/' '5: "english" is no language; write words = { zh = "...", en = "..." }'
finds "words that are none" 's/"每月四百元"/" "/' '8: the words of the article are empty; quote the article, or take words out'
finds "a column that no value has" 's/{ "rate", "share"/{ "rat", "share"/' '13: no value has the column "rat"; did you mean "rate"?'
finds "a column without a meaning" 's/"fen", L"income from"/"fen"/' '13: a column needs its name, unit and meaning; write { "rate", "share", L"what is withheld" }'

# In a letter: a rule with its words, adopted by two.
small_city page 600 11
death_file "$city" "$work/page_death.csv"
st batch import death "$work/page_death.csv" --date 2025-11-06 >/dev/null 2>&1
st batch judge --date 2025-11-06 2>/dev/null
rule="$box/rules/risk/paid_after_death.lua"
sed 's/^\tbasis = .*/&\n\twords = { zh = "当面读给人听的原文", en = "as it stands in the article" },/' \
	"$srcdir/lua/rules/risk/paid_after_death.lua" >"$rule"
st policy rules rehearse "$rule" --from 2025-11-07 >/dev/null 2>&1
st policy2 rules adopt "$rule" --from 2025-11-07 >"$box/said" 2>&1
ok "a rule with words is adopted by two" $?
st batch judge --date 2025-11-07 2>/dev/null
set -- $(sql "select person_id, rule_id, cause from task where rule_id = 'risk.paid_after_death' order by person_id limit 1" | tr '|' ' ')
same "the letter quotes the article in its language" "1 0 0 1" "$(counts "$(st clerk letter "$@" --lang en)" 'It says: “as it stands in the article”' 原文) $(
	counts "$(st clerk letter "$@" --lang zh)" 'as it stands' '“当面读给人听的原文”')"
same "so does the explanation" "1 1" "$(counts "$(st clerk explain "$@")" '“as it stands in the article”') $(
	LC_ALL=zh_CN.UTF-8 st clerk explain "$@" | grep -c '“当面读给人听的原文”')"
same "the page of the office's law has it" 1 "$(st policy rules page risk.paid_after_death | grep -c '“as it stands')"
finish

# Amounts stand as their place writes them: francs with two decimals, dinars with three, yuan by name.
cat >"$box/parameters/abroad.lua" <<-'E'
	local values = { { from = "2025-01-01", value = 102125 } }
	local function of(name, place, unit)
		return { name = name, jurisdiction = place, unit = unit, title = L"an amount", basis = "an article", values = values }
	end
	return { of("abroad.a", "CN", "money"), of("abroad.b", "CN", "money a month"), of("abroad.c", "TN", "money a quarter"),
		of("abroad.d", "FR", "fen"), of("abroad.e", "CN", "fen") }
E
value_of() { page "$1" "$box/parameters/abroad.lua" | sed -n 's/^ *its value *//p'; }
same "an amount is said in the money of its place" "1021.25 yuan,1021.25 a month,102.125 a quarter,1021.25,1021.25 yuan" \
	"$(for p in a b c d e; do value_of abroad.$p; done | paste -sd,)"
cat >"$box/calculations/abroad.lua" <<-'E'
	return { { name = "abroad.paid", title = L"paid", jurisdiction = "TN", basis = "an article",
		inputs = { { "months", "count", "months", L"months" } }, outputs = { { "paid", "money", "a quarter", L"paid" } },
		compute = function(i) return { paid = step(L"in all", i.months * param("abroad.c"), "money a quarter") } end } }
E
same "so do the explanation's parameters and steps" "abroad.c:102.125 a quarter,in all:204.250 a quarter" \
	"$(printf 'months\n2\n' | "$steward" eval abroad.paid --folder --config "$box/two.conf" --jurisdiction TN --explain --format json |
	tr '{' '\n' | sed -n 's/.*"\(abroad.c\|in all\)".*"value":"\([^"]*\)","unit":"\([^"]*\)".*/\1:\2 \3/p' | paste -sd,)"
sed 's/a quarter"/a quater"/; s/102125 }/102.5 }/' "$box/parameters/abroad.lua" >"$box/slip.lua"
same "an unknown span and half a cent are found" "1 1" "$(said=$("$steward" rules check "$box/slip.lua" 2>&1)
	counts "$said" 'money is paid for no "a quater"' '102.5 is no amount in whole minor units' | sed 's/ [1-9]$/ 1/')"
