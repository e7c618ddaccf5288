-- Who is out of work for half a year is entitled to help with finding some.
return {
	id = "employment.long_term_unemployed",
	title = "out of work for long",
	jurisdiction = "CN",
	from = "2008-01-01",
	basis = "Employment Promotion Law, art. 52",
	type = "notice",
	reads = { "status", "unemployed_since", "last_contributed" },
	when = { status = "unemployed", unemployed_since = present, died_on = absent },
	judge = function(p)
		-- A later month paid by an employer says more than the register.
		if p.last_contributed and p.last_contributed > period(p.unemployed_since) then
			return nothing
		end
		local long = add_months(p.unemployed_since, param("employment.long_term_months"))
		if not reached(long) then return nothing end
		return task {
			cause = day(p.unemployed_since),
			say = T("out of work since %s", day(p.unemployed_since)),
		}
	end,
	cases = {
		{ "six months", on = "2025-11-10", gives = "2025-05-10",
		  facts = { status = "unemployed", unemployed_since = "2025-05-10" } },
		{ "a day less", on = "2025-11-09", gives = "nothing",
		  facts = { status = "unemployed", unemployed_since = "2025-05-10" } },
		{ "paid in again", on = "2025-11-10", gives = "nothing",
		  facts = { status = "unemployed", unemployed_since = "2025-01-10",
		            last_contributed = 202506 } },
		{ "the last month of the old job", on = "2025-11-10", gives = "task",
		  facts = { status = "unemployed", unemployed_since = "2025-01-10",
		            last_contributed = 202501 } },
		{ "at work", on = "2025-11-10", gives = "nothing", facts = { status = "contributing" } },
	},
}
