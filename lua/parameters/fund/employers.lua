-- When an employer that owes contributions is asked.
return {
	{
		-- An employer that owes is looked at so many months after a contribution was due.
		name = "fund.arrears_months", jurisdiction = "CN", unit = "months", basis = "office practice",
		values = { { from = "2000-01-01", value = 3 } },
	},
}
