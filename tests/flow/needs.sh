# A module taken away takes along what it brought: rules that need it are left out and nothing else is missed; a file
# that feeds it still comes in.
. "$srcdir/tests/lib.sh"
needs employment
needs retirement
small_city needs 600 9
st batch judge --date 2025-11-01 2>/dev/null
rules_with() { sql "select string_agg(distinct rule_id, ' ' order by rule_id) from finding"; }
same "with it its rules find" 1 "$(rules_with | grep -c 'employment\..*retirement.age_reminder')"
same "the register fills what it keeps" "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["scheme"] != "" && $at["start_date"] != ""' "$city/register.csv" | wc -l)" "$(sql "select count(*) from enrolment")"
same "and what another keeps" "$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["certified_on"] != ""' "$city/register.csv" | wc -l)" "$(sql "select count(*) from certification")"
person=$(sql "select min(person_id) from enrolment")
same "the person's page shows it" 1 "$(st clerk person $person | grep -c '^Schemes')"

sed 's/"employment", *//; s/, *"employment"//' "$builddir/steward.conf" >"$work/without.conf"
stw() { login=$1; shift; "$steward" "$@" --db "$db" --as "$login" --config "$work/without.conf"; }
texts="$work/needs_lua"
texts_to "$texts"
rm -r "$texts/rules/employment"
sed -i "s|^rules.*|rules = \"$texts\";|" "$work/without.conf"
stw postgres migrate --forget employment >/dev/null 2>&1
ok "it is taken away" $?
said=$(stw batch judge --all 2>&1)
same "a judgement misses nothing" "0 0" "$? $(echo "$said" | grep -cE 'left out|refused|no fact|reads')"
same "what needs it finds no more, the others go on" "0 1" "$(rules_with | grep -cE 'employment\.|age_reminder') $(rules_with |
	grep -c retirement.certif)"
stw batch refresh >/dev/null 2>&1
ok "figures are counted" $?
said=$(stw policy rules check 2>&1)
same "the checker says nothing of it" "0 0" "$? $(echo "$said" | grep -c age_reminder)"
same "the page does without" "0 0" "$(out=$(stw clerk person $person); echo $? $(echo "$out" | grep -c '^Schemes'))"
"$steward" generate "$work/needs_city" --persons 500 --seed 77 >/dev/null 2>&1
before=$(sql "select count(*) from enrolment") persons=$(sql "select count(*) from person")
stw batch import register "$work/needs_city/register.csv" --date 2025-11-01 >/dev/null 2>&1
same "the register comes in without it" "$before 1" "$(sql "select count(*) from enrolment") $(sql "select (count(*) > $persons)::int from person")"

mkdir -p "$texts/rules/core"
rule() {	# NEEDS
	cat >"$texts/rules/core/trial.lua" <<L
return { id = "core.trial", title = "a trial", jurisdiction = "CN", from = "2000-01-01", basis = "a test", needs = $1,
	type = "notice", reads = { "status" }, judge = function(p) return nothing end, cases = {} }
L
	stw policy rules check "$texts/rules/core/trial.lua" 2>&1
}
same "a list of needs is one that must all be met" 0 "$(rule '{ "retirement", "employment" }' | grep -c 'fact')"
same "a need that is met leaves its facts to be checked" 1 "$(rule '"retirement"' | grep -c 'fact named "status"')"
finish
