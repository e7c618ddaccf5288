-- What a place pays beside the unemployment benefit while somebody looks for work.

-- A place that names no rule pays none; nobody guesses one.
local function search(i)
	lib.inputs.not_negative(i, "average_wage")
	local rule = param("unemployment.job_search")
	if rule.none then return { amount = 0, months = 0, why = T("no rule for it is in force here") } end
	local months = math.max(0, math.min(rule.months - i.months_drawn, i.benefit_months))
	if months == 0 then return { amount = 0, months = 0, why = T("%s months were paid: no more are", tostring(rule.months)) } end
	local share = step(L"share of the average wage", rule.percent, "%")
	return { amount = math.tointeger(round(i.average_wage * share / 100)), months = months,
		why = T("%s percent of the average wage", tostring(share)) }
end

return {
	{
		name = "unemployment.job_search",
		title = L"job-search subsidy a month beside unemployment benefit",
		jurisdiction = "CN",
		basis = "Social Insurance Law, art. 47 (benefits are of the places); Guangdong Unemployment Insurance Regulations 2022, art. 20",
		inputs = {
			{ "jurisdiction", "code", "", L"place; empty: that of the command line" },
			{ "average_wage", "yuan", "yuan", L"average wage that contributions were paid on" },
			{ "benefit_months", "count", "months", L"months that the benefit is paid" },
			{ "months_drawn", "count", "months", L"months of the subsidy drawn before of the same benefit", default = 0 },
		},
		outputs = {
			{ "amount", "yuan", "yuan", L"a month" },
			{ "months", "number", "months", L"months it is paid" },
			{ "why", "say", "", L"how it comes about" },
		},
		compute = search,
		-- Wages and amounts of cases are fen, as rules have them.
		cases = {
			{ "Guangdong, at most six months", on = "2025-06-01", place = "CN-4401", given = { average_wage = 600000, benefit_months = 16 },
			  gives = { amount = 90000, months = 6 } },
			{ "a benefit of four months", on = "2025-06-01", place = "CN-4401", given = { average_wage = 567890, benefit_months = 4 },
			  gives = { amount = 85184, months = 4 } },
			{ "what was left of it", on = "2025-06-01", place = "CN-44", given = { average_wage = 600000, benefit_months = 12, months_drawn = 4 },
			  gives = { amount = 90000, months = 2 } },
			{ "all of it was drawn", on = "2025-06-01", place = "CN-44", given = { average_wage = 600000, benefit_months = 12, months_drawn = 6 },
			  gives = { amount = 0, months = 0 } },
			{ "before the regulations", on = "2022-05-31", place = "CN-44", given = { average_wage = 600000, benefit_months = 12 },
			  gives = { amount = 0, months = 0 } },
			{ "a place without it", on = "2025-06-01", place = "CN-33", given = { average_wage = 600000, benefit_months = 12 },
			  gives = { amount = 0, months = 0 } },
		},
	},
}
