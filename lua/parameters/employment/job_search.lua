-- What a place pays beside the unemployment benefit while somebody looks for work.
return {
	{
		name = "unemployment.job_search", jurisdiction = "CN", unit = "rules",
		basis = "Social Insurance Law, art. 47: what is paid is the places' to say",
		values = { { from = "2011-07-01", value = { none = true } } },
	},
	{
		-- percent of the person's own average wage that contributions were paid on, of the last wage_months; at most so many months.
		name = "unemployment.job_search", jurisdiction = "CN-44", unit = "rules",
		basis = "Guangdong Unemployment Insurance Regulations 2022, art. 20",
		values = { { from = "2022-06-01", value = { percent = 15, wage_months = 12, months = 6 } } },
	},
}
