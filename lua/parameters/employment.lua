-- When persons out of work, or short of months, are spoken to.
return {
	{
		name = "employment.long_term_months", jurisdiction = "CN", unit = "months",
		basis = "Employment Promotion Law, art. 52; practice of the counties",
		values = { { from = "2008-01-01", value = 6 } },
	},
	{
		name = "employment.short_ahead_months", jurisdiction = "CN", unit = "months",
		basis = "office practice: five years are enough to pay what is missing",
		values = { { from = "2008-01-01", value = 60 } },
	},
	{
		-- Months paid but not reported yet: this month's and the one before.
		name = "employment.report_lag_months", jurisdiction = "CN", unit = "months",
		basis = "office practice",
		values = { { from = "2008-01-01", value = 2 } },
	},
}
