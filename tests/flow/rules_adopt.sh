# A draft's way into force, and decisions judged again: rehearsed on everyone, adopted by a second
# person, exactly as rehearsed, from a day on; every decision replays to the same bytes.
. "$srcdir/tests/lib.sh"
needs retirement
small_city adopt 3000 3
for day in $(days_of "$city" | head -12); do
	import_day "$city" "$day"
done
last=$(days_of "$city" | sed -n 12p)
st batch judge --date "$last" 2>/dev/null || exit 1

lua="$work/draft"
texts_to "$lua"
draft="$lua/parameters/certification.lua"

# Three months longer from the next day on: tasks vanish that day, none before.
next=$(sql "select (value::date + 1)::text from setting where name = 'business_day'")
awk -v last="$last" -v first="$next" '/value = 12 }/ {
	sub(/value = 12 }/, "to = \"" last "\", value = 12 }, { from = \"" first "\", value = 15 }") } 1' \
	"$srcdir/lua/parameters/certification.lua" >"$draft"

rehearse() {	# LOGIN WORDS...
	who=$1
	shift
	"$steward" rules rehearse "$draft" --db "$db" --as "$who" --format csv "$@" 2>&1
}
adopt() {	# LOGIN WORDS...
	who=$1
	shift
	"$steward" rules adopt "$@" --db "$db" --as "$who" 2>&1
}
says() {	# NAME WANTED TEXT
	case $3 in
	*"$2"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$2" "$3" ;;
	esac
}

says "what was not rehearsed is not adopted" "was not rehearsed" "$(adopt policy2 "$draft")"
out=$(rehearse policy)
says "today it touches nobody" "$last: 3000 persons judged by both; 0 touched" "$out"
says "which is not all: the day on which the value begins is shown too" "$next: 3000 persons judged by both; " "$out"
[ "$(sql "select count(*) from rehearsal_change c join rehearsal r using (rehearsal_id) where business_day = '$next'")" -gt 0 ]
ok "with the persons whom it touches then" $?
# The list of drafts that wait shows the most of any day, the rehearsal's page each of them.
asked() {	# STATEMENT, with $1 as the newest first day
	sed -n "/^-- statement: $1\$/,/^\$/p" "$srcdir/core/screens/rules_views.sql" | grep -v '^--' |
		sed "s/\$1/(select max(rehearsal_id) from rehearsal where checks is null)/"
}
[ "$(sql "$(asked rules_waiting)" | awk -F'|' 'NR == 1 { print $6 + $7 }')" -gt 0 ]
ok "the list of what waits does not say that nobody is touched" $?
same "its page has both days" "$last $next" "$(sql "$(asked rules_days)" | cut -d '|' -f 1 | tr '\n' ' ' | sed 's/ $//')"
same "no further day is" 2 "$(printf '%s\n' "$out" | grep -c 'persons judged by both')"
before=$(sql "select md5(string_agg(t::text, '' order by person_id, rule_id, cause)) from task t")
out=$(rehearse policy --from "$next" --limit 100000)
says "tasks vanish on the day the value begins" "vanish" "$out"
same "a rehearsal changes no task" "$before" \
	"$(sql "select md5(string_agg(t::text, '' order by person_id, rule_id, cause)) from task t")"
id=$(sql "select max(rehearsal_id) from rehearsal")
changes=$(sql "select count(*) from rehearsal_change where rehearsal_id = $id")
[ "$changes" -gt 0 ]
ok "somebody is touched" $?
same "each is listed" "$changes" "$(printf '%s\n' "$out" | grep -c -e '^vanishes,' -e '^arises,')"
same "the parts add up to the whole, to the fen" "$(sql "select sum(monthly_fen) from rehearsal_change
	where rehearsal_id = $id")" "$(sql "select totals ->> 'monthly_fen' from rehearsal where rehearsal_id = $id")"
same "the money is that of the pensions that would go on" "$(sql "select sum(pension_fen) from person_fact
	where person_id in (select person_id from rehearsal_change where rehearsal_id = $id
		group by person_id having count(*) = 1)")" \
	"$(sql "select sum(monthly_fen) from rehearsal_change where rehearsal_id = $id")"
again=$(rehearse policy --from "$next" >/dev/null; sql "select count(distinct (result_hash, facts_hash)) from
	rehearsal where business_day = '$next'")
same "the same draft on the same facts gives the same result" 1 "$again"

says "nobody adopts their own draft" "second person" "$(adopt policy "$draft" --from "$next")"
says "a clerk adopts nothing" "permission denied" "$(adopt clerk "$draft" --from "$next")"
says "not into the past" "in the past" "$(adopt policy2 "$draft" --from 2025-11-02)"
cp "$draft" "$work/kept.lua"
printf ' ' >>"$draft"
says "a byte more was not rehearsed" "was not rehearsed" "$(adopt policy2 "$draft" --from "$next")"
cp "$work/kept.lua" "$draft"
echo '-- for one area' >>"$draft"
part=$(rehearse policy --from "$next" --region 330681001 >/dev/null
	adopt policy2 "$draft" --from "$next")
says "a part of the persons does not suffice" "only a part" "$part"
cp "$work/kept.lua" "$draft"
whole=$(rehearse policy --from "$next" | sed -n 's/.*steward rules adopt \([0-9a-f]*\) .*/\1/p')
same "the whole hash is told" 64 ${#whole}
says "a part of the hash shows the difference" "+.*value = 15" "$(adopt policy2 "${whole%????????????????????????????????????????????????????}" --from "$next" </dev/null |
	grep -o '^+.*value = 15' | sed 's/.*value/+.*value/')"
says "and adopts nothing unasked" "nothing was adopted" "$(adopt policy2 "${whole%????????????????????????????????????????????????????}" --from "$next" </dev/null)"
later=$(sql "select ('$next'::date + 9)::text")
says "a later day than was rehearsed is refused" "rehearsed for an earlier day" "$(adopt policy2 "$whole" --from "$later")"
echo '-- for that day alone' >>"$draft"
says "so is an earlier one" "rehearsed for a later day" "$(rehearse policy --from "$next" >/dev/null; adopt policy2 "$draft" --from "$last")"
cp "$work/kept.lua" "$draft"
rehearse policy --from "$next" >/dev/null
# Another draft whose hash begins with the same digits, as one can be found in half a minute.
sql "insert into rehearsal (rehearsal_id, author, business_day, draft_hash, base_hash, draft, facts_hash, result_hash, totals)
	select 777000003, 'policy', business_day, left(draft_hash, 12) || repeat('0', 52), base_hash, draft, facts_hash, result_hash,
	totals from rehearsal where draft_hash = '$whole' limit 1"
says "of two that begin alike none is adopted" "hash begins with" "$(adopt policy2 "$(echo "$whole" | cut -c 1-12)" --from "$next" </dev/null)"
sql "delete from rehearsal where rehearsal_id = 777000003"
# What its author writes by hand is not what it does.
sql "update rehearsal set totals = '{}', result_hash = 'x' where draft_hash = '$whole'"
says "a rehearsal that was written by hand is not adopted" "does something else" "$(adopt policy2 "$whole" --from "$next")"
rehearse policy --from "$next" >/dev/null
unlike="$lua/rules/retirement/unlike.lua"
sed 's/certification_overdue/unlike/; s/gives = "2025-11-10",/gives = "2025-11-10", tusk = 1,/' "$srcdir/lua/rules/retirement/certification_overdue.lua" >"$unlike"
says "a text that the checker refuses is not rehearsed" "findings" "$("$steward" rules rehearse "$unlike" --db "$db" --as policy 2>&1)"
sed 's/certification_overdue/unlike/; s/gives = "nothing"/gives = "2025-01-01"/' "$srcdir/lua/rules/retirement/certification_overdue.lua" >"$unlike"
says "nor one whose own cases do not come out" "do not come out" "$("$steward" rules rehearse "$unlike" --db "$db" --as policy 2>&1)"
rm "$unlike"
says "a second policy officer adopts it" "come into force" "$(adopt policy2 "$draft" --from "$next")"
says "who adopts it once more is told so" "is scheduled for $next as it is" "$(adopt policy2 "$draft" --from "$next")"
says "without a day as well" "is scheduled for $next as it is" "$(adopt policy2 "$draft")"
says "it is scheduled" "scheduled" "$("$steward" rules history parameters/certification.lua --db "$db" --as clerk)"

# Tasks that are otherwise than the rehearsal of that day said.
unlike_rehearsed() {
	sql "select count(*) from rehearsal_change c left join task t using (person_id, rule_id, cause)
		where rehearsal_id = $id and coalesce(t.state, 'withdrawn') <>
			case change when 'vanishes' then 'withdrawn' else 'open' end"
}
st batch judge --all 2>/dev/null
[ "$(unlike_rehearsed)" -gt 0 ]
ok "before its day nothing has changed" $?
st batch judge --date "$next" 2>/dev/null
same "on its day it is in force with nobody present, as it was rehearsed" 0 "$(unlike_rehearsed)"
says "what judged before is past" "past" "$("$steward" rules history parameters/certification.lua --db "$db" --as clerk)"
ok "the difference is what the text in force changed" "$("$steward" rules diff parameters/certification.lua --db "$db" --as policy | grep -q "^+.*value = 15"; echo $?)"

# A draft is tested beside what was adopted when the database is named, beside the folder otherwise.
changed() { "$steward" rules test "$@" 2>/dev/null | grep -c '^# changed: '; }
same "the adopted text against itself changes nothing" 0 "$(changed --db "$db" --as policy "$draft")"
[ "$(changed "$draft")" -gt 0 ]
ok "beside the folder it does" $?
[ "$(changed --db "$db" --as policy "$srcdir/lua/parameters/certification.lua")" -gt 0 ]
ok "and the folder's text beside what was adopted" $?

# Decisions of both books.
for row in $(sql "select person_id || '|' || rule_id || '|' || cause from task where state = 'open'
	and task_type = 'suspend' limit 40"); do
	IFS='|' read -r person rule cause <<-E
	$row
	E
	st clerk decide "$person" "$rule" "$cause" propose --reason document >/dev/null 2>&1
done
decided=$(sql "select count(*) from decision where rule_hash <> ''")
[ "$(sql "select count(distinct book_hash) from decision")" -ge 2 ]
ok "decisions of two books" $?
says "all of them come out as they were decided" "$decided decisions replayed with" \
	"$("$steward" rules replay --as auditor --db "$db" 2>&1)"
says "without a difference" ": 0 differences" "$("$steward" rules replay --as auditor --db "$db" 2>&1)"

planted() {	# NAME SAYS SQL UNDO
	sql "$3" >/dev/null
	out=$("$steward" rules replay --as auditor --db "$db" --format csv 2>&1)
	status=$?
	sql "$4" >/dev/null
	says "$1" "$2" "$out"
	[ "$status" -ne 0 ]
	ok "$1: exit status" $?
}
one="(select min(decision_id) from decision where not automatic and rule_hash <> '')"
fact="jsonb_set(inputs, '{facts,pension_fen}', to_jsonb(((inputs #>> '{facts,pension_fen}')::bigint %s 1)::text))"
# shellcheck disable=SC2059
planted "a stored fact that was changed is found" "the stored decision was changed" \
	"update decision set inputs = $(printf "$fact" +) where decision_id = $one" \
	"update decision set inputs = $(printf "$fact" -) where decision_id = $one"
sql "alter table rule_text drop constraint rule_text_hash"
planted "a changed archived rule is found" "is not what was adopted" \
	"update rule_text set body = body || ' ' where rule_id = 'rules/retirement/certification_overdue.lua'" \
	"update rule_text set body = left(body, -1) where rule_id = 'rules/retirement/certification_overdue.lua'"
says "and the judge does not use it" "is not what was adopted" "$(
	sql "update rule_text set body = body || ' ' where rule_id = 'rules/risk/paid_after_death.lua'"
	st batch judge 2>&1
	sql "update rule_text set body = left(body, -1) where rule_id = 'rules/risk/paid_after_death.lua'")"
says "put back, there is no difference" ": 0 differences" "$("$steward" rules replay --as auditor --db "$db" 2>&1)"
says "what today's knowledge says is another question" "would" \
	"$("$steward" rules replay --as auditor --now --db "$db" --format csv 2>/dev/null)"

version=$(sql "select hash from rule_version where path = 'parameters/certification.lua' and rehearsal_id is not null")
changes() { printf '%s\n' "$1" | grep -c -e '^vanishes,' -e '^arises,' -e '^changes,'; }
out=$("$steward" rules withdraw parameters/certification.lua "$version" --db "$db" --as policy --format csv --limit 100000 2>&1)
id2=$(sql "select max(rehearsal_id) from rehearsal")
[ "$(changes "$out")" -gt 0 ] && [ "$(changes "$out")" -eq "$(sql "select count(*) from rehearsal_change where rehearsal_id = $id2")" ]
ok "a withdrawal is rehearsed: whom it touches is listed" $?
says "nothing is withdrawn that the second person's rehearsal shows otherwise" "does something else" "$(
	sql "update rehearsal set result_hash = 'x' where rehearsal_id = $id2"
	"$steward" rules withdraw parameters/certification.lua "$version" --db "$db" --as policy2 2>&1)"
says "nor without one" "was not rehearsed" "$(sql_as policy2 "select rules_withdraw('parameters/certification.lua', '$version', business_day(), $id2)")"
same "no draft waits for it" 0 "$(sql "select count(*) from rehearsal where rehearsal_id >= $id2 and checks is null")"
withdraw() { "$steward" rules withdraw parameters/certification.lua "$version" --db "$db" --as "$1" 2>&1; }
says "one officer alone takes no law back" "when a second policy officer says the same" "$(withdraw policy)"
says "nor by saying it twice" "when a second policy officer says the same" "$(withdraw policy)"
says "which the history tells" "to be withdrawn" "$(st auditor rules history parameters/certification.lua --format csv)"
says "a second one does" "is in force from then on" "$(withdraw policy2)"
same "the history names who did it" "withdrawn,policy2" "$(st auditor rules history parameters/certification.lua --format csv |
	tr -d '\r' | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i } $c["state"] == "withdrawn" { print $c["state"] "," $c["withdrawn_by"] }')"
st batch judge 2>/dev/null
same "the one before it judges again" 0 "$(sql "select count(*) from rehearsal_change c where rehearsal_id = $id
	and (change = 'vanishes') <> exists (select from finding f where (f.person_id, f.rule_id, f.cause) =
		(c.person_id, c.rule_id, c.cause))")"
says "and its decisions still replay" ": 0 differences" "$("$steward" rules replay --as auditor --db "$db" 2>&1)"

# The same bytes adopted again are compared with what was in force before, not with themselves.
st policy rules rehearse "$draft" --limit 0 >/dev/null 2>&1
st policy2 rules adopt "$draft" >/dev/null 2>&1
ok "what was withdrawn is adopted once more" $?
ok "and its difference is that from the version before it" "$("$steward" rules diff parameters/certification.lua "$version" --db "$db" --as policy |
	grep -q "^+.*value = 15"; echo $?)"
says "to adopt it yet again is answered with what it is" "is in force since" "$(adopt policy2 "$draft")"

# A file with one entry in the place of one with many.
mkdir -p "$work/small/parameters"
cat >"$work/small/parameters/survivor.lua" <<'L'
return {
	{ name = "survivor.funeral_county", jurisdiction = "CN-330681", unit = "months", basis = "a notice",
	  values = { { from = "2021-09-01", value = 3 } } },
}
L
out=$("$steward" rules rehearse "$work/small/parameters/survivor.lua" --db "$db" --as policy 2>&1)
ok "what others ask for cannot be taken away" "$(printf '%s\n' "$out" | grep -q 'the draft has'; echo $?)"
sed '/name = "unemployment.amount", jurisdiction = "CN-44"/,/^	},/{s/CN-44/CN-45/}' "$srcdir/lua/parameters/unemployment.lua" >"$work/small/parameters/unemployment.lua"
out=$("$steward" rules rehearse "$work/small/parameters/unemployment.lua" --db "$db" --as policy 2>&1)
says "a place that goes is named" "takes away the parameter unemployment.amount of CN-44" "$out"
says "and stops the draft" "the draft takes 1 names or places away" "$out"
out=$("$steward" rules rehearse "$work/small/parameters/unemployment.lua" --db "$db" --as policy --remove 2>&1)
says "unless it is taken on purpose" "a second policy officer adopts it" "$out"
says "nobody here belongs there, which is said" "no person belongs to CN-45" "$out"
says "the second person has to say so, too" "takes 1 names or places away" "$(adopt policy2 "$work/small/parameters/unemployment.lua")"
says "and may" "come into force" "$(adopt policy2 "$work/small/parameters/unemployment.lua" --remove)"

# A text that is scheduled for a later day takes the draft's place then: that day says nothing about the draft.
plus() { sql "select (business_day() + $1)::text"; }
of_months() {	# FILE VALUES
	mkdir -p "$(dirname "$1")"
	awk -v values="$2" '/name = "certification.valid_months"/ { mine = 1 }
		mine && /values =/ { sub(/values = .*/, "values = { " values " },"); mine = 0 } 1' \
		"$srcdir/lua/parameters/certification.lua" >"$1"
}
first="{ from = \"2001-01-01\", to = \"$(plus 19)\", value = 12 }"
of_months "$work/scheduled/parameters/certification.lua" "$first, { from = \"$(plus 20)\", value = 14 }"
of_months "$work/between/parameters/certification.lua" "{ from = \"2001-01-01\", to = \"$(plus 4)\", value = 12 },
	{ from = \"$(plus 5)\", to = \"$(plus 29)\", value = 13 }, { from = \"$(plus 30)\", value = 16 }"
"$steward" rules rehearse "$work/scheduled/parameters/certification.lua" --from "$(plus 10)" --db "$db" --as policy >/dev/null 2>&1 &&
	"$steward" rules adopt "$work/scheduled/parameters/certification.lua" --db "$db" --as policy2 >"$work/said" 2>&1
ok "what is adopted without a day comes into force on that of its rehearsal" "$(grep -q "come into force on $(plus 10)" "$work/said"; echo $?)"
out=$("$steward" rules rehearse "$work/between/parameters/certification.lua" --db "$db" --as policy 2>&1)
same "the days on which the draft itself is in force are shown" "$(plus 0) $(plus 5)" \
	"$(printf '%s\n' "$out" | sed -n 's/: [0-9]* persons judged by both.*//p' | tr '\n' ' ' | sed 's/ $//')"
says "a value that begins before the draft does is told" "certification.valid_months is another one from $(plus 5) on, but the draft begins on $(plus 7)" \
	"$("$steward" rules rehearse "$work/between/parameters/certification.lua" --from "$(plus 7)" --db "$db" --as policy 2>&1)"
finish
