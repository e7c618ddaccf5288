-- What a household lives on, and what is lacking to the minimum: the difference for each of those who live together.
local members = { "members", "list", { { "role", { "head", "spouse", "child", "parent", "other" } }, { "birth", "day" },
	{ "income", "money", "a month", "optional" } }, L"members of the household" }

return {
	{
		name = "assistance.per_head", title = L"income of each of a household", jurisdiction = "CN",
		basis = "Interim Measures for Social Assistance, art. 9 (income of those who live together, for each of them)",
		inputs = { members },
		outputs = { { "persons", "count", "persons", L"those who live together" },
			{ "income", "money", "a month", L"income of all" }, { "each", "money", "a month", L"income of each" } },
		compute = function(i)
			local income = 0
			for _, m in ipairs(i.members) do income = income + (m.income or 0) end
			return { persons = #i.members, income = income, each = #i.members > 0 and income // #i.members or 0 }
		end,
		cases = {
			{ "two of them", on = "2025-11-10", given = { members = '[{"role":"head","birth":"1960-05-01","income":"1500.00"},'
				.. '{"role":"spouse","birth":"1962-01-01"}]' }, gives = { persons = 2, income = 150000, each = 75000 } },
		},
	},
	{
		name = "assistance.allowance", title = L"minimum allowance of a household", jurisdiction = "CN",
		basis = "Interim Measures for Social Assistance, art. 9 and 12 (the difference to the local minimum)",
		inputs = { members },
		outputs = { { "amount", "money", "a month", L"allowance a month" }, { "each", "money", "a month", L"income of each" } },
		compute = function(i)
			local of = assistance.per_head(i.members)
			local least = param("assistance.minimum_fen")
			local lacking = of.persons * least - of.income
			return { amount = lacking > 0 and lacking or 0, each = of.each }
		end,
		cases = {
			{ "three with 1800.00: 3 times 1100.00 less 1800.00", on = "2025-11-10",
			  given = { members = '[{"role":"head","birth":"1980-05-01","income":"1800.00"},{"role":"spouse","birth":"1982-01-01",'
				.. '"income":"0.00"},{"role":"child","birth":"2015-01-01","income":"0.00"}]' },
			  gives = { amount = 150000, each = 60000 } },
			{ "just the minimum", on = "2025-11-10", given = { members = '[{"role":"head","birth":"1980-05-01","income":"1100.00"}]' },
			  gives = { amount = 0, each = 110000 } },
			{ "nobody lives there", on = "2025-11-10", given = { members = "[]" }, gives = { amount = 0, each = 0 } },
		},
	},
}
