# Neighbours inside of a list of members: a limit that moved is found on a member's day and on his amount, a field that
# may be missing, a role and a member more or less, without a case of any of them.
. "$srcdir/tests/lib.sh"
needs assistance
box="$work/members"
mkdir -p "$box/rules/assistance" "$box/old"
rule="$box/rules/assistance/planted.lua"
cat >"$rule" <<'LUA'
return {
	id = "assistance.planted", title = "an old head of small income", jurisdiction = "CN", from = "2014-05-01", basis = "a rule",
	about = "household", type = "household_change", reads = { "household_no", "member_facts" },
	when = { household_no = present, member_facts = present },
	judge = function(h)
		local head = member(h.member_facts, "head")
		if not head or not head.birth_date or head.birth_date > date "1960-06-30" then return nothing end
		if (head.income_fen or 0) >= 150000 then return nothing end
		return task { cause = h.household_no, say = T("%s of the household died, the last on %s, and still counts in it",
			tostring(#members(h.member_facts)), day(head.birth_date)) }
	end,
	cases = { { "seventy, with 1000.00", on = "2025-11-10", gives = "H1", facts = { household_no = "H1",
		member_facts = '[{"role":"head","birth_date":"1955-05-01","income_fen":100000},{"role":"spouse","birth_date":"1990-01-01"}]' } } },
}
LUA
cp "$rule" "$box/old/planted.lua"
moved() {	# SED: what of the neighbours comes out otherwise, as the values of the first that does
	sed "$1" "$box/old/planted.lua" >"$rule"
	! cmp -s "$rule" "$box/old/planted.lua" || echo "nothing was planted"
	"$steward" rules test "$rule" --against "$box/old/planted.lua" --folder --all 2>/dev/null | grep '^# .*member_facts='
}
same "its case comes out" 1 "$("$steward" rules test --cases "$rule" --folder 2>/dev/null | grep -c '^ok ')"
ok "an amount of a member at its limit" "$(moved 's/>= 150000/> 150000/' | grep -q '"income_fen":150000'; echo $?)"
ok "his birth at its limit" "$(moved 's/1960-06-30/1960-07-01/' | grep -q '"birth_date":"1960-07-01"'; echo $?)"
ok "a field that is missing" "$(moved 's/ or not head.birth_date or/ or/' | grep -q '"role":"head"'; echo $?)"
ok "nobody with the role" "$(moved 's/if not head or not/if head and not/; s/head.birth_date > date/head and head.birth_date > date/; s/(head.income_fen/(head and head.income_fen/; s/day(head.birth_date)/""/' | grep -qv '"role":"head"'; echo $?)"
finish
