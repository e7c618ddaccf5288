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
	{
		-- What can be reached in each dimension.
		name = "care.points_most", jurisdiction = "CN", unit = "points",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		values = { { from = "2021-07-16", value = { daily = 100, mind = 16, senses = 12 } } },
	},
	{
		-- The grade of each dimension by its points.
		name = "care.daily_grades", jurisdiction = "CN", unit = "points",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		values = { { from = "2021-07-16", value = { { from = 0, value = "severe" }, { from = 45, value = "moderate" },
			{ from = 65, value = "mild" }, { from = 100, value = "intact" } } } },
	},
	{
		name = "care.mind_grades", jurisdiction = "CN", unit = "points",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		values = { { from = "2021-07-16", value = { { from = 0, value = "severe" }, { from = 2, value = "moderate" },
			{ from = 4, value = "mild" }, { from = 16, value = "intact" } } } },
	},
	{
		name = "care.senses_grades", jurisdiction = "CN", unit = "points",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		values = { { from = "2021-07-16", value = { { from = 0, value = "severe" }, { from = 2, value = "moderate" },
			{ from = 4, value = "mild" }, { from = 12, value = "intact" } } } },
	},
	{
		-- The level by the grade of daily living, then by the worse of cognition and senses.
		name = "care.matrix", jurisdiction = "CN", unit = "levels",
		basis = "National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial)",
		values = { { from = "2021-07-16", value = {
			intact = { intact = 0, mild = 0, moderate = 1, severe = 1 },
			mild = { intact = 1, mild = 1, moderate = 1, severe = 2 },
			moderate = { intact = 2, mild = 2, moderate = 2, severe = 3 },
			severe = { intact = 3, mild = 3, moderate = 4, severe = 5 },
		} } },
	},
	{
		-- A conclusion of an assessment is good for so long, where the assessors say nothing else.
		name = "care.valid_months", jurisdiction = "CN", unit = "months",
		basis = "Measures on assessing disability for long-term care (trial), 2023-29: as a rule not more than two years",
		values = { { from = "2023-12-01", value = 24 } },
	},
	{
		-- So many days before a level ends somebody is assessed anew.
		name = "care.renew_days", jurisdiction = "CN", unit = "days", basis = "office practice",
		values = { { from = "2020-09-10", value = 60 } },
	},
	{
		-- What the fund pays of care by its form: a share, and at most so many yuan a day; without a share so many a day.
		name = "care.shares", jurisdiction = "CN-370481", unit = "shares",
		basis = "Tengzhou city government, answer on long-term care insurance of 2023-12-13",
		values = { { from = "2023-12-13", value = {
			home = { share = 0.90, day_yuan = 45 }, carehome = { share = 0.75, day_yuan = 60 },
			hospital1 = { share = 0.80, day_yuan = 80 }, hospital2 = { share = 0.75, day_yuan = 100 },
			hospital3 = { share = 0.70, day_yuan = 120 }, family = { day_yuan = 30 },
		} } },
	},
	{
		-- Hours of care at home a week by the grades of the place, 1 to 6; grade 1 has none.
		name = "care.grade_hours", jurisdiction = "CN-31", unit = "hours",
		basis = "Shanghai pilot measures on long-term care insurance, art. 14",
		values = { { from = "2017-01-01", value = { 0, 3, 3, 5, 7, 7 } } },
	},
}
