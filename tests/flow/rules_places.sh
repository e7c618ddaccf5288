# The law of one place: a value or a rule of a province or a town concerns those who belong there, and
# nobody else.
. "$srcdir/tests/lib.sh"
needs retirement
small_city places 3000 6
# A third of them belongs to another province.
sql "insert into region (region_code, name, parent_code) values (31, '上海市', 0), (310101, '黄浦区', 31)"
for t in person person_ident enrolment pension payment award certification; do
	sql "update $t set region_code = 310101 where person_id % 3 = 0"
done
st batch judge --rebuild --date 2025-11-05 2>/dev/null || exit 1

lua="$work/places"
rm -rf "$lua"
mkdir -p "$lua/parameters" "$lua/rules/retirement"
draft="$lua/parameters/certification.lua"

# The same months everywhere, but 15 of them in one place.
months_in() {	# PLACE
	awk -v place="$1" '/name = "certification.renew_after_months"/ && !done { done = 1
		print "\t\tname = \"certification.valid_months\", jurisdiction = \"" place "\", unit = \"months\","
		print "\t\tbasis = \"a notice of the place\", values = { { from = \"2001-01-01\", value = 15 } },"
		print "\t}, {" } 1' "$srcdir/lua/parameters/certification.lua" >"$draft"
}
rehearse() {
	"$steward" rules rehearse "$@" --db "$db" --as policy --limit 0 >/dev/null 2>"$work/said" || cat "$work/said"
	id=$(sql "select max(rehearsal_id) from rehearsal")
}
touched() {
	sql "select distinct person_id from rehearsal_change where rehearsal_id = $id order by 1"
}

sed 's/value = 12 }/value = 15 }/' "$srcdir/lua/parameters/certification.lua" >"$draft"
rehearse "$draft"
everyone=$(touched)
[ -n "$everyone" ]
ok "somewhere somebody is concerned" $?

for place in CN-31:310101 CN-310101:310101 CN-330681001:330681001; do
	months_in "${place%:*}"
	rehearse "$draft"
	want=$(sql "select person_id from person where region_code = ${place#*:}
		and person_id in ($(printf '%s\n' "$everyone" | paste -sd,)) order by 1")
	[ -n "$want" ]
	ok "${place%:*}: somebody there is concerned" $?
	same "${place%:*}: exactly those who belong there are named" "$want" "$(touched)"
done
months_in CN-44
same "a place where nobody belongs concerns nobody" "" "$(rehearse "$draft"; touched)"
said() { "$steward" rules rehearse "$@" --db "$db" --as policy --limit 0 2>&1 >/dev/null; }
ok "which is said" "$(said "$draft" | grep -q '^no person belongs to CN-44$'; echo $?)"
months_in CN-31
sed -i 's/value = 15 }/value = 12 }/' "$draft"
same "a place where all comes out as before says how many were asked" "CN-31: asked for $(
	sql "select count(*) from person where region_code = 310101") persons, other outcome for 0" "$(said "$draft" | grep '^CN-31')"

cat >"$lua/rules/retirement/local.lua" <<'L'
return {
	id = "retirement.local", title = "a local rule", jurisdiction = "CN-31", from = "2025-01-01",
	basis = "a notice of the place", type = "notice",
	reads = { "pension_status", "pension_from" }, when = { pension_status = "paid" },
	judge = function(p)
		return task { cause = day(p.pension_from), say = T("paid since %s", day(p.pension_from)) }
	end,
	cases = { { "paid", on = "2025-11-05", gives = "task",
		facts = { pension_status = "paid", pension_from = "2020-01-01" } } ,
		{ "not paid", on = "2025-11-05", gives = "nothing", facts = { pension_status = "ended" } } },
}
L
rehearse "$lua/rules/retirement/local.lua"
same "a rule of a province speaks of its own" "$(sql "select person_id from person_fact
	where pension_status = 'paid' and region_code = 310101 order by 1")" "$(touched)"

# In force, for one place; the others' tasks stay as they were, without a rebuild.
tasks_of() {	# CONDITION
	sql "select md5(string_agg((person_id, rule_id, cause, state)::text, '' order by person_id, rule_id, cause))
		from task where region_code $1 310101"
}
months_in CN-31
rehearse "$draft"
st policy2 rules adopt "$draft" 2>/dev/null
ok "it is adopted" $?
others=$(tasks_of '<>')
own=$(tasks_of '=')
st batch judge 2>/dev/null
same "tasks elsewhere stay as they were" "$others" "$(tasks_of '<>')"
[ "$own" != "$(tasks_of '=')" ]
ok "tasks there are others" $?
finish
