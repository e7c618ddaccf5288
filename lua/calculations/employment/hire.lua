-- What an employer is paid a month for a person it has taken on who found it hard to find work, by the rules of the place.

local function refused(why) return { amount = 0, why = why } end

-- A share of the minimum wage; where none is in force the post brings nothing, and that is said.
local function for_post(rule)
	if not rule.post_parts then return 0, "" end
	local wage = param("employment.minimum_wage", { default = 0 })
	return math.tointeger(round(step(L"minimum wage", wage * 100, "yuan") * rule.post_parts / rule.post_of)), wage
end

local function hire(i)
	local rule = param("employment.hire_subsidy")
	if rule.none then return refused(T("no rule for it is in force here")) end
	if i.employed == false then return refused(T("no employer has paid contributions for the month")) end
	if i.in_difficulty == false then return refused(T("it is for persons who have difficulty in finding work")) end
	local left = i.months_to_pension
	if i.months_drawn >= rule.months and not (left and left < rule.near) then
		return refused(T("%s months were paid: no more are", tostring(rule.months)))
	end
	local share = step(L"share of the contributions", math.tointeger(round(i.paid * rule.parts / rule.of)), "yuan")
	local post, wage = for_post(rule)
	if wage == 0 then
		return { amount = share, why = T("%s of the contributions; for the post nothing, no minimum wage is in force here", yuan(share)) }
	end
	return { amount = share + post, why = T("%s of the contributions and %s for the post", yuan(share), yuan(post)) }
end

return {
	{
		name = "employment.hire_subsidy",
		title = L"subsidy to an employer for a person who found it hard to find work",
		jurisdiction = "CN",
		basis = "Employment Promotion Law, art. 49 and 52; notices of the places",
		inputs = {
			{ "paid", "yuan", "yuan", L"employer's share at the lower base for the month" },
			{ "employed", "yes/no/unknown", "", L"an employer paid contributions for the month; empty: yes", "optional" },
			{ "in_difficulty", "yes/no/unknown", "", L"has difficulty in finding work; empty: yes", "optional" },
			{ "months_drawn", "count", "months", L"months for which it was paid", default = 0 },
			{ "months_to_pension", "count", "months", L"months to the pension", "optional" },
		},
		outputs = {
			{ "amount", "yuan", "yuan", L"what is paid" },
			{ "why", "say", "", L"why" },
		},
		compute = hire,
		cases = {
			{ "Shanghai, half", on = "2025-06-01", place = "CN-31", given = { paid = 120000, months_drawn = 35 }, gives = { amount = 60000 } },
			{ "Shanghai, three years are over", on = "2025-06-01", place = "CN-31", given = { paid = 120000, months_drawn = 36,
			  months_to_pension = 24 }, gives = { amount = 0 } },
			{ "Shanghai, near the pension", on = "2025-06-01", place = "CN-31", given = { paid = 120000, months_drawn = 36,
			  months_to_pension = 23 }, gives = { amount = 60000 } },
			{ "Shanghai, the rule is over", on = "2027-01-01", place = "CN-31", given = { paid = 120000 }, gives = { amount = 0 } },
			{ "nobody has difficulty", on = "2025-06-01", place = "CN-31", given = { paid = 120000, in_difficulty = "no" }, gives = { amount = 0 } },
			{ "nobody paid", on = "2025-06-01", place = "CN-31", given = { paid = 120000, employed = "no" }, gives = { amount = 0 } },
			{ "a place without a rule", on = "2025-06-01", place = "CN-44", given = { paid = 120000 }, gives = { amount = 0 } },
		},
	},
}
