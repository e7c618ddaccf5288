# A household as what rules judge and people look at: its page, the search, facts of its members by role; told twice,
# somebody dies, moves out, the head changes.
. "$srcdir/tests/lib.sh"
needs assistance
needs risk
box="$work/household_page"
rm -rf "$box"
mkdir -p "$box"
small_city household_page 600 11
who() { sed -n "$1p" "$city/register.csv" | cut -d, -f1,2; }
a=$(who 10) b=$(who 20) c=$(who 30)
told() {	# DAY, rows on stdin
	{ echo household_no,id_no,name,role,income,from_day,to_day; cat; } >"$box/members.csv"
	st batch import household_member "$box/members.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"
	st batch judge --date "$1" >"$box/said" 2>&1 || cat "$box/said"
}
changed() {
	sql "select name, cause, state from task join person using (person_id) where rule_id = 'assistance.household_changed'
		order by cause, state, name" | tr '\n' ' '
}
desk() { printf '%s\n' "$@" . | st clerk desk --line 2>&1; }
shows() {	# WHAT: as 1 or 0
	grep -q -- "$1" "$box/page" && echo 1 || echo 0
}
dies() {	# DAY PERSON DIED
	awk -F, -v OFS=, -v no="${2%%,*}" -v on="$3" 'BEGIN { print "id_no,name,birth_date,died_on,place" }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$at["id_no"] == no { print no, $at["name"], $at["birth_date"], on, "家中" }' "$city/register.csv" >"$box/death.csv"
	st batch import death "$box/death.csv" --date "$1" >"$box/said" 2>&1 || cat "$box/said"
	st batch judge --date "$1" >"$box/said" 2>&1 || cat "$box/said"
}
heads() { sql "select name from household join person using (person_id) where household_no = 'H1'"; }

told 2025-11-03 <<-E
	H1,$a,head,1800.00,2025-01-01,
	H1,$b,spouse,900.00,2025-01-01,
	H1,$c,child,0.00,2025-01-01,
	E
same "while all live there is nothing to ask" "" "$(changed)"
st clerk search h1 --format csv >"$box/said" 2>&1
same "the search finds a household by its number, with its head" "#,H1,${a#*,}" "$(sed 1d "$box/said" | cut -d, -f1-3)"
same "a number that is none finds nobody" 0 "$(st clerk search H17 --format csv 2>/dev/null | sed 1d | wc -l)"
desk /H1 >"$box/page"
for what in "${a#*,}" "${b#*,}" "${c#*,}" 2700.00; do
	same "its page, by the search, has $what" 1 "$(shows "$what")"
done
desk "/${b%%,*}" h >"$box/page"
same "and from a person's page by one key" 1 "$(shows 'A household: H1')"
same "it has the task about the household" 1 "$(shows 'household in need')"
same "and facts by role" 1 "$(shows "spouse *${b#*,} *")"
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN desk /H1 >"$box/page"
same "in Chinese as well" "1 1 1" "$(shows '家庭.*H1') $(shows 户主) $(shows 规则读取的)"

# A member's death makes the household's facts anew, though no row about the household is told.
dies 2025-11-04 "$c" 2025-10-20
same "somebody of it died: its head is asked" "${a#*,} 1:H1 2025-10-20|open" "$(changed | sed 's/|/ /; s/ $//')"
st clerk explain "${a%%,*}" assistance.household_changed '1:H1 2025-10-20' >"$box/page" 2>&1
same "the explanation tells facts with whose they are" "1 1 1" "$(shows 'of the child: .* = 2025-10-20') $(shows 'of the head: ') $(
	shows 'members with facts of theirs = head, spouse, child$')"
LC_ALL=zh_CN.UTF-8 LANGUAGE=zh_CN st clerk explain "${a%%,*}" assistance.household_changed '1:H1 2025-10-20' >"$box/page" 2>&1
same "in Chinese too" 1 "$(shows '子女.*2025-10-20')"
before=$(changed)
dies 2025-11-05 "$c" 2025-10-20
same "told twice it is no news" "$before" "$(changed)"
dies 2025-11-06 "$a" 2025-10-25
same "then the head: another cause, and the first one goes" "1:H1 2025-10-20|withdrawn 1:H1 2025-10-25|open" "$(changed |
	sed "s/${a#*,}|//g; s/ $//")"
same "the sentence says that nobody can be asked" 1 "$(sql "select count(*) from finding where rule_id = 'assistance.household_changed'
	and say like '[\"the head of the household died%'")"

# Who lives there is told anew: the dead have left, the spouse is the head.
told 2025-11-07 <<-E
	H1,$a,head,1800.00,2025-01-01,2025-10-25
	H1,$c,child,0.00,2025-01-01,2025-10-20
	H1,$b,head,900.00,2025-01-01,
	E
same "another head" "${b#*,}" "$(heads)"
same "nothing is left to ask" "1:H1 2025-10-20|withdrawn 1:H1 2025-10-25|withdrawn" "$(changed | sed "s/${a#*,}|//g; s/ $//")"
same "what is lacking to the minimum is the new head's task" "${b#*,}|open" "$(sql "select name, state from task
	join person using (person_id) where rule_id = 'assistance.household_need' and state = 'open'")"
desk /H1 >"$box/page"
same "the page marks who has left" "1 1" "$(shows '[-] *head *'"${a#*,}") $(shows "head *${b#*,}")"
same "facts by role are those of who lives there" "head" "$(sql "select string_agg(m ->> 'role', ' ') from household_fact,
	jsonb_array_elements(member_facts::jsonb) m where household_no = 'H1'")"

# A rule that asks for somebody nobody can be, or for what no member has.
sed 's/"head")$/"hed")/; s/m\.died_on end/m.dyed_on end/; s/if m\.died_on/if m.dyed_on/' \
	"$srcdir/lua/rules/assistance/household_changed.lua" >"$box/wrong.lua"
st policy rules check "$box/wrong.lua" --folder >"$box/page" 2>&1
same "rules check: no such role, no such fact, with the line" "1 1" "$(shows 'wrong.lua:[0-9]*: no member has the role .hed.*head') $(
	shows 'wrong.lua:[0-9]*: .*no field .dyed_on.*died_on')"
finish
