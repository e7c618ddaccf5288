-- When a flow of the fund is unusual, and the module's parts of the policy tables.
return {
	{
		-- So many times the middle distance from the middle of the same day of other months.
		name = "fund.times", jurisdiction = "CN", unit = "times", basis = "office practice: median and its absolute deviation",
		values = { { from = "2000-01-01", value = 3.5 } },
	},
	{
		-- Flows that never differ have no distance: then this share of the middle counts as one.
		name = "fund.least_share", jurisdiction = "CN", unit = "share", basis = "office practice",
		values = { { from = "2000-01-01", value = 0.02 } },
	},
	{
		-- Fewer months say nothing of what is usual.
		name = "fund.least_months", jurisdiction = "CN", unit = "months", basis = "office practice",
		values = { { from = "2000-01-01", value = 6 } },
	},
	{
		-- A unit is looked at when its insured fell by so many percent, and so many persons, in three months.
		name = "fund.shrink_percent", jurisdiction = "CN", unit = "%", basis = "office practice",
		values = { { from = "2000-01-01", value = 20 } },
	},
	{
		name = "fund.shrink_persons", jurisdiction = "CN", unit = "persons", basis = "office practice",
		values = { { from = "2000-01-01", value = 10 } },
	},
	{
		-- So many months after the newest one told nothing is said of it: of the unit nothing is told any more.
		name = "fund.shrink_months", jurisdiction = "CN", unit = "months", basis = "office practice",
		values = { { from = "2000-01-01", value = 4 } },
	},
	{
		-- Working days within which the finance bureau answers a request, and within which what it grants is in the account.
		name = "fund.answer_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = 5 } },
	},
	{
		name = "fund.receive_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = 3 } },
	},
	{
		name = "work.types", part = "fund", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			fund_check = { working_days = 3, priority = 2 },
			unit_check = { working_days = 10, priority = 4 },
		} } },
	},
	{
		name = "work.limits", part = "fund", jurisdiction = "CN", unit = "levels", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			A1 = { watch = 9, alarm = 3 },
			A4 = { watch = 95, alarm = 85 },
			A8 = { watch = 1, alarm = 10 },
			G9 = { watch = 1, alarm = 10 },
		} } },
	},
	{
		name = "work.reasons", part = "fund", jurisdiction = "CN", unit = "codes", basis = "office practice",
		values = { { from = "2000-01-01", value = {
			fund_check = {
				settle = {
					{ code = "explained", label = "explained by the finance bureau" },
					{ code = "corrected", label = "the books were corrected" },
					{ code = "next_month", label = "the rest comes with the next request" },
				},
				dismiss = {
					{ code = "not_needed", label = "nothing to do" },
				},
			},
			unit_check = {
				settle = {
					{ code = "closing", label = "the unit closes, or sends people away" },
					{ code = "moved", label = "the persons are insured elsewhere" },
					{ code = "seasonal", label = "it is so each year" },
				},
				dismiss = { { code = "data_wrong", label = "data are wrong" } },
			},
		} } },
	},
}
