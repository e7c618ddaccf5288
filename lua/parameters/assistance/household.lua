-- Households below the minimum: the amount is an office's own, it adopts that of its place.
return {
	{
		-- What each of a household needs to live on a month.
		name = "assistance.minimum_fen", jurisdiction = "CN", unit = "fen", title = L"local minimum for each a month",
		basis = "Interim Measures for Social Assistance, art. 10 (set and published locally); office practice",
		values = { { from = "2014-05-01", value = 110000 } },
	},
	{
		name = "work.types", part = "household", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			household_need = { working_days = 20, priority = 4 }, household_change = { working_days = 10, priority = 4 } } } },
	},
	{
		name = "work.reasons", part = "household", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = { household_need = {
			tell = { { code = "shown", label = "shown how to apply" } },
			dismiss = {
				{ code = "has_it", label = "draws the allowance already" },
				{ code = "not_wanted", label = "the household does not want it" },
			},
		}, household_change = {
			settle = { { code = "asked", label = "civil affairs were asked" } },
			dismiss = { { code = "no_change", label = "nothing has changed" } },
		} } } },
	},
}
