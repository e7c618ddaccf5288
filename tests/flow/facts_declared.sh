# A fact that a text declares: checked against the feeds, adopted by two, brought by a file, read by a rule, explained and
# written to the person, withdrawn by two; without a line of C.
. "$srcdir/tests/lib.sh"
needs risk
needs employment
box="$work/facts_declared"
rm -rf "$box"
mkdir -p "$box/parameters" "$box/rules/risk"
small_city facts_declared 600 11
facts="$box/parameters/facts_rent.lua" rule="$box/rules/risk/high_rent.lua"
cat >"$facts" <<-'E'
	-- What the housing office tells.
	return {
		{
			name = "work.facts", part = "rent", jurisdiction = "CN", unit = "facts", basis = "agreement with the housing office",
			values = { { from = "2000-01-01", value = {
				rent_fen = { title = "monthly rent", type = "bigint", unit = "fen", feed = "told", column = "value", day = "on_day",
					of = { what = "rent" }, figure = { id = "T1", what = "sum", least = 100000 } },
				rents_12m = { title = "rents told in a year", unit = "count", feed = "told", column = "value", day = "on_day",
					of = { what = "rent" }, pick = "count", months = 12 },
				lent_to = { title = "lets since", type = "date", unit = "day", feed = "told", column = "value", day = "on_day",
					of = { what = "let" } },
				rent_sum_fen = { title = "rents of a year", type = "bigint", unit = "fen", feed = "told", column = "value",
					day = "on_day", of = { what = "rent" }, pick = "sum", months = 12 },
				wage_fen = { title = "newest base", unit = "fen", feed = "contribution", column = "base_fen", day = "period" },
				paid_year_fen = { title = "paid in a year", unit = "fen", feed = "contribution", column = "amount_fen",
					day = "period", pick = "sum", months = 12 },
				has_let = { title = "lets a flat", unit = "yes/no", feed = "told", column = "value", of = { what = "let" }, pick = "any",
					figure = { id = "T2" } },
			} } },
		},
	}
E
cat >"$rule" <<-'E'
	return {
		id = "risk.high_rent", title = "pays more rent than the pension", jurisdiction = "CN", from = "2000-01-01",
		basis = "local rule", type = "notice", reads = { "rent_fen", "pension_fen", "pension_status" },
		when = { rent_fen = present, pension_status = "paid" },
		judge = function(p)
			if not p.pension_fen or p.rent_fen <= p.pension_fen then return nothing end
			return task { cause = yuan(p.rent_fen), say = T("rent of %s yuan", yuan(p.rent_fen)) }
		end,
		cases = {
			{ "more", on = "2025-11-05", gives = "5000.00", facts = { rent_fen = 500000, pension_fen = 300000, pension_status = "paid" } },
			{ "less", on = "2025-11-05", gives = "nothing", facts = { rent_fen = 300000, pension_fen = 300000, pension_status = "paid" } },
		},
	}
E
check() { "$steward" rules check --folder "$@" 2>/dev/null | sed 's/^[^:]*:\([0-9]*\): /\1: /; s/^[0-9]* texts, //'; }
same "declared, a rule may read it" "nothing found" "$(check "$facts" "$rule" | sort -u)"
same "its cases come out" 0 "$("$steward" rules test --cases --folder "$facts" "$rule" >"$box/said" 2>&1; echo $?)"
same "without it nobody knows the fact" 4 "$(check "$rule" | grep -c 'no fact named "rent_fen"')"
texts_to "$box/lua"
chmod -R u+w "$box/lua"
cp "$facts" "$box/lua/parameters/"
sed "s|^rules *=.*|rules = \"$box/lua\";|" "$builddir/steward.conf" >"$box/steward.conf"
same "an editor knows it" 1 "$("$steward" rules types --folder --config "$box/steward.conf" | grep -c '^---@field rent_fen.*monthly rent' | sed 's/[2-9]/1/')"
same "so does a page" 1 "$("$steward" rules page risk.high_rent --folder "$facts" "$rule" | grep -c 'rent_fen  *monthly rent  \[in fen\]')"

# What no feed brings, and what is no name, is refused before anybody is judged by it.
bad() {	# NAME SED WANTED
	sed "$2" "$facts" >"$box/bad.lua"
	cmp -s "$facts" "$box/bad.lua" && echo "not ok $1: nothing was planted"
	same "$1" "$3" "$(check "$box/bad.lua" | sed -n 1p)"
}
bad "a feed that is none" 's/feed = "told", column = "value", of/feed = "tolt", column = "value", of/' '17: no feed about persons named "tolt"'
bad "a column that it does not keep" 's/"value", of = { what = "let" }, pick/"name", of = { what = "let" }, pick/' '17: the feed told keeps no column "name"'
bad "nor one with signs of SQL" 's/"value", of = { what = "let" }, pick/"value; drop table person", of = { what = "let" }, pick/' \
	'17: the feed told keeps no column "value; drop table person"'
bad "a code with signs of SQL" "s/of = { what = \"let\" }, pick/of = { what = \"l' or true --\" }, pick/" \
	"1: parameter work.facts: value 1: work.facts.has_let.of must be one column and a code of small letters, digits and _; it would not be loaded"
bad "a name with some" 's/has_let =/["has let"] =/' '1: parameter work.facts: value 1: work.facts.has let is not a name; it would not be loaded'
bad "a fact that a module has" 's/has_let =/died_on =/' "17: the fact died_on is the module core's"
bad "a type that it cannot be" 's/title = "rents told in a year"/type = "text", &/' '8: rents_12m is of the type int, not text'
bad "a unit that does not fit" 's/unit = "yes\/no"/unit = "fen"/' '17: the unit of has_let must be one of yes/no'
bad "months without a day" 's/pick = "any"/& , months = 2/' '17: has_let counts months and names no day'
bad "a figure that a module has" 's/"T2"/"A5"/' "17: the figure A5 is the module fund's"
bad "two facts with one figure" 's/"T2"/"T1"/' '6: the figure T1 is that of has_let, too'
bad "a sum of what is no number" 's/"T2"/"T2", what = "sum"/' '17: has_let is no number: its figure can only count'
bad "a figure with signs of SQL" 's/"T2"/"T2; drop"/' \
	"1: parameter work.facts: value 1: work.facts.has_let.figure needs id, a capital and up to seven letters or digits; it would not be loaded"
bad "a day that is none" 's/day = "on_day",$/day = "name",/' '6: "name" is no day that the feed told keeps'

# Adopted by two; a rule that reads it follows when everybody has it.
day=2025-11-06
st batch judge --date 2025-11-05 2>/dev/null
st policy rules rehearse "$facts" "$rule" --from $day >"$box/said" 2>&1
same "a rule comes after the facts it reads" "1 1" "$(grep -c 'rules/risk/high_rent.lua reads rent_fen, which nobody has yet' "$box/said") $(
	grep -c 'Have the text that declares it adopted first' "$box/said")"
st policy rules rehearse "$facts" --from $day >"$box/said" 2>&1
ok "the facts alone are rehearsed" $?
same "not adopted by their author" 1 "$(st policy rules adopt "$facts" --from $day 2>&1 | grep -c 'second')"
st policy2 rules adopt "$facts" --from $day >"$box/said" 2>&1
ok "adopted by a second officer" $?
same "before the judge nobody has them" 0 "$(sql "select count(*) from declared_fact d, setting s where s.name = 'fact_columns' and s.value ~ (' ' || d.name || '[,;]')")"
who=$(sql "select i.id_no || ',' || i.name from person_ident i join person_fact f using (person_id)
	where f.pension_status = 'paid' and not exists (select from task t where t.person_id = i.person_id) order by person_id limit 1")
id=$(sql "select person_id from person_ident where id_no = '${who%,*}'")
tell() { { echo id_no,name,what,on_day,value; printf '%s\n' "$@"; } >"$box/told.csv"; st batch import told "$box/told.csv" --date "$day" 2>&1; }
tell "$who,rent,2025-10-01,9000.50" "$who,rent,2024-10-01,7000" "$who,rent,2025-11-20,9500" "$who,let,2025-01-01,2020-02-03" >/dev/null
printf '%s\n' id_no,name,period,base,amount "$who,2025-10,5000,400" "$who,2025-09,5000,430" "$who,2024-10,4000,320" >"$box/paid.csv"
st batch import contribution "$box/paid.csv" --date $day >/dev/null 2>&1
printf '%s\n' id_no,name,period,base,amount "$who,2025-11,5100,400" >"$box/paid.csv"
st batch import contribution "$box/paid.csv" --date $day >/dev/null 2>&1
fact() { sql "select $1 from person_fact where person_id = $id"; }
st batch judge --date $day >"$box/said" 2>&1
same "everybody has them then" "has_let,lent_to,paid_year_fen,rent_fen,rent_sum_fen,rents_12m,wage_fen" "$(sql "select string_agg(d.name, ',' order by d.name) from declared_fact d, setting s
	where s.name = 'fact_columns' and s.value ~ (' ' || d.name || '[,;]')")"
same "the newest by day, not one to come" 900050 "$(fact rent_fen)"
same "a count and a sum of a year, a day, yes" "1|900050|2020-02-03|t" "$(fact "rents_12m || '|' || rent_sum_fen || '|' || lent_to || '|' || left(has_let::text, 1)")"
same "others have none" 599 "$(sql "select count(*) from person_fact where num_nulls(rent_fen, rents_12m, lent_to, rent_sum_fen, has_let) = 5")"
same "of months, by a module's own table" "510000|123000" "$(fact "wage_fen || '|' || paid_year_fen")"
same "the one to come is waited for" 2025-11-20 "$(fact facts_until)"
same "and the judge repeats itself" 0 "$(st batch judge --date $day --rebuild 2>&1 | sed -n 's/.*judged (everyone), \([0-9]*\) changed.*/\1/p')"

# Its figures stand on the board and open the rows counted.
st batch refresh >/dev/null 2>&1
figure() { sql "select v.counted from indicator_value v where indicator = '$1' and region_code = 0 and business_day = '$day'"; }
same "a figure sums the fact, another counts who has one" "900050 1" "$(figure T1) $(figure T2)"
same "the board shows both, by their titles" "T1 T2" "$(st manager board --format csv 2>/dev/null | tr -d '\r' | awk -F, '$2 ~ /^T/ { print $2 }' | paste -sd ' ')"
nth=$(printf 'b\nend\n' | st manager desk --line 2>/dev/null | sed -n 's/^[> ] *\([0-9][0-9]*\) *monthly rent .*/\1/p' | tail -1)
same "and opens the row, with the value" 1 "$(printf 'b\nend\n%s\n' "$nth" | st manager desk --line 2>/dev/null | grep -c "${who#*,}.*9000[.]50")"

# Corrected, twice, wrong: only who is told of is judged.
same "told again it is the same" 1 "$(tell "$who,rent,2025-10-01,9000.50" "$who,let,2025-01-01,2020-02-03" | grep -c '2 same')"
tell "$who,rent,2025-10-01,8000" >/dev/null
st batch judge --date $day >"$box/said" 2>&1
same "corrected, it is the new word" 800000 "$(fact rent_fen)"
same "which touches one person" 1 "$(sed -n 's/.*made anew, \([0-9]*\) persons judged,.*/\1/p' "$box/said")"
tell "$who,rent,2025-11-02,much" >/dev/null
st batch judge --date $day 2>/dev/null
same "what is no amount says nothing" 800000 "$(fact rent_fen)"

same "a draft is tried on what is stored of a person" 1 "$(st policy rules try "$rule" --person $id 2>&1 | grep -c 'task 8000.00')"

# The rule, its explanation, letter and decision.
st policy rules rehearse "$rule" --from 2025-11-07 >"$box/said" 2>&1
same "now the rule can be rehearsed" 1 "$(grep -c '600 persons judged by both; 1 touched' "$box/said")"
st policy2 rules adopt "$rule" --from 2025-11-07 >"$box/said" 2>&1
ok "and adopted" $?
st batch judge --date 2025-11-07 2>/dev/null
same "it finds" 8000.00 "$(sql "select cause from task where rule_id = 'risk.high_rent'")"
said=$(st clerk explain $id risk.high_rent 8000.00)
same "the explanation calls the fact by its title, and names its row" "1 1" "$(echo "$said" | grep 'monthly rent = 8000.00' | grep -c '^  fact') $(
	echo "$said" | grep -c 'from .*told.csv, line 2' | sed 's/[2-9]/1/')"
same "so does the letter" 1 "$(st clerk letter $id risk.high_rent 8000.00 --lang en | grep -c 'monthly rent: 8000.00 yuan')"
reason=$(sql "select code from reason where task_type = 'notice' and event in (select event from task_move where task_type = 'notice' and from_state = 'open') limit 1")
event=$(sql "select event from reason where task_type = 'notice' and code = '$reason' limit 1")
st clerk decide $id risk.high_rent 8000.00 "$event" --reason "$reason" >"$box/said" 2>&1
ok "it is decided" $?
same "and replays" 1 "$(st auditor rules replay 2>&1 | grep -c ': 0 differences')"

# On its day the one to come counts by itself.
st batch judge --date 2025-11-20 --force >/dev/null 2>&1
same "the day comes" 950000 "$(fact rent_fen)"
same "and a clerk's page tells of it" 0 "$(st clerk person $id >/dev/null 2>&1; echo $?)"

# The login of the schedule makes no other column of anybody's facts.
same "a column of a module stays" 1 "$(sql_as batch "select declared_put('[{\"name\":\"died_on\",\"type\":\"text\"}]')" | grep -c 'is there already')"
same "nor is a name SQL" 1 "$(sql_as batch "select declared_put('[{\"name\":\"x int; drop table person\",\"type\":\"text\"}]')" | grep -c 'not a fact that')"
same "a clerk declares nothing" 1 "$(sql_as clerk "select declared_put('[]')" | grep -c 'permission denied')"

# Withdrawn by two, after the rule that reads it.
version() { st policy rules history "$1" --format csv | sed -n 2p | tr ',' '\n' | grep -E '^[0-9a-f]{12,}$' | head -1; }
withdraw() {	# LOGIN PATH DAY
	st "$1" rules withdraw "$2" "$(version "$2")" --from "$3" >"$box/said" 2>&1
}
withdraw policy parameters/facts_rent.lua 2025-11-21
same "not while a rule reads it" "1 1" "$? $(grep -c 'no fact named "rent_fen"' "$box/said" | sed 's/^[2-9]$/1/')"
withdraw policy rules/risk/high_rent.lua 2025-11-21 && withdraw policy2 rules/risk/high_rent.lua 2025-11-21
ok "the rule goes first" $?
st batch judge --date 2025-11-21 >/dev/null 2>&1
withdraw policy parameters/facts_rent.lua 2025-11-22 && withdraw policy2 parameters/facts_rent.lua 2025-11-22
ok "then the facts, by two" $?
st batch judge --date 2025-11-22 >"$box/said" 2>&1
same "nobody has them any more" 600 "$(sql "select count(*) from person_fact where num_nulls(rent_fen, rents_12m, lent_to, rent_sum_fen, has_let) = 5")"
same "nor may a rule read them" 1 "$(st policy rules check "$rule" 2>/dev/null | grep -c 'no fact named "rent_fen"' | sed 's/[2-9]/1/')"
st batch refresh >/dev/null 2>&1
same "its figures are gone with them" "0 0" "$(sql "select count(*) from indicator where indicator in ('T1', 'T2')") $(
	st manager board --format csv 2>/dev/null | grep -c ',T[12],')"
same "nobody failed" 0 "$(grep -c failed "$box/said")"
same "what was decided replays" 1 "$(st auditor rules replay 2>&1 | grep -c ': 0 differences')"
same "and is explained all the same" 1 "$(st clerk explain $id risk.high_rent 8000.00 2>&1 | grep -c 'rent_fen\|monthly rent' | sed 's/^[2-9]$/1/')"
finish
