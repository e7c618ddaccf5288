-- Long-term care.
return {
	{
		name = "care.eligible", jurisdiction = "CN", unit = "levels",
		basis = "national grading of disability for long-term care (trial); Qingdao medical bureau 2022-30",
		values = { { from = "2020-09-10", value = { ["level_3"] = true, ["level_4"] = true, ["level_5"] = true,
			dementia = true } } },
	},
	{
		name = "care.impaired_months", jurisdiction = "CN", unit = "months",
		basis = "National Healthcare Security Administration 2020-37; provisional",
		values = { { from = "2020-09-10", value = 6 } },
	},
	{
		-- What dementia alone gives is not known.
		name = "care.hours_per_week", jurisdiction = "CN", unit = "hours",
		basis = "Qingdao home care scheme of 2018; provisional",
		values = { { from = "2018-04-01", value = { ["level_3"] = 3, ["level_4"] = 5, ["level_5"] = 7 } } },
	},
}
