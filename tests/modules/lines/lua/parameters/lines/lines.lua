-- The module's parts of the policy tables.
return {
	{
		name = "work.types", part = "lines", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = { line_check = { working_days = 10, priority = 5 } } } },
	},
	{
		name = "work.reasons", part = "lines", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			line_check = {
				reject = { { code = "twice", label = "it was given once" } },
				dismiss = { { code = "needed", label = "both were needed" } },
			},
		} } },
	},
}
