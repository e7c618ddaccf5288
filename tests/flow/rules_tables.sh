# Decision tables: what the row gives that answers, named in the explanation; rows never reached, what no row answers
# and rows that contradict are findings at their own line; a table goes out as CSV and comes in again.
. "$srcdir/tests/lib.sh"
box="$work/tables"
mkdir -p "$box/lua/calculations" "$box/lua/parameters"
sed "s|^rules = .*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/conf"
table="$box/lua/parameters/jobless.lua"
text="$box/lua/calculations/jobless.lua"
# Social Insurance Law of 2010, art. 45 and 46: who may draw unemployment benefit, and for how many months at most.
cat >"$table" <<'LUA'
return { {
	name = "jobless.months_most", jurisdiction = "CN", unit = "months", basis = "Social Insurance Law 2010, art. 45, 46",
	values = { { from = "2011-07-01", value = {
		inputs = { paid = "count", left = "unwillingly|willingly", registered = "yes/no" },
		rows = {
			{ paid = "..11", gives = 0 },
			{ left = "willingly", gives = 0 },
			{ registered = false, gives = 0 },
			{ paid = "12..59", left = "unwillingly", registered = true, gives = 12 },
			{ paid = "60..119", left = "unwillingly", registered = true, gives = 18 },
			{ paid = "120..", left = "unwillingly", registered = true, gives = 24 },
		},
	} } },
} }
LUA
cat >"$text" <<'LUA'
return { {
	name = "jobless.most", title = L"months at most", jurisdiction = "CN", basis = "Social Insurance Law 2010, art. 46",
	inputs = { { "paid", "count", "months", L"paid" }, { "left", { "unwillingly", "willingly" }, "", L"left" },
		{ "registered", "yes/no", "", L"registered" } },
	outputs = { { "months", "count", "months", L"at most" } },
	compute = function(i)
		return { months = decide("jobless.months_most", { paid = i.paid, left = i.left, registered = i.registered }) }
	end,
	cases = { { "a year", given = { paid = 12, left = "unwillingly", registered = true }, gives = { months = 12 } } },
} }
LUA
cp "$table" "$box/table"
cp "$text" "$box/text"
same "the page has a row a line, as its author reads it" "2011-07-01.. 1 paid = ..11 → 0,2011-07-01.. 4 left = unwillingly, paid = 12..59, registered = yes → 12" \
	"$("$steward" rules page jobless.months_most --config "$box/conf" --folder | grep -E '^  2011-07-01\.\.  [14] ' | tr -s ' ' |
	sed 's/^ //' | paste -sd,)"
gives() {	# VALUES [OPTIONS...]
	values=$1
	shift
	printf 'paid,left,registered\n%s\n' "$values" | "$steward" eval jobless.most --config "$box/conf" --date 2025-01-01 "$@" \
		2>/dev/null | sed -n '2s/,jobless.most@[^,]*,/,/; 2s/^[^,]*,[^,]*,[^,]*,//p'
}
# Art. 46: a year and more 12 months, five years and more 18, ten years and more 24; art. 45: none without all three.
for case in "11 0" "12 12" "59 12" "60 18" "119 18" "120 24" "480 24"; do
	same "paid ${case% *} months" "${case#* }," "$(gives "${case% *},unwillingly,yes")"
done
same "who left willingly gets none" "0," "$(gives 120,willingly,yes)"
same "nor who is not registered" "0," "$(gives 120,unwillingly,no)"
printf 'paid,left,registered\n60,unwillingly,yes\n' | "$steward" eval jobless.most --config "$box/conf" --explain >"$box/told" 2>&1
same "the row that decided is named" "jobless.months_most row 5: left = unwillingly, paid = 60..119, registered = yes = 18" \
	"$(sed -n 's/^ *step *//p' "$box/told")"
check() { "$steward" rules check "$table" "$text" 2>/dev/null | sed "s|^$box/lua/||"; }
ok "nothing is wrong" "$(check | grep -q 'nothing found'; echo $?)"

plant() {	# NAME LINE WANT SED [FILE]
	cp "$box/table" "$table"
	cp "$box/text" "$text"
	sed -i "$4" "${5:-$table}"
	! cmp -s "$table" "$box/table" || ! cmp -s "$text" "$box/text" || ok "$1: planted" 1
	same "$1" "$2: $3" "$(check | sed 's|^[a-z]*/jobless.lua:||')"
}
plant "what no row answers" 5 'no row answers left = unwillingly, paid = 60..64, registered = yes; 1 such in all; add a row, or otherwise = ...' '10s/60\.\./65../'
plant "all of it that no row answers" 5 'no row answers left = unwillingly, paid = 60..119, registered = yes; 1 such in all; add a row, or otherwise = ...' '10d'
plant "rows that contradict" 10 'row 5 contradicts row 4; let one of them leave out what the other says' '10s/60\.\./50../'
plant "a row that is never reached" 9 'row 4 is never reached; take it out, or correct its limits' '8a\			{ paid = 3, registered = false, gives = 0 },'
plant "a span turned round" 10 '"119..60" is no span of paid; write 16..59, 60.. or ..15' '10s/60\.\.119/119..60/'
plant "no span" 9 '"12-59" is no span of paid; write 16..59, 60.. or ..15' '9s/12\.\.59/12-59/'
plant "a word that there is not" 7 'left is never "willing"; there are unwillingly, willingly' '7s/willingly/willing/'
plant "a column that there is not" 7 'the table has no input "quit"; its inputs: left, paid, registered' '7s/left/quit/'
plant "a row that gives nothing" 6 'the row gives nothing; write gives = ...' '6s/, gives = 0//'
plant "an input of no kind" 4 'the input paid has no kind; write count, number, day, yes/no, or words with | between them' '4s/"count"/5/'
plant "an input that is not given" 7 'jobless.months_most is not given "registered"; add it' '7s/, registered = i.registered//' "$text"
plant "an input misspelt" 7 'jobless.months_most has no input "lefts"; did you mean "left"?
7: jobless.months_most is not given "left"; add it' '7s/left = i/lefts = i/' "$text"
plant "a word of an input that no row answers" 7 'no row answers left = dismissed; name the word among the inputs of jobless.months_most' '3s/"willingly"/"willingly", "dismissed"/' "$text"
cp "$box/text" "$text"
sed '10d' "$box/table" >"$table"
same "what no row answers has no result" ',no row of jobless.months_most answers left = unwillingly"; paid = 60"; registered = yes' \
	"$(gives 60,unwillingly,yes | sed 's/^,"/,/; s/, /"; /g; s/"$//')"
sed '10s/60\.\./50../' "$box/table" >"$table"
same "nor what two rows answer otherwise" ",rows 4 and 5 of jobless.months_most contradict each other" "$(gives 55,unwillingly,yes)"
sed '10d; s/^		rows = {/		otherwise = 36,\n		rows = {/' "$box/table" >"$table"
same "otherwise stands for all the rest" "36," "$(gives 60,unwillingly,yes)"
ok "and nothing is missing then" "$(check | grep -q 'nothing found'; echo $?)"

# The first row that fits: what is said first hides what follows; a row that is hidden whole is found.
sed '8a\			{ paid = "..59", gives = 12 },' "$box/table" |
	sed 's/^		rows = {/		hit = "first",\n		rows = {/; s/, left = "unwillingly", registered = true//' >"$table"
same "the first row that fits counts" "0,12,24," "$(gives 3,unwillingly,yes)$(gives 13,unwillingly,yes)$(gives 121,unwillingly,yes)"
same "the others are never reached" "11: row 5 is never reached; take it out, or correct its limits" \
	"$(check | sed 's|^[a-z]*/jobless.lua:||')"
sed -i '11d' "$table"
ok "those that are hidden in part are nothing wrong" "$(check | grep -q 'nothing found'; echo $?)"
sed -i 's/hit = "first"/hit = "last"/' "$table"
same "another order than the first" '4: hit = "last" is unknown; write hit = "first", or nothing where rows that overlap agree' \
	"$(check | sed 's|^[a-z]*/jobless.lua:||')"

# A limit that is a dated parameter of its own.
sed 's/"12\.\.59"/"12..<jobless.long"/; s/"60\.\.119"/"jobless.long..119"/' "$box/table" >"$table"
limit() {	# VALUE...: from 2011 on, and from 2020 on
	sed -i '/jobless.long", juris/,$d; /^} }$/d' "$table"
	printf '%s\n' '}, {' '	name = "jobless.long", jurisdiction = "CN", unit = "months", basis = "an article",' \
		"	values = { { from = \"2011-07-01\", value = $1 }, { from = \"2020-01-01\", value = $2 } }," '} }' >>"$table"
}
limit 60 72.5
same "the limit of its day" "12,18,12,18," "$(gives 59,unwillingly,yes --date 2019-12-31)$(gives 60,unwillingly,yes --date 2019-12-31
	)$(gives 72,unwillingly,yes)$(gives 73,unwillingly,yes)"
same "both in one run, by the rows' own days" "18,12," "$(printf 'paid,left,registered,on\n60,unwillingly,yes,2019-12-31\n60,unwillingly,yes,2025-01-01\n' |
	"$steward" eval jobless.most --config "$box/conf" 2>/dev/null | sed -n 's/^60,unwillingly,yes,[^,]*,\([0-9]*,\).*/\1/p' | tr -d '\n')"
ok "it is there for the checker" "$(check | grep -q 'nothing found'; echo $?)"
printf 'paid,left,registered\n72,unwillingly,yes\n' | "$steward" eval jobless.most --config "$box/conf" --explain >"$box/told" 2>&1
same "and named with its value" 1 "$(grep -c 'parameter *jobless.long .*72.5' "$box/told")"
sed 's/"60\.\.119"/"jobless.long..119"/' "$box/table" >"$table"
limit 60 72.5
same "a gap that a later limit leaves, with its day" \
	'no row answers left = unwillingly, paid = 60..72, registered = yes, on = 2020-01-01; 1 such in all; add a row, or otherwise = ...' \
	"$(check | sed 's|^[a-z]*/jobless.lua:[0-9]*: ||')"
sed -i 's/"12\.\.59"/"12..<jobless.long"/' "$table"
sed -i 's/jobless.long\.\./jobless.longer../' "$table"
same "a limit that there is not" '3: no parameter named "jobless.longer"; did you mean "jobless.long"?' \
	"$(check | sed 's|^[a-z]*/jobless.lua:||')"
sed -i 's/"jobless.longer\.\.119"/"61..119"/' "$table"
same "a gap that it leaves" 1 "$(check | grep -c 'no row answers left = unwillingly, paid = 60, registered = yes; 1 such')"
cp "$box/table" "$table"

# The neighbour search walks the rows: a limit that moved is found without a case there.
sed 's/12\.\.59/12..58/; s/60\.\.119/59..119/' "$box/table" >"$table"
ok "a limit that moved is found" "$("$steward" rules test "$table" --against "$box/table" --config "$box/conf" --all 2>/dev/null |
	grep -q '^# .*paid=59'; echo $?)"
cp "$box/table" "$table"

# As a table of a spreadsheet, out and in again.
"$steward" rules params export jobless.months_most --config "$box/conf" >"$box/out.csv" 2>/dev/null
same "a cell a row" 'rows.5.paid,60..119' "$(sed -n 's/.*,\(rows.5.paid,.*\)/\1/p' "$box/out.csv")"
sed 's/rows.5.gives,18/rows.5.gives,20/' "$box/out.csv" >"$box/in.csv"
"$steward" rules params import "$box/in.csv" --write --config "$box/conf" >/dev/null 2>&1
same "what was changed there decides" "20," "$(gives 60,unwillingly,yes)"
finish
