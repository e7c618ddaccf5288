# Households as subjects: members told by file, judged as a whole by a rule, a task with the head; told twice, late,
# corrected, left, told by mistake.  The amounts are worked out here by hand: 1100.00 for each, less what there is.
. "$srcdir/tests/lib.sh"
needs assistance
box="$work/households"
rm -rf "$box"
mkdir -p "$box"
small_city households 600 11
who() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
a=$(who 10) b=$(who 20) c=$(who 30) d=$(who 40) e=$(who 50)
told() {	# DAY, rows on stdin
	{ echo household_no,id_no,name,role,income,from_day,to_day; cat; } >"$box/members.csv"
	st batch import household_member "$box/members.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"
	st batch judge --date "$1" >"$box/said" 2>&1 || cat "$box/said"
}
need() {
	sql "select cause, say::jsonb ->> 1, say::jsonb ->> 2, monthly_fen, name from finding
		join person using (person_id) where rule_id = 'assistance.household_need' order by cause"
}
found() { sql "select state from task where rule_id = 'assistance.household_need' order by state" | tr '\n' ' '; }

told 2025-11-03 <<-E
	H1,$b,spouse,0.00,2025-01-01,
	H1,$c,child,0.00,2025-01-01,
E
same "without a head nobody is asked" "" "$(need)"
told 2025-11-04 <<-E
	H1,$a,head,1800.00,2025-01-01,
	H2,$d,head,1100.00,2025-01-01,
	H3,$e,head,,2025-01-01,
E
id=$(sql "select household_id from household where household_no = 'H1'")
same "told late, the head has the task: 3 times 1100.00 less 1800.00" "$id:H1|600.00|1500.00|150000|${a#*,}" "$(need)"
same "who has enough has none, nor whose income is not told" "open " "$(found)"
same "its facts name the members by role" "head spouse child" "$(sql "select string_agg(m ->> 'role', ' ' order by n)
	from household_fact, jsonb_array_elements(members::jsonb) with ordinality x (m, n) where household_id = $id" |
	awk '{ print $1, ($2 == "spouse" || $3 == "spouse") ? "spouse" : "", ($2 == "child" || $3 == "child") ? "child" : "" }')"
before=$(need)
told 2025-11-05 <<-E
	H1,$a,head,1800.00,2025-01-01,
E
same "told twice it is no news" "$before" "$(need)"
told 2025-11-06 <<-E
	H1,$b,spouse,900.00,2025-01-01,
E
same "corrected, it lacks less: 3300.00 less 2700.00" "$id:H1|900.00|600.00|60000|${a#*,}" "$(need)"
told 2025-11-07 <<-E
	H1,$c,child,0.00,2025-01-01,2025-11-09
E
same "who leaves later counts until then" "$id:H1|900.00|600.00|60000|${a#*,}" "$(need)"
st batch judge --date 2025-11-10 >"$box/said" 2>&1
same "and on the day after the household has enough: 2200.00 less 2700.00" "" "$(need)"
same "its task goes by itself" "withdrawn " "$(found)"
told 2025-11-11 <<-E
	H1,$b,none,,2025-01-01,
E
same "told by mistake, somebody is asked" 1 "$(sql "select count(*) from task where rule_id = 'feed.contradiction' and state = 'open'")"
same "and nothing is taken away unasked" 1 "$(sql "select count(*) from household_member where household_no = 'H1' and role = 'spouse'")"
t=$(sql "select concat_ws(' ', person_id, rule_id, cause) from task where rule_id = 'feed.contradiction' and state = 'open'")
st clerk decide $t accept --reason sender >"$box/said" 2>&1 || cat "$box/said"
st batch judge --date 2025-11-11 >"$box/said" 2>&1
same "once agreed he is none of it" "head" "$(sql "select string_agg(role, ' ') from household_member where household_no = 'H1' and to_day is null")"
same "nor do the facts count him" "1 head" "$(sql "select member_count, members::jsonb -> 0 ->> 'role' from household_fact
	where household_id = $id" | tr '|' ' ')"
same "eval works it out as well, nested" 1500.00 "$(printf 'members\n"[{""role"":""head"",""birth"":""1980-05-01"",""income"":""1800.00""},{""role"":""spouse"",""birth"":""1982-01-01"",""income"":""0.00""},{""role"":""child"",""birth"":""2015-01-01"",""income"":""0.00""}]"\n' |
	"$steward" eval assistance.allowance --folder --format json 2>/dev/null | sed -n 's/.*"amount": *"*\([0-9.]*\)"*.*/\1/p')"
same "a role misspelt is refused by name" 1 "$(printf 'members\n"[{""role"":""hed"",""birth"":""1980-05-01""}]"\n' |
	"$steward" eval assistance.allowance --folder 2>&1 | grep -c 'members.1..role: ""*hed""* is none of')"
same "an amount left empty is none" 0.00 "$(printf 'members\n"[{""role"":""head"",""birth"":""1980-05-01"",""income"":""""}]"\n' |
	"$steward" eval assistance.per_head --folder --format json 2>/dev/null | sed -n 's/.*"income": *"*\([0-9.]*\)"*.*/\1/p')"
# Lists of which none comes twice are not kept any more; what comes again all the same is answered alike.
awk 'BEGIN { print "members"
	for (n = 0; n <= 21000; n++) printf "\"[{\"\"role\"\":\"\"head\"\",\"\"birth\"\":\"\"1980-05-01\"\",\"\"income\"\":\"\"%d.%02d\"\"}]\"\n",
		n % 21000 / 10, n % 21000 % 10 }' >"$box/many.csv"
"$steward" eval assistance.allowance "$box/many.csv" --folder --format csv >"$box/many" 2>"$box/said"
same "21,001 households, each by its own income" "21001 0" "$(sed 1d "$box/many" | wc -l) $(sed 1d "$box/many" | awk '
	BEGIN { FS = "}]\"," } { n = NR == 21001 ? 0 : NR - 1; split($2, v, ","); has = int(n / 10) + n % 10 / 100
		want = has < 1100 ? 1100 - has : 0; if (v[1] - want > .001 || want - v[1] > .001) wrong++ } END { print wrong + 0 }')"
finish
