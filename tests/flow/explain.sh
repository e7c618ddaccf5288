# Findings and decisions explained: by the rule itself, from the facts, texts and day of then; the same as a
# letter; and from what is told the same amount can be worked out again.
. "$srcdir/tests/lib.sh"
needs risk
needs retirement
needs employment
small_city explain 3000 3
for day in $(days_of "$city" | head -12); do
	import_day "$city" "$day"
done
last=$(days_of "$city" | sed -n 12p)
st batch judge --date "$last" 2>/dev/null || exit 1
next=$(sql "select (value::date + 1)::text from setting where name = 'business_day'")

says() {	# NAME WANTED TEXT
	case $3 in
	*"$2"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$2" "$3" ;;
	esac
}
lacks() {	# NAME UNWANTED TEXT
	case $3 in
	*"$2"*) ok "$1" 1; printf '  not wanted: %s\n' "$2" ;;
	*) ok "$1" 0 ;;
	esac
}
rule=retirement.certification_overdue
one_of() {	# CONDITION: person and cause of an open task of the rule
	sql "select person_id || ' ' || cause from task join person_fact using (person_id)
		where rule_id = '$rule' and state = 'open' and certified_on is not null and $1
		order by person_id limit 1"
}
explain() { st clerk explain "$@" 2>&1; }
of_lines() {	# JSON SELECTED CONDITION: of its lines l, the n-th each
	sql "select $2 from jsonb_array_elements(\$json\$$1\$json\$::jsonb -> 'lines')
		with ordinality x(l, n) where $3"
}

# What the tests of a value need of the texts in force: a rule that calls a calculation for its amount.
lua="$work/explained"
rm -rf "$lua"
mkdir -p "$lua/rules/retirement" "$lua/parameters"
amount="$lua/rules/retirement/test_amount.lua"
cat >"$amount" <<'LUA'
return {
	id = "retirement.test_amount", title = "an amount", jurisdiction = "CN", from = "2001-01-01",
	basis = "a test", type = "notice", reads = { "account_fen", "birth_date" },
	when = { pension_status = "paid", account_fen = present, died_on = absent },
	judge = function(p)
		if not reached(p.birth_date) or p.account_fen <= 0 then return nothing end
		local a = pension.amount(643017, 0.6235, 25.337, p.account_fen, nil, 60, 1)
		return task { cause = "amount", say = T("amount %s", yuan(a.total)), monthly = a.total }
	end,
	cases = { { "paid", on = "2025-11-05", gives = "task",
		facts = { pension_status = "paid", account_fen = 100, birth_date = "1950-01-01" } } ,
		{ "not paid", on = "2025-11-05", gives = "nothing", facts = { pension_status = "ended" } } },
}
LUA
sed 's/\[60\] = 139/[60] = 137/' "$srcdir/lua/parameters/pension.lua" >"$lua/parameters/pension.lua"
awk -v last="$last" -v first="$next" '/value = 12 }/ {
	sub(/value = 12 }/, "to = \"" last "\", value = 12 }, { from = \"" first "\", value = 13 }") } 1' \
	"$srcdir/lua/parameters/certification.lua" >"$lua/parameters/certification.lua"
overdue="$lua/rules/retirement/certification_overdue.lua"
sed 's/the certificate ran out on %s/no certificate since %s/' \
	"$srcdir/lua/rules/retirement/certification_overdue.lua" >"$overdue"

# A finding, by what found it.
read -r person cause <<E1
$(one_of "certified_on < '$last'::date - 400")
E1
csv=$(explain "$person" "$rule" "$cause" --format csv)
certified=$(sql "select certified_on from person_fact where person_id = $person")
says "the fact with its row" "fact,0,1,certified_on,$certified,date" "$csv"
printf '%s\n' "$csv" | grep -Eq "^fact,.*certified_on,$certified,.*,$certified,[^,]*register.csv,[0-9]+.?$"
ok "of which file and line" $?
says "the parameter with value, place, first day and article" \
	'parameter,0,1,certification.valid_months,12,months,CN,2001-01-01,,months a certificate is valid,"Social Insurance Agency' "$csv"
says "the day that was asked about" "reached,0,1,$cause,yes" "$csv"
says "the calculation and what it gave" "call,0,1,certification.alive_on" "$csv"
says "the cause" "found,0,1,cause,$cause" "$csv"
says "the money a month" "found,0,1,monthly,$(sql "select monthly_fen from finding
	where person_id = $person and rule_id = '$rule'"),fen" "$csv"
same "conditions, then facts, then what was found" "rule when fact found" "$(printf '%s\n' "$csv" |
	cut -d, -f1 | awk '/^(rule|when|fact|found)$/ && !seen[$1]++ { printf "%s%s", n++ ? " " : "", $1 }')"
text=$(explain "$person" "$rule" "$cause")
says "as text, by the facts' names" "certified = $certified" "$text"
says "in Chinese" "已认证 = $certified" "$(LC_ALL=zh_CN.UTF-8 explain "$person" "$rule" "$cause")"
number=$(sql "select id_no from person_ident where person_id = $person limit 1")
same "the person may be named by number" "$text" "$(explain "$number" "$rule" "$cause")"

# A person without it.
other=$(sql "select f.person_id from person_fact f where pension_status = 'paid' and died_on is null
	and certified_on > '$last'::date - 100
	and not exists (select from finding n where n.person_id = f.person_id) order by 1 limit 1")
says "a person without the finding" "has found nothing with the cause" "$(explain "$other" "$rule" "$cause")"
says "is told why not" "nothing,0,1" "$(explain "$other" "$rule" --now --format csv)"
says "up to the condition that does not hold" "unmet,0,1,pension_status" "$(explain "$(sql "select person_id
	from person_fact where pension_status is null order by 1 limit 1")" "$rule" --now --format csv)"
says "a rule that is none" "no rule named" "$(explain "$person" risk.no_such --now)"

# What a rule settled by itself, with the rows it rested on.
read -r settled signs <<E0
$(sql "select person_id || ' ' || cause from decision where automatic order by person_id limit 1")
E0
auto=$(explain "$settled" retirement.certify_from_signs "$signs")
says "a rule's own decision" "by the rule itself" "$auto"
says "with the files of the signs" "medical.csv, line" "$auto"

# A decision stays as it was decided.
st clerk decide "$person" "$rule" "$cause" propose --reason no_sign >/dev/null 2>&1
decided=$(explain "$person" "$rule" "$cause" --format json)
says "a decision is explained as one" '"of":"decision"' "$decided"
found=$(of_lines "$(explain "$person" "$rule" "$cause" --now --format json)" l true)
says "the finding has its lines" '"kind": "fact"' "$found"
same "and the decision the same" "$found" "$(of_lines "$decided" l true)"
set -- "$amount" "$overdue" "$lua/parameters/certification.lua" "$lua/parameters/pension.lua"
"$steward" rules rehearse "$@" --db "$db" --as policy --from "$next" >/dev/null
says "another text and another value come into force" "come into force" \
	"$("$steward" rules adopt "$@" --db "$db" --as policy2 --from "$next" 2>&1)"
st batch judge --date "$next" 2>/dev/null
sql "update batch set file_name = 'renamed.csv'" >/dev/null
same "and change not a byte of it" "$decided" "$(explain "$person" "$rule" "$cause" --format json)"
now=$(explain "$person" "$rule" --now --format csv)
says "today's knowledge is another question" "certification.valid_months,13,months" "$now"
says "and names the files of today" "renamed.csv" "$now"
read -r later since <<E2
$(one_of "true")
E2
says "a finding is explained by the texts that found it" "no certificate since" \
	"$(explain "$later" "$rule" "$since" --format csv)"
sql "update decision set inputs = jsonb_set(inputs, '{facts,pension_fen}', '\"1\"') where person_id = $person
	and rule_id = '$rule'" >/dev/null
says "a stored decision that was changed is told" "was changed after it was made" \
	"$(explain "$person" "$rule" "$cause" --format csv)"

# The amount once more, from what was told alone.
paid=$(sql "select person_id from finding where rule_id = 'retirement.test_amount' order by person_id limit 1")
stored=$(sql "select trim_scale(round(monthly_fen / 100.0, 2)) from finding
	where person_id = $paid and rule_id = 'retirement.test_amount'")
json=$(explain "$paid" retirement.test_amount amount --format json)
inputs() {	# name or value of each
	of_lines "$json" "string_agg('\"' || (l ->> '$1') || '\"', ',' order by n)" \
		"l ->> 'kind' = 'input' and l ->> 'call' = '1'"
}
{ inputs name; inputs value; } >"$work/inputs.csv"
again() {	# WORDS...: eval of the calculation's inputs
	sql "select trim_scale((\$json\$$("$steward" eval pension.amount "$work/inputs.csv" --date "$next" \
		--format json "$@")\$json\$::jsonb ->> 'total')::numeric)"
}
set --
while IFS= read -r one; do
	set -- "$@" --set "$one"
done <<E3
$(of_lines "$json" "(l ->> 'name') || '=' || (l ->> 'value')" "l ->> 'kind' = 'parameter'")
E3
[ $# -ge 6 ]
ok "several parameters were told" $?
same "the stored amount exactly" "$stored" "$(again "$@")"
without=$(again)
[ -n "$without" ] && [ "$without" != "$stored" ]
ok "which the texts of the folder do not give" $?

# Letters.
letter=$(st clerk letter "$later" "$rule" "$since" --lang en)
name=$(sql "select name from person where person_id = $later")
says "a letter by name" "Dear $name," "$letter"
says "with what was found, in words" "found: no certificate since $(date -d "$since" '+%-d %B %Y')" "$letter"
says "the value of the law" "months a certificate is valid: the law sets 13 months (Social Insurance Agency Regulations 2023, art. 26" "$letter"
same "no fact twice" "" "$(st clerk letter $(sql "select person_id, rule_id, cause from task where rule_id = 'retirement.age_reminder'
	order by person_id limit 1" | tr '|' ' ') --lang en | sed -n 's/^ *[0-9]*[.] //p' | grep '^[a-z ]*: ' | sort | uniq -d)"
says "what happens next" "Nothing has been decided yet" "$letter"
same "against what is not decided there is no remedy" 0 "$(printf '%s\n' "$letter" | grep -c '60 days\|6 months after')"
same "no field's name" "" "$(printf '%s\n' "$letter" | grep -oE '[a-z]+_[a-z]+|[a-z]+\.[a-z]+_[a-z]+')"
chinese=$(st clerk letter "$later" "$rule" "$since" --lang zh)
says "in Chinese whatever the terminal says" "$name，您好" "$chinese"
says "days as they are written" "$(date -d "$since" '+%Y年%-m月%-d日')" "$chinese"
same "nor in Chinese" 0 "$(printf '%s\n' "$chinese" | grep -c '60日内\|6个月内')"
st clerk decide "$later" "$rule" "$since" dismiss --reason certified >/dev/null 2>&1
letter=$(st clerk letter "$later" "$rule" "$since" --lang en)
says "after the decision: the reason" "Our reason: certified meanwhile" "$letter"
says "and what that means" "goes on as before" "$letter"
says "no other language" 'unknown language "fr" (expected en zh)' "$(st clerk letter "$later" "$rule" "$since" --lang fr 2>&1)"

# Text that an import would refuse, planted behind its back.
sql "update person set name = E'王\\033]0;owned\\007\\u202e' where person_id = $later;
	update batch set file_name = E'a\\033[2J.csv'" >/dev/null
for words in "explain" "explain --now" "explain --format csv" "explain --format json" "letter --lang en" "letter --lang zh"; do
	verb=${words%% *}
	# shellcheck disable=SC2086
	st clerk "$verb" "$later" "$rule" "$since" ${words#"$verb"} >"$work/hostile" 2>&1
	[ -s "$work/hostile" ] && ! LC_ALL=C grep -q "$(printf '[\001-\010\013\014\016-\037\177]')" "$work/hostile" &&
		! grep -q "$(printf '\342\200\256')" "$work/hostile"
	ok "nothing moves the cursor: $words" $?
done

# A draft in one's own editor.
says "an editor wants a terminal" "needs a terminal" \
	"$("$steward" rules edit parameters/certification.lua --db "$db" --as policy 2>&1 </dev/null)"
if command -v script >/dev/null; then
	(cd "$lua" && VISUAL='cp -f seen' && printf '#!/bin/sh\ncp "$1" seen\n' >ed && chmod +x ed && VISUAL="$lua/ed" \
		script -qec "'$steward' rules edit parameters/care.lua --db \"$db\" --as policy" /dev/null >"$work/edited" 2>&1)
	same "the text in force is what opens" "$(cat "$srcdir/lua/parameters/care.lua")" "$(cat "$lua/seen" 2>/dev/null)"
	echo "-- mine" >>"$lua/parameters/care.lua"
	(cd "$lua" && VISUAL="$lua/ed" \
		script -qec "'$steward' rules edit parameters/care.lua --db \"$db\" --as policy" /dev/null >"$work/edited" 2>&1)
	same "a draft that is there is not written over" "-- mine" "$(tail -1 "$lua/seen")"
fi
finish
