-- A household that lives on less than the local minimum is told how to apply.  Where an income is not told nothing is known.
return {
	id = "assistance.household_need",
	title = "household below the minimum",
	jurisdiction = "CN",
	from = "2014-05-01",
	basis = "Interim Measures for Social Assistance, art. 9 and 12 (the difference to the local minimum)",
	about = "household", type = "household_need",
	reads = { "household_no", "members" },
	when = { income_unknown = absent, household_no = present },
	judge = function(h)
		local of = assistance.allowance(h.members)
		if of.amount == 0 then return nothing end
		return task {
			cause = h.household_no, monthly = of.amount,
			say = T("the household lives on %s each a month; %s a month are lacking to the minimum", yuan(of.each), yuan(of.amount)),
		}
	end,
	cases = {
		{ "three with 1800.00", on = "2025-11-10", gives = "H1", facts = { household_no = "H1",
		  members = '[{"role":"head","birth":"1980-05-01","income":"1800.00"},{"role":"spouse","birth":"1982-01-01","income":"0.00"},'
			.. '{"role":"child","birth":"2015-01-01","income":"0.00"}]' } },
		{ "enough", on = "2025-11-10", gives = "nothing", facts = { household_no = "H1",
		  members = '[{"role":"head","birth":"1980-05-01","income":"1100.00"}]' } },
		{ "an income is not told", on = "2025-11-10", gives = "nothing", facts = { household_no = "H1", income_unknown = 1,
		  members = '[{"role":"head","birth":"1980-05-01"}]' } },
	},
}
