-- Who counts as having difficulty in finding work: one rule set for each place and time.  The law leaves
-- it to the places: where and when none of their sets is in force, the country's says expired.  Categories stand in the order
-- of their text; "registered" and "benefit" are months in a row.

local function zhejiang(age_of_women)
	return {
		{ category = "older_unemployed", registered = 6, age = { F = age_of_women, M = 55 } },
		{ category = "zero_employment_family", family = "zero_employment", is_urban = true },
		{ category = "long_term", benefit = 6 },
		{ category = "low_income", family = "low_income" },
		{ category = "disabled", disability = "any" },
	}
end

return {
	{
		name = "employment.difficulty", jurisdiction = "CN", unit = "rules",
		basis = "Employment Promotion Law, art. 52: provinces, prefectures and their like say who",
		values = { { from = "2008-01-01", value = { expired = true } } },
	},
	{
		name = "employment.difficulty", jurisdiction = "CN-33", unit = "rules",
		basis = "Zhejiang HR&SS 2025-59: women from 45, a year more every three years up to 47",
		values = {
			{ from = "2025-01-01", to = "2027-12-31", value = zhejiang(45) },
			{ from = "2028-01-01", to = "2030-12-31", value = zhejiang(46) },
			{ from = "2031-01-01", value = zhejiang(47) },
		},
	},
	{
		name = "employment.difficulty", jurisdiction = "CN-3301", unit = "rules",
		basis = "Hangzhou HR&SS answers of 2023-02-06, for 2023; from 2025 those of the province",
		values = { { from = "2023-01-01", to = "2023-12-31", value = {
			{ category = "older_unemployed", registered = 6, age = { F = 45, M = 55 } },
			{ category = "low_income", family = "low_income" },
			{ category = "long_term", registered = 12, benefit = 12 },
			{ category = "disabled", disability = "any" },
			{ category = "zero_employment_family", family = "zero_employment", is_urban = true },
		} } },
	},
	{
		-- The gate is for all: local household, of working age, half a year without work, and no
		-- company's representative, director, supervisor or manager.
		name = "employment.difficulty", jurisdiction = "CN-31", unit = "rules",
		basis = "Shanghai HR&SS rules 2022-8, in force from 2022-01-01 to 2026-12-31",
		values = {
			{ from = "2022-01-01", to = "2026-12-31", value = {
				gate = { registered = 6, is_local = true, no_officer = true, is_of_working_age = true },
				{ category = "older_unemployed", age = { F = 40, M = 45 } },
				{ category = "zero_employment_family", family = "zero_employment" },
				{ category = "low_income", family = "low_income" },
				{ category = "disabled", disability = "moderate" },
				{ category = "land_requisitioned", family = "land_requisitioned" },
				{ category = "youth", registered = 12, below = 35, served = 6 },
				{ category = "other", family = "released" },
			} },
		},
	},
	{
		name = "employment.working_age", jurisdiction = "CN", unit = "years",
		basis = "Labour Law, art. 15; State Council measures of 2024-09-13, art. 1",
		values = { { from = "1995-01-01", value = { least = 16, below = { F = 58, M = 63 } } } },
	},
}
