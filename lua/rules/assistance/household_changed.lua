-- Who has died lives with nobody any more: what each of the others has is another sum, and a household without its head
-- has nobody to be asked.
return {
	id = "assistance.household_changed",
	title = "household of which somebody died",
	jurisdiction = "CN",
	from = "2014-05-01",
	basis = "Interim Measures for Social Assistance, art. 13 (changes of the household are checked)",
	about = "household", type = "household_change",
	reads = { "household_no", "member_facts" },
	when = { household_no = present, member_facts = present },
	judge = function(h)
		local died, n = nil, 0
		for _, m in ipairs(members(h.member_facts)) do
			if m.died_on then n, died = n + 1, math.max(died or m.died_on, m.died_on) end
		end
		if not died then return nothing end
		local head = member(h.member_facts, "head")
		return task {
			cause = h.household_no .. " " .. day(died),
			say = head and head.died_on and T("the head of the household died on %s: who is asked now?", day(head.died_on))
				or T("%s of the household died, the last on %s, and still counts in it", tostring(n), day(died)),
		}
	end,
	cases = {
		{ "the head died", on = "2025-11-10", gives = "H1 2025-10-02", facts = { household_no = "H1",
		  member_facts = '[{"role":"head","birth_date":"1950-05-01","died_on":"2025-10-02"},{"role":"spouse","birth_date":"1952-01-01"}]' } },
		{ "two of the others died", on = "2025-11-10", gives = "H1 2025-10-09", facts = { household_no = "H1",
		  member_facts = '[{"role":"head","birth_date":"1980-05-01"},{"role":"parent","died_on":"2025-10-09"},'
			.. '{"role":"parent","died_on":"2025-10-02"}]' } },
		{ "all live", on = "2025-11-10", gives = "nothing", facts = { household_no = "H1",
		  member_facts = '[{"role":"head","birth_date":"1980-05-01"}]' } },
	},
}
